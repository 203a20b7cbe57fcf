"""检查什么：满意度、合格率、占比、覆盖率等比率是否超过100%。

为什么：部分占整体的比率不会超过100%，多为填写或计算有误。

依据：指标名称与印出的数值；按印出末位的一半作为误差。

何时不报：完成率、执行率、增长率等可以超过100%的指标；名称不在明确属于占比的词表之内。
"""

from collections.abc import Iterator

from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, QUALITY, SATISFACTION, report
from toolkit.audit.wording import about, places, words
from toolkit.measure.interval import bounds
from toolkit.model.case import Case
from toolkit.model.citation import CitedQuantity
from toolkit.model.finding import Severity
from toolkit.model.quantity import NumberQuantity
from toolkit.patterns import regex

_SHARE = regex(
    r"满意度|满意率|合格率|占比|比重|覆盖率|准确率|优良率|优秀率|通过率|知晓率|公开率|完好率|正确率|符合率|及格率|成活率|验收率|达标率|入住率|"
    r"普及率|参保率|就业率|出勤率|回收率|治愈率|结案率|有效率"
)
_NO_SHARE = regex(r"增长|增速|增幅|提高|提升|完成|执行|变动|倍|同比|环比|比上年|较上年|目标")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line: for the actual, else for the target."""
    for line in case.report.leaves:
        if not _SHARE.search(line.name.value) or _NO_SHARE.search(line.name.value):
            continue
        for cited, label in ((line.actual, "完成值"), (line.target, "目标值")):
            if cited is not None and _over(cited):
                yield Draft(
                    message=f"{about(case, cited.where, line.name.value)}{label}{words(cited)}，该比率不会超过100%",
                    where=places(cited),
                    name=line.name.value,
                    subject=line.id,
                    expected="不高于100%",
                    observed=words(cited),
                    advice=f"更正{label}",
                    ask="该比率的分子、分母",
                )
                break


def _over(cited: CitedQuantity) -> bool:
    value = cited.value
    if not isinstance(value, NumberQuantity) or value.unit != "1" or value.printed_unit not in {"%", "％", "百分比"}:
        return False
    if value.comparator in {"le", "lt"} or value.low is None:
        return False
    return bounds(value).low > 1


RULE = Rule(
    code="IND317",
    name="share-over-hundred",
    title="占比超过100%",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    examples=(
        Example(
            "fires",
            report(lines=(LINES[0], QUALITY.replace("96.5%", "105%"), *LINES[2:])),
            "合格率105%",
            Severity.ERROR,
        ),
        Example(
            "fires", report(lines=(*LINES[:4], SATISFACTION.replace("94.2%", "102.5%"))), "满意度102.5%", Severity.ERROR
        ),
        Example("silent", report(), "都不超过100%"),
        Example(
            "silent",
            report(lines=(LINES[0], QUALITY.replace("培训合格率|≥95%|96.5%", "任务完成率|≥95%|105%"), *LINES[2:])),
            "完成率可以超过100%",
        ),
        Example("near_miss", report(lines=(LINES[0], QUALITY.replace("96.5%", "100%"), *LINES[2:])), "恰为100%"),
    ),
)
