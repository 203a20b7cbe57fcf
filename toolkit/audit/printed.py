"""Document → its text as rules search it: every paragraph and cell once, and the words that belong to one line."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator

from toolkit.audit.once import once
from toolkit.audit.place import blocks_by_id
from toolkit.layout.outline import numbering
from toolkit.model.case import Case
from toolkit.model.citation import Where
from toolkit.model.document import Block, Document, Paragraph, Table
from toolkit.model.record import Indicator, PerformanceReport
from toolkit.patterns import regex
from toolkit.text import key

_RATIO_RULE = regex(
    r"未(?:达到|达|完成|达标|实现).{0,16}按.{0,24}(?:比例|比率|完成率)|按(?:实际)?完成(?:值|率).{0,14}比例.{0,6}分"
    r"|(?:实际)?完成值.{0,4}[/÷].{0,8}(?:指标|目标)值.{0,8}[×*xX].{0,6}(?:分值|权重)"
)
_EXECUTION_RULE = regex(
    r"(?:分值?|权重)\s*(?:[×*xX]|乘以?)\s*(?:预算|资金)?执行率|执行率\s*(?:[×*xX]|乘以?)\s*(?:\d+分|分值|权重|该项分值)"
)
_REASONS = regex(r"\s*(?:主要)?(?:扣分|失分|丢分|减分)的?(?:主要)?原因\s*[:：]")
_MARKS = "。；;\n"
_SENTENCE = regex(rf"[^{_MARKS}]+")
_SENTENCE_END = regex(rf"[{_MARKS}]")


def texts(document: Document) -> Iterator[str]:
    """Text of every paragraph and, row by row, of every table (cells joined by a blank)."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield from rows(block)
        else:
            yield block.text


def rows(table: Table) -> Iterator[str]:
    """The cells of each row, joined; a merged cell counts in its first row."""
    yield from _by_row(table).values()


@once
def _by_row(table: Table) -> dict[int, str]:
    lines: dict[int, list[str]] = {}
    for cell in table.cells:
        lines.setdefault(cell.row, []).append(cell.text)
    return {row: " ".join(text for text in lines[row] if text) for row in sorted(lines)}


def text_around(document: Document, where: Where) -> str:
    """The one of `texts` in which a place begins."""
    first = where.segments[0]
    block = blocks_by_id(document).get(first.block)
    if not isinstance(block, Table):
        return "" if block is None else block.text
    return "" if first.cell is None else _by_row(block).get(first.cell[0], "")


def sentences(document: Document) -> Iterator[str]:
    """Sentences and half-sentences of every paragraph and table row."""
    for text in texts(document):
        yield from _SENTENCE.findall(text)


def finds(document: Document, pattern: re.Pattern[str]) -> bool:
    """Whether the pattern stands anywhere in the document."""
    return any(pattern.search(text) for text in texts(document))


def cells_beside(document: Document, where: Where) -> tuple[str, ...]:
    """Texts of the table row in which this place stands; empty for running text."""
    first = where.segments[0]
    if first.cell is None:
        return ()
    table = blocks_by_id(document).get(first.block)
    if not isinstance(table, Table):
        return ()
    covering = [table.covering(first.cell[0], column) for column in range(table.columns)]
    return tuple(dict.fromkeys(cell.text for cell in covering if cell is not None and cell.text))


def words_of(case: Case, line: Indicator) -> str:
    """What stands printed for one line: its table row, or the paragraph from its name to the next line's."""
    first = line.name.where.segments[0]
    beside = cells_beside(case.document, line.name.where)
    if beside:
        return " ".join(beside)
    block = blocks_by_id(case.document).get(first.block)
    if block is None or isinstance(block, Table):
        return ""
    starts = _name_starts(case.report)[first.block]
    following = bisect_right(starts, first.chars[0])
    return block.text[first.chars[0] : starts[following] if following < len(starts) else None]


def under(case: Case, line: Indicator) -> Iterator[str]:
    """The paragraphs of deeper numbers right under the one that names a line, without those that name lines, and the
    reasons told right behind it (扣分原因：…)."""
    names = _name_starts(case.report)
    for place in _paragraphs_under(case.document).get(line.name.where.segments[0].block, ()):
        if place not in names:
            block = blocks_by_id(case.document)[place]
            yield "" if isinstance(block, Table) else block.text


@once
def _paragraphs_under(document: Document) -> dict[str, list[str]]:
    """By paragraph, those of deeper numbers that follow a numbered one, and one of reasons right behind it."""
    found: dict[str, list[str]] = defaultdict(list)
    elders: list[tuple[int, str]] = []
    last: Block | None = None
    for block in document.blocks:
        before, last = last, block
        if isinstance(block, Paragraph) and isinstance(before, Paragraph) and _REASONS.match(block.text):
            found[before.id].append(block.id)
        if isinstance(block, Table) or (block.level is not None and numbering(block.text) is None):
            elders = []
        elif (numbered := numbering(block.text)) is not None:
            elders = [elder for elder in elders if elder[0] < numbered[0]]
            for _, elder in elders:
                found[elder].append(block.id)
            elders.append((numbered[0], block.id))
    return dict(found)


@once
def _name_starts(report: PerformanceReport) -> dict[str, list[int]]:
    """Where the names of lines begin, in order, by block."""
    starts: dict[str, list[int]] = defaultdict(list)
    for line in report.indicators:
        first = line.name.where.segments[0]
        starts[first.block].append(first.chars[0])
    return {block: sorted(found) for block, found in starts.items()}


def ratio_rule_is_printed(case: Case) -> bool:
    """Whether the report prints the general rule: what is not met is scored by actual ÷ target."""
    return _ratio_rule_in(case.document)


@once
def _ratio_rule_in(document: Document) -> bool:
    return finds(document, _RATIO_RULE)


def execution_rule_is_printed(case: Case) -> bool:
    """Whether the report prints the rule: points × execution rate."""
    return _execution_rule_in(case.document)


@once
def _execution_rule_in(document: Document) -> bool:
    return finds(document, _EXECUTION_RULE)


def standard_is_cited(case: Case) -> bool:
    """Whether the report names the standard in use by document number or title of its document."""
    names = [case.standard.document_number or "", *case.standard.applies.documents]
    wanted = [key(name) for name in names if len(key(name)) >= 6]
    return bool(wanted) and any(name in key(text) for text in texts(case.document) for name in wanted)


def row_or_sentence(document: Document, where: Where) -> str:
    """The table row, or the sentence, in which a place begins."""
    beside = cells_beside(document, where)
    if beside:
        return " ".join(beside)
    first = where.segments[0]
    block, position = blocks_by_id(document).get(first.block), first.chars[0]
    if block is None or isinstance(block, Table) or block.text[position : position + 1] in _MARKS:
        return ""
    ends = _sentence_ends(document)[first.block]
    following = bisect_left(ends, position)
    start = ends[following - 1] + 1 if following else 0
    return block.text[start : ends[following] if following < len(ends) else None].strip()


@once
def _sentence_ends(document: Document) -> dict[str, list[int]]:
    """Where the marks between sentences stand, in order, by paragraph."""
    return {
        block.id: [found.start() for found in _SENTENCE_END.finditer(block.text)]
        for block in document.blocks
        if not isinstance(block, Table)
    }


def opens_source(document: Document) -> bool:
    """Whether the document begins where its source does: a further report in the same file does not."""
    return bool(document.blocks) and document.blocks[0].id in {"b1", "t1", "p1.b1", "p1.t1"}
