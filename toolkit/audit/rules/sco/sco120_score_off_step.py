"""检查什么：印出的评分标准只可能给出几个得分（分档、按次、全得或不得），自评得分却在两者之间。

为什么：得分不是按所印标准算出的，或另有依据没有写明。

依据：报告印出的评分标准。

何时不报：没有印出评分标准；标准允许按比例或没有说明不足一步如何计；得分已与重算不符（见SCO109）；得分高于分值；
各项按百分制打分再加权。
"""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.suspects import score_trace
from toolkit.audit.tally import scored_out_of_hundred
from toolkit.audit.wording import about, places, shown
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.number import plain

_SHOWN = 8


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    if scored_out_of_hundred(case.report):
        return
    lines = {line.id: line for line in case.report.scored_leaves}
    for judged in case.sheet.lines:
        line = lines.get(judged.subject)
        if line is None or line.claimed_score is None or judged.allowed is None or judged.agrees is False:
            continue
        score = line.claimed_score.value
        if score in judged.allowed or not judged.allowed[0] < score < judged.allowed[-1]:
            continue
        name = line.name.value
        yield Draft(
            message=f"{about(case, line.claimed_score.where, name)}按印出的评分标准只可能得"
            f"{_listed(judged.allowed, score)}分，自评{shown(score)}分",
            where=places(line.claimed_score, line.criterion),
            name=name,
            subject=line.id,
            expected=_listed(judged.allowed, score),
            observed=shown(score),
            advice="按评分标准核定得分，或写明另行扣分的依据",
            ask="该指标得分的计算过程",
            traces=frozenset({score_trace(line.id)}),
        )


def _listed(scores: tuple[Decimal, ...], near: Decimal) -> str:
    """All of few scores; of many the two on either side."""
    if len(scores) <= _SHOWN:
        return "、".join(plain(score) for score in scores)
    below = max(score for score in scores if score < near)
    above = min(score for score in scores if score > near)
    return f"…{plain(below)}、{plain(above)}…"


def _sheet(score: str, criterion: str, actual: str = "88%") -> str:
    return (
        "# 云江市商务局2022年度项目支出绩效自评表\n\n"
        "| 三级指标 | 年度指标值 | 实际完成值 | 评分标准 | 分值 | 自评得分 | 扣分原因 |\n"
        "|---|---|---|---|---|---|---|\n"
        f"| 参训人员满意度 | ≥90% | {actual} | {criterion} | 50 | {score} | 个别班次反映不佳 |\n"
        "| 培训人次 | ≥1200人次 | 1260人次 | 得分=实际完成值/年度指标值×分值，超过的得满分 | 50 | 50 | |\n"
    )


_EVENTS = "每发现一例违规扣5分，扣完为止"

RULE = Rule(
    code="SCO120",
    name="score-off-step",
    title="得分不在评分标准的档上",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    yields_to=("SCO103", "SCO104", "SCO105", "SCO109", "SCO111", "SCO112"),
    examples=(
        Example("fires", _sheet("47", _EVENTS, "已完成"), "每次扣5分，不会得47分"),
        Example("fires", _sheet("25", "完成得满分，未完成不得分", "基本完成"), "只可能得0分或50分"),
        Example("silent", _sheet("45", _EVENTS, "已完成"), "扣一次"),
        Example("silent", _sheet("47", "每低1个百分点扣1分", "88%"), "没有说明不足一步如何计，任何得分都可能"),
        Example("near_miss", _sheet("0", _EVENTS, "已完成"), "扣完"),
    ),
)
