"""检查什么：全年预算数与年初预算数相差超过30%（可设）而通篇没有说明；年初为0、年中新增的只作提示。

为什么：预算调整幅度大，说明年初编制不准或年中有重大变化，应说明依据。

依据：设定的幅度；报告自身印出的金额。

何时不报：报告任何一处写有预算调整、追加、调减及其原因或依据；没有印出年初预算数。
"""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.money import amount, name_of
from toolkit.audit.printed import cells_beside
from toolkit.audit.reasons import said_of
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import report
from toolkit.audit.wording import about, percent, words
from toolkit.measure.interval import divide, subtract
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.patterns import regex

_SUBJECT = regex(r"调整|追加|调增|调减|压减|核减|追减|收回|增加预算|年中|新增|下达|上年结转")
_CAUSE = regex(
    r"原因|由于|因为|因(?![素此而])|根据|按照|依据|主要|系|用于|批复|通知|文件|政策|上级|中央|省级|财政"
    r"|(?:追[加减]|[调核][增减]|增加|压减)[\d,.]+[万亿]?元[(（](?![）)])"  # 追加80万元（调资30万元、救灾50万元）
)


def check(case: Case) -> Iterator[Draft]:
    """One finding at most: for the whole of the money."""
    row = case.report.whole_budget
    original = None if row is None else amount(row, "original_budget")
    revised = None if row is None else amount(row, "revised_budget")
    if row is None or original is None or revised is None or not revised.number.low:
        return
    added = original.number.low == 0
    change = None if added else divide(subtract(revised.bounds, original.bounds), original.bounds)
    size = None if change is None else _size(change)
    if not added and (size is None or size.low <= case.settings.large_adjustment):
        return
    beside = cells_beside(case.document, revised.cited.where)
    if said_of(case.document, _SUBJECT, _CAUSE) or any(_SUBJECT.search(cell) for cell in beside):
        return
    rate = "" if size is None else f"，调整幅度{percent(size)}"
    yield Draft(
        message=f"{about(case, revised.cited.where, name_of(row))}年初预算{words(original.cited)}，"
        f"全年预算{words(revised.cited)}{rate}{'，为年中新增' if added else ''}，全文未见说明",
        where=(revised.cited.where, original.cited.where),
        name=f"{name_of(row)}预算调整",
        subject=row.id,
        severity=Severity.NOTICE if added else None,
        basis="setting",
        expected="说明调整原因和依据",
        observed=words(revised.cited),
        advice="补充预算调整的原因和批准文件",
        ask="预算调整批复",
    )


def _size(change: Bounds) -> Bounds:
    if change.low >= 0:
        return change
    if change.high <= 0:
        return Bounds(low=-change.high, high=-change.low)
    return Bounds(low=Decimal(0), high=max(-change.low, change.high))


RULE = Rule(
    code="BUD208",
    name="large-adjustment-unexplained",
    title="预算调整幅度大而没有说明",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    yields_to=("BUD201", "BUD205"),
    examples=(
        Example(
            "fires",
            report(funds=("年度资金总额|150.00|200.00|196.00|10|98.00%|9.80",)),
            "调增33.33%，没有说明",
            Severity.WARNING,
        ),
        Example(
            "fires",
            report(funds=("年度资金总额|0|200.00|196.00|10|98.00%|9.80",)),
            "年中新增",
            Severity.NOTICE,
        ),
        Example("silent", report(), "没有调整"),
        Example(
            "silent",
            report(
                funds=("年度资金总额|150.00|200.00|196.00|10|98.00%|9.80",),
                before="年中追加预算50万元，主要用于新增两期节水培训。",
            ),
            "正文有说明",
        ),
        Example("near_miss", report(funds=("年度资金总额|160.00|200.00|196.00|10|98.00%|9.80",)), "调增25%"),
    ),
)
