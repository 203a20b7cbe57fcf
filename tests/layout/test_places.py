"""`text_at` reads a quote back at its place, and refuses places that do not exist."""

import pytest

from toolkit.errors import ReadError
from toolkit.layout.places import text_at
from toolkit.model.citation import Segment, Where, cite_cell, cite_paragraph
from toolkit.model.document import Cell, Document, Paragraph, Region, Run, Source, Table

SOURCE = Source(name="a.txt", sha256="0" * 64, media_type="text/plain", size=1, pages=None, reader="text")
BROKEN = Paragraph(
    id="b1",
    text="共投入387,236.73万元",
    runs=(Run(0, 11, Region(line=1, column=1)), Run(11, 15, Region(line=3, column=2))),
)
LATIN = Paragraph(
    id="b2",
    text="the budget year",
    runs=(Run(0, 10, Region(line=5, column=1)), Run(11, 15, Region(line=6, column=1))),
)
TABLE = Table(
    id="t1",
    rows=1,
    columns=4,
    cells=(
        Cell(0, 0, "≥ ", (Run(0, 2, Region(line=8, column=1)),)),
        Cell(0, 1, "120", (Run(0, 3, Region(line=8, column=4)),), column_span=2),
        Cell(0, 3, "场次", (Run(0, 2, Region(line=8, column=8)),)),
    ),
)
FURNITURE = Paragraph(id="f1", text="- 1 -", runs=(Run(0, 5, Region(line=9, column=1)),))
DOCUMENT = Document(source=SOURCE, blocks=(BROKEN, LATIN, TABLE), furniture=(FURNITURE,))


def test_quote_over_two_lines_is_joined() -> None:
    where = cite_paragraph(BROKEN, 3, 15)
    assert [segment.line for segment in where.segments] == [1, 3]
    assert text_at(DOCUMENT, where) == "387,236.73万元"


def test_blank_between_latin_lines_belongs_to_no_segment() -> None:
    assert text_at(DOCUMENT, cite_paragraph(LATIN, 4, 15)) == "budgetyear"


def test_cells_join_without_blanks_at_the_joints() -> None:
    cells = TABLE.cells
    where = cite_cell(TABLE, cells[0]) + cite_cell(TABLE, cells[1]) + cite_cell(TABLE, cells[2])
    assert text_at(DOCUMENT, where) == "≥120场次"


def test_furniture_can_be_quoted() -> None:
    assert text_at(DOCUMENT, cite_paragraph(FURNITURE, 2, 3)) == "1"


@pytest.mark.parametrize(
    "segment",
    [
        Segment(block="b9", chars=(0, 1)),
        Segment(block="b1", chars=(0, 99)),
        Segment(block="b1", chars=(-1, 1)),
        Segment(block="b1", chars=(3, 3)),
        Segment(block="b1", cell=(0, 0), chars=(0, 1)),
        Segment(block="t1", chars=(0, 1)),
        Segment(block="t1", cell=(0, 2), chars=(0, 1)),
        Segment(block="t1", cell=(5, 0), chars=(0, 1)),
    ],
)
def test_place_that_does_not_exist_is_refused(segment: Segment) -> None:
    with pytest.raises(ReadError) as refused:
        text_at(DOCUMENT, Where(segments=(segment,)))
    assert refused.value.code == "QUOTE-NOT-FOUND"
    assert refused.value.hint


def test_place_without_segments_is_refused() -> None:
    with pytest.raises(ReadError):
        text_at(DOCUMENT, Where(segments=()))
