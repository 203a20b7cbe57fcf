"""A `Where` → the words by which a person finds the place: 第9页 表2 第7行第3列."""

import re

from toolkit.model.citation import Segment, Where

_BLOCK = re.compile(r"(?:p(?P<page>\d+)\.)?(?P<sort>[bt])(?P<number>\d+)")


def place(where: Where | None) -> str:
    """Where the quote begins and, if it runs on to a later page, where it ends; empty for no place."""
    if where is None or not where.segments:
        return ""
    first, last = where.segments[0], where.segments[-1]
    begins = _begins(first)
    if first.page is not None and last.page is not None and last.page != first.page:
        return f"{begins}（续至第{last.page}页）"
    return begins


def _begins(segment: Segment) -> str:
    if segment.sheet is not None:
        return f"工作表“{segment.sheet}”{segment.ref or ''}"
    block = _BLOCK.fullmatch(segment.block)
    words = [] if segment.page is None else [f"第{segment.page}页"]
    if segment.cell is not None:
        row, column = segment.cell
        number = block["number"] if block else segment.block
        words.append(f"表{number}")
        words.append(f"第{row + 1}行第{column + 1}列")
    elif segment.line is None:
        words.append(f"第{block['number']}段" if block else segment.block)
    if segment.line is not None:
        words.append(f"原文第{segment.line}行")
    return " ".join(words)
