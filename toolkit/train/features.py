"""Sentences → rows of a sparse matrix over the terms of several phrasings, scaled as the run time scales them."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from toolkit.nlp.terms import GROUP

_LEAST_PHRASINGS = 5

Analyzer = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Features:
    """The terms of a model in order, and the weight that each has in a sentence before its length is made one."""

    analyzer: Analyzer
    vocabulary: tuple[str, ...]
    scales: tuple[float, ...]

    def matrix(self, texts: Sequence[str]) -> Any:
        """A row a text: scale of each known term, the row's length made one."""
        from sklearn.feature_extraction.text import CountVectorizer
        from sklearn.preprocessing import normalize

        counted = CountVectorizer(analyzer=self.analyzer, binary=True, vocabulary=self.vocabulary, dtype="float64")
        return normalize(counted.transform(texts).multiply(self.scales).tocsr())


def learn_features(texts: Iterable[tuple[str, str]], analyzer: Analyzer, trust: float) -> Features:
    """From texts and their phrasings: terms of at least five phrasings; rarer ones tell of a phrasing alone. Groups of
    the lexicon count `trust` times as much as a run of characters."""
    phrasings: dict[str, set[str]] = {}
    count = 0
    frequency: dict[str, int] = {}
    for text, phrasing in texts:
        count += 1
        for term in analyzer(text):
            phrasings.setdefault(term, set()).add(phrasing)
            frequency[term] = frequency.get(term, 0) + 1
    kept = sorted(term for term, places in phrasings.items() if len(places) >= _LEAST_PHRASINGS)
    return Features(analyzer, tuple(kept), single(_scale(term, frequency[term], count, trust) for term in kept))


def _scale(term: str, frequency: int, count: int, trust: float) -> float:
    """Inverse document frequency, of groups times their trust."""
    from math import log

    rarity = log((1 + count) / (1 + frequency)) + 1
    return rarity * trust if term.startswith(GROUP) else rarity


def single(values: Iterable[float]) -> tuple[float, ...]:
    """The values as single floats keep them: what is trained is what is stored."""
    return tuple(array("f", values))
