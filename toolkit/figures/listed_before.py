"""Sentence → count relations of a count behind its list: “甲、乙、丙等3个集群”, “甲、乙、丙，共3项任务”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from toolkit.figures.listed import (
    ETC_TAIL,
    LEAST_NAME,
    LONGEST_LIST,
    MARKS,
    MORE_THAN_THESE,
    SEAM,
    TOGETHER_ARE,
    is_of_more,
    name_what_it_counts,
    names_of,
)
from toolkit.figures.listed_earlier import listed_earlier
from toolkit.figures.names import Names, are_long, are_whole, in_step, read_names
from toolkit.figures.sentence import ASIDE, QUOTED, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.tally import (
    PROJECTS,
    TASKS,
    Link,
    counts_deeds,
    counts_names,
    counts_tasks,
    fits_noun,
    is_of_tasks,
    judge,
    noun_behind,
    says_what,
    told_as_tasks,
)
from toolkit.figures.verdict import dimension, value_of
from toolkit.model.figure import Relation
from toolkit.patterns import regex

_PARTED: Final = regex("(?:分为|分成|划为|划分成|划分为|细分为|分解为|归为|归并为|归纳为|归结为|概括为)")
_IN_ALL: Final = regex(rf"{TOGETHER_ARE}$")
_POINTED: Final = regex(r"(?:以上|上述|这|该|此)$")
_CONTENT: Final = regex(r"为(?:主要|全部|具体)?内容的$")
_IS: Final = regex(
    r"(?:被|均|都|已|一并|统一)*(?:列为|列入|列作|纳入|确定为|定为|作为|视为|属于?|成为|构成|组成|(?<![行认作])为|(?<![但可即于])是|系)"
    r"(?P<what>[^、,;:]{0,16})$"
)
_FOCUS: Final = regex(
    "主(?!要)|代表|抓手|支撑|基础|依托|载体|龙头|牵引|例$|(?:重点|核心|目标|目的|内容|主体|特色|导向|突破口?)的?$"
)
_SOME_OF_THEM: Final = regex(
    r"[^,;:]{0,10}?(?:之[一首中二三]|中(?!心|期|央|小|长|型|层|医|学|等)|(?<![县市省乡局镇村])里|以外|的(?:前|首))"
)
_OF_THEM: Final = regex("(?:[中里]|[之以]内)的?$")
_NEAR: Final = 14  # characters
_MADE_OF: Final = regex(r"[^、,;:]{0,10}?(?:组成|构成)")
_DONE: Final = regex(
    r"(?:完成|推出|提出|出台|承担|安排|部署|启动|建成|形成|梳理|收到|发现|整改|确定|设置|制定|分解|细化|印发|[了出过成到])$"
)
_BEGUN: Final = regex(r"(?:开展|实施|落实|推进|组织|办理|开工|谋划|建设|抓好|办好|做好|推动)$")
_ABOUT: Final = regex(
    r"[\ue002\ue003\s]*(?:[^、]{0,10}?[,])?(?:围绕|聚焦|依托|针对|结合|通过|根据|按照?|依据|立足|面向|对照|借助|利用|紧扣|经|向|从|在)"
)
_ONLY: Final = regex("只有|仅(?:有|为|设置|安排|开展|实施)|全部(?:投入|用于|安排)")
_QUOTED_TAIL: Final = regex(rf"(?:{QUOTED}(?:{ASIDE})?(?:[、,]|和|及|与|以及)?)+$")
_OPENING: Final = regex(r"^.{0,8}?(?:包括|涉及|开展|完成|设置|实施|分为|即)")


@dataclass(frozen=True, slots=True)
class _Next:
    """The words between a list and the count behind it: where the list ends, and what they are."""

    end: int
    etc: bool = False
    all: bool = False
    copula: bool = False
    loose: bool = False


def listed_before(line: Sentence) -> Iterator[Relation]:
    """Count relations of the counts of one sentence that stand behind their lists."""
    last = 0
    for low, high, spot in line.runs:
        begin = max(last, low - LONGEST_LIST)
        mark = max(line.text[begin:low].rfind(mark) for mark in MARKS) + 1
        cut = begin == last > 0 == mark
        begin += mark
        text, last = line.text[begin:low].rstrip(), high
        if _SOME_OF_THEM.match(line.text[high : high + _NEAR]) or _OF_THEM.search(text):
            continue
        quoted = _QUOTED_TAIL.search(text.removesuffix("等"))
        if cut and not quoted:
            continue  # the names before a numeral inside a name would be lost
        if quoted and not text[: quoted.start()].endswith("、") and _are_titles(text[quoted.start() :], text, spot):
            yield from _titles(line, begin + quoted.start(), begin + quoted.end(), spot)
        elif not counts_names(spot):
            continue
        elif "、" in text:
            yield from _same_clause(line, begin, text, high, spot)
        else:
            yield from listed_earlier(line, begin, text, high, spot)


def _are_titles(titles: str, text: str, spot: Spot) -> bool:
    """Whether the words up to a count are titles, not the end of the last name of a list (…、教师“国培计划”2项任务)."""
    alone = "、" not in text.removesuffix(titles) or len(re.findall(QUOTED, titles)) > 1
    return alone and (counts_names(spot) or counts_deeds(spot))


def _titles(sentence: Sentence, begin: int, end: int, count: Spot) -> Iterator[Relation]:
    """“《甲办法》《乙细则》2项制度”, and with 等."""
    names = read_names(sentence.text[begin:end])
    etc = sentence.text[end : end + 1] == "等"
    if names is not None and (not etc or names.high >= value_of(count)):
        yield from judge(sentence, begin, end, count, names, Link.HINT if etc else Link.WHOLE)


def _link(text: str) -> _Next | None:
    """The link at the end of a clause whose list goes up to it; None where the list is but the most of something."""
    first = text.rfind("、") + 1 + LEAST_NAME
    content = _CONTENT.search(text, first)
    if content is not None:
        return _Next(content.start(), copula=True)
    end = len(text)
    found = _IN_ALL.search(text, first) or _POINTED.search(text, first)
    if found is not None:
        end = found.start()
    all_of_them = found is not None
    etc = ETC_TAIL.search(text[:end], first)
    if etc is not None:
        return _Next(etc.start(), etc=True, all=all_of_them)
    copula = _IS.search(text[:end], first)
    if copula is None:
        if _DONE.search(text[:end], first) is not None:
            return None
        return _Next(end, all=all_of_them, loose=_BEGUN.search(text[:end], first) is not None)
    return None if _FOCUS.search(copula["what"]) else _Next(copula.start(), all=all_of_them, copula=True)


def _last_list(text: str) -> int:
    """Where the last list of a clause begins: behind the last words that end another one."""
    return max((found.end() for found in SEAM.finditer(text) if "、" in text[found.end() :]), default=0)


def _same_clause(line: Sentence, begin: int, text: str, behind: int, count: Spot) -> Iterator[Relation]:
    """“甲、乙、丙等3个集群”, “由甲、乙、丙3个子项目组成”, “甲、乙、丙是3项任务”, “安排甲、乙、丙共3项”."""
    link = _link(text)
    if link is None or (link.loose and _ABOUT.match(text)):
        return
    parted = _PARTED.search(text[: link.end])
    start = parted.end() if parted is not None else _last_list(text[: link.end])
    names = names_of(text[start : link.end])
    if names is None:
        return
    names = names if link.etc else _parted_in_step(names)
    if MORE_THAN_THESE.match(names.items[0]):
        names = replace(names, open=True)
    noun = noun_behind(line, behind)
    closed = parted is not None or _MADE_OF.match(noun) is not None
    named = names.alike if link.etc else name_what_it_counts(names, noun)
    of_these = fits_noun(names, noun, count) and (named or names.alike or closed or says_what(names, noun, count))
    if not of_these or is_of_more(names, count):
        said = Link.OTHER
        if len(names.items) < 3:
            return
    elif link.etc:
        names = replace(names, open=True)
        if value_of(count) > names.high and not named:
            return
        said = Link.WHOLE if _is_a_row(names) else Link.OTHER
    elif named or (closed and _is_a_row(names)) or _ONLY.search(text[: text.find("、")]):
        said = Link.WHOLE
    else:
        said = Link.HINT if closed or link.loose else _claim(text, noun, count, names, link)
    yield from judge(line, begin + start, begin + link.end, count, names, said)


def _is_a_row(names: Names) -> bool:
    """Whether no name may be half of one, nor a domain or place in which something is done."""
    return names.alike or are_whole(replace(names, open=False)) or in_step(names)


def _claim(text: str, noun: str, count: Spot, names: Names, link: _Next) -> Link:
    """What the link and the nouns say of the list before a count."""
    if counts_tasks(noun, count) or told_as_tasks(text, count):
        return Link.NEXT if _is_a_row(names) or (link.all or link.copula) else Link.HINT
    if link.all or link.copula:
        if noun[:1] in {"", ",", ";"} and dimension(count)[0] == "项" and are_long(names):
            return Link.NEXT
        if not _is_a_row(names) and TASKS.match(noun) is None:
            return Link.OTHER
        projects = PROJECTS.match(noun) is not None
        if projects and value_of(count) < names.least and _is_a_row(names):
            return Link.NEXT
        return Link.HINT if is_of_tasks(count) and (projects or dimension(count)[0] in {"项", "个"}) else Link.OTHER
    if noun[:1] in {"", ",", ";"} and dimension(count)[0] == "项" and _is_a_row(names):
        return Link.HINT
    if PROJECTS.match(noun) is not None and is_of_tasks(count) and _is_a_row(names):
        return Link.NEXT if value_of(count) < names.least else Link.HINT
    return Link.OTHER


def _parted_in_step(names: Names) -> Names:
    """The names parted at 和 and 及 too, where that makes three or more of one length."""
    apart = (_OPENING.sub("", names.apart[0]), *names.apart[1:])
    size = len(apart)
    parted = replace(names, items=apart, low=size, high=size, least=size, most=size, alike=True)
    return parted if names.low < names.high and in_step(parted) else names
