"""检查什么：正文所称“共扣几分”与总分或该组实际少得的分是否一致。

为什么：扣分合计是复核的起点，两个数只能有一个对。

依据：报告自己的分值和得分。

何时不报：这句话没有写明说的是整份自评还是哪一组；分值不全；所称的数与任何一组、任何一行、预算执行以外各项少得的分相符（可能另有所指）；表格中各行的扣分说明（见DED402）。
"""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.completeness import points_fill
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, report
from toolkit.audit.suspects import score_trace
from toolkit.audit.wording import about, difference, shown
from toolkit.measure.numerals import number
from toolkit.model.case import Case
from toolkit.model.citation import CitedNumber, cite_paragraph
from toolkit.model.document import Paragraph
from toolkit.model.finding import Severity
from toolkit.patterns import regex
from toolkit.text import key

_STATED = regex(
    r"(?:共计?|合计|累计|总共|总计)(?:扣减?|扣除|失)(?:了)?分?\s*(?P<points>\d{1,3}(?:\.\d{1,3})?)\s*分(?!之|钟)"
)
_OF_THE_WHOLE = regex(r"自评|总分|满分|综合得分|整体")
_SENTENCE = regex(r"[^。；;\n]+")
_RANKED = regex(r"得分最[高低]的?(?:项目)?[是为]")  # 得分最低的是甲项目…: of one project among several
_LEFT_OUT = regex("(?:除|除了|不含|不计|不包括|扣除)$")
_RULE_WORDS = regex(r"每|如|若|应|凡|不超过|最多")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each sentence whose figure fits nothing that the report lost."""
    if not points_fill(case):
        return
    for block in case.document.blocks:
        if not isinstance(block, Paragraph):
            continue
        for sentence in _SENTENCE.finditer(block.text):
            found = _STATED.search(sentence[0])
            if found is None or _RULE_WORDS.search(sentence[0]) or _RANKED.search(sentence[0]):
                continue
            scope = _scope(case, sentence[0])
            stated = number(found["points"])
            if scope is None or stated is None or _fits_elsewhere(case, stated):
                continue
            name, points, score, subject = scope
            lost = points - score.value
            where = cite_paragraph(
                block, sentence.start() + found.start("points"), sentence.start() + found.end("points")
            )
            yield Draft(
                message=f"{about(case, where, name)}所称扣分合计{shown(stated)}分，"
                f"{shown(points)} − {shown(score.value)} = {shown(lost)}分，{difference(stated, lost)}",
                where=(where, score.where),
                name=name,
                subject=subject,
                expected=shown(lost),
                observed=shown(stated),
                advice="核对扣分合计与得分",
                traces=frozenset({score_trace(subject)}) if subject else frozenset(),
            )


def _scope(case: Case, sentence: str) -> tuple[str, Decimal, CitedNumber, str | None] | None:
    """What the sentence speaks of: the one line or group that it names, or the whole where it says so."""
    said = key(sentence)
    named = [
        line
        for line in case.report.indicators
        if _is_of(said, key(line.name.value)) and line.max_score is not None and line.claimed_score is not None
    ]
    if len(named) == 1 and named[0].max_score is not None and named[0].claimed_score is not None:
        return named[0].name.value, named[0].max_score.value, named[0].claimed_score, named[0].id
    if named or case.report.claimed_total is None or not _OF_THE_WHOLE.search(sentence):
        return None
    if any(key(line.name.value) in said for line in case.report.indicators) or case.report.adjustments:
        return None
    return "自评总分", Decimal(100), case.report.claimed_total, None


def _is_of(said: str, name: str) -> bool:
    """Whether a sentence names a line, and not as what it leaves out (除预算执行率外共扣4.38分)."""
    return bool(name) and any(not _LEFT_OUT.search(before) for before in said.split(name)[:-1])


def _fits_elsewhere(case: Case, stated: Decimal) -> bool:
    lines = [line for line in case.report.indicators if line.max_score and line.claimed_score]
    lost = {line.max_score.value - line.claimed_score.value for line in lines if line.max_score and line.claimed_score}
    row = case.report.execution_row
    execution = row.max_score.value - row.claimed_score.value if row and row.max_score and row.claimed_score else None
    if execution is not None:
        lost.add(execution)
    if case.report.claimed_total is not None:
        whole = Decimal(100) - case.report.claimed_total.value
        lost |= {whole, whole - (execution or 0)}  # of the whole, and of its indicators without the money's line
    return stated in lost or stated == sum(lost, Decimal(0))


RULE = Rule(
    code="SCO124",
    name="stated-deduction-total",
    title="所称扣分合计与少得的分不符",
    severity=Severity.ERROR,
    since="0.1.0",
    check=check,
    yields_to=("SCO101", "SCO102", "SCO103", "SCO107", "DED402"),
    examples=(
        Example("fires", report(after="经自查，自评共扣2.3分，主要在效益部分。"), "100 − 98.30 = 1.70"),
        Example("fires", report(lines=LINES, after="节水器具覆盖率一项共扣2.5分，主要是改造滞后。"), "30 − 28.5 = 1.5"),
        Example("silent", report(after="经自查，自评共扣1.7分，主要在效益部分。"), "相符"),
        Example("silent", report(after="自评各项指标共扣1.5分，预算执行另扣0.2分。"), "1.70减去预算执行的0.2分"),
        Example("silent", report(after="上述问题合计扣2.3分。"), "没有说明范围"),
        Example(
            "near_miss", report(after="本次自评满分100分，合计扣1.5分为产出部分。"), "与一行少得的分相同，可能另有所指"
        ),
    ),
)
