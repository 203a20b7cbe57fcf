"""Turns text into quantities: `spot` finds all in running text, `read` takes a text that is one number as a whole."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from toolkit.measure import amounts, dates, exclusions, operators, spans, units
from toolkit.measure.numerals import CHINESE, times
from toolkit.measure.operators import Sign
from toolkit.measure.proportions import Amount
from toolkit.measure.units import NO_UNIT
from toolkit.model.quantity import Comparator, Measured, NumberQuantity
from toolkit.text import fold_widths

_START = re.compile(
    rf"[0-9]|\.(?=[0-9])|{CHINESE}|翻(?=\s?[一两二三四1234]?\s?番)|半(?=年|天|个月|小时|百)|[上下]半年|年[底末](?=之?前|以前)|第(?=[一二三四1-4]\s?季度)|前(?=[二三两23]个?季度)"
)
_WIDE_COMMA = re.compile("(?<=[0-9])\ue000(?=[0-9]{3}(?![0-9]))")
_TO = re.compile(r"\s{0,3}(?P<word>-|~{1,2}|—{1,2}|至|到)\s{0,3}")
_BETWEEN = re.compile(r"\s{0,3}(?:与|和|、)\s{0,3}")
_BETWEEN_END = re.compile(r"\s{0,2}之?间")
_GROWTH = re.compile(r"[从由自][^，。；、,;]{0,6}$")
_MINUS = re.compile(r"(?:^|[^0-9A-Za-z%)\]年月日号\-.一-鿿]|[为达是长降减率额值余数差亏金支利:(比])\s?-\s?$")
_NEGATIVE_WORD = re.compile(r"[负負]\s?$")
_UNIT_AHEAD = re.compile(r"(?P<sign>[¥￥$€£])\s?$")
_BRACKET_AHEAD = re.compile(r"\((?:单位[:]?)?(?P<unit>[^()\s]{1,10})\)\s?[:]?\s{0,3}$")
_CURRENCY = {"¥": "元", "￥": "元", "$": "美元", "€": "欧元", "£": "英镑"}
_BARE_BEFORE = re.compile(r"(?:[是为共达到至约于]|[:=><≥≤(])\s?$")
_BARE_AFTER = re.compile(r"\s?(?:$|[,。;、!?)\n]|[不却那这和及])")
_NOT_COUNTED = re.compile("[每某另同任这那哪上下前后进逐唯统第之首末各]$")
_YEARLIKE = re.compile(r"(?:19|20)[0-9]{2}")
_MIRRORED = re.compile(r"\s?(?P<sign>[<≤])\s?(?=[A-Za-z\u4e00-\u9fff])")
_ROW_AFTER = re.compile(r"[ \t]+(?=[\u4e00-\u9fff])(?!以|左右|上下)")
_LINE_START = re.compile(r"(?:^|\n)[ \t|]*$")
_TIMES = frozenset(
    [
        "年",
        "个月",
        "天",
        "日",
        "小时",
        "个小时",
        "分钟",
        "秒",
        "工作日",
        "个工作日",
        "周",
        "星期",
        "个星期",
        "季度",
        "个季度",
        "公里",
        "米",
        "千米",
        "月",
        "年度",
        "周岁",
        "岁",
    ]
)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    quantity: NumberQuantity
    head: int


def spot(text: str) -> tuple[Measured, ...]:
    """Every quantity in running text, in order; offsets in code points of `text`, `quote` is text[start:end]."""
    folded = narrow(text)
    found: list[Measured] = []
    position = floor = 0
    while (hit := _START.search(folded, position)) is not None:
        start = hit.start()
        passed = exclusions.span_at(folded, start)
        if passed is not None:
            position = max(passed, start + 1)
            continue
        dated = dates.at(folded, start, floor)
        if dated is not None:
            found.append(
                Measured(start=dated.start, end=dated.end, quote=text[dated.start : dated.end], quantity=dated.quantity)
            )
            position = floor = dated.end
            continue
        number = _number(folded, start, floor)
        if number is None:
            position = max(spans.run_end(folded, start), start + 1)
            continue
        quote = text[number.start : number.end]
        found.append(Measured(start=number.start, end=number.end, quote=quote, quantity=number.quantity))
        position = floor = number.end
    return tuple(found)


def read(text: str, unit: str | None = None) -> NumberQuantity | None:
    """A text that is one number as a whole → its quantity; None if it is anything else, or more than one number.

    `unit`: the unit printed elsewhere (column head, unit column) for a number that has none of its own.
    """
    folded = narrow(text).strip(" \t\r\n\u3000;,。")
    if not folded or len(folded) > 120:
        return None
    hit = _START.search(folded)
    if hit is None or dates.at(folded, hit.start()) is not None:
        return None
    number = _number(folded, hit.start(), 0, alone=True)
    if number is None or _around(folded, number):
        return None
    return with_unit(number.quantity, unit)


def with_unit(quantity: NumberQuantity, unit: str | None) -> NumberQuantity | None:
    """The same number in a unit printed elsewhere; its own unit prevails; None where two scales would multiply."""
    if quantity.unit is not None or unit is None:
        return quantity
    named = units.named(unit)
    if named is NO_UNIT:
        return quantity
    scale = quantity.printed_unit or ""
    if scale and named.factor != 1:
        return None
    low = None if quantity.low is None else times(quantity.low, named.factor)
    high = None if quantity.high is None else times(quantity.high, named.factor)
    return quantity.model_copy(
        update={"low": low, "high": high, "unit": named.base, "printed_unit": scale + named.printed}
    )


def narrow(text: str) -> str:
    """Folded to the same length; a wide comma stays one unless it parts thousands, a dash stays a dash."""
    kept = text.replace("，", "\ue000").replace("—", "\ue001").replace("―", "\ue001")
    folded = _WIDE_COMMA.sub(",", fold_widths(kept))
    return folded.replace("\ue000", "，").replace("\ue001", "—").replace("\r", "\n")


def _number(text: str, start: int, floor: int, *, alone: bool = False) -> _Found | None:
    amount = amounts.at(text, start)
    if amount is None:
        return None
    amount, negative = _signed(text, amount, floor)
    amount = _ranged(text, amount, alone=alone)
    if not alone and not _plausible(text, amount, floor, start):
        return None
    return _compared(text, amount, floor, negative=negative)


def _signed(text: str, amount: Amount, floor: int) -> tuple[Amount, bool]:
    """A minus sign or 负 in front, and a unit printed in front (¥50, （万元）387)."""
    ahead = text[max(floor, amount.start - 24) : amount.start]
    negative = _NEGATIVE_WORD.search(ahead) or (_MINUS.search(ahead) if ahead.rstrip()[-1:] == "-" else None)
    start = amount.start
    if negative is not None:
        word = text.rfind("-" if "-" in negative[0] else negative[0].strip()[0], max(floor, start - 24), start)
        amount = replace(amount, start=word, low=amount.low.copy_negate(), high=amount.high.copy_negate())
    if amount.unit.base is None:
        amount = _unit_ahead(text, amount, floor)
    return amount, negative is not None


def _unit_ahead(text: str, amount: Amount, floor: int) -> Amount:
    ahead = text[max(floor, amount.start - 24) : amount.start]
    sign = _UNIT_AHEAD.search(ahead)
    if sign is not None:
        whole = units.combine(amount.unit.printed, _CURRENCY[sign["sign"]])
        start = amount.start - (len(ahead) - sign.start())
        return replace(amount, start=start, unit=whole)
    bracket = _BRACKET_AHEAD.search(ahead)
    if bracket is None or not units.UNIT.search(bracket["unit"]):
        return amount
    named = units.named(bracket["unit"])
    if (
        named is NO_UNIT
        or (amount.unit.printed and named.factor != 1)
        or (named.base == named.printed and not units.UNIT.fullmatch(named.printed.lstrip("万亿")))
    ):
        return amount
    low, high = times(amount.low, named.factor), times(amount.high, named.factor)
    return replace(amount, low=low, high=high, unit=replace(named, printed=amount.unit.printed + named.printed))


def _ranged(text: str, first: Amount, *, alone: bool) -> Amount:
    """1-3家, 10%~15%, 5至8个, 1-2万元: the second number shares its scale and unit with the first."""
    if first.more or first.low != first.high or first.closed:
        return first
    link = _TO.match(text, first.end)
    between = None if link else _BETWEEN.match(text, first.end)
    joint = link or between
    if joint is None or joint.end() >= len(text) or _START.match(text, joint.end()) is None:
        return first
    second = amounts.at(text, joint.end())
    if second is None or second.more or second.low != second.high or second.closed:
        return first
    end = second.end
    if between is not None:
        closing = _BETWEEN_END.match(text, end)
        if closing is None:
            return first
        end = closing.end()
    elif (
        link is not None
        and link["word"] in {"至", "到"}
        and _GROWTH.search(text[max(0, first.start - 10) : first.start])
    ):
        return first
    if link is not None and link["word"] == "-" and not second.unit.printed and not alone:
        return first
    shared = _shared(first, second)
    return first if shared is None else replace(shared, end=end)


def _shared(first: Amount, second: Amount) -> Amount | None:
    if (first.unit.base is None and second.unit.base is not None) or not first.unit.printed:
        own = (
            units.combine(first.unit.printed, second.unit.printed.lstrip("十百千万亿"))
            if first.unit.printed
            else second.unit
        )
        low = (
            times(first.low, own.factor)
            if not first.unit.printed
            else times(first.low, units.combine("", second.unit.printed.lstrip("十百千万亿")).factor)
        )
        if low >= second.high and not first.unit.printed:
            low = times(first.low, units.combine("", second.unit.printed.lstrip("十百千万亿")).factor)
    elif first.unit.base == second.unit.base:
        low = first.low
    else:
        return None
    if low >= second.high:
        return None
    return replace(second, start=first.start, low=low, decimals=max(first.decimals, second.decimals))


def _compared(text: str, amount: Amount, floor: int, *, negative: bool) -> _Found | None:
    recent = amount.unit.printed in _TIMES
    ahead = operators.before(text, amount.start, floor)
    if ahead is not None and recent and ahead.word == "近":
        ahead = None
    behind = operators.after(text, amount.end, inside=recent)
    mirrored = _MIRRORED.match(text, amount.end) if ahead is None and behind is None else None
    sign = ahead or behind
    start = amount.start if ahead is None else ahead.start
    end = amount.end if behind is None else behind.end
    comparator: Comparator = "eq" if sign is None else sign.comparator
    if amount.low != amount.high:
        comparator = "range"
    elif amount.more:
        comparator = "gt" if comparator not in {"ge", "gt"} else comparator
    elif mirrored is not None:
        comparator, end = ("ge" if mirrored["sign"] == "≤" else "gt"), mirrored.end()
    quantity = _quantity(amount, comparator, approximate=_approximate(amount, ahead, behind))
    return _Found(start, end, quantity, amount.start)


def _approximate(amount: Amount, *signs: Sign | None) -> bool:
    return amount.more or any(sign is not None and sign.comparator == "about" for sign in signs)


def _quantity(amount: Amount, comparator: Comparator, *, approximate: bool) -> NumberQuantity:
    low: Decimal | None = amount.low
    high: Decimal | None = amount.high
    if comparator in {"ge", "gt"}:
        high = None
    elif comparator in {"le", "lt"}:
        low = None
    return NumberQuantity(
        low=low,
        high=high,
        low_included=low is not None and comparator != "gt",
        high_included=high is not None and comparator != "lt",
        approximate=approximate,
        unit=amount.unit.base,
        printed_unit=amount.unit.printed or None,
        comparator=comparator,
        decimals=amount.decimals,
    )


def _plausible(text: str, amount: Amount, floor: int, start: int) -> bool:
    """Whether a numeral in running text counts something, and is not part of a name or a word."""
    ahead = text[max(floor, start - 6) : start]
    bare = amount.unit.base is None
    if not bare:
        single = amount.chinese and start + 1 <= len(text) and text[start] == "一" and amount.low == amount.high
        return not (single and _NOT_COUNTED.search(ahead))
    if exclusions.nominal(text, amount.end, chinese=amount.chinese):
        return False
    if not amount.chinese:
        digits = text[start : amount.end]
        if (
            len(digits) <= 2
            and _ROW_AFTER.match(text, amount.end)
            and _LINE_START.search(text[max(0, start - 8) : start])
        ):
            return False
        return not (_YEARLIKE.fullmatch(digits) and operators.before(text, start, floor) is None)
    if amount.end - start >= 2 or amount.unit.printed:
        return True
    return bool(_BARE_BEFORE.search(ahead) or not text[:start].strip()) and bool(_BARE_AFTER.match(text, amount.end))


def _around(text: str, number: _Found) -> bool:
    """Whether anything but brackets of a header unit or blanks stands around the number."""
    left = text[: number.start].strip()
    right = text[number.end :].strip()
    if left and not (_BRACKET_AHEAD.fullmatch(left) or left in {"人民币", "为", "约为", "共", "共计", "计"}):
        return True
    return bool(right) and right not in {"整", "(含)", "人民币"}
