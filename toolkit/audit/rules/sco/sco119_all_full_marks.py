"""检查什么：是否每一项都得满分。

为什么：全部满分的自评不能说明差异，复核时宜多看几项佐证。

依据：报告自身的得分。

何时不报：计分行少于五行；有任何一项（含预算执行）没有得满分或没有得分。
"""

from collections.abc import Iterator

from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import BENEFIT, FUNDS, LINES, report
from toolkit.audit.tally import entries
from toolkit.audit.wording import about, places, shown
from toolkit.model.case import Case
from toolkit.model.finding import Severity

_FEWEST = 5


def check(case: Case) -> Iterator[Draft]:
    """One finding at most."""
    lines = entries(case.report)
    pairs = [(one.points, one.score) for one in lines if one.points is not None and one.score is not None]
    if len(pairs) < _FEWEST or len(pairs) < len(lines):
        return
    if any(points.value != score.value or points.value <= 0 for points, score in pairs):
        return
    claimed = case.report.claimed_total or pairs[0][1]
    yield Draft(
        message=f"{about(case, claimed.where, '自评得分')}{len(pairs)}项全部得满分，"
        f"合计{shown(sum((score.value for _, score in pairs), start=pairs[0][1].value * 0))}分",
        where=places(claimed),
        name="自评得分",
        basis="setting",
        observed=f"{len(pairs)}项满分",
        advice="抽查几项完成值的佐证",
        ask="主要指标完成值的佐证材料",
    )


_FULL = (*LINES[:3], BENEFIT.replace("76%|30|28.5|部分老旧小区改造滞后，下一步加快改造进度", "82%|30|30|"), LINES[4])
_SPENT = ("年度资金总额|200.00|200.00|200.00|10|100.00%|10",)

RULE = Rule(
    code="SCO119",
    name="all-full-marks",
    title="各项全部满分",
    severity=Severity.NOTICE,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", report(lines=_FULL, funds=_SPENT, total="100"), "六项全部满分", Severity.NOTICE),
        Example("fires", report(lines=_FULL, funds=(), total="90", points="90"), "五项全部满分", Severity.NOTICE),
        Example("silent", report(), "有扣分"),
        Example("silent", report(lines=_FULL[:3], funds=(), total=None), "不足五项"),
        Example("near_miss", report(lines=_FULL, funds=FUNDS, total="99.80"), "预算执行没有得满分"),
    ),
)
