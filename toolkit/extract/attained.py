"""Words after a score statement → the target and the actual that they name: “目标值≥96%，实际完成92.5%”.

Only a pair that stands together counts, and only where there is one: other numbers beside a score are no targets.
"""

import re

from toolkit.extract.citing import Span, cite_quantity, quote_at
from toolkit.measure.target import actual, target
from toolkit.model.citation import CitedQuantity
from toolkit.model.quantity import Quantity
from toolkit.text import fold_widths

_VALUE = r"(?:[^,;。()]|(?<=\d),(?=\d{3}))+?"
_BEGINS = r"(?:^|(?<=[,;。(:]))"
_ENDS = r"(?=[,;。)]|$)"
_SIZE = r"(?=[≥≤<>=不大小低高少多超至约达]|\d)"
_GOAL = (
    r"(?:年初|年度|全年|本年|当年|预期|计划|设定的?|绩效|指标|考核|既定|确定的?|任务)*"
    r"(?:目标(?:值|数)?|指标(?:值|数)?|计划(?:值|数|完成)?|任务数?|预期值?|应(?=达|完成))(?:要求|达到?|完成)?(?:设定|确定|核定)?值?(?:为|是|定为|:)*"
    rf"{_SIZE}(?P<target>{_VALUE})(?:的(?:年度|年初|绩效|预期)*(?:目标|指标|计划|任务)(?:值|数)?)?"
    rf"|(?:对照|相比|比照|按照?|与|较){_SIZE}(?P<target_>{_VALUE})的(?:年度|年初|全年|绩效|预期|设定)*(?:目标|指标|计划|任务)(?:值|数|要求)?(?:相比|比较|来看)?"
)
_DONE = (
    r"(?:全年|年末|年终|本年|年底|当年|到?年底|实际|最终)*(?:完成(?:值|数|情况|率)?|实际(?:值|数|达到|完成)?|实绩|实现(?:值|数)?|达到|达)"
    rf"(?:为|是|了|达到|达|:)*{_SIZE}(?P<actual>{_VALUE})"
)
_BETWEEN = "[,;(](?:(?:经统计|经核实|经测算|到年底|截至年底|实际上|统计)[,:]?)?"
_PAIRS = tuple(
    re.compile(f"{_BEGINS}(?:{one}){_BETWEEN}(?:{other}){_ENDS}") for one, other in ((_GOAL, _DONE), (_DONE, _GOAL))
)


def attained(rest: Span, method: str) -> tuple[CitedQuantity | None, CitedQuantity | None]:
    """The one pair of target and actual; (None, None) where there is none or several."""
    text = fold_widths(rest.text)
    pairs = [found for pattern in _PAIRS for found in pattern.finditer(text)]
    if len(pairs) != 1:
        return None, None
    place = "target" if pairs[0]["target"] is not None else "target_"
    goal, done = (rest.sub(*pairs[0].span(name)) for name in (place, "actual"))
    return _cited(goal, target(goal.text, None), method), _cited(done, actual(done.text, None), method)


def _cited(span: Span, value: Quantity | None, method: str) -> CitedQuantity | None:
    if value is None:
        return None
    return cite_quantity(value, span.where, quote_at(span, span.where), method, confidence=span.confidence)
