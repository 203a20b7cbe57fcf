"""检查什么：印出的人均、户均、平均数是否等于总数除以个数（总数是否等于单位数额乘以个数）。

为什么：平均数和标准是测算的依据，三个数不能同时成立时必有一个有误。

依据：报告自身印出的数，按印出的精度取区间；区间不相交才是数据矛盾。

何时不报：总数与个数不知是否对应；有两个以上的总数或个数；标准有档次或按年、按月计。
"""

from collections.abc import Iterator

from toolkit.audit.relations import broken
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative
from toolkit.model.case import Case
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding for each slip."""
    yield from broken(case, ("average", "product"), "计算平均数所用的统计资料")


RULE = Rule(
    code="CON514",
    name="average-wrong",
    title="平均数计算有误",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("CON501", "CON505"),
    examples=(
        Example(
            "fires", narrative("全年培训120人，支出培训经费24万元，人均2,100元。"), "240000÷120=2000", Severity.ERROR
        ),
        Example(
            "fires",
            narrative("按每人600元的标准补助商贸从业人员200人，共发放补助13万元。"),
            "600×200=120000",
            Severity.ERROR,
        ),
        Example("silent", narrative("全年培训120人，支出培训经费24万元，人均2,000元。"), "相符"),
        Example("silent", narrative("全年培训人均支出2,000元。"), "没有印出总数和个数"),
        Example("near_miss", narrative("全年培训120人、参观80人，支出经费24万元，人均2,100元。"), "不知按多少人平均"),
    ),
)
