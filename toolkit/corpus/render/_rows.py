"""A table → its rows of texts as media without merged cells print them: a merged text once, blanks below and beside."""

from toolkit.corpus.truth import TrueTable


def rows_of(table: TrueTable) -> list[list[str]]:
    """As many texts a row as there are columns."""
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text
    return rows
