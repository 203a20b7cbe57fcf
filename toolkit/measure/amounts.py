"""Turns the words of one amount (1.46万座, 百分之九十五, 4.2:1, 七八个, 500余万元) into its value and unit."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from toolkit.measure import units
from toolkit.measure.numerals import ARABIC, CHINESE, DIGIT, EXACT, LONGEST, SCALE, Numeral, numeral, ratio, times
from toolkit.measure.units import NO_UNIT, Unit

_RUN = re.compile(r"[0-9]+(?:[,.][0-9]+){0,40}|\.[0-9]+")
_ARABIC = re.compile(ARABIC)
_BROKEN = re.compile(
    r"[0-9]\s?[0-9]?\s?[0-9]?(?:\s{0,2},\s{0,2}[0-9]\s?[0-9]\s?[0-9]){1,6}(?:\s{0,2}\.\s{0,2}[0-9]+)?(?!\s?[0-9]|[.,][0-9])"
)
_BROKEN_POINT = re.compile(r"[0-9]{1,12}(?:\s{1,2}\.[0-9]+|\.\s{1,2}[0-9]+)(?![0-9.,]|\s[0-9])")
_BROKEN_LINE = re.compile(r"[0-9]{1,9}\r?\n[0-9]{1,9}(?:\.[0-9]+)?(?![0-9.,:、)])")
_SCALES = re.compile(rf"(?:\s{{0,2}}{SCALE})+")
_LINKS = re.compile(
    rf"(?:\s{{0,2}}[零〇]?\s{{0,2}}[0-9]{{1,4}}(?:\s{{0,2}}{SCALE})+){{1,6}}(?:[零〇][0-9]{{1,3}})?|[零〇][0-9]{{1,3}}"
)
_EXPONENT = re.compile(r"[eE][+-]?[0-9]{1,2}(?![0-9A-Za-z])")
_THOUSAND = re.compile(r"\s?[kK](?![A-Za-z0-9·/])")
_CHINESE_TIGHT = re.compile(rf"(?:(?!千[瓦米克伏卡帕焦]|兆[瓦赫帕]|十分钟){CHINESE})+")
_CHINESE_RUN = re.compile(
    rf"(?:\s{{0,2}}(?!千[瓦米克伏卡帕焦]|千字节|千比特|兆[瓦赫帕]|兆字节|兆比特){CHINESE}){{1,{LONGEST}}}"
)
_POINT = re.compile(rf"\s?[点點]\s?{DIGIT}(?:\s?{DIGIT}){{0,20}}(?![十百千分钟刻半])(?:\s?[万亿萬億])*")
_MORE = re.compile(
    r"\s{0,2}(?:余(?!额|款|量|地|热|缺|数|杭|姚|项目)|餘|多(?!元化|媒体|功能|样|种经营|措|维|方|式|级|点|地|部门)|来(?=[个家名人次项])|[几幾])"
)
_ESTIMATE = re.compile(rf"(?P<head>[十百千万拾]?)(?P<low>{DIGIT})(?P<high>{DIGIT})(?P<tail>[十百千万亿]*)")
_PARTS_OF = re.compile(r"\s{0,2}分\s{0,2}之\s{0,2}")
_ROUND = re.compile(r"(?P<below>[十百千万亿佰仟萬億]{1,4})\s{0,2}分\s{0,2}之\s{0,2}")
_SLASH = re.compile(r"\s?/\s?(?P<below>[0-9]{1,4})(?![0-9/.年%月日号])")
_RATIO = re.compile(r"\s?(?::|比)\s?(?P<below>[0-9]{1,9}(?:\.[0-9]+)?)(?![0-9:.])")
_HALF = re.compile(r"\s?半(?!径|导|数|天|成|年|数|价|月)")
_HALF_OF = re.compile(r"半\s?(?=年|天|个月|小时|个小时|亩|公里|吨|折|百)")
_TENTHS = {"成", "折"}
_DENOMINATORS = {Decimal(100): "%", Decimal(1000): "‰", Decimal(10000): "‱"}
_FOLD = re.compile(r"[翻]\s?(?P<times>[一两二三四1234])?\s?番")


@dataclass(frozen=True, slots=True)
class Amount:
    """Value from `low` to `high` in base units at [start, end); `own`: it has a unit of its own; `more`: 余."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: Unit = NO_UNIT
    decimals: int = 0
    own: bool = False
    more: bool = False
    chinese: bool = False
    bare: Decimal | None = None
    fraction: bool = False


def at(text: str, start: int) -> Amount | None:
    """The amount whose numeral begins at `start` of folded text; None where it is no plain amount."""
    if text[start] == "翻":
        return _folded_over(text, start)
    if text[start] == "半":
        return _half(text, start)
    return _arabic(text, start) if text[start].isdigit() or text[start] == "." else _chinese(text, start)


def run_end(text: str, start: int) -> int:
    """End of the unbroken stretch of numerals at `start`: what is passed over when nothing can be read there."""
    for pattern in (_RUN, _CHINESE_TIGHT):
        found = pattern.match(text, start)
        if found is not None:
            return found.end()
    return start + 1


def _arabic(text: str, start: int) -> Amount | None:
    run = _RUN.match(text, start)
    if run is None or run.end() - start > LONGEST:
        return None
    broken = _broken(text, start, run.end())
    if broken is None and _ARABIC.fullmatch(run[0]) is None:
        return None
    end = run.end() if broken is None else broken
    read = numeral(text[start:end])
    if read is None:
        return None
    special = _ratio(text, start, end, read) or _of_parts(text, start, end, read)
    if special is not None:
        return special
    end, read = _scaled(text, start, end, read)
    return _with_unit(text, start, end, read)


def _scaled(text: str, start: int, end: int, read: Numeral) -> tuple[int, Numeral]:
    """12万5千, 2万亿, 1.2E+05, 5k behind the digits."""
    scales = _SCALES.match(text, end)
    if scales is None:
        small = _EXPONENT.match(text, end) or _THOUSAND.match(text, end)
        if small is None:
            return end, read
        if small[0].strip() in {"k", "K"}:
            return small.end(), Numeral(times(read.value, Decimal(1000)), "千", read.decimals)
        grown = numeral(text[start : small.end()].replace(" ", ""))
        return (end, read) if grown is None else (small.end(), replace(grown, decimals=0))
    links = _LINKS.match(text, scales.end())
    for stop in (links.end() if links else 0, scales.end()):
        longer = numeral(text[start:stop]) if stop else None
        if longer is not None:
            return stop, longer
    return end, read


def _broken(text: str, start: int, end: int) -> int | None:
    """End of a number that a blank or a line break tears apart, where its own marks prove that it is one number."""
    if end >= len(text) or not (text[end].isspace() or text[end] in ",."):
        return None
    found = _BROKEN.match(text, start)
    if found is not None and found.end() > end and any(char.isspace() for char in found[0]):
        joined = "".join(found[0].split())
        unit_follows = units.at(text, _skip(text, found.end())) or _SCALES.match(text, found.end())
        inside = re.search(r"[0-9]\s+[0-9]|\s,", found[0]) or "\n" in found[0] or re.search(r"\.\s|\s\.", found[0])
        if _ARABIC.fullmatch(joined) and (unit_follows or (inside and "," in joined)):
            return found.end()
    sure = start > 0 and (text[start - 1] in ">≥≤<=" or "\u4e00" <= text[start - 1] <= "\u9fff")
    if not sure and start > 1 and text[start - 1] == " ":
        sure = "\u4e00" <= text[start - 2] <= "\u9fff"
    for pattern in (_BROKEN_POINT, _BROKEN_LINE):
        found = pattern.match(text, start)
        if (
            sure
            and found is not None
            and (units.at(text, _skip(text, found.end())) or _SCALES.match(text, found.end()))
        ):
            return found.end()
    return None


def _ratio(text: str, start: int, end: int, read: Numeral) -> Amount | None:
    found = _RATIO.match(text, end)
    if found is None or (":" not in found[0] and units.at(text, _skip(text, found.end()))):
        return None
    below = Decimal(found["below"])
    value = ratio(read.value, below)
    if value is None or (":" in found[0] and text[found.end() : found.end() + 1] == ":"):
        return None
    return Amount(start, found.end(), value, value, Unit(f":{found['below']}", "1"), read.decimals, own=True)


def _of_parts(text: str, start: int, end: int, read: Numeral) -> Amount | None:
    """X分之Y and Y/X."""
    link = _PARTS_OF.match(text, end)
    if link is not None:
        return _numerator(text, start, link.end(), read.value)
    slash = _SLASH.match(text, end)
    if slash is None or read.decimals or read.value > 9999 or text[start - 1 : start] == "/":
        return None
    value = ratio(read.value, Decimal(slash["below"]))
    if value is None or units.at(text, slash.end()):
        return None
    return Amount(start, slash.end(), value, value, Unit("分之", "1"), own=True, fraction=True)


def _numerator(text: str, start: int, position: int, below: Decimal) -> Amount | None:
    if position >= len(text) or below == 0:
        return None
    numerator = _numeral_at(text, position)
    if numerator is None:
        return None
    end, read = numerator
    printed = _DENOMINATORS.get(below)
    value = ratio(read.value, below)
    if value is None:
        return None
    if printed is None:
        return Amount(start, end, value, value, Unit("分之", "1"), own=True, fraction=True)
    return Amount(start, end, value, value, Unit(printed, "1", units.factor(printed)), read.decimals, own=True)


def _numeral_at(text: str, start: int) -> tuple[int, Numeral] | None:
    """A plain numeral, Arabic or Chinese, without unit."""
    run = _RUN.match(text, start)
    if run is not None:
        read = numeral(run[0]) if _ARABIC.fullmatch(run[0]) and len(run[0]) <= LONGEST else None
        return None if read is None else (run.end(), read)
    return _chinese_numeral(text, start)


def _chinese_numeral(text: str, start: int) -> tuple[int, Numeral] | None:
    tight = _CHINESE_TIGHT.match(text, start)
    if tight is None or tight.end() - start > LONGEST:
        return None
    run = _CHINESE_RUN.match(text, start)
    for found in (run, tight):
        if found is None:
            continue
        point = _POINT.match(text, found.end())
        for end in (point.end() if point else 0, found.end()):
            read = numeral(text[start:end]) if end else None
            if read is not None:
                return end, read
    return None


def _chinese(text: str, start: int) -> Amount | None:
    tight = _CHINESE_TIGHT.match(text, start)
    if tight is None or tight.end() - start > LONGEST:
        return None
    found = _chinese_numeral(text, start)
    if found is None:
        return _of_round(text, start) or _estimate(text, start)
    end, read = found
    special = _of_parts(text, start, end, read)
    return special or _with_unit(text, start, end, read)


def _of_round(text: str, start: int) -> Amount | None:
    """万分之五, 百万分之三: a denominator of scales alone."""
    found = _ROUND.match(text, start)
    below = None if found is None else numeral("一" + found["below"])
    return None if found is None or below is None else _numerator(text, start, found.end(), below.value)


def _estimate(text: str, start: int) -> Amount | None:
    """七八个 → 7 to 8, 十七八 → 17 to 18, 二三十 → 20 to 30; 七五折 → 0.75."""
    found = _ESTIMATE.match(text, start)
    if found is None:
        return None
    unit = units.at(text, _skip(text, found.end()))
    if unit is not None and unit[1] == "折" and not found["head"] and not found["tail"]:
        low, high = numeral(found["low"]), numeral(found["high"])
        if low is None or high is None:
            return None
        value = times(EXACT.add(times(low.value, Decimal(10)), high.value), Decimal("0.01"))
        return Amount(start, unit[0], value, value, units.combine("", "折"), 1, own=True, chinese=True)
    low, high = (numeral(found["head"] + found[name] + found["tail"]) for name in ("low", "high"))
    if low is None or high is None:
        return None
    step = numeral(found["high"]), numeral(found["low"])
    if (
        step[0] is None
        or step[1] is None
        or step[0].value - step[1].value != (2 if found["low"] == "三" and found["high"] == "五" else 1)
    ):
        return None
    if unit is None and not found["tail"]:
        return None
    first = _with_unit(text, start, found.end(), low)
    second = _with_unit(text, start, found.end(), high)
    if first is None or second is None:
        return None
    return replace(first, high=second.low, chinese=True)


def _with_unit(text: str, start: int, end: int, read: Numeral) -> Amount | None:
    """Adds 余, scale behind it, unit, 半 and brackets with a unit."""
    more = _MORE.match(text, end)
    value, scale = read.value, read.scale
    if more is not None:
        end = more.end()
        scales = _SCALES.match(text, end)
        if scales is not None:
            grown = units.combine("".join(scales[0].split()), "")
            value, scale, end = times(value, grown.factor), scale + grown.printed, scales.end()
    unit = units.at(text, _skip(text, end))
    if unit is None:
        bracket = units.bracketed(text, _skip(text, end))
        if bracket is not None and not scale:
            return _measured(start, bracket[0], value, bracket[1], read, more is not None)
        return replace(
            _measured(start, end, value, units.combine(scale, ""), replace(read), more is not None, scaled=True),
            own=False,
        )
    stop, word = unit
    whole = units.combine(scale, word)
    amount = _measured(start, stop, value, whole, read, more is not None, scaled=True)
    return _behind_unit(text, amount, word)


def _measured(
    start: int, end: int, value: Decimal, unit: Unit, read: Numeral, more: bool, *, scaled: bool = False
) -> Amount:
    """`scaled`: the numeral's own scale is already in the value, so only the unit word's factor is still to come."""
    factor = units.combine("", unit.printed.lstrip("十百千万亿兆萬億佰仟拾")).factor if scaled else unit.factor
    base = times(value, factor)
    return Amount(
        start, end, base, base, unit, read.decimals, own=True, more=more, chinese=read.chinese, bare=read.value
    )


def _behind_unit(text: str, amount: Amount, word: str) -> Amount:
    if word in {"成"} and amount.chinese:
        digit = re.compile(rf"\s?(?P<digit>{DIGIT})(?!\s?[{'十百千万'}个家项]|{CHINESE})").match(text, amount.end)
        extra = numeral(digit["digit"]) if digit else None
        if digit is not None and extra is not None:
            value = EXACT.add(amount.low, times(extra.value, Decimal("0.01")))
            return replace(amount, end=digit.end(), low=value, high=value, decimals=1)
    half = _HALF.match(text, amount.end)
    if half is not None and amount.bare is not None and not amount.more:
        value = EXACT.add(amount.low, times(amount.unit.factor, Decimal("0.5")))
        return replace(amount, end=half.end(), low=value, high=value, decimals=1)
    more = _MORE.match(text, amount.end)
    if more is not None and more[0].strip() in {"余", "多"} and not amount.more:
        return replace(amount, end=more.end(), more=True)
    return amount


def _folded_over(text: str, start: int) -> Amount | None:
    """翻一番 → 2, 翻两番 → 4."""
    found = _FOLD.match(text, start)
    if found is None:
        return None
    count = 1 if found["times"] is None else int(numeral(found["times"]).value)  # type: ignore[union-attr]
    value = Decimal(2) ** count
    return Amount(start, found.end(), value, value, Unit("番", "1"), own=True)


def _half(text: str, start: int) -> Amount | None:
    """半年, 半百."""
    found = _HALF_OF.match(text, start)
    if found is None:
        return None
    unit = units.at(text, found.end())
    if unit is None:
        return None
    whole = units.combine("", unit[1])
    value = times(whole.factor, Decimal("0.5"))
    return Amount(start, unit[0], value, value, whole, 1, own=True, chinese=True)


def _skip(text: str, position: int) -> int:
    """Past at most four blanks."""
    stop = min(len(text), position + 4)
    while position < stop and text[position].isspace():
        position += 1
    return position
