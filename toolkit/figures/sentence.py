"""Passage → sentences with their numerals masked, so that the words between numerals can be matched by pattern.

In a masked text each quantity is one NUMBER run (first character, then filler), each date one DATE run; what stands
in quotation marks or 《》 is one QUOTED run, what stands in brackets one ASIDE run and a sentence of its own.
All offsets stay.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from toolkit.figures.spot import Passage, Spot
from toolkit.patterns import regex
from toolkit.text import fold_widths

NUMBER = "\ue000\ue001*"
DATE = "\ue002\ue003*"
QUOTED = "\ue004\ue005*"
ASIDE = "\ue006\ue007*"
_MARKS = {
    "number": ("\ue000", "\ue001"),
    "date": ("\ue002", "\ue003"),
    "quoted": ("\ue004", "\ue005"),
    "aside": ("\ue006", "\ue007"),
}
MASKED = regex("[\ue000-\ue007]")
_NO_MASK = "\ufffd"
NUMBER_RUN = regex(NUMBER)
_QUOTES = regex("《[^《》]{0,120}》|“[^“”]{0,80}”|‘[^‘’]{0,40}’|「[^「」]{0,80}」")
_STOP = regex(r"[。!?\n]")
_OPEN, _CLOSE = "([", ")]"
_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or an aside. `text`: masked; offset i stands at `start + i` of the passage.

    `numbers`: its numerals by where they begin; `runs`: (start, end, numeral) of their NUMBER runs, in order.
    `previous`: the sentence before it in the passage; `lead`: for an aside, the numeral that it follows directly;
    `outer`: for an aside, the sentence that it stands in.
    """

    passage: Passage
    start: int
    text: str
    numbers: dict[int, Spot] = field(repr=False)
    runs: tuple[tuple[int, int, Spot], ...] = field(repr=False)
    previous: "Sentence | None" = field(default=None, repr=False)
    lead: Spot | None = None
    aside: bool = False
    outer: "Sentence | None" = field(default=None, repr=False)

    def spot(self, found: re.Match[str], group: str | int = 0) -> Spot:
        """The numeral whose NUMBER run the group holds."""
        return self.numbers[found.start(group)]

    def printed(self, start: int, end: int) -> str:
        """The words as printed at [start, end) of the masked text."""
        return self.passage.text[self.start + start : self.start + end]


def sentences_of(passage: Passage) -> Iterator[Sentence]:
    """Sentences in order, each followed by its asides."""
    if not any(spot.quantity is not None for spot in passage.spots):
        return
    masked = _mask_figures(passage)
    asides = sorted(span for span in _brackets(masked) if span[2] <= _DEEPEST)
    outer = _blank(masked, 0, [span for span in asides if span[2] == 0])
    index = _Index(passage)
    previous: Sentence | None = None
    upcoming = 0
    for start, end in _spans(outer):
        text = outer[start:end]
        sentence = Sentence(passage, start, text, *index.of(text, start), previous)
        yield sentence
        previous = sentence
        while upcoming < len(asides) and asides[upcoming][0] < end:
            yield replace(_aside(passage, masked, asides, upcoming, index), outer=sentence)
            upcoming += 1


class _Index:
    """Numerals of a passage by where they start and end."""

    def __init__(self, passage: Passage) -> None:
        self._spots = [spot for spot in passage.spots if spot.quantity is not None]
        self._starts = [spot.start for spot in self._spots]
        self.by_end = {spot.end: spot for spot in self._spots}

    def of(self, text: str, offset: int) -> tuple[dict[int, Spot], tuple[tuple[int, int, Spot], ...]]:
        """Numerals that show as NUMBER runs in `text`, which begins at `offset` of the passage: by place, and in order
        with their runs."""
        low = bisect_left(self._starts, offset)
        high = bisect_left(self._starts, offset + len(text))
        near = ((spot.start - offset, spot) for spot in self._spots[low:high])
        numbers = {place: spot for place, spot in near if text[place] == _MARKS["number"][0]}
        runs = (found.span() for found in NUMBER_RUN.finditer(text))
        return numbers, tuple((start, end, numbers[start]) for start, end in runs)


def _aside(passage: Passage, masked: str, asides: list[tuple[int, int, int]], which: int, index: _Index) -> Sentence:
    start, end, depth = asides[which]
    inner = []
    for other in range(which + 1, len(asides)):
        if asides[other][0] >= end:
            break
        if asides[other][2] == depth + 1:
            inner.append(asides[other])
    text = _blank(masked[start + 1 : end - 1], start + 1, inner)
    return Sentence(passage, start + 1, text, *index.of(text, start + 1), None, index.by_end.get(start), aside=True)


def _mask_figures(passage: Passage) -> str:
    text = list(MASKED.sub(_NO_MASK, fold_widths(passage.text)))
    quotes = [found.span() for found in _QUOTES.finditer(passage.text)]
    for spot in passage.spots:
        kind = "date" if spot.role == "date" else "number" if spot.quantity is not None else None
        if kind:
            _fill(text, spot.start, spot.end, kind)
    for start, end in quotes:
        _fill(text, start, end, "quoted")
    return "".join(text)


def _fill(text: list[str], start: int, end: int, kind: str) -> None:
    first, rest = _MARKS[kind]
    text[start:end] = [first] + [rest] * (end - start - 1)


def _brackets(masked: str) -> list[tuple[int, int, int]]:
    """(start, end, depth) of every bracketed span, brackets included; unclosed ones are none."""
    stack: list[int] = []
    found = []
    for index, char in enumerate(masked):
        if char in _OPEN:
            stack.append(index)
        elif char in _CLOSE and stack:
            found.append((stack.pop(), index + 1, len(stack)))
    return _level(found, len(stack))


def _level(found: list[tuple[int, int, int]], unclosed: int) -> list[tuple[int, int, int]]:
    """Depths counted by closed brackets only."""
    if not unclosed:
        return found
    levelled: list[tuple[int, int, int]] = []
    ends: list[int] = []
    for start, end, _ in sorted(found):
        while ends and ends[-1] <= start:
            ends.pop()
        levelled.append((start, end, len(ends)))
        ends.append(end)
    return levelled


def _blank(text: str, offset: int, spans: list[tuple[int, int, int]]) -> str:
    """`text`, which begins at `offset`, with each span replaced by an ASIDE run."""
    pieces: list[str] = []
    last = 0
    first, rest = _MARKS["aside"]
    for start, end, _ in spans:
        pieces += [text[last : start - offset], first, rest * (end - start - 1)]
        last = end - offset
    return "".join([*pieces, text[last:]])


def _spans(text: str) -> Iterator[tuple[int, int]]:
    last = 0
    for found in _STOP.finditer(text):
        if text[last : found.start()].strip():
            yield last, found.start()
        last = found.end()
    if text[last:].strip():
        yield last, len(text)
