"""A number-format code (`#,##0.00;-#,##0.00`) → its sections, each a list of tokens; built-in codes by their number.

Codes follow ECMA-376 part 1, 18.8.30 and 18.8.31 (numbers 27–36 and 50–58 as in a Chinese office).
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from toolkit.patterns import regex

Kind: TypeAlias = Literal[
    "literal", "digit", "point", "comma", "percent", "general", "text", "date", "elapsed", "other"
]

BUILT_IN: Final[dict[int, str]] = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"¥"#,##0;"¥"-#,##0',
    6: '"¥"#,##0;"¥"-#,##0',
    7: '"¥"#,##0.00;"¥"-#,##0.00',
    8: '"¥"#,##0.00;"¥"-#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy-mm-dd",
    15: "yyyy-mm-dd",
    16: "mm-dd",
    17: "yyyy-mm",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"',
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"',
    42: '"¥"#,##0;"¥"-#,##0;"¥-"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '"¥"#,##0.00;"¥"-#,##0.00;"¥-"',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    55: '上午/下午h"时"mm"分"',
    56: '上午/下午h"时"mm"分"ss"秒"',
}
"""Codes that a file names by number only; those not listed are General."""

_LONGEST: Final = 255  # characters: no office writes a longer code
_TOKEN: Final = regex(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]*)\]|(?P<general>General|G/通用格式)'
    r"|(?P<noon>AM/PM|A/P|上午/下午)|(?P<exponent>E[+-])|(?P<digit>[0#?])|(?P<mark>[.,%/@;])"
    r"|(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|[eE]+|a{3,4})|(?P<other>.)",
    re.DOTALL,
)
_CONDITION: Final = regex(r"(<=|>=|<>|<|>|=)\s*(-?\d{1,15}(?:\.\d{1,15})?)")
_CURRENCY: Final = regex(r"\$([^-]*)")
_ELAPSED: Final = regex(r"[hH]+|[mM]+|[sS]+")
_MARKS: Final[dict[str, Kind]] = {".": "point", ",": "comma", "%": "percent", "/": "other", "@": "text"}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a code: its kind and its characters."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One of the up to four parts of a code. `condition` is (operator, bound) where the part states its own."""

    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None = None

    def has(self, *kinds: Kind) -> bool:
        """Whether a token of one of these kinds is in it."""
        return any(token.kind in kinds for token in self.tokens)

    @property
    def is_date(self) -> bool:
        """Whether it shows a date or a time."""
        return self.has("date", "elapsed")


@lru_cache(maxsize=512)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a code, in order; General for a code that is empty or too long to be one."""
    if not code.strip() or len(code) > _LONGEST:
        return (Section((Token("general", "General"),)),)
    parts: list[list[Token]] = [[]]
    conditions: list[tuple[str, Decimal] | None] = [None]
    for found in _TOKEN.finditer(code):
        if found["mark"] == ";":
            parts.append([])
            conditions.append(None)
        elif (bracket := found["bracket"]) is not None:
            if condition := _CONDITION.fullmatch(bracket.strip()):
                conditions[-1] = (condition[1], Decimal(condition[2]))
            else:
                parts[-1] += _bracketed(bracket)
        elif (token := _token(found)) is not None:
            parts[-1].append(token)
    return tuple(Section(tuple(part), condition) for part, condition in zip(parts[:4], conditions, strict=False))


def _bracketed(text: str) -> list[Token]:
    """Currency signs and elapsed times; colours and language marks show nothing."""
    if currency := _CURRENCY.match(text):
        return [Token("literal", currency[1])]
    return [Token("elapsed", text.lower())] if _ELAPSED.fullmatch(text) else []


def _token(found: re.Match[str]) -> Token | None:
    if found["mark"]:
        return Token(_MARKS[found["mark"]], found["mark"])
    for group, kind in _GROUPS:
        text = found[group]
        if text is not None:
            return Token(kind, text.lower() if group == "date" else text)
    return None


_GROUPS: Final[tuple[tuple[str, Kind], ...]] = (
    ("quoted", "literal"),
    ("escaped", "literal"),
    ("general", "general"),
    ("noon", "date"),
    ("exponent", "other"),
    ("digit", "digit"),
    ("date", "date"),
    ("other", "literal"),
)
