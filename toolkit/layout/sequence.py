"""Pages of lines and pieces of tables → one sequence through the document: tables stitched, furniture set aside."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Final

from toolkit.layout.beside import append_beside, left_part
from toolkit.layout.furniture import furniture_of
from toolkit.layout.grid import Grid
from toolkit.layout.page import SAME_SHEET, Frame
from toolkit.layout.pageparts import Item, PageParts, piece_in
from toolkit.layout.pieces import Piece
from toolkit.layout.stitch import append, goes_on, repeats_head
from toolkit.layout.textlines import TextLine
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_CONTINUED: Final = regex(
    r"\(?(?:续上?表|接上[页表]|表?续|表\d{1,3}(?:[-.]\d{1,2})?\(?续\)?)[\d一二三四五六七八九十]{0,2}\)?"
    r"(?:[,;]?[^,;:。]{0,2}单位:[^,;。]{1,8}){0,2}"
)
_FLOOR: Final = 0.8  # of the page's height: text reaches at least so far down a full page


@dataclass(slots=True)
class Ordered:
    """The document's items in reading order, and the lines set aside as furniture.

    `open`: pieces that are tables only if one goes on over the page end, by `id`, with their lines.
    """

    items: list[Item]
    furniture: list[TextLine]
    open: dict[int, list[TextLine]] = field(default_factory=dict)


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
        result.open |= page.spare
        items = page.items()
        first = next((item for item in items if isinstance(item, Piece)), None)
        if first is not None and (left := left_part(result.items, first, page.lines)) is not None:
            append_beside(left, first)
            items = [item for item in items if item is not first]
        if items and result.items:
            items = _stitched(result, items, page, _floor(floors, page.frame))
        result.items += items
    result.items = [part for item in result.items for part in result.open.get(id(item), [item])]
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


def _floor(floors: Mapping[tuple[int, int], float], frame: Frame) -> float:
    """The furthest down on all pages of this size."""
    near = SAME_SHEET * frame.width, SAME_SHEET * frame.height
    return max(
        floor
        for (width, height), floor in floors.items()
        if abs(width - frame.width) <= near[0] and abs(height - frame.height) <= near[1]
    )


def _stitched(result: Ordered, items: list[Item], page: PageParts, floor: float) -> list[Item]:
    """The page's items without those that went on with the table at the end of the sequence."""
    above = result.items[-1]
    if not isinstance(above, Piece) or page.frame.number != above.frame.number + 1:
        return items
    marks = _marks_of_continuation(result.items, items)
    below = items[marks] if marks < len(items) else None
    frame = _frame_around(below, page) if isinstance(below, TextLine) else None
    if isinstance(below, TextLine):
        below = None if frame is None else piece_in(frame, page.stretches, page.frame)[0]
    if below is None or not goes_on(above, below, floor):
        return items
    between = [item for item in items[:marks] if isinstance(item, TextLine)]
    if not all(_is_mark(line) for line in between) and not repeats_head(above, below):
        return items
    append(above, below)
    result.open.pop(id(above), None)
    result.furniture += between
    left = [item for item in items[marks:] if item is not below]
    if frame is None:
        return left
    return [item for item in left if isinstance(item, Piece) or not frame.holds((item.x0 + item.x1) / 2, item.middle)]


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


def _frame_around(first: TextLine, page: PageParts) -> Grid | None:
    """The frame around the first line: it may be the rest of a row that the page end cut."""
    middle = (first.x0 + first.x1) / 2
    return next((grid for grid in page.frames if grid.holds(middle, first.middle)), None)
