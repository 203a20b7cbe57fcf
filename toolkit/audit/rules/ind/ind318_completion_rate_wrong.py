"""检查什么：印出的完成率是否等于完成值除以目标值。

为什么：完成率决定按比例计分的结果，三个数不能同时成立时必有一个有误。

依据：报告自身印出的三个数，完成值和完成率按印出末位的一半作为误差；区间不相交才是数据矛盾。

何时不报：目标或完成值不是数量，单位不可比；完成率按100%封顶；越小越好的指标按目标除以完成值计算；
印出的是超出目标的比例。
"""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.judged import attained, direction
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.wording import about, percent, places, words
from toolkit.measure.interval import bounds, divide, subtract
from toolkit.model.case import Case
from toolkit.model.citation import CitedQuantity
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import Indicator

_ONE = Bounds.exact(Decimal(1))


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    for line in case.report.leaves:
        rate, met = line.attainment_rate, attained(line)
        if rate is None or met is None or met.ratio is None or line.target is None or line.actual is None:
            continue
        if isinstance(rate.value, NumberQuantity) and rate.value.unit == "1" and rate.value.low == rate.value.high:
            yield from _judge(case, line, rate, rate.value, met.ratio)


def _judge(case: Case, line: Indicator, rate: CitedQuantity, number: NumberQuantity, ratio: Bounds) -> Iterator[Draft]:
    printed, share = bounds(number), number.low or Decimal(0)
    admissible = [ratio]
    if ratio.high > 1 or share < 0:
        admissible.append(subtract(ratio, _ONE))
    inverse = divide(_ONE, ratio)
    if inverse is not None and direction(line) != "higher_is_better":
        admissible.append(inverse)
    capped = share == 1 and any(one.high >= 1 for one in admissible)
    if capped or any(printed.meets(one) for one in admissible) or line.target is None or line.actual is None:
        return
    yield Draft(
        message=f"{about(case, rate.where, line.name.value)}"
        f"{words(line.actual)} ÷ {words(line.target)} = {percent(ratio)}，"
        f"报告完成率{words(rate)}",
        where=places(rate, line.actual, line.target),
        name=line.name.value,
        subject=line.id,
        expected=percent(ratio),
        observed=words(rate),
        advice=f"完成率改为{percent(ratio)}，或更正目标值、完成值",
        ask="完成值的统计资料",
    )


_HEAD = "| 三级指标 | 年度指标值 | 实际完成值 | 完成率 | 分值 | 得分 |\n|---|---|---|---|---|---|\n"


def _table(*rows: str) -> str:
    return "# 云江市商务局2022年度项目支出绩效自评表\n\n" + _HEAD + "".join(f"| {row} |\n" for row in rows)


_OTHER = "参训人员满意度 | ≥90% | 93% | 103.33% | 40 | 40"

RULE = Rule(
    code="IND318",
    name="completion-rate-wrong",
    title="完成率与完成值不符",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    examples=(
        Example(
            "fires",
            _table("培训人次 | 1200人次 | 1046人次 | 91.5% | 60 | 52.3", _OTHER),
            "1046÷1200=87.17%",
            Severity.ERROR,
        ),
        Example(
            "fires", _table("培训人次 | ≥1200人次 | 1236人次 | 98% | 60 | 60", _OTHER), "1236÷1200=103%", Severity.ERROR
        ),
        Example(
            "fires",
            _table("培训人次 | 1000人次 | 400人次 | 60% | 60 | 24", _OTHER),
            "没有完成的比例不是完成率",
            Severity.ERROR,
        ),
        Example("silent", _table("培训人次 | 1200人次 | 1046人次 | 87.17% | 60 | 52.3", _OTHER), "相符"),
        Example("silent", _table("培训人次 | ≥1200人次 | 1260人次 | 5% | 60 | 60", _OTHER), "超出目标的比例"),
        Example("silent", _table("培训人次 | ≥1200人次 | 1236人次 | 100% | 60 | 60", _OTHER), "按100%封顶"),
        Example("near_miss", _table("培训人次 | 1200人次 | 1046人次 | 87.2% | 60 | 52.3", _OTHER), "四舍五入后相符"),
    ),
)
