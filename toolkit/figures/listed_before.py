"""Sentence → count relations of a count behind its list: “甲、乙、丙等3个集群”, “甲、乙、丙，共3项任务”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from toolkit.figures.and_so_on import ETC
from toolkit.figures.names import Names, are_whole, in_step, read_names
from toolkit.figures.numbered_names import without_named
from toolkit.figures.sentence import ASIDE, MASKED, NUMBER, QUOTED, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.tally import (
    PROJECTS,
    TASKS,
    Claim,
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
from toolkit.figures.verdict import value_of
from toolkit.model.figure import Relation

_PARTED: Final = re.compile("(?:分为|分成|划为|划分成|划分为|细分为|归为|归并为|归纳为|概括为)")
_ETC: Final = re.compile(rf"(?<![中高初平同均优上劣]){ETC}[^、,;:等]{{0,8}}$")
_IN_ALL: Final = re.compile(r"(?:总?共(?:计|有)?|合计|总计|一共|共同|小计|(?<![统设审会生预估])计)(?:有|为|是)?$")
_IS: Final = re.compile(
    r"(?:被|均|都|已|一并|统一)*(?:列为|列入|列作|纳入|确定为|定为|作为|视为|属于?|成为|构成|组成|(?<![行认作])为|(?<![但可即于])是|系)"
    r"(?P<what>[^、,;:]{0,16})$"
)
_FOCUS: Final = re.compile(
    "主(?!要)|代表|抓手|支撑|基础|依托|载体|龙头|牵引|例$|(?:重点|核心|目标|目的|内容|主体|特色|导向|突破口?)的?$"
)
_TOGETHER: Final = re.compile(
    r"(?:^|[^、]{0,8}?)(?:联合|会同|协同|协调|携手|配合|我[局委厅院办]与|本[局单].?与|^与|^同|^和)"
)
_SOME_OF_THEM: Final = re.compile(
    r"[^,;:]{0,10}?(?:之[一首中二三]|中(?!心|期|央|小|长|型|层|医|学|等)|里|以外|的(?:前|首))"
)
_OF_THEM: Final = re.compile("(?:[中里]|[之以]内)的?$")
_MORE_THAN_THESE: Final = re.compile("[^、]{0,8}?(?:新增|增[加设]|新开|另|其余|除|再|还|又|继续|至少|其他)")
_NEAR: Final = 14  # characters
_MADE_OF: Final = re.compile(r"[^、,;:]{0,10}?(?:组成|构成)")
_ALL_OF_THEM: Final = re.compile(
    rf"(?:(?P<point>以上|上述|上列|前述|这些?|此)(?:{TASKS.pattern})?(?:{PROJECTS.pattern})?)?"
    r"(?:[^,;:、]{0,6}?(?:总数量?|数量|个数|项数|件数|数目|(?:任务|工作|事项|项目|工程|措施|内容)数))?"
    r"(?:总?共(?:计|有|列有)?|一共|合计|总计|小计|计)?(?:为|是|有|达到?|:)*"
)
_NO_ITEM: Final = re.compile(
    r"^[\ue002\ue003\s]*(?:年度?)?[,\s]*(?:按照?|根据|依据|围绕|聚焦|为|除|在|结合|针对|对照|遵照|自|截至|经|坚持|紧扣|立足|对标|全[年局市县区]|我[局委厅院办]|"
    r"本[局单年]|当年|年[内初末]|一年来|[^,]{0,8}[年度期]$)|(?:要求|安排|部署|外|后|以来|中|基础上|目标|主线|中心|实际|精神|责任|原则|期间|方面)$"
)
_THESE: Final = re.compile("(?:以上|上述|上列|前述|这些?|此)")
_POINTER: Final = 3  # characters of a sentence that may point to the one before
_OPENER: Final = re.compile(r"(?:[\ue002\ue003\s,]|年度?|全年|当年|本年度?|全[局市县区]|我[局委厅院办])*")
_QUOTED_TAIL: Final = re.compile(rf"(?:{QUOTED}(?:{ASIDE})?(?:[、,]|和|及|与|以及)?)+$")
_OPENING: Final = re.compile(r"^.{0,8}?(?:包括|涉及|开展|完成|设置|实施|分为|即)")
_LONGEST_LIST: Final = 300
_LEAST_NAME: Final = 2
_WORD: Final = 2


@dataclass(frozen=True, slots=True)
class _Link:
    """The words between a list and the count behind it: where the list ends, and what they are."""

    end: int
    etc: bool = False
    all: bool = False
    copula: bool = False


def listed_before(sentence: Sentence) -> Iterator[Relation]:
    """Count relations of the counts of one sentence that stand behind their lists."""
    last = 0
    for low, high, spot in sentence.runs:
        begin = max(last, low - _LONGEST_LIST)
        mark = max(sentence.text[begin:low].rfind(mark) for mark in ",;:") + 1
        cut = begin == last > 0 == mark
        begin += mark
        if low <= _POINTER and last == 0 and sentence.previous is not None and _THESE.fullmatch(sentence.text[:low]):
            yield from _sentence_before(sentence, sentence.previous, high, spot)
        text, last = sentence.text[begin:low].rstrip(), high
        if _SOME_OF_THEM.match(sentence.text[high : high + _NEAR]) or _OF_THEM.search(text):
            continue
        if begin > 1 and "、" not in text and text and _ALL_OF_THEM.fullmatch(text):
            yield from _clause_before(sentence, begin - 1, (low, high), spot)
            continue
        quoted = _QUOTED_TAIL.search(text.removesuffix("等"))
        if cut and not quoted:
            continue  # a numeral inside a name, and the names before it, would be lost
        if quoted and (counts_names(spot) or counts_deeds(spot)):
            yield from _titles(sentence, begin + quoted.start(), begin + quoted.end(), spot)
        elif "、" in text and counts_names(spot):
            yield from _same_clause(sentence, begin, text, high, spot)


def _titles(sentence: Sentence, begin: int, end: int, count: Spot) -> Iterator[Relation]:
    """“《甲办法》《乙细则》2项制度”, and with 等."""
    names = read_names(sentence.text[begin:end])
    etc = sentence.text[end : end + 1] == "等"
    if names is not None and (not etc or names.high >= value_of(count)):
        yield from judge(sentence, begin, end, count, names, Claim(firm=not etc))


def _link(text: str) -> _Link | None:
    """The link at the end of a clause whose list goes up to it; None where the list is but the most of something."""
    first = text.rfind("、") + 1 + _LEAST_NAME
    end = len(text)
    found = _IN_ALL.search(text, first)
    if found is not None:
        end = found.start()
    all_of_them = found is not None
    etc = _ETC.search(text[:end], first)
    if etc is not None:
        return _Link(etc.start(), etc=True, all=all_of_them)
    copula = _IS.search(text[:end], first)
    if copula is None:
        return _Link(end, all=all_of_them)
    return None if _FOCUS.search(copula["what"]) else _Link(copula.start(), all=all_of_them, copula=True)


def _same_clause(sentence: Sentence, begin: int, text: str, behind: int, count: Spot) -> Iterator[Relation]:
    """“甲、乙、丙等3个集群”, “由甲、乙、丙3个子项目组成”, “甲、乙、丙是3项任务”, “安排甲、乙、丙共3项”."""
    link = _link(text)
    if link is None:
        return
    parted = _PARTED.search(text[: link.end])
    start = parted.end() if parted is not None else 0
    names = read_names(text[start : link.end])
    if names is None:
        return
    names = names if link.etc else _parted_in_step(names)
    if _MORE_THAN_THESE.match(names.items[0]):
        names = replace(names, open=True)
    noun = noun_behind(sentence, behind)
    closed = parted is not None or _MADE_OF.match(noun) is not None
    named = names.alike if link.etc else _names_what_it_counts(names, noun)
    of_these = fits_noun(names, noun, count) and (named or names.alike or closed or says_what(names, noun, count))
    if not of_these or _is_of_more(names, count):
        if _fits(names, count):
            yield from judge(sentence, begin + start, begin + link.end, count, names, Claim())
        return
    claim = _claim(sentence, text, behind, count, names, link)
    if closed and not link.etc:
        claim = Claim(firm=claim.firm or names.alike or are_whole(names), closed=True, near=not named)
    if named and not link.etc:
        claim = replace(claim, firm=True)
    if link.etc:
        wrong = value_of(count) < names.low and (names.alike or are_whole(names))
        if (named and names.high >= value_of(count)) or wrong:
            yield from judge(sentence, begin + start, begin + link.end, count, names, Claim(firm=wrong))
    elif claim != Claim() or _fits(names, count):
        yield from judge(sentence, begin + start, begin + link.end, count, names, claim)


def _claim(sentence: Sentence, text: str, behind: int, count: Spot, names: Names, link: _Link) -> Claim:
    """What the link and the nouns say of the list before a count."""
    whole = are_whole(names)
    if counts_tasks(sentence, behind, count) or told_as_tasks(text, count):
        return Claim(firm=whole, closed=link.all or link.copula, near=True)
    if link.all or link.copula:
        projects = PROJECTS.match(noun_behind(sentence, behind)) is not None
        return Claim(closed=is_of_tasks(count) and (projects or dimension_is_open(count)), near=True)
    return Claim()


def dimension_is_open(count: Spot) -> bool:
    """Whether the unit of a count alone does not say what is counted: 项, 个."""
    return count.quantity is not None and count.quantity.unit in {"项", "个"}


def _fits(names: Names, count: Spot) -> bool:
    """Whether three names or more are just as many as the count before whose noun nothing else is said."""
    return len(names.items) > 2 and names.low == names.high == value_of(count)


def _clause_before(sentence: Sentence, end: int, run: tuple[int, int], count: Spot) -> Iterator[Relation]:
    """“综合科、审批科、监管科，共3个科室”, “承担甲、乙、丙等工作，合计3项”: the clause before is the list."""
    begin = max(sentence.text[:end].rfind(mark) for mark in ",;:") + 1
    text = sentence.text[begin:end]
    if "、" not in text or NUMBER[0] in text or not counts_names(count):
        return
    etc = _ETC.search(text, text.rfind("、") + 1 + _LEAST_NAME)
    names = read_names(text if etc is None else text[: etc.start()])
    if names is None:
        return
    if etc is not None or _MORE_THAN_THESE.match(names.items[0]):
        names = replace(names, open=True)
    noun = noun_behind(sentence, run[1])
    if not (fits_noun(names, noun, count) and says_what(names, noun, count)) or _is_of_more(names, count):
        return
    clause = sentence.text[end + 1 : run[0]]
    pointed = _ALL_OF_THEM.fullmatch(clause.strip())
    tasks = counts_tasks(sentence, run[1], count) or told_as_tasks(text, count) or "任务" in clause or "工作" in clause
    named = names.alike and _names_what_it_counts(names, sentence.text[run[1] : run[1] + 12])
    sure = (tasks and is_of_tasks(count)) or named or (pointed is not None and pointed["point"] is not None)
    others = [one for one in re.split("[,;]", sentence.text[:begin].rpartition(":")[2]) if one.strip()]
    extra = sum(1 for one in others if not _OPENER.fullmatch(one) and not _NO_ITEM.search(one))
    if extra and not names.alike:
        names = replace(names, most=names.most + extra)
        if value_of(count) > names.high:
            return
    firm = sure and (names.alike or are_whole(names))
    closed = is_of_tasks(count) and (sure or dimension_is_open(count))
    if etc is not None and value_of(count) > names.low:
        return
    if firm or closed:
        yield from judge(sentence, begin, end, count, names, Claim(firm=firm, closed=closed, near=not named))


def _is_of_more(names: Names, count: Spot) -> bool:
    """Whether who acts together with the named is counted too (联合甲局、乙局，共3个部门)."""
    return value_of(count) == names.high + 1 and _TOGETHER.match(names.items[0]) is not None


def _sentence_before(sentence: Sentence, before: Sentence, behind: int, count: Spot) -> Iterator[Relation]:
    """“甲、乙、丙。以上3项为重点任务”: the last clause of the sentence before is the list."""
    line = without_named(before)
    begin = max(line.text.rfind(mark) for mark in ",;:") + 1
    text = line.text[begin:]
    names = read_names(text) if "、" in text and NUMBER[0] not in text and counts_names(count) else None
    noun = noun_behind(sentence, behind)
    if names is None or not (fits_noun(names, noun, count) and says_what(names, noun, count)):
        return
    if begin and not (_NO_ITEM.search(line.text[: begin - 1]) or line.text[begin - 1] == ":"):
        names = replace(names, open=True)
    whole = names.alike or are_whole(names)
    yield from judge(line, begin, len(line.text), count, names, Claim(firm=whole, closed=True, near=True))


def _names_what_it_counts(names: Names, noun: str) -> bool:
    """Without 等 the names are titles, or the noun after the count is their last word (甲集群、乙集群2个集群)."""
    word = MASKED.sub("", noun).strip()
    if not names.ending:
        last = {name[-1:] for name in names.apart}
        return names.alike or (names.low == names.high and len(last) == 1 and word[_WORD - 1 : _WORD] in last)
    return names.ending in word or any(word.startswith(names.ending[at:]) for at in range(len(names.ending) - 1))


def _parted_in_step(names: Names) -> Names:
    """The names parted at 和 and 及 too, where that makes three or more of one length."""
    apart = (_OPENING.sub("", names.apart[0]), *names.apart[1:])
    size = len(apart)
    parted = replace(names, items=apart, low=size, high=size, least=size, most=size, alike=True)
    return parted if names.low < names.high and in_step(parted) else names
