"""What is told of a line in running text → its target and its actual, which need not stand together.

“目标不低于95%。共受理9,193件，审结8,519件，结案率92.67%”: the target is called one; the actual is what 实际 says, or
stands right behind the line's own name. Only where each is told once, and both in one unit.
"""

import re
from collections.abc import Iterator

from toolkit.extract.citing import Span, cite_quantity, quote_at
from toolkit.extract.prose.attained import attained
from toolkit.measure.target import actual, target
from toolkit.model.citation import CitedQuantity
from toolkit.model.quantity import DateQuantity, NumberQuantity, Quantity
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_BOUND = "[≥≤><]|不[低高少多大小]于|不超过?|控制在"
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_VALUE = rf"(?:{_BOUND})*{_NUMBER}(?:[^,。;:()\d]{{0,12}})"
_ENDS = r"(?=(?<!\d),|,(?!\d{3})|[。;()]|$)"
_BEGINS = r"(?:^|(?<=[,。;:(])|(?<=[,。;:(] ))"
_GOAL = regex(
    rf"(?:(?<![高低]于)(?<!高出)(?<!低出)目标|指标(?=值)|计划|要求|任务|应(?=[^,。;:()\d]{{0,4}}\d))(?:值|数|任务)?[^,。;:()\d≥≤><]{{0,12}}?(?P<named>{_VALUE}){_ENDS}"
    rf"|(?P<bound>(?:{_BOUND}){_NUMBER}(?:[^,。;:()\d]{{0,12}})){_ENDS}"
)
_DONE = regex(
    rf"{_BEGINS}(?:(?:至?年[末底]|全年|最终)?(?:实(?![施行名验习物践])际?|完成(?![率度比])|建成|验收合格)"
    rf"[^,。;:()\d]{{0,8}}?|全年(?=\d))(?P<value>{_NUMBER}(?:[^,。;:()\d]{{0,12}})){_ENDS}"
)
_SET_BEFORE = regex(  # 新增专利200件，实际188件: what stands before 实际 was wanted
    rf"\s*(?:\(?[\d一二三四五六七八九十]{{1,3}}[)、.]\s*)?(?:20\d\d年度?)?[^,。;:()\d]{{2,24}}"
    rf"(?P<value>{_NUMBER}[^,。;:()\d]{{0,12}}),(?=实际)"
)
_DAY = r"(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末)?"
_DUE = regex(
    rf"(?:目标|计划|要求|应|须|时间|时限|期限)(?:完成时间)?[为于在是:]*(?P<value>{_DAY}之?[前内][^,。;()]{{0,8}}){_ENDS}"
)
_DAY_DONE = regex(rf"{_BEGINS}实际[为于在是:]*(?P<value>{_DAY}[^,。;()]{{0,8}}){_ENDS}")
_CALLED = regex(
    rf"{_BEGINS}(?P<words>[^,。;:()\d]{{2,20}})(?:\([^()\d]{{2,30}}\))?(?:[为是达:]|达到)*"
    rf"(?P<value>{_NUMBER}%){_ENDS}"
)
_GOES_ON = regex("(?:完成|实现|达成)?(?:情况)?$")
_GOAL_WORD = regex("^(?:目标|指标|计划|要求|任务|应)(?:值|数|任务)?")
_WHY = regex("原因|由于|(?<![起成原])因(?![此而素地果])")
_FEWEST = 3  # characters of a name's end that tell it


def told_values(item: Span, name: str, method: str) -> tuple[CitedQuantity | None, CitedQuantity | None]:
    """Target and actual of the line called `name` of which `item` tells; (None, None) where either is in doubt, or told
    of a part of it as the reason why points were lost (因…，计划60台，实际54台，扣0.6分)."""
    why = _WHY.search(fold_widths(item.text))
    item = item if why is None else item.sub(0, why.start())
    pair = attained(item, method)
    if pair != (None, None):
        return pair if _in_one_unit(*pair) else (None, None)
    text = fold_widths(item.text).replace("、实际", ",实际")  # 目标100%、实际99.59%
    if (days := _days(item, text, method)) is not None:
        return days
    named = [found for found in _GOAL.finditer(text) if _is_of(found, key(name))]
    goals = [found.span(found.lastgroup or 0) for found in named]
    if not goals and (before := _SET_BEFORE.match(text)) is not None:
        goals = [before.span("value")]
    if len(goals) != 1:
        return None, None
    goal = item.sub(*goals[0])
    wanted = target(goal.text, None)
    if not isinstance(wanted, NumberQuantity) or wanted.unit in {None, "分"}:
        return None, None
    behind = text[: goals[0][0]] + "□" * (goals[0][1] - goals[0][0]) + text[goals[0][1] :]
    for places in (_done(behind), _called(behind, key(name))):
        told = [(span, value) for place in places if _is_like(value := actual((span := item.sub(*place)).text), wanted)]
        if len({value.model_dump_json() for _, value in told if value is not None}) == 1:
            return _cited(goal, wanted, method), _cited(told[0][0], told[0][1], method)
    return None, None


def _is_of(goal: re.Match[str], name: str) -> bool:
    """Whether what was wanted may be the line's own: nothing else is named between the word for it and the number
    (改厕: 计划改造户厕360座; not 垃圾分类: 计划建成投放点260个)."""
    thing = _GOAL_WORD.sub("", goal[0][: goal.start(goal.lastgroup or 0) - goal.start()])
    return len(thing) < _FEWEST or bool(set(thing) & set(name))


def _in_one_unit(goal: CitedQuantity | None, done: CitedQuantity | None) -> bool:
    """Whether both are numbers of one unit, or neither is a number alone."""
    values = [one.value for one in (goal, done) if one is not None]
    units = {one.unit for one in values if isinstance(one, NumberQuantity)}
    return len(values) < len((goal, done)) or len(units) < len(values)


def _days(item: Span, text: str, method: str) -> tuple[CitedQuantity, CitedQuantity] | None:
    """The day that was set and the day that it became (应于8月31日前完工，实际9月24日完工)."""
    due, done = [*_DUE.finditer(text)], [*_DAY_DONE.finditer(text)]
    if len(due) != 1 or len(done) != 1:
        return None
    spans = [item.sub(*found.span("value")) for found in (due[0], done[0])]
    goal, came = target(spans[0].text, None), actual(spans[1].text, None)
    if not isinstance(goal, DateQuantity) or not isinstance(came, DateQuantity):
        return None
    first, second = _cited(spans[0], goal, method), _cited(spans[1], came, method)
    return None if first is None or second is None else (first, second)


def _done(text: str) -> Iterator[tuple[int, int]]:
    """Where something is said to be what was done."""
    for found in _DONE.finditer(text):
        yield found.span("value")


def _called(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a rate stands right behind the name, or behind the end of it (满意率 of 提案办复满意率)."""
    whole = _GOES_ON.sub("", name).replace("满意度", "满意率")
    for found in _CALLED.finditer(text):
        words = found["words"].replace("满意度", "满意率")
        if words == whole or (len(words) >= _FEWEST and whole.endswith(words)):
            yield found.span("value")


def _is_like(value: Quantity | None, wanted: NumberQuantity) -> bool:
    return isinstance(value, NumberQuantity) and value.unit == wanted.unit and value.comparator == "eq"


def _cited(span: Span, value: Quantity | None, method: str) -> CitedQuantity | None:
    if value is None:
        return None
    return cite_quantity(value, span.where, quote_at(span, span.where), method, confidence=span.confidence)
