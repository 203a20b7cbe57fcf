"""Bytes of one source → Extraction: the document, and the report in it."""

from dataclasses import replace

from toolkit.errors import ModelError, ReadError
from toolkit.extract import Overrides, extract
from toolkit.extract.whole.categories import categorised
from toolkit.model.document import Document, Note
from toolkit.model.record import PerformanceReport
from toolkit.model.result import Extraction
from toolkit.pipeline.request import DEFAULT, Request
from toolkit.readers import ReadOptions, read

_NO_INDICATORS = Note(
    "REPORT-NO-INDICATORS", "没有找到绩效指标；请确认评分表在同一文件中，或用 --pages 指明所在页", severity="loss"
)


def _says_something(report: PerformanceReport) -> bool:
    """Whether this is a self-evaluation at all: it names its kind, or has indicators, money or a total."""
    return any((report.identity.kind, report.indicators, report.budget, report.claimed_total))


def _not_found(name: str) -> ReadError:
    return ReadError(
        "REPORT-NOT-FOUND",
        f"“{name}”中没有找到绩效自评的内容（指标、总分、预算都没有）",
        "请确认是绩效自评报告或评分表；若在一份长文件里，用 --pages 指明所在页。",
    )


def extract_bytes(data: bytes, name: str, request: Request = DEFAULT) -> Extraction:
    """Read, then extract. Raises ReadError for bytes that cannot be read or hold no self-evaluation."""
    document = read_bytes(data, name, request)
    report, unread = _extracted(document, request)
    document = replace(document, notes=(*document.notes, *unread))
    if not any(_says_something(one) for one in (report, *report.annexes)):
        raise _not_found(document.source.name)
    if not any(one.indicators for one in (report, *report.annexes)):
        document = replace(document, notes=(*document.notes, _NO_INDICATORS))
    return Extraction(document, report)


def read_bytes(data: bytes, name: str, request: Request = DEFAULT) -> Document:
    """Bytes → Document, with the reader's options of the request."""
    options = ReadOptions(pdf_backend=request.pdf_backend, password=request.password, pages=request.pages)
    return read(data, name, options)


def extract_document(document: Document, request: Request = DEFAULT) -> PerformanceReport:
    """Document → report, with what the caller knows better."""
    return _extracted(document, request)[0]


def _extracted(document: Document, request: Request) -> tuple[PerformanceReport, tuple[Note, ...]]:
    """The report, its reasons with categories; without them and with a note where the models cannot be read."""
    overrides = Overrides(entity=request.entity, fiscal_year=request.fiscal_year, kind=request.kind)
    report = extract(document, overrides)
    try:
        return categorised(report), ()
    except ModelError as error:
        return report, (Note(error.code, f"{error.message}；扣分原因没有分类", severity="info"),)
