"""PDF → `Document`: paragraphs and tables over all pages, each character with its place; scans are recognised."""

import gc
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from toolkit.errors import ReadError
from toolkit.layout.page import PageContent
from toolkit.model.document import Document, Note, Source
from toolkit.readers._reader import Reader, ReadOptions
from toolkit.readers.pdf._backend import Opener, Pages, damaged
from toolkit.readers.pdf._ocr_engine import hint
from toolkit.readers.pdf._specimen import EXPECTED, SPECIMEN

if TYPE_CHECKING:
    from toolkit.readers.pdf._ocr_page import PageReading

MEDIA_TYPE: Final = "application/pdf"
_MARK: Final = b"%PDF-"
_NONE: "Final[Mapping[int, PageReading]]" = {}


def _opener(name: str) -> Opener:
    if name == "pdfplumber":
        from toolkit.readers.pdf import _pdfplumber

        return _pdfplumber.open_pages
    from toolkit.readers.pdf import _pdfium

    return _pdfium.open_pages


def _accepts(head: bytes, name: str) -> bool:
    return _MARK in head[:1024]


def _read(data: bytes, name: str, options: ReadOptions) -> Document:
    from toolkit.readers.pdf._assemble import assemble  # loaded only when a PDF is read

    with _opener(options.pdf_backend)(data, options.password) as pages, _without_search_for_cycles():
        _check_whole(data)
        if pages.count < 1:
            raise damaged("文件里没有任何一页")
        wanted = _wanted(options.pages, pages.count)
        assembled = assemble(_contents(pages, wanted))
        readings: dict[int, PageReading] = {}
        if options.ocr and assembled.notes:
            from toolkit.readers.pdf._ocr import recognised, told

            readings = recognised(data, options.password, assembled.notes)
            if readings:
                assembled = assemble(_contents(pages, wanted, readings))
            assembled.notes = told(assembled.notes, readings)
        count = pages.count
    if not assembled.blocks:
        raise _unreadable(assembled.notes)
    reader = f"pdf/{options.pdf_backend}{'+ocr' if readings else ''}"
    source = Source(name, hashlib.sha256(data).hexdigest(), MEDIA_TYPE, len(data), count, reader)
    return Document(source, tuple(assembled.blocks), tuple(assembled.furniture), tuple(assembled.notes))


@contextmanager
def _without_search_for_cycles() -> Iterator[None]:
    """Of the many small values that come to be none refers back to another; searching them for cycles, again and again
    as they grow more, would cost a tenth of the time."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _check_whole(data: bytes) -> None:
    """Refuse a file that was cut off: it would be read with pages missing. A whole one ends with `startxref`, after
    its last object; a linearized one also says how long it is."""
    if data.rfind(b"startxref") < data.rfind(b"endobj"):
        raise damaged("文件不完整，结尾部分缺失")


def _wanted(pages: tuple[int, ...] | None, count: int) -> list[int]:
    if pages is None:
        return list(range(1, count + 1))
    wanted = sorted({number for number in pages if 1 <= number <= count})
    if not wanted:
        raise ReadError("READ-PAGES", f"文件只有 {count} 页，没有要读的页", f"页码请在 1 至 {count} 之间")
    return wanted


def _contents(
    pages: Pages, wanted: list[int], readings: "Mapping[int, PageReading]" = _NONE
) -> Iterator[tuple[int, PageContent | None]]:
    for number in wanted:
        reading = readings.get(number)
        yield number, pages.page(number) if reading is None else reading.content(number)


def _unreadable(notes: list[Note]) -> ReadError:
    codes = {note.code for note in notes}
    if codes == {"PAGE-SKIPPED"}:
        return damaged("所有页面都已损坏，无法读取")
    if "PAGE-UNTRUSTED" in codes:
        return ReadError("READ-NO-TEXT-LAYER", "字体没有可靠的文字编码，文件中没有可用的文字", hint())
    return ReadError("READ-NO-TEXT-LAYER", "文件没有文字层，可能是扫描件", hint())


READER = Reader("pdf", (MEDIA_TYPE,), _accepts, _read, SPECIMEN, EXPECTED)
