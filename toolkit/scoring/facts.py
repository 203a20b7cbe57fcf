"""Target and actual of one line → intervals in the unit that its scoring rule counts in.

`exact` says which of two worlds holds: a figure typed by a person stands for itself, a figure printed in a report for
the interval that its last digit leaves open (rules reference, "Measured kinds").
"""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from toolkit.measure import interval, units
from toolkit.measure.attainment import attain, direction_of
from toolkit.measure.dimensions import one_unit
from toolkit.measure.grammar import with_unit
from toolkit.model.number import Bounds
from toolkit.model.quantity import DateQuantity, NumberQuantity, Quantity
from toolkit.model.record import Direction
from toolkit.model.settings import Settings
from toolkit.model.standard import Band
from toolkit.scoring.methods import Outcome, Side, abstain
from toolkit.scoring.rule import PERCENT

_HUNDRED = Decimal(100)
_SHARE = "1"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one line. `lenient`: a bare target without operator counts as “the more the better”."""

    target: Quantity | None = None
    actual: Quantity | None = None
    target_text: str | None = None
    actual_text: str | None = None
    criterion_text: str | None = None
    direction: Direction | None = None
    exact: bool = True
    lenient: bool = False
    settings: Settings = field(default_factory=Settings)
    bands: tuple[Band, ...] = ()

    @property
    def numbers(self) -> tuple[NumberQuantity, NumberQuantity] | None:
        """Target and actual where both are numbers, a bare one in the other's unit."""
        if not isinstance(self.target, NumberQuantity) or not isinstance(self.actual, NumberQuantity):
            return None
        target, actual = self.target, self.actual
        if actual.unit is None and target.unit is not None:
            actual = with_unit(actual, target.printed_unit) or actual
        elif target.unit is None and actual.unit is not None:
            target = with_unit(target, actual.printed_unit) or target
        return target, actual

    @property
    def clash(self) -> bool:
        """Whether target and actual are numbers that cannot be compared (or only by guessing a unit)."""
        if not isinstance(self.target, NumberQuantity) or not isinstance(self.actual, NumberQuantity):
            return False
        return attain(self.target, self.actual, self.way).why == "unit-clash"

    @property
    def met(self) -> bool | None:
        """Whether the target is met for certain, missed for certain, or neither."""
        if self.target is None or self.actual is None:
            return None
        return attain(self.target, self.actual, self.way).met

    @property
    def way(self) -> Direction | None:
        """The direction of the line: given, or that of the target's operator."""
        if self.direction is not None or self.target is None:
            return self.direction
        return direction_of(self.target)


@dataclass(frozen=True, slots=True)
class Reading:
    """An actual in the rule's unit, and where the target stands on that scale (None: no target there)."""

    actual: Bounds
    printed: Bounds
    target: Bounds | None


def comparable(one: NumberQuantity, other: NumberQuantity) -> bool:
    """Whether two numbers may be compared: one unit, or counters both, or one of them bare."""
    if one.unit == other.unit or None in {one.unit, other.unit}:
        return True
    if units.counter(one.unit) and units.counter(other.unit):
        return True
    return one_unit(one.unit, other.unit)


def standing(quantity: NumberQuantity, facts: Facts) -> Bounds:
    """The closed interval that a measured quantity stands for, in base units."""
    if facts.exact and not quantity.approximate and quantity.low is not None and quantity.high is not None:
        return Bounds(low=quantity.low, high=quantity.high)
    return interval.bounds(quantity, facts.settings)


def demanded(target: NumberQuantity, side: Side | None, settings: Settings) -> Bounds | None:
    """The edge that a target sets: what must not be fallen short of (below) or exceeded (above); None: sets none."""
    if target.approximate or target.comparator == "about":
        around = interval.bounds(target, settings)
        middle = target.low if target.low is not None else target.high
        if middle is None:
            return None
        return Bounds(low=around.low, high=middle) if side == "below" else Bounds(low=middle, high=around.high)
    edge = {"below": target.low, "above": target.high, None: target.low if target.low == target.high else None}[side]
    return None if edge is None else Bounds.exact(edge)


def off_target(facts: Facts) -> Facts | Outcome:
    """The facts of a rule that counts how far the actual lies off the target, in per cent of the target."""
    if facts.target is None or facts.numbers is None:
        return facts  # the actual itself may state how far
    target, actual = facts.numbers
    edge = target.low if target.low is not None else target.high
    if facts.clash or edge is None or edge <= 0 or not comparable(target, actual):
        return abstain("needs-facts", "偏差率不能由目标值和完成值求得")
    if facts.met and target.comparator in {"ge", "gt", "le", "lt"}:
        return abstain("criterion-unread", "已达到目标，优于目标的部分是否算偏差不能断定")
    rate = interval.divide(standing(actual, facts), Bounds.exact(edge))
    if rate is None:
        return abstain("zero-target", "目标值不能作为偏差率的分母")
    low, high = rate.low - 1, rate.high - 1
    off = sorted((abs(low), abs(high)))
    least = Decimal(0) if low <= 0 <= high else off[0]
    share = NumberQuantity(low=least, high=off[1], unit=_SHARE, printed_unit=PERCENT)
    return replace(facts, target=None, actual=share, exact=True)


def reading(facts: Facts, unit: str | None, side: Side | None, completion: bool) -> Reading | Outcome:
    """The actual and the target's edge on the scale of a rule that counts in `unit`; or why there is none."""
    actual = facts.actual
    if actual is None:
        return abstain("no-actual", "没有完成值")
    if not isinstance(actual, NumberQuantity):
        return abstain("needs-facts", "完成值不是一个数")
    target: NumberQuantity | None = None
    if facts.numbers is not None:
        target, actual = facts.numbers
        if facts.clash and (actual.unit is None or target.unit is None):
            return abstain("unit-clash", "目标值与完成值的单位不能断定相同")
    if unit == PERCENT and target is None and _bare_percent(actual):
        actual = with_unit(actual, PERCENT) or actual
    if unit == PERCENT or (unit is None and actual.unit == _SHARE):
        return _in_percent(actual, target, facts, side, completion)
    if unit is None:
        return _in_own_unit(actual, target, facts, side)
    return _in_unit(actual, target, facts, side, unit)


def _bare_percent(actual: NumberQuantity) -> bool:
    """A bare number beside a rule in per cent stands for per cent, unless it may be a share itself (0.95)."""
    ends = [end for end in (actual.low, actual.high) if end is not None]
    return actual.unit is None and all(end == 0 or abs(end) > 1 for end in ends)


def _in_percent(
    actual: NumberQuantity, target: NumberQuantity | None, facts: Facts, side: Side | None, completion: bool
) -> Reading | Outcome:
    if actual.unit in {_SHARE, "pp"}:
        if target is not None and target.unit != actual.unit:
            return abstain("unit-clash", "目标值与完成值单位不同")
        factor = _HUNDRED if actual.unit == _SHARE else Decimal(1)
        edge = None if target is None else demanded(target, side, facts.settings)
        if completion and edge is not None and edge != Bounds.exact(_HUNDRED / factor):
            return abstain("criterion-unread", "“完成率”指完成值与目标值之比，还是指标值本身，不能断定")
        return Reading(
            _scaled(standing(actual, facts), factor),
            _scaled(standing(actual, replace(facts, exact=True)), factor),
            None if edge is None else _scaled(edge, factor),
        )
    if target is None:
        return abstain("no-target", "没有目标值，不能求完成率")
    if not comparable(target, actual):
        return abstain("unit-clash", "目标值与完成值单位不同")
    edge = demanded(target, side, facts.settings)
    if edge is None or edge.low <= 0:
        return abstain("zero-target", "目标值不能作为完成率的分母")
    rates = [
        interval.divide(_scaled(standing(actual, replace(facts, exact=exact)), _HUNDRED), edge)
        for exact in (facts.exact, True)
    ]
    if rates[0] is None or rates[1] is None:
        return abstain("zero-target", "目标值不能作为完成率的分母")
    return Reading(rates[0], rates[1], Bounds.exact(_HUNDRED))


def _in_own_unit(
    actual: NumberQuantity, target: NumberQuantity | None, facts: Facts, side: Side | None
) -> Reading | Outcome:
    if target is not None and not comparable(target, actual):
        return abstain("unit-clash", "目标值与完成值单位不同")
    edge = None if target is None else demanded(target, side, facts.settings)
    return Reading(standing(actual, facts), standing(actual, replace(facts, exact=True)), edge)


def _in_unit(
    actual: NumberQuantity, target: NumberQuantity | None, facts: Facts, side: Side | None, unit: str
) -> Reading | Outcome:
    named = units.named(unit)
    asked = NumberQuantity(low=Decimal(0), high=Decimal(0), unit=named.base, printed_unit=unit)
    if actual.unit == _SHARE or not comparable(actual, asked):
        return abstain("unit-clash", f"评分标准按{unit}计，完成值不是")
    if target is not None and (target.unit == _SHARE or not comparable(target, asked)):
        target = None
    edge = None if target is None else demanded(target, side, facts.settings)
    factor = Decimal(1) if named.factor == 1 else Decimal(1) / named.factor
    return Reading(
        _scaled(standing(actual, facts), factor),
        _scaled(standing(actual, replace(facts, exact=True)), factor),
        None if edge is None else _scaled(edge, factor),
    )


def dated(quantity: Quantity | None, year: int | None) -> Quantity | None:
    """A date printed without its year (12月15日前) is of the evaluated year."""
    if not isinstance(quantity, DateQuantity) or year is None:
        return quantity
    ends = {
        name: f"{year}{end[1:]}"
        for name, end in (("low", quantity.low), ("high", quantity.high))
        if end is not None and end.startswith("--")
    }
    return quantity.model_copy(update=ends) if ends else quantity


def days_late(target: Quantity | None, actual: Quantity | None) -> Decimal | None:
    """Whole days from a full date that was due to a full date on which it was done; 0 if in time; None if unknown."""
    if not isinstance(target, DateQuantity) or not isinstance(actual, DateQuantity):
        return None
    due, came = _day(target.high), _day(actual.high)
    if due is None or came is None or actual.low != actual.high or not target.high_included:
        return None
    return Decimal(max(0, (came - due).days))


def _day(iso: str | None) -> date | None:
    try:
        return None if iso is None else date.fromisoformat(iso)
    except ValueError:
        return None


def _scaled(bounds: Bounds, factor: Decimal) -> Bounds:
    return interval.multiply(bounds, Bounds.exact(factor))
