"""Codes of an open pdfium text page, one a character."""

import ctypes
from itertools import repeat
from typing import Any, Final

from toolkit.patterns import regex
from toolkit.readers.pdf._pdfium_calls import Handle

SURROGATES: Final = regex("[\ud800-\udfff]")


def codes_of(pdfium: Any, text: Handle, count: int) -> str:
    """The code of each character, by index.

    pdfium gives them all at once, but leaves out what has none and doubles those beyond the first plane: only where
    nothing is doubled and the length is right is each of them at its index.
    """
    units = (ctypes.c_ushort * (2 * count + 2))()
    length = pdfium.FPDFText_GetText(text, 0, count, ctypes.addressof(units)) - 1
    codes = bytes(units)[: 2 * max(0, length)].decode("utf-16-le", "surrogatepass")
    if len(codes) == count == length and not SURROGATES.search(codes):
        return codes
    return "".join(map(chr, map(pdfium.FPDFText_GetUnicode, repeat(text), range(count))))
