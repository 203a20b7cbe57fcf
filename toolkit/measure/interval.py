"""Turns a measured quantity into the closed interval it stands for, and calculates exactly with such intervals.

Rules reference, "Measured kinds" and "Exact kinds": scores, counts and years stand for the printed number, money,
rates and physical quantities for ± half the last printed digit, estimates for what their word allows.
"""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal

from toolkit.measure import units
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.settings import Settings

DEFAULTS = Settings()
ENDLESS = Decimal(10) ** 30
_EXACT = Context(prec=2000)
_DOWN = Context(prec=40, rounding=ROUND_FLOOR)
_UP = Context(prec=40, rounding=ROUND_CEILING)
_HALF = Decimal("0.5")
_EXACT_KINDS = frozenset({"分", "年", "年度"})
_EXACT_FORMS = frozenset({"分之", "番", "半"})


def bounds(quantity: NumberQuantity, settings: Settings = DEFAULTS) -> Bounds:
    """Closed interval in base units that the quantity stands for; an open side reaches ±10**30."""
    if quantity.comparator == "about" or (quantity.approximate and quantity.low == quantity.high):
        return _about(quantity, settings)
    if quantity.comparator == "gt" and quantity.low is not None:
        if quantity.approximate:
            return Bounds(low=quantity.low, high=_EXACT.add(quantity.low, last_step(quantity.low)))
        if settings.exceed_words == "about":
            return _around(quantity.low, quantity, settings)
    half = Decimal(0) if quantity.comparator not in {"eq", "range"} else _half_unless_exact(quantity)
    low = -ENDLESS if quantity.low is None else _EXACT.subtract(quantity.low, half)
    high = ENDLESS if quantity.high is None else _EXACT.add(quantity.high, half)
    return Bounds(low=low, high=high)


def half_unit(quantity: NumberQuantity) -> Decimal:
    """Half of the last printed digit, in base units: 27.1% → 0.0005, 102,107万元 → 5000."""
    step = _EXACT.scaleb(units.factor(quantity.printed_unit), -quantity.decimals)
    return _EXACT.multiply(step, _HALF)


def is_exact(quantity: NumberQuantity) -> bool:
    """Whether the quantity is of an exact kind: points, years, fractions, counts printed to the single piece."""
    if quantity.unit is None:
        return quantity.decimals == 0 and units.factor(quantity.printed_unit) == 1
    if quantity.unit in _EXACT_KINDS or quantity.printed_unit in _EXACT_FORMS:
        return True
    whole = quantity.decimals == 0 and units.factor(quantity.printed_unit) == 1
    return units.counter(quantity.unit) and whole


def last_step(value: Decimal) -> Decimal:
    """One unit of the last digit that is not 0: 120 → 10, 5000000 → 1000000, 0.35 → 0.01; 0 → 1."""
    if value == 0:
        return Decimal(1)
    exponent = value.normalize(_EXACT).as_tuple().exponent
    return _EXACT.scaleb(Decimal(1), int(exponent))


def add(*parts: Bounds) -> Bounds:
    """Sum of intervals, exact; of none: 0."""
    low = high = Decimal(0)
    for part in parts:
        low, high = _EXACT.add(low, part.low), _EXACT.add(high, part.high)
    return Bounds(low=low, high=high)


def subtract(a: Bounds, b: Bounds) -> Bounds:
    """a − b, exact."""
    return Bounds(low=_EXACT.subtract(a.low, b.high), high=_EXACT.subtract(a.high, b.low))


def multiply(a: Bounds, b: Bounds) -> Bounds:
    """a × b, exact."""
    products = [_EXACT.multiply(x, y) for x in (a.low, a.high) for y in (b.low, b.high)]
    return Bounds(low=min(products), high=max(products))


def divide(a: Bounds, b: Bounds) -> Bounds | None:
    """a ÷ b, each end rounded outward at 40 digits; None where b meets 0."""
    if b.low <= 0 <= b.high:
        return None
    pairs = [(x, y) for x in (a.low, a.high) for y in (b.low, b.high)]
    return Bounds(low=min(_DOWN.divide(x, y) for x, y in pairs), high=max(_UP.divide(x, y) for x, y in pairs))


def rounded(interval: Bounds, decimals: int) -> Bounds:
    """Both ends rounded half up to so many digits after the point."""
    step = Decimal(1).scaleb(-decimals)
    low, high = (
        end if _places(end) <= decimals else end.quantize(step, rounding=ROUND_HALF_UP, context=_EXACT)
        for end in (interval.low, interval.high)
    )
    return Bounds(low=low, high=high)


def sum_slack(parts: Sequence[Decimal]) -> Decimal:
    """How far a printed sum of exact kinds may be off: lines at the finest precision × half its unit.

    0 where all are whole.
    """
    finest = max((_places(part) for part in parts), default=0)
    if finest <= 0:
        return Decimal(0)
    count = sum(1 for part in parts if _places(part) == finest)
    return _EXACT.multiply(Decimal(count), _EXACT.multiply(_EXACT.scaleb(Decimal(1), -finest), _HALF))


def _about(quantity: NumberQuantity, settings: Settings) -> Bounds:
    low = -ENDLESS if quantity.low is None else _around(quantity.low, quantity, settings).low
    high = ENDLESS if quantity.high is None else _around(quantity.high, quantity, settings).high
    return Bounds(low=low, high=high)


def _around(value: Decimal, quantity: NumberQuantity, settings: Settings) -> Bounds:
    """± half a unit of the last digit that is not 0, or ± the tolerated share, whichever is more."""
    printed = _EXACT.divide(value, units.factor(quantity.printed_unit))
    step = _EXACT.multiply(last_step(printed), units.factor(quantity.printed_unit))
    share = _EXACT.multiply(value.copy_abs(), settings.approximate_tolerance)
    spread = max(_EXACT.multiply(step, _HALF), share)
    return Bounds(low=_EXACT.subtract(value, spread), high=_EXACT.add(value, spread))


def _half_unless_exact(quantity: NumberQuantity) -> Decimal:
    return Decimal(0) if is_exact(quantity) else half_unit(quantity)


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
