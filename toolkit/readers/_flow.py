"""Pieces of text in the order in which a tree of nodes holds them → lines, paragraphs, cells with runs to the nodes.

What web pages and word files have in common: a block of text is lines parted by hard breaks; inside a line the
source's characters stand at a node path, from a column (1 = the node's first character) on.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final, TypeAlias

from toolkit.layout.lines import continues, ends_sentence
from toolkit.layout.outline import level_of, numbering
from toolkit.model.document import Region, Run
from toolkit.readers._margins import fullness
from toolkit.text import fold_widths

_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]+")
_WORD_END: Final = re.compile(r"[A-Za-z0-9]$")
_WORD_START: Final = re.compile(r"[A-Za-z0-9]")
_VALUE_AFTER_LABEL: Final = re.compile(r":\s*\S")
_LONGEST_HEADING: Final = 60
_FEWEST_FOR_MARGIN: Final = 4
_DEEPEST: Final = 4
_TAIL: Final = 200

Text: TypeAlias = tuple[str, tuple[Run, ...]]


@dataclass(frozen=True, slots=True)
class Line:
    """Text without outer blanks and the runs that map it; no run begins or ends with a blank."""

    text: str
    runs: tuple[Run, ...]
    indented: bool = False


@dataclass(slots=True)
class Stretch:
    """A block of text: lines parted by hard breaks (None = an empty line). `heading` is the depth (1 = highest) that
    the medium gives it."""

    lines: list[Line | None] = field(default_factory=list)
    heading: int | None = None

    @property
    def text_lines(self) -> list[Line]:
        """The lines that hold text."""
        return [line for line in self.lines if line is not None]


@dataclass(slots=True)
class GridCell:
    """A cell on the grid of its table, with all that it holds."""

    row: int
    column: int
    row_span: int
    column_span: int
    flow: "Flow"

    @property
    def lines(self) -> list[Line]:
        """Its own lines, without those of tables inside it."""
        return [line for item in self.flow if isinstance(item, Stretch) for line in item.text_lines]


@dataclass(slots=True)
class Grid:
    """A table of the source: cells in reading order with their spans settled. `title` is the caption it carries;
    `layout` is True or False where the source says whether the table only arranges the page."""

    cells: list[GridCell]
    rows: int
    columns: int
    header_rows: int = 0
    title: "Flow" = field(default_factory=list)
    layout: bool | None = None


Flow: TypeAlias = list[Stretch | Grid]


class Composer:
    """Puts one line together: stretches of source text, and blanks that stand for white space of the source."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, int, str, int]] = []

    @property
    def last(self) -> str:
        """The last character; nothing of an empty line."""
        return self._parts[-1][-1] if self._parts else ""

    def put(self, text: str, path: str, column: int) -> None:
        """Add source text that stands at `path` from `column` on; characters that nobody sees are left out."""
        at = 0
        for unseen in _UNSEEN.finditer(text):
            self._add(text[at : unseen.start()], path, column + at)
            at = unseen.end()
        self._add(text[at:], path, column + at)

    def fill(self, text: str) -> None:
        """Add what stands for something that is no character of the source: a blank, a number."""
        self._parts.append(text)
        self._length += len(text)

    def close(self) -> Line | None:
        """The line without outer blanks, None if nothing else is in it; the composer is empty again."""
        whole = "".join(self._parts)
        text = whole.strip()
        if not text:
            self._parts, self._length, self._runs = [], 0, []
            return None
        shift = len(whole) - len(whole.lstrip())
        runs = []
        for start, end, path, column in self._runs:
            piece = whole[start:end]
            low = start + len(piece) - len(piece.lstrip())
            high = start + len(piece.rstrip())
            if low < high:
                runs.append(Run(low - shift, high - shift, Region(path=path, column=column + low - start)))
        self._parts, self._length, self._runs = [], 0, []
        return Line(text, tuple(runs), indented=whole[0] in "\u3000\u00a0")

    def _add(self, text: str, path: str, column: int) -> None:
        if not text:
            return
        start, end = self._length, self._length + len(text)
        self._parts.append(text)
        self._length = end
        if self._runs:
            first, last, where, since = self._runs[-1]
            if last == start and where == path and since + last - first == column:
                self._runs[-1] = (first, end, path, since)
                return
        self._runs.append((start, end, path, column))


class Writer:
    """Writes a flow: text into the open line, lines into the open block, blocks into the flow of the open cell."""

    def __init__(self, flow: Flow) -> None:
        self.composer = Composer()
        self.stretch = Stretch()
        self._flow = flow
        self._outer: list[Flow] = []

    @property
    def is_empty(self) -> bool:
        """Whether the open block holds nothing yet."""
        return not self.composer.last and not self.stretch.lines

    def end_line(self) -> None:
        """A hard break: the next text stands on a line of its own."""
        self.stretch.lines.append(self.composer.close())

    def end_block(self, heading: int | None = None) -> None:
        """Close the open block; `heading` is the depth of the heading it is."""
        if self.is_empty:
            return
        self.end_line()
        stretch, self.stretch = self.stretch, Stretch()
        if any(stretch.lines):
            stretch.heading = heading
            self._flow.append(stretch)

    def add(self, grid: Grid) -> None:
        """Put a table after what has been written."""
        self._flow.append(grid)

    def enter(self, flow: Flow) -> None:
        """Write into the flow of a cell or a caption until `leave`."""
        self._outer.append(self._flow)
        self._flow = flow

    def leave(self) -> None:
        """Go on where `enter` was called."""
        self._flow = self._outer.pop()


@dataclass(frozen=True, slots=True)
class Logical:
    """A paragraph: text, runs, outline level (None = running text)."""

    text: str
    runs: tuple[Run, ...]
    level: int | None


def cell_text(lines: Sequence[Line]) -> Text:
    """The text of a cell: each hard line of the source a line of it."""
    return _joined(lines, ["\n"] * (len(lines) - 1)) if lines else ("", ())


def paragraphs(stretch: Stretch) -> list[Logical]:
    """The paragraphs of a block: hard breaks end them, except where a title or a sentence goes on after one."""
    lines = stretch.text_lines
    if not lines:
        return []
    fresh = _after_empty_lines(stretch)
    margins = fullness([line.text for line in lines]) if len(lines) >= _FEWEST_FOR_MARGIN else [None] * len(lines)
    found: list[Logical] = []
    current: list[Line] = []
    tail = ""
    for place, line in enumerate(lines):
        if current and not (place in fresh or line.indented) and continues(tail, line.text, margins[place - 1] is True):
            current.append(line)
            tail = (tail + line.text)[-_TAIL:]
            continue
        if current:
            found.append(_logical(current, stretch.heading))
        current, tail = [line], line.text[-_TAIL:]
    return [*found, _logical(current, stretch.heading)]


def _after_empty_lines(stretch: Stretch) -> set[int]:
    """Places among the lines with text that follow an empty line."""
    fresh = set()
    place = 0
    for before, line in pairwise([None, *stretch.lines]):
        if line is not None:
            if before is None:
                fresh.add(place)
            place += 1
    return fresh


def _logical(lines: Sequence[Line], heading: int | None) -> Logical:
    text, runs = _joined(lines, [_joint(before.text, after.text) for before, after in pairwise(lines)])
    return Logical(text, runs, _level(text, heading))


def _joint(before: str, after: str) -> str:
    return " " if _WORD_END.search(before) and _WORD_START.match(after) else ""


def _level(text: str, heading: int | None) -> int | None:
    """The number of a heading outranks the depth that the medium gives; sentences that it marks are no headings."""
    numbered = level_of(text)
    if numbered or heading is None or len(text) > _LONGEST_HEADING or ends_sentence(text):
        return numbered
    if _VALUE_AFTER_LABEL.search(fold_widths(text)):
        return None
    marked = numbering(text)
    return marked[0] if marked else min(heading, _DEEPEST)


def _joined(lines: Sequence[Line], joints: Sequence[str]) -> Text:
    """One text of all lines, joints[i] after line i; a joint belongs to no run."""
    parts: list[str] = []
    length = 0
    runs: list[Run] = []
    for line, joint in zip(lines, (*joints, ""), strict=True):
        runs += (replace(run, start=run.start + length, end=run.end + length) if length else run for run in line.runs)
        parts += (line.text, joint)
        length += len(line.text) + len(joint)
    return "".join(parts), tuple(runs)
