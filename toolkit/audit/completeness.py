"""Report → whether its list of lines is complete, by what the report itself shows: only then may sums be judged."""

from collections.abc import Iterable
from decimal import Decimal

from toolkit.audit.once import once
from toolkit.audit.tally import (
    Tree,
    adjustment_slot,
    compare,
    counted_adjustments,
    entries,
    full_marks,
    known,
    lines_by_id,
    points_of,
    total,
)
from toolkit.model.case import Case
from toolkit.model.document import Document
from toolkit.model.record import DeclaredCount, Indicator, PerformanceReport
from toolkit.patterns import regex
from toolkit.text import key

_OF_THE_WHOLE = regex(r"项目|部门|整体|单位|绩效|体系|全部|支出|总")
_EXECUTION = ("预算执行", "资金执行")
LEVELS = {"一级指标": 1, "二级指标": 2, "三级指标": 3, "四级指标": 4}


def full_points(case: Case) -> frozenset[Decimal]:
    """What all points may add up to: the hundred, or the standard's total."""
    return frozenset({Decimal(100), case.standard.total})


def points_fill(case: Case) -> bool:
    """Whether the points of all lines make the full total, with or without the slot for adjustments."""
    points = _points(case.report, Tree(case.report).pointed())
    row = case.report.execution_row
    if row is not None and row.max_score is not None:
        points += (row.max_score.value,)
    return bool(points) and bool(full_points(case) & {total(points), total(points) + adjustment_slot(case.report)})


def points_overflow(case: Case) -> bool:
    """Whether the points of all lines make more than the full total: then some are told twice, as a group and in
    parts."""
    most = max(full_points(case), default=case.standard.total) + adjustment_slot(case.report)
    return total(_points(case.report, Tree(case.report).pointed())) > most


def read_in_part(case: Case) -> bool:
    """Whether a group's points are its own while its score is told by lines that do not fill them."""
    tree = Tree(case.report)
    return any(
        below and line.max_score is not None and total(_points(case.report, below)) != line.max_score.value
        for line in tree.pointed()
        for below in [tree.scored(line.id)]
    )


def scores_fill(case: Case) -> bool:
    """Whether the claimed scores make the claimed total (rounding apart)."""
    return _scores_fill(case.report)


@once
def _scores_fill(report: PerformanceReport) -> bool:
    claimed = report.claimed_total
    scores = known(entry.score for entry in entries(report))
    if claimed is None or not scores:
        return False
    extra = counted_adjustments(report)
    return any(compare(claimed.value, parts, coarse=True) != "wrong" for parts in (scores, scores + extra))


def nothing_left_over(case: Case, blocks: frozenset[str]) -> bool:
    """Whether all that looked like data in these blocks was understood and no page was lost."""
    return not _lost(case.document) and not _left_over(case.report) & blocks


@once
def _lost(document: Document) -> bool:
    return any(note.severity == "loss" for note in document.notes)


@once
def _left_over(report: PerformanceReport) -> frozenset[str]:
    """Blocks that hold something not understood."""
    return frozenset(block for residue in report.residue for block in residue.where.blocks)


def blocks_of(lines: tuple[Indicator, ...]) -> frozenset[str]:
    """Blocks in which these lines stand."""
    return frozenset(block for line in lines for block in line.name.where.blocks)


def total_row(case: Case) -> bool:
    """Whether the total stands in the table of the lines and nothing of that table is left over."""
    claimed = case.report.claimed_total
    lines = Tree(case.report).scored()
    if claimed is None or not lines or claimed.where.segments[0].cell is None:
        return False
    blocks = blocks_of(lines)
    return bool(blocks & claimed.where.blocks) and nothing_left_over(case, blocks)


def listed(case: Case, declared: DeclaredCount) -> tuple[Indicator, ...] | None:
    """The lines that a declared number counts, without that of the budget's execution where they then are as many;
    None where it counts something else or its group is not found."""
    lines = _counted(case, declared)
    others = tuple(line for line in lines or () if not key(line.name.value).startswith(_EXECUTION))
    return others if others and len(others) == declared.count.value else lines


def _counted(case: Case, declared: DeclaredCount) -> tuple[Indicator, ...] | None:
    level = LEVELS.get(key(declared.what))
    if level is None:
        return None
    lines = tuple(line for line in case.report.indicators if line.level == level)
    if declared.scope is None:
        return lines
    scope = scope_of(case, declared.scope)
    groups = {line.id for line in case.report.indicators if scope and scope in key(line.name.value)}
    if not groups and not any(scope in key(f"{line.level1} {line.level2}") for line in lines):
        return lines if _OF_THE_WHOLE.search(scope) else None
    return tuple(line for line in lines if _within(case, line, groups, scope))


def scope_of(case: Case, scope: str) -> str:
    """The words of a scope by which the lines call their group: 项目决策类指标 may be 决策 there."""
    words = key(scope).removesuffix("指标").removesuffix("类")
    short = words.removeprefix("项目")
    named = {key(line.level1) for line in case.report.indicators if line.level1 is not None}
    return short if short in named and words not in named else words


def counts_hold(case: Case) -> bool:
    """Whether the report declares how many lines it has at some level, and lists exactly so many at every level."""
    counted = [(declared.count.value, listed(case, declared)) for declared in case.report.declared_counts]
    known_levels = [(count, lines) for count, lines in counted if lines is not None]
    return bool(known_levels) and all(len(lines) == count for count, lines in known_levels)


def list_is_complete(case: Case) -> bool:
    """Total row, points that fill the total, or declared counts that are met."""
    return points_fill(case) or total_row(case) or counts_hold(case)


def group_is_complete(case: Case, group: Indicator, lines: tuple[Indicator, ...]) -> bool:
    """Whether all lines of the group are listed: in one table with it, or in text with points that fill its own."""
    if not lines or any(line.claimed_score is None and line.max_score is not None for line in lines):
        return False
    points = _points(case.report, lines)
    if group.max_score is not None and len(points) == len(lines):
        return compare(group.max_score.value, points) != "wrong"
    return _one_table(group, lines) and nothing_left_over(case, blocks_of(lines))


def _points(report: PerformanceReport, lines: Iterable[Indicator]) -> tuple[Decimal, ...]:
    full = full_marks(report)
    implied = (full.get(line.id) if (points := points_of(line)) is None else points for line in lines)
    return tuple(points for points in implied if points is not None)


def _one_table(group: Indicator, lines: tuple[Indicator, ...]) -> bool:
    tables = {segment.block for line in (group, *lines) for segment in line.name.where.segments if segment.cell}
    texts = any(segment.cell is None for line in (group, *lines) for segment in line.name.where.segments)
    return len(tables) == 1 and not texts


def _within(case: Case, line: Indicator, groups: set[str], scope: str) -> bool:
    if scope in key(line.level1 or "") or scope in key(line.level2 or ""):
        return True
    by_id = lines_by_id(case.report)
    above = line.parent
    while above is not None and above not in groups:
        above = by_id[above].parent if above in by_id else None
    return above is not None
