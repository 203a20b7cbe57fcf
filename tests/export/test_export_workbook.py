"""The working paper: live formulas with our values beside them, text that stays text, a page that prints."""

import io
from typing import Any

import openpyxl
import pytest

from tests.made_dossier import TRAP, made_dossier, made_extraction
from toolkit.export import exporters


def _book(items: list[Any], content: str, *, values: bool = False) -> Any:
    data = b"".join(exporters()["xlsx"].encode(items, content, len(items) > 1))  # type: ignore[arg-type]
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


@pytest.fixture(scope="module")
def book() -> Any:
    return _book([made_dossier()], "audit")


@pytest.fixture(scope="module")
def values() -> Any:
    return _book([made_dossier()], "audit", values=True)


def _column(page: Any, heading: str) -> int:
    return [cell.value for cell in page[1]].index(heading) + 1


def test_sheets_stand_in_the_order_of_the_work(book: Any) -> None:
    assert book.sheetnames == ["概况", "指标", "预算", "重算", "疑点", "出处"]


def test_sum_of_the_lines_is_a_live_formula_with_its_value(book: Any, values: Any) -> None:
    column = _column(book["重算"], "自评得分")
    labels = [row[1].value for row in book["重算"].iter_rows(min_row=2)]
    row = labels.index("逐项合计") + 2
    assert book["重算"].cell(row, column).value == "=SUM(D2:D4)"
    assert values["重算"].cell(row, column).value == 90
    assert values["重算"].cell(row + 2, column).value == 6


def test_gap_to_the_recomputed_interval_is_a_live_formula(book: Any, values: Any) -> None:
    column = _column(book["重算"], "差额")
    assert str(book["重算"].cell(2, column).value).startswith("=IF(")
    assert values["重算"].cell(2, column).value == pytest.approx(0.78)
    assert not values["重算"].cell(3, column).value


def test_execution_rate_is_a_live_formula(book: Any, values: Any) -> None:
    labels = {row[0].value: row[0].row for row in book["概况"].iter_rows(min_row=2)}
    cell = book["概况"].cell(labels["执行率"], 2)
    assert "/" in str(cell.value)
    assert cell.number_format == "0.00%"
    assert values["概况"].cell(labels["执行率"], 2).value == pytest.approx(0.9875)


def test_several_reports_stand_below_each_other_in_the_overview() -> None:
    page = _book([made_dossier(), made_dossier()], "audit", values=True)["概况"]
    totals = [row[_column(page, "逐项合计") - 1].value for row in page.iter_rows(min_row=2)]
    assert totals == [90, 90]


def test_formulas_are_ours_alone(book: Any) -> None:
    ours = ("=SUM(", "=IF(", "=重算!")
    for page in book.worksheets:
        for row in page.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert str(cell.value).startswith(ours)


def test_report_text_that_looks_like_a_formula_stays_text(book: Any) -> None:
    column = _column(book["指标"], "指标名称")
    cell = book["指标"].cell(3, column)
    assert (cell.value, cell.data_type) == (TRAP, "s")


def test_numbers_are_numbers_with_their_decimals(book: Any) -> None:
    cell = book["指标"].cell(2, _column(book["指标"], "自评得分"))
    assert (cell.value, cell.data_type, cell.number_format) == (9.5, "n", "#,##0.0")


def test_reviewer_fills_two_yellow_columns(book: Any) -> None:
    page = book["重算"]
    for heading in ("复核得分", "复核意见"):
        cell = page.cell(2, _column(page, heading))
        assert cell.value is None
        assert cell.fill.fgColor.rgb == "FFFFF2A8"


def test_sheets_print_on_a4_landscape_with_repeated_heads(book: Any) -> None:
    for page in book.worksheets:
        assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.print_title_rows == "$1:$1"
        assert page.freeze_panes is not None


def test_extraction_alone_has_no_judgement() -> None:
    assert _book([made_extraction()], "report").sheetnames == ["指标", "预算", "出处"]


def test_numbers_too_long_for_a_spreadsheet_are_text() -> None:
    from decimal import Decimal

    from toolkit.export.workbook import _pattern

    assert _pattern(Decimal("12345678901234567.89")) == "@"
    assert _pattern(Decimal("387236.73")) == "#,##0.00"
