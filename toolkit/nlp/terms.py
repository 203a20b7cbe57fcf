"""A sentence → the terms that linear models know it by: runs of one to three characters, and groups of the lexicon."""

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from toolkit.text import key

GROUP = "@"
_LISTS = ("categories", "roles")
_LONGEST = 3
_LONGEST_WORD = 4
_BOUNDS = ("^", "$", "^$")
_FIGURE = re.compile(r"\d[\d,.]*")
_EDGES = re.compile(r"^[;,.:。、()\s-]+|[;,.:。、\s-]+$")


@cache
def lexicon() -> Mapping[str, tuple[str, ...]]:
    """Word of up to four characters → groups it speaks for: categories of reasons (D1…), roles of sentences."""
    found: dict[str, list[str]] = {}
    for name in _LISTS:
        group = ""
        for line in _list(name).decode("utf-8").splitlines():
            if line.startswith("["):
                group = line.strip("[]")
            elif not line.startswith("# "):
                for word in line.split():
                    found.setdefault(word, []).append(group)
    return {word: tuple(groups) for word, groups in found.items()}


def lexicon_hash() -> str:
    """What a model was trained with: its terms mean something else under another lexicon."""
    return hashlib.sha256(b"\0".join(_list(name) for name in _LISTS)).hexdigest()


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
    found: dict[str, None] = {}
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
