"""检查什么：扣分原因中写明的分数（或占分值的百分比）之和是否等于实际扣去的分；印有“扣分”一栏的也核对。

为什么：原因所说的分数与得分不一致，得分和原因必有一处有误。

依据：报告自身印出的分数，精确相加；带小数的允许舍入差。

何时不报：有的原因没有写分数（除非写明的已多于扣去的）；原因里写明合计扣的就是实扣；该项已扣完（得0分）；没有写分数。
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from toolkit.audit.losses import shares_lost
from toolkit.audit.mentions import points_lost
from toolkit.audit.printed import text_around
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, narrative, report
from toolkit.audit.suspects import points_trace, score_trace
from toolkit.audit.tally import compare, scored_out_of_hundred
from toolkit.audit.wording import about, addition, difference, places, shown
from toolkit.model.case import Case
from toolkit.model.citation import CitedNumber
from toolkit.model.finding import Severity
from toolkit.model.record import DeductionReason, Indicator
from toolkit.patterns import regex
from toolkit.text import key

_SUMMED = regex(r"(?:合计|共计?|总计|总共|累计)(?:被)?[扣失丢]分?(\d+(?:\.\d+)?)分")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line or group."""
    if scored_out_of_hundred(case.report):
        return
    for line in case.report.indicators:
        if line.max_score is not None and line.claimed_score is not None and line.claimed_score.value > 0:
            yield from _judge(case, line, line.max_score, line.claimed_score)


def _judge(case: Case, line: Indicator, points: CitedNumber, score: CitedNumber) -> Iterator[Draft]:
    gap = points.value - score.value
    named = [one for one in (_told(line), _named(line, points.value)) if one is not None] if gap >= 0 else []
    drafts = (_compared(case, line, points, score, one) for one in named)
    yield from islice((draft for draft in drafts if draft is not None), 1)


def _compared(
    case: Case,
    line: Indicator,
    points: CitedNumber,
    score: CitedNumber,
    named: tuple[list[Decimal], list[CitedNumber], bool],
) -> Draft | None:
    """Points named as lost against those that were lost."""
    gap = points.value - score.value
    parts, cited, complete = named
    total = sum(parts, Decimal(0))
    verdict = compare(gap, parts)
    if verdict == "agrees" or (total <= gap and not complete):
        return None
    # with what this line lost they make up what the text says of a group: 农机失11.8分：执行率扣1.6分；…
    if any(gap + total in points_lost(key(text_around(case.document, one.where))) for one in cited):
        return None
    if gap in parts and any(gap in _summed(case, one) for one in cited):
        return None
    said = addition(parts, total) if len(parts) > 1 else shown(total)
    return Draft(
        message=f"{about(case, score.where, line.name.value)}原因写明扣{said}分，"
        f"分值{shown(points.value)}，自评{shown(score.value)}，实扣{shown(gap)}分，{difference(gap, total)}分"
        f"{'，或为四舍五入' if verdict == 'rounding' else ''}",
        where=places(*cited, score),
        name=line.name.value,
        subject=line.id,
        severity=Severity.NOTICE if verdict == "rounding" else None,
        expected=f"扣{shown(total)}",
        observed=f"扣{shown(gap)}",
        advice=f"得分改为{shown(points.value - total)}，或更正原因中的分数"
        if total <= points.value
        else "更正原因中的分数",
        ask="该项扣分的计算过程",
        traces=frozenset({score_trace(line.id), points_trace(line.id)}),
    )


def _summed(case: Case, cited: CitedNumber) -> list[Decimal]:
    """The points that the words around say were lost in all."""
    return [Decimal(points) for points in _SUMMED.findall(key(text_around(case.document, cited.where)))]


def _told(line: Indicator) -> tuple[list[Decimal], list[CitedNumber], bool] | None:
    """The points that the line says it lost, as `_named` gives those of its reasons."""
    return None if line.deduction is None else ([abs(line.deduction.value)], [line.deduction], True)


def _named(line: Indicator, points: Decimal) -> tuple[list[Decimal], list[CitedNumber], bool] | None:
    """Points named as lost, where they stand, and whether every reason names its own."""
    parts = [_points(reason, points) for reason in line.deduction_reasons]
    stated = [part for part in parts if part is not None]
    if not stated:
        return None
    cited = [reason.points for reason in line.deduction_reasons if reason.points is not None]
    return stated, cited, len(stated) == len(parts)


def _points(reason: DeductionReason, points: Decimal) -> Decimal | None:
    if reason.points is not None:
        return abs(reason.points.value)
    shares = shares_lost(reason.text.value)
    return points * shares[0] if len(shares) == 1 else None


def _row(score: str, reason: str) -> str:
    return report(
        lines=(*LINES[:3], f"效益指标|社会效益指标|节水意识|有效提升|有所提升|30|{score}|{reason}", LINES[4]),
        total=None,
    )


RULE = Rule(
    code="DED402",
    name="reason-points-mismatch",
    title="原因所列扣分与实扣不符",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("SCO101", "SCO102", "SCO103", "SCO104", "SCO105", "SCO109", "SCO111"),
    examples=(
        Example(
            "fires", _row("28", "宣传次数不够，扣1分；宣传内容较旧，扣0.5分"), "1+0.5=1.5，实扣2分", Severity.ERROR
        ),
        Example(
            "fires",
            narrative("（1）采购管理4分，自评得分3.5分，扣分主要原因：采购计划编制不够细，扣0.3分。"),
            "写明0.3，实扣0.5",
            Severity.ERROR,
        ),
        Example(
            "fires",
            narrative("（1）采购管理4分，自评得分3.5分，扣0.5分。因采购计划不细扣0.2分；因采购档案不全扣0.6分。"),
            "写明扣0.5相符，原因0.2+0.6=0.8",
            Severity.ERROR,
        ),
        Example("fires", _row("24", "效果不够明显，按分值的30%扣分"), "30×30%=9，实扣6", Severity.ERROR),
        Example("silent", _row("24", "效果不够明显，扣除分值的20%"), "30×20%=6"),
        Example("silent", _row("28.5", "宣传次数不够，扣1分；宣传内容较旧，扣0.5分"), "相符"),
        Example("silent", _row("28", "宣传次数不够；宣传内容较旧"), "没有写分数"),
        Example("silent", _row("28", "宣传次数不够，扣1分；另有两项扣0.6分、0.4分，合计扣2分"), "合计即实扣"),
        Example("near_miss", _row("28", "宣传次数不够，扣1分；宣传内容较旧"), "另一原因没有写分数，不能判断"),
    ),
)
