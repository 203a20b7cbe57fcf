"""A scoring rule and the facts of a line → its score as an interval with the steps, or why there is none."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from toolkit.measure import interval, units
from toolkit.measure.dimensions import one_unit
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.standard import Method
from toolkit.scoring import methods, wording
from toolkit.scoring.evaluate_ratio import by_phrase, ratio
from toolkit.scoring.facts import Facts, comparable, days_late, off_target, reading, standing
from toolkit.scoring.methods import Outcome, abstain, full
from toolkit.scoring.rule import PERCENT, ScoringRule
from toolkit.scoring.said import doubtful, hull, nothing_below, said, sides
from toolkit.text import fold

_ZERO = Bounds.exact(Decimal(0))
_ONE = Bounds.exact(Decimal(1))
_HUNDRED = Bounds.exact(Decimal(100))
_SHARE = "1"
_MISHAP_COUNTERS = frozenset({"例", "起", "次", "项", "件", "处", "个", "人次", "笔", "条", "宗"})


def evaluate(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    """Score of a line of `points`; within 0…points."""
    if rule.deviation:
        off = off_target(facts)
        if isinstance(off, Outcome):
            return off
        facts = off
    outcome = _METHODS[rule.method.name](rule, points, facts)
    if rule.method.over is not None:
        outcome = _with_over(rule.method.over, points, facts, outcome)
    if outcome.bounds is None or rule.max_deduction is None:
        return outcome
    floor = max(Decimal(0), points - rule.max_deduction)
    capped = Bounds(low=max(floor, outcome.bounds.low), high=max(floor, outcome.bounds.high))
    note = f"最多扣 {methods.shown(rule.max_deduction)} 分"
    return outcome if capped == outcome.bounds else Outcome(capped, (*outcome.steps, note))


def _with_over(over: Method, points: Decimal, facts: Facts, outcome: Outcome) -> Outcome:
    """What a completion far above the target costs; anything but full points stays as it is."""
    if outcome.bounds is None or outcome.bounds.low < points:
        return outcome
    read = reading(replace(facts, direction="higher_is_better"), PERCENT, "below", completion=True)
    if isinstance(read, Outcome) or read.target != _HUNDRED:
        return abstain("needs-facts", "完成率不能求得，不知是否须按超额调减")
    start = (
        over.threshold if over.name == "per_step" else min((band.low for band in over.bands if band.low), default=None)
    )
    if start is None or read.actual.high <= start:
        return outcome
    rule = ScoringRule(over, unit=PERCENT)
    cut = _METHODS[over.name](rule, points, replace(facts, target=None, actual=_percent(read.actual)))
    return cut if cut.bounds is None else replace(cut, steps=(sides(facts, "完成率过高，按标准调减"), *cut.steps[1:]))


def _percent(rate: Bounds) -> NumberQuantity:
    return NumberQuantity(low=rate.low / 100, high=rate.high / 100, unit=_SHARE, printed_unit="%")


def _execution(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    actual = facts.numbers[1] if facts.numbers is not None else facts.actual
    if actual is None:
        return abstain("no-actual", "没有执行数或执行率")
    if not isinstance(actual, NumberQuantity):
        return abstain("needs-facts", "执行率不是一个数")
    if actual.unit == _SHARE:
        return methods.ratio_up(points, _ONE, standing(actual, facts))
    if facts.numbers is None or not units.money(actual.unit) or not units.money(facts.numbers[0].unit):
        return abstain("needs-facts", "没有预算数和执行数，也没有执行率")
    return methods.execution(points, standing(facts.numbers[0], facts), standing(actual, facts))


def _per_step(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    method = rule.method
    if method.step is None or method.per is None:
        return abstain("rule-unknown", "步长或每步扣分未知")
    stated = wording.deviation(facts.actual_text)
    if stated is not None:
        return _stated_steps(rule, points, facts, stated)
    late = days_late(facts.target, facts.actual)
    if late is not None and method.side == "above" and one_unit(rule.unit, "天"):
        return said(
            facts,
            methods.per_step(points, _ZERO, Bounds.exact(late), "above", method.step, method.per, method.counting),
        )
    if facts.met or (method.side == "above" and wording.on_time(facts.actual_text)):
        if method.threshold is None:
            return full(points, sides(facts, "已达到目标"))
    elif not isinstance(facts.actual, NumberQuantity):
        if facts.actual is None:
            return abstain("no-actual", "没有完成值")
        return abstain("needs-facts", "完成值未说明相差多少")
    return _steps_from_numbers(rule, points, facts)


def _stated_steps(rule: ScoringRule, points: Decimal, facts: Facts, stated: tuple[Decimal, str]) -> Outcome:
    method = rule.method
    off, unit = stated
    side = "below" if wording.below(facts.actual_text) else "above"
    fits = one_unit(unit, rule.unit)
    if not fits or method.step is None or method.per is None or (method.side is not None and method.side != side):
        return abstain("needs-facts", "完成情况所说的差距与评分标准的计法不一致")
    return said(
        facts, methods.per_step(points, _ZERO, Bounds.exact(off), "above", method.step, method.per, method.counting)
    )


def _steps_from_numbers(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    method = rule.method
    if method.step is None or method.per is None:
        return abstain("rule-unknown", "步长或每步扣分未知")
    read = reading(facts, rule.unit, method.side, rule.completion)
    if isinstance(read, Outcome):
        return read
    if method.threshold is None:
        edge = read.target
    else:
        edge = Bounds.exact(method.threshold)
        if doubtful(method.threshold, read.target):
            return abstain("criterion-unread", "评分标准的满分线与目标值不一致，不能断定按哪一个计")
    if edge is None:
        return abstain("no-target", "评分标准和目标值都没有起算点")
    printed = methods.per_step(points, edge, read.printed, method.side, method.step, method.per, method.counting)
    if printed.bounds == Bounds.exact(points):
        return full(points, sides(facts, "未超出起算点"))
    outcome = methods.per_step(points, edge, read.actual, method.side, method.step, method.per, method.counting)
    if rule.either_percent and not facts.exact and edge.low > 0 and edge != _HUNDRED:
        outcome = hull(outcome, _relative_steps(method, points, edge, read.actual), "“%”也可指目标值的百分之几")
    if rule.zero_below is not None:
        note = f"低于 {methods.shown(rule.zero_below)} 不得分"
        outcome = nothing_below(rule.zero_below, read.actual, outcome, note)
    return said(facts, outcome)


def _relative_steps(method: Method, points: Decimal, edge: Bounds, actual: Bounds) -> Outcome:
    """Steps counted in per cent of the edge instead of points of a share."""
    rate = interval.divide(interval.multiply(actual, _HUNDRED), edge)
    if rate is None or method.step is None or method.per is None:
        return abstain("zero-target")
    return methods.per_step(points, _HUNDRED, rate, method.side, method.step, method.per, method.counting)


def _per_event(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    per = rule.method.per
    if per is None:
        return abstain("needs-facts", "须核对扣分事项发生的次数")
    if wording.fulfilled(facts.actual_text) == "all":
        return full(points, sides(facts, "各项均符合"))
    count = _shortfall(facts) if rule.event == "shortfall" else _mishaps(rule, facts)
    if count is None:
        return abstain("needs-facts", "完成情况未说明扣分事项发生的次数")
    return said(facts, methods.per_event(points, Bounds.exact(count), per))


def _mishaps(rule: ScoringRule, facts: Facts) -> Decimal | None:
    stated = wording.mishaps(facts.actual_text)
    if stated is None:
        return None
    none_wanted = isinstance(facts.target, NumberQuantity) and facts.target.high == 0
    if isinstance(facts.target, NumberQuantity) and not none_wanted:
        return None  # a target of its own: whether all or only those beyond it count is not said
    if stated.unit is not None and stated.unit not in _MISHAP_COUNTERS:
        return None
    if stated.named or none_wanted or stated.unit == rule.unit:
        return stated.count
    return stated.count if facts.exact and stated.unit is None else None


def _shortfall(facts: Facts) -> Decimal | None:
    stated = wording.lacking(facts.actual_text)
    if stated is not None:
        return stated
    pair = facts.numbers
    if pair is None or not (units.counter(pair[0].unit) or pair[0].unit is None):
        return Decimal(0) if facts.met else None
    target, actual = pair
    if not comparable(target, actual) or target.low is None or actual.low is None or actual.low != actual.high:
        return None
    return max(Decimal(0), target.low - actual.low)


def _bands(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    read = reading(facts, rule.unit, "below", rule.completion)
    if isinstance(read, Outcome):
        return read
    scores = [band.score for band in rule.method.bands if band.score is not None]
    if any(score > points for score in scores):
        return abstain("rule-unknown", "各档得分高于本行分值")
    return said(facts, methods.bands(points, rule.method.bands, read.actual))


def _interpolation(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    read = reading(facts, rule.unit, "below", rule.completion)
    if isinstance(read, Outcome):
        return read
    return said(facts, methods.interpolation(points, rule.method.bands, read.actual))


def _per_item(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    method = rule.method
    if method.per is None or method.step is None:
        return abstain("rule-unknown", "每项得分未知")
    count = wording.fulfilled(facts.actual_text)
    if count == "all":
        return full(points, sides(facts, "各项均符合"))
    pair = facts.numbers
    actual = pair[1] if pair is not None else facts.actual
    if isinstance(count, Decimal):
        reached = Bounds.exact(count)
    elif isinstance(actual, NumberQuantity) and units.counter(actual.unit) and actual.low == actual.high:
        reached = standing(actual, facts)
    else:
        return abstain("needs-facts", "完成情况未说明符合或完成的项数")
    if method.start is None:
        return said(facts, methods.per_item(points, reached, method.step, method.per))
    if facts.met is not True or pair is None or pair[0].low is None:
        return abstain("needs-facts", "未达到目标时如何计分未规定")
    return said(
        facts,
        methods.per_item(
            points, interval.subtract(reached, Bounds.exact(pair[0].low)), method.step, method.per, method.start
        ),
    )


def _veto(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    words = fold(facts.actual_text or "").text.strip("。.;,")
    if words and (words in rule.affirming or words in rule.denying):
        return said(facts, methods.veto(points, words in rule.affirming))
    if rule.stated and rule.event == "mishap":
        none = wording.mishaps(facts.actual_text)
        return said(facts, methods.veto(points, None if none is None else none.count == 0))
    if rule.stated:
        stated = wording.affirmed(facts.actual_text)
        return said(facts, methods.veto(points, facts.met if stated is None else stated))
    present = facts.met
    if present is None and not isinstance(facts.target, NumberQuantity):
        present = wording.done(facts.actual_text)
    return said(facts, methods.veto(points, present))


def _qualitative(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    return by_phrase(points, replace(facts, bands=rule.method.bands or facts.bands))


_METHODS: dict[str, Callable[[ScoringRule, Decimal, Facts], Outcome]] = {
    "ratio": ratio,
    "ratio_up": lambda rule, points, facts: ratio(rule, points, replace(facts, direction="higher_is_better")),
    "ratio_down": lambda rule, points, facts: ratio(rule, points, replace(facts, direction="lower_is_better")),
    "execution": _execution,
    "per_step": _per_step,
    "per_event": _per_event,
    "per_item": _per_item,
    "bands": _bands,
    "interpolation": _interpolation,
    "checklist": lambda rule, points, facts: methods.checklist(rule.method.checks),
    "veto": _veto,
    "qualitative": _qualitative,
    "bonus_malus": lambda rule, points, facts: methods.bonus_malus(points),
    "discretionary": lambda rule, points, facts: methods.discretionary(points),
    "unknown": lambda rule, points, facts: abstain("rule-unknown", "来源只列分值，未列计分方法"),
    "group": lambda rule, points, facts: abstain("rule-unknown", "分组，本身不计分"),
}
