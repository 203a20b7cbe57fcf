"""Turns two amounts joined by -, ~, 至, 到 (or 与 … 之间) into one amount from low to high."""

from dataclasses import replace
from decimal import Decimal

from toolkit.measure import amounts, units
from toolkit.measure.numerals import CHINESE, times
from toolkit.measure.proportions import Amount
from toolkit.patterns import regex

_TO = regex(r"\s{0,3}(?P<word>-|~{1,2}|—{1,2}|至|到)\s{0,3}")
_AND = regex(r"\s{0,3}[与和]\s{0,3}")
_BETWEEN = regex(r"\s{0,2}之?间")
_FROM = regex(r"[从由自][^，。；、,;]{0,6}$")
_NUMERAL = regex(rf"[0-9.]|{CHINESE}")
_SCALES = "十百千万亿萬億"


def extend(text: str, first: Amount, *, alone: bool) -> Amount:
    """`first`, or the range that it opens: 1-3家, 10%~15%, 5至8个, 1-2万元, 三到五年.

    The two share a trailing scale and unit. 从3家到8家 is growth and no range; a bare 3-5 is one only if it stands
    `alone` (in a table cell), since it may be a number of a house or section.
    """
    if first.more or first.closed or first.low != first.high:
        return first
    return _to(text, first, alone=alone) or _between(text, first) or first


def _to(text: str, first: Amount, *, alone: bool) -> Amount | None:
    link = _TO.match(text, first.end)
    second = None if link is None else _second(text, link.end())
    if link is None or second is None:
        return None
    word = link["word"]
    if word in {"至", "到"} and _FROM.search(text[max(0, first.start - 10) : first.start]):
        return None
    if word == "-" and not second.unit.printed and not alone:
        return None
    return _joined(first, second, second.end)


def _between(text: str, first: Amount) -> Amount | None:
    """100与200之间; a 间 right behind the second number closes the range, it is no unit there."""
    link = _AND.match(text, first.end)
    second = None if link is None else _second(text, link.end())
    if second is None:
        return None
    if second.unit.printed == "间":
        return _joined(first, replace(second, unit=units.NO_UNIT), second.end)
    closing = _BETWEEN.match(text, second.end)
    return None if closing is None else _joined(first, second, closing.end())


def _second(text: str, position: int) -> Amount | None:
    negative = text[position : position + 1] == "-"  # -5%至-3%
    if position + negative >= len(text) or _NUMERAL.match(text, position + negative) is None:
        return None
    second = amounts.at(text, position + negative)
    if second is None or second.more or second.closed or second.low != second.high:
        return None
    if negative:
        return replace(second, start=position, low=second.low.copy_negate(), high=second.high.copy_negate())
    return second


def _joined(first: Amount, second: Amount, end: int) -> Amount | None:
    """The range where low < high in one unit; None where they are not of a kind."""
    low = _low(first, second)
    if low is None or low >= second.high:
        return None
    decimals = max(first.decimals, second.decimals)
    return replace(second, start=first.start, end=end, low=low, decimals=decimals)


def _low(first: Amount, second: Amount) -> Decimal | None:
    if first.unit.base == second.unit.base:
        if first.unit.printed or not second.unit.printed:
            return first.low
    elif first.unit.base is not None:
        per = (second.unit.base or "").startswith(f"{first.unit.base}/")  # 300元-500元/人·月
        return first.low if per else None
    bare = units.combine("", second.unit.printed.lstrip(_SCALES)).factor
    if first.unit.printed:
        return times(first.low, bare)  # 5千-1万元: only the unit is shared
    shared = times(first.low, second.unit.factor)  # 1-2万元: scale and unit are shared
    return shared if shared < second.high else times(first.low, bare)
