"""Reading PDFs: our whole read (characters, tables, paragraphs) against pdfplumber's extract_text + extract_tables.

Both run in one process, interleaved, in CPU time without imports; printed are medians and the median ratio of the
rounds, with what the bare C library takes (text page and character boxes) as the floor below our own figure.
    python benchmarks/pdf_reading.py [ROUNDS] [FILE…]
"""

import io
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pdfplumber

from toolkit.readers._reader import ReadOptions
from toolkit.readers.pdf import _pdfium
from toolkit.readers.pdf.reader import READER

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("JIXIAO_SHARED", ROOT.parent / "shared"))
DEFAULT = [
    *sorted((ROOT / "tests" / "readers" / "pdf" / "files").glob("*.pdf")),
    *sorted((ROOT / "corpora" / "samples").glob("*.pdf")),
    *(SHARED / "reports" / name for name in ("gxj-2021.pdf", "gxj-2021-office.pdf")),
]


def ours(data: bytes) -> None:
    """The Document, as a user gets it."""
    READER.read(data, "bench.pdf", ReadOptions())


def theirs(data: bytes) -> None:
    """Text and tables of every page, each page closed as its memory demands."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()
            page.close()


def floor(data: bytes) -> None:
    """pdfium alone: pages, text pages, character boxes and objects, without any layout."""
    with _pdfium.open_pages(data, None) as pages:
        for number in range(1, pages.count + 1):
            pages.page(number)


def seconds(call: Callable[[bytes], None], data: bytes) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    call(data)
    return time.process_time() - start


def measure(path: Path, rounds: int) -> str:
    """One row of the table."""
    data = path.read_bytes()
    with _pdfium.open_pages(data, None) as pages:
        count = pages.count
    taken: list[tuple[float, float, float]] = []
    for number in range(rounds + 1):
        times = seconds(ours, data), seconds(theirs, data), seconds(floor, data)
        if number:  # the first round warms up
            taken.append(times)
    mine, other, least = (median(column) * 1000 / count for column in zip(*taken, strict=True))
    ratio = median(theirs_ / ours_ for ours_, theirs_, _ in taken)
    return f"| {path.name} | {count} | {mine:.2f} | {least:.2f} | {other:.2f} | {ratio:.1f}x |"


def main() -> None:
    """Print the table."""
    arguments = sys.argv[1:]
    rounds = int(arguments.pop(0)) if arguments and arguments[0].isdigit() else 5
    paths = [Path(argument) for argument in arguments] or [path for path in DEFAULT if path.is_file()]
    print("| file | pages | ours, ms/page | of it the backend | pdfplumber, ms/page | ratio |")
    print("|---|---|---|---|---|---|")
    for path in paths:
        print(measure(path, rounds))


if __name__ == "__main__":
    main()
