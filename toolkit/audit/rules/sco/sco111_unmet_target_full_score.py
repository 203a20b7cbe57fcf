"""检查什么：目标确定没有完成，该项却得满分。

为什么：这是复核中最常见、影响最直接的问题。

依据：《项目支出绩效评价管理办法》（财预2020年10号文）：未完成的按完成值与指标值的比例记分；报告印有比较符和评分标准的为数据矛盾，否则待核实。

何时不报：没有比较符而方向又不明；按印出精度或“左右”“约”的幅度可能已完成；单位不可比；
印出的评分标准允许该完成值得满分；预算执行（见SCO113）。
"""

from collections.abc import Iterator

from toolkit.audit.advice import cut, effect, less
from toolkit.audit.judged import attained, is_execution, judged
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, QUALITY, QUANTITY, report
from toolkit.audit.suspects import score_trace
from toolkit.audit.tally import fineness
from toolkit.audit.wording import about, places, shown, span, words
from toolkit.measure.interval import rounded
from toolkit.model.case import Case
from toolkit.model.citation import CitedNumber, CitedQuantity
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import Indicator

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
            yield _draft(case, line, score, target, actual)


def _allowed(case: Case, line: Indicator, score: CitedNumber) -> bool:
    """The line's own rule gives full points for this actual."""
    sheet = judged(case, line.id)
    return sheet is not None and sheet.recomputed is not None and sheet.recomputed.holds(score.value)


def _draft(case: Case, line: Indicator, score: CitedNumber, target: CitedQuantity, actual: CitedQuantity) -> Draft:
    sheet = judged(case, line.id)
    result = (
        None if sheet is None or sheet.recomputed is None else rounded(sheet.recomputed, max(2, fineness(score.value)))
    )
    over = None if result is None else Bounds(low=score.value - result.high, high=score.value - result.low)
    printed = _operator_printed(target) and line.criterion is not None
    basis = "printed" if printed else (sheet.basis if sheet is not None and sheet.basis == "standard" else "national")
    how = f"{shown(score.value)}分按标准为{span(result)}分" if result is not None else "按标准不得满分"
    return Draft(
        message=f"{about(case, score.where, line.name.value)}目标{words(target)}，完成{words(actual)}，"
        f"未完成目标，自评{shown(score.value)}分为满分；{how}",
        where=places(score, actual, target),
        name=line.name.value,
        subject=line.id,
        severity=Severity.ERROR if printed else Severity.WARNING,
        basis=basis,
        expected=None if result is None else span(result),
        observed=shown(score.value),
        advice=cut(over) if over is not None else "核实完成值；确未完成的按标准扣分",
        effect=effect(case, less(over)) if over is not None else None,
        ask="评分标准中对该指标的容许幅度，或完成值的佐证",
        traces=frozenset({score_trace(line.id)}),
    )


def _operator_printed(target: CitedQuantity) -> bool:
    return isinstance(target.value, NumberQuantity) and target.value.comparator in _OPERATORS


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
            report(lines=(LINES[0], QUALITY.replace("96.5%", "93.5%"), *LINES[2:])),
            "93.5% < 95%，得20分",
            Severity.WARNING,
        ),
        Example("silent", report(), "满分的各项均已完成"),
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
