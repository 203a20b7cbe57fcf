"""Rows of cells that ask for spans → cells on a grid, each once, with the spans that the table has room for.

Spans larger than the table, overlapping spans, rows and columns in which nothing begins: none of them costs more
than the cells themselves.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.errors import ReadError
from toolkit.readers._flow import Flow, GridCell

WIDEST: Final = 1000
"""Columns that one cell may ask for (HTML's own limit)."""
_MOST_PLACES: Final = 1_000_000
_MOST_WORK: Final = 4_000_000


@dataclass(slots=True)
class Asked:
    """A cell as the source states it; `rows` 0 = down to the end of its section."""

    rows: int
    columns: int
    flow: Flow


def placed(sections: Sequence[Sequence[Sequence[Asked]]]) -> tuple[list[GridCell], int, int]:
    """Cells of all sections (each a list of rows), number of rows, number of columns.

    A cell takes the first free column of its row, is cut where a cell from above stands, and ends with its section.
    Raises ReadError READ-TOO-LARGE for a grid of more than a million places.
    """
    cells: list[GridCell] = []
    top = 0
    for section in sections:
        cells += _section(section, top)
        top += len(section)
    return compact(cells)


def _section(rows: Sequence[Sequence[Asked]], top: int) -> list[GridCell]:
    cells = []
    reaching: list[tuple[int, int, int]] = []  # (first column, column after, row after) of cells from above
    work = 0
    for number, row in enumerate(rows):
        reaching = [span for span in reaching if span[2] > number]
        work += len(reaching)
        if work > _MOST_WORK:
            raise grid_too_large()
        column, at = 0, 0
        new = []
        for asked in row:
            while at < len(reaching) and reaching[at][0] <= column:
                column = max(column, reaching[at][1])
                at += 1
            width = max(min(asked.columns, WIDEST), 1)
            if at < len(reaching):
                width = min(width, reaching[at][0] - column)
            height = min(asked.rows, len(rows) - number) if asked.rows > 0 else len(rows) - number
            cells.append(GridCell(top + number, column, height, width, asked.flow))
            if height > 1:
                new.append((column, column + width, number + height))
            column += width
        if new:
            reaching = sorted(reaching + new)
    return cells


def compact(cells: list[GridCell]) -> tuple[list[GridCell], int, int]:
    """Cells, rows, columns without the rows and columns in which no cell begins: nobody can see them.

    Raises ReadError READ-TOO-LARGE for a grid of more than a million places.
    """
    tops = sorted({cell.row for cell in cells})
    lefts = sorted({cell.column for cell in cells})
    if len(tops) * len(lefts) > _MOST_PLACES:
        raise grid_too_large()
    for cell in cells:
        cell.row, bottom = bisect_left(tops, cell.row), bisect_left(tops, cell.row + cell.row_span)
        cell.column, right = bisect_left(lefts, cell.column), bisect_left(lefts, cell.column + cell.column_span)
        cell.row_span, cell.column_span = bottom - cell.row, right - cell.column
    return cells, len(tops), len(lefts)


def grid_too_large() -> ReadError:
    """The error for a table that no report has."""
    return ReadError("READ-TOO-LARGE", "文件里的表格过大，行列超出可读的范围", "请只保留报告正文和表格后另存")
