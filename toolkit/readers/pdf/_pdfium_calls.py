"""pdfium's C functions as bare pointers, and memory for what they write: a call costs less than half of a typed one.

What is called once a page has its signature. What is called for each character or object (`_OFTEN`) is not told the
types of its arguments and keeps Python's lock: it takes handles as it gave them, whole numbers and places in `Cells`.
"""

import ctypes
from collections.abc import Callable, Sequence
from functools import cache
from types import SimpleNamespace
from typing import Any, Final, Literal, TypeAlias

Kind: TypeAlias = Literal["f", "i", "I"]
"""Of a number in four bytes, as in `array`."""

_CELLS: Final = 16_384  # a few thousand characters


class Handle(ctypes.c_void_p):
    """What pdfium calls a page, a text page or an object; false where there is none."""


_ADDRESS, _INT, _FLOAT, _COUNT = ctypes.c_void_p, ctypes.c_int, ctypes.c_float, ctypes.c_size_t

_SIGNATURES: Final[dict[str, tuple[Any, ...]]] = {
    "FPDF_LoadMemDocument64": (Handle, ctypes.c_char_p, _COUNT, ctypes.c_char_p),
    "FPDF_GetLastError": (ctypes.c_ulong,),
    "FPDF_GetPageCount": (_INT, Handle),
    "FPDF_CloseDocument": (None, Handle),
    "FPDF_LoadPage": (Handle, Handle, _INT),
    "FPDF_ClosePage": (None, Handle),
    "FPDF_GetPageBoundingBox": (_INT, Handle, _ADDRESS),
    "FPDFPage_GetRotation": (_INT, Handle),
    "FPDFPage_GetAnnotCount": (_INT, Handle),
    "FPDFPage_Flatten": (_INT, Handle, _INT),
    "FPDFPage_CountObjects": (_INT, Handle),
    "FPDFFormObj_CountObjects": (_INT, Handle),
    "FPDFFormObj_GetObject": (Handle, Handle, ctypes.c_ulong),
    "FPDFText_LoadPage": (Handle, Handle),
    "FPDFText_ClosePage": (None, Handle),
    "FPDFText_CountChars": (_INT, Handle),
    "FPDFText_GetFontInfo": (ctypes.c_ulong, Handle, _INT, _ADDRESS, ctypes.c_ulong, _ADDRESS),
    "FPDFText_GetText": (_INT, Handle, _INT, _INT, _ADDRESS),
}

_OFTEN: Final[dict[str, Any]] = {
    "FPDFPage_GetObject": Handle,
    "FPDFPageObj_GetType": _INT,
    "FPDFPageObj_GetMatrix": _INT,
    "FPDFPageObj_GetBounds": _INT,
    "FPDFPageObj_GetFillColor": _INT,
    "FPDFPageObj_GetStrokeColor": _INT,
    "FPDFPath_GetDrawMode": _INT,
    "FPDFPath_CountSegments": _INT,
    "FPDFPath_GetPathSegment": Handle,
    "FPDFPathSegment_GetPoint": _INT,
    "FPDFPathSegment_GetType": _INT,
    "FPDFPathSegment_GetClose": _INT,
    "FPDFText_GetUnicode": ctypes.c_uint,
    "FPDFText_GetLooseCharBox": _INT,
    "FPDFText_HasUnicodeMapError": _INT,
    "FPDFText_GetCharAngle": _FLOAT,
}


@cache
def library() -> Any:
    """The functions by name; no handle may outlive what it stands for."""
    import pypdfium2.raw as bindings  # importing its package starts the library

    functions = SimpleNamespace()
    for name, (result, *arguments) in _SIGNATURES.items():
        setattr(functions, name, ctypes.CFUNCTYPE(result, *arguments)(_address(bindings, name)))
    for name, result in _OFTEN.items():
        setattr(functions, name, ctypes.PYFUNCTYPE(result)(_address(bindings, name)))
    return functions


def _address(bindings: Any, name: str) -> int:
    return ctypes.cast(getattr(bindings, name), ctypes.c_void_p).value or 0


class Cells:
    """Memory that many calls fill, each its own few cells of four bytes; used again and again."""

    def __init__(self) -> None:
        memory = (ctypes.c_float * _CELLS)()
        self._memory = memory
        self._bytes = memoryview(memory).cast("B")
        self._places: list[Any] = []

    def fill(
        self, call: Callable[..., int], each: int, places: int, *arguments: Sequence[Any], kind: Kind = "f"
    ) -> tuple[list[int], list[list[Any]]]:
        """Call with each of the arguments and the first `places` of its cells; (what was returned, the first cell of
        all calls, the second of all, … of `each`)."""
        returned: list[int] = []
        columns: list[list[Any]] = [[] for _ in range(each)]
        filled = self._bytes.cast(kind)
        for start in range(0, len(arguments[0]), _CELLS // each):
            part = [argument[start : start + _CELLS // each] for argument in arguments]
            end = len(part[0]) * each
            self._places += [ctypes.byref(self._memory, 4 * cell) for cell in range(len(self._places), end)]
            returned += map(call, *part, *(self._places[first:end:each] for first in range(places)))
            for first, column in enumerate(columns):
                column += filled[first:end:each].tolist()
        return returned, columns
