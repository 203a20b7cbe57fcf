"""PDF bytes → pages of characters and rulings by pdfium: the default backend; everything is closed by hand."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from toolkit.errors import ReadError
from toolkit.layout.page import PageContent
from toolkit.readers.pdf._backend import damaged, encrypted, locked
from toolkit.readers.pdf._gather import Gatherer
from toolkit.readers.pdf._gather_compiled import CompiledGatherer, installed
from toolkit.readers.pdf._gather_plain import PlainGatherer
from toolkit.readers.pdf._geometry import Placement
from toolkit.readers.pdf._pdfium_calls import Cells, Handle, library
from toolkit.readers.pdf._pdfium_chars import glyphs_of, run_otherwise, turned
from toolkit.readers.pdf._pdfium_objects import ObjectSurvey
from toolkit.readers.pdf._upright import set_upright

_PASSWORD, _SECURITY = 4, 5
_AS_DISPLAYED, _FLATTENED = 0, 1


@contextmanager
def open_pages(data: bytes, password: str | None) -> Iterator["PdfiumPages"]:
    """The open PDF; it lives inside the `with` only."""
    pdfium = library()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None if password is None else password.encode())
    if not document:
        raise _refusal(pdfium.FPDF_GetLastError(), password)
    try:
        cells = Cells()
        yield PdfiumPages(pdfium, document, pdfium.FPDF_GetPageCount(document), cells, gatherer(pdfium, cells))
    finally:
        pdfium.FPDF_CloseDocument(document)


def gatherer(pdfium: Any, cells: Cells) -> Gatherer:
    """The quicker of those that can be had here."""
    library = installed()
    return CompiledGatherer(library, pdfium) if library else PlainGatherer(pdfium, cells)


def _refusal(reason: int, password: str | None) -> ReadError:
    if reason == _PASSWORD:
        return encrypted(password)
    if reason == _SECURITY:
        return locked()
    return damaged("文件损坏或不完整，无法打开")


@dataclass(frozen=True, slots=True)
class PdfiumPages:
    """An open document of pdfium."""

    pdfium: Any
    document: Handle
    count: int
    cells: Cells
    gatherer: Gatherer

    def page(self, number: int) -> PageContent | None:
        """Page `number` (from 1), read and closed again; None where pdfium cannot load it."""
        page = self._loaded(number - 1)
        if not page:
            return None
        try:
            text = self.pdfium.FPDFText_LoadPage(page)
            if not text:
                return None
            try:
                return _content(self.pdfium, page, text, number, self.cells, self.gatherer)
            finally:
                self.pdfium.FPDFText_ClosePage(text)
        finally:
            self.pdfium.FPDF_ClosePage(page)

    def _loaded(self, index: int) -> Handle:
        """The page with what stands in form fields and comments as part of its text; only memory is changed by that."""
        page: Handle = self.pdfium.FPDF_LoadPage(self.document, index)
        if not page or self.pdfium.FPDFPage_GetAnnotCount(page) < 1:
            return page
        flattened = self.pdfium.FPDFPage_Flatten(page, _AS_DISPLAYED) == _FLATTENED
        if not flattened:
            return page
        self.pdfium.FPDF_ClosePage(page)
        again: Handle = self.pdfium.FPDF_LoadPage(self.document, index)
        return again


def _content(pdfium: Any, page: Handle, text: Handle, number: int, cells: Cells, gatherer: Gatherer) -> PageContent:
    survey = ObjectSurvey(pdfium, page, cells, gatherer)
    rotation = pdfium.FPDFPage_GetRotation(page) % 4
    chars, stretches = gatherer.chars(text, Placement(_bounds(pdfium, page), 0))
    upright, several = rotation, False
    if not stretches or rotation or run_otherwise(stretches):
        directions = survey.directions()
        upright = next((quarter for quarter, _ in directions.most_common() if quarter is not None), rotation)
        several = len(directions) > 1
    else:
        upright = 0
    placement = Placement(_bounds(pdfium, page), upright)
    content = PageContent(placement.frame(number, (upright - rotation) % 4))
    content.unmapped = chars.unmapped
    if several:
        content.glyphs, content.slanted = set_upright(turned(pdfium, text, chars, placement))
    elif stretches is None or upright:
        content.glyphs = glyphs_of(chars, placement)
    else:
        content.stretches = stretches
    content.horizontals, content.verticals = survey.strokes.rulings(placement)
    content.shadings = survey.strokes.shadings(placement)
    content.drawings = survey.strokes.drawings
    content.pictures = min(1.0, survey.pictures / max(1.0, content.frame.width * content.frame.height))
    return content


def _bounds(pdfium: Any, page: Handle) -> tuple[float, float, float, float]:
    numbers = (ctypes.c_float * 4)()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.addressof(numbers))
    left, top, right, bottom = numbers
    return left, bottom, right, top
