"""Count in brackets → count relation with the list before them or behind them.

“重点任务（3项）：甲、乙、丙”, “甲、乙、丙（共3项）”.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from toolkit.figures.counts import counts_names, judge
from toolkit.figures.names import are_whole, read_names
from toolkit.figures.sentence import NUMBER, Sentence
from toolkit.model.figure import Relation
from toolkit.text import fold_widths

_COUNT: Final = re.compile(rf"(?:总?共|合?计|有)*(?P<count>{NUMBER})[^,;:、\ue000-\ue007]{{0,6}}")
_BEHIND: Final = re.compile(r"(?:包括|包含|如下|分别(?:为|是)|即|为|是)?:([^。;:!?\n]+)")
_BEFORE: Final = re.compile(r"[^。;:,!?\n()]*$")
_FIGURE: Final = re.compile(r"\d")
_LONGEST: Final = 300


def bracketed_in(aside: Sentence) -> Iterator[Relation]:
    """Relations of a count that fills a pair of brackets."""
    found = _COUNT.fullmatch(aside.text.strip()) if aside.aside and len(aside.numbers) == 1 else None
    if found is None:
        return
    ((_, _, count),) = aside.runs
    if not counts_names(count):
        return
    folded, end = fold_widths(aside.passage.text), aside.start + len(aside.text) + 1
    behind = _BEHIND.match(folded, end, end + _LONGEST)
    before = _BEFORE.search(folded, max(0, aside.start - 1 - _LONGEST), aside.start - 1)
    span = behind.span(1) if behind is not None else before.span() if before is not None else (0, 0)
    text = folded[slice(*span)]
    names = None if _FIGURE.search(text) else read_names(text)
    if names is None or "、" not in text:
        return
    listed = replace(aside, start=span[0], text=text)
    whole = names.alike or are_whole(names)
    yield from judge(listed, 0, len(text), count, names, firm=whole, sure=behind is not None and whole)
