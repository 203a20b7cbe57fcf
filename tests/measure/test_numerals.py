"""Plain numerals: exact values, and None for what is no single well-formed number."""

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.measure.numerals import number, numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14.50", "14.50"),
        ("387,236.73", "387236.73"),
        ("３８７，２３６．７３".replace("，", ","), "387236.73"),
        ("-5", "-5"),
        ("－12.5", "-12.5"),
        ("负三十二", "-32"),
        ("〇", "0"),
        ("十", "10"),
        ("廿五", "25"),
        ("两", "2"),
        ("一百零五", "105"),
        ("四百五", "450"),
        ("壹佰贰拾叁", "123"),
        ("叁仟伍佰万", "35000000"),
        ("二〇二一", "2021"),
        ("三十万六千", "306000"),
        ("12万5千", "125000"),
        ("1.46万", "14600"),
        ("2万亿", "2000000000000"),
        ("5千亿", "500000000000"),
        ("一点四六万", "14600"),
        ("五兆六十二亿四万五千二", "5006200045200"),
        (" 95 ", "95"),
        ("0.0900000762939453", "0.0900000762939453"),
    ],
)
def test_number_reads_exactly(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


def test_number_keeps_the_printed_exponent() -> None:
    read = number("14.50")
    assert read is not None
    assert str(read) == "14.50"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        ".",
        "-.",
        "．",
        "万",
        "七八",
        "12万5",
        "1,23",
        "12,3456",
        "3家",
        "95%",
        "1.2.3",
        "五十千",
        "三千万五千万",
        "一二",
        "约5",
        "1-3",
    ],
)
def test_number_abstains(text: str) -> None:
    assert number(text) is None


@given(st.integers(min_value=0, max_value=10**15))
def test_number_undoes_chinese_writing(value: int) -> None:
    assert number(cn2an.an2cn(str(value))) == value


@given(st.integers(min_value=0, max_value=10**15))
def test_number_undoes_financial_writing(value: int) -> None:
    assert number(cn2an.an2cn(str(value), "up")) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**18, places=4))
def test_number_undoes_separators(value: Decimal) -> None:
    assert number(f"{value:,}") == value


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**6), max_value=10**6, places=2))
def test_number_undoes_full_width(value: Decimal) -> None:
    wide = str(value).translate({ord(char): ord(char) + 0xFEE0 for char in "0123456789.-"})
    assert number(wide) == value


@given(st.text(alphabet="一二三十百千万亿零点〇两0123456789,. ", max_size=40))
def test_numeral_never_fails(text: str) -> None:
    read = numeral(text)
    assert read is None or read.value >= 0
