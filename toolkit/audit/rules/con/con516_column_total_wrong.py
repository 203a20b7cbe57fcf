"""检查什么：表中合计、小计行（列）是否等于它所加总的各行（列）。

为什么：表是各处文字的来源，合计有误会传到全文。

依据：报告自身印出的数，按印出的精度取区间；区间不相交才是数据矛盾，只靠较粗的数才能相符的作提示。

何时不报：有单价、比率、编号一类不能相加的列；行有层次（其中、编号、缩进、合并单元格）；有的行没有印出数；自评总分（见SCO101）；得分、分值和预算已由相应规则指出的。
"""

from collections.abc import Iterator

from toolkit.audit.relations import broken, in_one_table, makes_the_total
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.slips import figures_by_id
from toolkit.audit.specimen import narrative
from toolkit.model.case import Case
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding for each slip."""
    figures = figures_by_id(case.ledger)
    yield from broken(
        case,
        ("sum",),
        "该表的统计资料",
        lambda relation: (
            in_one_table(relation)
            and figures[relation.result_id].role != "points"
            and not makes_the_total(case, relation)
        ),
    )


_TABLE = "| 培训班 | 期数（期） | 人数（人） |\n|---|---|---|\n| 管理班 | 3 | {first} |\n| 业务班 | 5 | 250 |\n"


def _table(total: str, first: str = "120") -> str:
    return narrative("各类培训班举办情况如下：", _TABLE.format(first=first) + total)


RULE = Rule(
    code="CON516",
    name="column-total-wrong",
    title="表中合计与各行不符",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", _table("| 合计 | 8 | 380 |"), "120+250=370", Severity.ERROR),
        Example("fires", _table("| 合计 | 9 | 370 |"), "3+5=8", Severity.ERROR),
        Example("silent", _table("| 合计 | 8 | 370 |"), "相符"),
        Example("silent", _table("| 进修班 | 2 | 30 |"), "没有合计"),
        Example("near_miss", _table("| 合计 | 8 | 380 |", "—人以内"), "一行没有印出人数"),
    ),
)
