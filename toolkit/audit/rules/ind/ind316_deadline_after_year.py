"""检查什么：年度指标值是一个日期，晚于评价年度。

为什么：当年不可能完成的目标，得满分就没有依据；也可能是把中期目标填成了年度目标。

依据：报告的评价年度和所印日期。得满分的为待核实，其余只作提示。

何时不报：没有评价年度；日期没有写年份；日期就在评价年度之内。
"""

from collections.abc import Iterator

from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, TIME, report
from toolkit.audit.wording import about, places, words
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.quantity import DateQuantity


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    cited = case.report.identity.fiscal_year
    if cited is None:
        return
    for line in case.report.leaves:
        target = line.target
        if target is None or not isinstance(target.value, DateQuantity):
            continue
        due = target.value.high or target.value.low or ""
        if not due[:4].isdigit() or int(due[:4]) <= cited.value:
            continue
        points, score = line.max_score, line.claimed_score
        full = points is not None and score is not None and points.value > 0 and score.value == points.value
        yield Draft(
            message=f"{about(case, target.where, line.name.value)}目标为{words(target)}，在{cited.value}年度之后"
            f"{'，自评得满分' if full else ''}",
            where=places(target, cited),
            name=line.name.value,
            subject=line.id,
            severity=Severity.WARNING if full else Severity.NOTICE,
            expected=f"{cited.value}年度之内",
            observed=words(target),
            advice="核对年度目标的时限",
            ask="经批复的绩效目标表",
        )


def _timed(target: str, actual: str, score: str = "10") -> str:
    return report(
        lines=(*LINES[:2], TIME.replace("≥95%|100%|10|10", f"{target}|{actual}|10|{score}"), *LINES[3:]), total=None
    )


RULE = Rule(
    code="IND316",
    name="deadline-after-year",
    title="目标时限晚于评价年度",
    severity=Severity.NOTICE,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", _timed("2023年6月底前", "2022年11月"), "评价2022年度，得满分", Severity.WARNING),
        Example("fires", _timed("2024年12月31日前", "正在实施", "6"), "没有得满分", Severity.NOTICE),
        Example("silent", _timed("2022年12月底前", "2022年11月"), "在年度之内"),
        Example("silent", report(), "没有日期目标"),
        Example("near_miss", _timed("2022年12月31日前", "2023年1月"), "年度最后一天"),
    ),
)
