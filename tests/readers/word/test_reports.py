"""Whole reports as word files: the same records as from their text and PDF, every quote in its paragraph."""

import json
from pathlib import Path

from tests.conftest import ROOT
from tests.readers.same_report import count_of_quotes_at_their_places, outline, records, wrong_fields
from tests.readers.word.docx_maker import assert_runs_stand_in_their_paragraphs
from toolkit.corpus.fields import compared
from toolkit.extract import extract
from toolkit.readers import read


def test_the_real_report_reads_as_its_text(shared: Path) -> None:
    data = (shared / "reports/gxj-2021.docx").read_bytes()
    document = read(data, "gxj-2021.docx")
    text = read((shared / "reports/000_98a5634400e74046.txt").read_bytes(), "a.txt")
    assert records(document) == records(text)
    assert outline(document) == outline(text)
    assert document.notes == ()
    assert count_of_quotes_at_their_places(document) > 100
    assert assert_runs_stand_in_their_paragraphs(document, data) > 100


def test_a_held_out_sample_is_read_as_well_as_its_pdf() -> None:
    source = ROOT / "corpora/sources/shuangshi-clinic-equipment-project-2023.docx"
    printed = ROOT / "corpora/samples" / f"{source.stem}.pdf"
    truth = json.loads((ROOT / "corpora/samples" / f"{source.stem}.truth.json").read_text("utf-8"))
    from_pdf = extract(read(printed.read_bytes(), printed.name))
    wrong = sum(1 for _, wanted, found in compared(truth, from_pdf) if wanted != found)
    assert len(wrong_fields(source)) <= wrong
    document = read(source.read_bytes(), source.name)
    assert count_of_quotes_at_their_places(document) > 50
