"""Texts and names of lines → which texts name which line, which speak of so many points lost: looked up, not searched.

Texts and names are keys here (`text.key`: one width, no blanks). No line costs a walk through a long text: whether a
name stands there outside of the line's own words is told by the characters around its first and last place.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from toolkit.patterns import regex
from toolkit.text import fold_widths

_START = 2
_POINTS_LOST = regex(r"(?:扣(?:除|减|掉|去|分)?|失分?|丢分?|[少未没]得)(?:了|为|:)?([0-9.]+)分")
_ABSENT = -1


@dataclass(frozen=True, slots=True)
class Mention:
    """A text, and where a name begins in it for the first and the last time; −1 where it does not."""

    text: str
    first: int = _ABSENT
    last: int = _ABSENT

    def is_own(self, name: str, own: str) -> bool:
        """Whether the text is the line's own, or holds `own` and the name nowhere else."""
        if self.text == own:
            return True
        if not own or (self.first == _ABSENT and name in own):
            return False
        text, around = self.text, len(own) + len(name)
        if self.first != _ABSENT and name in own:
            if self.last - self.first >= around:
                return False
            text = text[max(0, self.first - around) : self.last + around + len(name)]
        return own in text and name not in text.replace(own, "", 1)


class Mentions:
    """Distinct texts by the names in them, and by the lost points."""

    def __init__(self, texts: Iterable[str], names: Iterable[str]) -> None:
        self._texts = tuple(dict.fromkeys(texts))
        self._by_name: dict[str, dict[str, Mention]] = defaultdict(dict)
        self._by_points: dict[Decimal, dict[str, None]] = defaultdict(dict)
        starts = _by_start(names)
        for text in self._texts:
            for name, (first, last) in _places(text, starts).items():
                self._by_name[name][text] = Mention(text, first, last)
            for points in points_lost(text):
                self._by_points[points][text] = None

    def of_name(self, name: str) -> Collection[Mention]:
        """Texts that hold the name (one of those given, of two characters at least)."""
        return self._by_name[name].values() if name in self._by_name else ()

    def of_points(self, points: Decimal, name: str) -> Iterator[Mention]:
        """Texts that say that so many points were lost (扣0.5分, 扣除0.50分), with the places of the name."""
        known = self._by_name.get(name, {})
        for text in self._by_points.get(points, ()):
            yield known.get(text) or Mention(text)


def points_lost(text: str) -> Iterator[Decimal]:
    """Every number of points that the text says was lost."""
    for found in _POINTS_LOST.findall(fold_widths(text)):
        with suppress(InvalidOperation):
            yield Decimal(found)


def _by_start(names: Iterable[str]) -> dict[str, dict[int, set[str]]]:
    """Names by their first characters, then by length."""
    starts: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name in names:
        if len(name) >= _START:
            starts[name[:_START]][len(name)].add(name)
    return starts


def _places(text: str, starts: dict[str, dict[int, set[str]]]) -> dict[str, tuple[int, int]]:
    """First and last place of every name in the text."""
    found: dict[str, tuple[int, int]] = {}
    for place in range(len(text) - _START + 1):
        lengths = starts.get(text[place : place + _START])
        if lengths is not None:
            for length, names in lengths.items():
                name = text[place : place + length]
                if name in names:
                    found[name] = (found[name][0] if name in found else place, place)
    return found
