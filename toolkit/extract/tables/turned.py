"""A table of money, or a block of one, with its amounts in rows, or of scores with its lines in columns → the same
changed over."""

from collections.abc import Sequence

from toolkit.extract.citing import Unstacked, of_cell
from toolkit.extract.column_roles import printings, role_of
from toolkit.extract.form import AMOUNTS
from toolkit.model.document import Cell, Table
from toolkit.patterns import regex

_FEWEST = 2  # amounts
_LOWEST, _FURTHEST = 20, 6  # row, column: further on no form tells its money
_NUMBER = regex(r"-?[\d,]+(?:\.\d+)?")
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


def turned_block(table: Table) -> Table | None:
    """The rows of a form that head its amounts one below the other (年初预算数, 调整后预算数, 预算执行数), each source
    of money in a column of its own, as a table with rows for columns; None where it has none. What stands left of them
    stands in its corner: 预算执行情况（10分）."""
    heads = (cell for cell in table.cells if cell.row < _LOWEST and cell.column < _FURTHEST)
    roles = {(cell.row, cell.column): role_of(cell.text, printings("funds")) for cell in heads}
    for row, column in sorted(at for at, role in roles.items() if role in AMOUNTS):
        below = [row]
        while roles.get((below[-1] + 1, column)) is not None:
            below.append(below[-1] + 1)
        told = {roles[place, column] for place in below} & set(AMOUNTS)
        above = [cell for cell in table.cells if cell.row == row - 1 and cell.column > column and cell.text.strip()]
        beside = (table.covering(row, head.column) for head in above)
        if len(told) < _FEWEST or len(above) < _FEWEST or any(roles.get((row - 1, one.column)) for one in above):
            continue
        if all(cell is not None and cell.row == row and _NUMBER.fullmatch(cell.text.strip()) for cell in beside):
            return _block(table, below, column, above)
    return None


def _block(table: Table, rows: Sequence[int], column: int, heads: Sequence[Cell]) -> Table:
    corner = table.covering(rows[0], column - 1) if column else table.covering(rows[0] - 1, column)
    places: list[tuple[int, int, Cell | None]] = [(0, 0, corner)]
    places += [(0, number, table.covering(row, column)) for number, row in enumerate(rows, 1)]
    for place, head in enumerate(heads, 1):
        places.append((place, 0, head))
        places += [(place, number, table.covering(row, head.column)) for number, row in enumerate(rows, 1)]
    known = [(row, at, cell) for row, at, cell in places if cell is not None]
    cells = tuple(Cell(row, at, cell.text, ()) for row, at, cell in known)
    spans = {(row, at): of_cell(table, cell) for row, at, cell in known}
    return Unstacked(table.id, len(heads) + 1, len(rows) + 1, cells, spans=spans)
