"""检查什么：同一句中的日期先后是否合理：起止、开工与竣工、批复与使用。

为什么：先后颠倒多为日期写错；先使用后批复的，需要说明。

依据：报告自身印出的日期。

何时不报：日期不完整（没有年份、月份）；先后不明；两个日期说的是两件事。
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative
from toolkit.audit.wording import about, clip
from toolkit.model.case import Case
from toolkit.model.citation import Where, cite_cell, cite_paragraph
from toolkit.model.document import Table
from toolkit.model.finding import Severity
from toolkit.patterns import regex
from toolkit.text import fold_widths

_DATE = r"(?:19|20)\d\d\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?"
_GAP = r"[^,。;、年月日]{0,10}"
_PAIRS = (
    (rf"(?P<first>{_DATE})\s?(?:至|-|~|到)\s?(?P<second>{_DATE})", "起", "止"),
    (
        rf"(?P<first>{_DATE}){_GAP}(?:开工|启动|开始|动工)[^。;]{{0,16}}?[,、](?P<second>{_DATE}){_GAP}(?:竣工|完工|结束|验收|建成)",
        "开始",
        "结束",
    ),
    (
        rf"(?P<first>{_DATE}){_GAP}(?:批复|批准)[^。;]{{0,16}}?[,、](?P<second>{_DATE}){_GAP}(?:支付|拨付|使用|动工|开工)",
        "批复",
        "使用",
    ),
)
_PATTERNS = tuple((regex(pattern), first, second) for pattern, first, second in _PAIRS)
_PARTS = regex(r"\d+")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each pair of dates."""
    for block in case.document.blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                for found, first, second in _reversed(cell.text):
                    yield _draft(case, cite_cell(block, cell, *found.span()), found, first, second)
        else:
            for found, first, second in _reversed(block.text):
                yield _draft(case, cite_paragraph(block, *found.span()), found, first, second)


def _reversed(text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    folded = fold_widths(text)
    for pattern, first, second in _PATTERNS:
        for found in pattern.finditer(folded):
            start, end = _day(found["first"], last=False), _day(found["second"], last=True)
            if start is not None and end is not None and end < start:
                yield found, first, second


def _day(text: str, *, last: bool) -> date | None:
    """The date; without a day the first or the last that it can be; None for no date of the calendar."""
    numbers = [int(part) for part in _PARTS.findall(text)]
    year, month, day = (*numbers, 0)[:3]
    try:
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError:
        return None


def _draft(case: Case, where: Where, found: re.Match[str], first: str, second: str) -> Draft:
    start, end = ("".join(found[group].split()) for group in ("first", "second"))
    return Draft(
        message=f"{about(case, where, clip(found[0]))}{second}的日期{end}早于{first}的日期{start}",
        where=(where,),
        name=clip(found[0]),
        expected=f"不早于{start}",
        observed=end,
        advice="核对两个日期；确属先使用后批复的，补充说明",
        ask="批复文件、合同和验收单",
    )


RULE = Rule(
    code="CON513",
    name="date-order",
    title="日期先后颠倒",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", narrative("项目实施期为2022年5月至2022年3月。"), "止早于起"),
        Example("fires", narrative("工程于2022年6月10日开工，2022年4月25日完工。"), "完工早于开工"),
        Example("fires", narrative("工程于2022年3月开工，2022年2月完工。"), "早一个月"),
        Example("silent", narrative("项目实施期为2022年3月至2022年11月。"), "先后合理"),
        Example("silent", narrative("项目于3月启动，11月完成。"), "没有年份"),
        Example("near_miss", narrative("项目实施期为2022年3月10日至2022年3月。"), "同月，不能断定"),
    ),
)
