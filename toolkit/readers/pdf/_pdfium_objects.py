"""Objects of an open pdfium page → directions of its text, lines and shapes drawn, area under pictures.

What is asked of all objects of a kind is asked of all at once: a table whose cells are drawn side by side has hundreds.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Any, Final

from toolkit.model.document import Box
from toolkit.readers.pdf._geometry import Matrix, Point, Strokes, direction, is_visible, product, quarter_of
from toolkit.readers.pdf._pdfium_calls import Cells, Handle

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

    def __init__(self, library: Any, page: Handle, cells: Cells) -> None:
        self.strokes = Strokes()
        self.pictures = 0.0
        self._library = library
        self._cells = cells
        self._texts: list[tuple[list[Handle], Matrix]] = []
        count = library.FPDFPage_CountObjects(page)
        self._visit(list(map(library.FPDFPage_GetObject, repeat(page), range(count))), _IDENTITY, 0)

    def directions(self) -> "Counter[int | None]":
        """How many text objects are written in each direction, by the quarter turns of it (None: aslant)."""
        counted: Counter[int | None] = Counter()
        for items, outer in self._texts:
            _, (a, b, *_) = self._cells.fill(self._library.FPDFPageObj_GetMatrix, 6, 1, items)
            for (across, up), count in Counter(zip(a, b, strict=True)).items():
                turned = product((across, up, 0.0, 0.0, 0.0, 0.0), outer)
                counted[quarter_of(direction(turned))] += count
        return counted

    def _visit(self, items: Sequence[Handle], outer: Matrix, depth: int) -> None:
        kinds = list(map(self._library.FPDFPageObj_GetType, items))
        found = {kind: [item for item, its in zip(items, kinds, strict=True) if its == kind] for kind in set(kinds)}
        self._texts.append((found.get(_TEXT, []), outer))
        if _PATH in found:
            self._paths(found[_PATH], outer)
        if _IMAGE in found:
            self.pictures += sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in self._boxes(found[_IMAGE], outer))
        if _FORM in found and depth < _DEEPEST_FORM:
            for item, matrix in zip(found[_FORM], self._matrices(found[_FORM]), strict=True):
                self._visit(self._within(item), product(matrix, outer), depth + 1)

    def _within(self, form: Handle) -> list[Handle]:
        count = self._library.FPDFFormObj_CountObjects(form)
        return list(map(self._library.FPDFFormObj_GetObject, repeat(form), range(count)))

    def _matrices(self, items: Sequence[Handle]) -> Iterator[Matrix]:
        _, columns = self._cells.fill(self._library.FPDFPageObj_GetMatrix, 6, 1, items)
        return zip(*columns, strict=True)

    def _boxes(self, items: Sequence[Handle], outer: Matrix) -> list[Box]:
        told, columns = self._cells.fill(self._library.FPDFPageObj_GetBounds, 4, 4, items)
        boxes = list(zip(*columns, strict=True))
        if not all(told):
            boxes = [box if known else (0.0, 0.0, 0.0, 0.0) for known, box in zip(told, boxes, strict=True)]
        return boxes if outer is _IDENTITY else [_enclosed(box, outer) for box in boxes]

    def _paths(self, items: Sequence[Handle], outer: Matrix) -> None:
        library, strokes = self._library, self.strokes
        _, (fills, pens) = self._cells.fill(library.FPDFPath_GetDrawMode, 2, 2, items, kind="i")
        filled = self._shows(library.FPDFPageObj_GetFillColor, items, fills)
        stroked = self._shows(library.FPDFPageObj_GetStrokeColor, items, pens)
        for item, fill, pen, (x0, y0, x1, y1) in zip(items, filled, stroked, self._boxes(items, outer), strict=True):
            if not (fill or pen):
                continue
            if x1 - x0 <= _SLIM or y1 - y0 <= _SLIM:
                strokes.thin(x0, y0, x1, y1)
                continue
            count = library.FPDFPath_CountSegments(item)
            if count > _MOST_SEGMENTS:
                strokes.drawings += count
                continue
            (matrix,) = self._matrices([item])
            strokes.path(list(self._polygons(item, count, product(matrix, outer))), pen)

    def _shows(self, colour_of: Any, items: Sequence[Handle], modes: Sequence[int]) -> list[bool]:
        """Which of the paths are painted so that it shows; `modes` says which are painted in this way at all."""
        painted = [item for item, mode in zip(items, modes, strict=True) if mode]
        told, columns = self._cells.fill(colour_of, 4, 4, painted, kind="I")
        colours = list(zip(told, *columns, strict=True))
        shows = {colour: _is_seen(*colour) for colour in set(colours)}
        seen = iter([shows[colour] for colour in colours])
        return [bool(mode) and next(seen) for mode in modes]

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


def _is_seen(told: int, red: int, green: int, blue: int, opacity: int) -> bool:
    """Whether paint of this colour shows on white paper; one that pdfium does not know does."""
    return not told or (opacity > 0 and is_visible(red / 255, green / 255, blue / 255))


def _enclosed(box: Box, outer: Matrix) -> Box:
    """The box that a form of this matrix makes of a box."""
    left, bottom, right, top = box
    (x0, y0), (x1, y1) = _moved((left, bottom), outer), _moved((right, top), outer)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _moved(point: Point, matrix: Matrix) -> Point:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f
