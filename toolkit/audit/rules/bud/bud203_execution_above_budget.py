"""检查什么：全年执行数是否超过全年（调整后）预算数。

为什么：预算未经调整不得超支；多为预算调整没有反映，或两列口径不一。

依据：报告自身印出的金额，各按印出末位的一半作为误差。

何时不报：没有印出全年预算数（只与年初预算相比，超过是常见的）；误差之内；金额相差千倍以上（多为单位有误）。
"""

from collections.abc import Iterator

from toolkit.audit.money import amount, name_of
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import FUNDS, narrative, report
from toolkit.audit.wording import about, words
from toolkit.model.case import Case
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding for each row of money."""
    for row in case.report.budget:
        spent, budget = amount(row, "actual_expenditure"), amount(row, "revised_budget")
        if spent is None or budget is None or spent.bounds.low <= budget.bounds.high:
            continue
        if budget.bounds.high > 0 and spent.bounds.low >= budget.bounds.high * 900:
            continue
        yield Draft(
            message=f"{about(case, spent.cited.where, name_of(row))}全年执行数{words(spent.cited)}，"
            f"超过全年预算数{words(budget.cited)}",
            where=(spent.cited.where, budget.cited.where),
            name=name_of(row),
            subject=row.id,
            expected=f"不高于{words(budget.cited)}",
            observed=words(spent.cited),
            advice="核对预算调整是否已计入全年预算数",
            ask="预算调整（追加）批复",
        )


RULE = Rule(
    code="BUD203",
    name="execution-above-budget",
    title="执行数超过预算数",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    yields_to=("BUD201", "BUD202", "BUD205", "BUD213"),
    examples=(
        Example(
            "fires", report(funds=("年度资金总额|200.00|200.00|206.00|10|103.00%|10",), total="98.50"), "206 > 200"
        ),
        Example(
            "fires",
            narrative("2022年全年预算数5,321.50万元。2022年全年预算执行数5,421.50万元，执行率101.88%。"),
            "5421.50 > 5321.50",
        ),
        Example("silent", report(), "没有超过"),
        Example("silent", report(funds=FUNDS[:1]), "没有超过"),
        Example(
            "near_miss", report(funds=("年度资金总额|190.00|200.00|200.00|10|100.00%|10",), total="98.50"), "恰好用完"
        ),
    ),
)
