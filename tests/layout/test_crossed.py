"""A label that lines run through is one cell again; one that stands in its own cell is left alone."""

import pytest

from tests.layout.test_stitch import line, piece
from toolkit.layout.crossed import whole_labels


@pytest.mark.parametrize(("left", "spans"), [(240.0, [(0, 3)]), (290.0, [(0, 1), (1, 2)]), (155.0, [(0, 1), (1, 2)])])
def test_label_in_the_middle_of_blank_cells_and_its_own_takes_them(left: float, spans: list[tuple[int, int]]) -> None:
    table = piece(1, [["县区", "项目", "金额"], ["", "", ""]])
    *others, label, last = table.cells
    label.column_span, label.lines = 2, [line(table.frame, "合计", left, table.tops[1] + 5)]
    table.cells = [*others, label]
    assert last not in table.cells
    assert [(cell.column, cell.column_span) for cell in whole_labels(table).row(1)] == spans
