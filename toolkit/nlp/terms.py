"""A sentence → the terms that linear models know it by: runs of one to three characters, groups of words, shapes."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import combinations

from toolkit.patterns import regex
from toolkit.text import key

GROUP = "@"
SHAPE = "@~"
MATTER = "@="
_LISTS = ("categories", "roles")
_PATTERNS = ("shapes", "matters", "clauses")
_TELLING = ("bad", "cause", "cond", "fig", "good", "imp", "plan")
_LONGEST = 3
_LONGEST_WORD = 4
_BOUNDS = ("^", "$", "^$")
_HEADING = regex(r"\[(\w+)\]")
_HAN = regex("[一-鿿]")
_FIGURE = regex(r"\d[\d,.]*")
_PIECES = regex(r"[,;:。]")
_EDGES = regex(r"^[;,.:。、()\s-]+|[;,.:。、\s-]+$")


@cache
def lexicon() -> Mapping[str, tuple[str, ...]]:
    """Word of up to four characters → groups it speaks for: categories of reasons (D1…), roles of sentences."""
    found: dict[str, list[str]] = {}
    for name in _LISTS:
        for group, lines in _sections(name).items():
            for word in " ".join(lines).split():
                found.setdefault(word, []).append(group)
    return {word: tuple(groups) for word, groups in found.items()}


def lexicon_hash() -> str:
    """What a model was trained with: its terms mean something else under another lexicon."""
    return hashlib.sha256(b"\0".join(_list(name) for name in _LISTS + _PATTERNS)).hexdigest()


@cache
def patterns(name: str) -> Mapping[str, re.Pattern[str]]:
    """Name → pattern (its lines are alternatives), of one list of patterns."""
    return {label: re.compile("|".join(lines)) for label, lines in _sections(name).items()}


@cache
def _sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """Section of a list → its lines."""
    found: dict[str, list[str]] = {}
    section: list[str] = []
    for line in _list(name).decode("utf-8").splitlines():
        if line.startswith("# "):
            continue
        if heading := _HEADING.fullmatch(line):
            section = found.setdefault(heading[1], [])
        else:
            section.append(line)
    return {label: tuple(lines) for label, lines in found.items()}


@cache
def _list(name: str) -> bytes:
    return (files("toolkit.nlp") / "lexicon" / f"{name}.txt").read_bytes()


def plain(text: str) -> str:
    """The text as the models see it: one width, no spaces, every figure a 0, no marks at the ends."""
    return _EDGES.sub("", _FIGURE.sub("0", key(text)))


def terms(text: str) -> list[str]:
    """Terms of a sentence, each once; `@D4` where it has a word of the group, `@D4+` and `@D4++` where two, three."""
    bounded = f"^{plain(text)}$"
    known = lexicon()
    found: dict[str, None] = dict.fromkeys(_shapes(bounded[1:-1]))
    hits: dict[str, set[str]] = {}
    for length in range(1, _LONGEST_WORD + 1):
        for start in range(len(bounded) - length + 1):
            run = bounded[start : start + length]
            if length <= _LONGEST and run not in _BOUNDS:
                found[run] = None
            for group in known.get(run, ()):
                hits.setdefault(group, set()).add(run)
    for group, words in hits.items():
        found.update(dict.fromkeys(f"{GROUP}{group}{'+' * more}" for more in range(min(len(words), 3))))
    return list(found)


def reason_terms(text: str) -> list[str]:
    """Terms of one thing that a reason says: those of a sentence, and what it is about and what is wrong."""
    return [*terms(text), *dict.fromkeys(_matters(plain(text)))]


def amiss(text: str) -> bool:
    """Whether a plain text tells something bad: 未发生事故 does not."""
    known = patterns("shapes")
    return known["bad"].search(known["safe"].sub("*", text)) is not None


def _shapes(text: str) -> Iterator[str]:
    """How the sentence is built: each shape, each pair, each of the telling ones that is missing.

    What a linear model cannot put together itself: something good and nothing bad, something bad and a figure.
    """
    if not _HAN.search(text):
        return
    known = patterns("shapes")
    shown = sorted(name for name, shape in known.items() if (amiss(text) if name == "bad" else shape.search(text)))
    yield from (SHAPE + name for name in shown)
    yield from (f"{SHAPE}{one}&{other}" for one, other in combinations(shown, 2))
    yield from (f"{SHAPE}!{name}" for name in _TELLING if name not in shown)


def _matters(text: str) -> Iterator[str]:
    """Each matter, and each two that stand in one clause: what is paid, delivered or proved, and what is amiss."""
    known = patterns("matters")
    for piece in _PIECES.split(text):
        told = sorted(name for name, matter in known.items() if matter.search(piece))
        yield from (MATTER + name for name in told)
        yield from (f"{MATTER}{one}&{other}" for one, other in combinations(told, 2))
