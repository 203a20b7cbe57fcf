"""Text → `Document`: paragraphs whole again, tables of pipes, tabs, boxes and aligned columns, page heads set aside."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from toolkit.errors import ReadError
from toolkit.model.document import Block, Document, Paragraph, Source, Table
from toolkit.patterns import regex
from toolkit.readers import _boxes, _columns, _markup, _pipes, _tabs
from toolkit.readers._encoding import decode
from toolkit.readers._heads import furniture_of
from toolkit.readers._names import Names
from toolkit.readers._paragraphs import Logical, has_text, paragraphs, text_lines
from toolkit.readers._pieces import Line, cut, join, split_lines
from toolkit.readers._rows import Rows, build
from toolkit.readers._stitch import stitch
from toolkit.text import fold_widths

_FINDERS: Final[tuple[Callable[[Sequence[Line], int], Rows | None], ...]] = (
    _markup.rows_at,
    _boxes.rows_at,
    _pipes.rows_at,
    _tabs.rows_at,
    _columns.rows_at,
)
_MARKDOWN: Final = regex(
    r"^ {0,3}(?:#{1,6}[ \t]+\S|\|[ \t:]*-+[-|: \t]*\|?[ \t]*$|> ?\S|\d{1,2}\\[.)]|<table)|\*\*\S", re.MULTILINE
)
_CAPTION: Final = regex(
    r"(?:附?表|附件)\s*\d{1,2}.{0,60}|.{0,200}(?:如下(?:表|所示)?|(?:见|如)下表(?:所示)?)[:。]?|[^。]{0,50}表(?:\([^()]{1,20}\))?:?",
    re.DOTALL,
)
_UNIT_LINE: Final = regex(r"\(?(?:金额|计量|货币)?单位:.{1,12}")


def read_text(data: bytes, name: str, reader: str) -> Document:
    """A text file as a whole; `reader` is the name that the source is given.

    Raises ReadError READ-EMPTY (no text in it), READ-UNSUPPORTED (binary), READ-ENCODING.
    """
    decoded = decode(data, name)
    lines = split_lines(decoded.text)
    furniture = furniture_of(lines)
    visible = [replace(line, text="") if index in furniture else line for index, line in enumerate(lines)]
    tables = _tables(visible, furniture)
    markdown = _MARKDOWN.search(decoded.text) is not None
    blocks = _blocks(visible, tables, furniture, markdown)
    if not blocks:
        raise ReadError("READ-EMPTY", f"“{name}”里没有文字", "请确认文件已完整下载，或换用带文字的版本")
    source = Source(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/markdown" if markdown else "text/plain",
        size=len(data),
        pages=lines[-1].page if lines[-1].text.strip() else _last_page(lines),
        reader=reader,
    )
    return Document(source, tuple(blocks), _furniture(lines, furniture), decoded.notes)


def _last_page(lines: Sequence[Line]) -> int | None:
    return max((line.page for line in lines if line.page is not None and line.text.strip()), default=None)


def _tables(visible: Sequence[Line], furniture: set[int]) -> list[tuple[Rows, frozenset[int]]]:
    """Tables with the indexes of the lines that they take; rows that prove no table stay text."""
    parts = _parts(visible)
    spans = [(part.first, part.last) for part in parts]
    tables = [table for table in stitch(parts, visible, furniture) if table.certain]
    taken = []
    for table in tables:
        own = (range(first, last) for first, last in spans if table.first <= first and last <= table.last)
        taken.append((table, frozenset(index for span in own for index in span)))
    return taken


def _parts(visible: Sequence[Line]) -> list[Rows]:
    parts: list[Rows] = []
    index = 0
    while index < len(visible):
        text = visible[index].text
        found = None
        if text and has_text(text.strip("-+|")):
            found = next((rows for finder in _FINDERS if (rows := finder(visible, index)) is not None), None)
        elif text:
            found = _boxes.rows_at(visible, index)
        if found is None:
            index += 1
        else:
            parts.append(found)
            index = found.last
    return parts


def _blocks(
    visible: Sequence[Line], tables: Sequence[tuple[Rows, frozenset[int]]], furniture: set[int], markdown: bool
) -> list[Block]:
    """Paragraphs and tables in reading order, with their ids."""
    edges = [0, *(index for rows, _ in tables for index in (rows.first, rows.last)), len(visible)]
    taken = frozenset().union(*(lines for _, lines in tables)) | furniture
    stretches = [
        [replace(line, text="") if index in taken else line for index, line in enumerate(visible[low:high], start=low)]
        for low, high in pairwise(edges)
    ]
    texts = paragraphs(text_lines(stretches, markdown))
    blocks: list[Block] = []
    names = Names()
    for place, logicals in enumerate(texts):
        inside = place % 2 == 1
        if inside:
            blocks.append(build(tables[place // 2][0], names.table(), _caption(blocks)))
        blocks += [_paragraph(logical, names.paragraph()) for logical in logicals]
    return blocks


def _paragraph(logical: Logical, name: str) -> Paragraph:
    text, runs = join(logical.pieces)
    return Paragraph(name, text, runs, logical.level)


def _caption(blocks: Sequence[Block]) -> str | None:
    """Id of the paragraph directly above that titles the table; a line that states the unit may stand between."""
    for block in blocks[:-3:-1]:
        if isinstance(block, Table):
            return None
        text = fold_widths(block.text[-300:]).strip()
        if _CAPTION.fullmatch(text):
            return block.id
        if not _UNIT_LINE.fullmatch(text):
            return None
    return None


def _furniture(lines: Sequence[Line], furniture: set[int]) -> tuple[Paragraph, ...]:
    found = []
    for number, index in enumerate(sorted(furniture), start=1):
        text, runs = join((cut(lines[index], 0, len(lines[index].text)),))
        found.append(Paragraph(f"f{number}", text, runs))
    return tuple(found)
