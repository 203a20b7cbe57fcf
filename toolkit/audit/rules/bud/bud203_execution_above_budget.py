"""检查什么：全年执行数是否超过全年（调整后）预算数。

为什么：预算未经调整不得超支；多为预算调整没有反映，或两列口径不一。

依据：报告自身印出的金额，各按印出末位的一半作为误差。

何时不报：没有印出全年预算数（只与年初预算相比，超过是常见的）；误差之内；金额相差千倍以上（多为单位有误）；印出的执行率由执行数与文中另一个更大的数（可用资金等）得出，说明当年可支的不止这些。
"""

from collections.abc import Iterator

from toolkit.audit.money import Amount, amount, name_of
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.slips import figures_by_id
from toolkit.audit.specimen import FUNDS, narrative, report
from toolkit.audit.wording import about, words
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.record import BudgetRow


def check(case: Case) -> Iterator[Draft]:
    """One finding for each row of money."""
    for row in case.report.budget:
        spent, budget = amount(row, "actual_expenditure"), amount(row, "revised_budget")
        if spent is None or budget is None or spent.bounds.low <= budget.bounds.high:
            continue
        if _is_of_more(case, row, budget):
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


def _is_of_more(case: Case, row: BudgetRow, budget: Amount) -> bool:
    """Whether the rate printed is that of what was spent of another amount, larger than the budget: with what was
    carried over there was more to spend."""
    if row.actual_expenditure is None or row.execution_rate is None:
        return False
    figures = figures_by_id(case.ledger)
    spots = (row.actual_expenditure.where.spots, row.execution_rate.where.spots)
    for relation in case.ledger.relations:
        if relation.type == "ratio" and relation.holds and len(relation.operand_ids) > 1:
            done, base = (figures[id_] for id_ in relation.operand_ids[:2])
            ends = (done.where.spots, figures[relation.result_id].where.spots)
            if ends == spots and base.value is not None and base.value > budget.bounds.high:
                return True
    return False


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
        Example(
            "near_miss",
            narrative(
                "2022年全年预算数5,321.50万元，另有上年结转208.40万元，可用资金5,529.90万元。"
                "全年支出5,421.50万元，执行率98.04%。"
            ),
            "执行率按可用资金计算",
        ),
        Example("silent", report(), "没有超过"),
        Example("silent", report(funds=FUNDS[:1]), "没有超过"),
        Example(
            "near_miss", report(funds=("年度资金总额|190.00|200.00|200.00|10|100.00%|10",), total="98.50"), "恰好用完"
        ),
    ),
)
