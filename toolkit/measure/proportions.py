"""Turns proportions (百分之九十五, 十二分之五, 4.2:1, 七五折, 翻一番, 半年) into an amount; defines `Amount`."""

from dataclasses import dataclass, replace
from decimal import Decimal

from toolkit.measure import spans, units
from toolkit.measure.numerals import DIGIT, EXACT, Numeral, numeral, ratio, times
from toolkit.measure.spans import skip_blanks
from toolkit.measure.units import NO_UNIT, Unit
from toolkit.patterns import regex

_PARTS_OF = regex(r"\s{0,2}分\s{0,2}之\s{0,2}")
_ROUND = regex(r"(?P<below>[十百千万亿佰仟萬億]{1,4})\s{0,2}分\s{0,2}之\s{0,2}")
_MIXED = regex(r"\s{0,2}又\s{0,2}(?=[0-9一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾萬])")
_SLASH = regex(r"\s?/\s?(?P<below>[0-9]{1,4})(?![0-9/.年%月日号])")
_WHOLE_BEFORE_SLASH = regex(r" (?P<above>[0-9]{1,4})(?=\s?/\s?[0-9])")
_RATIO = regex(r"\s?(?P<mark>:|比)\s?(?P<below>[0-9]{1,9}(?:\.[0-9]+)?)(?![0-9:.])")
_FOLD = regex(r"翻\s?了?\s?(?P<times>[一两二三四1234])?\s?番")
_HALF_OF = regex(r"半\s?(?=年|天|个月|小时|个小时|亩|公里|吨|成|百)")
_TWO_DIGITS = regex(rf"(?P<tens>{DIGIT}|[1-9])\s?(?P<ones>{DIGIT}|[0-9])\s?折(?![叠腾旧合算射线返])")
_DENOMINATORS = {Decimal(100): "%", Decimal(1000): "‰", Decimal(10000): "‱"}
_TIMES = {"一": 1, "1": 1, "两": 2, "二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4}


@dataclass(frozen=True, slots=True)
class Amount:
    """Value from `low` to `high` in base units at [start, end).

    `more`: 余 stands beside it; `closed`: a fraction or ratio, never part of a range.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: Unit = NO_UNIT
    decimals: int = 0
    more: bool = False
    chinese: bool = False
    closed: bool = False


def at(text: str, start: int) -> Amount | None:
    """A proportion that no plain numeral opens: 翻两番, 半年, 万分之五, 七五折."""
    if text[start] == "翻":
        return _doubled(text, start)
    if text[start] == "半" and not text.startswith("半数", start):
        return _half(text, start)
    if text[start] in "对對":
        return Amount(start, start + 2, Decimal("0.5"), Decimal("0.5"), units.combine("", "折"))
    if text.startswith(("一半", "半数"), start) and not text.startswith("一半年", start):
        return Amount(start, start + 2, Decimal("0.5"), Decimal("0.5"), Unit("半", "1"), chinese=True, closed=True)
    return _discount(text, start) or _of_round(text, start)


def behind(text: str, start: int, end: int, read: Numeral) -> Amount | None:
    """A numeral read up to `end` that turns out to open a proportion: 十二分之五, 1/2, 4.2:1, 3又二分之一."""
    return _of_parts(text, start, end, read) or _slash(text, start, end, read) or _ratio(text, start, end, read)


def _of_parts(text: str, start: int, end: int, read: Numeral) -> Amount | None:
    link = _PARTS_OF.match(text, end)
    if link is not None:
        return _numerator(text, start, link.end(), read.value)
    mixed = _MIXED.match(text, end)
    below = None if mixed is None else spans.numeral_at(text, mixed.end())
    if mixed is None or below is None:
        return None
    link = _PARTS_OF.match(text, below[0])
    part = _slash(text, mixed.end(), *below) if link is None else _numerator(text, start, link.end(), below[1].value)
    return None if part is None else _whole_and(start, read.value, part)


def _whole_and(start: int, whole: Decimal, part: Amount) -> Amount:
    value = EXACT.add(whole, part.low)
    return replace(part, start=start, low=value, high=value, unit=Unit("分之", "1"), decimals=0, closed=True)


def _of_round(text: str, start: int) -> Amount | None:
    """万分之五, 百万分之三: a denominator of scales alone."""
    found = _ROUND.match(text, start)
    below = None if found is None else numeral("一" + found["below"])
    return None if found is None or below is None else _numerator(text, start, found.end(), below.value)


def _numerator(text: str, start: int, position: int, below: Decimal) -> Amount | None:
    negative = text[position : position + 1] in {"负", "負"}
    position += negative
    numerator = spans.numeral_at(text, position) if position < len(text) else None
    if numerator is None:
        return None
    end, read = numerator
    value = ratio(read.value.copy_negate() if negative else read.value, below)
    if value is None:
        return None
    printed = _DENOMINATORS.get(below)
    if printed is None:
        return Amount(start, end, value, value, Unit("分之", "1"), closed=True)
    return Amount(start, end, value, value, Unit(printed, "1", units.factor(printed)), read.decimals)


def _slash(text: str, start: int, end: int, read: Numeral) -> Amount | None:
    mixed = _WHOLE_BEFORE_SLASH.match(text, end)
    if mixed is not None and not read.decimals:
        above = Numeral(Decimal(mixed["above"]))
        part = _slash(text, mixed.start("above"), mixed.end("above"), above)
        return None if part is None else _whole_and(start, read.value, part)
    found = _SLASH.match(text, end)
    if found is None or read.decimals or read.chinese or read.value > 9999 or text[start - 1 : start] == "/":
        return None
    value = ratio(read.value, Decimal(found["below"]))
    if value is None or units.at(text, found.end()) is not None:
        return None
    return Amount(start, found.end(), value, value, Unit("分之", "1"), closed=True)


def _ratio(text: str, start: int, end: int, read: Numeral) -> Amount | None:
    found = _RATIO.match(text, end)
    if found is None or read.chinese or text[start - 1 : start] == ":":
        return None
    if found["mark"] == "比" and spans.measured_at(text, found.end()):
        return None
    value = ratio(read.value, Decimal(found["below"]))
    if value is None:
        return None
    return Amount(start, found.end(), value, value, Unit(f":{found['below']}", "1"), read.decimals, closed=True)


def _discount(text: str, start: int) -> Amount | None:
    """七五折, 75折, 7 5折 → 0.75."""
    found = _TWO_DIGITS.match(text, start)
    if found is None:
        return None
    tens, ones = (Decimal(digit) if digit.isascii() else _digit(digit) for digit in (found["tens"], found["ones"]))
    if tens == 1 and ones == 0:
        return None
    value = times(EXACT.add(times(tens, Decimal(10)), ones), Decimal("0.01"))
    return Amount(start, found.end(), value, value, units.combine("", "折"), 1)


def _digit(char: str) -> Decimal:
    read = numeral(char)
    return Decimal(0) if read is None else read.value


def _doubled(text: str, start: int) -> Amount | None:
    """翻一番 → 2, 翻两番 → 4."""
    found = _FOLD.match(text, start)
    if found is None:
        return None
    value = Decimal(2) ** (1 if found["times"] is None else _TIMES[found["times"]])
    return Amount(start, found.end(), value, value, Unit("番", "1"), closed=True)


def _half(text: str, start: int) -> Amount | None:
    """半年, 半个月, 半成, 半百."""
    found = _HALF_OF.match(text, start)
    if found is None:
        return None
    if text[found.end()] == "百":
        return Amount(start, found.end() + 1, Decimal(50), Decimal(50), chinese=True)
    unit = units.at(text, skip_blanks(text, found.end()))
    if unit is None:
        return None
    whole = units.combine("", unit[1])
    value = times(whole.factor, Decimal("0.5"))
    return Amount(start, unit[0], value, value, whole, 1, chinese=True)
