"""Sentence → count relations of a count that sums up what was listed before: “…甲、乙、丙，共3项任务”.

The list stands in a clause before, or in the sentence before where the count points back (以上3项).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from toolkit.figures.flat import flat
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
from toolkit.figures.names import Names
from toolkit.figures.sentence import NUMBER, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.tally import (
    Link,
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

_WHICH: Final = r"(?:[^,;:、\ue000]{0,4}(?:总数量?|数量|个数|项数|件数|数目|(?:任务|工作|事项|项目|工程|措施|内容)数))"
_THESE: Final = r"(?:以上|上述|上列|前述|所列|所述|这些?|此|该)"
_SUMMARY: Final = re.compile(
    rf"\s*(?:(?P<point>{_THESE})[^,;:、\ue000]{{0,24}}?)?(?:{_WHICH}|(?:共?涉及|包含)?(?:任务|工作|事项|项目))?(?:{TOGETHER_ARE}|一共|凡|总)?(?:被?[列定]?为|是|有|达到?|:)*\s*"
)
_OF_SOME_SORT: Final = re.compile(
    rf"[^,;:、\ue000]{{2,14}}的(?:任务|工作|事项|项目|工程|措施)(?:{TOGETHER_ARE}|有|是|为)"
)
_POINTS_AT: Final = re.compile(r"(?:^|[^一二])(?:以上|上述|上列|前述|所列|这|该)[^,;:、\ue000]{0,2}$")
_CLAUSE_OF_THESE: Final = re.compile(rf"[,;:]\s*{_THESE}")
_ALL_OF: Final = re.compile("(?:全部|所有|共|总计|合计)$")
_NO_ITEM: Final = re.compile(
    r"^[\ue002\ue003\s]*(?:年度?)?[,\s]*(?:按照?|根据|依据|依照|围绕|聚焦|为|除|在|结合|针对|对照|遵照|自|截至|经|坚持|紧扣|立足|对标|通过|全[年局市县区]|我[局委厅院办]|"
    r"本[局单年]|当年|年[内初末]|一年来|[^,]{0,8}[年度期]$)|(?:要求|安排|部署|外|后|以来|[中下]|基础上|目标|主线|中心|实际|精神|责任|原则|期间|方面|方式|标准|发现|认为|表明|显示)$"
)
_OTHERS: Final = re.compile("^[由按经]|(?:方式|办法|机制)$")
_SUBJECT: Final = re.compile(r"\s*(?:我[局委厅院办]|本?部门|本[局单]|[将把对])")
_IDIOM: Final = re.compile(
    "精心组织|周密部署|科学谋划|统筹(?:推进|兼顾|安排)|多措并举|真抓实干|攻坚克难|迎难而上|克服困难|连续作战|突出重点|层层|集体研究|"
    "高度重视|压实责任|加强领导|强化措施|积极作为|主动作为|狠抓落实|上下联动|协同发力"
)
_MANNER: Final = re.compile(
    r"^[\ue002\ue003\s]*(?:由|按|在|经|通过|以|围绕|根据|依据|结合|针对|坚持|既|不)|的(?:工作|事项|任务|原则)?$|(?:原则|方式|办法|机制|要求|目标)$"
)
_THESE_AT_START: Final = re.compile(_THESE)
_OPENER: Final = re.compile(r"(?:[\ue002\ue003\s,]|年度?|全年|当年|本年度?|全[局市县区]|我[局委厅院办])*")
_LEAST_CLAUSE: Final = 4


def listed_earlier(line: Sentence, begin: int, text: str, behind: int, count: Spot) -> Iterator[Relation]:
    """“综合科、审批科、监管科，共3个科室”, “…甲、乙、丙。以上3项为重点任务”: the list is told before."""
    summary = _SUMMARY.fullmatch(text) if text.strip() else None
    pointed = _POINTS_AT.search(text) is not None or (summary is not None and summary["point"] is not None)
    pointed = pointed or _CLAUSE_OF_THESE.search(line.text[max(0, begin - LONGEST_LIST) : begin]) is not None
    sort = _OF_SOME_SORT.fullmatch(text.strip()) is not None
    if summary is None and not sort and not (pointed and (_POINTS_AT.search(text) or _ALL_OF.search(text))):
        return
    if begin > 1:
        found = list(_clauses_before(line, begin - 1, pointed=pointed))
        if found:
            told = _of_clause(line, found, (begin, behind), count, pointed=pointed)
            yield from (one if one.holds or not sort else one.model_copy(update={"certain": False}) for one in told)
    elif pointed and line.previous is not None and _THESE_AT_START.match(text):
        before = flat(line.previous, ())
        found = list(_clauses_before(before, len(before.text), pointed=True))
        if found:
            yield from _of_clause(before, found, None, count, pointed=True, noun=noun_behind(line, behind))


@dataclass(frozen=True, slots=True)
class _Clause:
    """A list in a clause before a count: where the clause begins, the span of the list, its names, whether they are but
    how something is done."""

    begin: int
    start: int
    end: int
    names: Names
    manner: bool
    other: bool


def _clauses_before(line: Sentence, end: int, *, pointed: bool) -> Iterator[_Clause]:
    """The lists of the clauses before `end`, the nearest first."""
    low = max(0, end - LONGEST_LIST)
    stop = end
    while stop > low:
        begin = low + max(line.text[low:stop].rfind(mark) for mark in MARKS) + 1
        text = line.text[begin:stop]
        if NUMBER[0] in text:
            return
        if _THESE_AT_START.match(text.strip()):
            pointed = True
        else:
            yield from _in_clause(begin, text)
            if not pointed and "、" in text:
                return
        stop = begin - 1


def _in_clause(begin: int, text: str) -> Iterator[_Clause]:
    """The lists of one clause, the first first."""
    if "、" not in text:
        return
    last, told = 0, False
    for stop, after in [*(found.span() for found in SEAM.finditer(text)), (len(text), len(text))]:
        part = text[last:stop]
        etc = ETC_TAIL.search(part, part.rfind("、") + 1 + LEAST_NAME) if "、" in part else None
        names = names_of(part if etc is None else part[: etc.start()]) if "、" in part else None
        if names is not None:
            names = replace(names, open=names.open or etc is not None or bool(MORE_THAN_THESE.match(names.items[0])))
            end = stop if etc is None else last + etc.start()
            other = told or _OTHERS.search(text.strip() if told else part.strip()) is not None
            manner = other or _MANNER.search(part.strip()) is not None
            yield _Clause(begin, begin + last, begin + end, names, manner, other)
            told = told or not manner
        last = after


def _of_clause(
    line: Sentence,
    found: list[_Clause],
    run: tuple[int, int] | None,
    count: Spot,
    *,
    pointed: bool,
    noun: str = "",
) -> Iterator[Relation]:
    """The relation of a count to the one of several lists that it tells of."""
    noun = noun_behind(line, run[1]) if run is not None else noun
    fitting = [one for one in found if fits_noun(one.names, noun, count) and not is_of_more(one.names, count)]
    fitting = [one for one in fitting if not one.other] or fitting
    same = [one for one in fitting if one.names.low <= value_of(count) <= one.names.high]
    if same:
        yield from judge(line, same[0].start, same[0].end, count, same[0].names, Link.WHOLE)
        return
    told = [one for one in fitting if not one.manner] or fitting
    if not told or not says_what(told[0].names, noun, count):
        return
    clause, names = told[0], told[0].names
    further = 0 if _SUBJECT.match(line.text, clause.begin) else _further(line.text[: max(0, clause.begin - 1)])
    if further and not names.alike and min(names.least, 1 + further) <= value_of(count) <= names.most + further:
        return
    yield from judge(
        line, clause.start, clause.end, count, names, _of_told(line, clause, names, run, count, pointed, noun)
    )


def _of_told(
    line: Sentence, clause: _Clause, names: Names, run: tuple[int, int] | None, count: Spot, pointed: bool, noun: str
) -> Link:
    """What a summary says of the list it tells of."""
    text = line.text[clause.start : clause.end]
    own = line.text[run[0] : run[1]] if run is not None else ""
    tasks = counts_tasks(noun, count) or told_as_tasks(text, count) or "任务" in own or "工作" in own
    named = names.alike and name_what_it_counts(names, noun)
    sure = (tasks and is_of_tasks(count)) or named or pointed
    if clause.manner or not (sure or is_of_tasks(count)):
        return Link.OTHER
    if min(map(len, names.items)) == 1 and not names.alike:
        return Link.OTHER
    whole = names.alike or len(names.items) > 1
    return Link.NEXT if sure and whole else Link.HINT


def _further(text: str) -> int:
    """How many of the clauses right before a list may be names of it too."""
    found = 0
    for one in reversed(re.split("[,;]", text.rpartition(":")[2])):
        if len(one.strip()) < _LEAST_CLAUSE or _IDIOM.search(one) or _OPENER.fullmatch(one) or _NO_ITEM.search(one):
            break
        found += 1 + one.count("、")
    return found
