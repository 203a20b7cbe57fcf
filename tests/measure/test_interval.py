"""The interval that a printed number stands for, and exact arithmetic with intervals."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from toolkit.measure import interval
from toolkit.measure.grammar import read
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.settings import Settings

VALUES = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3)


def quantity(text: str) -> NumberQuantity:
    found = read(text)
    assert found is not None
    return found


def interval_of(low: str, high: str) -> Bounds:
    return Bounds(low=Decimal(low), high=Decimal(high))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("387,236.73万元", "3872367250", "3872367350"),
        ("102,107万元", "1021065000", "1021075000"),
        ("27.1%", "0.2705", "0.2715"),
        ("6个", "6", "6"),
        ("14.98分", "14.98", "14.98"),
        ("1.46万座", "14550", "14650"),
        ("12.5公里", "12.45", "12.55"),
        ("2个百分点", "1.5", "2.5"),
        ("65%左右", "0.637", "0.663"),
        ("约1000家", "500", "1500"),
        ("约98%", "0.9604", "0.9996"),
        ("20余人", "20", "30"),
        ("120余家", "120", "130"),
        ("500余万元", "5000000", "6000000"),
        ("1-3家", "1", "3"),
        ("七八个", "7", "8"),
        ("四分之三", "0.75", "0.75"),
    ],
)
def test_bounds_of_a_printed_number(text: str, low: str, high: str) -> None:
    assert interval.bounds(quantity(text)) == interval_of(low, high)


def test_open_side_is_endless() -> None:
    assert interval.bounds(quantity("≥95%")) == Bounds(low=Decimal("0.95"), high=interval.ENDLESS)
    assert interval.bounds(quantity("≤3%")) == Bounds(low=-interval.ENDLESS, high=Decimal("0.03"))
    assert interval.bounds(quantity("超过300个")).low == 300


def test_exceed_words_may_be_read_as_estimates() -> None:
    about = Settings(exceed_words="about")
    assert interval.bounds(quantity("超过300家"), about) == interval_of("250", "350")
    assert interval.bounds(quantity("300家以上"), about).high == interval.ENDLESS


def test_half_unit_is_half_the_last_printed_digit() -> None:
    assert interval.half_unit(quantity("27.1%")) == Decimal("0.0005")
    assert interval.half_unit(quantity("6,000亿元")) == Decimal(50_000_000)
    assert interval.half_unit(quantity("12万5千元")) == 500


def test_sum_slack_counts_the_lines_at_the_finest_precision() -> None:
    parts = [Decimal(text) for text in ("14.98", "1.65", "4", "3.3", "4", "13.55")]
    assert interval.sum_slack(parts) == Decimal("0.015")
    assert interval.sum_slack([Decimal(4), Decimal(6)]) == 0
    assert interval.sum_slack([]) == 0


def test_rounded_rounds_half_up() -> None:
    assert interval.rounded(interval_of("6.995", "7.004"), 2) == interval_of("7.00", "7.00")


@given(VALUES, VALUES, VALUES, VALUES)
def test_products_and_sums_hold_every_inner_point(a: Decimal, b: Decimal, c: Decimal, d: Decimal) -> None:
    first, second = Bounds(low=min(a, b), high=max(a, b)), Bounds(low=min(c, d), high=max(c, d))
    assert interval.add(first, second).holds(a + c)
    assert interval.subtract(first, second).holds(a - c)
    assert interval.multiply(first, second).holds(a * c)


@given(VALUES, VALUES)
def test_division_is_rounded_outward(a: Decimal, b: Decimal) -> None:
    assume(b != 0)
    quotient = interval.divide(Bounds.exact(a), Bounds.exact(b))
    assert quotient is not None
    assert min(quotient.low * b, quotient.high * b) <= a <= max(quotient.low * b, quotient.high * b)


def test_division_by_an_interval_that_meets_zero_is_undefined() -> None:
    assert interval.divide(Bounds.exact(Decimal(1)), interval_of("-1", "1")) is None
