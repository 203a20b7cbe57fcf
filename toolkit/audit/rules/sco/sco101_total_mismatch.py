"""检查什么：自评总分是否等于各项得分、预算执行得分与加减分之和。

为什么：总分决定等级和排名，是复核的第一步；差一分也要说明出在哪一项。

依据：报告自身印出的数字。各项得分按印出的数计；各项带小数时，允许“项数×最末一位的一半”的舍入差，在此以内只作提示。

何时不报：清单不完整（没有总分行，分值凑不满，也没有可核对的指标个数）；有计分行没有得分；
各项按百分制打分再加权；差额恰好可能是一行未列出的得分；分值已凑满而另有只印得分的行（分组的得分，或同一项又说一遍）。
"""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.completeness import counts_hold, list_is_complete, points_fill, points_overflow, read_in_part
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import BENEFIT, LINES, QUALITY, QUANTITY, narrative, report
from toolkit.audit.suspects import hint, suspects, traces
from toolkit.audit.tally import (
    Entry,
    Tree,
    compare,
    counted_adjustments,
    entries,
    fineness,
    full_marks,
    half_up,
    known,
    lines_by_id,
    points_of,
    scored_out_of_hundred,
    total,
)
from toolkit.audit.wording import about, addition, difference, places, shown
from toolkit.model.case import Case
from toolkit.model.finding import Severity

_FULL = Decimal(100)


def check(case: Case) -> Iterator[Draft]:
    """One finding at most."""
    claimed = case.report.claimed_total
    lines = entries(case.report)
    scores = known(entry.score for entry in lines)
    if claimed is None or len(scores) < 2 or len(scores) < len(lines) or scored_out_of_hundred(case.report):
        return
    if not list_is_complete(case) or points_overflow(case):
        return
    if points_fill(case) and (read_in_part(case) or any(_has_no_points(case, entry) for entry in lines)):
        return  # scores without points beside lines that fill the whole: those of groups, or of lines told again
    every = (scores, scores + known(adjustment.points for adjustment in case.report.adjustments))
    verdicts = [compare(claimed.value, parts, coarse=True) for parts in every]
    if "agrees" in verdicts or _is_converted(claimed.value, lines, scores):
        return
    parts = scores + counted_adjustments(case.report)
    exact = total(parts)
    gap = claimed.value - exact
    if "rounding" in verdicts:
        yield Draft(
            message=f"{about(case, claimed.where, '自评总分')}{addition(parts, exact)}，报告{shown(claimed.value)}，"
            f"{difference(claimed.value, exact)}，或为四舍五入",
            where=places(claimed),
            name="自评总分",
            severity=Severity.NOTICE,
            expected=shown(exact),
            observed=shown(claimed.value),
        )
        return
    if _a_line_may_be_missing(case, gap):
        return
    found = suspects(case, gap)
    yield Draft(
        message=f"{about(case, claimed.where, '自评总分')}{addition(parts, exact)}，报告{shown(claimed.value)}，"
        f"{difference(claimed.value, exact)}",
        where=places(claimed, *(suspect.entry.score for suspect in found if len(found) == 1)),
        name="自评总分",
        expected=shown(exact),
        observed=shown(claimed.value),
        advice=f"总分改为{shown(exact)}，或更正有误的一项得分",
        ask="加盖公章的评分表",
        hint=hint(case, found),
        traces=traces(found) | {f"gap:{gap.normalize()}"} | _groups_behind(case, claimed.value),
    )


def _is_converted(claimed: Decimal, lines: tuple[Entry, ...], scores: tuple[Decimal, ...]) -> bool:
    """Whether the total is what the scores make of a hundred, where the lines have more or fewer points (116.85 of 120
    is 97.38)."""
    points = known(line.points for line in lines)
    whole = total(points)
    if len(points) < len(lines) or whole in {0, _FULL}:
        return False
    return half_up(total(scores) * _FULL / whole, fineness(claimed)) == claimed


def _has_no_points(case: Case, entry: Entry) -> bool:
    row = case.report.execution_row
    own = entry.subject in full_marks(case.report) or (row is not None and entry.subject == row.id)
    return entry.points is None and not own and not _deducted(case, entry)


def _deducted(case: Case, entry: Entry) -> bool:
    """Whether score and deduction tell the points."""
    line = lines_by_id(case.report).get(entry.subject)
    return line is not None and points_of(line) is not None


def _a_line_may_be_missing(case: Case, gap: Decimal) -> bool:
    """Points do not fill the total, and what is missing would hold the score that is missing."""
    points = total(known(entry.points for entry in entries(case.report)))
    return not points_fill(case) and not counts_hold(case) and 0 < gap <= case.standard.total - points


def _groups_behind(case: Case, claimed: Decimal) -> frozenset[str]:
    """Groups whose printed scores make the total: then the mistake stands in one of them."""
    tree = Tree(case.report)
    row = case.report.execution_row
    groups = tree.children(None)
    printed = known(group.claimed_score for group in groups)
    extra = counted_adjustments(case.report) + known([row.claimed_score] if row is not None else [])
    if len(printed) != len(groups) or compare(claimed, printed + extra) != "agrees":
        return frozenset()
    return frozenset(f"group:{line.id}" for line in case.report.indicators if tree.children(line.id))


_PROSE = "（1）采购管理，分值40分，自评得分38.5分，扣分主要原因：部分采购计划编制不够细。"
_REST = "（2）资产管理，分值60分，自评得分60分。"

RULE = Rule(
    code="SCO101",
    name="total-mismatch",
    title="总分与各项之和不符",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("SCO102", "SCO105", "SCO106", "SCO107", "SCO109", "SCO111", "SCO113", "SCO121"),
    examples=(
        Example("fires", report(total="98.80"), "各项与执行得分之和为98.30", Severity.ERROR),
        Example(
            "fires",
            narrative("2022年部门整体支出绩效自评得分98.8分。", _PROSE, _REST),
            "文字报告，分值合计100，清单完整",
            Severity.ERROR,
        ),
        Example("silent", report(), "98.30相符"),
        Example("silent", report(lines=(QUANTITY, QUALITY, BENEFIT), total=None), "没有总分"),
        Example(
            "silent",
            narrative("2022年部门整体支出绩效自评得分97分。", _PROSE),
            "只列了一项扣分较多的指标，清单不完整",
        ),
        Example("near_miss", report(lines=LINES[:-1], total="98.30", points="90"), "少列一行10分：差额可能就是这一行"),
    ),
)
