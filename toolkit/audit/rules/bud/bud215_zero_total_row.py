"""检查什么：资金总额一行为空白或0，而其下各部分有金额。

为什么：总额没有填写，执行率和预算执行得分都按0计算，多为填表疏漏。

依据：报告自身的表格。

何时不报：总额各列都有数；各部分也没有金额；总额本不设此列（各部分该列也为空白）。
"""

from collections.abc import Iterator

from toolkit.audit.money import COLUMNS, amount, name_of, partitions, wholes
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import FUNDS, narrative, report
from toolkit.audit.wording import about, places, words
from toolkit.model.case import Case
from toolkit.model.citation import CitedQuantity
from toolkit.model.finding import Severity
from toolkit.model.record import BudgetRow


def check(case: Case) -> Iterator[Draft]:
    """One finding for each whole, naming the columns."""
    for whole in wholes(case.report):
        rows = [row for parts in partitions(case.report, whole).values() for row in parts]
        empty: dict[str, CitedQuantity] = {}
        for column, label in COLUMNS.items():
            total = amount(whole, column)
            stated = [part for row in rows if (part := amount(row, column)) is not None and part.number.low]
            blank = getattr(whole, column) is None and _is_row(whole)
            if stated and (blank or (total is not None and total.number.low == 0)):
                empty[label] = stated[0].cited
        if not empty:
            continue
        first = whole.label or next(iter(empty.values()))
        parts = "、".join(f"{label}（其中有{words(cited)}）" for label, cited in empty.items())
        yield Draft(
            message=f"{about(case, first.where, name_of(whole))}{parts}为空白或0，其下各部分有金额",
            where=places(first, *empty.values()),
            name=name_of(whole),
            subject=whole.id,
            expected="各部分之和",
            observed="空白或0",
            advice="补填总额，并复核执行率和预算执行得分",
            ask="部门决算报表",
        )


def _is_row(whole: BudgetRow) -> bool:
    """Whether a table prints the whole: running text leaves nothing blank."""
    cited = [getattr(whole, column) for column in COLUMNS if getattr(whole, column) is not None]
    return any(segment.cell is not None for one in cited for segment in one.where.segments)


RULE = Rule(
    code="BUD215",
    name="zero-total-row",
    title="总额空白或为0而各部分有金额",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", report(funds=("年度资金总额|0|0|0|10|0|0", *FUNDS[1:]), total="88.50"), "总额全为0"),
        Example("fires", report(funds=("年度资金总额|200.00||196.00|10|98.00%|9.80", *FUNDS[1:])), "全年预算数空白"),
        Example("silent", report(), "总额齐全"),
        Example("silent", report(funds=FUNDS[:1]), "没有其下各部分"),
        Example(
            "silent",
            narrative("项目资金支出196万元，其中：河道清淤安排150万元，支出146万元；管网安排50万元，支出50万元。"),
            "正文没有说总额",
        ),
        Example(
            "near_miss",
            report(
                funds=(
                    "年度资金总额||200.00|196.00|10|98.00%|9.80",
                    "其中：当年财政拨款||150.00|146.00|||",
                    "其他资金||50.00|50.00|||",
                )
            ),
            "年初预算数一列都是空白",
        ),
    ),
)
