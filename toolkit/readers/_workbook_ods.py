"""ODS → sheets of texts as shown: the format keeps each cell's text as it was displayed."""

import zipfile
from decimal import Decimal
from typing import Final

from toolkit.patterns import regex
from toolkit.readers._archive import content, encrypted
from toolkit.readers._workbook_format import general, stored
from toolkit.readers._workbook_sheet import MOST_TEXT, Budget, Sheet, SheetTooLargeError, clean
from toolkit.readers._xml import Node, elements, root_of

CONTENT: Final = "content.xml"
"""The part that holds all sheets."""

_MANIFEST: Final = "META-INF/manifest.xml"
_SIDES: Final = ("border", "border-top", "border-bottom", "border-left", "border-right")
_BLANKS: Final = regex(r"[ \t\r\n]+")
_BRACKETED: Final = regex(r"\(([\d,.]+%?)\)")
_CELLS: Final = frozenset({"table-cell", "covered-table-cell"})
_ASIDE: Final = frozenset({"annotation", "note", "ruby-text", "tracked-changes"})
_LAST: Final = 1_048_576  # rows; columns are fewer
_MOST_REPEATED: Final = 4_096  # cells or rows with one text: more were not written by a person


class OdsSheets:
    """The sheets of an ODS: those in view, in order, and the names of those hidden or too large to be read."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        """Raises ReadError READ-ENCRYPTED, READ-DAMAGED, READ-TOO-LARGE."""
        if _MANIFEST in archive.namelist():
            manifest = root_of(content(archive, _MANIFEST, name), name)
            if next(manifest.below("encryption-data"), None) is not None:
                raise encrypted(name)
        self.visible: list[Sheet] = []
        self.hidden: list[str] = []
        self.too_large: list[str] = []
        self._budget = Budget()
        self._framed: set[str] = set()
        self._unseen: set[str] = set()
        self._begin()
        for node in elements(content(archive, CONTENT, name), name, ("style", "table-row", "table-column", "table")):
            self._take(node)

    def _begin(self) -> None:
        self._sheet = Sheet("", self._budget)
        self._row = self._column = 0
        self._full = False

    def _take(self, node: Node) -> None:
        if node.name == "style":
            self._style(node)
        elif node.name == "table":
            self._end(node)
        elif node.name == "table-column":
            count = _count(node, "number-columns-repeated")
            if node.get("visibility") in {"collapse", "filter"}:
                self._sheet.hidden_columns.add(self._column, self._column + count - 1)
            self._column += count
        elif not self._full:
            try:
                self._take_row(node)
            except SheetTooLargeError:
                self._full = True

    def _style(self, node: Node) -> None:
        own = node.get("name")
        for part in node:
            if part.name == "table-cell-properties":
                if any(part.get(side, "none") not in {"none", "hidden", ""} for side in _SIDES):
                    self._framed.add(own)
            elif part.name == "table-properties" and part.get("display") == "false":
                self._unseen.add(own)

    def _end(self, node: Node) -> None:
        self._sheet.name = clean(node.get("name"))
        if node.get("style-name") in self._unseen:
            self.hidden.append(self._sheet.name)
            self._budget.left += len(self._sheet.texts)
        elif self._full:
            self.too_large.append(self._sheet.name)
        else:
            self.visible.append(self._sheet)
        self._begin()

    def _take_row(self, node: Node) -> None:
        count = _count(node, "number-rows-repeated")
        first = self._row
        self._row += count
        if self._row > _LAST:
            raise SheetTooLargeError
        if node.get("visibility") in {"collapse", "filter"}:
            self._sheet.hidden_rows.add(first, self._row - 1)
        for repeat in range(min(count, _MOST_REPEATED) if _has_text(node) else 1):
            self._take_cells(node, first + repeat)

    def _take_cells(self, node: Node, row: int) -> None:
        column = 0
        for cell in node:
            if cell.name not in _CELLS:
                continue
            count = _count(cell, "number-columns-repeated")
            text = "" if cell.name == "covered-table-cell" else _text(cell)
            framed = cell.get("style-name") in self._framed
            if text or (framed and count <= _MOST_REPEATED):
                for place in range(column, column + min(count, _MOST_REPEATED)):
                    self._sheet.put((row, place), text, framed)
            if text.startswith(("#", "Err:")) and cell.get("formula"):
                self._sheet.errors.append((row, column))
            elif cell.get("formula") and not text and not cell.get("value-type"):
                self._sheet.uncomputed.append((row, column))
            down, right = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
            if down > 1 or right > 1:
                self._sheet.merge(row, column, row + down - 1, column + right - 1)
            column += count
            if column > _LAST:
                raise SheetTooLargeError


def _count(node: Node, name: str) -> int:
    text = node.get(name, "1")
    return max(1, int(text)) if len(text) < 9 and text.isascii() and text.isdigit() else 1


def _has_text(row: Node) -> bool:
    return any(cell.name == "table-cell" and _text(cell) for cell in row)


def _text(cell: Node) -> str:
    """The paragraphs of a cell as lines; where a writer left them out, the value itself."""
    lines = [_inline(part) for part in cell if part.name == "p"]
    kind, number = cell.get("value-type"), stored(cell.get("value"))
    if any(lines):
        text = "\n".join(lines)
        bracketed = number is not None and number < 0 and _BRACKETED.fullmatch(text)
        return f"-{bracketed[1]}" if bracketed else text  # as for the other formats
    if kind == "percentage" and number is not None:
        return general(number * Decimal(100)) + "%"
    if number is not None:
        return general(number)
    if kind == "boolean":
        return cell.get("boolean-value").upper()
    return cell.get("date-value").removesuffix("T00:00:00") or cell.get("string-value")


def _inline(node: Node) -> str:
    parts: list[str] = []
    for part in node.parts:
        if isinstance(part, str):
            parts.append(_BLANKS.sub(" ", part))
        elif part.name == "s":
            parts.append(" " * min(int(part.get("c", "1")) if part.get("c", "1").isdecimal() else 1, MOST_TEXT))
        elif part.name == "line-break":
            parts.append("\n")
        elif part.name == "tab":
            parts.append(" ")
        elif part.name not in _ASIDE:
            parts.append(_inline(part))
    return "".join(parts)
