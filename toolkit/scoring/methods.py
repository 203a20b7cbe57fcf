"""Points and measured inputs → the interval of the score: the closed list of formulas of domain reference 1.1.

Each method is a pure function. Inputs are closed intervals in one unit chosen by the caller; a result lies within
0…points and comes with its steps in Chinese, or with the reason why there is none. Arithmetic is exact: ratios are
fractions, turned into decimals outwards at 40 digits.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from toolkit.model.number import Bounds, plain
from toolkit.model.record import Direction
from toolkit.model.scoresheet import WhyNot
from toolkit.model.standard import Band

Counting = Literal["floor", "ceil", "pro_rata", "unknown"]
Side = Literal["above", "below"]

_DOWN = Context(prec=40, rounding=ROUND_FLOOR)
_UP = Context(prec=40, rounding=ROUND_CEILING)
_EXACT = Context(prec=2000)
_SHOWN = Decimal("0.0001")
_ONE = Fraction(1)
_ENDLESS = Decimal(10) ** 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a method makes of its inputs: the score as `bounds` with the steps, or `why_not`.

    `method`: set where the words of the actual decided, whatever the rule (qualitative).
    """

    bounds: Bounds | None
    steps: tuple[str, ...] = ()
    why_not: WhyNot | None = None
    method: str | None = None


def shown(value: Decimal) -> str:
    """A number as the steps print it: at most four decimals, no trailing zeros."""
    fine = value.as_tuple().exponent < -4  # type: ignore[operator]
    return plain(value.quantize(_SHOWN, ROUND_HALF_UP, _EXACT) if fine else value)


def shown_bounds(bounds: Bounds) -> str:
    """“3”, “2.5 至 3”, or “900 以上” where a side is open (endless in toolkit.measure.interval)."""
    if bounds.high >= _ENDLESS:
        return "任意" if bounds.low <= -_ENDLESS else f"{shown(bounds.low)} 以上"
    if bounds.low <= -_ENDLESS:
        return f"{shown(bounds.high)} 以下"
    low, high = shown(bounds.low), shown(bounds.high)
    return low if low == high else f"{low} 至 {high}"


def abstain(why_not: WhyNot, *steps: str) -> Outcome:
    """No score, and why."""
    return Outcome(None, steps, why_not)


def full(points: Decimal, *steps: str) -> Outcome:
    """All the points."""
    return Outcome(Bounds.exact(points), (*steps, f"得满分 {shown(points)}"))


def ratio_up(points: Decimal, target: Bounds, actual: Bounds) -> Outcome:
    """points × min(1, actual / target). A target of 0 or below has no ratio: `zero-target`."""
    if target.low <= 0:
        return abstain("zero-target", "目标值不大于0，不能按比例计分")
    low = Fraction(actual.low) / Fraction(target.high)
    high = Fraction(actual.high) / Fraction(target.low)
    return _share_of(points, low, high, f"完成 {shown_bounds(actual)} ÷ 目标 {shown_bounds(target)}")


def ratio_down(points: Decimal, target: Bounds, actual: Bounds) -> Outcome:
    """points × min(1, target / actual), for what should be low. Zeros have no ratio unless the target is met."""
    if actual.high <= target.low:
        return full(points, f"完成 {shown_bounds(actual)} 不高于目标 {shown_bounds(target)}")
    if target.low <= 0 or actual.low <= 0:
        return abstain("zero-target", "目标值或完成值不大于0，不能按比例计分")
    low = Fraction(target.low) / Fraction(actual.high)
    high = Fraction(target.high) / Fraction(actual.low)
    return _share_of(points, low, high, f"目标 {shown_bounds(target)} ÷ 完成 {shown_bounds(actual)}（反向指标）")


def ratio(points: Decimal, target: Bounds, actual: Bounds, direction: Direction | None) -> Outcome:
    """`ratio_up` or `ratio_down`, as the direction says."""
    if direction is None:
        return abstain("direction-unknown", "不知指标越高越好还是越低越好")
    return (ratio_up if direction == "higher_is_better" else ratio_down)(points, target, actual)


def execution(points: Decimal, base: Bounds, executed: Bounds) -> Outcome:
    """points × min(1, executed / budget base); both in one unit of money."""
    if base.low <= 0:
        return abstain("zero-target", "预算基数为0")
    low = Fraction(executed.low) / Fraction(base.high)
    high = Fraction(executed.high) / Fraction(base.low)
    return _share_of(points, low, high, f"执行数 {shown_bounds(executed)} ÷ 预算数 {shown_bounds(base)}")


def per_step(
    points: Decimal,
    threshold: Bounds,
    actual: Bounds,
    side: Side | None,
    step: Decimal,
    per: Decimal,
    counting: Counting,
) -> Outcome:
    """max(0, points − per × k), k = steps of `step` by which `actual` lies beyond `threshold` on `side` (None: either).

    Where `counting` is unknown the interval spans whole steps, started steps and pro rata.
    """
    if step <= 0 or per < 0:
        return abstain("criterion-unread", "步长须大于0，扣分不能为负")
    beyond = _beyond(threshold, actual, side)
    count = _STEPS[counting]
    few, many = count(beyond[0] / Fraction(step))[0], count(beyond[1] / Fraction(step))[1]
    low, high = _lost(points, per, many), _lost(points, per, few)
    word = {"above": "超出", "below": "低", None: "偏离"}[side]
    broken = (
        f"（{_COUNTING_WORDS[counting]}）" if any((end / Fraction(step)).denominator != 1 for end in beyond) else ""
    )
    return Outcome(
        _within(points, low, high),
        (
            f"{word} {shown_bounds(_decimals(*beyond))}，每 {shown(step)} 扣 {shown(per)} 分{broken}",
            _subtraction(points, per, few, many, low, high),
        ),
    )


def per_event(points: Decimal, count: Bounds, per: Decimal) -> Outcome:
    """max(0, points − per × n) for n occurrences."""
    few, many = Fraction(count.low), Fraction(count.high)
    low, high = _lost(points, per, many), _lost(points, per, few)
    return Outcome(
        _within(points, low, high),
        (f"计 {shown_bounds(count)} 次，每次扣 {shown(per)} 分", _subtraction(points, per, few, many, low, high)),
    )


def bands(points: Decimal, table: Sequence[Band], actual: Bounds) -> Outcome:
    """Score of the band that holds `actual`; the hull of several where the interval touches several.

    Bounds of bands count in the unit of `actual`. A value that no band covers is `rule-unknown`.
    """
    touched = sorted((band for band in table if _touches(band, actual)), key=_from)
    if not _covered(touched, actual):
        return abstain("rule-unknown", f"{shown_bounds(actual)} 不完全在所列各档之内")
    low = min(_band_score(points, band)[0] for band in touched)
    high = max(_band_score(points, band)[1] for band in touched)
    scored = _within(points, Fraction(low), Fraction(high))
    named = "、".join(band_name(band) for band in touched)
    return Outcome(scored, (f"{shown_bounds(actual)} 属于 {named} 一档 → {shown_bounds(scored)}",))


def interpolation(points: Decimal, table: Sequence[Band], actual: Bounds) -> Outcome:
    """Score of the band that holds `actual`; between two bands in proportion to the distance from their edges."""
    knots = _knots(points, table)
    if not knots:
        return abstain("rule-unknown", "插值缺少两端")
    ends = [Fraction(actual.low), Fraction(actual.high)]
    reached = [_at(knots, end) for end in (*ends, *(at for at, _ in knots if ends[0] < at < ends[1]))]
    scored = _within(points, min(reached), max(reached))
    named = "、".join(band_name(band) for band in sorted(table, key=_from))
    return Outcome(scored, (f"{shown_bounds(actual)} 在 {named} 各档之间插值 → {shown_bounds(scored)}",))


def per_item(points: Decimal, count: Bounds, step: Decimal, per: Decimal, start: Decimal = Decimal(0)) -> Outcome:
    """min(points, start + per × whole steps of `step` in `count`)."""
    few, many = (math.floor(Fraction(end) / Fraction(step)) for end in (count.low, count.high))
    low, high = (Fraction(start) + Fraction(per) * max(0, number) for number in (few, many))
    scored = _within(points, low, high)
    base = f"{shown(start)} + " if start else ""
    each = "" if step == 1 else f"（每 {shown(step)} 计一次）"
    steps = f"{base}{shown_bounds(count)}{each} × {shown(per)}（不超过满分）= {shown_bounds(scored)}"
    return Outcome(scored, (steps,))


def checklist(checks: Sequence[Decimal]) -> Outcome:
    """Several demands with points each, of which the report does not say which are met: `needs-facts`."""
    return abstain("needs-facts", f"共 {len(checks)} 项要求，须逐项核对")


def veto(points: Decimal, present: bool | None) -> Outcome:
    """All or nothing."""
    if present is None:
        return abstain("needs-facts", "须核对是否达到要求")
    return full(points, "达到要求") if present else Outcome(Bounds.exact(Decimal(0)), ("未达到要求，不得分",))


def qualitative(points: Decimal, table: Sequence[Band], words: str) -> Outcome:
    """The share interval (or score) of the band that `words` name; other words: `qualitative`.

    `words` and the bands' phrases are compared as given: fold both before the call.
    """
    band = next((band for band in table if words in band.phrases), None)
    if band is None:
        return Outcome(None, ("定性指标，完成情况未用分档用语",), "qualitative", "qualitative")
    low, high = _band_score(points, band)
    scored = _within(points, Fraction(low), Fraction(high))
    return Outcome(scored, (f"“{words}”一档 → {shown_bounds(scored)}",), None, "qualitative")


def bonus_malus(points: Decimal) -> Outcome:
    """Merits and faults outside the lines: judged, not computed."""
    return abstain("discretionary", f"加减分由主管部门认定，上限 {shown(points)} 分")


def discretionary(points: Decimal) -> Outcome:
    """Judgement of a reviewer: only 0 ≤ claimed ≤ points can be checked."""
    return abstain("discretionary", f"由评分人酌定，只核对是否在 0 至 {shown(points)} 之间")


def band_name(band: Band) -> str:
    """A band as an interval: “[80, 90)”, “≥90”, “<60”."""
    low = None if band.low is None else plain(band.low)
    high = None if band.high is None else plain(band.high)
    if low is None and high is None:
        return "、".join(f"“{phrase}”" for phrase in band.phrases) or "全部"
    if low is None:
        return f"{'≤' if band.high_included else '<'}{high}"
    if high is None:
        return f"{'≥' if band.low_included else '>'}{low}"
    if low == high:
        return f"={low}"
    return f"{'[' if band.low_included else '('}{low}, {high}{']' if band.high_included else ')'}"


def _share_of(points: Decimal, low: Fraction, high: Fraction, division: str) -> Outcome:
    scored = _within(points, Fraction(points) * min(_ONE, low), Fraction(points) * min(_ONE, high))
    rate = shown_bounds(_decimals(low * 100, high * 100))
    return Outcome(
        scored, (f"{division} = {rate}%", f"{shown(points)} × {rate}%（不超过满分）= {shown_bounds(scored)}")
    )


def _beyond(threshold: Bounds, actual: Bounds, side: Side | None) -> tuple[Fraction, Fraction]:
    under = (Fraction(threshold.low) - Fraction(actual.high), Fraction(threshold.high) - Fraction(actual.low))
    over = (Fraction(actual.low) - Fraction(threshold.high), Fraction(actual.high) - Fraction(threshold.low))
    if side is None:
        least = max(Fraction(0), under[0], over[0])
        return least, max(under[1], over[1], least)
    low, high = under if side == "below" else over
    return max(Fraction(0), low), max(Fraction(0), high)


def _whole(steps: Fraction) -> tuple[Fraction, Fraction]:
    return Fraction(math.floor(steps)), Fraction(math.floor(steps))


def _started(steps: Fraction) -> tuple[Fraction, Fraction]:
    return Fraction(math.ceil(steps)), Fraction(math.ceil(steps))


def _pro_rata(steps: Fraction) -> tuple[Fraction, Fraction]:
    return steps, steps


def _any_counting(steps: Fraction) -> tuple[Fraction, Fraction]:
    return Fraction(math.floor(steps)), Fraction(math.ceil(steps))


_STEPS: dict[Counting, Callable[[Fraction], tuple[Fraction, Fraction]]] = {
    "floor": _whole,
    "ceil": _started,
    "pro_rata": _pro_rata,
    "unknown": _any_counting,
}
_COUNTING_WORDS: dict[Counting, str] = {
    "floor": "不足一步不扣",
    "ceil": "不足一步按一步",
    "pro_rata": "不足一步按比例",
    "unknown": "不足一步如何计未规定：不扣、按比例、按一步都在区间内",
}


def _lost(points: Decimal, per: Decimal, steps: Fraction) -> Fraction:
    return max(Fraction(0), Fraction(points) - Fraction(per) * steps)


def _subtraction(points: Decimal, per: Decimal, few: Fraction, many: Fraction, low: Fraction, high: Fraction) -> str:
    def one(steps: Fraction, left: Fraction) -> str:
        count = shown(_decimals(steps, steps).low)
        bottom = "（扣完为止）" if Fraction(points) < Fraction(per) * steps else ""
        return f"{shown(points)} − {count}×{shown(per)} = {shown(_decimals(left, left).low)}{bottom}"

    return one(few, high) if few == many else f"{one(few, high)} 至 {one(many, low)}"


def _touches(band: Band, value: Bounds) -> bool:
    above = band.low is None or value.high > band.low or (value.high == band.low and band.low_included)
    below = band.high is None or value.low < band.high or (value.low == band.high and band.high_included)
    return above and below


def _from(band: Band) -> tuple[bool, Decimal, bool]:
    return (band.low is not None, band.low or Decimal(0), not band.low_included)


def _covered(touched: Sequence[Band], value: Bounds) -> bool:
    if not touched:
        return False
    reached: tuple[Decimal, bool] | None = (value.low, False)  # covered so far: up to here, this point included or not
    for band in touched:
        if reached is None:
            break
        starts = (
            band.low is None or band.low < reached[0] or (band.low == reached[0] and (band.low_included or reached[1]))
        )
        if not starts:
            return False
        end = None if band.high is None else (band.high, band.high_included)
        reached = None if end is None else max(reached, end)
    return reached is None or reached > (value.high, False)


def _knots(points: Decimal, table: Sequence[Band]) -> list[tuple[Fraction, Fraction]]:
    """Edges of the bands with their scores, in rising order."""
    found: list[tuple[Fraction, Fraction]] = []
    for band in sorted(table, key=_from):
        score = Fraction(_band_score(points, band)[1])
        found.extend((Fraction(edge), score) for edge in (band.low, band.high) if edge is not None)
    return found


def _at(knots: Sequence[tuple[Fraction, Fraction]], value: Fraction) -> Fraction:
    if value >= knots[-1][0]:
        return knots[-1][1]
    if value <= knots[0][0]:
        return knots[0][1]
    for (left, low), (right, high) in pairwise(knots):
        if left <= value <= right:
            return high if left == right else low + (high - low) * (value - left) / (right - left)
    return knots[-1][1]


def _band_score(points: Decimal, band: Band) -> tuple[Decimal, Decimal]:
    if band.score is not None:
        return band.score, band.score
    return points * (band.share_low or Decimal(0)), points * (
        Decimal(1) if band.share_high is None else band.share_high
    )


def _within(points: Decimal, low: Fraction, high: Fraction) -> Bounds:
    top = Fraction(points)
    return _decimals(min(top, max(Fraction(0), low)), min(top, max(Fraction(0), high)))


def _decimals(low: Fraction, high: Fraction) -> Bounds:
    return Bounds(
        low=_DOWN.divide(Decimal(low.numerator), Decimal(low.denominator)),
        high=_UP.divide(Decimal(high.numerator), Decimal(high.denominator)),
    )
