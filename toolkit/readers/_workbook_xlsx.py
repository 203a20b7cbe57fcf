"""XLSX, also as WPS saves it → sheets of texts as shown: values, number formats, borders, merges, what is hidden.

Read part by part as a stream of cells; nothing is held that is not shown, whatever dimension a sheet states.
"""

import zipfile
from dataclasses import dataclass
from typing import Final

from toolkit.patterns import regex
from toolkit.readers._archive import content, damaged
from toolkit.readers._workbook_codes import BUILT_IN
from toolkit.readers._workbook_format import shown, shown_text, stored
from toolkit.readers._workbook_parts import PLAIN, SheetEntry, Style, main_part, relations
from toolkit.readers._workbook_sheet import Place, Sheet, clean, place_of, reference
from toolkit.readers._xml import Node, elements, root_of

_ESCAPED: Final = regex(r"_x([0-9A-Fa-f]{4})_")
_MOST_STYLES: Final = 70_000
_ROW, _CELL, _MERGE, _COLUMN = "row", "c", "mergeCell", "col"


@dataclass(slots=True)
class Package:
    """An open XLSX: its sheets in order, shared texts, styles and calendar."""

    archive: zipfile.ZipFile
    name: str
    entries: tuple[SheetEntry, ...]
    strings: list[str]
    styles: list[Style]
    from_1904: bool

    def fill(self, sheet: Sheet, entry: SheetEntry) -> None:
        """Read the cells of a sheet. Raises ReadError, SheetTooLargeError."""
        row = column = -1
        for element in elements(
            content(self.archive, entry.part, self.name), self.name, (_CELL, _ROW, _MERGE, _COLUMN)
        ):
            kind = element.name
            if kind == _CELL:
                place = place_of(element.get("r", "")) or (max(row, 0), column + 1)
                row, column = place
                self._cell(sheet, place, element)
            elif kind == _ROW:
                number = _number(element.get("r"))
                row = number - 1 if number > 0 else max(row, 0)
                if _is_true(element.get("hidden")) or element.get("ht") == "0":
                    sheet.hidden_rows.add(row, row)
                row, column = row + 1, -1
            elif kind == _MERGE:
                _merge(sheet, element.get("ref", ""))
            elif _is_true(element.get("hidden")) or element.get("width") == "0":
                sheet.hidden_columns.add(_number(element.get("min")) - 1, _number(element.get("max")) - 1)

    def _cell(self, sheet: Sheet, place: Place, element: Node) -> None:
        index = _number(element.get("s"))
        style = self.styles[index] if 0 <= index < len(self.styles) else PLAIN
        kind = element.get("t", "n")
        value = formula = ""
        inline: Node | None = None
        for child in element:
            name = child.name
            if name == "v":
                value = child.text
            elif name == "f":
                formula = "f"
            elif name == "is":
                inline = child
        if inline is not None:
            text = shown_text(_rich_text(inline), style.code)
        elif kind in {"n", ""}:
            number = stored(value)
            text = value if number is None else shown(number, style.code, self.from_1904)
        else:
            text = self._text_of(kind, value, style, place)
        if kind == "e":
            sheet.errors.append(place)
        elif formula and not value and kind != "str":
            sheet.uncomputed.append(place)
        sheet.put(place, text, style.framed)

    def _text_of(self, kind: str, value: str, style: Style, place: Place) -> str:
        if kind == "s" and value:
            index = int(value) if len(value) < 10 and value.isascii() and value.isdigit() else len(self.strings)
            if index >= len(self.strings):
                raise damaged(self.name, f"单元格 {reference(place)} 的文字缺失")
            return shown_text(self.strings[index], style.code)
        if kind == "b":
            return "TRUE" if _is_true(value) else "FALSE"
        if kind == "d":
            return value.removesuffix("T00:00:00").replace("T", " ")
        return shown_text(_unescaped(value), style.code) if kind == "str" else value


def open_package(archive: zipfile.ZipFile, name: str) -> Package:
    """The workbook in an archive. Raises ReadError READ-DAMAGED where a part is missing or no XML."""
    main = main_part(archive, name, "xl/workbook.xml")
    root = root_of(content(archive, main, name), name)
    related = relations(archive, main, name)
    sheets = []
    for element in (one for group in root.all("sheets") for one in group.all("sheet")):
        kind, part = related.get(element.get("id"), ("worksheet", ""))
        if kind == "worksheet":
            hidden = element.get("state", "visible") in {"hidden", "veryHidden"}
            sheets.append(SheetEntry(clean(element.get("name", "")), part, hidden))
    parts = dict(related.values())
    strings = _shared_strings(archive, parts.get("sharedStrings"), name)
    styles = _styles(archive, parts.get("styles"), name)
    from_1904 = any(_is_true(element.get("date1904")) for element in root.below("workbookPr"))
    return Package(archive, name, tuple(sheets), strings, styles, from_1904)


def _shared_strings(archive: zipfile.ZipFile, part: str | None, name: str) -> list[str]:
    if part is None:
        return []
    return [_rich_text(element) for element in elements(content(archive, part, name), name, ("si",))]


def _rich_text(element: Node) -> str:
    """The text of a string with its runs; how it is pronounced (rPh) is left out."""
    parts = []
    for child in element:
        kind = child.name
        if kind == "t":
            parts.append(child.text)
        elif kind == "r":
            parts += [piece.text for piece in child if piece.name == "t"]
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    """_x000D_ → the character that it stands for."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _styles(archive: zipfile.ZipFile, part: str | None, name: str) -> list[Style]:
    if part is None:
        return []
    root = root_of(content(archive, part, name), name)
    codes = dict(BUILT_IN)
    for element in (one for group in root.all("numFmts") for one in group.all("numFmt")):
        codes[_number(element.get("numFmtId"))] = element.get("formatCode", "")
    borders = [
        any(side.get("style", "none") != "none" for side in border)
        for group in root.all("borders")
        for border in group.all("border")
    ]
    styles = []
    for element in (one for group in root.all("cellXfs") for one in group.all("xf")):
        border = _number(element.get("borderId"))
        framed = 0 <= border < len(borders) and borders[border]
        styles.append(Style(codes.get(_number(element.get("numFmtId")), ""), framed))
        if len(styles) >= _MOST_STYLES:
            break
    return styles


def _merge(sheet: Sheet, reference: str) -> None:
    first, _, last = reference.partition(":")
    start, end = place_of(first), place_of(last)
    if start is not None and end is not None:
        sheet.merge(*start, *end)


def _number(text: str) -> int:
    """A whole number; 0 where there is none."""
    return int(text) if 0 < len(text) < 10 and text.isascii() and text.isdigit() else 0


def _is_true(text: str) -> bool:
    return text.strip().lower() in {"1", "true"}
