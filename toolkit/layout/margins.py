"""Lines of a document → what its setting is like: margins of each page, distance of lines, indents or gaps."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final, TypeAlias

from toolkit.layout.textlines import TextLine, before_mark

Place: TypeAlias = tuple[int, int]
"""(page number, column)"""
Kind: TypeAlias = tuple[int, int]
"""(page width in points, column): pages of one kind are set alike."""

_INDENT: Final = 1.0  # em: a line that begins so far in is indented
_GAP: Final = 1.25  # of the usual distance of lines: paragraphs stand further apart
_FEWEST: Final = 3  # lines that show the margin of all pages
_SHARE: Final = 0.05  # of all lines, likewise
_ENOUGH: Final = 4  # lines that show a page's own margin
_NARROWEST: Final = 0.6  # of the page's width: lines that end before are short, not full


@dataclass(frozen=True, slots=True)
class Margins:
    """Left and right edge of running text, points."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How running text is set. `pitch` is the usual distance of line centres on a page in em.

    `indented`: paragraphs begin indented; `spaced`: they stand apart.
    """

    margins: dict[Place, Margins]
    pitch: dict[Place, float]
    indented: bool
    spaced: bool

    def of(self, line: TextLine) -> Margins:
        """The margins between which `line` stands."""
        return self.margins[place_of(line)]

    def distance(self, line: TextLine) -> float:
        """The usual distance from the centre of `line` to that of the next, points."""
        return self.pitch[place_of(line)] * line.em


def place_of(line: TextLine) -> Place:
    """Page and column of a line."""
    return line.frame.number, line.column


def setting_of(lines: Sequence[TextLine]) -> Setting:
    """The setting of lines in reading order, those in tables and furniture left out."""
    by_place: dict[Place, list[TextLine]] = defaultdict(list)
    by_kind: dict[Kind, list[TextLine]] = defaultdict(list)
    for line in lines:
        by_place[place_of(line)].append(line)
        by_kind[_kind(line)].append(line)
    usual = {kind: _margins(alike) for kind, alike in by_kind.items()}
    margins = {place: _margins(there, usual[_kind(there[0])]) for place, there in by_place.items()}
    pitch = {place: _pitch(there) for place, there in by_place.items()}
    setting = Setting(margins, pitch, indented=False, spaced=False)
    indented, spaced = _habits(lines, setting)
    return Setting(margins, pitch, indented, spaced)


def _kind(line: TextLine) -> Kind:
    return round(line.frame.width), line.column


def _margins(lines: Sequence[TextLine], usual: Margins | None = None) -> Margins:
    """Margins that several lines agree on, else the usual ones; where nothing shows them, the text stands in the
    middle of the page, at least as wide as its widest line. A mark at a line's end may hang over the right margin."""
    em = median(line.em for line in lines)
    few = max(_FEWEST, round(_SHARE * len(lines))) if usual is None else _ENOUGH
    left = _agreed(sorted(line.x0 for line in lines), few, 0.4 * em)
    right = _agreed(sorted(-before_mark(line) for line in lines), few, em)
    if usual is None:
        outer = min(line.x0 for line in lines)
        usual = Margins(outer, max(lines[0].frame.width - outer, *(line.x1 for line in lines)))
    left = usual.left if left is None else left
    right = usual.right if right is None else -right
    narrow = lines[0].column == 0 and right < _NARROWEST * lines[0].frame.width
    return Margins(left, usual.right if narrow else right)


def _agreed(places: Sequence[float], few: int, near: float) -> float | None:
    """The first place (ascending) from which `few` of the places lie within `near`."""
    for index in range(len(places) - few + 1):
        if places[index + few - 1] - places[index] <= near:
            return places[index]
    return None


def _pitch(lines: Sequence[TextLine]) -> float:
    """Usual distance of neighbouring lines of one size, em: low among those found, as gaps are the exceptions."""
    found = sorted(
        (below.middle - above.middle) / above.em
        for above, below in pairwise(lines)
        if abs(below.em - above.em) < 0.1 * above.em and 0.9 * above.em < below.middle - above.middle < 4 * above.em
    )
    return found[len(found) // 4] if found else 2.0


def _habits(lines: Sequence[TextLine], setting: Setting) -> tuple[bool, bool]:
    """(paragraphs begin indented, paragraphs stand apart), from the lines that follow a short one on their page."""
    indented = spaced = starts = 0
    for above, below in pairwise(lines):
        if place_of(above) != place_of(below) or abs(above.em - below.em) > 0.1 * above.em:
            continue
        margins = setting.of(above)
        if margins.right - above.x1 < 4 * above.em:
            continue
        starts += 1
        indented += below.x0 - margins.left >= _INDENT * below.em
        spaced += below.middle - above.middle > _GAP * setting.distance(above)
    return starts > 0 and indented >= 0.5 * starts, starts > 0 and spaced >= 0.6 * starts
