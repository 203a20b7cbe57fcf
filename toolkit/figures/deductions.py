"""Points taken off one after another and then summed up (…扣1分，…扣0.5分，合计扣1.5分) → sums within a paragraph.

A list that the paragraph does not close with 合计 or 共 is none; rule text (每逾期一天扣0.5分) lists nothing.
"""

import re
from collections.abc import Iterator
from typing import Final

from toolkit.figures.spot import Passage, Spot
from toolkit.figures.verdict import alike, dimension, sum_relation
from toolkit.model.figure import Relation
from toolkit.text import fold_widths

_LOSS: Final = r"(?:扣(?:减|除|掉|去|了|分)?|失分?|减分?|丢分?)[为:]?\s*$"
_TAKEN: Final = re.compile(_LOSS)
_SUMMED: Final = re.compile(rf"(?:合计|共计|总计|累计|总共|一共|共)\s*{_LOSS}")
_RULE: Final = re.compile(r"[每若如凡应]|不超过|最多|以内|至多|直至|为止")
_CLAUSE: Final = re.compile(r"[,，。;；:：!?\n]")
_LONGEST: Final = 24  # characters before a numeral that say what it is


def deductions_in(passage: Passage) -> Iterator[Relation]:
    """A sum for each closing figure that at least two points taken off stand before, back to the closing one before."""
    text = fold_widths(passage.text)
    parts: list[Spot] = []
    for spot in passage.spots:
        if dimension(spot)[0] != "分":
            continue
        before = text[max(0, spot.start - _LONGEST) : spot.start]
        if _SUMMED.search(before):
            if len(parts) > 1 and alike(spot, *parts):
                yield sum_relation(parts, spot, ["扣"] * len(parts), exact=True)
            parts = []
        elif _TAKEN.search(before):
            if _RULE.search(_CLAUSE.split(before)[-1]):
                return
            parts.append(spot)
