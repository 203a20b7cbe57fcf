"""Sentence with its brackets → its figures in the order of the text, each with the words of its clause.

A figure alone in brackets stands for what is named before them: “行政人员（70人）”.
"""

import re
from bisect import bisect_right
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
    alone = {aside.start - 1 - sentence.start: aside for aside in asides if _is_a_figure(aside)}
    ends = sorted([end for _, end, _ in sentence.runs] + [at + len(one.text) + 2 for at, one in alone.items()])
    found = [one for line in (sentence, *asides) if not _is_a_figure(line) for one in _of(line, ends)]
    for place, aside in alone.items():
        words, mark = _clause(sentence.text[_last(ends, place) : place])
        found.append(Inline(aside.runs[0][2], aside.start, _plain(words), "", mark))
    return tuple(sorted(found, key=lambda one: one.place))


def _is_a_figure(aside: Sentence) -> bool:
    """Whether brackets hold nothing but a figure."""
    return aside.aside and len(aside.runs) == 1 and not _plain(aside.text)


def _of(line: Sentence, ends: Sequence[int]) -> Iterator[Inline]:
    """The figures of a line; `ends`: where the figures of the sentence end, for its own line."""
    last = 0
    for number, (low, high, spot) in enumerate(line.runs):
        words, mark = _clause(line.text[last if line.aside else _last(ends, low) : low])
        following = line.runs[number + 1][0] if number + 1 < len(line.runs) else len(line.text)
        yield Inline(spot, spot.start, _plain(words), _plain(_MARK.split(line.text[high:following])[0]), mark)
        last = high


def _last(ends: Sequence[int], place: int) -> int:
    index = bisect_right(ends, place)
    return ends[index - 1] if index else 0


def _plain(words: str) -> str:
    return MASKED.sub("", words).strip()


def _clause(gap: str) -> tuple[str, str]:
    """The words behind the last mark of a gap, one at its very end apart, and that mark."""
    text = gap.rstrip(" :")
    marks = list((_MARK_OF_ROW if _IN_TURN.search(text) else _MARK).finditer(text))
    return (text[marks[-1].end() :], marks[-1][0]) if marks else (text, "")
