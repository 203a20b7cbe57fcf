"""The row of the claimed total → the points that it prints: the cell of that row in the column of the lines' points."""

from collections import Counter
from decimal import Decimal
from typing import NamedTuple

from toolkit.audit.place import blocks_by_id
from toolkit.audit.tally import Tree
from toolkit.model.case import Case
from toolkit.model.citation import Where, cite_cell
from toolkit.model.document import Table
from toolkit.patterns import regex
from toolkit.text import fold_widths

_POINTS = regex(r"\s*(\d{1,4}(?:\.\d{1,4})?)\s*分?\s*")


class TotalPoints(NamedTuple):
    """The points printed in the total row, their place, and the table of which they are the total."""

    value: Decimal
    where: Where
    block: str


def total_points(case: Case) -> TotalPoints | None:
    """None where no total row stands under the lines' points, or their column holds the score or no number there."""
    claimed = case.report.claimed_total
    first = None if claimed is None else claimed.where.segments[0]
    if claimed is None or first is None or first.cell is None:
        return None
    table = blocks_by_id(case.document).get(first.block)
    lines = [line.max_score.where.segments[0] for line in Tree(case.report).pointed() if line.max_score is not None]
    columns = Counter(one.cell[1] for one in lines if one.cell is not None and one.block == first.block)
    rows = {one.cell[0] for one in lines if one.cell is not None and one.block == first.block}
    if not isinstance(table, Table) or not columns or len(rows) < min(2, columns.total()):
        return None  # the points of several lines in one row: their columns are lines
    cell = table.covering(first.cell[0], columns.most_common(1)[0][0])
    if cell is None or cell.row != first.cell[0] or (cell.row, cell.column) == first.cell or cell.column_span > 1:
        return None
    found = _POINTS.fullmatch(fold_widths(cell.text))
    if found is None or Decimal(found[1]) == claimed.value:
        return None
    return TotalPoints(Decimal(found[1]), cite_cell(table, cell, *found.span(1)), first.block)
