"""检查什么：完成情况用了分档用语（部分达成预期指标并具有一定效果……），得分却在该档之外。

为什么：这几句话本身就指明了得分的区间。

依据：报告印出该办法或引用该文件的为数据矛盾；按所选标准的为待核实。各地区间不同，边界两档都算对。

何时不报：完成情况不是固定用语；没有得分或分值；得分落在该档之内，或差异在四舍五入之内。
"""

from collections.abc import Iterator

from toolkit.audit.advice import cut, effect, less
from toolkit.audit.printed import finds, standard_is_cited
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import BENEFIT, LINES, report
from toolkit.audit.suspects import score_trace
from toolkit.audit.wording import about, places, shown, span, words
from toolkit.measure.interval import rounded
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.patterns import regex

_BANDS_PRINTED = regex(r"100\s*[%％]?\s*[-~—–至]{1,2}\s*80\s*[%％]")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    lines = {line.id: line for line in case.report.scored_leaves}
    for judged in case.sheet.lines:
        line = lines.get(judged.subject)
        if line is None or judged.method != "qualitative" or judged.recomputed is None or judged.agrees is not False:
            continue
        if line.claimed_score is None or line.actual is None:
            continue
        score, band = line.claimed_score.value, judged.recomputed
        printed = judged.basis == "printed" or (finds(case.document, _BANDS_PRINTED) and standard_is_cited(case))
        gap = Bounds(low=score - band.high, high=score - band.low)
        yield Draft(
            message=f"{about(case, line.claimed_score.where, line.name.value)}完成情况为“{words(line.actual)}”，"
            f"该档为{span(rounded(band, 2))}分，自评{shown(score)}分，在该档之{'上' if score > band.high else '下'}",
            where=places(line.claimed_score, line.actual),
            name=line.name.value,
            subject=line.id,
            severity=Severity.ERROR if printed else Severity.WARNING,
            basis="printed" if printed else judged.basis or "national",
            expected=span(rounded(band, 2)),
            observed=shown(score),
            advice=cut(Bounds(low=score - band.high, high=score - band.high)) if score > band.high else None,
            effect=effect(case, less(gap)),
            ask="该指标的评分办法和完成情况的佐证",
            traces=frozenset({score_trace(line.id)}),
        )


def _with(actual: str, score: str, after: str = "") -> str:
    benefit = BENEFIT.replace("节水器具覆盖率|≥80%|76%|30|28.5", f"节水意识提升|有效提升|{actual}|30|{score}")
    return report(lines=(*LINES[:3], benefit, LINES[4]), total=None, after=after)


_RULES = (
    "评分办法：按照财预\u30142020\u301510号，定性指标分为达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档，"
    "分别按照该指标对应分值区间100%-80%（含）、80%-60%（含）、60%-0%合理确定分值。"
)

RULE = Rule(
    code="SCO123",
    name="band-phrase-against-score",
    title="分档用语与得分不符",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    yields_to=("SCO103", "SCO104", "SCO105"),
    examples=(
        Example("fires", _with("部分达成预期指标并具有一定效果", "30"), "该档为18至24分", Severity.WARNING),
        Example(
            "fires",
            _with("未达成预期指标且效果较差", "27", after=_RULES),
            "报告引用并印出三档，该档为0至18分",
            Severity.ERROR,
        ),
        Example("silent", _with("部分达成预期指标并具有一定效果", "21"), "在该档之内"),
        Example("silent", _with("完成较好", "30"), "不是固定用语"),
        Example("near_miss", _with("部分达成预期指标并具有一定效果", "24"), "恰在两档相接处"),
    ),
)
