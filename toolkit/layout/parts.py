"""Rows of stretches → parts: what stands together on a line, parted where the gap is wide enough to part columns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import Final

from toolkit.layout.page import Frame, Stretch
from toolkit.layout.stretches import part as part_of
from toolkit.layout.textlines import Row, TextLine, em_of, line_of
from toolkit.layout.wording import is_figure
from toolkit.patterns import regex

_FIGURE_AND_WORD: Final = regex(r"(\d%?)[一-鿿—]")
_MARGIN: Final = 0.12  # of the height: white space taken to lie beside the place where two cells meet
_WITHIN: Final = 0.4  # em: a gap so narrow stands within a part, as a blank between words does


@dataclass(eq=False)
class Part:
    """Stretches of one line with the sides of what they cover."""

    row: Row
    frame: Frame

    @cached_property
    def line(self) -> TextLine:
        """The part as a line of text."""
        return line_of(self.row, self.frame)

    @cached_property
    def text(self) -> str:
        """Its characters without blanks."""
        return "".join([stretch.text for stretch in self.row])

    @cached_property
    def x0(self) -> float:
        return self.row[0].lefts[0]

    @cached_property
    def x1(self) -> float:
        return self.row[-1].rights[-1]

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(eq=False)
class Baseline:
    """The parts of one line, from left to right; `top` and `bottom` enclose it, `em` is its size."""

    parts: list[Part]
    top: float
    bottom: float
    em: float

    @property
    def middle(self) -> float:
        """Height of its centre."""
        return (self.top + self.bottom) / 2


def baseline_of(row: Row, frame: Frame, within: float = _WITHIN) -> Baseline:
    """A row, parted at gaps wider than `within` (em): by default as wide as no blank between words is."""
    em = em_of(row)
    least = within * em
    parts: list[Part] = []
    current: list[Stretch] = [row[0]]
    for stretch in row[1:]:
        if stretch.lefts[0] - current[-1].rights[-1] >= least:
            parts.append(Part(current, frame))
            current = []
        current.append(stretch)
    parts.append(Part(current, frame))
    return Baseline(parts, min(each.top for each in row), max(each.bottom for each in row), em)


def finer(line: Baseline, within: float) -> Baseline:
    """The line parted at gaps wider than `within` (em)."""
    parts: list[Part] = []
    for part in line.parts:
        pieces = baseline_of(part.row, part.frame, within).parts
        parts += pieces if len(pieces) > 1 else [part]
    return Baseline(parts, line.top, line.bottom, line.em)


def part_at(line: Baseline, left: float, right: float) -> None:
    """Part the line, in place, where a gap within one of its parts encloses a corridor."""
    for number, part in enumerate(line.parts):
        for place, (before, after) in enumerate(pairwise(part.row), start=1):
            if before.rights[-1] <= left and right <= after.lefts[0]:
                halves = Part(part.row[:place], part.frame), Part(part.row[place:], part.frame)
                line.parts[number : number + 1] = halves
                return


def meetings(part: Part) -> Iterator[float]:
    """Where in a part a figure ends and a word begins at once, as where two cells meet."""
    for match in _FIGURE_AND_WORD.finditer(part.text) if len(part.text) > 2 else ():
        if is_figure(part.text[: match.end(1)]):
            rights = [right for stretch in part.row for right in stretch.rights]
            if len(rights) == len(part.text):
                yield rights[match.end(1) - 1]


def cut_at(part: Part, left: float, right: float) -> tuple[Part, Part] | None:
    """A part in two where a figure ends and a word begins between two places, with a margin that sets them apart;
    None where none does."""
    for place in meetings(part):
        if not left <= place <= right:
            continue
        one: Row = []
        other: Row = []
        for stretch in part.row:
            count = sum(1 for side in stretch.rights if side <= place)
            if count:
                one.append(part_of(stretch, 0, count))
            if count < len(stretch.text):
                other.append(part_of(stretch, count, len(stretch.text)))
        halves = Part(one, part.frame), Part(other, part.frame)
        margin = _MARGIN * (part.row[0].bottom - part.row[0].top)
        halves[0].x1, halves[1].x0 = place - margin, place + margin
        return halves
    return None


def size_of(lines: Iterable[Baseline]) -> float:
    """The middling size of several lines, points."""
    return median(line.em for line in lines)


def within(rows: Iterable[Row], left: float, right: float, top: float, bottom: float) -> list[Row]:
    """What of the rows has its centre in a box."""
    kept = []
    for row in rows:
        if top <= (row[0].top + row[0].bottom) / 2 <= bottom:
            inside = [each for each in row if left <= (each.lefts[0] + each.rights[-1]) / 2 <= right]
            if inside:
                kept.append(inside)
    return kept


def without(rows: Iterable[Row], taken: Sequence[Row]) -> list[Row]:
    """The rows without the stretches of those that are taken."""
    gone = {id(stretch) for row in taken for stretch in row}
    left = []
    for row in rows:
        rest = [stretch for stretch in row if id(stretch) not in gone]
        if rest:
            left.append(rest)
    return left
