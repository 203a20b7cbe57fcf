"""Lines aligned with blanks → rows, only where columns stand clearly one below the other over three lines or more."""

from collections.abc import Sequence
from typing import Final

from toolkit.patterns import regex
from toolkit.readers._margins import display_width
from toolkit.readers._pieces import Line, cut
from toolkit.readers._rows import Row, Rows, usual_length

_CELL: Final = regex(  # \S leaves out the ideographic blank, which only 合　计 has inside
    r"(?<!\S)[一-鿿]　[一-鿿](?!\S)|\S+(?:[ \u00a0]\S+)*"
)
_LEAST_ROWS = 3


def rows_at(lines: Sequence[Line], start: int) -> Rows | None:
    """Rows of the space-aligned table that begins at line `start`; None unless three rows align."""
    end = start
    while end < len(lines) and len(_spans(lines[end].text)) > 1 and lines[end].page == lines[start].page:
        end += 1
    if end - start < _LEAST_ROWS:
        return None
    extents = [_extents(line.text) for line in lines[start:end]]
    width = usual_length(extents)
    if width < 3 or len(extents[0]) != width:
        return None
    whole = [row for row in extents if len(row) == width]
    whole = whole[1:] if len(whole) > _LEAST_ROWS else whole  # heads may be centred over their columns
    if len(whole) < _LEAST_ROWS or not all(_aligns([row[column] for row in whole]) for column in range(width)):
        return None
    bands = [(min(row[column][0] for row in whole), max(row[column][1] for row in whole)) for column in range(width)]
    rows = []
    for line, row in zip(lines[start:end], extents, strict=True):
        placed = _placed(line, row, bands)
        if placed is None:
            return None
        rows.append(placed)
    return Rows("columns", rows, start, end)


def _spans(text: str) -> list[tuple[int, int]]:
    """Spans of the cells: stretches of text parted by two blanks or more (or by one ideographic blank)."""
    if "  " not in text and "　" not in text:
        return [(0, len(text))]
    return [found.span() for found in _CELL.finditer(text)]


def _extents(text: str) -> list[tuple[int, int, int, int]]:
    """(screen column at the left, at the right, span) of each cell of a line."""
    return [(display_width(text[:start]), display_width(text[:end]), start, end) for start, end in _spans(text)]


def _aligns(cells: Sequence[tuple[int, int, int, int]]) -> bool:
    lefts, rights = [cell[0] for cell in cells], [cell[1] for cell in cells]
    middles = [cell[0] + cell[1] for cell in cells]
    return min(max(side) - min(side) for side in (lefts, rights)) <= 1 or max(middles) - min(middles) <= 3


def _placed(line: Line, row: Sequence[tuple[int, int, int, int]], bands: Sequence[tuple[int, int]]) -> Row | None:
    """Cells of a line in the columns that they overlap; None where one overlaps two or none."""
    placed: Row = [() for _ in bands]
    for left, right, start, end in row:
        over = [column for column, (low, high) in enumerate(bands) if left < high and right > low]
        if len(over) != 1 or placed[over[0]]:
            return None
        placed[over[0]] = (cut(line, start, end),)
    return placed
