"""XLSX, XLS, ET, XLSB, ODS, XML 2003 → `Document`: texts and tables of sheets in view, cells as a person sees them."""

import hashlib
from dataclasses import dataclass, field
from typing import Final

from toolkit.errors import ReadError
from toolkit.model.document import Document, Note, Source
from toolkit.readers._archive import damaged, is_archive, listing, opened, too_large
from toolkit.readers._compose import blocks_of
from toolkit.readers._flow import Flow
from toolkit.readers._ole import CompoundFile, is_compound
from toolkit.readers._reader import Reader, ReadOptions
from toolkit.readers._workbook_blocks import flow_of
from toolkit.readers._workbook_ods import OdsSheets
from toolkit.readers._workbook_parts import Book
from toolkit.readers._workbook_sheet import Budget, Place, Sheet, SheetTooLargeError, reference
from toolkit.readers._workbook_specimen import EXPECTED, SPECIMEN
from toolkit.readers._workbook_xls import open_workbook
from toolkit.readers._workbook_xlsb import open_binary_package
from toolkit.readers._workbook_xlsx import open_package
from toolkit.readers._workbook_xml2003 import NAMESPACE, XmlSheets

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLSB: Final = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
ODS: Final = "application/vnd.oasis.opendocument.spreadsheet"
XLS: Final = "application/vnd.ms-excel"
XML: Final = "application/vnd.ms-excel.spreadsheetml+xml"
"""Media types of what is read."""

_STREAMS: Final = ("Workbook", "Book")
_OPENING: Final = 4096
_MOST_NAMED: Final = 5


@dataclass(slots=True)
class _Sheets:
    """What a workbook holds: sheets in view in their order, names of those hidden, too large or without content."""

    visible: list[Sheet] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    too_large: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def _accepts(data: bytes, name: str) -> bool:
    return _media_type(data) is not None


def _media_type(data: bytes) -> str | None:
    if is_archive(data):
        names = listing(data)
        if b"xl/workbook.bin" in names:
            return XLSB
        if b"xl/workbook" in names or b"xl/worksheets/" in names:
            return XLSX
        return ODS if ODS.encode() in data[:256] else None
    if is_compound(data) and any(stream.encode("utf-16-le") in data for stream in _STREAMS):
        return XLS if _stream_of(data) else None
    opening = data[:_OPENING]
    return XML if b"<?xml" in opening[:16] and NAMESPACE in opening else None


def _stream_of(data: bytes) -> str | None:
    """The stream that holds the workbook; a word file has none, even with a workbook inside it."""
    try:
        names = CompoundFile(data).names
    except ValueError:
        return None
    return None if "WordDocument" in names else next((stream for stream in _STREAMS if stream in names), None)


def _read(data: bytes, name: str, options: ReadOptions) -> Document:
    media_type = _media_type(data)
    if media_type in {ODS, XML}:
        sheets = _listed(OdsSheets(opened(data, name), name) if media_type == ODS else XmlSheets(data, name))
    else:
        sheets = _filled(_book(data, name, media_type))
    flow: Flow = []
    for sheet in sheets.visible:
        try:
            flow += flow_of(sheet)
        except SheetTooLargeError:
            sheets.too_large.append(sheet.name)
    blocks = blocks_of(flow)
    if not blocks:
        raise _nothing(name, sheets)
    source = Source(name, hashlib.sha256(data).hexdigest(), media_type or XLSX, len(data), None, READER.name)
    return Document(source, tuple(blocks), notes=tuple(_notes(sheets)))


def _book(data: bytes, name: str, media_type: str | None) -> Book:
    if media_type == XLS:
        stream = _stream_of(data)
        if stream is None:
            raise damaged(name, "其中没有工作簿内容")
        return open_workbook(CompoundFile(data).stream(stream), name)
    archive = opened(data, name)
    return open_binary_package(archive, name) if media_type == XLSB else open_package(archive, name)


def _filled(book: Book) -> _Sheets:
    sheets, budget = _Sheets(), Budget()
    for entry in book.entries:
        if entry.hidden:
            sheets.hidden.append(entry.name)
            continue
        if not entry.part:
            sheets.missing.append(entry.name)
            continue
        sheet = Sheet(entry.name, budget)
        try:
            book.fill(sheet, entry)
        except SheetTooLargeError:
            sheets.too_large.append(entry.name)
        else:
            sheets.visible.append(sheet)
    return sheets


def _listed(found: OdsSheets | XmlSheets) -> _Sheets:
    return _Sheets(found.visible, found.hidden, found.too_large)


def _nothing(name: str, sheets: _Sheets) -> ReadError:
    if sheets.too_large:
        return too_large(name, f"工作表“{sheets.too_large[0]}”的单元格过多")
    if sheets.missing:
        return damaged(name, f"缺少工作表“{sheets.missing[0]}”的内容")
    hint = "请确认文件已完整下载；内容若在图片里，请先做文字识别（OCR）"
    if sheets.hidden:
        hint = "隐藏的工作表不读；需要读取的，请取消隐藏后另存"
    return ReadError("READ-EMPTY", f"“{name}”的可见工作表里没有文字", hint)


def _notes(sheets: _Sheets) -> list[Note]:
    notes = [Note("WORKBOOK-HIDDEN-SHEET", f"工作表“{name}”已隐藏，未读取", severity="info") for name in sheets.hidden]
    notes += [Note("WORKBOOK-SHEET-TOO-LARGE", f"工作表“{name}”的单元格过多，未读取") for name in sheets.too_large]
    notes += [Note("WORKBOOK-SHEET-MISSING", f"文件里缺少工作表“{name}”的内容，未读取") for name in sheets.missing]
    for sheet in sheets.visible:
        hidden = [place for place in sheet.texts if place[0] in sheet.hidden_rows or place[1] in sheet.hidden_columns]
        if hidden:
            message = f"工作表“{sheet.name}”有 {len(hidden)} 个单元格在隐藏的行或列中，未读取"
            notes.append(Note("WORKBOOK-HIDDEN-CELLS", message, severity="info"))
        if sheet.errors:
            message = f"工作表“{sheet.name}”有公式错误值：{_named(sheet.errors)}"
            notes.append(Note("WORKBOOK-ERROR-VALUE", message, severity="info"))
        if sheet.uncomputed:
            message = f"工作表“{sheet.name}”的公式没有保存计算结果，未能读取：{_named(sheet.uncomputed)}"
            notes.append(Note("WORKBOOK-NO-RESULT", message))
    return notes


def _named(places: list[Place]) -> str:
    named = "、".join(reference(place) for place in sorted(places)[:_MOST_NAMED])
    return named if len(places) <= _MOST_NAMED else f"{named} 等 {len(places)} 处"


READER = Reader("workbook", (XLSX, XLSB, ODS, XLS, XML), _accepts, _read, SPECIMEN, EXPECTED)
