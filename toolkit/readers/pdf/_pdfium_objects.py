"""Objects of an open pdfium page → directions of its text, lines and shapes drawn, area under pictures."""

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from toolkit.readers.pdf._geometry import Matrix, Point, Strokes, direction, is_visible, product, quarter_of

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_CURVE, _MOVE = 1, 2
_IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_SLIM = 3.5  # points: the box alone shows a line
_MOST_SEGMENTS = 20_000  # a path with more is a drawing
_DEEPEST_FORM = 8


class ObjectSurvey:
    """What the objects of one page show; complete after construction. `pictures` is an area in square points.

    All is in user space. It may be asked only while the page is open.
    """

    def __init__(self, library: Any, page: int) -> None:
        self.strokes = Strokes()
        self.pictures = 0.0
        self._library = library
        self._texts: list[tuple[int, Matrix]] = []
        self._numbers = (ctypes.c_float * 6)()
        self._shades = (ctypes.c_uint * 4)()
        self._flags = (ctypes.c_int * 2)()
        first, shade, flag = (ctypes.addressof(memory) for memory in (self._numbers, self._shades, self._flags))
        self._four = (first, first + 4, first + 8, first + 12)
        self._colour = (shade, shade + 4, shade + 8, shade + 12)
        self._mode = (flag, flag + 4)
        count = library.FPDFPage_CountObjects(page)
        self._visit((library.FPDFPage_GetObject(page, index) for index in range(count)), _IDENTITY, 0)

    def directions(self) -> "Counter[int | None]":
        """How many text objects are written in each direction, by the quarter turns of it (None: aslant)."""
        counted: Counter[int | None] = Counter()
        for item, outer in self._texts:
            self._library.FPDFPageObj_GetMatrix(item, self._four[0])
            counted[quarter_of(direction(product(tuple(self._numbers), outer)))] += 1
        return counted

    def _visit(self, objects: Iterable[int], outer: Matrix, depth: int) -> None:
        library = self._library
        kind_of = library.FPDFPageObj_GetType
        for item in objects:
            kind = kind_of(item)
            if kind == _TEXT:
                self._texts.append((item, outer))
            elif kind == _PATH:
                self._path(item, outer)
            elif kind == _IMAGE:
                self._picture(item, outer)
            elif kind == _FORM and depth < _DEEPEST_FORM:
                library.FPDFPageObj_GetMatrix(item, self._four[0])
                matrix = product(tuple(self._numbers), outer)
                count = library.FPDFFormObj_CountObjects(item)
                self._visit((library.FPDFFormObj_GetObject(item, index) for index in range(count)), matrix, depth + 1)

    def _box(self, item: int, outer: Matrix) -> tuple[float, float, float, float]:
        left = bottom = right = top = 0.0
        if self._library.FPDFPageObj_GetBounds(item, *self._four):
            left, bottom, right, top = self._numbers[:4]
        if outer is _IDENTITY:
            return left, bottom, right, top
        x0, y0 = _moved((left, bottom), outer)
        x1, y1 = _moved((right, top), outer)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def _picture(self, item: int, outer: Matrix) -> None:
        x0, y0, x1, y1 = self._box(item, outer)
        self.pictures += (x1 - x0) * (y1 - y0)

    def _path(self, item: int, outer: Matrix) -> None:
        library = self._library
        library.FPDFPath_GetDrawMode(item, *self._mode)
        filled, stroked = self._flags
        stroked = bool(stroked) and self._shows(library.FPDFPageObj_GetStrokeColor, item)
        filled = bool(filled) and self._shows(library.FPDFPageObj_GetFillColor, item)
        if not (filled or stroked):
            return
        x0, y0, x1, y1 = self._box(item, outer)
        if x1 - x0 <= _SLIM or y1 - y0 <= _SLIM:
            self.strokes.thin(x0, y0, x1, y1)
            return
        count = library.FPDFPath_CountSegments(item)
        if count > _MOST_SEGMENTS:
            self.strokes.drawings += count
            return
        library.FPDFPageObj_GetMatrix(item, self._four[0])
        matrix = product(tuple(self._numbers), outer)
        self.strokes.path(list(self._polygons(item, count, matrix)), stroked)

    def _shows(self, colour_of: Any, item: int) -> bool:
        if not colour_of(item, *self._colour):
            return True
        red, green, blue, opacity = self._shades
        return opacity > 0 and is_visible(red / 255, green / 255, blue / 255)

    def _polygons(self, item: int, count: int, matrix: Matrix) -> Iterator[list[Point]]:
        """The subpaths of a path by their corners; one with a curve in it is counted as a drawing and left out."""
        library, (at_x, at_y, *_) = self._library, self._four
        points: list[Point] = []
        curved = False
        for index in range(count):
            segment = library.FPDFPath_GetPathSegment(item, index)
            kind = library.FPDFPathSegment_GetType(segment)
            if kind == _MOVE:
                if len(points) > 1 and not curved:
                    yield points
                points, curved = [], False
            elif kind == _CURVE:
                self.strokes.drawings += not curved
                curved = True
            library.FPDFPathSegment_GetPoint(segment, at_x, at_y)
            points.append(_moved((self._numbers[0], self._numbers[1]), matrix))
            if library.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if len(points) > 1 and not curved:
            yield points


def _moved(point: Point, matrix: Matrix) -> Point:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f
