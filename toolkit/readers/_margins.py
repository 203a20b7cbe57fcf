"""Lines of running text → which of them reach the right margin of hard-wrapped text (None where none is seen)."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from toolkit.patterns import regex

_REACH = 8
_TOLERANCE = 3
_INDENT = 4
_NARROWEST = 24
_WORD: Final = regex(
    r"[（《“‘(]*(?:[A-Za-z0-9.,%]+[一-鿿]?|.)[，。、；：！？）》”’%]*", re.DOTALL
)  # what a wrap keeps together: opening marks with what they open, a number with its unit, closing marks
_STOP: Final = regex("[。！？；：!?;:]$")


_CLAUSE: Final = regex("[，。；、：,;]")


def display_width(text: str) -> int:
    """Columns that the text takes on a screen: two for an ideograph or full-width mark, one for others."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def fullness(texts: Sequence[str]) -> list[bool | None]:
    """For each line of text (with its indent): True = full, False = ended before the margin, None = no margin seen.

    The margin is looked for in the neighbourhood of each line, since parts of a file may be wrapped differently.
    """
    widths = [display_width(text.rstrip()) for text in texts]
    found: list[bool | None] = []
    for index, width in enumerate(widths):
        low, high = max(index - _REACH, 0), index + _REACH + 1
        margin = _margin(texts[low:high], widths[low:high])
        if margin is None or width > margin:
            found.append(None)
        else:
            following = texts[index + 1].strip() if index + 1 < len(texts) else ""
            word = _WORD.match(following)
            if index == 0 or _STOP.search(texts[index - 1].rstrip()) or found[-1] is False:
                width += _lost_indent(texts[index])
            found.append(width >= margin - _TOLERANCE or bool(word and width + display_width(word[0]) > margin))
    return found


def _lost_indent(text: str) -> int:
    """What a paragraph's first line may lack: recognition drops the two blanks before it, not the room they took."""
    return 0 if text[:1].isspace() else _INDENT


def _margin(texts: Sequence[str], widths: Sequence[int]) -> int | None:
    """Widest width that three neighbouring lines or more reach, most of them in mid-sentence; None if there is none."""
    for margin in sorted(set(widths), reverse=True)[:4]:
        if margin < _NARROWEST:
            return None
        full = [text for text, width in zip(texts, widths, strict=True) if margin - _TOLERANCE <= width <= margin]
        cut = sum(1 for text in full if not _STOP.search(text.rstrip()))
        prose = sum(1 for text in full if _CLAUSE.search(text))
        if len(full) >= 3 and cut * 3 >= len(full) * 2 and prose * 3 >= len(full):
            return margin
    return None
