"""Lines of a table's body → labels that stand for several rows, in its first columns, and the rows of each.

A label in the middle of its rows stands on none of their lines, or with its centre at the centre of just these rows;
one at the top of them is followed by blanks until the next.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from toolkit.layout.corridors import Corridor, columns_of
from toolkit.layout.parts import Baseline, Part

Extent: TypeAlias = tuple[float, float]
"""Top and bottom of the rows of one label."""

_FEWER: Final = 0.67  # labels for each row: a column with more has one a row
_NEAR: Final = 0.3  # of a row: the centre of a label lies so near that of its rows
_TIGHT: Final = 1.9  # em between lines of one label
_FEWEST_ROWS: Final = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a group: top and bottom of its text."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Labels:
    """`others`: the lines without the labels; the labels of each of the first columns, or the extents of rows that
    lines drawn beside them show."""

    others: list[Baseline]
    by_column: Mapping[int, list[Label]]
    drawn: Mapping[int, list[Extent]] = field(default_factory=dict)

    def groups(self, edges: Sequence[float]) -> dict[int, list[Extent]]:
        """The extents of the rows that each label stands for, by column; `edges` are those of the body's rows."""
        found = dict(self.drawn)
        outer: list[Extent] = [(edges[0], edges[-1])]
        for column, labels in self.by_column.items():
            extents: list[Extent] = []
            for top, bottom in outer:
                inside = [label for label in labels if top <= label.middle <= bottom]
                within = [edge for edge in edges if top <= edge <= bottom]
                extents += _centred(inside, within) or _from_the_top(inside, within)
            found[column] = outer = extents
        return found


def merged_labels(body: Sequence[Baseline], corridors: Sequence[Corridor]) -> Labels:
    """The labels of leading columns that have fewer of them than the table has rows."""
    by_column: dict[int, list[Label]] = {}
    others = list(body)
    for column in range(len(corridors)):
        rest = [without_column(line, column, corridors) for line in others]
        kept = [line for line in rest if line is not None]
        rows = sum(1 for line in kept if len(line.parts) >= max(1, (len(corridors) - column) * 0.5))
        labels = _labels(others, column, corridors)
        if rows < _FEWEST_ROWS or not labels or len(_in_column(others, column, corridors)) > _FEWER * rows:
            break
        by_column[column] = labels
        others = kept
    return Labels(others, by_column)


def without_column(line: Baseline, column: int, corridors: Sequence[Corridor]) -> Baseline | None:
    """A line without what stands in one column; None where that is all."""
    parts = [part for part in line.parts if columns_of(corridors, part) != (column, column)]
    if len(parts) == len(line.parts):
        return line
    if not parts:
        return None
    sides = [(each.top, each.bottom) for part in parts for each in part.row]
    return Baseline(parts, min(top for top, _ in sides), max(bottom for _, bottom in sides), line.em)


def _labels(lines: Sequence[Baseline], column: int, corridors: Sequence[Corridor]) -> list[Label]:
    """What stands in a column, lines of one label joined."""
    labels: list[Label] = []
    for part, em in _in_column(lines, column, corridors):
        top, bottom = min(each.top for each in part.row), max(each.bottom for each in part.row)
        if labels and (top + bottom) / 2 - (labels[-1].bottom - (bottom - top) / 2) < _TIGHT * em:
            labels[-1] = Label(labels[-1].top, bottom)
        else:
            labels.append(Label(top, bottom))
    return labels


def _in_column(lines: Sequence[Baseline], column: int, corridors: Sequence[Corridor]) -> list[tuple[Part, float]]:
    return [(part, line.em) for line in lines for part in line.parts if columns_of(corridors, part) == (column, column)]


def _centred(labels: Sequence[Label], edges: Sequence[float]) -> list[Extent]:
    """The rows of labels set in their middle: each group begins where the one before ended. [] if they do not."""
    extents: list[Extent] = []
    top = edges[0]
    height = (edges[-1] - edges[0]) / max(1, len(edges) - 1)
    for label in labels:
        bottom = 2 * label.middle - top
        nearest = min(edges, key=lambda edge: abs(edge - bottom))
        if abs(nearest - bottom) > 2 * _NEAR * height or nearest <= top:
            return []
        extents.append((top, nearest))
        top = nearest
    return extents if top == edges[-1] else []


def _from_the_top(labels: Sequence[Label], edges: Sequence[float]) -> list[Extent]:
    """The rows of labels set at their top: each group goes on to the row where the next label stands."""
    tops = [max((edge for edge in edges[:-1] if edge <= label.middle), default=edges[0]) for label in labels]
    if not tops or tops[0] != edges[0] or len(set(tops)) < len(tops):
        return []
    return list(zip(tops, [*tops[1:], edges[-1]], strict=True))
