"""Characters of a page → glyphs one by one, where they do not all run upright; and how that is told.

Characters are taken by their index: pdfium inserts line ends and leaves characters out of its text.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import nan
from typing import Any, Final, TypeAlias

from toolkit.layout.page import Glyph, Stretch
from toolkit.readers.pdf._backend import UNMAPPED, as_printed
from toolkit.readers.pdf._gather import Chars
from toolkit.readers.pdf._geometry import Placement, quarter_of
from toolkit.readers.pdf._pdfium_calls import Handle
from toolkit.readers.pdf._upright import Turned

Char: TypeAlias = tuple[int, str, float, float, float, float]
"""(index, text, left, top, right, bottom) in user space."""

_LEVEL: Final = 0.2  # of the height: characters of one line lie no further apart


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
