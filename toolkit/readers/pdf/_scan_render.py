"""Pages of a PDF → pictures as a viewer shows them, at a resolution fit for recognition."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray

    Pixels: TypeAlias = NDArray[uint8]

DPI: Final = 200.0
_POINTS: Final = 72.0
_LONGEST: Final = 1191.0  # points, the long side of A3: a larger page was made with one point per pixel of its scan
_SHORTEST: Final = 36.0


@dataclass(frozen=True, slots=True)
class Scan:
    """A page as displayed: `pixels` (height × width × blue, green, red) and how many of them make an inch."""

    pixels: "Pixels"
    dpi: float

    @property
    def point(self) -> float:
        """Points per pixel."""
        return _POINTS / self.dpi


@contextmanager
def open_renderer(data: bytes, password: str | None) -> Iterator[Callable[[int], Scan | None]]:
    """A function from page numbers (from 1) to pictures; None for a page that cannot be shown."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError:
        yield lambda number: None
        return
    try:
        yield lambda number: _rendered(document, number)
    finally:
        document.close()


def _rendered(document: object, number: int) -> Scan | None:
    import pypdfium2

    try:
        page = document[number - 1]  # type: ignore[index]
    except pypdfium2.PdfiumError:
        return None
    try:
        width, height = page.get_size()
        if min(width, height) < _SHORTEST:
            return None
        dpi = DPI * min(1.0, _LONGEST / max(width, height))
        bitmap = page.render(scale=dpi / _POINTS, rev_byteorder=False, prefer_bgrx=False)
        try:
            return Scan(bitmap.to_numpy()[:, :, :3].copy(), dpi)
        finally:
            bitmap.close()
    finally:
        page.close()
