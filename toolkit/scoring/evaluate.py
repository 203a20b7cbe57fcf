"""A scoring rule and the facts of a line → its score as an interval with the steps, or why there is none."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from toolkit.measure import interval, units
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import Direction
from toolkit.model.standard import Band, Method
from toolkit.scoring import methods, wording
from toolkit.scoring.facts import Facts, comparable, days_late, demanded, reading, same_time, standing
from toolkit.scoring.methods import Outcome, abstain, full
from toolkit.scoring.rule import PERCENT, ScoringRule
from toolkit.text import fold

_ZERO = Bounds.exact(Decimal(0))
_ONE = Bounds.exact(Decimal(1))
_HUNDRED = Bounds.exact(Decimal(100))
_SHARE = "1"
_LONGEST_QUOTE = 60
_MISHAP_COUNTERS = frozenset({"例", "起", "次", "项", "件", "处", "个", "人次", "笔", "条", "宗"})


def evaluate(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    """Score of a line of `points`; within 0…points."""
    outcome = _METHODS[rule.method.name](rule, points, facts)
    if outcome.bounds is None or rule.max_deduction is None:
        return outcome
    floor = max(Decimal(0), points - rule.max_deduction)
    capped = Bounds(low=max(floor, outcome.bounds.low), high=max(floor, outcome.bounds.high))
    note = f"最多扣 {methods.shown(rule.max_deduction)} 分"
    return outcome if capped == outcome.bounds else Outcome(capped, (*outcome.steps, note))


def by_phrase(points: Decimal, facts: Facts) -> Outcome:
    """Score interval that a fixed phrase of the actual names (达成预期指标 …); other words: `qualitative`."""
    words = fold(facts.actual_text or "").text.strip("。.;,")
    folded = tuple(_folded(band) for band in facts.bands)
    return methods.qualitative(points, folded, words)


def _folded(band: Band) -> Band:
    return band.model_copy(update={"phrases": tuple(fold(phrase).text for phrase in band.phrases)})


def _ratio(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    if facts.actual is None:
        return abstain("no-actual", "没有完成值")
    if rule.absolute:
        return _absolute(points, facts)
    if rule.method.threshold is not None:
        return _ratio_to(rule, points, facts, rule.method.threshold)
    if facts.target is None and rule.completion:
        return _absolute(points, facts)
    if facts.target is None:
        phrase = by_phrase(points, facts)
        return phrase if phrase.bounds is not None else abstain("no-target", "没有目标值")
    pair = facts.numbers
    if facts.met:
        return full(points, _sides(facts, "已达到目标"))
    if pair is None:
        return _without_numbers(points, facts)
    target, actual = pair
    if facts.clash:
        return abstain("unit-clash", _sides(facts, "目标值与完成值单位不同"))
    way = facts.way or _assumed(facts, target)
    if way is None:
        return abstain("direction-unknown", _sides(facts, "不知越高越好还是越低越好"))
    edge = demanded(target, "below" if way == "higher_is_better" else "above", facts.settings)
    if edge is None:
        return abstain("direction-unknown", _sides(facts, "目标的比较符与指标方向不合"))
    reached = standing(actual, facts)
    if not comparable(target, actual):
        return abstain("unit-clash", _sides(facts, "目标值与完成值单位不同，未作换算"))
    edge, reached = _as_printed(edge, target), _as_printed(reached, target)
    outcome = methods.ratio(points, edge, reached, way)
    outcome = _with_pass_floor(rule, points, edge, reached, way, outcome)
    return _said(facts, _either_reading(rule, points, facts, actual, outcome))


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
        return abstain("needs-facts", _sides(facts, "目标不是一个数，未见是否达到"))
    return abstain("qualitative", _sides(facts, "目标为数，完成值不是"))


def _absolute(points: Decimal, facts: Facts) -> Outcome:
    actual = facts.numbers[1] if facts.numbers is not None else facts.actual
    if not isinstance(actual, NumberQuantity) or actual.unit != _SHARE:
        return abstain("needs-facts", "评分标准按比率乘分值，完成值不是比率")
    return _said(facts, methods.ratio_up(points, _ONE, standing(actual, facts)))


def _ratio_to(rule: ScoringRule, points: Decimal, facts: Facts, threshold: Decimal) -> Outcome:
    read = reading(facts, PERCENT, "below", rule.completion)
    if isinstance(read, Outcome):
        return read
    edge = Bounds.exact(threshold)
    if _doubtful(threshold, read.target):
        return abstain("criterion-unread", "评分标准的满分线与目标值不一致，不能断定按哪一个计")
    if read.printed.low >= threshold:
        return full(points, _sides(facts, f"达到 {methods.shown(threshold)}%"))
    outcome = methods.ratio_up(points, edge, read.actual)
    outcome = _with_pass_floor(rule, points, _HUNDRED, read.actual, "higher_is_better", outcome)
    if not facts.exact and outcome.bounds is not None:
        plain = methods.ratio_up(points, _HUNDRED, read.actual)
        outcome = _hull(outcome, plain, "“按比例”也可指完成率本身")
    return _said(facts, outcome)


def _with_pass_floor(
    rule: ScoringRule, points: Decimal, target: Bounds, actual: Bounds, way: Direction, outcome: Outcome
) -> Outcome:
    floor = rule.method.pass_floor
    if floor is None or outcome.bounds is None:
        return outcome
    rate = interval.divide(actual, target) if way == "higher_is_better" else interval.divide(target, actual)
    if rate is None or rate.low >= floor:
        return outcome
    high = Decimal(0) if rate.high < floor else outcome.bounds.high
    return Outcome(
        Bounds(low=Decimal(0), high=high), (*outcome.steps, f"完成率低于 {methods.shown(floor * 100)}% 不得分")
    )


def _either_reading(
    rule: ScoringRule, points: Decimal, facts: Facts, actual: NumberQuantity, outcome: Outcome
) -> Outcome:
    """“按完成率计分” beside a share: actual ÷ target, or the share itself; a report is held to neither alone."""
    if facts.exact or not rule.completion or actual.unit != _SHARE or outcome.bounds is None:
        return outcome
    return _hull(outcome, methods.ratio_up(points, _ONE, standing(actual, facts)), "“完成率”也可指指标值本身")


def _hull(one: Outcome, other: Outcome, note: str) -> Outcome:
    if one.bounds is None or other.bounds is None or one.bounds == other.bounds:
        return one
    joined = Bounds(low=min(one.bounds.low, other.bounds.low), high=max(one.bounds.high, other.bounds.high))
    return Outcome(joined, (*one.steps, f"{note} → {methods.shown_bounds(joined)}"))


def _doubtful(threshold: Decimal, target: Bounds | None) -> bool:
    """A criterion that speaks of 100 % beside another target most likely means 100 % of that target."""
    return threshold == 100 and target is not None and target != Bounds.exact(threshold)


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
    if late is not None and method.side == "above" and same_time(rule.unit, "天"):
        return _said(
            facts,
            methods.per_step(points, _ZERO, Bounds.exact(late), "above", method.step, method.per, method.counting),
        )
    if facts.met or (method.side == "above" and wording.on_time(facts.actual_text)):
        if method.threshold is None:
            return full(points, _sides(facts, "已达到目标"))
    elif not isinstance(facts.actual, NumberQuantity):
        if facts.actual is None:
            return abstain("no-actual", "没有完成值")
        return abstain("needs-facts", "完成值未说明相差多少")
    return _steps_from_numbers(rule, points, facts)


def _stated_steps(rule: ScoringRule, points: Decimal, facts: Facts, stated: tuple[Decimal, str]) -> Outcome:
    method = rule.method
    off, unit = stated
    side = "below" if wording.below(facts.actual_text) else "above"
    fits = unit == rule.unit or same_time(unit, rule.unit)
    if not fits or method.step is None or method.per is None or (method.side is not None and method.side != side):
        return abstain("needs-facts", "完成情况所说的差距与评分标准的计法不一致")
    return _said(
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
        if _doubtful(method.threshold, read.target):
            return abstain("criterion-unread", "评分标准的满分线与目标值不一致，不能断定按哪一个计")
    if edge is None:
        return abstain("no-target", "评分标准和目标值都没有起算点")
    printed = methods.per_step(points, edge, read.printed, method.side, method.step, method.per, method.counting)
    if printed.bounds == Bounds.exact(points):
        return full(points, _sides(facts, "未超出起算点"))
    outcome = methods.per_step(points, edge, read.actual, method.side, method.step, method.per, method.counting)
    if rule.either_percent and not facts.exact and edge.low > 0 and edge != _HUNDRED:
        outcome = _hull(outcome, _relative_steps(method, points, edge, read.actual), "“%”也可指目标值的百分之几")
    if rule.zero_below is not None and outcome.bounds is not None and read.actual.low < rule.zero_below:
        high = Decimal(0) if read.actual.high < rule.zero_below else outcome.bounds.high
        note = f"低于 {methods.shown(rule.zero_below)} 不得分"
        outcome = Outcome(Bounds(low=Decimal(0), high=high), (*outcome.steps, note))
    return _said(facts, outcome)


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
    count = _shortfall(facts) if rule.event == "shortfall" else _mishaps(rule, facts)
    if count is None:
        return abstain("needs-facts", "完成情况未说明扣分事项发生的次数")
    return _said(facts, methods.per_event(points, Bounds.exact(count), per))


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
    return _said(facts, methods.bands(points, rule.method.bands, read.actual))


def _veto(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    if rule.stated:
        return _said(facts, methods.veto(points, wording.affirmed(facts.actual_text)))
    present = facts.met
    if present is None and not isinstance(facts.target, NumberQuantity):
        present = wording.done(facts.actual_text)
    return _said(facts, methods.veto(points, present))


def _checklist(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    return methods.checklist(points, rule.method.checks, [None] * len(rule.method.checks))


def _qualitative(rule: ScoringRule, points: Decimal, facts: Facts) -> Outcome:
    return by_phrase(points, replace(facts, bands=rule.method.bands or facts.bands))


def _said(facts: Facts, outcome: Outcome) -> Outcome:
    return replace(outcome, steps=(_sides(facts), *outcome.steps))


def _sides(facts: Facts, note: str = "") -> str:
    parts = []
    if facts.target_text:
        parts.append(f"目标 {facts.target_text}")
    if facts.actual_text:
        parts.append(f"完成 {facts.actual_text}")
    if facts.criterion_text:
        text = facts.criterion_text.strip()
        parts.append(text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…")
    if note:
        parts.append(note)
    return "，".join(parts)


_METHODS: dict[str, Callable[[ScoringRule, Decimal, Facts], Outcome]] = {
    "ratio": _ratio,
    "ratio_up": lambda rule, points, facts: _ratio(rule, points, replace(facts, direction="higher_is_better")),
    "ratio_down": lambda rule, points, facts: _ratio(rule, points, replace(facts, direction="lower_is_better")),
    "execution": _execution,
    "per_step": _per_step,
    "per_event": _per_event,
    "bands": _bands,
    "checklist": _checklist,
    "veto": _veto,
    "qualitative": _qualitative,
    "bonus_malus": lambda rule, points, facts: methods.bonus_malus(points),
    "discretionary": lambda rule, points, facts: methods.discretionary(points),
    "unknown": lambda rule, points, facts: abstain("rule-unknown", "来源只列分值，未列计分方法"),
    "group": lambda rule, points, facts: abstain("rule-unknown", "分组，本身不计分"),
}
