"""Listings → sum relations; a sum is called wrong only where the text shows that the list is whole."""

import re
from collections.abc import Iterator
from dataclasses import replace

from toolkit.figures.listing import Listing
from toolkit.figures.misprints import unless_chance
from toolkit.figures.sentence import Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.totals import bare_list, list_after_colon, sums_before_total
from toolkit.figures.verdict import (
    adds_up,
    alike,
    dimension,
    in_unit_of,
    known,
    printed_bounds,
    relation,
    sum_holds,
    sum_relation,
    value_of,
)
from toolkit.figures.wholeness import are_plain_parts, contradicts
from toolkit.model.figure import Relation
from toolkit.model.number import Bounds
from toolkit.patterns import regex

_OTHERS = regex("其他|其余")


def sums_in(sentence: Sentence, listings: list[Listing]) -> Iterator[Relation]:
    """Sum relations of one sentence."""
    for listing in listings:
        yield from _sums(listing)
    if sentence.aside and sentence.lead is not None and not listings:
        yield from bare_list(sentence, sentence.lead)
    yield from sums_before_total(sentence)
    if not listings:
        yield from list_after_colon(sentence)


def _sums(listing: Listing) -> Iterator[Relation]:
    if listing.nested is None:
        yield from _judge(listing)
        return
    readings = [
        (outer, inner) for outer, inner in _readings(listing, listing.nested) if _adds_up(outer) or _adds_up(inner)
    ]
    both = [reading for reading in readings if _adds_up(reading[0]) and _adds_up(reading[1])]
    chosen = both[:1] or (readings if len(readings) == 1 else [])
    for outer, inner in chosen:
        yield from _judge(outer)
        yield from _judge(inner)


def _readings(outer: Listing, inner: Listing) -> Iterator[tuple[Listing, Listing]]:
    """Every way to part the items after a nested marker: the first to the nested list, the rest to the outer one."""
    for taken in range(len(inner.items), 0, -1):
        rest = inner.items[taken:]
        yield (
            replace(outer, items=outer.items + rest, nested=None, open=outer.open or (bool(rest) and inner.open)),
            replace(inner, items=inner.items[:taken]),
        )


def _adds_up(listing: Listing) -> bool:
    return len(listing.items) > 1 and adds_up(listing.parts, listing.whole)


def _judge(listing: Listing) -> Iterator[Relation]:
    """The relation of a listing, if it holds or if the text leaves no other reading."""
    listing = _fitted(listing)
    parts, whole = listing.parts, listing.whole
    if len(parts) == 1:
        yield from _part_above_whole(listing)
        return
    holds = sum_holds(parts, whole)
    if holds is False:
        listing = _first_that_add_up(listing)
        parts, holds = listing.parts, sum_holds(listing.parts, whole)
    names = [item.name for item in listing.items]
    if holds is not False or contradicts(listing):
        yield sum_relation(parts, whole, names)
    elif listing.clean and not listing.open and are_plain_parts(listing):
        closed = listing.colon or listing.word == "由" or _OTHERS.match(names[-1]) is not None
        wholes = (whole, *(spot for spot in listing.before if spot is not whole and alike(spot, whole)))
        found = (next(unless_chance(names, parts, one, closed=closed), None) for one in wholes)
        yield from filter(None, [next(filter(None, found), None)])


def _first_that_add_up(listing: Listing) -> Listing:
    """The listing without its last items, where the others make the whole: what follows is no part any more."""
    for count in range(len(listing.items) - 1, 1, -1):
        if _goes_on_alike(listing, count):
            continue
        first = replace(listing, items=listing.items[:count])
        if _adds_up(first):
            return first
    return listing


def _goes_on_alike(listing: Listing, count: int) -> bool:
    """Whether item `count` follows by a pause as the ones before do: it is a part as much as they are."""
    start, (before, behind) = listing.sentence.start, (item.spot for item in listing.items[count - 1 : count + 1])
    return listing.sentence.text[before.end - start : behind.start - start].startswith("、")


def _fitted(listing: Listing) -> Listing:
    """The listing with the whole that its parts add up to, where that is another figure before the marker: of its
    sentence, or where the marker opens that, of its paragraph."""
    if len(listing.items) < 2 or sum_holds(listing.parts, listing.whole):
        return listing
    for other in reversed(listing.before) if listing.before else _in_sentences_before(listing.sentence):
        if known(other) and dimension(other) == dimension(listing.whole) and adds_up(listing.parts, other):
            return replace(listing, whole=other)
    return listing


def _in_sentences_before(sentence: Sentence) -> Iterator[Spot]:
    """The numerals of the sentences before one, the nearest first."""
    before = sentence.previous
    while before is not None:
        yield from (spot for _, _, spot in reversed(before.runs))
        before = before.previous


def _is_the_last_of_a_list(listing: Listing) -> bool:
    """Whether the figure before the marker ends a list of what an earlier one is made of, which the part may be of:
    护路员595人，甲地312人，乙镇187人，丙乡96人，其中…."""
    alike_before = [value_of(spot) for spot in listing.before if known(spot) and alike(spot, listing.whole)]
    return any(total == sum(rest) for at, total in enumerate(alike_before) if len(rest := alike_before[at + 1 :]) > 1)


def _part_above_whole(listing: Listing) -> Iterator[Relation]:
    """A single part is only worth a word where it is larger than its whole."""
    part, whole = listing.parts[0], listing.whole
    if listing.word != "其中" or not listing.adjacent or not listing.clean or listing.items[0].name == "":
        return
    if _is_the_last_of_a_list(listing):
        return
    low, printed = printed_bounds(part).low, printed_bounds(whole)
    if low <= printed.high or re.search(r"带动|撬动|拉动|引导|总|原值|累计", listing.items[0].name):
        return
    text = (
        f"其中{listing.items[0].name}{in_unit_of(part, value_of(part))} 大于总数 {in_unit_of(whole, value_of(whole))}"
    )
    expected = Bounds(low=low, high=max(low, value_of(part)))
    yield relation("sum", (part,), whole, expected, False, text)
