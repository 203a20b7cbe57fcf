"""A sum that is off, of a list that may be incomplete → whether a misprint is the reason, or may be.

What an incomplete list leaves over is any amount. Where changing one digit of one figure, or swapping two neighbours,
would close the sum, and the figures have many digits, that is no chance.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, Literal

from toolkit.figures.facts import misprint_of
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import dimension, rounded_like, sum_relation, value_of
from toolkit.figures.wholeness import NEVER_WRONG, may_overlap, of_one_sort
from toolkit.measure.interval import last_step
from toolkit.measure.money_words import CUT
from toolkit.model.figure import Relation
from toolkit.patterns import regex

Doubt = Literal["certain", "doubtful"]

_TAKEN: Final = regex(CUT)
"""Names of what is taken off and not added: 年初安排…、年中调减…."""
_NEVER: Final = Decimal(1)
_WAYS: Final = 10  # a digit may be any of nine others, or swapped with its neighbour
NO_CHANCE: Final = Decimal("0.002")
_LITTLE_CHANCE: Final = Decimal("0.03")
_SOME_CHANCE: Final = Decimal("0.08")
_NEAR: Final = Decimal("0.2")  # of the whole
_NEAR_OF_A_SORT: Final = Decimal("0.34")
_FEW: Final = 2


def misprinted(names: Sequence[str], parts: Sequence[Spot], whole: Spot, *, closed: bool) -> Doubt | None:
    """Whether a sum that is off is so by a misprint; `closed`: nothing but the parts stands behind the whole, in
    brackets or behind a colon, or the whole stands behind them as their total."""
    unit = dimension(whole)[0] or ""
    if any(_TAKEN.search(name) for name in names):
        return None
    if unit in NEVER_WRONG or "/" in unit or any(_is_rough(spot) for spot in (whole, *parts)):
        return None
    odds = chance(parts, whole)
    row = len(parts) > _FEW
    sort = of_one_sort(names) or len({name[-1:] for name in names}) == 1
    told = closed or sort
    if odds <= NO_CHANCE or (odds <= _LITTLE_CHANCE and told):
        return "certain"
    if odds <= (_SOME_CHANCE if row else _LITTLE_CHANCE) or (odds < _NEVER and told and (row or closed)):
        return "doubtful"
    apart = not may_overlap(names) and (closed or _above(parts, whole) or (sort and row))
    return "doubtful" if apart and _is_near(parts, whole, _NEAR_OF_A_SORT if sort and closed else _NEAR) else None


def unless_chance(names: Sequence[str], parts: Sequence[Spot], whole: Spot, *, closed: bool) -> Iterator[Relation]:
    """The relation of a sum that is off, where a misprint is or may be the reason."""
    verdict = misprinted(names, parts, whole, closed=closed)
    if verdict is not None:
        relation = sum_relation(parts, whole, names)
        yield relation if verdict == "certain" else relation.model_copy(update={"certain": False})


def chance(parts: Sequence[Spot], whole: Spot) -> Decimal:
    """The share of all amounts up to the whole that would look so; 1 where no single misprint explains the gap."""
    gap = value_of(whole) - sum((value_of(part) for part in parts), Decimal(0))
    rights = [(whole, value_of(whole) - gap), *((part, value_of(part) + gap) for part in parts)]
    if not any(right > 0 and rounded_like(right, spot) == right and misprint_of(right, spot) for spot, right in rights):
        return _NEVER
    step = min(last_step(value_of(spot)) for spot, _ in rights)
    ways = sum(_WAYS * len(str(int(value_of(spot) / step))) for spot, _ in rights)
    return ways / (value_of(whole) / step)


def _is_rough(spot: Spot) -> bool:
    return spot.quantity is None or spot.quantity.comparator == "about" or spot.quantity.approximate


def _above(parts: Sequence[Spot], whole: Spot) -> bool:
    return sum((value_of(part) for part in parts), Decimal(0)) > value_of(whole)


def _is_near(parts: Sequence[Spot], whole: Spot, share: Decimal) -> bool:
    gap = value_of(whole) - sum((value_of(part) for part in parts), Decimal(0))
    return abs(gap) <= value_of(whole) * share
