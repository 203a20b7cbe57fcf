"""检查什么：成本类指标的完成值远低于目标值（默认不到70%）。

为什么：与超额完成一样，多半是目标定得过宽，也可能是该做的没有做。

依据：设定的比例。只作提示。

何时不报：不是成本、费用、支出、单价类的金额；目标不是“不超过”；已说明原因；目标或完成值为0或约数；预算执行率。
"""

from collections.abc import Iterator

from toolkit.audit.judged import attained, is_execution
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, report
from toolkit.audit.wording import about, percent, places, words
from toolkit.measure import units
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import Indicator
from toolkit.patterns import regex

_COST = regex(r"成本|费用|经费|支出|造价|单价|价格|投资|补助标准")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    limit = case.settings.cost_far_below
    for line in case.report.leaves:
        target, actual, met = line.target, line.actual, attained(line)
        if target is None or actual is None or met is None or met.ratio is None or not _cost(case, line):
            continue
        if met.ratio.high >= limit or met.ratio.low <= 0 or line.deduction_reasons or line.corrective_action:
            continue
        yield Draft(
            message=f"{about(case, actual.where, line.name.value)}目标{words(target)}，完成{words(actual)}，"
            f"只为目标的{percent(met.ratio, 1)}，低于{percent(Bounds.exact(limit), 1)}，目标可能过宽",
            where=places(actual, target),
            name=line.name.value,
            subject=line.id,
            basis="setting",
            expected=f"不低于目标的{percent(Bounds.exact(limit), 1)}",
            observed=percent(met.ratio, 1),
            advice="说明节约的原因，下一年度合理设定目标值",
            ask="成本测算依据和实际支出明细",
        )


def _cost(case: Case, line: Indicator) -> bool:
    value, actual = (None if cited is None else cited.value for cited in (line.target, line.actual))
    if not isinstance(value, NumberQuantity) or not isinstance(actual, NumberQuantity) or actual.approximate:
        return False
    money = (value.unit or "").split("/")[0]
    named = any(_COST.search(text) for text in (line.name.value, line.level1 or "", line.level2 or ""))
    return (
        value.comparator in {"le", "lt"}
        and named
        and units.money(money)
        and not is_execution(case, line.id, line.name.value)
    )


def _spent(target: str, actual: str) -> str:
    cost = f"产出指标|成本指标|教材费用|{target}|{actual}|10|10|"
    return report(lines=(*LINES[:2], cost, *LINES[3:]))


RULE = Rule(
    code="IND325",
    name="cost-far-below-target",
    title="成本远低于目标值",
    severity=Severity.NOTICE,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", _spent("≤30万元", "15.2万元"), "只为目标的50.7%"),
        Example("fires", _spent("≤500元/人", "280元/人"), "只为目标的56%"),
        Example("silent", _spent("≤30万元", "28.6万元"), "在目标附近"),
        Example("silent", _spent("15-30万元", "15.2万元"), "目标是一个范围"),
        Example("near_miss", _spent("≤30万元", "21.5万元"), "71.7%"),
    ),
)
