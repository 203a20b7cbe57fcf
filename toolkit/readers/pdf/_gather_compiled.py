"""Characters and objects of an open pdfium page, gathered by `_gather.c`: a few calls a page, not thousands.

The library is there where the project was installed beside a C compiler. It is used only if it was built from the
very source that lies beside it; else `_gather_plain` reads, and the result is the same.
"""

import ctypes
import sys
from array import array
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from toolkit.layout.page import Stretch
from toolkit.layout.stretches import DOUBLED, KERNED, STEPPED, TOUCHING
from toolkit.patterns import regex
from toolkit.readers.pdf._backend import BLANKS, HYPHENS, SHAPELESS_RANGES
from toolkit.readers.pdf._gather import FLAT, STROKES, Chars, Objects
from toolkit.readers.pdf._geometry import WHITE, Placement
from toolkit.readers.pdf._pdfium_calls import Handle
from toolkit.readers.pdf._pdfium_codes import codes_of
from toolkit.readers.pdf._pdfium_symbols import with_signs

SOURCE: Final = Path(__file__).with_name("_gather.c")
BUILT: Final = SOURCE.with_suffix(".lib")
"""Where the build puts the library, on every system."""

_CALLS: Final = (
    "FPDFText_GetLooseCharBox",
    "FPDFText_HasUnicodeMapError",
    "FPDFPage_GetObject",
    "FPDFFormObj_GetObject",
    "FPDFPageObj_GetType",
    "FPDFPageObj_GetMatrix",
    "FPDFPageObj_GetBounds",
    "FPDFPath_GetDrawMode",
    "FPDFPageObj_GetFillColor",
    "FPDFPageObj_GetStrokeColor",
)
_CODES: Final = 0x10000
_PRINTED, _BLANK, _SHAPELESS, _SURROGATE, _STROKE = range(5)
_HYPHENS: Final = regex(f"[{HYPHENS}]")
_UTF_32: Final = f"utf-32-{sys.byteorder[0]}e"
_POINTER, _WHOLE, _DOUBLE = ctypes.c_void_p, ctypes.c_int32, ctypes.c_double


class _Setting(ctypes.Structure):
    """`struct setting` of the source."""

    _fields_ = (
        *((name, _POINTER) for name in _CALLS),
        ("kinds", ctypes.c_char_p),
        *((name, _DOUBLE) for name in ("touching", "kerned", "doubled", "stepped", "flat", "white")),
    )


class _Objects(ctypes.Structure):
    """`struct objects` of the source."""

    _fields_ = (
        *((name, _WHOLE) for name in ("texts", "paths", "images", "forms")),
        *((name, _POINTER) for name in ("slopes", "path_boxes", "image_boxes", "path", "form", "stroked")),
    )


def loaded(built: Path) -> Any:
    """The library in a file; None where there is none, or it was built from another source."""
    try:
        library = ctypes.PyDLL(str(built))
        library.gather_source.restype = ctypes.c_char_p
        if library.gather_source() != sha256(SOURCE.read_bytes()).hexdigest().encode():
            return None
    except (OSError, AttributeError):
        return None
    setting = ctypes.POINTER(_Setting)
    library.gather_chars.argtypes = setting, _POINTER, _WHOLE, *[_POINTER] * 2
    library.gather_cuts.argtypes = setting, _WHOLE, *[_DOUBLE] * 2, *[_POINTER] * 3
    library.gather_objects.argtypes = setting, _POINTER, _WHOLE, _WHOLE, ctypes.POINTER(_Objects)
    library.gather_objects.restype = None
    return library


@cache
def installed() -> Any:
    """The library that was built with this project; None where there is none that fits."""
    return loaded(BUILT)


class CompiledGatherer:
    """Asks by calls from C."""

    def __init__(self, library: Any, pdfium: Any) -> None:
        calls = [ctypes.cast(getattr(pdfium, name), _POINTER).value for name in _CALLS]
        self._setting = _Setting(*calls, _kinds(), TOUCHING, KERNED, DOUBLED, STEPPED, FLAT, WHITE)
        self._library = library
        self._pdfium = pdfium

    def chars(self, text: Handle, placement: Placement) -> tuple[Chars, list[Stretch] | None]:
        count = max(0, self._pdfium.FPDFText_CountChars(text))
        read = codes_of(self._pdfium, text, count)
        codes, sides = _codes(read), _room("d", 4 * count)
        unmapped = self._library.gather_chars(self._setting, text, count, _address(codes), _address(sides))
        if unmapped:
            read = codes[:count].tobytes().decode(_UTF_32, "surrogatepass")
        printed = with_signs(self._pdfium, text, read)
        if printed != read:
            codes = _codes(printed)
        lefts, tops, rights, bottoms = (sides[side * count : (side + 1) * count] for side in range(4))
        chars = Chars(printed, lefts.tolist(), tops, rights.tolist(), bottoms, unmapped)
        return chars, self._stretches(chars, placement, codes, sides)

    def _stretches(
        self, chars: Chars, placement: Placement, codes: "array[Any]", sides: "array[Any]"
    ) -> list[Stretch] | None:
        x, _, _, y = placement.bounds
        count = len(chars.text)
        cuts = _room("i", 3 * count)
        places = [_address(room) for room in (codes, sides, cuts)]
        found = self._library.gather_cuts(self._setting, count, x, y, *places)
        if found < 0:
            return None
        lefts, rights, tops, bottoms = chars.lefts, chars.rights, chars.tops, chars.bottoms
        if x:
            lefts, rights = [left - x for left in lefts], [right - x for right in rights]
        text = _HYPHENS.sub("-", chars.text)
        starts, ends, spaced = (cuts[first : 3 * found : 3] for first in range(3))
        return [
            Stretch(
                text[start:end], lefts[start:end], rights[start:end], y - tops[start], y - bottoms[start], blank > 0
            )
            for start, end, blank in zip(starts, ends, spaced, strict=True)
        ]

    def objects(self, holder: Handle, is_form: bool) -> Objects:
        count_of = self._pdfium.FPDFFormObj_CountObjects if is_form else self._pdfium.FPDFPage_CountObjects
        count = max(0, count_of(holder))
        slopes, paths, images = _room("d", 2 * count), _room("d", 4 * count), _room("d", 4 * count)
        path, form, stroked = (Handle * count)(), (Handle * count)(), _room("B", count)
        places = [_address(room) for room in (slopes, paths, images)]
        found = _Objects(0, 0, 0, 0, *places, ctypes.addressof(path), ctypes.addressof(form), _address(stroked))
        self._library.gather_objects(self._setting, holder, is_form, count, found)
        boxes = zip(*(paths[side : 4 * found.paths : 4] for side in range(4)), strict=True)
        return Objects(
            lambda: zip(*(slopes[side : 2 * found.texts : 2] for side in range(2)), strict=True),
            list(zip(path[: found.paths], map(bool, stroked[: found.paths]), boxes, strict=True)),
            list(zip(*(images[side : 4 * found.images : 4] for side in range(4)), strict=True)),
            form[: found.forms],
        )


def _codes(text: str) -> "array[Any]":
    return array("I", f"{text}\0".encode(_UTF_32, "surrogatepass"))


def _room(kind: str, count: int) -> "array[Any]":
    """So many numbers, and one more: what is empty has no address."""
    return array(kind, bytes((count + 1) * array(kind).itemsize))


def _address(room: "array[Any]") -> int:
    return room.buffer_info()[0]


@cache
def _kinds() -> bytes:
    """The kind of each character of the first plane."""
    kinds = bytearray(_CODES)
    for first, last in (*SHAPELESS_RANGES, ("\ud800", "\udfff")):
        kind = _SURROGATE if first == "\ud800" else _SHAPELESS
        kinds[ord(first) : ord(last) + 1] = bytes([kind]) * (ord(last) + 1 - ord(first))
    for chars, kind in ((BLANKS, _BLANK), (HYPHENS, _PRINTED), (STROKES, _STROKE)):
        for char in chars:
            kinds[ord(char)] = kind
    return bytes(kinds)
