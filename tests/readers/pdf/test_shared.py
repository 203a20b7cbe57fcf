"""Renderings of the real report beside the project: the same paragraphs and table as the text, whichever engine."""

import re
from pathlib import Path

import pytest

from toolkit.model.document import Document, Paragraph, Table
from toolkit.readers._reader import ReadOptions
from toolkit.readers.pdf.reader import READER
from toolkit.text import fold_widths

NAMES = ["gxj-2021.pdf", "gxj-2021-office.pdf"]


def normal(text: str) -> str:
    return re.sub(r"\s", "", fold_widths(text))


@pytest.fixture(scope="module")
def lines(shared: Path) -> list[str]:
    """Lines of the text as received, marks of headings aside."""
    (path,) = (shared / "reports").glob("000_*.txt")
    return [line.lstrip("# ") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def document(shared: Path, name: str, backend: str = "pdfium") -> Document:
    data = (shared / "reports" / name).read_bytes()
    return READER.read(data, name, ReadOptions(pdf_backend=backend))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
def test_paragraphs_are_those_of_the_text(shared: Path, lines: list[str], name: str) -> None:
    """The text cuts some paragraphs by pages: every paragraph is one line or several neighbouring ones as a whole."""
    waiting = [normal(line) for line in lines if "\t" not in line]
    for block in document(shared, name).blocks:
        if isinstance(block, Paragraph):
            whole, joined = normal(block.text), ""
            while joined != whole:
                assert waiting and whole.startswith(joined + waiting[0]), block.text
                joined += waiting.pop(0)
            if len(whole) > 30:
                assert whole[-1] in "。:", block.text
    assert waiting == []


@pytest.mark.parametrize("name", NAMES)
def test_table_over_pages_is_one_table(shared: Path, lines: list[str], name: str) -> None:
    expected: list[list[str]] = []
    for line in lines:
        row = [normal(cell) for cell in line.split("\t")]
        if "\t" in line and row not in expected:
            expected.append(row)
    (table,) = (block for block in document(shared, name).blocks if isinstance(block, Table))
    assert [[normal(cell.text) for cell in table.cells if cell.row == row] for row in range(table.rows)] == expected
    assert table.caption is not None


@pytest.mark.parametrize("name", NAMES)
def test_backends_read_the_same(shared: Path, name: str) -> None:
    fast, slow = document(shared, name), document(shared, name, "pdfplumber")
    assert [(block.id, block.text) for block in fast.blocks if isinstance(block, Paragraph)] == [
        (block.id, block.text) for block in slow.blocks if isinstance(block, Paragraph)
    ]
    tables = [[block for block in each.blocks if isinstance(block, Table)] for each in (fast, slow)]
    assert [[cell.text for cell in table.cells] for table in tables[0]] == [
        [cell.text for cell in table.cells] for table in tables[1]
    ]
