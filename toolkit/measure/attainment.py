"""Turns a target and an actual into whether it was certainly met, and how far (actual ÷ target)."""

from calendar import monthrange
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from toolkit.measure import interval
from toolkit.measure.dimensions import in_one_unit
from toolkit.model.number import Bounds
from toolkit.model.quantity import DateQuantity, NumberQuantity, QualitativeQuantity, Quantity
from toolkit.model.record import Direction
from toolkit.patterns import regex

Why = Literal["qualitative", "needs-facts", "unit-clash", "direction-unknown", "zero-target"]

_HIGHER = regex("正向|正指标|越大越好|越高越好|望大|[≥>]")
_LOWER = regex("反向|逆向|负向|逆指标|反指标|越小越好|越低越好|望小|[≤<]")


@dataclass(frozen=True, slots=True)
class Attainment:
    """`met` only where it is certain; `ratio` = actual ÷ target; `why` tells what stood in the way.

    "unit-clash": the two could not be brought into one unit for certain; whether their dimensions differ for certain
    is what `dimensions.in_one_unit` says.
    """

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
    pair = in_one_unit(target, actual)
    if isinstance(pair, str):
        return Attainment(None, why="unit-clash")
    target, actual = pair
    way = direction_of(target) or direction
    ratio = _ratio(target, actual)
    met, why = _met(target, actual, way)
    if ratio is None and why is None and _threshold(target) == 0:
        why = "zero-target" if met is None else None
    return Attainment(met, ratio, why)


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
