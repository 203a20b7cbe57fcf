"""Pumps texts against quadratic work: a piece repeated n and 2n times may cost up to three times the CPU, not four.

`python -m tests.measure.pump` pumps every pair of the marks that any pattern looks at; the tests a curated list.
"""

import sys
import time
from itertools import product
from math import log2

from tests.measure.register_words import AFTER, BEFORE, listed
from toolkit.measure.grammar import spot
from toolkit.measure.target import target

MOST = 3.0
_LONG_ENOUGH = 0.008  # seconds of CPU: below, the clock says nothing
_SHORTEST = 2048
_LONGEST = 1 << 20
_TRIES = 6
_AGAIN = 3
MARKS = (
    *"1一九十百万亿零〇两半翻成折倍番点分之又比负第年月日底前末初上下季度个家元角人米",
    *" \n,，.:-~—至到、/·^×+*(（)）[\u3014“”%‰¥号编表图附约近超余多来几内kAv_#",
    *listed("上半年 一季度 分之 1,111 2021 年底前 单位： http:// 百万元 以上 不低于 之间 与 GB/T 零下 个半"),
)
PIECES = (
    *MARKS,
    *(words.split()[0] + "1" for words in BEFORE.values()),
    *("1%" + words.split()[0] for words in AFTER.values()),
    *listed("12 1. 1- 1: 1+ 1× 1/ 1， 1, (1 A1 1，111 七八 一百二十 一又 十余 2021年 1月1日 1月 1-1 1:1 1^1 比1"),
    *listed("1元1角 1/人 1元/人· 1.1.1 （万元）1 1,234.5万元 2021年1月1日至 编号A1"),
    *("1 ", "1\n", "1 111 ", "1 ,", "1. 1", "- 1 -", "http://1 ", "1 和 1"),
)


def growth(piece: str) -> float:
    """CPU for twice the text over CPU for once, each the least of some tries; 1 where a long text takes no time."""
    size, once = _SHORTEST, _cost(piece, _SHORTEST)
    while once < _LONG_ENOUGH:
        size *= 2 ** max(1, int(log2(_LONG_ENOUGH / once)))
        if size > _LONGEST:
            return 1.0
        once = _cost(piece, size)
    twice = _cost(piece, 2 * size)
    for _ in range(_TRIES):
        if twice <= MOST * once:
            break
        once, twice = min(once, _cost(piece, size)), min(twice, _cost(piece, 2 * size))
    return twice / once


def _cost(piece: str, size: int) -> float:
    text = piece * (size // len(piece) + 1)
    began = time.process_time()
    spot(text)
    target(text, "%")
    return max(time.process_time() - began, 1e-6)


def main() -> None:
    """Exit 1 where a piece grows faster than linear, measured again after all others: a busy machine errs once."""
    suspects = [piece for pair in product(MARKS, repeat=2) if growth(piece := "".join(pair)) > MOST]
    slow = [(piece, ratio) for piece in suspects if (ratio := min(growth(piece) for _ in range(_AGAIN))) > MOST]
    print(f"{len(MARKS) ** 2} pieces, {len(suspects)} measured again, {len(slow)} grow faster than linear: {slow}")
    sys.exit(bool(slow))


if __name__ == "__main__":
    main()
