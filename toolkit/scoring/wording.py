"""Words of an actual → facts that a printed rule asks for: how many mishaps, how far off, done or not.

Only whole cells of a known shape are read; anything else is None, and the line stays undecided.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from toolkit.measure.numerals import number
from toolkit.patterns import regex
from toolkit.text import fold

_NUM = r"(?:\d+(?:\.\d+)?|[零一二两三四五六七八九十]{1,3})"
_COUNT = r"(?:人次|例|起|次|项|件|处|个|人|笔|条|宗|份|户|家)"
_EVENT = (
    r"(?:发现|发生|出现|存在|有|查出|查实|收到|受到|被通报|被投诉|迟报|漏报|漏|接到|错报|瞒报|少报|违反"
    r"|逾期|超期|退回)"
)
_MISHAP = (
    r"(?:违规|违纪|违法|事故|投诉|问题|差错|错误|异常|舆情|通报|不合格|安全事故|责任事故|重大|负面|不良"
    r"|缺项|漏项|遗漏|迟报|漏报)"
)

_NONE = regex(
    rf"(?:无|没有|零|未有)|(?:全年|本年|本年度|年内)?(?:未|没有|无)(?:被)?{_EVENT}[^\d,;。一二两三四五]{{0,20}}"
    rf"|(?:全年|本年|本年度|年内)?(?:无|没有){_MISHAP}[^\d,;。一二两三四五]{{0,16}}"
)
_IN_ORDER = regex(
    r"(?:[^\d,;。未不没]{0,8})?(?:均|都|全部|已)(?:已)?(?:按时|及时|按期|按规定|按要求)(?:报送|上报|完成"
    r"|公开|拨付|支付|报备|开展)"
    rf"|[^\d,;。未不没]{{0,10}}(?:齐全|完整)(?:,?(?:无|没有){_MISHAP})?"
)
_FULFILLED = regex(
    r"(?:共|已|其中|实际)*(?:符合|满足|具备|达到|做到|完成)(?:了)?(?P<n>\d+|[一二两三四五六七八九十])(?:项"
    r"|条|个|点)(?:要求|条件|标准|内容)?"
)
_ALL_FULFILLED = regex(
    rf"(?:{_NUM}(?:项|条|个)?|各项|上述|以上)?(?:要求|条件|内容|指标)?(?:均|全部|都|全)(?:已)?(?:符合|满足"
    rf"|具备|达到|做到|达标|完成)"
    r"(?:要求|条件|标准)?"
)
_SOME = regex(
    rf"(?:全年|本年|本年度|年内|共|累计"
    rf"|共计)*(?:被)?(?P<verb>{_EVENT})?(?P<before>{_MISHAP}[^\d,;。]{{0,8}}?)?(?P<n>{_NUM})(?P<unit>{_COUNT})?"
    rf"(?:的)?(?P<after>{_MISHAP}[^\d,;。]{{0,10}})?"
)
_LACKING = regex(
    rf"(?:有|尚有|还有|仍有)?(?P<n>{_NUM}){_COUNT}(?:任务|工作|指标|资料|要求|制度)?(?:未|尚未|没有)[^\d,;。]{{1,12}}"
    rf"|(?:缺少?|缺失|未完成|少完成|漏报|漏|遗漏|少|尚缺)(?P<m>{_NUM}){_COUNT}[^\d,;。]{{0,10}}"
)
_LATE = regex(
    rf"(?:比计划|较计划|比目标|实际)?(?:延迟|逾期|延期|推迟|滞后|晚|超期|拖延|延误|超时"
    rf"|延后)(?:了)?(?P<n>{_NUM})(?P<unit>个季度|个工作日|工作日|个月|小时|分钟|天|日|月|周)"
    rf"(?:完成|支付|下达|交付|上报|报送)?"
)
_OFF_TARGET = regex(
    rf"(?:(?:比|较)(?:年度|年初)?(?:目标|计划|指标)(?:值)?(?P<word1>低|少|高|多|超)|(?P<word2>低于|少于"
    rf"|高于|超过|超出)(?:年度|年初)?(?:目标|计划|指标)(?:值)?)"
    rf"(?:了)?(?P<n>{_NUM})(?P<unit>个?百分点|%|{_COUNT}|天|日|万元)"
)
_DONE = regex(
    r"(?:已|均已|全部|已全部|按时|按期|及时|如期|已按时|已按期|按要求|按计划)*(?:完成|达标|达到|符合|实现"
    r"|达成|落实|合格|通过)"
    r"(?:目标|要求|年度目标|预期目标|计划|预期|标准)?"
)
_ON_TIME = regex(
    r"(?:已|均|全部|均已|已全部|项目)*(?:按时|按期|及时|如期|提前|按计划时间|按规定时间)"
    r"(?:全部)?(?:完成|支付|下达|交付|报送|上报|拨付|到位)?(?:目标|任务)?"
)
_NOT_DONE = regex(
    r"(?:未|尚未|没有|不|未能|没)(?:按时|按期|及时|如期|全部|完全)?(?:完成|达标|达到|符合|实现|达成|落实|合格|通过)"
    r"(?:目标|要求|年度目标|预期目标|计划|预期|标准)?"
)
_YES = regex(r"是|有|已建立|已制定|已设立|健全|已公开|已开展|已落实|√")
_NO = regex(r"否|无|没有|未建立|未制定|未设立|不健全|未公开|未开展|未落实|×|缺失")
_TRAILING = "。.;,!"


def _words(text: str | None) -> str:
    return "" if text is None else fold(text).text.strip(_TRAILING)


@dataclass(frozen=True, slots=True)
class Mishaps:
    """How many, their counter if printed, and whether the cell says by a verb or noun that they are mishaps."""

    count: Decimal
    unit: str | None
    named: bool


def mishaps(text: str | None) -> Mishaps | None:
    """How many mishaps a cell states: “未发现” → 0, “发生2起” → 2 起 named, “3” → 3 not named."""
    words = _words(text)
    if _NONE.fullmatch(words) or _IN_ORDER.fullmatch(words):
        return Mishaps(Decimal(0), None, named=True)
    found = _SOME.fullmatch(words)
    value = None if found is None else number(found["n"])
    if found is None or value is None:
        return None
    return Mishaps(value, found["unit"], named=bool(found["verb"] or found["before"] or found["after"]))


def fulfilled(text: str | None) -> Decimal | Literal["all"] | None:
    """How many requirements a cell says are met: “符合2项” → 2, “三项均符合” → all."""
    words = _words(text)
    if _ALL_FULFILLED.fullmatch(words):
        return "all"
    found = _FULFILLED.fullmatch(words)
    return None if found is None else number(found["n"])


def lacking(text: str | None) -> Decimal | None:
    """How many are missing: “2项未完成”, “缺1项” → the count; “资料齐全” → 0."""
    words = _words(text)
    if _IN_ORDER.fullmatch(words):
        return Decimal(0)
    found = _LACKING.fullmatch(words)
    return None if found is None else number(found["n"] or found["m"])


def deviation(text: str | None) -> tuple[Decimal, str] | None:
    """How far off the target a cell says it is: “延迟3天” → (3, 天), “低于目标值2个百分点” → (2, %)."""
    words = _words(text)
    found = _LATE.fullmatch(words) or _OFF_TARGET.fullmatch(words)
    value = None if found is None else number(found["n"])
    if found is None or value is None:
        return None
    unit = found["unit"]
    return value, "%" if unit in {"%", "百分点", "个百分点"} else unit


def below(text: str | None) -> bool | None:
    """Whether the deviation that a cell states lies below the target; None if it states none."""
    found = _OFF_TARGET.fullmatch(_words(text))
    if found is None:
        return False if _LATE.fullmatch(_words(text)) else None
    return (found["word1"] or found["word2"])[0] in "低少"


def done(text: str | None) -> bool | None:
    """已完成 → True, 未达标 → False, anything else → None."""
    words = _words(text)
    if _DONE.fullmatch(words):
        return True
    return False if _NOT_DONE.fullmatch(words) else None


def on_time(text: str | None) -> bool:
    """Whether a cell says, as a whole, that it was done in time."""
    return _ON_TIME.fullmatch(_words(text)) is not None


def affirmed(text: str | None) -> bool | None:
    """是, 有, 已建立 → True; 否, 无, 未建立 → False."""
    words = _words(text)
    if _YES.fullmatch(words):
        return True
    return False if _NO.fullmatch(words) else done(text)
