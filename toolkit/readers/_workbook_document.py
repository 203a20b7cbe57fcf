"""Bytes of a workbook → `Document`, with notes on what is hidden, missing, too large or was not computed."""

import hashlib
from dataclasses import dataclass, field
from typing import Final

from toolkit.errors import ReadError
from toolkit.model.document import Document, Note, Source
from toolkit.readers._archive import damaged, opened, too_large
from toolkit.readers._compose import blocks_of
from toolkit.readers._flow import Flow
from toolkit.readers._ole import CompoundFile
from toolkit.readers._workbook_blocks import flow_of
from toolkit.readers._workbook_kind import ODS, XLS, XLSB, XLSX, XML, media_type_of, stream_of
from toolkit.readers._workbook_ods import OdsSheets
from toolkit.readers._workbook_parts import Book
from toolkit.readers._workbook_sheet import Budget, Place, Sheet, SheetTooLargeError, reference
from toolkit.readers._workbook_xls import open_workbook
from toolkit.readers._workbook_xlsb import open_binary_package
from toolkit.readers._workbook_xlsx import open_package
from toolkit.readers._workbook_xml2003 import XmlSheets

_MOST_NAMED: Final = 5


@dataclass(slots=True)
class _Sheets:
    """What a workbook holds: sheets in view in their order, names of those hidden, too large or without content."""

    visible: list[Sheet] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    too_large: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def read_workbook(data: bytes, name: str, reader: str) -> Document:
    """The sheets in view, one after the other; `reader` is the name that the source is given.

    Raises ReadError READ-EMPTY, READ-DAMAGED, READ-ENCRYPTED, READ-TOO-LARGE, READ-BOMB.
    """
    media_type = media_type_of(data)
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
    source = Source(name, hashlib.sha256(data).hexdigest(), media_type or XLSX, len(data), None, reader)
    return Document(source, tuple(blocks), notes=tuple(_notes(sheets)))


def _book(data: bytes, name: str, media_type: str | None) -> Book:
    if media_type == XLS:
        stream = stream_of(data)
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
