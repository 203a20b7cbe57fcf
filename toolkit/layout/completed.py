"""A drawn grid that parts too little → the grid that its text completes: columns or rows drawn in part only.

That is a table with lines between some columns, or lines around its columns and none between its rows. A cell with
several lines is as a rule one cell; only where figures stand in columns, line by line, under a head, are they rows.
"""

from collections.abc import Sequence
from typing import Final

from toolkit.layout.grid import Grid
from toolkit.layout.implied import Implied, implied
from toolkit.layout.judgement import figure_columns, filled, is_table_between_rules
from toolkit.layout.page import Frame, Ruling, Stretch
from toolkit.layout.parts import baseline_of
from toolkit.layout.region import Region
from toolkit.layout.regions import BESIDE_RULES
from toolkit.layout.textlines import TextLine, rows_of

_MOST_DRAWN: Final = 3  # rows that are drawn: head, body, sum
_FEWEST_LINES: Final = 3  # in a cell that may be several rows
_FULL: Final = 0.6  # of the columns have text in each row


def may_be_unparted(grid: Grid, lines: Sequence[Sequence[TextLine]]) -> bool:
    """Whether few rows are drawn and cells of one of them have several lines."""
    tall = sum(1 for cell in lines if len(cell) >= _FEWEST_LINES)
    return len(grid.ys) - 1 <= _MOST_DRAWN and tall >= min(2, len(grid.xs) - 2) and tall > 0


def completed(grid: Grid, inside: Sequence[Sequence[Stretch]], frame: Frame) -> Grid | None:
    """The grid with the rulings that are missing; None where it is whole. `inside` are the stretches of its cells."""
    rows = rows_of((stretch for cell in inside for stretch in cell), frame)
    across = [at for number, at in enumerate(grid.ys) if not _runs_through(grid, number)]
    rules = [Ruling(at, grid.xs[0], grid.xs[-1]) for at in across]
    region = Region([baseline_of(row, frame) for row in rows], rules, BESIDE_RULES, grid.xs[1:-1])
    table = implied(region)
    if table is None or not is_table_between_rules(table, region) or not _is_row_by_row(table, len(grid.ys) - 1):
        return None
    return table.grid


def _runs_through(grid: Grid, number: int) -> bool:
    """Whether a merged cell runs through the line of division above row `number`."""
    return any(cell.row < number < cell.row + cell.row_span for cell in grid.cells)


def _is_row_by_row(table: Implied, drawn: int) -> bool:
    """Whether the rows of the body stand line by line: one line each, most columns filled, figures in columns."""
    columns = len(table.corridors) + 1
    figures = figure_columns(table)
    return (
        len(table.body) >= max(_FEWEST_LINES, drawn)
        and all(len(row) == 1 and filled(row, table.corridors) >= _FULL * columns for row in table.body)
        and len(figures) >= (2 if columns < 4 else 1)
    )
