"""Sentence with its brackets → its figures in the order of the text, each with the words of its clause.

A figure alone in brackets stands for what is named before them: “行政人员（70人）”.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.figures.sentence import MASKED, Sentence
from toolkit.figures.spot import Spot
from toolkit.patterns import regex

_MARK: Final = regex("[,;:、。]")
_MARK_OF_ROW: Final = regex("[,;:。]")
_IN_TURN: Final = regex("分别|依次")


@dataclass(frozen=True, slots=True)
class Inline:
    """A figure, where it stands in the passage, the words before it since the figure or the mark before, and those
    behind it up to the next; `masked`: the words before it with the marks for dates, quotes and brackets; `bracketed`:
    it stands in brackets among other words."""

    spot: Spot
    place: int
    masked: str
    behind: str
    bracketed: bool = False

    @property
    def words(self) -> str:
        """The words before it alone."""
        return _plain(self.masked)


def inline(sentence: Sentence, asides: Sequence[Sentence]) -> tuple[Inline, ...]:
    """The figures of a sentence and of its brackets."""
    alone = {aside.start - 1 - sentence.start: aside for aside in asides if _is_a_figure(aside)}
    ends = sorted([end for _, end, _ in sentence.runs] + [at + len(one.text) + 2 for at, one in alone.items()])
    found = [one for line in (sentence, *asides) if not _is_a_figure(line) for one in _of(line, ends)]
    for place, aside in alone.items():
        found.append(Inline(aside.runs[0][2], aside.start, _clause(sentence.text[_last(ends, place) : place]), ""))
    return tuple(sorted(found, key=lambda one: one.place))


def _is_a_figure(aside: Sentence) -> bool:
    """Whether brackets hold nothing but a figure."""
    return aside.aside and len(aside.runs) == 1 and not _plain(aside.text)


def _of(line: Sentence, ends: Sequence[int]) -> Iterator[Inline]:
    """The figures of a line; `ends`: where the figures of the sentence end, for its own line."""
    last = 0
    for number, (low, high, spot) in enumerate(line.runs):
        words = _clause(line.text[last if line.aside else _last(ends, low) : low])
        following = line.runs[number + 1][0] if number + 1 < len(line.runs) else len(line.text)
        yield Inline(spot, spot.start, words, _plain(_MARK.split(line.text[high:following])[0]), line.aside)
        last = high


def _last(ends: Sequence[int], place: int) -> int:
    index = bisect_right(ends, place)
    return ends[index - 1] if index else 0


def _plain(words: str) -> str:
    return MASKED.sub("", words).strip()


def _clause(gap: str) -> str:
    """The words behind the last mark of a gap, one at its very end apart."""
    return (_MARK_OF_ROW if _IN_TURN.search(gap) else _MARK).split(gap.rstrip(" :"))[-1]
