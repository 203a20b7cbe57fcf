"""检查什么：计分的指标没有实际完成值，而同表其他指标有。

为什么：没有完成值而有得分，得分没有依据。

依据：报告自身的表格。

何时不报：正文里逐项写的（没有空着的格子）；表格本不设完成值一列（多数行都没有）；印有评分标准而按事实计分的行；完成值为合并单元格；预算执行率；加减分项；写明不适用的行；
目标值也没有的行（见IND301）。
"""

from collections.abc import Iterator

from toolkit.audit.judged import is_execution
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.siblings import Siblings, not_applicable, told_in_text
from toolkit.audit.specimen import LINES, QUALITY, QUANTITY, report
from toolkit.audit.wording import about, places, shown, words
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.patterns import regex

_BONUS = regex(r"加分|扣分|减分|附加")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    others = Siblings(case, "actual", lambda line: line.actual is not None)
    for line in case.report.scored_leaves:
        if line.actual is not None or line.periods or not (line.max_score or line.claimed_score):
            continue
        if not others.expect(line) or is_execution(case, line.id, line.name.value):
            continue
        if told_in_text(line) or others.merged_above(line) or not_applicable(case, line):
            continue
        if any(_BONUS.search(text) for text in (line.name.value, line.level1 or "", line.level2 or "")):
            continue
        target = f"目标值{words(line.target)}，" if line.target is not None else ""
        score = f"自评得分{shown(line.claimed_score.value)}" if line.claimed_score is not None else "没有得分"
        yield Draft(
            message=f"{about(case, line.name.where, line.name.value)}没有实际完成值；{target}{score}",
            where=places(line.name),
            name=line.name.value,
            subject=line.id,
            observed="空白",
            advice="补填实际完成值",
            ask="完成值的佐证材料",
        )


RULE = Rule(
    code="IND302",
    name="actual-missing",
    title="没有完成值",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    yields_to=("IND301",),
    examples=(
        Example("fires", report(lines=(QUANTITY.replace("1236人次", ""), *LINES[1:])), "完成值空白"),
        Example("fires", report(lines=(LINES[0], QUALITY.replace("96.5%", "/"), *LINES[2:])), "完成值为“/”"),
        Example("silent", report(), "完成值齐全"),
        Example(
            "silent",
            report(lines=tuple("|".join((*line.split("|")[:4], "", *line.split("|")[5:])) for line in LINES)),
            "各行都没有完成值",
        ),
        Example("near_miss", report(lines=(QUANTITY.replace("1236人次", "不涉及"), *LINES[1:])), "写明不涉及"),
    ),
)
