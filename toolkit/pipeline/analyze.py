"""Bytes of one source → Dossier: read, extract, choose a standard, recompute, keep the ledger, audit."""

from collections.abc import Sequence
from dataclasses import replace

from toolkit.audit.run import audit
from toolkit.extract import parts
from toolkit.figures import build_ledger
from toolkit.model.case import Case, Dossier
from toolkit.model.document import Document
from toolkit.model.record import PerformanceReport
from toolkit.model.result import Extraction
from toolkit.model.standard import Standard
from toolkit.pipeline.extraction import extract_bytes
from toolkit.pipeline.request import DEFAULT, Request, find_standard
from toolkit.scoring.assume import assume
from toolkit.scoring.choose import choose
from toolkit.scoring.recompute import recompute


def analyze(data: bytes, name: str, request: Request = DEFAULT) -> Dossier:
    """The whole way. Raises ReadError for bytes that cannot be read, StandardError for a bad standard."""
    return judge(extract_bytes(data, name, request), request)


def judge(extraction: Extraction, request: Request = DEFAULT) -> Dossier:
    """Each report with its part of the document: the first is the dossier, the others are its annexes."""
    reports = (extraction.report, *extraction.report.annexes)
    return _judged(parts(extraction.document), reports, request)


def judge_again(dossier: Dossier, request: Request) -> Dossier:
    """What was judged as it is printed, judged as the request assumes: nothing is read or extracted anew."""
    cases = [part.case for part in (dossier, *dossier.annexes)]
    return _judged([case.document for case in cases], tuple(case.report for case in cases), request)


def _judged(documents: Sequence[Document], reports: tuple[PerformanceReport, ...], request: Request) -> Dossier:
    asked = find_standard(request.standard)
    first, *annexes = (
        _judge_part(part, report, asked, request)
        for part, report in zip(documents, assume(reports, request.assume), strict=True)
    )
    return replace(first, annexes=tuple(annexes))


def _judge_part(part: Document, report: PerformanceReport, asked: Standard | None, request: Request) -> Dossier:
    case = build_case(part, report, asked, request)
    return Dossier(case, audit(case, request.select, request.ignore))


def build_case(part: Document, report: PerformanceReport, asked: Standard | None, request: Request) -> Case:
    """All that a rule may look at: the standard chosen, scores recomputed, figures kept."""
    standard, choice = choose(report, part, asked)
    sheet = recompute(report, standard, request.settings)
    ledger = build_ledger(part, report)
    return Case(part, report, sheet, ledger, standard, choice, request.settings)
