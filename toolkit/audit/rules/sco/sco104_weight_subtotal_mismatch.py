"""检查什么：分组印出的分值（含标题中的“(50分)”）是否等于组内各项分值之和。

为什么：分组分值决定各部分的权重，与组内不一致时，小计和得分率都无从核对。

依据：报告自身印出的分值，精确相加；带小数时允许舍入差。

何时不报：组内有指标没有分值；组内各项之和较小而不能证明已全部列出；差额恰为另列的预算执行分值或加减分分值；
组内各项均按100分设置再加权；印出的数恰为组内得分之和（是得分而不是分值）；
上级分值与其下各组分值相加相符（只报最小的一组）；正文里逐项写的，不止一组与组内不符（哪些行归哪组是推断的），
没有别的组相符的只作待核实。
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from toolkit.audit.completeness import blocks_of, nothing_left_over, scores_fill
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.siblings import told_in_text
from toolkit.audit.specimen import BENEFIT, QUALITY, QUANTITY, SATISFACTION, TIME, narrative, report
from toolkit.audit.suspects import points_behind
from toolkit.audit.tally import Entry, Tree, adjustment_slot, compare, known, scored_out_of_hundred, total
from toolkit.audit.wording import about, addition, difference, places, shown
from toolkit.model.case import Case
from toolkit.model.citation import CitedNumber
from toolkit.model.finding import Severity
from toolkit.model.record import Indicator


def check(case: Case) -> Iterator[Draft]:
    """One finding for each group whose own sum of points is wrong."""
    if scored_out_of_hundred(case.report):
        return
    tree = Tree(case.report)
    told: list[Draft] = []
    agreeing = 0
    for group in case.report.indicators:
        lines = tree.pointed(group.id)
        unpointed = any(line.max_score is None for line in (*lines, *tree.scored(group.id)))
        if group.max_score is None or not lines or unpointed:
            continue
        found = list(_judge(case, tree, group, group.max_score, lines))
        if not all(map(told_in_text, lines)):
            yield from found
            continue
        told += found
        agreeing += compare(group.max_score.value, known(line.max_score for line in lines)) == "agrees"
    yield from _of_running_text(told, agreeing)


def _of_running_text(told: list[Draft], agreeing: int) -> Iterator[Draft]:
    """Which lines stand under a group of running text is inferred: one group that its lines do not make, beside others
    that theirs do, is the report's fault, one alone a doubt, several the reading's."""
    wrong = [draft for draft in told if draft.severity is None]
    if len(wrong) > 1:
        return
    yield from told if agreeing else (replace(draft, severity=draft.severity or Severity.WARNING) for draft in told)


def _judge(
    case: Case, tree: Tree, group: Indicator, caption: CitedNumber, lines: tuple[Indicator, ...]
) -> Iterator[Draft]:
    parts = known(line.max_score for line in lines)
    exact = total(parts)
    gap = caption.value - exact
    verdict = compare(caption.value, parts)
    scores = known(line.claimed_score for line in lines)
    if len(scores) == len(lines) and total(scores) == caption.value:
        return
    if exact == 2 * caption.value and all(map(told_in_text, lines)):
        return  # groups of the second level told beside their lines
    if gap > 0 and not scores and group.claimed_score is not None:
        return  # a list of what lost points: the others of the group are not in it
    if verdict == "agrees" or _explained(case, tree, group, caption.value, gap):
        return
    if (gap > 0 and not _all_listed(case, group, lines)) or _each_of_a_hundred(caption.value, parts):
        return
    name = group.name.value
    yield Draft(
        message=f"{about(case, caption.where, name)}组内各项分值{addition(parts, exact)}，"
        f"分组印为{shown(caption.value)}，"
        f"{difference(caption.value, exact)}{'，或为四舍五入' if verdict == 'rounding' else ''}",
        where=places(caption),
        name=name,
        subject=group.id,
        severity=Severity.NOTICE if verdict == "rounding" else None,
        expected=shown(exact),
        observed=shown(caption.value),
        advice="核对分组与各项分值，更正其中一处",
        ask="经批复的绩效指标表",
        traces=frozenset({f"points-group:{group.id}", f"points-gap:{gap.normalize()}"})
        | points_behind(case, gap, [_entry(line) for line in lines]),
    )


def _explained(case: Case, tree: Tree, group: Indicator, caption: Decimal, gap: Decimal) -> bool:
    children = tree.children(group.id)
    printed = [
        child.max_score.value
        if child.max_score is not None
        else total(known(line.max_score for line in tree.pointed(child.id)))
        for child in children
    ]
    if any(tree.children(child.id) for child in children) and compare(caption, printed) == "agrees":
        return True
    row = case.report.execution_row
    elsewhere = known([row.max_score] if row is not None else [])
    return gap in elsewhere or (gap != 0 and gap == adjustment_slot(case.report))


def _all_listed(case: Case, group: Indicator, lines: tuple[Indicator, ...]) -> bool:
    """A missing line would also be missing from the scores."""
    if not nothing_left_over(case, blocks_of(lines)):
        return False
    scores = known(line.claimed_score for line in lines)
    if group.claimed_score is not None and len(scores) == len(lines):
        return compare(group.claimed_score.value, scores) != "wrong"
    return scores_fill(case)


def _each_of_a_hundred(caption: Decimal, parts: tuple[Decimal, ...]) -> bool:
    return caption < 100 and all(part == 100 for part in parts)


def _entry(line: Indicator) -> Entry:
    return Entry(line.id, line.name.value, line.max_score, line.claimed_score)


def _captions(output: str) -> str:
    first = QUANTITY.replace("产出指标", f"产出指标（{output}分）")
    benefit, satisfied = (
        BENEFIT.replace("效益指标", "效益指标（30分）", 1),
        SATISFACTION.replace("指标", "指标（10分）", 1),
    )
    return report(lines=(first, *(line.replace("产出指标", "", 1) for line in (QUALITY, TIME)), benefit, satisfied))


_ROWS = """# 云江市商务局2022年部门整体支出绩效自评表

| 一级指标 | 二级指标 | 三级指标 | 分值 | 自评得分 | 扣分原因 |
|---|---|---|---|---|---|
| 管理效能 | | | {points} | 38 | |
| | 预算管理 | 预算编制 | 20 | 20 | |
| | 预算管理 | 预算调整 | 20 | 18 | 调整次数较多 |
| 履职效能 | | | 60 | 60 | |
| | 产出 | 展会场次 | 60 | 60 | |
| 合计 | | | 100 | 98 | |
"""
_GROUP = "1.管理效能，分值50分，自评得分48.5分。"
_BUYING = "（1）采购管理，分值20分，自评得分18.5分，扣分主要原因：采购计划不够细。"


def _told(output: int, benefit: int) -> str:
    """Groups and lines of running text; 30 and 14 are the points that make 50 and 30."""
    return narrative(
        "1.决策，分值20分，自评得分20分。",
        "（1）立项依据，分值12分，自评得分12分。",
        "（2）目标合理性，分值8分，自评得分8分。",
        "2.产出，分值50分，自评得分50分。",
        f"（1）造林面积，分值{output}分，自评得分{output}分。",
        "（2）成活率，分值20分，自评得分20分。",
        "3.效益，分值30分，自评得分30分。",
        "（1）林农增收，分值16分，自评得分16分。",
        f"（2）林农满意度，分值{benefit}分，自评得分{benefit}分。",
    )


RULE = Rule(
    code="SCO104",
    name="weight-subtotal-mismatch",
    title="分组分值与组内各项之和不符",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", _captions("55"), "产出指标印为55分，组内三项相加50分", Severity.ERROR),
        Example("fires", _ROWS.format(points=45), "管理效能印为45分，组内两项相加40分", Severity.ERROR),
        Example("silent", _captions("50"), "相符"),
        Example("silent", _ROWS.format(points=40), "相符"),
        Example("near_miss", narrative(_GROUP, _BUYING), "组内只列一项，不能说明已全部列出"),
        Example("fires", _told(31, 14), "一组不符，另两组相符", Severity.ERROR),
        Example("silent", _told(31, 15), "几组都不符，多半是各行归错了组"),
    ),
)
