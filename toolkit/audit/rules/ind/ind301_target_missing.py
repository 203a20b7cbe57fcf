"""检查什么：计分的指标没有年度指标值，而同表其他指标有。

为什么：没有目标值就无从判断是否完成，得分没有依据。

依据：报告自身的表格。

何时不报：正文里逐项写的（没有空着的格子）；表格本不设目标值一列（多数行都没有）；印有评分标准而按事实计分的行；目标值为合并单元格；预算执行率；加减分项；写明不适用的行。
"""

from collections.abc import Iterator

from toolkit.audit.judged import is_execution
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.siblings import Siblings, not_applicable, told_in_text
from toolkit.audit.specimen import LINES, QUANTITY, report
from toolkit.audit.wording import about, places, shown, words
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.patterns import regex

_BONUS = regex(r"加分|扣分|减分|附加")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    others = Siblings(case, "target", lambda line: line.target is not None)
    for line in case.report.scored_leaves:
        if line.target is not None or line.periods or not (line.max_score or line.claimed_score):
            continue
        if not others.expect(line) or is_execution(case, line.id, line.name.value):
            continue
        if told_in_text(line) or others.merged_above(line) or not_applicable(case, line):
            continue
        if any(_BONUS.search(text) for text in (line.name.value, line.level1 or "", line.level2 or "")):
            continue
        actual = f"完成值{words(line.actual)}，" if line.actual is not None else ""
        score = f"自评得分{shown(line.claimed_score.value)}" if line.claimed_score is not None else "没有得分"
        yield Draft(
            message=f"{about(case, line.name.where, line.name.value)}没有年度指标值；{actual}{score}",
            where=places(line.name),
            name=line.name.value,
            subject=line.id,
            observed="空白",
            advice="补填年度指标值",
            ask="经批复的绩效目标表",
        )


RULE = Rule(
    code="IND301",
    name="target-missing",
    title="没有目标值",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", report(lines=(QUANTITY.replace("≥1200人次", ""), *LINES[1:])), "目标值空白"),
        Example("fires", report(lines=(QUANTITY.replace("≥1200人次", "—"), *LINES[1:])), "目标值为“—”"),
        Example("silent", report(), "目标值齐全"),
        Example(
            "silent",
            "# 云江市商务局2022年部门整体支出绩效自评表\n\n"
            "| 一级指标 | 三级指标 | 分值 | 自评得分 | 扣分原因 |\n|---|---|---|---|---|\n"
            "| 管理效能 | 预算编制 | 50 | 50 | |\n| 履职效能 | 展会举办 | 50 | 50 | |\n",
            "表格不设目标值",
        ),
        Example(
            "near_miss",
            report(lines=(QUANTITY.replace("≥1200人次|1236人次", "|本年不适用"), *LINES[1:])),
            "写明本年不适用",
        ),
    ),
)
