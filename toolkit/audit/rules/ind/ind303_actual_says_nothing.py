"""检查什么：目标值是数量，完成值却只写“已完成”“良好”“是”。

为什么：定量目标要用数量回答，否则不能核对，也不能按比例计分。

依据：报告自身的目标值和完成值。

何时不报：目标是一个（1项、1次），写“已完成”已经说明；目标为100%而写“全部完成”；目标是日期或定性的；
完成值中另有数字。
"""

from collections.abc import Iterator

from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, QUALITY, QUANTITY, TIME, report
from toolkit.audit.wording import about, places, words
from toolkit.model.case import Case
from toolkit.model.citation import CitedQuantity
from toolkit.model.finding import Severity
from toolkit.model.quantity import NumberQuantity, QualitativeQuantity
from toolkit.patterns import regex
from toolkit.text import key

_EMPTY = regex(
    r"(?:已|均|均已|已经|按时|按期|按计划|如期|基本|较好|圆满|顺利)*(?:完成|达成|达到|达标|实现|落实|执行)(?:情况)?(?:良好|较好|好)?"
    r"(?:目标|指标|预期目标|年度目标|任务)?|良好|较好|很好|优秀|优|良|好|是|有|合格|正常|达标|符合要求|满意"
)


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    for line in case.report.leaves:
        target, actual = line.target, line.actual
        if target is None or actual is None or not _counts(target):
            continue
        if not isinstance(actual.value, QualitativeQuantity) or not _EMPTY.fullmatch(_bare(actual.value.text)):
            continue
        yield Draft(
            message=f"{about(case, actual.where, line.name.value)}目标{words(target)}，"
            f"完成值只写“{words(actual)}”，没有数量",
            where=places(actual, target),
            name=line.name.value,
            subject=line.id,
            expected="实际完成的数量",
            observed=words(actual),
            advice="补填实际完成的数量",
            ask="完成值的统计资料",
        )


def _counts(target: CitedQuantity) -> bool:
    """A target of more than one piece, and of more than nothing."""
    value = target.value
    if not isinstance(value, NumberQuantity):
        return False
    bound = value.low if value.low is not None else value.high
    return bound is not None and bound != 0 and not (bound == 1 and value.unit != "1")


def _bare(text: str) -> str:
    return key(text).strip("。.;,、!")


RULE = Rule(
    code="IND303",
    name="actual-says-nothing",
    title="定量目标没有用数量回答",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    examples=(
        Example(
            "fires", report(lines=(QUANTITY.replace("1236人次", "已完成"), *LINES[1:])), "目标≥1200人次，只写已完成"
        ),
        Example("fires", report(lines=(LINES[0], QUALITY.replace("96.5%", "良好"), *LINES[2:])), "目标≥95%，只写良好"),
        Example("silent", report(), "都有数量"),
        Example(
            "silent",
            report(lines=(*LINES[:2], TIME.replace("按期完成率|≥95%|100%", "按期完成|按期完成|已完成"), *LINES[3:])),
            "目标是定性的",
        ),
        Example(
            "near_miss",
            report(lines=(QUANTITY.replace("培训人次|≥1200人次|1236人次", "编制培训方案|1份|已完成"), *LINES[1:])),
            "目标只有一份，已完成即说明",
        ),
    ),
)
