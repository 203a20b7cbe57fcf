"""Text → words: our own jieba tokenizer with the domain's words, every figure with its unit sign kept whole.

Where rjieba is installed (the extra `fast`) it cuts the same words, ten times as fast.
"""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.patterns import regex

if TYPE_CHECKING:
    import jieba

_WHOLE = regex(r"\d[\d,，.．]*\d[%％‰]?|\d[%％‰]?|[A-Za-z]+")
_DOMAIN_FREQUENCY = 2000


def words(text: str) -> list[str]:
    """Words in order; joined they are the text again."""
    found: list[str] = []
    done = 0
    for whole in _WHOLE.finditer(text):
        found += _cut(text[done : whole.start()])
        found.append(whole[0])
        done = whole.end()
    return found + _cut(text[done:])


def _cut(text: str) -> list[str]:
    return cutter()(text) if text else []


@cache
def cutter() -> Callable[[str], list[str]]:
    """What cuts Chinese text: rjieba where it is there, else jieba; both with the domain's words."""
    try:
        import rjieba
    except ImportError:
        made = tokenizer()
        return lambda text: [str(word) for word in made.cut(text, HMM=False)]
    fast = rjieba.Jieba()
    for word in _domain_words():
        fast.add_word(word, _DOMAIN_FREQUENCY, None)
    return lambda text: list(fast.cut(text, hmm=False))


@cache
def tokenizer() -> "jieba.Tokenizer":
    """A tokenizer of our own: the global one stays as other programs in this process left it.

    Its cache stands in a folder of this user alone; where none can be made it is built anew each time.
    """
    import logging

    import jieba

    jieba.setLogLevel(logging.CRITICAL)
    made = jieba.Tokenizer()
    made.tmp_dir = str(_cache_folder())
    made.cache_file = "words.cache"
    made.initialize()
    for word in _domain_words():
        made.add_word(word, _DOMAIN_FREQUENCY)
    made.total = sum(made.FREQ.values())  # add_word counts a known word twice; rjieba does not
    return made


@cache
def _domain_words() -> tuple[str, ...]:
    listed = (files("toolkit.nlp") / "lexicon" / "words.txt").read_text("utf-8").splitlines()
    return tuple(word for line in listed if not line.startswith("# ") for word in line.split())


def _cache_folder() -> Path:
    from platformdirs import user_cache_path

    folder = user_cache_path("jixiao-toolkit") / "jieba"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return Path("/nonexistent")
    return folder
