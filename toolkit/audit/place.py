"""Places → what a person and a program need of them: words (第9页 表2 第7行), the text there, the reading order."""

from collections.abc import Callable, Mapping, Sequence

from toolkit.audit.once import once
from toolkit.model.citation import Segment, Where
from toolkit.model.document import Block, Document, Table

Position = tuple[int, tuple[int, int], int]
_NOWHERE: Position = (1 << 30, (0, 0), 0)


@once
def blocks_by_id(document: Document) -> dict[str, Block]:
    """The document's blocks by id."""
    return {block.id: block for block in document.blocks}


def quote(blocks: Mapping[str, Block], where: Where) -> str:
    """Source text of the segments, joined; what cannot be found counts as nothing."""
    return "".join(_text(blocks.get(segment.block), segment) for segment in where.segments)


def _text(block: Block | None, segment: Segment) -> str:
    start, end = segment.chars
    if isinstance(block, Table):
        cell = None if segment.cell is None else block.covering(*segment.cell)
        return "" if cell is None else cell.text[start:end]
    return "" if block is None else block.text[start:end]


def reading_order(document: Document) -> Callable[[Sequence[Where]], Position]:
    """A key that sorts places as they are read: block, row and column, character; nowhere comes last."""
    number = {block.id: index for index, block in enumerate(document.blocks)}

    def position(places: Sequence[Where]) -> Position:
        first = next((segment for where in places for segment in where.segments), None)
        if first is None or first.block not in number:
            return _NOWHERE
        return number[first.block], first.cell or (-1, -1), first.chars[0]

    return position


def place(document: Document, where: Where | None) -> str:
    """第9页 表2 第7行 · 第41行 · 工作表“自评表”B7 · 第12段; empty for no place."""
    if where is None or not where.segments:
        return ""
    first = where.segments[0]
    if first.sheet is not None:
        return f"工作表“{first.sheet}”{first.ref or ''}"
    if first.line is not None and first.page is None:
        return f"第{first.line}行"
    words = [] if first.page is None else [f"第{first.page}页"]
    if first.cell is not None:
        words.append(f"表{_tables(document).get(first.block, 0)} 第{first.cell[0] + 1}行")
    elif first.page is None:
        words.append(f"第{_blocks(document).get(first.block, 0)}段")
    return " ".join(words)


@once
def _tables(document: Document) -> dict[str, int]:
    """Tables by id, counted from 1."""
    tables = (block.id for block in document.blocks if isinstance(block, Table))
    return {id_: number for number, id_ in enumerate(tables, 1)}


@once
def _blocks(document: Document) -> dict[str, int]:
    """Blocks by id, counted from 1."""
    return {block.id: number for number, block in enumerate(document.blocks, 1)}
