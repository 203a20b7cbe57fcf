"""Ink of a straight page → its rulings, and the page without them.

Rulings are long, thin and straight; what is shorter than the strokes of large print counts only where it runs from
one long line to another. A group of lines no larger than a letter is a letter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from toolkit.layout.page import Ruling

if TYPE_CHECKING:
    from numpy import bool_, int32
    from numpy.typing import NDArray

    from toolkit.readers.pdf._scan_render import Pixels

    Mask = NDArray[bool_]

_SHORTEST: Final = 0.14  # inch: no cell has a shorter side
_CERTAIN: Final = 0.45  # inch: longer than the strokes of usual print
_GROUP: Final = 1.2  # inch: no letter is as large
_THICKEST: Final = 0.06  # inch
_SLENDER: Final = 25  # times as long as thick: a line that sags fills a thicker box
_GAP: Final = 0.12  # inch: a line broken by bad print goes on so far on
_APART: Final = 0.02  # inch: pieces of one line lie no further apart across it
_MEETS: Final = 0.03  # inch


@dataclass(frozen=True, slots=True)
class Rulings:
    """Lines in pixels (`at`, `start`, `end`), and where they cover the page."""

    horizontals: list[Ruling]
    verticals: list[Ruling]
    cover: "Mask"


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Pieces of lines along one axis; `lines[i]` covers the pixels that bear `names[i]` in `labels`."""

    lines: list[Ruling]
    names: list[int]
    labels: "NDArray[int32]"

    def only(self, wanted: Sequence[bool]) -> "_Pieces":
        """Those that are wanted."""
        kept = [index for index, want in enumerate(wanted) if want]
        return _Pieces([self.lines[index] for index in kept], [self.names[index] for index in kept], self.labels)

    def cover(self) -> "Mask":
        """The pixels of all of them."""
        import numpy as np

        named = np.zeros(int(self.labels.max()) + 1, np.bool_)
        named[self.names] = True
        mask: Mask = named[self.labels]
        return mask

    def touching(self, mask: "Mask") -> set[int]:
        """Names of those with a pixel in `mask`."""
        import numpy as np

        return set(np.unique(self.labels[mask]).tolist())


def rulings_of(ink: "Pixels", dpi: float) -> Rulings:
    """The rulings of a page whose ink is 255."""
    import numpy as np

    across, down = _pieces(ink, dpi), _pieces(np.ascontiguousarray(ink.T), dpi)
    across, down = (
        across.only([_is_line(line, down.lines, dpi) for line in across.lines]),
        down.only([_is_line(line, across.lines, dpi) for line in down.lines]),
    )
    large = _large_groups(across.cover() | down.cover().T, dpi)
    across_lines, across_cover = _large_lines(across, large, dpi)
    down_lines, down_cover = _large_lines(down, np.ascontiguousarray(large.T), dpi)
    return Rulings(across_lines, down_lines, across_cover | down_cover.T)


def without_rulings(pixels: "Pixels", rulings: Rulings) -> "Pixels":
    """The page with paper in the place of its rulings: a line beside a digit is easily read as one."""
    import cv2
    import numpy as np

    if not rulings.cover.any():
        return pixels
    cover = cv2.dilate(rulings.cover.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool)
    cleaned = pixels.copy()
    cleaned[cover] = np.median(pixels[::7, ::7].reshape(-1, pixels.shape[2]), axis=0).astype(np.uint8)
    return cleaned


def _pieces(ink: "Pixels", dpi: float) -> _Pieces:
    """Long thin horizontal pieces of ink; one that wavers by a pixel stays one."""
    import cv2
    import numpy as np

    thicker = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    opened = cv2.morphologyEx(thicker, cv2.MORPH_OPEN, np.ones((1, round(_SHORTEST * dpi)), np.uint8))
    _, labels, boxes, centres = cv2.connectedComponentsWithStats(opened, connectivity=8)
    lines, names = [], []
    for name in range(1, len(boxes)):
        left, _, width, height, _ = boxes[name].tolist()
        if height <= max(_THICKEST * dpi, width / _SLENDER) and height <= 2 * _THICKEST * dpi:
            lines.append(Ruling(float(centres[name][1]), float(left), float(left + width)))
            names.append(name)
    return _Pieces(lines, names, labels)


def _is_line(line: Ruling, crossing: Sequence[Ruling], dpi: float) -> bool:
    """Whether a piece is long, or runs from one long line to another."""
    if line.end - line.start >= _CERTAIN * dpi:
        return True
    reach = _MEETS * dpi
    met = [
        other.at
        for other in crossing
        if other.end - other.start >= _CERTAIN * dpi and other.start - reach <= line.at <= other.end + reach
    ]
    return any(abs(at - line.start) <= reach for at in met) and any(abs(at - line.end) <= reach for at in met)


def _large_groups(cover: "Mask", dpi: float) -> "Mask":
    """Of lines that meet, the groups that are larger than any letter."""
    import cv2
    import numpy as np

    size = 2 * round(_MEETS * dpi / 2) + 1
    near = cv2.dilate(cover.astype(np.uint8), np.ones((size, size), np.uint8))
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    large = np.maximum(boxes[:, cv2.CC_STAT_WIDTH], boxes[:, cv2.CC_STAT_HEIGHT]) >= _GROUP * dpi
    large[0] = False
    mask: Mask = cover & large[labels]
    return mask


def _large_lines(pieces: _Pieces, large: "Mask", dpi: float) -> tuple[list[Ruling], "Mask"]:
    """Pieces of one line made one where bad print broke it, if any of them is in a large group; and their cover."""
    names = pieces.touching(large)
    chains: list[list[int]] = []
    for index in sorted(range(len(pieces.lines)), key=lambda index: pieces.lines[index].start):
        line = pieces.lines[index]
        for chain in chains:
            at, end = pieces.lines[chain[0]].at, max(pieces.lines[before].end for before in chain[-2:])
            if abs(at - line.at) <= _APART * dpi and line.start - end <= _GAP * dpi:
                chain.append(index)
                break
        else:
            chains.append([index])
    kept = [chain for chain in chains if any(pieces.names[index] in names for index in chain)]
    wanted = {index for chain in kept for index in chain}
    cover = pieces.only([index in wanted for index in range(len(pieces.lines))]).cover()
    return sorted(_whole([pieces.lines[index] for index in chain]) for chain in kept), cover


def _whole(lines: Sequence[Ruling]) -> Ruling:
    longest = max(lines, key=lambda line: line.end - line.start)
    return Ruling(longest.at, min(line.start for line in lines), max(line.end for line in lines))
