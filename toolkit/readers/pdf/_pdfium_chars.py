"""Characters of an open pdfium text page → stretches, where all run upright; else one by one with their directions.

Characters are taken by their index, never as a stretch of text: pdfium inserts line ends, marks hyphens and leaves
characters out of stretches. A character without a Unicode mapping has its code in the font as its text, which may
look like a digit: it is told from the others by its flag and becomes U+FFFD. What concerns all characters of a page
is done for all at once; a loop over them in Python would cost more than pdfium itself.
"""

import ctypes
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, repeat
from math import nan
from typing import Any, Final, TypeAlias

from toolkit.layout.page import Glyph, Stretch
from toolkit.layout.stretches import parted
from toolkit.readers.pdf._backend import BLANKS, SHAPELESS, UNMAPPED, as_printed
from toolkit.readers.pdf._geometry import Placement, quarter_of
from toolkit.readers.pdf._upright import Turned

Char: TypeAlias = tuple[int, str, float, float, float, float]
"""(index, text, left, top, right, bottom) in user space."""

_HYPHENS: Final = re.compile("[\x02\xad\ufffe]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_PRINTED: Final = re.compile(f"[^{BLANKS}{SHAPELESS}]+")


@dataclass(frozen=True, slots=True)
class Chars:
    """All characters of a page by index: their codes as one string, their sides in user space, and how many have no
    Unicode mapping."""

    text: str
    lefts: list[float]
    tops: list[float]
    rights: list[float]
    bottoms: list[float]
    unmapped: int


def chars_of(pdfium: Any, text: int) -> Chars:
    """The characters in the order of the page's content."""
    count = max(0, pdfium.FPDFText_CountChars(text))
    boxes = (ctypes.c_float * (4 * count))()
    start = ctypes.addressof(boxes)
    everywhere, indices = repeat(text), range(count)
    deque(map(pdfium.FPDFText_GetLooseCharBox, everywhere, indices, range(start, start + 16 * count, 16)), maxlen=0)
    codes = "".join(map(chr, map(pdfium.FPDFText_GetUnicode, everywhere, indices)))
    unsure = list(map(pdfium.FPDFText_HasUnicodeMapError, everywhere, indices))
    unmapped = count - unsure.count(0)
    if unmapped:
        generated = pdfium.FPDFText_IsGenerated
        unsure = [flag and not (boxes[4 * i] == boxes[4 * i + 2] and generated(text, i)) for i, flag in enumerate(unsure)]
        unmapped = count - unsure.count(0)
        codes = "".join([UNMAPPED if unknown else code for code, unknown in zip(codes, unsure, strict=True)])
    return Chars(codes, boxes[0::4], boxes[1::4], boxes[2::4], boxes[3::4], unmapped)


def stretches_in(chars: Chars, placement: Placement) -> list[Stretch] | None:
    """Upright stretches in the frame; None where characters have to be looked at one by one: pieces of one printed
    shape, pairs of surrogates."""
    if _SURROGATES.search(chars.text):
        return None
    text = _HYPHENS.sub("-", chars.text)
    (x, _, _, y) = placement.bounds
    lefts, rights = chars.lefts, chars.rights
    if x:
        lefts, rights = [left - x for left in lefts], [right - x for right in rights]
    stretches: list[Stretch] = []
    for run in _PRINTED.finditer(text):
        start, end = run.span()
        spaced = start > 0 and text[start - 1] in BLANKS and rights[start - 1] > lefts[start - 1]
        for first, last in _of_one_height(chars, start, end):
            top, bottom = y - chars.tops[first], y - chars.bottoms[first]
            stretches += parted(text[first:last], lefts[first:last], rights[first:last], top, bottom, spaced)
            spaced = False
    return stretches


def _of_one_height(chars: Chars, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The parts of a run in which all characters have one top and one bottom."""
    tops, bottoms, size = chars.tops[start:end], chars.bottoms[start:end], end - start
    if tops.count(tops[0]) == size and bottoms.count(bottoms[0]) == size:
        return ((start, end),)
    ends = list(zip(tops, bottoms, strict=True))
    cuts = [start + index for index in range(1, size) if ends[index] != ends[index - 1]]
    return pairwise((start, *cuts, end))
