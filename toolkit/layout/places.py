"""A place (`Where`) → the source text that stands there, so that anyone can test a citation of ours."""

from toolkit.errors import ReadError
from toolkit.model.citation import Segment, Where
from toolkit.model.document import Block, Document, Table

_BLANKS = " \t\r\n\u00a0\u3000"


def text_at(document: Document, where: Where) -> str:
    """The quote at `where`: its segments' texts joined, blanks at the joints dropped.

    Raises ReadError QUOTE-NOT-FOUND where a block, a cell or characters do not exist in `document`.
    """
    if not where.segments:
        raise _not_found("出处没有任何片段")
    blocks: dict[str, Block] = {block.id: block for block in (*document.blocks, *document.furniture)}
    joined = ""
    for segment in where.segments:
        piece = _text_of(blocks, segment)
        joined = joined.rstrip(_BLANKS) + piece.lstrip(_BLANKS) if joined else piece
    return joined


def _text_of(blocks: dict[str, Block], segment: Segment) -> str:
    block = blocks.get(segment.block)
    if block is None:
        raise _not_found(f"没有编号为“{segment.block}”的段落或表格")
    owner = _cell_text(block, segment) if isinstance(block, Table) else block.text
    if not isinstance(block, Table) and segment.cell is not None:
        raise _not_found(f"“{segment.block}”是段落，没有单元格")
    start, end = segment.chars
    if not 0 <= start < end <= len(owner):
        raise _not_found(f"“{segment.block}”只有 {len(owner)} 个字符，没有第 {start} 至 {end} 个")
    return owner[start:end]


def _cell_text(table: Table, segment: Segment) -> str:
    if segment.cell is None:
        raise _not_found(f"“{segment.block}”是表格，出处须指明单元格")
    row, column = segment.cell
    cell = table.covering(row, column)
    if cell is None or (cell.row, cell.column) != (row, column):
        raise _not_found(f"表格“{segment.block}”没有起于第 {row} 行第 {column} 列（自 0 起）的单元格")
    return cell.text


def _not_found(message: str) -> ReadError:
    return ReadError("QUOTE-NOT-FOUND", message, "请核对出处是否来自同一份文件、同一版本；文件改动后需重新提取再引用")
