"""检查什么：印出的预算执行率是否等于执行数除以预算数（年初预算、全年预算任一为基数相符即可）。

为什么：执行率决定预算执行得分，也是各部门之间比较的主要指标。

依据：报告自身印出的金额和比率，各按印出末位的一半作为误差；区间不相交才是数据矛盾。

何时不报：没有印出执行率或金额；与任一预算基数相符，或与正文中另一笔资金（如到位资金、当年可用资金）相符；执行数超过预算而执行率按100%封顶；只有年初预算而执行数超过它、印出的执行率不超过100%
（另有追加，没有读到）；预算为0。
"""

from collections.abc import Iterator

from toolkit.audit.money import COLUMNS, Amount, amount, name_of, rate, ratio
from toolkit.audit.relations import between_budget_figures, broken, result_of
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import FUNDS, narrative, report
from toolkit.audit.wording import about, percent, words
from toolkit.measure.money_words import FAR_ABOVE
from toolkit.model.case import Case
from toolkit.model.figure import Relation
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.model.record import BudgetRow

_BASES = ("revised_budget", "original_budget")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each row of money."""
    rated = {
        spot
        for relation in case.ledger.relations
        if relation.type == "ratio" and relation.holds
        for spot in result_of(case, relation).where.spots
    }
    for row in case.report.budget:
        printed = rate(row)
        ratios = {base: value for base in _BASES if (value := ratio(row, base)) is not None}
        if printed is None or not ratios or any(_fits(printed, value) for value in ratios.values()):
            continue
        if any(spot in rated for spot in printed.cited.where.spots) or all(
            one.low > FAR_ABOVE for one in ratios.values()
        ):
            continue
        if list(ratios) == ["original_budget"] and ratios["original_budget"].low > 1 >= printed.bounds.high:
            continue  # more was spent than was granted at first: the budget in the end is not read
        yield _draft(case, row, printed, ratios)
    stated = {spot for row in case.report.budget if row.execution_rate for spot in row.execution_rate.where.spots}

    def is_told(relation: Relation) -> bool:
        return between_budget_figures(case, relation.operand_ids) and not relation.where.spots & stated

    yield from broken(case, ("ratio",), "预算执行情况表", is_told)


def _fits(printed: Amount, exact: Bounds) -> bool:
    capped = exact.low >= 1 and printed.number.low == 1
    return printed.bounds.meets(exact) or capped


def _draft(case: Case, row: BudgetRow, printed: Amount, ratios: dict[str, Bounds]) -> Draft:
    base, exact = next(iter(ratios.items()))
    spent, budget = amount(row, "actual_expenditure"), amount(row, base)
    others = "".join(f"；以{COLUMNS[other]}为基数为{percent(value)}" for other, value in list(ratios.items())[1:])
    amounts = [one for one in (spent, budget) if one is not None]
    calculation = " ÷ ".join(words(one.cited) for one in amounts)
    return Draft(
        message=f"{about(case, printed.cited.where, name_of(row))}{calculation} = {percent(exact)}"
        f"（{COLUMNS[base]}为基数）{others}，报告{words(printed.cited)}",
        where=(printed.cited.where, *(one.cited.where for one in amounts)),
        name=f"{name_of(row)}执行率",
        subject=row.id,
        expected=percent(exact),
        observed=words(printed.cited),
        advice=f"执行率改为{percent(exact)}，或更正预算数、执行数",
        ask="预算执行情况表",
    )


RULE = Rule(
    code="BUD202",
    name="execution-rate-wrong",
    title="预算执行率计算有误",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("BUD201", "BUD205"),
    examples=(
        Example(
            "fires",
            report(funds=(FUNDS[0].replace("98.00%", "99.00%"), *FUNDS[1:])),
            "196÷200=98%",
            Severity.ERROR,
        ),
        Example(
            "fires",
            narrative("2022年全年预算数5,321.50万元。2022年全年预算执行数5,100.00万元，执行率96.84%。"),
            "5100÷5321.5=95.84%",
            Severity.ERROR,
        ),
        Example(
            "fires",
            report(before="2022年全年支出196.00万元，预算执行率96.00%。"),
            "文字中的执行率96%，表中196÷200=98%",
            Severity.ERROR,
        ),
        Example("silent", report(before="2022年全年支出196.00万元，预算执行率98.00%。"), "文字与表相符"),
        Example("silent", report(), "相符"),
        Example(
            "silent",
            narrative("2022年全年预算数5,321.50万元。2022年全年预算执行数5,100.00万元，执行率95.84%。"),
            "四舍五入后相符",
        ),
        Example(
            "near_miss",
            report(funds=("年度资金总额|196.00|200.00|190.00|10|96.94%|9.69",), total="98.19"),
            "以年初预算为基数相符",
        ),
    ),
)
