"""Bytes of a picture (PNG, JPEG, TIFF of several pages, BMP) → scans, brought to a resolution fit for recognition."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from toolkit.errors import ReadError
from toolkit.readers.pdf._scan_render import DPI, Scan

if TYPE_CHECKING:
    from toolkit.readers.pdf._scan_render import Pixels

_LONG_SIDE: Final = 11.69  # inch, of A4: what was scanned or photographed
_SCREEN: Final = 96.0  # dots per inch of a screenshot
_SMALL: Final = 1300  # pixels: a picture no longer is a part of a screen, not a page


def scans_of(data: bytes) -> Iterator[Scan]:
    """The pages of a picture. Raises ReadError READ-DAMAGED."""
    for pixels in _decoded(data):
        longest = max(pixels.shape[:2])
        dpi = _SCREEN if longest < _SMALL else longest / _LONG_SIDE
        yield Scan(_scaled(pixels, DPI / dpi), DPI)


def _decoded(data: bytes) -> "Iterator[Pixels]":
    import cv2
    import numpy as np

    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)  # what is wrong with a file is said by an error
    buffer = np.frombuffer(data, np.uint8)
    try:
        _, pages = cv2.imdecodemulti(buffer, cv2.IMREAD_COLOR) if data[:2] in {b"II", b"MM"} else (True, ())
        pages = pages or [page for page in (cv2.imdecode(buffer, cv2.IMREAD_COLOR),) if page is not None]
    except cv2.error as fault:
        raise _damaged() from fault
    if not pages:
        raise _damaged()
    yield from pages


def _damaged() -> ReadError:
    return ReadError("READ-DAMAGED", "图像损坏或过大，无法打开", "请重新扫描或另存为 PNG、JPEG 后再读。")


def _scaled(pixels: "Pixels", factor: float) -> "Pixels":
    import cv2

    if abs(factor - 1) < 0.02:
        return pixels
    smooth = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    scaled: Pixels = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=smooth)
    return scaled
