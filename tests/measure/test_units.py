"""Printed units: base, factor, dimension."""

from decimal import Decimal

import pytest

from toolkit.measure import units


@pytest.mark.parametrize(
    ("printed", "base", "factor"),
    [
        ("万元", "元", "10000"),
        ("（万元）", "元", "10000"),
        ("单位：万元", "元", "10000"),
        ("百万元", "元", "1000000"),
        ("千元", "元", "1000"),
        ("亿美元", "美元", "100000000"),
        ("%", "1", "0.01"),
        ("％", "1", "0.01"),
        ("‰", "1", "0.001"),
        ("倍", "1", "1"),
        ("折", "1", "0.1"),
        ("个百分点", "pp", "1"),
        ("万人次", "人次", "10000"),
        ("千瓦", "千瓦", "1"),
        ("万千瓦", "千瓦", "10000"),
        ("元/人/月", "元/人·月", "1"),
        ("元/（人·月）", "元/人·月", "1"),
        ("万元/公里", "元/公里", "10000"),
        ("指数", "指数", "1"),
    ],
)
def test_named_unit_has_base_and_factor(printed: str, base: str, factor: str) -> None:
    unit = units.named(printed)
    assert (unit.base, unit.factor) == (base, Decimal(factor))


@pytest.mark.parametrize("printed", [None, "", "—", "/", "无", "3"])
def test_what_names_no_unit_is_no_unit(printed: str | None) -> None:
    assert units.named(printed) is units.NO_UNIT


def test_counters_are_told_from_measures() -> None:
    assert units.counter("家")
    assert units.counter("人次")
    assert not units.counter("公里")
    assert not units.counter("元")
    assert units.money("元")
    assert not units.money("家")
