"""检查什么：句中各部分相加是否等于总数。

为什么：总数与各部分只要有一个写错，引用这些数的结论都要重核。

依据：报告自身印出的数，按印出的精度取区间；区间不相交才是数据矛盾，只靠较粗的数才能相符的作提示。

何时不报：句中没有说明谁是总数、谁是部分；单位不同；其中几个部分已凑成总数（其余是明细或另一种划分）；列举不完整（其中、等）；已由得分、预算规则或表中合计（见CON516）指出的。
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from toolkit.audit.once import once
from toolkit.audit.relations import broken, in_one_table
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.slips import figures_by_id
from toolkit.audit.specimen import narrative
from toolkit.model.case import Case
from toolkit.model.figure import FigureLedger, Relation
from toolkit.model.finding import Severity

_MOST_PARTS = 12


def check(case: Case) -> Iterator[Draft]:
    """One finding for each sum."""
    yield from broken(case, ("sum",), "该数的统计资料", lambda relation: _is_ours(case, relation))


def _is_ours(case: Case, relation: Relation) -> bool:
    """Not the points of lines and groups, not a column of a table, not parts with their own details among them."""
    points = figures_by_id(case.ledger)[relation.result_id].role == "points"
    return not points and not in_one_table(relation) and not _part_adds(case, relation)


def _part_adds(case: Case, relation: Relation) -> bool:
    """Some of the parts make the whole: the others are details of these, or the same whole parted anew."""
    value = _values(case.ledger)
    whole = value.get(relation.result_id)
    parts = [part for id in relation.operand_ids if (part := value.get(id)) is not None]  # noqa: A001
    if whole is None or not 2 < len(parts) <= _MOST_PARTS:
        return False
    return any(sum(some) == whole for size in range(1, len(parts)) for some in combinations(parts, size))


@once
def _values(ledger: FigureLedger) -> dict[str, Decimal | None]:
    return {figure.id: figure.value for figure in ledger.figures}


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
