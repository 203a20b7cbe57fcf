"""What holds for every text: exact round trips, honest offsets, no failure on anything."""

from decimal import Decimal

import cn2an
from hypothesis import given
from hypothesis import strategies as st

from toolkit.measure import interval, target, units
from toolkit.measure.grammar import read, spot
from toolkit.model.quantity import NumberQuantity

AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**7, places=2)
UNITS = (
    "元",
    "万元",
    "亿元",
    "千元",
    "百万元",
    "%",
    "‰",
    "倍",
    "家",
    "万户",
    "公里",
    "万平方米",
    "人次",
    "元/人·月",
    "分",
    "天",
)
SIGNS = (
    ("≥", "ge"),
    ("不低于", "ge"),
    ("超过", "gt"),
    ("≤", "le"),
    ("不超过", "le"),
    ("＜", "lt"),
    ("约", "about"),
    ("", "eq"),
)


def only(text: str) -> NumberQuantity:
    found = spot(text)
    assert len(found) == 1
    quantity = found[0].quantity
    assert isinstance(quantity, NumberQuantity)
    return quantity


@given(AMOUNTS, st.sampled_from(UNITS), st.sampled_from(SIGNS), st.booleans(), st.sampled_from(("", " ")))
def test_a_printed_amount_is_read_back(
    value: Decimal, unit: str, sign: tuple[str, str], separators: bool, gap: str
) -> None:
    printed = f"{value:,}" if separators else str(value)
    text = f"目标值为{sign[0]}{printed}{gap}{unit}。"
    quantity = only(text)
    bound = quantity.high if sign[1] in {"le", "lt"} else quantity.low
    assert quantity.comparator == sign[1]
    assert bound == value * units.factor(unit)
    assert quantity.unit == units.named(unit).base
    assert quantity.printed_unit == unit
    assert quantity.decimals == 2


@given(st.integers(min_value=2, max_value=99999999), st.sampled_from(("家", "个", "人次", "公里", "元")))
def test_a_chinese_count_is_read_back(value: int, unit: str) -> None:
    quantity = read(f"{cn2an.an2cn(str(value))}{unit}")
    assert quantity is not None
    assert quantity.low == quantity.high == value * units.factor(unit)


@given(
    st.integers(min_value=0, max_value=9999),
    st.integers(min_value=1, max_value=9999),
    st.sampled_from(("-", "~", "至", "—", "到")),
    st.sampled_from(("家", "%", "万元", "人次")),
)
def test_a_range_is_read_back(low: int, width: int, mark: str, unit: str) -> None:
    quantity = read(f"{low}{mark}{low + width}{unit}")
    assert quantity is not None
    assert quantity.comparator == "range"
    assert (quantity.low, quantity.high) == (low * units.factor(unit), (low + width) * units.factor(unit))


@given(st.text(max_size=200))
def test_spot_never_fails_and_quotes_what_it_says(text: str) -> None:
    last = 0
    for found in spot(text):
        assert last <= found.start < found.end <= len(text)
        assert found.quote == text[found.start : found.end]
        last = found.end


@given(
    st.text(
        alphabet="0123456789一二三十百千万亿零点半两几多余.,，-~—:/%‰≥≤><=约近超不低于以上内"
        "年月日前底季度元家个次分之折成倍翻番第（）() \n",
        max_size=60,
    )
)
def test_no_reading_fails_on_number_like_noise(text: str) -> None:
    for found in spot(text):
        assert found.quote == text[found.start : found.end]
        if isinstance(found.quantity, NumberQuantity):
            held = interval.bounds(found.quantity)
            assert held.low <= held.high
    read(text, "万元")
    target.target(text, "%")


def test_value_follows_from_the_quote_alone() -> None:
    text = "全年投资3.2亿元，完成率98.5%，培训20余人，不少于3次，2021年底前验收"
    for found in spot(text):
        again = spot(found.quote)
        assert [each.quantity for each in again] == [found.quantity]
