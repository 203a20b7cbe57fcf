"""检查什么：同一名称、年度、范围和单位的数，在文字的两处是否一致。

为什么：同一事项两处不同，必有一处没有核对或没有同步更新。

依据：报告自身印出的数，按印出的精度取区间；区间不相交才是数据矛盾。

何时不报：名称笼统；两处的年度、范围或单位不同；两个数不像同一个数写错（相差一位数字、相邻两位颠倒、多一位少一位）；同一名称有三个以上的数。
"""

from collections.abc import Iterator

from toolkit.audit.relations import broken
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative
from toolkit.audit.twice import conflict_of
from toolkit.model.case import Case
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding for each slip."""
    yield from broken(
        case, ("same_fact",), "该数的统计资料", lambda relation: conflict_of(case, relation) == "two-figures"
    )


RULE = Rule(
    code="CON509",
    name="one-name-two-figures",
    title="同一名称有两个数",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("BUD205", "CON515"),
    examples=(
        Example(
            "fires",
            narrative("2022年全市新增限额以上商贸企业128家。", "全市新增限额以上商贸企业182家，超额完成任务。"),
            "128与182",
            Severity.ERROR,
        ),
        Example(
            "fires",
            narrative("全市农产品网络零售额36.5亿元。", "2022年，全市农产品网络零售额36.8亿元。"),
            "36.5与36.8",
            Severity.ERROR,
        ),
        Example(
            "silent",
            narrative("2022年全市新增限额以上商贸企业128家。", "全市新增限额以上商贸企业128家，超额完成任务。"),
            "相同",
        ),
        Example("silent", narrative("全年培训商贸企业人员128人。", "年底另培训182人。"), "名称不同"),
        Example(
            "near_miss",
            narrative("2021年全市农产品网络零售额36.5亿元。", "2022年全市农产品网络零售额36.8亿元。"),
            "年度不同",
        ),
    ),
)
