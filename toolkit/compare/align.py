"""Rows → lines of several of them that mean the same, exact names first, then near names of the same group."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from toolkit.compare.contrast import Peer
from toolkit.compare.groups import groups_of, print_unlike
from toolkit.compare.similarity import LIKE, bigrams, dice, indicator_key, told_apart
from toolkit.model.comparison import Aligned, AlignedMember
from toolkit.model.record import Indicator


@dataclass(frozen=True, slots=True)
class Line:
    """One row's indicator and how near its name is to the group's."""

    peer: Peer
    indicator: Indicator
    similarity: float


@dataclass(frozen=True, slots=True)
class AlignedLines:
    """Lines under one key, in the order of rows."""

    key: str
    lines: tuple[Line, ...]

    @property
    def noun(self) -> Aligned:
        """As the comparison prints it."""
        return Aligned(key=self.key, members=tuple(_member(line) for line in self.lines))


def align(peers: Sequence[Peer]) -> tuple[AlignedLines, ...]:
    """Groups of at least two rows, by key."""
    named = [(indicator_key(line.name.value), peer, line) for peer in peers for line in peer.case.report.leaves]
    heads = _heads(named)
    groups: dict[str, list[Line]] = defaultdict(list)
    for name, peer, line in named:
        head = heads[name]
        similarity = 1.0 if head == name else round(dice(bigrams(head), bigrams(name)), 4)
        groups[head].append(Line(peer, line, similarity))
    return tuple(
        AlignedLines(name, tuple(lines))
        for name, lines in sorted(groups.items())
        if len({line.peer.index for line in lines}) > 1
    )


def _heads(named: list[tuple[str, Peer, Indicator]]) -> dict[str, str]:
    """Name → name of its group: itself, or a commoner near one that may stand in the same level-2 group."""
    stands_in: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    infer = print_unlike(line for _, _, line in named)
    for name, _, line in named:
        stands_in[name] |= groups_of(line, infer)
        counts[name] += 1
    index = _NearIndex(counts)
    heads: dict[str, str] = {}
    for name in sorted(counts, key=lambda word: (-counts[word], word)):
        heads[name] = index.nearest(name, stands_in[name]) or name
        if heads[name] == name:
            index.add(name, stands_in[name])
    return heads


class _NearIndex:
    """Names found so far by their rarest character pairs: near names share one of them (prefix filter)."""

    def __init__(self, names: Counter[str]) -> None:
        self._frequency: Counter[str] = Counter(pair for name in names for pair in bigrams(name))
        self._by_pair: dict[tuple[str, str], list[str]] = defaultdict(list)

    def add(self, name: str, groups: set[str]) -> None:
        """Take a name in, for its level-2 groups."""
        for pair in self._prefix(name):
            for group in groups:
                self._by_pair[group, pair].append(name)

    def nearest(self, name: str, groups: set[str]) -> str | None:
        """The most like name of these groups that is not told apart, if any is like enough."""
        own = bigrams(name)
        found = {
            other
            for pair in self._prefix(name)
            for group in groups
            for other in self._by_pair.get((group, pair), ())
            if not told_apart(other, name)
        }
        near = [(-score, other) for other in found if (score := dice(own, bigrams(other))) >= LIKE]
        return min(near)[1] if near else None

    def _prefix(self, name: str) -> Iterator[str]:
        """Of n pairs, near names share at least 0.739 n: so one of the rarest n − ⌈0.739 n⌉ + 1."""
        pairs = sorted(bigrams(name), key=lambda pair: (self._frequency[pair], pair))
        least = ceil(len(pairs) * LIKE / (2 - LIKE))
        return iter(pairs[: len(pairs) - least + 1])


def _member(line: Line) -> AlignedMember:
    indicator = line.indicator
    return AlignedMember(
        entity=line.peer.row.entity,
        fiscal_year=line.peer.row.fiscal_year,
        indicator=indicator.id,
        name=indicator.name.value,
        target=indicator.target,
        actual=indicator.actual,
        max_score=indicator.max_score,
        claimed_score=indicator.claimed_score,
        similarity=line.similarity,
    )
