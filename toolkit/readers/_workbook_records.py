"""Streams of binary records → numbers, texts and errors: what XLS ([MS-XLS]) and XLSB ([MS-XLSB]) have in common."""

from decimal import Decimal
from struct import pack, unpack
from typing import Final

from toolkit.readers._workbook_format import stored

ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
"""What a cell shows, by the code of its error."""

UNKNOWN_ERROR: Final = "#N/A"


def real(bits: bytes) -> Decimal | None:
    """Eight bytes of a binary fraction → the 15 digits that are true of it; None for what is no finite number."""
    return stored(repr(unpack("<d", bits)[0]))


def packed(bits: int) -> Decimal | None:
    """An RK number: 30 bits of a whole number or of a fraction, perhaps a hundred times too large."""
    if bits & 2:
        whole = bits >> 2
        number: Decimal | None = Decimal(whole - (1 << 30) if whole >> 29 else whole)
    else:
        number = real(pack("<II", 0, bits & 0xFFFFFFFC))
    return number / 100 if number is not None and bits & 1 else number
