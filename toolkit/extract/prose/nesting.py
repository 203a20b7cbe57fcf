"""Points of scored lines in reading order → which line stands under which, where sums leave but one way.

A group has the points of the lines right behind it, and all groups of the first level together have the whole: 10, 4,
2, 2, 6, 3, 3 is a group of 10 with two of 4 and 6 in it. Or a summary tells the groups, and all lines behind it make
them one after the other.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final, TypeAlias

Fits: TypeAlias = Callable[[int, Sequence[int]], bool]
"""Whether a line may stand over those right below it."""

_DEEPEST: Final = 3  # levels
_MOST: Final = 80  # lines
_TWO: Final = 2
_Heads: TypeAlias = tuple[tuple[int, int], ...]
_Ways: TypeAlias = Mapping[int, Sequence[_Heads]]
"""Where lines end that make a sum → (line, head) of all that stand under others there; two ways at most."""


def heads_by_points(points: Sequence[Decimal], whole: Decimal, fits: Fits) -> dict[int, int]:
    """Line → the line it stands under; empty where the points can be nested in no way or in several."""
    if not _may_be_nested(points):
        return {}
    return _only(_ways(points, fits)(0, whole, 1), len(points))


def heads_by_summary(points: Sequence[Decimal], groups: int, fits: Fits) -> dict[int, int]:
    """The same where the first lines are the groups that all others make, in their order."""
    if not _may_be_nested(points):
        return {}
    ways = _ways(points, fits)
    made: _Ways = {groups: [()]}
    for group in range(groups):
        further: dict[int, list[_Heads]] = defaultdict(list)
        for start, before in made.items():
            for end, several in ways(start, points[group], _TWO).items():
                for below in several:
                    children = _children(start, end, below)
                    if fits(group, children):
                        own = tuple((place, group) for place in children)
                        further[end] += [(*heads, *own, *below) for heads in before]
        made = {end: several[:_TWO] for end, several in further.items()}
    return _only(made, len(points))


def _may_be_nested(points: Sequence[Decimal]) -> bool:
    return len(points) <= _MOST and all(each > 0 for each in points)


def _only(ways: _Ways, count: int) -> dict[int, int]:
    """The one way that ends with the last line."""
    complete = ways.get(count, ())
    return dict(complete[0]) if len(complete) == 1 else {}


def _ways(points: Sequence[Decimal], fits: Fits) -> Callable[[int, Decimal, int], _Ways]:
    count = len(points)

    @cache
    def ways(start: int, left: Decimal, depth: int) -> _Ways:
        """How the lines from `start` on make `left` at this depth; at the first with all lines that there are."""
        if left == 0:
            return {start: [()]} if depth > 1 or start == count else {}
        if start == count or points[start] > left:
            return {}
        inner: list[tuple[int, _Heads]] = [(start + 1, ())]
        below_it = ways(start + 1, points[start], depth + 1) if depth < _DEEPEST and fits(start, ()) else {}
        for end, several in below_it.items():
            for below in several:
                children = _children(start + 1, end, below)
                if fits(start, children):
                    inner.append((end, (*((place, start) for place in children), *below)))
        found: dict[int, list[_Heads]] = defaultdict(list)
        for after, below in inner:
            for end, several in ways(after, left - points[start], depth).items():
                found[end] += [(*below, *beside) for beside in several]
        return {end: several[:_TWO] for end, several in found.items()}

    return ways


def _children(start: int, end: int, below: _Heads) -> list[int]:
    """The lines there that stand under none of their own."""
    under = {line for line, _ in below}
    return [place for place in range(start, end) if place not in under]
