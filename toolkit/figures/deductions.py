"""Points taken off one after another and then summed up (…扣1分，…扣0.5分，合计扣1.5分) → sums within a paragraph.

A list that the paragraph does not close with 合计 or 共 is none; rule text (每逾期一天扣0.5分) lists nothing. What
is told as part of a deduction before it (产出扣1.8分：…扣0.6分，…扣1.2分) is not added again.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from toolkit.figures.spot import Passage, Spot
from toolkit.figures.verdict import alike, dimension, sum_relation, value_of
from toolkit.measure.grammar import read
from toolkit.model.figure import Relation
from toolkit.patterns import regex
from toolkit.text import fold_widths

_LOSS: Final = r"(?:扣(?:减|除|掉|去|了|分|的)?|失(?:分|去|的)?|减分?|丢分?)[为:]?\s*$"
_TAKEN: Final = regex(_LOSS)
_SUMMED: Final = regex(
    rf"(?:(?P<count>[\d一二三四五六七八九十两]+)(?:大?[项个类处块]|部分|方面|板块|维度)[^,，。;；:：\d]{{0,6}})?(?:合计|共计|总计|累计|总共|一共|共)\s*{_LOSS}"
)
_RULE: Final = regex(r"[每若如凡应]|不超过|最多|以内|至多|直至|为止")
_CLAUSE: Final = regex(r"[,，。;；:：!?\n]")
_NESTED: Final = regex(r"其中|[:：(（]|分别|各")
_FURTHER: Final = frozenset("、和与及")
_LONGEST: Final = 24  # characters before a numeral that say what it is
_MOST: Final = 40  # deductions of one list


def deductions_in(passage: Passage) -> Iterator[Relation]:
    """A sum for each closing figure that at least two points taken off stand before, back to the closing one before.

    One that is off is told only of a plain list: nothing nested, and as many deductions as the words count.
    """
    text = fold_widths(passage.text)
    parts: list[Spot] = []
    for spot in passage.spots:
        if dimension(spot)[0] != "分":
            continue
        before = text[max(0, spot.start - _LONGEST) : spot.start]
        if (summed := _SUMMED.search(before)) is not None:
            if 1 < len(parts) <= _MOST and alike(spot, *parts):
                yield from _judged(parts, spot, text, summed["count"])
            parts = []
        elif parts and text[parts[-1].end : spot.start].strip() in _FURTHER:  # 扣0.6分、0.4分
            parts.append(spot)
        elif _TAKEN.search(before):
            if _RULE.search(_CLAUSE.split(before)[-1]):
                return
            parts.append(spot)


def _judged(parts: Sequence[Spot], total: Spot, text: str, count: str | None) -> Iterator[Relation]:
    outer = list(_outermost(parts))
    larger = value_of(total) > max(map(value_of, parts))
    plain = larger and _NESTED.search(text, parts[0].end, total.start) is None
    counted = read(count) if count else None
    ways = (outer, list(parts)) if 1 < len(outer) < len(parts) else (list(parts),)
    relations = [sum_relation(addends, total, ["扣"] * len(addends), exact=True) for addends in ways]
    holding = next((one for one in relations if one.holds is not False), None)
    if holding is not None:
        yield holding
    elif plain:
        told = [one for one, way in zip(relations, ways, strict=True) if counted is None or counted.low == len(way)]
        yield from told if len(told) == 1 else ()


def _outermost(parts: Sequence[Spot]) -> Iterator[Spot]:
    """The deductions without those right behind one of them, two or more, that make it up."""
    place = 0
    while place < len(parts):
        whole, made = value_of(parts[place]), Decimal(0)
        yield parts[place]
        place += 1
        for end in range(place, len(parts)):
            made += value_of(parts[end])
            if made >= whole:
                place = end + 1 if made == whole and end > place else place
                break
