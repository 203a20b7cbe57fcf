"""Running text → score facts: N分 with the word that says what it is. Rule text (每低于1个百分点扣0.5分) holds none."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from toolkit.extract.prose.score_words import GAINED, SETTLED
from toolkit.patterns import regex
from toolkit.text import fold, fold_widths

_FACT = regex(
    r"(?:(?:(?P<points>分值|(?<!得)满分值|(?<!得)满分|(?<![供反适对相感])(?<!(?<!时)效)(?<!(?<!影)响)[应可][得计获]分?|赋分|赋值|配分|(?<![\d各均总])占(?=\d)|(?<=\()分数(?=\d)|标准分值?|基准分值?|权重分值?|权重|参考分|总分值|(?<=[。:,])基[本础]分(?=\d)|(?<![建增铺架敷附摆陈])(?<!(?<!公)开)设(?=\d))"
    rf"|(?P<score>(?:部门|单位|[我本][局委厅院办]|该?项目)?(?:自评价?|自我评价|评价|综合|实际|最[终后]|总体|绩效|量化|累计|考[核评])*(?:总评|打分结果|评分结果|总得分|总评分|总成绩|总分|得分|评分|打分|给分|实[得计获]分?|自评分|自评结果|评价结果|自评结论|评价结论|最终结果)|(?:自评|评价|综合|最[终后]|总体|绩效)+(?:分数|成绩|分(?!值)|评定)|自(?:我评价|评)(?:得满分|{GAINED}|[只仅]有|得|获|打)?|获评|评得|评出|(?<=[,;(])分数|(?:自评|实际)?得满分|(?<!取)(?<!获)(?<!扣)(?<!少)(?<!未)(?<!没)得|拿[到下]?(?=\d)|(?<=[,;])评(?=\d)|(?:所得|得)分数|得分(?:相加|加总|累加|汇总|之和)|(?<!短)打(?=[出为了]?\d))"
    r"|(?P<deduct>扣分额?|扣减|扣除|扣掉|扣去|[少未没]得|(?<=满分|分值)[少差低](?=\d)|(?:(?<=[,;])|(?<=满分)|(?<=分值))(?:[尚还仅只]|相)?[差缺](?=\d)|低于(?:满分|分值)(?=\d)|扣|(?<![损流遗缺丧过消丢])失分?|差额|损失(?=\d)|丢(?:失|掉|去)|丢分|丢|减分|减)"
    r"|(?P<bonus>加减分|加分|(?<![相累])加))(?:值|数|情况)?)?(?:[亦也]|同样|均)?"
    rf"(?:合计|共计|小计|共|总计|最终|最后)?(?:[为是计约:了到给予即\[\]]|达到?|认定|核定|确定|录得|{SETTLED}|\(分\))*(?P<number>\d{{1,3}}(?:\.\d{{1,4}})?)分(?!以上|以下|及以|以内|至|左右|制|\(含|-(?!-)|[~之钟公管类别局册批期析支队校院所级档店享成会区部红])"
)
_IN_BRACKETS = regex(
    r"(?<=[(,;])(?:(?P<points>分值|满分|标准分值?|权重分值?|总分值?)|(?P<score>(?:自评|评价|实际|最终)?(?:得分|评分|实得分)))"
    r"[:为]?(?P<number>\d{1,3}(?:\.\d{1,4})?)(?=[,;)])"
)
"""“（分值：30，得分：29.1）”: in brackets no 分 is needed."""
_RATIO = regex(  # （得分/分值：58.9/60）
    r"(?<=[(:,])(?:(?P<first>(?:自评|实际)?(?:得分|评分|实得分?)/(?:分值|满分|权重|标准分|应得分?))"
    r"|(?:分值|满分|权重|标准分|应得分?)/(?:自评|实际)?(?:得分|评分|实得分?)):?"
    r"(?P<one>\d{1,3}(?:\.\d{1,4})?)分?/(?P<other>\d{1,3}(?:\.\d{1,4})?)分?(?![\d./])"
)
_SLASHED = regex(
    r"(?:(?<=[一-鿿)(])(?<![为占约的是即于至到在月日第比近])|(?<=得分为))(?P<one>\d{1,3}(?:\.\d{1,4})?)/(?P<other>\d{1,3})"
    r"(?=[,;。:、()]|\s|$)"
)
_PAIRED = regex(  # 权重10，评分9.5
    r"(?<!\()(?P<points>标准分值?|分值|权重|满分)[:为]?(?P<one>\d{1,3}(?:\.\d{1,4})?)[,、](?:自评)?(?P<score>自评|评分|得分|实得)[:为]?"
    r"(?P<other>\d{1,3}(?:\.\d{1,4})?)(?=[,;。()]|$)"
)
_ARROW = regex(r"(?P<one>\d{1,3}(?:\.\d{1,4})?)分?(?:→|-+>)(?P<other>\d{1,3}(?:\.\d{1,4})?)分")  # 10分→8.5分
_ONE_BY_ONE = regex(  # 投入：20分，18.8分。过程：20分，19分。
    r"(?<=[一-鿿]:)(?P<one>\d{1,3})分,(?P<other>\d{1,3}(?:\.\d{1,4})?)分(?=[。;]|$)"
)
_FULL = 100
_FEWEST_SLASHED = 4
_SHARES = ("占", "约", "近", "为", "即")  # 占全县1/3
_SCORED = regex(r"(?:总分|得分|自评|评分)[^,。;]{0,12}\d分")
_NO_UNIT = regex(
    r"(?<=[一-鿿])(?P<word>(?:自评|实际|合计|共)?得分(?:合计|共)?[为是:]*|自评|(?<![取获所使觉])得)(?P<number>\d{1,3}(?:\.\d{1,4})?)(?=[,;。)、](?!\d)|\((?:满分|总分|百分制)|$)"
)
_LONGEST_BRACKET = 40
_RULE = regex(
    r"每(?:超|低|少|多|减|增|出现|发生|发现|逾|延|迟|晚|漏|错|缺|有|降|高|提高|项|个|次|例|处|相?差|偏离)(?=.*[扣减加得计])|每[一-鿿]{1,3}[扣减]\d|[评扣计打]分(?:规则|标准|细则|办法)[为是](?=.*[扣减加得计])|扣完为止|(?<!未)不得分|(?<!未)(?<!未能)(?<!没有)(?<!没能)得满分(?!\d)|按比例(?:扣|计)(?!\d)|(?:[≥≤><]|以上|以下|以内|大于|小于|低于|高于)[^,。;]{0,12}得\d"
)
_STEP = regex(r"(?:\d[\d.]*%?[~至-])?\d[\d.]*%?(?:\(不?含\))?(?:以[上下内])?的?[计得]\d{1,2}(?:\.\d+)?分")
"""One step of a scale: 0计5分，0～10%（含）计4分，10%～15%（含）计3分."""
_LONGEST_RULE = 120
_RULE_QUOTED = regex('[按照据]"[^"]*(?:[扣减]\\d|不得分)[^"]*"')
"""按“逾期一个月以内扣1分，两个月以上不得分”的标准."""
_CLOSED = regex(r"\)[:,。;]")
_IN_FULL = regex("[,;](?:自评)?[即计得记评给][为到]?\\d[\\d.]*分")
"""After 得满分, the score itself: then it is no rule of scoring (按标准得满分，计8分)."""
OF_WHAT = regex("[得来源出]自|来源于")  # 有9分来自产出
_ALL_GAINED = regex("(?:全得|全部得到|全部拿到|全拿)(?=[,;。)]|$)")  # 8分全得
_TAKEN_BEHIND = regex("(?:被|予以|已|酌情)*(?:扣除|扣减|扣掉|扣去|减去|扣)(?=[,;。)]|$)")  # 10分中有2分被扣除

_PRODUCT = regex(  # 得15分×79.7%=11.96分
    r"(?:[×*xX/÷]\d[\d.]*%?)+[=≈](?P<number>\d{1,3}(?:\.\d{1,4})?)分"
)
_OVER = regex(r"(?<![\d./])(\d{1,3}(?:\.\d{1,4})?)/$")  # 预算执行9.7/10分
_NAMED_AFTER = regex(
    "(?:的|(?:,以?[这此即是系]|即[为是]|就是|便是)[^,。;]{0,40}?)((?:自我?评价?|综合|最[终后]|绩效|评价|总)*(?:得分|总分|评分|自评分|成绩|分数))"
)  # 以95分的自评得分
_WORD_BEFORE_BRACKET = regex(  # 自评总分（满分100分）为95分
    r"((?:自评|评价|综合|最终|实际|绩效|总)*(?:得分|总分|评分|分数|成绩))\([^()]{1,20}\)(?:[为是:]|共计|合计)+$"
)
_LIMIT = regex(
    r"(?<![(\[])(?:不超过|不高于|不大于|至多|最多|不低于|不少于)$"  # 另设加分不超过5分: no points of a line
    r"|\d分?(?:\(不?含(?:\d+分?)?\))?(?:至|到|[~—-]+)$"  # 80分至90分为良: bounds of a grade
    r"|[各均]占$|每一?[项个条件次例处名家人篇场份户台类款点][^,。;:、()\d]{0,4}$"  # 各占25分; 每个时点2分
    r"|[×*]$|平均分(?:数|值)?[为是达到:]*$|[高低]于$"  # 执行率×8分; 平均分93.5分，高于90分的目标: no points
)
_CAP = regex(  # （三）加分及扣分事项（限5分以内）
    r"(?=[^。;]{0,60}?(?:上限|最[高多大]|至多|不[超高大][过于出]|封顶|[为之]限|以内|限))(?:\(?[\d一二三四五六七八九十]{1,3}[)、.]+)?"
    r"[^。;\d(,]{0,12}?(?:[加减扣]分|奖惩|附加)[^。;\d(,:]{0,10}(?P<lead>[(,:][^。;\d]{0,10})(?P<number>\d{1,2}(?:\.\d+)?)分[^。;\d]{0,8}$"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """N分 at [start, end) of a folded text: `kind` is points, score, deduct, bonus or bare, `word` what says so,
    `number` where its digits stand; `remote`: it stands behind other facts, not beside those of its group."""

    kind: str
    word: str
    start: int
    end: int
    number: tuple[int, int]
    remote: bool = False


def facts(text: str, *, slashed: bool = False) -> Iterator[Fact]:
    """Every score fact of a folded text; those of rule text are none. `slashed`: the document writes scores over points
    without a word for either (培训人数19/20)."""
    if (cap := _CAP.match(text)) is not None:
        yield Fact("points", "上限", cap.start("lead"), cap.end("number") + 1, cap.span("number"))
        return
    done = 0
    ratios = [*_ratios(text), *_paired(text), *_side_by_side(text), *(_over_points(text) if slashed else ())]
    yield from ratios
    for found in _FACT.finditer(text):
        if found.start() < done or any(one.start <= found.start("number") < one.end for one in ratios):
            continue
        if (clause := _clause_of(text, found)) is None:
            continue
        kind = next((kind for kind in ("points", "score", "deduct", "bonus") if found[kind]), "bare")
        if kind == "bare" and clause.startswith("计") and text[found.start()] == "计":
            yield Fact("score", "计", found.start(), found.end(), found.span("number"))
            continue
        if kind == "points" and text[found.start() : found.end()].startswith("权重") and "%" in found[0]:
            continue
        if kind == "bare" and _LIMIT.search(text, max(0, found.start() - _LONGEST_BRACKET), found.start()):
            continue
        if kind == "bare" and (word := _word_elsewhere(text, found)) is not None:
            yield Fact("score", word, found.start(), found.end(), found.span("number"))
            continue
        if kind != "points" and (product := _PRODUCT.match(text, found.end())) is not None:
            done = product.end()
            kind = "score" if kind == "bare" else kind
            yield Fact(kind, found[kind] or "得", found.start(), done, product.span("number"))
            continue
        if kind == "bare" and (taken := _TAKEN_BEHIND.match(text, found.end())) is not None:
            done = taken.end()
            yield Fact("deduct", "扣", found.start(), done, found.span("number"))
            continue
        over = _OVER.search(text, done, found.start("number")) if kind == "bare" else None
        if over is not None and Decimal(over[1]) <= Decimal(found["number"]):
            yield Fact("score", "得", over.start(), over.end(), over.span(1))
            yield Fact("points", "分值", found.start("number"), found.end(), found.span("number"))
            continue
        yield Fact(kind, found[kind] if kind != "bare" else found[0], found.start(), found.end(), found.span("number"))
    yield from _without_unit(text)
    for found in _IN_BRACKETS.finditer(text):
        around = text[max(0, found.start() - _LONGEST_BRACKET) : found.start()]
        if around.rfind("(") <= around.rfind(")"):
            continue
        kind = "points" if found["points"] else "score"
        yield Fact(kind, found[kind], found.start(), found.end(), found.span("number"))


def is_slashed(texts: Iterable[str]) -> bool:
    """Whether the texts of a document write scores over points throughout."""
    told = (fold(text).text for text in texts if "/" in fold_widths(text))
    return sum(len(_SLASHED.findall(text)) for text in told) >= _FEWEST_SLASHED


def _over_points(text: str) -> Iterator[Fact]:
    for found in _SLASHED.finditer(text):
        clause = text[last_of(text, ",。;:、(", found.start()) : found.start()]
        if Decimal(found["one"]) <= Decimal(found["other"]) and not clause.startswith(_SHARES):
            yield Fact("score", "得", found.start("one"), found.end("one"), found.span("one"))
            yield Fact("points", "分值", found.start("other"), found.end("other"), found.span("other"))


def _word_elsewhere(text: str, found: re.Match[str]) -> str | None:
    """What says that a number without a word right before it is a score: before a bracket, or behind it."""
    if before := _WORD_BEFORE_BRACKET.search(text, max(0, found.start() - _LONGEST_BRACKET), found.start("number")):
        return before[1]
    if named := _NAMED_AFTER.match(text, found.end()):
        return named[1]
    if _ALL_GAINED.match(text, found.end()):
        return "得满分"
    return "得" if OF_WHAT.match(text, found.end()) else None


def _clause_of(text: str, found: re.Match[str]) -> str | None:
    """The clause that ends with a number; None where it is a rule of scoring."""
    end = found.end() if _CLOSED.match(text, found.end()) else next_of(text, ",。;", found.end())
    clause = text[last_of(text, ",。;:", found.start()) : end]
    if _RULE.search(clause if _IN_FULL.match(text, end) is None else clause.replace("得满分", "")):
        return None
    around = max(0, found.start() - _LONGEST_RULE), found.end() + _LONGEST_RULE
    if any(rule.start() < found.start() < rule.end() for rule in _RULE_QUOTED.finditer(text, *around)):
        return None
    sentence = text[last_of(text, "。;", found.start()) : next_of(text, "。;", found.start())]
    return None if _STEP.fullmatch(clause) and len(_STEP.findall(sentence)) > 1 else clause


def _ratios(text: str) -> Iterator[Fact]:
    """Score and points whose words stand before both, in the order that they say."""
    for found in _RATIO.finditer(text):
        kinds = (("score", "得"), ("points", "分值"))
        (one, word), (other, further) = kinds if found["first"] else kinds[::-1]
        yield Fact(one, word, found.start(), found.end("one"), found.span("one"))
        yield Fact(other, further, found.start("other"), found.end(), found.span("other"))


def _paired(text: str) -> Iterator[Fact]:
    """Points and score one behind the other, without a unit; not those of the whole."""
    for found in (one for one in _PAIRED.finditer(text) if Decimal(one["one"]) < _FULL):
        yield Fact("points", found["points"], found.start(), found.end("one"), found.span("one"))
        yield Fact("score", found["score"], found.start("score"), found.end(), found.span("other"))


def _side_by_side(text: str) -> Iterator[Fact]:
    """Points and then a score no higher, with an arrow between them, or in a list of such pairs."""
    listed = list(_ONE_BY_ONE.finditer(text))
    for found in (*_ARROW.finditer(text), *(listed if len(listed) > 1 else ())):
        if Decimal(found["other"]) <= Decimal(found["one"]):
            yield Fact("points", "分值", found.start("one"), found.start("other"), found.span("one"))
            yield Fact("score", "得", found.start("other"), found.end("other") + 1, found.span("other"))


def _without_unit(text: str) -> Iterator[Fact]:
    """Scores whose 分 is left out in a list of scores (管理效能得分42，履职效能得分53.5分)."""
    if not _SCORED.search(text):
        return
    for found in _NO_UNIT.finditer(text):
        yield Fact("score", found["word"], found.start(), found.end(), found.span("number"))


def last_of(text: str, marks: str, before: int) -> int:
    return max((text.rfind(mark, 0, before) for mark in marks), default=-1) + 1


def next_of(text: str, marks: str, after: int) -> int:
    places = [place for mark in marks if (place := text.find(mark, after)) >= 0]
    return min(places, default=len(text))
