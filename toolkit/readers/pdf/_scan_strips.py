"""Boxes of text found on a page → strips to be recognised: one line, or part of a line in one cell, each.

What was found as one box is cut where a ruling crosses it, where blank rows part its lines, and where characters
stand under one another.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from toolkit.layout.page import Ruling
from toolkit.readers.pdf._scan_ink import Strip, tightened
from toolkit.readers.pdf._scan_rulings import Rulings

if TYPE_CHECKING:
    from toolkit.readers.pdf._scan_render import Pixels

_INSIDE: Final = 3  # pixels: a ruling so near the edge of a box does not cross it
_LINES: Final = 1.6  # times the usual height: a higher box holds several lines, or large print
_PART: Final = 0.5  # of the usual height: no line is lower
_PARTED: Final = 0.08  # of the usual height: blank rows between two lines
_UPENDED: Final = 1.8  # times as high as wide: characters under one another
_MISSED: Final = 0.3  # of the usual height: ink so near the end of a box belongs to its text
_LEVEL: Final = 0.6  # of the height of a shape that lies in the rows of a box
_MOST_GROWTH: Final = 4
_MOSTLY: Final = 0.75  # of its area
_SQUARE: Final = 1.3  # times its width: no character is higher
_PIECE: Final = 0.01  # cost of one piece more
_SIDE: Final = 0.12  # of its height: paper left around a strip's ink


def usual_height(boxes: Sequence[Strip]) -> float:
    """Height of a line of text on the page, pixels."""
    return max(8.0, float(median(box.height for box in boxes))) if boxes else 32.0


@dataclass(frozen=True, slots=True)
class Strips:
    """What is to be recognised: lines with paper around, and upended strings (tight)."""

    lines: list[Strip] = field(default_factory=list)
    upended: list[Strip] = field(default_factory=list)


def grown(boxes: Sequence[Strip], ink: "Pixels", usual: float) -> list[Strip]:
    """The boxes with the characters at their ends that they cut through or just miss: half a digit is another one."""
    import cv2
    import numpy as np

    _, _, shapes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    left, top, width, height = (shapes[1:, column] for column in range(4))
    across, down = left + width / 2, top + height / 2
    small = (height <= _LINES * usual) & (width <= _LINES * usual)
    left, right, top, bottom = left[small], (left + width)[small], top[small], (top + height)[small]
    across, down = across[small], down[small]
    owner = np.full(left.shape, -1)
    for number, box in enumerate(boxes):
        owner[(box.x0 <= across) & (across < box.x1) & (box.y0 <= down) & (down < box.y1)] = number
    near, result = _MISSED * usual, []
    for number, box in enumerate(boxes):
        level = (np.minimum(bottom, box.y1) - np.maximum(top, box.y0)) > _LEVEL * (bottom - top)
        level &= (owner == number) | (owner == -1)
        x0, x1 = box.x0, box.x1
        for _ in range(_MOST_GROWTH):
            close = level & (left <= x1 + near) & (right >= x0 - near)
            wider = (int(left[close].min(initial=x0)), int(right[close].max(initial=x1)))
            if wider == (x0, x1):
                break
            x0, x1 = wider
        result.append(Strip(x0, box.y0, x1, box.y1))
    return result


def strips_of(boxes: Iterable[Strip], rulings: Rulings, ink: "Pixels", usual: float) -> Strips:
    """The strips, in the order of their boxes; parts without ink, or in another part, are left out. `ink` is without
    rulings."""
    strips = Strips()
    parts = [(part, tight) for box in boxes for part in _within_cells(box, rulings) if (tight := tightened(part, ink))]
    for part, tight in parts:
        if not any(is_part_of(tight, other) for _, other in parts if other is not tight):
            if tight.height >= _UPENDED * tight.width and tight.height >= _LINES * usual:
                strips.upended.append(tight)
                continue
            lines = _lines(tight, ink, usual)
            strips.lines.extend(with_paper(line, part if len(lines) == 1 else line, ink) for line in lines)
    return strips


def is_part_of(strip: Strip, other: Strip) -> bool:
    """Whether a strip lies mostly in a larger one: a box that reaches too far cuts a piece off its neighbour's text."""
    wide = min(strip.x1, other.x1) - max(strip.x0, other.x0)
    tall = min(strip.y1, other.y1) - max(strip.y0, other.y0)
    if min(wide, tall) <= 0 or strip.width * strip.height >= other.width * other.height:
        return False
    return wide * tall >= _MOSTLY * strip.width * strip.height


def _within_cells(box: Strip, rulings: Rulings) -> list[Strip]:
    """The parts of a box between the rulings that cross it."""
    xs = _cuts(rulings.verticals, (box.x0, box.x1), (box.y0 + box.y1) / 2)
    parts = []
    for left, right in pairwise(xs):
        ys = _cuts(rulings.horizontals, (box.y0, box.y1), (left + right) / 2)
        parts += [Strip(left, top, right, bottom) for top, bottom in pairwise(ys)]
    return parts


def _cuts(lines: Sequence[Ruling], sides: tuple[int, int], middle: float) -> list[int]:
    first, last = sides
    return [
        first,
        *sorted(
            round(line.at)
            for line in lines
            if first + _INSIDE < line.at < last - _INSIDE and line.start <= middle <= line.end
        ),
        last,
    ]


def _lines(strip: Strip, ink: "Pixels", usual: float) -> list[Strip]:
    """The lines in a tight strip that is too high for one; large print has no blank rows and stays one."""
    if strip.height < _LINES * usual:
        return [strip]
    parts: list[tuple[int, int]] = []
    for start, end in _inked(strip, ink):
        if parts and start - parts[-1][1] < max(2.0, _PARTED * usual):
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
    if len(parts) < 2 or any(end - start < _PART * usual for start, end in parts):
        return [strip]
    return _cut_out(strip, parts, ink)


def _inked(strip: Strip, ink: "Pixels") -> list[tuple[int, int]]:
    """Rows with ink, gathered: [from, to) below the top of the strip."""
    import numpy as np

    rows = np.asarray(strip.of(ink).any(axis=1)).astype(np.int8)
    changes = np.flatnonzero(np.diff(rows, prepend=0, append=0)).tolist()
    return list(zip(changes[::2], changes[1::2], strict=True))


def _cut_out(strip: Strip, parts: Iterable[tuple[int, int]], ink: "Pixels") -> list[Strip]:
    pieces = (Strip(strip.x0, strip.y0 + start, strip.x1, strip.y0 + end) for start, end in parts)
    return [tight for piece in pieces if (tight := tightened(piece, ink)) is not None]


def under_one_another(strip: Strip, ink: "Pixels") -> list[Strip]:
    """The characters of a tight upended strip: of all ways to gather its inked rows, that with the squarest pieces."""
    rows = [part for start, end in _inked(strip, ink) for part in _halved(start, end, strip.width)]
    best: list[tuple[float, int]] = [(0.0, 0)]  # (cost, where the last piece begins) of the first n parts
    for number in range(1, len(rows) + 1):
        ways = []
        for first in range(number - 1, -1, -1):
            height = (rows[number - 1][1] - rows[first][0]) / strip.width
            if height > _SQUARE and first < number - 1:
                break
            ways.append((best[first][0] + (1 - min(height, 1.0)) ** 2 + _PIECE, first))
        best.append(min(ways))
    pieces, last = [], len(rows)
    while last:
        first = best[last][1]
        pieces.append((rows[first][0], rows[last - 1][1]))
        last = first
    return _cut_out(strip, reversed(pieces), ink)


def _halved(start: int, end: int, width: int) -> list[tuple[int, int]]:
    """Characters that touch, cut into even parts."""
    count = max(1, round((end - start) / width)) if end - start > _SQUARE * width else 1
    cuts = [start + number * (end - start) // count for number in range(count + 1)]
    return list(pairwise(cuts))


def with_paper(tight: Strip, part: Strip, ink: "Pixels") -> Strip:
    """A tight strip with some paper around, as the network knows lines; low marks keep the height of their box."""
    height, width = ink.shape[:2]
    around = max(3, round(_SIDE * tight.height))
    top, bottom = min(tight.y0 - around, max(part.y0, 0)), max(tight.y1 + around, min(part.y1, height))
    return Strip(max(0, tight.x0 - around), max(0, top), min(width, tight.x1 + around), min(height, bottom))
