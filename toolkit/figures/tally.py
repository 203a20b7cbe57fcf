"""Count and list of names → their relation: whether the names are as many, and whether that is certain.

“3项任务” counts the names of a list one by one; “3个项目” may count more than one under a name.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import IntEnum
from typing import Final

from toolkit.figures.names import ROW, Names, are_long
from toolkit.figures.sentence import MASKED, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import dimension, is_count, known, listed_relation, value_of
from toolkit.model.figure import Relation
from toolkit.patterns import regex

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
        *("要务", "板块", "模块", "类别", "类(?=$|[,;:、)])", "环节", "部分", "目标", "线(?=$|[,;:、)推])"),
    )
)
_PROJECT: Final = "项目|子项(?!目)|工程|行动|活动|服务|课题|标段|专项|整治"
TASKS: Final = regex(rf"(?:{_OF_WHAT})*[^,;:、\ue000-\ue007科室局委办股单部机]{{0,4}}?(?:{_TASK})")
PROJECTS: Final = regex(rf"(?:{_OF_WHAT})*(?:{_PROJECT})")
_PLAIN_NOUN: Final = regex(rf"(?:{_OF_WHAT})*(?:{_TASK}|{_PROJECT})")
MODIFIED: Final = regex(rf"(?P<of>[^,;:\ue000]{{2,40}}?的)(?={_TASK}|{_PROJECT})[^,;:、\ue000]{{2,6}}")
"""What tells more of the counted, with pauses of its own: 涉及企业、群众和基层单位切身利益的工作."""
_TASKS_ARE: Final = regex(rf"[^、]{{0,16}}{TASKS.pattern}[^、]{{0,4}}?(?:包括|包含|有|为|是|涵盖|由)")
_NO_NOUN: Final = regex(
    r"\s*(?:$|[,;:、)\ue000-\ue007]|列[入为]|纳入|均|都|全部|已|被|由|待|即|就是|件件|项项|外|以外|之外|[须需按在于为是的以进])"
)
_BODIES: Final = regex(
    r"[^,;:]{0,6}?(?:单位|部门|机构|[科处股]室|室|[局委科处股]|办(?![结理好成完])|乡镇|街道|社区|[镇乡县区市村所站院馆校队厅]|中心|学院|医院|"
    r"企业|公司|主体|地[区方市点])"
)
BODY: Final = regex(
    r"(?:[局站院所处科股室办队馆校厅委会部台厂段社镇乡区县村班]|中心|公司|街道|集团|学院|医院)(?:\ue006\ue007*)?$"
)
_MOST_LISTED: Final = 60
_MOST_OFF: Final = 2
_MANY: Final = 10
_PLAIN_NAME: Final = 2
_MODIFIERS: Final = 40
_NOUN: Final = 14  # characters behind a count in which its noun stands


class Link(IntEnum):
    """What the words between a count and a list say of the list."""

    OTHER = 0
    """Nothing: only a list that is as long is of the count."""
    HINT = 1
    """It may be what is counted: whatever is off by little is but a doubt."""
    NEXT = 2
    """It stands next to what is counted: what is off by little is wrong."""
    WHOLE = 3
    """It is all that is counted."""


def counts_names(spot: Spot) -> bool:
    """Whether a figure counts things as they are listed."""
    return known(spot) and is_count(spot) and dimension(spot)[0] in _LISTED and value_of(spot) <= _MOST_LISTED


def counts_deeds(spot: Spot) -> bool:
    """“甲行动”“乙行动”2次专项行动: deeds with a title each are counted like things."""
    return known(spot) and dimension(spot)[0] in _DEEDS and value_of(spot) <= _MOST_LISTED


def is_of_tasks(count: Spot) -> bool:
    """Whether tasks may be counted in this unit."""
    return dimension(count)[0] in _OF_TASKS


def is_plain_noun(words: str) -> bool:
    """Whether the words behind a count begin with a noun for whatever is listed: 重点任务, 子项目."""
    return _PLAIN_NOUN.match(words) is not None


def noun_behind(sentence: Sentence, behind: int) -> str:
    """The words right behind a count; of 上级交办、群众期盼的任务 the noun alone."""
    words = sentence.text[behind : behind + _NOUN + _MODIFIERS]
    told = MODIFIED.match(words)
    return words[told.end("of") if told is not None else 0 :][:_NOUN].lstrip()


def counts_tasks(noun: str, count: Spot) -> bool:
    """Whether what is counted are tasks, of which each name is one; of projects a name may stand for several."""
    if dimension(count)[0] in _SORTS:
        return PROJECTS.match(noun) is None
    return is_of_tasks(count) and TASKS.match(noun) is not None


def fits_noun(names: Names, noun: str, count: Spot) -> bool:
    """Whether what is counted may be what is named: bodies and places are no tasks, and tasks no bodies."""
    unit = dimension(count)[0] or ""
    told = _BODIES.match(noun) is not None and _NO_NOUN.match(noun) is None
    bodies = unit not in {"项", "件", *_SORTS} and (unit not in _OF_TASKS or told or not noun)
    if all(BODY.search(name) for name in names.apart):
        return bodies or (bool(names.ending) and names.ending[-1] in noun)
    return not (told and TASKS.match(noun) is None and PROJECTS.match(noun) is None)


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


def judge(sentence: Sentence, start: int, end: int, count: Spot, names: Names, link: Link) -> Iterator[Relation]:
    """The relation of a count to the names of a list at [start, end) of the sentence, where one is to be told."""
    announced = value_of(count)
    if names.low <= announced <= names.high:
        yield relation_of(sentence, start, end, count, names)
        return
    certain = _is_certain(announced, names, link)
    if certain is not None:
        found = relation_of(sentence, start, end, count, names)
        yield found if certain else found.model_copy(update={"certain": False})


def _is_certain(announced: Decimal, names: Names, link: Link) -> bool | None:
    """Whether a count that is not that of the names is wrong for certain; None where nothing is to be said of it."""
    near = abs(announced - names.low) <= _MOST_OFF
    if link is Link.OTHER or (announced > names.high and names.open):
        return None
    doubt = False if near and _is_plain_row(names) else None
    if names.least <= announced <= names.most:
        return doubt if are_long(names) and not names.low - names.halves <= announced < names.low else None
    if link is Link.HINT:
        return doubt
    many_more = announced >= _MANY and announced > names.high * 2  # 编制16名，…: of other things
    return True if near or (link is Link.WHOLE and not many_more) else None


def _is_plain_row(names: Names) -> bool:
    """Whether they are two long names, or three or more and none of them a single character."""
    return are_long(names) or (len(names.items) >= ROW and min(map(len, names.items)) >= _PLAIN_NAME)


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
