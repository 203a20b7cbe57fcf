"""Lines of headings → which of them stand over several columns, and where a nested head is divided below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.layout.corridors import Corridor, columns_of
from toolkit.layout.divisions import Division
from toolkit.layout.parts import Baseline, Part
from toolkit.layout.rowbreaks import goes_on
from toolkit.patterns import regex

_CENTRED: Final = 0.25  # of their width: a heading's centre lies so near that of its columns
_AT_LEFT: Final = 0.5  # em: texts that begin at one side do so within that
_SENTENCE: Final = regex(r"[。；：:]|.{17}")
_SAME_LEVEL: Final = 0.6  # em: divisions below headings of one level lie no further apart


@dataclass(frozen=True, slots=True)
class Over:
    """A heading at height `middle` over columns `first` to `last`; `below` is where its columns are divided from it."""

    middle: float
    first: int
    last: int
    below: float


def headings_over(
    head: Sequence[Baseline], corridors: Sequence[Corridor], divisions: Sequence[Division] = ()
) -> list[Over]:
    """The headings that stand over several columns; those of one level have one division below them, a drawn one
    where there is one."""
    found = [over for number in range(len(head)) for over in _over_in(head, number, corridors, divisions)]
    levelled: list[Over] = []
    for over in sorted(found, key=lambda over: over.below):
        last = levelled[-1].below if levelled else float("-inf")
        level = last if over.below - last <= _SAME_LEVEL * head[0].em else over.below
        levelled.append(Over(over.middle, over.first, over.last, level))
    return levelled


def _over_in(
    head: Sequence[Baseline], number: int, corridors: Sequence[Corridor], divisions: Sequence[Division]
) -> Iterator[Over]:
    line = head[number]
    for part in line.parts:
        drawn = _drawn_below(part, line, head, corridors, divisions)
        if drawn is not None:
            yield drawn
            continue
        first, last, below = span_of(part, head, number, corridors)
        if first < last:
            edge = line.bottom if below is None else (line.bottom + below.top) / 2
            under = (each.middle for each in head[number + 1 :] if _stands_in(each, first, last, corridors))
            end = next(under, head[-1].bottom)
            at = (each.at for each in divisions if line.middle < each.at < end and last in each.run(first))
            yield Over(line.middle, first, last, next(at, edge))


def _stands_in(line: Baseline, first: int, last: int, corridors: Sequence[Corridor]) -> bool:
    """Whether a line has text in some of the columns."""
    return any(first <= columns_of(corridors, part)[0] <= last for part in line.parts)


def _drawn_below(
    part: Part, line: Baseline, head: Sequence[Baseline], corridors: Sequence[Corridor], divisions: Sequence[Division]
) -> Over | None:
    """A heading over the columns of the line drawn below it, where it stands alone above that line."""
    column = columns_of(corridors, part)[0]
    start = float("-inf")
    for division in divisions:
        columns = division.run(column)
        if len(columns) > 1 and division.at > line.middle:
            near = [other for each in head if start < each.middle < division.at for other in each.parts]
            alone = [other for other in near if columns_of(corridors, other)[0] in columns] == [part]
            return Over(line.middle, columns[0], columns[-1], division.at) if alone else None
        start = division.at if columns else start
    return None


def span_of(
    part: Part, head: Sequence[Baseline], number: int, corridors: Sequence[Corridor]
) -> tuple[int, int, Baseline | None]:
    """(first column, last column, line of the headings below) of a part of line `number` of the head.

    It stands over the columns that it covers, or over those in whose middle it is set, if each has a heading below.
    """
    own = columns_of(corridors, part)
    line = head[number]
    place = line.parts.index(part)
    before = [columns_of(corridors, other)[1] for other in line.parts[:place]]
    after = [columns_of(corridors, other)[0] for other in line.parts[place + 1 :]]
    free = range(max(before, default=-1) + 1, min(after, default=len(corridors) + 1))
    best: tuple[int, int, Baseline | None] = (*own, None)
    least = _CENTRED
    for below in head[number + 1 :]:
        labels = {columns_of(corridors, other)[0]: other for other in below.parts}
        for first in range(free.start, own[0] + 1):
            for last in range(max(first + 1, own[1]), free.stop):
                if all(column in labels for column in range(first, last + 1)):
                    left, right = labels[first].x0, labels[last].x1
                    off = abs((left + right) / 2 - part.centre) / (right - left)
                    if off < least:
                        best, least = (first, last, below), off
    return best if best[0] < best[1] else _from_the_left(part, head, number, corridors, free.stop) or best


def _from_the_left(
    part: Part, head: Sequence[Baseline], number: int, corridors: Sequence[Corridor], end: int
) -> tuple[int, int, Baseline | None] | None:
    """The same of a heading set at the left of its columns: those after the first have no heading but the one below.

    Where all headings end on that line, the one above may as well be the first line of a longer heading.
    """
    first = columns_of(corridors, part)[0]
    for place, below in enumerate(head[number + 1 :], start=number + 1):
        labels = {columns_of(corridors, other)[0]: other for other in below.parts}
        if first not in labels or abs(labels[first].x0 - part.x0) > _AT_LEFT * below.em:
            continue
        above = {columns_of(corridors, other)[0] for line in head[:place] for other in line.parts}
        last = first
        while last + 1 < end and last + 1 in labels and last + 1 not in above:
            last += 1
        outside = {column for column in (*above, *labels) if not first <= column <= last}
        if last > first and (outside - labels.keys() or not (outside or _is_one(part, labels[first]))):
            return first, last, below
    return None


def _is_one(above: Part, below: Part) -> bool:
    """Whether two lines may be one heading, broken at the end of the first."""
    return goes_on(above, below, max(above.x1 - above.x0, below.x1 - below.x0))


def belongs_above(line: Baseline, head: Sequence[Baseline], corridors: Sequence[Corridor]) -> bool:
    """Whether a line above the head is part of it: all it holds are headings, some over several of the columns.

    The other columns have their headings on other lines than those of the headings below; a title above a table
    stands above headings that are all on one line.
    """
    whole = [line, *head]
    spans = [span_of(part, whole, 0, corridors) for part in line.parts]
    over = [span for span in spans if span[0] < span[1]]
    if not over or any(_SENTENCE.search(part.text) for part in line.parts):
        return False
    below = next((span[2] for span in over if span[2] is not None), None)
    if below is None or any(span[1] - span[0] == len(corridors) for span in over):
        return False
    outside = set(range(len(corridors) + 1)) - {column for first, last, _ in over for column in range(first, last + 1)}
    beside = {columns_of(corridors, part)[0] for part in below.parts}
    told = {columns_of(corridors, part)[0] for each in head for part in each.parts}
    lone = {span[0] for span in spans if span[0] == span[1]}
    return not outside & beside and not lone & told and (bool(outside) or len(over) > 1)
