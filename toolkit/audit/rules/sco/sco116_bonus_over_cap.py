"""检查什么：加减分是否超过为它设定的分值。

为什么：加减分有上限；超出部分不能计入总分。

依据：报告印出的加减分分值；只由所选标准规定上限的，列为待核实。

何时不报：没有印出上限，标准也没有规定；扣分项；净加分在上限之内。
"""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.advice import cut, effect, less
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative
from toolkit.audit.tally import adjustment_slot, known, slot_cited
from toolkit.audit.wording import about, addition, difference, places, shown
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds


def check(case: Case) -> Iterator[Draft]:
    """One finding at most."""
    scored = [one for one in case.report.adjustments if one.points is not None]
    points = known(one.points for one in scored)
    gained = sum(points, Decimal(0))
    printed = adjustment_slot(case.report)
    cap = printed or case.standard.adjustment_slot or Decimal(0)
    if not points or not 0 < cap < gained:
        return
    over = Bounds.exact(gained - cap)
    first = next(one for one in scored if one.points is not None and one.points.value > 0)
    yield Draft(
        message=f"{about(case, first.points.where if first.points else None, '加减分')}{addition(points, gained)}，"
        f"上限{shown(cap)}，{difference(gained, cap)}",
        where=places(*(one.points for one in scored), slot_cited(case.report)),
        name="加减分",
        severity=Severity.ERROR if printed else Severity.WARNING,
        basis="printed" if printed else "standard",
        expected=f"不高于{shown(cap)}",
        observed=shown(gained),
        advice=cut(over),
        effect=effect(case, less(over)),
        ask="加减分的评分办法",
    )


_SLOT = "部门整体支出绩效自评采用百分制，其中管理效能45分，履职效能50分，工作表现加减分（工作受表彰或批评）5分。"
_LINES = (
    "1.管理效能",
    "（1）资金管理，分值45分，自评得分45分。",
    "2.履职效能",
    "（1）商贸流通，分值50分，自评得分50分。",
)


def _gained(points: str) -> str:
    return narrative(_SLOT, *_LINES, "3.工作表现加减分", f"2022年商贸流通工作受市政府通报表扬，加{points}分。")


RULE = Rule(
    code="SCO116",
    name="bonus-over-cap",
    title="加减分超过上限",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", _gained("6"), "上限5分，加6分", Severity.ERROR),
        Example("fires", _gained("5.5"), "上限5分，加5.5分", Severity.ERROR),
        Example("silent", _gained("2.5"), "未超过"),
        Example("silent", narrative(_SLOT, *_LINES), "没有加减分"),
        Example("near_miss", _gained("5"), "恰为上限"),
    ),
)
