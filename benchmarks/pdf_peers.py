"""One way to read PDFs in a process of its own: CPU time, peak memory, and the text and cells that come out.

Started by pdf_reading.py as `PYTHON pdf_peers.py WAY`, also by another Python than ours: it imports the library of its
way alone. A line on its standard input names a file to be read; `result` asks what was read last.
"""

import io
import json
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple


class Said(NamedTuple):
    """What a way gives of a file: its texts, and the texts of its cells (None: it knows no tables)."""

    texts: list[str]
    cells: list[str] | None


class Way(NamedTuple):
    """`load` imports and gives what reads bytes; `said` tells what came of it and takes no part in the time."""

    package: str
    load: Callable[[], Callable[[bytes], Any]]
    said: Callable[[Any], Said]
    slow: bool = False


def _ours() -> Callable[[bytes], Any]:
    from toolkit.readers._reader import ReadOptions
    from toolkit.readers.pdf.reader import READER

    return lambda data: READER.read(data, "bench.pdf", ReadOptions())


def _ours_plain() -> Callable[[bytes], Any]:
    from toolkit.readers.pdf import _pdfium

    _pdfium.installed = lambda: None
    return _ours()


def _ours_said(document: Any) -> Said:
    cells = [cell.text for block in document.blocks if hasattr(block, "cells") for cell in block.cells]
    paragraphs = [block.text for block in (*document.blocks, *document.furniture) if hasattr(block, "text")]
    return Said(paragraphs + cells, cells)


def _pdfium() -> Callable[[bytes], Any]:
    import ctypes

    from toolkit.readers.pdf._pdfium_calls import library

    pdfium = library()

    def read(data: bytes) -> list[str]:
        texts = []
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        for index in range(pdfium.FPDF_GetPageCount(document)):
            page = pdfium.FPDF_LoadPage(document, index)
            text = pdfium.FPDFText_LoadPage(page)
            units = (ctypes.c_ushort * (2 * pdfium.FPDFText_CountChars(text) + 2))()
            length = pdfium.FPDFText_GetText(text, 0, len(units) // 2, ctypes.addressof(units))
            texts.append(bytes(units)[: 2 * max(0, length - 1)].decode("utf-16-le", "replace"))
            pdfium.FPDFText_ClosePage(text)
            pdfium.FPDF_ClosePage(page)
        pdfium.FPDF_CloseDocument(document)
        return texts

    return read


def _pdfplumber() -> Callable[[bytes], Any]:
    import pdfplumber

    def read(data: bytes) -> list[tuple[str, Any]]:
        pages = []
        with pdfplumber.open(io.BytesIO(data)) as document:
            for page in document.pages:
                pages.append((page.extract_text(), page.extract_tables()))
                page.close()  # else its memory grows by megabytes a page
        return pages

    return read


def _pdfminer() -> Callable[[bytes], Any]:
    from pdfminer.high_level import extract_text

    return lambda data: [extract_text(io.BytesIO(data))]


def _pymupdf() -> Callable[[bytes], Any]:
    import pymupdf

    return lambda data: [page.get_text() for page in pymupdf.open(stream=data, filetype="pdf")]


def _pymupdf_tables() -> Callable[[bytes], Any]:
    import pymupdf

    def read(data: bytes) -> list[tuple[str, Any]]:
        found = (
            (page.get_text(), page.find_tables(strategy="lines_strict", use_layout=False))
            for page in pymupdf.open(stream=data, filetype="pdf")
        )
        return [(text, [table.extract() for table in tables.tables]) for text, tables in found]

    return read


def _docling() -> Callable[[bytes], Any]:
    from docling_core.types.doc.page import TextCellUnit
    from docling_parse.pdf_parser import DoclingPdfParser

    def read(data: bytes) -> list[str]:
        document = DoclingPdfParser(loglevel="fatal").load(path_or_stream=io.BytesIO(data))
        return [
            cell.text
            for _, page in document.iterate_pages()
            for cell in page.iterate_cells(unit_type=TextCellUnit.LINE)
        ]

    return read


def _texts(read: list[str]) -> Said:
    return Said(read, None)


def _pages(read: Iterable[tuple[str, Any]]) -> Said:
    pages = list(read)
    return Said([text for text, _ in pages], list(_cells(tables for _, tables in pages)))


def _cells(pages: Iterable[Any]) -> Iterator[str]:
    for tables in pages:
        for table in tables:
            for row in table:
                yield from (cell or "" for cell in row)


WAYS: dict[str, Way] = {
    "jixiao": Way("jixiao-toolkit", _ours, _ours_said),
    "jixiao plain": Way("jixiao-toolkit", _ours_plain, _ours_said),
    "pdfium": Way("pypdfium2", _pdfium, _texts),
    "pdfplumber": Way("pdfplumber", _pdfplumber, _pages),
    "pdfminer.six": Way("pdfminer.six", _pdfminer, _texts, slow=True),
    "PyMuPDF": Way("pymupdf", _pymupdf, _texts),
    "PyMuPDF tables": Way("pymupdf", _pymupdf_tables, _pages, slow=True),
    "docling-parse": Way("docling-parse", _docling, _texts, slow=True),
}


def peak() -> float:
    """The most memory of this process so far, megabytes. (What rusage says counts what started it as well.)"""
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return int(status.partition("VmHWM:")[2].split()[0]) / 2**10


def main() -> None:
    """Answer line by line."""
    way = WAYS[sys.argv[1]]
    read = way.load()
    print(json.dumps({"version": version(way.package)}), flush=True)
    came = None
    for line in map(str.strip, sys.stdin):
        if line == "result":
            print(json.dumps(way.said(came)), flush=True)
            continue
        data, came = Path(line).read_bytes(), None
        start = time.process_time()
        came = read(data)
        print(json.dumps({"cpu": time.process_time() - start, "peak": peak()}), flush=True)


if __name__ == "__main__":
    main()
