"""What goes down the pipe comes up equal, to the last exponent; what is no result is refused."""

from array import array
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import SOURCE, document, paragraph, table
from tests.made_dossier import made_dossier, made_extraction
from toolkit.model import wire
from toolkit.model.case import Dossier
from toolkit.model.citation import Cited, CitedNumber, Segment, Where
from toolkit.model.document import Cell, Document, Note, Paragraph, Region, Run, Table
from toolkit.model.quantity import ChecklistQuantity, DateQuantity, NumberQuantity, QualitativeQuantity


def _again(result: Any) -> Any:
    return wire.unpack(wire.loads(wire.dumps(wire.pack(result))))


def test_dossier_with_annexes_comes_back_equal() -> None:
    made = made_dossier()
    whole = Dossier(made.case, made.findings, (made, Dossier(made.case, ())))
    found = _again(whole)
    assert found == whole
    assert repr(found) == repr(whole)


def test_extraction_comes_back_equal() -> None:
    assert _again(made_extraction()) == made_extraction()


def test_document_comes_back_with_every_place() -> None:
    box = (0.1, 1e-7, 595.2766666666666, 841)
    whole = Region(3, box, array("d", (1.5, 1 / 3)), 7, 9, "表1", "B2", "word/document.xml#3", (0.98, 1.0), -0.0125)
    assert all(held != default for held, default in zip(whole, Region(), strict=True))
    cells = (Cell(0, 0, "合计", (Run(0, 2, whole),), 2, 3), Cell(2, 1, "", ()))
    made = Document(
        SOURCE,
        (
            Paragraph("b1", "甲\ud800乙\x00", (Run(0, 1, whole), Run(2, 3, Region())), 2),
            Table("t1", 3, 3, cells, 1, "b1"),
        ),
        (paragraph("第 1 页"),),
        (Note("PAGE-NO-TEXT", "无文字", 4), Note("WEB-PICTURES", "图", None, "info")),
    )
    assert repr(_again(made)) == repr(made)


@pytest.mark.parametrize("printed", ["14.50", "0.00", "-0", "1E+3", "100", "0.1000000000000000000000000001"])
def test_exponent_of_a_score_is_kept(printed: str) -> None:
    where = Where(segments=(Segment(block="b1", chars=(0, 1)),))
    cited: CitedNumber = Cited(value=Decimal(printed), quote=printed, where=where, method="made")
    found = wire.unpack_noun(CitedNumber, wire.loads(wire.dumps(wire.pack_noun(cited))))
    assert str(found.value) == printed


def test_members_of_a_checklist_stay_what_they_are() -> None:
    number = NumberQuantity(low=None, high=Decimal("0.650"), low_included=False)
    parts = (number, DateQuantity(low=None, high="2022-12"), QualitativeQuantity(text="2022"))
    made = ChecklistQuantity(parts=parts)
    found = wire.unpack_noun(ChecklistQuantity, wire.loads(wire.dumps(wire.pack_noun(made))))
    assert [type(part) for part in found.parts] == [type(part) for part in parts]
    assert repr(found) == repr(made)


@given(st.text(max_size=30), st.lists(st.lists(st.text(max_size=5), min_size=2, max_size=2), min_size=1, max_size=4))
def test_any_text_comes_back_equal(text: str, rows: list[list[str]]) -> None:
    made = document(paragraph(text), table(rows))
    assert _again(made) == made


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"document": []},
        {"document": [[], [["x"]], [], []]},
        {"document": [[1] * 6, [], [], []], "report": 1},
    ],
)
def test_what_is_no_result_is_refused(value: Any) -> None:
    with pytest.raises((ValueError, TypeError, KeyError, IndexError)):
        wire.unpack(value)
