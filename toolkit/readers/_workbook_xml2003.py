"""XML Spreadsheet 2003 (what many systems export as .xls) → sheets of texts as shown.

Every value stands in plain text beside its type; formats are codes, or names for the usual ones.
"""

from typing import Final

from toolkit.readers._workbook_format import shown, shown_text, stored
from toolkit.readers._workbook_parts import PLAIN, Style
from toolkit.readers._workbook_sheet import Budget, Sheet, SheetTooLargeError, clean
from toolkit.readers._xml import Node, elements

_NAMED: Final = {
    "Percent": "0.00%",
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Currency": '"¥"#,##0.00',
    "Scientific": "",
    "General Number": "",
    "General": "",
}
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


class XmlSheets:
    """The sheets of such a file: those in view, in order, and the names of those hidden or too large to be read."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises ReadError READ-DAMAGED, READ-TOO-LARGE."""
        self.visible: list[Sheet] = []
        self.hidden: list[str] = []
        self.too_large: list[str] = []
        self._budget = Budget()
        self._styles: dict[str, Style] = {}
        self._begin()
        for node in elements(data, name, ("Style", "Row", "Column", "Worksheet")):
            self._take(node)

    def _begin(self) -> None:
        self._sheet = Sheet("", self._budget)
        self._row = self._column = 0
        self._full = False

    def _take(self, node: Node) -> None:
        if node.name == "Style":
            self._styles[node.get("ID")] = _style(node)
        elif node.name == "Worksheet":
            self._end(node)
        elif node.name == "Column":
            first = _number(node.get("Index"), self._column + 1) - 1
            self._column = first + 1 + _number(node.get("Span"), 0)
            if node.get("Hidden") == "1" or node.get("Width") == "0":
                self._sheet.hidden_columns.add(first, self._column - 1)
        elif not self._full:
            try:
                self._take_row(node)
            except SheetTooLargeError:
                self._full = True

    def _end(self, node: Node) -> None:
        self._sheet.name = clean(node.get("Name"))
        options = node.first("WorksheetOptions")
        visible = None if options is None else options.first("Visible")
        if visible is not None and visible.text.strip() in {"SheetHidden", "SheetVeryHidden"}:
            self.hidden.append(self._sheet.name)
            self._budget.left += len(self._sheet.texts)
        elif self._full:
            self.too_large.append(self._sheet.name)
        else:
            self.visible.append(self._sheet)
        self._begin()

    def _take_row(self, node: Node) -> None:
        row = _number(node.get("Index"), self._row + 1) - 1
        self._row = row + 1 + _number(node.get("Span"), 0)
        if self._row > _LAST_ROW:
            raise SheetTooLargeError
        if node.get("Hidden") == "1" or node.get("Height") == "0":
            self._sheet.hidden_rows.add(row, self._row - 1)
        column = 0
        for cell in node.all("Cell"):
            column = _number(cell.get("Index"), column + 1) - 1
            self._take_cell(cell, row, column, node.get("StyleID"))
            across = _number(cell.get("MergeAcross"), 0)
            self._sheet.merge(row, column, row + _number(cell.get("MergeDown"), 0), column + across)
            column += 1 + across
            if column > _LAST_COLUMN:
                raise SheetTooLargeError

    def _take_cell(self, cell: Node, row: int, column: int, row_style: str) -> None:
        style = self._styles.get(cell.get("StyleID") or row_style or "Default", PLAIN)
        data = cell.first("Data")
        text = ""
        if data is not None:
            text = _shown(data.get("Type"), _all_text(data), style.code)
            if data.get("Type") == "Error":
                self._sheet.errors.append((row, column))
        elif cell.get("Formula"):
            self._sheet.uncomputed.append((row, column))
        self._sheet.put((row, column), text, style.framed)


def _style(node: Node) -> Style:
    code = next((part.get("Format") for part in node.all("NumberFormat")), "")
    borders = (border for group in node.all("Borders") for border in group.all("Border"))
    return Style(_NAMED.get(code, code), any(border.get("LineStyle", "None") != "None" for border in borders))


def _shown(kind: str, text: str, code: str) -> str:
    number = stored(text) if kind == "Number" else None
    if number is not None:
        return shown(number, "" if code.endswith(("Date", "Time")) else code)
    if kind == "Boolean":
        return "TRUE" if text.strip() == "1" else "FALSE"
    if kind == "DateTime":
        return text.removesuffix(".000").removesuffix("T00:00:00").replace("T", " ")
    return shown_text(text, code) if kind == "String" else text


def _all_text(node: Node) -> str:
    return "".join(part if isinstance(part, str) else _all_text(part) for part in node.parts)


def _number(text: str, default: int) -> int:
    return int(text) if 0 < len(text) < 9 and text.isascii() and text.isdigit() else default
