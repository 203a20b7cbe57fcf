"""检查什么：扣分是否写作“酌情”“酌量”，没有计分规则。

为什么：没有规则的扣分（多少都可以）不能重算，各单位之间也不可比。

依据：报告中该项得分旁的文字或评分标准。

何时不报：该项没有扣分；只在制度、办法的介绍中出现“酌情”。
"""

from collections.abc import Iterator

from toolkit.audit.judged import judged
from toolkit.audit.printed import words_of
from toolkit.audit.reasons import lost
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, narrative, report
from toolkit.audit.wording import about, places, shown
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.patterns import regex

_DISCRETION = regex(r"酌情|酌量|酌定|酌予|视情况?(?:予以)?扣|适当扣|酌扣")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    for line in case.report.scored_leaves:
        gap = lost(line)
        word = _DISCRETION.search(words_of(case, line))
        if gap is None or word is None or line.claimed_score is None or line.max_score is None:
            continue
        sheet = judged(case, line.id)
        if sheet is not None and sheet.recomputed is not None:
            continue
        yield Draft(
            message=f"{about(case, line.claimed_score.where, line.name.value)}分值{shown(line.max_score.value)}，"
            f"自评{shown(line.claimed_score.value)}，扣{shown(gap)}分写作“{word[0]}”，没有计分规则",
            where=places(line.claimed_score, *(reason.text for reason in line.deduction_reasons)),
            name=line.name.value,
            subject=line.id,
            observed=word[0],
            advice="写明扣分的规则和计算",
            ask="该项的评分细则",
        )


RULE = Rule(
    code="SCO118",
    name="discretionary-deduction",
    title="酌情扣分，没有规则",
    severity=Severity.NOTICE,
    since="0.1.0",
    check=check,
    examples=(
        Example(
            "fires",
            narrative("（1）推进商贸流通，分值7分，自评得分6.8分。主要是规划尚未完成审批，酌量扣分。"),
            "酌量扣分",
            Severity.NOTICE,
        ),
        Example(
            "fires",
            report(
                lines=(
                    *LINES[:3],
                    "效益指标|社会效益指标|节水意识|有效提升|有所提升|30|28|成效不够明显，酌情扣2分",
                    LINES[4],
                ),
                total="97.80",
            ),
            "酌情扣2分",
            Severity.NOTICE,
        ),
        Example("silent", report(), "没有酌情扣分"),
        Example(
            "silent",
            narrative("（1）推进商贸流通，分值7分，自评得分6.8分。主要是规划尚未完成审批，扣0.2分。"),
            "有扣分数",
        ),
        Example("near_miss", narrative("（1）推进商贸流通，分值7分，自评得分7分。各项可酌情给予扶持。"), "没有扣分"),
    ),
)
