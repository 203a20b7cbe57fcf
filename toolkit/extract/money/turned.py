"""A table of money with its amounts in rows and its sources in columns → the same with both changed over."""

from toolkit.extract.citing import Unstacked, of_cell
from toolkit.extract.columns import printings, role_of
from toolkit.extract.money.fund_parts import AMOUNTS
from toolkit.model.document import Cell, Table

_FEWEST = 2  # amounts


def turned(table: Table) -> Table | None:
    """The table with rows for columns, where its first column heads amounts (年初预算, 调整预算, 实际支出) and its
    first row none; None for any other, and where cells are merged."""
    columns = printings("funds")
    heads = [cell for cell in table.cells if cell.column == 0 and cell.row > 0]
    above = [cell for cell in table.cells if cell.row == 0 and cell.column > 0]
    told = {role_of(cell.text, columns) for cell in heads} & set(AMOUNTS)
    if len(told) < _FEWEST or any(role_of(cell.text, columns) in AMOUNTS for cell in above):
        return None
    if any(cell.row_span > 1 or cell.column_span > 1 for cell in table.cells):
        return None
    cells = tuple(Cell(cell.column, cell.row, cell.text, ()) for cell in table.cells)
    spans = {(cell.column, cell.row): of_cell(table, cell) for cell in table.cells}
    return Unstacked(table.id, table.columns, table.rows, cells, spans=spans)
