"""PDF user space → reading frame, and shapes drawn on a page → rulings; shared by the backends.

User space grows upwards from the lower left; a frame grows downwards from the upper left, turned by quarters.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import atan2, pi
from typing import Final, TypeAlias

from toolkit.layout.page import Frame, Ruling
from toolkit.model.document import Box

Point: TypeAlias = tuple[float, float]
Matrix: TypeAlias = tuple[float, float, float, float, float, float]

_THIN: Final = 3.5  # points: a shape no thicker than this is drawn as a line
_LEAN: Final = 0.5  # points: how far a line may lean and still run along an axis
WHITE: Final = 0.96  # of a colour: so light does not show on white paper
_ASLANT: Final = 0.1  # quarter turns: text that leans more is slanted


@dataclass(frozen=True, slots=True)
class Placement:
    """Maps user space inside `bounds` (left, bottom, right, top) to a frame, by `quarters` clockwise turns."""

    bounds: Box
    quarters: int

    def frame(self, number: int, turn: int) -> Frame:
        """The frame of page `number`; `turn` of the quarters are not shown by a viewer."""
        left, bottom, right, top = self.bounds
        width, height = right - left, top - bottom
        if self.quarters % 2:
            width, height = height, width
        return Frame(number, width, height, turn)

    def point(self, x: float, y: float) -> Point:
        """A point of user space in the frame."""
        left, bottom, right, top = self.bounds
        if self.quarters == 1:
            return y - bottom, x - left
        if self.quarters == 2:
            return right - x, y - bottom
        if self.quarters == 3:
            return top - y, right - x
        return x - left, top - y

    def boxes(self, boxes: Iterable[Box]) -> list[Box]:
        """Boxes (left, bottom, right, top) of user space in the frame."""
        if self.quarters:
            return [self.box(*box) for box in boxes]
        left, _, _, top = self.bounds
        return [(x0 - left, top - y1, x1 - left, top - y0) for x0, y0, x1, y1 in boxes]

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A box of user space in the frame."""
        (left, top), (right, bottom) = self.point(x0, y0), self.point(x1, y1)
        return min(left, right), min(top, bottom), max(left, right), max(top, bottom)


@dataclass(slots=True)
class Strokes:
    """Collects what is drawn on a page, in user space: `lines` along an axis, broad filled `areas` with sides along
    the axes, and the number of other shapes."""

    lines: list[Box] = field(default_factory=list)
    areas: list[Box] = field(default_factory=list)
    drawings: int = 0

    def thin(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Whether a shape in this box (left, bottom, right, top) is a line (taken) or a dot (swallowed) rather than an
        area."""
        wide, tall = x1 - x0 > _THIN, y1 - y0 > _THIN
        if wide and tall:
            return False
        if wide or tall:
            self.lines.append((x0, y0, x1, y1))
        return True

    def path(self, polygons: Sequence[Sequence[Point]], stroked: bool) -> None:
        """Take the polygons of one path: a rectangle within another little larger one, filled, is a frame."""
        if not stroked and len(polygons) == 2:
            (x0, y0, x1, y1), (left, bottom, right, top) = sorted(map(_enclosing, polygons))
            sides = (x0, y0, left, y1), (right, y0, x1, y1), (x0, y0, x1, bottom), (x0, top, x1, y1)
            if all(map(_is_rectangle, polygons)) and all(0 < min(c - a, d - b) <= _THIN for a, b, c, d in sides):
                self.lines += sides
                return
        for points in polygons:
            self.shape(points, stroked)

    def shape(self, points: Sequence[Point], stroked: bool) -> None:
        """Take one polygon of a path: stroked by its sides, filled only where it is thin.

        The sides of a broad filled area are the edge of a shading, not lines.
        """
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if self.thin(min(xs), min(ys), max(xs), max(ys)):
            return
        if not stroked:
            if _is_rectangle(points):
                self.areas.append((min(xs), min(ys), max(xs), max(ys)))
            self.drawings += len(points) > 5
            return
        for (x0, y0), (x1, y1) in pairwise(points):
            if min(abs(x1 - x0), abs(y1 - y0)) <= _LEAN:
                self.thin(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
            else:
                self.drawings += 1

    def rulings(self, placement: Placement) -> tuple[list[Ruling], list[Ruling]]:
        """The lines as horizontal and vertical rulings of the frame."""
        horizontals, verticals = [], []
        for left, top, right, bottom in placement.boxes(self.lines):
            if right - left > bottom - top:
                horizontals.append(Ruling((top + bottom) / 2, left, right))
            else:
                verticals.append(Ruling((left + right) / 2, top, bottom))
        return horizontals, verticals

    def shadings(self, placement: Placement) -> list[Box]:
        """The areas in the frame."""
        return placement.boxes(self.areas)


def _enclosing(points: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _is_rectangle(points: Sequence[Point]) -> bool:
    """Whether a polygon is a rectangle along the axes."""
    return 4 <= len(points) <= 6 and all(
        min(abs(x1 - x0), abs(y1 - y0)) <= _LEAN for (x0, y0), (x1, y1) in pairwise(points)
    )


def is_visible(red: float, green: float, blue: float) -> bool:
    """Whether a colour (0–1) shows on white paper."""
    return min(red, green, blue) < WHITE


def quarter_of(angle: float) -> int | None:
    """Direction of writing (radians, counter-clockwise) → quarter turns 0–3 that make it upright; None: aslant."""
    quarters = angle / (pi / 2)
    nearest = round(quarters)
    return nearest % 4 if abs(quarters - nearest) <= _ASLANT else None


def direction(matrix: Matrix) -> float:
    """Angle at which text set by `matrix` runs, radians counter-clockwise."""
    return atan2(matrix[1], matrix[0])


def product(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner`, then `outer`."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
