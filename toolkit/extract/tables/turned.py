"""A table of money with its amounts in rows, or of scores with its lines in columns → the same changed over."""

from toolkit.extract.citing import Unstacked, of_cell
from toolkit.extract.column_roles import printings, role_of
from toolkit.extract.form import AMOUNTS
from toolkit.model.document import Cell, Table

_FEWEST = 2  # amounts
_SCORES = frozenset({"max_score", "claimed_score"})


def turned(table: Table) -> Table | None:
    """The table with rows for columns, where its first column heads amounts (年初预算, 调整预算, 实际支出), or points
    and scores (分值, 得分), and its first row none; None for any other, and where cells are merged."""
    heads = [cell for cell in table.cells if cell.column == 0 and cell.row > 0]
    above = [cell for cell in table.cells if cell.row == 0 and cell.column > 0]
    for kind, roles, fewest in (("funds", frozenset(AMOUNTS), _FEWEST), ("indicators", _SCORES, len(_SCORES))):
        told = {role_of(cell.text, printings(kind)) for cell in heads} & roles
        if len(told) >= fewest and not any(role_of(cell.text, printings(kind)) in roles for cell in above):
            return _changed_over(table)
    return None


def _changed_over(table: Table) -> Table | None:
    if any(cell.row_span > 1 or cell.column_span > 1 for cell in table.cells):
        return None
    cells = tuple(Cell(cell.column, cell.row, cell.text, ()) for cell in table.cells)
    spans = {(cell.column, cell.row): of_cell(table, cell) for cell in table.cells}
    return Unstacked(table.id, table.columns, table.rows, cells, spans=spans)
