"""Clauses of printed criteria → tokens: the one table of phrasings that the criterion parser knows.

To teach it a phrasing, add a row to `_ROWS` (a pattern that matches the whole clause, and what it says) and a case to
the tests. Clauses arrive folded (half-width, no blanks), cut at sentence marks and commas. Rows are tried in order.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from toolkit.model.standard import Band
from toolkit.patterns import regex
from toolkit.scoring.conditions import AWARD, DIGITS, NUM, UNIT, Award, awarded, condition, value_of
from toolkit.scoring.ratio_phrasings import RATIO_ROWS
from toolkit.scoring.step_phrasings import BLOCKED, COMPLETION, DEVIATION, STEP_ROWS, TARGET, baseline
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


_OFF_TARGET = regex(r"(?:超过?|超出|高于|低于|少于|多于|比|较)[^,]{0,4}(?:目标|指标|计划|预算|定额|任务)")
_LINK = regex(r"(?:的|者|时|则|,|:)*")
_COMPARES = regex(r"(?:[<>≤≥=于达到过足差超]|不满)$")
_Build = Callable[[re.Match[str], Decimal], Token | None]


def _band(found: re.Match[str], points: Decimal) -> Token | None:
    award, said = awarded(found["award"], points), found["condition"]
    if found["award"][0].isdigit() and (said[-1] in ".0123456789" or _COMPARES.search(said)):
        return None  # “<95分” is a bound, no award
    where = condition(said)
    if award is None or where is None or award.low != award.high:
        return None
    if not 0 <= award.low <= points:
        return Token(Kind.CLASH)
    band, unit, loose, subject = where
    if _OFF_TARGET.search(subject):
        return None  # how far off the target (超过目标10%以内), not where the actual lies
    scored = band.model_copy(update={"score": award.low})
    return Token(
        Kind.BAND,
        band=scored,
        unit=unit,
        completion=bool(COMPLETION.search(subject)),
        deviation=DEVIATION.search(subject) is not None,
        loose=loose,
        taken=award.taken,
    )


def _full_or_check(kind: Kind) -> Callable[[re.Match[str], Decimal], Token | None]:
    def build(found: re.Match[str], points: Decimal) -> Token | None:
        award = awarded(found["award"], points)
        if award is None or award.taken:
            return None
        words = _words(found)
        if found["award"][0].isdigit() and _COMPARES.search(words):
            return None  # “低于95分” is a bound, no award
        if award.high > points:
            return Token(Kind.CLASH)
        if award.low < award.high:
            return Token(Kind.PHRASE, words=words, band=_graded(award, words, points))
        if not award.low:
            return None
        plain = award.low == points
        return Token(kind if plain else Kind.CHECK, per=None if plain else award.low, words=words, score=award.low)

    return build


def _words(found: re.Match[str]) -> str:
    """What stands before the award, its link words (的, 则) left out; 时 belongs to 及时 and 按时."""
    link = _LINK.match(found["award"])
    words = found[0][: found.start("award")] + (link[0] if link else "")
    return re.sub(r"(?<![及按准])时$", "", words.rstrip("的者则,:"))


def _graded(award: Award, words: str, points: Decimal) -> Band:
    return Band(phrases=(words,), share_low=award.low / points, share_high=award.high / points)


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


def _least(found: re.Match[str], points: Decimal) -> Token | None:
    value = value_of(found["value"])
    return None if value is None or value > points else Token(Kind.CAP, per=points - value)


def _declared_points(found: re.Match[str], points: Decimal) -> Token | None:
    value = found.groupdict().get("value") or found.groupdict().get("whole")
    return Token(Kind.FILLER) if value_of(value) == points else Token(Kind.CLASH)


def _phrase(found: re.Match[str], points: Decimal) -> Token | None:
    award = awarded(found["award"], points)
    if award is None:
        return None
    if not 0 <= award.low <= award.high <= points:
        return Token(Kind.CLASH)
    words = found["words"]
    if award.low < award.high:
        return Token(Kind.PHRASE, words=words, band=_graded(award, words, points))
    return Token(Kind.PHRASE, band=Band(score=award.low, phrases=(words,)), words=words, score=award.low)


def _just(kind: Kind) -> Callable[[re.Match[str], Decimal], Token | None]:
    def build(found: re.Match[str], points: Decimal) -> Token | None:
        return Token(kind)

    return build


def _where(found: re.Match[str], points: Decimal) -> Token | None:
    where = condition(found["condition"])
    if where is None or where[0].low is None or where[0].high is None or where[0].low == where[0].high:
        return None
    band, unit, loose, subject = where
    return Token(Kind.WHERE, band=band, unit=unit, loose=loose, completion=bool(COMPLETION.search(subject)))


def _unmet(found: re.Match[str], points: Decimal) -> Token | None:
    return None if BLOCKED.search(found[0]) else Token(Kind.UNMET, words=found["words"])


_ZERO = (
    r"(?:的|者|时|,|则|该项|本项|:|即|指标)*\(?(?:不得分|不计分|不给分|不予计分|(?:得|计|为|记)?(?:0|零)分"
    r"|扣全分|扣满分|扣完"
    r"|扣全部分值?|扣除全部分值)\)?"
)
_DONE = (
    r"(?:按时|按期|及时|全部|按要求|如期|按计划|已|均|全面|能够|能|按规定|实际)*(?:完成|达标|达到|实现|符合"
    r"|达成|满足|不低于|不少于)"
    rf"(?:(?:上述|各项|以上)?(?:{TARGET}))?(?:及以上|或以上|以上)?"
)
_POINTS_AT = (
    r"(?:优于|好于|[≥>]=?|大于等于|不低于|达到|等于|达|[≤<]=?|小于等于|不超过|未超过|不高于|低于|小于"
    r"|不大于|未超出|不超出)"
)
_OWN = r"(?:该项|本项|指标|本指标|该指标|每项|总)?"
_SCORED = r"(?:扣|给|得|评|打|计|赋|评定|确定)"
_GRADE = r"(?:第?[一二三四五][档级类等]|优秀|优良|优|良好|良|中等|中|一般|合格|较好|很好|好|较差|很差|差|不合格)"
_TOP_UP = r"(?:得分|最高|最多|上限|得分最高)"

# Patterns over one clause in the canonical wording (`synonyms`), and what they build. Tried in order.
_WRITTEN: tuple[tuple[str, _Build], ...] = (
    # judgement: whoever scores decides
    (
        r".*(?:酌情|酌量|酌定|酌减|酌扣|视情|视具体情况|专家|综合评定|综合打分|综合评分|适当扣|适当减"
        r"|主观评|合理确定).*",
        _just(Kind.DISCRETION),
    ),
    (
        rf".*(?:根据|视|按|按照|结合|依据)[^,]{{0,16}}(?:情况|程度|质量|效果|结果|水平)[^,]{{0,4}}{_SCORED}"
        rf"(?:减|予|定)?(?:分|{DIGITS}(?:-|~|至|到)).*",
        _just(Kind.DISCRETION),
    ),
    (r"由[^,\d]{1,12}(?:评|打|定|计|给)(?:分|定).*|由[^,\d]{1,12}(?:认定|确定|决定)", _just(Kind.DISCRETION)),
    (rf"(?:可)?(?:扣|得|给|计)(?:{DIGITS})(?:-|~|至|到)(?:{DIGITS})分.*", _just(Kind.DISCRETION)),
    # rounding of steps, caps, fillers
    (
        rf"(?:对|余数|尾数|剩余|余额|其中)?(?:的)?(?:不足|不满|未满|小数部分"
        rf"|零头)(?:的)?(?P<first>{NUM})?(?:{UNIT})?(?:的|部分|者|,)*(?:"
        r"(?P<skip>不扣分?|不计|不予扣分|忽略不计|舍去|不计算|不再扣分|忽略|不计扣|舍去不计|免扣)"
        r"|(?P<rata>(?:按|以)(?:照)?(?:相应|同等|实际)?比例(?:扣分|计算|扣减|折算|计扣|计)?|据实(?:折算|计算))"
        rf"|(?:也)?(?:按|算|以|按照|视为|视同|计为|作)(?P<second>{NUM})?(?:{UNIT})?(?:计算?|算|扣分?|处理"
        rf"|计扣|扣减|计分)?)"
        r"(?:扣分|计)?",
        _counting,
    ),
    (
        rf"{_OWN}(?:累计|合计|总计)?(?:最多|最高|至多|扣分上限|扣分最多|扣分最高)(?:可|为|不超过)*(?:扣"
        rf"|扣减|扣除)(?P<value>{NUM})分",
        _cap,
    ),
    (rf"{_OWN}(?:累计|合计)?(?:扣分上限|扣分最多|扣分最高)(?:可|为|不超过)*(?P<value>{NUM})分", _cap),
    (rf"{_OWN}(?:累计|合计)?扣分(?:总额)?不超过(?P<value>{NUM})分", _cap),
    (rf"扣至(?P<value>{NUM})分(?:为止)?", _least),
    (
        rf"{_OWN}(?:直至|直到)?(?:扣完|扣至|扣到|减完|扣光)"
        r"(?:(?:本|该)?项?(?:指标)?(?:分值|分数|分|标准分|全部分值|0分|零分|权重分?)?)?(?:为止|止)?",
        _just(Kind.FILLER),
    ),
    (
        r"(?:并)?不(?:计|得|出现)?(?:为)?负分|不计负数|不倒扣分?|最低(?:为|得|扣至|得分为)?(?:0|零)分|(?:以"
        r"|依)此类推(?:扣分)?",
        _just(Kind.FILLER),
    ),
    (
        rf"{_OWN}(?:满分|分值|权重|标准分|共|计)(?:为|:|计)?(?P<value>{DIGITS})分|(?:总分|合计"
        rf"|共计)(?P<whole>{DIGITS})分",
        _declared_points,
    ),
    (
        rf"{_OWN}(?:最高|最多|得分上限|上限|满分|累计最高|封顶)(?:得分|得|计|加|不超过|为"
        rf"|可得)*(?P<value>{DIGITS})分(?:封顶)?",
        _declared_points,
    ),
    (
        r"(?:根据|依据|按照|对照|结合|以)[^,分扣]{0,20}(?:情况|为准|标准|基准|依据|考核|评价|为依据|为基准|结果)"
        r"(?:进行)?(?:评分|计分|打分)?",
        _just(Kind.FILLER),
    ),
    (
        r"(?:超过|高于|超出)(?:满分|分值|权重|100%)的?(?:部分)?(?:按|以)(?:满分|分值|100%)(?:计算?|计分|得分)?"
        rf"|{_TOP_UP}+(?:不超过|不得超过|得|为|以)?(?:满分|分值|总分)(?:为限|封顶|为止|为上限)?"
        rf"|不超过(?:满分|分值|总分)",
        _just(Kind.FILLER),
    ),
    (
        rf"(?:超额|超过|超出|高于|超)(?:完成)?(?:{TARGET})?(?:完成)?(?:的|部分|时)*"
        r"(?:不(?:再|另|予|额外|重复)*加分|(?:按|得)满分(?:计|得分|计算)?)",
        _just(Kind.FILLER),
    ),
    (
        r"(?:并|同时|且)?(?:需|应|须|要)?(?:说明|注明|分析|附上?|提供)[^,扣\d]{0,16}(?:原因|理由|情况|材料"
        r"|说明|依据)",
        _just(Kind.FILLER),
    ),
    (
        rf"(?:实际|完成值|完成)?(?:与|比|较|以|同|对比|对照)(?:{TARGET})(?:相比|比较|为基准|为标准|比|之间)?"
        r"|(?:若|如|凡)?(?:未|没有|没能|不能|超出|超过)(?:能)?(?:按时|按期|及时|按要求|如期|按规定)(?:完成"
        r"|办结|报送|支付|到位)?的?",
        _just(Kind.FILLER),
    ),
    (
        r"其中|否则|反之|评分标准|评分细则|评分规则|评分办法|计分方法|评分方法|扣分标准|得分标准|(?:正向"
        r"|反向|逆向|定量|定性)指标",
        _just(Kind.FILLER),
    ),
    *STEP_ROWS,
    # the target reached, or not
    (
        rf"(?:\d{{4}}年)?\d{{1,2}}月(?:\d{{1,2}}日|底)?(?:以?前|之前)[^\d,扣未不]{{0,10}}?(?P<award>{AWARD.pattern})",
        _full_or_check(Kind.MET),
    ),
    (rf"[^\d,未不]{{0,12}}?{_DONE}(?P<award>{AWARD.pattern})", _full_or_check(Kind.MET)),
    (
        rf"[^\d,未]{{0,12}}?(?:{_POINTS_AT}{TARGET}|(?:控制)?在{TARGET}(?:以内|之内|范围内|内|范围之内))"
        rf"(?P<award>{AWARD.pattern})",
        _full_or_check(Kind.MET),
    ),
    (
        rf"(?P<words>否则|反之|其他情况|其余|其他|否|(?:若|如|凡)?(?:未|没有|没|不)(?:能)?(?:按时|按期|全部"
        rf"|及时|按要求|如期|能)?"
        rf"(?:完成|达标|达到|实现|符合|达成|满足)(?:{TARGET})?){_ZERO}",
        _unmet,
    ),
    (
        rf"[^\d,]{{0,10}}?(?:低于|小于|少于|未达到|达不到|<|超过|超出|高于|大于|>){TARGET}{_ZERO}",
        _just(Kind.UNMET),
    ),
    *RATIO_ROWS,
    # bands, grades in words, conditions, other facts
    (rf"(?P<award>(?:得|扣){DIGITS}分|得满分|不得分|得0分)(?:的?条件)?:(?P<condition>.{{1,60}})", _band),
    (rf"(?P<condition>(?:[^扣得计给]|计(?=划)){{1,60}}?)(?P<award>{AWARD.pattern})", _band),
    (rf"{_GRADE}(?:等|级|档)?\((?P<condition>[^()]{{2,30}})\)(?P<award>{AWARD.pattern})", _band),
    (
        rf"[\"(]?(?:评为|评价为|评定为|结果为|等级为|为)?(?P<words>{_GRADE})(?:的"
        rf"|等次)?[\")]?(?P<award>{AWARD.pattern})",
        _phrase,
    ),
    (r"[^每扣得]{1,40}", baseline),
    (r"(?P<condition>[^扣得计给每]{3,40})", _where),
    (
        rf"(?P<words>(?:未|无|没有|没|不|缺|超过?|超出|超支|逾期|延期|推迟|滞后|延迟|超期|发生|出现|存在|有"
        rf"|违反|被|高于)[^\d,分扣]{{0,24}}?){_ZERO}",
        _unmet,
    ),
    (rf"(?P<words>[^\d,分扣]{{2,12}}?){_ZERO}", lambda found, points: Token(Kind.NOTHING, words=found["words"])),
    (rf"[^\d,扣每]{{1,30}}?(?P<award>{AWARD.pattern})", _full_or_check(Kind.FACT)),
    (rf"[^\d,扣每]{{1,40}}\((?P<award>{DIGITS}分)\)", _full_or_check(Kind.FACT)),
    (
        rf"(?:各|每项|每个|每条|每一项|每符合一项|每满足一项|每完成一项)(?:要求|条件)?(?P<award>{AWARD.pattern})",
        _full_or_check(Kind.CHECK),
    ),
)
_ROWS = tuple((regex(pattern), build) for pattern, build in _WRITTEN)
