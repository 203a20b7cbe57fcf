"""The compiled part says what Python says, whatever pdfium may tell: characters and objects made up."""

import ctypes
from math import inf, nan
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.pdf.both import Both
from toolkit.readers.pdf._gather_compiled import loaded
from toolkit.readers.pdf._geometry import Placement
from toolkit.readers.pdf._pdfium_calls import Cells, Handle
from toolkit.readers.pdf._pdfium_calls import library as pdfium_library

HANDLE, WHOLE = ctypes.c_void_p, ctypes.c_int
FLOAT32 = st.floats(width=32)


class Char(NamedTuple):
    """A character as pdfium may tell it; sides are left, top, right, bottom."""

    code: int
    sides: tuple[float, float, float, float]
    unsure: int


class Item(NamedTuple):
    """An object as pdfium may tell it; `told` says whether it knows the bounds and the colours."""

    type: int
    matrix: tuple[float, ...]
    bounds: tuple[float, ...]
    mode: tuple[int, int]
    fill: tuple[int, ...]
    pen: tuple[int, ...]
    told: tuple[int, int, int]


def floats_at(place: int, values: tuple[float, ...]) -> int:
    (ctypes.c_float * len(values)).from_address(place)[:] = values
    return 1


def each_at(places: tuple[int, ...], values: tuple[Any, ...], kind: Any) -> None:
    for place, value in zip(places, values, strict=True):
        kind.from_address(place).value = value


def functions(made: dict[str, tuple[Any, tuple[Any, ...], Any]]) -> Any:
    """pdfium with some functions made up: name → (what it returns, what it takes beside a handle, what it does)."""
    mine = {}
    for name, (result, kinds, function) in made.items():
        called = ctypes.PYFUNCTYPE(result, HANDLE, *kinds)(function)
        if result is HANDLE:  # Python cannot give one of pdfium's own
            address = ctypes.cast(called, HANDLE).value or 0
            mine[name] = ctypes.PYFUNCTYPE(Handle, HANDLE, *kinds)(address)
            mine[f"{name} itself"] = called
        else:
            mine[name] = called
    return SimpleNamespace(**vars(pdfium_library()) | mine)


def of_chars(chars: list[Char]) -> Any:
    """pdfium that tells these characters of any text page."""

    def text(_: int, start: int, count: int, place: int) -> int:
        units = "".join(chr(char.code) for char in chars if char.code).encode("utf-16-le", "surrogatepass")
        ctypes.memmove(place, units + b"\0\0", len(units) + 2)
        return len(units) // 2 + 1

    def font(_: int, at: int, place: int, room: int, flags: int) -> int:
        ctypes.memmove(place, b"ABCDEF+SymbolMT", 16)
        return 16 if at % 3 else 0

    return functions(
        {
            "FPDFText_GetFontInfo": (ctypes.c_ulong, (WHOLE, HANDLE, ctypes.c_ulong, HANDLE), font),
            "FPDFText_CountChars": (WHOLE, (), lambda _: len(chars)),
            "FPDFText_GetText": (WHOLE, (WHOLE, WHOLE, HANDLE), text),
            "FPDFText_GetLooseCharBox": (WHOLE, (WHOLE, HANDLE), lambda _, at, to: floats_at(to, chars[at].sides)),
            "FPDFText_GetUnicode": (ctypes.c_uint, (WHOLE,), lambda _, at: chars[at].code),
            "FPDFText_HasUnicodeMapError": (WHOLE, (WHOLE,), lambda _, at: chars[at].unsure),
        }
    )


def of_objects(items: list[Item]) -> Any:
    """pdfium that tells these objects of any page; their handles are their numbers from 1."""

    def bounds(handle: int, *to: int) -> int:
        each_at(to, items[handle - 1].bounds, ctypes.c_float)
        return items[handle - 1].told[0]

    def mode(handle: int, *to: int) -> int:
        each_at(to, items[handle - 1].mode, WHOLE)
        return 1

    def fill(handle: int, *to: int) -> int:
        each_at(to, items[handle - 1].fill, ctypes.c_uint)
        return items[handle - 1].told[1]

    def pen(handle: int, *to: int) -> int:
        each_at(to, items[handle - 1].pen, ctypes.c_uint)
        return items[handle - 1].told[2]

    return functions(
        {
            "FPDFPage_CountObjects": (WHOLE, (), lambda _: len(items)),
            "FPDFPage_GetObject": (HANDLE, (WHOLE,), lambda _, at: at + 1),
            "FPDFPageObj_GetType": (WHOLE, (), lambda handle: items[handle - 1].type),
            "FPDFPageObj_GetMatrix": (WHOLE, (HANDLE,), lambda at, to: floats_at(to, items[at - 1].matrix)),
            "FPDFPageObj_GetBounds": (WHOLE, (HANDLE,) * 4, bounds),
            "FPDFPath_GetDrawMode": (WHOLE, (HANDLE,) * 2, mode),
            "FPDFPageObj_GetFillColor": (WHOLE, (HANDLE,) * 4, fill),
            "FPDFPageObj_GetStrokeColor": (WHOLE, (HANDLE,) * 4, pen),
        }
    )


PRINT = st.sampled_from([*map(ord, "预算数额12.5%一—－万元")])
CODES = st.one_of(
    PRINT,
    st.sampled_from(
        [*map(ord, " \t\u3000\xa0\x02\xad\ufffe\u200b\ufeff\ufffd\uf8ff\uf020\uf02d\uf0b3\uf0fe"), 0, 0x20BB7]
    ),
    st.integers(0, 0x10FFFF),
)
STEPS = st.sampled_from([0.0, 0.0, 0.0, 1.0, -1.0, 0.5, -0.5, 1.25, -1.25, -4.0, -6.0, -8.5, -9.0, -9.5, -10.0, 4.0])
"""From the right of one character to the left of the next: about what still belongs together at a height of 10."""
CORNERS = st.one_of(st.sampled_from([0.0, 0.0, 0.0, -12.5, 0.1, 595.2750244140625, nan, inf]), st.floats(0, 900))


@st.composite
def lines_of_print(draw: st.DrawFn) -> list[Char]:
    """One line after another: characters of one height and mostly of one width, with blanks between them."""
    chars: list[Char] = []
    y = 700.0
    for _ in range(draw(st.integers(1, 3))):
        x, y, high = 50.0, y - 20.0, draw(st.sampled_from([10.0, 10.0, 10.0, 40.0, 1.0, 0.0, -10.0]))
        for code in draw(st.lists(draw(st.sampled_from([PRINT, PRINT, CODES])), max_size=12)):
            left = x + draw(STEPS)
            right = left + draw(st.sampled_from([10.0, 10.0, 10.0, 5.0, 2.5, 2.0, 0.0, -1.0]))
            lone = draw(st.integers(0, 30))
            chars.append(Char(code, (nan if lone == 1 else left, y + high, right, y), int(lone == 2)))
            x = right
        if draw(st.booleans()):
            chars.append(Char(32, (x, y + high, x + draw(st.sampled_from([5.0, 0.0, -5.0])), y), 0))
    return chars


WILD = st.lists(st.builds(Char, CODES, st.tuples(*[FLOAT32] * 4), st.sampled_from([0, 0, 1, -1])), max_size=20)
"""Sides that are no numbers, infinite or the wrong way round."""

LIGHT = st.one_of(st.integers(243, 246), st.integers(0, 255), st.integers(0, 2**32 - 1))
COLOURS = st.tuples(LIGHT, LIGHT, LIGHT, st.sampled_from([0, 1, 255]))
ITEMS = st.lists(
    st.builds(
        Item,
        st.integers(-1, 6),
        st.tuples(*[FLOAT32] * 6),
        st.tuples(*[FLOAT32] * 4),
        st.tuples(st.integers(0, 2), st.integers(0, 1)),
        COLOURS,
        COLOURS,
        st.tuples(*[st.sampled_from([1, 1, 1, 0])] * 3),
    ),
    max_size=8,
)


@settings(max_examples=1000)
@given(chars=st.one_of(lines_of_print(), lines_of_print(), WILD), x=CORNERS, y=CORNERS)
def test_any_characters_are_parted_alike(built: Path | None, chars: list[Char], x: float, y: float) -> None:
    if built is None:
        pytest.skip("no C compiler here")
    Both(loaded(built), of_chars(chars), Cells()).chars(Handle(1), Placement((x, 0.0, 600.0, y), 0))


@given(items=ITEMS)
def test_any_objects_are_told_alike(built: Path | None, items: list[Item]) -> None:
    if built is None:
        pytest.skip("no C compiler here")
    Both(loaded(built), of_objects(items), Cells()).objects(Handle(1), False)
