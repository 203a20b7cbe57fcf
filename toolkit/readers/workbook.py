"""XLSX, XLS, ET, XLSB, ODS, XML 2003 → `Document`: texts and tables of sheets in view, cells as a person sees them."""

from toolkit.model.document import Document
from toolkit.readers._reader import Reader, ReadOptions
from toolkit.readers._workbook_kind import MEDIA_TYPES, media_type_of
from toolkit.readers._workbook_specimen import EXPECTED, SPECIMEN


def _accepts(data: bytes, name: str) -> bool:
    return media_type_of(data) is not None


def _read(data: bytes, name: str, options: ReadOptions) -> Document:
    """`options` do not concern a workbook. What reads one is loaded only when one is read."""
    from toolkit.readers._workbook_document import read_workbook

    return read_workbook(data, name, READER.name)


READER = Reader("workbook", MEDIA_TYPES, _accepts, _read, SPECIMEN, EXPECTED)
