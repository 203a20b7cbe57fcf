"""Sentence → count relations of a count before its list: “3个科室：甲、乙、丙”, “3项列入计划，依次为甲、乙、丙”."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from toolkit.figures.names import Names, are_whole, in_step, read_names
from toolkit.figures.sentence import ASIDE, MASKED, NUMBER, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.tally import PROJECTS, TASKS, Claim, counts_deeds, counts_names, fits_noun, judge
from toolkit.figures.verdict import dimension
from toolkit.model.figure import Relation

_COPULA: Final = "(?:为|是|有|系|如下|包括)"
EACH: Final = (
    rf"(?:[^,;:、\ue000]{{0,10}}?(?:分别|依次|逐项|逐一){_COPULA}"
    rf"|(?:其|它们|他们|上述)?(?:具体|名称|名目|内容|题目|名单|清单|明细)[^,;:、\ue000为是系有]{{0,4}}?(?:为|是|系|如下)"
    rf"|(?:子?任务|子?项目|工作|事项|科室|单位|部门)(?:的?(?:名称|内容|名单|清单))?(?:为|是|系|如下)|具体有|具体包括"
    r"|即(?!将|使|时|可)(?:为|是)?|也就是|就是|亦即|[它他]们(?:分别)?(?:为|是))"
)
_OF: Final = "(?:主要|具体|其中)*(?:包括|包含|涵盖|涉及|囊括|含有?|有(?!\ue000))(?:了|有)?"
_MOSTLY_ARE: Final = "主要(?:是|为|系)"
_BEHIND: Final = re.compile(
    rf"(?P<count>{NUMBER})(?P<noun>[^,;:、\ue000]{{0,24}}?)"
    rf"(?:,?(?P<each>{EACH})[,:]?|,?(?:具体|主要)?(?:包括|包含)?:|,?[^,;:、\ue000]{{0,6}}(?:如下|以下|列示|列举):|,(?P<of>{_OF})[,:]?|,?(?P<mostly>{_MOSTLY_ARE})[,:]?"
    r"|(?P<dash>-{1,2})(?=\ue004)|-{2,}"
    r"|(?<=任务|工作|举措|措施|事项|实事|大事|要事|方面|重点|环节|板块|目标|内容|部分)(?:是|为))"
)
_NOTHING_ELSE: Final = re.compile("负责|承担|参加|参与|从事|研究|牵头|开展|配合|协助|召开|听取|审议|讨论")
_SHORT_NOUN: Final = 10
_CONTENT: Final = re.compile("内容")
_IS: Final = ("为", "是")
_REMARK: Final = re.compile(
    r"[,;](?:各|均|都|全部|并|已|现|皆|每|分别|上述|以上|目前|其中|实际|按|由|经|同时|总体|逐项|圆满|如期|顺利|年)"
)
_NO_LIST: Final = re.compile(rf"[一①]是|①|其一|^\s*{ASIDE}|^[^、,;]*的|的$|^(?:其中|包?含|包括|例?如)")
_RESPECTIVELY: Final = re.compile(rf"^\s*(?:{EACH}[,:]?|(?:任务|工作|项目)?(?:内容|名称|清单|名单):)\s*")
_MARKER_WORD: Final = re.compile("其中|包括|包含|分别(?:为|是)|:")
_MOSTLY: Final = re.compile(
    r"主要(?!为|(?:有|存在)?以下|抓|做|推进|落实|实施|任务|工作|做法|措施|问题|原因|内容)|重点(?!任务|工作|项目|事项|企业|指标|区域|单位|工程|[为是有共]|抓|做|推进|落实|实施|开展|完成)|如$|例如"
)
_BEFORE_BRACKET: Final = re.compile(r"[^,，;；:：、。]{0,16}[（(]")
_NO_FULL_LIST: Final = re.compile("含|不含|包括|如|主要|其中|详|见|除|以|按")
_IN_BRACKET: Final = re.compile(rf"^\s*{EACH}[,:]?")


def listed_behind(sentence: Sentence) -> Iterator[Relation]:
    """Count relations of the counts of one sentence that stand before their lists, one in the sentence before too."""
    yield from _respectively(sentence)
    if sentence.numbers:
        yield from _behind(sentence)


def listed_in_brackets(aside: Sentence) -> Iterator[Relation]:
    """“重点任务4项（甲、乙、丙、丁）”: the brackets right behind a count hold its list."""
    if not aside.aside or aside.numbers or _NO_FULL_LIST.match(aside.text):
        return
    passage, end = aside.passage, aside.start - 1
    before = [spot for spot in passage.spots if spot.end <= end]
    if not before or not _BEFORE_BRACKET.fullmatch(passage.text[before[-1].end : end + 1]):
        return
    said = _IN_BRACKET.match(aside.text)
    begin = 0 if said is None else said.end()
    names = read_names(aside.text[begin:])
    if names is not None and counts_names(before[-1]) and (names.alike or are_whole(names)):
        yield from judge(aside, begin, len(aside.text), before[-1], names, Claim(firm=True))


def _respectively(sentence: Sentence) -> Iterator[Relation]:
    """“…共3个。分别为：甲，乙，丙”: the list stands in a sentence of its own."""
    found = _RESPECTIVELY.match(sentence.text)
    if not found or sentence.numbers or sentence.previous is None:
        return
    count = _announced(sentence.previous)
    names = read_names(sentence.text[found.end() :])
    if count is not None and names is not None:
        yield from judge(sentence, found.end(), len(sentence.text), count, names, Claim(firm=True))


def _announced(sentence: Sentence) -> Spot | None:
    """The only count that stands before the first list marker of a sentence."""
    marker = _MARKER_WORD.search(sentence.text)
    end = marker.start() if marker else len(sentence.text)
    counts = [spot for start, _, spot in sentence.runs if start < end and counts_names(spot)]
    return counts[0] if len(counts) == 1 else None


def _behind(sentence: Sentence) -> Iterator[Relation]:
    """The list follows its count, and nothing else follows the list."""
    for found in _BEHIND.finditer(sentence.text):
        spot, start, end = sentence.spot(found, "count"), found.end(), len(sentence.text)
        rest = sentence.text[start:]
        each = bool(found["each"] or found["dash"]) or found["noun"].endswith(_IS)
        counted = counts_names(spot) or (each and counts_deeds(spot))
        if not counted or _is_one_of_two(sentence, found) or not _is_of_the_list(found):
            continue
        if NUMBER[0] in rest or ":" in rest or _NO_LIST.search(rest):
            continue
        of_some = found["of"] is not None or _MARKER_WORD.search(found[0].rstrip(":")) is not None
        if not each and of_some and _MOSTLY.search(sentence.text[: found.start()][-8:]):
            continue
        if "、" in rest and (remark := _REMARK.search(rest)) and not re.search("[,;]", rest[: remark.start()]):
            rest, end = rest[: remark.start()], start + remark.start()
        more = "、" in rest and ("," in rest or ";" in rest)
        if more:
            rest = re.split("[,;]", rest)[0]
            end = start + len(rest)
        names = read_names(rest)
        if names is None or (names.open and found["mostly"] is not None) or (more and "、" not in rest):
            continue
        names = replace(names, open=True) if more else _as_counted(names, found["noun"])
        if fits_noun(names, MASKED.sub("", found["noun"]).strip(), spot):
            claim = _claim(sentence, found, spot, names, each=each, of_some=of_some)
            yield from judge(sentence, start, end, spot, names, claim)


def _claim(sentence: Sentence, found: re.Match[str], spot: Spot, names: Names, *, each: bool, of_some: bool) -> Claim:
    """What the words between a count and the list behind it say."""
    tasks = TASKS.match(found["noun"]) is not None or dimension(spot)[0] in {"方面", "类", "大"}
    if found["mostly"] is not None and not tasks:
        return Claim(weak=True)
    if found["mostly"] is not None or _CONTENT.search(found["each"] or "") is not None:
        return Claim(closed=True, near=True, weak=True)
    all_of_them = "共" in sentence.text[: found.start("count")]
    whole = names.alike or all_of_them or in_step(names) or are_whole(names)
    return Claim(
        firm=each or (whole and not of_some),
        sure=each and names.low == names.high == names.most,
    )


def _is_one_of_two(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether a like count stands before this one in its clause, and the list may name what both count."""
    before = [run for run in sentence.runs if run[1] <= found.start("count")][-1:]
    return any(
        counts_names(spot) and not re.search("[,;:]", sentence.text[end : found.start("count")])
        for _, end, spot in before
    )


def _is_of_the_list(found: re.Match[str]) -> bool:
    """Whether the words from a count to the list are its noun, not what the counted do (2个科室负责以下工作：…)."""
    noun = MASKED.sub("", found["noun"])
    if TASKS.match(noun) or PROJECTS.match(noun):
        return True
    return _NOTHING_ELSE.search(noun) is None and (len(noun) <= _SHORT_NOUN or found["each"] is not None)


def _as_counted(names: Names, noun: str) -> Names:
    """The names as of one sort where each ends as the noun after the count does (4种方法：比较法、观察法…)."""
    last = MASKED.sub("", noun).strip(" 为是如下")[-1:]
    if names.alike or not last or any(name[-1:] != last for name in names.apart):
        return names
    size = len(names.apart)
    return replace(names, low=size, high=size, least=size, most=size, alike=True, ending=last)
