"""“完成率80%（含）-90%” and “得4分” → the bounds of a band with their sides, and the points it awards.

A bound printed without a side (80%-90%) is told as loose: which band it belongs to is for its neighbours to say.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from toolkit.measure.numerals import number
from toolkit.model.standard import Band
from toolkit.patterns import regex
from toolkit.scoring.rule import PERCENT

DIGITS = r"\d+(?:\.\d+)?"
NUM = rf"(?:{DIGITS}|[一二两三四五六七八九十]{{1,3}})"
PCT = r"(?:个?百分点|%)"
COUNT = r"(?:人次|场次|例|起|次|项|件|处|个|人|笔|条|宗|份|篇|期|户|家|场|台|套|张|类|批|名|所|座|辆|株)"
TIME = r"(?:个季度|个工作日|工作日|个自然日|个月|小时|分钟|天|日|月|周|季度)"
AMOUNT = r"(?:分(?!之|钟)|千瓦时|吨标准煤|立方米|万元|亿元|元|平方米|公里|千米|米|亩|公顷|吨|公斤|千克|度|倍)"
UNIT = rf"(?:{PCT}|{COUNT}|{TIME}|{AMOUNT})"
_INCLUDED = rf"\((?:不?包?含)(?:本数|{DIGITS}{PCT}?)?\)"
_OPS_LOW = r"≥|>=|大于等于|大于或等于|不低于|不少于|不小于|达到|达"
_OPS_LOW_OPEN = r">|超过|高于|大于|多于|超出"
_OPS_HIGH = r"≤|<=|小于等于|小于或等于|不高于|不超过|不多于|不大于"
_OPS_HIGH_OPEN = r"<|低于|小于|少于|不足|不到|未达到|未达|不满"
_ONE = regex(
    rf"(?:(?P<ge>{_OPS_LOW})|(?P<gt>{_OPS_LOW_OPEN})|(?P<le>{_OPS_HIGH})|(?P<lt>{_OPS_HIGH_OPEN})|(?P<eq>=|等于|为|是))?"
    rf"(?P<value>{DIGITS})(?P<unit>{UNIT})?(?P<note>{_INCLUDED})?"
    rf"(?P<suffix>及其?以上|[或和]以上|以上|及其?以下|[或和]以下|以下|以内|之内|内)?(?P<after>{_INCLUDED})?"
)
_RANGE = regex(
    rf"(?:在|介于)?(?P<low>{DIGITS})(?P<unit1>{UNIT})?(?P<note1>{_INCLUDED})?(?:-{{1,2}}|~|至|到)"
    rf"(?P<high>{DIGITS})(?P<unit2>{UNIT})?(?P<note2>{_INCLUDED})?(?:之间|区间|以内)?(?P<after>{_INCLUDED})?"
)
_CHAIN = regex(
    rf"(?P<low>{DIGITS})(?P<unit1>{UNIT})?(?P<left>≤|<=|<|≥|>=|>)[^\d<>≤≥=]{{0,16}}"
    rf"(?P<right>≤|<=|<|≥|>=|>)(?P<high>{DIGITS})(?P<unit2>{UNIT})?"
)
_BRACKET = regex(
    rf"在?(?P<left>[\[(])(?P<low>{DIGITS})(?P<unit1>{UNIT})?[~-](?P<high>{DIGITS})(?P<unit2>{UNIT})?(?P<right>[\])])"
    r"(?:之间|区间)?"
)
_MIRRORED = regex(rf"(?P<value>{DIGITS}{UNIT}?)(?P<op>[<>≤≥])[^\d<>≤≥=]{{1,16}}")
_MIRROR = {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}
# What may stand behind the bounds: 3天以内办结, 85%之间的, 10个的得5分
_BEHIND = regex(
    r"(?:的|者|时|则|办结|完成|达成|响应|到位|送达|回复|处理|解决|支付|拨付|报送|上报|交付|发放"
    r"|任务|目标|目标值|分值|情况|水平|[,:])+$"
)
_SUBJECT = regex(r"[^\d<>≤≥=\[(每未不非无因若如]{0,24}")  # a negation or proviso is no plain subject
AWARD = regex(
    rf"(?:的|者|时|则|,|:)*\(?(?:"
    rf"(?P<full>(?:可?(?:得|计|给|记|评|赋|为))?(?:满分|全分|全部分值|全部分数|全额分值)|不扣分)"
    rf"|(?P<zero>不得分|不计分|不给分|不予计分|(?:得|计|为|记)?(?:0|零)分|扣完|扣全分|扣全部分值?|扣除全部分值|扣满分)"
    rf"|(?:得|计|给|记|评|赋)?(?P<score>{DIGITS})分"
    rf"|(?:得|计|给|记|评|赋)?(?P<from>{DIGITS})分?(?:-|~|至|到)(?P<to>{DIGITS})分"
    rf"|(?:得|计|给|记|评|赋)?(?:分值的?)?(?P<share_from>{DIGITS})%?(?:-|~|至|到)(?P<share_to>{DIGITS})%(?:\(含\))?(?:的?(?:分值|分数|分))?"
    rf"|(?:扣减?|扣除)(?P<minus>{NUM})分"
    rf"|(?:扣减?|扣除)(?:(?:该|本)(?:项|指标)的?)?(?:分值的?)?(?P<minus_share>{DIGITS})%(?:的?(?:分值|分数|分))?"
    rf"|(?:得|计|给|按|记)?(?:该项|本项|指标)?(?:分值|权重|满分|权重分|分数|总分)的?(?P<share_of>{DIGITS})%(?:计分|计算|给分|得分)?"
    rf"|(?:得|计|给|按|记|扣至)(?P<share>{DIGITS})%"
    rf"(?:的?(?:分值|权重|分数|得分|计分|权重分|满分|计算|给分|分))?(?:计分|计算|得分)?"
    rf")\)?"
)


def value_of(text: str | None) -> Decimal | None:
    """A numeral of a pattern, Arabic or Chinese."""
    return None if text is None else number(text)


def unit_of(text: str | None) -> str | None:
    """A unit of a pattern: percentage points in any wording are "%"."""
    if text is None:
        return None
    return PERCENT if re.fullmatch(PCT, text) else text


@dataclass(frozen=True, slots=True)
class Award:
    """Points that a clause gives, from `low` to `high`; `taken`: printed as points taken off."""

    low: Decimal
    high: Decimal
    taken: bool = False


def awarded(text: str, points: Decimal) -> Award | None:
    """“得4分”, “不得分”, “扣1分”, “得分值的50%”, “得8-10分” → points of a line of `points`; None: none of these."""
    found = AWARD.fullmatch(text)
    if found is None:
        return None
    if found["from"]:
        low, high = sorted((Decimal(found["from"]), Decimal(found["to"])))
        return Award(low, high)
    if found["share_from"]:
        low, high = sorted((Decimal(found["share_from"]), Decimal(found["share_to"])))
        return Award(points * low / 100, points * high / 100)
    share = found["share"] or found["share_of"]
    if found["full"]:
        score: Decimal | None = points
    elif found["zero"]:
        score = Decimal(0)
    elif found["minus"]:
        minus = number(found["minus"])
        score = None if minus is None else points - minus
    elif found["minus_share"]:
        score = points - points * Decimal(found["minus_share"]) / 100
    else:
        score = points * Decimal(share) / 100 if share else Decimal(found["score"])
    return None if score is None else Award(score, score, bool(found["minus"] or found["minus_share"]))


Condition = tuple[Band, str | None, tuple[bool, bool], str]


def condition(text: str) -> Condition | None:
    """“完成率80%（含）-90%” → the band without a score, its unit, which bounds have no stated side, and the subject."""
    text = _BEHIND.sub("", text)
    for start in range(min(len(text), 24) + 1):
        if not _SUBJECT.fullmatch(text[:start]):
            return None
        parsed = _bounds_of(text[start:])
        if parsed is not None:
            return (*parsed, text[:start])
    return None


_Bounded = tuple[Band, str | None, tuple[bool, bool]]


def _bounds_of(text: str) -> _Bounded | None:
    mirrored = _MIRRORED.fullmatch(text)
    if mirrored is not None:
        text = f"{_MIRROR[mirrored['op']]}{mirrored['value']}"
    for pattern, build in ((_BRACKET, _from_bracket), (_CHAIN, _from_chain), (_RANGE, _from_range), (_ONE, _from_one)):
        found = pattern.fullmatch(text)
        if found is not None:
            return build(found)
    return _from_two(text)


def _from_two(text: str) -> _Bounded | None:
    first = _ONE.match(text)
    if first is None:
        return None
    second = _ONE.fullmatch(re.sub(r"^(?:,|且|并且|但|、|和)", "", text[first.end() :]))
    if second is None:
        return None
    one, other = _from_one(first), _from_one(second)
    if one is None or other is None or not (one[1] == other[1] or None in {one[1], other[1]}):
        return None
    low, high = (one, other) if one[0].low is not None else (other, one)
    if low[0].low is None or low[0].high is not None or high[0].high is None or high[0].low is not None:
        return None
    band = Band(
        low=low[0].low, high=high[0].high, low_included=low[0].low_included, high_included=high[0].high_included
    )
    return _ordered(band, one[1] or other[1], (False, high[2][1]))


def _from_one(found: re.Match[str]) -> _Bounded | None:
    value, unit = Decimal(found["value"]), unit_of(found["unit"])
    suffix = found["suffix"] or ""
    excluded = "不" in (found["note"] or "") + (found["after"] or "")
    stated = bool(found["note"] or found["after"]) or suffix[:1] in {"及", "或", "和"}
    if found["ge"] or found["gt"]:
        if "下" in suffix or "内" in suffix:
            return None
        included = stated and not excluded if found["gt"] else not excluded
        return Band(low=value, low_included=included), unit, (False, False)
    if found["le"] or found["lt"]:
        if "上" in suffix:
            return None
        included = stated and not excluded if found["lt"] else not excluded
        return Band(high=value, high_included=included), unit, (False, False)
    if "上" in suffix:
        return Band(low=value, low_included=not excluded), unit, (False, False)
    if suffix:  # 以下 includes by law, but tables often mean the next band up: loose unless 含 is printed
        return Band(high=value, high_included=not excluded), unit, (False, not stated)
    return Band(low=value, high=value, low_included=True, high_included=True), unit, (False, False)


def _from_range(found: re.Match[str]) -> _Bounded | None:
    note1, note2 = found["note1"], found["note2"] or found["after"]
    band = Band(
        low=Decimal(found["low"]),
        high=Decimal(found["high"]),
        low_included="不" not in (note1 or ""),
        high_included="不" not in (note2 or ""),
    )
    return _ordered(band, _one_unit(found), (note1 is None, note2 is None))


def _from_chain(found: re.Match[str]) -> _Bounded | None:
    left, right = found["left"], found["right"]
    if ("<" in left or "≤" in left) != ("<" in right or "≤" in right):
        return None
    first, second = Decimal(found["low"]), Decimal(found["high"])
    closed = ("=" in left or left in "≤≥", "=" in right or right in "≤≥")
    if "<" in left or "≤" in left:
        band = Band(low=first, high=second, low_included=closed[0], high_included=closed[1])
    else:
        band = Band(low=second, high=first, low_included=closed[1], high_included=closed[0])
    return _ordered(band, _one_unit(found), (False, False))


def _from_bracket(found: re.Match[str]) -> _Bounded | None:
    square = (found["left"] == "[", found["right"] == "]")
    band = Band(low=Decimal(found["low"]), high=Decimal(found["high"]), low_included=square[0], high_included=square[1])
    plain_round = not any(square)  # （80%-90%） is as often a mere bracket as an open interval
    return _ordered(band, _one_unit(found), (plain_round, plain_round))


def _ordered(band: Band, unit: str | None, loose: tuple[bool, bool]) -> _Bounded | None:
    if band.low is None or band.high is None:
        return band, unit, loose
    if band.low > band.high:
        swapped = Band(low=band.high, high=band.low, low_included=band.high_included, high_included=band.low_included)
        return swapped, unit, (loose[1], loose[0])
    return band, unit, loose


def _one_unit(found: re.Match[str]) -> str | None:
    return unit_of(found["unit1"]) or unit_of(found["unit2"])
