"""A rule of proportion and the facts of a line → its score: actual against target or threshold, or a share itself."""

import re
from decimal import Decimal

from toolkit.measure import interval, units
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import Direction
from toolkit.model.standard import Band
from toolkit.scoring import methods
from toolkit.scoring.facts import Facts, comparable, demanded, reading, standing
from toolkit.scoring.methods import Outcome, abstain, full
from toolkit.scoring.rule import PERCENT, ScoringRule
from toolkit.scoring.said import doubtful, hull, nothing_below, said, sides
from toolkit.text import fold

_ONE = Bounds.exact(Decimal(1))
_HUNDRED = Bounds.exact(Decimal(100))
_SHARE = "1"


def by_phrase(points: Decimal, facts: Facts) -> Outcome:
    """Score interval that a fixed phrase of the actual names (达成预期指标 …); other words: `qualitative`."""
    words = fold(facts.actual_text or "").text.strip("。.;,")
    folded = tuple(_folded(band) for band in facts.bands)
    return methods.qualitative(points, folded, re.sub(r"^(?:已经?|均|全部)+(?=.{2})", "", words))


def _folded(band: Band) -> Band:
    return band.model_copy(update={"phrases": tuple(fold(phrase).text for phrase in band.phrases)})


def ratio(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    if facts.actual is None:
        return abstain("no-actual", "没有完成值")
    if rule.absolute:
        return _absolute(rule, points, facts)
    if rule.method.threshold is not None:
        return _ratio_to(rule, points, facts, rule.method.threshold)
    if facts.target is None and rule.completion:
        return _absolute(rule, points, facts)
    if facts.target is None:
        phrase = by_phrase(points, facts)
        return phrase if phrase.bounds is not None else abstain("no-target", "没有目标值")
    pair = facts.numbers
    if facts.met:
        return full(points, sides(facts, "已达到目标"))
    if pair is None:
        return _without_numbers(points, facts)
    target, actual = pair
    if facts.clash:
        return abstain("unit-clash", sides(facts, "目标值与完成值单位不同"))
    way = facts.way or _assumed(facts, target)
    if way is None:
        return abstain("direction-unknown", sides(facts, "不知越高越好还是越低越好"))
    edge = demanded(target, "below" if way == "higher_is_better" else "above", facts.settings)
    if edge is None:
        return abstain("direction-unknown", sides(facts, "目标的比较符与指标方向不合"))
    reached = standing(actual, facts)
    if not comparable(target, actual):
        return abstain("unit-clash", sides(facts, "目标值与完成值单位不同，未作换算"))
    edge, reached = _as_printed(edge, target), _as_printed(reached, target)
    outcome = methods.ratio(points, edge, reached, way)
    outcome = _with_pass_floor(rule, points, edge, reached, way, outcome)
    return said(facts, _either_reading(rule, points, facts, actual, outcome))


def _as_printed(bounds: Bounds, quantity: NumberQuantity) -> Bounds:
    """Counted in the printed unit (万元, %), as the steps should read."""
    scale = units.factor(quantity.printed_unit)
    return bounds if scale == 1 else interval.multiply(bounds, Bounds.exact(Decimal(1) / scale))


def _assumed(facts: Facts, target: NumberQuantity) -> Direction | None:
    """Where the rule itself divides actual by target, a bare target means the more the better; never money or time."""
    bare = target.comparator in {"eq", "about"}
    if not facts.lenient or not bare:
        return None
    counted = target.unit in {None, _SHARE} or units.counter(target.unit)
    return "higher_is_better" if counted else None


def _without_numbers(points: Decimal, facts: Facts) -> Outcome:
    if not isinstance(facts.target, NumberQuantity):
        phrase = by_phrase(points, facts)
        if phrase.bounds is not None or facts.target is None or facts.target.kind == "qualitative":
            return phrase
        return abstain("needs-facts", sides(facts, "目标不是一个数，未见是否达到"))
    return abstain("qualitative", sides(facts, "目标为数，完成值不是"))


def _absolute(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    threshold = rule.method.threshold
    actual = facts.numbers[1] if facts.numbers is not None else facts.actual
    if not isinstance(actual, NumberQuantity) or actual.unit != _SHARE:
        return abstain("needs-facts", "评分标准按比率乘分值，完成值不是比率")
    if threshold is not None and actual.low is not None and actual.low * 100 >= threshold:
        return full(points, sides(facts, f"达到 {methods.shown(threshold)}%"))
    reached = standing(actual, facts)
    outcome = methods.ratio_up(points, _ONE, reached)
    return said(facts, _with_pass_floor(rule, points, _ONE, reached, "higher_is_better", outcome))


def _ratio_to(rule: ScoringRule, points: Decimal, facts: Facts, threshold: Decimal) -> Outcome:
    read = reading(facts, PERCENT, "below", rule.completion)
    if isinstance(read, Outcome):
        return read
    edge = Bounds.exact(threshold)
    if doubtful(threshold, read.target):
        return abstain("criterion-unread", "评分标准的满分线与目标值不一致，不能断定按哪一个计")
    if read.printed.low >= threshold:
        return full(points, sides(facts, f"达到 {methods.shown(threshold)}%"))
    outcome = methods.ratio_up(points, edge, read.actual)
    outcome = _with_pass_floor(rule, points, _HUNDRED, read.actual, "higher_is_better", outcome)
    if not facts.exact and not rule.of_threshold and outcome.bounds is not None:
        plain = methods.ratio_up(points, _HUNDRED, read.actual)
        outcome = hull(outcome, plain, "“按比例”也可指完成率本身")
    return said(facts, outcome)


def _with_pass_floor(
    rule: ScoringRule, points: Decimal, target: Bounds, actual: Bounds, way: Direction, outcome: Outcome
) -> Outcome:
    floor = rule.method.pass_floor
    if floor is None or outcome.bounds is None:
        return outcome
    rate = interval.divide(actual, target) if way == "higher_is_better" else interval.divide(target, actual)
    note = f"完成率低于 {methods.shown(floor * 100)}% 不得分"
    return outcome if rate is None else nothing_below(floor, rate, outcome, note)


def _either_reading(
    rule: ScoringRule, points: Decimal, facts: Facts, actual: NumberQuantity, outcome: Outcome
) -> Outcome:
    """“按完成率计分” beside a share: actual ÷ target, or the share itself; a report is held to neither alone."""
    if facts.exact or not rule.completion or actual.unit != _SHARE or outcome.bounds is None:
        return outcome
    return hull(outcome, methods.ratio_up(points, _ONE, standing(actual, facts)), "“完成率”也可指指标值本身")
