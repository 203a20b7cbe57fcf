"""A grid and the lines in its cells → a piece of a table; a piece that is whole → `Table`."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final

from toolkit.layout.cells import cell_text, padding
from toolkit.layout.grid import Grid
from toolkit.layout.page import Frame
from toolkit.layout.textlines import TextLine, widest
from toolkit.model.document import Cell, Table
from toolkit.text import key

_DEEPEST_HEAD: Final = 3  # rows

_row_of = attrgetter("row")
_column_of = attrgetter("column")
_place_of = attrgetter("row", "column")


@dataclass(slots=True)
class PieceCell:
    """A cell of a piece with its printed lines and the width (points) that its text may take."""

    row: int
    column: int
    row_span: int
    column_span: int
    lines: list[TextLine]
    width: float = 0.0
    _key: str | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def text(self) -> str:
        """The text without blanks, to be compared."""
        if self._key is None:
            self._key = key("".join([line.text for line in self.lines]))
        return self._key

    def go_on(self, lines: Sequence[TextLine]) -> None:
        """Add lines from below the page end."""
        self.lines = [*self.lines, *lines]
        self._key = None


@dataclass(slots=True)
class Piece:
    """A table, or the part of one that stands on a page; it grows as parts on later pages are added.

    `cells` are in the order of the rows in which they begin, so that a long table need not be searched for each page.
    `frame`, `tops` (upper edges of the rows), `bottom` and `open_bottom` are those of the last part where it matters:
    a further part is held against the last one. `slack`: see `Grid`.
    """

    frame: Frame
    xs: tuple[float, ...]
    tops: list[float]
    bottom: float
    cells: list[PieceCell]
    open_top: frozenset[int]
    open_bottom: frozenset[int]
    ruled: bool = True
    head: int = 0
    pages: list[int] = field(default_factory=list)
    slack: tuple[float, ...] = ()

    @property
    def rows(self) -> int:
        return len(self.tops)

    @property
    def columns(self) -> int:
        return len(self.xs) - 1

    @property
    def top(self) -> float:
        return self.tops[0]

    def first_rows(self, count: int) -> list[list[PieceCell]]:
        """Cells that begin in each of the first `count` rows, from left to right."""
        return [self.row(number) for number in range(min(count, self.rows))]

    def headings(self) -> list[str]:
        """Texts of the first rows, in which a head is found that the next page repeats."""
        return [cell.text for cell in self.cells if cell.row < _DEEPEST_HEAD and cell.lines]

    def row(self, number: int) -> list[PieceCell]:
        """Cells that begin in this row, from left to right."""
        first = bisect_left(self.cells, number, key=_row_of)
        beyond = bisect_right(self.cells, number, first, key=_row_of)
        return sorted(self.cells[first:beyond], key=_column_of)

    def covering(self, row: int, column: int) -> PieceCell | None:
        """The cell that covers a place of the grid."""
        for index in range(bisect_right(self.cells, row, key=_row_of) - 1, -1, -1):
            cell = self.cells[index]
            if row < cell.row + cell.row_span and cell.column <= column < cell.column + cell.column_span:
                return cell
        return None

    def line_height(self) -> float:
        """Height of the highest line of text, points; that of small print where there is none."""
        return max((line.bottom - line.top for cell in self.cells for line in cell.lines), default=12.0)


def piece_of(grid: Grid, lines: Sequence[list[TextLine]], frame: Frame) -> Piece:
    """The grid with the lines of each of its cells, in the order of `grid.cells`."""
    cells = [
        PieceCell(cell.row, cell.column, cell.row_span, cell.column_span, inside, width)
        for cell, inside, width in zip(grid.cells, lines, _widths(grid, lines), strict=True)
    ]
    tops, bottom = list(grid.ys[:-1]), grid.ys[-1]
    return Piece(
        frame,
        grid.xs,
        tops,
        bottom,
        cells,
        grid.open_top,
        grid.open_bottom,
        grid.ruled,
        pages=[frame.number],
        slack=grid.slack,
    )


def _widths(grid: Grid, lines: Sequence[list[TextLine]]) -> list[float]:
    """How wide the text of each cell may be: to the padding of its borders; where these are not drawn, as wide as any
    in the same columns."""
    if grid.slack:
        widest_in: dict[tuple[int, int], float] = defaultdict(float)
        for cell, inside in zip(grid.cells, lines, strict=True):
            place = cell.column, cell.column_span
            widest_in[place] = max(widest_in[place], widest(inside))
        return [widest_in[cell.column, cell.column_span] for cell in grid.cells]
    sides = [
        (grid.xs[cell.column], grid.xs[cell.column + cell.column_span], inside)
        for cell, inside in zip(grid.cells, lines, strict=True)
    ]
    margins = 2 * padding(sides)
    return [right - left - margins for left, right, _ in sides]


def table_of(piece: Piece, name: str, caption: str | None) -> Table:
    """The piece as a table `name`; `caption` is the id of the paragraph that titles it."""
    cells = []
    for cell in sorted(piece.cells, key=_place_of):
        text, runs = cell_text(cell.lines, cell.width, not piece.slack) if cell.lines else ("", ())
        cells.append(Cell(cell.row, cell.column, text, runs, cell.row_span, cell.column_span))
    return Table(name, piece.rows, piece.columns, tuple(cells), piece.head, caption)
