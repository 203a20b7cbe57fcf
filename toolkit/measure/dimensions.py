"""Brings a target and an actual into one unit, or says why they cannot be compared."""

from decimal import Decimal
from typing import Literal

from toolkit.measure import units
from toolkit.measure.grammar import with_unit
from toolkit.measure.numerals import EXACT, ratio, times
from toolkit.model.quantity import NumberQuantity

Obstacle = Literal["unit-clash", "needs-facts"]

# Measures of one dimension: how many of its unit measure one is; None where nobody can say (a month in days).
_DIMENSIONS: dict[str, dict[str, Decimal | None]] = {
    "length": {
        **dict.fromkeys(("公里", "千米", "km", "KM"), Decimal(1000)),
        **dict.fromkeys(("米", "m", "M"), Decimal(1)),
        **dict.fromkeys(("厘米", "cm"), Decimal("0.01")),
        "毫米": Decimal("0.001"),
        "里": None,
    },
    "area": {
        **dict.fromkeys(("平方公里", "平方千米", "km2", "km²"), Decimal(10**6)),
        **dict.fromkeys(("公顷", "hm2", "hm²", "ha"), Decimal(10**4)),
        **dict.fromkeys(("平方米", "平米", "㎡", "m2", "m²"), Decimal(1)),
        "亩": None,
    },
    "mass": {
        **dict.fromkeys(("吨", "t"), Decimal(1000)),
        **dict.fromkeys(("千克", "公斤", "kg", "KG"), Decimal(1)),
        **dict.fromkeys(("克", "g"), Decimal("0.001")),
        **dict.fromkeys(("吨标准煤", "吨标煤", "标准煤"), None),
    },
    "volume": {**dict.fromkeys(("立方米", "方", "m3", "m³"), Decimal(1)), "立方": Decimal(1), "升": Decimal("0.001")},
    "energy": {
        **dict.fromkeys(("千瓦时", "kWh", "KWh", "度"), Decimal(1)),
        **dict.fromkeys(("兆瓦时", "MWh"), Decimal(1000)),
    },
    "power": {**dict.fromkeys(("千瓦", "kW", "KW"), Decimal(1)), **dict.fromkeys(("兆瓦", "MW"), Decimal(1000))},
    "time": {
        **dict.fromkeys(("天", "日", "自然日", "个自然日"), Decimal(24)),
        **dict.fromkeys(("小时", "个小时"), Decimal(1)),
        **dict.fromkeys(("周", "星期", "个星期"), Decimal(168)),
        **dict.fromkeys(("分钟", "秒", "秒钟", "工作日", "个工作日"), None),
        **dict.fromkeys(("月", "个月", "年", "季度", "个季度", "周年"), None),
    },
}
_SAME: tuple[frozenset[str], ...] = (
    frozenset({"工作日", "个工作日"}),
    frozenset({"月", "个月"}),
    frozenset({"秒", "秒钟"}),
    frozenset({"周岁", "岁"}),
    frozenset({"吨标准煤", "吨标煤"}),
)
_FAR = Decimal(500)


def dimension(unit: str | None) -> str | None:
    """Dimension of a base unit: share, points, percentage points, money, count, length …; None where unknown."""
    if unit is None:
        return None
    fixed = {"1": "share", "pp": "percentage_points", "分": "points"}.get(unit)
    if fixed is not None:
        return fixed
    if units.money(unit):
        return "money"
    if units.counter(unit):
        return "count"
    return next((name for name, members in _DIMENSIONS.items() if unit in members), None)


def one_unit(one: str | None, other: str | None) -> bool:
    """Whether two base units are names of one unit: 天 and 日, 公里 and 千米, but not 天 and 工作日."""
    if one == other or any({one, other} <= same for same in _SAME):
        return True
    return any(
        one in members and members[one] is not None and members[one] == members.get(other or "")
        for members in _DIMENSIONS.values()
    )


def factor_of(unit: str | None) -> Decimal | None:
    """How many of its dimension's base measure (米, 平方米, 千克 …) one of a unit is; None where nobody can say."""
    return next((members[unit] for members in _DIMENSIONS.values() if unit in members), None) if unit else None


def in_one_unit(target: NumberQuantity, actual: NumberQuantity) -> tuple[NumberQuantity, NumberQuantity] | Obstacle:
    """Both in the target's unit. A bare side takes the other's unit; counters may differ (个, 家).

    "unit-clash" only where both dimensions are known and differ; "needs-facts" where the units may well agree but we
    cannot say so (a bare 0.96 beside ≥95%, 工作日 beside 天).
    """
    if target.unit == actual.unit:
        return target, actual
    if actual.unit is None:
        known = with_unit(actual, target.printed_unit)
        return "needs-facts" if known is None or _two_readings(target, actual, known) else (target, known)
    if target.unit is None:
        known = with_unit(target, actual.printed_unit)
        sure = known is not None and dimension(actual.unit) in {"count", "points"}
        return (known, actual) if known is not None and sure else "needs-facts"
    return _across(target, actual)


def _across(target: NumberQuantity, actual: NumberQuantity) -> tuple[NumberQuantity, NumberQuantity] | Obstacle:
    wanted, given = _yearly(target.unit or ""), _yearly(actual.unit or "")
    if one_unit(wanted, given):
        return target, actual
    kinds = dimension(wanted), dimension(given)
    if kinds == ("count", "count"):
        return target, actual
    if None in kinds or kinds[0] == kinds[1]:
        members = _DIMENSIONS.get(kinds[0] or "", {})
        factor = _factor(members.get(given), members.get(wanted))
        return "needs-facts" if factor is None else (target, _converted(actual, factor))
    return "unit-clash"


def _yearly(unit: str) -> str:
    """4次/年 in a year's report is 4次."""
    return unit.removesuffix("/年")


def _factor(given: Decimal | None, wanted: Decimal | None) -> Decimal | None:
    return None if given is None or wanted is None else ratio(given, wanted)


def _converted(quantity: NumberQuantity, factor: Decimal) -> NumberQuantity:
    low = None if quantity.low is None else times(quantity.low, factor)
    high = None if quantity.high is None else times(quantity.high, factor)
    return quantity.model_copy(update={"low": low, "high": high})


def _two_readings(target: NumberQuantity, actual: NumberQuantity, known: NumberQuantity) -> bool:
    """A bare 0.96 beside ≥95% may be a spreadsheet's share, a bare 288000 beside 28.8万元 may be in 元."""
    stated = actual.low if actual.low is not None else actual.high
    if stated is None or stated == 0:
        return False
    if target.printed_unit in {"%", "‰"}:
        return stated <= Decimal("1.5")
    wanted = target.low if target.low is not None else target.high
    if wanted is None or wanted == 0 or units.factor(target.printed_unit) == 1:
        return False
    read = known.low if known.low is not None else known.high
    return read is not None and EXACT.divide(read, wanted).copy_abs() >= _FAR
