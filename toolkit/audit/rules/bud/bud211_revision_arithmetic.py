"""检查什么：调整后预算数是否等于年初预算数加追加、减调减。

为什么：预算调整是执行率和调整率的依据，几个数不能同时成立时必有一个有误。

依据：报告自身印出的数，按印出的精度取区间；区间不相交才是数据矛盾。

何时不报：追加、调减没有全部印出（既有追加又有调减，或有几次调整）；没有印出年初或调整后预算数。
"""

from collections.abc import Iterator

from toolkit.audit.relations import broken, revises_budget
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative
from toolkit.model.case import Case
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding for each slip."""
    yield from broken(case, ("sum", "difference"), "预算调整批复", lambda relation: revises_budget(case, relation))


_REST = "全年执行数5,100.00万元，执行率95.84%。"

RULE = Rule(
    code="BUD211",
    name="revision-arithmetic",
    title="预算调整前后不符",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("BUD201", "BUD202", "BUD206"),
    examples=(
        Example(
            "fires",
            narrative(f"2022年年初预算数5,000.00万元，年中追加331.50万元，全年预算数5,321.50万元，{_REST}"),
            "5000+331.50=5331.50",
            Severity.ERROR,
        ),
        Example(
            "fires",
            narrative(f"2022年年初预算数5,400.00万元，年中调减88.50万元，全年预算数5,321.50万元，{_REST}"),
            "5400-88.50=5311.50",
            Severity.ERROR,
        ),
        Example(
            "silent",
            narrative(f"2022年年初预算数5,000.00万元，年中追加321.50万元，全年预算数5,321.50万元，{_REST}"),
            "相符",
        ),
        Example("silent", narrative(f"2022年年初预算数5,000.00万元，全年预算数5,321.50万元，{_REST}"), "没有印出追加"),
        Example(
            "near_miss",
            narrative(
                f"2022年年初预算数5,000.00万元，年中追加431.50万元，年中调减100.00万元，全年预算数5,321.50万元，{_REST}"
            ),
            "有追加也有调减",
        ),
    ),
)
