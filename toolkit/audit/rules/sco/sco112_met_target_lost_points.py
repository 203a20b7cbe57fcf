"""检查什么：目标已经完成，该项却少得了分，报告中又找不到扣分原因。

为什么：少给自己打分不是错，但没有说明的扣分同样使得分无从核对。

依据：《项目支出绩效评价管理办法》（财预2020年10号文）：完成指标值的得满分；报告另印评分标准的从其标准。

何时不报：报告任何一处有该项的扣分原因；按印出的评分标准推算相符；按完成值比率打分（见SCO110）；
目标是否完成不能确定；满意度指标；预算执行。
"""

from collections.abc import Iterator

from toolkit.audit.judged import attained, is_execution, judged
from toolkit.audit.reasons import lost, reason_stands
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, QUANTITY, report
from toolkit.audit.suspects import points_trace
from toolkit.audit.wording import about, places, shown, words
from toolkit.model.case import Case
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    for line in case.report.scored_leaves:
        gap, met = lost(line), attained(line)
        if gap is None or met is None or met.met is not True or "满意" in line.name.value:
            continue
        sheet = judged(case, line.id)
        if (sheet is not None and sheet.agrees is True) or is_execution(case, line.id, line.name.value):
            continue
        if reason_stands(case, line) or not (line.claimed_score and line.max_score and line.target and line.actual):
            continue
        score, points = line.claimed_score.value, line.max_score.value
        yield Draft(
            message=f"{about(case, line.claimed_score.where, line.name.value)}目标{words(line.target)}，"
            f"完成{words(line.actual)}，已完成目标；分值{shown(points)}，自评{shown(score)}，少{shown(gap)}，未见扣分原因",
            where=places(line.claimed_score),
            name=line.name.value,
            subject=line.id,
            basis="national",
            expected=shown(points),
            observed=shown(score),
            advice=f"补充扣分原因，或核增{shown(gap)}分",
            ask="该项扣分的依据",
            traces=frozenset({points_trace(line.id)}),
        )


def _scored(score: str, actual: str = "1236人次", reason: str = "") -> str:
    line = QUANTITY.replace("1236人次|20|20|", f"{actual}|20|{score}|{reason}")
    return report(lines=(line, *LINES[1:]), total=None)


RULE = Rule(
    code="SCO112",
    name="met-target-lost-points",
    title="目标已完成，少得分而无原因",
    severity=Severity.NOTICE,
    since="0.1.0",
    check=check,
    yields_to=("SCO103", "SCO104", "SCO110"),
    examples=(
        Example("fires", _scored("18"), "已完成1236人次，扣2分，没有原因", Severity.NOTICE),
        Example("fires", _scored("19.5", "1200人次"), "恰好完成，扣0.5分，没有原因", Severity.NOTICE),
        Example("silent", _scored("20"), "满分"),
        Example("silent", _scored("18", "1236人次", "签到资料保存不全"), "有原因"),
        Example("near_miss", _scored("17.7", "1062人次"), "目标没有完成"),
    ),
)
