"""检查什么：结余、结转、未支出的金额是否等于预算数减执行数。

为什么：三个数不能同时成立时必有一个有误，结转资金的管理也以它为准。

依据：报告自身印出的数，按印出的精度取区间；区间不相交才是数据矛盾。

何时不报：结余的范围不清楚（只说其中一部分，或分列结转、结余几个数）；没有印出预算数或执行数。
"""

from collections.abc import Iterator

from toolkit.audit.relations import between_budget_figures, broken, revises_budget
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.slips import figures_by_id
from toolkit.audit.specimen import narrative, report
from toolkit.model.case import Case
from toolkit.model.figure import Relation
from toolkit.model.finding import Severity

_COLUMN = 5  # characters at the end of a figure's name: 年初预算数, 全年执行数


def check(case: Case) -> Iterator[Draft]:
    """One finding for each slip."""

    def is_left(relation: Relation) -> bool:
        names = {(figures_by_id(case.ledger)[id_].name or "")[-_COLUMN:] for id_ in relation.operand_ids}
        of_two_columns = len(names) > 1  # what one part of a budget has more than another is no surplus
        between = between_budget_figures(case, relation.operand_ids)
        return between and of_two_columns and not revises_budget(case, relation)

    yield from broken(case, ("difference",), "决算报表", is_left)


_WHOLE = "2022年全年预算数5,321.50万元，全年执行数5,100.00万元，执行率95.84%。"

RULE = Rule(
    code="BUD210",
    name="surplus-arithmetic",
    title="结余与预算、执行不符",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("BUD201", "BUD202", "BUD206"),
    examples=(
        Example("fires", narrative(_WHOLE, "年末结余231.50万元。"), "5321.50-5100=221.50", Severity.ERROR),
        Example(
            "fires",
            report(before="2022年全年预算数200.00万元，实际支出196.00万元。年末结转结余6.00万元。"),
            "200-196=4",
            Severity.ERROR,
        ),
        Example("silent", narrative(_WHOLE, "年末结余221.50万元。"), "相符"),
        Example("silent", narrative(_WHOLE), "没有印出结余"),
        Example("near_miss", narrative(_WHOLE, "其中项目支出结余131.50万元。"), "只是一部分的结余"),
    ),
)
