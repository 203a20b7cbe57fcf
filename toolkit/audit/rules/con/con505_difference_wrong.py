"""检查什么：印出的差额（增加、减少、超额、结余、个百分点等）是否等于两个数之差。

为什么：差额与两个数不能同时成立时必有一个有误。

依据：报告自身印出的数，按印出的精度取区间；区间不相交才是数据矛盾。

何时不报：只印出两个数；差额另有口径（剔除、可比）；方向与两数的大小相反。
"""

from collections.abc import Iterator

from toolkit.audit.relations import broken
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative
from toolkit.model.case import Case
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding for each slip."""
    yield from broken(case, ("difference",), "两个数的统计资料")


RULE = Rule(
    code="CON505",
    name="difference-wrong",
    title="差额计算有误",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("CON501",),
    examples=(
        Example("fires", narrative("全市在建商贸项目从10个增加到15个，增加6个。"), "15-10=5", Severity.ERROR),
        Example("fires", narrative("产业增速由5.0%提高到8.0%，提高4.0个百分点。"), "8.0-5.0=3.0", Severity.ERROR),
        Example("silent", narrative("全市在建商贸项目从10个增加到15个，增加5个。"), "相符"),
        Example("silent", narrative("全市在建商贸项目15个，比上年增加6个。"), "没有印出上年的数"),
        Example("near_miss", narrative("全市在建商贸项目从10个增加到15个，同口径增加4个。"), "同口径的差额"),
    ),
)
