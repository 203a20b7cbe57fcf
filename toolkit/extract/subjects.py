"""A document with several subjects → its parts, each a Document of its own: first the report, then the annexes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from toolkit.extract.citing import Span, of_paragraph
from toolkit.extract.columns import heads_money, printings, role_of
from toolkit.extract.one_subject import joined
from toolkit.extract.shared_tables import separated
from toolkit.extract.summaries import LEVEL1
from toolkit.extract.titles import is_title, project_of_chapter
from toolkit.layout.outline import numbering
from toolkit.model.document import Block, Document, Paragraph, Table
from toolkit.text import fold_widths, key

_PROJECT = re.compile(r"^(?:项目|专项)(?:支出)?名称$|^专项资金名称$|^转移支付\(?(?:项目|资金)?\)?名称$")
_ACCOUNTS = re.compile(r"(?:部门|单位|局|委|厅|院|中心|校)决算(?!数)")
_PART = re.compile(r"^第[一二三四五六七八九十]+部分")
_TOTAL = re.compile(
    r"(?:总分|总得分|自评得分|综合得分|自评总分|(?<=100分,)自评)(?:数|值|为|是|共|计|:)*\d+(?:\.\d+)?分"
)
_HEAD, _NEAR = 15, 40
_FEWEST = 2  # chapters
_FULL = frozenset({"100", "100分"})
_SCORED = re.compile(
    r"\s*(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.])\s*(?P<project>[^,:。;\d]{2,30})"
    r"[:,](?:自评)?(?:得分?|总分)?\d{2,3}(?:\.\d+)?分(?:[,;(][^。]{0,20})?。?"
)
_NAMES = re.compile(r"(?:项目|专项)(?:支出)?名称$")
_HEAD_ROWS = 3
_LAST = 3  # rows of a table among which its total stands
_CAPTIONED = 3  # blocks below a title among which its table stands
_SCORE = re.compile(r"(?<![\d.])\d{2}(?:\.\d{1,4})?(?=分)")
_CELL = re.compile(r"(\d{2}(?:\.\d{1,4})?)分?")
_NUMBERED = re.compile(r"([一二三四五六七八九十])、")
_NUMERALS = {one: number for number, one in enumerate("一二三四五六七八九十", 1)}
_HEADING = re.compile(r"自评表|评价表|附[件表]\d*|^表\d|年度\)$|^项目\d|单位[:：]|^附")


def parts(document: Document) -> tuple[Document, ...]:
    """The report and each annex. A subject begins with its title or the table that names another project; some share
    a table.

    A file of several self-evaluation tables without a report: the first is the report. Notes stay with the first.
    """
    whole, *sharing = separated(document)
    return *joined(_one_after_the_other(whole)), *sharing


def _one_after_the_other(document: Document) -> tuple[Document, ...]:
    blocks = _chapter(document.blocks)
    starts = _starts(blocks)
    whole = document if len(blocks) == len(document.blocks) else replace(document, blocks=blocks)
    report, *chapters = _of_projects(whole)
    inside = {block.id for chapter in chapters for block in chapter.blocks}
    if len(starts) < 2 or any(blocks[start].id in inside for start in starts[1:]):
        return report, *chapters
    found = []
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(blocks)
        first = 0 if index == 0 else start
        notes, furniture = (document.notes, document.furniture) if index == 0 else ((), ())
        found.append(replace(document, blocks=blocks[first:end], notes=notes, furniture=furniture))
    return tuple(found)


def _of_projects(document: Document) -> tuple[Document, ...]:
    """A report whose chapters are headed by a project each and score it (二、甲项目 … 总分96分): what stands in no such
    chapter is the report, each of them an annex. Any other document is taken whole."""
    chapters: dict[int, list[Block]] = {}
    rest: list[Block] = []
    own, depth = rest, 1
    listed, scored = frozenset(_listed(document.blocks)), _scored_heads(document.blocks)
    for index, block in enumerate(document.blocks):
        level = _depth(block) if index in scored else block.level if isinstance(block, Paragraph) else None
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


def _scored_heads(blocks: Sequence[Block]) -> frozenset[int]:
    """Where paragraphs stand that name and score what the table below them lists (（一）古树保护：96.5分，等级为优);
    none where there is but one."""
    heads = {
        index
        for index, block in enumerate(blocks[:-1])
        if isinstance(block, Paragraph)
        and (told := _SCORED.fullmatch(fold_widths(block.text))) is not None
        and LEVEL1.match(key(told["project"])) is None
        and _scores_hundred(blocks[index + 1])
    }
    return frozenset(heads) if len(heads) >= _FEWEST else frozenset()


def _depth(block: Block) -> int | None:
    """How deep the number of a paragraph stands."""
    found = numbering(block.text) if isinstance(block, Paragraph) else None
    return None if found is None else found[0]


def _is_scored(blocks: Sequence[Block]) -> bool:
    """Whether a chapter tells a total or holds a table with points and scores."""
    told = key("".join(block.text for block in blocks if isinstance(block, Paragraph)))
    return _TOTAL.search(told) is not None or any(map(_scores, blocks))


def _scores(block: Block) -> bool:
    if not isinstance(block, Table):
        return False
    heads = {role_of(cell.text, printings("indicators")) for cell in block.cells if cell.row < _HEAD}
    return {"max_score", "claimed_score"} <= heads


def _scores_hundred(block: Block) -> bool:
    """Whether a table scores lines that make a hundred points, as those of a whole subject do."""
    return isinstance(block, Table) and _scores(block) and any(key(cell.text) in _FULL for cell in block.cells)


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


def project_heading(part: Document) -> Span | None:
    """The name in the heading of a part that is the chapter of a project and no document with a title of its own."""
    first = part.blocks[0] if part.blocks else None
    scored = _SCORED.fullmatch(fold_widths(first.text)) if isinstance(first, Paragraph) else None
    if isinstance(first, Paragraph) and scored is not None:
        return of_paragraph(first).sub(*scored.span("project"))
    if not isinstance(first, Paragraph) or first.level is None:
        return None
    if (named := project_of_chapter(first)) is not None:
        return named
    found = numbering(first.text)
    if found is None or is_title(first.text) or _HEADING.search(key(first.text)):
        return None
    return of_paragraph(first).sub(found[1], len(first.text))


def _chapter(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Of a file that publishes final accounts (决算公开), the self-evaluation chapter and what is annexed to it.

    The chapter begins with the first title that has a body; it ends before the next 第…部分 after which no title and
    no project's table comes. Any other file is taken whole.
    """
    head = [block for block in blocks[:_HEAD] if isinstance(block, Paragraph)]
    if not any(_ACCOUNTS.search(key(block.text)) and not is_title(block.text) for block in head):
        return blocks
    subjects = [
        index for index, block in enumerate(blocks) if _is_subject(block) and _has_body(blocks[index + 1 :][:_NEAR])
    ]
    if not subjects:
        return blocks
    later = (
        index
        for index in range(subjects[-1] + 1, len(blocks))
        if isinstance(block := blocks[index], Paragraph) and _PART.match(key(block.text))
    )
    return blocks[subjects[0] : next(later, len(blocks))]


def _is_subject(block: Block) -> bool:
    return _project_of(block) is not None or (isinstance(block, Paragraph) and is_title(block.text))


def _starts(blocks: tuple[Block, ...]) -> list[int]:
    starts: list[int] = []
    subject: str | None = None
    opened = False
    for index, block in enumerate(blocks):
        project = _project_of(block)
        if project is not None:
            begin = _with_titles(blocks, index)
            if not starts:
                starts.append(0 if not _has_body(blocks[:begin]) else begin)
                if starts[0]:
                    starts.insert(0, 0)
            elif project != subject and (subject is not None or opened) and begin > starts[-1]:
                starts.append(begin)
            subject = project
            opened = True
        elif isinstance(block, Paragraph) and is_title(block.text) and _opens(blocks, index, starts):
            starts.append(index if starts else 0)
            subject = None
            opened = _whole_department(block)
        elif isinstance(block, Paragraph) and is_title(block.text) and subject is None:
            opened = opened or (_whole_department(block) and _table_below_is_its_own(blocks, index))
    return starts


def _opens(blocks: tuple[Block, ...], index: int, starts: list[int]) -> bool:
    """Whether a title begins a subject: the first always, a later one between two bodies, but no project table's."""
    if not starts:
        return True
    return (
        _has_body(blocks[starts[-1] : index])
        and _has_body(blocks[index + 1 :])
        and not _project_below(blocks, index)
        and not _heads_own_table(blocks, index, starts[-1])
    )


def _heads_own_table(blocks: tuple[Block, ...], index: int, start: int) -> bool:
    """Whether a title is the caption of a table of the report that began at `start`: the text before tells the total
    that the table ends with or, telling none, counts its chapters on behind the table (三、 … 四、)."""
    below = range(index + 1, min(index + 1 + _CAPTIONED, len(blocks)))
    place = next((at for at in below if isinstance(blocks[at], Table)), None)
    if place is None:
        return False
    prose = [key(block.text) for block in blocks[start:index] if isinstance(block, Paragraph)]
    if any(map(_TOTAL.search, prose)):
        return bool(_ends_with(blocks[place]) & {Decimal(told) for line in prose for told in _SCORE.findall(line)})
    before = [number for line in prose if (number := _chapter_number(line))]
    behind = (_chapter_number(key(block.text)) for block in blocks[place + 1 :] if isinstance(block, Paragraph))
    return bool(before) and next((number for number in behind if number), 0) == before[-1] + 1


def _ends_with(block: Block) -> set[Decimal]:
    """The numbers of two digits before the point in the last rows of a table."""
    if not isinstance(block, Table):
        return set()
    cells = (key(cell.text) for cell in block.cells if cell.row >= block.rows - _LAST)
    return {Decimal(found[1]) for text in cells if (found := _CELL.fullmatch(text)) is not None}


def _chapter_number(line: str) -> int:
    """The number of the chapter that a line heads; 0 for none."""
    found = _NUMBERED.match(line)
    return _NUMERALS[found[1]] if found is not None and len(line) <= _NEAR and "。" not in line else 0


def _whole_department(block: Paragraph) -> bool:
    """Whether a title speaks of a department: a project's table below it is another subject."""
    return bool(re.search(r"整体支出|部门整体", key(block.text)))


def _project_of(block: Block) -> str | None:
    if isinstance(block, Table):
        for cell in block.cells:
            if _PROJECT.match(key(cell.text)):
                right = block.covering(cell.row, cell.column + cell.column_span)
                if right is not None and key(right.text) and cell.row < 4 and not heads_money(right.text):
                    return key(right.text)
        return None
    found = re.match(r"^(?:项目|专项)(?:支出)?名称[:：](.+)$", key(block.text))
    return found[1] if found is not None and len(found[1]) <= 60 else None


def _with_titles(blocks: tuple[Block, ...], index: int) -> int:
    """Where the subject of the table at `index` begins: the titles and captions directly above belong to it."""
    begin = index
    while begin > 0:
        above = blocks[begin - 1]
        if not isinstance(above, Paragraph) or len(key(above.text)) > 60 or "。" in above.text:
            break
        if not (is_title(above.text) or _HEADING.search(key(above.text))):
            break
        begin -= 1
    return begin


def _table_below_is_its_own(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether the next table below a title names no project."""
    below = next((block for block in blocks[index + 1 :] if isinstance(block, Table)), None)
    return below is not None and _project_of(below) is None


def _project_below(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a title only heads the project table that follows it within a few lines."""
    return any(_project_of(block) is not None for block in blocks[index + 1 : index + 5])


def _has_body(blocks: tuple[Block, ...]) -> bool:
    """Whether there is more than titles: a table, or some running text."""
    if any(isinstance(block, Table) for block in blocks):
        return True
    return sum(len(block.text) for block in blocks if isinstance(block, Paragraph) and not is_title(block.text)) > 200
