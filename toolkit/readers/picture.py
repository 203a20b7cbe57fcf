"""Picture of one or several pages (PNG, JPEG, TIFF, BMP) → `Document`, where the extra `ocr` is installed."""

import hashlib
from typing import Final

from toolkit.errors import ReadError
from toolkit.model.document import Document, Source
from toolkit.readers._picture_specimen import EXPECTED, SPECIMEN
from toolkit.readers._reader import Reader, ReadOptions
from toolkit.readers.pdf._ocr_engine import hint, installed

_MARKS: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png", "PNG 图像"),
    (b"\xff\xd8\xff", "image/jpeg", "JPEG 图像"),
    (b"II*\x00", "image/tiff", "TIFF 图像"),
    (b"MM\x00*", "image/tiff", "TIFF 图像"),
)


def _accepts(data: bytes, name: str) -> bool:
    return data.startswith(tuple(mark for mark, _, _ in _MARKS))


def _read(data: bytes, name: str, options: ReadOptions) -> Document:
    media_type, kind = next((media_type, kind) for mark, media_type, kind in _MARKS if data.startswith(mark))
    if installed() is None or not options.ocr:
        raise ReadError("READ-UNSUPPORTED", f"“{name}”是{kind}，须经文字识别才能读取", hint())
    from toolkit.readers.pdf._assemble import assemble  # loaded only when a picture is read
    from toolkit.readers.pdf._ocr import reading_of
    from toolkit.readers.pdf._scan_picture import scans_of

    readings = {}
    count = 0
    for count, scan in enumerate(scans_of(data), start=1):
        if options.pages is None or count in options.pages:
            readings[count] = reading_of(scan)
    if not readings:
        raise ReadError("READ-PAGES", f"文件只有 {count} 页，没有要读的页", f"页码请在 1 至 {count} 之间")
    read = {number: reading for number, reading in readings.items() if reading is not None}
    assembled = assemble((number, reading.content(number)) for number, reading in read.items())
    if not assembled.blocks:
        raise ReadError("READ-NO-TEXT-LAYER", f"“{name}”是{kind}，没有可读的文字", hint())
    notes = [note for number, reading in read.items() for note in reading.notes(number)]
    source = Source(name, hashlib.sha256(data).hexdigest(), media_type, len(data), count, "picture/ocr")
    return Document(source, tuple(assembled.blocks), tuple(assembled.furniture), (*assembled.notes, *notes))


READER = Reader("picture", ("image/png", "image/jpeg", "image/tiff"), _accepts, _read, SPECIMEN, EXPECTED)
