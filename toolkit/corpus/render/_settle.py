"""Files that their makers stamp with time and chance → the same bytes whenever they are made again."""

import io
import zipfile
from typing import Final

from toolkit.patterns import regex

_MADE: Final = (2020, 1, 1, 0, 0, 0)
_STAMPS: Final = (
    (regex(rb"(?<=Date\(D:)\d{14}"), b"20200101000000"),
    (regex(rb"(?<=<)[0-9A-F]{32}(?=>)"), b"0" * 32),
    (regex(rb"(?<=/DocChecksum /)[0-9A-F]{32}"), b"0" * 32),
)


def settled_pdf(data: bytes) -> bytes:
    """A PDF whose dates and identifiers are constants of the same length, so that all offsets stay right."""
    for stamp, constant in _STAMPS:
        data = stamp.sub(constant, data)
    return data


def settled_zip(data: bytes) -> bytes:
    """An archive whose members all bear one date."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for member in given.infolist():
            made.writestr(zipfile.ZipInfo(member.filename, _MADE), given.read(member), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
