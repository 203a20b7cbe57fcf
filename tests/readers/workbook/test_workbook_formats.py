"""A stored number and its format give the text that a person sees in the cell."""

from decimal import Decimal

import pytest

from toolkit.readers._workbook_codes import BUILT_IN, sections
from toolkit.readers._workbook_format import shown, shown_text, stored


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("9.8000000000000007", "", "9.8"),
        ("9.8000000000000007", "0.00", "9.80"),
        ("0.0900000762939453", "", "0.09"),
        ("97.9999923706055", "", "98"),
        ("12.0000076293945", "General", "12"),
        ("0.30000000000000004", "G/通用格式", "0.3"),
        ("98.3333333333333", "", "98.3333333333333"),
        ("100000001.23", "", "100000001.23"),
        ("0.0000012345", "", "0.0000012345"),
        ("1E+3", "", "1000"),
        ("123456789012", "", "123456789012"),
        ("0.98499999999999999", "0.00%", "98.50%"),
        ("0.985", "0%", "99%"),
        ("1.005", "0.00", "1.01"),
        ("14.5", "0", "15"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("999.999", "#,##0.00", "1,000.00"),
        ("-1234.5", "#,##0.00_ ;[Red]-#,##0.00\\ ", "-1,234.50"),
        ("-9.8", "0.00_);(0.00)", "-9.80"),
        ("-0.001", "0.00", "0.00"),
        ("0", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        ("12.5", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "12.50"),
        ("0.5", "0.##", "0.5"),
        ("5", "0.##", "5"),
        ("1", "0.##%", "100%"),
        ("123", "000000", "000123"),
        ("123456", "0.00,", "123.46"),
        ("123456", '0!.0,"万"', "12.3万"),
        ("14.5", '0.0"分"', "14.5分"),
        ("2022", 'General"年"', "2022年"),
        ("120", '"≥"0"场次"', "≥120场次"),
        ("88", "[>=90]0.0;0.00", "88.00"),
        ("95", "[>=90]0.0;0.00", "95.0"),
        ("0.333333333333333", "# ?/?", "0.333333333333333"),
        ("12345", "0.00E+00", "12345"),
        ("1.5", ";;;", ""),
        ("1200", "[$¥-804]#,##0.00", "¥1,200.00"),
    ],
)
def test_number_as_it_is_shown(value: str, code: str, text: str) -> None:
    number = stored(value)
    assert number is not None
    assert shown(number, code) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("44926", BUILT_IN[14], "2022-12-31"),
        ("44926", BUILT_IN[31], "2022年12月31日"),
        ("44926", BUILT_IN[57], "2022年12月"),
        ("44926", '[$-804]yyyy"年"m"月"d"日";@', "2022年12月31日"),
        ("44926.5", "yyyy/m/d h:mm", "2022/12/31 12:00"),
        ("44926.999999", "yyyy-mm-dd hh:mm:ss", "2023-01-01 00:00:00"),
        ("0.520833333333333", '上午/下午h"时"mm"分"', "下午12时30分"),
        ("44926", "aaaa", "星期六"),
        ("1.5", "[h]:mm", "36:00"),
        ("59", "yyyy-mm-dd", "1900-02-28"),
        ("61", "yyyy-mm-dd", "1900-03-01"),
        ("43464", "yyyy-mm-dd", "2018-12-30"),
        ("99999999", "yyyy-mm-dd", "99999999"),
        ("-5", "yyyy-mm-dd", "-5"),
    ],
)
def test_date_as_it_is_shown(value: str, code: str, text: str) -> None:
    assert shown(Decimal(value), code) == text


def test_calendar_from_1904() -> None:
    assert shown(Decimal(43464), "yyyy-mm-dd", from_1904=True) == "2022-12-31"


@pytest.mark.parametrize("text", ["", "nan", "inf", "1e", "0x10", "1" * 500, "１２", "1_000", "1e9999"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert stored(text) is None


def test_text_with_a_format_of_its_own() -> None:
    assert shown_text("12", '@"万元"') == "12万元"
    assert shown_text("12", "0.00") == "12"
    assert shown_text("甲", '0;0;0;"【"@"】"') == "【甲】"


@pytest.mark.parametrize(
    "code", ["[" * 5000, '"' + "a" * 300, "0" * 255, ";" * 255, "\\", "[", "_", "*", '"', "%%%%0" * 40]
)
def test_any_code_shows_something(code: str) -> None:
    assert len(sections(code)) <= 4
    assert isinstance(shown(Decimal("12.5"), code), str)
