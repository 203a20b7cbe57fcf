"""Pages of lines and pieces of tables → one sequence through the document: tables stitched, furniture set aside."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Final, TypeAlias

from toolkit.layout.columns import in_reading_order
from toolkit.layout.furniture import furniture_of
from toolkit.layout.grid import Grid, distribute, grids_of
from toolkit.layout.page import Frame, PageContent, Ruling
from toolkit.layout.parts import without
from toolkit.layout.pieces import Piece, piece_of
from toolkit.layout.stitch import append, goes_on, repeats_head, told_apart
from toolkit.layout.stretches import stretches_of
from toolkit.layout.textlines import TextLine, line_of, lines_of, rows_of
from toolkit.layout.unruled import unruled_tables
from toolkit.text import fold_widths, key

Item: TypeAlias = TextLine | Piece

_CONTINUED: Final = re.compile(
    r"\(?(?:续上?表|接上[页表]|表?续|表\d{1,3}(?:[-.]\d{1,2})?\(?续\)?)[\d一二三四五六七八九十]{0,2}\)?"
)
_FEWEST_FILLED: Final = 2  # cells with text: a grid with fewer is a drawing
_FLOOR: Final = 0.8  # of the page's height: text reaches at least so far down a full page


@dataclass(slots=True)
class PageParts:
    """What stands on a page: lines outside tables and pieces of tables, and frames that may be the rest of a table."""

    frame: Frame
    lines: list[TextLine]
    pieces: list[Piece]
    frames: list[Grid] = field(default_factory=list)

    def items(self) -> list[Item]:
        """Lines and pieces in reading order."""
        ordered: list[Item] = []
        waiting = list(self.pieces)
        for line in self.lines:
            while waiting and line.column < 2 and line.middle > waiting[0].top:
                ordered.append(waiting.pop(0))
            ordered.append(line)
        return [*ordered, *waiting]


@dataclass(slots=True)
class Ordered:
    """The document's items in reading order, and the lines set aside as furniture."""

    items: list[Item]
    furniture: list[TextLine]


def parts_of(content: PageContent) -> PageParts:
    """Lines and pieces of tables on a page."""
    stretches = content.stretches or stretches_of(content.glyphs)
    parts = PageParts(content.frame, [], [])
    for grid in grids_of(content.horizontals, content.verticals):
        inside, outside = distribute(grid, stretches) if grid.ruled else ([], stretches)
        lines = [lines_of(cell, content.frame) if cell else [] for cell in inside]
        if sum(1 for cell in lines if cell) >= _FEWEST_FILLED:
            parts.pieces += told_apart(piece_of(grid, lines, content.frame))
            stretches = outside
        else:
            parts.frames.append(grid)
    rows = rows_of(stretches, content.frame)
    for grid, taken in unruled_tables(rows, _free(content, parts.pieces), content.shadings, content.frame):
        inside, _ = distribute(grid, [stretch for row in taken for stretch in row])
        parts.pieces.append(piece_of(grid, [lines_of(cell, content.frame) for cell in inside], content.frame))
        rows = without(rows, taken)
    parts.pieces.sort(key=lambda piece: (round(piece.top), piece.xs[0]))
    placed = in_reading_order(rows, content.frame.width)
    parts.lines = [line_of(row, content.frame, column) for row, column in placed]
    return parts


def _free(content: PageContent, pieces: Sequence[Piece]) -> list[Ruling]:
    """The horizontal rulings that are no part of a table."""
    return [
        rule
        for rule in content.horizontals
        if not any(
            piece.top - 1 <= rule.at <= piece.bottom + 1
            and piece.xs[0] - 1 <= (rule.start + rule.end) / 2 <= piece.xs[-1] + 1
            for piece in pieces
        )
    ]


def sequence_of(pages: Sequence[PageParts]) -> Ordered:
    """All pages as one sequence."""
    extents = [
        (
            min((piece.top for piece in page.pieces), default=inf),
            max((piece.bottom for piece in page.pieces), default=-inf),
        )
        for page in pages
    ]
    aside = furniture_of([page.lines for page in pages], extents)
    result = Ordered([], [line for page in pages for line in page.lines if id(line) in aside])
    floors = _floors(pages, aside)
    for page in pages:
        page.lines = [line for line in page.lines if id(line) not in aside]
        items = page.items()
        if items and result.items:
            items = _stitched(result, items, page, floors[_kind(page.frame)])
        result.items += items
    return result


def _kind(frame: Frame) -> tuple[int, int]:
    return round(frame.width), round(frame.height)


def _floors(pages: Iterable[PageParts], aside: set[int]) -> dict[tuple[int, int], float]:
    """How far down text reaches, by the size of pages."""
    floors: dict[tuple[int, int], float] = defaultdict(float)
    for page in pages:
        kind = _kind(page.frame)
        ends = [piece.bottom for piece in page.pieces]
        ends += [line.bottom for line in page.lines if id(line) not in aside]
        floors[kind] = max(floors[kind], _FLOOR * page.frame.height, *ends, 0.0)
    return floors


def _stitched(result: Ordered, items: list[Item], page: PageParts, floor: float) -> list[Item]:
    """The page's items without those that went on with the table at the end of the sequence."""
    above = result.items[-1]
    if not isinstance(above, Piece) or page.frame.number != above.frame.number + 1:
        return items
    marks = _marks_of_continuation(result.items, items)
    below = items[marks] if marks < len(items) else None
    if isinstance(below, TextLine):
        below = _rest_in_frame(below, page)
    if below is None or not goes_on(above, below, floor):
        return items
    between = [item for item in items[:marks] if isinstance(item, TextLine)]
    if not all(_is_mark(line) for line in between) and not repeats_head(above, below):
        return items
    taken = {id(line) for cell in below.cells for line in cell.lines}
    append(above, below)
    result.furniture += between
    return [item for item in items[marks:] if item is not below and id(item) not in taken]


def _marks_of_continuation(before: Sequence[Item], items: Sequence[Item]) -> int:
    """How many items at the top of a page only say that a table goes on: 续表, or its title and unit once more."""
    titles = {key(item.text) for item in before[-4:-1] if isinstance(item, TextLine)}
    count = 0
    for item in items:
        if not isinstance(item, TextLine) or not (_is_mark(item) or key(item.text) in titles):
            break
        count += 1
    return count


def _is_mark(line: TextLine) -> bool:
    return _CONTINUED.fullmatch(fold_widths(line.text).replace(" ", "")) is not None


def _rest_in_frame(first: TextLine, page: PageParts) -> Piece | None:
    """The frame around the first line as a piece: the rest of the one cell that the page end cut."""
    for grid in page.frames:
        if grid.holds((first.x0 + first.x1) / 2, first.middle):
            owners = grid.owners()
            cells: list[list[TextLine]] = [[] for _ in grid.cells]
            for line in page.lines:
                middle = (line.x0 + line.x1) / 2
                if grid.holds(middle, line.middle):
                    cells[owners[grid.place_of(middle, line.middle)]].append(line)
            return piece_of(grid, cells, page.frame)
    return None
