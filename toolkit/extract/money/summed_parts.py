"""Lists in running text whose amounts make an amount of the whole, or of a part → the parts that they are.

Clerks announce parts in more ways than can be listed; what proves them is that named amounts beside one another add up
to the budget or to the spending.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate
from typing import Final, TypeAlias

from toolkit.extract.citing import Span, cite_quantity, cite_text, quote_at
from toolkit.extract.form import AMOUNTS
from toolkit.extract.money.fund_parts import exact
from toolkit.extract.money.funds import amount_in
from toolkit.extract.money.named_amounts import Entry, runs_of
from toolkit.extract.money.one_whole import WHOLE, Place, Placed
from toolkit.extract.money.splits import UNNAMED
from toolkit.extract.money.terms import Terms
from toolkit.measure.grammar import read
from toolkit.measure.money_words import SPEND
from toolkit.model.citation import CitedQuantity
from toolkit.model.document import Paragraph
from toolkit.model.record import BudgetRow
from toolkit.patterns import regex
from toolkit.text import key

_METHOD: Final = "text:budget"
_SPENT: Final = "actual_expenditure"
_OWN_RATE: Final = regex(rf"[,(](?:预算|资金)*(?:支出|{SPEND})(?:率|进度)[为是达到约]*(?P<rate>\d{{1,3}}(?:\.\d+)?%)")
_FEWEST, _MOST = 2, 24
_ALL: Final = (*AMOUNTS, "execution_rate")
_Split: TypeAlias = tuple[str | None, str | None]
_Spot: TypeAlias = tuple[str, int]


def summed_parts(paragraphs: Sequence[Paragraph | None], rows: Mapping[Place, BudgetRow], terms: Terms) -> list[Placed]:
    """The parts of the whole of `rows`, and of its parts, that lists in the text make up, as rows to be added."""
    whole = rows.get(WHOLE)
    if whole is None:
        return []
    totals = _totals(whole)
    found: list[Placed] = []
    rest: list[list[Entry]] = []
    for run in runs_of(paragraphs, terms):
        outer, inner = _nested(run)
        used = 0
        for start, entries, role in _lists(outer, totals):
            rest.append(outer[used:start])
            used = start + len(entries)
            for entry in _with_own_rates(entries, role):
                found.append(_placed(entry, WHOLE[2], entries[0], role))
                below = inner.get(entry.amount.start, ())
                found += [_placed(one, entry.label, entry, field or role) for one, field in below]
        rest.append(outer[used:])
    return [*found, *_further(rest, found)]


def _further(runs: Iterable[Sequence[Entry]], parts: Sequence[Placed]) -> Iterator[Placed]:
    """Lists that make a part told before them in their paragraph, or that is named where they are announced."""
    for run in runs:
        if len(run) < _FEWEST:
            continue
        block, begin = run[0].paragraph.id, run[0].name[0]
        announced = key(regex("[。;]").split(run[0].folded.text[:begin])[-1])
        for (parent, _, name), row in parts:
            beside = parent == WHOLE[2] and row.label is not None and row.label.where.segments[0].block == block
            if parent != WHOLE[2] or not (beside or name in announced):
                continue
            for _, entries, role in _lists(run, _totals(row)):
                yield from (_placed(entry, name, entries[0], role) for entry in _with_own_rates(entries, role))


def _totals(row: BudgetRow) -> dict[str, Decimal]:
    """The amounts of a row in yuan."""
    values = {role: value for role in AMOUNTS if (value := getattr(row, role)) is not None}
    return {role: size for role, value in values.items() if (size := exact(value)) is not None}


def joined(told: Sequence[Placed], rows: Mapping[Place, BudgetRow], summed: Sequence[Placed]) -> list[Placed]:
    """What was told (and is `rows`, made one) with what sums show: it adds to a split that has these names or amounts;
    else it stands for whatever was read of the same amounts. Nothing is added of amounts that are the whole's own."""
    lists: dict[_Split, list[Placed]] = defaultdict(list)
    splits: dict[_Split, dict[Place, BudgetRow]] = defaultdict(dict)
    for place, row in rows.items():
        splits[place[:2]][place] = row
    for place, row in summed:
        lists[place[:2]].append((place, row))
    added: list[Placed] = []
    taken: set[_Spot] = set()
    misread: set[_Split] = set()
    for split, parts in lists.items():
        spots = {spot for _, row in parts for spot in _spots(row)}
        if not spots.isdisjoint(_spots(rows[WHOLE])):
            continue
        taken |= {spot for _, row in parts for spot in _spots(row, ("execution_rate",))}
        misread |= {place[:2] for place, row in told if _differ(row, [row for _, row in parts])}
        others = (known for one, known in splits.items() if one[0] == split[0] and one not in misread)
        places = next((found for known in others if (found := _same_parts(parts, known))), None)
        if places is None:
            taken |= spots
            splits[split] = dict(parts)
        else:
            parts = [
                (place, row.model_copy(update={"partition": place[1]}))
                for place, (_, row) in zip(places, parts, strict=True)
            ]
        added += parts
    kept = ((place, row) for place, row in told if place[:2] not in misread and taken.isdisjoint(_spots(row, _ALL)))
    return [*kept, *added]


def _differ(row: BudgetRow, parts: Iterable[BudgetRow]) -> bool:
    """Whether a part was told of an amount that sums show to be another one's, or another of its own."""
    if row.parent is None:
        return False
    own = {spot: role for role in AMOUNTS for spot in _spots(row, (role,))}
    return any(own.get(spot, role) != role for part in parts for role in AMOUNTS for spot in _spots(part, (role,)))


def _same_parts(parts: Sequence[Placed], known: Mapping[Place, BudgetRow]) -> list[Place] | None:
    """Where the parts stand in a split that is known, by their names, or each by an amount of its own."""
    by_name = {place[2].removesuffix("支出"): place for place in known}
    names = [place[2].removesuffix("支出") for place, _ in parts]
    if all(name in by_name for name in names):
        return [by_name[name] for name in names]
    by_size = {(role, size): place for place, row in known.items() for role, size in _totals(row).items()}
    found = [next((by_size[one] for one in _totals(row).items() if one in by_size), None) for _, row in parts]
    several = [place for place in found if place is not None]
    return several if len({*several}) == len(parts) else None


def _spots(row: BudgetRow, fields: Iterable[str] = AMOUNTS) -> list[_Spot]:
    """Where the values of a row begin."""
    places = [value.where.segments[0] for field in fields if (value := getattr(row, field)) is not None]
    return [(place.block, place.chars[0]) for place in places]


def _with_own_rates(entries: Sequence[Entry], role: str) -> list[Entry]:
    """The entries of amounts spent alone with the rates behind them, whose base is told elsewhere, where each has one:
    behind one alone it may be the whole's."""
    if role != _SPENT:
        return list(entries)
    found = [_OWN_RATE.match(entry.folded.text, entry.amount.end) for entry in entries]
    rates = [None if one is None else one.span("rate") for one in found]
    return [replace(one, rate=None if None in rates else rate) for one, rate in zip(entries, rates, strict=True)]


def _nested(run: Sequence[Entry]) -> tuple[list[Entry], dict[int, list[tuple[Entry, str]]]]:
    """The entries without those that make the one before them (其中…), and the latter by where that one's amount is;
    the role is "" where theirs is that amount's."""
    outer: list[Entry] = []
    inner: dict[int, list[tuple[Entry, str]]] = {}
    index = 0
    while index < len(run):
        entry = run[index]
        count, role = 0, ""
        if outer and entry.inner:
            above = outer[-1]
            totals = {_SPENT: above.spent.value} if above.spent is not None else {}
            count, role = _count(run[index:], {**totals, "": above.amount.value})
        if count:
            inner[outer[-1].amount.start] = [(one, role) for one in run[index : index + count]]
            index += count
        else:
            outer.append(entry)
            index += 1
    return outer, inner


def _lists(run: Sequence[Entry], totals: Mapping[str, Decimal]) -> Iterator[tuple[int, Sequence[Entry], str]]:
    """The entries in a row that make one of the totals: where they begin, and which total it is."""
    start = 0
    while start < len(run):
        count, role = _count(run[start:], totals)
        if count:
            yield start, run[start : start + count], role
        start += count or 1


def _count(run: Sequence[Entry], totals: Mapping[str, Decimal]) -> tuple[int, str]:
    """How many entries from the first on make an amount, and of which role theirs then are; 0 where none do. 、 joins
    one more to a list."""
    made = list(accumulate(entry.amount.value for entry in run[:_MOST]))
    roles = sorted(totals, key=lambda role: (role == _SPENT) != run[0].paid)
    for count in range(_FEWEST, len(made) + 1):
        if _goes_on(run, count):
            continue
        for role in roles:
            several = len({entry.label for entry in run[:count]}) == count
            if made[count - 1] == totals[role] and several and all(entry.amount.value for entry in run[:count]):
                return count, role
    return 0, ""


def _goes_on(run: Sequence[Entry], count: int) -> bool:
    """Whether the entry behind so many is joined to them as one more item."""
    if count == len(run) or run[count].paragraph is not run[count - 1].paragraph:
        return False
    between = run[count].folded.text[run[count - 1].amount.end : run[count].name[0]]
    return between.strip() in {"、", "和", "及", "与", "以及"}


def _placed(entry: Entry, parent: str, first: Entry, role: str) -> Placed:
    """The row of an entry of the list that `first` opens, below `parent`; its amount is its `role`."""

    def span(start: int, end: int) -> Span:
        return Span(entry.paragraph, None, *entry.folded.span(start, end))

    values: dict[str, CitedQuantity | None] = {role: amount_in(span(*entry.amount[:2]), None, _METHOD)}
    if entry.first is not None and role == "revised_budget":
        values["original_budget"] = amount_in(span(*entry.first[:2]), None, _METHOD)
    if entry.spent is not None and role != _SPENT:
        values[_SPENT] = amount_in(span(*entry.spent[:2]), None, _METHOD)
    if entry.rate is not None and _SPENT in values:
        at = span(*entry.rate)
        value = read(at.text)
        if value is not None:
            quote = quote_at(at, at.where)
            values["execution_rate"] = cite_quantity(value, at.where, quote, _METHOD, confidence=at.confidence)
    label = cite_text(span(*entry.name), _METHOD)
    partition = f"{UNNAMED}{first.paragraph.id}:{first.amount.start}"
    row = BudgetRow.model_validate({"id": "", "label": label, "parent": parent, "partition": partition, **values})
    return (parent, partition, key(label.value)), row
