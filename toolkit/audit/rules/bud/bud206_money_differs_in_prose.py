"""检查什么：文字中的全年预算数、年初预算数、执行数与资金表中的是否一致。

为什么：同一笔钱两处不同，执行率和得分以哪一处为准无从确定。

依据：报告自身印出的数，按印出的精度取区间；区间不相交才是数据矛盾。

何时不报：文字所说的是其中一部分、一种来源或另一年度；文字中的数就是表中另一格的数；文字中有两个以上不同的数；表中的数与本表的各部分或执行率也不符（见BUD201、BUD202）。
"""

from collections.abc import Iterator

from toolkit.audit.relations import broken
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import report
from toolkit.audit.twice import conflict_of
from toolkit.model.case import Case
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding for each slip."""
    yield from broken(
        case, ("same_fact",), "预算批复和决算报表", lambda relation: conflict_of(case, relation) == "budget"
    )


def _prose(text: str) -> str:
    return report(before=text)


RULE = Rule(
    code="BUD206",
    name="money-differs-in-prose",
    title="文字与表中的金额不一致",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("BUD201", "BUD202", "BUD205"),
    examples=(
        Example("fires", _prose("2022年全年预算数210.00万元，已全部下达。"), "文字210，表中200", Severity.ERROR),
        Example("fires", _prose("本项目实际支出186.00万元，均用于培训。"), "文字186，表中196", Severity.ERROR),
        Example("silent", _prose("2022年全年预算数200.00万元，实际支出196.00万元。"), "相同"),
        Example("silent", _prose("全年预算数200万元。"), "印得较粗，区间相交"),
        Example("near_miss", _prose("实际支出146.00万元，其余为其他资金。"), "是表中另一格的数"),
    ),
)
