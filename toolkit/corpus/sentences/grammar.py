"""Lines of grammar/*.txt → phrasings by section, each dealt to one part of the corpus; phrasings → words.

Those of the part `test` have files of their own (grammar/test), frozen: nobody reads them while writing the others.
A line is one phrasing: `[a|b]` chooses, `{slot}` is filled. Lines of facts.txt may begin with their codes (`D1,D13|`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from typing import Final, Literal, TypeAlias, get_args

from toolkit.patterns import regex

Part: TypeAlias = Literal["first", "second", "third", "fourth", "validation", "test"]
PARTS: Final[tuple[Part, ...]] = get_args(Part)
FOLDS: Final[tuple[Part, ...]] = PARTS[:-1]

_CODES = regex(r"^(D\d+(?:,D\d+)*)\|")
_CHOICE = regex(r"\[([^\[\]]*)\]")
_SLOT = regex(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One way to say something; `codes` are the categories of reasons that it says."""

    place: str
    text: str
    codes: tuple[str, ...] = ()


@cache
def sections(name: str) -> dict[str, tuple[Phrasing, ...]]:
    """Section → its phrasings in order, of one file of the grammar."""
    found: dict[str, list[Phrasing]] = {}
    section = ""
    for line in (files("toolkit.corpus.sentences") / "grammar" / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            section = line[2:]
        elif line:
            found.setdefault(section, []).append(_phrasing(name, section, len(found.get(section, ())), line))
    return {section: tuple(phrasings) for section, phrasings in found.items()}


def _phrasing(name: str, section: str, number: int, line: str) -> Phrasing:
    stated = _CODES.match(line)
    own = (section,) if name.endswith("facts") and section != "D0" else ()
    codes = tuple(stated[1].split(",")) if stated else own
    return Phrasing(f"{name}/{section}/{number}", line[stated.end() :] if stated else line, codes)


@cache
def words(kind: str, part: Part) -> tuple[str, ...]:
    """Words of a part that fill one kind of slot: things, bodies, … (words.txt), or what topics call for."""
    if part == "test":
        return tuple(sections("test/words")[kind][0].text.split("；"))
    listed = sections("words").get(kind)
    found = [word for line in listed for word in line.text.split()] if listed else _called_for(kind)
    return tuple(found[FOLDS.index(part) :: len(FOLDS)])


def _called_for(kind: str) -> list[str]:
    lines = [line.text.partition(" ") for topic in sections("topics").values() for line in topic]
    return [word for owner, _, listed in lines if owner == kind for word in listed.split("；")]


@cache
def phrasings(name: str, section: str, part: Part) -> tuple[Phrasing, ...]:
    """The phrasings of a section that belong to a part."""
    if part == "test":
        return sections(f"test/{name}")[section]
    return sections(name)[section][FOLDS.index(part) :: len(FOLDS)]


def say(text: str, chance: Random, fill: Callable[[str], str]) -> str:
    """The words of a phrasing: choices made, slots filled (a filling may have choices and slots of its own)."""
    while (found := _CHOICE.search(text)) is not None:
        text = text[: found.start()] + chance.choice(found[1].split("|")) + text[found.end() :]
    return _SLOT.sub(lambda slot: fill(slot[1]), text)
