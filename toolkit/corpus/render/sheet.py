"""Made documents → workbooks: figures are numbers with a format that shows them as the truth has them."""

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, Final

from toolkit.corpus.layout import Style
from toolkit.corpus.render._engine import Drawing, Engine, align, needs, sides
from toolkit.corpus.truth import TrueDocument, TrueParagraph, TrueTable
from toolkit.patterns import regex

_NUMERAL: Final = regex(r"(-?)(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,4})?(%?)", re.ASCII)


def _render(batch: Sequence[Drawing]) -> list[bytes]:
    return [_book(document, style) for document, style in batch]


def _book(document: TrueDocument, style: Style) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    sheet = book.add_worksheet("自评表")
    sheet.write(0, 0, document.title)
    row = 1
    for is_table, run in groupby(document.parts, lambda part: isinstance(part, TrueTable)):
        if is_table:
            row = _tables(book, sheet, [part for part in run if isinstance(part, TrueTable)], style, row + 1)
        else:
            for text in (part.text for part in run if isinstance(part, TrueParagraph)):
                sheet.write_string(row, 0, text)
                row += 1
    book.close()
    return buffer.getvalue()


def _tables(book: Any, sheet: Any, tables: Sequence[TrueTable], style: Style, row: int) -> int:
    """Draws them from this row on and returns the row after them and an empty one."""
    if style.arrange == "beside":
        column = 0
        for table in tables:
            _draw(book, sheet, table, style, (row, column))
            column += table.columns + 1
        return row + max(table.rows for table in tables) + 1
    for table in tables:
        _draw(book, sheet, table, style, (row, 0))
        row += table.rows + 1
    return row


def _draw(book: Any, sheet: Any, table: TrueTable, style: Style, origin: tuple[int, int]) -> None:
    for cell in table.cells:
        ruled = {side: int(line) for side, line in sides(table, cell, style)._asdict().items()}
        value, shown = _value(cell.text)
        look = {**ruled, "align": align(table, cell), "valign": "vcenter", "text_wrap": True}
        form = book.add_format({**look, **({"num_format": shown} if shown else {})})
        row, column = origin[0] + cell.row, origin[1] + cell.column
        if cell.row_span > 1 or cell.column_span > 1:
            sheet.merge_range(row, column, row + cell.row_span - 1, column + cell.column_span - 1, "", form)
        if isinstance(value, float):
            sheet.write_number(row, column, value, form)
        elif value:
            sheet.write_string(row, column, value, form)
        else:
            sheet.write_blank(row, column, None, form)


def _value(text: str) -> tuple[str | float, str | None]:
    """The value of a cell and the number format that shows it as `text`; text that no format shows stays text."""
    found = _NUMERAL.fullmatch(text)
    if found is None or (len(found[2]) > 1 and found[2][0] == "0"):
        return text, None
    places = len(found[3] or ".") - 1
    shown = ("#,##0" if "," in found[2] else "0") + ("." + "0" * places if places else "") + found[4]
    value = float(text.replace(",", "").rstrip("%"))
    return round(value / 100, places + 4) if found[4] else value, shown


ENGINE: Final = Engine("sheet", "xlsx", _render, needs("xlsxwriter"))
