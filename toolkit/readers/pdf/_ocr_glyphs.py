"""Characters read from strips → glyphs with boxes, as a text layer would give them.

The network knows about where each character's centre is; its width follows from its kind: Chinese characters and
marks are as wide as high, others half. Lines of about one size are of one size, as print is. Beside digits and
letters neighbours touch, so that no gap looks like a blank that is none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import fmean, median
from typing import Final, NamedTuple

from toolkit.layout.page import Ruling
from toolkit.layout.textlines import is_wide
from toolkit.readers.pdf._ocr_engine import Char
from toolkit.readers.pdf._scan_ink import Strip

UNREADABLE: Final = "\ufffd"

_GUESSED: Final = 0.5  # confidence below which a mark of a number is none
_GUESSED_DIGIT: Final = 0.7  # a digit less certain is none: of two thousand read right, none was below 0.8
_GAP: Final = 1.0  # em: characters so far apart have blanks between
_CLOSEST: Final = 0.5  # of its usual width: no character is narrower
_BLANK: Final = 0.25  # em: a blank that was read is at least so wide
_ROOM: Final = 0.55  # em: from the middle of a line to its upper edge
_ENOUGH: Final = 6  # neighbours set full width that show a line's size
_ALIKE: Final = 0.06  # of a size: lines whose sizes differ less are of one
_LOOSE: Final = 0.25  # of a size: how far the height of a short line misleads
_STRAY: Final = 0.35  # of the usual distance: neighbours further off are set apart on purpose
_NUMERIC: Final = frozenset(".,%‰-+")
_LOOKALIKES: Final = {"≧": "≥", "≦": "≤", "⩾": "≥", "⩽": "≤", "﹥": ">", "﹤": "<"}
_FULL_WIDTH: Final = {"(": "（", ")": "）", ":": "：", ";": "；"}
_BRACKETS: Final = frozenset("()（）")
_NEXT_LINE: Final = 1.6  # of the usual height of boxes: lines of one text stand no further apart
_LIKELY: Final = 0.8  # confidence of what only its surroundings tell
_UPRIGHT_STROKES: Final = frozenset("1/|lI")
_SLASH: Final = -0.28
_FLAT: Final = 0.25  # times its width: the height of a stroke


class Placed(NamedTuple):
    """A character with its box in pixels and how certain it is."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A strip with its characters but blanks; `blanks` are the numbers of characters before which one was read.

    `tight` encloses the ink; `em` is the size of its characters, pixels, `measured` if many of them showed it.
    """

    strip: Strip
    tight: Strip
    chars: tuple[Char, ...]
    blanks: frozenset[int]
    em: float
    measured: bool

    @property
    def confidence(self) -> float:
        """Mean of its characters."""
        return sum(char.confidence for char in self.chars) / len(self.chars) if self.chars else 0.0

    @property
    def height(self) -> float:
        """Where its middle lies."""
        return (self.strip.y0 + self.strip.y1) / 2

    @property
    def is_stroke(self) -> bool:
        """Whether it is a single level stroke, which may be read as 一, as a dash, even as 1."""
        return len(self.chars) == 1 and self.tight.height <= _FLAT * self.tight.width

    def stroke(self, text: str, confidence: float) -> "ReadLine":
        """The stroke taken for `text`."""
        return replace(self, chars=(Char(text, 0.5, confidence),))

    @property
    def least(self) -> float:
        """That of its least certain character."""
        return min((char.confidence for char in self.chars), default=0.0)


def line_of(chars: Sequence[Char], strip: Strip, tight: Strip, slope: float = 0.0) -> ReadLine:
    """What was read on a strip, with the size that it shows by itself. `slope` of its ink tells a lone / from 1."""
    read = [char for char in _one_width(chars) if not char.text.isspace()]
    if len(read) == 1 and read[0].text in _UPRIGHT_STROKES and slope <= _SLASH:
        read = [Char("/", read[0].place, _LIKELY)]
    em, measured = _em([strip.x0 + char.place * strip.width for char in read], read, tight)
    return ReadLine(strip, tight, tuple(read), _blanks(chars), em, measured)


def settled(lines: Sequence[ReadLine], usual: float, levels: Sequence[Ruling]) -> list[ReadLine]:
    """Lone strokes decided: 一 where more of its cell's text stands close above or below, else a dash, which is no
    number. `levels` are the horizontal rulings, that part cells."""
    return [_settled(line, lines, usual, levels) if line.is_stroke else line for line in lines]


def _settled(line: ReadLine, lines: Sequence[ReadLine], usual: float, levels: Sequence[Ruling]) -> ReadLine:
    middle = (line.tight.x0 + line.tight.x1) / 2
    for other in lines:
        low, high = sorted((line.height, other.height))
        if other is line or not other.tight.x0 <= middle <= other.tight.x1 or high - low > _NEXT_LINE * usual:
            continue
        if not any(low < level.at < high and level.start <= middle <= level.end for level in levels):
            return line.stroke("一", _LIKELY)
    return line.stroke("—", _GUESSED)


def _one_width(chars: Sequence[Char]) -> list[Char]:
    """Look-alikes made one, marks beside Chinese characters full width; digits are never touched."""
    chars = _signs(chars)
    texts = [_LOOKALIKES.get(char.text, char.text) for char in chars]
    open_at: list[int] = []
    for index, text in enumerate(texts):
        if text in "(（":
            open_at.append(index)
        elif text in ")）" and open_at:
            _widen(texts, (open_at.pop(), index))
        elif text in ":;" and index and _is_chinese(texts[index - 1]):
            texts[index] = _FULL_WIDTH[text]
    for index in open_at:
        _widen(texts, (index,))
    return [char._replace(text=text) for char, text in zip(chars, texts, strict=True)]


def _signs(chars: Sequence[Char]) -> list[Char]:
    """Signs behind digits that are read as nothing else can be meant: 0.5%o is 0.5‰, 3一6 is 3—6."""
    found: list[Char] = []
    for index, char in enumerate(chars):
        before = "".join(one.text for one in found[-2:])
        if char.text in "oO" and before[:-1].isdigit() and before[-1:] == "%":
            sure = min(char.confidence, found[-1].confidence, _LIKELY)
            found[-1] = Char("‰", (found[-1].place + char.place) / 2, sure)
        elif char.text == "一" and before[-1:].isdigit() and index + 1 < len(chars) and chars[index + 1].text.isdigit():
            found.append(char._replace(text="—"))
        else:
            found.append(char)
    return found


def _widen(texts: list[str], pair: Sequence[int]) -> None:
    """Brackets of one pair full width where one is, or stands beside Chinese."""
    beside = [texts[at + step] for at in pair for step in (-1, 1) if 0 <= at + step < len(texts)]
    if any(_is_chinese(text) for text in beside) or any(is_wide(texts[at]) for at in pair):
        for at in pair:
            texts[at] = _FULL_WIDTH.get(texts[at], texts[at])


def _is_chinese(text: str) -> bool:
    return is_wide(text) and text not in _BRACKETS


def _blanks(chars: Sequence[Char]) -> frozenset[int]:
    found, number = set(), 0
    for char in chars:
        if char.text.isspace():
            found.add(number)
        else:
            number += 1
    return frozenset(found)


def _em(centres: Sequence[float], chars: Sequence[Char], tight: Strip) -> tuple[float, bool]:
    """Size of the characters, pixels, and whether it was measured: the distance of neighbours set full width (marks
    may be set closer), else from the height of the ink."""
    wide = [is_wide(char.text) for char in chars]
    words = [_is_square(char.text) for char in chars]
    apart = [
        right - left
        for (left, right), (one, other) in zip(pairwise(centres), pairwise(words), strict=True)
        if one and other
    ]
    by_height = max(4.0, tight.height * (1.05 if any(wide) else 1.35))
    if len(apart) >= _ENOUGH:
        usual = median(apart)  # of places known to a column of the network only: their mean is finer
        em = fmean(step for step in apart if abs(step - usual) <= _STRAY * usual)
        return min(max(em, 0.6 * by_height), 1.6 * by_height), True
    return by_height, False


def sizes_of(lines: Iterable[ReadLine]) -> list[float]:
    """The sizes of print on a page, pixels, ascending: lines whose own sizes hardly differ share one."""
    measured = sorted(line.em for line in lines if line.measured)
    groups: list[list[float]] = []
    for em in measured:
        if groups and em <= (1 + _ALIKE) * median(groups[-1]):
            groups[-1].append(em)
        else:
            groups.append([em])
    return [median(group) for group in groups]


def size_in(line: ReadLine, sizes: Sequence[float]) -> float:
    """The size of the page nearest to that of the line, if it is near; else the line's own."""
    near = min(sizes, key=lambda size: abs(size - line.em), default=line.em)
    return near if abs(near - line.em) <= (_ALIKE if line.measured else _LOOSE) * near else line.em


def placed(line: ReadLine, em: float) -> list[Placed]:
    """The characters of a line with boxes, blanks left as gaps; `em` is the size of its print."""
    if not line.chars:
        return []
    texts = [char.text for char in line.chars]
    bounds = _bounds(line, texts, em)
    left, right = _ends(line, texts, em, bounds)
    bounds[0][0], bounds[-1][1] = min(left, bounds[0][1] - 1), max(right, bounds[-1][0] + 1)
    _spread(bounds, texts, em)
    top, bottom = line.height - _ROOM * em, line.height + _ROOM * em
    return [
        Placed(_certain(char), x0, top, x1, bottom, char.confidence)
        for char, (x0, x1) in zip(line.chars, bounds, strict=True)
    ]


def _bounds(line: ReadLine, texts: Sequence[str], em: float) -> list[list[float]]:
    """Left and right of each character: Chinese ones fill their square, marks and others what neighbours leave."""
    centres = [line.strip.x0 + char.place * line.strip.width for char in line.chars]
    square, widths = [_is_square(text) for text in texts], [_width(text) for text in texts]
    bounds = [[x - width * em / 2, x + width * em / 2] for x, width in zip(centres, widths, strict=True)]
    for index in range(1, len(centres)):
        before, after = bounds[index - 1], bounds[index]
        if (square[index - 1] and square[index]) or after[0] - before[1] > _GAP * em:
            continue
        first, second = centres[index - 1], centres[index]
        share = widths[index - 1] / (widths[index - 1] + widths[index])
        border = first + (second - first) * share
        if square[index - 1]:
            border = min(before[1], second)
        elif square[index]:
            border = max(after[0], first)
        gap = _BLANK * em if index in line.blanks else 0.0
        if not square[index - 1]:
            before[1] = border - (gap if square[index] else gap / 2)
        if not square[index]:
            after[0] = border + (gap if square[index - 1] else gap / 2)
    return bounds


def _spread(bounds: list[list[float]], texts: Sequence[str], em: float) -> None:
    """Share what digits and marks that touch take together by their kinds: places are known to a fraction of an em
    only, and the same character twice in one place would be taken for one struck twice."""
    start = 0
    for index in range(1, len(bounds) + 1):
        if index < len(bounds) and abs(bounds[index][0] - bounds[index - 1][1]) < 1 and not _is_square(texts[index]):
            continue
        if not _is_square(texts[start]):
            widths = [_width(text) for text in texts[start:index]]
            left, right = bounds[start][0], max(bounds[index - 1][1], bounds[start][0] + sum(widths) * _CLOSEST * em)
            for place, width in zip(range(start, index), widths, strict=True):
                bounds[place][0] = left
                left += width * (right - bounds[start][0]) / sum(widths)
                bounds[place][1] = left
        start = index
    for text, (before, after) in zip(texts, pairwise(bounds), strict=False):
        if after[0] < before[0] + _CLOSEST * _width(text) * em:
            after[0] = before[0] + _CLOSEST * _width(text) * em
            after[1] = max(after[1], after[0] + 1)


def _ends(line: ReadLine, texts: Sequence[str], em: float, bounds: Sequence[Sequence[float]]) -> tuple[float, float]:
    """Left and right of the line: where its ink is; marks at an end keep the blank part of their square."""
    left, right = float(line.tight.x0), float(line.tight.x1)
    if is_wide(texts[0]) and not _is_square(texts[0]):
        left = min(left, bounds[0][1] - em)
    if is_wide(texts[-1]) and not _is_square(texts[-1]):
        right = max(right, bounds[-1][0] + em)
    return left, right


def _width(text: str) -> float:
    """Usual width of a character, em."""
    return 1.0 if is_wide(text) else 0.5


def _is_square(text: str) -> bool:
    """Whether a character always fills a square; marks are set closer in places."""
    return is_wide(text) and text.isalnum()


def _certain(char: Char) -> str:
    least = _GUESSED_DIGIT if char.text.isdigit() else _GUESSED if char.text in _NUMERIC else 0.0
    return UNREADABLE if char.confidence < least else char.text


def turned_string(chars: Sequence[Char], strip: Strip) -> list[Placed]:
    """A string that runs up or down the page: one glyph, as set upright by the backends of text layers."""
    text = "".join(_certain(char) for char in _one_width(chars)).strip()
    if not text:
        return []
    least = min(char.confidence for char in chars)
    return [Placed(text, float(strip.x0), float(strip.y0), float(strip.x1), float(strip.y1), least)]
