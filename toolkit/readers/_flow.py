"""Pieces of text in the order in which a tree of nodes holds them → lines, paragraphs, cells with runs to the nodes.

What web pages and word files have in common: a block of text is lines parted by hard breaks; inside a line the
source's characters stand at a node path, from a column (1 = the node's first character) on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, TypeAlias

from toolkit.layout.lines import continues, ends_sentence
from toolkit.layout.outline import level_of, numbering, tells_value
from toolkit.model.document import Run
from toolkit.patterns import regex
from toolkit.readers._margins import fullness

_WORD_END: Final = regex(r"[A-Za-z0-9]$")
_WORD_START: Final = regex(r"[A-Za-z0-9]")
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


def stretches_of(flow: Flow) -> list[Stretch]:
    """All text of a flow, that of its tables' cells too."""
    found: list[Stretch] = []
    waiting = list(reversed(flow))
    while waiting:
        item = waiting.pop()
        if isinstance(item, Stretch):
            found.append(item)
        else:
            waiting += (held for cell in reversed(item.cells) for held in reversed(cell.flow))
    return found


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
    if tells_value(text):
        return None
    marked = numbering(text)
    return marked[0] if marked else min(heading, _DEEPEST)


def _joined(lines: Sequence[Line], joints: Sequence[str]) -> Text:
    """One text of all lines, joints[i] after line i; a joint belongs to no run."""
    parts: list[str] = []
    length = 0
    runs: list[Run] = []
    for line, joint in zip(lines, (*joints, ""), strict=True):
        runs += (run._replace(start=run.start + length, end=run.end + length) if length else run for run in line.runs)
        parts += (line.text, joint)
        length += len(line.text) + len(joint)
    return "".join(parts), tuple(runs)
