"""Lost points told in running text → by what they are told of: “过程指标失2.5分”, “（3）效益指标中，转外率…扣1分”."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from toolkit.audit.once import once
from toolkit.audit.printed import texts, words_of
from toolkit.model.case import Case
from toolkit.model.document import Document
from toolkit.model.record import Indicator
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_TOLD = regex(r"[.、)]*([^,。;:、()\d]{2,20})(?:共|各|合计)?(?:失|丢|扣)分?\d")
_LOSS = regex(r"(?:(?:扣|失|丢)(?:掉的?|去)?|[少未没]得)\s*\d|(?:扣|失|丢)分")
_TOGETHER = regex(  # 场次、人数、按期举办率三项失4.6分
    r"(?:^|[,。;:()])(?P<names>[^,。;:()\d]{2,60}?)[一二两三四五六七八九十\d]{1,2}(?:项|个)(?:指标)?(?:一?共|合计|总共|累计)?(?:[失丢扣减]掉?了?分?|少得)"
    r"(?P<points>\d+(?:\.\d+)?)分"
)
_UNDER = regex(
    r"^(?:(?:扣|失|丢)分(?:的)?(?:原因|说明|情况|点|地方)?:?)?(?:\(?[\d一二三四五六七八九十]{1,3}[)、.]|[一二三四五六七八九十]是)?"
    r"(?P<head>[^,:;\d]{2,14}?)(?:指标|类|部分|方面)?[中里上]?(?:少得?|扣|失|丢)?(?:(?P<points>\d+(?:\.\d+)?)分)?(?:[,:]|$)"
)
_SENTENCES = regex("[。;]")
_LONGEST_VERB = 16
_VERB = regex(  # what states a number of points and no reason: 自评得, 按标准酌情扣减, 比满分少
    r"(?:分值|[得应]?满分值?|标准分值?|权重分?|应得|总分|[实获取所评]?得分?|自评分?|评分|打分|[评计记设]|[共合]计?|扣[分减除掉去]?额?|[失丢减]分?|[比较距离与]|相?差|[少低]于?|[只仅]有?"
    r"|酌情|酌|相应|[该本此]项|我[局委厅院办部会处]|[我本]?单位|按(?:照)?(?:评分)?(?:标准|规定|要求|细则)|[为是:到给后下])+$"
)
_EMPTY = regex(  # 未完全达标, 与要求有差距: that points were lost, and not why
    r"(?:一项|因|由于)?(?:实际)?(?:完成值?|目标值?)?(?:未|没有?|没能|未能|尚未)(?:完全|全部|足额|全额)?(?:按(?:照)?(?:计划|要求))?(?:达标|拿满分?|[得取拿]得?满分?|拿到满分|得到满分"
    r"|(?:完成|达到?|实现|落实)(?:年度|年初|预期|既定|评分|绩效)*(?:目标值?|要求|标准|计划|指标)?|取得(?=,))(?=,)"
    r"|(?:完成情况)?[与和同距较离](?:要求|标准|目标|满分|预期|计划)(?:还|尚|仍|略|均)?[有存]?在?(?:一定|较大|些)?的?差距(?=,)"
    r"|(?:存在|有)(?:一定|较大|些)?的?(?:偏差|差距)(?=,)|(?:存在|有)扣分(?:情形|情况|事项|因素)(?=,)|完成情况(?:还|尚)?(?:不够?|不太|欠|较)(?:理想|好|佳|差)(?=,)"
    r"|(?:全部|全额)?(?:的)?分值(?=,)|(?:因此|据此|故|酌情|[少低]于|为|分中|其)(?=,|$)"
)
_SHARE = r"(?:(?P<percent>\d{1,2}(?:\.\d+)?)%|(?P<tenths>[一二三四五六七八九])成)"
_OF_POINTS = r"(?:(?:该|本)项|指标)?(?:分值|满分|标准分|权重分?)"
_SHARE_LOST = (
    regex(rf"按{_OF_POINTS}?的?{_SHARE}(?:比例)?(?:扣分|扣减|扣除)"),
    regex(rf"扣(?:除|减)?{_OF_POINTS}的?{_SHARE}"),
)
_SHARE_GIVEN = (regex(rf"按{_OF_POINTS}?的?{_SHARE}(?:比例)?(?:计分|得分|赋分|给分|计算)"),)
_TENTHS = "零一二三四五六七八九"
Place: TypeAlias = tuple[str, Decimal | None]
"""What a sentence opens with, and the points named there."""


class Loss(NamedTuple):
    """The words before lost points, back to the mark before them, and with the first digit."""

    whose: str
    said: str


def losses_told(text: str) -> Iterator[Loss]:
    """Every loss of a text that is a key."""
    for found in _TOLD.finditer(text):
        yield Loss(found[1], found[0][found.start(1) - found.start() :])


@once
def losses_in(document: Document) -> Counter[Loss]:
    """Every loss of the running text, with how often it is told."""
    return Counter(loss for text in texts(document) for loss in losses_told(key(text)))


def told_together(document: Document) -> Iterator[tuple[list[str], Decimal]]:
    """(names or parts of names, points) wherever the text tells what several lines lost in one sum."""
    for text in texts(document):
        for found in _TOGETHER.finditer(key(text)):
            yield list(filter(None, re.split("[、和与及]", found["names"]))), Decimal(found["points"])


def heads_told(text: str) -> Iterator[tuple[str, Decimal | None, str]]:
    """What the sentences of a key open with that tell lost points (“（3）效益指标中，转外率…扣1分，手术量…扣2分”), or
    that stand among such and give the points themselves (“产出2分，计划15公里，只完成12.4公里”); with the words from
    there on."""
    if not _LOSS.search(text):
        return
    for sentence in _SENTENCES.split(text):
        told = _UNDER.match(sentence)
        if told is not None and _LOSS.search(sentence):
            yield told["head"], None, sentence[told.start("head") :]
        for part in sentence.split(":"):
            among = _UNDER.match(part)
            if among is not None and among["points"]:
                yield among["head"], Decimal(among["points"]), part[among.start("head") :]


@once
def heads_in(document: Document) -> Mapping[Place, Counter[str]]:
    """Every such head of the running text, with the words that it opens."""
    found: dict[Place, Counter[str]] = defaultdict(Counter)
    for text in texts(document):
        for head, points, said in heads_told(key(text)):
            found[head, points][said] += 1
    return dict(found)


def unstated(case: Case, line: Indicator) -> str:
    """A line's own words in running text without its points, score, loss, target and actual and their verbs."""
    own, first = fold_widths(words_of(case, line)), line.name.where.segments[0]
    for start, end in sorted(_spans(line, first.block, first.chars[0]), reverse=True):
        if not 0 <= start < end <= len(own):
            continue
        verb = _VERB.search(own, max(0, start - _LONGEST_VERB), start)
        own = own[: verb.start() if verb else start] + own[end:].removeprefix("分")
    return _EMPTY.sub("", own)


def _spans(line: Indicator, block: str, begin: int) -> Iterator[tuple[int, int]]:
    pair = (line.target, line.actual) if line.target is not None and line.actual is not None else ()
    for value in (line.max_score, line.claimed_score, line.deduction, *pair):
        for segment in () if value is None else value.where.segments:
            if segment.block == block:
                yield segment.chars[0] - begin, segment.chars[1] - begin


def shares_lost(text: str) -> list[Decimal]:
    """The shares of its points that a text says a line lost: 按分值的20%扣分, 扣除分值的二成."""
    return _shares(text, _SHARE_LOST)


def shares_given(text: str) -> list[Decimal]:
    """The shares of its points that a text says a line was given: 按九成计分."""
    return _shares(text, _SHARE_GIVEN)


def _shares(text: str, patterns: Iterable[re.Pattern[str]]) -> list[Decimal]:
    found = (one for pattern in patterns for one in pattern.finditer(fold_widths(text)))
    return [
        Decimal(one["percent"]) / 100 if one["percent"] else Decimal(_TENTHS.index(one["tenths"])) / 10 for one in found
    ]
