"""检查什么：同一笔金额在两处印出的单位不同，相差一千、一万或一亿倍。

为什么：单位有误会使合计、比率和比较全部失真。

依据：报告自身印出的数，按印出的精度取区间；区间不相交才是数据矛盾。

何时不报：没有印出单位的（见CON515）；两处相差不是恰好一千、一万或一亿倍。
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
        case, ("same_fact",), "预算批复和决算报表", lambda relation: conflict_of(case, relation) == "scale"
    )


def _prose(text: str) -> str:
    return report(before=text)


RULE = Rule(
    code="BUD205",
    name="money-unit-conflict",
    title="同一金额相差千倍、万倍",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", _prose("2022年全年预算数200.00元，已全部下达。"), "文字200元，表中200万元", Severity.ERROR),
        Example("fires", _prose("本项目实际支出196.00亿元。"), "文字196亿元，表中196万元", Severity.ERROR),
        Example("silent", _prose("2022年全年预算数2,000,000.00元。"), "换算后相同"),
        Example("silent", report(), "只有一处"),
        Example("near_miss", _prose("2022年全年预算数200.00万元。"), "单位相同"),
    ),
)
