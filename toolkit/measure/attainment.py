"""Turns a target and an actual into whether it was certainly met, and how far (actual ÷ target)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from toolkit.measure import interval, units
from toolkit.measure.grammar import with_unit
from toolkit.measure.numerals import times
from toolkit.model.number import Bounds
from toolkit.model.quantity import DateQuantity, NumberQuantity, QualitativeQuantity, Quantity
from toolkit.model.record import Direction

Why = Literal["qualitative", "needs-facts", "unit-clash", "direction-unknown", "zero-target"]

_HIGHER = re.compile("正向|正指标|越大越好|越高越好|望大|[≥>]")
_LOWER = re.compile("反向|逆向|负向|逆指标|反指标|越小越好|越低越好|望小|[≤<]")
# Exact conversions between measures of one dimension; months and days are never converted.
_DIMENSIONS: tuple[dict[str, Decimal], ...] = (
    {"公里": Decimal(1000), "千米": Decimal(1000), "km": Decimal(1000), "米": Decimal(1), "m": Decimal(1)},
    {"平方公里": Decimal(10**6), "平方千米": Decimal(10**6), "公顷": Decimal(10**4), "平方米": Decimal(1),
     "㎡": Decimal(1), "m2": Decimal(1), "m²": Decimal(1), "平米": Decimal(1)},
    {"吨": Decimal(1000), "t": Decimal(1000), "千克": Decimal(1), "公斤": Decimal(1), "kg": Decimal(1)},
    {"立方米": Decimal(1), "方": Decimal(1), "m3": Decimal(1), "m³": Decimal(1)},
    {"天": Decimal(24), "日": Decimal(24), "小时": Decimal(1), "个小时": Decimal(1)},
    {"工作日": Decimal(1), "个工作日": Decimal(1)},
    {"月": Decimal(1), "个月": Decimal(1), "年": Decimal(12)},
    {"千瓦时": Decimal(1), "kWh": Decimal(1), "度": Decimal(1), "兆瓦时": Decimal(1000), "MWh": Decimal(1000)},
    {"千瓦": Decimal(1), "kW": Decimal(1), "兆瓦": Decimal(1000), "MW": Decimal(1000)},
    {"周岁": Decimal(1), "岁": Decimal(1)},
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attainment:
    """`met` only where it is certain; `ratio` = actual ÷ target; `why` tells what stood in the way."""

    met: bool | None
    ratio: Bounds | None = None
    why: Why | None = None


def attain(target: Quantity, actual: Quantity, direction: Direction | None) -> Attainment:
    """Compares an actual with its target (rules reference, "Measured kinds").

    A bare actual takes the target's unit; counters may differ. Unmet is certain only where operator or direction is,
    and where no value within the printed precision of the actual would meet the target.
    """
    if isinstance(target, DateQuantity) and isinstance(actual, DateQuantity):
        return _dates(target, actual)
    if isinstance(target, QualitativeQuantity) or isinstance(actual, QualitativeQuantity):
        return Attainment(None, why="qualitative")
    if isinstance(target, NumberQuantity) and isinstance(actual, NumberQuantity):
        return _numbers(target, actual, direction)
    if isinstance(target, DateQuantity) != isinstance(actual, DateQuantity):
        clash = isinstance(target, NumberQuantity | DateQuantity) and isinstance(actual, NumberQuantity | DateQuantity)
        return Attainment(None, why="unit-clash" if clash else "needs-facts")
    return Attainment(None, why="needs-facts")


def direction_of(target: Quantity, printed_nature: str | None = None) -> Direction | None:
    """Which way is better: by the target's operator, else by the printed nature (正向, 反向, ≥); else None."""
    if isinstance(target, NumberQuantity):
        if target.comparator in {"ge", "gt"}:
            return "higher_is_better"
        if target.comparator in {"le", "lt"}:
            return "lower_is_better"
    if printed_nature:
        higher, lower = bool(_HIGHER.search(printed_nature)), bool(_LOWER.search(printed_nature))
        if higher != lower:
            return "higher_is_better" if higher else "lower_is_better"
    return None


def _numbers(target: NumberQuantity, actual: NumberQuantity, direction: Direction | None) -> Attainment:
    pair = _in_one_unit(target, actual)
    if pair is None:
        return Attainment(None, why="unit-clash")
    target, actual = pair
    way = direction_of(target) or direction
    ratio = _ratio(target, actual)
    met, why = _met(target, actual, way)
    if ratio is None and why is None and _threshold(target) == 0:
        why = "zero-target" if met is None else None
    return Attainment(met, ratio, why)


def _in_one_unit(target: NumberQuantity, actual: NumberQuantity) -> tuple[NumberQuantity, NumberQuantity] | None:
    """Both in the target's unit; None where dimensions differ or a bare actual has two readings."""
    if target.unit == actual.unit:
        return target, actual
    if actual.unit is None:
        known = with_unit(actual, target.printed_unit)
        if known is None or _reads_two_ways(target, actual):
            return None
        return target, known
    if target.unit is None:
        known = with_unit(target, actual.printed_unit)
        return None if known is None or actual.unit in {"1", "pp"} else (known, actual)
    if units.counter(target.unit) and units.counter(actual.unit):
        return target, actual
    for dimension in _DIMENSIONS:
        if target.unit in dimension and actual.unit in dimension:
            return target, _converted(actual, dimension[actual.unit] / dimension[target.unit])
    return None


def _reads_two_ways(target: NumberQuantity, actual: NumberQuantity) -> bool:
    """A bare 0.96 beside ≥95%: a spreadsheet's share or 0.96 %? Not ours to choose."""
    return (
        target.unit == "1" and target.printed_unit in {"%", "‰"} and (actual.low or actual.high or 0) <= Decimal("1.5")
    )


def _converted(quantity: NumberQuantity, factor: Decimal) -> NumberQuantity:
    low = None if quantity.low is None else times(quantity.low, factor)
    high = None if quantity.high is None else times(quantity.high, factor)
    return quantity.model_copy(update={"low": low, "high": high})


def _threshold(target: NumberQuantity) -> Decimal | None:
    if target.comparator in {"ge", "gt"}:
        return target.low
    if target.comparator in {"le", "lt"}:
        return target.high
    return target.low if target.low == target.high else None


def _ratio(target: NumberQuantity, actual: NumberQuantity) -> Bounds | None:
    """Actual ÷ the target's set value; the target is a decision, hence exact, the actual measured."""
    set_value = _threshold(target)
    if set_value is None or actual.low is None or actual.high is None:
        return None
    return interval.divide(interval.bounds(actual), Bounds.exact(set_value))


def _met(target: NumberQuantity, actual: NumberQuantity, way: Direction | None) -> tuple[bool | None, Why | None]:
    zone = _zone(target, way)
    printed = _printed(actual)
    if _inside(printed, zone, target, actual):
        return True, None
    if way is None and target.comparator in {"eq", "about", "range"}:
        return None, "direction-unknown"
    measured = interval.bounds(actual)
    if measured.high < zone.low or measured.low > zone.high:
        return False, None
    if _touches_open_side(measured, zone, target):
        return False, None
    return None, "needs-facts"


def _zone(target: NumberQuantity, way: Direction | None) -> Bounds:
    """Where an actual meets the target: its interval, and above or below it by direction."""
    about = target.comparator == "about"
    low = target.low if target.low is not None else -interval.ENDLESS
    high = target.high if target.high is not None else interval.ENDLESS
    if about:
        around = interval.bounds(target)
        low, high = around.low, around.high
    if way == "higher_is_better":
        high = interval.ENDLESS
    elif way == "lower_is_better":
        low = -interval.ENDLESS
    return Bounds(low=low, high=high)


def _printed(actual: NumberQuantity) -> Bounds:
    """What the actual says at its word: 95% is 95%, 超过300 is above 300, an estimate its interval."""
    if actual.approximate:
        return interval.bounds(actual)
    return Bounds(
        low=-interval.ENDLESS if actual.low is None else actual.low,
        high=interval.ENDLESS if actual.high is None else actual.high,
    )


def _inside(printed: Bounds, zone: Bounds, target: NumberQuantity, actual: NumberQuantity) -> bool:
    if printed.low < zone.low or printed.high > zone.high:
        return False
    if target.comparator == "gt" and printed.low == zone.low:
        return actual.comparator == "gt"
    if target.comparator == "lt" and printed.high == zone.high:
        return actual.comparator == "lt"
    return True


def _touches_open_side(measured: Bounds, zone: Bounds, target: NumberQuantity) -> bool:
    """The actual lies wholly on the bound that the target excludes (超过5家, actual 5家)."""
    if target.comparator == "gt":
        return measured.high <= zone.low
    return target.comparator == "lt" and measured.low >= zone.high


def _dates(target: DateQuantity, actual: DateQuantity) -> Attainment:
    limit = target.high
    done_low, done_high = actual.low, actual.high
    if limit is None or done_high is None:
        return Attainment(None, why="needs-facts")
    yearless = limit.startswith("--")
    if yearless != done_high.startswith("--"):
        return Attainment(None, why="needs-facts")
    last = _day(limit, last=True) if target.high_included else _day(limit, last=False)
    finished = _day(done_high, last=True)
    if finished < last or (target.high_included and finished == last):
        return Attainment(met=True)
    begun = None if done_low is None else _day(done_low, last=False)
    late = begun is not None and (begun > last or (not target.high_included and begun >= last))
    if late and target.comparator in {"le", "lt"}:
        return Attainment(met=False)
    return Attainment(None, why="direction-unknown" if late else "needs-facts")


def _day(iso: str, *, last: bool) -> tuple[int, int, int]:
    """First or last day that an ISO date of any precision covers."""
    parts = [int(part) for part in iso.removeprefix("--").split("-")]
    year = 0 if iso.startswith("--") else parts.pop(0)
    month = parts[0] if parts else (12 if last else 1)
    if len(parts) > 1:
        return year, month, parts[1]
    return year, month, monthrange(year or 2000, month)[1] if last else 1
