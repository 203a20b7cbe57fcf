"""Places on a scanned page that was straightened before it was read → places on the page as displayed.

A text layer says exactly what stands where; an image lies askew and its characters are more or less certain.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, sin, tan
from typing import NamedTuple

from toolkit.model.document import Box


class Doubt(NamedTuple):
    """The centre of a character that is not certain, in the reading frame, and how certain it is (below 1)."""

    x: float
    y: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Recognised:
    """What is known of a page read from its image.

    `angle` (radians, clockwise) is that of its lines of text as displayed; `width`, `height` are those of the page as
    displayed, `straight_width`, `straight_height` those of the straightened one around the same centre.
    """

    angle: float
    width: float
    height: float
    straight_width: float
    straight_height: float
    doubts: tuple[Doubt, ...] = ()

    @property
    def lean(self) -> float:
        """Points that a line falls per point to the right."""
        return tan(self.angle)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the straightened page on the page as displayed."""
        x, y = x - self.straight_width / 2, y - self.straight_height / 2
        across, down = cos(self.angle), sin(self.angle)
        return self.width / 2 + x * across - y * down, self.height / 2 + x * down + y * across

    def box(self, box: Box) -> Box:
        """What encloses a box of the straightened page on the page as displayed."""
        x0, top, x1, bottom = box
        xs, ys = zip(*(self.point(x, y) for x in (x0, x1) for y in (top, bottom)), strict=True)
        return round(min(xs), 2), round(min(ys), 2), round(max(xs), 2), round(max(ys), 2)

    def edges(self, edges: Sequence[float], middle: float) -> Sequence[float]:
        """x positions along a line at height `middle` on the page as displayed."""
        return array("d", (round(self.point(x, middle)[0], 2) for x in edges))

    def confidences(self, box: Box, edges: Sequence[float]) -> tuple[float, ...] | None:
        """How certain the characters between `edges` of a line in the frame are; None: all are."""
        here = [doubt for doubt in self.doubts if box[1] <= doubt.y <= box[3] and box[0] <= doubt.x <= box[2]]
        if not here:
            return None
        return tuple(
            min((doubt.confidence for doubt in here if left <= doubt.x <= right), default=1.0)
            for left, right in pairwise(edges)
        )
