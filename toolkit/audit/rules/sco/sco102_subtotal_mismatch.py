"""检查什么：一级、二级指标（分组）的自评得分是否等于组内各项得分之和。

为什么：小计错了，总分随之出错；指出最小的一组，更正一处即可。

依据：报告自身印出的数字，舍入差的算法与SCO101相同。

何时不报：组内有计分行没有得分；文字报告中组内分值凑不满本组分值（可能只列了扣分的几项）；
概述中的分组得分不止一个与组内不符（分组可能另有口径）；各项按百分制打分再加权；差额恰为另列的预算执行得分或加减分；上级小计与其下各小计相加相符（只报最小的一组）。
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.completeness import blocks_of, group_is_complete, nothing_left_over, points_fill
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative, report
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
    told = [
        draft
        for group, score, lines in _told(case, tree)
        if not _holds_others(tree, group, score, lines)
        for draft in _judge(case, tree, group, score, lines)
    ]
    wrong = [draft for draft in told if draft.severity is None]
    yield from wrong if len(wrong) == 1 else ()


def _told(case: Case, tree: Tree) -> Iterator[tuple[Indicator, CitedNumber, tuple[Indicator, ...]]]:
    """Groups that a summary in running text gives a score, beside a table that lists all lines of the report."""
    if not points_fill(case):
        return
    for group in case.report.indicators:
        own, lines = group.claimed_score, tree.scored(group.id)
        score = group.told_score or own
        if score is None or not lines or (own is not score and own is not None and own.value == score.value):
            continue
        if own is score and group_is_complete(case, group, lines):
            continue
        apart = score.where.segments[0].cell is None and all(line.name.where.segments[0].cell for line in lines)
        scored = all(line.claimed_score is not None for line in lines) and _fill(group, lines)
        if apart and scored and nothing_left_over(case, blocks_of(lines)):
            yield group, score, lines


def _fill(group: Indicator, lines: tuple[Indicator, ...]) -> bool:
    """Whether the lines have the points of their group, where it prints any."""
    points = known(line.max_score for line in lines)
    return group.max_score is None or len(points) < len(lines) or compare(group.max_score.value, points) != "wrong"


def _holds_others(tree: Tree, group: Indicator, score: CitedNumber, lines: tuple[Indicator, ...]) -> bool:
    """Whether the score may be that of this group and of another which the summary does not tell (效益 with 满意度)."""
    told = {other.name.value for other in tree.children(None) if _is_told(other)} | {group.name.value}
    others: dict[str, Decimal] = defaultdict(Decimal)
    for line in tree.scored():
        if (name := line.level1 or line.name.value) not in told and line.claimed_score is not None:
            others[name] += line.claimed_score.value
    own = total(known(line.claimed_score for line in lines))
    return any(score.value == own + more for more in others.values())


def _is_told(group: Indicator) -> bool:
    score = group.told_score or group.claimed_score
    return score is not None and score.where.segments[0].cell is None


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
            "fires",
            report(before="经自评，总得分98.30分。其中，预算执行得9.80分，产出指标得55分，效益指标得28.5分。"),
            "概述中产出指标55分，表中三项相加50分",
            Severity.ERROR,
        ),
        Example(
            "silent",
            report(before="经自评，总得分98.30分。其中，预算执行得9.80分，产出指标得50分，效益指标得28.5分。"),
            "概述与表相符",
        ),
        Example(
            "near_miss",
            report(before="经自评，总得分98.30分。其中，产出指标得59.80分，效益指标得38.5分。"),
            "概述另按两类归并：产出含预算执行，效益含满意度",
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
