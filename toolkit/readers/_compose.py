"""Stretches and grids in source order → blocks of a `Document`: paragraphs, tables, tables inside tables after them.

Tables that only arrange the page become the paragraphs that they hold.
"""

from collections.abc import Iterator
from typing import Final

from toolkit.layout.captions import caption_of
from toolkit.layout.lines import ends_sentence
from toolkit.model.document import Block, Cell, Paragraph, Table
from toolkit.patterns import regex
from toolkit.readers._flow import Flow, Grid, GridCell, Stretch, cell_text, paragraphs, stretches_of
from toolkit.readers._names import Names

_MANY_PARAGRAPHS: Final = 4
_FEW_LINES: Final = 3
_FEWEST_ROWS: Final = 2
_WORD: Final = regex(r"\w")


def blocks_of(flow: Flow) -> list[Block]:
    """Blocks of a whole source in reading order, with their ids."""
    blocks: list[Block] = []
    names = Names()
    for item in _flattened(flow):
        if isinstance(item, Stretch):
            blocks += _paragraphs(item, names)
        elif any(cell.lines for cell in item.cells):
            titled = [paragraph for one in _flattened(item.title) for paragraph in _titles(one, names)]
            blocks += titled
            caption = titled[0].id if titled else caption_of(blocks[-3:])
            blocks.append(_table(item, names.table(), caption))
    return blocks


def furniture_of(flow: Flow) -> tuple[Paragraph, ...]:
    """Running heads and the like, set aside."""
    texts = [logical for stretch in stretches_of(flow) for logical in paragraphs(stretch)]
    return tuple(Paragraph(f"f{number}", one.text, one.runs) for number, one in enumerate(texts, start=1))


def _flattened(flow: Flow) -> Iterator[Stretch | Grid]:
    """Text, data tables, and after each table the tables inside its cells; layout tables give what they hold."""
    waiting: list[Iterator[Stretch | Grid]] = [iter(flow)]
    while waiting:
        item = next(waiting[-1], None)
        if item is None:
            waiting.pop()
        elif isinstance(item, Stretch):
            yield item
        elif _is_layout(item):
            waiting.append(iter([*item.title, *(held for cell in item.cells for held in cell.flow)]))
        else:
            yield item
            waiting.append(iter([held for cell in item.cells for held in cell.flow if isinstance(held, Grid)]))


def _is_layout(grid: Grid) -> bool:
    """Whether the table arranges the page: one cell or column, a row with prose, or cells that hold parts of a text."""
    if grid.layout is not None:
        return grid.layout or len(grid.cells) <= 1
    if grid.columns <= 1 or (grid.rows == 1 and any(map(_is_prose, grid.cells))):
        return True
    inner = {id(cell) for cell in grid.cells if _holds_table(cell)}
    if any(_is_narrative(cell, id(cell) in inner) for cell in grid.cells):
        return True
    return bool(inner) and _rows_of_data(grid, inner) < _FEWEST_ROWS


def _holds_table(cell: GridCell) -> bool:
    return any(isinstance(item, Grid) and len(item.cells) > 1 for item in cell.flow)


def _is_narrative(cell: GridCell, holds_table: bool) -> bool:
    """Whether a cell holds a text with headings, or one of many paragraphs with a table among them."""
    stretches = [item for item in cell.flow if isinstance(item, Stretch)]
    return any(stretch.heading is not None for stretch in stretches) or (
        holds_table and len(stretches) >= _MANY_PARAGRAPHS
    )


def _is_prose(cell: GridCell) -> bool:
    """Whether a cell holds several paragraphs, most of them sentences."""
    lines = cell.lines
    return len(lines) >= _MANY_PARAGRAPHS and sum(1 for line in lines if ends_sentence(line.text)) * 2 > len(lines)


def _rows_of_data(grid: Grid, inner: set[int]) -> int:
    """Rows in which two cells or more hold a few words, figures, or a table."""
    filled: dict[int, int] = {}
    for cell in grid.cells:
        lines = cell.lines
        if id(cell) in inner or (len(lines) <= _FEW_LINES and any(_WORD.search(line.text) for line in lines)):
            filled[cell.row] = filled.get(cell.row, 0) + 1
    return sum(1 for count in filled.values() if count >= 2)


def _paragraphs(stretch: Stretch, names: Names) -> list[Paragraph]:
    return [Paragraph(names.paragraph(), one.text, one.runs, one.level) for one in paragraphs(stretch)]


def _titles(item: Stretch | Grid, names: Names) -> list[Paragraph]:
    return _paragraphs(item, names) if isinstance(item, Stretch) else []


def _table(grid: Grid, name: str, caption: str | None) -> Table:
    cells = []
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        text, runs = cell_text(cell.lines)
        cells.append(Cell(cell.row, cell.column, text, runs, cell.row_span, cell.column_span))
    header = grid.header_rows if grid.header_rows < grid.rows else 0
    return Table(name, grid.rows, grid.columns, tuple(cells), header, caption)
