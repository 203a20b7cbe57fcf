"""Turns text into quantities: `spot` finds all in running text, `read` takes a text that is one number as a whole."""

from dataclasses import dataclass, replace
from decimal import Decimal

from toolkit.measure import amounts, dates, exclusions, operators, ranges, spans, units
from toolkit.measure.numerals import CHINESE, times
from toolkit.measure.operators import Sign
from toolkit.measure.proportions import Amount
from toolkit.measure.units import NO_UNIT
from toolkit.model.quantity import Comparator, DateQuantity, Measured, NumberQuantity
from toolkit.patterns import regex
from toolkit.text import fold_widths

_START = regex(
    rf"[0-9]|(?<![0-9A-Za-z.])\.(?=[0-9])|{CHINESE}|翻(?=\s?了?\s?[一两二三四1234]?\s?番)|半(?=\s?年|\s?天|\s?个月|\s?小时|成|百|数)"
    r"|(?<=打)[对對]折|[上下]半年|年[底末](?=之?前|以前)|第(?=[一二三四1-4]\s?季度)|前(?=[二三两23]个?季度)"
)
_SPACED_WHOLE = regex(r"[^\d\s]{0,4}[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?[^\d\s,.]{0,8}")
"""36 000人次, 1 268 000元: in a text that is one number as a whole, blanks that part thousands."""
_WIDE_GROUP = regex("(?<=[0-9])\ue000(?=[0-9]{3}(?![0-9]))")
_KEPT = str.maketrans({"，": "\ue000", "—": "\ue001", "―": "\ue001", "\t": "\ue002"})
_RESTORED = str.maketrans({"\ue000": "，", "\ue001": "—", "\ue002": "┃", "\r": "\n"})
_WIDE_DIGITS = regex("(?<=[０-９]{1})，(?=[０-９]{3}(?![０-９]))")
_MINUS = regex(
    r"(?:^|[^0-9A-Za-z%)\]\-.一-鿿]|[为达是长降减率额值余数差亏金支利:(比至到在幅速]|变[动化]|元\)|\(%\))\s?-$"
)
_NEGATIVE = regex(r"(?P<mark>[负負]|零下)\s?$")
_CURRENCY = {"¥": "元", "￥": "元", "$": "美元", "€": "欧元", "£": "英镑"}
_CURRENCY_AHEAD = regex(r"(?P<word>港币|港元|美元|美金|美圆|欧元|日元|英镑|澳元|USD|HKD|EUR)\s?$")
_UNIT_AHEAD = regex(
    r"\((?:单位:?)?(?P<unit>[^()\s\d]{1,10})\)\s?:?\s{0,3}$|单位:\s?(?P<head>[^()\s\d:]{1,6})[)\s]\s{0,3}$"
)
_BARE_BEFORE = regex(r"(?:[是为共达到至约于]|[:=><≥≤(])\s?$")
_BARE_AFTER = regex(r"\s?(?:$|[,，。;、!?)\n]|[不却那这和及])")
_NOT_COUNTED = regex("[每某另同任这那哪上下前后进逐唯统第之首末各]$")
_YEAR_MONTH = regex(r"(?:19|20)[0-9]{2}(?:\.(?:0?[1-9]|1[0-2])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))?")
_CLOCK_BEFORE = regex(r"[小时点點]\s?$")
_MIRRORED = regex(r"\s?(?P<sign>[<≤>≥])\s?(?=[A-Za-z\u4e00-\u9fff])")
_MIRROR: dict[str, Comparator] = {"≤": "ge", "<": "gt", "≥": "le", ">": "lt"}
_ROW = regex(
    r"(?:[0-9]{1,2}(?=[ ┃]+[\u4e00-\u9fff])|[0-9]{1,2}\.[0-9]{1,2}(?= +[\u4e00-\u9fff]{2}))(?![ ┃]+(?:以|左右|上下))"
)
_LINE_START = regex(r"(?:^|\n)[ |]*$")
_EDGES = " ┃\n\u3000;,，。"
_INSIDE = "年 月 天 日 周 秒 岁 米 星期 个月 小时 个小时 分钟 工作日 个工作日 个星期 季度 公里 千米 年度 周岁"
_INSIDE_UNITS = frozenset(_INSIDE.split())


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    quantity: NumberQuantity | DateQuantity


def spot(text: str) -> tuple[Measured, ...]:
    """Every quantity in running text, in order; offsets in code points of `text`, `quote` is text[start:end]."""
    folded = narrow(text)
    measured: list[Measured] = []
    position = floor = 0
    while (hit := _START.search(folded, position)) is not None:
        start = hit.start()
        passed = spans.endless(folded, start) or exclusions.span_at(folded, start)
        if passed is not None:
            position = max(passed, start + 1)
            continue
        found = _date(folded, start, floor)
        if found is None and (broken := dates.broken_at(folded, start)) is not None:
            position = broken
            continue
        found = found or _number(folded, start, floor, alone=False)
        if found is None:
            position = max(spans.run_end(folded, start), start + 1)
            continue
        quote = text[found.start : found.end]
        measured.append(Measured(start=found.start, end=found.end, quote=quote, quantity=found.quantity))
        position = floor = found.end
    return tuple(measured)


def read(text: str, unit: str | None = None) -> NumberQuantity | None:
    """A text that is one number as a whole → its quantity; None if it is anything else, or more than one number.

    `unit`: the unit printed elsewhere (column head, unit column) for a number that has none of its own.
    """
    folded = _WIDE_GROUP.sub(",", narrow(text).replace("，", "\ue000")).replace("\ue000", "，").strip(_EDGES)
    if not folded or len(folded) > 120:
        return None
    if _SPACED_WHOLE.fullmatch(folded):
        folded = folded.replace(" ", "")
    hit = _START.search(folded)
    if hit is None or dates.at(folded, hit.start()) is not None or exclusions.sign_at(folded, hit.start()):
        return None
    found = _number(folded, hit.start(), 0, alone=True)
    if found is None or not isinstance(found.quantity, NumberQuantity) or _words_around(folded, found):
        return None
    return with_unit(found.quantity, unit)


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
    changed = {
        "low": None if quantity.low is None else times(quantity.low, named.factor),
        "high": None if quantity.high is None else times(quantity.high, named.factor),
        "unit": named.base,
        "printed_unit": scale + named.printed,
    }
    return quantity.model_copy(update=changed)


def narrow(text: str) -> str:
    """Folded to the same length, but a tab is a wall, a dash no minus, and a wide comma mostly no separator.

    A wide comma parts thousands only between wide digits; a tab parts cells, so nothing is read across it.
    """
    kept = _WIDE_DIGITS.sub(",", text).translate(_KEPT)
    return fold_widths(kept).translate(_RESTORED)


def _date(text: str, start: int, floor: int) -> _Found | None:
    dated = dates.at(text, start, floor)
    return None if dated is None else _Found(dated.start, dated.end, dated.quantity)


def _number(text: str, start: int, floor: int, *, alone: bool) -> _Found | None:
    amount = amounts.at(text, start)
    if amount is None:
        return None
    amount = ranges.extend(text, _fronted(text, amount, floor), alone=alone)
    found = _compared(text, amount, floor)
    return found if alone or _plausible(text, amount, found, floor, start) else None


def _fronted(text: str, amount: Amount, floor: int) -> Amount:
    """With the minus sign, 负 or ± in front, then the unit printed there."""
    low = max(floor, amount.start - 24)
    ahead = text[low : amount.start]
    negative = _NEGATIVE.search(ahead) or _MINUS.search(text[max(0, amount.start - 4) : amount.start])
    if negative is None or not ahead.rstrip():
        if ahead.rstrip()[-1:] != "±":
            return _unit_ahead(text, amount, floor)
        return replace(amount, start=low + ahead.rfind("±"), low=amount.low.copy_negate(), closed=True)
    mark = max(ahead.rfind(sign) for sign in ("-", "负", "負", "零下"))
    amount = replace(amount, start=low + mark, low=amount.high.copy_negate(), high=amount.low.copy_negate())
    return _unit_ahead(text, amount, floor)


def _unit_ahead(text: str, amount: Amount, floor: int) -> Amount:
    """With the unit printed in front: ¥50, 港币20万元, （万元）387, （%）≥95."""
    low = max(floor, amount.start - 24)
    ahead = text[low : amount.start]
    word = _CURRENCY_AHEAD.search(ahead) if amount.unit.base in {None, "元"} else None
    if word is not None:
        unit = replace(amount.unit, base=units.currency(word["word"]))
        return replace(amount, start=low + word.start(), unit=unit)
    if amount.unit.base is not None:
        return amount
    sign = ahead.rstrip()[-1:]
    if sign in _CURRENCY:
        start = low + ahead.rfind(sign)
        whole = replace(amount, start=start, unit=units.combine(amount.unit.printed, _CURRENCY[sign]))
        if _MINUS.search(text[max(0, start - 4) : start]) is None:
            return whole
        return replace(whole, start=start - 1, low=whole.low.copy_negate(), high=whole.high.copy_negate())  # -¥50
    head = _UNIT_AHEAD.search(ahead)
    if head is None and (operator := operators.before(text, amount.start, floor)) is not None:
        head = _UNIT_AHEAD.search(text[max(floor, operator.start - 24) : operator.start])
    return amount if head is None else _headed(amount, head["unit"] or head["head"])


def _headed(amount: Amount, word: str) -> Amount:
    named = units.named(word)
    if named is NO_UNIT or not units.known(word) or (amount.unit.printed and named.factor != 1):
        return amount
    low, high = times(amount.low, named.factor), times(amount.high, named.factor)
    return replace(amount, low=low, high=high, unit=replace(named, printed=amount.unit.printed + named.printed))


def _compared(text: str, amount: Amount, floor: int) -> _Found:
    """The amount with the operator words around it."""
    inside = amount.unit.printed in _INSIDE_UNITS
    ahead = operators.before(text, amount.start, floor)
    if ahead is not None and ahead.word == "近" and inside:
        ahead = None  # 近三年: the last three years, not about three
    around = operators.than(text, amount.start, amount.end, floor)
    if around is not None and amount.low == amount.high:
        return _Found(around.start, around.end, _quantity(amount, around.comparator, approximate=amount.more))
    behind = operators.after(text, amount.end, inside=inside)
    mirrored = None if ahead or behind else _MIRRORED.match(text, amount.end)
    comparator = _comparator(amount, ahead or behind, None if mirrored is None else mirrored["sign"])
    start = amount.start if ahead is None else ahead.start
    end = amount.end if behind is None else behind.end
    if mirrored is not None and comparator != "range" and not amount.more:
        end = mirrored.end()
    about = amount.more or any(sign is not None and sign.comparator == "about" for sign in (ahead, behind))
    return _Found(start, end, _quantity(amount, comparator, approximate=about))


def _comparator(amount: Amount, sign: Sign | None, mirrored: str | None) -> Comparator:
    if amount.low != amount.high:
        return "range"
    if amount.more:
        return "ge" if sign is not None and sign.comparator == "ge" else "gt"
    if sign is not None:
        return sign.comparator
    if mirrored is not None:
        return _MIRROR[mirrored]
    return "eq"


def _quantity(amount: Amount, comparator: Comparator, *, approximate: bool) -> NumberQuantity:
    low: Decimal | None = None if comparator in {"le", "lt"} else amount.low
    high: Decimal | None = None if comparator in {"ge", "gt"} else amount.high
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


def _plausible(text: str, amount: Amount, found: _Found, floor: int, start: int) -> bool:
    """Whether a numeral in running text counts something, and is not part of a name or a word."""
    ahead = text[max(floor, start - 6) : start]
    if amount.unit.base is not None:
        if text[start] == "0" and text[start + 1 : start + 2].isdigit():
            return False
        if amount.unit.printed == "日" and found.end == amount.end and found.start == amount.start:
            return False  # a day of some month
        if amount.unit.printed == "分" and _CLOCK_BEFORE.search(ahead or text[max(0, start - 2) : start]):
            return False
        if text[start] in "百千万亿" and ahead[-1:] == "每":
            return False  # 每千人, 每万元: a measure, not a count
        one = text[start] == "一" and amount.low == amount.high == 1
        return not (one and (_NOT_COUNTED.search(ahead) or amount.unit.printed == "点"))
    if exclusions.nominal(text, amount.end, chinese=amount.chinese):
        return False
    plain = found.end == amount.end and found.start == amount.start
    if not amount.chinese:
        if text[start] == "0" and text[start + 1 : start + 2].isdigit():
            return False
        return not plain or not (_row_number(text, start, amount.end) or _YEAR_MONTH.fullmatch(text, start, amount.end))
    if amount.end - start >= 2 or amount.unit.printed or found.end > amount.end:
        return True
    if found.start < amount.start:
        return _BARE_AFTER.match(text, amount.end) is not None
    return bool(_BARE_BEFORE.search(ahead) or not text[:start].strip()) and bool(_BARE_AFTER.match(text, amount.end))


def _row_number(text: str, start: int, end: int) -> bool:
    """A bare 5 or 3.2 at the start of a line, with words behind a blank: the number of a row or section."""
    row = _ROW.match(text, start)
    return row is not None and row.end() == end and _LINE_START.search(text[max(0, start - 8) : start]) is not None


def _words_around(text: str, number: _Found) -> bool:
    """Whether anything but a header unit, 人民币 or blanks stands around the number."""
    left, right = text[: number.start].strip(), text[number.end :].strip()
    if left and not (_UNIT_AHEAD.fullmatch(left) or left in {"人民币", "为", "约为", "共", "共计", "计"}):
        return True
    return bool(right) and right not in {"整", "(含)", "人民币"}
