"""Pieces of source text as a walk over a tree meets them → a flow: lines, blocks, the contents of cells."""

from typing import Final

from toolkit.model.document import Region, Run
from toolkit.patterns import regex
from toolkit.readers._flow import Flow, Grid, Line, Stretch

_UNSEEN: Final = regex("[\u00ad\u200b-\u200f\u2060\ufeff]+")
_INDENTS: Final = "\u3000\u00a0\u2002\u2003"


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
        return Line(text, tuple(runs), indented=whole[0] in _INDENTS)

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
