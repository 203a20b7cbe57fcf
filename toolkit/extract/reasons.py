"""Words beside a score → deduction reasons with the points each names, and the measures that follow them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from toolkit.extract.citing import Span, cite_number, cite_text
from toolkit.model.citation import CitedText
from toolkit.model.record import DeductionReason
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_CAUSE = r"(?:原因|主因|理由|缘由|缘故|问题|因素)"
_SHORT = r"(?:没有|没能|未能?)(?:得到?|拿到?|获得?|达到?|评)?满分"
_LOSS = rf"(?:扣分|失分|丢分|减分|{_SHORT})"
_LEAD = regex(
    r"^(?:[,.;:、\s\[]|\)(?=[:,])"
    rf"|[^,.;:]{{0,12}}?{_CAUSE}(?:分析)?(?:\]|:|是(?:因为|由于)?|为|有(?=:)|如下|在于)(?:,)?|{_CAUSE}[:,]"
    r"|[^,.;:]{0,10}?(?:是因为|是由于|在于|源于|缘于)"
    rf"|(?:该项|本项|此项)?(?:之所以)?{_LOSS}(?:的)?(?:说明|事项|依据|项|点)?,?(?:主要)?(?:为|是|:|系|因为?|由于|,)"
    r"|[^,.;:]{0,8}?(?:不足(?:之处)?(?:是|为|:)|差距:)|主要(?:是|为|由于|因为?|系)(?:是|:)?|主要[:,]|其中(?![有的])[:,]?|系因|系(?![统列数])"
    r"|因为?(?![此素而地果]|公(?:出|务|殉))|由于|考虑到|鉴于|[一二三四五六七八九]是|\(?[1-9]\)|[1-9][.、](?!\d)|[①-⑨])*"
)
_END = regex(
    rf"[,;](?:自评|实|最终)?[得计记]?(?:分)?[为到]?\d[\d.]*分?$|[,;]?(?:故|因此|所以|据此)(?:予以)?(?:酌情)?扣分$|[,;]予以扣分$|[,;](?:从而|因而|而|故)?{_SHORT}$|[,;]?影响得分$|所致$|导致偏差$"
    r"|[,;]?(?:故|因此)$|造成$|而?被?扣[除减掉去]$"
)
_MEASURES = regex(
    r"(?:(?:改进|整改|下一步|下步|今后|后续|解决|应对)(?:的)?(?:工作|改进|整改)?(?:措施|打算|计划|建议)"
    r"|拟采取(?:的)?(?:改进|整改)?措施"
    r"|(?:^|(?<=[。；;,，\s\])）】【\[]))(?:[(（]?\d[)）.、])?[^,，。;；:：\[\]【】\n扣]{0,6}(?:措施|对策|打算|办法|举措|思路|方向|改进|整改)(?=[:：\]】]|是|为)[\]】]?"
    r"|(?:^|[。；;,，])(?=(?:下一步|今后将|下步将|后续将)(?!(?:的)?(?:工作|改进|整改)?(?:措施|打算|计划|建议)))"
    r"|(?<=[。；;])(?=接下来|以后|为此|今后|下年度|下一?阶段|明年))"
    r"(?:是|为(?!此)|[:：,，])*"
)
_POINTS = regex(
    r"(?:[的而])?[,;(\[]?\s*(?:[此该本]项|相应地?|对应|据此|依规|按(?:照)?(?:规定|标准|要求|评分(?:标准|细则|规则)|(?:完成)?比例)|[而的故被共]|合计|自评?"
    r"|因此|为此|由此|应|予以|自行|导致|致使|引起|造成|酌情|酌量|酌|[-—])*"
    r"(?:(?:扣除|扣减|核减|扣掉|扣去|扣分|扣|减分|减|失分|失|丢分|丢)(?:[了去值为])?|有(?=[\d.]+分的?[扣失丢减]分))"
    r"\s*(\d+(?:\.\d+)?)\s*分(?:的?[扣失丢]分(?=[缘源由在是因系]))?[)\]]?"
    r"|(?<![\d.])(\d+(?:\.\d+)?)分(?:[是系]?(?=因|由于)|(?=受))(?=[^;。]{2,80}?(?:被|而被?|予以)[扣减])"
)
_EACH = regex(
    r"(?:各|分别|依次|每[^,;。:()]{1,10}(?:\([^()]*\))?|[评扣计打]分(?:规则|标准|细则|办法)[为是][^,;。:]{1,20})$"
)
_NEAR = 80
_RULE = regex(
    r"每(?:超|低|少|多|减|增|出现|发生|发现|逾|延|缺|有|降|高|项|个|次|例|处)|扣完为止|不得分|(?<!未)(?<!未能)(?<!没有)(?<!没能)得满分|按比例扣(?![减除]?\d)"
)
_RULE_SENTENCE = regex(r"\s*(?:评分|扣分|计分|打分|评价)?(?:细则|规则|标准|办法)(?:规定)?:")
"""What begins a sentence that prints the rule: 细则：10%以内扣0.5分，10%—20%扣1分."""
_RULE_QUOTED = regex('[按照据][“"][^“”"]*$')  # 按“逾期一个月以内扣1分…
_STRONG = regex(
    r"扣分|扣[除减](?:$|[,;。])|^[是系因].{2,}(?:造成|所致|引起|导致)|失分|丢分|减分|满分的|影响得分|[得获达到]满分|得分偏低|主要问题|存在(?:的)?(?:问题|不足)|问题(?:是|在于|为|:)|不足(?:之处|是)|影响因素|考虑到|鉴于|原因|理由|缘由|主要是|主要为|主要由于|由于|因(?![此素而地果]|公(?:出|务|殉))|[扣减失丢]了?\s?\d|扣[减除去掉]|影响得分|不得分"
)
_REASON = regex("(?:原因|理由|缘由)(?:是|为|:|在于)|由于|因(?![此素而地果])")
_MID_SENTENCE = regex(
    r"[,:](?:[^,:;]{0,12}?(?=(?:扣分|失分)(?:的)?(?:主要)?原因))?"
    r"((?:扣分|失分)?(?:的)?(?:主要)?原因(?:是|为|:)|主要是|主要为|主要由于|由于|因(?![此素而地果]|公(?:出|务|殉)))"
)
_COUNTED = regex(r"^(?:[一二三四五六七八九]是|\(?[1-9]\)|[1-9][.、](?!\d)|[①-⑨]|其[一二三四])")
_WEAK = regex(
    r"存在|未(?!发生|出现|发现|受到|产生)|没有(?!发生|出现|发现)|不足|不够|偏[多少大小长短]|不高(?!于)|不到|不及时|不完整|不规范|偏低|偏差|滞后|欠|缺|较低|较慢|较晚|延期|延迟"
    r"|遗漏|漏报|流标|闲置|差距|有待|逾期|超标准|超范围|有误|退回|意见较多|意见集中|反映|较[旧差弱散粗]|陈旧|老化|薄弱|单一(?!来源)"
)
_COUNTS_LINES = regex(r"\d(?:项|个)(?:[一二三四]级)?(?:绩效)?指标")
_SUMS_UP = regex(  # 扣分指标4项，共扣2.6分: of all lines
    r"(?:[扣失丢减]分|未得?满分)的?(?:绩效|[一二三]级)?指标(?:共计?|合计|有)*\d+[项个],?(?:共计?|合计|累计)*[扣失丢减]"
    r"|[两二三四五六七八九](?:大?[块项类]|个?(?:部分|方面|板块|维度))(?:合计|共计?|累计)[扣失丢减]"
    r"|(?:以上|共计?|合计|累计|上述)\d+[项个](?:[一二三]级)?指标(?:共计?|合计|累计)*[扣失丢减]"
)
_ONLY_RULE = regex(r"^(?:每(?:超|低|少|多|减|增|出现|发生|发现|逾|延|缺|有|降|高)|达到.{0,16}得满分)[^因由]*$")
_OF_REVIEW = regex(
    r"[,;]?(?:(?:复核|复评|审核|财政)[^,。;:\d]{0,8}?(?:认为|认定|意见|核减|再[扣减]|扣[分减])|(?:复核|复评)(?:情况|说明)?:)"
)
"""Behind the reasons of those who report, what those who check it took off besides."""
_SHORTEST = 5  # words that say why
_MEASURED = regex(r"\d|^\W*$|^.{0,8}按.{1,12}$|^全部.{1,4}$")
_PAUSE = regex(r"(?<!\d),|,(?!\d{3})")
_DONE = regex("(?:目前|现)?(?:已|将|拟|正在?|督促|责成|要求)(?!有|不|无|未)")
"""What a measure begins with: 已责成换装, 将优化流程."""
_NOTHING = regex(
    r"^(?:无|暂无|没有|无偏差|无扣分|不存在偏差|未扣分|无变化|已完成|完成|不扣分|无偏离|按期完成|全部完成|达成目标|/|-+"
    r"|其[余他][^,。;]{0,10}?(?:均|全部?|都|皆)?(?:[得为获]|得到)了?满分(?:[^,。;]{0,4}))$"
)


def telling(rest: Span, lost: bool) -> Span:
    """The part of some words that gives reasons: from the sentence that says so on (扣分原因, 因…), else, where points
    were lost, the sentences that speak of something wanting; nothing where none does."""
    parts = [part for sentence in _sentences(rest) if (part := _without_rule(sentence)) is not None]
    strong = [part for part in parts if _STRONG.search(fold_widths(part.text))]
    if strong:
        start = strong[0].start + _begins(fold_widths(strong[0].text))
        return Span(rest.owner, rest.cell, start, _last_telling(rest, strong[0]).end)
    weak = [part for part in parts if _is_weak(fold_widths(part.text))] if lost else []
    if weak:
        return Span(rest.owner, rest.cell, weak[0].start, weak[-1].end)
    return rest.sub(0, 0)


def _without_rule(sentence: Span) -> Span | None:
    """A sentence up to the clause that is the rule by which points go (原因是两项未量化，每项扣0.5分), or all of it
    where a clause beside the rule tells of something wanting; None where none does, or it sums up all losses."""
    text = fold_widths(sentence.text)
    if _SUMS_UP.search(text):
        return None
    rule = _RULE.search(text)
    if rule is None:
        return sentence
    before = sentence.sub(0, max(0, text.rfind(",", 0, rule.start())))
    if _REASON.search(fold_widths(before.text)):
        return before
    own = [clause for clause in _PAUSE.split(text) if not _RULE.search(clause)]
    return sentence if any(_MID_SENTENCE.match(f",{clause}") or _WEAK.search(clause) for clause in own) else None


def _is_weak(sentence: str) -> bool:
    """Whether a sentence speaks of something wanting, not of how many lines do (12项指标中未完成3项)."""
    return _WEAK.search(sentence) is not None and _COUNTS_LINES.search(sentence) is None


def _begins(sentence: str) -> int:
    """Where a sentence begins to give reasons: behind other words, but with the points that stand before them
    (扣0.4分，原因是…), unless each reason has its own."""
    within = _MID_SENTENCE.search(sentence)
    if within is None:
        return 0
    points = _points_in(sentence)
    before = points[0] if len(points) == 1 and points[0].end() == within.start() else None
    return within.start(1) if before is None else before.start()


def _last_telling(rest: Span, first: Span) -> Span:
    """The last of the sentences in a row, from `first` on, that goes on giving reasons; a half-sentence closed by ；
    goes with what it continues."""
    last = first
    for part in _sentences(rest):
        if part.start <= first.start:
            continue
        folded = fold_widths(part.text)
        same_sentence = fold_widths(rest.whole[last.end : part.start]).strip().startswith(";")
        if (
            _NOTHING.match(folded.strip())
            or _SUMS_UP.search(folded)
            or not (same_sentence or _STRONG.search(folded) or _WEAK.search(folded) or _COUNTED.match(folded))
        ):
            break
        last = part
    return last


def parse_reasons(
    span: Span, method: str, lost: Decimal | None = None, measured: bool = False
) -> tuple[tuple[DeductionReason, ...], CitedText | None]:
    """Reasons and corrective action of one cell or of the words after a score statement; `measured`: its heading asks
    for measures too, so that what stands behind the reasons for the points `lost` may be one without saying so.

    Each sentence or half-sentence closed by 。 or ； is a reason, and so is each clause that ends with points of its
    own; “扣x分” is taken out as its points, lead-ins (扣分原因：, 主要是) and measures are set aside. Words that give
    no reason (无, rule text) give none.
    """
    folded = fold_widths(span.text)
    action: CitedText | None = None
    end = len(folded)
    if (found := _MEASURES.search(folded)) is not None:
        rest = span.sub(found.end(), end)
        if key(rest.text).strip("。.;") not in {"", "无", "暂无"}:
            action = cite_text(_bare(rest), method)
        end = found.start()
    elif measured and (place := _begins_measure(span, lost)) is not None:
        action = cite_text(_bare(span.sub(place, end)), method)
        end = place
    reasons = tuple(_reasons(span.sub(0, end), method)) if end > 0 else ()
    return reasons, action


def _begins_measure(span: Span, lost: Decimal | None) -> int | None:
    """Where the sentences begin that say what is done, or come behind reasons whose points are all that was lost and
    tell nothing wanting themselves."""
    parts = list(_sentences(span))
    texts = [fold_widths(part.text) for part in parts]
    told = sum(Decimal(found[found.lastindex or 0]) for text in texts for found in _points_in(text))
    place = len(parts)
    while place > 1 and not (_points_in(texts[place - 1]) or _STRONG.search(texts[place - 1])):
        idle = _COUNTED.match(texts[place - 1]) or _is_weak(texts[place - 1])
        if not _DONE.match(texts[place - 1]) and (idle or told != lost):
            break
        place -= 1
    return None if place == len(parts) else parts[place].start - span.start


def _reasons(span: Span, method: str) -> Iterator[DeductionReason]:
    parts = (clause for sentence in _sentences(span) for clause in _with_points(sentence))
    for number, part in enumerate(parts):
        folded = fold_widths(part.text)
        if number and _OF_REVIEW.match(folded):
            break
        points = None
        told = _points_in(folded)
        named = told[0] if len(told) == 1 else None  # two amounts in one sentence belong to no one reason
        if named is not None:
            points = cite_number(part.sub(*named.span(named.lastindex or 0)), method)
            part = _outside(part, named)
            folded = fold_widths(part.text)
        lead = _LEAD.match(folded)
        folded = folded.rstrip(",;、 ")
        tail = _END.search(folded)
        text = _bare(part.sub(lead.end() if lead else 0, tail.start() if tail else len(folded)))
        said = key(text.text).strip("。.;,")
        if not said or _NOTHING.match(said) or _ONLY_RULE.match(said):
            continue
        yield DeductionReason(text=cite_text(text, method), points=points)


def all_clauses(text: str, pattern: re.Pattern[str]) -> bool:
    """Whether a pattern is found in each clause of folded words, cut at commas but for those within numbers."""
    return all(map(pattern.search, _PAUSE.split(text)))


def _sentences(span: Span) -> Iterator[Span]:
    """Parts closed by 。 or ；, brackets and quotation marks kept whole."""
    folded = fold_widths(span.text)
    depth = 0
    start = 0
    for index, char in enumerate(folded):
        if char in "([《":
            depth += 1
        elif char in ")]》":
            depth = max(0, depth - 1)
        elif char in "。;" and depth == 0:
            yield span.sub(start, index)
            start = index + 1
    if start < len(folded):
        yield span.sub(start, len(folded))


def _with_points(sentence: Span) -> Iterator[Span]:
    """The clauses of a sentence that each end with points lost (A扣2分，B扣0.5分); else the sentence."""
    folded = fold_widths(sentence.text)
    ends = [found.end() for found in _points_in(folded)]
    if len(ends) < 2 or any(folded[end : end + 1] not in {",", "、", "和"} for end in ends[:-1]):
        yield sentence
        return
    for start, end in pairwise((0, *ends[:-1], len(folded))):
        yield sentence.sub(start, end)


def _points_in(text: str) -> list[re.Match[str]]:
    """Points lost that a sentence tells; those for each of several things (每起扣1分, 各扣0.5分) are a rule, as are
    those of a clause of rules."""
    if _RULE_SENTENCE.match(text):
        return []
    told = (found for found in _POINTS.finditer(text) if found[0][0] in ",;" or not _is_each(text, found.start()))
    return [
        found
        for found in told
        if not _RULE.search(_clause_of(text, found))
        and not _RULE_QUOTED.search(text, max(0, found.start() - _NEAR), found.start() + 1)
    ]


def _is_each(text: str, end: int) -> bool:
    """Whether the words up to there say that what follows is for each of several things."""
    return _EACH.search(text[max(0, end - _NEAR) : end]) is not None


def _clause_of(text: str, found: re.Match[str]) -> str:
    """The words from the pause before the points on."""
    return text[max(text.rfind(mark, 0, found.start() + 1) for mark in ",;。") + 1 : found.end()]


def _outside(span: Span, match: re.Match[str]) -> Span:
    """What stands after the match, where that says why and before it stands but what was measured (目标20个，实际19个，
    扣0.3分，一处房屋没有落实，得5.7分); else the longer of the two."""
    before, after = span.sub(0, match.start()), span.sub(match.end(), len(span.text))
    said = key(_END.sub("", fold_widths(after.text).rstrip("。,;"))).strip(",。;")
    if len(said) >= _SHORTEST and all_clauses(fold_widths(before.text), _MEASURED):
        return after
    return before if len(before.text) >= len(after.text) else after


def _bare(span: Span) -> Span:
    folded = fold_widths(span.text)
    left = len(folded) - len(folded.lstrip(" ,:;。、.-[]"))
    right = len(folded.rstrip(" ,:;。、[]"))
    if folded[left:right].startswith("(") and folded.find(")") == right - 1:
        left, right = left + 1, right - 1
    elif folded[left:right].startswith("(") and ")" not in folded[left:right]:
        left += 1  # (…，扣0.5分): the points and the bracket that closes were taken out
    return span.sub(left, max(left, right))
