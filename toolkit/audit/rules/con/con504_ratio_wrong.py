"""检查什么：印出的比率（完成率、合格率、倍数等）是否等于相应两个数之比。

为什么：比率是结论，两个数是依据；不能同时成立时必有一个有误。

依据：报告自身印出的数，按印出的精度取区间；区间不相交才是数据矛盾。

何时不报：两个数不在同句紧挨着比率，或另有同类的数，不知以谁为基数；预算执行率（见BUD202）和指标完成率（见IND318）已指出的。
"""

from collections.abc import Iterator

from toolkit.audit.relations import broken
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative
from toolkit.model.case import Case
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding for each slip."""
    yield from broken(case, ("ratio",), "计算比率所用的统计资料")


RULE = Rule(
    code="CON504",
    name="ratio-wrong",
    title="比率或倍数计算有误",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("CON501", "CON505"),
    examples=(
        Example("fires", narrative("抽检样品500批次，合格490批次，合格率97%。"), "490÷500=98%", Severity.ERROR),
        Example("fires", narrative("全年应受理案件40件，办结38件，办结率93%。"), "38÷40=95%", Severity.ERROR),
        Example("silent", narrative("抽检样品500批次，合格490批次，合格率98%。"), "相符"),
        Example("silent", narrative("全年抽检合格率97%。"), "没有印出两个数"),
        Example("near_miss", narrative("发出问卷200张，收回190张，满意率99%。"), "满意率不是收回的比率"),
    ),
)
