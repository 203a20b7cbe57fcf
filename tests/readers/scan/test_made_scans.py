"""Made scans of PDFs that have a text layer: what is recognised is what the text layer says, in the same places."""

from importlib.util import find_spec
from math import cos, pi, sin
from pathlib import Path
from typing import Any

import pytest

from toolkit.layout.places import text_at
from toolkit.model.citation import Where, cite_cell, cite_paragraph
from toolkit.model.document import Document, Table
from toolkit.readers import ReadOptions, read
from toolkit.text import key

if find_spec("rapidocr") is None:
    pytest.skip("the extra ocr is not installed", allow_module_level=True)

from tests.readers.scan.scan_maker import DPI, Fault, pdf_of, picture, scanned

FILE = Path(__file__).parents[1] / "pdf" / "files" / "groups.pdf"
POINTS = 72 / DPI
HEAD = 760  # pixels: the title and the first paragraph of the page


@pytest.fixture(scope="module")
def printed() -> Document:
    return read(FILE.read_bytes(), FILE.name, ReadOptions(pages=(1,)))


@pytest.fixture(scope="module")
def page() -> Any:
    return picture(FILE.read_bytes(), 1)


@pytest.fixture(scope="module")
def scan(page: Any) -> Document:
    """Askew, noisy, with a seal over the table."""
    return read(pdf_of(scanned(page, Fault(askew=1.5, noise=8, seal=(0.62, 0.6)))), "scan.pdf")


def shown(document: Document) -> list[Any]:
    """Texts of paragraphs; of tables each cell with its place, spans and text."""
    return [
        [(c.row, c.column, c.row_span, c.column_span, key(c.text)) for c in block.cells]
        if isinstance(block, Table)
        else key(block.text)
        for block in document.blocks
    ]


def place_of(document: Document, words: str) -> Where:
    """The first place of these words."""
    for block in document.blocks:
        for owner in block.cells if isinstance(block, Table) else (block,):
            at = owner.text.find(words)
            if at >= 0 and isinstance(block, Table):
                return cite_cell(block, owner, at, at + len(words))  # type: ignore[arg-type]
            if at >= 0:
                return cite_paragraph(owner, at, at + len(words))  # type: ignore[arg-type]
    raise AssertionError(words)


def box_of(document: Document, words: str) -> tuple[float, float, float, float]:
    (segment,) = place_of(document, words).segments
    assert segment.boxes is not None
    return segment.boxes[0]


def centre(box: tuple[float, float, float, float]) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def test_askew_noisy_page_with_a_seal_reads_as_it_was_printed(scan: Document, printed: Document) -> None:
    assert shown(scan) == shown(printed)
    assert [(note.code, note.severity) for note in scan.notes] == [("PAGE-OCR", "info")]
    assert scan.source.reader == "pdf/pdfium+ocr"


@pytest.mark.parametrize("words", ["1,286.40", "3.05", "9,412"])
def test_places_are_those_on_the_page_as_displayed(words: str, scan: Document, printed: Document, page: Any) -> None:
    height, width = (POINTS * side for side in page.shape[:2])
    x, y = centre(box_of(printed, words))
    x, y, angle = x - width / 2, y - height / 2, 1.5 * pi / 180
    wanted = width / 2 + x * cos(angle) - y * sin(angle), height / 2 + x * sin(angle) + y * cos(angle)
    box = box_of(scan, words)
    assert centre(box) == pytest.approx(wanted, abs=4)
    assert box[3] - box[1] < 20
    assert text_at(scan, place_of(scan, words)) == words


@pytest.mark.parametrize("quarters", [1, 2])
def test_page_on_its_side_or_head_is_read_upright_and_cited_as_it_lies(page: Any, quarters: int) -> None:
    upright = read(pdf_of(page[:HEAD]), "scan.pdf")
    turned = read(pdf_of(scanned(page[:HEAD], Fault(quarters=quarters))), "scan.pdf")
    assert shown(turned) == shown(upright)
    (segment,) = place_of(turned, "12.6").segments
    (plain,) = place_of(upright, "12.6").segments
    assert segment.boxes is not None and plain.boxes is not None
    height, width = POINTS * HEAD, POINTS * page.shape[1]
    across, down = centre(plain.boxes[0])
    wanted = {1: (height - down, across), 2: (width - across, height - down)}[quarters]
    left, top, right, bottom = segment.boxes[0]
    assert left - 4 <= wanted[0] <= right + 4 and top - 4 <= wanted[1] <= bottom + 4


def test_blank_page_is_no_loss(page: Any) -> None:
    blank = page.copy()
    blank[:] = 250
    document = read(pdf_of(page[:HEAD], blank[:HEAD]), "scan.pdf")
    assert [(note.code, note.page) for note in document.notes] == [("PAGE-OCR", 1)]
    assert document.source.pages == 2


def test_same_page_gives_the_same_document_with_and_without_cache(
    page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = pdf_of(page[:HEAD])
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("JIXIAO_NO_CACHE", "1")
    fresh = read(data, "scan.pdf")
    assert list(tmp_path.rglob("*.json")) == []
    monkeypatch.delenv("JIXIAO_NO_CACHE")
    first = read(data, "scan.pdf")
    (kept,) = tmp_path.rglob("*.json")
    assert read(data, "scan.pdf") == first == fresh
    kept.write_text("{}", "utf-8")
    assert read(data, "scan.pdf") == fresh
