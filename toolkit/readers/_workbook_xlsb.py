"""XLSB → sheets of texts as shown: an XLSX whose parts are binary records ([MS-XLSB])."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from struct import error, unpack_from
from typing import Final

from toolkit.readers._archive import content, damaged
from toolkit.readers._workbook_codes import BUILT_IN
from toolkit.readers._workbook_format import shown, shown_text
from toolkit.readers._workbook_parts import PLAIN, SheetEntry, Style, main_part, relations
from toolkit.readers._workbook_records import ERRORS, UNKNOWN_ERROR, packed, real
from toolkit.readers._workbook_sheet import Sheet, clean, reference

_ROW, _BLANK, _PACKED, _ERROR, _BOOL, _REAL, _TEXT, _SHARED = range(8)
_FORMULA_TEXT, _FORMULA_REAL, _FORMULA_BOOL, _FORMULA_ERROR = range(8, 12)
_RICH_TEXT, _COLUMNS, _MERGE = 62, 60, 176
_BOOK, _SHEET, _SHARED_ITEM, _FORMAT, _BORDER, _STYLE = 153, 156, 19, 44, 46, 47
_STYLES_BEGIN, _STYLES_END, _SHEET_END = 617, 618, 130
_CELLS: Final = frozenset({*range(1, 12), _RICH_TEXT})
_HIDDEN_ROW: Final = 0x10
_SIDES: Final = range(1, 41, 10)
_NOTHING: Final = 0xFFFFFFFF


@dataclass(slots=True)
class BinaryPackage:
    """An open XLSB: its sheets in order, shared texts, styles and calendar."""

    archive: zipfile.ZipFile
    name: str
    entries: tuple[SheetEntry, ...]
    strings: list[str]
    styles: list[Style]
    from_1904: bool

    def fill(self, sheet: Sheet, entry: SheetEntry) -> None:
        """Read the cells of a sheet. Raises ReadError READ-DAMAGED, SheetTooLargeError."""
        row = 0
        try:
            for kind, data in _records(content(self.archive, entry.part, self.name)):
                if kind == _ROW:
                    row = unpack_from("<I", data)[0]
                    if data[11] & _HIDDEN_ROW:
                        sheet.hidden_rows.add(row, row)
                elif kind in _CELLS:
                    self._cell(sheet, row, kind, data)
                elif kind == _COLUMNS:
                    first, last, width, _, flags = unpack_from("<IIIIH", data)
                    if flags & 1 or width == 0:
                        sheet.hidden_columns.add(first, min(last, 16_383))
                elif kind == _MERGE:
                    top, bottom, left, right = unpack_from("<IIII", data)
                    sheet.merge(top, left, bottom, right)
                elif kind == _SHEET_END:
                    break
            else:
                raise damaged(self.name, f"工作表“{entry.name}”的内容不完整")
        except (error, IndexError) as failed:
            raise damaged(self.name, f"工作表“{entry.name}”的内容不完整") from failed

    def _cell(self, sheet: Sheet, row: int, kind: int, data: bytes) -> None:
        column, index = unpack_from("<II", data)
        index &= 0xFFFFFF
        style = self.styles[index] if index < len(self.styles) else PLAIN
        place = (row, column)
        text = ""
        number: Decimal | None = None
        if kind == _SHARED:
            item = unpack_from("<I", data, 8)[0]
            if item >= len(self.strings):
                raise damaged(self.name, f"单元格 {reference(place)} 的文字缺失")
            text = self.strings[item]
        elif kind in {_TEXT, _FORMULA_TEXT, _RICH_TEXT}:
            text = _wide_text(data, 9 if kind == _RICH_TEXT else 8)[0]
        elif kind in {_REAL, _FORMULA_REAL}:
            number = real(data[8:16])
        elif kind == _PACKED:
            number = packed(unpack_from("<I", data, 8)[0])
        elif kind in {_BOOL, _FORMULA_BOOL}:
            text = "TRUE" if data[8] else "FALSE"
        elif kind in {_ERROR, _FORMULA_ERROR}:
            text = ERRORS.get(data[8], UNKNOWN_ERROR)
            sheet.errors.append(place)
        if number is not None:
            text = shown(number, style.code, self.from_1904)
        elif text:
            text = shown_text(text, style.code)
        sheet.put(place, text, style.framed)


def open_binary_package(archive: zipfile.ZipFile, name: str) -> BinaryPackage:
    """The workbook in an archive. Raises ReadError READ-DAMAGED."""
    main = main_part(archive, name, "xl/workbook.bin")
    related = relations(archive, main, name)
    entries = []
    from_1904 = False
    try:
        for kind, data in _records(content(archive, main, name)):
            if kind == _BOOK:
                from_1904 = bool(data[0] & 1)
            elif kind == _SHEET:
                relation, end = _wide_text(data, 8)
                sort, part = related.get(relation, ("worksheet", ""))
                if sort == "worksheet":
                    entries.append(SheetEntry(clean(_wide_text(data, end)[0]), part, data[0] != 0))
        parts = dict(related.values())
        strings = _shared_strings(archive, parts.get("sharedStrings"), name)
        styles = _styles(archive, parts.get("styles"), name)
    except (error, IndexError) as failed:
        raise damaged(name, "工作簿目录不完整") from failed
    return BinaryPackage(archive, name, tuple(entries), strings, styles, from_1904)


def _shared_strings(archive: zipfile.ZipFile, part: str | None, name: str) -> list[str]:
    if part is None:
        return []
    return [_wide_text(data, 1)[0] for kind, data in _records(content(archive, part, name)) if kind == _SHARED_ITEM]


def _styles(archive: zipfile.ZipFile, part: str | None, name: str) -> list[Style]:
    if part is None:
        return []
    codes = dict(BUILT_IN)
    borders: list[bool] = []
    styles: list[Style] = []
    of_cells = False
    for kind, data in _records(content(archive, part, name)):
        if kind == _FORMAT:
            codes[unpack_from("<H", data)[0]] = _wide_text(data, 2)[0]
        elif kind == _BORDER:
            borders.append(any(data[side] for side in _SIDES))
        elif kind in {_STYLES_BEGIN, _STYLES_END}:
            of_cells = kind == _STYLES_BEGIN
        elif kind == _STYLE and of_cells:
            _, code, _, _, border = unpack_from("<HHHHH", data)
            styles.append(Style(codes.get(code, ""), border < len(borders) and borders[border]))
    return styles


def _wide_text(data: bytes, start: int) -> tuple[str, int]:
    """A text behind its length in characters, and where it ends."""
    count = unpack_from("<I", data, start)[0]
    if count == _NOTHING:
        return "", start + 4
    end = start + 4 + 2 * count
    if end > len(data):
        raise error("a text cut short")
    return data[start + 4 : end].decode("utf-16-le", "replace"), end


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Records with their types; a type takes one or two bytes, a size one to four, seven bits in each."""
    at = 0
    while at + 1 < len(data):
        kind, at = data[at], at + 1
        if kind & 0x80:
            kind, at = (kind & 0x7F) | ((data[at] & 0x7F) << 7), at + 1
        size = shift = 0
        while shift < 28:
            size |= (data[at] & 0x7F) << shift
            shift, at = shift + 7, at + 1
            if not data[at - 1] & 0x80:
                break
        if at + size > len(data):
            raise error("a record cut short")
        yield kind, data[at : at + size]
        at += size
