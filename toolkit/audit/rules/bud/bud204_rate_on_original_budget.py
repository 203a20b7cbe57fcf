"""检查什么：执行率是否以年初预算为基数，而所用标准要求以全年（调整后）预算为基数。

为什么：基数不同，执行率和得分不可比。

依据：所选评分标准规定的基数。

何时不报：与全年预算为基数的执行率也相符；没有印出年初预算；标准以年初预算为基数或没有规定。
"""

from collections.abc import Iterator

from toolkit.audit.money import name_of, rate, ratio
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import report
from toolkit.audit.wording import about, percent, places, words
from toolkit.model.case import Case
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding at most: for the whole of the money."""
    bases = {one.method.base for one in case.standard.criteria if one.method.name == "execution"}
    row = case.report.whole_budget
    if row is None or bases != {"revised"}:
        return
    printed, original, revised = rate(row), ratio(row, "original_budget"), ratio(row, "revised_budget")
    if printed is None or original is None or revised is None:
        return
    if not printed.bounds.meets(original) or printed.bounds.meets(revised):
        return
    yield Draft(
        message=f"{about(case, printed.cited.where, name_of(row))}执行率{words(printed.cited)}是以年初预算为基数；"
        f"以全年预算为基数为{percent(revised)}，《{case.standard.title}》以全年预算为基数",
        where=places(row.execution_rate, row.revised_budget, row.original_budget, row.actual_expenditure),
        name=f"{name_of(row)}执行率",
        subject=row.id,
        basis="standard",
        expected=percent(revised),
        observed=words(printed.cited),
        advice=f"执行率按全年预算改为{percent(revised)}，并复核预算执行得分",
        ask="本地区对预算执行率基数的规定",
    )


RULE = Rule(
    code="BUD204",
    name="rate-on-original-budget",
    title="执行率以年初预算为基数",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    yields_to=("BUD201", "BUD202"),
    examples=(
        Example(
            "fires", report(funds=("年度资金总额|200.00|250.00|190.00|10|95.00%|9.50",), total="98.00"), "95%=190÷200"
        ),
        Example(
            "fires", report(funds=("年度资金总额|100.00|120.00|90.00|10|90.00%|9.00",), total="97.50"), "90%=90÷100"
        ),
        Example("silent", report(), "两种基数相同"),
        Example(
            "silent", report(funds=("年度资金总额||250.00|190.00|10|76.00%|7.60",), total="96.10"), "没有印出年初预算"
        ),
        Example(
            "near_miss",
            report(funds=("年度资金总额|200.00|250.00|190.00|10|76.00%|7.60",), total="96.10"),
            "已按全年预算计算",
        ),
    ),
)
