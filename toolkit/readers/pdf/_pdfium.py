"""PDF bytes → pages of characters and rulings by pdfium: the default backend; everything is closed by hand.

Characters are taken one by one with their index, never as a stretch of text: pdfium inserts line ends, marks
hyphens and leaves characters out of stretches. A character without a Unicode mapping has its code in the font as
its text, which may look like a digit: it is told from the others by its flag and becomes U+FFFD.
"""

import ctypes
import struct
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import repeat
from math import nan
from typing import Any, TypeAlias

from toolkit.errors import ReadError
from toolkit.layout.page import Glyph, PageContent
from toolkit.readers.pdf._backend import UNMAPPED, as_printed, damaged, encrypted, locked
from toolkit.readers.pdf._geometry import Placement, quarter_of
from toolkit.readers.pdf._pdfium_calls import library
from toolkit.readers.pdf._pdfium_objects import ObjectSurvey
from toolkit.readers.pdf._upright import Turned, set_upright

Char: TypeAlias = tuple[int, str, float, float, float, float]
"""(index, text, left, top, right, bottom) in user space."""

_PASSWORD, _SECURITY = 4, 5
_AS_DISPLAYED, _FLATTENED = 0, 1


@contextmanager
def open_pages(data: bytes, password: str | None) -> Iterator["PdfiumPages"]:
    """The open PDF; it lives inside the `with` only."""
    pdfium = library()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None if password is None else password.encode())
    if not document:
        raise _refusal(pdfium.FPDF_GetLastError(), password)
    try:
        yield PdfiumPages(pdfium, document, pdfium.FPDF_GetPageCount(document))
    finally:
        pdfium.FPDF_CloseDocument(document)


def _refusal(reason: int, password: str | None) -> ReadError:
    if reason == _PASSWORD:
        return encrypted(password)
    if reason == _SECURITY:
        return locked()
    return damaged("文件损坏或不完整，无法打开")


@dataclass(frozen=True, slots=True)
class PdfiumPages:
    """An open document of pdfium."""

    pdfium: Any
    document: int
    count: int

    def page(self, number: int) -> PageContent | None:
        """Page `number` (from 1), read and closed again; None where pdfium cannot load it."""
        page = self._loaded(number - 1)
        if not page:
            return None
        try:
            text = self.pdfium.FPDFText_LoadPage(page)
            if not text:
                return None
            try:
                return _content(self.pdfium, page, text, number)
            finally:
                self.pdfium.FPDFText_ClosePage(text)
        finally:
            self.pdfium.FPDF_ClosePage(page)

    def _loaded(self, index: int) -> int | None:
        """The page with what stands in form fields and comments as part of its text; only memory is changed by that."""
        page: int | None = self.pdfium.FPDF_LoadPage(self.document, index)
        if not page or self.pdfium.FPDFPage_GetAnnotCount(page) < 1:
            return page
        flattened = self.pdfium.FPDFPage_Flatten(page, _AS_DISPLAYED) == _FLATTENED
        if not flattened:
            return page
        self.pdfium.FPDF_ClosePage(page)
        again: int | None = self.pdfium.FPDF_LoadPage(self.document, index)
        return again


def _content(pdfium: Any, page: int, text: int, number: int) -> PageContent:
    survey = ObjectSurvey(pdfium, page)
    rotation = pdfium.FPDFPage_GetRotation(page) % 4
    upright = next((quarter for quarter, _ in survey.directions.most_common() if quarter is not None), rotation)
    placement = Placement(_bounds(pdfium, page), upright)
    content = PageContent(placement.frame(number, (upright - rotation) % 4))
    chars = _chars(pdfium, text)
    content.unmapped = sum(1 for char in chars if char[1] == UNMAPPED)
    if len(survey.directions) > 1:
        content.glyphs, content.slanted = set_upright(_turned(pdfium, text, chars, placement))
    else:
        content.glyphs = _glyphs(chars, placement)
    content.horizontals, content.verticals = survey.strokes.rulings(placement)
    content.drawings = survey.strokes.drawings
    content.pictures = min(1.0, survey.pictures / max(1.0, content.frame.width * content.frame.height))
    return content


def _bounds(pdfium: Any, page: int) -> tuple[float, float, float, float]:
    numbers = (ctypes.c_float * 4)()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.addressof(numbers))
    left, top, right, bottom = numbers
    return left, bottom, right, top


def _chars(pdfium: Any, text: int) -> list[Char]:
    """What is printed, in the order of the page's content; line ends and blanks that pdfium adds are left out."""
    count = max(0, pdfium.FPDFText_CountChars(text))
    boxes = (ctypes.c_float * (4 * count))()
    start = ctypes.addressof(boxes)
    everywhere, indices = repeat(text), range(count)
    deque(map(pdfium.FPDFText_GetLooseCharBox, everywhere, indices, range(start, start + 16 * count, 16)), maxlen=0)
    codes = map(pdfium.FPDFText_GetUnicode, everywhere, indices)
    unsure = map(pdfium.FPDFText_HasUnicodeMapError, everywhere, indices)
    generated = pdfium.FPDFText_IsGenerated
    chars: list[Char] = []
    high = 0
    for index, (code, unknown, box) in enumerate(zip(codes, unsure, struct.iter_unpack("4f", boxes), strict=True)):
        left, top, right, bottom = box
        if left == right and generated(text, index):
            continue
        if unknown:
            chars.append((index, UNMAPPED, left, top, right, bottom))
        elif 0x4E00 <= code < 0xA000:
            chars.append((index, chr(code), left, top, right, bottom))
        elif not 0xD800 <= code < 0xE000:
            chars.append((index, as_printed(chr(code)), left, top, right, bottom))
        elif code < 0xDC00:
            high = code
        else:
            whole = chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else UNMAPPED
            chars.append((index, whole, left, top, right, bottom))
            high = 0
    return chars


def _glyphs(chars: Iterable[Char], placement: Placement) -> list[Glyph]:
    """Upright characters in the frame; the pieces of one printed shape (a ligature, ⑾) share a box and one glyph."""
    (x, _, _, y), straight = placement.bounds, placement.quarters == 0
    glyphs: list[Glyph] = []
    last_left = last_top = last_right = nan
    for _, char, left, top, right, bottom in chars:
        if not char:
            continue
        if left == last_left and right == last_right and top == last_top and _is_piece(glyphs[-1][0], char):
            glyphs[-1] = (glyphs[-1][0] + char, *glyphs[-1][1:])
            continue
        last_left, last_top, last_right = left, top, right
        if straight:
            glyphs.append((char, left - x, y - top, right - x, y - bottom))
        else:
            glyphs.append((char, *placement.box(left, bottom, right, top)))
    return glyphs


def _is_piece(before: str, char: str) -> bool:
    """Whether `char` in the same box as `before` is more of the same shape, not the same character struck twice."""
    return char != before or (char.isascii() and char.isalpha())


def _turned(pdfium: Any, text: int, chars: Iterable[Char], placement: Placement) -> Iterator[Turned]:
    for index, char, left, top, right, bottom in chars:
        quarter = quarter_of(pdfium.FPDFText_GetCharAngle(text, index))
        if char:
            turn = None if quarter is None else (quarter - placement.quarters) % 4
            yield (char, *placement.box(left, bottom, right, top)), turn
