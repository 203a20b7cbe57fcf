"""A page with red seals → the same with paper in their place; black text under a seal stays.

Red ink is bright in the red channel, black is dark in all: where a seal lies, the red channel alone is looked at.
Red text and red lines are not seals and stay: a seal is about as wide as high, and no letter is as large.
"""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from toolkit.readers.pdf._scan_render import Pixels

_REDDISH: Final = 32  # levels (of 255) by which red outshines green and blue
_GAP: Final = 0.07  # inch: pieces of one seal lie no further apart
_SMALLEST: Final = 0.5  # inch: seals of persons are 18 mm wide
_LARGEST: Final = 2.4  # inch
_LONGEST: Final = 1.9  # times as wide as high, or the reverse
_RIM: Final = 2  # pixels around red ink that it colours faintly


def without_seals(pixels: "Pixels", dpi: float) -> "Pixels":
    """The picture with seals painted over (the same object where there is none)."""
    import cv2
    import numpy as np

    blue, green, red = (pixels[:, :, channel].astype(np.int16) for channel in range(3))
    reddish = (red - np.maximum(green, blue) >= _REDDISH).astype(np.uint8)
    if not reddish.any():
        return pixels
    size = 2 * round(_GAP * dpi / 2) + 1
    closed = cv2.morphologyEx(reddish, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8))
    seals = np.zeros_like(reddish)
    _, _, boxes, _ = cv2.connectedComponentsWithStats(closed, connectivity=8)
    for left, top, width, height, _ in boxes[1:].tolist():
        if is_seal(width / dpi, height / dpi):
            seals[top : top + height, left : left + width] = 1
    if not seals.any():
        return pixels
    tinted = (red - np.maximum(green, blue) >= _REDDISH // 2).astype(np.uint8)
    rim = cv2.dilate(reddish, np.ones((2 * _RIM + 1, 2 * _RIM + 1), np.uint8))
    where = (seals & rim & (reddish | tinted)).astype(bool)
    cleaned = pixels.copy()
    paper = float(np.median(red))
    cleaned[where] = _as_paper(red[where], paper)[:, None]
    return cleaned


def is_seal(width: float, height: float) -> bool:
    """Whether a red shape of this size (inches) is a seal."""
    return (
        min(width, height) >= _SMALLEST
        and max(width, height) <= _LARGEST
        and max(width, height) <= _LONGEST * min(width, height)
    )


def _as_paper(red: "Pixels", paper: float) -> "Pixels":
    """Levels of the red channel under a seal, stretched so that bare seal ink is as bright as the paper."""
    import numpy as np

    ink = float(np.percentile(red, 75))
    bright, dark = 0.85 * ink, 0.45 * ink
    stretched = (red - dark) / max(1.0, bright - dark)
    levels: Pixels = (np.clip(stretched, 0.0, 1.0) * paper).astype(np.uint8)
    return levels
