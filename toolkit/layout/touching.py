"""Parts of lines that are two touching cells → the two: a figure and, right after it, the word of the next column."""

from collections.abc import Sequence
from typing import Final

from toolkit.layout.parts import cut_at, meetings
from toolkit.layout.region import Region

_TOUCHING: Final = 0.2  # em: cells that meet do so in one place
_MEETING: Final = 0.3  # of the lines: in so many they may, whatever the headings


def cut_where_cells_meet(region: Region) -> None:
    """Cut parts, in place, where a figure fills its cell up to the word in the next: no other line runs on there."""
    near = _TOUCHING * region.em
    places = sorted(place for line in region.lines for part in line.parts for place in meetings(part))
    for left, right in _gathered(places, near):
        met = [
            (line, part)
            for line in region.lines
            for part in line.parts
            if part.x0 < left - near and right + near < part.x1
        ]
        halves = [cut_at(part, left - near, right + near) for _, part in met]
        if all(halves) and (len(met) <= _MEETING * len(region.lines) or _is_headed_apart(region, left, right)):
            for (line, part), two in zip(met, halves, strict=True):
                number = line.parts.index(part)
                line.parts[number : number + 1] = two or ()


def _gathered(places: Sequence[float], near: float) -> list[tuple[float, float]]:
    """First and last of the places that lie near one another."""
    found: list[tuple[float, float]] = []
    for place in places:
        if found and place - found[-1][1] <= 2 * near:
            found[-1] = found[-1][0], place
        else:
            found.append((place, place))
    return found


def _is_headed_apart(region: Region, left: float, right: float) -> bool:
    """Whether text on both sides of a place stands below headings of its own; the unit after a number does not."""
    near = _TOUCHING * region.em
    head, body = region.split()
    headings = [part for line in head for part in line.parts]
    there = [part for line in body for part in line.parts if part.x0 < right + near and left - near < part.x1]
    low, high = min((part.x0 for part in there), default=left), max((part.x1 for part in there), default=right)
    return any(low < each.x1 <= left for each in headings) and any(right <= each.x0 < high for each in headings)
