"""What any workbook is brought to: sheets of texts as shown, at their places, before they are parted into tables.

Only cells that show something are held, so that a sheet costs what is written on it, whatever size it claims.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final, NamedTuple, TypeAlias

MOST_CELLS: Final = 200_000
"""Cells with text in a workbook; sheets beyond are left out."""
MOST_SEEN: Final = 1_000_000
"""Cells that a sheet may state, blank ones included."""
MOST_TEXT: Final = 32_767
"""Characters in a cell, as offices have it."""

Place: TypeAlias = tuple[int, int]
"""(row, column) from 0."""


class Merge(NamedTuple):
    """A merged range, its last row and column included."""

    top: int
    left: int
    bottom: int
    right: int


class SheetTooLargeError(Exception):
    """A sheet states more cells than are read."""


@dataclass(slots=True)
class Budget:
    """How many cells with text may still be read."""

    left: int = MOST_CELLS


class Intervals:
    """Rows or columns as ranges: what is hidden may be said of a million at once."""

    def __init__(self) -> None:
        self._ranges: list[tuple[int, int]] = []
        self._starts: list[int] = []
        self._before: list[int] = []

    def add(self, first: int, last: int) -> None:
        """Take in `first` to `last`, both included."""
        if first <= last:
            self._ranges.append((first, last))
            self._starts = []

    def __contains__(self, number: int) -> bool:
        self._settle()
        place = bisect_right(self._starts, number) - 1
        return place >= 0 and number <= self._ranges[place][1]

    def __bool__(self) -> bool:
        return bool(self._ranges)

    def rank(self, number: int) -> int:
        """How many numbers below `number` are not in the ranges."""
        self._settle()
        place = bisect_right(self._starts, number) - 1
        if place < 0:
            return number
        first, last = self._ranges[place]
        return number - self._before[place] - (min(number, last + 1) - first)

    def _settle(self) -> None:
        """Sort the ranges, make those that touch one, and count what stands before each."""
        if self._starts or not self._ranges:
            return
        settled: list[tuple[int, int]] = []
        for first, last in sorted(self._ranges):
            if settled and first <= settled[-1][1] + 1:
                settled[-1] = (settled[-1][0], max(settled[-1][1], last))
            else:
                settled.append((first, last))
        self._ranges = settled
        self._starts = [first for first, _ in settled]
        lengths = [last - first + 1 for first, last in settled]
        self._before = list(accumulate(lengths, initial=0))[:-1]


@dataclass(slots=True)
class Sheet:
    """A visible sheet. `framed` are cells, blank ones too, that have a border.

    `errors` and `uncomputed` are cells that show an error or whose formula was saved without its result.
    """

    name: str
    budget: Budget
    texts: dict[Place, str] = field(default_factory=dict)
    framed: set[Place] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: Intervals = field(default_factory=Intervals)
    hidden_columns: Intervals = field(default_factory=Intervals)
    errors: list[Place] = field(default_factory=list)
    uncomputed: list[Place] = field(default_factory=list)
    _seen: int = 0

    def put(self, place: Place, text: str, framed: bool = False) -> None:
        """Take in a cell; `text` may be blank. Raises SheetTooLargeError."""
        self._seen += 1
        if self._seen > MOST_SEEN:
            raise SheetTooLargeError
        if framed and len(self.framed) < MOST_CELLS:
            self.framed.add(place)
        shown = clean(text)
        if shown and place not in self.texts:
            if self.budget.left <= 0:
                raise SheetTooLargeError
            self.budget.left -= 1
            self.texts[place] = shown

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Take in a merged range. Raises SheetTooLargeError."""
        if len(self.merges) >= MOST_CELLS:
            raise SheetTooLargeError
        if 0 <= top <= bottom and 0 <= left <= right and (top, left) != (bottom, right):
            self.merges.append(Merge(top, left, bottom, right))


def clean(text: str) -> str:
    """A cell's text without outer blanks and without what has no shape; lines end with a line feed."""
    if text.isprintable():
        return text[:MOST_TEXT].strip()
    whole = text[:MOST_TEXT].replace("\r\n", "\n").replace("\r", "\n")
    return "".join(_visible(whole)).strip()


def _visible(text: str) -> Iterator[str]:
    for char in text:
        if char in "\n\u3000\u00a0" or char.isprintable():
            yield char
        elif char == "\t" or "\u2000" <= char <= "\u200a":
            yield " "


def reference(place: Place) -> str:
    """(6, 1) → "B7"."""
    row, column = place
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def place_of(reference_: str) -> Place | None:
    """ "B7" or "$B$7" → (6, 1); None for what is no cell of a sheet."""
    column = row = 0
    letters = digits = False
    for char in reference_.replace("$", "")[:12].upper():
        if "A" <= char <= "Z" and not digits:
            column, letters = column * 26 + ord(char) - 64, True
        elif "0" <= char <= "9" and letters:
            row, digits = row * 10 + ord(char) - 48, True
        else:
            return None
    if not digits or not 1 <= row <= 1_048_576 or not 1 <= column <= 16_384:
        return None
    return row - 1, column - 1
