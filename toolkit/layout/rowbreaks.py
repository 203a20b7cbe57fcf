"""Lines of a table without rulings between its rows → rows: wrapped lines joined to the row they belong to.

A row has one line on which most columns have text, or its first column alone begins one. Lines between two of those
are more of a cell above or below: in each column the break between the rows lies where its lines stand furthest
apart; where they all stand alike, where the cells of a row keep to its middle or a line was full.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from toolkit.layout.cells import is_full
from toolkit.layout.corridors import Corridor, columns_of
from toolkit.layout.lines import continues
from toolkit.layout.parts import Baseline, Part
from toolkit.layout.wording import is_cut_figure, is_figure

_MOST: Final = 0.5  # of the columns with text: a row
_OVERLAP: Final = 0.85  # em: centres of lines of two rows lie further apart
_CLOSER: Final = 0.9  # of the distance of rows: lines of one cell stand closer
_FURTHER: Final = 1.02  # times the other distances in a column: surely further

Column = Mapping[int, Part]


def row_groups(
    lines: Sequence[Baseline], corridors: Sequence[Corridor], most: float = _MOST, cut: bool = False
) -> list[list[Baseline]]:
    """The lines of each row, from top to bottom. A line with text in the share `most` of the columns has a row.

    `cut`: they may begin with the last lines of a row that the page before began.
    """
    if len(lines) < 2:
        return [list(lines)] if lines else []
    filled = [_by_column(line, corridors) for line in lines]
    reader = _Rows(lines, filled, corridors, max(2, most * (len(corridors) + 1)))
    rest = reader.rest() if cut else 0
    if rest:
        return [list(lines[:rest]), *row_groups(lines[rest:], corridors, most)]
    rows: dict[int, list[Baseline]] = defaultdict(list)
    for line, row in zip(lines, reader.owners(), strict=True):
        rows[row].append(line)
    return [rows[row] for row in sorted(rows)]


def _by_column(line: Baseline, corridors: Sequence[Corridor]) -> dict[int, Part]:
    """The first part of a line in each of its columns."""
    found: dict[int, Part] = {}
    for part in line.parts:
        found.setdefault(columns_of(corridors, part)[0], part)
    return found


class _Rows:
    """Says to which row each line belongs: the number of the line with which most of that row's columns have text."""

    def __init__(
        self, lines: Sequence[Baseline], filled: Sequence[Column], corridors: Sequence[Corridor], most: float
    ) -> None:
        self._lines = lines
        self._filled = filled
        self._places: dict[int, list[int]] = defaultdict(list)
        for index, there in enumerate(filled):
            for column in there:
                self._places[column].append(index)
        self._widths = {column: self._width(column, corridors) for column in self._places}
        self._anchors = self._whole(most)
        self._anchors = sorted({*self._anchors, *self._sparse()})

    def _width(self, column: int, corridors: Sequence[Corridor]) -> float:
        """Width of a column between its corridors, which headings may have made narrower than its text does."""
        parts = [self._filled[index][column] for index in self._places[column]]
        left = [part.x0 for part in parts] + [corridors[column - 1][1]] * (column > 0)
        right = [part.x1 for part in parts] + [side for side, _ in corridors[column : column + 1]]
        return max(right) - min(left)

    def rest(self) -> int:
        """How many of the first lines are the end of a row: none of their cells goes on below, as each wrapped line of
        a cell but its last is full."""
        ends = []
        for count in range(1, self._anchors[0] + 1):
            above, below = self._last(range(count)), self._last(range(len(self._lines) - 1, count - 1, -1))
            if not any(column in below and self._goes_on(column, above[column], below[column]) for column in above):
                ends.append(count)
        return max(ends, key=lambda count: self._distance(count - 1, count), default=0)

    def _last(self, indices: Iterable[int]) -> dict[int, Part]:
        """What stands in each column on the last of some lines that have text there."""
        found: dict[int, Part] = {}
        for index in indices:
            found.update(self._filled[index])
        return found

    def owners(self) -> list[int]:
        """The anchor of each line; never one beyond that of the line after."""
        votes: list[Counter[int]] = [Counter() for _ in self._lines]
        for anchor in self._anchors:
            votes[anchor][anchor] += len(self._filled[anchor]) + 1
        for above, below in pairwise([-1, *self._anchors, len(self._lines)]):
            for column in self._places:
                for index, owner in self._shared_out(column, above, below):
                    votes[index][owner] += 1
        owners = [max(vote, key=lambda owner: (vote[owner], -owner)) for vote in votes]
        for index in range(1, len(owners)):
            owners[index] = max(owners[index], owners[index - 1])
        return owners

    def _whole(self, most: float) -> list[int]:
        """Lines with text in most columns, but for those that go on with numbers and words cut off above."""
        whole: list[int] = []
        for index, there in enumerate(self._filled):
            if len(there) < most:
                continue
            if whole and 0 not in there and self._is_rest_of(index, whole[-1]):
                continue
            if whole and self._distance(whole[-1], index) < _OVERLAP:
                continue
            whole.append(index)
        return whole or [0]

    def _is_rest_of(self, index: int, above: int) -> bool:
        before = self._filled[above]
        return index == above + 1 and all(
            column in before and self._goes_on(column, before[column], part)
            for column, part in self._filled[index].items()
        )

    def _sparse(self) -> list[int]:
        """Lines that begin a row though most columns are blank: nothing in them goes on from above, or below."""
        found = []
        rows = [self._distance(one, other) for one, other in pairwise(self._anchors) if other == one + 1]
        closest = max(_OVERLAP, _CLOSER * min(rows, default=0.0))
        for index, here in enumerate(self._filled):
            nearest = min(abs(self._distance(anchor, index)) for anchor in self._anchors)
            if index in self._anchors or nearest < closest:
                continue
            if self._has_a_known_value(here):
                found.append(index)
                continue
            columns = [column for column, part in here.items() if is_figure(part.text)]
            if not columns or len(here) == 1:
                columns = [0] if 0 in here and self._is_whole_label(index) else []
            if columns and not any(self._is_more(column, index) for column in columns):
                found.append(index)
        return found

    def _has_a_known_value(self, here: Column) -> bool:
        """Whether a column but the first has what it has in another row as a whole: 公里, 是; beside a label, or where
        each row has something in it."""
        for column, part in here.items():
            others = [self._filled[anchor].get(column) for anchor in self._anchors]
            known = any(other is not None and other.text == part.text for other in others)
            if known and column and (0 in here or None not in others):
                return True
        return False

    def _is_more(self, column: int, index: int) -> bool:
        """Whether what stands in a column goes on from the line above in it, or on the line below."""
        places = self._places[column]
        place = places.index(index)
        return any(
            self._goes_on(column, self._filled[one][column], self._filled[other][column])
            for one, other in pairwise(places[max(0, place - 1) : place + 2])
        )

    def _is_whole_label(self, index: int) -> bool:
        """Whether the rows above and below have labels of their own on their lines: then this one is of neither."""
        place = self._places[0].index(index)
        before, after = self._places[0][max(0, place - 1) : place], self._places[0][place + 1 : place + 2]
        above = [anchor for anchor in self._anchors if anchor < index][-1:]
        below = [anchor for anchor in self._anchors if anchor > index][:1]
        return (not above or before == above) and (not below or after == below)

    def _goes_on(self, column: int, above: Part, below: Part) -> bool:
        return goes_on(above, below, self._widths[column])

    def _distance(self, above: int, below: int) -> float:
        """Distance of two lines, em."""
        return (self._lines[below].middle - self._lines[above].middle) / self._lines[below].em

    def _shared_out(self, column: int, above: int, below: int) -> list[tuple[int, int]]:
        """(line, anchor) of the lines of a column between two anchors (-1, or one beyond the last: none)."""
        between = [index for index in self._places[column] if above < index < below]
        if not between:
            return []
        if above < 0 or below >= len(self._lines):
            owner = below if above < 0 else above
            return [(index, owner) for index in between]
        split = self._split(column, between, above, below)
        return [(index, above if number < split else below) for number, index in enumerate(between)]

    def _split(self, column: int, between: Sequence[int], above: int, below: int) -> int:
        """How many of the lines belong to the row above."""
        before = [index for index in self._places[column] if index <= above][-1:]
        after = [index for index in self._places[column] if index >= below][:1]
        chain = [*before, *between, *after]
        gaps = [self._distance(one, other) for one, other in pairwise(chain)]
        if not before:
            gaps = [self._distance(above, between[0]), *gaps]
        if not after:
            gaps = [*gaps, self._distance(between[-1], below)]
        widest = max(gaps)
        far = [count for count in range(len(between) + 1) if gaps[count] * _FURTHER >= widest]
        if len(far) == 1:
            return far[0]
        rests = [self._rest(column, chain, before, count) for count in far]
        return min(zip(far, rests, strict=True), key=lambda each: (each[1], self._off(between, each[0], above, below)))[
            0
        ]

    def _rest(self, column: int, chain: Sequence[int], before: Sequence[int], count: int) -> int:
        """1 if a break after `count` lines would cut a cell where its line was full, else 0."""
        place = count + len(before)
        if not 0 < place < len(chain):
            return 0
        one, other = self._filled[chain[place - 1]][column], self._filled[chain[place]][column]
        return int(self._goes_on(column, one, other))

    def _off(self, between: Sequence[int], count: int, above: int, below: int) -> float:
        """How far lines would stand from the anchor they are given to, all in all."""
        return sum(self._distance(above, index) for index in between[:count]) + sum(
            self._distance(index, below) for index in between[count:]
        )


def goes_on(above: Part, below: Part, width: float) -> bool:
    """Whether text of a column `width` points wide goes on on its next line; two whole figures do not."""
    if is_cut_figure(above.text) and below.text[0].isdigit():
        return True
    if is_figure(above.text) and is_figure(below.text):
        return False
    return is_full(above.line, below.line, width) and continues(above.line.text, below.line.text, True)
