"""Baselines of a region → the corridors of white space that part its columns, and which columns each part covers.

The body of a table shows the corridors: strips that no text of its rows covers. A heading over several columns, or
a row that runs across, covers some of them whole; it spans columns and closes no corridor.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from toolkit.layout.parts import Baseline, Part

Corridor: TypeAlias = tuple[float, float]
"""Left and right side of a strip of white space."""

_FEWEST_ROWS: Final = 2  # with text on both sides of a narrow corridor
_BEYOND: Final = 1.5  # points: text so little beyond the middle of a corridor is not in the next column
_TOUCHING: Final = 0.1  # em: text on both sides of a corridor may come so near its middle, where headings show it
_ODD_ROWS: Final = 0.12  # of the rows: so many may run across a corridor
_CENTRED: Final = 0.2  # of the width of columns: so far a heading's centre may lie off theirs


def corridors_of(
    head: Sequence[Baseline], body: Sequence[Baseline], least: float, sure: float = 0.0, drawn: Sequence[float] = ()
) -> list[Corridor]:
    """The corridors at least `least` points wide, from left to right.

    `head` are the lines of headings, some of which may stand over several columns. A corridor narrower than `sure`
    may be the blank between a number and its unit: it counts where both of its sides have headings of their own, or
    lines are `drawn` up to it.
    """
    several = [line for line in body if len(line.parts) > 1] or list(body)
    margin = _TOUCHING * body[0].em if body and least < sure else 0.0
    spans = [(part.x0 + margin, part.x1 - margin) for line in several for part in line.parts]
    found = strips(spans, least, int(_ODD_ROWS * len(several)))
    if not found:
        return []
    loose = [part for line in (*head, *body) for part in line.parts if not bridged(found, part)]
    spans = [(part.x0 + margin, part.x1 - margin) for part in loose if not _is_heading_of_several(part, head, found)]
    found = _with_headings([_without(strip, margin) for strip in strips(spans, least, 0)], head, several)
    ends = [float("-inf"), *(side for strip in found for side in strip), float("inf")]
    return [
        strip
        for number, strip in enumerate(found)
        if strip[1] - strip[0] >= sure
        or any(strip[0] <= end <= strip[1] for end in drawn)
        or _is_told(ends[2 * number : 2 * number + 4], head, several)
    ]


def _without(strip: Corridor, margin: float) -> Corridor:
    """A corridor without the margins taken from the text beside it; where the texts touch, it is a line."""
    left, right = strip[0] + margin, strip[1] - margin
    return (left, right) if left <= right else ((left + right) / 2, (left + right) / 2)


def _with_headings(found: list[Corridor], head: Sequence[Baseline], body: Sequence[Baseline]) -> list[Corridor]:
    """The corridors but for those between text without a heading and a heading without text: one is set at the side
    of their column and the other in its middle. As few as can be stay alone, and those are joined that are nearest."""
    headed = {columns_of(found, part)[0] for line in head for part in line.parts if not bridged(found, part)}
    told = {columns_of(found, part)[0] for line in body for part in line.parts}
    best: list[tuple[int, float, tuple[int, ...]]] = [(0, 0.0, ())]  # alone, width of gaps, corridors that go
    for column in range(len(found) + 1):
        alone, width, gone = best[-1]
        ways = [(alone + ((column in headed) != (column in told)), width, gone)]
        pair = (column - 1, column)
        if column and any(one in headed - told and other in told - headed for one, other in (pair, pair[::-1])):
            alone, width, gone = best[-2]
            ways.append((alone, width + found[column - 1][1] - found[column - 1][0], (*gone, column - 1)))
        best.append(min(ways))
    return [corridor for number, corridor in enumerate(found) if number not in best[-1][2]]


def _is_told(ends: Sequence[float], head: Sequence[Baseline], body: Sequence[Baseline]) -> bool:
    """Whether the two columns within `ends` (outer side, corridor, outer side) have headings of their own and, on
    several lines, text below."""

    def within(line: Baseline, sides: Sequence[float]) -> bool:
        return any(sides[0] - _BEYOND <= part.x0 and part.x1 <= sides[1] + _BEYOND for part in line.parts)

    halves = ends[:2], ends[2:]
    return all(any(within(line, half) for line in head) for half in halves) and (
        min(sum(1 for line in body if within(line, half)) for half in halves) >= _FEWEST_ROWS
    )


def bridged(corridors: Iterable[Corridor], part: Part) -> bool:
    """Whether a part runs through a corridor from side to side."""
    return any(part.x0 <= left and right <= part.x1 for left, right in corridors)


def columns_of(corridors: Sequence[Corridor], part: Part) -> tuple[int, int]:
    """First and last column that a part covers."""
    middles = [(left + right) / 2 for left, right in corridors]
    first = bisect_left(middles, part.x0 + _BEYOND)
    return first, max(first, bisect_left(middles, part.x1 - _BEYOND))


def strips(spans: Iterable[tuple[float, float]], least: float, odd: int) -> list[Corridor]:
    """Strips between the outermost sides that no span covers, or where there is none nearby, no more than `odd` do."""
    sides = sorted(side for left, right in spans for side in ((left, 1), (right, -1)))
    pieces: list[tuple[float, float, int]] = []
    depth = 0
    for (place, step), (following, _) in pairwise(sides):
        depth += step
        if following > place:
            pieces.append((place, following, depth))
    found: list[Corridor] = []
    run: list[tuple[float, float, int]] = []
    for piece in (*pieces, (0.0, 0.0, odd + 1)):
        if piece[2] <= odd:
            run.append(piece)
        elif run:
            ends = run[0] is pieces[0] or run[-1] is pieces[-1]
            found += _clear(run, least, 0 if ends else odd)
            run = []
    return found


def _clear(run: Sequence[tuple[float, float, int]], least: float, odd: int) -> list[Corridor]:
    """The least covered strips of a run of them; all that are free, where any is."""
    wide = [piece for piece in run if piece[1] - piece[0] >= least]
    lowest = min((piece[2] for piece in wide), default=0)
    return [(left, right) for left, right, depth in wide if depth == lowest <= odd]


def _is_heading_of_several(part: Part, head: Sequence[Baseline], corridors: Sequence[Corridor]) -> bool:
    """Whether a heading that lies in a corridor, or beside it, stands over columns on both of its sides."""
    line = next((number for number, line in enumerate(head) if part in line.parts), None)
    if line is None:
        return False
    met = [(left + right) / 2 for left, right in corridors if left < part.x1 and part.x0 < right]
    return any(_is_centred_over(part, below.parts, middle) for below in head[line + 1 :] for middle in met)


def _is_centred_over(part: Part, below: Sequence[Part], middle: float) -> bool:
    """Whether a heading's centre is that of the two next to `middle` on a line below."""
    before = [other for other in below if other.x1 <= middle]
    after = [other for other in below if other.x0 >= middle]
    if not before or not after:
        return False
    left, right = before[-1].x0, after[0].x1
    return abs((left + right) / 2 - part.centre) <= _CENTRED * (right - left)
