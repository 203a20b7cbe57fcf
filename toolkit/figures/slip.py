"""Relations that fail, with those that hold → slips: the one figure whose change would close most of them.

A figure is asked for the values that each of its relations allows; the value that closes most broken relations and
breaks fewest whole ones counts for it. Relations closed by one figure are one slip.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from toolkit.figures.spot import Spot
from toolkit.figures.verdict import dimension, in_two_measures, is_count, printed_bounds, value_of
from toolkit.measure.interval import add, divide, half_unit, multiply, subtract, sum_slack
from toolkit.model.figure import Relation, Slip, Suspicion
from toolkit.model.number import Bounds

_ONE = Bounds.exact(Decimal(1))
_HUNDRED = Bounds.exact(Decimal(100))
_MOST_BROKEN = 200
_MOST_SUSPECTS = 3


def slips_of(relations: Sequence[Relation], spots: Mapping[str, Spot]) -> tuple[Slip, ...]:
    """Slips in the order of their first broken relation; too many broken ones are no slips but another document."""
    broken = [number for number, relation in enumerate(relations) if relation.holds is False]
    if len(broken) > _MOST_BROKEN:
        return ()
    places = _places(relations)
    found: list[Slip] = []
    left = set(broken)
    for first in broken:
        if first in left:
            slip = _slip(first, left, relations, spots, places)
            left -= {first, *slip.relations}
            found.append(slip)
    return tuple(found)


def checked_to(relations: Sequence[Relation], spots: Mapping[str, Spot]) -> dict[str, Decimal]:
    """For each figure of a relation that holds, how far it could be off unseen: the least that any relation allows."""
    found: dict[str, Decimal] = {}
    for relation in relations:
        if relation.holds is not True:
            continue
        for figure in dict.fromkeys((relation.result_id, *relation.operand_ids)):
            needed = _needed(spots[figure], relation, spots)
            if needed is not None:
                value = value_of(spots[figure])
                off = max(needed.high - value, value - needed.low, Decimal(0))
                found[figure] = min(off, found.get(figure, off))
    return found


def _places(relations: Sequence[Relation]) -> dict[str, list[int]]:
    """Numbers of the relations of each figure, those that neither hold nor fail left out."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, relation in enumerate(relations):
        if relation.holds is not None:
            for figure in dict.fromkeys((relation.result_id, *relation.operand_ids)):
                places[figure].append(number)
    return places


def _slip(
    first: int, left: set[int], relations: Sequence[Relation], spots: Mapping[str, Spot], places: dict[str, list[int]]
) -> Slip:
    """The slip that broke relation `first`, and what else it broke of those `left`."""
    members = dict.fromkeys((relations[first].result_id, *relations[first].operand_ids))
    weighed = [
        found
        for figure in members
        if (found := _weigh(spots[figure], first, left, relations, spots, places[figure])) is not None
    ]
    weighed.sort(key=lambda one: -one.score)
    closed = tuple(sorted(weighed[0].closes)) if weighed else (first,)
    suspects = tuple(
        Suspicion(figure_id=one.figure, right=one.right, closes=len(one.closes), breaks=one.breaks)
        for one in weighed[:_MOST_SUSPECTS]
    )
    return Slip(relations=closed, suspects=suspects)


@dataclass(frozen=True, slots=True)
class _Weighed:
    figure: str
    right: Bounds
    closes: frozenset[int]
    breaks: int

    @property
    def score(self) -> int:
        return len(self.closes) - self.breaks


def _weigh(
    spot: Spot,
    first: int,
    left: set[int],
    relations: Sequence[Relation],
    spots: Mapping[str, Spot],
    numbers: Sequence[int],
) -> _Weighed | None:
    """What the figure's best value closes and breaks; None where no value closes relation `first`."""
    allowed: dict[int, Bounds] = {}
    for number in numbers:
        needed = _needed(spot, relations[number], spots)
        if needed is not None and (number in left or relations[number].holds):
            allowed[number] = needed
    if first not in allowed:
        return None
    base = _printable(allowed[first], spot)
    if base is None:
        return None
    best: _Weighed | None = None
    for value in _choices(base, allowed.values()):
        meeting = {number for number, interval in allowed.items() if interval.holds(value)}
        closes = frozenset(meeting & left)
        breaks = sum(1 for number in allowed if number not in left and number not in meeting)
        right = base
        for number in meeting:
            right = Bounds(low=max(right.low, allowed[number].low), high=min(right.high, allowed[number].high))
        found = _Weighed(spot.id, right, closes, breaks)
        if best is None or found.score > best.score:
            best = found
    return best


def _printable(interval: Bounds, spot: Spot) -> Bounds | None:
    """The interval without values that the figure cannot take: below 0 where it is not."""
    if value_of(spot) < 0 or interval.low >= 0:
        return interval
    return None if interval.high < 0 else Bounds(low=Decimal(0), high=interval.high)


def _choices(base: Bounds, intervals: Iterable[Bounds]) -> list[Decimal]:
    """Values within `base` of which one lies in as many of the intervals as can be: their ends."""
    ends = {end for interval in intervals for end in (interval.low, interval.high) if base.holds(end)}
    return sorted(ends | {base.low, base.high})


def _needed(spot: Spot, relation: Relation, spots: Mapping[str, Spot]) -> Bounds | None:
    """Values of the figure with which the relation would hold, the others staying as printed; None: not to be told."""
    others = [spots[figure] for figure in relation.operand_ids]
    result = spots[relation.result_id]
    needed = _solved(spot, relation, others, result)
    if needed is None:
        return None
    if relation.type in {"sum", "count"} and is_count(spot):
        slack = sum_slack(tuple(value_of(other) for other in others))
    else:
        slack = Decimal(0) if is_count(spot) else _half(spot)
    return Bounds(low=needed.low - slack, high=needed.high + slack)


def _half(spot: Spot) -> Decimal:
    return half_unit(spot.quantity) if spot.quantity is not None else Decimal(0)


def _solved(spot: Spot, relation: Relation, operands: list[Spot], result: Spot) -> Bounds | None:
    if spot is result:
        return relation.expected if spot not in operands else None
    if operands.count(spot) != 1:
        return None
    target = printed_bounds(result)
    if relation.type == "sum":
        own, expected = printed_bounds(spot), relation.expected
        rest = Bounds(low=expected.low - own.low, high=expected.high - own.high)
        return subtract(target, rest)
    if relation.type == "same_fact":
        return None if in_two_measures(spot, result) else target
    if relation.type == "product":
        rest = _ONE
        for other in operands:
            rest = rest if other is spot else multiply(rest, printed_bounds(other))
        return divide(target, rest)
    return None if len(operands) != 2 else _of_two(spot, relation, operands, result, target)


def _of_two(spot: Spot, relation: Relation, operands: list[Spot], result: Spot, target: Bounds) -> Bounds | None:
    first, second = operands
    if relation.type == "difference":
        gap = divide(target, _HUNDRED) if dimension(result)[0] == "pp" else target
        if gap is None:
            return None
        return add(printed_bounds(second), gap) if spot is first else subtract(printed_bounds(first), gap)
    if relation.type == "growth":
        declines = value_of(first) < value_of(second)
        target = subtract(_ONE, target) if declines else add(_ONE, target)
    if spot is first:
        return multiply(target, printed_bounds(second))
    return divide(printed_bounds(first), target)
