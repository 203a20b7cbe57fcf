"""Objects of an open pdfium page → directions of its text, lines and shapes drawn, area under pictures."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import Any, Final

from toolkit.model.document import Box
from toolkit.readers.pdf._gather import Gatherer, Slopes
from toolkit.readers.pdf._geometry import Matrix, Point, Strokes, direction, product, quarter_of
from toolkit.readers.pdf._pdfium_calls import Cells, Handle

_CURVE, _MOVE = 1, 2
_IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_SLIM = 3.5  # points: the box alone shows a line
_MOST_SEGMENTS = 20_000  # a path with more is a drawing
_DEEPEST_FORM = 8


class ObjectSurvey:
    """What the objects of one page show; complete after construction. `pictures` is an area in square points.

    All is in user space. It may be asked only while the page is open.
    """

    def __init__(self, library: Any, page: Handle, cells: Cells, gatherer: Gatherer) -> None:
        self.strokes = Strokes()
        self.pictures = 0.0
        self._library = library
        self._cells = cells
        self._gatherer = gatherer
        self._texts: list[tuple[Callable[[], Slopes], Matrix]] = []
        self._visit(page, False, _IDENTITY, 0)

    def directions(self) -> "Counter[int | None]":
        """How many text objects are written in each direction, by the quarter turns of it (None: aslant)."""
        counted: Counter[int | None] = Counter()
        for slopes, outer in self._texts:
            for (across, up), count in Counter(slopes()).items():
                turned = product((across, up, 0.0, 0.0, 0.0, 0.0), outer)
                counted[quarter_of(direction(turned))] += count
        return counted

    def _visit(self, holder: Handle, is_form: bool, outer: Matrix, depth: int) -> None:
        found = self._gatherer.objects(holder, is_form)
        self._texts.append((found.slopes, outer))
        self._paths(found.paths, outer)
        images = [_enclosed(box, outer) for box in found.images]
        self.pictures += sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in images)
        if found.forms and depth < _DEEPEST_FORM:
            for item, matrix in zip(found.forms, self._matrices(found.forms), strict=True):
                self._visit(item, True, product(matrix, outer), depth + 1)

    def _matrices(self, items: Sequence[Handle]) -> Iterator[Matrix]:
        _, columns = self._cells.fill(self._library.FPDFPageObj_GetMatrix, 6, 1, items)
        return zip(*columns, strict=True)

    def _paths(self, paths: Sequence[tuple[Handle, bool, Box]], outer: Matrix) -> None:
        library, strokes = self._library, self.strokes
        for item, pen, box in paths:
            x0, y0, x1, y1 = _enclosed(box, outer)
            if x1 - x0 <= _SLIM or y1 - y0 <= _SLIM:
                strokes.thin(x0, y0, x1, y1)
                continue
            count = library.FPDFPath_CountSegments(item)
            if count > _MOST_SEGMENTS:
                strokes.drawings += count
                continue
            (matrix,) = self._matrices([item])
            strokes.path(list(self._polygons(item, count, product(matrix, outer))), pen)

    def _polygons(self, item: Handle, count: int, matrix: Matrix) -> Iterator[list[Point]]:
        """The subpaths of a path by their corners; one with a curve in it is counted as a drawing and left out."""
        library = self._library
        segments = list(map(library.FPDFPath_GetPathSegment, repeat(item), range(count)))
        _, (xs, ys) = self._cells.fill(library.FPDFPathSegment_GetPoint, 2, 2, segments)
        points: list[Point] = []
        curved = False
        for segment, x, y in zip(segments, xs, ys, strict=True):
            kind = library.FPDFPathSegment_GetType(segment)
            if kind == _MOVE:
                if len(points) > 1 and not curved:
                    yield points
                points, curved = [], False
            elif kind == _CURVE:
                self.strokes.drawings += not curved
                curved = True
            points.append(_moved((x, y), matrix))
            if library.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if len(points) > 1 and not curved:
            yield points


def _enclosed(box: Box, outer: Matrix) -> Box:
    """The box that a form of this matrix makes of a box."""
    if outer is _IDENTITY:
        return box
    left, bottom, right, top = box
    (x0, y0), (x1, y1) = _moved((left, bottom), outer), _moved((right, top), outer)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _moved(point: Point, matrix: Matrix) -> Point:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f
