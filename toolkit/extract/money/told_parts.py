"""Parts whose names all stand before their amounts, or whose whole stands behind them → the name of each, their sum.

“中央、省、县分别为200万元、100万元和20万元”; “中央补助2,360万元，省补助1,050万元，区配套890万元，合计4,300万元”: what
announces no parts is found by its sum.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from toolkit.extract.money.money_roles import role_of, words_of
from toolkit.extract.money.parts import CHANGE, name_in
from toolkit.measure.budget_story import SENTENCE, Sum, sums_in
from toolkit.measure.money_clause import PAUSES
from toolkit.patterns import regex

_NAME: Final = r"[^,。;:、()\d]{1,12}"
_IN_TURN: Final = regex(
    rf"(?P<names>(?:{_NAME}、)*{_NAME}?(?:[、和与及]{_NAME}?))(?:[两三四]级)?(?:财政)?(?:资金|预算|补助)?(?:分别|依次|各自)"
    r"(?:承担|安排|负担|拨付|下达|投入|支出|补助|配套|列支|到位|负责)*(?:资金)?(?:了|为|是|:)*$"
)
_BETWEEN_NAMES: Final = regex("[、和与及]")
_ALL: Final = regex(r"[,、]?(?:以上|[两三四五六七八九]项|三者|二者|资金)*(?:合计|共计|总计|共)(?:资金|金额|为|:)*$")
_SPENT: Final = regex("支出|开支|花费|列支|支付|发放|用于|使用情况")
_GRANTED: Final = regex("资金|经费|预算|来源|筹集|安排|下达|到位|投入|补助|拨款")
_FEWEST: Final = 2


class ToldPart(NamedTuple):
    """The amount of a part, which begins at `start` of folded text: where its name stands, what all parts make, and,
    if that is told behind them, where, and which field of the whole it is, if the words say so."""

    start: int
    name: tuple[int, int]
    made: Decimal
    whole: int | None = None
    field: str | None = None


def told_parts(text: str) -> dict[int, ToldPart]:
    """The parts by where their amounts begin."""
    found: dict[int, ToldPart] = {}
    for sentence in SENTENCE.finditer(text):
        sums = sums_in(text, *sentence.span())
        for part in (*_in_turn(text, sentence.start(), sums), *_summed(text, sentence.start(), sums)):
            found.setdefault(part.start, part)
    return found


def _in_turn(text: str, begin: int, sums: Sequence[Sum]) -> Iterator[ToldPart]:
    for place, first in enumerate(sums):
        found = _IN_TURN.search(text, sums[place - 1].end if place else begin, first.start)
        if found is None:
            continue
        names = list(_names(text, *found.span("names")))
        run = _row(text, sums[place:])[: len(names) + 1]
        if len(run) == len(names):
            made = sum((one.value for one in run), Decimal(0))
            yield from (ToldPart(one.start, name, made) for one, name in zip(run, names, strict=True))


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the names of a list stand, the first without the words that lead to it."""
    low = start
    for cut in (*(found.start() for found in _BETWEEN_NAMES.finditer(text, start, end)), end):
        named = name_in(text[low:cut]) if low == start else (0, cut - low)
        if named is not None and named[0] < named[1]:
            yield low + named[0], low + named[1]
        low = cut + 1


def _row(text: str, sums: Sequence[Sum]) -> list[Sum]:
    """The first amounts with but pauses between them."""
    row = list(sums[:1])
    for one in sums[1:]:
        if text[row[-1].end : one.start].strip() not in PAUSES:
            break
        row.append(one)
    return row


def _summed(text: str, begin: int, sums: Sequence[Sum]) -> Iterator[ToldPart]:
    """Named amounts in a row that the next one, told to be all of them, adds up to."""
    for place, whole in enumerate(sums):
        if place < _FEWEST or not _ALL.search(text, sums[place - 1].end, whole.start):
            continue
        made = Decimal(0)
        run: list[tuple[Sum, tuple[int, int]]] = []
        for at in range(place - 1, -1, -1):
            named = _named(text, sums[at - 1].end if at else begin, sums[at])
            made += sums[at].value
            if named is None or made > whole.value:
                break
            run.append((sums[at], named))
            if made == whole.value and len(run) >= _FEWEST:
                field = _field(text[begin : run[-1][0].start])
                yield from (ToldPart(one.start, name, made, whole.start, field) for one, name in run)
                break


def _field(words: str) -> str | None:
    """What the words before the first part say that is told of: money spent, or money to spend."""
    if _SPENT.search(words):
        return "actual_expenditure"
    return "revised_budget" if _GRANTED.search(words) else None


def _named(text: str, start: int, one: Sum) -> tuple[int, int] | None:
    """Where the name of a part stands, that is none of the whole's."""
    words, gap = words_of(text[start : one.start])
    if CHANGE.search(words) or re.search("[。;]", text[start : one.start]):
        return None
    named = name_in(words)
    begin = one.start - gap - len(words)
    if named is None or role_of(words[slice(*named)]) in {"actual_expenditure", "original_budget"}:
        return None
    return begin + named[0], begin + named[1]
