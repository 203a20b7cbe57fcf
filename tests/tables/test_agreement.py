"""What counts as right: text without white space, place and spans; rows in their table; digits, each as often."""

from toolkit.corpus.agreement import Share, agreement
from toolkit.corpus.truth import TrueDocument, TrueParagraph, table
from toolkit.model.document import Cell, Document, Paragraph, Source, Table

SOURCE = Source("made.pdf", "0" * 64, "application/pdf", 1, 1, "made")
UP = "\0up"
TRUTH = TrueDocument(
    "表",
    (
        TrueParagraph("2023年"),
        table([["类", "数"], ["甲", "1.50"], [UP, "20"], ["乙", ""]], 1, (1, 1), ("left", "right")),
        TrueParagraph("完"),
    ),
)
WHOLE = (
    Cell(0, 0, "类", ()),
    Cell(0, 1, "数", ()),
    Cell(1, 0, "甲", (), row_span=2),
    Cell(1, 1, "1.5 0", ()),
    Cell(2, 1, "20", ()),
    Cell(3, 0, "乙", ()),
)


def _document(*tables: Table) -> Document:
    lines = tuple(Paragraph(f"b{number}", text, ()) for number, text in enumerate(("表", "2023年", "完")))
    return Document(SOURCE, (*lines, *tables))


def test_a_whole_reading_is_right_in_everything() -> None:
    outcome = agreement(TRUTH, _document(Table("t1", 4, 2, WHOLE)))
    assert outcome.misses == ()
    assert outcome.tally == (Share(1, 1), Share(7, 7), Share(4, 4), Share(1, 1), Share(9, 9))


def test_a_lost_span_is_a_wrong_cell_and_a_wrong_label() -> None:
    flat = tuple(Cell(cell.row, cell.column, cell.text, ()) for cell in WHOLE)
    tally = agreement(TRUTH, _document(Table("t1", 4, 2, flat))).tally
    assert (tally.tables, tally.cells, tally.labels) == (Share(0, 1), Share(6, 7), Share(0, 1))
    assert tally.rows == Share(4, 4)


def test_a_torn_table_keeps_only_the_rows_of_its_greater_part() -> None:
    above = Table("t1", 3, 2, WHOLE[:5])
    below = Table("t2", 1, 2, (Cell(0, 0, "乙", ()), Cell(0, 1, "", ())))
    outcome = agreement(TRUTH, _document(above, below))
    assert outcome.tally.rows == Share(3, 4)
    assert outcome.misses[0] == "tables: wanted 1, came 2: t1 3x2, t2 1x2"


def test_a_row_shifted_down_is_still_a_row_but_its_cells_are_wrong() -> None:
    shifted = (Cell(0, 0, "多", ()), *(Cell(c.row + 1, c.column, c.text, (), c.row_span) for c in WHOLE))
    tally = agreement(TRUTH, _document(Table("t1", 5, 2, shifted))).tally
    assert (tally.rows, tally.cells.right) == (Share(4, 4), 0)


def test_a_doubled_digit_counts_against_the_reading() -> None:
    doubled = tuple(Cell(c.row, c.column, "200" if c.text == "20" else c.text, (), c.row_span) for c in WHOLE)
    outcome = agreement(TRUTH, _document(Table("t1", 4, 2, doubled)))
    assert outcome.tally.digits == Share(9, 10)
    assert outcome.misses[-1] == "digits: lost {}, added {'0': 1}"
