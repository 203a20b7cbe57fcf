"""Names of indicators with their level-2 group and nature: from the lexicon, and from wordings of one part."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import Final

from toolkit.corpus.lexicon import DRAWS, Entry, kinds
from toolkit.corpus.sentences.compose import filled
from toolkit.corpus.sentences.grammar import FOLDS, Part, say

GROUPS: Final = (
    "quantity",
    "quality",
    "timeliness",
    "cost",
    "economic",
    "social",
    "ecological",
    "sustained",
    "satisfaction",
    "process",
)
NATURES: Final = ("higher", "lower", "words", "date")
_DRAWN: Final = dict(zip(DRAWS, GROUPS, strict=False))
_MARKS: Final = {"": "higher", "<": "lower", "文": "words", "日": "date"}


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its truth; `source`: the wording, or the name of the lexicon, that it came from."""

    name: str
    group: str
    nature: str
    source: str


def names(part: Part, seed: int, size: int) -> tuple[Named, ...]:
    """All names that the lexicon has for a part, then the new ones of so many draws; the same for the same seed.

    A name that any other part has as well is none of the test's.
    """
    chance = Random(f"names/{part}/{seed}")  # noqa: S311
    seen = {one.name for other in FOLDS for one in names(other, seed, size)} if part == "test" else set()
    found: list[Named] = []
    for made in (*map(_listed, entries(part)), *(_made(chance, part) for _ in range(size))):
        if made.name not in seen:
            seen.add(made.name)
            found.append(made)
    return tuple(found)


@cache
def entries(part: Part) -> tuple[Entry, ...]:
    """The lexicon's indicators of a part: whole kinds of department go to one."""
    dealt = kinds("test") if part == "test" else (*kinds("train"), *kinds("validation"))[FOLDS.index(part) :: 5]
    return tuple(entry for kind in dealt for draw in DRAWS for entry in kind.entries[draw])


def _listed(entry: Entry) -> Named:
    nature = {"定性": "words", "日期": "date"}.get(entry.unit, "lower" if entry.lower_is_better else "higher")
    return Named(entry.name, _DRAWN[entry.draw], nature, f"lexicon/{entry.name}")


def wordings(group: str, part: Part) -> tuple[str, ...]:
    """Wordings of a group's names that belong to a part."""
    if part == "test":
        return _read("test")[group]
    return _read("train")[group][FOLDS.index(part) :: len(FOLDS)]


@cache
def _read(name: str) -> Mapping[str, tuple[str, ...]]:
    table = tomllib.loads((files("toolkit.corpus.names") / f"{name}.toml").read_text("utf-8"))
    return {group: tuple(lines) for group, lines in table.items()}


def _made(chance: Random, part: Part) -> Named:
    group = chance.choice(GROUPS)
    line = chance.choice(wordings(group, part))
    wording, mark = _parted(line)
    return Named(
        say(wording, chance, lambda slot: filled(slot, chance, part)), group, _MARKS[mark], f"{group}/{wording}"
    )


def _parted(line: str) -> tuple[str, str]:
    """A wording and its mark: what follows the last bar, where no bracket closes behind it."""
    wording, bar, mark = line.rpartition("|")
    return (wording, mark) if bar and mark in _MARKS else (line, "")
