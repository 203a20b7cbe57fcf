"""Style sheets and roles of a page → which elements are set as a table without being one: tables of <div>.

Three ways are known: `display: table-cell` and its like, ARIA roles (role="cell"), and rows that are flexible boxes
(`display: flex`), of which several stand one under the other with the same number of boxes in each.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any, Final

from toolkit.patterns import regex
from toolkit.readers._web_style import last_selectors
from toolkit.readers._web_tables import Attributes

_USED: Final = regex(r"table-cell|flex|role\s*=")
_DISPLAYED: Final = {
    "table": "table",
    "inline-table": "table",
    "table-row": "tr",
    "table-cell": "td",
    "table-header-group": "thead",
    "table-row-group": "tbody",
    "table-footer-group": "tfoot",
    "table-caption": "caption",
}
_ROLES: Final = {
    "table": "table",
    "grid": "table",
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "td",
    "rowheader": "td",
    "rowgroup": "tbody",
}
_DECLARATION: Final = regex(r"(?:^|[;\s])(display|width|flex-direction|flex-flow|flex-basis|flex)\s*+:\s*+([^;]+)")
_PERCENT: Final = regex(r"(\d{1,3}(?:\.\d+)?)%")
_PARENTS: Final = {
    "tr": {"table", "thead", "tbody", "tfoot"},
    "td": {"tr"},
    "thead": {"table"},
    "tbody": {"table"},
    "tfoot": {"table"},
    "caption": {"table"},
}
_REAL: Final = frozenset({"table", "td", "th", *_PARENTS})
_NO_BOX: Final = frozenset({"br", "hr", "img", "input", "select", "script", "style", "template", "noscript", "svg"})
_FEWEST: Final = 3  # rows, and boxes in each, that make a table of flexible boxes
_NEAR: Final = 0.6  # of a hundredth of the width


@dataclass(frozen=True, slots=True)
class Box:
    """How an element is set: its part in a table, whether its boxes stand side by side, and its share of the width."""

    part: str | None = None
    side_by_side: bool = False
    width: float | None = None


_PLAIN: Final = Box()


class Boxes:
    """The declarations of a page that set tables."""

    def __init__(self, sheets: Iterable[str], markup: str) -> None:
        self._used = _USED.search(markup) is not None
        self._declared: dict[str, list[tuple[str, frozenset[str], dict[str, str]]]] = {}
        self._known: dict[tuple[str, str, str, str], Box] = {}
        for name, tag, classes, body in last_selectors(sheets) if self._used else ():
            if declared := _read(body):
                self._declared.setdefault(name, []).append((tag, classes, declared))

    def part(self, tag: str, attributes: Attributes, around: str) -> str:
        """The tag that an element stands for, inside one that stands for `around`: its own, or a table's."""
        if not self._used or tag in _REAL:
            return tag
        part = self.box(tag, attributes).part
        return tag if part is None or (part != "table" and around not in _PARENTS[part]) else part

    def box(self, tag: str, attributes: Attributes) -> Box:
        """How an element is set that is no part of a table by its tag."""
        seen = tuple(attributes.get(name) or "" for name in ("class", "style", "role"))
        asked = (tag, seen[0], seen[1], seen[2])
        if asked not in self._known:
            self._known[asked] = self._box(*asked)
        return self._known[asked]

    def _box(self, tag: str, classes: str, style: str, role: str) -> Box:
        own = frozenset(classes.split())
        declared: dict[str, str] = {}
        for name in (tag, *(f".{one}" for one in sorted(own))):
            for wanted, needed, said in self._declared.get(name, ()):
                if wanted in {"", tag} and needed <= own:
                    declared |= said
        declared |= _read(style)
        display = declared.get("display", "")
        flow = declared.get("flex-direction", "") + declared.get("flex-flow", "")
        sizes = (declared.get(name) for name in ("width", "flex-basis", "flex"))
        width = next((float(found[1]) for size in sizes if size and (found := _PERCENT.search(size))), None)
        part = _DISPLAYED.get(display) or _ROLES.get(role.lower())
        return Box(part, display in {"flex", "inline-flex"} and "column" not in flow, width)

    def spans(self, node: Any, hides: Callable[[str, Attributes], bool]) -> list[list[int]]:
        """How many columns each box of each row takes, where the elements in one are rows of flexible boxes that make a
        table; empty where they do not."""
        rows = _elements(node, hides) if self._used else []
        if len(rows) < _FEWEST or not all(self.box(row.tag, row.attributes).side_by_side for row in rows):
            return []
        boxes = [[self.box(one.tag, one.attributes).width for one in _elements(row, hides)] for row in rows]
        columns, alike = Counter(map(len, boxes)).most_common(1)[0]
        if columns < _FEWEST or 2 * alike <= len(rows) or max(map(len, boxes)) > columns or not min(map(len, boxes)):
            return []
        widths = next(row for row in boxes if len(row) == columns)
        return [_spans(row, widths) for row in boxes]


def _elements(node: Any, hides: Callable[[str, Attributes], bool]) -> list[Any]:
    """The elements in an element that are shown; empty where text, pictures or fields stand among them."""
    found: list[Any] = []
    child = node.first_child
    while child is not None:
        tag = child.tag or "-"
        if tag in _NO_BOX or tag in _REAL or (tag == "-text" and (child.text_content or "").strip()):
            return []
        if tag[0] != "-" and not hides(tag, child.attributes):
            found.append(child)
        child = child.next
    return found


def _spans(row: Sequence[float | None], widths: Sequence[float | None]) -> list[int]:
    """Columns of each box: one each in a full row; in others as their widths say, else the first takes those left."""
    missing = len(widths) - len(row)
    sides = [0.0, *accumulate(width or 0.0 for width in widths)]
    if missing and None not in row and None not in widths:
        places = [_nearest(sides, side) for side in accumulate(width or 0.0 for width in row)]
        if all(place is not None for place in places) and places[-1] == len(widths):
            ends = [0, *(place or 0 for place in places)]
            found = [after - before for before, after in pairwise(ends)]
            if min(found) > 0:
                return found
    return [1 + missing, *(1 for _ in row[1:])]


def _nearest(sides: Sequence[float], side: float) -> int | None:
    return next((place for place, one in enumerate(sides) if abs(one - side) <= _NEAR), None)


def _read(body: str) -> dict[str, str]:
    return {name.lower(): value.strip().lower() for name, value in _DECLARATION.findall(body)} if ":" in body else {}
