"""Headings of a document → sections by their role, and for each block the headings that it stands under."""

import re
from collections.abc import Iterator

from toolkit.extract.citing import of_paragraph
from toolkit.extract.titles import is_title
from toolkit.model.document import Block, Document, Paragraph
from toolkit.model.record import Section, SectionRole
from toolkit.patterns import regex
from toolkit.text import key

_ROLES: tuple[tuple[SectionRole, re.Pattern[str]], ...] = (
    ("measures", regex(r"改进措施|整改|下一步|下步|改进|建议|工作打算|努力方向|有关建议")),
    ("problems", regex(r"问题|不足|困难|存在的")),
    ("objectives", regex(r"绩效目标(?!.*完成|.*实现)|目标设定|指标设定|绩效指标设")),
    (
        "analysis",
        regex(
            r"指标.*分析|完成情况|评价分析|指标.*情况|得分情况|绩效分析|实现情况|逐项|评分情况|绩效情况分析|任务绩效|效能|加减分|自评情况"
        ),
    ),
    ("conclusion", regex(r"结论|综述|评价结果|自评结果|总体评价|自评得分|综合评价")),
    ("achievements", regex(r"成效|成绩|亮点|效益|经验")),
    ("funds", regex(r"资金|收支|预算|经费|支出情况|财务")),
    ("overview", regex(r"概况|基本情况|职能|机构|职责|基本信息|概述|背景|年度总体工作|重点工作")),
)


def role_of(title: str) -> SectionRole:
    """The role a heading's words show."""
    name = key(title)
    return next((role for role, words in _ROLES if words.search(name)), "other")


def sections(document: Document) -> tuple[Section, ...]:
    """Every heading in order; the title of the report is none."""
    return tuple(
        Section(role=role_of(block.text), title=block.text, where=of_paragraph(block).where)
        for block in document.blocks
        if isinstance(block, Paragraph)
        and block.level is not None
        and block.level > 0
        and len(key(block.text)) <= 60
        and not is_title(block.text)
    )


def under_headings(document: Document) -> Iterator[tuple[Block, tuple[Paragraph, ...]]]:
    """Each block with the headings above it, outermost first; a heading stands under its elders."""
    stack: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.level is not None:
            while stack and (stack[-1].level or 0) >= block.level:
                stack.pop()
            yield block, tuple(stack)
            stack.append(block)
        else:
            yield block, tuple(stack)
