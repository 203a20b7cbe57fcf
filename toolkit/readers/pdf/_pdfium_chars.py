"""Characters of an open pdfium text page → stretches, where all run upright; else one by one with their directions.

Characters are taken by their index: pdfium inserts line ends, marks hyphens and leaves characters out of its text.
A character without a Unicode mapping has its code in the font as its text, which may look like a digit: it is told
from the others by its flag and becomes U+FFFD. What concerns all characters of a page is done for all at once; a loop
over them in Python would cost more than pdfium itself.
"""

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise, repeat
from math import nan
from operator import eq
from typing import Any, Final, TypeAlias

from toolkit.layout.page import Glyph, Stretch
from toolkit.layout.stretches import parted
from toolkit.readers.pdf._backend import BLANKS, SHAPELESS, UNMAPPED, as_printed
from toolkit.readers.pdf._geometry import Placement, quarter_of
from toolkit.readers.pdf._pdfium_calls import Cells, Handle
from toolkit.readers.pdf._pdfium_symbols import with_signs
from toolkit.readers.pdf._upright import Turned

Char: TypeAlias = tuple[int, str, float, float, float, float]
"""(index, text, left, top, right, bottom) in user space."""

_HYPHENS: Final = re.compile("[\x02\xad\ufffe]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_LEVEL: Final = 0.2  # of the height: characters of one line lie no further apart
_PRINTED: Final = re.compile(f"[^{BLANKS}{SHAPELESS}]+")
_STROKES: Final = re.compile("[一—－]")
_FLAT: Final = 0.4  # of the longer side: a box so thin holds the ink alone


@dataclass(frozen=True, slots=True)
class Chars:
    """All characters of a page by index: their codes as one string, their sides in user space, and how many have no
    Unicode mapping."""

    text: str
    lefts: Sequence[float]
    tops: Sequence[float]
    rights: Sequence[float]
    bottoms: Sequence[float]
    unmapped: int


def chars_of(pdfium: Any, text: Handle, cells: Cells) -> Chars:
    """The characters in the order of the page's content."""
    count = max(0, pdfium.FPDFText_CountChars(text))
    handles, indices = [text] * count, range(count)
    _, (lefts, tops, rights, bottoms) = cells.fill(pdfium.FPDFText_GetLooseCharBox, 4, 1, handles, indices)
    codes = _codes(pdfium, text, count)
    _square(codes, lefts, tops, rights, bottoms)
    unmapped = 0
    if any(map(pdfium.FPDFText_HasUnicodeMapError, handles, indices)):
        unsure = list(map(pdfium.FPDFText_HasUnicodeMapError, handles, indices))
        unmapped = count - unsure.count(0)
        codes = "".join([UNMAPPED if unknown else code for code, unknown in zip(codes, unsure, strict=True)])
    return Chars(with_signs(pdfium, text, codes), lefts, tops, rights, bottoms, unmapped)


def _square(codes: str, lefts: list[float], tops: list[float], rights: list[float], bottoms: list[float]) -> None:
    """Give a lone stroke the room of a character: where a font is drawn shape by shape (Type 3, as browsers print) its
    box is that of its ink, which lies in the middle of what the other characters of its line take up."""
    for found in _STROKES.finditer(codes):
        at = found.start()
        wide, high = rights[at] - lefts[at], tops[at] - bottoms[at]
        if 0 < high < _FLAT * wide:
            middle = (tops[at] + bottoms[at]) / 2
            tops[at], bottoms[at] = middle + wide / 2, middle - wide / 2
        elif 0 < wide < _FLAT * high:
            middle = (lefts[at] + rights[at]) / 2
            lefts[at], rights[at] = middle - high / 2, middle + high / 2


def _codes(pdfium: Any, text: Handle, count: int) -> str:
    """The code of each character, by index.

    pdfium gives them all at once, but leaves out what has none and doubles those beyond the first plane: only where
    nothing is doubled and the length is right is each of them at its index.
    """
    units = (ctypes.c_ushort * (2 * count + 2))()
    length = pdfium.FPDFText_GetText(text, 0, count, ctypes.addressof(units)) - 1
    codes = bytes(units)[: 2 * max(0, length)].decode("utf-16-le", "surrogatepass")
    if len(codes) == count == length and not _SURROGATES.search(codes):
        return codes
    return "".join(map(chr, map(pdfium.FPDFText_GetUnicode, repeat(text), range(count))))


def stretches_in(chars: Chars, placement: Placement) -> list[Stretch] | None:
    """Stretches in a frame that is not turned; None where characters have to be looked at one by one."""
    lefts, rights = chars.lefts, chars.rights
    if _SURROGATES.search(chars.text) or _share_a_box(lefts, rights):
        return None
    text = _HYPHENS.sub("-", chars.text)
    (x, _, _, y) = placement.bounds
    if x:
        lefts, rights = [left - x for left in lefts], [right - x for right in rights]
    tops, bottoms = chars.tops, chars.bottoms
    stretches: list[Stretch] = []
    for run in _PRINTED.finditer(text):
        start, end = run.span()
        size = end - start
        spaced = start > 0 and text[start - 1] in BLANKS and rights[start - 1] > lefts[start - 1]
        top, bottom = tops[start], bottoms[start]
        if size == 1:
            sides = lefts[start:end], rights[start:end]
            stretches.append(Stretch(run[0], *sides, y - top, y - bottom, spaced))
        elif tops[start:end].count(top) == size and bottoms[start:end].count(bottom) == size:
            stretches += parted(run[0], lefts[start:end], rights[start:end], y - top, y - bottom, spaced)
        else:
            for first, last in _of_one_height(chars, start, end):
                ends = y - tops[first], y - bottoms[first]
                stretches += parted(text[first:last], lefts[first:last], rights[first:last], *ends, spaced)
                spaced = False
    return stretches


def _of_one_height(chars: Chars, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The parts of a run in which all characters have one top and one bottom."""
    ends = list(zip(chars.tops[start:end], chars.bottoms[start:end], strict=True))
    cuts = [start + index for index in range(1, end - start) if ends[index] != ends[index - 1]]
    return pairwise((start, *cuts, end))


def _share_a_box(lefts: Sequence[float], rights: Sequence[float]) -> bool:
    """Whether characters that follow each other are pieces of one printed shape (a ligature, ⑾)."""
    alike = compress(range(len(lefts)), map(eq, lefts, lefts[1:]))
    return any(lefts[index] < rights[index] == rights[index + 1] for index in alike)


def run_otherwise(stretches: Sequence[Stretch]) -> bool:
    """Whether characters may follow each other in another direction than from left to right."""
    return all(len(stretch.text) == 1 for stretch in stretches) or any(
        len(before.text) == len(after.text) == 1 and _steps_aside(before, after)
        for before, after in pairwise(stretches)
    )


def _steps_aside(before: Stretch, after: Stretch) -> bool:
    """Whether a character stands close to the one before, but not to the right of it."""
    size = max(after.bottom - after.top, after.rights[0] - after.lefts[0])
    down, right = after.top - before.top, after.lefts[0] - before.lefts[0]
    return (abs(down) > _LEVEL * size or right < 0) and abs(down) < 2 * size and abs(right) < 2 * size


def glyphs_of(chars: Chars, placement: Placement) -> list[Glyph]:
    """Upright characters in the frame; the pieces of one printed shape share a box and one glyph."""
    glyphs: list[Glyph] = []
    last_left = last_top = last_right = nan
    for _, char, left, top, right, bottom in _one_by_one(chars):
        same = left == last_left and right == last_right and top == last_top
        if same and (right - left > top - bottom or _is_piece(glyphs[-1][0], char)):
            glyphs[-1] = (glyphs[-1][0] + char, *glyphs[-1][1:])
            continue
        last_left, last_top, last_right = left, top, right
        glyphs.append((char, *placement.box(left, bottom, right, top)))
    return glyphs


def _is_piece(before: str, char: str) -> bool:
    """Whether `char` in the same box as `before` is more of the same shape, not the same character struck twice; in a
    box wider than high it is in any case (——)."""
    return char != before or (char.isascii() and char.isalpha())


def turned(pdfium: Any, text: Handle, chars: Chars, placement: Placement) -> Iterator[Turned]:
    """Characters in the frame, each with the direction of its writing."""
    for index, char, left, top, right, bottom in _one_by_one(chars):
        quarter = quarter_of(pdfium.FPDFText_GetCharAngle(text, index))
        turn = None if quarter is None else (quarter - placement.quarters) % 4
        yield (char, *placement.box(left, bottom, right, top)), turn


def _one_by_one(chars: Chars) -> Iterator[Char]:
    """What is printed, blanks with a width of their own included; pairs of surrogates are one character."""
    high = 0
    sides = zip(chars.text, chars.lefts, chars.tops, chars.rights, chars.bottoms, strict=True)
    for index, (char, left, top, right, bottom) in enumerate(sides):
        code = ord(char)
        if not 0xD800 <= code < 0xE000:
            printed = as_printed(char)
            if printed and not (printed == " " and left == right):
                yield index, printed, left, top, right, bottom
        elif code < 0xDC00:
            high = code
        else:
            whole = chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else UNMAPPED
            yield index, whole, left, top, right, bottom
            high = 0
