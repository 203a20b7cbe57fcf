"""检查什么：某项有自评得分而没有分值，同表其他各项两者都有。

为什么：没有分值就不知道这一项满分是多少，也凑不满总分。

依据：报告自身的表格。

何时不报：文字里只说了得分；多数行都没有分值（表格本不设分值）；分值为合并单元格；加减分项；写明不适用的行；
只写得分与扣分（满分可由两者相加）的行。
"""

from collections.abc import Iterator

from toolkit.audit.printed import words_of
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.siblings import Siblings, not_applicable
from toolkit.audit.specimen import LINES, QUANTITY, report
from toolkit.audit.wording import about, places, shown
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.patterns import regex

_DEDUCTED = regex(r"扣(?:除|减|了)?\s*\d")
_BONUS = regex(r"加分|扣分|减分|附加")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    others = Siblings(case, "max_score", lambda line: line.max_score is not None and line.claimed_score is not None)
    for line in case.report.scored_leaves:
        if line.claimed_score is None or line.max_score is not None or line.weight is not None:
            continue
        if line.claimed_score.where.segments[0].cell is None:
            continue
        if not others.mostly(line):
            continue
        if any(_BONUS.search(text) for text in (line.name.value, line.level1 or "", line.level2 or "")):
            continue
        if line.deduction is not None or _DEDUCTED.search(words_of(case, line)):
            continue
        if others.merged_above(line) or not_applicable(case, line):
            continue
        yield Draft(
            message=f"{about(case, line.claimed_score.where, line.name.value)}"
            f"自评得分{shown(line.claimed_score.value)}，没有分值；同表其他各项均有分值",
            where=places(line.claimed_score),
            name=line.name.value,
            subject=line.id,
            observed=shown(line.claimed_score.value),
            advice="补填分值",
            ask="经批复的绩效指标表",
        )


RULE = Rule(
    code="SCO114",
    name="score-without-points",
    title="有得分而没有分值",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", report(lines=(QUANTITY.replace("|20|20|", "||20|"), *LINES[1:])), "培训人次缺分值"),
        Example("fires", report(lines=(QUANTITY.replace("|20|20|", "|—|20|"), *LINES[1:]), total=None), "分值栏为“—”"),
        Example("silent", report(), "各项都有分值"),
        Example(
            "silent",
            report(lines=tuple(line.replace("|20|20|", "||20|").replace("|10|10|", "||10|") for line in LINES)),
            "多数行没有分值",
        ),
        Example(
            "near_miss",
            report(lines=(*LINES, "加减分|加分项|获表彰加分|无|无||1|"), total=None),
            "加分项不设分值",
        ),
    ),
)
