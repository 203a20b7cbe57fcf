"""A page as pixels → where its ink is, and which of it no line of text covers."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from toolkit.readers.pdf._scan_render import Pixels

_NEIGHBOURHOOD: Final = 0.2  # inch: paper is what most pixels so near are
_DARKER: Final = 24  # levels (of 255) by which ink is darker than the paper around it
_SPECK: Final = 4  # pixels: less is dust
_BORDER: Final = 0.025  # of the page: what touches so near an edge is the scanner's
_TALL: Final = 3.0  # lines of text: more is a drawing
_LOW: Final = 0.3  # of a line
_NARROW: Final = 0.12  # of a line
_AROUND: Final = 0.25  # of a line: ink so near a box belongs to its text


class Strip(NamedTuple):
    """A rectangle of pixels [x0, x1) × [y0, y1)."""

    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def width(self) -> int:
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        return self.y1 - self.y0

    def of(self, pixels: "Pixels") -> "Pixels":
        """This part of a picture."""
        return pixels[max(0, self.y0) : self.y1, max(0, self.x0) : self.x1]


def ink_of(pixels: "Pixels", dpi: float) -> "Pixels":
    """255 where the page (in colour) is darker than the paper around, else 0; dust left out."""
    import cv2
    import numpy as np

    darkest = np.ascontiguousarray(pixels.min(axis=2)) if pixels.ndim == 3 else pixels
    size = 2 * round(_NEIGHBOURHOOD * dpi / 2) + 1
    ink = cv2.adaptiveThreshold(darkest, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, size, _DARKER)
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    kept = boxes[:, cv2.CC_STAT_AREA] >= _SPECK
    kept[0] = False
    cleaned: Pixels = np.where(kept[labels], 255, 0).astype(np.uint8)
    return cleaned


def tightened(strip: Strip, ink: "Pixels") -> Strip | None:
    """The strip without blank margins; None where it holds no ink."""
    import numpy as np

    inside = strip.of(ink)
    if not inside.any():
        return None
    columns, rows = np.flatnonzero(inside.any(axis=0)), np.flatnonzero(inside.any(axis=1))
    left, top = max(0, strip.x0), max(0, strip.y0)
    return Strip(left + int(columns[0]), top + int(rows[0]), left + int(columns[-1]) + 1, top + int(rows[-1]) + 1)


def unread(ink: "Pixels", read: Iterable[Sequence[int]], line: float) -> list[Strip]:
    """Ink that could be text and lies in none of the boxes `read`; `line` is the usual height of a line, pixels."""
    import cv2
    import numpy as np

    rest = ink.copy()
    around = round(_AROUND * line)
    for x0, y0, x1, y1 in read:
        rest[max(0, y0 - around) : y1 + around, max(0, x0 - around) : x1 + around] = 0
    height, width = rest.shape
    edge_x, edge_y = round(_BORDER * width), round(_BORDER * height)
    rest[:edge_y], rest[height - edge_y :], rest[:, :edge_x], rest[:, width - edge_x :] = 0, 0, 0, 0
    if not rest.any():
        return []
    reach = max(3, round(0.8 * line))
    joined = cv2.morphologyEx(rest, cv2.MORPH_CLOSE, np.ones((max(3, round(0.3 * line)), reach), np.uint8))
    _, _, boxes, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    found = []
    for left, top, wide, tall, _ in boxes[1:].tolist():
        if tall <= _TALL * line and (tall >= _LOW * line or wide >= _LOW * line) and wide >= _NARROW * line:
            found.append(Strip(left, top, left + wide, top + tall))
    return sorted(found, key=lambda strip: (strip.y0, strip.x0))
