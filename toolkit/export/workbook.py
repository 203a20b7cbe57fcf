"""Results → a working paper in XLSX: 概况, 指标, 预算, 重算 with live formulas, 疑点, 出处; ready to print.

Report text goes in as strings only. The creation date is fixed, so that the same results give the same bytes.
"""

import io
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from decimal import Context, Decimal
from typing import Any

from toolkit.export._comparison import comparison_sheets
from toolkit.export._exporter import Content, Exporter, Item
from toolkit.export._ledger import ledger_sheets
from toolkit.export._overview import title
from toolkit.export._records import SUBJECT, reports, text
from toolkit.export._sheets import (
    Formula,
    Look,
    Row,
    Sheet,
    Value,
    citation_sheet,
    compact,
    finding_sheet,
    record_sheets,
)
from toolkit.export._worksheet import overview_sheet, score_sheet
from toolkit.model.case import Dossier
from toolkit.model.comparison import Comparison
from toolkit.model.number import plain
from toolkit.text import cells_wide, printable

_WIDEST, _NARROWEST, _REVIEWED, _MEASURED_ROWS = 60, 6, 12, 400
_PAGE, _SHRUNK = 150, 10
_MOST_TEXT = 32_000
_EXACT_DIGITS = 15
_LOOKS: dict[Look, dict[str, Any]] = {
    "plain": {},
    "total": {"bold": True, "bg_color": "#EEEEEE"},
    "review": {"bg_color": "#FFF2A8"},
    "percent": {},
    "fact": {},
}
_CELL = {
    "text_wrap": True,
    "valign": "top",
    "border": 1,
    "border_color": "#BBBBBB",
    "font_name": "宋体",
    "font_size": 10,
}
_HEAD = {**_CELL, "bold": True, "bg_color": "#D9E2EC", "valign": "vcenter"}


def sheets(items: Iterable[Item]) -> tuple[Sheet, ...]:
    """All sheets that these results fill, in their order."""
    given = list(items)
    compared = [item for item in given if isinstance(item, Comparison)]
    if compared:
        return tuple(sheet for comparison in compared for sheet in comparison_sheets(comparison))
    single = sum(1 for item in given for _ in reports(item)) == 1
    owner = SUBJECT if single else ()
    indicators, budget = (compact(sheet, owner) for sheet in record_sheets(given))
    citations = compact(citation_sheet(given), owner)
    dossiers = [item for item in given if isinstance(item, Dossier)]
    if not dossiers:
        return indicators, budget, citations
    scores, sums = score_sheet(dossiers)
    return (
        overview_sheet(dossiers, sums),
        indicators,
        budget,
        scores,
        compact(finding_sheet(dossiers), owner),
        citations,
    )


def heading_of(items: Iterable[Item]) -> str:
    """What stands at the head of every printed page: whose report, where it is only one."""
    titles = [title(report) for item in items for _, report in reports(item)]
    return titles[0] if len(titles) == 1 else "绩效自评复核底稿"


def _encode(items: Iterable[Item], content: Content, many: bool) -> Iterator[bytes]:
    import xlsxwriter

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(buffer, options)
    book.set_properties({"title": "绩效自评复核底稿", "created": datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    book.set_calc_mode("auto")
    formats = _Formats(book)
    given = list(items)
    head = heading_of(given)
    for sheet in ledger_sheets(given) if content == "ledger" else sheets(given):
        page = book.add_worksheet(sheet.name)
        _write_sheet(page, sheet, formats)
        page.set_header(f"&C{printable(head).replace('&', '&&')[:120]}")
    book.close()
    yield buffer.getvalue()


class _Formats:
    """Cell formats of one book, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, str], Any] = {}
        self.head = book.add_format(_HEAD)

    def of(self, look: Look, pattern: str) -> Any:
        if (look, pattern) not in self._made:
            numeric = {} if pattern == "@" else {"num_format": pattern, "align": "left" if look == "fact" else "right"}
            self._made[look, pattern] = self._book.add_format({**_CELL, **_LOOKS[look], **numeric})
        return self._made[look, pattern]


def _write_sheet(page: Any, sheet: Sheet, formats: _Formats) -> None:
    for column, (heading, width) in enumerate(zip(sheet.headings, _widths(sheet), strict=True)):
        page.write_string(0, column, heading, formats.head)
        page.set_column(column, column, width)
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row.cells):
            shown = value.value if isinstance(value, Formula) else value
            look = _look(sheet, row, column)
            pattern = "0.00%" if look == "percent" and isinstance(shown, Decimal) else _pattern(shown)
            _write(page, (number, column), value, pattern, formats.of(look, pattern))
    _layout(page, sheet)


def _look(sheet: Sheet, row: Row, column: int) -> Look:
    heading = sheet.headings[column]
    facts = sheet.headings[0] == "事项"
    if heading in sheet.review and row.look == "plain":
        return "review"
    if (row.cells[0] if facts else heading) in sheet.percent:
        return "percent"
    return "fact" if facts else row.look


def _write(page: Any, place: tuple[int, int], value: Value, pattern: str, style: Any) -> None:
    if isinstance(value, Formula):
        page.write_formula(*place, value.text, style, "" if value.value is None else _cached(value.value))
    elif value is None:
        page.write_blank(*place, None, style)
    elif isinstance(value, str) or pattern == "@":
        page.write_string(*place, printable(text(value))[:_MOST_TEXT], style)
    else:
        page.write_number(*place, value, style)


def _cached(value: Decimal | int | str) -> Any:
    """The value beside a formula, with no more digits than a spreadsheet holds and without exponent."""
    if not isinstance(value, Decimal):
        return value
    return Decimal(plain(Context(prec=_EXACT_DIGITS).plus(value)))


def _pattern(value: Decimal | int | str | None) -> str:
    """The number format that shows a value exactly; text where a spreadsheet could not hold all its digits."""
    if not isinstance(value, Decimal | int):
        return "@"
    whole, _, rest = text(value).lstrip("-").partition(".")
    if len(whole.lstrip("0") + rest) > _EXACT_DIGITS:
        return "@"
    unit = "#,##0" if isinstance(value, Decimal) else "0"
    return f"{unit}.{'0' * len(rest)}" if rest else unit


def _widths(sheet: Sheet) -> list[int]:
    """Widths that show the text, together no more than an A4 page takes at a size that can be read."""
    columns = range(len(sheet.headings))
    widths = [_natural_width(sheet, column) for column in columns]
    while sum(widths) > _PAGE and max(widths) > _SHRUNK:
        widths[widths.index(max(widths))] -= 1
    return widths


def _natural_width(sheet: Sheet, column: int) -> int:
    texts = [sheet.headings[column], *(_shown(row.cells[column]) for row in sheet.rows[:_MEASURED_ROWS])]
    widest = max(cells_wide(line) for shown in texts for line in (shown.splitlines() or [""]))
    least = _REVIEWED if sheet.headings[column] in sheet.review else _NARROWEST
    return min(max(widest + 2, least), _WIDEST)


def _shown(value: Value) -> str:
    return text(value.value if isinstance(value, Formula) else value)


def _layout(page: Any, sheet: Sheet) -> None:
    """Heads that stay, a filter, A4 landscape one page wide with the heads repeated, page numbers."""
    page.freeze_panes(1, sheet.frozen)
    rows = len(sheet.rows) if sheet.filtered is None else sheet.filtered
    if rows:
        page.autofilter(0, 0, rows, len(sheet.headings) - 1)
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
    page.set_footer("&L&A&R第 &P 页，共 &N 页")


exporter = Exporter(
    name="xlsx",
    suffix=".xlsx",
    title="Excel 复核底稿",
    content=frozenset({"report", "audit", "comparison", "ledger"}),
    encode=_encode,
    binary=True,
)
