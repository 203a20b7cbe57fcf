"""Pages of a PDF that have no usable text → what is recognised on their images, where the extra `ocr` is installed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from toolkit.model.document import Note
from toolkit.readers.pdf._ocr_cache import keep, name_of, recall
from toolkit.readers.pdf._ocr_engine import INSTALL, engine, installed
from toolkit.readers.pdf._ocr_page import PageReading
from toolkit.readers.pdf._scan_render import Scan, open_renderer

_WITHOUT_TEXT: Final = frozenset({"PAGE-NO-TEXT", "PAGE-UNTRUSTED"})


def recognised(data: bytes, password: str | None, notes: Sequence[Note]) -> dict[int, PageReading]:
    """Readings, by number, of the pages that the notes say are without usable text.

    A page with ink of which nothing could be read is left out. Empty where nothing can recognise.
    """
    numbers = sorted({note.page for note in notes if _is_blind(note) and note.page is not None})
    found: dict[int, PageReading] = {}
    if not numbers or installed() is None:
        return found
    with open_renderer(data, password) as page:
        for number in numbers:
            scan = page(number)
            reading = None if scan is None else reading_of(scan)
            if reading is not None and (reading.chars or reading.blank):
                found[number] = reading
    return found


def reading_of(scan: Scan) -> PageReading | None:
    """The reading of one page, recalled or made; None where what recognises is broken or fails."""
    name = name_of(scan, installed() or "")
    reading = recall(name)
    if reading is not None:
        return reading
    from toolkit.readers.pdf._scan import read_scan

    try:
        reading = read_scan(scan, engine())
    except Exception as fault:  # onnxruntime, OpenCV raise their own; a page that defeats them is a loss, already noted
        if "alloc" in str(fault).lower() or "memory" in str(fault).lower():
            raise MemoryError from fault
        return None
    keep(name, reading)
    return reading


def told(notes: Sequence[Note], readings: Mapping[int, PageReading]) -> list[Note]:
    """The notes of a document and those on the pages recognised, by page; on pages that could have been, how."""
    lacking = installed() is None
    every = [
        replace(note, message=f"{note.message}（{INSTALL} 后可识别）") if lacking and _is_blind(note) else note
        for note in notes
    ]
    every += [note for number, reading in readings.items() for note in reading.notes(number)]
    return sorted(every, key=lambda note: note.page or 0)


def _is_blind(note: Note) -> bool:
    return note.severity == "loss" and note.code in _WITHOUT_TEXT
