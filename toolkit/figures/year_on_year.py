"""A figure, by how much it changed on the year before and at what rate → growth relations on an unprinted base.

“收入12.5亿元，比上年增收1.5亿元，增长13.6%”: what the change leaves of the figure is that of the year before. Where the
sentence has several figures that may be meant, only a relation that holds is told.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from toolkit.figures.against import CHANGE
from toolkit.figures.sentence import DATE, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import alike, growth_by, is_percent, known, rounded_like, value_of
from toolkit.model.figure import Relation
from toolkit.patterns import regex

_YEAR_BEFORE: Final = regex("同比|环比|上年|去年|同期|上一年|上期")
_OTHER_BASE: Final = regex(
    "预算|计划|目标|任务|年初|概算|合同|平均|年均|累计|口径|可比|不变价|剔除|扣除|名义|实际增|考虑|翻|倍"
)
_PLANNED: Final = regex("(?:预算|计划|目标|任务|概算|合同)[^,;]{0,3}$|累计")
_NOW: Final = regex(f"{DATE}|[本今当]年|本期")
_LEVEL: Final = regex(r"(?:至|到|为)\s*$")
_DATE: Final = DATE[0]
_GAP: Final = regex(r"[^,;:\ue000]{0,6},[^,;:\ue000]{0,14}")


class _Told(NamedTuple):
    """A run with the words before it, back to the mark before them."""

    spot: Spot
    words: str
    gap: str


def year_on_year_in(sentence: Sentence, told: Sequence[Relation]) -> Iterator[Relation]:
    """Growth relations of one sentence; `told` of a rate already says what it is made of."""
    explained = {relation.result_id for relation in told}
    runs = list(_runs(sentence))
    for index in range(1, len(runs) - 1):
        pair = runs[index : index + 2]
        amount, rate = sorted(pair, key=lambda one: is_percent(one.spot))
        if rate.spot.id in explained or not known(amount.spot) or not known(rate.spot):
            continue
        down = _direction(amount, rate)
        if down is not None:
            yield from _told_of(runs[:index], pair[0], amount.spot, rate.spot, down=down)


def _runs(sentence: Sentence) -> Iterator[_Told]:
    last = 0
    for low, high, spot in sentence.runs:
        gap = sentence.text[last:low]
        yield _Told(spot, re.split("[,;:]", gap)[-1], gap)
        last = high


def _direction(amount: _Told, rate: _Told) -> bool | None:
    """Whether an amount and a rate say that something fell on the year before; None where they say no such thing."""
    found = [CHANGE.search(one.words) for one in (amount, rate)]
    words = amount.words + rate.words
    if not is_percent(rate.spot) or is_percent(amount.spot) or not all(found) or any(map(_LEVEL.search, words)):
        return None
    if not _YEAR_BEFORE.search(words) or _OTHER_BASE.search(words):
        return None
    falls = {bool(one["down"]) for one in found if one is not None}
    return falls.pop() if len(falls) == 1 else None


def _told_of(before: Sequence[_Told], first: _Told, amount: Spot, rate: Spot, *, down: bool) -> Iterator[Relation]:
    like = [one for one in before if alike(one.spot, amount) and value_of(one.spot) and not CHANGE.search(one.words)]
    if any(_YEAR_BEFORE.search(one.words) or (_DATE in one.gap and _NOW.search(first.gap)) for one in like):
        return  # the base is printed
    made = [found for one in reversed(like) if (found := growth_by(amount, one.spot, rate, down=down)) is not None]
    holding = next((relation for relation in made if relation.holds), None)
    if holding is not None:
        yield holding
    elif len(made) == 1 == len(before) and _GAP.fullmatch(first.gap) and not _PLANNED.search(before[0].words):
        yield from () if _is_base(before[0], amount, rate) else made


def _is_base(level: _Told, amount: Spot, rate: Spot) -> bool:
    """Whether the change makes the rate of a level that names its year: 2020年6.35万元，减少0.41万元，下降6.46%."""
    made = value_of(amount) / value_of(level.spot)
    return _DATE in level.gap and rounded_like(made, rate) == value_of(rate)
