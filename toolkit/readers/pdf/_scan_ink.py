"""A page as pixels → where its ink is, and which of it no line of text covers."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from toolkit.readers.pdf._scan_render import Pixels

_NEIGHBOURHOOD: Final = 0.2  # inch: paper is what most pixels so near are
_DARKER: Final = 24  # levels (of 255) by which ink is darker than the paper around it
_SPECK: Final = 4  # pixels: less is dust
_DUSTY: Final = 16  # specks to a square inch
_SMALL: Final = 0.35  # of a line: shapes no longer are dust or points, not text by themselves
_BORDER: Final = 0.025  # of the page: what touches so near an edge is the scanner's
_BARE: Final = 0.0003  # of the page under ink: a line of text covers three times as much
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


def without_dust(pixels: "Pixels", dpi: float) -> "Pixels":
    """The page (in colour), smoothed where it is strewn with specks: they turn into points and dashes of figures."""
    import cv2

    _, _, shapes, _ = cv2.connectedComponentsWithStats(_dark(pixels, dpi), connectivity=8)
    specks = int((shapes[1:, cv2.CC_STAT_AREA] < _SPECK).sum())
    height, width = pixels.shape[:2]
    if specks < _DUSTY * (height / dpi) * (width / dpi):
        return pixels
    smooth: Pixels = cv2.medianBlur(pixels, 3)
    return smooth


def ink_of(pixels: "Pixels", dpi: float) -> "Pixels":
    """255 where the page (in colour) is darker than the paper around, else 0; dust left out."""
    return _large(_dark(pixels, dpi), _SPECK)


def _dark(pixels: "Pixels", dpi: float) -> "Pixels":
    import cv2
    import numpy as np

    darkest = np.ascontiguousarray(pixels.min(axis=2))
    size = 2 * round(_NEIGHBOURHOOD * dpi / 2) + 1
    dark: Pixels = cv2.adaptiveThreshold(darkest, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, size, _DARKER)
    return dark


def _large(ink: "Pixels", least: int, side: float = 0.0) -> "Pixels":
    """Ink in shapes of at least so many pixels, and so long a longer side."""
    import cv2
    import numpy as np

    _, labels, shapes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    longer = np.maximum(shapes[:, cv2.CC_STAT_WIDTH], shapes[:, cv2.CC_STAT_HEIGHT])
    kept = (shapes[:, cv2.CC_STAT_AREA] >= least) & (longer >= side)
    kept[0] = False
    large: Pixels = np.where(kept[labels], 255, 0).astype(np.uint8)
    return large


def is_bare(ink: "Pixels") -> bool:
    """Whether a page is bare paper, but for what the scanner leaves at its edges."""
    height, width = ink.shape
    edge_x, edge_y = round(_BORDER * width), round(_BORDER * height)
    inner = ink[edge_y : height - edge_y, edge_x : width - edge_x]
    return bool((inner > 0).mean() < _BARE)


def tightened(strip: Strip, ink: "Pixels") -> Strip | None:
    """The strip without blank margins; None where it holds no ink."""
    import numpy as np

    inside = strip.of(ink)
    if not inside.any():
        return None
    columns, rows = np.flatnonzero(inside.any(axis=0)), np.flatnonzero(inside.any(axis=1))
    left, top = max(0, strip.x0), max(0, strip.y0)
    return Strip(left + int(columns[0]), top + int(rows[0]), left + int(columns[-1]) + 1, top + int(rows[-1]) + 1)


def slope_of(strip: Strip, ink: "Pixels") -> float:
    """How far the ink of a strip runs to the right from row to row (regression): 0 upright, about -0.5 for a slash."""
    import numpy as np

    down, across = np.nonzero(strip.of(ink))
    if down.size == 0 or np.ptp(down) == 0:
        return 0.0
    down = down - down.mean()
    return float((down * (across - across.mean())).sum() / (down * down).sum())


def unread(ink: "Pixels", read: Iterable[Sequence[int]], line: float) -> list[Strip]:
    """Ink that could be text and lies in none of the boxes `read`; `line` is the usual height of a line, pixels."""
    import cv2
    import numpy as np

    rest = _large(ink, _SPECK, _SMALL * line)
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
