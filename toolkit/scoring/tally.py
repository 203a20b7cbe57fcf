"""Scored lines → subtotals and total: what the claimed scores and the points add up to, group by group."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from toolkit.measure.interval import add, multiply, sum_slack
from toolkit.model.citation import CitedQuantity
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import Indicator, PerformanceReport
from toolkit.model.scoresheet import LineScore, Subtotal, Total

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Scale:
    """How lines count towards the whole. `weights`: share of each line, where lines are scored out of 100.

    Empty: a line counts with its points. `shares`: points that only stand as percentages (权重 20% for 20 points).
    """

    weights: dict[str, Decimal]
    shares: dict[str, Decimal]

    def points(self, line: Indicator) -> Decimal | None:
        """Full score of a line on its own scale; None where none is printed."""
        if line.id in self.weights:
            return _HUNDRED
        if line.max_score is not None:
            return line.max_score.value
        return self.shares.get(line.id)

    def factor(self, subject: str) -> Decimal:
        """What a point of the line is worth in the total."""
        return self.weights.get(subject, Decimal(1))

    def worth(self, line: LineScore) -> Decimal:
        """Points of the line in the total; 0 where none are printed."""
        return (line.max_score or Decimal(0)) * self.factor(line.subject)


def scored_lines(report: PerformanceReport) -> tuple[Indicator, ...]:
    """Lines that carry points or a score while nothing below them does: the report's scored leaves, and groups whose
    lines are only listed."""
    scored = {line.id for line in report.indicators if _is_scored(line)}
    parents = {line.id: line.parent for line in report.indicators}
    covering: set[str] = set()
    for id_ in scored:
        above = parents[id_]
        while above is not None and above not in covering:
            covering.add(above)
            above = parents.get(above)
    return tuple(line for line in report.indicators if line.id in scored and line.id not in covering)


def _is_scored(line: Indicator) -> bool:
    return line.max_score is not None or line.claimed_score is not None


def scale_of(report: PerformanceReport) -> Scale:
    """Points as a rule. Shares that add to 1 without points are points out of 100; where a score exceeds its share of
    100, the lines are scored out of 100 and weighted."""
    lines = scored_lines(report)
    weights = {line.id: share for line in lines if (share := _share(line.weight)) is not None}
    if not lines or len(weights) != len(lines) or sum(weights.values()) != 1:
        return Scale({}, {})
    if any(line.max_score is not None and line.max_score.value != _HUNDRED for line in lines):
        return Scale({}, {})
    claimed = [(line.claimed_score.value, weights[line.id]) for line in lines if line.claimed_score is not None]
    if len(lines) > 1 and any(score > weight * _HUNDRED for score, weight in claimed):
        return Scale(weights, {})
    return Scale({}, {id_: share * _HUNDRED for id_, share in weights.items()})


def _share(weight: CitedQuantity | None) -> Decimal | None:
    if weight is None or not isinstance(weight.value, NumberQuantity) or weight.value.unit != "1":
        return None
    return weight.value.low if weight.value.low == weight.value.high else None


def subtotals(report: PerformanceReport, scale: Scale) -> tuple[Subtotal, ...]:
    """Every group that has scored lines below it, in order."""
    tree = _Tree(report, scale)
    return tuple(_subtotal(line, tree) for line in report.indicators if tree.scored_children(line.id))


def _subtotal(group: Indicator, tree: "_Tree") -> Subtotal:
    claimed = None if group.claimed_score is None else group.claimed_score.value
    lines = tree.lines_below(group.id)
    return Subtotal(
        subject=group.id,
        name=group.name.value,
        level=group.level,
        claimed=claimed,
        from_lines=None if lines is None else Bounds.exact(sum(lines, Decimal(0))),
        points_declared=None if group.max_score is None else group.max_score.value,
        points_from_lines=tree.points_below(group.id),
        agrees=_agrees(claimed, [lines, tree.claims_below(group.id)]),
    )


def _agrees(claimed: Decimal | None, sums: Sequence[list[Decimal] | None]) -> bool | None:
    """Whether the claimed sum is one of these sums within what rounding explains; None where nothing can be added.

    A level-1 score may follow its lines or its level-2 scores: a wrong level-2 score is told of once, there.
    """
    known = [parts for parts in sums if parts is not None]
    if claimed is None or not known:
        return None
    return any(abs(sum(parts, Decimal(0)) - claimed) <= sum_slack(parts) for parts in known)


class _Tree:
    """Scored lines by their parents."""

    def __init__(self, report: PerformanceReport, scale: Scale) -> None:
        self.scale = scale
        self.scored = {line.id for line in scored_lines(report)}
        self.children: dict[str | None, list[Indicator]] = {}
        known = {line.id for line in report.indicators}
        for line in report.indicators:
            self.children.setdefault(line.parent if line.parent in known else None, []).append(line)
        self.counts = {line.id: self._counts(line) for line in report.indicators}

    def _counts(self, line: Indicator) -> bool:
        if line.id in self.scored:
            return True
        return any(self._counts(child) for child in self.children.get(line.id, ()))

    def scored_children(self, id_: str | None) -> list[Indicator]:
        """Lines and groups directly below that carry scores."""
        if id_ in self.scored:
            return []
        return [child for child in self.children.get(id_, ()) if self.counts[child.id]]

    def lines_below(self, id_: str | None) -> list[Decimal] | None:
        """Claimed scores of the scored lines below, weighted; where one has none, the score of its group stands for
        the whole group. None where neither is printed."""
        found: list[Decimal] = []
        for child in self.scored_children(id_):
            below = self._claimed(child) if child.id in self.scored else self.lines_below(child.id)
            if below is None and child.claimed_score is not None:
                below = [child.claimed_score.value]
            if below is None:
                return None
            found.extend(below)
        return found

    def _claimed(self, line: Indicator) -> list[Decimal] | None:
        if line.claimed_score is None:
            return None
        return [line.claimed_score.value * self.scale.factor(line.id)]

    def claims_below(self, id_: str) -> list[Decimal] | None:
        """Claimed scores directly below, of lines and of groups as they print them; None where one is missing."""
        scores = [
            None if child.claimed_score is None else child.claimed_score.value * self.scale.factor(child.id)
            for child in self.scored_children(id_)
        ]
        known = [score for score in scores if score is not None]
        return known if len(known) == len(scores) else None

    def points_below(self, id_: str) -> Decimal | None:
        """Points of the scored lines below; None where one has none."""
        added = Decimal(0)
        for child in self.scored_children(id_):
            if child.id in self.scored:
                points = self.scale.points(child)
                worth = None if points is None else points * self.scale.factor(child.id)
            else:
                worth = self.points_below(child.id)
            if worth is None:
                return None
            added += worth
        return added


def total(report: PerformanceReport, lines: Sequence[LineScore], scale: Scale) -> Total:
    """The whole: claimed leaf scores, the execution row and the adjustments that count.

    An adjustment stated to lie outside the total is left out; one that says nothing counts. `from_lines` is None where
    a scored line has no score and no group above it claims one.
    """
    claimed = None if report.claimed_total is None else report.claimed_total.value
    extra = _extra(report)
    below = _Tree(report, scale).lines_below(None)
    parts = None if below is None or extra is None or not lines else [*below, *extra]
    given = _sum([_given(line, scale) for line in lines], _adjustments(report))
    widest = _sum([_widest(line, scale) for line in lines], _adjustments(report))
    return Total(
        claimed=claimed,
        from_lines=None if parts is None else Bounds.exact(sum(parts, Decimal(0))),
        recomputed_given_claims=given,
        recomputed_bounds=widest,
        agrees=_agrees(claimed, [parts]),
    )


def _extra(report: PerformanceReport) -> list[Decimal] | None:
    row = report.execution_row
    adjustments = _adjustments(report)
    if row is None or adjustments is None:
        return adjustments
    return None if row.claimed_score is None else [row.claimed_score.value, *adjustments]


def _adjustments(report: PerformanceReport) -> list[Decimal] | None:
    slots = [found for found in report.adjustments if found.points is None and found.max_score is not None]
    counted = [found for found in report.adjustments if found.within_total is not False and found not in slots]
    points = [found.points.value for found in counted if found.points is not None]
    return points if len(points) == len(counted) else None


def _given(line: LineScore, scale: Scale) -> Bounds | None:
    found = line.recomputed
    if found is None and line.claimed is not None:
        found = Bounds.exact(line.claimed)
    return None if found is None else multiply(found, Bounds.exact(scale.factor(line.subject)))


def _widest(line: LineScore, scale: Scale) -> Bounds | None:
    found = line.recomputed
    if found is None and line.max_score is not None:
        found = Bounds(low=Decimal(0), high=line.max_score)
    return None if found is None else multiply(found, Bounds.exact(scale.factor(line.subject)))


def _sum(parts: Sequence[Bounds | None], adjustments: list[Decimal] | None) -> Bounds | None:
    known = [part for part in parts if part is not None]
    if not parts or len(known) < len(parts) or adjustments is None:
        return None
    return add(*known, *(Bounds.exact(points) for points in adjustments))
