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
    REMARK,
    SEAM,
    TOGETHER_ARE,
    is_of_more,
    name_what_it_counts,
    names_of,
)
from toolkit.figures.names import Names, are_long
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
from toolkit.figures.verdict import dimension, value_of
from toolkit.model.figure import Relation
from toolkit.patterns import regex

_WHICH: Final = r"(?:[^,;:、\ue000]{0,4}(?:总数量?|数量|个数|项数|件数|数目|(?:任务|工作|事项|项目|工程|措施|内容)数))"
_THESE: Final = r"(?:以上|上述|上列|前述|所列|所述|这些?|此|该)"
_NOUNS: Final = "(?:年度|重点|全部|预算|任务|工作|事项|项目|实事|工程)*"
_SUMMARY: Final = regex(
    rf"\s*(?:(?P<point>{_THESE})[^,;:、\ue000]{{0,24}}?)?"
    rf"(?:(?P<which>{_WHICH})|(?P<done>共?(?:涉及|覆盖|涵盖|包含){_NOUNS}|完成(?:工作|任务|事项|项目|数)+)|{_NOUNS})"
    rf"(?:(?P<all>{TOGETHER_ARE}|凡|总)(?:涉及|覆盖|涵盖|包含|安排|实施|完成)?)?{_NOUNS}(?:被?[列定]?为|是|有|达到?|:)*\s*"
)
_MADE: Final = regex(
    r"\s*(?:这些?|此|以上|上述)?(?:均|都|皆|共同|一起|一并|被)*(?:构成|组成|列为|确定为|是|为|系)(?:了)?[^,;:、\ue000]{0,12}(?:的|年度?|全部)"
)
_ALL_DONE: Final = regex(r"[^,;:、]{0,6}?(?:均|都|全部|件件|项项|悉数|统筹|同步|一体|逐项|压茬|协同|分头)")
_TAKEN: Final = regex("[把将][^,;:]*(?:作为|列为|列入|纳入|确定为|定为)")
_OF_SOME_SORT: Final = regex(rf"[^,;:、\ue000]{{2,14}}的(?:任务|工作|事项|项目|工程|措施)(?:{TOGETHER_ARE}|有|是|为)")
_POINTS_AT: Final = regex(r"(?:^|[^一二])(?:以上|上述|上列|前述|所列|这|该|此)[^,;:、\ue000]{0,2}$")
_CLAUSE_OF_THESE: Final = regex(rf"[,;:]\s*{_THESE}")
_ALL_OF: Final = regex("(?:全部|所有|共|总计|合计)$")
_NO_ITEM: Final = regex(
    r"^[\ue002\ue003\s]*(?:年度?)?[,\s]*(?:按照?|根据|依据|依照|围绕|聚焦|为|除|在|结合|针对|对照|遵照|自|截至|经|坚持|紧扣|立足|对标|通过|从|就|据|全[年局市县区]|我[局委厅院办]|"
    r"本[局单年]|当年|年[内初末]|一年来|[^,]{0,8}[年度期]$)|(?:要求|安排|部署|外|后|以来|[中下]|基础上|目标|主线|中心|实际|精神|责任|原则|期间|方面|方式|标准|发现|认为|表明|显示|看)$"
)
_OTHERS: Final = regex("^[由按经]|(?:方式|办法|机制)$")
_SUBJECT: Final = regex(r"\s*(?:我[局委厅院办]|本?部门|本[局单]|[将把对])")
_IDIOM: Final = regex(
    "精心组织|周密部署|科学谋划|统筹(?:推进|兼顾|安排)|多措并举|真抓实干|攻坚克难|迎难而上|克服困难|连续作战|突出重点|层层|集体研究|"
    "高度重视|压实责任|加强领导|强化措施|积极作为|主动作为|狠抓落实|上下联动|协同发力"
)
_MANNER: Final = regex(
    r"^[\ue002\ue003\s]*(?:由|按|在|经|通过|以|围绕|聚焦|依托|紧扣|立足|面向|对照|(?:分别|依次|即|具体)(?:为|是)?|根据|依据|结合|针对|坚持|既|不)|的(?:工作|事项|任务|原则)?$|(?:原则|方式|办法|机制|要求|目标)$"
)
_THESE_AT_START: Final = regex(_THESE)
_GOES_ON: Final = regex(rf"\s*(?:{_THESE}|既|也|是|清单|[将把对由按经]|我[局委厅院办]|本?部门|本[局单])")
_OPENER: Final = regex(r"(?:[\ue002\ue003\s,]|年度?|全年|当年|本年度?|全[局市县区]|我[局委厅院办])*")
_TASK: Final = regex("任务|工作|事项|实事|项目|工程|措施|举措")
_LEAD: Final = 20  # characters
_DONE: Final = regex("[均已全未]|推进|进行|完成|开展|顺利|良好|显著|见效|有序|到位|就绪|启动$|实施$|完工|在建")
_LEAST_CLAUSE: Final = 4


def listed_earlier(line: Sentence, begin: int, text: str, behind: int, count: Spot) -> Iterator[Relation]:
    """“综合科、审批科、监管科，共3个科室”, “…甲、乙、丙。以上3项为重点任务”: the list is told before."""
    summary = _SUMMARY.fullmatch(text) if text.strip() else None
    if summary is not None and not any(summary[group] for group in ("point", "which", "done", "all")):
        summary = None
    pointed = _POINTS_AT.search(text) is not None or (summary is not None and summary["point"] is not None)
    pointed = pointed or _CLAUSE_OF_THESE.search(line.text[max(0, begin - LONGEST_LIST) : begin]) is not None
    sort = _OF_SOME_SORT.fullmatch(text.strip()) is not None
    sort = sort or (summary is not None and not pointed and not (summary["all"] or summary["which"]))
    alone = not text.strip() and _ALL_DONE.match(line.text, behind) is not None
    taken = alone and _TAKEN.search(line.text, max(0, begin - LONGEST_LIST), begin) is not None
    sort = sort or (alone and not taken)
    made = _MADE.fullmatch(text) is not None
    made = made or taken or (pointed and bool(_POINTS_AT.search(text) or _ALL_OF.search(text)))
    if summary is None and not sort and not made:
        return
    if begin > 1:
        found = list(_clauses_before(line, begin - 1, pointed=pointed))
        if found and not (alone and not taken and (found[0].names.open or _DONE.search(found[0].names.items[-1]))):
            told = _of_clause(line, found, (begin, behind), count, pointed=pointed or made)
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
    further = _further(line, clause.begin) + (_between(line, clause.end, run[0]) if run is not None else 0)
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
    bare = noun[:1] in {"", ",", ";", ":"}
    tasks = tasks or (bare and (dimension(count)[0] == "项" or _as_tasks(line, clause)))
    named = names.alike and name_what_it_counts(names, noun)
    if clause.manner or not (named or pointed or is_of_tasks(count)):
        return Link.OTHER
    if min(map(len, names.items)) == 1 and not names.alike:
        return Link.OTHER
    if named or (not names.halves and (pointed or (tasks and (are_long(names) or not bare)))):
        return Link.NEXT
    return Link.HINT if pointed or tasks or not bare or (are_long(names) and not names.alike) else Link.OTHER


def _as_tasks(line: Sentence, clause: _Clause) -> bool:
    """Whether the words around a list call what it names tasks."""
    lead = line.text[max(0, clause.begin - _LEAD) : clause.begin].rstrip()
    lead = lead[max(lead.rfind(mark) for mark in ",;") + 1 :] if lead.endswith(":") else ""
    behind = re.split("[,;:]", line.text[clause.end : clause.end + _LEAD])[0]
    return any(_TASK.search(words) for words in (lead, line.text[clause.begin : clause.start], behind))


def _further(line: Sentence, begin: int) -> int:
    """How many of the clauses right before a list that begins a clause may be names of it too."""
    text = line.text[max(0, begin - LONGEST_LIST) : begin].rstrip()
    if text.endswith(":") or _SUBJECT.match(line.text, begin):
        return 0
    found = 0
    for one in reversed(re.split("[,;]", text.rpartition(":")[2])[:-1]):
        if len(one.strip()) < _LEAST_CLAUSE or _IDIOM.search(one) or _OPENER.fullmatch(one) or _NO_ITEM.search(one):
            break
        found += 1 + one.count("、")
    return found


def _between(line: Sentence, end: int, begin: int) -> int:
    """How many of the clauses right behind a list and before what sums it up may be names of it too."""
    found = 0
    for one in re.split("[,;:]", line.text[end:begin])[1:-1]:
        if len(one.strip()) < _LEAST_CLAUSE or _GOES_ON.match(one) or REMARK.search(one) or _NO_ITEM.search(one):
            break
        found += 1 + one.count("、")
    return found
