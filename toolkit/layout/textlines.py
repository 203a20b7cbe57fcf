"""Characters with boxes → lines of text from top to bottom, each with the x positions of its characters.

Only geometry speaks: the order of the page's content and the blanks in it differ from producer to producer. A blank
is a gap: between Chinese characters only a wide one (narrow ones are justification), elsewhere one of a space's width.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final, TypeAlias

from toolkit.layout.page import Frame, Glyph
from toolkit.model.document import Region

Row: TypeAlias = list[Glyph]
"""Glyphs on one base line, from left to right."""

_SAME_ROW: Final = 0.5  # of the lower height: how far centres on one base line may lie apart
_TALLEST: Final = 1.5  # em: fonts that claim more height than that do not fill it
_SPACE: Final = 0.16  # em: the narrowest gap that is a blank beside a Latin letter or digit
_WIDE: Final = 2.0  # em: the narrowest gap that is a blank between Chinese characters
_DOUBLED: Final = 0.4  # of a character's width: the same character so close is the same one, struck twice
_FIRST_WIDE_MARK: Final = "\u2e80"
_MARKS: Final = frozenset("“”‘’—…·")  # printed a full em wide in Chinese text
_CLOSING: Final = frozenset("，。、；：？！）》〉」』】\u3015”’…—")
_OPENING: Final = frozenset("（《〈「『【\u3014“‘")
_UNPARTED_QUOTES: Final = frozenset("“‘")  # some setters break neither before nor after them


@dataclass(slots=True)
class TextLine:
    """One printed line. `edges`: left of each character of `text`, then right of the last; `em` is its size.

    `spread`: it holds a gap as wide as between the fields of a form. `column`: 0 across the page, else 1, 2.
    """

    frame: Frame
    text: str
    edges: tuple[float, ...]
    top: float
    bottom: float
    em: float
    spread: bool = False
    column: int = 0

    @property
    def x0(self) -> float:
        return self.edges[0]

    @property
    def x1(self) -> float:
        return self.edges[-1]

    @property
    def middle(self) -> float:
        """Height of the line's centre."""
        return (self.top + self.bottom) / 2

    @property
    def region(self) -> Region:
        """The place of the line on its page."""
        return self.frame.region((self.x0, self.top, self.x1, self.bottom), self.edges)


def is_wide(char: str) -> bool:
    """Whether a character is set a full em wide in Chinese text."""
    return char >= _FIRST_WIDE_MARK or char in _MARKS


def lines_of(glyphs: Iterable[Glyph], frame: Frame) -> list[TextLine]:
    """The lines that these glyphs form, from top to bottom."""
    return [line_of(row, frame) for row in rows_of(glyphs, frame)]


def rows_of(glyphs: Iterable[Glyph], frame: Frame) -> list[Row]:
    """Glyphs on the page gathered by base line, from top to bottom; blanks and what is struck twice left out."""
    rows: list[tuple[float, float, Row]] = []
    middle = height = -1.0
    row: Row = []
    for glyph in glyphs:
        text, x0, top, x1, bottom = glyph
        if text == " " or not (0 <= x0 + x1 <= 2 * frame.width and 0 <= top + bottom <= 2 * frame.height):
            continue
        centre, tall, wide = (top + bottom) / 2, bottom - top, x1 - x0
        if text >= _FIRST_WIDE_MARK and tall > _TALLEST * wide > 0:
            tall = tall if len(text) > 1 else _TALLEST * wide
        if row and abs(centre - middle) < _SAME_ROW * min(tall, height):
            row.append(glyph)
            if tall > height:
                middle, height = centre, tall
        else:
            if row:
                rows.append((middle, height, row))
            middle, height, row = centre, tall, [glyph]
    if row:
        rows.append((middle, height, row))
    return [_in_order(row) for row in _merged(rows)]


def _merged(rows: list[tuple[float, float, Row]]) -> list[Row]:
    """Pieces of one base line, which the content gave apart, made one row."""
    rows.sort(key=lambda row: row[0])
    merged: list[tuple[float, float, Row]] = []
    for middle, height, row in rows:
        if merged and not _is_upended(row) and not _is_upended(merged[-1][2]):
            above, above_height, above_row = merged[-1]
            if middle - above < _SAME_ROW * min(height, above_height):
                taller = (middle, height) if height > above_height else (above, above_height)
                merged[-1] = (*taller, above_row + row)
                continue
        merged.append((middle, height, row))
    return [row for _, _, row in merged]


def _is_upended(row: Row) -> bool:
    """A string turned on end, which the backend gives as one glyph."""
    text, x0, top, x1, bottom = row[0]
    return len(row) == 1 and len(text) > 1 and bottom - top > 1.5 * (x1 - x0)


def _in_order(row: Row) -> Row:
    row.sort(key=lambda glyph: glyph[1])
    kept: Row = []
    for glyph in row:
        near = _DOUBLED * (glyph[3] - glyph[1])
        for before in kept[-2:]:
            if glyph[1] - before[1] < near and before[0] == glyph[0]:
                break
        else:
            kept.append(glyph)
    return kept


def line_of(row: Row, frame: Frame, column: int = 0) -> TextLine:
    """The text of a row of glyphs, blanks where its gaps show them."""
    em = _em(row)
    space, wide_space = _SPACE * em, _WIDE * em
    texts: list[str] = []
    edges: list[float] = []
    spread = False
    top, bottom, right = row[0][2], row[0][4], row[0][1]
    last = ""
    for text, x0, upper, x1, lower in row:
        gap = x0 - right
        if gap >= space and last and (gap >= wide_space or _parts(last, text)):
            texts.append(" ")
            edges.append(right)
            spread = spread or gap >= wide_space
        if len(text) == 1:
            edges.append(x0)
        else:
            step = (x1 - x0) / len(text)
            edges.extend(x0 + step * index for index in range(len(text)))
        texts.append(text)
        right, last = x1, text[-1]
        top, bottom = min(top, upper), max(bottom, lower)
    edges.append(max(right, edges[-1]))
    return TextLine(frame, "".join(texts), tuple(edges), top, bottom, em, spread, column)


def _em(row: Row) -> float:
    widths = [x1 - x0 for text, x0, _, x1, _ in row if text >= _FIRST_WIDE_MARK and len(text) == 1]
    if widths:
        return max(1.0, median(widths))
    return max(1.0, 2 * median((x1 - x0) / len(text) for text, x0, _, x1, _ in row))


def _parts(before: str, after: str) -> bool:
    """Whether a gap of a space's width between two characters is a blank: not beside Chinese marks, nor between
    two Chinese characters."""
    if before in _CLOSING or before in _OPENING or after[0] in _CLOSING or after[0] in _OPENING:
        return False
    return not (is_wide(before) and is_wide(after[0]))


def opening_width(line: TextLine, joined_to: str) -> float:
    """Width of what would have to fit at the end of the line before, had this line not been broken off there.

    That is one Chinese character or one Latin word, with the marks that may not part from it. A digit after a digit
    counts alone: a number is broken only where not one digit more would have fitted.
    """
    text = line.text
    if joined_to[-1:].isdigit() and text[0].isdigit():
        return line.edges[1] - line.edges[0]
    end = 0
    while end < len(text):
        end = _after_word(text, end)
        if text[end : end + 1] not in _UNPARTED_QUOTES:
            break
    return line.edges[end] - line.edges[0]


def _after_word(text: str, start: int) -> int:
    """Where the character or Latin word at `start` ends, opening marks before it and closing marks after it."""
    end = start + 1
    while end < len(text) and text[end - 1] in _OPENING:
        end += 1
    if not is_wide(text[end - 1]):
        while end < len(text) and not is_wide(text[end]) and text[end] != " ":
            end += 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return end


def joint(before: str, after: str) -> str:
    """What stands between two lines of one paragraph: a blank between Latin words, else nothing."""
    if before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha():
        return " "
    return ""


def widest(lines: Sequence[TextLine]) -> float:
    """Width of the widest line; 0 where there is none."""
    return max((line.x1 - line.x0 for line in lines), default=0.0)
