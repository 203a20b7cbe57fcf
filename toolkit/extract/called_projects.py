"""Paragraphs that call a project by its number (项目一：…), or by nothing but its name, each above scores of its own →
their names."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, Literal

from toolkit.extract.citing import Span, of_paragraph
from toolkit.extract.column_roles import printings, role_of
from toolkit.model.document import Block, Paragraph, Table
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_CALLED: Final = regex(
    r"\s*(?:[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\)|第[一二三四五六七八九十]{1,2}(?:部分|章))?\s*"
    r"(?:(?:子?项目|专项)\s*|项目(?:支出)?绩效自评(?:报告|情况)?之)(?:[一二三四五六七八九十]{1,2}|\d{1,2})(?P<apart>\s*[:.、]\s*|\s+)?(?P<name>[^,。;:\d]{2,40}?)"
    r"(?:[(,](?:自评)?(?:得分?)?(?P<score>\d{2,3}(?:\.\d+)?)分\)?。?|(?(apart)|(?!)))\s*"
)
_ALONE: Final = regex(r"\s*(?P<name>[^,。;:、()\d]{2,30}(?:项目|工程|专项|专项资金))\s*")
"""A heading that is a name and no more: 天然林管护项目."""
NUMBERED: Final = regex(r"(?:项目|专项)\(?(?:[一二三四五六七八九十]|\d{1,2})\)?[:、.](?P<name>.{2,40})")
"""A project in a cell over the columns of its table: 项目一：校园保安服务."""
_SUM_TOLD: Final = regex(
    r"[。;,]\s*(?:自评)?(?:合计|共计|总计|总分|总得分)(?:得分|得|为|:)?\d{2,3}(?:\.\d+)?分[。;]?\s*$"
)
_SUM_IN: Final = regex(r"(?:合计|共计|总计|总分|总得分|自评得分|综合得分)(?:得分|得|为|是|:)*\d{2,3}(?:\.\d+)?分")
_OWN_TOTAL: Final = regex(
    r"\s*(?:子?项目|专项)(?:[一二三四五六七八九十]{1,2}|\d{1,2})(?:自评)?(?:总?得分|总分)[:为是\s]*(?P<score>\d{2,3}(?:\.\d+)?)分[。;]?"
)
_GAINED: Final = regex(r"得分?\d{1,2}(?:\.\d+)?分")
_FEWEST_LINES: Final = 3
_FULL: Final = frozenset({"100", "100分"})
_HEAD: Final = 15  # rows
_LONGEST: Final = 60  # characters of such a paragraph


def called_projects(blocks: Sequence[Block]) -> Mapping[int, Span]:
    """The place of each such paragraph → the name in it; empty where one of them stands above no scores of its own, or
    above several tables or paragraphs of them, and tells none itself."""
    found = {
        index: name
        for index, block in enumerate(blocks)
        if isinstance(block, Paragraph)
        and len(block.text) <= _LONGEST
        and (name := called_in(block, "name")) is not None
    }
    if not found:
        return _named_alone(blocks)
    stretches = [blocks[start:end] for start, end in pairwise((*found, len(blocks)))]
    scored = all(sum(map(scores_hundred, own)) == 1 for own in stretches)
    scored = scored or all(sum(own_total(block) is not None for block in own) == 1 for own in stretches)
    scored = scored or (len(found) > 1 and all(map(_tells_all, stretches)))
    return found if scored or (len(found) > 1 and all(called_in(blocks[index], "score") for index in found)) else {}


def _tells_all(blocks: Sequence[Block]) -> bool:
    """Whether running text tells what lines gained, paragraph by paragraph, and what that makes."""
    told = fold_widths("\n".join(block.text for block in blocks if isinstance(block, Paragraph)))
    return _SUM_IN.search(told) is not None and len(_GAINED.findall(told)) >= _FEWEST_LINES


def _named_alone(blocks: Sequence[Block]) -> Mapping[int, Span]:
    """The same of headings that are but names, two or more, each above one table that scores a hundred points."""
    found = {index: name for index, block in enumerate(blocks) if (name := named_alone(block)) is not None}
    stretches = [blocks[start:end] for start, end in pairwise((*found, len(blocks)))]
    scored = all(sum(map(lists_hundred, own)) == 1 for own in stretches)
    return found if len(found) > 1 and scored else {}


def named_alone(block: Block) -> Span | None:
    """The name of a project that is all that a paragraph says."""
    return _in_whole(_ALONE, block, "name")


def own_total(block: Block) -> Span | None:
    """What a paragraph tells that the project of a number gained (项目一自评得分：98分)."""
    return _in_whole(_OWN_TOTAL, block, "score")


def called_in(block: Block, part: Literal["name", "score"]) -> Span | None:
    """The name of the project that a paragraph calls by its number, or what it tells that it gained (项目一：步道建设
    （97分）)."""
    return _in_whole(_CALLED, block, part)


def _in_whole(pattern: re.Pattern[str], block: Block, part: str) -> Span | None:
    """A named part of a paragraph that is of this pattern as a whole."""
    if not isinstance(block, Paragraph):
        return None
    told = pattern.fullmatch(fold_widths(block.text).rstrip())
    return None if told is None or told[part] is None else of_paragraph(block).sub(*told.span(part))


def scores(block: Block) -> bool:
    """Whether a table has columns of points and of scores."""
    if not isinstance(block, Table):
        return False
    heads = {role_of(cell.text, printings("indicators")) for cell in block.cells if cell.row < _HEAD}
    return {"max_score", "claimed_score"} <= heads


def scores_hundred(block: Block) -> bool:
    """Whether a table scores lines that make a hundred points, as those of a whole subject do, or tells what
    lines gained and what that makes in running text."""
    if isinstance(block, Paragraph):
        told = fold_widths(block.text)
        return _SUM_TOLD.search(told) is not None and len(_GAINED.findall(told)) >= _FEWEST_LINES
    return lists_hundred(block)


def lists_hundred(block: Block) -> bool:
    """Whether a table scores lines that make a hundred points."""
    return isinstance(block, Table) and scores(block) and any(key(cell.text) in _FULL for cell in block.cells)
