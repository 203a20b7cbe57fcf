"""检查什么：目标确定没有完成，该项却得满分。

为什么：这是复核中最常见、影响最直接的问题。

依据：《项目支出绩效评价管理办法》（财预2020年10号文）：未完成的按完成值与指标值的比例记分；报告印有比较符和读得懂的评分标准（或按比例计分的通则）的为数据矛盾，否则待核实。

何时不报：没有比较符而方向又不明；按印出精度或“左右”“约”的幅度可能已完成；单位不可比；
印出的评分标准允许该完成值得满分；按优、良、中、差评分而没有写明界限；预算执行（见SCO113）。
按比例所得四舍五入后恰为满分的，只作提示。
"""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.advice import cut, effect, less
from toolkit.audit.judged import attained, direction, is_execution, judged, score_decimals
from toolkit.audit.printed import ratio_rule_is_printed
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, QUALITY, QUANTITY, report
from toolkit.audit.suspects import score_trace
from toolkit.audit.wording import about, places, shown, span, words
from toolkit.measure.attainment import Attainment
from toolkit.measure.interval import divide, multiply, rounded
from toolkit.model.case import Case
from toolkit.model.citation import CitedNumber, CitedQuantity
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import Indicator
from toolkit.model.scoresheet import LineScore
from toolkit.patterns import regex
from toolkit.text import key

_RATIOS = frozenset({"ratio", "ratio_up", "ratio_down"})
_OF_GRADES = regex("(?:^|;)优|(?:等次|等级|档次):")
_OPERATORS = frozenset({"ge", "gt", "le", "lt", "range"})


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    for line in case.report.scored_leaves:
        points, score, target, actual = line.max_score, line.claimed_score, line.target, line.actual
        if points is None or score is None or target is None or actual is None:
            continue
        if points.value <= 0 or score.value != points.value or is_execution(case, line.id, line.name.value):
            continue
        met = attained(line)
        if met is not None and met.met is False and not _allowed(case, line, score):
            yield _draft(case, line, score, target, actual, met)


def _allowed(case: Case, line: Indicator, score: CitedNumber) -> bool:
    """The line's own rule, other than the ratio, gives full points for this actual, or may: it is of grades."""
    sheet = judged(case, line.id)
    if line.criterion is not None and sheet is not None and sheet.why_not == "criterion-unread":
        return _OF_GRADES.search(key(line.criterion.value)) is not None
    holds = sheet is not None and sheet.recomputed is not None and sheet.recomputed.holds(score.value)
    return holds and sheet is not None and sheet.method not in _RATIOS


def _draft(
    case: Case, line: Indicator, score: CitedNumber, target: CitedQuantity, actual: CitedQuantity, met: Attainment
) -> Draft:
    sheet = judged(case, line.id)
    exact = None if sheet is None or sheet.recomputed is None else _exact(sheet, line, score.value, met)
    over = None if exact is None else Bounds(low=score.value - exact.high, high=score.value - exact.low)
    near = exact is not None and rounded(exact, score_decimals(case, score.value)).holds(score.value)
    printed = _operator_printed(target) and (_by_criterion(line, sheet) or _by_printed_ratio(case, sheet))
    how = f"{shown(score.value)}分按标准为{span(exact, 2)}分" if exact is not None else "按标准不得满分"
    severity = Severity.NOTICE if near else (Severity.ERROR if printed else Severity.WARNING)
    return Draft(
        message=f"{about(case, score.where, line.name.value)}目标{words(target)}，完成{words(actual)}，"
        f"未完成目标，自评{shown(score.value)}分为满分；{how}{'，或为四舍五入' if near else ''}",
        where=places(score, actual, target),
        name=line.name.value,
        subject=line.id,
        severity=severity,
        basis="printed" if printed else "standard" if sheet is not None and sheet.basis == "standard" else "national",
        expected=None if exact is None else span(exact, 2),
        observed=shown(score.value),
        advice=cut(over, 2) if over is not None and not near else "核实完成值；确未完成的按标准扣分",
        effect=effect(case, less(over)) if over is not None else None,
        ask="评分标准中对该指标的容许幅度，或完成值的佐证",
        traces=frozenset({score_trace(line.id)}),
    )


def _by_criterion(line: Indicator, sheet: LineScore | None) -> bool:
    """Whether the line's own criterion gives less: one that is not understood may give full points."""
    return line.criterion is not None and (sheet is None or sheet.why_not != "criterion-unread")


def _by_printed_ratio(case: Case, sheet: LineScore | None) -> bool:
    return sheet is not None and sheet.method in _RATIOS and ratio_rule_is_printed(case)


def _exact(sheet: LineScore, line: Indicator, points: Decimal, met: Attainment) -> Bounds | None:
    """The recomputed score before it was rounded to the claimed one's decimals, where the ratio gives it."""
    if sheet.method not in _RATIOS or met.ratio is None:
        return sheet.recomputed
    share = met.ratio
    if direction(line) == "lower_is_better":
        inverse = divide(Bounds.exact(Decimal(1)), met.ratio)
        share = met.ratio if inverse is None else inverse
    score = multiply(Bounds(low=max(share.low, Decimal(0)), high=min(share.high, Decimal(1))), Bounds.exact(points))
    return score if score.high <= points else sheet.recomputed


def _operator_printed(target: CitedQuantity) -> bool:
    return isinstance(target.value, NumberQuantity) and target.value.comparator in _OPERATORS


_GRADES = """# 云江市水务局2022年度堤防维护项目支出绩效自评表

| 一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 评价等次 | 分值 | 得分 |
|---|---|---|---|---|---|---|
| 产出指标 | 维修堤防 | ≥20公里 | 19.5公里 | 优 | 60 | 60 |
| 效益指标 | 保护人口 | ≥3万人 | 2.4万人 | 良 | 40 | 32 |
| 总分 | | | | | 100 | 92 |
"""

RULE = Rule(
    code="SCO111",
    name="unmet-target-full-score",
    title="目标未完成，得满分",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    examples=(
        Example(
            "fires",
            report(lines=(QUANTITY.replace("1236人次", "1046人次"), *LINES[1:])),
            "1046 < 1200，得20分",
            Severity.WARNING,
        ),
        Example(
            "fires",
            report(lines=(LINES[0], QUALITY.replace("96.5%", "94.9%"), *LINES[2:])),
            "94.9% < 95%，按比例19.98分，四舍五入为20.0分",
            Severity.NOTICE,
        ),
        Example(
            "fires",
            report(
                lines=(QUANTITY.replace("1236人次", "1046人次"), *LINES[1:]),
                after="填表说明：定量指标达到指标值的记满分，未达到的按完成值与指标值的比例记分。",
            ),
            "报告印有按比例记分的通则",
            Severity.ERROR,
        ),
        Example("silent", report(), "满分的各项均已完成"),
        Example("silent", _GRADES, "评为优的得满分"),
        Example(
            "silent",
            report(lines=(QUANTITY.replace("≥1200人次|1236人次", "1200人次左右|1190人次"), *LINES[1:])),
            "在“左右”的幅度之内",
        ),
        Example(
            "near_miss",
            report(lines=(LINES[0], QUALITY.replace("≥95%|96.5%", "≥95%|95%"), *LINES[2:])),
            "恰好完成",
        ),
    ),
)
