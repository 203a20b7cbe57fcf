"""检查什么：某项有分值而没有自评得分，同表其他各项两者都有。

为什么：漏填得分，小计和总分都无从核对。

依据：报告自身的表格。

何时不报：写在正文里的指标；多数行都没有得分；得分为合并单元格；写明不适用、不涉及的行。
"""

from collections.abc import Iterator

from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.siblings import Siblings, not_applicable, told_in_text
from toolkit.audit.specimen import LINES, QUANTITY, report
from toolkit.audit.wording import about, places, shown
from toolkit.model.case import Case
from toolkit.model.finding import Severity


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    others = Siblings(case, "claimed_score", lambda line: line.max_score is not None and line.claimed_score is not None)
    for line in case.report.scored_leaves:
        if line.max_score is None or line.max_score.value <= 0 or line.claimed_score is not None:
            continue
        if not others.mostly(line):
            continue
        if told_in_text(line) or others.merged_above(line) or not_applicable(case, line):
            continue
        yield Draft(
            message=f"{about(case, line.max_score.where, line.name.value)}"
            f"分值{shown(line.max_score.value)}，没有自评得分；同表其他各项均有得分",
            where=places(line.max_score),
            name=line.name.value,
            subject=line.id,
            observed="空白",
            advice="补填得分；该项不适用的应注明并说明分值如何处理",
            ask="该项完成情况",
        )


RULE = Rule(
    code="SCO115",
    name="points-without-score",
    title="有分值而没有得分",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", report(lines=(QUANTITY.replace("|20|20|", "|20||"), *LINES[1:]), total="78.30"), "漏填得分"),
        Example(
            "fires", report(lines=(QUANTITY.replace("|20|20|", "|20|—|"), *LINES[1:]), total="78.30"), "得分栏为“—”"
        ),
        Example("silent", report(), "各项都有得分"),
        Example(
            "silent",
            report(
                lines=tuple(line.replace("|20|20|", "|20||").replace("|10|10|", "|10||") for line in LINES), total=None
            ),
            "多数行没有得分",
        ),
        Example(
            "near_miss",
            report(lines=(QUANTITY.replace("1236人次|20|20|", "本年不适用|20||"), *LINES[1:]), total="78.30"),
            "写明本年不适用",
        ),
    ),
)
