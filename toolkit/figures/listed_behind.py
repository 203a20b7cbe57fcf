"""Sentence → count relations of a count before its list: “3个科室：甲、乙、丙”, “3项列入计划，依次为甲、乙、丙”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from toolkit.figures.flat import ALL_COUNTED
from toolkit.figures.listed import REMARK
from toolkit.figures.names import Names, are_long, are_whole, in_step, read_names
from toolkit.figures.sentence import ASIDE, MASKED, NUMBER, NUMBER_RUN, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.tally import (
    MODIFIED,
    PROJECTS,
    TASKS,
    Link,
    counts_deeds,
    counts_names,
    counts_tasks,
    fits_noun,
    judge,
)
from toolkit.figures.verdict import value_of
from toolkit.model.figure import Relation
from toolkit.patterns import regex

_WORD: Final = r"[^,;:、\ue000]"
_OF_THEM: Final = "|".join(
    (
        *("其中?", "[它他]们", "各", "这些?", "上述", "以上", "该", "此", "所有", "全部", "子", "的", "之", "逐[项一]"),
        *(
            "(?:立项|任务|工作|项目|事项)?名称",
            "概括起来",
            "归纳起来",
            "具体来说",
            "也",
            "名目",
            "题目",
            "名单",
            "清单",
            "明细",
            "构成",
            "列明",
            "列示",
            "现",
            "年度",
            "重点",
            "主要",
        ),
        *("任务", "工作", "项目", "事项", "工程", "类", "条", "线", "方面", "领域", "专项", "部分", "板块", "职能"),
        *("职责", "业务", "科室", "单位", "部门", "机构", "措施", "举措", "行动", "实事", "项", "个", "件", "大"),
    )
)
_ADVERB: Final = rf"(?:(?:依|按){_WORD}{{1,10}}?(?:顺序|次序|排序|先后))"
_ONE_BY_ONE: Final = "(?:分别|依次|逐项|逐一|各自)"
_CONTENT: Final = "具体|内容"
_COPULA: Final = "为|是|系"
_THAT_IS: Final = r"(?:即|也就是|就是|亦即)(?!将|使|时|可|日|期)(?:为|是)?|曰|对应(?!的)"
_ARE_EACH: Final = rf"{_ONE_BY_ONE}(?:{_COPULA}|有|即|指向|对应|命名为|确定为|如下)"
_OF: Final = r"(?:主要|具体|其中)*(?:包括|包含|涵盖|涉及|囊括|含有?|有(?!\ue000))(?:了|有)?"
_THEIRS: Final = rf"(?P<theirs>(?:{_OF_THEM}|在?(?:内容|构成)上|{_CONTENT}){{0,8}})(?:{_ADVERB})?"
_AT_ONCE: Final = regex(
    rf"(?P<noun>{_WORD}{{0,24}}?)"
    rf"(?:(?P<each>{_ARE_EACH}|{_THAT_IS}|具体(?:{_COPULA})|(?:确定|敲定|明确|归纳|概括)为)[,:]?"
    rf"|(?P<colon>(?:具体|主要|现|逐项|列明|如下|以下|列示|列举|内容)*):(?P<dash>:)?"
    rf"|(?P<is>(?<=任务|工作|举措|措施|事项|实事|大事|要事|方面|重点|环节|板块|目标|内容|部分|行动|项目|领域|专项)(?:{_COPULA})(?P<said>[,:])?))"
)
_FURTHER_ON: Final = regex(
    rf"[,;]\s*(?:(?P<each>{_THEIRS}(?:(?:目前|现|均|都|仍)*(?:{_ARE_EACH}|{_THAT_IS}|{_COPULA})))[,:]?"
    rf"|(?P<colon>{_THEIRS.replace('theirs', 'its')}(?P<ways>{_WORD}{{0,6}}(?:如下|列示|列出|列举|罗列|见下|详列))?):"
    rf"|(?P<more>(?:具体|逐项)有|具体包括)"
    rf"|(?P<of>{_OF})[,:]?|(?P<mostly>主要(?:是|为|系))[,:]?)"
)
_FOR: Final = regex(
    r"[^,;:\ue000]*(?:提供|服务|解决|创造|营造|奠定|带来|保驾|助力|送|办|支撑|保障|减负|纾困|排忧)[^、,;:]*(?:[,;]|$)"
)
_OF_PROJECTS: Final = regex("(?:项目|工程)[^,;:、]{0,3}$")
_DETERMINED: Final = regex("[其它他也]|各|这|上述|以上|该|此|所有|全部|子|名|清单|明细|列|逐|分别|依次|内容|具体|起来")
_BARE: Final = regex(r"[,](?=[^,;:、\ue000]*、)")
_RESPECTIVELY: Final = regex(rf"\s*{_THEIRS}(?:{_ARE_EACH}|{_THAT_IS}|{_COPULA}|:)[,:]?\s*")
_MARKER_WORD: Final = regex("其中|包括|包含|分别(?:为|是)|:")
_NOTHING_ELSE: Final = regex("负责|承担|参加|参与|从事|研究|牵头|开展|配合|协助|召开|听取|审议|讨论")
_SHORT_NOUN: Final = 10
_GOES_ON: Final = regex(r"\s*(?:此外(?!别?[无未没])|另|还有|并有|以及|其余|其他|剩余)")
_OWN_COUNT: Final = regex(r"[两二三四五六七八九十]+(?:个?方面|大?类|[项个大点条种]|部分)\s*$")
_GLUED: Final = regex(
    r"(?:(?:已|现)?(?:均|都|皆|全部|全面)(?:已|得|按|如|达|进|完|正|运)|已(?:全部|经|完成|纳入|列入)|等?[这共](?=\ue000)|\ue000)"
)
_NO_LIST: Final = regex(rf"[一①]是|①|其一|^\s*{ASIDE}|^[^、,;]*的|的$|^(?:包?含|包括|例?如)")
_MOSTLY: Final = regex(
    r"主要(?!为|(?:有|存在)?以下|抓|做|推进|落实|实施|任务|工作|做法|措施|问题|原因|内容)|重点(?!任务|工作|项目|事项|企业|指标|区域|单位|工程|[为是有共]|抓|做|推进|落实|实施|开展|完成)|如$|例如"
)
_BARE_COPULA: Final = frozenset({"为", "是", "系", ":"})
_CLAUSES: Final = 3
_LEAST_NAME: Final = 2
_WORDS_BETWEEN: Final = regex(r"[^、:\ue000,;]*")


@dataclass(frozen=True, slots=True)
class _Found:
    """A link and the list it leads to: where the list begins, the noun of the count, what the link is.

    `bare`: but a comma; `open`: more may be counted than is listed; `plain`: no 分别 says that each is named;
    `row`: the list has pauses in it, not commas alone."""

    start: int
    noun: str
    link: Link
    bare: bool = False
    open: bool = False
    plain: bool = False
    row: bool = False


def listed_behind(line: Sentence) -> Iterator[Relation]:
    """Count relations of the counts of one sentence that stand before their lists, one in the sentence before too."""
    yield from _respectively(line)
    for place, (_, end, spot) in enumerate(line.runs):
        if not (counts_names(spot) or counts_deeds(spot)) or _is_one_of_two(line, place):
            continue
        found = _link(line, end, spot)
        if found is not None:
            yield from _held(line, found, spot)


def _respectively(line: Sentence) -> Iterator[Relation]:
    """“…共3个。分别为：甲，乙，丙”: the list stands in a sentence of its own."""
    found = _RESPECTIVELY.match(line.text)
    if not found or line.numbers or line.previous is None or line.aside or found[0].strip() in _BARE_COPULA:
        return
    count = _announced(line.previous)
    if count is not None:
        yield from _held(line, _Found(found.end(), "", Link.WHOLE), count)


def _announced(sentence: Sentence) -> Spot | None:
    """The only count that stands before the first list marker of a sentence."""
    marker = _MARKER_WORD.search(sentence.text)
    end = marker.start() if marker else len(sentence.text)
    counts = [spot for start, _, spot in sentence.runs if start < end and counts_names(spot)]
    return counts[0] if len(counts) == 1 else None


def _is_one_of_two(line: Sentence, place: int) -> bool:
    """Whether a like count stands before this one in its clause, and the list may name what both count."""
    if place == 0:
        return False
    (_, end, spot), (start, _, _) = line.runs[place - 1 : place + 1]
    return counts_names(spot) and not re.search("[,;:]", line.text[end:start])


def _link(line: Sentence, end: int, spot: Spot) -> _Found | None:
    """What leads from a count to the list behind it, in its own clause or one of the next."""
    text = line.text
    modified = MODIFIED.match(text, end)
    if modified is not None:
        end = modified.end("of")
    first = _AT_ONCE.match(text, end)
    noun = _WORDS_BETWEEN.match(text, end)
    if first is not None:
        return _at_once(line, first, spot)
    place, noun_words = (end, "") if noun is None else (noun.end(), noun[0])
    for number in range(_CLAUSES):
        found = _FURTHER_ON.match(text, place)
        if found is not None:
            return _further_on(line, found, noun_words, end, spot, apart=number > 0)
        bare = _BARE.match(text, place)
        if bare is not None and number == 0 and counts_names(spot):
            tasks = counts_tasks(noun_words, spot) or not noun_words
            return _Found(bare.end(), noun_words, Link.WHOLE if tasks else Link.OTHER, bare=True)
        if text[place : place + 1] not in {",", ";"}:
            return None
        words = _WORDS_BETWEEN.match(text, place + 1)
        place = place + 1 if words is None else words.end()
    return None


def _at_once(line: Sentence, found: re.Match[str], spot: Spot) -> _Found | None:
    noun = MASKED.sub("", found["noun"])
    each = found["each"] is not None or found["dash"] is not None or noun.endswith(("为", "是"))
    said = found["said"] is not None or line.text.endswith("这", 0, found.start() - (spot.end - spot.start))
    if not (counts_names(spot) or each) or not _is_of_the_list(noun, each=each):
        return None
    return _Found(
        found.end(),
        noun,
        Link.NEXT if found["is"] and not said else Link.WHOLE,
        plain=not each,
        row=not each and found["colon"] is None,
    )


def _further_on(line: Sentence, found: re.Match[str], noun: str, end: int, spot: Spot, *, apart: bool) -> _Found | None:
    """What a link in a clause of its own says; `apart`: other clauses stand between the count and it."""
    noun = MASKED.sub("", noun)
    tasks = counts_tasks(noun, spot) or (
        not noun and _OF_PROJECTS.search(line.text, 0, end - (spot.end - spot.start)) is None
    )
    if found["mostly"] is not None or (found["theirs"] or "").endswith("主要"):
        return _Found(found.end(), noun, Link.HINT if noun and tasks else Link.OTHER)
    if found["of"] is not None:
        if _MOSTLY.search(line.text[:end][-12:]):
            return None
        return _Found(found.end(), noun, Link.HINT if tasks else Link.OTHER, open=True)
    told = found["theirs"] or found["its"] or ""
    if told and not _DETERMINED.search(told) and not (noun and noun[:2] in told) and found["ways"] is None:
        return None
    bare = found["each"] in _BARE_COPULA
    if bare and (apart or not counts_names(spot) or _FOR.match(line.text, found.end())):
        return None
    content = "内容" in (found["each"] or "")
    return _Found(
        found.end(),
        noun,
        Link.OTHER if content and not tasks else Link.WHOLE,
        row=bare or apart or found["colon"] is not None,
    )


def _is_of_the_list(noun: str, *, each: bool) -> bool:
    """Whether the words from a count to the list are its noun, not what the counted do (2个科室负责以下工作：…)."""
    if TASKS.match(noun) or PROJECTS.match(noun):
        return True
    return _NOTHING_ELSE.search(noun) is None and (len(noun) <= _SHORT_NOUN or each)


def _held(line: Sentence, found: _Found, spot: Spot) -> Iterator[Relation]:
    """The relation of a count to the list that begins where its link ends."""
    rest = line.text[found.start :]
    if _NO_LIST.search(rest):
        return
    clauses = re.split("[,;]", rest)
    if "、" in clauses[0]:
        end, more = len(clauses[0]), clauses[1:]
        glued = _GLUED.search(clauses[0], clauses[0].rfind("、") + 1 + _LEAST_NAME)
        other = None if glued is None else NUMBER_RUN.search(clauses[0], glued.start())
        if other is not None and value_of(line.numbers[found.start + other.start()]) != value_of(spot):
            return  # the list is of another count, right behind it
        end = end if glued is None else glued.start()
    else:
        end, more = len(rest), []
        if found.row:
            return
    listed = rest[:end]
    if NUMBER[0] in listed or ":" in listed or _OWN_COUNT.search(listed) or ALL_COUNTED.fullmatch(listed):
        return
    names = read_names(listed)
    if names is None:
        return
    if found.bare and not (more and REMARK.match(more[0]) and not names.open):
        return
    further = _further(more)
    if further and min(names.least, 1 + len(further)) <= value_of(spot) <= names.most + _named(further):
        names = replace(names, alike=False)
        if not names.low <= value_of(spot) <= names.high:
            return
    if found.open or any(_GOES_ON.match(clause) for clause in more):
        names = replace(names, open=True)
    names = _as_counted(names, found.noun)
    if fits_noun(names, found.noun.strip(), spot):
        yield from judge(line, found.start, found.start + end, spot, names, _said(found, names, listed))


def _further(clauses: list[str]) -> list[str]:
    """The clauses behind a list that may hold further names, or be what is listed."""
    return list(takewhile(lambda one: one.strip() and not REMARK.search(one) and NUMBER[0] not in one, clauses))


def _named(clauses: list[str]) -> int:
    return sum(1 + clause.count("、") for clause in clauses)


def _said(found: _Found, names: Names, listed: str) -> Link:
    """What a link says of these names."""
    if min(map(len, names.items)) == 1 and not names.alike:
        return Link.OTHER
    if "、" not in listed and found.plain and not (names.alike or are_whole(names) or in_step(names)):
        return Link.OTHER
    if found.link is Link.NEXT:
        return Link.WHOLE if names.alike or in_step(names) or are_long(names) else Link.HINT
    return found.link


def _as_counted(names: Names, noun: str) -> Names:
    """The names as of one sort where each ends as the noun after the count does (4种方法：比较法、观察法…)."""
    last = noun.strip(" 为是如下")[-1:]
    if names.alike or not last or any(name[-1:] != last for name in names.apart):
        return names
    size = len(names.apart)
    return replace(names, low=size, high=size, least=size, most=size, alike=True, ending=last)
