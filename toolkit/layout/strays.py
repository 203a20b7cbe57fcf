"""Upright rulings that a producer drew on below their table, through the text there → ended where its sides end.

Offices do so where a page end cut a cell of several rows.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import inf
from typing import Final

from toolkit.layout.page import Ruling, Stretch

_SAME: Final = 1.0  # points: how far lines of one side may lie apart
_GAP: Final = 3.0  # points: sides nearer to one another are one
_INSIDE: Final = 1.0  # points: text that reaches so far to both sides of a ruling runs through it


def ended(verticals: Sequence[Ruling], stretches: Sequence[Stretch]) -> list[Ruling]:
    """The rulings, in their order. One that runs on from a table to where neither outermost ruling of the page is
    drawn, and through text there, ends with those."""
    sides = _sides(verticals)
    return [_ended(ruling, sides, stretches) for ruling in verticals]


def _sides(verticals: Sequence[Ruling]) -> list[tuple[float, float]]:
    """From where to where down the page one of the outermost rulings is drawn."""
    left, right = min((line.at for line in verticals), default=0.0), max((line.at for line in verticals), default=0.0)
    drawn = sorted((line.start, line.end) for line in verticals if line.at - left <= _SAME or right - line.at <= _SAME)
    sides: list[tuple[float, float]] = []
    for start, end in drawn:
        if sides and start - sides[-1][1] <= _GAP:
            sides[-1] = sides[-1][0], max(end, sides[-1][1])
        else:
            sides.append((start, end))
    return sides


def _ended(ruling: Ruling, sides: Sequence[tuple[float, float]], stretches: Sequence[Stretch]) -> Ruling:
    for (start, end), (following, _) in pairwise((*sides, (inf, inf))):
        if not start - _GAP <= ruling.start < end < ruling.end - _GAP:
            continue
        below = min(following, ruling.end)
        if any(end < (one.top + one.bottom) / 2 < below and _is_crossed(ruling, one) for one in stretches):
            return Ruling(ruling.at, ruling.start, end)
    return ruling


def _is_crossed(ruling: Ruling, stretch: Stretch) -> bool:
    return stretch.lefts[0] + _INSIDE < ruling.at < stretch.rights[-1] - _INSIDE
