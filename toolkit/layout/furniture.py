"""Lines at the head and foot of pages → which of them are furniture: running heads and page numbers.

Page numbers count with the pages at one place; running heads are the same text at one height on several pages, in
print no larger than the body's. What is printed once, or counts nothing, is text. In print a little larger, as over
tables of small print, the first may be a title and stays; those that repeat it are running heads.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.layout.textlines import TextLine
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_OUTERMOST: Final = 2  # lines at each end of a page that may be furniture
_HEAD_DEPTH: Final = 62.0  # points from the edge of the page: body text begins further in
_HEAD_SHARE: Final = 0.085  # of the page's height, likewise
_NUMBER_SHARE: Final = 0.15  # of the page's height: page numbers may stand so far in
_SAME_HEIGHT: Final = 6.0  # points
_FEWEST_SHARE: Final = 0.3  # of the pages that carry a running head
_SMALL_SHARE: Final = 0.15  # of the page's height, for print smaller than the body's
_SMALL: Final = 0.95  # of the body's size
_LARGER: Final = 1.06  # of the body's size: titles are larger
_LARGEST: Final = 12.0  # points: print of a running head over small print

_LONGEST_NUMBER: Final = 24  # characters
_COUNT: Final = regex(r"(?<!\d)\d{1,4}(?!\d)")
_LETTER: Final = regex(r"[^\W\d_]")
_PAGE_NUMBER: Final = regex(
    r"[-~·•.|\s]*(?:第|page)?\s*(\d{1,4}|[ivxlc]{1,7})\s*页?(?:\s*[/,共of]+\s*\d{1,4}\s*页?)?[-~·•.|\s]*"
)
_SAYS_PAGE: Final = regex(r"第\s*\d+\s*页|^-+\s*\d+\s*-+$|page\s*\d")
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Edge:
    """A line near an edge of its page: which edge, and how far its middle lies from it."""

    line: TextLine
    at_top: bool
    depth: float


def furniture_of(pages: Sequence[Sequence[TextLine]], outer: Sequence[tuple[float, float]]) -> set[int]:
    """`id`s of the lines that are furniture. pages[i]: lines outside tables, from top to bottom; outer[i]: top and
    bottom of the tables on the page (inf, -inf where there are none): furniture stands outside them."""
    edges = [_edges(lines, *extent) for lines, extent in zip(pages, outer, strict=True)]
    body = _body_size(pages)
    return _page_numbers(edges) | _running_heads(edges, body)


def _edges(lines: Sequence[TextLine], first_table: float, last_table: float) -> list[Edge]:
    """The outermost lines of a page."""
    head = [line for line in lines[:_OUTERMOST] if line.middle < min(first_table, line.frame.height / 2)]
    foot = [line for line in lines[-_OUTERMOST:] if line.middle > max(last_table, line.frame.height / 2)]
    return [
        *(Edge(line, True, line.middle) for line in head),
        *(Edge(line, False, line.frame.height - line.middle) for line in foot),
    ]


def _body_size(pages: Sequence[Sequence[TextLine]]) -> float:
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.em * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _page_numbers(edges: Sequence[Sequence[Edge]]) -> set[int]:
    """Lines that are numbers and count with their pages at one place, or that say they are page numbers."""
    counting: dict[tuple[bool, int, int], list[Edge]] = defaultdict(list)
    found: set[int] = set()
    for edge in (edge for page in edges for edge in page):
        if edge.depth > _NUMBER_SHARE * edge.line.frame.height or len(edge.line.text) > _LONGEST_NUMBER:
            continue
        text = fold_widths(edge.line.text).strip().lower()
        match = _PAGE_NUMBER.fullmatch(text)
        if match is None:
            continue
        if _SAYS_PAGE.search(text):
            found.add(id(edge.line))
        ahead = _value(match[1]) - edge.line.frame.number
        counting[edge.at_top, ahead, round(edge.depth / _SAME_HEIGHT)].append(edge)
    for (at_top, ahead, height), here in counting.items():
        near = [*here, *counting.get((at_top, ahead, height + 1), ()), *counting.get((at_top, ahead, height - 1), ())]
        if len({edge.line.frame.number for edge in near}) > 1 or (len(edges) == 1 and ahead == 0):
            found.update(id(edge.line) for edge in here)
    return found


def _value(numeral: str) -> int:
    if numeral.isdigit():
        return int(numeral)
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


def _running_heads(edges: Sequence[Sequence[Edge]], body: float) -> set[int]:
    """Lines whose text stands at one height on several pages, word for word or but for a number that counts pages."""
    alike: dict[tuple[bool, str], list[Edge]] = defaultdict(list)
    for edge in (edge for page in edges for edge in page):
        height = edge.line.frame.height
        depth = _SMALL_SHARE * height if edge.line.em < _SMALL * body else max(_HEAD_DEPTH, _HEAD_SHARE * height)
        text = key(edge.line.text)
        if edge.depth <= depth and edge.line.em <= max(_LARGER * body, _LARGEST) and _LETTER.search(text):
            alike[edge.at_top, text].append(edge)
            alike[edge.at_top, _counted_from(edge.line.frame.number, text)].append(edge)
    fewest = max(2, _FEWEST_SHARE * len(edges))
    found: set[int] = set()
    for group in alike.values():
        for edge in group:
            near = {other.line.frame.number for other in group if abs(other.depth - edge.depth) <= _SAME_HEIGHT}
            repeats = edge.line.frame.number > min(near)
            if len(near) >= fewest and (repeats or edge.line.em <= _LARGER * body):
                found.add(id(edge.line))
    return found


def _counted_from(page: int, text: str) -> str:
    """The text with the difference to its page in place of each short number: the same on pages that it counts."""
    return _COUNT.sub(lambda number: f"<{int(number[0]) - page}>", text)
