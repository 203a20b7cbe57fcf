"""First bytes of a file, or the names in a ZIP's directory → which kind of workbook it is, if any."""

from typing import Final

from toolkit.readers._archive import is_archive, listing
from toolkit.readers._ole import CompoundFile, is_compound

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLSB: Final = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
ODS: Final = "application/vnd.oasis.opendocument.spreadsheet"
XLS: Final = "application/vnd.ms-excel"
XML: Final = "application/vnd.ms-excel.spreadsheetml+xml"
"""Media types of what is read."""

_STREAMS: Final = ("Workbook", "Book")
_OPENING: Final = 4096
MEDIA_TYPES: Final = (XLSX, XLSB, ODS, XLS, XML)

_NAMESPACE: Final = b"urn:schemas-microsoft-com:office:spreadsheet"


def media_type_of(data: bytes) -> str | None:
    """The media type of a workbook; None for any other file."""
    if is_archive(data):
        names = listing(data)
        if b"xl/workbook.bin" in names:
            return XLSB
        if b"xl/workbook" in names or b"xl/worksheets/" in names:
            return XLSX
        return ODS if ODS.encode() in data[:256] else None
    if is_compound(data) and any(stream.encode("utf-16-le") in data for stream in _STREAMS):
        return XLS if stream_of(data) else None
    opening = data[:_OPENING]
    return XML if b"<?xml" in opening[:16] and _NAMESPACE in opening else None


def stream_of(data: bytes) -> str | None:
    """The stream that holds the workbook; a word file has none, even with a workbook inside it."""
    try:
        names = CompoundFile(data).names
    except ValueError:
        return None
    return None if "WordDocument" in names else next((stream for stream in _STREAMS if stream in names), None)
