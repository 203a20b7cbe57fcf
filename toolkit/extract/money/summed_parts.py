"""Lists in running text whose amounts make an amount of the whole, or of a part → the parts that they are.

Clerks announce parts in more ways than can be listed; what proves them is that named amounts beside one another add up
to the budget or to the spending. An entry is a name, its amount, what was spent of it and the rate of that, if told:
“南渡县预算800万元，支出742.5万元，执行率92.81%”.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate
from typing import Final, TypeAlias

from toolkit.extract.citing import Span, cite_quantity, cite_text, quote_at
from toolkit.extract.form import AMOUNTS
from toolkit.extract.money.amount_words import BOUND
from toolkit.extract.money.fund_parts import exact
from toolkit.extract.money.funds import amount_in
from toolkit.extract.money.one_whole import WHOLE, Place, Placed
from toolkit.extract.money.parts import CHANGE, COMPARED, name_in
from toolkit.extract.money.splits import LEFT_OVER, NO_PART, PRICE, SO_FAR, UNNAMED
from toolkit.extract.money.terms import Terms
from toolkit.measure.budget_story import Sum, sums_in
from toolkit.measure.execution_story import Rate, fits
from toolkit.measure.grammar import read
from toolkit.measure.money_words import SPEND
from toolkit.model.citation import CitedQuantity
from toolkit.model.document import Paragraph
from toolkit.model.record import BudgetRow
from toolkit.patterns import regex
from toolkit.text import Folded, fold, key

_METHOD: Final = "text:budget"
_SPENT: Final = "actual_expenditure"
_PAID: Final = (
    rf"(?:全年|当年|本年|年内|实际|已|累计|共|完成)*(?:支出|{SPEND}|拨付|花费?|用)"
    "(?:了|掉|数|额|资金|完成)*[:为是共达]*"
)
_OF_IT: Final = regex(rf"[,、(]{_PAID}")
"""Between an amount and what was spent of it."""
_OF_PAID: Final = regex(rf"(?:支出|{SPEND})[^,。;:、元\d]{{0,6}}\d[\d,.]*[万亿]?元(?!.*元)")
"""The amount told last, in the words before, is what was spent."""
_PAYS: Final = regex(rf"(?:支出|{SPEND}|拨付|用)(?:了|数|额|资金)*[:为是达]*$")
_SHARES: Final = regex(r"(?:[,(、;][^,;。:()、\d]{0,12}\d[\d.]*%\)?)+(?:[和与及、][\d.]+%)*")
"""Rates and shares right behind an amount."""
_RATE: Final = regex(r"[,(][^,;。:()、\d]{0,8}?(?P<word>率|进度|度|比例)?[为是达到约]*(?P<rate>\d{1,3}(?:\.\d+)?)%")
_OWN_RATE: Final = regex(rf"[,(](?:预算|资金)*(?:支出|{SPEND})(?:率|进度)[为是达到约]*(?P<rate>\d{{1,3}}(?:\.\d+)?%)")
_CLAUSE: Final = regex(r"[,;。:、()\[\]]|(?<=看)(?=.)")
_TAIL: Final = regex(
    rf"(?:(?:全年|当年|本年|实际|已|累计|共|完成)+(?:支出|{SPEND}|拨付|用)"
    rf"|(?:(?<=资金|经费|补助|配套|财政|拨款|收入|预算|中心)|(?<=[级局馆站所院校队委办区县市镇乡村场厂街]))(?:支出|{SPEND}|拨付|用)"
    r"|年初(?:预算|安排|批复)*(?:数|额)?|(?:调整后|全年)预算(?:数|额)?"
    r"|(?<!一般公共)(?<!政府性基金)(?<!国有资本经营)预算(?:安排|批复|核定|下达)?(?:数|额|资金)?|安排(?:资金)?|分配|到位|合?计|共|有|全年)"
    r"(?:了|数|额|资金)*[:为是达]*$"
)
_ROLE: Final = regex(rf"(?:年初|全年|实际|当年)*(?:预算|安排|支出|{SPEND})*(?:数|额|资金)*[:为]*")
_AT_FIRST: Final = regex(r"年初(?:预算|安排|批复)*(?:数|额)?[:为是]*$")
_IN_THE_END: Final = regex(r"[,、](?:年中)?(?:全年|调整后|调整|变更|调[增减])(?:的)?(?:预算)?(?:数|额)?[:为到至]*")
_ARRIVED: Final = regex(r"[,、](?:实际|已)*到位(?:资金|数)?[:为]*")
_COUNTED: Final = regex(r"(?:\d[\d,.]*[^\d,.]{1,2}共?)$")
_LEAD: Final = regex(
    r"^[-·●■◆—*]*(?:.*(?:包括|包含)|(?:(?:项目)?(?:支出|经费)|资金)中|(?:支出)?由|另?(?:安排|有(?![害机关线效色偿]))(?=.{3})|付给|拨付(?=.{3})|其中|用于|各?单位|分别是|[(（]?[一二三四五六七八九十\d]+[)）、.])*"
)
_NO_NAME: Final = regex(
    r"(?:(?:19|20)\d\d年度?|全年|年初|年[中末底]|当年|本年度?|年度|实际|累计|合计|总计|共|其中|预算|支出|决算|执行|调整后?|资金|经费|财政|安排|批复|"
    r"下达|追加|投入|金额|总额|数|可用|本[部门项目单位]{2})*"
)
_COMPARED: Final = regex(r"[比较与](?:上年|去年|上一年|20\d\d年)[^,;。]*$")
_INNER: Final = regex(r"(?:其中|包括|包含|含)[:,]?[^,;。]*$")
_OTHERS: Final = regex(
    r"上年(?!结转|结余)|去年|上一年|三公|政府采购|目标|合同|平均|人均|季度|\d月|第[一二三四]批|[未尚]|据此|[前后]者|加上|剩余|其余|决算"
)
_OF_THE_REST: Final = regex(r"(?:结转|结余|剩余|尚余|未支出|未执行|未使用)[^。;]*(?:其中|包括|分别是)[^。;]*$")
_FEWEST, _MOST = 2, 24
_ALL: Final = (*AMOUNTS, "execution_rate")
_Split: TypeAlias = tuple[str | None, str | None]
_Spot: TypeAlias = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name at [start, end) of a paragraph's folded text, its amount, what was spent of it, the rate of that; `first`:
    what it was at first, where the amount is what came of it."""

    paragraph: Paragraph
    folded: Folded
    name: tuple[int, int]
    amount: Sum
    inner: bool
    paid: bool
    at_first: bool = False
    first: Sum | None = None
    spent: Sum | None = None
    rate: tuple[int, int] | None = None

    @property
    def label(self) -> str:
        """Its name as parts are known by."""
        return key(self.folded.text[slice(*self.name)])


def summed_parts(paragraphs: Sequence[Paragraph | None], rows: Mapping[Place, BudgetRow], terms: Terms) -> list[Placed]:
    """The parts of the whole of `rows`, and of its parts, that lists in the text make up, as rows to be added."""
    whole = rows.get(WHOLE)
    if whole is None:
        return []
    totals = _totals(whole)
    found: list[Placed] = []
    rest: list[list[_Entry]] = []
    for run in _runs(paragraphs, terms):
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


def _further(runs: Iterable[Sequence[_Entry]], parts: Sequence[Placed]) -> Iterator[Placed]:
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


def _runs(paragraphs: Sequence[Paragraph | None], terms: Terms) -> Iterator[list[_Entry]]:
    """Entries beside one another: of one paragraph, or of items below one another that hold one entry each."""
    below: list[_Entry] = []
    for paragraph in paragraphs:
        runs = [] if paragraph is None or paragraph.text.count("元") == 0 else list(_entries(paragraph, terms))
        alone = len(runs) == 1 and len(runs[0]) == 1
        if below and not alone:
            yield below
            below = []
        if alone:
            below += runs[0]
        else:
            yield from runs
    if below:
        yield below


def _entries(paragraph: Paragraph, terms: Terms) -> Iterator[list[_Entry]]:
    """The entries of one paragraph, parted where an amount is none."""
    folded = fold(paragraph.text)
    text = folded.text
    run: list[_Entry] = []
    after = reach = 0  # where the last amount ends, and the last of the last entry's own
    for one in sums_in(text, 0, len(text)):
        between = text[after : one.start]
        begin, after = after, one.end
        shares = _SHARES.match(between) if begin else None
        told = 0 if shares is None else shares.end()
        if run and reach == begin and (grown := _with_amount(run[-1], one, between[told:])) is not None:
            run[-1], reach = grown, one.end
            continue
        if PRICE.search(between) or _COMPARED.search(between):
            continue
        entry = _entry(paragraph, folded, begin + told, one, terms)
        if entry is None:
            if run:
                yield run
            run = []
        else:
            run.append(entry)
            reach = one.end
    if run:
        yield run


def _with_amount(entry: _Entry, one: Sum, between: str) -> _Entry | None:
    """The entry with a further amount of its own, by the words between: what came of its first budget, what arrived
    (which is not kept), what was spent; None where it is none of its own."""
    if _ARRIVED.fullmatch(between):
        return entry
    if entry.at_first and entry.first is None and _IN_THE_END.fullmatch(between):
        return replace(entry, first=entry.amount, amount=one)
    return _with_rate(replace(entry, spent=one)) if _OF_IT.fullmatch(between) else None


def _entry(paragraph: Paragraph, folded: Folded, begin: int, one: Sum, terms: Terms) -> _Entry | None:
    """The amount as that of a part; None where the words before it name none."""
    text = folded.text
    between = text[begin : one.start]
    start = begin + max((found.end() for found in _CLAUSE.finditer(between.rstrip(":"))), default=0)
    words = text[start : one.start]
    if start > begin and text[start - 1] == ":" and _ROLE.fullmatch(words):  # 县级资金：年初254万元
        start = begin + max((found.end() for found in _CLAUSE.finditer(text[begin : start - 1])), default=0)
        words = text[start : one.start].replace(":", "")
    if terms.shut_out(words, text[: one.start]) or _OTHERS.search(words) or BOUND.search(words):
        return None
    if _OF_THE_REST.search(text[:start]):
        return None
    lead, tail = _LEAD.match(words), _TAIL.search(words.rstrip(":"))
    low = start + (lead.end() if lead else 0)
    high = start + (tail.start() if tail else len(words.rstrip(":")))
    named = name_in(text[low:high])
    if named is None:
        return None
    low, high = low + named[0], low + named[1]
    counted = _COUNTED.search(text, low, high)
    high = counted.start() if counted else high
    name = text[low:high]
    wrong = CHANGE.search(words) or COMPARED.search(words) or LEFT_OVER.match(name) or SO_FAR.search(name)
    if high - low < _FEWEST or wrong or NO_PART.fullmatch(name) or _NO_NAME.fullmatch(name):
        return None
    paid = _PAYS.search(words) is not None or _OF_PAID.search(text[:start]) is not None
    at_first = _AT_FIRST.search(words) is not None
    return _Entry(paragraph, folded, (low, high), one, _INNER.search(between) is not None, paid, at_first)


def _with_rate(entry: _Entry) -> _Entry:
    """With the rate right behind what was spent, where it is that."""
    found = None if entry.spent is None else _RATE.match(entry.folded.text, entry.spent.end)
    if found is None or entry.spent is None:
        return entry
    digits = found["rate"]
    rate = Rate(*found.span("rate"), Decimal(digits), len(digits.partition(".")[2]))
    told = entry.amount.value > 0 and (found["word"] or found[0][0] == "(") and fits(rate, entry.spent, entry.amount)
    return replace(entry, rate=(found.start("rate"), found.end("rate") + 1)) if told else entry


def _with_own_rates(entries: Sequence[_Entry], role: str) -> list[_Entry]:
    """The entries of amounts spent alone with the rates behind them, whose base is told elsewhere, where each has one:
    behind one alone it may be the whole's."""
    if role != _SPENT:
        return list(entries)
    found = [_OWN_RATE.match(entry.folded.text, entry.amount.end) for entry in entries]
    rates = [None if one is None else one.span("rate") for one in found]
    return [replace(one, rate=None if None in rates else rate) for one, rate in zip(entries, rates, strict=True)]


def _nested(run: Sequence[_Entry]) -> tuple[list[_Entry], dict[int, list[tuple[_Entry, str]]]]:
    """The entries without those that make the one before them (其中…), and the latter by where that one's amount is;
    the role is "" where theirs is that amount's."""
    outer: list[_Entry] = []
    inner: dict[int, list[tuple[_Entry, str]]] = {}
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


def _lists(run: Sequence[_Entry], totals: Mapping[str, Decimal]) -> Iterator[tuple[int, Sequence[_Entry], str]]:
    """The entries in a row that make one of the totals: where they begin, and which total it is."""
    start = 0
    while start < len(run):
        count, role = _count(run[start:], totals)
        if count:
            yield start, run[start : start + count], role
        start += count or 1


def _count(run: Sequence[_Entry], totals: Mapping[str, Decimal]) -> tuple[int, str]:
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


def _goes_on(run: Sequence[_Entry], count: int) -> bool:
    """Whether the entry behind so many is joined to them as one more item."""
    if count == len(run) or run[count].paragraph is not run[count - 1].paragraph:
        return False
    between = run[count].folded.text[run[count - 1].amount.end : run[count].name[0]]
    return between.strip() in {"、", "和", "及", "与", "以及"}


def _placed(entry: _Entry, parent: str, first: _Entry, role: str) -> Placed:
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
