"""A page that lies askew → the angle of its lines, and the page straightened."""

from math import cos, pi, sin, tan
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

    from toolkit.readers.pdf._scan_render import Pixels

_WIDEST: Final = 5.0  # degrees
_COARSE: Final = 0.25
_FINE: Final = 0.03
_LEAST: Final = 0.06  # degrees: less is left as it is (one line over a page is off by two pixels)
_CLEAR: Final = 1.15  # contrast over the middling angle: below, the page has no lines to go by
_MOST_POINTS: Final = 200_000


def angle_of(ink: "Pixels") -> float:
    """Radians (clockwise) by which lines of text or rulings lean; 0 where none within 5° is clear.

    The right angle is the one along which ink gathers most in few rows, or in few columns where the page lies on its
    side (projection profile, sum of squares).
    """
    import cv2
    import numpy as np

    small = cv2.resize(ink, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA) > 80
    down, across = np.nonzero(small)
    if down.size < 200:
        return 0.0
    step = 1 + down.size // _MOST_POINTS
    down, across = down[::step].astype(np.int64), across[::step].astype(np.int64)
    best = (_CLEAR, 0.0)
    for along, over, sign in ((down, across, -1.0), (across, down, 1.0)):
        coarse = np.arange(-_WIDEST, _WIDEST + _COARSE / 2, _COARSE)
        gathered = [_gathered(along, over, sign, degrees) for degrees in coarse]
        near = coarse[int(np.argmax(gathered))]
        fine = np.arange(near - _COARSE, near + _COARSE + _FINE / 2, _FINE)
        finely = [_gathered(along, over, sign, degrees) for degrees in fine]
        best = max(best, (max(finely) / float(np.median(gathered)), float(fine[int(np.argmax(finely))])))
    degrees = best[1]
    return degrees * pi / 180 if _LEAST <= abs(degrees) <= _WIDEST else 0.0


def _gathered(along: "NDArray[int64]", over: "NDArray[int64]", sign: float, degrees: float) -> float:
    """How much ink gathers in few rows if lines lean by `degrees`."""
    import numpy as np

    rows = np.round(along + sign * tan(degrees * pi / 180) * over).astype(np.int64)
    counts = np.bincount(rows - rows.min()).astype(np.float64)
    return float(np.sum(counts * counts))


def straightened(pixels: "Pixels", angle: float) -> "Pixels":
    """The page turned back by `angle` around its centre, on as much paper as it then needs."""
    import cv2
    import numpy as np

    if angle == 0:
        return pixels
    height, width = pixels.shape[:2]
    wide = round(abs(width * cos(angle)) + abs(height * sin(angle)))
    tall = round(abs(width * sin(angle)) + abs(height * cos(angle)))
    across, down = cos(angle), sin(angle)
    matrix = np.array(
        [
            [across, -down, width / 2 - across * wide / 2 + down * tall / 2],
            [down, across, height / 2 - down * wide / 2 - across * tall / 2],
        ]
    )
    turned: Pixels = cv2.warpAffine(
        pixels,
        matrix,
        (wide, tall),
        flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(255, 255, 255),
    )
    return turned


def turned(pixels: "Pixels", quarters: int) -> "Pixels":
    """The page after quarter turns clockwise."""
    import numpy as np

    return np.ascontiguousarray(np.rot90(pixels, -quarters)) if quarters % 4 else pixels
