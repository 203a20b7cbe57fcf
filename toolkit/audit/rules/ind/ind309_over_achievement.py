"""检查什么：完成值是否达到目标值的130%以上（可设）。

为什么：超额过多，多半是目标定得偏低；《项目支出绩效评价管理办法》要求对此按偏离度调减，各地做法不一，先作提醒。

依据：设定的倍数。金额、增长率和三个以上的数量列为待核实；比率、倍数、三个以内的数量，
以及已说明原因或评分标准已有封顶的，只作提示。

何时不报：越小越好的指标（成本、投诉、时限等）；目标为0、日期或定性；两数单位不可比；预算执行率。
"""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.judged import attained, direction, is_execution
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import BENEFIT, LINES, QUANTITY, report
from toolkit.audit.wording import about, percent, places, words
from toolkit.model.case import Case
from toolkit.model.citation import CitedQuantity
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import Indicator
from toolkit.patterns import regex

_SMALLER_IS_BETTER = regex(
    r"成本|费用|支出|投诉|事故|能耗|电耗|水耗|耗|时限|时长|时间|用时|周期|天数|发病|发案|死亡|伤亡|逾期|负债|债务|违规|违法|差错|流失|"
    r"误差|排放|偏离|偏差|控制|失业|超标|缺陷|退货|退款|上访|信访|下降|压减|减少|降低|报废|变动"
)
_TIME_UNITS = frozenset({"天", "日", "个工作日", "工作日", "小时", "个小时", "分钟", "月", "个月", "年", "岁", "周岁"})
_GROWTH = regex(r"增长|增速|增幅|增加值率|提高率|提升率")
_CAPPED = regex(r"封顶|最高(?:得|不超过|为)|不超过.{0,4}(?:满分|分值)|得满分|加分")
_SMALL_COUNT = 3


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line, with points or without."""
    limit = case.settings.over_achievement
    for line in case.report.leaves:
        target, actual, met = line.target, line.actual, attained(line)
        if target is None or actual is None or met is None or met.ratio is None or not _upward(case, line, target):
            continue
        ratio = (met.ratio.low + met.ratio.high) / 2
        if ratio < limit:
            continue
        exact, reached = Bounds.exact(ratio), "超过" if ratio > limit else "达到"
        yield Draft(
            message=f"{about(case, actual.where, line.name.value)}目标{words(target)}，完成{words(actual)}，"
            f"为目标的{percent(exact, 1)}，{reached}{percent(Bounds.exact(limit), 1)}，目标可能偏低",
            where=places(actual, target),
            name=line.name.value,
            subject=line.id,
            severity=_severity(line, target),
            basis="setting",
            expected=f"低于目标的{percent(Bounds.exact(limit), 1)}",
            observed=percent(exact, 1),
            advice="说明超额原因，下一年度合理设定目标值",
            ask="目标值设定依据及上年完成值",
        )


def _upward(case: Case, line: Indicator, target: CitedQuantity) -> bool:
    value = target.value
    if not isinstance(value, NumberQuantity) or value.comparator in {"le", "lt", "range"}:
        return False
    threshold = value.low
    if threshold is None or threshold <= 0 or direction(line) == "lower_is_better" or value.unit in _TIME_UNITS:
        return False
    operator = value.comparator in {"ge", "gt"}
    if not operator and _SMALLER_IS_BETTER.search(line.name.value):
        return False
    return not is_execution(case, line.id, line.name.value)


def _severity(line: Indicator, target: CitedQuantity) -> Severity:
    if line.deduction_reasons or line.corrective_action:
        return Severity.NOTICE
    if line.criterion is not None and _CAPPED.search(line.criterion.value):
        return Severity.NOTICE
    value = target.value
    assert isinstance(value, NumberQuantity)  # noqa: S101 (by _upward)
    if value.unit == "1":
        return Severity.WARNING if _GROWTH.search(line.name.value) else Severity.NOTICE
    many = value.low is not None and value.low > Decimal(_SMALL_COUNT)
    return Severity.WARNING if many else Severity.NOTICE


RULE = Rule(
    code="IND309",
    name="over-achievement",
    title="完成值远超目标值",
    severity=Severity.NOTICE,
    since="0.1.0",
    check=check,
    examples=(
        Example(
            "fires",
            report(lines=(QUANTITY.replace("1236人次", "2460人次"), *LINES[1:])),
            "2460÷1200=205%",
            Severity.WARNING,
        ),
        Example(
            "fires",
            report(lines=(QUANTITY.replace("培训人次|≥1200人次|1236人次", "节水示范点|2个|3个"), *LINES[1:])),
            "目标2个，完成3个：数量小",
            Severity.NOTICE,
        ),
        Example("silent", report(), "都在130%以内"),
        Example(
            "silent",
            report(lines=(*LINES[:3], BENEFIT.replace("节水器具覆盖率|≥80%|76%", "漏损率|≤20%|12%"), LINES[4])),
            "越小越好的指标",
        ),
        Example("near_miss", report(lines=(QUANTITY.replace("1236人次", "1550人次"), *LINES[1:])), "129.2%"),
    ),
)
