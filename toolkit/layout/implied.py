"""Lines of a table whose rulings are missing → the rulings that its white space implies, and the grid they make.

The rulings that are drawn stay; corridors between columns and breaks between rows complete them, and the grid is
built from all of them as for any other table.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from toolkit.layout.corridors import Corridor, columns_of, corridors_of
from toolkit.layout.grid import Grid, grids_of
from toolkit.layout.groups import merged_labels
from toolkit.layout.page import Ruling
from toolkit.layout.parts import Baseline, Part, cut_at, meetings, size_of
from toolkit.layout.rowbreaks import row_groups
from toolkit.layout.wording import is_figure

_SURROUND: Final = 2.0  # points from the text to the edge of a table without rulings
_DEEPEST_HEAD: Final = 5  # lines of headings where no ruling ends them
_SURE: Final = 0.9  # em: a blank between a number and its unit is narrower
_TOUCHING: Final = 0.2  # em: cells that meet do so in one place
_MEETING: Final = 0.3  # of the lines: in so many they may
_CENTRED: Final = 0.25  # of their width: a heading's centre lies so near that of its columns


@dataclass(eq=False)
class Region:
    """Where a table may stand: its lines, and the rulings through it from top to bottom (all of one width).

    `least`: the narrowest corridor, em. `parting`: rulings between some of its columns only.
    """

    lines: list[Baseline]
    rules: list[Ruling]
    least: float
    parting: list[Ruling] = field(default_factory=list)

    @property
    def em(self) -> float:
        return size_of(self.lines)

    def split(self) -> tuple[list[Baseline], list[Baseline]]:
        """(lines of headings, lines of the body)."""
        first, last = self.lines[0].middle, self.lines[-1].middle
        ends = [rule.at for rule in self.rules if first < rule.at < last]
        if ends:
            return [line for line in self.lines if line.middle < ends[0]], [
                line for line in self.lines if line.middle > ends[0]
            ]
        head = 0
        while head < min(_DEEPEST_HEAD, len(self.lines) - 1) and not any(
            is_figure(part.text) for part in self.lines[head].parts
        ):
            head += 1
        head = max(1, head)
        return self.lines[:head], self.lines[head:]


@dataclass(eq=False)
class Implied:
    """What a region shows: corridors, rows of the headings and of the body, and the grid of it all."""

    corridors: list[Corridor]
    head: list[list[Baseline]]
    body: list[list[Baseline]]
    grid: Grid


def implied(region: Region) -> Implied | None:
    """The table that a region would be; None where nothing parts it into columns. Whether it is one, others judge."""
    _cut_where_cells_meet(region)
    head, body = region.split()
    corridors = corridors_of(head, body, region.least * region.em, _SURE * region.em)
    if not corridors or not body:
        return None
    if not any(head[-1].middle < rule.at < body[0].middle for rule in region.rules):
        head, body = _parted(region.lines, corridors)
    head_rows = _head_rows(head, corridors)
    labels = merged_labels(body, corridors)
    body_rows = _rows_between(labels.others, corridors, region.rules)
    if not body_rows:
        return None
    rulings = _Rulings(region, corridors, head_rows, body_rows)
    rulings.labels = labels.groups(rulings.body_edges)
    grids = grids_of(*rulings.complete())
    if len(grids) != 1:
        return None
    grid = grids[0]
    if len(grid.xs) != len(corridors) + 2:
        return None
    outer = (corridors[0][0] - grid.xs[0]), (grid.xs[-1] - corridors[-1][1])
    slack = (outer[0], *((right - left) / 2 for left, right in corridors), outer[1])
    return Implied(corridors, head_rows, body_rows, replace(grid, slack=slack))


def _cut_where_cells_meet(region: Region) -> None:
    """Cut parts, in place, where a figure fills its cell up to the word in the next: no other line runs on there."""
    near = _TOUCHING * region.em
    for place in sorted({place for line in region.lines for part in line.parts for place in meetings(part)}):
        met = [
            (line, part)
            for line in region.lines
            for part in line.parts
            if part.x0 < place - near and place + near < part.x1
        ]
        halves = [cut_at(part, place - near, place + near) for _, part in met]
        if all(halves) and len(met) <= _MEETING * len(region.lines):
            for (line, part), two in zip(met, halves, strict=True):
                number = line.parts.index(part)
                line.parts[number : number + 1] = two or ()


def _parted(lines: Sequence[Baseline], corridors: Sequence[Corridor]) -> tuple[list[Baseline], list[Baseline]]:
    """(lines of headings, lines of the body) where no ruling parts them: figures begin the body."""
    rows = row_groups(lines, corridors)
    figures = [any(is_figure(part.text) for part in _parts(row)) for row in rows]
    head = max(1, figures.index(True) if True in figures else 1)
    return [line for row in rows[:head] for line in row], [line for row in rows[head:] for line in row]


def _head_rows(head: list[Baseline], corridors: Sequence[Corridor]) -> list[list[Baseline]]:
    """One row, unless a heading stands over several columns."""
    spans = [_span(part, head, corridors) for part in _parts(head)]
    if all(first == last for first, last in spans):
        return [head]
    return row_groups(head, corridors, 0.0)


def _rows_between(
    lines: Sequence[Baseline], corridors: Sequence[Corridor], rules: Sequence[Ruling]
) -> list[list[Baseline]]:
    """Rows of the body; no row goes on below a ruling."""
    rows: list[list[Baseline]] = []
    slab: list[Baseline] = []
    for above, line in zip((None, *lines), lines, strict=False):
        if above is not None and any(above.middle < rule.at < line.middle for rule in rules):
            rows += row_groups(slab, corridors)
            slab = []
        slab.append(line)
    return [*rows, *row_groups(slab, corridors)] if slab else rows


def _parts(lines: Sequence[Baseline]) -> list[Part]:
    return [part for line in lines for part in line.parts]


def _span(part: Part, head: Sequence[Baseline], corridors: Sequence[Corridor]) -> tuple[int, int]:
    """Columns over which a heading stands: those it covers, or those of the headings below in whose middle it is."""
    own = columns_of(corridors, part)
    number = next((index for index, line in enumerate(head) if part in line.parts), len(head))
    if own[0] < own[1] or number + 1 >= len(head):
        return own
    place = head[number].parts.index(part)
    before = [columns_of(corridors, other)[1] for other in head[number].parts[:place]]
    after = [columns_of(corridors, other)[0] for other in head[number].parts[place + 1 :]]
    free = range(max(before, default=-1) + 1, min(after, default=len(corridors) + 1))
    best, least = own, _CENTRED
    for line in head[number + 1 :]:
        labels = {columns_of(corridors, other)[0]: other for other in line.parts}
        for first in free:
            for last in range(max(first + 1, own[0]), free.stop):
                if first <= own[0] and all(column in labels for column in range(first, last + 1)):
                    left, right = labels[first].x0, labels[last].x1
                    off = abs((left + right) / 2 - part.centre) / (right - left)
                    if off < least:
                        best, least = (first, last), off
    return best


class _Rulings:
    """The drawn rulings of a region and those between them."""

    def __init__(
        self, region: Region, corridors: list[Corridor], head: list[list[Baseline]], body: list[list[Baseline]]
    ) -> None:
        self._corridors = corridors
        self._head = head
        self._rows = [*head, *body]
        self._rules = region.rules
        self._parting = region.parting
        parts = _parts(region.lines)
        starts, ends = [rule.start for rule in region.rules], [rule.end for rule in region.rules]
        self._left = min(*starts, *(part.x0 - _SURROUND for part in parts), 1e9)
        self._right = max(*ends, *(part.x1 + _SURROUND for part in parts), -1e9)
        self._edges = self._row_edges(region)
        self.labels: dict[int, list[tuple[float, float]]] = {}

    @property
    def body_edges(self) -> list[float]:
        """Upper edges of the body's rows and the lower one of the last."""
        return self._edges[len(self._head) :]

    def _row_edges(self, region: Region) -> list[float]:
        """Where rows end: at a drawn ruling, else in the middle between their lines."""
        first, last = self._rows[0], self._rows[-1]
        top = min(line.top for line in first) - _SURROUND
        bottom = max(line.bottom for line in last) + _SURROUND
        above = [rule.at for rule in region.rules if rule.at < first[0].middle]
        below = [rule.at for rule in region.rules if rule.at > last[-1].middle]
        edges = [max(above) if above else top]
        for upper, lower in pairwise(self._rows):
            end, start = max(upper, key=lambda line: line.middle), min(lower, key=lambda line: line.middle)
            drawn = [rule.at for rule in region.rules if end.middle < rule.at < start.middle]
            edges.append(drawn[0] if drawn else (end.bottom + start.top) / 2)
        return [*edges, min(below) if below else bottom]

    def complete(self) -> tuple[list[Ruling], list[Ruling]]:
        """(horizontals, verticals)."""
        middles = [(left + right) / 2 for left, right in self._corridors]
        sides = [self._left, *middles, self._right]
        verticals = [Ruling(side, self._edges[0], self._edges[-1]) for side in (self._left, self._right)]
        spans = [self._spans(number) for number in range(len(self._rows))]
        for number, (top, bottom) in enumerate(pairwise(self._edges)):
            crossed = {corridor for first, last in spans[number] for corridor in range(first, last)}
            verticals += [Ruling(at, top, bottom) for k, at in enumerate(middles) if k not in crossed]
        horizontals = [Ruling(edge, self._left, self._right) for edge in (self._edges[0], self._edges[-1])]
        for number, edge in enumerate(self._edges[1:-1], start=1):
            for column, (left, right) in enumerate(pairwise(sides)):
                if self._is_drawn(number, edge, column, spans):
                    horizontals.append(Ruling(edge, left, right))
        return horizontals, verticals

    def _spans(self, number: int) -> list[tuple[int, int]]:
        """First and last column of each part of a row; one that runs across from the first on takes all."""
        last = len(self._corridors)
        lines = self._rows[number]
        if number < len(self._head):
            below = [line for row in self._head[number:] for line in row]
            return [_span(part, below, self._corridors) for part in _parts(lines)]
        spans = [columns_of(self._corridors, part) for part in _parts(lines)]
        if len(spans) == 1 and spans[0][0] == 0 < spans[0][1]:
            return [(0, last)]
        return spans

    def _is_drawn(self, number: int, edge: float, column: int, spans: Sequence[list[tuple[int, int]]]) -> bool:
        """Whether a ruling parts row `number` from the one above in a column: none runs through a merged cell."""
        if number < len(self._head):
            told = [any(first <= column <= last for first, last in row) for row in spans[: number + 1]]
            return told[-1] and any(told[:-1])
        return not any(top < edge < bottom for top, bottom in self.labels.get(column, ()))
