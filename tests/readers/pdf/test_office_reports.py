"""Whole right reports, set and printed to PDF by an office → the same records as from their text, and no accusation.

What a generator sets says little of how an office breaks lines, parts digits from words and joins dashes.
"""

from collections import Counter
from html import escape

import pytest

from tests.conftest import ROOT
from toolkit.corpus.render._office import missing, to_pdf
from toolkit.model.document import Document, Paragraph, Table
from toolkit.model.finding import Severity
from toolkit.pipeline.analyze import analyze
from toolkit.readers import read

_EVERY = 6  # of the reports
_LEAST_SAME = 0.995
REPORTS = sorted(
    path for path in (ROOT / "corpora" / "slips" / "development").iterdir() if path.suffix in {".md", ".txt", ".html"}
)[::_EVERY]


def _page(document: Document) -> str:
    """The document as a plain web page with ruled tables."""
    return f'<html><head><meta charset="utf-8"></head><body>{"".join(map(_block, document.blocks))}</body></html>'


def _block(block: Paragraph | Table) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{escape(block.text)}</p>"
    rows = (
        "".join(
            f'<td rowspan="{cell.row_span}" colspan="{cell.column_span}">{escape(cell.text)}</td>'
            for cell in block.cells
            if cell.row == row
        )
        for row in range(block.rows)
    )
    return f'<table border="1" width="100%">{"".join(f"<tr>{row}</tr>" for row in rows)}</table>'


def _told(content: bytes, name: str) -> tuple[Counter[object], list[str]]:
    """Counts of what each line and each budget row tells, without blanks; errors."""
    dossier = analyze(content, name)
    report = dossier.case.report
    rows: list[object] = [report.claimed_total and report.claimed_total.value]
    for line in report.indicators:
        values = (line.name, line.target, line.actual, line.max_score, line.claimed_score)
        rows.append((*(value and "".join(value.quote.split()) for value in values), len(line.deduction_reasons)))
    for row in report.budget:
        amounts = (row.label, row.original_budget, row.revised_budget, row.actual_expenditure, row.execution_rate)
        rows.append(tuple(value and "".join(value.quote.split()) for value in amounts))
    return Counter(rows), [one.message for one in dossier.findings if one.severity is Severity.ERROR]


@pytest.mark.skipif(missing() is not None, reason="needs LibreOffice")
def test_reports_printed_by_an_office_give_the_same_records() -> None:
    pages = [_page(read(path.read_bytes(), path.name)).encode() for path in REPORTS]
    same = every = 0
    for path, page, printed in zip(REPORTS, pages, to_pdf(pages, "html"), strict=True):
        (text, _), (pdf, errors) = _told(page, "report.html"), _told(printed, "report.pdf")
        assert errors == [], path.name
        same, every = same + (text & pdf).total(), every + text.total()
    assert len(pages) > 30 and same >= _LEAST_SAME * every, f"{same} of {every}"
