"""Stretches of characters → lines of text from top to bottom, each with the x positions of its characters.

Only geometry speaks: the order of the page's content and the blanks in it differ from producer to producer. A blank
is a gap: between Chinese characters only a wide one (narrow ones are justification), elsewhere one of a space's width.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import sub
from typing import Final, TypeAlias

from toolkit.layout.page import Frame, Stretch
from toolkit.layout.stretches import untangled
from toolkit.model.document import Region
from toolkit.patterns import regex

Row: TypeAlias = list[Stretch]
"""Stretches on one base line, from left to right."""

_SAME_ROW: Final = 0.5  # of the lower height: how far centres on one base line may lie apart
_TALLEST: Final = 1.0  # em: fonts that claim more height than that do not fill it
_SPACE: Final = 0.16  # em: the narrowest gap that is a blank beside a Latin letter or digit
_SET_APART: Final = 0.4  # em: wider than what setters put between Chinese and other characters
_WIDE: Final = 2.0  # em: the narrowest gap that is a blank between Chinese characters
_FIRST_WIDE_MARK: Final = "\u2e80"
_NARROW: Final = f"\0-{chr(ord(_FIRST_WIDE_MARK) - 1)}"  # a range to the end of Unicode takes long to compile
_WIDE_CHAR: Final = regex(f"[^{_NARROW}]")
_NARROW_CHAR: Final = regex(f"[{_NARROW}]")
_MARKS: Final = frozenset("“”‘’—…·")  # printed a full em wide in Chinese text
_CLOSING: Final = frozenset("，。、；：？！）》〉」』】\u3015”’…—")
_NO_FIRST: Final = _CLOSING | frozenset("/%％‰),.;:!?]}")  # what no line begins with
_PERCENT: Final = frozenset("%％‰")
_BRACKETS: Final = ("(", "（")
_OPENING: Final = frozenset("（《〈「『【\u3014“‘")
_CLOSING_QUOTES: Final = frozenset("”’")
_UNPARTED_QUOTES: Final = frozenset("“‘")  # some setters break neither before nor after them


@dataclass(slots=True)
class TextLine:
    """One printed line. `edges`: left of each character of `text`, then right of the last; `em` is its size.

    `spread`: it holds a gap as wide as between the fields of a form. `column`: 0 across the page, else 1, 2.
    """

    frame: Frame
    text: str
    edges: Sequence[float]
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
        return self.frame.region((self.edges[0], self.top, self.edges[-1], self.bottom), self.edges)


def is_wide(char: str) -> bool:
    """Whether a character is set a full em wide in Chinese text."""
    return char >= _FIRST_WIDE_MARK or char in _MARKS


def lines_of(stretches: Sequence[Stretch], frame: Frame) -> list[TextLine]:
    """The lines that these stretches form, from top to bottom."""
    if len(stretches) == 1:
        return [line_of(list(stretches), frame)]
    return [line_of(row, frame) for row in rows_of(stretches, frame)]


def rows_of(stretches: Iterable[Stretch], frame: Frame) -> list[Row]:
    """Stretches on the page gathered by base line, from top to bottom; what is struck twice is left out."""
    rows: list[tuple[float, float, Row]] = []
    middle = height = -1.0
    row: Row = []
    across, down = 2 * frame.width, 2 * frame.height
    for stretch in stretches:
        text, lefts, rights, top, bottom, _, upended = stretch
        if not (lefts[0] + rights[0] >= 0 and lefts[-1] + rights[-1] <= across and 0 <= top + bottom <= down):
            continue
        centre, tall = (top + bottom) / 2, bottom - top
        if not upended and _WIDE_CHAR.search(text):
            wide = max(map(sub, rights, lefts))
            tall = _TALLEST * wide if tall > _TALLEST * wide > 0 else tall
        if row and abs(centre - middle) < _SAME_ROW * min(tall, height):
            row.append(stretch)
            if tall > height:
                middle, height = centre, tall
        else:
            if row:
                rows.append((middle, height, row))
            middle, height, row = centre, tall, [stretch]
    if row:
        rows.append((middle, height, row))
    return [untangled(row) if len(row) > 1 else row for row in _merged(rows)]


def _merged(rows: list[tuple[float, float, Row]]) -> list[Row]:
    """Pieces of one base line, which the content gave apart, made one row."""
    rows.sort(key=lambda row: row[0])
    merged: list[tuple[float, float, Row]] = []
    for middle, height, row in rows:
        if merged and not row[0].upended and not merged[-1][2][0].upended:
            above, above_height, above_row = merged[-1]
            if middle - above < _SAME_ROW * min(height, above_height):
                taller = (middle, height) if height > above_height else (above, above_height)
                merged[-1] = (*taller, above_row + row)
                continue
        merged.append((middle, height, row))
    return [row for _, _, row in merged]


def line_of(row: Row, frame: Frame, column: int = 0) -> TextLine:
    """The text of a row of stretches, blanks where its gaps show them."""
    first, em = row[0], em_of(row)
    if len(row) == 1 and not first.upended:
        text, lefts, rights, top, bottom, _, _ = first
        return TextLine(frame, text, array("d", (*lefts, max(rights[-1], lefts[-1]))), top, bottom, em, False, column)
    space, set_apart, wide_space = _SPACE * em, _SET_APART * em, _WIDE * em
    texts: list[str] = []
    sides: list[float] = []
    spread = False
    top, bottom, right = first.top, first.bottom, first.lefts[0]
    last = ""
    for text, lefts, rights, upper, lower, _, upended in row:
        gap = lefts[0] - right
        if gap >= space and last and (gap >= wide_space or _parts(last, text, gap >= set_apart)):
            texts.append(" ")
            sides.append(right)
            spread = spread or gap >= wide_space
        if upended:
            step = (rights[0] - lefts[0]) / len(text)
            sides += [lefts[0] + step * index for index in range(len(text))]
        else:
            sides += lefts
        texts.append(text)
        right, last = rights[-1], text[-1]
        top, bottom = min(top, upper), max(bottom, lower)
    sides.append(max(right, sides[-1]))
    return TextLine(frame, "".join(texts), array("d", sides), top, bottom, em, spread, column)


def em_of(row: Row) -> float:
    """Size of the print of a row: the middling width of its Chinese characters, else twice that of the others."""
    widths: list[float] = []
    for text, lefts, rights, _, _, _, upended in row:
        if upended or not _WIDE_CHAR.search(text):
            continue
        if _NARROW_CHAR.search(text):
            wide = [char >= _FIRST_WIDE_MARK for char in text]
            widths += compress(map(sub, rights, lefts), wide)
        else:
            widths += map(sub, rights, lefts)
    return max(1.0, _middling(widths) if widths else 2 * _middling([wide for each in row for wide in _widths(each)]))


def _middling(values: list[float]) -> float:
    values.sort()
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def _widths(stretch: Stretch) -> Iterable[float]:
    if stretch.upended:
        return ((stretch.rights[0] - stretch.lefts[0]) / len(stretch.text),)
    return map(sub, stretch.rights, stretch.lefts)


def _parts(before: str, after: str, wide_apart: bool) -> bool:
    """Whether a gap of a space's width between two characters is a blank: not beside Chinese marks, nor between
    two Chinese characters; between a Chinese character and another one only where they stand wider apart than setters
    put them as a matter of course, a fourth of an em."""
    if before in _CLOSING or before in _OPENING or after[0] in _CLOSING or after[0] in _OPENING:
        return False
    wide, other = is_wide(before), is_wide(after[0])
    return wide_apart if wide != other else not wide


def before_mark(line: TextLine) -> float:
    """Where a line ends but for the closing mark at its end, points."""
    return line.edges[-2] if line.text[-1] in _CLOSING else line.x1


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
        if text[end : end + 1] not in _UNPARTED_QUOTES and text[end - 1] not in _CLOSING_QUOTES:
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
    while end < len(text) and text[end] in _NO_FIRST:
        end += 1
    if text[end - 1] in _PERCENT and text[end : end + 1] in _BRACKETS and text[end + 1 : end + 2].isdigit():
        return _after_word(text, end)  # 88.00%（198人…: breaks neither before the bracket nor behind it
    return end


def joint(before: str, after: str) -> str:
    """What stands between two lines of one paragraph: a blank between Latin words, else nothing."""
    if before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha():
        return " "
    return ""


def widest(lines: Sequence[TextLine]) -> float:
    """Width of the widest line; 0 where there is none."""
    return max((line.x1 - line.x0 for line in lines), default=0.0)
