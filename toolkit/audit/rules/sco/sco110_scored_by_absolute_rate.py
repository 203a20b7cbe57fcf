"""检查什么：目标已完成，得分却等于分值乘以完成值（如分值20、合格率98%、得19.6）。

为什么：定量指标完成目标即得满分；按完成值的绝对数打分，少计了应得的分，也使各单位之间不可比。

依据：《项目支出绩效评价管理办法》（财预2020年10号文）关于定量指标得分的规定；报告另印评分标准的从其标准。

何时不报：满意度指标；评分标准写明按完成值相乘；完成值不是小于1的比率；目标是否完成不能确定。
"""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.judged import attained, judged
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, QUALITY, report
from toolkit.audit.tally import fineness
from toolkit.audit.wording import about, places, shown, words
from toolkit.measure.interval import bounds, multiply, rounded
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import Indicator
from toolkit.patterns import regex

_MULTIPLIES = regex(r"[×*xX✕]|乘|按.{0,8}比例|按比例")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each such line."""
    for line in case.report.scored_leaves:
        if _by_rate(case, line) and line.max_score and line.claimed_score and line.actual and line.target:
            points, score = line.max_score.value, line.claimed_score.value
            yield Draft(
                message=f"{about(case, line.claimed_score.where, line.name.value)}目标{words(line.target)}，"
                f"完成{words(line.actual)}，已完成目标；得分{shown(score)} = {shown(points)} × {words(line.actual)}，"
                f"按完成目标应为{shown(points)}",
                where=places(line.claimed_score, line.actual),
                name=line.name.value,
                subject=line.id,
                basis="national",
                expected=shown(points),
                observed=shown(score),
                advice=f"说明计分办法；如按完成目标计，得{shown(points)}分",
                ask="该指标的评分细则",
            )


def _by_rate(case: Case, line: Indicator) -> bool:
    actual = None if line.actual is None else line.actual.value
    if line.max_score is None or line.claimed_score is None or not isinstance(actual, NumberQuantity):
        return False
    if "满意" in line.name.value or (line.criterion is not None and _MULTIPLIES.search(line.criterion.value)):
        return False
    if actual.unit != "1" or actual.comparator != "eq" or actual.low is None or not 0 < actual.low < 1:
        return False
    sheet, met = judged(case, line.id), attained(line)
    if met is None or met.met is not True or (sheet is not None and sheet.agrees is True):
        return False
    score, points = line.claimed_score.value, line.max_score.value
    product = multiply(bounds(actual, case.settings), Bounds.exact(Decimal(points)))
    return score < points and rounded(product, fineness(score)).holds(score)


def _scored(score: str, target: str = "≥95%") -> str:
    total = Decimal("78.30") + Decimal(score)
    line = f"产出指标|质量指标|设备完好率|{target}|96%|20|{score}|"
    return report(lines=(LINES[0], line, *LINES[2:]), total=str(total))


RULE = Rule(
    code="SCO110",
    name="scored-by-absolute-rate",
    title="目标已完成，却按完成值比率打分",
    severity=Severity.NOTICE,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", _scored("19.2"), "20×96%=19.2，而目标95%已完成", Severity.NOTICE),
        Example("fires", _scored("19.20", "95%以上"), "同上", Severity.NOTICE),
        Example("silent", _scored("20"), "完成目标得满分"),
        Example("silent", report(lines=(LINES[0], QUALITY, *LINES[2:])), "没有此种情形"),
        Example("near_miss", _scored("19.2", "≥98%"), "目标没有完成"),
    ),
)
