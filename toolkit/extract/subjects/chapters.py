"""A report whose chapters are headed by a project each and score it → the report, and each chapter as an annex."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain, pairwise

from toolkit.extract.called_projects import (
    called_in,
    called_projects,
    lists_hundred,
    named_alone,
    own_total,
    scores,
    scores_hundred,
)
from toolkit.extract.citing import Span, cite_number, of_paragraph
from toolkit.extract.subjects.titled import CAPTION, TOTAL, has_body
from toolkit.extract.summaries import LEVEL1
from toolkit.extract.titles import is_title, project_of_chapter
from toolkit.layout.lines import ends_sentence
from toolkit.layout.outline import numbering
from toolkit.model.citation import CitedNumber
from toolkit.model.document import Block, Document, Paragraph, Table
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_FEWEST = 2  # chapters
_SCORED = regex(
    r"\s*(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.])\s*(?P<project>[^,:。;\d]{2,30})"
    r"[:,](?:自评)?(?:得分?|总分)?\d{2,3}(?:\.\d+)?分(?:[,;(][^。]{0,20})?。?"
)
_NAMES = regex(r"(?:项目|专项)(?:支出)?名称$")
_OWN_TOTAL = regex(
    r"(?:^|[,。;:\s])(?:经?[该本]?项目)?(?:综合)?自评(?:总得分|综合得分|总分|得分?)(?:为|是|共|计|:)*\s*(\d{2,3}(?:\.\d+)?)\s*分"
)
_OF_PROJECT = regex(r"[该本此]项目(?:综合)?自评(?:总得分|综合得分|总分|得分?)(?:为|是|共|计|:)*\d")
_LINE = regex(r"得\d{1,2}(?:\.\d+)?分")
_OUTLINE = regex(r"\s*(?:\d{1,2}\.)*\d{1,2}\s+")  # 2.1 重点研发计划
_NO_PROJECT = regex(
    r"自评|评价|评分|打分|结论|结果|情况|得分|分析|年度?$"
    r"|(?:目标|完成|实现|说明|附[表件]|概况|绩效|指标|成效|成绩|问题|措施|建议)$"
)
_FEWEST_LINES = 3
_MORE_THAN_ONE = 110  # points: what two totals make, and two groups of one hundred never do
_HEAD_ROWS = 3


def of_projects(document: Document) -> tuple[Document, ...]:
    """A report whose chapters are headed by a project each and score it (二、甲项目 … 总分96分): what stands in no such
    chapter is the report, each of them an annex. Any other document is taken whole."""
    if called := called_projects(document.blocks):  # with nothing but a title above, the first of them is the report
        above = document.blocks[: min(called)]
        told = any(isinstance(block, Paragraph) and ends_sentence(block.text) for block in above)
        return _of_called(document, [*called]) if told or has_body(above) else (document,)
    chapters: dict[int, list[Block]] = {}
    rest: list[Block] = []
    own, depth = rest, 1
    listed = frozenset(_listed(document.blocks))
    scored = _scored_heads(document.blocks) or frozenset(_totalled_heads(document.blocks))
    for index, block in enumerate(document.blocks):
        level = (_depth(block) if index in scored else None) or _level(block)
        if isinstance(block, Paragraph) and level is not None:
            names = index in scored or _names_project(block, listed)
            if names and (not chapters or level == depth):
                own, depth = chapters.setdefault(index, []), level
            elif level <= depth:
                own = rest
        own.append(block)
    if len(chapters) < _FEWEST or not all(map(_is_scored, chapters.values())):
        return (document,)
    annexes = (replace(document, blocks=tuple(own), notes=(), furniture=()) for own in chapters.values())
    return replace(document, blocks=tuple(rest)), *annexes


def _of_called(document: Document, heads: Sequence[int]) -> tuple[Document, ...]:
    """What stands before projects that are called by number, and from the next chapter on, is the report; each of them,
    up to the next, an annex."""
    blocks = document.blocks
    last = range(heads[-1] + 1, len(blocks))
    behind = range(next((index for index in last if scores_hundred(blocks[index])), last.start), len(blocks))
    deepest = min(filter(None, (_level(blocks[head]) for head in heads)), default=1)
    end = next((index for index in behind if (_level(blocks[index]) or deepest + 1) <= deepest), len(blocks))
    annexes = (
        replace(document, blocks=blocks[start:stop], notes=(), furniture=()) for start, stop in pairwise((*heads, end))
    )
    return replace(document, blocks=(*blocks[: heads[0]], *blocks[end:])), *annexes


def _scored_heads(blocks: Sequence[Block]) -> frozenset[int]:
    """Where paragraphs stand that name and score what the table below them lists (（一）古树保护：96.5分，等级为优);
    none where there is but one."""
    heads = {
        index
        for index, block in enumerate(blocks[:-1])
        if isinstance(block, Paragraph)
        and (told := _SCORED.fullmatch(fold_widths(block.text))) is not None
        and LEVEL1.match(key(told["project"])) is None
        and scores_hundred(blocks[index + 1])
    }
    return frozenset(heads) if len(heads) >= _FEWEST else frozenset()


def _totalled_heads(blocks: Sequence[Block]) -> Iterator[int]:
    """Where headings beside one another stand of which each is followed by a total of its own and its lines: too much
    together for groups of one hundred points. Others may stand among them where each total is called a project's, or
    stands beside a form. One total told twice is one report's."""
    for run, stop in _siblings(blocks):
        chapters = {start: blocks[start + 1 : end] for start, end in pairwise((*run, stop))}
        told = {start: total for start, own in chapters.items() if (total := _own_total(own)) is not None}
        least = sorted(told.values())[:_FEWEST]
        apart = len(least) == _FEWEST and sum(least) > _MORE_THAN_ONE
        alone = len(told) == len(chapters) or all(_OF_PROJECT.search(_text(chapters[start])) for start in told)
        formed = len({*told.values()}) > 1 and all(any(map(lists_hundred, chapters[start])) for start in told)
        alone = alone or formed
        if apart and alone and all(_may_name_project(blocks[start]) for start in told):
            yield from told


def _siblings(blocks: Sequence[Block]) -> Iterator[tuple[list[int], int]]:
    """Where numbered headings of one depth stand below one heading, and where what they head ends."""
    open_runs: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        level = _level(block)
        if level is None:
            continue
        yield from ((open_runs.pop(deeper), index) for deeper in sorted(open_runs) if deeper > level)
        if isinstance(block, Paragraph) and (_depth(block) == level or _OUTLINE.match(block.text)):
            open_runs.setdefault(level, []).append(index)
    yield from ((run, len(blocks)) for run in open_runs.values())


def _own_total(blocks: Sequence[Block]) -> Decimal | None:
    """The one total that running text tells with its lines, or beside the table that lists them."""
    text = _text(blocks)
    told = {Decimal(score) for score in _OWN_TOTAL.findall(text)}
    listed = len(_LINE.findall(text)) >= _FEWEST_LINES or sum(map(lists_hundred, blocks)) == 1
    return told.pop() if len(told) == 1 and listed else None


def _text(blocks: Sequence[Block]) -> str:
    return fold_widths("\n".join(block.text for block in blocks if isinstance(block, Paragraph)))


def _may_name_project(block: Block) -> bool:
    """Whether a heading says no more than a name, and none that chapters on anything have."""
    if not isinstance(block, Paragraph):
        return False
    found = numbering(block.text)
    name = key(block.text[found[1] :] if found is not None else _OUTLINE.sub("", block.text))
    return bool(name) and LEVEL1.match(name) is None and _NO_PROJECT.search(name) is None


def _level(block: Block) -> int | None:
    """The level of a heading."""
    return block.level if isinstance(block, Paragraph) else None


def _depth(block: Block) -> int | None:
    """How deep the number of a paragraph stands."""
    found = numbering(block.text) if isinstance(block, Paragraph) else None
    return None if found is None else found[0]


def _is_scored(blocks: Sequence[Block]) -> bool:
    """Whether a chapter tells a total or holds a table with points and scores."""
    told = key("".join(block.text for block in blocks if isinstance(block, Paragraph)))
    return TOTAL.search(told) is not None or _own_total(blocks) is not None or any(map(scores, blocks))


def _names_project(heading: Paragraph, listed: frozenset[str]) -> bool:
    """Whether a heading names a project, by its words or because a table lists it."""
    if project_of_chapter(heading) is not None:
        return True
    found = numbering(heading.text)
    return found is not None and key(heading.text[found[1] :]) in listed


def _listed(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The projects that tables list in a column headed 项目名称."""
    for table in blocks:
        if isinstance(table, Table):
            heads = {
                cell.column: cell.row for cell in table.cells if cell.row < _HEAD_ROWS and _NAMES.match(key(cell.text))
            }
            yield from (key(cell.text) for cell in table.cells if cell.row > heads.get(cell.column, table.rows))


def project_total(part: Document) -> CitedNumber | None:
    """What the heading of such a part tells that its project gained, or a paragraph at its end."""
    told = chain((called_in(block, "score") for block in part.blocks[:1]), map(own_total, part.blocks))
    score = next(filter(None, told), None)
    return None if score is None else cite_number(score, "text:total")


def project_heading(part: Document) -> Span | None:
    """The name in the heading of a part that is the chapter of a project and no document with a title of its own."""
    first = part.blocks[0] if part.blocks else None
    if first is not None and (called := called_in(first, "name") or named_alone(first)) is not None:
        return called
    scored = _SCORED.fullmatch(fold_widths(first.text)) if isinstance(first, Paragraph) else None
    if isinstance(first, Paragraph) and scored is not None:
        return of_paragraph(first).sub(*scored.span("project"))
    if not isinstance(first, Paragraph) or first.level is None:
        return None
    if (named := project_of_chapter(first)) is not None:
        return named
    found = numbering(first.text)
    marked = _OUTLINE.match(first.text)
    begin = found[1] if found is not None else marked.end() if marked is not None else 0
    if not begin or is_title(first.text) or CAPTION.search(key(first.text)):
        return None
    return of_paragraph(first).sub(begin, len(first.text))
