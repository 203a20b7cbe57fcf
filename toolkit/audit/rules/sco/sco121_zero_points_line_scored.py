"""检查什么：分值为0的行是否得了分。

为什么：分值为0的行不能得分，得分会抬高总分。

依据：报告自身印出的分值和得分。

何时不报：加减分项；各项按百分制打分再加权；分值栏空白（见SCO114）。
"""

from collections.abc import Iterator

from toolkit.audit.advice import cut, effect, less
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, report
from toolkit.audit.suspects import score_trace
from toolkit.audit.tally import scored_out_of_hundred
from toolkit.audit.wording import about, places, shown
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.patterns import regex

_BONUS = regex(r"加分|扣分|减分|附加|加减")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    if scored_out_of_hundred(case.report):
        return
    for line in case.report.scored_leaves:
        points, score = line.max_score, line.claimed_score
        if points is None or score is None or points.value != 0 or score.value <= 0:
            continue
        if any(_BONUS.search(text) for text in (line.name.value, line.level1 or "", line.level2 or "")):
            continue
        gained = Bounds.exact(score.value)
        yield Draft(
            message=f"{about(case, score.where, line.name.value)}分值{shown(points.value)}，"
            f"自评得分{shown(score.value)}，分值为0的行不能得分",
            where=places(score),
            name=line.name.value,
            subject=line.id,
            expected="0",
            observed=shown(score.value),
            advice=f"核对分值；{cut(gained)}",
            effect=effect(case, less(gained)),
            traces=frozenset({score_trace(line.id)}),
        )


_ZERO = "产出指标|数量指标|宣传册印数|≥500册|500册|0|{score}|"

RULE = Rule(
    code="SCO121",
    name="zero-points-line-scored",
    title="分值为0的行得了分",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", report(lines=(_ZERO.format(score=2), *LINES), total="98.30"), "分值0，得2分", Severity.ERROR),
        Example(
            "fires", report(lines=(*LINES, _ZERO.format(score="0.5")), total=None), "分值0，得0.5分", Severity.ERROR
        ),
        Example("silent", report(), "没有分值为0的行"),
        Example("silent", report(lines=(*LINES, "加减分|加分项|获表彰加分|无|无|0|1|"), total="99.30"), "加分项"),
        Example("near_miss", report(lines=(_ZERO.format(score=0), *LINES)), "分值0，得0分"),
    ),
)
