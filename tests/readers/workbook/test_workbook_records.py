"""The same report as a workbook gives the same records as its text, whatever borders, blank rows and number types."""

import json
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest

from tests.readers.workbook.made import records, shown, workbook
from toolkit.corpus.fields import compared
from toolkit.extract import extract
from toolkit.layout.places import text_at
from toolkit.model.citation import Cited, cite_cell, cite_paragraph
from toolkit.model.document import Document, Table
from toolkit.readers import read

REPORTS = Path(__file__).resolve().parents[2] / "reports"
STEMS = sorted(path.name.removesuffix(".truth.json") for path in REPORTS.glob("*.truth.json"))
FEW = [stem for stem in STEMS if stem.startswith(("luanjiang", "linzhou", "yuquan", "zewan", "weitang", "jindu"))]


def from_text(stem: str) -> Document:
    (path,) = [path for path in REPORTS.glob(f"{stem}.*") if not path.name.endswith(".truth.json")]
    return read(path.read_bytes(), path.name)


@pytest.mark.parametrize("stem", STEMS)
def test_records_are_those_of_the_text(stem: str) -> None:
    document = from_text(stem)
    assert records(read(workbook(document), "a.xlsx")) == records(document)


@pytest.mark.parametrize("bordered", [True, False])
@pytest.mark.parametrize("spaced", [True, False])
@pytest.mark.parametrize("stem", FEW)
def test_neither_borders_nor_blank_rows_nor_number_types_matter(stem: str, bordered: bool, spaced: bool) -> None:
    document = from_text(stem)
    made = workbook(document, bordered=bordered, spaced=spaced, numbers=not spaced)
    assert records(read(made, "a.xlsx")) == records(document)


@pytest.mark.parametrize("stem", FEW)
def test_fields_are_as_right_as_from_the_text(stem: str) -> None:
    truth = json.loads((REPORTS / f"{stem}.truth.json").read_text("utf-8"))
    document = from_text(stem)
    wrong = [field for field in compared(truth, extract(document)) if field[1] != field[2]]
    again = [field for field in compared(truth, extract(read(workbook(document), "a.xlsx"))) if field[1] != field[2]]
    assert again == wrong


def test_real_report_as_workbook(shared: Path) -> None:
    (path,) = (shared / "reports").glob("000_*.txt")
    document = read(path.read_bytes(), path.name)
    assert records(read(workbook(document), "a.xlsx")) == records(document)


def cited(value: object) -> list[Cited]:  # type: ignore[type-arg]
    if isinstance(value, Cited):
        return [value]
    if isinstance(value, (tuple, list)):
        return [found for part in value for found in cited(part)]
    fields = getattr(type(value), "model_fields", {})
    return [found for name in fields for found in cited(getattr(value, name))]


@pytest.mark.parametrize("stem", FEW)
def test_every_citation_is_found_again_in_the_workbook_read_anew(stem: str) -> None:
    data = workbook(from_text(stem))
    found = cited(extract(read(data, "a.xlsx")))
    again = read(data, "a.xlsx")
    assert len(found) > 20
    assert [one.quote for one in found if text_at(again, one.where) != one.quote] == []
    assert all(segment.sheet == "自评" and segment.ref for one in found for segment in one.where.segments)


def test_every_shown_character_has_a_place() -> None:
    document = read(workbook(from_text("luanjiang-seed-industry-fund-2023")), "a.xlsx")
    for block in document.blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                if cell.text:
                    assert text_at(document, cite_cell(block, cell)) == cell.text
        else:
            assert text_at(document, cite_paragraph(block, 0, len(block.text))) == block.text


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_what_libreoffice_makes_of_it_as_xls_and_ods_shows_the_same(tmp_path: Path) -> None:
    document = from_text("luanjiang-seed-industry-fund-2023")
    data = workbook(document)
    (tmp_path / "a.xlsx").write_bytes(data)
    for suffix in ("xls", "ods"):
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        call = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", str(tmp_path)]
        subprocess.run([*call, str(tmp_path / "a.xlsx")], check=True, capture_output=True, timeout=120)
        made = read((tmp_path / f"a.{suffix}").read_bytes(), f"a.{suffix}")
        assert shown(made) == shown(read(data, "a.xlsx"))
        assert records(made) == records(document)
    _agrees_with_another_reader((tmp_path / "a.xls").read_bytes())


def _agrees_with_another_reader(data: bytes) -> None:
    calamine = pytest.importorskip("python_calamine")
    rows = calamine.CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    texts: dict[str, str] = {}
    for block in read(data, "a.xls").blocks:
        for cell in block.cells if isinstance(block, Table) else (block,):
            texts |= {run.region.ref: cell.text for run in cell.runs if run.region.ref}
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values):
            text = texts.get(f"{chr(65 + column)}{row}", "")
            if isinstance(value, float):
                bare = float(text.rstrip("%").replace(",", ""))
                assert bare / (100 if text.endswith("%") else 1) == pytest.approx(value)
            elif isinstance(value, str):
                assert "".join(value.split()) in "".join(text.split())
