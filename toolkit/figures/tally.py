"""Count and list of names → their relation: whether the names are as many, and whether that is certain.

“3项任务” counts the names of a list one by one; “3个项目” may count more than one under a name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from toolkit.figures.names import ROW, Names, are_long
from toolkit.figures.sentence import MASKED, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import dimension, is_count, known, listed_relation, value_of
from toolkit.model.figure import Relation

_LISTED: Final = frozenset((*"个家项类种所部条名大点件桩块处镇区县市村户座支批", "方面", "部分"))
_DEEDS: Final = frozenset({"次", "场", "期"})
_OF_TASKS: Final = frozenset({*"项个大件桩块类条种", "方面", "部分"})
_SORTS: Final = frozenset({"方面", "类", "大"})
_OF_WHAT: Final = "|".join(
    (
        *("年度", "全年", "当年", "本年度?", "年初", "既定", "计划", "预定", "重点", "主要", "中心", "专项", "民生"),
        *("具体", "常规", "核心", "关键", "基本", "业务", "履职", "职责", "绩效", "大", "子", "分", "类", "的", "方面"),
    )
)
_TASK: Final = "|".join(
    (
        *("任务", "工作", "举措", "措施", "领域", "方面", "事项", "内容", "职能", "职责", "实事", "事(?![业务前后故])"),
        *("要务", "板块", "模块", "类别", "类(?=$|[,;:、)])", "环节", "部分", "目标"),
    )
)
TASKS: Final = re.compile(rf"(?:{_OF_WHAT})*[^,;:、\ue000-\ue007科室局委办股单部机]{{0,4}}?(?:{_TASK})")
PROJECTS: Final = re.compile(rf"(?:{_OF_WHAT})*(?:项目|工程|行动|活动|服务|课题|标段)")
_TASKS_ARE: Final = re.compile(rf"[^、]{{0,16}}{TASKS.pattern}[^、]{{0,4}}?(?:包括|包含|有|为|是|涵盖)")
_NO_NOUN: Final = re.compile(
    r"\s*(?:$|[,;:、)\ue000-\ue007]|列[入为]|纳入|均|都|全部|已|被|由|待|[须需按在于为是的以进])"
)
_BODIES: Final = re.compile(
    r"[^,;:]{0,6}?(?:单位|部门|机构|[科处股]室|室|[局委办科处股]|乡镇|街道|社区|[镇乡县区市村所站院馆校队厅]|中心|学院|医院|"
    r"企业|公司|主体|地[区方市点])"
)
BODY: Final = re.compile(
    r"(?:[局站院所处科室办队馆校厅委会部台厂段社镇乡区县村班]|中心|公司|街道|集团|学院|医院)(?:\ue006\ue007*)?$"
)
_MOST_LISTED: Final = 60
_MOST_OFF: Final = 2
_PLAIN_NAME: Final = 2
_NOUN: Final = 14  # characters behind a count in which its noun stands


@dataclass(frozen=True, slots=True)
class Claim:
    """What the words around a list say of it. `firm`: a list that is too short is wrong (not where 等 closes it);
    `sure`: no mark in it stands inside a name; `closed`: it is said to be whole, though what is counted may be
    something else: one that is off by little is a doubt. `near`: only a count that is off by little is of this list;
    `weak`: whatever is off is but a doubt."""

    firm: bool = False
    sure: bool = False
    closed: bool = False
    near: bool = False
    weak: bool = False


def counts_names(spot: Spot) -> bool:
    """Whether a figure counts things as they are listed."""
    return known(spot) and is_count(spot) and dimension(spot)[0] in _LISTED and value_of(spot) <= _MOST_LISTED


def counts_deeds(spot: Spot) -> bool:
    """“甲行动”“乙行动”2次专项行动: deeds with a title each are counted like things."""
    return known(spot) and dimension(spot)[0] in _DEEDS and value_of(spot) <= _MOST_LISTED


def is_of_tasks(count: Spot) -> bool:
    """Whether tasks may be counted in this unit."""
    return dimension(count)[0] in _OF_TASKS


def noun_behind(sentence: Sentence, behind: int) -> str:
    """The words right behind a count."""
    return sentence.text[behind : behind + _NOUN].lstrip()


def counts_tasks(sentence: Sentence, behind: int, count: Spot) -> bool:
    """Whether what is counted are tasks, of which each name is one; of projects a name may stand for several."""
    if dimension(count)[0] in _SORTS:
        return PROJECTS.match(noun_behind(sentence, behind)) is None
    return is_of_tasks(count) and TASKS.match(noun_behind(sentence, behind)) is not None


def fits_noun(names: Names, noun: str, count: Spot) -> bool:
    """Whether what is counted may be what is named: bodies and places are no tasks, and tasks no bodies."""
    unit = dimension(count)[0] or ""
    bodies = unit not in {"项", "件", *_SORTS} and (
        unit not in _OF_TASKS or _BODIES.match(noun) is not None or not noun
    )
    if all(BODY.search(name) for name in names.apart):
        return bodies or (bool(names.ending) and names.ending[-1] in noun)
    return not (_BODIES.match(noun) and TASKS.match(noun) is None and PROJECTS.match(noun) is None)


def says_what(names: Names, noun: str, count: Spot) -> bool:
    """Whether the words behind a count are no noun, that of tasks or of projects, or that of the names."""
    plain = _NO_NOUN.match(noun) or TASKS.match(noun) or PROJECTS.match(noun)
    return (
        plain is not None
        or dimension(count)[0] in _SORTS
        or (bool(names.ending) and names.ending[-1] in MASKED.sub("", noun))
    )


def told_as_tasks(text: str, count: Spot) -> bool:
    """Whether the words before a list call what it names tasks (重点工作有甲、乙、丙3项)."""
    return is_of_tasks(count) and _TASKS_ARE.match(text) is not None


def judge(sentence: Sentence, start: int, end: int, count: Spot, names: Names, claim: Claim) -> Iterator[Relation]:
    """The relation of a count to the names of a list at [start, end) of the sentence, where one is to be told."""
    announced = value_of(count)
    if announced in (names.low, names.high):
        yield relation_of(sentence, start, end, count, names)
        return
    certain = _is_certain(announced, names, claim, by_pauses="、" in sentence.text[start:end])
    if certain is not None:
        found = relation_of(sentence, start, end, count, names)
        yield found if certain and not claim.weak else found.model_copy(update={"certain": False})


def _is_certain(announced: Decimal, names: Names, claim: Claim, *, by_pauses: bool) -> bool | None:
    """Whether a count that is not that of the names is wrong for certain; None where nothing is to be said of it."""
    near = abs(announced - names.low) <= _MOST_OFF
    doubt = False if near and (claim.closed or claim.firm) and _is_plain_row(names) else None
    if announced < names.low:
        if claim.sure or names.alike:
            return True
        long = by_pauses and are_long(names) and (claim.firm or len(names.items) >= ROW)
        if not long or announced >= names.low - names.halves:
            return doubt if claim.closed else None
        return True if announced < names.least else doubt
    if names.open:
        return None
    if announced > names.most and claim.firm:
        return True if near or not claim.near else None
    return doubt if announced > names.most or are_long(names) else None


def _is_plain_row(names: Names) -> bool:
    """Whether they are three names or more, none of them a single character."""
    return len(names.items) >= ROW and min(map(len, names.items)) >= _PLAIN_NAME


def relation_of(sentence: Sentence, start: int, end: int, count: Spot, names: Names) -> Relation:
    """The relation of a count to the names, as they are printed."""
    parted = len(names.items) != names.high and names.high in (names.low, value_of(count))
    items = names.apart if parted else names.items
    printed = _printed_items(sentence.printed(start, end), sentence.text[start:end], items)
    return listed_relation(printed, count, names.low, names.high, count.where)


def _printed_items(printed: str, masked: str, items: Sequence[str]) -> list[str]:
    """The items as printed: the masked ones located again, in order."""
    found, last = [], 0
    for item in items:
        place = masked.find(item, last)
        found.append(printed[place : place + len(item)].strip())
        last = place + len(item)
    return found
