"""Sentence with its brackets → its figures in the order of the text, each with the words of its clause.

A figure alone in brackets stands for what is named before them: “行政人员（70人）”.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.figures.sentence import MASKED, Sentence
from toolkit.figures.spot import Spot

_MARK: Final = re.compile("[,;:、。]")
_MARK_OF_ROW: Final = re.compile("[,;:。]")
_IN_TURN: Final = re.compile("分别|依次")


@dataclass(frozen=True, slots=True)
class Inline:
    """A figure, where it stands in the passage, the words before it since the figure or the mark before, and those
    behind it up to the next; `mark`: the mark before the words, "" where a figure or nothing is."""

    spot: Spot
    place: int
    words: str
    behind: str
    mark: str


def inline(sentence: Sentence, asides: Sequence[Sentence]) -> tuple[Inline, ...]:
    """The figures of a sentence and of its brackets."""
    found = [one for line in (sentence, *asides) for one in _of(line, sentence)]
    return tuple(sorted(found, key=lambda one: one.place))


def _of(line: Sentence, outer: Sentence) -> Iterator[Inline]:
    last = 0
    for number, (low, high, spot) in enumerate(line.runs):
        words, mark = _clause(line.text[last:low])
        following = line.runs[number + 1][0] if number + 1 < len(line.runs) else len(line.text)
        behind = _MARK.split(line.text[high:following])[0]
        last = high
        if line is not outer and len(line.runs) == 1 and not MASKED.sub("", line.text).strip():
            place = max(0, line.start - 1 - outer.start)
            before = max((end for _, end, _ in outer.runs if end <= place), default=0)
            words, mark = _clause(outer.text[before:place])
        yield Inline(spot, spot.start, MASKED.sub("", words).strip(), MASKED.sub("", behind).strip(), mark)


def _clause(gap: str) -> tuple[str, str]:
    """The words behind the last mark of a gap, one at its very end apart, and that mark."""
    text = gap.rstrip(" :")
    marks = list((_MARK_OF_ROW if _IN_TURN.search(text) else _MARK).finditer(text))
    return (text[marks[-1].end() :], marks[-1][0]) if marks else (text, "")
