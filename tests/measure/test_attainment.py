"""Whether an actual certainly meets its target, and how far."""

from decimal import Decimal

import pytest

from toolkit.measure.attainment import attain, direction_of
from toolkit.measure.dimensions import in_one_unit
from toolkit.measure.target import actual, target
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import Direction

HIGHER: Direction = "higher_is_better"
LOWER: Direction = "lower_is_better"


def met(wanted: str, done: str, direction: Direction | None = None) -> bool | None:
    goal, result = target(wanted), actual(done)
    assert goal is not None
    assert result is not None
    return attain(goal, result, direction).met


def why(wanted: str, done: str, direction: Direction | None = None) -> str | None:
    goal, result = target(wanted), actual(done)
    assert goal is not None
    assert result is not None
    return attain(goal, result, direction).why


@pytest.mark.parametrize(
    ("wanted", "done"),
    [
        ("≥95%", "95%"),
        ("≥95%", "98.2%"),
        ("≥95%", "95"),
        ("≥95%", "百分之九十六"),
        ("≥95%", "≥95%"),
        ("≤28.8万元", "28.8万元"),
        ("≤28.8万元", "280000元"),
        ("≥120场次", "130场"),
        ("≥10个", "12家"),
        ("6个", "6个"),
        ("100%", "100%"),
        ("65%左右", "65.7%"),
        ("1-3家", "3家"),
        ("≥20人", "20余人"),
        ("≥300个", "超过300个"),
        ("≤2小时", "1.5小时"),
        ("≥2公里", "2500米"),
        ("≥4次/年", "4次"),
        ("0例", "0例"),
        ("≤5个工作日", "3工作日"),
        ("2022年12月底前", "2022年11月"),
        ("2022年12月底前", "2022年12月31日"),
        ("12月底前", "10月"),
        ("2022年12月", "2022年10月20日"),
    ],
)
def test_met_without_a_printed_direction(wanted: str, done: str) -> None:
    assert met(wanted, done) is True


@pytest.mark.parametrize(
    ("wanted", "done"),
    [
        ("≥95%", "90.2%"),
        ("≥95%", "90.2"),
        ("≤28.8万元", "30.2万元"),
        ("≥10家", "9家"),
        ("＞5家", "5家"),
        ("不超过3次", "4次"),
        ("≥95%", "约80%"),
        ("2022年12月底前", "2023年1月"),
        ("6月30日前", "7月15日"),
    ],
)
def test_unmet_where_the_operator_is_printed(wanted: str, done: str) -> None:
    assert met(wanted, done) is False


@pytest.mark.parametrize(
    ("wanted", "done", "reason"),
    [
        ("≥95.4%", "95%", "needs-facts"),  # 95% may stand for 95.4%
        ("≥95%", "0.96", "unit-clash"),
        ("100%", "1", "unit-clash"),
        ("≤28.8万元", "288000", "unit-clash"),
        ("≤5个工作日", "4天", "unit-clash"),
        ("≥95%", "约95%", "needs-facts"),
        ("6个", "5个", "direction-unknown"),
        ("2倍", "4.23倍", "direction-unknown"),
        ("1-3家", "5家", "direction-unknown"),
        ("12月底前", "2022年11月", "needs-facts"),
        ("2022年6月底前", "2022年", "needs-facts"),
        ("≥95%", "已完成", "qualitative"),
        ("不断提高", "95%", "qualitative"),
        ("≥95%", "12家", "unit-clash"),
        ("≤28.8万元", "98%", "unit-clash"),
        ("≥3公里", "12家", "unit-clash"),
        ("召开会议2次、形成方案1个", "2次", "needs-facts"),
    ],
)
def test_undecided_says_why(wanted: str, done: str, reason: str) -> None:
    assert met(wanted, done) is None
    assert why(wanted, done) == reason


@pytest.mark.parametrize(
    ("wanted", "done", "obstacle"),
    [
        ("≥95%", "12家", "unit-clash"),
        ("≤28.8万元", "98%", "unit-clash"),
        ("≥3公里", "12家", "unit-clash"),
        ("≥95%", "0.96", "needs-facts"),
        ("≤28.8万元", "288000", "needs-facts"),
        ("≤5个工作日", "4天", "needs-facts"),
        ("≥3亩", "2000平方米", "needs-facts"),
    ],
)
def test_only_known_dimensions_clash(wanted: str, done: str, obstacle: str) -> None:
    goal, result = target(wanted), actual(done)
    assert isinstance(goal, NumberQuantity)
    assert isinstance(result, NumberQuantity)
    assert in_one_unit(goal, result) == obstacle


def test_direction_decides_plain_targets() -> None:
    assert met("6个", "5个", HIGHER) is False
    assert met("6个", "7个", HIGHER) is True
    assert met("2倍", "4.23倍", HIGHER) is True
    assert met("30万元", "28万元", LOWER) is True
    assert met("30万元", "35万元", LOWER) is False
    assert met("65%左右", "70%", HIGHER) is True
    assert met("65%左右", "60%", HIGHER) is False
    assert met("65%左右", "60%", LOWER) is True


def test_ratio_is_actual_over_target_with_the_actual_measured() -> None:
    goal, result = target("≥98%"), actual("90.2%")
    assert goal is not None
    assert result is not None
    ratio = attain(goal, result, None).ratio
    assert ratio is not None
    assert ratio.low < Decimal("90.2") / Decimal(98) < ratio.high
    assert ratio.high - ratio.low < Decimal("0.0011")


def test_ratio_of_counts_is_exact() -> None:
    goal, result = target("≥8家"), actual("6家")
    assert goal is not None
    assert result is not None
    ratio = attain(goal, result, None).ratio
    assert ratio is not None
    assert (ratio.low, ratio.high) == (Decimal("0.75"), Decimal("0.75"))


def test_ratio_is_unknown_for_a_zero_target() -> None:
    goal, result = target("0例"), actual("1例")
    assert goal is not None
    assert result is not None
    assert attain(goal, result, LOWER).ratio is None
    assert attain(goal, result, LOWER).met is False


@pytest.mark.parametrize(
    ("wanted", "nature", "direction"),
    [
        ("≥95%", None, HIGHER),
        ("不超过3%", None, LOWER),
        ("6个", None, None),
        ("6个", "正向指标", HIGHER),
        ("6个", "反向指标", LOWER),
        ("6个", "≥", HIGHER),
        ("≤3%", "正向", LOWER),
        ("不断提高", None, None),
    ],
)
def test_direction_of_target_and_nature(wanted: str, nature: str | None, direction: Direction | None) -> None:
    goal = target(wanted)
    assert goal is not None
    assert direction_of(goal, nature) == direction
