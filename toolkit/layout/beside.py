"""A sheet that is wider than the paper, printed on two pages: the right part of its table goes beside the left one.

The rows of both lie at the same heights, and where the left page has its titles the right one is blank.
"""

from collections.abc import Sequence
from itertools import takewhile
from operator import attrgetter
from typing import Final

from toolkit.layout.pieces import Piece
from toolkit.layout.textlines import TextLine

_FEWEST_ROWS: Final = 4
_SAME_HEIGHT: Final = 1.5  # points
_MOST_ALIKE: Final = 0.2  # of the cells with text: forms of one print have most of them alike


def left_part(before: Sequence[Piece | TextLine], right: Piece, lines: Sequence[TextLine]) -> Piece | None:
    """The table of the page before that `right` stands beside; `before`: what stands on all pages so far, in order,
    `lines`: those of the page of `right`."""
    if any(line.bottom <= right.top for line in lines):
        return None
    page = right.frame.number - 1
    above = list(takewhile(lambda item: item.frame.number == page, reversed(before)))
    pieces = [item for item in above if isinstance(item, Piece)]
    if len(pieces) != 1:
        return None
    left = pieces[0]
    titled = any(isinstance(item, TextLine) and item.bottom <= left.top for item in above)
    return left if titled and _rows_alike(left, right) and not _texts_alike(left, right) else None


def append_beside(left: Piece, right: Piece) -> None:
    """Grow `left` by the columns of `right`, which is used up."""
    for cell in right.cells:
        cell.column += left.columns
    shift = left.xs[-1] - right.xs[0]
    left.xs = (*left.xs, *(x + shift for x in right.xs[1:]))
    left.cells = sorted([*left.cells, *right.cells], key=attrgetter("row"))
    left.pages.extend(right.pages)


def _rows_alike(left: Piece, right: Piece) -> bool:
    drawn = left.ruled and right.ruled and not left.slack and not right.slack
    if not drawn or left.rows != right.rows or left.rows < _FEWEST_ROWS or len(left.pages) > 1:
        return False
    pairs = zip((*left.tops, left.bottom), (*right.tops, right.bottom), strict=True)
    return left.frame.as_wide_as(right.frame) and all(abs(one - other) <= _SAME_HEIGHT for one, other in pairs)


def _texts_alike(left: Piece, right: Piece) -> bool:
    """Whether both print the same words at many places, as two forms of one print do."""
    texts = {(cell.row, cell.text) for cell in left.cells if cell.text}
    own = [(cell.row, cell.text) for cell in right.cells if cell.text]
    return sum(one in texts for one in own) > _MOST_ALIKE * len(own)
