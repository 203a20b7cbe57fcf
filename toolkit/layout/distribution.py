"""Stretches of a page → those in each cell of a grid, and those outside it, parted where a border parts them."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from toolkit.layout.grid import OVERHANG, Grid
from toolkit.layout.page import Stretch
from toolkit.layout.stretches import follows, part

_EDGE: Final = 0.15  # of a character's width


def distribute(grid: Grid, stretches: Iterable[Stretch]) -> tuple[list[list[Stretch]], list[Stretch]]:
    """(stretches in each cell in the order of `grid.cells`, stretches outside), parted where a border parts them.

    A character belongs where its centre lies. Text of a cell that the page end cut open may hang out of it; a string
    that runs on through the right border of its cell stays in that cell.
    """
    inside: list[list[Stretch]] = [[] for _ in grid.cells]
    outside: list[Stretch] = []
    share = _Share(grid)
    for stretch in stretches:
        for owner, piece in share.of(stretch):
            (outside if owner is None else inside[owner]).append(piece)
    return inside, outside


class _Share:
    """Says which cell has which part of each stretch, in the order of the content."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._xs, self._ys = grid.xs, grid.ys
        self._owners, self._last = grid.owners(), len(grid.xs) - 1
        self._owner: int | None = None
        self._before: Stretch | None = None
        self._runs_on = False

    def of(self, stretch: Stretch) -> Iterable[tuple[int | None, Stretch]]:
        """(cell or None, part of the stretch) from left to right."""
        _, lefts, rights, top, bottom, _, upended = stretch
        ys, y = self._ys, (top + bottom) / 2
        if not ys[0] - OVERHANG <= y <= ys[-1] + OVERHANG:
            self._owner = None
            return ((None, stretch),)
        row = min(max(1, bisect_right(ys, y)), len(ys) - 1) - 1 if ys[0] <= y <= ys[-1] else -1
        first = self._at((lefts[0] + rights[0]) / 2, y, row)
        last = first if len(lefts) == 1 else self._at((lefts[-1] + rights[-1]) / 2, y, row)
        goes_on = self._owner is not None and self._before is not None and follows(self._before, stretch)
        self._runs_on = self._runs_on and goes_on
        if upended or (first == last and not (goes_on and first != self._owner) and not self._parts(first, stretch)):
            self._owner, self._before = first, stretch
            return ((first, stretch),)
        return self._parted(stretch, goes_on, row)

    def _parts(self, owner: int | None, stretch: Stretch) -> bool:
        """Whether a stretch whose ends lie in one place leaves it in between."""
        return owner is None and self._xs[0] < stretch.rights[-1] and stretch.lefts[0] < self._xs[-1]

    def _parted(self, stretch: Stretch, goes_on: bool, row: int) -> list[tuple[int | None, Stretch]]:
        y = (stretch.top + stretch.bottom) / 2
        owners: list[int | None] = []
        for index, (left, right) in enumerate(zip(stretch.lefts, stretch.rights, strict=True)):
            here = self._at((left + right) / 2, y, row)
            if (goes_on or index) and self._owner is not None:
                if here != self._owner:
                    self._runs_on = self._runs_on or self._is_cut(stretch, index)
                here = self._owner if self._runs_on else here
            owners.append(here)
            self._owner = here
        self._before = stretch
        starts = [0, *(index for index in range(1, len(owners)) if owners[index] != owners[index - 1]), len(owners)]
        return [(owners[start], part(stretch, start, end)) for start, end in pairwise(starts)]

    def _at(self, x: float, y: float, row: int) -> int | None:
        """The cell at a point of grid row `row`, -1: above or below the grid."""
        xs = self._xs
        if not xs[0] <= x <= xs[-1]:
            return None
        if row < 0:
            if not self._grid.hangs_out(x, y):
                return None
            row, column = self._grid.place_of(x, y)
            return self._owners[row][column]
        return self._owners[row][bisect_right(xs, x, 1, self._last) - 1]

    def _is_cut(self, stretch: Stretch, index: int) -> bool:
        """Whether the right border of the owner runs through this character or the one before, not past its edge."""
        border = 0.0 if self._owner is None else self._grid.right_of(self._owner)
        left, right = stretch.lefts[index], stretch.rights[index]
        if index:
            before = stretch.lefts[index - 1], stretch.rights[index - 1]
        elif self._before is not None:
            before = self._before.lefts[-1], self._before.rights[-1]
        else:
            before = left, right
        return any(
            one + _EDGE * (other - one) < border < other - _EDGE * (other - one)
            for one, other in (before, (left, right))
        )
