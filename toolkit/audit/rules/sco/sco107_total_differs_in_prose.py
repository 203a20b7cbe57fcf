"""检查什么：文字中的自评总分与表中的总分，或几处文字中的总分，是否一致。

为什么：一份报告只有一个自评总分；两处不同，报送数据以哪一处为准无从确定。

依据：报告自身印出的总分。

何时不报：另一处印得较粗而四舍五入后相同；另一处不是本报告主体的总分；两处各是一张评分表的总分。相差很远、又不像笔误的，
可能说的不是一回事，只作待核实。
"""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.place import place
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import report
from toolkit.audit.tally import fineness, half_up
from toolkit.audit.wording import about, difference, places, shown
from toolkit.measure.misprint import misprinted
from toolkit.model.case import Case
from toolkit.model.citation import CitedNumber
from toolkit.model.finding import Severity

_TWO_VERSIONS = 5  # points


def check(case: Case) -> Iterator[Draft]:
    """One finding for each further total that differs."""
    claimed = case.report.claimed_total
    if claimed is None:
        return
    for other in case.report.other_totals:
        if other.where.spots & claimed.where.spots or _same(claimed.value, other.value):
            continue
        if _is_row(other) and _is_row(claimed):
            continue  # tables of several projects, each with its own total
        first, second = shown(claimed.value), shown(other.value)
        yield Draft(
            message=f"{about(case, other.where, '自评总分')}此处为{second}分，"
            f"{place(case.document, claimed.where)}为{first}分，此处{difference(other.value, claimed.value)}",
            where=places(other, claimed),
            name="自评总分",
            expected=first,
            observed=second,
            advice="核对后统一为一个总分",
            ask="加盖公章的评分表",
            severity=None if _is_close(claimed.value, other.value) else Severity.WARNING,
        )


def _is_row(total: CitedNumber) -> bool:
    """Whether a total stands in the last row of a table of scores."""
    return total.method.startswith("form:")


def _is_close(one: Decimal, other: Decimal) -> bool:
    """Whether two totals differ as two versions or a misprint do; those further apart may be of two things."""
    if abs(one - other) <= _TWO_VERSIONS:
        return True
    return misprinted(*(str(value.normalize()).replace(".", "") for value in (one, other)))


def _same(one: Decimal, other: Decimal) -> bool:
    decimals = min(fineness(one), fineness(other))
    return half_up(one, decimals) == half_up(other, decimals)


def _prose(score: str) -> str:
    return report(before=f"经综合评价，本项目绩效自评得分为{score}分。")


RULE = Rule(
    code="SCO107",
    name="total-differs-in-prose",
    title="两处总分不一致",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", _prose("96.30"), "文字96.30，表中98.30", Severity.ERROR),
        Example("fires", _prose("99.3"), "文字99.3，表中98.30", Severity.ERROR),
        Example("silent", _prose("98.30"), "相同"),
        Example("silent", report(), "只有一处"),
        Example("near_miss", _prose("98.3"), "小数位数不同，数值相同"),
    ),
)
