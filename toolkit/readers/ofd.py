"""OFD (GB/T 33190) → `Document`: paragraphs and tables over all pages, each character with its place, as from a PDF."""

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from toolkit.errors import ReadError
from toolkit.layout.page import PageContent
from toolkit.model.document import Document, Note, Source
from toolkit.readers._archive import damaged, is_archive, listing, opened
from toolkit.readers._ofd_specimen import EXPECTED, SPECIMEN
from toolkit.readers._reader import Reader, ReadOptions

if TYPE_CHECKING:
    from toolkit.readers._ofd_package import Package

MEDIA_TYPE: Final = "application/ofd"
_MAIN: Final = b"ofd.xml"
_OCR_HINT: Final = "扫描件需要先做文字识别（OCR）或向填报单位索取可复制文字的版本"


def _accepts(data: bytes, name: str) -> bool:
    return is_archive(data) and _MAIN in listing(data).lower()


def _read(data: bytes, name: str, options: ReadOptions) -> Document:
    # loaded only when an OFD is read
    from toolkit.readers._ofd_package import Package
    from toolkit.readers.pdf._assemble import assemble

    package = Package(opened(data, name), name)
    wanted = _wanted(options.pages, package.count)
    assembled = assemble(_contents(package, wanted))
    if not assembled.blocks:
        raise _unreadable(name, assembled.notes)
    source = Source(name, hashlib.sha256(data).hexdigest(), MEDIA_TYPE, len(data), package.count, READER.name)
    return Document(source, tuple(assembled.blocks), tuple(assembled.furniture), tuple(assembled.notes))


def _wanted(pages: tuple[int, ...] | None, count: int) -> list[int]:
    if pages is None:
        return list(range(1, count + 1))
    wanted = sorted({number for number in pages if 1 <= number <= count})
    if not wanted:
        raise ReadError("READ-PAGES", f"文件只有 {count} 页，没有要读的页", f"页码请在 1 至 {count} 之间")
    return wanted


def _contents(package: "Package", wanted: list[int]) -> Iterator[tuple[int, PageContent | None]]:
    from toolkit.readers._ofd_page import PageTooLargeError, content_of

    for number in wanted:
        page = package.page(number)
        try:
            yield number, None if page is None else content_of(page, number)
        except PageTooLargeError:
            yield number, None


def _unreadable(name: str, notes: list[Note]) -> ReadError:
    if {note.code for note in notes} == {"PAGE-SKIPPED"}:
        return damaged(name, "所有页面都无法读取")
    return ReadError("READ-NO-TEXT-LAYER", f"“{name}”没有可用的文字，可能是扫描件", _OCR_HINT)


READER = Reader("ofd", (MEDIA_TYPE,), _accepts, _read, SPECIMEN, EXPECTED)
