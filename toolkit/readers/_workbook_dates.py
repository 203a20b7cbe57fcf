"""A stored date (days since 1900 or 1904) and the section of its format code → the date or time as it is shown."""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from toolkit.readers._workbook_codes import Section, Token

_EPOCH: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 (a date on paper has no zone)
_FALSE_LEAP_DAY: Final = 60
_LATEST: Final = 2_958_466  # days: the year 9999 ends before
_DAY: Final = 86_400
_WEEKDAYS: Final = "一二三四五六日"
_FROM_1904: Final = 1462


def dated(value: Decimal, section: Section, from_1904: bool) -> str | None:
    """The date as shown; None where the number is none that a calendar has."""
    days = value + (_FROM_1904 if from_1904 else 0)
    if not 0 <= days < _LATEST:
        return None
    seconds = int((days * _DAY).quantize(Decimal(1), ROUND_HALF_UP))
    if section.has("elapsed"):
        return _elapsed(seconds, section)
    whole, rest = divmod(seconds, _DAY)
    moment = _EPOCH + dt.timedelta(days=whole + (whole < _FALSE_LEAP_DAY), seconds=rest)
    half_day = any(token.text in _NOON for token in section.tokens)
    return "".join(_part(section.tokens, place, moment, half_day) for place in range(len(section.tokens))).strip()


_NOON: Final = {"am/pm": ("AM", "PM"), "a/p": ("A", "P"), "上午/下午": ("上午", "下午")}


def _part(tokens: tuple[Token, ...], place: int, moment: dt.datetime, half_day: bool) -> str:
    token = tokens[place]
    if token.kind != "date":
        return token.text if token.kind in {"literal", "other", "comma"} else ""
    if token.text in _NOON:
        return _NOON[token.text][moment.hour >= 12]
    first, length = token.text[0], len(token.text)
    if first in "ye":
        return f"{moment.year % 100:02d}" if first == "y" and length <= 2 else str(moment.year)
    if first == "a" or (first == "d" and length > 2):
        return ("周" if length == 3 else "星期") + _WEEKDAYS[moment.weekday()]
    if first == "m":
        number = moment.minute if _means_minutes(tokens, place) else moment.month
    elif first == "h":
        number = (moment.hour - 1) % 12 + 1 if half_day else moment.hour
    else:
        number = moment.day if first == "d" else moment.second
    return f"{number:02d}" if length > 1 else str(number)


def _means_minutes(tokens: tuple[Token, ...], place: int) -> bool:
    """m stands for minutes behind hours or before seconds."""
    before = next((token.text[0] for token in reversed(tokens[:place]) if token.kind == "date"), "")
    after = next((token.text[0] for token in tokens[place + 1 :] if token.kind == "date"), "")
    return before == "h" or after == "s"


def _elapsed(seconds: int, section: Section) -> str:
    """Hours, minutes and seconds that add up beyond a day."""
    parts = []
    for token in section.tokens:
        first, length = token.text[:1], len(token.text)
        if token.kind == "elapsed":
            number = seconds // {"h": 3600, "m": 60, "s": 1}[first]
        elif token.kind == "date" and first in "hms":
            number = {"h": seconds // 3600 % 24, "m": seconds // 60 % 60, "s": seconds % 60}[first]
        else:
            parts.append(token.text if token.kind in {"literal", "other"} else "")
            continue
        parts.append(f"{number:0{length}d}")
    return "".join(parts)
