"""Lines and tables → text that fits the terminal (or 100 columns where there is none), colour only for severity."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import get_terminal_size

from toolkit.cli.wrap import clipped, padded, wrap
from toolkit.patterns import regex
from toolkit.text import cells_wide, printable

_COLOURS = {"error": "31;1", "warning": "33", "notice": "36"}
_PIPED_WIDTH, _NARROWEST, _WIDEST = 100, 40, 200
_READABLE = 110
_GAP = 2
_LEAST = 8
_WORD = regex(r"[!-~–]{1,32}")


@dataclass(frozen=True, slots=True)
class Screen:
    """What the text is made for. `interactive`: a person watches, so timings may be shown."""

    width: int = _PIPED_WIDTH
    colour: bool = False
    interactive: bool = False

    @property
    def readable(self) -> int:
        """Width for running text: a line of Chinese longer than this is hard to follow."""
        return min(self.width, _READABLE)

    def paint(self, text: str, severity: str) -> str:
        """`text` in the colour of a severity, on a terminal that has colours."""
        return f"\x1b[{_COLOURS[severity]}m{text}\x1b[0m" if self.colour else text

    def rule(self, title: str, severity: str) -> str:
        """A heading with a line to the right of it."""
        line = "─" * max(self.readable - cells_wide(title) - 1, 4)
        return f"{self.paint(title, severity)} {line}"

    def text(self, text: str, indent: int = 0, hanging: int | None = None) -> Iterator[str]:
        """Running text wrapped: the first line indented by `indent`, the others by `hanging` (default: the same)."""
        rest = indent if hanging is None else hanging
        lines = wrap(printable(text), self.readable - max(indent, rest))
        yield " " * indent + lines[0]
        yield from (" " * rest + line for line in lines[1:])

    def apart(self, left: str, right: str) -> Iterator[str]:
        """`left` and, at the right margin, `right`; below each other where they do not fit."""
        left, right = printable(left), printable(right)
        room = self.readable - cells_wide(left) - cells_wide(right)
        if room >= _GAP:
            yield left + " " * room + right
        else:
            yield from wrap(left, self.readable)
            yield from (f"  {line}" for line in wrap(right, self.readable - 2))

    def table(
        self, headings: Sequence[str], rows: Sequence[Sequence[str]], right: str = "", *, most_lines: int = 99
    ) -> Iterator[str]:
        """Columns side by side, cells wrapped where the width is short; headings in `right` are set flush right.

        A column without a word is left out; a cell of more than `most_lines` lines ends in ….
        """
        kept = [index for index in range(len(headings)) if not rows or any(row[index] for row in rows)]
        titles = [headings[index] for index in kept]
        safe = [[printable(row[index]) for index in kept] for row in rows]
        widths = self._widths(titles, safe)
        flush = [title in right.split() for title in titles]
        for row in (titles, *safe):
            cells = [_cell(text, width, most_lines) for text, width in zip(row, widths, strict=True)]
            for level in range(max(len(lines) for lines in cells)):
                shown = (lines[level] if level < len(lines) else "" for lines in cells)
                parts = (
                    padded(cell, width, right=side) for cell, width, side in zip(shown, widths, flush, strict=True)
                )
                yield (" " * _GAP).join(parts).rstrip()

    def _widths(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
        widths = [
            max(cells_wide(line) for row in (headings, *rows) for line in (row[column].splitlines() or [""]))
            for column in range(len(headings))
        ]
        words = [
            max(map(_longest_word, (headings[column], *(row[column] for row in rows)))) for column in range(len(widths))
        ]
        for least in (words, [_LEAST] * len(widths)):
            while sum(widths) + _GAP * (len(widths) - 1) > self.width:
                room = [width - low for width, low in zip(widths, least, strict=True)]
                if max(room) <= 0:
                    break
                widths[max(range(len(widths)), key=lambda column: (room[column] > 0, widths[column]))] -= 1
        return widths


def _longest_word(text: str) -> int:
    """Cells below which a code or number in `text` would be torn."""
    return max((len(word[0]) for word in _WORD.finditer(text)), default=_LEAST)


def _cell(text: str, width: int, most_lines: int) -> list[str]:
    """Wrapped text of a cell; blanks in front (how deep a line stands) are kept on every line."""
    deep = len(text) - len(text.lstrip(" "))
    lines = [" " * deep + line for line in wrap(text.lstrip(" "), width - deep)]
    if len(lines) <= most_lines:
        return lines
    return [*lines[: most_lines - 1], clipped(lines[most_lines - 1] + "…" * width, width)]


def screen_for(path: Path | None) -> Screen:
    """The screen that stdout is, or that of a file."""
    terminal = path is None and sys.stdout.isatty()
    asked = os.environ.get("COLUMNS", "")
    if terminal or (path is None and asked.isdigit()):
        width = get_terminal_size((_PIPED_WIDTH, 24)).columns
    else:
        width = _PIPED_WIDTH
    return Screen(min(max(width, _NARROWEST), _WIDEST), terminal and _has_colours(), terminal)


def _has_colours() -> bool:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.platform != "win32" or bool(os.environ.get("WT_SESSION") or os.environ.get("TERM"))
