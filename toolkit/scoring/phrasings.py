"""Clauses of printed criteria → tokens: the one table of phrasings that the criterion parser knows.

To teach it a phrasing, add a row to `_ROWS` (a pattern that matches the whole clause, and what it says) and a case to
the tests. Clauses arrive folded (half-width, no blanks), cut at sentence marks and commas. Rows are tried in order.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from toolkit.model.standard import Band
from toolkit.scoring.conditions import (
    AMOUNT,
    AWARD,
    COUNT,
    DIGITS,
    NUM,
    PCT,
    TIME,
    UNIT,
    awarded,
    condition,
    unit_of,
    value_of,
)
from toolkit.scoring.methods import Side
from toolkit.scoring.tokens import Kind, Token


def recognise(clause: str, points: Decimal) -> Token | None:
    """The clause's token, or None where no row of the table matches."""
    for pattern, build in _ROWS:
        found = pattern.fullmatch(clause)
        if found is not None:
            token = build(found, points)
            if token is not None:
                return token
    return None


_TARGET = (
    r"(?:年度|年初|全年|预期|计划|既定|绩效|设定|规定|考核|预定|本年|当年)?"
    r"(?:目标任务|工作目标|工作任务|目标|指标|计划|任务|标准|要求|预期)(?:值|数|量|要求|任务)?"
)
_COMPLETION = re.compile(
    r"(?:完成|达成|实现)(?:率|比例|度|程度|比|情况)|(?:目标|指标|计划)(?:值|数|任务|任务数)?的?$|完成年?度?目标|^(?:实际)?完成$"
)
_BLOCKED = re.compile(r"原因|主观|客观|无故|正当理由|擅自|情节|除外|或者|以及")


def _band(found: re.Match[str], points: Decimal) -> Token | None:
    score = awarded(found["award"], points)
    if score is None:
        return None
    if not 0 <= score <= points:
        return Token(Kind.CLASH)
    where = condition(found["condition"])
    if where is None:
        return None
    band, unit, loose, subject = where
    scored = band.model_copy(update={"score": score})
    return Token(Kind.BAND, band=scored, unit=unit, completion=bool(_COMPLETION.search(subject)), loose=loose)


_BELOW = r"低于?|少于?|降低|下降|减少|不足|差|欠|短缺|下滑"
_ABOVE = r"超过?|超出|超支|高于?|高出|增加|增长|增多|上升|多于?|多出|提高|延迟|推迟|逾期|延期|滞后|超期|拖延|晚|延误"
_EITHER = r"偏离|偏差|相差|浮动|变动"
_BASE = re.compile(
    rf"(?P<subject>[^\d,<>每]{{0,16}}?)"
    rf"(?:(?P<below>低于|未达到|未达|不足|少于|小于|未完成|达不到|<|不到|没有达到)"
    rf"|(?P<above>超过|超出|高于|大于|突破|>|多于))"
    rf"(?:(?P<target>{_TARGET}|规定时间|时限|预算|上年)|(?P<value>{DIGITS})(?P<unit>{UNIT})?)?(?:的|部分|时|者|,|则|按|:)*"
)
_COMPARED = re.compile(rf"(?:实际|完成值|完成)?(?:与|比|较|以|同)(?:{_TARGET})(?:相比|比较|为基准|为标准|比)?(?:,)?")
_NOUN = re.compile(
    r"(?:[^\d,每扣得分]{0,14}(?:率|比例|比|数|量|额|值|度|时间|天数|时长|成本|比重|占比|次数|面积|里程|部分|完成|任务|进度))?"
    r"(?:的|,|则|按|其中|实际)*"
)


@dataclass(frozen=True, slots=True)
class _Base:
    side: Side | None = None
    threshold: Decimal | None = None
    unit: str | None = None
    completion: bool = False


def _base(text: str) -> _Base | None:
    """What stands before 每…扣…: nothing, a noun, “低于95%的”, “与目标值相比”; None where it says something else."""
    if _BLOCKED.search(text):
        return None
    found = _BASE.fullmatch(text)
    if found is not None:
        side: Side = "below" if found["below"] else "above"
        completion = bool(_COMPLETION.search(found["subject"]))
        return _Base(side, value_of(found["value"]), unit_of(found["unit"]), completion)
    if _COMPARED.fullmatch(text) or _NOUN.fullmatch(text):
        return _Base(completion=bool(_COMPLETION.search(text)))
    return None


def _baseline(found: re.Match[str], points: Decimal) -> Token | None:
    base = _base(found[0])
    if base is None or base.side is None:
        return None
    return Token(Kind.BASELINE, side=base.side, threshold=base.threshold, unit=base.unit, completion=base.completion)


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
    return Token(
        Kind.STEP,
        unit=unit_of(found["unit"]),
        side=side,
        both_sides=bool(found["either"]),
        either_percent=found["unit"] == "%",
        threshold=base.threshold,
        step=step,
        per=per,
        completion=base.completion or bool(_COMPLETION.search(found["prefix"])),
    )


def _per(found: re.Match[str], points: Decimal) -> Decimal | None:
    if found["share"] is not None:
        return points * Decimal(found["share"]) / 100
    return value_of(found["per"])


def _event(kind: Kind) -> Callable[[re.Match[str], Decimal], Token | None]:
    def build(found: re.Match[str], points: Decimal) -> Token | None:
        counted = value_of(found["n"] or "1")
        per = _per(found, points)
        if counted != 1 or per is None or _BLOCKED.search(found[0]):
            return None
        return Token(kind, unit=unit_of(found["unit"]), per=per)

    return build


def _each(found: re.Match[str], points: Decimal) -> Token | None:
    stated = found.groupdict().get("verb") not in {None, "有"}
    lacking = not stated and re.search(r"未|没有|缺", found["what"]) is not None
    return _event(Kind.SHORTFALL if lacking else Kind.EVENT)(found, points)


def _full_or_check(kind: Kind) -> Callable[[re.Match[str], Decimal], Token | None]:
    def build(found: re.Match[str], points: Decimal) -> Token | None:
        score = awarded(found["award"], points)
        if not score:
            return None
        if score > points:
            return Token(Kind.CLASH)
        return Token(kind) if score == points else Token(Kind.CHECK, per=score)

    return build


def _counting(found: re.Match[str], points: Decimal) -> Token | None:
    if found["skip"]:
        return Token(Kind.COUNTING, counting="floor")
    if found["rata"]:
        return Token(Kind.COUNTING, counting="pro_rata")
    first, second = value_of(found["first"] or "1"), value_of(found["second"] or found["first"] or "1")
    return Token(Kind.COUNTING, counting="ceil") if first == second else None


def _cap(found: re.Match[str], points: Decimal) -> Token | None:
    value = value_of(found["value"])
    return None if value is None else Token(Kind.CAP, per=value)


def _declared_points(found: re.Match[str], points: Decimal) -> Token | None:
    return Token(Kind.FILLER) if value_of(found["value"]) == points else Token(Kind.CLASH)


def _phrase(found: re.Match[str], points: Decimal) -> Token | None:
    score = awarded(found["award"], points)
    if score is None:
        return None
    if not 0 <= score <= points:
        return Token(Kind.CLASH)
    return Token(Kind.PHRASE, band=Band(score=score, phrases=(found["words"],)))


def _ratio(found: re.Match[str], points: Decimal) -> Token | None:
    named = re.search(r"(?:完成|达成|实现)(?:率|比例)", found[0]) is not None
    return Token(Kind.RATIO, completion=named and re.search(r"[/÷]", found[0]) is None)


def _just(kind: Kind) -> Callable[[re.Match[str], Decimal], Token | None]:
    def build(found: re.Match[str], points: Decimal) -> Token | None:
        return Token(kind)

    return build


_OFF = (
    rf"(?:的|,|则|时|者|相应|各|应)*(?:扣减?|扣除|减扣?|倒扣)(?:该项|本项|指标)?(?:"
    rf"(?P<per>{NUM})分(?:值)?"
    rf"|(?:分值|权重分?值?|满分|总分)?的?(?P<share>{DIGITS})%(?:的?(?:分值|权重|权重分|满分|分|该项分值))"
    rf")"
)
_OFF_SHARE_FIRST = (
    rf"(?:的|,|则|时|者|相应|各|应)*(?:扣减?|扣除|减扣?)(?:该项指标|本项指标|该指标|本指标|该项|本项|指标)?"
    rf"(?:(?:分值|权重分?值?|满分|总分)的(?P<share>{DIGITS})%|(?P<per>(?!)))"
)
_ZERO = r"(?:的|者|时|,|则|该项|本项|:)*(?:不得分|不计分|不给分|不予计分|(?:得|计|为|记)?(?:0|零)分|扣全分|扣完)"
_DONE = (
    r"(?:按时|按期|及时|全部|按要求|如期|按计划|已|均|全面|能够|能|按规定|实际)*(?:完成|达标|达到|实现|符合|达成|满足|不低于|不少于)"
    rf"(?:(?:上述|各项|以上)?(?:{_TARGET}))?(?:及以上|或以上|以上)?"
)
_POINTS_AT = r"(?:[≥>]=?|大于等于|不低于|达到|等于|达|[≤<]=?|小于等于|不超过|不高于|低于|小于)"
_OWN = r"(?:该项|本项|指标|本指标|该指标)?"
_WORTH = rf"(?:{_OWN}(?:分值|权重|满分|标准分|权重分|权重分值|指标分值|总分)(?:分|值)?|{DIGITS}分?)"

_Row = tuple[re.Pattern[str], Callable[[re.Match[str], Decimal], Token | None]]
_ROWS: tuple[_Row, ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        # judgement: whoever scores decides
        (
            r".*(?:酌情|酌量|酌定|视情|视具体情况|专家打分|综合评定|综合打分|综合评分|适当扣|适当减|主观评).*",
            _just(Kind.DISCRETION),
        ),
        (
            r".*(?:根据|视|按|按照|结合|依据)[^,]{0,16}(?:情况|程度|质量|效果|结果|水平)[^,]{0,4}(?:扣|给|得|评|打|计|赋|评定)(?:减|予|定)?分.*",
            _just(Kind.DISCRETION),
        ),
        (rf"(?:可)?(?:扣|得|给|计)(?:{DIGITS})(?:-|~|至|到)(?:{DIGITS})分.*", _just(Kind.DISCRETION)),
        # rounding of steps, caps, fillers
        (
            rf"(?:对)?(?:的)?不足(?:的)?(?P<first>{NUM})?(?:{UNIT})?(?:的|部分|者|,)*(?:"
            r"(?P<skip>不扣分?|不计|不予扣分|忽略不计|舍去|不计算|不再扣分)"
            r"|(?P<rata>(?:按|以)(?:相应|同等)?比例(?:扣分|计算|扣减|折算|计扣|计)?)"
            rf"|(?:按|算|以|按照|视为|视同)(?P<second>{NUM})?(?:{UNIT})?(?:计算?|算|扣分?|处理|计扣|扣减|计分)?)",
            _counting,
        ),
        (
            rf"{_OWN}(?:累计|合计|总计)?(?:最多|最高|至多|扣分上限|扣分最多|扣分最高)(?:可|为|不超过)*(?:扣|扣减|扣除)?(?P<value>{NUM})分",
            _cap,
        ),
        (rf"{_OWN}(?:累计|合计)?扣分(?:总额)?不超过(?P<value>{NUM})分", _cap),
        (
            rf"{_OWN}(?:扣完|扣至|扣到|减完)(?:(?:本|该)?项?(?:指标)?(?:分值|分数|分|标准分|全部分值|0分|零分|权重分?)?)?(?:为止|止)?",
            _just(Kind.FILLER),
        ),
        (
            r"直至扣完(?:为止)?|不(?:计|得|出现)?负分|不倒扣分?|最低(?:为|得|扣至)?(?:0|零)分|依此类推扣分|以此类推扣分",
            _just(Kind.FILLER),
        ),
        (rf"(?:{_OWN}|总)(?:满分|分值|权重|标准分|共|计)(?:为|:|计)?(?P<value>{DIGITS})分", _declared_points),
        (rf"{_OWN}(?:最高|最多|得分上限)(?:得分|得|计|不超过)?(?:为)?(?P<value>{DIGITS})分", _declared_points),
        (
            r"(?:根据|依据|按照|对照|结合|以)[^,分扣]{0,20}(?:情况|为准|标准|基准|依据|考核|评价|为依据|为基准)(?:进行)?(?:评分|计分|打分)?",
            _just(Kind.FILLER),
        ),
        (
            r"(?:超过|高于|超出)(?:满分|分值|权重|100%)的?按(?:满分|分值|100%)(?:计算?|计分)|(?:最高|得分)?不超过(?:满分|该项分值|分值)",
            _just(Kind.FILLER),
        ),
        (r"其中|否则|反之|评分标准|评分细则|评分规则|评分办法|计分方法|评分方法|扣分标准|得分标准", _just(Kind.FILLER)),
        # off per step
        (
            rf"(?P<prefix>[^每]{{0,40}})每(?:有|再)?(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE})|(?P<either>{_EITHER}))?"
            rf"(?:{_TARGET}|预算数?|规定时间|时限)?(?:的|值)?(?P<step>{NUM})?(?P<unit>{PCT}|{TIME}|{AMOUNT}){_OFF}",
            _step,
        ),
        (
            rf"(?P<prefix>[^每]{{0,40}})每(?:有|再)?(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE})|(?P<either>{_EITHER}))?"
            rf"(?:{_TARGET}|预算数?)?(?:的|值)?(?P<step>{NUM})?(?P<unit>{PCT}|{TIME}|{AMOUNT}){_OFF_SHARE_FIRST}",
            _step,
        ),
        (
            rf"(?P<prefix>[^每]{{0,40}})每(?:有|再)?(?:(?P<below>低于?|少于|少完成|少|减少|不足|差|欠|未完成)|(?P<above>超过?|超出|高于?|增加|多于?|多出)|(?P<either>{_EITHER}))"
            rf"(?:{_TARGET})?(?:的|值)?(?P<step>{NUM})(?P<unit>{COUNT}){_OFF}",
            _step,
        ),
        # off per event
        (
            rf"[^\d,每]{{0,16}}?(?:每)?(?:被)?(?P<verb>发现|发生|出现|存在|查出|查实|收到|受到|产生|有)(?P<n>{NUM})?(?P<unit>{COUNT})"
            rf"(?P<what>[^\d,分扣每]{{0,24}}){_OFF}",
            _each,
        ),
        (
            rf"[^\d,每]{{0,10}}?(?:每)?(?:缺少|缺失|缺|遗漏|漏报|漏|少报|少)(?P<n>{NUM})?(?P<unit>{COUNT})(?P<what>[^\d,分扣每]{{0,16}}){_OFF}",
            _event(Kind.SHORTFALL),
        ),
        (
            rf"每(?P<n>{NUM})?(?P<unit>{COUNT})(?P<what>[^\d,分扣每]{{0,24}}){_OFF}",
            _each,
        ),
        (
            rf"(?:有)?(?P<n>一|1)(?P<unit>{COUNT})(?P<what>(?:未|不|没有|缺)[^\d,分扣]{{0,16}}){_OFF}",
            _each,
        ),
        # the target reached, or not
        (rf"[^\d,未不]{{0,12}}?{_DONE}(?P<award>{AWARD.pattern})", _full_or_check(Kind.MET)),
        (
            rf"[^\d,未不]{{0,12}}?{_POINTS_AT}{_TARGET}(?P<award>(?:的|者|时|,)*(?:得|计|给)?(?:满分|全分)|不扣分)",
            _full_or_check(Kind.MET),
        ),
        (
            rf"(?:否则|反之|其他情况|(?:若|如)?(?:未|没有|没|不)(?:能)?(?:按时|按期|全部|及时|按要求|如期|能)?"
            rf"(?:完成|达标|达到|实现|符合|达成|满足)(?:{_TARGET})?){_ZERO}",
            _just(Kind.UNMET),
        ),
        (rf"[^\d,]{{0,10}}?(?:低于|小于|少于|未达到|达不到|<){_TARGET}{_ZERO}", _just(Kind.UNMET)),
        # ratios
        (
            rf"(?:否则|反之|未达到?[^,\d]{{0,8}}|未完成[^,\d]{{0,8}}|不足[^,\d]{{0,8}}|低于[^,\d]{{0,8}})?(?:的|则|部分|,)*"
            rf"按(?:照)?(?:其)?(?:实际)?(?:完成|达成)?(?:值|数|量|情况)?(?:与|和|占|同)(?:其)?(?:{_TARGET})的?(?:之比|比例|比率|百分比|比值|比)"
            r"(?:进行|相应|折算)*(?:得|计|给|赋|记|折算|计算|核算|确定)(?:得|计|给)?(?:分值|分数|得分|分)?",
            _ratio,
        ),
        (
            r"(?:否则|反之|其余|其他|未达到?[^,\d]{0,8}|未完成[^,\d]{0,8}|不足[^,\d]{0,8}|低于[^,\d]{0,8}|达不到[^,\d]{0,8})?(?:的|则|部分|,)*"
            r"(?:按照?|依据?|根据|以)(?:其)?(?:实际|相应|同等|任务|目标)?(?:完成|达成|达标|实现)?(?:情况)?(?:的)?(?:比例|比率|率|百分比)(?:进行|相应|折算)*"
            r"(?:得|计|给|赋|记|折算|计算|核算|换算|确定|评)(?:得|计|给)?(?:分值|分数|得分|分)?",
            _ratio,
        ),
        (
            rf"(?:{_OWN}(?:得分|评分|实际得分|指标得分)[=:]|按)?\(?(?:(?:实际|年度|全年)?(?:完成|达成|实现)(?:值|数|量|情况|率)|实际值)(?:/|÷)(?:年度|年初|计划|预期)?(?:目标|指标|计划|任务)"
            rf"(?:值|数|量)?\)?(?:[×*x]100%)?[×*x]{_WORTH}(?:计分|得分|计算)?",
            _ratio,
        ),
        (
            rf"(?:{_OWN}(?:得分|评分|实际得分|指标得分)[=:]|按)?(?:实际|目标|任务|指标)?(?:完成|达成)(?:率|比例)[×*x]{_WORTH}(?:计分|得分|计算)?",
            _ratio,
        ),
        (
            r"(?:否则|反之|其余)?(?:的|则|,)*按(?:照)?(?:实际)?(?:预算|资金|支出)?(?:执行|支出|支付)率(?:得|计|给|折算)(?:得|计)?分",
            _just(Kind.ABSOLUTE),
        ),
        (
            rf"(?:{_OWN}(?:得分|评分|实际得分|指标得分)[=:]|按)?[^=×*x/÷\d,]{{0,14}}(?:率|度)[×*x]{_WORTH}(?:计分|得分|计算)?",
            _just(Kind.ABSOLUTE),
        ),
        (
            r"(?:否则|反之|未达到?[^,\d]{0,8}|未完成[^,\d]{0,8}|不足[^,\d]{0,8}|低于[^,\d]{0,8})?(?:的|则|部分|,)*按(?:照)?(?:实际)?(?:完成|相应|同等|其|未完成)?比例(?:相应)?(?:扣分|扣减|扣除|扣减分值|扣减得分|减分)",
            _just(Kind.PRO_RATA),
        ),
        # bands, grades in words, conditions, other facts
        (rf"(?P<condition>[^扣得计给]{{1,60}}?)(?P<award>{AWARD.pattern})", _band),
        (
            rf"[\"(]?(?P<words>优秀|优|良好|良|中等|中|一般|合格|较好|好|差|较差|不合格)[\")]?(?P<award>{AWARD.pattern})",
            _phrase,
        ),
        (r"[^每扣得]{1,40}", _baseline),
        (rf"(?:未|无|没有|没|不|缺)[^\d,分扣]{{1,24}}{_ZERO}", _just(Kind.UNMET)),
        (rf"[^\d,扣每]{{2,30}}?(?P<award>{AWARD.pattern})", _full_or_check(Kind.FACT)),
        (rf"[^\d,扣每]{{2,40}}\((?P<award>{DIGITS}分)\)", _full_or_check(Kind.FACT)),
        (
            rf"(?:各|每项|每个|每条|每一项|每符合一项|每满足一项|每完成一项)(?:要求|条件)?(?P<award>{AWARD.pattern})",
            _full_or_check(Kind.CHECK),
        ),
    )
)
