"""Patterns with alternatives and slots, by fact and split → sentences: “[全年|当年]支出{spent}，执行率{rate}。”"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Final, Literal, TypeAlias

from toolkit.patterns import regex

Split: TypeAlias = Literal["train", "validation", "test"]

SPLITS: Final[tuple[Split, ...]] = ("train", "validation", "test")
PHRASES: Final = Path(__file__).parent / "phrases"
_SLOT: Final = regex(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """What one split may say: fact → patterns."""

    patterns: Mapping[str, tuple[str, ...]]

    def say(self, fact: str, chance: Random, **slots: str) -> str:
        """One phrasing of a fact. Raises KeyError for a fact or a slot that nobody gives."""
        pattern = chance.choice(self.patterns[fact])
        return filled(choose(pattern, chance), slots)


@cache
def phrasebook(split: Split) -> Phrasebook:
    """Every fact's patterns of this split, from all files of `phrases/`."""
    return Phrasebook({fact: by_split[split] for fact, by_split in all_patterns().items()})


@cache
def all_patterns() -> dict[str, dict[Split, tuple[str, ...]]]:
    """Fact → split → patterns, those of a fact in several files one after another."""
    found: dict[str, dict[Split, tuple[str, ...]]] = {}
    for path in sorted(PHRASES.glob("*.toml")):
        for fact, said in tomllib.loads(path.read_text("utf-8")).items():
            known = found.get(fact, {})
            found[fact] = {split: (*known.get(split, ()), *said.get(split, ())) for split in SPLITS}
    return found


def filled(text: str, slots: Mapping[str, str]) -> str:
    """The text with its slots."""
    return _SLOT.sub(lambda slot: slots[slot[1]], text)


def choose(pattern: str, chance: Random) -> str:
    """The pattern with one of each group of alternatives, slots still open."""
    return "".join(part if isinstance(part, str) else choose(chance.choice(part), chance) for part in _parts(pattern))


def count(pattern: str) -> int:
    """How many phrasings a pattern has."""
    product = 1
    for part in _parts(pattern):
        product *= 1 if isinstance(part, str) else sum(count(branch) for branch in part)
    return product


def _parts(pattern: str) -> Iterator[str | list[str]]:
    """Plain text, and lists of alternatives; a group may stand in another."""
    depth, start = 0, 0
    branches: list[str] = []
    for place, letter in enumerate(pattern):
        if letter == "[":
            if depth == 0:
                yield pattern[start:place]
                start, branches = place + 1, []
            depth += 1
        elif letter == "|" and depth == 1:
            branches.append(pattern[start:place])
            start = place + 1
        elif letter == "]":
            depth -= 1
            if depth == 0:
                yield [*branches, pattern[start:place]]
                start = place + 1
    yield pattern[start:]
