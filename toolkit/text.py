"""Printed text → folded text with a map back: widths, spaces and look-alike marks made one, offsets kept.

`fold` never loses the way home: every position of the folded text knows its position in the original, so a
pattern found in folded text is cited in the printed one.
"""

import re
import unicodedata
from dataclasses import dataclass

from toolkit.patterns import regex

_MARKS = {
    "，": ",",
    "：": ":",
    "；": ";",
    "（": "(",
    "）": ")",
    "【": "[",
    "】": "]",
    "％": "%",
    "﹪": "%",
    "≧": "≥",
    "⩾": "≥",
    "≦": "≤",
    "⩽": "≤",
    "﹥": ">",
    "﹤": "<",
    "\u2039": "<",
    "\u203a": ">",
    "＞": ">",
    "＜": "<",
    "＝": "=",
    "═": "=",
    "～": "~",
    "〜": "~",
    "∼": "~",
    "—": "-",
    "–": "-",
    "―": "-",
    "－": "-",
    "−": "-",
    "﹣": "-",
    "‐": "-",
    "‑": "-",
    "∶": ":",
    "︰": ":",
    "．": ".",
    "﹒": ".",
    "＋": "+",
    "／": "/",
    "∕": "/",
    "“": '"',
    "”": '"',
    "„": '"',
    "‘": "'",
    "’": "'",
    "　": " ",
    "\u00a0": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\t": " ",
}
_COMPATIBLE = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00))  # radicals and compatibility ideographs of text layers


def _narrowing() -> dict[str, str]:
    """Full-width letters and digits, compatibility ideographs and look-alike marks → the one that stands for them."""
    table = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for code in (code for block in _COMPATIBLE for code in block):
        normal = unicodedata.normalize("NFKC", chr(code))
        if len(normal) == 1:
            table[chr(code)] = normal
    return table | _MARKS


_SAME_LENGTH = _narrowing()
_FOLDABLE = regex(f"[\uff01-\uff5e\u2e80-\u2fdf\uf900-\ufaff{re.escape(''.join(_MARKS))}]")
_SPACE = regex(r"\s+")
_CONTROL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded `text`; `origin[i]` is the offset in the original of folded character i, one more for the end."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Span [start, end) of the folded text → span of the original, without what folding dropped around it."""
        if start >= end:
            return self.origin[start], self.origin[start]
        return self.origin[start], self.origin[end - 1] + 1


def fold_widths(text: str) -> str:
    """Same length as `text`: full-width letters, digits and marks made half-width, look-alikes made one."""
    return _FOLDABLE.sub(_narrow, text)


def _narrow(found: re.Match[str]) -> str:
    return _SAME_LENGTH.get(found[0], found[0])


def fold(text: str) -> Folded:
    """Widths folded and all white space dropped, with the map back to `text`."""
    narrow = fold_widths(text)
    kept = [index for index, char in enumerate(narrow) if not char.isspace()]
    return Folded("".join(narrow[index] for index in kept), (*kept, len(text)))


def key(text: str) -> str:
    """What two printings of one name have in common: no spaces, one width, lower case, no quotes."""
    return _SPACE.sub("", fold_widths(text)).lower().replace('"', "").replace("'", "")


def printable(text: str) -> str:
    """Text safe for a terminal: control and bidirectional characters written out as \\uXXXX."""
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def cells_wide(text: str) -> int:
    """Cells that `text` takes on a terminal or in a sheet: Chinese characters and full-width marks are two wide."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
