"""检查什么：自评总分、预算数和执行数所在的句子写明的年度是否就是评价年度。

为什么：沿用上年报告而没有改年度，或用错了年度的数，结论都不能用。

依据：报告自身写明的年度。

何时不报：没有写明年度；同一句中还有评价年度（两年对照）；写的是上年结转、上年同期一类；年份属于文号或编报的日期。
"""

from collections.abc import Iterator
from typing import Any

from toolkit.audit.place import blocks_by_id
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import TITLE, narrative, report
from toolkit.audit.wording import about, places, words
from toolkit.model.case import Case
from toolkit.model.citation import Cited
from toolkit.model.document import Table
from toolkit.model.finding import Severity
from toolkit.patterns import regex

_YEAR = regex(r"(?<!\d)((?:19|20)\d\d)\s*年(?:度|全年)?(?!\s*\d{1,2}\s*月)")
_SENTENCE_END = regex(r"[。；;！!\n]")
_OTHER = regex(
    r"上年|去年|同期|结转|比|较|由|从|至|以来|截至|下达|印发|文件|\u3014|\[|规划|期间|将[于在]|拟[于在]|预计|留待|明年|次年|下年"
)
_WHAT = ("original_budget", "revised_budget", "actual_expenditure")


def check(case: Case) -> Iterator[Draft]:
    """One finding at most: the first figure under another year."""
    year = case.report.identity.fiscal_year
    if year is None:
        return
    row = case.report.whole_budget
    figures: list[tuple[str, Cited[Any] | None]] = [("自评总分", case.report.claimed_total)]
    figures += [] if row is None else [("预算资金", getattr(row, column)) for column in _WHAT]
    for name, cited in figures:
        if cited is None or cited.where.spots & year.where.spots:
            continue
        named = _year_of(case, cited)
        if named is not None and named != year.value:
            yield Draft(
                message=f"{about(case, cited.where, name)}{words(cited)}写为{named}年，报告评价的是{year.value}年",
                where=places(cited, year),
                name=name,
                expected=f"{year.value}年",
                observed=f"{named}年",
                advice="核对年度，更正年度或改用评价年度的数",
                ask="评价年度的决算报表",
            )
            return


def _year_of(case: Case, cited: Cited[Any]) -> int | None:
    """The only year named before the figure in its sentence, where nothing speaks of another time."""
    first = cited.where.segments[0]
    block = blocks_by_id(case.document).get(first.block)
    if block is None or isinstance(block, Table):
        return None
    ends = [found.end() for found in _SENTENCE_END.finditer(block.text)]
    start = max((end for end in ends if end <= first.chars[0]), default=0)
    sentence = block.text[start : min((end for end in ends if end > first.chars[1]), default=None)]
    named = {int(found[1]) for found in _YEAR.finditer(sentence)}
    before = block.text[start : first.chars[0]]
    if len(named) != 1 or not _YEAR.search(before) or _OTHER.search(before):
        return None
    return named.pop()


_TOTAL = "经综合评价，{year}年度本项目绩效自评得分为98.30分。"

RULE = Rule(
    code="CON510",
    name="year-conflict",
    title="所写年度不是评价年度",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", report(before=_TOTAL.format(year=2021), total=None), "总分写为2021年，评价2022年"),
        Example(
            "fires",
            narrative("2021年全年预算数5,321.50万元，全年执行数5,100.00万元，执行率95.84%。"),
            "预算写为2021年，评价2022年",
        ),
        Example("silent", report(before=_TOTAL.format(year=2022), total=None), "同为2022年"),
        Example("silent", report(title=TITLE), "表中的数没有写年度"),
        Example(
            "near_miss",
            narrative("2022年全年预算数5,321.50万元，比2021年增加100.00万元，全年执行数5,100.00万元。"),
            "同句有评价年度",
        ),
    ),
)
