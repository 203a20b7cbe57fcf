"""检查什么：“其中”一行的金额是否超过它所属的总额。

为什么：部分不会大于整体，多为数字或单位填错。

依据：报告自身印出的金额，各按印出末位的一半作为误差。

何时不报：误差之内；不止一部分超过总额（错在总额，由BUD201指出）；有负数（冲回、调减）的列；总额为0或空白（见BUD215）。
"""

from collections.abc import Iterator

from toolkit.audit.money import COLUMNS, Amount, amount, name_of, partitions, wholes
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import FUNDS, report
from toolkit.audit.wording import about, words
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.record import BudgetRow


def check(case: Case) -> Iterator[Draft]:
    """One finding for each whole amount that a part exceeds."""
    for whole in wholes(case.report):
        split = partitions(case.report, whole)
        for column in COLUMNS:
            total = amount(whole, column)
            parts = [(row, amount(row, column)) for rows in split.values() for row in rows]
            stated = [(row, part) for row, part in parts if part is not None]
            if total is None or not total.number.low or any((part.number.low or 0) < 0 for _, part in stated):
                continue
            above = [(row, part) for row, part in stated if part.bounds.low > total.bounds.high]
            if len(above) == 1 or (above and all(len(rows) == 1 for rows in split.values())):
                yield _draft(case, whole, column, total, *above[0])


def _draft(case: Case, whole: BudgetRow, column: str, total: Amount, row: BudgetRow, part: Amount) -> Draft:
    return Draft(
        message=f"{about(case, part.cited.where, name_of(row))}{COLUMNS[column]}{words(part.cited)}，"
        f"大于所属“{name_of(whole)}”的{words(total.cited)}",
        where=(part.cited.where, total.cited.where),
        name=f"{name_of(row)}（{COLUMNS[column]}）",
        subject=row.id,
        expected=f"不高于{words(total.cited)}",
        observed=words(part.cited),
        advice="核对两数及其单位，更正其中一处",
        ask="部门决算报表",
    )


RULE = Rule(
    code="BUD214",
    name="sub-rows-exceed-total",
    title="其中项大于总额",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("BUD205",),
    examples=(
        Example(
            "fires",
            report(funds=(FUNDS[0], "其中：当年财政拨款|150.00|250.00|146.00|||", FUNDS[2])),
            "财政拨款250 > 总额200",
            Severity.ERROR,
        ),
        Example(
            "fires",
            report(funds=(FUNDS[0], "其中：当年财政拨款|200.00|200.00|197.50|||")),
            "执行数197.50 > 总额196.00",
            Severity.ERROR,
        ),
        Example("silent", report(), "都不超过"),
        Example("silent", report(funds=FUNDS[:1]), "没有其中项"),
        Example(
            "near_miss",
            report(funds=(FUNDS[0], "其中：当年财政拨款|200.00|200.00|196.00|||")),
            "恰等于总额",
        ),
    ),
)
