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
        halves = [glyph for glyph in row if glyph[3] <= middle], [glyph for glyph in row if glyph[1] >= middle]
        if halves[0]:
            left.append((halves[0], 1))
        if halves[1]:
            right.append((halves[1], 2))
    return [*ordered, *left, *right]


def _crosses(row: Row, middle: float) -> bool:
    return any(glyph[1] < middle < glyph[3] for glyph in row) or not _gap_at(row, middle)


def _gap_at(row: Row, middle: float) -> bool:
    """Whether the row leaves the strip around `middle` free."""
    before = max((glyph[3] for glyph in row if glyph[3] <= middle), default=0.0)
    after = min((glyph[1] for glyph in row if glyph[1] >= middle), default=before + 2 * _STRIP)
    return after - before >= _STRIP


def _strip(rows: Sequence[Row], width: float) -> float | None:
    """The middle of the strip between two columns of running text; None where there is none."""
    gaps = [
        (before[3] + after[1]) / 2
        for row in rows
        for before, after in pairwise(row)
        if after[1] - before[3] >= _STRIP and 0.3 * width < (before[3] + after[1]) / 2 < 0.7 * width
    ]
    if len(gaps) < _FEWEST_ROWS:
        return None
    middle = median(gaps)
    both = [row for row in rows if not _crosses(row, middle) and row[0][1] < middle < row[-1][3]]
    if len(both) < _FEWEST_ROWS:
        return None
    lefts = [[glyph for glyph in row if glyph[3] <= middle] for row in both]
    rights = [[glyph for glyph in row if glyph[1] >= middle] for row in both]
    if min(median(map(len, lefts)), median(map(len, rights))) < _FEWEST_CHARS:
        return None
    ends = [row[-1][3] for row in lefts]
    full = sum(1 for end in ends if max(ends) - end <= 2 * (lefts[0][-1][3] - lefts[0][-1][1]))
    return middle if full >= _FULL_SHARE * len(ends) else None
