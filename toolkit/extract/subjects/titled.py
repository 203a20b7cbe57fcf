"""Blocks of a document → where each subject begins: with its title, or the table that names another project."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from toolkit.extract.called_projects import called_projects, lists_hundred
from toolkit.extract.column_roles import heads_column
from toolkit.extract.titles import is_title
from toolkit.model.document import Block, Paragraph, Table
from toolkit.patterns import regex
from toolkit.text import key

TOTAL: Final = regex(
    r"(?:总分|总得分|自评得分|综合得分|自评总分|(?<=100分,)自评)(?:数|值|为|是|共|计|:)*\d+(?:\.\d+)?分"
)
CAPTION: Final = regex(r"自评表|评价表|附[件表]\d*|^表\d|年度\)$|^项目\d|单位[:：]|^附")
_BARE = regex("(?:(?:项目|部门)?(?:整体)?支出)?绩效(?:自评|评价|自我评价)(?:情况|结果)?(?:报告|表|说明)?")
_PROJECT = regex(r"^(?:项目|专项)(?:支出)?名称$|^专项资金名称$|^转移支付\(?(?:项目|资金)?\)?名称$")
_APPENDED = regex(
    r"附件?[\d一二三四五六]{0,2}[:：](.{2,30}?)(?:项目)?(?:20\d\d年度?)?(?:支出)?(?:(?:绩效)?自评(?:情况|总结|小结|说明|报告)(?:的?说明)?|绩效自评)"
)
"""附：以奖代补项目自评情况, above the text on a project behind the report of a department."""
_SEVERAL = regex(
    r"(?:项目|专项)[共计有]*(?:[2-9]|\d{2,3}|[二两三四五六七八九十]{1,3})个"
    r"|(?:[2-9]|\d{2,3}|[二两三四五六七八九十]{1,3})个(?:财政|预算|支出|专项|重点)*项目"
)
_WHOLE = regex(
    r"(?:[(]?[一二三四五六七八九十\d]+[)、.])?(?:20\d\d年度?)?(?:部门|单位)整体(?:支出)?绩效(?:自评|评价)报告"
)
_SUMMARY = regex(r"绩效自评(?:结果)?(?:综述|情况)[:：]")
_FEWEST = 2
_LAST = 3  # rows of a table among which its total stands
_CAPTIONED = 3  # blocks below a title among which its table stands
_NEAR = 40
_SELF_SCORED = regex(r"自评为?\d{2,3}(?:\.\d+)?分")
_SCORE = regex(r"(?<![\d.])\d{2}(?:\.\d{1,4})?(?=分)")
_CELL = regex(r"(\d{2}(?:\.\d{1,4})?)分?")
_NUMBERED = regex(r"([一二三四五六七八九十])、")
_NUMERALS = {one: number for number, one in enumerate("一二三四五六七八九十", 1)}


def beginnings(blocks: tuple[Block, ...]) -> list[int]:
    """The places of the blocks that subjects begin with, the first of them 0; empty where nothing names a subject."""
    starts: list[int] = []
    first = 0
    form: Block | None = None
    subject: str | None = None
    opened = False
    called = called_projects(blocks)
    for index, block in enumerate(blocks):
        project = key(called[index].text) if index in called else project_of(block)
        if project is not None:
            begin = with_summary(blocks, _with_titles(blocks, index), project)
            if not first:
                first, form = begin, block
            if not starts:
                starts.append(0 if not has_body(blocks[:begin]) else begin)
                if starts[0]:
                    starts.insert(0, 0)
            elif project != subject and (subject is not None or opened) and begin > starts[-1]:
                starts.append(begin)
            subject = project
            opened = True
        elif isinstance(block, Paragraph) and is_title(block.text) and _opens(blocks, index, starts):
            if not starts and heads_whole(blocks[0]) and has_body(blocks[:index]):
                starts.append(0)
            starts.append(_with_lines_above(blocks, index, starts[-1] + 1) if starts else 0)
            subject = None
            opened = _whole_department(block)
        elif isinstance(block, Paragraph) and is_title(block.text) and subject is None:
            opened = opened or (_whole_department(block) and _table_below_is_its_own(blocks, index))
    if starts == [0] and form is not None and lists_hundred(form) and _of_another(blocks, first, subject or ""):
        return [0, first]
    several = len(starts) > 1 and starts[0] == 0 < first < starts[1]
    apart = several and (_tells_of_several(blocks[:first]) or _scored_apart(blocks[:first], blocks[first : starts[1]]))
    return [0, first, *starts[1:]] if apart else starts


def _of_another(blocks: tuple[Block, ...], first: int, project: str) -> bool:
    """Whether the form that begins at `first` is of another project than the one whose report stands above: the titles
    of that name one, not this, and the score that the form ends with is not told there."""
    titles = [key(line.text) for line in blocks[:_CAPTIONED] if isinstance(line, Paragraph) and is_title(line.text)]
    named = any("项目" in title for title in titles) and not any(project.removesuffix("项目") in one for one in titles)
    told, ends = told_totals(blocks[:first]), set[Decimal]().union(*map(ends_with, blocks[first:]))
    return named and bool(told) and bool(ends) and max(ends) not in (told or ())


def _scored_apart(above: tuple[Block, ...], below: tuple[Block, ...]) -> bool:
    """Whether tables score a hundred points before the first of several projects and again below its name."""
    return any(map(lists_hundred, above)) and any(map(lists_hundred, below))


def _tells_of_several(blocks: tuple[Block, ...]) -> bool:
    """Whether a few words before the first of several projects count them all, or a table lists them: their money is
    none of its own."""
    return any(
        _lists_projects(block) if isinstance(block, Table) else _SEVERAL.search(key(block.text)) for block in blocks
    )


def _lists_projects(table: Table) -> bool:
    """Whether projects are named below each other, beside what is told of each."""
    heads = (cell for cell in table.cells if cell.row < table.rows - _FEWEST and _PROJECT.match(key(cell.text)))
    beside = (table.covering(head.row, head.column + head.column_span) for head in heads)
    return any(right is not None and heads_column(right.text) for right in beside)


def _opens(blocks: tuple[Block, ...], index: int, starts: list[int]) -> bool:
    """Whether a title begins a subject: the first always, a later one between two bodies, but no project table's."""
    if not starts:
        return True
    return (
        has_body(blocks[starts[-1] : index])
        and has_body(blocks[index + 1 :])
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
    if (told := told_totals(blocks[start:index])) is not None:
        return bool(ends_with(blocks[place]) & told)
    prose = [key(block.text) for block in blocks[start:index] if isinstance(block, Paragraph)]
    before = [number for line in prose if (number := _chapter_number(line))]
    behind = (_chapter_number(key(block.text)) for block in blocks[place + 1 :] if isinstance(block, Paragraph))
    return bool(before) and next((number for number in behind if number), 0) == before[-1] + 1


def told_totals(blocks: tuple[Block, ...]) -> set[Decimal] | None:
    """The scores of two digits before the point in running text that tells a total; None where none is told."""
    prose = [key(block.text) for block in blocks if isinstance(block, Paragraph)]
    if not any(TOTAL.search(line) or _SELF_SCORED.search(line) for line in prose):
        return None
    return {Decimal(told) for line in prose for told in _SCORE.findall(line)}


def ends_with(block: Block) -> set[Decimal]:
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


def project_of(block: Block) -> str | None:
    if isinstance(block, Table):
        for cell in block.cells:
            if _PROJECT.match(key(cell.text)):
                right = block.covering(cell.row, cell.column + cell.column_span)
                if right is not None and key(right.text) and cell.row < 4 and not heads_column(right.text):
                    return key(right.text)
        return None
    words = key(block.text)
    found = re.match(r"^(?:项目|专项)(?:支出)?名称[:：](.+)$", words) or _APPENDED.fullmatch(words)
    return found[1] if found is not None and len(found[1]) <= 60 else None


def heads_whole(block: Block) -> bool:
    """Whether a heading opens the chapter on the whole department, which has no title of a report."""
    return isinstance(block, Paragraph) and block.level is not None and _WHOLE.fullmatch(key(block.text)) is not None


def with_summary(blocks: tuple[Block, ...], begin: int, project: str) -> int:
    """Where the subject begins whose titles begin there: with the summary of the project right above them
    (…绩效自评综述：…), as final accounts print one before each table."""
    above = blocks[begin - 1] if begin else None
    told = key(above.text) if isinstance(above, Paragraph) else ""
    return begin - 1 if _SUMMARY.search(told) and project in told else begin


def _with_titles(blocks: tuple[Block, ...], index: int) -> int:
    """Where the subject of the table at `index` begins: the titles and captions directly above belong to it."""
    return _up(blocks, index, 0, _is_title_or_caption)


def _with_lines_above(blocks: tuple[Block, ...], index: int, least: int) -> int:
    """Where a subject whose title stands at `index` begins: with the line that the title goes on from, where it names
    nothing itself (某某资金 / 绩效自评报告), and the captions above (附件2); no further up than `least`."""
    title = blocks[index]
    if isinstance(title, Paragraph) and _BARE.fullmatch(key(title.text)):
        index = _up(blocks, index, max(least, index - 1), _is_line)
    return _up(blocks, index, least, lambda above: _is_line(above) and CAPTION.search(key(above.text)) is not None)


def _up(blocks: tuple[Block, ...], begin: int, least: int, belongs: Callable[[Paragraph], bool]) -> int:
    """How far up, to `least` at most, the paragraphs above `begin` belong to what begins there."""
    while begin > least and isinstance(above := blocks[begin - 1], Paragraph) and belongs(above):
        begin -= 1
    return begin


def _is_title_or_caption(line: Paragraph) -> bool:
    name = key(line.text)
    return len(name) <= 60 and "。" not in line.text and (is_title(line.text) or CAPTION.search(name) is not None)


def _is_line(line: Paragraph) -> bool:
    """Whether a paragraph is a line of a title or a caption: short, no sentence, no heading."""
    return line.level is None and len(key(line.text)) <= _NEAR and not re.search("[。；;：:]", line.text)


def _table_below_is_its_own(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether the next table below a title names no project."""
    below = next((block for block in blocks[index + 1 :] if isinstance(block, Table)), None)
    return below is not None and project_of(below) is None


def _project_below(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a title only heads the project table that follows it within a few lines."""
    return any(project_of(block) is not None for block in blocks[index + 1 : index + 5])


def has_body(blocks: tuple[Block, ...]) -> bool:
    """Whether there is more than titles: a table, or some running text."""
    if any(isinstance(block, Table) for block in blocks):
        return True
    return sum(len(block.text) for block in blocks if isinstance(block, Paragraph) and not is_title(block.text)) > 200
