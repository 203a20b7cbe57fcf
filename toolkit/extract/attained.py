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
_PAIR = re.compile(
    r"(?:^|(?<=[,;。(:]))"
    r"(?:(?:年初|年度|全年|预期|计划|设定|绩效|设定的)*(?:目标值|指标值|计划值|(?:年度|年初|预期|计划|全年|设定)目标))(?:设定)?(?:为|是|:)*"
    rf"(?P<target>{_VALUE})[,;]"
    r"(?:(?:全年|年末|年终|本年|年底|当年)*(?:实际完成值|实际完成|实际值|完成值|全年完成|完成情况|实际完成情况))(?:为|是|了|达到|达|:)*"
    rf"(?P<actual>{_VALUE})(?=[,;。)]|$)"
)


def attained(rest: Span, method: str) -> tuple[CitedQuantity | None, CitedQuantity | None]:
    """The one pair of target and actual; (None, None) where there is none or several."""
    pairs = list(_PAIR.finditer(fold_widths(rest.text)))
    if len(pairs) != 1:
        return None, None
    goal, done = (rest.sub(*pairs[0].span(name)) for name in ("target", "actual"))
    return _cited(goal, target(goal.text, None), method), _cited(done, actual(done.text, None), method)


def _cited(span: Span, value: Quantity | None, method: str) -> CitedQuantity | None:
    if value is None:
        return None
    return cite_quantity(value, span.where, quote_at(span, span.where), method, confidence=span.confidence)
