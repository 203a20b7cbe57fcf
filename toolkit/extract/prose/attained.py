"""Words after a score statement → the target and the actual that they name: “目标值≥96%，实际完成92.5%”.

Only a pair that stands together counts, and only where there is one: other numbers beside a score are no targets.
"""

from toolkit.extract.citing import Span, cite_quantity, quote_at
from toolkit.measure.target import actual, target
from toolkit.model.citation import CitedQuantity
from toolkit.model.quantity import Quantity
from toolkit.patterns import regex
from toolkit.text import fold_widths

_VALUE = r"(?:[^,;。()]|(?<=\d),(?=\d{3}))+?"
_BEGINS = r"(?:^|(?<=[,;。(:])|(?<=[,;。(:] ))"
_ENDS = r"(?=(?<!\d),|,(?!\d{3})|[;。)]|$)"
_SIZE = r"(?=[≥≤<>=不大小低高少多超至约达]|\d)"
_IS = r"(?:[为是:]|达到?|录得|等于|[设定][定在]?[为是])*"
_WHEN = (
    "年初|年度|全年|本年度?|当年|年[末终底中内]|预期|绩效|考核|既定|20\\d\\d年度?|到"
    "|截至(?:\\d{1,2}月\\d{1,2}日|年[末底])?"
)
_SET = "(?:设定|确定|批复|下达|申报|定下|制定|核定|核实|统计|认定|预定|计划)的?"
_WHOSE = "[该本此](?:项?指标|项)的?|[其而]|对应的?|按照?|根据|对照|的"
_BEFORE = f"(?:{_WHEN}|{_SET}|{_WHOSE})*"
_GOAL_NAME = (
    "(?:目标(?:任务|值|数)?|指标(?:值|数|目标)?|计划(?:完成)?(?:指标|目标|值|数)?"
    "|任务(?:目标|数|量)?|要求|预期值?|应(?=[达为]|完成))"
)
_DONE_NAME = (
    "(?:(?:实际|最终)*(?:完成|实现|达成|做到|落实|达到|达)(?:值|数|情况|结果|率)?"
    "|(?:实际|最终)(?:值|数|结果|情况)?|实绩)"
)
_GOAL = (
    rf"{_BEFORE}{_GOAL_NAME}(?:要求|达到?|完成)?(?:设定|确定|核定)?值?{_IS}{_SIZE}(?P<target>{_VALUE})"
    r"(?:的(?:年度|年初|绩效|预期)*(?:目标|指标|计划|任务)(?:值|数)?)?"
    rf"|(?:对照|相比|比照|按照?|与|较|以){_SIZE}(?P<target_>{_VALUE})[的为作](?:{_WHEN}|设定)*(?:目标|指标|计划|任务)(?:值|数|要求)?(?:相比|比较|来看)?"
)
_DONE = rf"{_BEFORE}{_DONE_NAME}(?:了|{_IS}){_SIZE}(?P<actual>{_VALUE})"
_GOAL_BEHIND = rf"{_SIZE}(?P<target>{_VALUE})[为是](?:{_BEFORE}){_GOAL_NAME}"
_DONE_BEHIND = rf"{_SIZE}(?P<actual>{_VALUE})[为是](?:{_BEFORE}){_DONE_NAME}"
_GOAL_IN = rf"{_BEFORE}{_GOAL_NAME}\({_SIZE}(?P<target>{_VALUE})\)"
_DONE_IN = rf"{_BEFORE}{_DONE_NAME}\({_SIZE}(?P<actual>{_VALUE})\)"
_BETWEEN = "[,;(](?:(?:经[^,;。()]{0,10}(?:统计|核实|核查|测算|材料|认定)|到年底|截至年底|实际上|统计)[,:]?)?"
_PAIRS = tuple(
    regex(f"{_BEGINS}(?:{one}){between}(?:{other}){_ENDS}")
    for one, other, between in (
        (_GOAL, _DONE, _BETWEEN),
        (_DONE, _GOAL, _BETWEEN),
        (_GOAL_BEHIND, _DONE_BEHIND, _BETWEEN),
        (_DONE_BEHIND, _GOAL_BEHIND, _BETWEEN),
    )
) + tuple(
    regex(f"{_BEGINS}{one}[,;]?[与和同较比]{other}") for one, other in ((_DONE_IN, _GOAL_IN), (_GOAL_IN, _DONE_IN))
)


def attained(rest: Span, method: str) -> tuple[CitedQuantity | None, CitedQuantity | None]:
    """The one pair of target and actual; (None, None) where there is none or several."""
    text = fold_widths(rest.text)
    pairs = [found for pattern in _PAIRS for found in pattern.finditer(text)]
    if len(pairs) != 1:
        return None, None
    told = pairs[0].groupdict()
    place = "target" if told["target"] is not None else "target_"
    goal, done = (rest.sub(*pairs[0].span(name)) for name in (place, "actual"))
    return _cited(goal, target(goal.text, None), method), _cited(done, actual(done.text, None), method)


def _cited(span: Span, value: Quantity | None, method: str) -> CitedQuantity | None:
    if value is None:
        return None
    return cite_quantity(value, span.where, quote_at(span, span.where), method, confidence=span.confidence)
