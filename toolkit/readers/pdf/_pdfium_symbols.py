"""Codes of an open pdfium text page → the same with the signs that symbol fonts draw (U+F0B3 in Symbol is ≥)."""

import ctypes
import re
from typing import Any, Final

from toolkit.readers._symbols import OF_SYMBOLS, drawn
from toolkit.readers.pdf._pdfium_calls import Handle

_LONGEST: Final = 256  # bytes of a font's name


def with_signs(pdfium: Any, text: Handle, codes: str) -> str:
    """`codes` by index, each of a symbol font as the one sign that it draws; others stay as they are."""

    def sign(found: re.Match[str]) -> str:
        shown = drawn(found[0], _font(pdfium, text, found.start()))
        return shown if len(shown) == 1 else found[0]

    return OF_SYMBOLS.sub(sign, codes)


def _font(pdfium: Any, text: Handle, index: int) -> str:
    """The name of the font of a character, with the tag of a subset (ABCDEF+SymbolMT); empty where it has none."""
    name = ctypes.create_string_buffer(_LONGEST)
    length = pdfium.FPDFText_GetFontInfo(text, index, ctypes.addressof(name), _LONGEST, None)
    return name.value.decode("utf-8", "replace") if 0 < length <= _LONGEST else ""
