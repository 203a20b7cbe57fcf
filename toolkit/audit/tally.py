"""Report → the tree of its lines and what their points and scores add up to, with the slack of printed decimals."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import reduce
from typing import Literal

from toolkit.audit.once import once
from toolkit.measure.interval import sum_slack
from toolkit.model.citation import CitedNumber
from toolkit.model.record import BudgetRow, Indicator, PerformanceReport

_EXACT = Context(prec=2000)
Verdict = Literal["agrees", "rounding", "wrong"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that counts: an indicator or the execution line of a budget row."""

    subject: str
    name: str
    points: CitedNumber | None
    score: CitedNumber | None


class Tree:
    """Indicators by their group. A group counts through its lines where these carry what is counted."""

    def __init__(self, report: PerformanceReport) -> None:
        self._below: dict[str | None, list[Indicator]] = defaultdict(list)
        for line in report.indicators:
            self._below[line.parent].append(line)

    def children(self, group: str | None) -> tuple[Indicator, ...]:
        """Lines directly under this group."""
        return tuple(self._below.get(group, ()))

    def scored(self, group: str | None = None) -> tuple[Indicator, ...]:
        """The lowest lines under the group whose scores add up to its own."""
        return tuple(self._lowest(group, "claimed_score"))

    def pointed(self, group: str | None = None) -> tuple[Indicator, ...]:
        """The lowest lines under the group whose points add up to its own."""
        return tuple(self._lowest(group, "max_score"))

    def _lowest(self, group: str | None, field: str) -> Iterator[Indicator]:
        for line in self.children(group):
            below = tuple(self._lowest(line.id, field))
            if any(getattr(lower, field) is not None for lower in below):
                yield from below
            elif line.max_score is not None or line.claimed_score is not None:
                yield line
            else:
                yield from below


@once
def entries(report: PerformanceReport) -> tuple[Entry, ...]:
    """All lines whose scores make the total: lowest scored lines, then the execution line of the funds block."""
    lines = tuple(Entry(line.id, line.name.value, line.max_score, line.claimed_score) for line in Tree(report).scored())
    return lines + tuple(execution_entry(row) for row in (report.execution_row,) if row is not None)


def execution_entry(row: BudgetRow) -> Entry:
    """The execution line as it stands in the funds block."""
    return Entry(row.id, "预算执行率", row.max_score, row.claimed_score)


def points_of(line: Indicator) -> Decimal | None:
    """Points as printed, else what the line says it gained and lost together."""
    if line.max_score is not None:
        return line.max_score.value
    if line.claimed_score is None or line.deduction is None:
        return None
    return line.claimed_score.value + abs(line.deduction.value)


@once
def full_marks(report: PerformanceReport) -> dict[str, Decimal]:
    """Points of lines that tell but their score (目标管理得8分), by id: full marks, where these and the points of the
    other lines make just the points of their group."""
    tree = Tree(report)
    found: dict[str, Decimal] = {}
    for group in report.indicators:
        lines = tree.children(group.id)
        bare = [line for line in lines if points_of(line) is None and line.claimed_score is not None]
        if group.max_score is None or not bare or any(tree.children(line.id) for line in lines):
            continue
        scores = {line.id: line.claimed_score.value for line in bare if line.claimed_score is not None}
        others = [points for line in lines if line.id not in scores and (points := points_of(line)) is not None]
        whole = len(others) + len(bare) == len(lines)
        if whole and total([*others, *scores.values()]) == group.max_score.value:
            found |= scores
    return found


def known(cited: Iterable[CitedNumber | None]) -> tuple[Decimal, ...]:
    """The values that are stated."""
    return tuple(value.value for value in cited if value is not None)


def total(values: Sequence[Decimal]) -> Decimal:
    """Exact sum, as finely printed as its finest part."""
    return reduce(_EXACT.add, values, Decimal(0))


def fineness(value: Decimal) -> int:
    """Number of printed decimals."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def half_up(value: Decimal, decimals: int) -> Decimal:
    """Rounded half up to so many decimals, however long the number is."""
    return value.quantize(_EXACT.scaleb(Decimal(1), -decimals), ROUND_HALF_UP, _EXACT)


def compare(printed: Decimal, parts: Sequence[Decimal], *, coarse: bool = False) -> Verdict:
    """Printed whole against the sum of its parts, as exact kinds: within k × half the finest unit it may be rounding.

    `coarse`: so it may where the whole is printed with fewer decimals and is the rounded sum.
    """
    exact = total(parts)
    if printed == exact:
        return "agrees"
    coarser = coarse and fineness(printed) < max((fineness(part) for part in parts), default=0)
    if coarser and half_up(exact, fineness(printed)) == printed:
        return "rounding"
    return "rounding" if _EXACT.subtract(printed, exact).copy_abs() <= sum_slack(parts) else "wrong"


def counted_adjustments(report: PerformanceReport) -> tuple[Decimal, ...]:
    """Points of the adjustments that the total may contain."""
    return known(adjustment.points for adjustment in report.adjustments if adjustment.within_total is not False)


def adjustment_slot(report: PerformanceReport) -> Decimal:
    """The points reserved for adjustments: the largest that any of them names, 0 if none."""
    return max(known(adjustment.max_score for adjustment in report.adjustments), default=Decimal(0))


def slot_cited(report: PerformanceReport) -> CitedNumber | None:
    """Where the points of the slot stand."""
    slot = adjustment_slot(report)
    named = (one.max_score for one in report.adjustments if one.max_score is not None)
    return next((points for points in named if points.value == slot), None)


@once
def lines_by_id(report: PerformanceReport) -> dict[str, Indicator]:
    """The report's lines by id."""
    return {line.id: line for line in report.indicators}


@once
def scored_out_of_hundred(report: PerformanceReport) -> bool:
    """Whether lines are scored out of 100 and weighted: then scores may exceed points and do not add up."""
    lines = [line for line in report.scored_leaves if line.claimed_score is not None]
    if any(line.weight is not None and line.max_score is None for line in lines):
        return True
    both = [(line.claimed_score.value, line.max_score.value) for line in lines if line.claimed_score and line.max_score]
    above = sum(score > points for score, points in both)
    if len(both) >= 2 and above >= max(2, (len(both) + 1) // 2):
        return True
    weighted = sum((score * points / 100 for score, points in both), Decimal(0))
    return (
        above > 0 and report.claimed_total is not None and abs(weighted - report.claimed_total.value) < Decimal("0.1")
    )
