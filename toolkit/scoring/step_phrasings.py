"""Clauses that take off or give points per step, event or piece → tokens: 每低1个百分点扣0.5分, 每完成1项得1分."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from toolkit.patterns import regex
from toolkit.scoring.conditions import AMOUNT, COUNT, DIGITS, NUM, PCT, TIME, UNIT, unit_of, value_of
from toolkit.scoring.methods import Side
from toolkit.scoring.tokens import Kind, Token

TARGET = (
    r"(?:年度|年初|全年|预期|计划|既定|绩效|设定|规定|考核|预定|本年|当年)?"
    r"(?:序时进度|进度要求|目标任务|工作目标|工作任务|目标|指标|计划|任务|标准|要求|预期)(?:值|数|量|要求|任务)?"
)
COMPLETION = regex(
    r"(?:完成|达成|实现)(?:率|比例|度|程度|比|情况)|(?:目标|指标|计划)(?:值|数|任务|任务数)?的?$"
    r"|完成年?度?目标|^(?:实际)?完成(?:不足|低于)?$"
)
DEVIATION = regex(r"偏差|偏离|误差")
BLOCKED = regex(r"原因|主观|客观|无故|正当理由|擅自|情节|除外|或者|以及")

_BELOW = r"低于?|少于?|降低?|下降|减少|不足|差|欠|短缺|下滑|少完成|未完成|未达到?|下浮|缩减|减低|低出"
_LATER = r"延迟|推迟|逾期|延期|滞后|超期|拖延|晚|延误|超时|延后|迟延"
_ABOVE = (
    rf"{_LATER}"
    r"|超过?|超出|超支|高于?|高出|增加|增长|增多|上升|升高|上浮|多于?|多出|提高|增大|突破"
)
_EITHER = r"偏离|偏差|相差|浮动|变动|偏移|差异"
_BASE = regex(
    rf"(?P<subject>[^\d,<>每]{{0,16}}?)"
    rf"(?:(?P<below>低于|未达到|未达标?|不足|少于|小于|未完成|达不到|<|不到|没有达到|没有完成|没有实现"
    rf"|未实现|不达标|部分完成|未能完成|未全部完成)"
    rf"|(?P<above>超过|超出|高于|大于|突破|>|多于|超支|超))"
    rf"(?:(?P<target>{TARGET}|规定时间|时限|预算|上年)|(?P<value>{DIGITS})(?P<unit>{UNIT})?(?:以上)?)?(?:的"
    rf"|部分|时|者|,|则|按|:|后)*"
)
_EDGE = regex(
    rf"(?P<subject>[^\d,<>每]{{0,16}}?)(?P<value>{DIGITS})(?P<unit>{UNIT})(?:\(不?含\))?(?:(?P<below>以下)"
    rf"|(?P<above>以上|以外))(?:的|部分|时|者|,|则|:)*"
)
_COMPARED = regex(
    rf"(?:实际|完成值|完成)?(?:与|比|较|以|同|对比|对照)(?:{TARGET})(?:相比|比较|为基准|为标准|比|之间)?(?:,)?"
)
_NOUN = regex(
    r"(?:[^\d,每扣得分]{0,14}(?:率|比例|比|数|量|额|值|度|时间|天数|时长|成本|比重|占比|次数|面积|里程|时限"
    r"|期限|周期|频次|价格|单价|支出|费用|经费|人数|部分|完成|任务|进度))?"
    r"(?:的|,|则|按|其中|实际)*"
)
OFF = (
    rf"(?:的|,|则|时|者|相应|各|应|就|:)*(?:扣减?|扣除|减扣?|倒扣)(?:该项|本项|指标)?(?:"
    rf"(?P<per>{NUM})分(?:值)?"
    rf"|(?:分值|权重分?值?|满分|总分)?的?(?P<share>{DIGITS})%(?:的?(?:分值|权重|权重分|满分|分|该项分值))"
    rf"|(?:分值|权重分?值?|满分|总分)的(?P<share_of>{DIGITS})%)"
)
_GAIN = rf"(?:的|,|则|可|各)*(?:得|加|增加|计)(?P<per>{NUM})分"
_EACH = rf"每(?:有|再)?(?P<whole>满|达|整)?(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE})|(?P<either>{_EITHER}))?"


@dataclass(frozen=True, slots=True)
class _Base:
    side: Side | None = None
    threshold: Decimal | None = None
    unit: str | None = None
    completion: bool = False
    deviation: bool = False


def _base(text: str) -> _Base | None:
    """What stands before 每…扣…: nothing, a noun, “低于95%的”, “与目标值相比”; None where it says something else."""
    if BLOCKED.search(text):
        return None
    found = _BASE.fullmatch(text) or _EDGE.fullmatch(text)
    if found is not None:
        side: Side = "below" if found["below"] else "above"
        said = found["subject"]
        return _Base(
            side, value_of(found["value"]), unit_of(found["unit"]), bool(COMPLETION.search(said)), _deviates(said)
        )
    if _COMPARED.fullmatch(text):
        return _Base()
    if _NOUN.fullmatch(text):
        return _Base(completion=bool(COMPLETION.search(text)), deviation=_deviates(text))
    return None


def _deviates(text: str) -> bool:
    return DEVIATION.search(text) is not None


def baseline(found: re.Match[str], points: Decimal) -> Token | None:
    """“低于95%的” on its own: where the steps of the next clause begin."""
    base = _base(found[0])
    if base is None or base.side is None:
        return None
    return Token(
        Kind.BASELINE,
        side=base.side,
        threshold=base.threshold,
        unit=base.unit,
        completion=base.completion,
        deviation=base.deviation,
    )


def _step(found: re.Match[str], points: Decimal) -> Token | None:
    base = _base(found["prefix"])
    step = value_of(found["step"] or "1")
    per = _per(found, points)
    if base is None or step is None or per is None or step <= 0:
        return None
    side: Side | None = base.side
    if found["below"]:
        side = "below"
    elif found["above"]:
        side = "above"
    named = found.groupdict()
    of_target = bool(named.get("of") and named.get("share_of_target")) and found["unit"] == "%"
    return Token(
        Kind.STEP,
        unit=unit_of(found["unit"]),
        side=side,
        both_sides=bool(found["either"]),
        either_percent=found["unit"] == "%" and not of_target,
        threshold=value_of(named.get("edge")) or base.threshold,
        step=step,
        per=per,
        counting="floor" if found["whole"] or named.get("whole2") else "unknown",
        completion=base.completion or of_target,
        deviation=base.deviation,
    )


def _step_of_pieces(found: re.Match[str], points: Decimal) -> Token | None:
    """每少1次, 每超1个: steps away from the target; not 每延期1个, which counts what is late."""
    late = re.fullmatch(_LATER, found["above"] or "")
    directed = found["below"] or found["above"] or found["either"]
    return _step(found, points) if directed and not late else None


def _per(found: re.Match[str], points: Decimal) -> Decimal | None:
    share = found["share"] or found["share_of"]
    if share is not None:
        return points * Decimal(share) / 100
    return value_of(found["per"])


def _event(kind: Kind) -> Callable[[re.Match[str], Decimal], Token | None]:
    def build(found: re.Match[str], points: Decimal) -> Token | None:
        counted = value_of(found["n"] or "1")
        per = _per(found, points)
        if counted != 1 or per is None or BLOCKED.search(found[0]):
            return None
        return Token(kind, unit=unit_of(found["unit"]), per=per)

    return build


def _each(found: re.Match[str], points: Decimal) -> Token | None:
    stated = found.groupdict().get("verb") not in {None, "有"}
    lacking = not stated and re.search(r"未|没有|缺(?!陷)", found["what"]) is not None
    return _event(Kind.SHORTFALL if lacking else Kind.EVENT)(found, points)


def _gain(found: re.Match[str], points: Decimal) -> Token | None:
    step, per = value_of(found["n"] or "1"), value_of(found["per"])
    if step is None or per is None or step <= 0 or BLOCKED.search(found[0]):
        return None
    beyond: Side | None = "above" if re.search(r"超额|超过|超出|多|额外|再", found["verb"] or "") else None
    return Token(Kind.EARN, unit=found["unit"], step=step, per=per, side=beyond)


_MISHAP = (
    r"发现|接到|接|受理|发生|出现|存在|查出|查实|收到|受到|产生|违反|违规|漏报|迟报|错报|瞒报|投诉|通报"
    rf"|{_LATER}|退回|被"
)

# Patterns and what they build; clauses arrive in the canonical wording (`synonyms`). Tried in order.
STEP_ROWS: tuple[tuple[str, Callable[[re.Match[str], Decimal], Token | None]], ...] = (
    (
        rf"(?P<prefix>[^每]{{0,40}})每(?:有|再)?(?P<whole>满|达)?(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE})"
        rf"|(?P<either>{_EITHER}))?(?P<whole2>满|达)?"
        rf"(?:出|了)?(?:(?P<of>{TARGET})|预算数?|规定时间|时限"
        rf"|(?P<edge>{DIGITS})%(?=[\d一二两]))?(?:(?P<share_of_target>的)"
        rf"|值)?(?P<step>{NUM})?(?P<unit>{PCT}|{TIME}|{AMOUNT})(?:的|部分)?{OFF}",
        _step,
    ),
    (
        rf"(?P<prefix>)(?P<whole>(?!))?(?:(?P<below>低|下降|降低|减少|少)|(?P<above>逾期|延迟|推迟|延期"
        rf"|超期|超出|超|上升)|(?P<either>偏离|相差))"
        rf"(?P<step>1|一)(?P<unit>个百分点|{TIME}){OFF}",
        _step,
    ),
    (
        rf"(?P<prefix>[^每]{{0,40}}){_EACH}(?:出|了)?(?:{TARGET})?(?:的"
        rf"|值)?(?:[^\d,扣得每的一二两三四五六七八九十]{{0,4}})"
        rf"(?P<step>{NUM})(?P<unit>{COUNT})(?:以上)?[^\d,扣得每未不没]{{0,6}}{OFF}",
        _step_of_pieces,
    ),
    (
        rf"(?P<prefix>[^每]{{0,40}}){_EACH}[^\d,扣得每的一二两三四五六七八九十]{{1,4}}(?P<step>{NUM})(?P<unit>{AMOUNT}){OFF}",
        lambda found, points: _step(found, points) if found["below"] or found["above"] else None,
    ),
    (
        rf"[^\d,每]{{0,16}}?(?:每)?(?:被)?(?P<verb>{_MISHAP}|有)(?:了)?(?P<n>{NUM})?(?P<unit>{COUNT})"
        rf"(?P<what>[^\d,分扣每]{{0,24}}){OFF}",
        _each,
    ),
    (
        rf"[^\d,每]{{0,10}}?(?:每)?(?:缺少|缺失|缺|遗漏|漏|少报"
        rf"|少)(?P<n>{NUM})?(?P<unit>{COUNT})(?P<what>[^\d,分扣每]{{0,16}}){OFF}",
        _event(Kind.SHORTFALL),
    ),
    (
        rf"[^\d,每]{{0,10}}?(?:未完成|未达标|未落实|未按时完成|未按期完成)(?P<n>一"
        rf"|1)(?P<unit>{COUNT})(?P<what>){OFF}",
        _event(Kind.SHORTFALL),
    ),
    (rf"[^\d,每]{{0,12}}?每(?P<n>{NUM})?(?P<unit>{COUNT})(?P<what>[^\d,分扣每]{{0,24}}){OFF}", _each),
    (rf"(?:有)?(?P<n>一|1)(?P<unit>{COUNT})(?P<what>(?:未|不|没有|缺)[^\d,分扣]{{0,16}}){OFF}", _each),
    (
        rf"[^\d,每]{{0,10}}?每(?P<verb>[^\d,扣得加每一二两三四五六七八九十]{{0,8}}?)(?P<n>{NUM})?(?P<unit>{COUNT})"
        rf"[^\d,扣得加每]{{0,10}}?{_GAIN}",
        _gain,
    ),
    (
        rf"(?P<verb>满足|符合|达到|具备|做到)(?P<n>一|1)(?P<unit>{COUNT})(?:要求|条件|标准)?{_GAIN}",
        _gain,
    ),
)
