"""Lines of running text → logical paragraphs: what a line, a page or a converter broke is whole again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from toolkit.layout.lines import continues, ends_sentence, opens_clause, opens_item
from toolkit.layout.outline import level_of, numbering, tells_value
from toolkit.layout.titles import is_title
from toolkit.patterns import regex
from toolkit.readers._margins import fullness
from toolkit.readers._pieces import TAGS_ALONE, Line, Piece, cut, join
from toolkit.text import fold_widths

_HASHES: Final = regex(r"#{1,6}(?:\s+|(?=[^\W\d_#A-Za-z]|[(（]))")
_OPENING_MARKS: Final = regex(r"\s*(?:>\s?)*")
_BULLET: Final = regex(r"[-*+]\s+(?=\S)")
_CLOSING_HASHES = regex(r"\s+#{1,6}\s*$|\s*\{[#.][^{}]{0,200}\}\s*$")  # # 概况 {#overview .unnumbered}
_SLANTED: Final = regex(r"\*(?=[^\s*])[^*]{1,2000}[^\s*]\*")
_NO_TEXT: Final = regex(rf"[-=*_─━═·\s]{{3,}}|```\w{{0,20}}|~~~\w{{0,20}}|{TAGS_ALONE}", re.IGNORECASE)
_INDENT = regex("　|\u2003| {4}|\t")
_OPEN = regex("[，,、（(《“—]$")
_CLAUSE = regex("[,。;!?]")
_WIDE_BLANK = regex(r"\S(?:[ \u00a0]{2,}|　{2,})(?=\S)")
_LONGEST_HEADING = 60
_LONGEST_WRAPPED, _FEWEST_UNBROKEN = 120, 3  # lines that no margin broke: where all are indented, each is a paragraph
_TAIL = 200
_TITLE_REACH = 12


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of running text: its piece, `depth` of Markdown heading (0 = none), whether a bullet opens it, and how it
    stands on the page."""

    piece: Piece
    depth: int
    bullet: bool
    bold: bool
    indented: bool
    after_blank: bool
    full: bool | None

    @property
    def is_heading(self) -> bool:
        """Whether its marks make it a heading; sentences that a converter marked as headings are none."""
        if not (self.depth or self.bold) or len(self.piece.text) > _LONGEST_HEADING:
            return False
        text = fold_widths(self.piece.text)
        if ends_sentence(text):
            return False
        return not tells_value(text) or level_of(text) is not None


@dataclass(frozen=True, slots=True)
class Logical:
    """A logical paragraph: its pieces in reading order and its outline level."""

    pieces: tuple[Piece, ...]
    level: int | None


@dataclass(frozen=True, slots=True)
class Habits:
    """How a file sets paragraphs apart: by indents (`indents`), by blank lines (`spaced`)."""

    indents: bool
    spaced: bool


def has_text(text: str) -> bool:
    """Whether a line holds more than a rule or a fence."""
    return bool(text.strip()) and _NO_TEXT.fullmatch(text.strip()) is None


def text_lines(stretches: Iterable[Sequence[Line]], markdown: bool) -> list[list[TextLine]]:
    """Stretches of source lines between tables → their lines of text with marks taken off."""
    kept = [_with_blanks(stretch) for stretch in stretches]
    flat = fullness([line.text for stretch in kept for line, _ in stretch])
    found: list[list[TextLine]] = []
    place = 0
    for stretch in kept:
        full = flat[place : place + len(stretch)]
        place += len(stretch)
        lines = [_read(line, blank, reach, markdown) for (line, blank), reach in zip(stretch, full, strict=True)]
        found.append([line for line in lines if line.piece.text])
    return found


def _with_blanks(stretch: Sequence[Line]) -> list[tuple[Line, bool]]:
    """Lines that hold text, each with whether something without text stands before it."""
    blank = True
    kept = []
    for line in stretch:
        if has_text(line.text):
            kept.append((line, blank))
        blank = not has_text(line.text)
    return kept


def _read(line: Line, after_blank: bool, full: bool | None, markdown: bool) -> TextLine:
    opening = _OPENING_MARKS.match(line.text) if markdown else None
    start = opening.end() if opening else len(line.text) - len(line.text.lstrip())
    hashes = _HASHES.match(line.text, start)
    depth = len(hashes[0].strip()) if hashes else 0
    if hashes:
        start = hashes.end()
    bullet = _BULLET.match(line.text, start) if markdown and not hashes else None
    if bullet:
        start = bullet.end()
    closing = _CLOSING_HASHES.search(line.text, start) if depth else None
    bare = line.text[start:].strip()
    bold = markdown and bare.startswith("**") and bare.endswith("**") and bare.count("**") == 2
    end = closing.start() if closing else len(line.text)
    if markdown and _SLANTED.fullmatch(bare):
        start, end = line.text.index("*", start) + 1, line.text.rindex("*")
    elif markdown and bare.endswith("\\") and not closing:  # a hard break
        end = line.text.rindex("\\")
    piece = cut(line, start, end, markdown)
    indented = _INDENT.match(line.text) is not None
    return TextLine(piece, depth, bullet is not None, bold, indented, after_blank, False if depth else full)


def paragraphs(stretches: Sequence[Sequence[TextLine]]) -> list[list[Logical]]:
    """Stretches of text between tables → their logical paragraphs; nothing is joined over a table."""
    habits = _habits([line for stretch in stretches for line in stretch])
    return [_grouped(stretch, habits, opening=place == 0) for place, stretch in enumerate(stretches)]


def _habits(lines: Sequence[TextLine]) -> Habits:
    indented = sum(1 for line in lines if line.indented)
    ends = [after.after_blank for before, after in pairwise(lines) if before.full is False and not before.depth]
    unbroken = sum(1 for line in lines if len(line.piece.text) > _LONGEST_WRAPPED) >= _FEWEST_UNBROKEN
    return Habits(
        indents=indented > 0 and (indented * 10 < len(lines) * 9 or unbroken),
        spaced=len(ends) >= 3 and sum(ends) * 10 >= len(ends) * 8,
    )


def _grouped(stretch: Sequence[TextLine], habits: Habits, opening: bool) -> list[Logical]:
    title = _title_lines(stretch) if opening else range(0)
    found: list[Logical] = []
    current: list[TextLine] = []
    tail = ""
    for place, line in enumerate(stretch):
        goes_on = place > title.start if place in title else current and _joins(current, tail, line, habits)
        if goes_on:
            current.append(line)
            tail = (tail + line.piece.text)[-_TAIL:]
        else:
            found += _closed(current)
            current, tail = [line], line.piece.text[-_TAIL:]
    return found + _closed(current)


def _title_lines(stretch: Sequence[TextLine]) -> range:
    """Places of the lines of a title that takes three lines or more at the head of a file."""
    texts = [line.piece.text for line in stretch[:_TITLE_REACH]]
    for start in range(len(texts) - 2):
        for length in (4, 3):
            if start + length <= len(texts) and is_title(texts[start : start + length]):
                return range(start, start + length)
    return range(0)


def _joins(current: Sequence[TextLine], tail: str, line: TextLine, habits: Habits) -> bool:
    last, text = current[-1], line.piece.text
    if _is_tabular(text) or _is_tabular(last.piece.text):
        return False
    if line.bullet or (current[0].bullet and line.after_blank and not line.indented and not _OPEN.search(tail)):
        return False
    marked = line.is_heading or last.is_heading
    indented = habits.indents and line.indented and not _OPEN.search(tail)
    if marked or indented:  # only a title goes on over such a mark: it is short and has no clauses
        title = len(tail) <= _LONGEST_HEADING and not _CLAUSE.search(fold_widths(tail))
        return title and continues(tail, text, False)
    if _wraps(current, tail, line, habits):
        return True
    return continues(tail, text, last.full)


def _is_tabular(text: str) -> bool:
    """Whether a line has columns: it is a row of figures that no other line goes on with."""
    gaps = text.count("\t") + (len(_WIDE_BLANK.findall(text)) if "  " in text or "　　" in text else 0)
    return gaps >= 2


def _wraps(current: Sequence[TextLine], tail: str, line: TextLine, habits: Habits) -> bool:
    """Whether a paragraph goes on after a full stop at the margin: the file marks paragraphs, and not this one."""
    text = line.piece.text
    if current[-1].full is not True or line.after_blank or not ends_sentence(tail):
        return False
    if opens_item(text) and not opens_clause(text):
        return False
    return habits.spaced or (habits.indents and current[0].indented and not line.indented)


def _closed(current: Sequence[TextLine]) -> list[Logical]:
    if not current:
        return []
    pieces = tuple(line.piece for line in current)
    text = join(pieces)[0]
    return [Logical(pieces, _level(current[0], text))]


def _level(first: TextLine, text: str) -> int | None:
    numbered = level_of(text)
    if numbered or not first.is_heading or not first.depth:
        return numbered
    marked = numbering(text)
    return marked[0] if marked else min(first.depth, 4)
