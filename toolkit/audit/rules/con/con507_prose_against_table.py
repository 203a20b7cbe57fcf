"""检查什么：同一事项的数在文字和表中是否一致。

为什么：同一事项两处不同，必有一处没有核对或没有同步更新。

依据：报告自身印出的数，按印出的精度取区间；区间不相交才是数据矛盾。

何时不报：名称不足以认定是同一事项；文字所说的是目标、计划、上年或其中一部分；文字中的数就是表中同一行的另一个数；文字中同一名称有两个以上的数；预算和执行的金额（见BUD206）。
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
        case, ("same_fact",), "该数的统计资料", lambda relation: conflict_of(case, relation) == "prose-table"
    )


def _prose(text: str) -> str:
    return report(before=text)


RULE = Rule(
    code="CON507",
    name="prose-against-table",
    title="文字与表中的数不一致",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("BUD205", "BUD206", "CON515"),
    examples=(
        Example("fires", _prose("2022年节水器具覆盖率为78%。"), "文字78%，表中76%", Severity.ERROR),
        Example("fires", _prose("参训人员满意度为95.2%。"), "文字95.2%，表中94.2%", Severity.ERROR),
        Example(
            "fires", _prose("参训人员满意度，实际完成61%。"), "名称就是表中的指标名，相差再大也是它", Severity.ERROR
        ),
        Example("fires", _prose("“参训人员满意度”经测算为61%。"), "名称带引号，词语不同", Severity.ERROR),
        Example("silent", _prose("2022年节水器具覆盖率为76%。"), "相同"),
        Example("silent", _prose("全市节水型单位覆盖率为78%。"), "名称不同"),
        Example("near_miss", _prose("参训人员满意度上年为61%。"), "上年的"),
        Example(
            "near_miss", _prose("节水器具覆盖率的年度目标为85%，2022年节水器具覆盖率达到80%。"), "80%是同一行的目标值"
        ),
    ),
)
