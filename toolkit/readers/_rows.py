"""Rows of cells as one stretch of source lines shows them, before stretches are stitched into tables."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from toolkit.model.document import Cell, Table
from toolkit.readers._pieces import Piece, join_cell

CellPieces: TypeAlias = tuple[Piece, ...]
"""Pieces of one cell; () = an empty cell."""
Row: TypeAlias = list[CellPieces | None]
"""Cells from the left; None where a cell above or to the left spans; a short row leaves holes at its right end."""
Spans: TypeAlias = dict[tuple[int, int], tuple[int, int]]
"""(rows, columns) that a merged cell takes, by the position of its upper left corner."""


@dataclass(slots=True)
class Rows:
    """A stretch of rows, from source line index `first` to before `last`; `ruled`: its first row is marked as header.

    `certain` is False where the layout alone does not prove a table: such rows become text again if they stay alone.
    """

    kind: Literal["pipe", "tab", "box", "columns", "html"]
    rows: list[Row]
    first: int
    last: int
    ruled: bool = False
    certain: bool = True
    repeated: int = 0
    spans: Spans = field(default_factory=dict)

    @property
    def columns(self) -> int:
        """Number of columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)


def cell_text(cell: CellPieces | None) -> str:
    """Text of a cell; none where there is no cell."""
    return join_cell(cell)[0] if cell else ""


def usual_length(rows: Sequence[Sequence[object]]) -> int:
    """The commonest number of cells; of equally common ones the largest."""
    counts = Counter(len(row) for row in rows)
    return max(counts, key=lambda length: (counts[length], length))


def build(rows: Rows, name: str, caption: str | None) -> Table:
    """Table called `name` from stitched rows; `header_rows` is known where a header was repeated."""
    cells = []
    for row_number, row in enumerate(rows.rows):
        for column, pieces in enumerate(row):
            if pieces is not None:
                text, runs = join_cell(pieces)
                cells.append(Cell(row_number, column, text, runs, *rows.spans.get((row_number, column), (1, 1))))
    return Table(name, len(rows.rows), rows.columns, tuple(cells), header_rows=rows.repeated, caption=caption)
