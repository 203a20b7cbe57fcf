"""A page of an OFD → its characters with boxes and its rulings, as layout takes them from any backend.

Lengths are millimetres from the top left; each object is placed by its boundary and transformed by its own matrix
(GB/T 33190, 8.5). They become points that grow upwards, as in a PDF, so that both share their geometry.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Final

from toolkit.layout.page import PageContent
from toolkit.readers._ofd_package import Page, numbers
from toolkit.readers._ofd_path import polygons
from toolkit.readers._xml import Node
from toolkit.readers.pdf._backend import UNMAPPED, as_printed
from toolkit.readers.pdf._geometry import Matrix, Placement, Strokes, direction, is_visible, product, quarter_of
from toolkit.readers.pdf._upright import Turned, set_upright

_POINTS: Final = 72 / 25.4  # in a millimetre
_ASCENT, _DESCENT = 0.88, 0.12  # em above and below the base line
_HALF: Final = 0.5  # em: width of a Latin letter or digit where nothing tells it
_OVERLAP: Final = 0.3  # em: characters nearer than that are printed over one another
_DEEPEST: Final = 8
_MOST_OBJECTS: Final = 200_000
_NO_GLYPH: Final = "¤"
_IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class PageTooLargeError(Exception):
    """A page holds more objects than are read."""


def content_of(page: Page, number: int) -> PageContent:
    """What page `number` shows. Raises PageTooLargeError."""
    survey = _Survey(page)
    upright = next((quarter for quarter, _ in survey.directions.most_common() if quarter is not None), 0)
    _, _, width, height = page.box
    placement = Placement((0.0, 0.0, width * _POINTS, height * _POINTS), upright)
    content = PageContent(placement.frame(number, upright))
    turned = [_placed(text, corners, quarter, placement) for text, corners, quarter in survey.chars]
    if len(survey.directions) > 1:
        content.glyphs, content.slanted = set_upright(turned)
    else:
        content.glyphs = [glyph for glyph, _ in turned]
    content.unmapped = sum(1 for glyph in content.glyphs if glyph[0] == UNMAPPED)
    content.horizontals, content.verticals = survey.strokes.rulings(placement)
    content.drawings = survey.strokes.drawings
    content.pictures = min(1.0, survey.pictures / max(1.0, content.frame.width * content.frame.height))
    return content


def _placed(text: str, corners: tuple[float, float, float, float], quarter: int | None, placement: Placement) -> Turned:
    turn = None if quarter is None else (quarter - placement.quarters) % 4
    return (text, *placement.box(*corners)), turn


class _Survey:
    """Walks all objects of a page; complete after construction. Boxes are in points that grow upwards."""

    def __init__(self, page: Page) -> None:
        self.chars: list[tuple[str, tuple[float, float, float, float], int | None]] = []
        self.directions: Counter[int | None] = Counter()
        self.strokes = Strokes()
        self.pictures = 0.0
        self._units = page.units
        self._objects = 0
        x, y, _, height = page.box
        outer = (_POINTS, 0.0, 0.0, -_POINTS, -x * _POINTS, (y + height) * _POINTS)
        for tree in page.contents:
            for layers in tree.all("Content"):
                for layer in layers.all("Layer"):
                    self._walk(layer, outer, 0)

    def _walk(self, objects: Iterable[Node], outer: Matrix, depth: int) -> None:
        for item in objects:
            self._objects += 1
            if self._objects > _MOST_OBJECTS:
                raise PageTooLargeError
            if item.get("Visible").lower() == "false" or item.get("Alpha") == "0":
                continue
            if item.name == "TextObject":
                self._text(item, product(_matrix(item), outer))
            elif item.name == "PathObject":
                self._path(item, product(_matrix(item), outer))
            elif item.name == "ImageObject":
                self._picture(item, outer)
            elif depth < _DEEPEST and item.name == "PageBlock":
                self._walk(item, outer, depth + 1)
            elif depth < _DEEPEST and item.name == "CompositeObject":
                unit = self._units.get(item.get("ResourceID"))
                for drawn in () if unit is None else unit.all("Content"):
                    self._walk(drawn, product(_matrix(item), outer), depth + 1)

    def _text(self, item: Node, matrix: Matrix) -> None:
        size = _number(item.get("Size"), 0.0)
        if size <= 0:
            return
        wide = size * (_number(item.get("HScale"), 1.0) or 1.0)
        quarter = quarter_of(direction(matrix))
        glyphs_told = item.first("CGTransform") is not None
        x = y = 0.0
        for code in item.all("TextCode"):
            x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
            text = code.text
            steps = _steps(text, code, wide)
            at_x, at_y = x, y
            for char, (right, down) in zip(text, steps, strict=True):
                self._char(char, (at_x, at_y), _width(char, right, down, wide), size, matrix, quarter, glyphs_told)
                at_x, at_y = at_x + right, at_y + down

    def _char(
        self,
        char: str,
        at: tuple[float, float],
        width: float,
        size: float,
        matrix: Matrix,
        quarter: int | None,
        glyphs_told: bool,
    ) -> None:
        printed = UNMAPPED if glyphs_told and char == _NO_GLYPH else as_printed(char)
        if not printed:
            return
        self._objects += 1
        if self._objects > _MOST_OBJECTS:
            raise PageTooLargeError
        (x, y), (a, b, c, d, e, f) = at, matrix
        corners = [
            (a * left + c * top + e, b * left + d * top + f)
            for left in (x, x + width)
            for top in (y - _ASCENT * size, y + _DESCENT * size)
        ]
        xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
        self.chars.append((printed, (min(xs), min(ys), max(xs), max(ys)), quarter))
        self.directions[quarter] += 1

    def _path(self, item: Node, matrix: Matrix) -> None:
        stroked = item.get("Stroke", "true").lower() != "false" and _shows(item.first("StrokeColor"))
        filled = item.get("Fill", "false").lower() == "true" and _shows(item.first("FillColor"))
        if not (stroked or filled):
            return
        data = item.first("AbbreviatedData")
        points, curves = polygons("" if data is None else data.text, matrix)
        self.strokes.drawings += curves
        for polygon in points:
            self.strokes.shape(polygon, stroked)

    def _picture(self, item: Node, outer: Matrix) -> None:
        box = numbers(item.get("Boundary"), 4)
        if box is not None:
            self.pictures += abs(box[2] * box[3] * outer[0] * outer[3])


def _matrix(item: Node) -> Matrix:
    """Object space → the space around it: its own matrix, then the corner of its boundary."""
    x, y = (numbers(item.get("Boundary"), 2) or (0.0, 0.0))[:2]
    found = numbers(item.get("CTM"), 6)
    a, b, c, d, e, f = found if found is not None else _IDENTITY
    return a, b, c, d, e + x, f + y


def _steps(text: str, code: Node, em: float) -> list[tuple[float, float]]:
    """From each character to the next; the last one's step is its own width."""
    count = len(text)
    right, down = _deltas(code.get("DeltaX"), count - 1), _deltas(code.get("DeltaY"), count - 1)
    if not right and not down:
        return [(_usual(char, em), 0.0) for char in text]
    right += [0.0] * (count - len(right)) if down else [_usual(char, em) for char in text[len(right) :]]
    return list(zip(right, down + [0.0] * (count - len(down)), strict=True))


def _deltas(text: str, most: int) -> list[float]:
    """A list of steps; `g 3 4.5` stands for three steps of 4.5. No more than `most` are made."""
    parts = iter(text.replace(",", " ").split())
    found: list[float] = []
    for part in parts:
        if len(found) >= most:
            break
        if part == "g":
            pair = numbers(f"{next(parts, '')} {next(parts, '')}", 2) or (0.0, 0.0)
            found += [pair[1]] * max(0, min(int(pair[0]), most - len(found)))
        else:
            found.append(_number(part, 0.0))
    return found


def _usual(char: str, em: float) -> float:
    return em if unicodedata.east_asian_width(char) in "WFA" and char > "\u00ff" else em * _HALF


def _width(char: str, right: float, down: float, em: float) -> float:
    """Width of a character: its step where that is no more than an em, else what is usual."""
    usual = _usual(char, em)
    if down or right <= _OVERLAP * usual:
        return usual
    return min(right, em) if usual < em else min(right, usual)


def _number(text: str, default: float) -> float:
    found = numbers(text, 1)
    return default if found is None else found[0]


def _shows(colour: Node | None) -> bool:
    """Whether a colour is seen on white paper; one that says nothing of itself is black."""
    if colour is None:
        return True
    if colour.get("Alpha") == "0":
        return False
    parts = [_number(part, 0.0) / 255 for part in colour.get("Value").split()[:4]]
    if len(parts) == 4:
        return max(parts) > 0.04
    return is_visible(*(parts * 3)[:3]) if len(parts) in {1, 3} else True
