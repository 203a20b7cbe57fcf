"""A stored number and its format code → the text that a person sees in the cell.

A number is stored as a binary fraction: it is first brought to the 15 digits that are true of it, then rounded half
up to the places shown, as an office does. All arithmetic is decimal.
"""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, InvalidOperation
from itertools import pairwise
from typing import Final

from toolkit.patterns import regex
from toolkit.readers._workbook_codes import Section, Token, sections
from toolkit.readers._workbook_dates import dated

_TRUE_DIGITS: Final = Context(prec=15, rounding=ROUND_HALF_EVEN)
_WIDE: Final = Context(prec=400)
_STORED: Final = regex(r"[+-]?(?:[0-9]{1,400}(?:\.[0-9]{0,400})?|\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,3})?")
_NOISE: Final = regex(r"(?<=[1-9])(?P<zeros>0{5,})[1-9]\d*$|(?P<nines>9{5,})\d*$")
_NOISY_DIGITS: Final = 12  # a number with fewer digits carries no noise
_PLAIN: Final = range(-10, 21)  # powers of ten that are written without an exponent
_END: Final = Token("point", "")
_HOLDS: Final = {
    "<": lambda value, bound: value < bound,
    "<=": lambda value, bound: value <= bound,
    ">": lambda value, bound: value > bound,
    ">=": lambda value, bound: value >= bound,
    "=": lambda value, bound: value == bound,
    "<>": lambda value, bound: value != bound,
}


def stored(text: str) -> Decimal | None:
    """A number as a file stores it → the 15 digits that are true of it; None for what is no finite number."""
    bare = text.strip()
    if not _STORED.fullmatch(bare):
        return None
    try:
        return _TRUE_DIGITS.create_decimal(bare)
    except InvalidOperation:
        return None


def shown(value: Decimal, code: str, from_1904: bool = False) -> str:
    """The number as its code shows it; a date by its code too. General where the code is beyond us."""
    section, signed = _section_for(value, sections(code))
    if section.is_date:
        text = dated(value, section, from_1904)
        return general(value) if text is None else text
    if not section.tokens:
        return ""
    if section.has("other"):
        return general(value)
    return _numeral(value, section, signed).strip()


def shown_text(text: str, code: str) -> str:
    """A text as its code shows it: `@"元"` adds to it."""
    parts = sections(code)
    section = parts[3] if len(parts) > 3 else parts[0]
    if not section.has("text") or section.has("digit"):
        return text
    return "".join(text if token.kind == "text" else token.text for token in section.tokens)


def general(value: Decimal) -> str:
    """The number without a format, in plain notation; what binary arithmetic left behind is taken off."""
    if not value:
        return "0"
    if value.adjusted() not in _PLAIN:
        digits = value.normalize(_TRUE_DIGITS)
        return f"{digits:E}"
    text = f"{value:f}"
    if len(value.as_tuple().digits) >= _NOISY_DIGITS and "." in text:
        text = _without_noise(text)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _without_noise(text: str) -> str:
    """0.0900000762939453 → 0.09, 97.9999923706055 → 98: a run of zeros or nines in the fraction, then a rest."""
    whole, _, fraction = text.partition(".")
    found = _NOISE.search(fraction) or (re.match(r"(?P<zeros>0{5,})(?P<nines>)[1-9]", fraction) if int(whole) else None)
    if found is None:
        return text
    places = found.start("zeros" if found["zeros"] else "nines")
    return f"{Decimal(text).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE):f}"


def _section_for(value: Decimal, parts: Sequence[Section]) -> tuple[Section, bool]:
    """The section for a value, and whether a minus must still be set before what it shows."""
    for section in parts:
        if section.condition is not None and _HOLDS[section.condition[0]](value, section.condition[1]):
            return section, value < 0 and len(parts) == 1
    if any(section.condition is not None for section in parts):
        return parts[-1], value < 0
    if value < 0 and len(parts) > 1:
        # an accountant's brackets would be read as a remark: such a loss is shown with its sign
        bracketed = any(token.text in {"(", "（"} for token in parts[1].tokens)
        return (parts[0], True) if bracketed else (parts[1], False)
    if value == 0 and len(parts) > 2:
        return parts[2], False
    return parts[0], value < 0


def _numeral(value: Decimal, section: Section, signed: bool) -> str:
    tokens = section.tokens
    if section.has("general"):
        number = ("-" if signed else "") + general(abs(value))
        return "".join(number if token.kind == "general" else token.text for token in tokens)
    if not section.has("digit"):
        text = "".join(token.text for token in tokens if token.kind in {"literal", "percent"})
        return text if not section.has("text") else general(value)
    point = next((place for place, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    before, after = list(tokens[:point]), list(tokens[point:])
    places = sum(token.kind == "digit" for token in after)
    rounded = (abs(value) * _scale(tokens)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
    whole, _, fraction = f"{rounded:f}".partition(".")
    text = _whole(whole, before) + _fraction(fraction, after)
    return "-" + text if signed and rounded else text


def _scale(tokens: Sequence[Token]) -> Decimal:
    """A hundred for each %, a thousandth for each comma behind the last digit before the point or of all."""
    scale = Decimal(100) ** sum(token.kind == "percent" for token in tokens)
    behind_digit = False
    commas = 0
    for token in (*tokens, _END):
        if token.kind == "comma" and behind_digit:
            commas += 1
        elif token.kind == "digit":
            behind_digit, commas = True, 0
        elif commas:
            scale /= 1000**commas
            behind_digit, commas = False, 0
        else:
            behind_digit = behind_digit and token.kind == "literal" and not token.text
    return scale


def _whole(digits: str, tokens: list[Token]) -> str:
    """Digits before the point set into their places from the right; the first place takes all that are left."""
    places = [place for place, token in enumerate(tokens) if token.kind == "digit"]
    grouped = any(any(token.kind == "comma" for token in tokens[left + 1 : right]) for left, right in pairwise(places))
    if digits == "0" and not any(tokens[place].text == "0" for place in places):
        digits = ""
    parts: list[str] = []
    written = 0
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if token.kind != "digit":
            parts += [token.text] if token.kind in {"literal", "percent"} else []
            continue
        taken = digits if place == places[0] else digits[-1:]
        digits = "" if place == places[0] else digits[:-1]
        for digit in reversed(taken or ("0" if token.text == "0" else "")):
            parts += [","] if grouped and written and written % 3 == 0 else []
            parts.append(digit)
            written += 1
    return "".join(reversed(parts))


def _fraction(digits: str, tokens: list[Token]) -> str:
    """The point and the digits behind it; a place marked # or ? stays empty where only zeros would follow.

    A point that no digit follows is left out, though one office shows it: 5. is no numeral.
    """
    kept = [token.text for token in tokens if token.kind == "digit"]
    while kept and kept[-1] in "#?" and digits[len(kept) - 1] == "0":
        kept.pop()
    parts: list[str] = []
    written = 0
    for token in tokens:
        if token.kind == "point":
            parts += ["."] if kept else []
        elif token.kind == "digit":
            parts += [digits[written]] if written < len(kept) else []
            written += 1
        elif token.kind in {"literal", "percent"}:
            parts.append(token.text)
    return "".join(parts)
