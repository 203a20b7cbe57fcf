"""Sentence → sum relations whose total stands last or whose parts stand in brackets behind it, without 其中."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from toolkit.figures.facts import off_by_a_slip
from toolkit.figures.listing import NEVER_ADDED, Item, name_of
from toolkit.figures.misprints import unless_chance
from toolkit.figures.sentence import NUMBER, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import (
    adds_up,
    dimension,
    expected_sum,
    is_percent,
    known,
    printed_bounds,
    sum_holds,
    sum_relation,
    value_of,
)
from toolkit.figures.wholeness import NEVER_WRONG, are_complements, may_overlap
from toolkit.model.figure import Relation
from toolkit.patterns import regex

_AFTER = regex(
    rf"[,;]\s*(?:以上|各项|{NUMBER}(?:项目)?)?(?:合计|共计|总计|总共)(?:为|达|约|金额|资金|支出|收入|投入)*\s*"
    rf"(?P<whole>{NUMBER})"
)
_LOOSELY_AFTER = regex(rf"[,;][^,;\ue000]{{0,8}}(?:累计|共|总|全年|调整后|实有)[^,;\ue000]{{0,8}}?(?P<whole>{NUMBER})")
_IN_ORDER_AFTER = regex(rf"分别(?:为|是)[^,;]{{0,200}}(?P<end>[,;])共(?:计|有)?(?P<whole>{NUMBER})")
_NAMED_AFTER = regex(rf"[,;][^,;\ue000]{{1,6}}(?:合计|共计|总计)(?:为|达|约)?(?P<whole>{NUMBER})")
_THESE = regex(rf"[,;]以上{NUMBER}(?:项|类)?[^,;\ue000]{{0,4}}(?P<whole>{NUMBER})")
_PATTERNS = ((_AFTER, True), (_IN_ORDER_AFTER, True), (_NAMED_AFTER, None), (_THESE, None), (_LOOSELY_AFTER, False))
"""With each whether a sum that is off is told: None where it must be off by a slip."""
_NO_ADDEND = regex(
    r"其中|合计|共计|总计|小计|包括|比|较|占|增|减|节约|结余|剩余|累计|均|每|由|从|至|到|超|计划|目标|率|完成|\ue002"
)
_CLOSES = regex(r"(?:^[,;]共[计有]?|人数|总数)$")
_OF_WHOLE = regex(r"占比?[^,;、]{0,12}$")
_MORE = regex(r"其中|包括|含|主要|等|另|比|较|占|均|每|[上去今本当]年|年[初末底]|期|计划|目标|增|减|退|完成")
_COLON = regex(rf"(?P<whole>{NUMBER})[^,;:\ue000]{{0,6}}:")
_MOST_ADDENDS = 12


def bare_list(sentence: Sentence, whole: Spot) -> Iterator[Relation]:
    """“500万元（中央300万元、省级200万元）”: only a sum that holds is told, the marker being missing."""
    items = []
    last = 0
    for low, high, spot in sentence.runs:
        items.append(Item(name_of(sentence, low, sentence.text[last:low]), spot))
        last = high
    fits = len(items) > 1 and known(whole) and all(item.name and known(item.spot) for item in items)
    if not fits or any(dimension(item.spot) != dimension(whole) for item in items):
        return
    parts, names = [item.spot for item in items], [item.name for item in items]
    if sum_holds(parts, whole) or _exclude_each_other(sentence, names, parts, whole, 0):
        yield sum_relation(parts, whole, names)
    elif _separate(sentence, items):
        yield from unless_chance(names, parts, whole, closed=True)


def list_after_colon(sentence: Sentence) -> Iterator[Relation]:
    """“6家：机关1家，直属单位5家”: the parts follow a colon behind their whole; only a sum that holds is told."""
    for found in _COLON.finditer(sentence.text):
        whole = sentence.spot(found, "whole")
        after = [run for run in sentence.runs if run[0] >= found.end()][: _MOST_ADDENDS + 1]
        after = [run for run in after if not _is_share(sentence, run)]
        parts = [spot for _, _, spot in after if known(spot) and dimension(spot) == dimension(whole)]
        if not known(whole) or dimension(whole)[0] in NEVER_ADDED or not 1 < len(parts) == len(after):
            continue
        names = [_item_words(sentence, run, found.end()) for run in after]
        if adds_up(parts, whole) or _exclude_each_other(sentence, names, parts, whole, found.start()):
            yield sum_relation(parts, whole, names)
        else:
            yield from unless_chance(names, parts, whole, closed=True)


def _exclude_each_other(sentence: Sentence, names: Sequence[str], parts: Sequence[Spot], whole: Spot, end: int) -> bool:
    """Whether two parts that nothing can belong to both of are more than the whole together; `end`: where it stands."""
    above = expected_sum(parts).low > printed_bounds(whole).high
    return above and are_complements(names, sentence.printed(0, end))


def _is_share(sentence: Sentence, run: tuple[int, int, Spot]) -> bool:
    """Whether a figure only says what share of the whole the item before it is."""
    return is_percent(run[2]) and _OF_WHOLE.search(sentence.text[: run[0]]) is not None


def _separate(sentence: Sentence, items: Sequence[Item]) -> bool:
    """Whether each item of brackets is a name and a figure, and no word says that there are more."""
    return not _MORE.search(sentence.text) and not may_overlap([item.name for item in items])


def _item_words(sentence: Sentence, run: tuple[int, int, Spot], start: int) -> str:
    """The words of an item before its numeral, back to the mark before them."""
    return name_of(sentence, run[0], re.split(r"[,;、]", sentence.text[start : run[0]])[-1])


def sums_before_total(sentence: Sentence) -> Iterator[Relation]:
    """“A 100万元，B 200万元，合计300万元”: the total last; after 累计 or 共 only a sum that holds is told."""
    for pattern, telling in _PATTERNS:
        for found in pattern.finditer(sentence.text):
            whole = sentence.spot(found, "whole")
            if known(whole) and dimension(whole)[0] not in NEVER_ADDED:
                end = found.start("end") if "end" in found.groupdict() else found.start()
                addends, clean = _addends(sentence, end, whole)
                may_be_wrong = clean and dimension(whole)[0] not in NEVER_WRONG
                if telling is None:
                    total = sum((value_of(addend.spot) for addend in addends), Decimal(0))
                    may_be_wrong = may_be_wrong and off_by_a_slip(total, whole)
                yield from _total_of(
                    addends,
                    whole,
                    telling=telling is not False and may_be_wrong,
                    clean=clean and _closes(sentence, found),
                )


def _closes(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the words right before the total say no more than that it is one (共5个, not 共支出5万元)."""
    return _CLOSES.search(sentence.text[found.start() : found.start("whole")].rstrip()) is not None


def _total_of(addends: list[Item], whole: Spot, *, telling: bool, clean: bool) -> Iterator[Relation]:
    """The last addends that make the total; all of them where none do and the text is `telling`, or they are nothing
    but addends and a misprint is the reason."""
    for first in range(len(addends) - 1):
        parts = addends[first:]
        if adds_up([part.spot for part in parts], whole):
            yield sum_relation([part.spot for part in parts], whole, [part.name for part in parts])
            return
    if len(addends) > 1:
        spots, names = [part.spot for part in addends], [part.name for part in addends]
        if telling:
            yield sum_relation(spots, whole, names)
        elif clean:
            yield from unless_chance(names, spots, whole, closed=True)


def _addends(sentence: Sentence, end: int, whole: Spot) -> tuple[list[Item], bool]:
    """Figures of the total's kind before it; False where some of them are more than plain addends."""
    found: list[Item] = []
    clean, last = True, 0
    for low, high, spot in sentence.runs:
        if low >= end:
            break
        gap = sentence.text[last:low]
        last = high
        if dimension(spot) == dimension(whole) and known(spot):
            if not found:
                gap = gap[gap.rfind(":") + 1 :]
            elif ";" in gap and ";" not in sentence.text[high:end]:
                found, clean, gap = [], True, gap[gap.rfind(";") + 1 :]
            words = gap.replace("\ue002", "") if "分别" in gap else gap
            clean = clean and not _NO_ADDEND.search(words) and (not found or gap[:1] in ",、和及")
            found.append(Item(name_of(sentence, low, gap), spot))
        else:
            clean = clean and not found
    return found[-_MOST_ADDENDS:], clean and len(found) <= _MOST_ADDENDS
