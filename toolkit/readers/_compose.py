"""Stretches and grids in source order → blocks of a `Document`: paragraphs, tables, tables inside tables after them.

Tables that only arrange the page become the paragraphs that they hold.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from toolkit.layout.captions import caption_of
from toolkit.model.document import Block, Cell, Paragraph, Table
from toolkit.readers._flow import Flow, Grid, GridCell, Stretch, cell_text, paragraphs

_MANY_PARAGRAPHS: Final = 4
_WORD: Final = re.compile(r"\w")


class _Names:
    """Ids in reading order: b1, b2… for paragraphs, t1… for tables."""

    def __init__(self) -> None:
        self._paragraphs = 0
        self._tables = 0

    def paragraph(self) -> str:
        self._paragraphs += 1
        return f"b{self._paragraphs}"

    def table(self) -> str:
        self._tables += 1
        return f"t{self._tables}"


def blocks_of(flow: Flow) -> list[Block]:
    """Blocks of a whole source in reading order, with their ids."""
    blocks: list[Block] = []
    names = _Names()
    for item in _flattened(flow):
        if isinstance(item, Stretch):
            blocks += _paragraphs(item, names)
        elif any(cell.lines for cell in item.cells):
            titled = [paragraph for one in _flattened(item.title) for paragraph in _titles(one, names)]
            blocks += titled
            caption = titled[0].id if titled else caption_of(blocks[-3:])
            blocks.append(_table(item, names.table(), caption))
    return blocks


def furniture_of(stretches: Sequence[Stretch]) -> tuple[Paragraph, ...]:
    """Running heads and the like, set aside."""
    texts = [logical for stretch in stretches for logical in paragraphs(stretch)]
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
    """Whether the table arranges the page: one cell or column, or cells that hold whole parts of a text."""
    if grid.layout is not None:
        return grid.layout or len(grid.cells) <= 1
    if min(grid.rows, grid.columns) <= 1 and (grid.columns <= 1 or any(map(_holds_parts, grid.cells))):
        return True
    parts = [cell for cell in grid.cells if _holds_parts(cell)]
    if not parts:
        return False
    inner = sum(len(held.cells) for cell in parts for held in cell.flow if isinstance(held, Grid))
    return inner > len(grid.cells) or _rows_of_data(grid, parts) < 2


def _holds_parts(cell: GridCell) -> bool:
    """Whether a cell holds headings, many paragraphs, or a table of its own."""
    text = sum(1 for item in cell.flow if isinstance(item, Stretch) and item.text_lines)
    return text >= _MANY_PARAGRAPHS or any(
        item.heading is not None if isinstance(item, Stretch) else len(item.cells) > 1 for item in cell.flow
    )


def _rows_of_data(grid: Grid, parts: Sequence[GridCell]) -> int:
    """Rows in which two cells or more hold plain words or figures."""
    held = {id(cell) for cell in parts}
    plain: dict[int, int] = {}
    for cell in grid.cells:
        if id(cell) not in held and any(_WORD.search(line.text) for line in cell.lines):
            plain[cell.row] = plain.get(cell.row, 0) + 1
    return sum(1 for count in plain.values() if count >= 2)


def _paragraphs(stretch: Stretch, names: _Names) -> list[Paragraph]:
    return [Paragraph(names.paragraph(), one.text, one.runs, one.level) for one in paragraphs(stretch)]


def _titles(item: Stretch | Grid, names: _Names) -> list[Paragraph]:
    return _paragraphs(item, names) if isinstance(item, Stretch) else []


def _table(grid: Grid, name: str, caption: str | None) -> Table:
    cells = []
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        text, runs = cell_text(cell.lines)
        cells.append(Cell(cell.row, cell.column, text, runs, cell.row_span, cell.column_span))
    header = grid.header_rows if grid.header_rows < grid.rows else 0
    return Table(name, grid.rows, grid.columns, tuple(cells), header, caption)
