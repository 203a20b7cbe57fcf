"""Characters of a symbol font (a font and a code) → the letter, sign or mark that is seen on the page.

The same code is another sign in another font: F0A3 is ≤ in Symbol and an empty box in Wingdings 2.
"""

import re
from collections.abc import Mapping
from typing import Final

from toolkit.patterns import regex

_PRIVATE: Final = range(0xE000, 0xF900)
OF_SYMBOLS: Final = regex("[\uf020-\uf0ff]")
_SHIFT: Final = 0xF000  # a symbol font's codes are its bytes, moved here
_NO_FONT: Final[Mapping[int, str]] = {
    0xFE: "☑", 0x52: "☑", 0xFD: "☒", 0xA8: "☐", 0xA3: "☐", 0x6F: "☐", 0xB7: "·"
}  # fmt: skip
_GREEK: Final = dict(zip(b"abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_ASCII: Final = {code: chr(code) for code in b" !#%&()+,./0123456789:;<=>?[]_{|}"}
_SYMBOL: Final[Mapping[int, str]] = _ASCII | _GREEK | {
    0x2A: "*", 0x2D: "-", 0x7E: "~", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈",
    0xBC: "…", 0xD7: "·", 0xD6: "√", 0xE5: "∑", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0xA2: "′", 0xA7: "♣", 0xA8: "♦",
}  # fmt: skip
_CIRCLED: Final = {0x81 + number: chr(0x2460 + number) for number in range(10)}
_FILLED: Final = {0x8C + number: chr(0x2776 + number) for number in range(10)}
_WINGDINGS: Final[Mapping[int, str]] = _CIRCLED | _FILLED | {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "☐", 0x70: "☐", 0x71: "☐", 0x72: "☐", 0x75: "◆", 0x77: "◆", 0x9F: "•",
    0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xB6: "☆", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xFB: "✘", 0xFC: "✔",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2: Final[Mapping[int, str]] = {
    0x4F: "✘", 0x50: "✔", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "•", 0xA2: "■", 0xA3: "☐",
    0xF4: "☐",
}  # fmt: skip
_OPEN_SYMBOL: Final[Mapping[int, str]] = {  # for all of these fonts: codes that are one sign in all, or bullets in one
    0xA7: "▪", 0xA8: "☐", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB9: "≠", 0xBB: "≈", 0xD8: "➢", 0xFC: "✔",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS: Final[Mapping[str, Mapping[int, str]]] = {
    "symbol": _SYMBOL,
    "opensymbol": _OPEN_SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {0x70: "▲", 0x71: "▼", 0x7D: "▶"},
    "webdings": {0x61: "✔", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✘"},
}


def symbol(code: str, font: str | None) -> str:
    """The character that a font draws for a code in hexadecimal; nothing where no letter stands for it."""
    try:
        number = int(code[:6], 16)
    except ValueError:
        return ""
    byte = number - _SHIFT if number >= _SHIFT else number
    known = _FONTS.get(_family(font or ""))
    if known is not None and byte in range(0x100):
        return known.get(byte, "")
    if number in _PRIVATE:
        return _NO_FONT.get(byte, "")
    return "" if number < 32 or number > 0x10FFFF or 0xD800 <= number < 0xE000 else chr(number)


def _family(font: str) -> str:
    """The font's family: ABCDEF+SymbolMT is Symbol, Wingdings2 is Wingdings 2."""
    bare = font.rpartition("+")[2].strip().lower().removesuffix("-regular").removesuffix("mt")
    return re.sub(r"(?<=wingdings)-?(?=\d)", " ", bare)


def drawn(text: str, font: str | None) -> str:
    """The text of a run whose characters may be those of a symbol font (U+F0B3 in Symbol is ≥)."""
    if not OF_SYMBOLS.search(text):
        return text
    return OF_SYMBOLS.sub(lambda found: symbol(f"{ord(found[0]):X}", font) or found[0], text)
