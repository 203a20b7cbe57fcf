"""Text → words: our own jieba tokenizer with the domain's words, every figure with its unit sign kept whole."""

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.nlp.terms import lexicon, lexicon_hash

if TYPE_CHECKING:
    import jieba

_WHOLE = re.compile(r"\d[\d,，.．]*\d[%％‰]?|\d[%％‰]?|[A-Za-z]+")
_DOMAIN_FREQUENCY = 2000
_WORD = re.compile(r"[一-鿿]{2,4}")


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
    return [str(word) for word in tokenizer().cut(text, HMM=False)] if text else []


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
    made.cache_file = f"{lexicon_hash()[:16]}.cache"
    made.initialize()
    for word in sorted(lexicon()):
        if _WORD.fullmatch(word):
            made.add_word(word, _DOMAIN_FREQUENCY)
    return made


def _cache_folder() -> Path:
    from platformdirs import user_cache_path

    folder = user_cache_path("jixiao-toolkit") / "jieba"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return Path("/nonexistent")
    return folder
