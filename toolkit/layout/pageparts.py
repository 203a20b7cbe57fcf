"""Characters and rulings of a page → its lines and the pieces of tables on it, drawn in full, in part or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import inf
from typing import Final, TypeAlias

from toolkit.layout.columns import in_reading_order
from toolkit.layout.completed import completed, may_be_unparted
from toolkit.layout.continued import Unfinished, rest_of
from toolkit.layout.crossed import whole_labels
from toolkit.layout.distribution import distribute
from toolkit.layout.grid import Grid, grids_of, joined
from toolkit.layout.page import Frame, PageContent, Ruling, Stretch
from toolkit.layout.parts import without
from toolkit.layout.pieces import Piece, piece_of
from toolkit.layout.regions import MOST_BELOW
from toolkit.layout.stitch import told_apart
from toolkit.layout.strays import ended
from toolkit.layout.stretches import stretches_of
from toolkit.layout.textlines import Row, TextLine, line_of, lines_of, rows_of
from toolkit.layout.unruled import unruled_tables

Item: TypeAlias = TextLine | Piece

_FEWEST_FILLED: Final = 2  # cells with text: a grid with fewer is a drawing
_LOW: Final = 0.5  # of the page's height: a table that goes on over the page end reaches further down


@dataclass(slots=True)
class PageParts:
    """What stands on a page: lines outside tables and pieces of tables, and frames that may be the rest of a table.

    `stretches` are those outside ruled tables, kept where there are such frames. `spare`: the lines of pieces (by `id`)
    that are tables only if one goes on over the page end.
    """

    frame: Frame
    lines: list[TextLine]
    pieces: list[Piece]
    frames: list[Grid] = field(default_factory=list)
    stretches: Sequence[Stretch] = ()
    spare: dict[int, list[TextLine]] = field(default_factory=dict)

    def unfinished(self) -> Unfinished | None:
        """The table without rulings that may go on on the next page."""
        if not self.pieces or not self.pieces[-1].slack:
            return None
        last = self.pieces[-1]
        below = [line for line in self.lines if line.middle > last.bottom]
        if last.bottom < _LOW * self.frame.height or len(below) > MOST_BELOW:
            return None
        corridors = [(x - slack, x + slack) for x, slack in zip(last.xs[1:-1], last.slack[1:-1], strict=True)]
        return Unfinished(last.xs[0], last.xs[-1], corridors, tuple(last.headings()))

    def items(self) -> list[Item]:
        """Lines and pieces in reading order."""
        ordered: list[Item] = []
        waiting = list(self.pieces)
        for line in self.lines:
            while waiting and line.column < 2 and line.middle > waiting[0].top:
                ordered.append(waiting.pop(0))
            ordered.append(line)
        return [*ordered, *waiting]


def parts_of(content: PageContent, before: PageParts | None = None) -> PageParts:
    """Lines and pieces of tables on a page; `before` is the page before, where it was read."""
    stretches = content.stretches or stretches_of(content.glyphs)
    parts = PageParts(content.frame, [], [])
    for grid in grids_of(content.horizontals, ended(content.verticals, stretches)):
        inside, outside = distribute(grid, stretches) if grid.ruled else ([], stretches)
        lines = [lines_of(cell, content.frame) if cell else [] for cell in inside]
        whole = completed(grid, inside, content.frame) if may_be_unparted(grid, lines) else None
        if whole is not None:
            piece, beyond = piece_in(whole, chain.from_iterable(inside), content.frame)
            parts.pieces.append(piece)
            stretches = [*outside, *beyond]
        elif sum(1 for cell in lines if cell) >= _FEWEST_FILLED:
            parts.pieces += told_apart(whole_labels(piece_of(grid, lines, content.frame)))
            stretches = outside
        else:
            parts.frames.append(grid)
    if parts.frames:
        parts.stretches = stretches
    rows = rows_of(stretches, content.frame)
    unfinished = before.unfinished() if before is not None and before.frame.as_wide_as(content.frame) else None
    rest = _rest(unfinished, rows, content, parts, headed=True)
    if rest is not None:
        rows = _add(parts, *rest, rows, False)
    for found in unruled_tables(rows, _free(content, parts.pieces), content.shadings, content.frame):
        rows = _add(parts, found.grid, found.rows, rows, found.firm)
    rest = _rest(unfinished, rows, content, parts, headed=False) if rest is None else None
    if rest is not None:
        rows = _add(parts, *rest, rows, False)
    parts.pieces.sort(key=lambda piece: (round(piece.top), piece.xs[0]))
    placed = in_reading_order(rows, content.frame.width)
    parts.lines = [line_of(row, content.frame, column) for row, column in placed]
    return parts


def _add(parts: PageParts, grid: Grid, taken: Sequence[Row], rows: Sequence[Row], firm: bool) -> list[Row]:
    """Add what stands in a grid as a piece; give the rows that are left, with what lies beyond the grid after all."""
    piece, beyond = piece_in(grid, chain.from_iterable(taken), parts.frame)
    parts.pieces.append(piece)
    if not firm:
        parts.spare[id(piece)] = [line_of(row, parts.frame) for row in without(taken, [beyond])]
    left = without(rows, taken)
    return rows_of(chain(chain.from_iterable(left), beyond), parts.frame) if beyond else left


def piece_in(grid: Grid, stretches: Iterable[Stretch], frame: Frame) -> tuple[Piece, list[Stretch]]:
    """What stands in a grid as a piece, and what of the stretches stands outside it."""
    inside, outside = distribute(grid, stretches)
    return piece_of(grid, [lines_of(cell, frame) for cell in inside], frame), outside


def _rest(
    unfinished: Unfinished | None, rows: Sequence[Row], content: PageContent, parts: PageParts, headed: bool
) -> tuple[Grid, list[Row]] | None:
    """What goes on with a table of the page before, above all tables of this one; only a repeated head, if `headed`."""
    if unfinished is None:
        return None
    top = min((piece.top for piece in parts.pieces), default=inf)
    drawn = joined(_free(content, parts.pieces))
    return rest_of(unfinished, [row for row in rows if row[0].bottom < top], drawn, parts.frame, headed)


def _free(content: PageContent, pieces: Sequence[Piece]) -> list[Ruling]:
    """The horizontal rulings that are no part of a table."""
    free = content.horizontals
    for piece in pieces:
        top, bottom, left, right = piece.top - 1, piece.bottom + 1, piece.xs[0] - 1, piece.xs[-1] + 1
        free = [rule for rule in free if not (top <= rule[0] <= bottom and left <= (rule[1] + rule[2]) / 2 <= right)]
    return free
