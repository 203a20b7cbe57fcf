"""Count in brackets → count relation with the list before them or behind them.

“重点任务（3项）：甲、乙、丙”, “甲、乙、丙（共3项）”.
"""

import re
from collections.abc import Iterator
from typing import Final

from toolkit.figures.names import are_whole, read_names
from toolkit.figures.numbered_names import without_named
from toolkit.figures.sentence import NUMBER, Sentence
from toolkit.figures.tally import TASKS, Claim, counts_names, fits_noun, is_of_tasks, judge, says_what, told_as_tasks
from toolkit.model.figure import Relation

_COUNT: Final = re.compile(
    rf"(?:[^,;:、\ue000-\ue007]{{0,4}}数量?|总?共|合?计|总计|一共|有|为|:)*(?P<count>{NUMBER})"
    r"(?P<noun>[^,;:、\ue000-\ue007]{0,6})"
)
_BEHIND: Final = re.compile(
    r"(?:包括|包含|如下|分别(?:为|是)|依次(?:为|是)|具体(?:为|是)|即|为|是)?[,:]?(?<=[:为是即])([^;:]+)"
)
_BEFORE: Final = re.compile(r"[^;:,]*$")
_TASKS_BEFORE: Final = re.compile(rf"{TASKS.pattern}[^,;:、]{{0,4}}$")
_LEAD: Final = 40  # characters before a list that may say what it lists


def bracketed_in(aside: Sentence) -> Iterator[Relation]:
    """Relations of a count that fills a pair of brackets with the list right behind or before them."""
    outer = aside.outer
    found = _COUNT.fullmatch(aside.text.strip()) if outer is not None and len(aside.numbers) == 1 else None
    if found is None or outer is None:
        return
    ((_, _, count),) = aside.runs
    start = aside.start - 1 - outer.start
    if not counts_names(count) or start < 0:
        return
    sentence = without_named(outer)
    behind = _BEHIND.match(sentence.text, start + len(aside.text) + 2)
    before = _BEFORE.search(sentence.text, 0, start)
    span = behind.span(1) if behind is not None else before.span() if before is not None else (0, 0)
    text = sentence.text[slice(*span)]
    names = None if NUMBER[0] in text else read_names(text)
    if names is None or "、" not in text:
        return
    if not fits_noun(names, found["noun"], count) or not says_what(names, found["noun"], count):
        return
    whole = names.alike or are_whole(names)
    lead = sentence.text[max(0, span[0] - _LEAD) : span[0]].rstrip(" :")
    tasks = bool(TASKS.match(found["noun"])) or told_as_tasks(text, count) or _TASKS_BEFORE.search(lead) is not None
    firm = whole and is_of_tasks(count) and (behind is not None or tasks)
    sure = behind is not None and whole and names.low == names.high == names.most
    yield from judge(sentence, *span, count, names, Claim(firm=firm, sure=sure, closed=is_of_tasks(count), near=True))
