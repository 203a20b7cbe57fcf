"""检查什么：同一事项在同一范围内的名次，几处是否一致。

为什么：名次是成效的依据，两处不同必有一处没有核对。

依据：报告自身。

何时不报：事项或范围不同；年度、时段不同；名次没有写明事项。
"""

import re
from collections.abc import Iterator

from toolkit.audit.place import place
from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import narrative
from toolkit.audit.wording import about
from toolkit.measure.numerals import number
from toolkit.model.case import Case
from toolkit.model.citation import Where, cite_cell, cite_paragraph
from toolkit.model.document import Table
from toolkit.model.finding import Severity
from toolkit.patterns import regex
from toolkit.text import fold_widths

_RANK = regex(
    r"(?P<what>[一-龥A-Za-z“”\"]{4,24}?)(?P<measure>总量|总值|增速|得分|指数)?,?(?:居|列|位居|位列|排名|排在|名列|排)"
    r"(?P<within>全[国省市县区]|[一-龥]{0,6}?)(?:各[一-龥]{1,4})?第(?P<rank>\d{1,3}|[一二三四五六七八九十]{1,3})(?:位|名)?"
)
_TIME = regex(r"\d{4}年|上年|去年|[一二三四上下]季度|[上下]半年|\d{1,2}月")
_HEAD = regex(r"^(?:其中|全年|我[市县区]|全[市县区]|本[市县区]|[一二三四五六]是|并|且|已)+")


def check(case: Case) -> Iterator[Draft]:
    """One finding for each thing of two ranks."""
    first: dict[tuple[str, str, str], tuple[Where, str]] = {}
    told: set[tuple[str, str, str]] = set()
    for where, found, time in _ranks(case):
        thing = (_HEAD.sub("", found["what"]) + (found["measure"] or ""), found["within"], time)
        rank = found["rank"]
        known = first.setdefault(thing, (where, rank))
        if number(known[1]) == number(rank) or thing in told or len(thing[0]) < 4:
            continue
        told.add(thing)
        yield Draft(
            message=f"{about(case, where, thing[0])}此处为{thing[1]}第{rank}，"
            f"{place(case.document, known[0])}为{thing[1]}第{known[1]}",
            where=(where, known[0]),
            name=thing[0],
            expected=f"第{known[1]}",
            observed=f"第{rank}",
            advice="核对后统一为一个名次",
            ask="排名的通报或文件",
        )


def _ranks(case: Case) -> Iterator[tuple[Where, re.Match[str], str]]:
    """Every rank with its place and the time named before it in the sentence."""
    for block in case.document.blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                for found in _RANK.finditer(fold_widths(cell.text)):
                    yield cite_cell(block, cell, *found.span()), found, _time(cell.text, found)
        else:
            for found in _RANK.finditer(fold_widths(block.text)):
                yield cite_paragraph(block, *found.span()), found, _time(block.text, found)


def _time(text: str, found: re.Match[str]) -> str:
    sentence = re.split(r"[。；;\n]", text[: found.start("rank")])[-1]
    times = _TIME.findall(sentence)
    return times[-1] if times else ""


RULE = Rule(
    code="CON517",
    name="rank-conflict",
    title="同一事项有两个名次",
    severity=Severity.NOTICE,
    since="0.1.0",
    check=check,
    examples=(
        Example(
            "fires", narrative("社会消费品零售总额增速居全省第3位。", "社会消费品零售总额增速居全省第2位。"), "第3与第2"
        ),
        Example("fires", narrative("营商环境评价排名全市第一。", "我区营商环境评价排名全市第二。"), "第一与第二"),
        Example("silent", narrative("营商环境评价排名全市第一。", "我区营商环境评价排名全市第1名。"), "相同"),
        Example("silent", narrative("营商环境评价排名全市第一，政务公开评价排名全市第二。"), "两件事"),
        Example("near_miss", narrative("营商环境评价排名全市第一。", "营商环境评价排名全省第五。"), "范围不同"),
        Example(
            "near_miss",
            narrative("外贸进出口总额总量居全省第三位，外贸进出口总额增速居全省第一位。"),
            "总量和增速各有名次",
        ),
    ),
)
