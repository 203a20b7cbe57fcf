"""Every value of every report at hand: its quote stands at its place, and the value follows from the quote alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from toolkit.extract import extract
from toolkit.layout.places import text_at
from toolkit.measure.numerals import number
from toolkit.model.citation import Cited
from toolkit.model.document import Document
from toolkit.model.number import Noun
from toolkit.readers import read

REPORTS = sorted(
    path
    for folder in ("corpora/samples", "tests/reports")
    for path in (ROOT / folder).glob("*")
    if path.suffix in {".txt", ".md", ".pdf"}
)


def cited_values(value: Any) -> Iterator[Cited[Any]]:
    """All cited leaves below a noun."""
    if isinstance(value, Cited):
        yield value
    elif isinstance(value, Noun):
        for name in type(value).model_fields:
            yield from cited_values(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from cited_values(item)


def _check(document: Document, lines: list[str] | None) -> int:
    count = 0
    for cited in cited_values(extract(document)):
        count += 1
        assert text_at(document, cited.where) == cited.quote
        if cited.unit_where is not None:
            assert text_at(document, cited.unit_where) == cited.unit_quote
        if lines is not None:
            printed = "".join(lines[s.line - 1][s.column - 1 : s.end_column - 1] for s in cited.where.segments)  # type: ignore[index,operator]
            assert printed == cited.quote
        else:
            assert all(segment.page and segment.boxes for segment in cited.where.segments)
        if hasattr(cited.value, "as_tuple"):
            assert abs(cited.value) == abs(number(cited.quote) or 0)
    return count


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_quote_stands_at_its_place(path: Path) -> None:
    data = path.read_bytes()
    assert _check(read(data, path.name), _lines(data) if path.suffix != ".pdf" else None) > 5


def test_every_quote_of_the_real_report_stands_at_its_place(shared: Path) -> None:
    for name in ("000_98a5634400e74046.txt", "gxj-2021.pdf", "gxj-2021-office.pdf"):
        data = (shared / "reports" / name).read_bytes()
        assert _check(read(data, name), _lines(data) if name.endswith(".txt") else None) > 100


def _lines(data: bytes) -> list[str]:
    for encoding in (
        ("utf-16", "utf-8-sig", "gb18030") if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "gb18030")
    ):
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        except UnicodeDecodeError:
            continue
    raise AssertionError("no encoding fits")
