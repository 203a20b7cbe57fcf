"""检查什么：扣分原因中的“一是、二是、三是”是否从一开始、逐一连续。

为什么：缺号或重号，可能漏写了一条原因。

依据：报告自身的文字。

何时不报：序号接续前一段的列举；一段之内重新从“一是”开始；不是扣分原因的段落。
"""

from collections.abc import Iterator
from itertools import pairwise

from toolkit.audit.once import once
from toolkit.audit.printed import words_of
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, narrative, report
from toolkit.audit.wording import about, places
from toolkit.model.case import Case
from toolkit.model.document import Document, Paragraph
from toolkit.model.finding import Severity
from toolkit.model.record import Indicator
from toolkit.patterns import regex
from toolkit.text import fold_widths

_ORDINAL = regex(r"(?:^|[,.;:。、(\s])([一二三四五六七八九十])是")
_NUMBERS = "一二三四五六七八九十"


def check(case: Case) -> Iterator[Draft]:
    """One finding for each line."""
    for line in case.report.indicators:
        if not line.deduction_reasons:
            continue
        numbers = _ordinals(words_of(case, line))
        broken = _broken(numbers)
        if broken is None or _continues(case, line, numbers[0]):
            continue
        seen = "、".join(f"{_NUMBERS[number - 1]}是" for number in numbers)
        wanted = f"{_NUMBERS[broken - 1]}是"
        first = line.deduction_reasons[0].text
        yield Draft(
            message=f"{about(case, first.where, line.name.value)}扣分原因列有“{seen}”，缺“{wanted}”，可能漏写一条原因",
            where=places(first),
            name=line.name.value,
            subject=line.id,
            expected=wanted,
            observed=seen,
            advice="补全或更正序号",
        )


def _ordinals(text: str) -> list[int]:
    return [_NUMBERS.index(found) + 1 for found in _ORDINAL.findall(fold_widths(text))]


def _broken(numbers: list[int]) -> int | None:
    """The ordinal that should have come, where the row breaks; a new 一是 begins a new row."""
    wanted = 1
    for number in numbers:
        if number not in (1, wanted):
            return wanted
        wanted = number + 1
    return None


def _continues(case: Case, line: Indicator, first: int) -> bool:
    """The paragraph before ends the enumeration one lower."""
    before = _paragraph_before(case.document).get(line.name.where.segments[0].block, "")
    last = _ordinals(before) if first != 1 else []
    return bool(last) and last[-1] == first - 1


@once
def _paragraph_before(document: Document) -> dict[str, str]:
    """By block, the text of the paragraph right before it; none where that is a table."""
    return {block.id: before.text for before, block in pairwise(document.blocks) if isinstance(before, Paragraph)}


def _row(reason: str) -> str:
    return report(
        lines=(*LINES[:3], f"效益指标|社会效益指标|节水意识|有效提升|有所提升|30|28|{reason}", LINES[4]), total=None
    )


RULE = Rule(
    code="DED404",
    name="enumeration-broken",
    title="原因的序号不连续",
    severity=Severity.NOTICE,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", _row("一是宣传次数不够；三是宣传内容较旧"), "缺二是"),
        Example(
            "fires",
            narrative("（1）绩效管理15分，自评得分14分，扣分主要原因：目标与规划结合不够。三是指标不够明确。"),
            "三是之前没有一是、二是",
        ),
        Example("silent", _row("一是宣传次数不够；二是宣传内容较旧"), "连续"),
        Example("silent", report(), "没有列举"),
        Example("near_miss", _row("宣传方式单一是主要不足，宣传内容较旧"), "“单一是”不是序号"),
    ),
)
