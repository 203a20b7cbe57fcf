"""Stretches of source lines → logical text with the runs that say where each stretch stands.

A `Piece` is one stretch of one source line without outer blanks; marks of Markdown inside it are left out, which
breaks it into fragments. `join` makes one text of several pieces: a paragraph or a cell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from toolkit.layout.lines import continues, opens_item
from toolkit.model.document import Region, Run
from toolkit.patterns import regex

_MARKS: Final = regex(r"\*\*(?=\S)(?P<bold>[^*\n]{0,2000}[^*\s])\*\*|__(?=[^\s_])(?P<under>[^_\n]{0,2000}[^_\s])__")
_ESCAPE: Final = regex(r"\\(?=[!-/:-@\[-`{-~])")
BREAK: Final = regex(r"<br\s{0,2}/?>", re.IGNORECASE)
_TAGS: Final = "br|div|p|span|center|font|details|summary|section|b|i|u|em|strong|small|sub|sup"
_TAG: Final = regex(rf"</?(?:{_TAGS})(?=[\s/>])[^<>\n]{{0,200}}>|&(?:nbsp|ensp|emsp|thinsp);", re.IGNORECASE)
TAGS_ALONE: Final = rf"(?:</?(?:{_TAGS})(?=[\s/>])[^<>\n]{{0,200}}>\s*)+"
"""What marks up Markdown in between: it is left out, and a line of it parts paragraphs."""
_PIPE_ESCAPE: Final = regex(r"\\(?=\|)")
_WORD_END = regex(r"[A-Za-z0-9]+$")
_WORD_START = regex(r"[A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source (or its part after a form feed): text without break, from `column` on, on `page`."""

    number: int
    column: int
    page: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one stretch of a line; `fragments` are (start in text, column in the line) of its unbroken parts."""

    text: str
    fragments: tuple[tuple[int, int], ...]
    line: int
    page: int | None


def split_lines(text: str) -> list[Line]:
    """Source text → its lines at CR, LF, CRLF; form feeds begin a page and split a line without moving columns."""
    paged = "\f" in text
    page = 1
    lines = []
    for number, whole in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        column = 1
        for index, part in enumerate(whole.split("\f")):
            page += 1 if index else 0
            lines.append(Line(number, column, page if paged else None, part))
            column += len(part) + 1
    return lines


def cut(line: Line, start: int, end: int, markdown: bool = False) -> Piece:
    """Piece of line.text[start:end] without outer blanks; in Markdown without emphasis marks and escapes."""
    text = line.text
    kept: list[tuple[int, int]] = []
    at = start
    for low, high in sorted(_dropped(text, start, end, markdown)):
        kept.append((at, low))
        at = high
    kept.append((at, end))
    return _assemble(line, _without_outer_blanks(text, kept))


def _dropped(text: str, start: int, end: int, markdown: bool) -> list[tuple[int, int]]:
    dropped = []
    if text.find("\\", start, end) >= 0:
        pattern = _ESCAPE if markdown else _PIPE_ESCAPE
        dropped += [found.span() for found in pattern.finditer(text, start, end)]
    if markdown and (text.find("**", start, end) >= 0 or text.find("__", start, end) >= 0):
        for found in _MARKS.finditer(text, start, end):
            dropped += [(found.start(), found.start() + 2), (found.end() - 2, found.end())]
    if markdown and (text.find("<", start, end) >= 0 or text.find("&", start, end) >= 0):
        dropped += [found.span() for found in _TAG.finditer(text, start, end)]
    return dropped


def _without_outer_blanks(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept = [(low, high) for low, high in spans if low < high]
    while kept:
        low, high = kept[0]
        stripped = low + len(text[low:high]) - len(text[low:high].lstrip())
        if stripped < high:
            kept[0] = (stripped, high)
            break
        del kept[0]
    while kept:
        low, high = kept[-1]
        stripped = low + len(text[low:high].rstrip())
        if low < stripped:
            kept[-1] = (low, stripped)
            break
        del kept[-1]
    return kept


def _assemble(line: Line, spans: list[tuple[int, int]]) -> Piece:
    fragments = []
    length = 0
    for low, high in spans:
        fragments.append((length, line.column + low))
        length += high - low
    return Piece("".join(line.text[low:high] for low, high in spans), tuple(fragments), line.number, line.page)


def join(pieces: Sequence[Piece]) -> tuple[str, tuple[Run, ...]]:
    """Pieces of one paragraph → (text, runs): no break or blank at the joints but between two Latin words."""
    return _join(pieces, [_gap(before.text, after.text) for before, after in pairwise(pieces)])


def join_cell(pieces: Sequence[Piece]) -> tuple[str, tuple[Run, ...]]:
    """Pieces of one cell → (text, runs): as `join`, with a blank before each further item or number of the cell.

    Gluing "7" to "2.采购" or "65" to "70" would print a figure that the source does not have.
    """
    return _join(pieces, [_cell_gap(before.text, after.text) for before, after in pairwise(pieces)])


def _join(pieces: Sequence[Piece], gaps: list[str]) -> tuple[str, tuple[Run, ...]]:
    parts: list[str] = []
    runs: list[Run] = []
    length = 0
    for piece, gap in zip(pieces, ["", *gaps], strict=False):
        parts += (gap, piece.text)
        length += len(gap)
        ends = (*(start for start, _ in piece.fragments[1:]), len(piece.text))
        for (start, column), end in zip(piece.fragments, ends, strict=True):
            runs.append(Run(length + start, length + end, Region(page=piece.page, line=piece.line, column=column)))
        length += len(piece.text)
    return "".join(parts), tuple(runs)


def _gap(before: str, after: str) -> str:
    """One blank where gluing would merge two Latin words; digits are glued: a break inside a number joins again."""
    left, right = _WORD_END.search(before[-40:]), _WORD_START.match(after)
    if not left or not right or (left[0].isdigit() and right[0].isdigit()):
        return ""
    if left[0][-1].isalpha() and right[0][0].isalpha():
        return " "
    words = left[0] if left[0][-1].isalpha() else right[0]
    return " " if len(words) > 1 and words.isalpha() else ""


def _cell_gap(before: str, after: str) -> str:
    gap = _gap(before, after)
    figures = before[-1:].isdigit() and after[:1].isdigit()
    if not gap and (opens_item(after) or figures) and not continues(before, after, None):
        return " "
    return gap
