"""Rules that run through some columns of a table alone → which columns they part, and the labels beside them.

Such a line stands under a heading over several columns, or between rows whose group has one label for all of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from toolkit.layout.corridors import Corridor
from toolkit.layout.groups import Extent, Labels, without_column
from toolkit.layout.page import Ruling
from toolkit.layout.parts import Baseline

_SLACK: Final = 1.5  # points: so far text may reach over the end of a line below its column
_SAME_HEIGHT: Final = 2.5  # points
_MOST: Final = 0.5  # of the columns are parted between rows; a line under fewer is an underline


@dataclass(frozen=True, slots=True)
class Division:
    """A line at a height, and the columns through which it is drawn."""

    at: float
    columns: frozenset[int]

    def run(self, column: int) -> range:
        """The columns around `column` through which it is drawn in one; empty where it is not drawn there."""
        first = last = column
        while first - 1 in self.columns:
            first -= 1
        while last + 1 in self.columns:
            last += 1
        return range(first, last + 1) if column in self.columns else range(0)


def divisions_of(rules: Iterable[Ruling], corridors: Sequence[Corridor], whole: Ruling) -> list[Division]:
    """The columns that each rule runs through from side to side, from top to bottom; `whole` runs through all."""
    sides = [whole.start, *(side for corridor in corridors for side in corridor), whole.end]
    found: list[Division] = []
    for rule in sorted(rules):
        columns = frozenset(_columns_through(rule, sides))
        if found and rule.at - found[-1].at <= _SAME_HEIGHT:
            found[-1] = Division(found[-1].at, found[-1].columns | columns)
        elif columns:
            found.append(Division(rule.at, columns))
    return found


def _columns_through(rule: Ruling, sides: Sequence[float]) -> Iterable[int]:
    """Columns whose text, between the corridors on both sides, stands within the ends of a rule."""
    for column, (left, right) in enumerate(zip(sides[::2], sides[1::2], strict=True)):
        if rule.start <= left + _SLACK and rule.end >= right - _SLACK:
            yield column


def between_rows(divisions: Iterable[Division], columns: int) -> list[Division]:
    """Those of a table's body that part rows."""
    return [division for division in divisions if _MOST * columns <= len(division.columns) < columns]


def labels_beside(
    body: Sequence[Baseline], corridors: Sequence[Corridor], through: Iterable[float], divisions: Sequence[Division]
) -> Labels:
    """The labels of rows that lines part in other columns alone; `through`: heights of lines through all columns."""
    first, last = body[0].top, body[-1].bottom
    heights = [first, *(at for at in through if first < at < last), last]
    others = list(body)
    extents: dict[int, list[Extent]] = {}
    for column in range(len(corridors) + 1):
        inner = [division.at for division in divisions if column not in division.columns]
        edges = sorted([*heights, *(division.at for division in divisions if column in division.columns)])
        merged = [(top, low) for top, low in pairwise(edges) if any(top < at < low for at in inner)]
        if not merged:
            continue
        extents[column] = merged
        others = [
            rest
            for line in others
            if (rest := without_column(line, column, corridors) if _is_within(line, merged) else line) is not None
        ]
    return Labels(others, {}, extents)


def _is_within(line: Baseline, extents: Iterable[Extent]) -> bool:
    return any(top < line.middle < low for top, low in extents)
