"""A rate of change that no pattern explains and that is just what comes of dividing by the wrong figure → growth
relation on the right one.

“年初预算4000万元，追加1000万元，调整率20.00%”: 1000 ÷ 4000 is a quarter, and 1000 ÷ 5000 what is printed. That the
figures right before a rate make it to the last digit on the other base is no chance.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final, NamedTuple

from toolkit.figures.against import CHANGE
from toolkit.figures.inline import Inline
from toolkit.figures.sentence import DATE, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import alike, growth_by, is_percent, known, quotient_relation, rounded_like, value_of
from toolkit.model.figure import Relation
from toolkit.patterns import regex

_RATE_OF_CHANGE: Final = regex("(?:调整|追加|调增|增长|上升|提高)(?:率|幅度|比例)(?:为|达到?|是|约|:)*$")
_OF_CHANGE: Final = regex("追加|调增|增加|新增|净增|[多增]")
_WAS: Final = regex("(?:上年|去年|同期|年初|原)[^,;:]{0,8}$")
_OF_ITS_YEAR: Final = regex(f"(?<![较比与和同])(?:{DATE}|[本今当]年|本期)(?!\ue003)")
_COMPARED: Final = regex("[较比]")
_UNLIKE: Final = regex("年均|平均|可比|不变价|剔除|扣除|同口径|名义|实际增|复合|翻|倍")
_FEWEST_DIGITS: Final = 3
_NEAREST: Final = 3  # figures before the rate


class _Pair(NamedTuple):
    """One reading of two figures: the rate on the right base and on the other, and the relation of the right one."""

    right: Decimal
    other: Decimal
    relation: Relation | None


def wrong_base_in(sentence: Sentence, figures: Sequence[Inline], told: Sequence[Relation]) -> Iterator[Relation]:
    """Relations of one sentence and its brackets; `told` of a rate already says what it is made of."""
    if _UNLIKE.search(sentence.text):
        return
    explained = {relation.result_id for relation in told}
    figures = [one for one in figures if known(one.spot)]
    for place, rate in enumerate(figures):
        change = CHANGE.search(rate.masked)
        if rate.spot.id in explained or not is_percent(rate.spot) or not _has_digits(rate.spot):
            continue
        if change is None and not _RATE_OF_CHANGE.search(rate.masked):
            continue
        near = [one for one in figures[:place] if not is_percent(one.spot) and value_of(one.spot) > 0][-_NEAREST:]
        down = change is not None and bool(change["down"])
        two_of_them = _with_change(near) or combinations(near, 2)
        yield from _judged([pair for two in two_of_them for pair in _readings(two, rate.spot, down)], rate)


def _with_change(near: Sequence[Inline]) -> list[tuple[Inline, Inline]]:
    """What there was and what there is, where the change that parts them stands beside them."""
    changes = {value_of(one.spot) for one in near if _is_change(one)}
    levels = combinations([one for one in near if not _is_change(one)], 2)
    return [two for two in levels if abs(value_of(two[0].spot) - value_of(two[1].spot)) in changes]


def _judged(pairs: Sequence[_Pair], rate: Inline) -> Iterator[Relation]:
    """The relation of the one pair that makes the rate on the other base, where none makes it on the right one."""
    printed = value_of(rate.spot)
    if any(rounded_like(pair.right, rate.spot) == printed for pair in pairs):
        return
    made = [pair.relation for pair in pairs if rounded_like(pair.other, rate.spot) == printed]
    broken = [relation for relation in made if relation is not None and relation.holds is False]
    yield from broken[:1] if len(broken) == len(made) else ()


def _readings(two: tuple[Inline, Inline], rate: Spot, down: bool) -> Iterator[_Pair]:
    """Two figures of one kind as what there was and what there is, or as one of these and the change."""
    first, second = two
    if not alike(first.spot, second.spot) or value_of(first.spot) == value_of(second.spot):
        return
    if not any(_is_change(one) for one in two):
        low, high = sorted((first.spot, second.spot), key=value_of)
        new, old = (low, high) if down else (high, low)
        gap = value_of(high) - value_of(low)
        relation = quotient_relation("growth", new, old, rate, minus_one=-1 if down else 1)
        yield _Pair(gap / value_of(old), gap / value_of(new), relation)
    elif _is_change(first) != _is_change(second):
        change, level = (first, second) if _is_change(first) else (second, first)
        dated = DATE[0] in level.masked
        alone = dated and DATE[0] not in change.masked  # 2020年6.35万元，同比减少0.41万元
        if alone or (_OF_ITS_YEAR.search(change.masked) and (dated or level.spot.year is not None)):
            return  # of which either may be meant
        part, size = value_of(change.spot), value_of(level.spot)
        before = size + part if down else size - part
        was = _WAS.search(level.masked) is not None
        if before > 0 and not was:  # the level is what came of it
            yield _Pair(part / before, part / size, growth_by(change.spot, level.spot, rate, down=down))
        after = size - part if down else size + part
        if after > 0 and (was or level is not first or not _COMPARED.search(change.masked)):  # it is what there was
            yield _Pair(part / size, part / after, quotient_relation("ratio", change.spot, level.spot, rate))


def _is_change(one: Inline) -> bool:
    return CHANGE.search(one.masked) is not None or _OF_CHANGE.search(one.words) is not None


def _has_digits(spot: Spot) -> bool:
    digits = re.sub(r"\D", "", spot.quote).strip("0")
    return len(digits) >= _FEWEST_DIGITS
