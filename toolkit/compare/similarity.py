"""Names of indicators → what they have in common: a key without noise, and the likeness of two keys."""

import re

from toolkit.patterns import regex
from toolkit.text import key

LIKE = 0.85
_NOISE_BEFORE = regex(r"^(?:(?:19|20)\d\d年度?|年度|全年|当年|本年度?|完成|开展|实施|组织)+")
_NOISE_AFTER = regex(r"(?<=..)(?:的)?(?:数量|数目|个数|情况)$")
_ASIDE = regex(r"\([^()]{0,30}\)")
_NOT = frozenset("不未非无")
_MEASURE = regex(r".+[率度]$")
_MARKS = regex(r"[\s,;:、。.\-_/·*★☆▲]+")


def indicator_key(name: str) -> str:
    """The name without years, brackets, marks and words like 完成…数量; the whole where nothing else is left."""
    whole = _MARKS.sub("", key(name))
    bare = _NOISE_AFTER.sub("", _NOISE_BEFORE.sub("", _MARKS.sub("", _ASIDE.sub("", key(name)))))
    return bare if len(bare) > 2 else whole


def bigrams(text: str) -> frozenset[str]:
    """Pairs of neighbouring characters; a single character stands for itself."""
    return frozenset(text[index : index + 2] for index in range(max(1, len(text) - 1)))


def digits(text: str) -> tuple[str, ...]:
    """The numerals in a name: 一季度 and 二季度 are never near names."""
    return tuple(re.findall(r"\d+|[一二三四五六七八九十]", text))


def told_apart(first: str, second: str) -> bool:
    """Whether near names differ for certain.

    In a numeral, in a negation, or by a measure that one has behind the other's words (…覆盖率, …覆盖率增长率).
    """
    longer, shorter = sorted((first, second), key=len, reverse=True)
    behind = longer.removeprefix(shorter)
    return (
        digits(first) != digits(second)
        or bool(_NOT & set(first)) != bool(_NOT & set(second))
        or (behind != longer and bool(_MEASURE.match(behind)))
    )


def dice(first: frozenset[str], second: frozenset[str]) -> float:
    """Twice the shared pairs over all pairs: 1.0 for equal sets, 0.0 for none in common."""
    if not first or not second:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))
