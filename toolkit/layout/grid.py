"""Rulings of a page → grids: where the lines of a table cross, and the cells they enclose with their spans.

Lines that cross nothing (underlines, rules under running heads), boxes and frames without columns make no table. A
border left open, as where a page cuts a table, is closed; which columns were open is kept for the stitching.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from operator import itemgetter
from statistics import fmean
from typing import Final, NamedTuple, TypeAlias

from toolkit.layout.page import Ruling
from toolkit.model.document import Box

_SNAP: Final = 2.5  # points: lines so close are one line, drawn double or piece by piece
_REACH: Final = 3.0  # points: a line that ends so near another meets it
_SHORTEST: Final = 6.0  # points: no cell has a shorter side
_COVERED: Final = 0.6  # of a cell's side: a line along so much of it is its border
OVERHANG: Final = 20.0
"""Points: so far the text of a cell that was cut open hangs out."""

_MOST_LINES: Final = 4_000  # a page with more is a drawing


Bits: TypeAlias = int
"""A set of rows or columns: bit k stands for the k-th."""


class GridCell(NamedTuple):
    """A cell by its upper left corner and its spans, in grid rows and columns from 0."""

    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Lines of division `xs` and `ys` (ascending, in points) and the cells between them.

    `open_top`, `open_bottom`: columns whose border on that side was not drawn. `ruled`: it has the shape of a table;
    a grid without may still be the rest of one from the page before. `slack`: how far each of `xs` might as well lie
    to either side, where no line was drawn there; empty where all were.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    open_top: frozenset[int]
    open_bottom: frozenset[int]
    ruled: bool
    slack: tuple[float, ...] = ()

    @property
    def box(self) -> Box:
        """The outer frame."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside the outer frame."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def owners(self) -> list[list[int]]:
        """Row by row, which of `cells` covers each column."""
        owners = [[0] * (len(self.xs) - 1) for _ in self.ys[1:]]
        for index, (row, column, row_span, column_span) in enumerate(self.cells):
            for down in range(row, row + row_span):
                owners[down][column : column + column_span] = [index] * column_span
        return owners

    def right_of(self, index: int) -> float:
        """The right border of a cell of `cells`."""
        cell = self.cells[index]
        return self.xs[cell.column + cell.column_span]

    def place_of(self, x: float, y: float) -> tuple[int, int]:
        """(row, column) of a point inside the frame."""
        return (
            min(max(1, bisect_right(self.ys, y)), len(self.ys) - 1) - 1,
            min(bisect_right(self.xs, x), len(self.xs) - 1) - 1,
        )

    def hangs_out(self, x: float, y: float) -> bool:
        """Whether a point lies just beyond the frame, in a column that alone is open on that side."""
        if not self.xs[0] <= x <= self.xs[-1]:
            return False
        below = self.ys[-1] <= y <= self.ys[-1] + OVERHANG
        above = self.ys[0] - OVERHANG <= y <= self.ys[0]
        sides = self.open_bottom if below else self.open_top if above else frozenset()
        return 0 < len(sides) < len(self.xs) - 1 and self.place_of(x, y)[1] in sides


def grids_of(horizontals: Sequence[Ruling], verticals: Sequence[Ruling]) -> list[Grid]:
    """The grids on a page, from top to bottom. A grid within a cell of another is left out."""
    if not horizontals or not verticals:
        return []
    across, down = joined(horizontals), joined(verticals)
    if len(across) + len(down) > _MOST_LINES:
        return []
    grids = [grid for group in _connected(across, down) if (grid := _grid(*group)) is not None]
    grids.sort(key=lambda grid: (grid.xs[0] - grid.xs[-1]) * (grid.ys[-1] - grid.ys[0]))
    kept: list[Grid] = []
    for grid in grids:
        x, y = fmean(grid.xs[:: len(grid.xs) - 1]), fmean(grid.ys[:: len(grid.ys) - 1])
        if not any(outer.ruled and outer.holds(x, y) for outer in kept):
            kept.append(grid)
    return sorted(kept, key=lambda grid: (grid.ys[0], grid.xs[0]))


def joined(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Pieces of one line made one, lines drawn double made single, what is too short for a cell's side dropped."""
    lines: list[list[Ruling]] = []
    first = -inf
    for ruling in sorted(rulings):
        if ruling[0] - first > _SNAP:
            first = ruling[0]
            lines.append([ruling])
        else:
            lines[-1].append(ruling)
    joined: list[Ruling] = []
    for pieces in lines:
        if len(pieces) == 1:
            joined += pieces
            continue
        at = sum([piece[0] for piece in pieces]) / len(pieces)
        pieces.sort(key=itemgetter(1))
        _, start, end = pieces[0]
        for _, next_start, next_end in pieces:
            if next_start <= end + _REACH:
                end = max(end, next_end)
            else:
                joined.append(Ruling(at, start, end))
                start, end = next_start, next_end
        joined.append(Ruling(at, start, end))
    return [line for line in joined if line.end - line.start >= _SHORTEST]


def _connected(across: list[Ruling], down: list[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Groups of lines that meet, each as (horizontals, verticals); a group needs both."""
    parent = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    heights = [line.at for line in across]
    for number, upright in enumerate(down, start=len(across)):
        low, high = bisect_left(heights, upright.start - _REACH), bisect_right(heights, upright.end + _REACH)
        for index in range(low, high):
            if across[index].start - _REACH <= upright.at <= across[index].end + _REACH:
                parent[root(index)] = root(number)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for index, line in enumerate((*across, *down)):
        groups.setdefault(root(index), ([], []))[index >= len(across)].append(line)
    return [group for group in groups.values() if group[0] and group[1]]


def _grid(across: list[Ruling], down: list[Ruling]) -> Grid | None:
    """The grid of lines that meet; None where they enclose nothing."""
    xs, ys = _divisions(down, across, True), _divisions(across, down, False)
    if len(xs) < 2 or len(ys) < 2:
        return None
    tops, sides = _borders(across, ys, xs), _borders(down, xs, ys)
    needed = _needed(ys, tops), _needed(xs, sides)
    if needed != (ys, xs):
        ys, xs = needed
        tops, sides = _borders(across, ys, xs), _borders(down, xs, ys)
    columns, rows = len(xs) - 1, len(ys) - 1
    every_column, every_row = (1 << columns) - 1, (1 << rows) - 1
    open_top, open_bottom = _places(every_column & ~tops[0]), _places(every_column & ~tops[rows])
    closed = not open_top and not open_bottom and sides[0] == sides[columns] == every_row
    sides[0] = sides[columns] = every_row
    tops[0] = tops[rows] = every_column
    cells = tuple(_cells(tops, _turned(sides, rows)))
    several = any(cell.column_span < columns for cell in cells)
    ruled = several and (closed if rows == 1 else len({cell.row for cell in cells}) >= 2)
    return Grid(tuple(xs), tuple(ys), cells, open_top, open_bottom, ruled)


def _divisions(lines: list[Ruling], crossing: list[Ruling], across: bool) -> list[float]:
    """Where `lines` divide the grid; an open side lies where crossing lines end together beyond the last one.

    Both outermost are among them; where they run `across` (open left or right), any two or one between rows are enough,
    as page ends leave the rest short. Others that run on alone are a fault of the producer's.
    """
    places = sorted({line.at for line in lines})
    divisions = [places[0]]
    for place in places[1:]:
        if place - divisions[-1] > _SNAP:
            divisions.append(place)
    start, end = min(line.start for line in crossing), max(line.end for line in crossing)
    starting = [line.at for line in crossing if line.start - start <= _REACH]
    ending = [line.at for line in crossing if end - line.end <= _REACH]
    if start < divisions[0] - _SHORTEST and _are_side(starting, crossing, across):
        divisions.insert(0, start)
    if end > divisions[-1] + _SHORTEST and _are_side(ending, crossing, across):
        divisions.append(end)
    return divisions


def _are_side(places: Sequence[float], crossing: Sequence[Ruling], across: bool) -> bool:
    """Whether the lines at these places, which end beyond all others, show an open side of the grid."""
    first, last = min(line.at for line in crossing), max(line.at for line in crossing)
    outermost = min(places) - first <= _REACH, last - max(places) <= _REACH
    if across:
        return max(places) - min(places) >= _SHORTEST or not any(outermost)
    return all(outermost) and last - first >= _SHORTEST


def _borders(lines: list[Ruling], along: Sequence[float], sides: Sequence[float]) -> list[Bits]:
    """For each place of `along`: bit k says whether a line there borders the interval from sides[k] to sides[k + 1]."""
    last = len(sides) - 1
    borders = [0] * len(along)
    for at, start, end in lines:
        right = bisect_left(along, at)
        nearest = (
            right if right < len(along) and (not right or along[right] - at < at - along[right - 1]) else right - 1
        )
        if abs(along[nearest] - at) > _REACH:
            continue
        first, beyond = max(0, bisect_right(sides, start) - 1), min(last, bisect_left(sides, end))
        while first < beyond and not _covers(start, end, sides[first], sides[first + 1]):
            first += 1
        while first < beyond and not _covers(start, end, sides[beyond - 1], sides[beyond]):
            beyond -= 1
        if first < beyond:
            borders[nearest] |= (1 << beyond) - (1 << first)
    return borders


def _covers(start: float, end: float, low: float, high: float) -> bool:
    return min(high, end) - max(low, start) >= _COVERED * (high - low)


def _needed(divisions: list[float], borders: list[Bits]) -> list[float]:
    """Divisions that border at least one cell; the outer two always do."""
    last = len(divisions) - 1
    return [place for index, place in enumerate(divisions) if index in (0, last) or borders[index]]


def _turned(sides: list[Bits], rows: int) -> list[Bits]:
    """sides[c] with a bit for each row → for each row a bit for each c."""
    columns = [f"{side:0{rows}b}" for side in reversed(sides)]  # the highest bit first
    return [int("".join(row), 2) for row in zip(*columns, strict=True)][::-1]


def _places(bits: Bits) -> frozenset[int]:
    """The numbers of the bits that are set."""
    return frozenset(place for place in range(bits.bit_length()) if bits >> place & 1)


def _cells(tops: list[Bits], sides: list[Bits]) -> Iterator[GridCell]:
    """Rectangles that no border divides. tops[r], bit c: a line above row r; sides[r], bit c: one left of column c."""
    taken = [0] * len(sides)
    for row, left_sides in enumerate(sides):
        columns = left_sides.bit_length() - 1
        while (left := _lowest(~taken[row])) < columns:
            right = _lowest((left_sides | taken[row]) >> left + 1) + left + 1
            span = (1 << right) - (1 << left)
            within = span & span - 1  # all but its first bit: sides that would part the cell
            beyond = row + 1
            while beyond < len(sides) and not ((tops[beyond] | taken[beyond]) & span or sides[beyond] & within):
                beyond += 1
            for down in range(row, beyond):
                taken[down] |= span
            yield GridCell(row, left, beyond - row, right - left)


def _lowest(bits: Bits) -> int:
    """The number of the lowest bit that is set."""
    return (bits & -bits).bit_length() - 1
