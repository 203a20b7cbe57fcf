"""Turns printed dates, years, periods and deadlines (2022年12月底前, 2017-2021, 第三季度) into `DateQuantity`."""

import re
from calendar import monthrange
from dataclasses import dataclass

from toolkit.measure import spans
from toolkit.measure.numerals import numeral
from toolkit.model.quantity import Comparator, DateQuantity
from toolkit.patterns import regex

_YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TO = r"\s{0,2}(?:-|~|—{1,2}|至|到)\s{0,2}"
_QUARTER = r"第?[一二三四1-4]\s?季度|前[二三两23]个?季度"
_DATE = regex(
    rf"(?:(?P<year>{_YEAR})\s{{0,2}}年度?\s{{0,2}})?"
    rf"(?:(?P<quarter>{_QUARTER})|(?P<half>[上下]半年)"
    rf"|(?P<month>{_MONTH})\s{{0,2}}月份?(?:\s{{0,2}}(?P<day>{_DAY})\s{{0,2}}[日号])?)?"
)
_NUMERIC = regex(
    r"(?P<year>(?:19|20)[0-9]{2})(?P<mark>[-./])(?P<month>1[0-2]|0?[1-9])"
    r"(?:(?P=mark)(?P<day>3[01]|[12][0-9]|0?[1-9]))?(?![0-9]|[-./][0-9])"
)
_YEARS = regex(rf"(?P<low>{_YEAR})\s{{0,2}}(?P<word>年度?)?{_TO}(?P<high>{_YEAR})(?![0-9])(?:\s{{0,2}}年度?(?!级))?")
_DOTTED = regex(
    r"(?P<year>(?:19|20)[0-9]{2})\.(?P<low>1[0-2]|0?[1-9])\s{0,2}(?:-|~|—{1,2}|至|到)\s{0,2}"
    r"(?P<last>(?:19|20)[0-9]{2})\.(?P<high>1[0-2]|0?[1-9])(?![0-9.])"
)
_MONTHS = regex(
    rf"(?:(?P<year>{_YEAR})\s{{0,2}}年\s{{0,2}})?(?P<low>{_MONTH})\s{{0,2}}月?{_TO}(?P<high>{_MONTH})\s{{0,2}}月份?(?!\s{{0,2}}[0-9]{{1,2}}\s{{0,2}}[日号])"
)
_QUARTERS = regex(
    rf"(?:(?P<year>{_YEAR})\s{{0,2}}年\s{{0,2}})?第?(?P<low>[一二三四1-4])(?:季度)?{_TO}第?(?P<high>[一二三四1-4])\s?季度"
)
_LIKE_A_DATE = regex(
    r"(?:19|20)[0-9]{2}\s?年\s?[0-9]{1,2}\s?月(?:\s?[0-9]{1,2}\s?[日号])?|[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?[日号]"
    r"|(?:[0-9]{1,2}、){1,11}[0-9]{1,2}\s?月"
)
_CONNECT = regex(_TO)
_EDGE = regex(
    r"\s{0,2}(?P<edge>年?[底末](?!层|端|部)|年?初(?!步|级|心|始|中|审|期|预算|设定|目标|部门|批复|结转|结余|绩效|安排)|[上中下]旬)"
)
_UNTIL = regex(r"\s{0,2}(?:\(含\))?(?:之前|以前|前(?![0-9一二三四五六七八九十期列沿往后去来些置端述])(?!提))")
_YEAR_END = regex(r"年[底末](?:之前|以前|前)")
_LATEST = regex(r"(?:不晚于|不迟于|最迟|最晚|不得晚于|不得迟于)\s{0,2}(?:于)?$")
_WITHIN = regex(r"(?:[0-9A-Za-z.-]|[0-9],)$")  # of a longer number or code


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with its span in the folded text."""

    start: int
    end: int
    quantity: DateQuantity


def at(text: str, position: int, floor: int = 0) -> Dated | None:
    """The date, year or period that begins at `position` of folded text; None where none stands or it cannot be."""
    if _WITHIN.search(text, max(0, position - 2), position):
        return None
    if text[position] == "年":
        return _year_end(text, position)
    found = _years(text, position) or _months(text, position) or _quarters(text, position)
    if found is not None:
        return found
    single = _single(text, position)
    if single is None:
        return None
    end, low, high = single
    return _span(text, position, end, low, high) or _deadline(text, position, end, low, high, floor)


def broken_at(text: str, position: int) -> int | None:
    """End of what looks like a date but is on no calendar (2021年2月30日); None where nothing of the kind stands."""
    found = _LIKE_A_DATE.match(text, position)
    return None if found is None else found.end()


def _years(text: str, position: int) -> Dated | None:
    found = _YEARS.match(text, position)
    if found is None:
        return None
    low, high = _number(found["low"]), _number(found["high"])
    counted = not found["word"] and "年" not in found[0] and spans.measured_at(text, found.end())
    if low >= high or counted or text[found.end() : found.end() + 1] in {"-", "."}:
        return None
    if _DATE.match(text, found.start("high")) and re.match(r"\s{0,2}[0-9]{1,2}\s{0,2}月", text[found.end() :][:8]):
        return None
    return Dated(position, found.end(), _period(str(low), str(high)))


def _year_end(text: str, position: int) -> Dated | None:
    """年底前 without a year."""
    found = _YEAR_END.match(text, position)
    if found is None:
        return None
    return Dated(position, found.end(), DateQuantity(low=None, low_included=False, high="--12-31", comparator="le"))


def _months(text: str, position: int) -> Dated | None:
    dotted = _DOTTED.match(text, position)
    if dotted is not None:
        ends = f"{dotted['year']}-{int(dotted['low']):02}", f"{dotted['last']}-{int(dotted['high']):02}"
        return Dated(position, dotted.end(), _period(*ends)) if ends[0] < ends[1] else None
    found = _MONTHS.match(text, position)
    if found is None:
        return None
    low, high = _number(found["low"]), _number(found["high"])
    if low >= high:
        return None
    year = _prefix(found["year"])
    return Dated(position, found.end(), _period(f"{year}{low:02}", f"{year}{high:02}"))


def _quarters(text: str, position: int) -> Dated | None:
    found = _QUARTERS.match(text, position)
    if found is None:
        return None
    low, high = _quarter("", found["low"])[0], _quarter("", found["high"])[1]
    if low >= high:
        return None
    year = _prefix(found["year"])
    return Dated(position, found.end(), _period(year + low, year + high))


def _single(text: str, position: int) -> tuple[int, str, str] | None:
    """One date → end of its words, first and last day or month or year it covers."""
    numeric = _NUMERIC.match(text, position)
    if numeric is not None and (numeric["day"] or numeric["mark"] == "-"):
        day = numeric["day"]
        iso = _iso(_prefix(numeric["year"]), int(numeric["month"]), int(day) if day else None)
        return None if iso is None else (numeric.end(), iso, iso)
    found = _DATE.match(text, position)
    if found is None or found.end() == position:
        return None
    end = position + len(found[0].rstrip())
    year = _prefix(found["year"])
    if found["quarter"]:
        return end, *_quarter(year, found["quarter"])
    if found["half"]:
        first = 1 if found["half"][0] == "上" else 7
        return end, f"{year}{first:02}", f"{year}{first + 5:02}"
    if found["month"]:
        day = found["day"]
        iso = _iso(year, _number(found["month"]), _number(day) if day else None)
        return None if iso is None else (end, iso, iso)
    return (end, year[:-1], year[:-1]) if found["year"] else None


def _span(text: str, position: int, end: int, low: str, high: str) -> Dated | None:
    """2021年1月1日至12月31日: a second date right behind a connecting word, in the same year unless it names one."""
    link = _CONNECT.match(text, end)
    second = None if link is None else _single(text, link.end())
    if second is None:
        return None
    last = second[2]
    if last.startswith("--") and not low.startswith("--"):
        last = f"{low[:4]}-{last[2:]}"
    if last.startswith("--") != low.startswith("--") or last < low:
        return None
    return Dated(position, second[0], _period(low, last))


def _deadline(text: str, position: int, end: int, low: str, high: str, floor: int) -> Dated:
    edge = _EDGE.match(text, end)
    approximate = False
    if edge is not None and (low == high or edge["edge"] in {"底", "末"}):
        moved = _edge(high, edge["edge"])
        if moved is not None:
            low = high = moved[0]
            approximate, end = moved[1], edge.end()
    until = _UNTIL.match(text, end)
    start = position
    latest = _LATEST.search(text[max(floor, position - 8) : position])
    if latest is not None:
        start = max(floor, position - 8) + latest.start()
    if until is None and latest is None:
        comparator: Comparator = "eq" if low == high else "range"
        return Dated(start, end, DateQuantity(low=low, high=high, approximate=approximate, comparator=comparator))
    whole = latest is not None or edge is not None or _has_day(high)
    return Dated(
        start,
        end if until is None else until.end(),
        DateQuantity(
            low=None,
            low_included=False,
            high=high if whole else low,  # 第三季度前: before it begins
            high_included=whole,
            approximate=approximate,
            comparator="le" if whole else "lt",
        ),
    )


def _edge(iso: str, word: str) -> tuple[str, bool] | None:
    """底 and 末 are the last day, 初 and 旬 only about the time; None where the word does not fit the date."""
    if _has_day(iso):
        return None
    month = iso.rpartition("-")[2] if "-" in iso else None
    if "底" in word or "末" in word:
        if month is None:
            return f"{iso}-12-31", False
        if iso.startswith("--") and month == "02":
            return iso, True
        year = 2001 if iso.startswith("--") else int(iso[:4])
        return f"{iso}-{monthrange(year, int(month))[1]:02}", False
    if "初" in word:
        return (f"{iso}-01", True) if month is None else (iso, True)
    return None if month is None else (iso, True)


def _quarter(year: str, word: str) -> tuple[str, str]:
    digit = next(char for char in word if char in "一二三四两1234")
    index = "一二三四".find(digit) + 1 or int("2" if digit == "两" else digit)
    if word[0] == "前":
        return f"{year}01", f"{year}{index * 3:02}"
    return f"{year}{index * 3 - 2:02}", f"{year}{index * 3:02}"


def _iso(year: str, month: int, day: int | None) -> str | None:
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year}{month:02}"
    known = 2000 if year == "--" else int(year[:4])
    return f"{year}{month:02}-{day:02}" if 1 <= day <= monthrange(known, month)[1] else None


def _period(low: str, high: str) -> DateQuantity:
    return DateQuantity(low=low, high=high, comparator="range")


def _prefix(year: str | None) -> str:
    return "--" if year is None else f"{_number(year)}-"


def _has_day(iso: str) -> bool:
    return iso.removeprefix("--").count("-") == (1 if iso.startswith("--") else 2)


def _number(text: str) -> int:
    if text.isdigit() and text.isascii():
        return int(text)
    digits = text.replace("○", "〇")
    if len(digits) == 4:
        return int("".join(str("〇一二三四五六七八九".find(char.replace("零", "〇"))) for char in digits))
    read = numeral(text)
    return 0 if read is None else int(read.value)
