"""检查什么：印出的增减幅度是否等于本期数与上期数之比减一。

为什么：增减幅度常被直接引用，三个数不能同时成立时必有一个有误。

依据：报告自身印出的数，按印出的精度取区间；区间不相交才是数据矛盾。

何时不报：只印出两个数；年均、累计、同口径、扣除因素后的幅度；方向与两数的大小相反。
"""

from collections.abc import Iterator

from toolkit.audit.relations import broken
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative
from toolkit.model.case import Case
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding for each slip."""
    yield from broken(case, ("growth",), "两期的统计资料")


RULE = Rule(
    code="CON502",
    name="growth-wrong",
    title="增减幅度计算有误",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("CON501", "CON505"),
    examples=(
        Example(
            "fires",
            narrative("工业总产值由2017年1,400亿元增至2021年2,253亿元，增长61.9%。"),
            "2253÷1400-1=60.93%",
            Severity.ERROR,
        ),
        Example(
            "fires", narrative("全市节水改造后用水量由200吨下降到150吨，下降35%。"), "1-150÷200=25%", Severity.ERROR
        ),
        Example("silent", narrative("工业总产值由2017年1,400亿元增至2021年2,253亿元，增长60.9%。"), "四舍五入后相符"),
        Example("silent", narrative("全市工业总产值同比增长8.2%。"), "没有印出两期的数"),
        Example(
            "near_miss",
            narrative("工业总产值由2017年1,400亿元增至2021年2,253亿元，年均增长12.6%。"),
            "年均增长不是总的增幅",
        ),
    ),
)
