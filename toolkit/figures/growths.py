"""Sentence with its brackets → the growth relation of its rate, where it has two like figures, last year's and this.

“以上年200件为基数，本年（230件）增长率为15%”, “增长15%的是办件量，从200件上升为230件”: the words about a figure tell
which year it is of, in whatever order. What does not hold is told only where one digit, or two neighbours swapped,
would make it right.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from toolkit.figures.change_words import DOWN, UP
from toolkit.figures.changes import UNLIKE, judge_change
from toolkit.figures.facts import misprint_of
from toolkit.figures.inline import Inline
from toolkit.figures.one_thing import of_one_thing
from toolkit.figures.sentence import Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import alike, dimension, is_percent, known, printed_bounds, rounded_like, value_of
from toolkit.measure.interval import half_unit
from toolkit.measure.misprint import misprints_of
from toolkit.model.figure import Relation
from toolkit.patterns import regex

_BEFORE: Final = regex(r"上年|去年|上一年|同期|上期|基数|[由从自](?:原来|最初)?的?$")
_NOW: Final = regex(rf"(?:{UP}|{DOWN}|攀|扩|变|发展|达|增|减)[^,;]{{0,3}}(?:至|到|为|成)|本年|今年|当年|本期")
_LAST_YEAR: Final = regex(r"[（(](?:上年|去年|上一年|基期)")
_RISE: Final = regex(UP)
_FALL: Final = regex(DOWN)
_OTHER: Final = regex("预算|计划|目标|任务|年初|占|比重|其中|年均|分别增|三年|五年|翻|倍|百分点|排名|超额")
_TIMES: Final = frozenset({"年", "月", "个月", "日", "天"})  # 两年数值分别为…
_PAIR: Final = 2
_FEWEST_DIGITS: Final = 3
_ONE: Final = Decimal(1)


def growths_in(
    sentence: Sentence, asides: Sequence[Sentence], figures: Sequence[Inline], told: Sequence[Relation]
) -> Iterator[Relation]:
    """The relation, unless `told` already says what the rate is made of."""
    rates = [one for one in figures if known(one.spot) and is_percent(one.spot)]
    others = [one for one in figures if not is_percent(one.spot) and dimension(one.spot)[0] not in _TIMES]
    if len(rates) != 1 or len(others) != _PAIR or rates[0].spot.id in {one.result_id for one in told}:
        return
    text = sentence.text + "".join(one.text for one in asides)
    rises, falls = _RISE.search(text) is not None, _FALL.search(text) is not None
    if not alike(*(one.spot for one in others)) or rises is falls or _OTHER.search(text) or UNLIKE.search(text):
        return
    old = _before(others) or _before_in_brackets(sentence, others)
    if old is None:
        return
    if not _of_one_thing(rates[0], others):
        return
    new = others[1 - others.index(old)]
    for relation in judge_change(old.spot, new.spot, rates[0].spot, down=falls):
        if relation.holds or _is_misprinted(old.spot, new.spot, rates[0].spot, down=falls):
            yield relation


def _of_one_thing(rate: Inline, pair: Sequence[Inline]) -> bool:
    named = re.match("的[是有为]", rate.behind)
    return of_one_thing(rate.words + (rate.behind if named else ""), "".join(one.words for one in pair))


def _before(pair: Sequence[Inline]) -> Inline | None:
    """That of the year before: the one that words say is, or the first of two of which the second is the new one."""
    said = [one for one in pair if _BEFORE.search(one.words) or (one.bracketed and _BEFORE.search(one.behind))]
    said = said if len(said) == 1 else [one for one in pair if one in said and not _NOW.search(one.words)]
    behind = [one for one in pair if _BEFORE.match(one.behind)]
    found = said or behind
    return found[0] if len(found) == 1 else None


def _before_in_brackets(sentence: Sentence, pair: Sequence[Inline]) -> Inline | None:
    """The one that brackets right behind it say is of the year before: 200件（上年）."""
    text = sentence.passage.text
    found = [one for one in pair if _LAST_YEAR.match(text, one.spot.end)]
    return found[0] if len(found) == 1 else None


def _is_misprinted(old: Spot, new: Spot, rate: Spot, *, down: bool) -> bool:
    """Whether one of the three is a misprint of what would make the others right."""
    sign = -_ONE if down else _ONE
    share = sign * (value_of(new) / value_of(old) - 1)
    if misprint_of(rounded_like(share, rate), rate):
        return True
    bounds = printed_bounds(rate)
    low, high = sorted(_ONE + sign * end for end in (bounds.low, bounds.high))
    return any(low <= one / value_of(old) <= high for one in _otherwise(new)) or any(
        one and low <= value_of(new) / one <= high for one in _otherwise(old)
    )


def _otherwise(spot: Spot) -> Iterator[Decimal]:
    """The values of a figure with one digit changed, or two neighbours swapped."""
    assert spot.quantity is not None  # noqa: S101 (callers ask `known` first)
    step = half_unit(spot.quantity) * 2
    digits = f"{int(value_of(spot) / step)}"
    if len(digits) < _FEWEST_DIGITS:
        return
    yield from (Decimal(run) * step for run in misprints_of(digits))
