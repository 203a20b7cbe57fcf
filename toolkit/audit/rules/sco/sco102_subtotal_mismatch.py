"""检查什么：一级、二级指标（分组）的自评得分是否等于组内各项得分之和。

为什么：小计错了，总分随之出错；指出最小的一组，更正一处即可。

依据：报告自身印出的数字，舍入差的算法与SCO101相同。

何时不报：组内有计分行没有得分；文字报告中组内分值凑不满本组分值（可能只列了扣分的几项）；
各项按百分制打分再加权；差额恰为另列的预算执行得分或加减分；上级小计与其下各小计相加相符（只报最小的一组）。
"""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.completeness import group_is_complete
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative
from toolkit.audit.suspects import Suspect, hint, suspects, traces
from toolkit.audit.tally import Entry, Tree, compare, known, scored_out_of_hundred, total
from toolkit.audit.wording import about, addition, difference, places, shown
from toolkit.model.case import Case
from toolkit.model.citation import CitedNumber
from toolkit.model.finding import Severity
from toolkit.model.record import Indicator


def check(case: Case) -> Iterator[Draft]:
    """One finding for each group whose own sum is wrong."""
    if scored_out_of_hundred(case.report):
        return
    tree = Tree(case.report)
    for group in case.report.indicators:
        lines = tree.scored(group.id)
        if group.claimed_score is not None and group_is_complete(case, group, lines):
            yield from _judge(case, tree, group, group.claimed_score, lines)


def _judge(
    case: Case, tree: Tree, group: Indicator, subtotal: CitedNumber, lines: tuple[Indicator, ...]
) -> Iterator[Draft]:
    claimed, parts = subtotal.value, known(line.claimed_score for line in lines)
    exact = total(parts)
    verdict = compare(claimed, parts, coarse=True)
    if verdict == "agrees" or not parts or _explained(case, tree, group, claimed, claimed - exact):
        return
    name = group.name.value
    sentence = (
        f"{about(case, subtotal.where, name)}组内各项{addition(parts, exact)}，"
        f"小计{shown(claimed)}，{difference(claimed, exact)}"
    )
    found: tuple[Suspect, ...] = ()
    if verdict == "wrong":
        within = [Entry(line.id, line.name.value, line.max_score, line.claimed_score) for line in lines]
        found = suspects(case, claimed - exact, within)
    else:
        sentence += "，或为四舍五入"
    yield Draft(
        message=sentence,
        where=places(subtotal),
        name=name,
        subject=group.id,
        severity=None if verdict == "wrong" else Severity.NOTICE,
        expected=shown(exact),
        observed=shown(claimed),
        advice=None if verdict == "rounding" else f"小计改为{shown(exact)}，或更正组内有误的一项",
        hint=hint(case, found),
        traces=traces(found) | {f"group:{group.id}", f"gap:{(claimed - exact).normalize()}"},
    )


def _explained(case: Case, tree: Tree, group: Indicator, claimed: Decimal, gap: Decimal) -> bool:
    children = tree.children(group.id)
    printed = [
        child.claimed_score.value
        if child.claimed_score is not None
        else total(known(line.claimed_score for line in tree.scored(child.id)))
        for child in children
    ]
    nested = any(tree.children(child.id) for child in children)
    if nested and compare(claimed, printed) == "agrees":
        return True
    row = case.report.execution_row
    elsewhere = known([row.claimed_score] if row is not None else [])
    elsewhere += known(adjustment.points for adjustment in case.report.adjustments)
    return gap in elsewhere


RULE = Rule(
    code="SCO102",
    name="subtotal-mismatch",
    title="小计与组内各项之和不符",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("SCO105", "SCO106", "SCO109", "SCO111", "SCO113", "SCO121"),
    examples=(
        Example(
            "fires",
            narrative(
                "2022年部门整体支出绩效自评得分97.5分。",
                "1.管理效能，分值50分，自评得分47.5分。",
                "（1）采购管理，分值20分，自评得分18.5分，扣分主要原因：采购计划不够细。",
                "（2）资产管理，分值30分，自评得分30分。",
                "2.履职效能，分值50分，自评得分50分。",
                "（1）推进商贸流通，分值50分，自评得分50分。",
            ),
            "管理效能下两项相加为48.5",
            Severity.ERROR,
        ),
        Example(
            "fires",
            "\n".join(
                (
                    "# 云江市商务局2022年部门整体支出绩效自评表",
                    "",
                    "| 一级指标 | 二级指标 | 三级指标 | 分值 | 自评得分 | 扣分原因 |",
                    "|---|---|---|---|---|---|",
                    "| 管理效能 | | | 40 | 39 | |",
                    "| | 预算管理 | 预算编制 | 20 | 20 | |",
                    "| | 预算管理 | 预算调整 | 20 | 18 | 调整次数较多 |",
                    "| 履职效能 | | | 60 | 60 | |",
                    "| | 产出 | 展会场次 | 60 | 60 | |",
                    "| 合计 | | | 100 | 98 | |",
                )
            ),
            "管理效能下两项相加为38",
            Severity.ERROR,
        ),
        Example(
            "silent",
            narrative(
                "1.管理效能，分值50分，自评得分48.5分。",
                "（1）采购管理，分值20分，自评得分18.5分，扣分主要原因：采购计划不够细。",
                "（2）资产管理，分值30分，自评得分30分。",
            ),
            "相符",
        ),
        Example(
            "silent",
            narrative("1.管理效能，分值50分，自评得分48.5分。", "2.履职效能，分值50分，自评得分50分。"),
            "没有下级指标",
        ),
        Example(
            "near_miss",
            narrative(
                "1.管理效能，分值50分，自评得分48.5分。",
                "（1）采购管理，分值20分，自评得分18.5分，扣分主要原因：采购计划不够细。",
            ),
            "组内分值只有20分，不是全部指标",
        ),
    ),
)
