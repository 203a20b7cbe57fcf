"""Dates, periods and deadlines in ISO form, as precise as printed."""

import pytest

from toolkit.measure import dates


def read(text: str) -> tuple[str, str, str | None, str | None] | None:
    found = dates.at(text, 0)
    if found is None:
        return None
    quantity = found.quantity
    return text[found.start : found.end], quantity.comparator, quantity.low, quantity.high


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2022年12月31日", ("2022年12月31日", "eq", "2022-12-31", "2022-12-31")),
        ("2021年度部门", ("2021年度", "eq", "2021", "2021")),
        ("2022年2月底前", ("2022年2月底前", "le", None, "2022-02-28")),
        ("2024年2月底", ("2024年2月底", "eq", "2024-02-29", "2024-02-29")),
        ("2022年前", ("2022年前", "lt", None, "2022")),
        ("2022年年底", ("2022年年底", "eq", "2022-12-31", "2022-12-31")),
        ("2021年前三季度", ("2021年前三季度", "range", "2021-01", "2021-09")),
        ("2021年12月至2022年3月", ("2021年12月至2022年3月", "range", "2021-12", "2022-03")),
        ("2021-06-30", ("2021-06-30", "eq", "2021-06-30", "2021-06-30")),
        ("十二月底前", ("十二月底前", "le", None, "--12-31")),
        ("9月份", ("9月份", "eq", "--09", "--09")),
        ("3月-10月", ("3月-10月", "range", "--03", "--10")),
    ],
)
def test_date_is_read(text: str, wanted: tuple[str, str, str | None, str | None]) -> None:
    assert read(text) == wanted


@pytest.mark.parametrize("text", ["2021年2月30日", "13月", "5年", "12个月", "2022.12", "30日"])
def test_what_is_no_date_is_left(text: str) -> None:
    assert read(text) is None


def test_a_narrow_comma_behind_a_word_parts_a_year_from_it() -> None:
    told = "支出95万元,2021年增加"
    assert dates.at(told, told.index("2021")) is not None
    assert dates.at("5,2021年", 2) is None
