"""Figures that hang together → `Relation`: the interval expected of the operands against the one printed."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal

from toolkit.figures.spot import Spot
from toolkit.measure.dimensions import factor_of
from toolkit.measure.interval import add, bounds, divide, half_unit, is_exact, multiply, subtract, sum_slack
from toolkit.measure.units import factor
from toolkit.model.citation import Where
from toolkit.model.figure import Relation, RelationType
from toolkit.model.number import Bounds, plain
from toolkit.text import fold_widths

_EXACT = Context(prec=2000)
_CERTAIN = {"eq", "about"}
_LARGEST = Decimal(10) ** 18
_MOST_DECIMALS = 8


def known(spot: Spot) -> bool:
    """Whether the figure stands for one value (not a bound, not a range) of a size that arithmetic keeps exact."""
    quantity = spot.quantity
    if quantity is None or quantity.low is None or quantity.comparator not in _CERTAIN:
        return False
    return abs(quantity.low) < _LARGEST and quantity.decimals <= _MOST_DECIMALS


def value_of(spot: Spot) -> Decimal:
    """The printed value in base units of a known figure, or of a bound."""
    assert spot.quantity is not None  # noqa: S101 (callers ask `known` first)
    value = spot.quantity.high if spot.quantity.low is None else spot.quantity.low
    assert value is not None  # noqa: S101
    return value


def dimension(spot: Spot) -> tuple[str | None, bool]:
    """What may be added to what: the base unit, and whether a plain ratio is printed as a share."""
    quantity = spot.quantity
    if quantity is None:
        return None, False
    return quantity.unit, quantity.unit == "1" and is_percent(spot)


def in_two_measures(one: Spot, other: Spot) -> bool:
    """Whether two figures are printed in two measures of one kind: 公顷 and 平方米."""
    first, second = dimension(one)[0], dimension(other)[0]
    return first != second and factor_of(first) is not None and factor_of(second) is not None


def alike(*spots: Spot) -> bool:
    """Whether all are known and of one dimension, so that they may be added and compared."""
    return all(known(spot) and dimension(spot) == dimension(spots[0]) for spot in spots)


def is_percent(spot: Spot) -> bool:
    """Whether the figure is printed in hundredths or thousandths."""
    quantity = spot.quantity
    return quantity is not None and (quantity.printed_unit or "") in {"%", "％", "‰", "百分之", "千分之", "百分比"}


def is_count(spot: Spot) -> bool:
    """Exact kinds, which stand for themselves: points, and things counted one by one in a unit of their own."""
    return spot.quantity is not None and spot.quantity.unit is not None and is_exact(spot.quantity)


def printed_bounds(spot: Spot) -> Bounds:
    """The interval that the printed figure stands for; a number without a unit is taken as measured."""
    assert spot.quantity is not None  # noqa: S101 (callers ask `known` first)
    if spot.quantity.unit is None and spot.quantity.comparator == "eq":
        half = half_unit(spot.quantity)
        return Bounds(low=value_of(spot) - half, high=value_of(spot) + half)
    return bounds(spot.quantity)


def sum_holds(parts: Sequence[Spot], whole: Spot, *, exact: bool = False) -> bool | None:
    """Σ parts against the whole: True, False (the intervals do not meet), None (only coarse printing hides a gap).

    `exact`: the figures count whole things, whatever their unit.
    """
    total = sum((value_of(part) for part in parts), Decimal(0))
    printed = value_of(whole)
    if total == printed:
        return True
    if exact or (is_count(whole) and all(is_count(part) for part in parts)):
        slack = sum_slack(tuple(value_of(part) for part in parts))
        return None if abs(total - printed) <= slack else False
    if not expected_sum(parts).meets(printed_bounds(whole)):
        return False
    return True if rounded_like(total, whole) == printed else None


def adds_up(parts: Sequence[Spot], whole: Spot) -> bool:
    """Whether `sum_holds` says True, asked of many lists that mostly do not come near."""
    return may_hold(sum((value_of(part) for part in parts), Decimal(0)), whole) and sum_holds(parts, whole) is True


def may_hold(total: Decimal, whole: Spot) -> bool:
    """Whether parts that add to `total` can make the whole as it is printed: no farther off than its rounding."""
    assert whole.quantity is not None  # noqa: S101 (callers ask `known` first)
    return abs(total - value_of(whole)) <= half_unit(whole.quantity)


def expected_sum(parts: Sequence[Spot]) -> Bounds:
    """The interval of the sum of the parts."""
    return add(*(printed_bounds(part) for part in parts))


def sum_relation(parts: Sequence[Spot], whole: Spot, names: Sequence[str], *, exact: bool = False) -> Relation:
    """`parts` add to `whole`; `names` stand before the parts in the calculation; `exact` as in `sum_holds`."""
    total = sum((value_of(part) for part in parts), Decimal(0))
    terms = " + ".join(f"{name}{_shown(part)}" for name, part in zip(names, parts, strict=True))
    return relation(
        "sum",
        parts,
        whole,
        expected_sum(parts),
        sum_holds(parts, whole, exact=exact),
        f"{terms} = {in_unit_of(whole, total)}，报告 {_shown(whole)}",
    )


def difference_relation(larger: Spot, smaller: Spot, result: Spot) -> Relation:
    """`larger` − `smaller` = `result`, all in one unit."""
    expected = subtract(printed_bounds(larger), printed_bounds(smaller))
    value = value_of(larger) - value_of(smaller)
    holds: bool | None = expected.meets(printed_bounds(result))
    if holds and value != value_of(result) and rounded_like(value, result) != value_of(result):
        holds = None
    text = f"{_shown(larger)} - {_shown(smaller)} = {in_unit_of(result, value)}，报告 {_shown(result)}"
    return relation("difference", (larger, smaller), result, expected, holds, text)


def points_relation(larger: Spot, smaller: Spot, result: Spot) -> Relation:
    """Two shares and the percentage points between them."""
    hundred = Bounds.exact(Decimal(100))
    expected = multiply(subtract(printed_bounds(larger), printed_bounds(smaller)), hundred)
    value = (value_of(larger) - value_of(smaller)) * 100
    holds: bool | None = expected.meets(printed_bounds(result))
    if holds and not printed_bounds(result).holds(value):
        holds = None
    text = f"{_shown(larger)} - {_shown(smaller)} = {plain(value)}个百分点，报告 {_shown(result)}"
    return relation("difference", (larger, smaller), result, expected, holds, text)


def quotient_relation(kind: RelationType, top: Spot, bottom: Spot, result: Spot, minus_one: int = 0) -> Relation | None:
    """`top` ÷ `bottom` (− 1 for growth, 1 − … for decline: `minus_one` 1 or −1) = `result`; None where undefined."""
    quotient = divide(printed_bounds(top), printed_bounds(bottom))
    if quotient is None or value_of(bottom) == 0:
        return None
    one = Bounds.exact(Decimal(1))
    expected = quotient
    shown = f"{_shown(top)} ÷ {_shown(bottom)}"
    if minus_one > 0:
        expected, shown = subtract(quotient, one), f"{shown} - 1"
    elif minus_one < 0:
        expected, shown = subtract(one, quotient), f"1 - {shown}"
    middle = value_of(top) / value_of(bottom)
    middle = middle - 1 if minus_one > 0 else 1 - middle if minus_one < 0 else middle
    text = f"{shown} = {in_unit_of(result, middle, extra=2)}，报告 {_shown(result)}"
    rounded = kind == "average" and rounded_like(middle, result) == value_of(result)  # 场均494个, of 494.29
    return relation(kind, (top, bottom), result, expected, rounded or expected.meets(printed_bounds(result)), text)


def growth_by(change: Spot, now: Spot, rate: Spot, *, down: bool) -> Relation | None:
    """`change` ÷ what it leaves of `now` (now − change; now + change where it went down) = `rate`; None where that is
    nothing."""
    base = (add if down else subtract)(printed_bounds(now), printed_bounds(change))
    before = value_of(now) + (value_of(change) if down else -value_of(change))
    quotient = divide(printed_bounds(change), base)
    if quotient is None or base.low <= 0:
        return None
    made = in_unit_of(rate, value_of(change) / before, extra=2)
    text = f"{_shown(change)} ÷ ({_shown(now)} {'+' if down else '-'} {_shown(change)}) = {made}，报告 {_shown(rate)}"
    return relation("growth", (change, now), rate, quotient, quotient.meets(printed_bounds(rate)), text)


def product_relation(factors: Sequence[Spot], result: Spot) -> Relation:
    """The product of the factors in the unit of `result`."""
    expected, value = Bounds.exact(Decimal(1)), Decimal(1)
    for one in factors:
        expected, value = multiply(expected, printed_bounds(one)), _EXACT.multiply(value, value_of(one))
    printed = printed_bounds(result)
    holds: bool | None = expected.meets(printed)
    about = result.quantity is not None and result.quantity.comparator == "about"
    if holds and not about and value != value_of(result) and rounded_like(value, result) != value_of(result):
        holds = None
    text = f"{' × '.join(_shown(one) for one in factors)} = {in_unit_of(result, value)}，报告 {_shown(result)}"
    return relation("product", factors, result, expected, holds, text)


def same_fact(first: Spot, again: Spot) -> Relation:
    """Two printings of one fact; those in two measures of one kind (公顷, 平方米) are exactly equal."""
    printed = printed_bounds(again)
    expected = printed if in_two_measures(first, again) else printed_bounds(first)
    text = f"{_shown(first)}，另处 {_shown(again)}"
    return relation("same_fact", (first,), again, expected, expected.meets(printed), text)


def relation(
    kind: RelationType,
    operands: Sequence[Spot],
    result: Spot,
    expected: Bounds,
    holds: bool | None,
    calculation: str,
) -> Relation:
    """A relation between figures; its place is that of the result, then of the operands."""
    segments = (segment for figure in (result, *operands) for segment in figure.where.segments)
    printed = printed_bounds(result)
    if holds is not True:
        calculation += _intervals(result, expected, printed)
    return Relation(
        type=kind,
        operands=tuple(operand.quote for operand in operands),
        operand_ids=tuple(operand.id for operand in operands),
        result=result.quote,
        result_id=result.id,
        expected=expected,
        printed=printed,
        holds=holds,
        where=Where(segments=tuple(segments)),
        calculation=calculation,
    )


def _intervals(result: Spot, expected: Bounds, printed: Bounds) -> str:
    """“（按印出精度应为…至…，报告为…至…）”; nothing where both stand for one number."""
    if expected.low == expected.high and printed.low == printed.high:
        return ""
    return f"（按印出精度应为{_span(result, expected)}，报告为{_span(result, printed)}）"


def _span(spot: Spot, interval: Bounds) -> str:
    """An interval in the unit of the figure, opened to two more digits than are printed."""
    assert spot.quantity is not None  # noqa: S101 (callers ask `known` first)
    unit = spot.quantity.printed_unit
    low, high = (
        (end / factor(unit)).quantize(Decimal(1).scaleb(-_decimals(spot) - 2), way, _EXACT)
        for end, way in ((interval.low, ROUND_FLOOR), (interval.high, ROUND_CEILING))
    )
    return f"{plain(low)}{unit or ''}" if low == high else f"{plain(low)}至{plain(high)}{unit or ''}"


def listed_relation(names: Sequence[str], result: Spot, low: int, high: int, where: Where) -> Relation:
    """`result` counts the listed names, of which there are `low`…`high` (several ways to part the list)."""
    expected = Bounds(low=Decimal(low), high=Decimal(high))
    shown = str(low) if low == high else f"{low}至{high}"
    return Relation(
        type="count",
        operands=tuple(names),
        operand_ids=(),
        result=result.quote,
        result_id=result.id,
        expected=expected,
        printed=printed_bounds(result),
        holds=expected.holds(value_of(result)),
        where=where,
        calculation=f"所列 {shown} 项（{'、'.join(names)}），报告 {_shown(result)}",
    )


def in_unit_of(spot: Spot, value: Decimal, extra: int = 0) -> str:
    """`value` (base units) as it would be printed beside the figure: same unit, its decimals and `extra` more."""
    quantity = spot.quantity
    assert quantity is not None  # noqa: S101 (callers ask `known` first)
    scaled = value / factor(quantity.printed_unit)
    if extra:
        scaled = scaled.quantize(Decimal(1).scaleb(-_decimals(spot) - extra), ROUND_HALF_UP, _EXACT)
    return f"{plain(scaled)}{quantity.printed_unit or ''}"


def rounded_like(value: Decimal, spot: Spot) -> Decimal:
    """`value` rounded half up to the precision of the printed figure."""
    assert spot.quantity is not None  # noqa: S101 (callers ask `known` first)
    unit = half_unit(spot.quantity) * 2
    return (value / unit).quantize(Decimal(1), ROUND_HALF_UP, _EXACT) * unit


def _decimals(spot: Spot) -> int:
    return spot.quantity.decimals if spot.quantity else 0


def _shown(spot: Spot) -> str:
    return fold_widths(spot.quote).replace(" ", "").replace("\n", "")
