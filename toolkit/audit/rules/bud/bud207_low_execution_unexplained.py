"""检查什么：预算执行率低于90%（可设）而通篇没有说明原因。

为什么：执行率偏低须说明原因，这是各地自评的共同要求。

依据：设定的下限；执行率以报告印出的为准，没有印出的按金额计算。

何时不报：报告任何一处在执行、支出进度、结转结余旁写有原因；预算执行一行有偏差原因。
"""

from collections.abc import Iterator

from toolkit.audit.money import name_of, rate, ratio
from toolkit.audit.printed import cells_beside
from toolkit.audit.reasons import said_of
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import report
from toolkit.audit.wording import about, percent, span, words
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.model.record import BudgetRow
from toolkit.patterns import regex

_SUBJECT = regex(r"执行|支出进度|支付|结转|结余|未使用|用款|资金使用|拨付|剩余")
_CAUSE = regex(
    r"原因|由于|因为|因(?![素此而])|受.{1,20}影响|主要是|主要为|未能|未达|未完成|未支?付|未结算|尚未|前松后紧|[偏较缓迟]慢|滞后|推迟|延期|暂缓|节约|节省|收回|压减|核减|待[^,。;]{1,10}(?:后|再|支付|结算|拨付)|尾款|质保金|跨年|(?<!不)少于|取消|流标|未实施"
)
_EXECUTION = regex(r"执行率|执行进度|预算执行")


def check(case: Case) -> Iterator[Draft]:
    """One finding at most: for the whole of the money."""
    row = case.report.whole_budget
    if row is None:
        return
    printed = rate(row)
    exact = printed.bounds if printed is not None else ratio(row, "revised_budget")
    floor = case.settings.low_execution
    if exact is None or exact.high >= floor or _explained(case, row):
        return
    cited = row.execution_rate or row.actual_expenditure or row.revised_budget
    shown = words(printed.cited) if printed is not None else percent(exact)
    yield Draft(
        message=f"{about(case, cited.where if cited else None, name_of(row))}预算执行率{shown}，"
        f"低于{span(Bounds.exact(floor * 100))}%，全文未见原因说明",
        where=(cited.where,) if cited is not None else (),
        name=f"{name_of(row)}执行率",
        subject=row.id,
        basis="setting",
        expected=f"不低于{span(Bounds.exact(floor * 100))}%，或说明原因",
        observed=shown,
        advice="补充执行率偏低的原因和改进措施",
        ask="支出进度和结转结余的说明",
    )


def _explained(case: Case, row: BudgetRow) -> bool:
    if said_of(case.document, _SUBJECT, _CAUSE):
        return True
    lines = (line for line in case.report.indicators if _EXECUTION.search(line.name.value))
    if any(line.deduction_reasons or line.corrective_action for line in lines):
        return True
    cited = row.actual_expenditure or row.revised_budget
    beside = () if cited is None else cells_beside(case.document, cited.where)
    return any(_CAUSE.search(cell) for cell in beside)


_LOW = ("年度资金总额|200.00|200.00|150.00|10|75.00%|7.50",)

RULE = Rule(
    code="BUD207",
    name="low-execution-unexplained",
    title="执行率偏低而没有说明",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    yields_to=("BUD201", "BUD202"),
    examples=(
        Example("fires", report(funds=_LOW, total="96.00"), "75%，没有说明"),
        Example("fires", report(funds=("年度资金总额|200.00|200.00|150.00|||",), total=None), "150÷200=75%，没有说明"),
        Example("silent", report(), "98%"),
        Example(
            "silent",
            report(funds=_LOW, total="96.00", after="预算执行率偏低，主要原因是第四季度工程尾款尚未达到支付条件。"),
            "正文有原因",
        ),
        Example(
            "near_miss", report(funds=("年度资金总额|200.00|200.00|180.00|10|90.00%|9.00",), total="97.50"), "恰为90%"
        ),
    ),
)
