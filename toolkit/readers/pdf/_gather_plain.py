"""Characters and objects of an open pdfium page, asked for in Python: what reads where nothing was compiled.

Characters are taken by their index: pdfium inserts line ends, marks hyphens and leaves characters out of its text.
A character without a Unicode mapping has its code in the font as its text, which may look like a digit: it is told
from the others by its flag and becomes U+FFFD. What concerns all characters of a page is done for all at once; a loop
over them in Python would cost more than pdfium itself. Likewise with objects: a table whose cells are drawn side by
side has hundreds. `_gather.c` does the same in C: what changes here changes there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise, repeat
from operator import eq
from typing import Any, Final

from toolkit.layout.page import Stretch
from toolkit.layout.stretches import parted
from toolkit.model.document import Box
from toolkit.patterns import regex
from toolkit.readers.pdf._backend import BLANKS, HYPHENS, SHAPELESS, UNMAPPED
from toolkit.readers.pdf._gather import FLAT, STROKES, Chars, Objects, Slopes
from toolkit.readers.pdf._geometry import Placement, is_visible
from toolkit.readers.pdf._pdfium_calls import Cells, Handle
from toolkit.readers.pdf._pdfium_codes import SURROGATES, codes_of
from toolkit.readers.pdf._pdfium_symbols import with_signs

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_HYPHENS: Final = regex(f"[{HYPHENS}]")
_PRINTED: Final = regex(f"[^{BLANKS}{SHAPELESS}]+")
_STROKES: Final = regex(f"[{STROKES}]")


@dataclass(frozen=True, slots=True)
class PlainGatherer:
    """Asks by calls from Python."""

    pdfium: Any
    cells: Cells

    def chars(self, text: Handle, placement: Placement) -> tuple[Chars, list[Stretch] | None]:
        chars = chars_of(self.pdfium, text, self.cells)
        return chars, stretches_in(chars, placement)

    def objects(self, holder: Handle, is_form: bool) -> Objects:
        if is_form:
            count, item_of = self.pdfium.FPDFFormObj_CountObjects(holder), self.pdfium.FPDFFormObj_GetObject
        else:
            count, item_of = self.pdfium.FPDFPage_CountObjects(holder), self.pdfium.FPDFPage_GetObject
        items = list(map(item_of, repeat(holder), range(count)))
        found: dict[int, list[Handle]] = {}
        for kind, item in zip(map(self.pdfium.FPDFPageObj_GetType, items), items, strict=True):
            found.setdefault(kind, []).append(item)
        return Objects(
            lambda: self._slopes(found.get(_TEXT, [])),
            self._paths(found.get(_PATH, [])),
            self._boxes(found.get(_IMAGE, [])),
            found.get(_FORM, []),
        )

    def _slopes(self, items: Sequence[Handle]) -> Slopes:
        _, (across, up, *_) = self.cells.fill(self.pdfium.FPDFPageObj_GetMatrix, 6, 1, items)
        return zip(across, up, strict=True)

    def _paths(self, items: Sequence[Handle]) -> list[tuple[Handle, bool, Box]]:
        pdfium = self.pdfium
        _, (fills, pens) = self.cells.fill(pdfium.FPDFPath_GetDrawMode, 2, 2, items, kind="i")
        filled = self._shows(pdfium.FPDFPageObj_GetFillColor, items, fills)
        stroked = self._shows(pdfium.FPDFPageObj_GetStrokeColor, items, pens)
        sides = zip(items, filled, stroked, self._boxes(items), strict=True)
        return [(item, pen, box) for item, fill, pen, box in sides if fill or pen]

    def _boxes(self, items: Sequence[Handle]) -> list[Box]:
        told, columns = self.cells.fill(self.pdfium.FPDFPageObj_GetBounds, 4, 4, items)
        boxes = list(zip(*columns, strict=True))
        if all(told):
            return boxes
        return [box if known else (0.0, 0.0, 0.0, 0.0) for known, box in zip(told, boxes, strict=True)]

    def _shows(self, colour_of: Any, items: Sequence[Handle], modes: Sequence[int]) -> list[bool]:
        """Which of the paths are painted so that it shows; `modes` says which are painted in this way at all."""
        painted = [item for item, mode in zip(items, modes, strict=True) if mode]
        told, columns = self.cells.fill(colour_of, 4, 4, painted, kind="I")
        colours = list(zip(told, *columns, strict=True))
        shows = {colour: _is_seen(*colour) for colour in set(colours)}
        seen = iter([shows[colour] for colour in colours])
        return [bool(mode) and next(seen) for mode in modes]


def _is_seen(told: int, red: int, green: int, blue: int, opacity: int) -> bool:
    """Whether paint of this colour shows on white paper; one that pdfium does not know does."""
    return not told or (opacity > 0 and is_visible(red / 255, green / 255, blue / 255))


def chars_of(pdfium: Any, text: Handle, cells: Cells) -> Chars:
    """The characters in the order of the page's content."""
    count = max(0, pdfium.FPDFText_CountChars(text))
    handles, indices = [text] * count, range(count)
    _, (lefts, tops, rights, bottoms) = cells.fill(pdfium.FPDFText_GetLooseCharBox, 4, 1, handles, indices)
    codes = codes_of(pdfium, text, count)
    _square(codes, lefts, tops, rights, bottoms)
    unmapped = 0
    if any(map(pdfium.FPDFText_HasUnicodeMapError, handles, indices)):
        unsure = list(map(pdfium.FPDFText_HasUnicodeMapError, handles, indices))
        unmapped = count - unsure.count(0)
        codes = "".join([UNMAPPED if unknown else code for code, unknown in zip(codes, unsure, strict=True)])
    return Chars(with_signs(pdfium, text, codes), lefts, tops, rights, bottoms, unmapped)


def _square(codes: str, lefts: list[float], tops: list[float], rights: list[float], bottoms: list[float]) -> None:
    """Give a lone stroke the room of a character: where a font is drawn shape by shape (Type 3, as browsers print) its
    box is that of its ink, which lies in the middle of what the other characters of its line take up."""
    for found in _STROKES.finditer(codes):
        at = found.start()
        wide, high = rights[at] - lefts[at], tops[at] - bottoms[at]
        if 0 < high < FLAT * wide:
            middle = (tops[at] + bottoms[at]) / 2
            tops[at], bottoms[at] = middle + wide / 2, middle - wide / 2
        elif 0 < wide < FLAT * high:
            middle = (lefts[at] + rights[at]) / 2
            lefts[at], rights[at] = middle - high / 2, middle + high / 2


def stretches_in(chars: Chars, placement: Placement) -> list[Stretch] | None:
    """Stretches in a frame that is not turned; None where characters have to be looked at one by one."""
    lefts, rights = chars.lefts, chars.rights
    if SURROGATES.search(chars.text) or _share_a_box(lefts, rights):
        return None
    text = _HYPHENS.sub("-", chars.text)
    (x, _, _, y) = placement.bounds
    if x:
        lefts, rights = [left - x for left in lefts], [right - x for right in rights]
    tops, bottoms = chars.tops, chars.bottoms
    stretches: list[Stretch] = []
    for run in _PRINTED.finditer(text):
        start, end = run.span()
        size = end - start
        spaced = start > 0 and text[start - 1] in BLANKS and rights[start - 1] > lefts[start - 1]
        top, bottom = tops[start], bottoms[start]
        if size == 1:
            sides = lefts[start:end], rights[start:end]
            stretches.append(Stretch(run[0], *sides, y - top, y - bottom, spaced))
        elif tops[start:end].count(top) == size and bottoms[start:end].count(bottom) == size:
            stretches += parted(run[0], lefts[start:end], rights[start:end], y - top, y - bottom, spaced)
        else:
            for first, last in _of_one_height(chars, start, end):
                ends = y - tops[first], y - bottoms[first]
                stretches += parted(text[first:last], lefts[first:last], rights[first:last], *ends, spaced)
                spaced = False
    return stretches


def _of_one_height(chars: Chars, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The parts of a run in which all characters have one top and one bottom."""
    ends = list(zip(chars.tops[start:end], chars.bottoms[start:end], strict=True))
    cuts = [start + index for index in range(1, end - start) if ends[index] != ends[index - 1]]
    return pairwise((start, *cuts, end))


def _share_a_box(lefts: Sequence[float], rights: Sequence[float]) -> bool:
    """Whether characters that follow each other are pieces of one printed shape (a ligature, ⑾)."""
    alike = compress(range(len(lefts)), map(eq, lefts, lefts[1:]))
    return any(lefts[index] < rights[index] == rights[index + 1] for index in alike)
