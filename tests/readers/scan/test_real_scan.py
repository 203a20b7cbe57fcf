"""The scanned rendering of the real report: its records against those of the text, field by field. Takes a minute."""

import json
from importlib.util import find_spec
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

from toolkit.extract import extract
from toolkit.model.citation import Cited
from toolkit.model.document import Document
from toolkit.model.record import PerformanceReport
from toolkit.readers import read
from toolkit.text import key

pytestmark = pytest.mark.skipif(find_spec("rapidocr") is None, reason="the extra ocr is not installed")

LEAST = 0.98


@pytest.fixture(scope="module")
def scan(shared: Path) -> Document:
    return read((shared / "reports" / "gxj-2021-scan.pdf").read_bytes(), "gxj-2021-scan.pdf")


@pytest.fixture(scope="module")
def found(scan: Document) -> PerformanceReport:
    return extract(scan)


@pytest.fixture(scope="module")
def wanted(shared: Path) -> PerformanceReport:
    name = "000_98a5634400e74046.txt"
    return extract(read((shared / "reports" / name).read_bytes(), name))


def fields(report: PerformanceReport) -> dict[str, list[tuple[str, str]]]:
    """(name of the field, its words) of all that was extracted, in its order, by kind of record."""
    return {
        "identity": _cited(report.identity),
        "total": [("claimed_total", "" if report.claimed_total is None else str(report.claimed_total.value))],
        "adjustments": [field for one in report.adjustments for field in _cited(one)],
        "indicators": [field for one in report.indicators for field in _cited(one)],
        "reasons": [
            ("reason", key(reason.text.quote)) for one in report.indicators for reason in one.deduction_reasons
        ],
        "budget": [field for row in report.budget for field in _cited(row)],
        "counts": [("count", f"{one.scope}{one.what}{one.count.value}") for one in report.declared_counts],
    }


def _cited(noun: Any) -> list[tuple[str, str]]:
    values = [(name, getattr(noun, name)) for name in type(noun).model_fields]
    return [(name, key(value.quote)) for name, value in values if isinstance(value, Cited)]


def differences(one: PerformanceReport, other: PerformanceReport) -> tuple[int, list[tuple[Any, Any]]]:
    """(number of fields, pairs that differ)"""
    pairs = [pair for kind in fields(one) for pair in zip_longest(fields(one)[kind], fields(other)[kind])]
    return len(pairs), [pair for pair in pairs if pair[0] != pair[1]]


def test_fields_of_the_scan_are_those_of_the_text(found: PerformanceReport, wanted: PerformanceReport) -> None:
    count, different = differences(wanted, found)
    print(f"{count - len(different)} of {count} fields are the same")
    assert count > 100
    assert len(different) <= (1 - LEAST) * count, different


def test_every_figure_of_the_scan_is_right(shared: Path, found: PerformanceReport) -> None:
    truth = json.loads((shared / "reports" / "000_98a5634400e74046.truth.json").read_text("utf-8"))
    lines = {key(line.name.value): line for line in found.indicators if line.level < 3}
    for each in truth["indicators"]:
        line = lines[key(each["name"])]
        assert (line.max_score and line.max_score.quote) == each["max"]
        assert (line.claimed_score and line.claimed_score.quote) == each["score"]
    assert found.claimed_total is not None and str(found.claimed_total.value) == truth["claimed_total"]


def test_pages_say_that_they_were_recognised(scan: Document) -> None:
    assert [(note.code, note.page) for note in scan.notes] == [("PAGE-OCR", page) for page in range(1, 11)]
    assert scan.source.reader == "pdf/pdfium+ocr"
