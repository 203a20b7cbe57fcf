"""检查什么：句中各部分相加是否等于总数。

为什么：总数与各部分只要有一个写错，引用这些数的结论都要重核。

依据：报告自身印出的数，按印出的精度取区间；区间不相交才是数据矛盾，只靠较粗的数才能相符的作提示。

何时不报：句中没有说明谁是总数、谁是部分；单位不同；其中几个部分已凑成总数（其余是明细或另一种划分）；列举不完整（其中、等）；总数是报告的预算或执行（见BUD201）；已由得分、预算规则或表中合计（见CON516）指出的。
"""

from collections.abc import Iterator

from toolkit.audit.relations import broken, in_one_table, makes_the_total, part_adds, parts_of_budget
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.slips import figures_by_id
from toolkit.audit.specimen import narrative
from toolkit.model.case import Case
from toolkit.model.figure import Relation
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding for each sum."""
    yield from broken(case, ("sum",), "该数的统计资料", lambda relation: _is_ours(case, relation))


def _is_ours(case: Case, relation: Relation) -> bool:
    """Not the points of lines and groups, not a column of a table, not parts with their own details among them."""
    points = figures_by_id(case.ledger)[relation.result_id].role == "points"
    theirs = points or in_one_table(relation) or makes_the_total(case, relation)
    return not (theirs or part_adds(case, relation) or parts_of_budget(case, relation))


RULE = Rule(
    code="CON501",
    name="sum-wrong",
    title="各部分之和与总数不符",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("CON506", "CON512", "CON516"),
    examples=(
        Example(
            "fires",
            narrative("全年培训企业人员共1,250人，其中：线上培训800人，线下培训350人。"),
            "800+350=1150",
            Severity.ERROR,
        ),
        Example(
            "fires",
            narrative("纳入预算管理单位共5个，其中：行政单位1个，公益一类事业单位3个。"),
            "1+3=4",
            Severity.ERROR,
        ),
        Example("silent", narrative("全年培训企业人员共1,150人，其中：线上培训800人，线下培训350人。"), "相符"),
        Example("silent", narrative("全年培训企业人员1,250人，举办展会8场。"), "没有相加的关系"),
        Example("near_miss", narrative("全年培训企业人员共1,250人，其中线上培训800人。"), "只列其中一部分"),
    ),
)
