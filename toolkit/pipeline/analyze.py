"""Bytes of one source → Dossier: read, part, extract, choose a standard, recompute, keep the ledger, audit."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from toolkit.audit.run import audit
from toolkit.errors import UsageError
from toolkit.extract import Overrides, extract, parts
from toolkit.figures import build_ledger
from toolkit.model.case import Case, Dossier
from toolkit.model.document import Document
from toolkit.model.record import PerformanceReport, ReportKind
from toolkit.model.result import Extraction
from toolkit.model.settings import Settings
from toolkit.model.standard import Standard
from toolkit.readers import ReadOptions, read
from toolkit.scoring.choose import choose
from toolkit.scoring.load import load_file, standards
from toolkit.scoring.recompute import recompute

PdfBackend = Literal["pdfium", "pdfplumber"]


@dataclass(frozen=True, slots=True)
class Request:
    """What the caller decides: a standard (id or path of a TOML file), thresholds, rules, how to read.

    `pages` counts from 1, None reads all. `entity`, `fiscal_year`, `kind` take the place of what the report says.
    """

    standard: str | Path | Standard | None = None
    settings: Settings = field(default_factory=Settings)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    pdf_backend: PdfBackend = "pdfium"
    password: str | None = None
    pages: tuple[int, ...] | None = None
    entity: str | None = None
    fiscal_year: int | None = None
    kind: ReportKind | None = None


DEFAULT = Request()
"""What holds where the caller decides nothing."""


def analyze(data: bytes, name: str, request: Request = DEFAULT) -> Dossier:
    """The whole way. Raises ReadError for bytes that cannot be read, StandardError for a bad standard."""
    return judge(extract_bytes(data, name, request), request)


def extract_bytes(data: bytes, name: str, request: Request = DEFAULT) -> Extraction:
    """Half the way: the document and the report in it."""
    document = read_bytes(data, name, request)
    return Extraction(document, extract_document(document, request))


def read_bytes(data: bytes, name: str, request: Request = DEFAULT) -> Document:
    """Bytes → Document, with the reader's options of the request."""
    options = ReadOptions(pdf_backend=request.pdf_backend, password=request.password, pages=request.pages)
    return read(data, name, options)


def extract_document(document: Document, request: Request = DEFAULT) -> PerformanceReport:
    """Document → report, with what the caller knows better."""
    overrides = Overrides(entity=request.entity, fiscal_year=request.fiscal_year, kind=request.kind)
    return extract(document, overrides)


def judge(extraction: Extraction, request: Request = DEFAULT) -> Dossier:
    """Report and annexes → dossier with theirs."""
    asked = find_standard(request.standard)
    own, *others = parts(extraction.document)
    annexes = zip(others, extraction.report.annexes, strict=True)
    dossier = _judge_part(own, extraction.report, asked, request)
    return replace(dossier, annexes=tuple(_judge_part(part, report, asked, request) for part, report in annexes))


def build_case(document: Document, report: PerformanceReport, asked: Standard | None, request: Request) -> Case:
    """All that a rule may look at: standard chosen, scores recomputed, figures kept."""
    standard, choice = choose(report, document, asked)
    sheet = recompute(report, standard, request.settings)
    ledger = build_ledger(document, report)
    return Case(document, report, sheet, ledger, standard, choice, request.settings)


def _judge_part(document: Document, report: PerformanceReport, asked: Standard | None, request: Request) -> Dossier:
    case = build_case(document, report, asked, request)
    return Dossier(case, audit(case, request.select, request.ignore))


def find_standard(asked: str | Path | Standard | None) -> Standard | None:
    """The standard asked for by id, by the path of a TOML file, or itself; None where none was asked for."""
    if asked is None or isinstance(asked, Standard):
        return asked
    known = standards()
    if str(asked) in known:
        return known[str(asked)]
    path = Path(asked)
    if path.suffix.lower() == ".toml" or path.is_file():
        return load_file(path)
    hint = "用 jixiao standards list 查看可用的标准。"
    raise UsageError("STANDARD-UNKNOWN", f"没有编号为“{asked}”的评分标准。", hint)
