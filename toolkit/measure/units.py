"""Turns a printed unit (万元, %, 元/人·月, 个百分点) into its base unit and the factor to it.

Money folds to 元, shares and multiples to "1"; 个百分点 is "pp"; every other unit keeps its printed name, with
万 and 亿 multiplied out. Nothing is converted between measures (亩 stays 亩).
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from toolkit.measure import unit_tables as tables
from toolkit.measure.numerals import EXACT, ratio
from toolkit.patterns import regex
from toolkit.text import fold_widths

_EXPONENTS = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12}
_COUNTED = frozenset(tables.COUNTERS)
_MONEY_NAMES = frozenset({*tables.MONEY.values(), *tables.FOREIGN.values()})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed, its base unit, and how many base units one printed unit is."""

    printed: str
    base: str | None
    factor: Decimal = Decimal(1)


NO_UNIT = Unit("", None)


@cache
def _words() -> dict[str, list[str]]:
    """Patterns of all unit words with what may not follow them, the longest first, by their first character."""
    guarded: dict[str, str] = {**tables.COUNTERS, **tables.TIMES, **tables.MEASURES}
    guarded |= dict.fromkeys((*tables.MONEY, *tables.FOREIGN, *tables.POINTS), "")
    guarded |= {word: tables.SHARE_GUARDS.get(word, "") for word in tables.SHARES}
    guarded |= dict.fromkeys(tables.LATIN, "(?![A-Za-z0-9])")
    found: dict[str, list[str]] = {}
    for word, guard in sorted(guarded.items(), key=lambda item: (-len(item[0]), item[0])):
        found.setdefault(word[0], []).append(_spaced(word) + guard)
    return found


@lru_cache(maxsize=1024)
def _beginning_with(char: str) -> re.Pattern[str] | None:
    """All units that begin with a character: few of them occur in a text, and one pattern of all costs 12 ms."""
    words = _words().get(char)
    return None if words is None else re.compile("|".join(words))


def _word_at(text: str, position: int) -> re.Match[str] | None:
    pattern = _beginning_with(text[position]) if position < len(text) else None
    return None if pattern is None else pattern.match(text, position)


def _spaced(word: str) -> str:
    """A Chinese unit may be printed with blanks inside (个 百分 点)."""
    letters = [re.escape(char) for char in word]
    return r"\s?".join(letters) if len(word) > 2 and not word.isascii() else "".join(letters)


_PER = regex(r"\s?[/·]\s?[(]?每?")
_BELOW = regex(
    "[十百千万亿]{1,2}(?:人次|平方米|公里|元|人|户|吨|辆)|学期|社区|人|年|月|日|天|班|校|家|村|镇|乡|县|园|生|师|床"
)
_MOST_BELOW = 3
_OPENED = regex(r"\(\s?(?P<scale>[十百千万亿]{0,2})")
_CLOSED = regex(r"\s?\)")
_BLANKS = regex(r"\s+")
_LABEL = regex(r"^(?:计量单位|度量单位|金额单位|单位|人民币|金额)\s*[:]?\s*")


def at(text: str, position: int) -> tuple[int, str] | None:
    """A unit standing at `position` of folded text → its end and the word without blanks; else None."""
    end = _end(text, position)
    return None if end is None else (end, _BLANKS.sub("", text[position:end]))


def _end(text: str, position: int) -> int | None:
    """Where the unit that begins at `position` ends: a word, then up to three of /人 ·月."""
    found = _word_at(text, position)
    if found is None:
        return None
    end = found.end()
    for _ in range(_MOST_BELOW):
        per = _PER.match(text, end)
        below = None if per is None else _word_at(text, per.end()) or _BELOW.match(text, per.end())
        if below is None:
            break
        end = below.end()
        if text[end : end + 1] == ")" and "(" in text[position:end] and ")" not in text[position:end]:
            end += 1
    return end


def _whole(word: str, start: int = 0) -> bool:
    """Whether `word` from `start` on is one unit and nothing else."""
    return _end(word, start) == len(word)


def bracketed(text: str, position: int) -> tuple[int, Unit] | None:
    """A unit alone in brackets at `position`: （万元）, (%) → the end behind the bracket and the unit."""
    opened = _OPENED.match(text, position)
    if opened is None:
        return None
    scales = (opened["scale"], opened["scale"][:-1], "") if opened["scale"] else ("",)
    for scale in scales:
        start = opened.start("scale") + len(scale)
        end = _end(text, start)
        closed = None if end is None else _CLOSED.match(text, end)
        if closed is not None:
            return closed.end(), combine(scale, _BLANKS.sub("", text[start:end]))
    return None


@lru_cache(maxsize=4096)
def combine(scale: str, word: str) -> Unit:
    """Printed scale (万, 千亿, "") and unit word ("" for none) → Unit."""
    base, factor = _base(word)
    exponent = sum(_EXPONENTS[char] for char in scale)
    return Unit(scale + word, base, EXACT.multiply(factor, EXACT.scaleb(Decimal(1), exponent)))


@lru_cache(maxsize=4096)
def named(printed: str | None) -> Unit:
    """A unit printed in a column head, caption or unit column ("（万元）", "单位：万元", "人次") → Unit.

    A word we do not know is its own base unit; blank, or something that is no unit word at all, is NO_UNIT.
    """
    word = _BLANKS.sub("", fold_widths(printed or "")).strip("[]:,;. ")
    word = _LABEL.sub("", word[1:-1] if word[:1] == "(" and word[-1:] == ")" else word)
    if not word or len(word) > 12 or word in {"-", "--", "/", "\\", "*", "无"}:
        return NO_UNIT
    if _whole(word):
        return combine("", word)
    for cut in range(1, len(word) + 1):
        if word[cut - 1] not in _EXPONENTS:
            break
        if cut == len(word) or _whole(word, cut):
            return combine(word[:cut], word[cut:])
    return NO_UNIT if any(char.isdigit() for char in word) else Unit(word, word)


def known(printed: str) -> bool:
    """Whether the word is in our tables of units, with or without a scale in front."""
    word = _BLANKS.sub("", fold_widths(printed)).lstrip("".join(_EXPONENTS))
    return _whole(word) or _whole(_BLANKS.sub("", fold_widths(printed)))


def counter(base: str | None) -> bool:
    """Whether a base unit counts things (家, 人次), so that two such units may be compared."""
    return base in _COUNTED


def currency(word: str) -> str | None:
    """The unit of a foreign currency by any of its names (港币 → 港元); None for anything else."""
    return tables.FOREIGN.get(word)


def money(base: str | None) -> bool:
    """Whether a base unit is money."""
    return base in _MONEY_NAMES


def factor(printed: str | None) -> Decimal:
    """How many base units one `printed` unit is (万元 → 10000, % → 0.01, None → 1, the ":5" of 3:5 → 0.2)."""
    if printed and printed[0] == ":":
        return ratio(Decimal(1), Decimal(printed[1:])) or Decimal(1)
    return named(printed).factor


def _base(word: str) -> tuple[str | None, Decimal]:
    if not word:
        return None, Decimal(1)
    if word in tables.SHARES:
        return "1", tables.SHARES[word]
    if word in tables.POINTS:
        return "pp", Decimal(1)
    if word in tables.MONEY:
        return tables.MONEY[word], Decimal(1)
    if word in tables.FOREIGN:
        return tables.FOREIGN[word], Decimal(1)
    if "/" in word and word not in tables.LATIN:
        return _per_unit(word), Decimal(1)
    return word, Decimal(1)


def _per_unit(word: str) -> str:
    """元/人/月, 元/（人·月）, 元/每人 → 元/人·月, 元/人."""
    top, _, rest = word.replace("(", "").replace(")", "").partition("/")
    below = [part.removeprefix("每") for part in re.split("[/·]", rest)]
    return f"{tables.MONEY.get(top, top)}/{'·'.join(below)}"
