"""A sheet → the boxes of text that a person sees on it, and groups of boxes that blank rows or columns part.

Hidden rows and columns are gone: places count what is visible only. A merged range is one box.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.readers._workbook_sheet import Merge, Place, Sheet, reference

_DEEPEST: Final = 12
_LARGEST_COVER: Final = 400_000
_FEWEST: Final = 2  # rows and columns on each side of a blank column that parts two tables


@dataclass(frozen=True, slots=True)
class Box:
    """A cell or merged range on the visible grid, edges included; `text` is blank where only its border is seen."""

    top: int
    left: int
    bottom: int
    right: int
    text: str
    ref: str
    framed: bool


def boxes_of(sheet: Sheet) -> list[Box]:
    """All boxes of a sheet in reading order: with text, and blank ones with a border."""
    if not sheet.texts:
        return []
    merges, covered = _merges(sheet)
    found = []
    for place, text in sheet.texts.items():
        if place not in covered:
            found.append(_box(sheet, place, text, merges.get(place)))
    last_row, last_column = _extent(sheet)
    for place in sheet.framed:
        inside = place[0] <= last_row and place[1] <= last_column
        if inside and place not in covered and place not in sheet.texts:
            found.append(_box(sheet, place, "", merges.get(place)))
    return sorted((box for box in found if box is not None), key=lambda box: (box.top, box.left))


def _extent(sheet: Sheet) -> Place:
    """The last row and the last column with text."""
    return max(row for row, _ in sheet.texts), max(column for _, column in sheet.texts)


def _merges(sheet: Sheet) -> tuple[dict[Place, Merge], set[Place]]:
    """Merged ranges by their first place, cut to where there is text; and all other places that they cover."""
    last_row, last_column = _extent(sheet)
    found: dict[Place, Merge] = {}
    covered: set[Place] = set()
    for top, left, bottom, right in sheet.merges:
        merge = Merge(top, left, min(bottom, max(last_row, top)), min(right, max(last_column, left)))
        size = (merge.bottom - top + 1) * (merge.right - left + 1)
        if len(covered) + size > _LARGEST_COVER or (top, left) in covered or (top, left) in found:
            continue
        found[top, left] = merge
        covered.update((row, column) for row in range(top, merge.bottom + 1) for column in range(left, merge.right + 1))
        covered.discard((top, left))
    return found, covered


def _box(sheet: Sheet, place: Place, text: str, merge: Merge | None) -> Box | None:
    """The box on the visible grid; None where all of it is hidden."""
    top, left, bottom, right = merge or (*place, *place)
    rows, columns = sheet.hidden_rows, sheet.hidden_columns
    edges = (rows.rank(top), columns.rank(left), rows.rank(bottom + 1) - 1, columns.rank(right + 1) - 1)
    if edges[2] < edges[0] or edges[3] < edges[1]:
        return None
    return Box(*edges, text, reference(place), place in sheet.framed)


def groups_of(boxes: Sequence[Box], depth: int = 0) -> list[list[Box]]:
    """Boxes parted where rows are blank, and where blank columns stand between two tables; in reading order."""
    bands = [_trimmed(band) for band in _parted(boxes, lambda box: (box.top, box.bottom))]
    groups: list[list[Box]] = []
    for band in bands:
        sides = _side_by_side(band) if depth < _DEEPEST else []
        if len(sides) > 1:
            groups += [group for side in sides for group in groups_of(side, depth + 1)]
        elif band:
            groups.append(band)
    return groups


def _parted(boxes: Sequence[Box], extent: Callable[[Box], tuple[int, int]]) -> list[list[Box]]:
    """Boxes in groups between which nothing lies along one direction."""
    parts: list[list[Box]] = []
    reach = -2
    for box in sorted(boxes, key=lambda box: (extent(box)[0], box.top, box.left)):
        first, last = extent(box)
        if first > reach + 1:
            parts.append([])
        parts[-1].append(box)
        reach = max(reach, last)
    return parts


def _trimmed(band: list[Box]) -> list[Box]:
    """The band without blank boxes above, below and beside all text; none where there is no text."""
    told = [box for box in band if box.text]
    if not told or len(told) == len(band):
        return told
    top, bottom = min(box.top for box in told), max(box.bottom for box in told)
    left, right = min(box.left for box in told), max(box.right for box in told)
    return [
        box
        for box in band
        if box.text or (top <= box.top and box.bottom <= bottom and left <= box.left and box.right <= right)
    ]


def _side_by_side(band: list[Box]) -> list[list[Box]]:
    """Tables beside each other; a narrow part stays with its neighbour."""
    parts = [_trimmed(part) for part in _parted(band, lambda box: (box.left, box.right))]
    parts = [part for part in parts if part]
    return parts if len(parts) > 1 and all(map(_is_table_like, parts)) else []


def _is_table_like(part: Sequence[Box]) -> bool:
    told = [box for box in part if box.text]
    return len({box.left for box in told}) >= _FEWEST and len({box.top for box in told}) >= _FEWEST
