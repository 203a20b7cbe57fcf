"""Pairs of indicator names: the same worded anew, turned into another indicator, or another of the same department."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import Final

from toolkit.compare.similarity import bigrams, dice
from toolkit.corpus.names.compose import entries
from toolkit.corpus.sentences.grammar import FOLDS, Part

LABELS: Final = ("same", "turned", "another")
_MOST: Final = 3
_SHORTEST: Final = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names with their truth; `way`: how the second came about."""

    first: str
    second: str
    label: str
    way: str


def pairs(part: Part, seed: int) -> Iterator[Pair]:
    """For each name of the lexicon's part: a few worded anew, a few turned, one with a word of another name in it, and
    the likest other name of the part; the same for the same seed."""
    chance = Random(f"pairs/{part}/{seed}")  # noqa: S311
    names = [entry.name for entry in entries(part)]
    for name in names:
        for label in ("same", "turned"):
            fitting = [way for way in _ways(label, part) if _worded(name, way) != name]
            for way in chance.sample(fitting, min(_MOST, len(fitting))):
                yield Pair(name, _worded(name, way), label, f"{label}/{way}")
        if len(name) >= _SHORTEST:
            yield Pair(name, _mixed(name, chance.choice(names), chance), "another", f"mixed/{name}")
        likest = max((other for other in names if other != name), key=lambda other: dice(bigrams(name), bigrams(other)))
        yield Pair(name, likest, "another", f"another/{name}")


def _worded(name: str, way: str) -> str:
    pattern, _, into = way.partition(" → ")
    return re.sub(pattern, into, name, count=1)


def _mixed(name: str, other: str, chance: Random) -> str:
    """The name with two of its first characters replaced by two of another's: another thing, the same kind of count."""
    place, taken = chance.randint(0, len(name) - 5), chance.randint(0, max(0, len(other) - 5))
    return name[:place] + other[taken : taken + 2] + name[place + 2 :]


@cache
def _ways(label: str, part: Part) -> tuple[str, ...]:
    listed = _read()["test" if part == "test" else "train"][label]
    return listed if part == "test" else listed[FOLDS.index(part) :: len(FOLDS)]


@cache
def _read() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    table = tomllib.loads((files("toolkit.corpus.names") / "reworded.toml").read_text("utf-8"))
    return {split: {label: tuple(ways) for label, ways in found.items()} for split, found in table.items()}
