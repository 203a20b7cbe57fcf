"""检查什么：印出的占比是否等于部分除以总数。

为什么：占比说明资金和工作的重点，与两个数不符时不能引用。

依据：报告自身印出的数，按印出的精度取区间；区间不相交才是数据矛盾。

何时不报：没有印出总数，或占谁的比不清楚；总数另有所指。
"""

from collections.abc import Iterator

from toolkit.audit.relations import broken
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative
from toolkit.model.case import Case
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding for each slip."""
    yield from broken(case, ("share",), "该数的统计资料")


RULE = Rule(
    code="CON503",
    name="share-wrong",
    title="占比计算有误",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("CON501", "CON505"),
    examples=(
        Example(
            "fires",
            narrative("全年扶持商贸企业800家，其中限额以上企业500家，占66.5%。"),
            "500÷800=62.5%",
            Severity.ERROR,
        ),
        Example("fires", narrative("抽查合格企业60家，占受检企业80家的85%。"), "60÷80=75%", Severity.ERROR),
        Example("silent", narrative("全年扶持商贸企业800家，其中限额以上企业500家，占62.5%。"), "相符"),
        Example("silent", narrative("限额以上企业占比62.5%。"), "没有印出两个数"),
        Example(
            "near_miss",
            narrative("全年扶持商贸企业800家，其中限额以上企业500家，占全市同类企业的40%。"),
            "总数不是前面的800家",
        ),
    ),
)
