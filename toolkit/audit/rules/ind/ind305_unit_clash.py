"""检查什么：目标值与完成值的单位属于不同的量：28.8万元对95%，12场对80人。

为什么：两个数无从比较，必有一个填错了栏或漏了单位。

依据：两处所印的单位。单位都印在自己格内的为数据矛盾；有一处取自表头或单位栏的为待核实。

何时不报：有一边没有单位；计数单位不同（个、家、场）；同一种量的不同单位（公里、米）；单位不认识；约数、范围以外说不清的。
"""

from collections.abc import Iterator

from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, QUALITY, report
from toolkit.audit.wording import about, places, words
from toolkit.measure.dimensions import in_one_unit
from toolkit.model.case import Case
from toolkit.model.citation import CitedQuantity
from toolkit.model.finding import Severity
from toolkit.model.quantity import NumberQuantity


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    for line in case.report.leaves:
        target, actual = line.target, line.actual
        if target is None or actual is None or not _clash(target, actual):
            continue
        own = target.unit_quote is None and actual.unit_quote is None
        yield Draft(
            message=f"{about(case, actual.where, line.name.value)}目标{words(target)}，完成{words(actual)}，"
            "单位不是同一种量",
            where=places(actual, target),
            name=line.name.value,
            subject=line.id,
            severity=Severity.ERROR if own else Severity.WARNING,
            expected=words(target),
            observed=words(actual),
            advice="核对完成值及其单位",
            ask="该指标完成值的佐证",
        )


def _clash(target: CitedQuantity, actual: CitedQuantity) -> bool:
    wanted, given = target.value, actual.value
    if not isinstance(wanted, NumberQuantity) or not isinstance(given, NumberQuantity):
        return False
    return in_one_unit(wanted, given) == "unit-clash"


def _row(target: str, actual: str, score: str = "20") -> str:
    return report(lines=(LINES[0], QUALITY.replace("≥95%|96.5%|20|20", f"{target}|{actual}|20|{score}"), *LINES[2:]))


RULE = Rule(
    code="IND305",
    name="unit-clash",
    title="目标值与完成值单位不同",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", _row("≥95%", "28.8万元"), "比率对金额", Severity.ERROR),
        Example("fires", _row("≤30天", "28万元"), "时间对金额", Severity.ERROR),
        Example("silent", _row("≥3公里", "3200米"), "同一种量"),
        Example("silent", _row("≥12场", "12次"), "计数单位不同"),
        Example("near_miss", _row("≥95%", "96.5"), "完成值没有印单位"),
    ),
)
