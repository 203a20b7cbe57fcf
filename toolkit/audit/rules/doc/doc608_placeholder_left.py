"""检查什么：是否留有未填的占位符（XX、××、待填、20××年）。

为什么：占位符说明该处没有填写，或沿用了模板。

依据：报告自身的文字。

何时不报：型号、规格、衣物尺码中的字母；单个的X；乘号；电话号码中隐去的几位；填表说明。
"""

import re
from collections.abc import Iterator

from toolkit.audit.rule import Draft, Example, Rule
from toolkit.audit.specimen import LINES, QUANTITY, narrative, report
from toolkit.audit.wording import about, clip
from toolkit.model.case import Case
from toolkit.model.citation import Where, cite_cell, cite_paragraph
from toolkit.model.document import Table
from toolkit.model.finding import Severity
from toolkit.patterns import regex

_PLACEHOLDER = regex(
    r"20[xX\uff38×]{2}年?|(?<![A-Za-z0-9])[xX\uff38]{2,}(?![A-Za-z0-9])|(?<!\d{3})×{2,}|(?<![一二三四五六七八九〇○])[〇○]{2,}(?=[市县区局项年月])|待填写?|待补充|待完善数据|（此处填写[^）]*）"
)
_NOTES = regex(r"填表说明|填报说明|填写说明|^注[:：]")
_SHOWN = 5


def check(case: Case) -> Iterator[Draft]:
    """One finding at most, with all places."""
    found = list(_found(case))
    if not found:
        return
    shown = "；".join(f"{about(case, where, '')}“{clip(context)}”" for where, context in found[:_SHOWN])
    more = f"等{len(found)}处" if len(found) > _SHOWN else ""
    yield Draft(
        message=f"未填的占位符：{shown}{more}",
        where=tuple(where for where, _ in found),
        name="占位符",
        expected="填写实际内容",
        observed=f"{len(found)}处",
        advice="补填或删去",
    )


def _found(case: Case) -> Iterator[tuple[Where, str]]:
    for block in case.document.blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                for match in _matches(cell.text):
                    yield cite_cell(block, cell, match.start(), match.end()), _around(cell.text, match)
        else:
            for match in _matches(block.text):
                yield cite_paragraph(block, match.start(), match.end()), _around(block.text, match)


def _matches(text: str) -> Iterator[re.Match[str]]:
    return iter(()) if _NOTES.search(text) else _PLACEHOLDER.finditer(text)


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 8) : match.end() + 8]


RULE = Rule(
    code="DOC608",
    name="placeholder-left",
    title="留有未填的占位符",
    severity=Severity.WARNING,
    since="0.1.0",
    check=check,
    examples=(
        Example("fires", report(before="20××年，本项目共培训XX人次。"), "年度和人次都是占位符"),
        Example("fires", report(lines=(QUANTITY.replace("1236人次", "待填"), *LINES[1:])), "完成值写“待填”"),
        Example("silent", report(), "没有占位符"),
        Example("silent", report(before="本站建于二〇〇〇年，现有职工12人。"), "中文数字写的年份"),
        Example("silent", narrative("某X路段改造，规格为3×5米。"), "单个字母和乘号"),
        Example("near_miss", narrative("采购工作服（XXL码）20套，型号AXX2。"), "尺码和型号"),
    ),
)
