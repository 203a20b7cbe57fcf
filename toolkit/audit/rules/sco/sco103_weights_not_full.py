"""检查什么：全部指标的分值（含预算执行和加减分的分值）加起来是否等于满分，与总分行印出的分值是否一致。

为什么：分值凑不满或超过满分，得分率和等级都失去基准。

依据：报告印出的满分（百分制、总分行的100分）；报告没有印出而由所选评分标准规定的，只列为待核实。

何时不报：清单不完整；各项得分之和与总分不符（可能漏列一行）；没有列出预算执行一项，所缺恰为10分或20分；
各项按百分制打分再加权；分组分值之和已是满分（错在组内，由SCO104指出）；总分行的分值不含预算执行或加减分；
所缺恰为报告写明的加减分上限，而没有加减分。
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, islice

from toolkit.audit.completeness import counts_hold, full_points, points_fill, scores_fill
from toolkit.audit.printed import cells_beside, finds, texts
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, QUALITY, QUANTITY, narrative, report
from toolkit.audit.suspects import points_behind
from toolkit.audit.tally import (
    Tree,
    adjustment_slot,
    compare,
    entries,
    known,
    scored_out_of_hundred,
    slot_cited,
    total,
)
from toolkit.audit.total_row import total_points
from toolkit.audit.wording import about, addition, difference, places, shown
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.record import Indicator
from toolkit.patterns import regex

_HUNDRED = regex(r"百分制|满分(?:为|值为|[:：])?\s*100|总分(?:值)?(?:为|[:：])?\s*100\s*分")
_SLOT = regex(
    r"加减?分(?:项|事项|因素|情况|指标)?(?:\d{1,2}(?:\.\d+)?分[(（]满分|\D{0,8}?(?<!\d))(\d{1,2}(?:\.\d+)?)\s*分"
)
_EXECUTION = regex(r"执行率|预算执行|资金执行|预算完成率|支出进度")


def check(case: Case) -> Iterator[Draft]:
    """One finding at most: of the full total, else of the total row."""
    yield from islice((*_not_full(case), *_not_as_printed(case)), 1)


def _not_full(case: Case) -> Iterator[Draft]:
    tree = Tree(case.report)
    lines = tree.pointed()
    row = case.report.execution_row
    points = known([*(line.max_score for line in lines), row.max_score if row is not None else None])
    if any(entry.points is None or entry.score is None for entry in entries(case.report)):
        return
    if len(points) < 3 or points_fill(case) or scored_out_of_hundred(case.report):
        return
    if not (scores_fill(case) or counts_hold(case)):
        return
    full = case.standard.total
    slot = adjustment_slot(case.report)
    exact = total(points) + slot
    verdicts = {compare(target, points + extra) for target in full_points(case) for extra in ((), (slot,))}
    if "agrees" in verdicts or _without_execution(case, lines, exact) or exact < full / 2:
        return
    if (not slot and full - exact in _empty_slots(case)) or (exact < full and _told_in_part(case, tree, lines)):
        return
    parts = points + ((slot,) if slot else ())
    printed = _full_is_printed(case)
    severity = Severity.ERROR if printed else Severity.WARNING
    gap = full - exact
    yield Draft(
        message=f"{about(case, lines[0].name.where, '')}全部指标分值{addition(parts, exact)}，应为{shown(full)}，"
        f"{difference(exact, full)}{'，或为四舍五入' if 'rounding' in verdicts else ''}",
        where=places(*(line.max_score for line in lines), slot_cited(case.report)),
        name="分值合计",
        severity=Severity.NOTICE if "rounding" in verdicts else severity,
        basis="printed" if printed else "standard",
        expected=shown(full),
        observed=shown(exact),
        advice="核对各项分值与经批复的指标表，补足或调减至满分",
        ask="经批复的绩效指标表",
        traces=frozenset({f"points-gap:{gap.normalize()}"}) | _groups_fill(case, tree) | points_behind(case, gap),
    )


def _not_as_printed(case: Case) -> Iterator[Draft]:
    """The total row prints other points than the lines of its table make, with or without what stands apart."""
    printed = total_points(case)
    lines = Tree(case.report).pointed()
    if printed is None or scored_out_of_hundred(case.report) or not (points_fill(case) or scores_fill(case)):
        return
    if any(entry.points is None for entry in entries(case.report)):
        return
    within, always = _in_total(case)
    apart = tuple(points for points in (adjustment_slot(case.report), *within) if points)
    for own in (lines, [line for line in lines if printed.block in line.name.where.blocks]):
        points = known(line.max_score for line in own) + always
        sums = [points + extra for size in range(len(apart) + 1) for extra in combinations(apart, size)]
        sums += [points + merits] if (merits := _merits(case)) else []
        if len(points) < 3 or any(compare(printed.value, parts) != "wrong" for parts in sums):
            return
    exact = total(points + tuple(apart)) if points_fill(case) else total(points)
    yield Draft(
        message=f"{about(case, printed.where, '分值合计')}各项分值相加{shown(exact)}，"
        f"总分行印为{shown(printed.value)}，{difference(printed.value, exact)}",
        where=(printed.where, *(line.max_score.where for line in lines if line.max_score is not None)),
        name="分值合计",
        expected=shown(exact),
        observed=shown(printed.value),
        advice="更正总分行的分值，或核对各项分值",
        ask="经批复的绩效指标表",
        traces=frozenset({f"points-gap:{(printed.value - exact).normalize()}"}),
    )


def _told_in_part(case: Case, tree: Tree, lines: tuple[Indicator, ...]) -> bool:
    """Whether the groups have all points and running text tells but some of their lines."""
    return bool(_groups_fill(case, tree)) and any(line.name.where.segments[0].cell is None for line in lines)


def _merits(case: Case) -> tuple[Decimal, ...]:
    """The points of all merits, each of which has a row of its own."""
    limits = known(one.max_score for one in case.report.adjustments)
    return tuple(limit for limit in limits if limit > 0)


def _in_total(case: Case) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    """Points of the execution line of the funds block: those that the total row may hold, and those that it must, since
    the score beside them holds that line's score."""
    row = case.report.execution_row
    points = known([None if row is None else row.max_score])
    scored = row is not None and row.claimed_score is not None and row.claimed_score.value > 0
    return ((), points) if scored and scores_fill(case) else (points, ())


def _without_execution(case: Case, lines: tuple[Indicator, ...], exact: Decimal) -> bool:
    """No execution line is listed, and its usual points are what is missing."""
    if case.report.execution_row is not None or any(_EXECUTION.search(line.name.value) for line in lines):
        return False
    return bool({exact + 10, exact + 20} & full_points(case))


def _empty_slots(case: Case) -> frozenset[Decimal]:
    """Points that the report keeps for merits (加减分项，上限5分), though it may claim none."""
    return frozenset(Decimal(found[1]) for text in texts(case.document) for found in _SLOT.finditer(text))


def _full_is_printed(case: Case) -> bool:
    if finds(case.document, _HUNDRED):
        return True
    claimed = case.report.claimed_total
    beside = () if claimed is None else cells_beside(case.document, claimed.where)
    return any(re.fullmatch(r"100(?:\.0+)?\s*分?", cell.strip()) for cell in beside)


def _groups_fill(case: Case, tree: Tree) -> frozenset[str]:
    groups = tree.children(None)
    captions = known(group.max_score for group in groups)
    row = case.report.execution_row
    extra = known([row.max_score] if row is not None else [])
    sums = {total(captions + extra), total(captions + extra) + adjustment_slot(case.report)}
    if len(captions) != len(groups) or not sums & full_points(case):
        return frozenset()
    return frozenset(f"points-group:{line.id}" for line in case.report.indicators if tree.children(line.id))


RULE = Rule(
    code="SCO103",
    name="weights-not-full",
    title="分值合计不是满分",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("SCO104", "SCO116"),
    examples=(
        Example(
            "fires",
            report(lines=(QUANTITY.replace("|20|20|", "|25|20|"), *LINES[1:])),
            "分值合计105，总分行印有100",
            Severity.ERROR,
        ),
        Example(
            "fires",
            report(lines=(QUANTITY, QUALITY.replace("|20|20|", "|22|20|"), *LINES[2:]), points=""),
            "分值合计102，满分只由评分标准规定",
            Severity.WARNING,
        ),
        Example("fires", report(points="110"), "各项与预算执行合计100，总分行印110", Severity.ERROR),
        Example("silent", report(), "分值合计100"),
        Example("fires", report(points="90"), "总分98.30含预算执行的9.80，分值也应含它的10", Severity.ERROR),
        Example("silent", report(lines=LINES[:3], total=None), "没有总分，清单是否完整无从判断"),
        Example(
            "silent",
            narrative(
                "按百分制自评，总得分93分。加减分项（上限5分）：没有发生。",
                "1.预算编制（满分35分，得33分）。2.预算执行管理（满分35分，得35分）。3.资产管理（满分25分，得25分）。",
            ),
            "分值合计95，所缺恰为没有发生的加减分",
        ),
        Example("near_miss", report(funds=(), total="88.50", points="90"), "没有列出预算执行10分"),
    ),
)
