"""Asks pdfium in both ways, and gives what the compiled one says if the plain one says the same."""

from typing import Any

from toolkit.layout.page import PageContent, Stretch
from toolkit.readers.pdf._gather import Chars, Objects
from toolkit.readers.pdf._gather_compiled import CompiledGatherer
from toolkit.readers.pdf._gather_plain import PlainGatherer
from toolkit.readers.pdf._geometry import Placement
from toolkit.readers.pdf._pdfium import open_pages
from toolkit.readers.pdf._pdfium_calls import Cells, Handle


class Both:
    """Fails where the two differ in anything, were it the sign of a zero."""

    def __init__(self, library: Any, pdfium: Any, cells: Cells) -> None:
        self.plain, self.compiled = PlainGatherer(pdfium, cells), CompiledGatherer(library, pdfium)

    def chars(self, text: Handle, placement: Placement) -> tuple[Chars, list[Stretch] | None]:
        told = self.compiled.chars(text, placement)
        assert repr(_of_chars(*told)) == repr(_of_chars(*self.plain.chars(text, placement)))
        return told

    def objects(self, holder: Handle, is_form: bool) -> Objects:
        told = self.compiled.objects(holder, is_form)
        assert repr(_of_objects(told)) == repr(_of_objects(self.plain.objects(holder, is_form)))
        return told


def _of_chars(chars: Chars, stretches: list[Stretch] | None) -> list[Any]:
    sides = [list(side) for side in (chars.lefts, chars.tops, chars.rights, chars.bottoms)]
    return [chars.text, sides, chars.unmapped, stretches]


def _of_objects(found: Objects) -> list[Any]:
    paths = [(path.value, pen, box) for path, pen, box in found.paths]
    return [list(found.slopes()), paths, found.images, [form.value for form in found.forms]]


def pages_of(data: bytes) -> list[PageContent | None]:
    """All pages as they are read."""
    with open_pages(data, None) as pages:
        return [pages.page(number) for number in range(1, pages.count + 1)]
