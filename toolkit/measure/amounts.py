"""Turns the words of one amount at a place (1.46万座, 500余万元, 七八个, 两年半) into its value and unit."""

from dataclasses import replace
from decimal import Decimal

from toolkit.measure import proportions, spans, units
from toolkit.measure.numerals import CHINESE, DIGIT, EXACT, Numeral, numeral, times
from toolkit.measure.proportions import Amount
from toolkit.measure.spans import skip_blanks
from toolkit.patterns import regex

_MORE = regex(
    r"\s{0,2}(?:余(?!额|款|量|地|热|缺|数|杭|姚|项目)|餘|来(?=[个家名人次项])|[几幾]"
    r"|多(?!元化|媒体|功能|样|种经营|措|维|方|式|级|点|地|部门))"
)
_MORE_BEHIND = regex(
    r"\s{0,2}(?:余(?!额|款|量|地|热|缺|数|杭|姚)|多(?!元|媒体|功能|样|种|措|维|方|式|级|点|地|部门|争|筹|收|支|拨|投|缴|发|出|了|\d))"
)
_ESTIMATE = regex(
    rf"(?P<head>(?:{CHINESE}{{0,10}}[十百千万亿拾])?)(?P<low>{DIGIT})(?P<high>{DIGIT})(?P<tail>[十百千万亿]*)"
)
_HALF_HOUR = regex(r"\s?半\s?(?=小时|小時|钟头|月(?!份))")
_HALF_MORE = regex(r"\s?半(?!径|导|数|天|成|年|价|月)")
_TENTH = regex(rf"\s?(?P<digit>{DIGIT})(?![十百千万亿个家项成])")
_ROUND = {"万": 10**4, "亿": 10**8}
_SMALL_MONEY = regex(
    rf"\s?(?:(?P<tenths>{DIGIT}|[0-9])\s?[角毛])?\s?(?:(?P<cents>{DIGIT}|[0-9])\s?分(?![之值别钟]))?(?:整|正)?"
)


def at(text: str, start: int) -> Amount | None:
    """The amount whose numeral begins at `start` of folded text; None where it is no plain amount."""
    special = proportions.at(text, start)
    if special is not None or text[start] in "翻半对對":
        return special
    if text[start].isdigit() or text[start] == ".":
        digits = spans.arabic(text, start)
        if digits is None:
            return None
        proportion = proportions.behind(text, start, *digits)
        return proportion or with_unit(text, start, *spans.scaled(text, start, *digits))
    found = spans.chinese(text, start)
    if found is None:
        return _estimate(text, start) or _round(text, start)
    return proportions.behind(text, start, *found) or with_unit(text, start, *found)


def with_unit(text: str, start: int, end: int, read: Numeral) -> Amount:
    """A numeral read up to `end` with the 余 and scale behind it, its unit, 半, or a unit in brackets."""
    more = _MORE.match(text, end)
    value, scale = read.value, read.scale
    if more is not None:
        end = more.end()
        while (scales := spans.SCALES.match(text, end)) is not None:
            grown = units.combine("".join(scales[0].split()), "")
            value, scale, end = times(value, grown.factor), scale + grown.printed, scales.end()
            again = _MORE.match(text, end)
            end = end if again is None else again.end()
    amount = Amount(start, end, value, value, units.combine(scale, ""), read.decimals, more is not None, read.chinese)
    unit = units.at(text, skip_blanks(text, end))
    if unit is not None:
        return _behind(text, _in_unit(amount, unit[0], scale, unit[1]), unit[1])
    bracket = units.bracketed(text, skip_blanks(text, end))
    if bracket is None or scale:
        return amount
    stop, whole = bracket
    base = times(value, whole.factor)
    return replace(amount, end=stop, low=base, high=base, unit=whole)


def _in_unit(amount: Amount, end: int, scale: str, word: str) -> Amount:
    """The scale is in the value already: only the unit word's own factor is still to come."""
    base = times(amount.low, units.combine("", word).factor)
    return replace(amount, end=end, low=base, high=base, unit=units.combine(scale, word))


def _behind(text: str, amount: Amount, word: str) -> Amount:
    """What may follow a unit and still changes the value: 七成六, 两年半, 五元三角, 3倍多."""
    if amount.more:
        return amount
    if word == "成" and amount.chinese and (tenth := _TENTH.match(text, amount.end)) is not None:
        return _plus(amount, tenth.end(), times(_digit(tenth["digit"]), Decimal("0.01")), decimals=1)
    if amount.unit.printed == "元" and (small := _SMALL_MONEY.match(text, amount.end)) is not None:
        tenths, cents = small["tenths"], small["cents"]
        if tenths or cents:
            extra = EXACT.add(times(_digit(tenths), Decimal("0.1")), times(_digit(cents), Decimal("0.01")))
            return _plus(amount, small.end(), extra, decimals=2 if cents else 1)
    if word == "个" and (hour := _HALF_HOUR.match(text, amount.end)) is not None:
        unit = "个月" if text[hour.end()] == "月" else "小时"
        stop = hour.end() + (1 if unit == "个月" else 2)
        return _plus(replace(amount, unit=units.combine("", unit)), stop, Decimal("0.5"), decimals=1)
    half = _HALF_MORE.match(text, amount.end)
    if half is not None:
        return _plus(amount, half.end(), times(amount.unit.factor, Decimal("0.5")), decimals=1)
    more = _MORE_BEHIND.match(text, amount.end)
    if more is not None and word == "个" and text.startswith("百分点", more.end()):  # 3个多百分点
        return replace(amount, end=more.end() + 3, more=True, unit=units.combine("", "个百分点"))
    return amount if more is None else replace(amount, end=more.end(), more=True)


def _plus(amount: Amount, end: int, extra: Decimal, decimals: int) -> Amount:
    value = EXACT.add(amount.low, extra)
    return replace(amount, end=end, low=value, high=value, decimals=decimals)


def _digit(char: str | None) -> Decimal:
    read = numeral(char) if char else None
    return Decimal(0) if read is None else read.value


def _round(text: str, start: int) -> Amount | None:
    """万余人, 近万家: a scale alone counts only beside such a word."""
    if text[start] not in _ROUND or (text[start - 1 : start] != "近" and _MORE.match(text, start + 1) is None):
        return None
    return with_unit(text, start, start + 1, Numeral(Decimal(_ROUND[text[start]]), text[start], chinese=True))


def _estimate(text: str, start: int) -> Amount | None:
    """七八个 → 7 to 8, 十七八 → 17 to 18, 二三十 → 20 to 30, 三五个 → 3 to 5; only where something is counted."""
    found = _ESTIMATE.match(text, start)
    if found is None or not (found["tail"] or units.at(text, skip_blanks(text, found.end()))):
        return None
    step = _digit(found["high"]) - _digit(found["low"])
    if step != 1 and found["low"] + found["high"] != "三五":
        return None
    low, high = (numeral(found["head"] + found[side] + found["tail"]) for side in ("low", "high"))
    if low is None or high is None:
        return None
    first = with_unit(text, start, found.end(), low)
    return replace(first, high=with_unit(text, start, found.end(), high).low, chinese=True)
