"""Bytes of one source → Extraction: the document, and the report in it."""

from toolkit.extract import Overrides, extract
from toolkit.model.document import Document
from toolkit.model.record import PerformanceReport
from toolkit.model.result import Extraction
from toolkit.pipeline.request import DEFAULT, Request
from toolkit.readers import ReadOptions, read


def extract_bytes(data: bytes, name: str, request: Request = DEFAULT) -> Extraction:
    """Read, then extract. Raises ReadError for bytes that cannot be read."""
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
