"""Rows of a page → regions where a table without all its rulings may stand: between rules, or aligned in columns."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import Final

from toolkit.layout.corridors import Corridor, bridged, columns_of, corridors_of
from toolkit.layout.grid import joined
from toolkit.layout.page import Frame, Ruling
from toolkit.layout.parts import Baseline, Part, baseline_of, within
from toolkit.layout.region import Region
from toolkit.layout.rowbreaks import goes_on
from toolkit.layout.textlines import Row
from toolkit.layout.wording import is_caption
from toolkit.model.document import Box

_SAME_SIDE: Final = 4.0  # points: rules of one table begin and end together
_SHORTEST: Final = 60.0  # points: no table is narrower
BESIDE_RULES: Final = 0.45  # em: the narrowest corridor where rules show that there is a table
NARROWEST: Final = 0.12  # em: the same where headings part it as well
ALONE: Final = 0.8  # em: the same where nothing does
_SHADED: Final = (7.0, 80.0)  # points: height of a shaded row
TALLEST_GAP: Final = 2.6  # em between the centres of neighbouring lines of a table without rules
_FEWEST_LINES: Final = 4  # of a table where nothing is drawn
_LOW: Final = 0.6  # of the page's height: the end of a page lies further down
MOST_BELOW: Final = 2
"""Lines of furniture at the foot of a page, below a table that goes on on the next."""


def rule_groups(horizontals: Iterable[Ruling], shadings: Iterable[Box]) -> list[list[Ruling]]:
    """Rules, and edges of shaded rows, that begin and end together, each group from top to bottom; widest first."""
    edges = [
        Ruling(at, left, right)
        for left, top, right, bottom in shadings
        if _SHADED[0] <= bottom - top <= _SHADED[1]
        for at in (top, bottom)
    ]
    groups: list[list[Ruling]] = []
    for rule in joined([*horizontals, *edges]):
        if rule.end - rule.start < _SHORTEST:
            continue
        for group in groups:
            if abs(group[0].start - rule.start) <= _SAME_SIDE and abs(group[0].end - rule.end) <= _SAME_SIDE:
                group.append(rule)
                break
        else:
            groups.append([rule])
    widest = sorted(groups, key=lambda group: group[0].start - group[0].end)
    return [sorted(group) for group in widest if len(group) > 1]


def between_rules(
    rows: Sequence[Row], group: Sequence[Ruling], drawn: Sequence[Ruling], frame: Frame
) -> Iterator[tuple[Region, list[Row]]]:
    """Regions between the rules of a group that have several columns."""
    run: list[Ruling] = []
    taken: list[Row] = []
    single = False
    for above, below in pairwise(group):
        slab = within(rows, above.start - _SAME_SIDE, above.end + _SAME_SIDE, above.at, below.at)
        if _in_columns(slab, above, frame) or (len(run) > 2 and single and _goes_across(slab, frame)):
            run = run or [above]
            run.append(below)
            taken += slab
            single = sum(1 for row in slab if len(baseline_of(row, frame).parts) > 1) <= 1
        elif run:
            yield _region(run, taken, rows, drawn, frame)
            run, taken = [], []
    if run:
        yield _region(run, taken, rows, drawn, frame)


def _in_columns(slab: Sequence[Row], rule: Ruling, frame: Frame) -> bool:
    """Whether what stands between two rules is set in columns, within their sides but for a mark that hangs out."""
    lines = [baseline_of(row, frame) for row in slab]
    if not slab or any(
        line.parts[0].x0 < rule.start - _SAME_SIDE or line.parts[-1].x1 > rule.end + max(_SAME_SIDE, line.em)
        for line in lines
    ):
        return False
    return any(len(line.parts) > 1 for line in lines) and bool(
        corridors_of([], lines, BESIDE_RULES * max(line.em for line in lines))
    )


def _goes_across(slab: Sequence[Row], frame: Frame) -> bool:
    """Whether a row of a ruled list is empty or has a single cell; the title of the next table is none."""
    lines = [baseline_of(row, frame) for row in slab]
    return len(slab) <= 1 and all(len(line.parts) == 1 and not is_caption(line.parts[0].text) for line in lines)


def _region(
    run: list[Ruling], taken: list[Row], rows: Sequence[Row], drawn: Sequence[Ruling], frame: Frame
) -> tuple[Region, list[Row]]:
    """The region of a run of rules, with the lines that follow where only headings stand between two rules; the edge
    of a shaded row ends no table, either way."""
    left, right = run[0].start - _SAME_SIDE, run[0].end + _SAME_SIDE
    lines = [baseline_of(row, frame) for row in taken]
    if len(run) == 2 or not _is_drawn(run[-1], drawn):
        below = within(rows, left, right, run[-1].at, frame.height)
        follow = _following(lines, [baseline_of(row, frame) for row in below], BESIDE_RULES)
        taken = taken + below[:follow]
    if not _is_drawn(run[0], drawn):
        above = within(rows, left, right, 0.0, run[0].at)[::-1]
        lines = [baseline_of(row, frame) for row in taken[::-1]]
        precede = _following(lines, [baseline_of(row, frame) for row in above], BESIDE_RULES, up=True)
        taken = above[:precede][::-1] + taken
    inner = through_some(drawn, run, run[0].at, run[-1].at)
    return Region([baseline_of(row, frame) for row in taken], run, NARROWEST, inner=inner), taken


def through_some(drawn: Iterable[Ruling], through: Sequence[Ruling], top: float, bottom: float) -> list[Ruling]:
    """The rules between two heights that run through some columns only of a table with rules `through` all."""
    left, right = (through[0].start - _SAME_SIDE, through[0].end + _SAME_SIDE) if through else (inf, inf)
    return [
        rule
        for rule in drawn
        if top + _SAME_SIDE < rule.at < bottom - _SAME_SIDE
        and left <= rule.start < rule.end <= right
        and not any(abs(rule.at - other.at) <= _SAME_SIDE for other in through)
    ]


def _is_drawn(rule: Ruling, drawn: Iterable[Ruling]) -> bool:
    return any(
        abs(line.at - rule.at) <= _SAME_SIDE and line.start < rule.end and rule.start < line.end for line in drawn
    )


def _following(lines: Sequence[Baseline], below: Sequence[Baseline], least: float, up: bool = False) -> int:
    """How many of the lines that follow (below headings or a first row, or upwards) stand in the same columns, up to
    the last that has several."""
    known, start = list(lines), 0 if up else len(lines)
    fewest = len(corridors_of([], lines, least * lines[-1].em))
    count = 0
    for number, line in enumerate(below, start=1):
        if abs(line.middle - known[-1].middle) > TALLEST_GAP * line.em:
            break
        shown = start if any(len(each.parts) > 1 for each in (*known[start:], line)) else 0
        there = corridors_of(known[:shown], [*known[shown:], line], least * line.em)
        if not there or len(there) < fewest or any(bridged(there, part) for part in line.parts):
            break
        if len(line.parts) > 1 or (count == number - 1 and is_rest(line.parts[0], known, there)):
            count = number
        known.append(line)
    return count


def is_rest(part: Part, above: Sequence[Baseline], corridors: Sequence[Corridor]) -> bool:
    """Whether a part alone on its line goes on with the cell above it."""
    column = columns_of(corridors, part)[0]
    there = [other for line in above for other in line.parts if columns_of(corridors, other)[0] == column]
    return bool(there) and goes_on(there[-1], part, max(other.x1 - other.x0 for other in there))


def aligned(rows: Sequence[Row], frame: Frame) -> Iterator[tuple[int, int]]:
    """Where (first row, one beyond the last) several columns show in lines under one another."""
    several = {index for index, row in enumerate(rows) if len(row) > 1 and _is_parted(row)}
    if len(several) < _FEWEST_LINES:
        return
    lines = [baseline_of(row, frame) for row in rows]
    start = 0
    while start < len(lines):
        end = start + 1
        if start in several:
            end += _following(lines[start : start + 1], lines[start + 1 :], ALONE)
        if end - start >= _FEWEST_LINES:
            yield start, end
            start = end
        else:
            start += 1


def at_the_end(rows: Sequence[Row], frame: Frame) -> Iterator[tuple[int, int]]:
    """The same for few lines at the end of a page, with no more than some furniture below: the longest first."""
    lines = [baseline_of(row, frame) for row in rows[-_FEWEST_LINES - MOST_BELOW :]]
    offset = len(rows) - len(lines)
    for end in range(len(lines), max(1, len(lines) - MOST_BELOW - 1), -1):
        if lines[end - 1].bottom < _LOW * frame.height:
            return
        for start in range(max(0, end - _FEWEST_LINES + 1), end - 1):
            first, below = lines[start : start + 1], lines[start + 1 : end]
            if len(first[0].parts) > 2 and _following(first, below, ALONE) == len(below):
                yield offset + start, offset + end


def _is_parted(row: Row) -> bool:
    height = row[0].bottom - row[0].top
    return any(after.lefts[0] - before.rights[-1] >= 0.5 * height for before, after in pairwise(row))
