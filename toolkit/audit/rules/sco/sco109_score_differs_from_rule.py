"""检查什么：自评得分是否落在按评分标准、指标值和完成值重算的区间内。

为什么：得分应由完成情况推出；推不出时，要么数据有误，要么另有扣分依据没有写明。

依据：报告印出的评分标准（数据矛盾）；报告没有印出而按所选标准或国家办法重算的，或按比例计分而没有印出目标值的，只列为待核实。
完成值的印刷精度计入区间，重算结果按自评得分的小数位四舍五入；舍去尾数、按半分取整的只作提示；
没有印出标准、得分低于比例而原因写明所扣分数的，或写明酌情扣分的，也只作提示。

何时不报：不能重算的行；没有印出评分标准，而扣分原因自己写明按什么扣的（每超1天扣0.5分）；预算执行（见SCO113）；目标已完成而少得分的（见SCO112，或另有扣分原因）；
目标未完成而得满分的（见SCO111）；正文里逐项写的、报告没有印出计分办法的；各项按百分制打分再加权。
"""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.advice import cut, effect, less
from toolkit.audit.judged import attained, by_told_share, half_points, is_execution, truncated
from toolkit.audit.printed import ratio_rule_is_printed, words_of
from toolkit.audit.reasons import lost
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, QUANTITY, report
from toolkit.audit.suspects import points_trace, score_trace
from toolkit.audit.tally import fineness, scored_out_of_hundred
from toolkit.audit.wording import about, places, shown, span, words
from toolkit.measure.interval import rounded
from toolkit.model.case import Case
from toolkit.model.citation import CitedNumber
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.model.record import Indicator
from toolkit.model.scoresheet import LineScore
from toolkit.patterns import regex
from toolkit.text import key

_OWN_RULE = regex(r"每[^,。;\d]{0,8}(?:\d[\d.]*[^,。;\d]{0,6})?[扣减]\d")
_RATIOS = frozenset({"ratio", "ratio_up", "ratio_down"})


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line whose score its rule does not give."""
    if scored_out_of_hundred(case.report):
        return
    lines = {line.id: line for line in case.report.scored_leaves}
    for judged in case.sheet.lines:
        line = lines.get(judged.subject)
        if line is None or line.claimed_score is None or judged.recomputed is None or judged.agrees is not False:
            continue
        if _may_have_rules_of_its_own(case, line, judged):
            continue
        if not is_execution(case, line.id, line.name.value) and not _over_points(line):
            yield from _judge(case, line, line.claimed_score, judged, judged.recomputed)


def _judge(case: Case, line: Indicator, claimed: CitedNumber, judged: LineScore, exact: Bounds) -> Iterator[Draft]:
    score, decimals = claimed.value, fineness(claimed.value)
    result = rounded(exact, decimals)
    if result.holds(score) or (judged.basis != "printed" and by_told_share(line)):
        return
    if judged.basis != "printed" and any(_OWN_RULE.search(key(reason.text.value)) for reason in line.deduction_reasons):
        return
    met = attained(line)
    if score < result.low and met is not None and met.met is True:
        return
    near = truncated(score, exact.low, decimals) or (half_points(case.report) and _nearest_half(exact, score))
    over = score > result.high
    gap = Bounds(low=score - result.high, high=score - result.low)
    name = line.name.value
    yield Draft(
        message=f"{about(case, claimed.where, name)}{_facts(line)}按{_rule(judged)}得{span(result)}分，"
        f"自评{shown(score)}分，{'多' if over else '少'}{span(_size(gap))}分"
        f"{'，或为舍去尾数或按半分取整' if near else ''}",
        where=places(claimed, line.actual, line.target),
        name=name,
        subject=line.id,
        severity=Severity.NOTICE if near else _severity(case, line, judged, over),
        basis=judged.basis or "national",
        expected=span(result),
        observed=shown(score),
        advice=cut(gap) if over and not near else None,
        effect=effect(case, less(gap)),
        ask="该指标的评分细则及得分计算过程",
        traces=frozenset({score_trace(line.id), points_trace(line.id)}),
    )


def _may_have_rules_of_its_own(case: Case, line: Indicator, judged: LineScore) -> bool:
    """Whether a line told in prose lost what no printed rule says: the clerk who tells 扣0.5分 knows which."""
    return line.name.method.startswith("text:") and judged.basis != "printed" and not ratio_rule_is_printed(case)


def _over_points(line: Indicator) -> bool:
    return bool(line.max_score and line.claimed_score and line.claimed_score.value > line.max_score.value)


def _nearest_half(exact: Bounds, score: Decimal) -> bool:
    quarter = Decimal("0.25")
    return exact.low - quarter <= score <= exact.high + quarter


def _size(gap: Bounds) -> Bounds:
    low, high = sorted((abs(gap.low), abs(gap.high)))
    return Bounds(low=low, high=high)


def _severity(case: Case, line: Indicator, judged: LineScore, over: bool) -> Severity:
    if judged.basis == "printed":
        ratio_alone = judged.method in _RATIOS and line.target is None
        return Severity.WARNING if ratio_alone else Severity.ERROR  # nothing printed says of what the actual is a share
    general = judged.method in _RATIOS and line.target is not None and ratio_rule_is_printed(case)
    at_discretion = "酌" in words_of(case, line)
    if not over and (at_discretion or (not general and _tells_loss(line))):
        return Severity.NOTICE  # stricter than the ratio, for a reason that no rule forbids
    return Severity.ERROR if general and not at_discretion else Severity.WARNING


def _tells_loss(line: Indicator) -> bool:
    """Whether the reasons name points, which are what the line lost."""
    told = [one.points.value for one in line.deduction_reasons if one.points is not None]
    return len(told) > 0 and sum(told) == lost(line)


def _rule(judged: LineScore) -> str:
    return {"printed": "报告印出的评分标准", "standard": "所选评分标准"}.get(judged.basis or "", "完成比例")


def _facts(line: Indicator) -> str:
    stated = ((line.target, "目标"), (line.actual, "完成"), (line.max_score, "分值"))
    return "".join(f"{label}{words(cited)}，" for cited, label in stated if cited is not None)


_CRITERION_HEAD = (
    "| 三级指标 | 年度指标值 | 实际完成值 | 评分标准 | 分值 | 自评得分 | 扣分原因 |\n|---|---|---|---|---|---|---|\n"
)


def _with_criterion(score: str) -> str:
    rows = (
        f"| 培训人次 | ≥1200人次 | 1080人次 | 得分=实际完成值/年度指标值×分值 | 50 | {score} | 部分班次未开 |",
        "| 参训人员满意度 | ≥90% | 93% | 得分=实际完成值/年度指标值×分值，超过的得满分 | 50 | 50 | |",
    )
    return "# 云江市商务局2022年度项目支出绩效自评表\n\n" + _CRITERION_HEAD + "\n".join(rows) + "\n"


def _without_target(score: str) -> str:
    row = f"| 设施维修 | | 完成90% | 未完成的按完成比例计分 | 50 | {score} | 部分设施未修 |\n"
    last = "| 参训人员满意度 | ≥90% | 93% | 得分=实际完成值/年度指标值×分值，超过的得满分 | 50 | 50 | |\n"
    return "# 云江市商务局2022年度项目支出绩效自评表\n\n" + _CRITERION_HEAD + row + last


RULE = Rule(
    code="SCO109",
    name="score-differs-from-rule",
    title="得分与评分标准推算不符",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("SCO103", "SCO104", "SCO105", "SCO106", "SCO110", "SCO111", "SCO112", "SCO121"),
    examples=(
        Example("fires", _with_criterion("49"), "1080÷1200×50=45", Severity.ERROR),
        Example(
            "fires",
            report(
                lines=(QUANTITY.replace("1236人次|20|20|", "1080人次|20|19|部分班次未开"), *LINES[1:]), total="97.30"
            ),
            "按完成比例为18分",
            Severity.WARNING,
        ),
        Example("fires", _without_target("49"), "完成90%按完成比例得45，但没有印出目标值", Severity.WARNING),
        Example(
            "fires",
            report(
                lines=(QUANTITY.replace("1236人次|20|20|", "1080人次|20|16|两期未办，扣4分"), *LINES[1:]), total="94.30"
            ),
            "比按完成比例所得的18分低，原因写明扣4分",
            Severity.NOTICE,
        ),
        Example("silent", _with_criterion("45"), "相符"),
        Example("silent", report(), "各项相符或不能重算"),
        Example(
            "silent",
            report(
                lines=(
                    QUANTITY.replace("1236人次|20|20|", "1080人次|20|19|少培训120人次，每少120人次扣1分"),
                    *LINES[1:],
                ),
                total="97.30",
            ),
            "原因里写明了怎样扣分",
        ),
        Example(
            "silent",
            report(
                lines=(QUANTITY.replace("1236人次|20|20|", "1080人次|20|19|两期未办，按分值的5%扣分"), *LINES[1:]),
                total="97.30",
            ),
            "20×(1-5%)=19，原因写明按分值的5%扣分",
        ),
        Example(
            "near_miss",
            report(
                lines=(QUANTITY.replace("1236人次|20|20|", "1000人次|20|16.7|部分班次未开"), *LINES[1:]), total="95.00"
            ),
            "16.67四舍五入为16.7",
        ),
    ),
)
