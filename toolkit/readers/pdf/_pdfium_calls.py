"""pdfium's C functions as bare pointers on addresses: half the cost per call of the typed bindings."""

import ctypes
from functools import cache
from types import SimpleNamespace
from typing import Any, Final

_ADDRESS, _INT, _FLOAT, _COUNT = ctypes.c_void_p, ctypes.c_int, ctypes.c_float, ctypes.c_size_t
_FOUR = (_ADDRESS,) * 4

_SIGNATURES: Final[dict[str, tuple[Any, ...]]] = {
    "FPDF_LoadMemDocument64": (_ADDRESS, ctypes.c_char_p, _COUNT, ctypes.c_char_p),
    "FPDF_GetLastError": (ctypes.c_ulong,),
    "FPDF_GetPageCount": (_INT, _ADDRESS),
    "FPDF_CloseDocument": (None, _ADDRESS),
    "FPDF_LoadPage": (_ADDRESS, _ADDRESS, _INT),
    "FPDF_ClosePage": (None, _ADDRESS),
    "FPDF_GetPageBoundingBox": (_INT, _ADDRESS, _ADDRESS),
    "FPDFPage_GetRotation": (_INT, _ADDRESS),
    "FPDFPage_GetAnnotCount": (_INT, _ADDRESS),
    "FPDFPage_Flatten": (_INT, _ADDRESS, _INT),
    "FPDFPage_CountObjects": (_INT, _ADDRESS),
    "FPDFPage_GetObject": (_ADDRESS, _ADDRESS, _INT),
    "FPDFPageObj_GetType": (_INT, _ADDRESS),
    "FPDFPageObj_GetMatrix": (_INT, _ADDRESS, _ADDRESS),
    "FPDFPageObj_GetBounds": (_INT, _ADDRESS, *_FOUR),
    "FPDFPageObj_GetFillColor": (_INT, _ADDRESS, *_FOUR),
    "FPDFPageObj_GetStrokeColor": (_INT, _ADDRESS, *_FOUR),
    "FPDFPath_GetDrawMode": (_INT, _ADDRESS, _ADDRESS, _ADDRESS),
    "FPDFPath_CountSegments": (_INT, _ADDRESS),
    "FPDFPath_GetPathSegment": (_ADDRESS, _ADDRESS, _INT),
    "FPDFPathSegment_GetPoint": (_INT, _ADDRESS, _ADDRESS, _ADDRESS),
    "FPDFPathSegment_GetType": (_INT, _ADDRESS),
    "FPDFPathSegment_GetClose": (_INT, _ADDRESS),
    "FPDFFormObj_CountObjects": (_INT, _ADDRESS),
    "FPDFFormObj_GetObject": (_ADDRESS, _ADDRESS, ctypes.c_ulong),
    "FPDFText_LoadPage": (_ADDRESS, _ADDRESS),
    "FPDFText_ClosePage": (None, _ADDRESS),
    "FPDFText_CountChars": (_INT, _ADDRESS),
    "FPDFText_GetText": (_INT, _ADDRESS, _INT, _INT, _ADDRESS),
    "FPDFText_GetUnicode": (ctypes.c_uint, _ADDRESS, _INT),
    "FPDFText_GetLooseCharBox": (_INT, _ADDRESS, _INT, _ADDRESS),
    "FPDFText_HasUnicodeMapError": (_INT, _ADDRESS, _INT),
    "FPDFText_IsGenerated": (_INT, _ADDRESS, _INT),
    "FPDFText_GetCharAngle": (_FLOAT, _ADDRESS, _INT),
}


@cache
def library() -> Any:
    """The functions by name. They take and give addresses (integers); none of them may outlive what it points at."""
    import pypdfium2.raw as bindings  # importing its package starts the library

    functions = SimpleNamespace()
    for name, signature in _SIGNATURES.items():
        address = ctypes.cast(getattr(bindings, name), ctypes.c_void_p).value or 0
        setattr(functions, name, ctypes.CFUNCTYPE(*signature)(address))
    return functions
