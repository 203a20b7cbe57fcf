"""Lines of a table whose rulings are missing → the rulings that its white space implies, and the grid they make.

The rulings that are drawn stay; corridors between columns and breaks between rows complete them, and the grid is
built from all of them as for any other table.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from toolkit.layout.corridors import Corridor, columns_of, corridors_of
from toolkit.layout.divisions import Division, between_rows, divisions_of, labels_beside
from toolkit.layout.grid import Grid, grids_of
from toolkit.layout.groups import Extent, merged_labels
from toolkit.layout.headings import Over, headings_over
from toolkit.layout.page import Ruling
from toolkit.layout.parts import Baseline, Part, finer, part_at
from toolkit.layout.region import Region
from toolkit.layout.rowbreaks import row_groups
from toolkit.layout.touching import cut_where_cells_meet
from toolkit.layout.wording import is_figure

_SURROUND: Final = 2.0  # points from the text to the edge of a table without rulings
_SURE: Final = 0.9  # em: a blank between a number and its unit is narrower
_FEWEST_SLABS: Final = 3  # between rulings of a body that has one for each row
_SINGLE: Final = 0.75  # of them show a single row
_NEAR: Final = 0.6  # em: a label's centre lies so near that of its columns


@dataclass(eq=False)
class Implied:
    """What a region shows: corridors, lines of headings, rows of the body, and the grid of it all."""

    corridors: list[Corridor]
    head: list[Baseline]
    body: list[list[Baseline]]
    grid: Grid


def implied(region: Region) -> Implied | None:
    """The table that a region would be; None where nothing parts it into columns. Whether it is one, others judge."""
    cut_where_cells_meet(region)
    _part_at_narrow_corridors(region)
    corridors, head, body = _columns(region)
    if not corridors or not body:
        return None
    divisions = divisions_of(region.inner, corridors, region.rules[0]) if region.inner else []
    above = [division for division in divisions if head and division.at < head[-1].bottom]
    below = between_rows((division for division in divisions if division not in above), len(corridors) + 1)
    through = [rule.at for rule in region.rules]
    heights = sorted({*through, *(division.at for division in below)})
    labels = labels_beside(body, corridors, through, below) if below else merged_labels(body, corridors)
    rows = _rows_between(labels.others, corridors, heights, cut=region.known is not None)
    if not rows:
        return None
    rulings = _Rulings(region, corridors, head, rows, heights)
    rulings.merged = labels.groups(rulings.edges)
    grids = grids_of(*rulings.complete(headings_over(head, corridors, above), above))
    if len(grids) != 1 or len(grids[0].xs) != len(corridors) + 2:
        return None
    xs = grids[0].xs
    slack = corridors[0][0] - xs[0], *((right - left) / 2 for left, right in corridors), xs[-1] - corridors[-1][1]
    return Implied(corridors, head, rows, replace(grids[0], slack=slack))


def _columns(region: Region) -> tuple[list[Corridor], list[Baseline], list[Baseline]]:
    """(corridors, lines of headings, lines of the body)."""
    head, body = region.split()
    if region.known is not None:
        return region.known[0], head, body
    corridors = corridors_of(head, body, region.least * region.em, _SURE * region.em, region.ends)
    corridors = _with_sides(corridors, region.sides)
    if corridors and body and not any(head[-1].middle < rule.at < body[0].middle for rule in region.rules):
        head, body = _parted(region.lines, corridors)
    return corridors, head, body


def _with_sides(corridors: list[Corridor], sides: Sequence[float]) -> list[Corridor]:
    """The corridors with drawn rulings in place of those in which they stand."""
    free = [each for each in corridors if not any(each[0] <= side <= each[1] for side in sides)]
    return sorted([*free, *((side, side) for side in sides)])


def _part_at_narrow_corridors(region: Region) -> None:
    """Part lines, in place, at corridors no wider than a blank, where headings and rows tell that there is one."""
    head, body = region.split()
    fine_head, fine_body = ([finer(line, region.least) for line in lines] for lines in (head, body))
    for left, right in corridors_of(fine_head, fine_body, region.least * region.em, _SURE * region.em, region.ends):
        if right - left < _SURE * region.em:
            for line in region.lines:
                part_at(line, left, right)


def _parted(lines: Sequence[Baseline], corridors: Sequence[Corridor]) -> tuple[list[Baseline], list[Baseline]]:
    """(lines of headings, lines of the body) where no ruling parts them: figures begin the body."""
    rows = row_groups(lines, corridors)
    figures = [any(is_figure(part.text) for part in _parts(row)) for row in rows]
    head = max(1, figures.index(True) if True in figures else 1)
    return [line for row in rows[:head] for line in row], [line for row in rows[head:] for line in row]


def _rows_between(
    lines: Sequence[Baseline], corridors: Sequence[Corridor], heights: Sequence[float], cut: bool
) -> list[list[Baseline]]:
    """Rows of the body; no row goes on below a ruling, at one of the heights. Where nearly all rows stand between
    rulings of their own, all do. `cut`: the first may have begun on the page before."""
    slabs: list[list[Baseline]] = []
    for above, line in zip((None, *lines), lines, strict=False):
        if above is None or any(above.middle < at < line.middle for at in heights):
            slabs.append([])
        slabs[-1].append(line)
    parted = [row_groups(slab, corridors, cut=cut and slab is slabs[0]) for slab in slabs]
    single = sum(1 for rows in parted if len(rows) == 1)
    if len(slabs) >= _FEWEST_SLABS and single >= _SINGLE * len(slabs):
        return slabs
    return [row for rows in parted for row in rows]


def _parts(lines: Sequence[Baseline]) -> list[Part]:
    return [part for line in lines for part in line.parts]


class _Rulings:
    """The drawn rulings of a region and those between them. `merged`: rows of labels that stand for several."""

    def __init__(
        self,
        region: Region,
        corridors: list[Corridor],
        head: list[Baseline],
        rows: list[list[Baseline]],
        heights: Sequence[float],
    ) -> None:
        self._corridors = corridors
        self._rows = rows
        parts = _parts(region.lines)
        self._left = min([part.x0 - _SURROUND for part in parts] + [rule.start for rule in region.rules])
        self._right = max([part.x1 + _SURROUND for part in parts] + [rule.end for rule in region.rules])
        self._top, self.edges = self._heights(heights, [*head] or [*rows[0]], bool(head))
        self.merged: dict[int, list[Extent]] = {}

    def _heights(self, drawn: Sequence[float], first: Sequence[Baseline], headed: bool) -> tuple[float, list[float]]:
        """(top of the table, edges of the body's rows): at a drawn ruling, else in the middle between lines."""
        top = max([at for at in drawn if at < first[0].middle], default=first[0].top - _SURROUND)
        edges = [_between(first, self._rows[0], drawn) if headed else top]
        edges += [_between(upper, lower, drawn) for upper, lower in pairwise(self._rows)]
        last = max(self._rows[-1], key=lambda line: line.middle)
        bottom = min([at for at in drawn if at > last.middle], default=last.bottom + _SURROUND)
        return top, [*edges, bottom]

    def complete(self, headings: Sequence[Over], drawn: Sequence[Division]) -> tuple[list[Ruling], list[Ruling]]:
        """(horizontals, verticals). `drawn`: lines through some columns of the head."""
        middles = [(left + right) / 2 for left, right in self._corridors]
        sides = [self._left, *middles, self._right]
        bottom = self.edges[-1]
        verticals = [Ruling(side, self._top, bottom) for side in (self._left, self._right)]
        levels = sorted({self._top, *(over.below for over in headings), self.edges[0]})
        for top, low in pairwise(levels):
            crossed = {k for over in headings if top < over.middle < low for k in range(over.first, over.last)}
            verticals += [Ruling(at, top, low) for k, at in enumerate(middles) if k not in crossed]
        for row, (top, low) in zip(self._rows, pairwise(self.edges), strict=True):
            labelled = any(start < low and top < end for start, end in self.merged.get(0, ()))
            spans = [*self._spans(row), *([] if labelled else self._label(row, sides))]
            crossed = {k for first, last in spans for k in range(first, last)}
            verticals += [Ruling(at, top, low) for k, at in enumerate(middles) if k not in crossed]
        horizontals = [Ruling(edge, self._left, self._right) for edge in (self._top, self.edges[0], bottom)]
        horizontals += [Ruling(over.below, sides[over.first], sides[over.last + 1]) for over in headings]
        horizontals += [Ruling(line.at, sides[column], sides[column + 1]) for line in drawn for column in line.columns]
        for edge in self.edges[1:-1]:
            for column, (left, right) in enumerate(pairwise(sides)):
                if not any(top < edge < low for top, low in self.merged.get(column, ())):
                    horizontals.append(Ruling(edge, left, right))
        return horizontals, verticals

    def _spans(self, row: Sequence[Baseline]) -> list[tuple[int, int]]:
        """First and last column of each part of a row; one that runs across from the first on takes all."""
        spans = [columns_of(self._corridors, part) for part in _parts(row)]
        if len(spans) == 1 and spans[0][0] == 0 < spans[0][1]:
            return [(0, len(self._corridors))]
        return spans

    def _label(self, row: Sequence[Baseline], sides: Sequence[float]) -> list[tuple[int, int]]:
        """First and last column of a label set in the middle of the first columns, such as that of a sum."""
        parts = sorted(_parts(row), key=lambda part: part.x0)
        column = columns_of(self._corridors, parts[0])[0]
        end = columns_of(self._corridors, parts[1])[0] if len(parts) > 1 else len(self._corridors) + 1
        others = [part for each in self._rows if each is not row for part in _parts(each)]
        own = [part for part in others if columns_of(self._corridors, part)[0] == column]
        near = _NEAR * row[0].em
        if column == 0 or any(
            min(abs(parts[0].x0 - each.x0), abs(parts[0].centre - each.centre)) <= near for each in own
        ):
            return []
        off = {last: abs((sides[0] + sides[last + 1]) / 2 - parts[0].centre) for last in range(column, end)}
        nearest = min(off, key=lambda last: off[last], default=0)
        return [(0, nearest)] if off and off[nearest] <= near else []


def _between(upper: Sequence[Baseline], lower: Sequence[Baseline], drawn: Sequence[float]) -> float:
    """Where a row ends above another."""
    end, start = max(upper, key=lambda line: line.middle), min(lower, key=lambda line: line.middle)
    inside = [at for at in drawn if end.middle < at < start.middle]
    return inside[0] if inside else (end.bottom + start.top) / 2
