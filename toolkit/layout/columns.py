"""Rows of a page's body → rows in reading order, with the column they stand in: two columns only where it is clear.

Clear is a strip near the middle that no character crosses over many rows, with running text on both sides; the two
sides of a form or a list of dates do not reach it.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final, TypeAlias

from toolkit.layout.textlines import Row

Placed: TypeAlias = tuple[Row, int]
"""A row and its column: 0 across the page, 1 left, 2 right."""

_STRIP: Final = 14.0  # points: the narrowest strip between columns
_FEWEST_ROWS: Final = 8  # rows with text on both sides
_FEWEST_CHARS: Final = 10  # characters in the middling row of each side
_FULL_SHARE: Final = 0.6  # of the rows on the left end near the strip, as running text does


def in_reading_order(rows: Sequence[Row], width: float) -> list[Placed]:
    """The rows from top to bottom; where the page is set in two columns, the left one before the right one."""
    middle = _strip(rows, width)
    if middle is None:
        return [(row, 0) for row in rows]
    ordered: list[Placed] = []
    left: list[Placed] = []
    right: list[Placed] = []
    for row in rows:
        if _crosses(row, middle):
            ordered += [*left, *right, (row, 0)]
            left, right = [], []
            continue
        halves = [each for each in row if each.rights[-1] <= middle], [each for each in row if each.lefts[0] >= middle]
        if halves[0]:
            left.append((halves[0], 1))
        if halves[1]:
            right.append((halves[1], 2))
    return [*ordered, *left, *right]


def _crosses(row: Row, middle: float) -> bool:
    return any(each.lefts[0] < middle < each.rights[-1] for each in row) or not _gap_at(row, middle)


def _gap_at(row: Row, middle: float) -> bool:
    """Whether the row leaves the strip around `middle` free."""
    before = max((each.rights[-1] for each in row if each.rights[-1] <= middle), default=0.0)
    after = min((each.lefts[0] for each in row if each.lefts[0] >= middle), default=before + 2 * _STRIP)
    return after - before >= _STRIP


def _strip(rows: Sequence[Row], width: float) -> float | None:
    """The middle of the strip between two columns of running text; None where there is none."""
    gaps = [
        (before.rights[-1] + after.lefts[0]) / 2
        for row in rows
        for before, after in pairwise(row)
        if after.lefts[0] - before.rights[-1] >= _STRIP
        and 0.3 * width < (before.rights[-1] + after.lefts[0]) / 2 < 0.7 * width
    ]
    if len(gaps) < _FEWEST_ROWS:
        return None
    middle = median(gaps)
    both = [row for row in rows if not _crosses(row, middle) and row[0].lefts[0] < middle < row[-1].rights[-1]]
    if len(both) < _FEWEST_ROWS:
        return None
    lefts = [[each for each in row if each.rights[-1] <= middle] for row in both]
    rights = [[each for each in row if each.lefts[0] >= middle] for row in both]
    if min(median(map(_chars, lefts)), median(map(_chars, rights))) < _FEWEST_CHARS:
        return None
    if max(median(map(_gaps, lefts)), median(map(_gaps, rights))) > 0:
        return None  # figures in columns of their own
    ends = [row[-1].rights[-1] for row in lefts]
    last = lefts[0][-1]
    full = sum(1 for end in ends if max(ends) - end <= 2 * (last.rights[-1] - last.lefts[-1]))
    return middle if full >= _FULL_SHARE * len(ends) else None


def _chars(row: Row) -> int:
    return sum(len(each.text) for each in row)


def _gaps(row: Row) -> int:
    """How many gaps as wide as that between columns a row has."""
    return sum(1 for before, after in pairwise(row) if after.lefts[0] - before.rights[-1] >= _STRIP)
