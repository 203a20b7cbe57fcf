"""检查什么：计分项的自评得分是否小于零。

为什么：扣分以扣完该项分值为限，除加减分项外得分不会是负数，多为把扣分填进了得分栏。

依据：报告自身印出的得分。

何时不报：加减分、扣分性质的行（名称或所在分组写明扣分、减分、负面清单），以及没有正分值的行。
"""

from collections.abc import Iterator

from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, QUANTITY, report
from toolkit.audit.suspects import score_trace
from toolkit.audit.wording import about, places, shown
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.patterns import regex

_MALUS = regex(r"扣分|减分|倒扣|负面|违规违纪|一票否决")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each negative score."""
    for line in case.report.scored_leaves:
        score, points = line.claimed_score, line.max_score
        if score is None or score.value >= 0 or points is None or points.value <= 0:
            continue
        if any(_MALUS.search(text) for text in (line.name.value, line.level1 or "", line.level2 or "")):
            continue
        yield Draft(
            message=f"{about(case, score.where, line.name.value)}自评得分{shown(score.value)}，"
            f"分值{shown(points.value)}，应在0至{shown(points.value)}之间",
            where=places(score),
            name=line.name.value,
            subject=line.id,
            expected=f"0至{shown(points.value)}",
            observed=shown(score.value),
            advice="核对是否把扣分填入得分栏",
            traces=frozenset({score_trace(line.id)}),
        )


RULE = Rule(
    code="SCO106",
    name="negative-score",
    title="得分为负数",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    examples=(
        Example(
            "fires",
            report(lines=(QUANTITY.replace("|20|20|", "|20|-2|"), *LINES[1:]), total="76.30"),
            "得分栏填了-2",
            Severity.ERROR,
        ),
        Example(
            "fires",
            report(lines=(QUANTITY.replace("|20|20|", "|20|-0.5|"), *LINES[1:]), total=None),
            "得分栏填了-0.5",
            Severity.ERROR,
        ),
        Example("silent", report(), "没有负数"),
        Example(
            "silent",
            report(lines=(*LINES, "加减分项|扣分项|违规违纪扣分|无|无|0|-1|"), total="97.30"),
            "扣分性质的行",
        ),
        Example(
            "near_miss",
            report(lines=(QUANTITY.replace("|20|20|", "|20|0|"), *LINES[1:]), total="78.30"),
            "零分不是负数",
        ),
    ),
)
