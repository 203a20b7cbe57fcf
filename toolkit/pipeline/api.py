"""Paths (or bytes) → the nouns, for programs: what `import toolkit` offers."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from toolkit.extract import parts
from toolkit.model.case import Dossier
from toolkit.model.comparison import Comparison
from toolkit.model.document import Document
from toolkit.model.record import PerformanceReport
from toolkit.model.scoresheet import ScoreSheet
from toolkit.pipeline.analyze import analyze
from toolkit.pipeline.extraction import extract_document, read_bytes
from toolkit.pipeline.request import DEFAULT, Request, find_standard
from toolkit.pipeline.sources import SourceFile
from toolkit.scoring.choose import choose
from toolkit.scoring.recompute import recompute

Given: TypeAlias = str | Path | bytes
"""A path, or the bytes of a file themselves."""

__all__ = ["Request", "audit_report", "compare_reports", "extract_report", "read_document", "score_report"]


def read_document(given: Given, request: Request = DEFAULT, *, name: str = "") -> Document:
    """A file → its blocks of text and tables. `name` is what bytes go by. Raises ReadError."""
    data, called = _load(given, name)
    return read_bytes(data, called, request)


def extract_report(given: Given, request: Request = DEFAULT, *, name: str = "") -> PerformanceReport:
    """A file → the report in it, every value cited; further reports in the same file are its `annexes`."""
    return extract_document(read_document(given, request, name=name), request)


def score_report(given: Given, request: Request = DEFAULT, *, name: str = "") -> ScoreSheet:
    """A file → claimed against recomputed scores under the standard asked for, or chosen by the report's own words."""
    document = read_document(given, request, name=name)
    report = extract_document(document, request)
    standard, _ = choose(report, parts(document)[0], find_standard(request.standard))
    return recompute(report, standard, request.settings)


def audit_report(given: Given, request: Request = DEFAULT, *, name: str = "") -> Dossier:
    """A file → its dossier: document, report, sheet, ledger and findings."""
    data, called = _load(given, name)
    return analyze(data, called, request)


def compare_reports(given: Iterable[Given | Dossier], request: Request = DEFAULT) -> Comparison:
    """Files, or dossiers made before → comparison, in the order given."""
    from toolkit.compare import compare

    dossiers = [item if isinstance(item, Dossier) else audit_report(item, request) for item in given]
    return compare(dossiers, request.settings)


def _load(given: Given, name: str) -> tuple[bytes, str]:
    if isinstance(given, bytes):
        return given, name or "bytes"
    path = Path(given)
    called = name or path.name
    return SourceFile(path, called).load(), called
