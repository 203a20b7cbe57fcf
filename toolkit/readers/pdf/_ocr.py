"""Pages of a PDF that have no usable text → what is recognised on their images, where the extra `ocr` is installed."""

from collections.abc import Sequence

from toolkit.readers.pdf._ocr_cache import keep, name_of, recall
from toolkit.readers.pdf._ocr_engine import engine, installed
from toolkit.readers.pdf._ocr_page import PageReading
from toolkit.readers.pdf._scan_render import Scan, open_renderer


def recognised(data: bytes, password: str | None, numbers: Sequence[int]) -> dict[int, PageReading]:
    """Readings by page number; pages on which nothing was read are left out. Empty where nothing can recognise."""
    found: dict[int, PageReading] = {}
    if not numbers or installed() is None:
        return found
    with open_renderer(data, password) as page:
        for number in numbers:
            scan = page(number)
            reading = None if scan is None else reading_of(scan)
            if reading is not None and reading.chars:
                found[number] = reading
    return found


def reading_of(scan: Scan) -> PageReading | None:
    """The reading of one page, recalled or made; None where the installation cannot recognise."""
    name = name_of(scan, installed() or "")
    reading = recall(name)
    if reading is not None:
        return reading
    from toolkit.readers.pdf._scan import read_scan

    try:
        reader = engine()
    except (ImportError, OSError):
        return None
    reading = read_scan(scan, reader)
    keep(name, reading)
    return reading
