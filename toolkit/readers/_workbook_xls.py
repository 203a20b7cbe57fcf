"""XLS and ET (BIFF8, also BIFF5) → sheets of texts as shown: values, number formats, borders, merges, what is hidden.

Records are walked one after the other; a sheet costs what is written in it, and nothing a record claims is believed
beyond the bytes that are there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from struct import error, iter_unpack, unpack_from
from typing import Final, TypeAlias

from toolkit.readers._archive import damaged, encrypted
from toolkit.readers._workbook_codes import BUILT_IN
from toolkit.readers._workbook_format import shown, shown_text
from toolkit.readers._workbook_parts import PLAIN, SheetEntry, Style
from toolkit.readers._workbook_records import ERRORS, UNKNOWN_ERROR, packed, real
from toolkit.readers._workbook_sheet import Sheet, clean, reference
from toolkit.readers._workbook_texts import Texts

Record: TypeAlias = tuple[int, list[bytes]]
"""A record's type, its bytes and those of the records that continue it."""

_BOF, _EOF, _CONTINUE, _PASSWORD, _SHEET, _TEXTS = 0x809, 0x0A, 0x3C, 0x2F, 0x85, 0xFC
_CODEPAGE, _CALENDAR, _FORMAT, _STYLE = 0x42, 0x22, 0x41E, 0xE0
_NUMBER, _PACKED, _PACKED_ROW, _SHARED_TEXT, _LABEL, _RICH_LABEL = 0x203, 0x27E, 0xBD, 0xFD, 0x204, 0xD6
_BLANK, _BLANK_ROW, _BOOL_OR_ERROR, _FORMULA, _RESULT_TEXT = 0x201, 0xBE, 0x205, 0x06, 0x207
_MERGES, _ROW, _COLUMNS = 0xE5, 0x208, 0x7D
_BIFF8: Final = 0x600
_WORKSHEET: Final = 0
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x01
_CODECS: Final = {936: "gb18030", 950: "big5", 1200: "utf-16-le", 10000: "mac_roman", 10008: "gb18030"}
_RESULT_IS_NO_NUMBER: Final = b"\xff\xff"


@dataclass(slots=True)
class Workbook:
    """An open XLS: its sheets in order (`part` is where one begins), shared texts, styles and calendar."""

    stream: bytes
    name: str
    entries: tuple[SheetEntry, ...] = ()
    strings: list[str] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)
    from_1904: bool = False
    texts: Texts = field(default_factory=Texts)

    def fill(self, sheet: Sheet, entry: SheetEntry) -> None:
        """Read the cells of a sheet. Raises ReadError READ-DAMAGED, SheetTooLargeError."""
        depth = 0
        waiting: tuple[int, int, int] | None = None  # (row, column, style) of a formula whose text follows
        try:
            for kind, parts in _records(self.stream, int(entry.part)):
                depth += (kind == _BOF) - (kind == _EOF)
                if depth <= 0:
                    break
                if depth > 1:
                    continue  # a chart within the sheet
                if kind == _RESULT_TEXT and waiting is not None:
                    self._put(sheet, waiting, self.texts.long(parts, 0))
                waiting = self._cell(sheet, kind, parts) if kind in _CELLS else None
                if kind not in _CELLS:
                    _shape(sheet, kind, parts[0])
            else:
                raise damaged(self.name, f"工作表“{entry.name}”的内容不完整")
        except error as failed:
            raise damaged(self.name, f"工作表“{entry.name}”的内容不完整") from failed

    def _cell(self, sheet: Sheet, kind: int, parts: list[bytes]) -> tuple[int, int, int] | None:
        """Take in a cell; a formula that gives a text is returned, for its text stands in the next record."""
        data = parts[0]
        row, column, style = unpack_from("<HHH", data)
        place = (row, column, style)
        if kind == _SHARED_TEXT:
            index = unpack_from("<I", data, 6)[0]
            if index >= len(self.strings):
                raise damaged(self.name, f"单元格 {reference(place[:2])} 的文字缺失")
            self._put(sheet, place, self.strings[index])
        elif kind in {_LABEL, _RICH_LABEL}:
            self._put(sheet, place, self.texts.long(parts, 6))
        elif kind == _NUMBER:
            self._put(sheet, place, real(data[6:14]))
        elif kind == _PACKED:
            self._put(sheet, place, packed(unpack_from("<I", data, 6)[0]))
        elif kind == _PACKED_ROW:
            for offset, (own, bits) in enumerate(iter_unpack("<HI", data[4 : 4 + (len(data) - 6) // 6 * 6])):
                self._put(sheet, (row, column + offset, own), packed(bits))
        elif kind == _BLANK:
            self._put(sheet, place, "")
        elif kind == _BLANK_ROW:
            for offset, (own,) in enumerate(iter_unpack("<H", data[4 : 4 + (len(data) - 6) // 2 * 2])):
                self._put(sheet, (row, column + offset, own), "")
        elif kind == _BOOL_OR_ERROR:
            self._put_flag(sheet, place, data[6], data[7] != 0)
        elif data[12:14] != _RESULT_IS_NO_NUMBER:
            self._put(sheet, place, real(data[6:14]))
        elif data[6] == 0:
            return place
        elif data[6] in {1, 2}:
            self._put_flag(sheet, place, data[8], data[6] == 2)
        return None

    def _put_flag(self, sheet: Sheet, place: tuple[int, int, int], value: int, is_error: bool) -> None:
        if is_error:
            sheet.errors.append(place[:2])
        self._put(sheet, place, ERRORS.get(value, UNKNOWN_ERROR) if is_error else "TRUE" if value else "FALSE")

    def _put(self, sheet: Sheet, place: tuple[int, int, int], value: str | Decimal | None) -> None:
        row, column, index = place
        style = self.styles[index] if index < len(self.styles) else PLAIN
        if isinstance(value, Decimal):
            text = shown(value, style.code, self.from_1904)
        else:
            text = shown_text(value, style.code) if value else ""
        sheet.put((row, column), text, style.framed)


_CELLS: Final = frozenset(
    {
        *(_NUMBER, _PACKED, _PACKED_ROW, _SHARED_TEXT, _LABEL, _RICH_LABEL),
        *(_BLANK, _BLANK_ROW, _BOOL_OR_ERROR, _FORMULA),
    }
)


def open_workbook(stream: bytes, name: str) -> Workbook:
    """The workbook in the stream Workbook or Book. Raises ReadError READ-DAMAGED, READ-ENCRYPTED."""
    book = Workbook(stream, name)
    codes = dict(BUILT_IN)
    entries = []
    raw_styles: list[tuple[int, bool]] = []
    try:
        if len(stream) < 8 or unpack_from("<H", stream)[0] != _BOF:
            raise damaged(name, "工作簿内容的开头不符合格式，或版本过旧（Excel 95 以前）")
        book.texts = Texts(wide=unpack_from("<H", stream, 4)[0] == _BIFF8)
        for kind, parts in _records(stream, 0):
            data = parts[0]
            if kind == _PASSWORD:
                raise encrypted(name)
            if kind == _EOF:
                break
            if kind == _CODEPAGE:
                number = unpack_from("<H", data)[0]
                book.texts.codec = _CODECS.get(number, f"cp{number}")
            elif kind == _CALENDAR:
                book.from_1904 = data[:1] == b"\x01"
            elif kind == _FORMAT:
                codes[unpack_from("<H", data)[0]] = book.texts.code(parts)
            elif kind == _STYLE:
                raw_styles.append((unpack_from("<H", data, 2)[0], book.texts.has_border(data)))
            elif kind == _TEXTS:
                book.strings = book.texts.shared(parts)
            elif kind == _SHEET and data[5] == _WORKSHEET:
                start, state = unpack_from("<IB", data)
                entries.append(SheetEntry(clean(book.texts.short(parts, 6)), str(start), state & 3 != 0))
        else:
            raise damaged(name, "工作簿目录不完整")
    except (error, IndexError) as failed:
        raise damaged(name, "工作簿目录不完整") from failed
    book.entries = tuple(entries)
    book.styles = [Style(codes.get(number, ""), framed) for number, framed in raw_styles]
    return book


def _records(stream: bytes, start: int) -> Iterator[Record]:
    """Records from a place on, each with those that continue it. Ends where the bytes end."""
    waiting: Record | None = None
    while start + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, start)
        data = stream[start + 4 : start + 4 + length]
        start += 4 + length
        if kind == _CONTINUE and waiting is not None:
            waiting[1].append(data)
            continue
        if waiting is not None:
            yield waiting
        waiting = (kind, [data])
    if waiting is not None:
        yield waiting


def _shape(sheet: Sheet, kind: int, data: bytes) -> None:
    """Merged ranges, hidden rows and columns."""
    if kind == _MERGES:
        count = min(unpack_from("<H", data)[0], (len(data) - 2) // 8)
        for top, bottom, left, right in iter_unpack("<HHHH", data[2 : 2 + 8 * count]):
            sheet.merge(top, left, bottom, right)
    elif kind == _ROW:
        row = unpack_from("<H", data)[0]
        if data[12] & _ROW_HIDDEN:
            sheet.hidden_rows.add(row, row)
    elif kind == _COLUMNS:
        first, last, width, _, flags = unpack_from("<HHHHH", data)
        if flags & _COLUMN_HIDDEN or width == 0:
            sheet.hidden_columns.add(first, last)
