"""Points of scored lines in reading order → which line stands under which, where sums leave but one way.

A group has the points of the lines right behind it, and all groups of the first level together have the whole: 10, 4,
2, 2, 6, 3, 3 is a group of 10 with two of 4 and 6 in it.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from typing import Final, TypeAlias

_DEEPEST: Final = 3  # levels
_MOST: Final = 80  # lines
_TWO: Final = 2
_Heads: TypeAlias = tuple[tuple[int, int], ...]


def heads_by_points(
    points: Sequence[Decimal], whole: Decimal, fits: Callable[[int, Sequence[int]], bool]
) -> dict[int, int]:
    """Line → the line it stands under; empty where the points can be nested in no way or in several. `fits`: whether a
    line may stand over those right below it."""
    count = len(points)
    if count > _MOST or any(each <= 0 for each in points):
        return {}

    @cache
    def ways(start: int, left: Decimal, depth: int) -> dict[int, list[_Heads]]:
        """End → how the lines from `start` up to it make `left` at this depth: (line, head) of all below them; two ways
        at most for each end. All that the whole is made of ends with the last line."""
        if left == 0:
            return {start: [()]} if depth > 1 or start == count else {}
        if start == count or points[start] > left:
            return {}
        inner: list[tuple[int, _Heads]] = [(start + 1, ())]
        below_it = ways(start + 1, points[start], depth + 1) if depth < _DEEPEST and fits(start, ()) else {}
        for end, several in below_it.items():
            for below in several:
                children = _children(start, end, below)
                if fits(start, children):
                    inner.append((end, (*((place, start) for place in children), *below)))
        found: dict[int, list[_Heads]] = defaultdict(list)
        for after, below in inner:
            for end, several in ways(after, left - points[start], depth).items():
                found[end] += [(*below, *beside) for beside in several]
        return {end: several[:_TWO] for end, several in found.items()}

    complete = ways(0, whole, 1).get(count, [])
    return dict(complete[0]) if len(complete) == 1 else {}


def _children(head: int, end: int, below: _Heads) -> list[int]:
    """The lines behind a head, up to `end`, that stand under none of those below it."""
    under = {line for line, _ in below}
    return [place for place in range(head + 1, end) if place not in under]
