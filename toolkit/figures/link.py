"""The same fact printed twice → same_fact relations, in text and table, in summary and chapter, whatever the wording.

Two printings that agree are told where their words overlap; two that differ only where the words name one thing, no
third value stands under them, and neither speaks of a plan, a part or another year.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from toolkit.figures.facts import Fact, fact_of, looks_like_slip, of_one_size
from toolkit.figures.spot import Passage, Spot
from toolkit.figures.statements import WANTED_LEAD, statements_of
from toolkit.figures.twins import twins
from toolkit.figures.verdict import known, printed_bounds, same_fact, value_of
from toolkit.model.figure import Relation
from toolkit.patterns import regex
from toolkit.text import fold_widths

_FACTS = frozenset({"actual", "amount", "count", "quantity", "rate", "share", "growth"})
_OTHER_MOMENT = regex(
    r"目标|计划|预计|预期|力争|上年|去年|同期|累计|其中|年初|季度|截至|\d月|比|较|由|从|低于|高于|每|(?<!限额)(?<!规模)以[上下]|不足|未|下一年|明年|将|拟|约(?:为|有|达|计)?$|余|超"
)
_PLAN = regex(r"目标|计划|设定|任务|标准|下一步|打算|安排")
_WINDOW = 60
_LIKE = Decimal("0.75")
_SHORTEST = 3


def linked(passages: Sequence[Passage]) -> Iterator[Relation]:
    """Figures of the text against those of the tables, then against one another."""
    tabled = [fact_of(spot) for spot in _table_figures(passages)]
    told = [fact_of(spot) for spot in _text_figures(passages)]
    beside = _values_beside(passages)
    seen: set[str] = set()
    for relation in twins(tuple(statements_of(passages))):
        seen |= {relation.result_id, *relation.operand_ids}
        yield relation
    left = [fact for fact in told if fact.spot.id not in seen]
    yield from _differing(tabled, left, told, beside)
    yield from _differing_in_text(told)


def _differing(
    tabled: Sequence[Fact], left: Sequence[Fact], told: Sequence[Fact], beside: dict[str, frozenset[Decimal]]
) -> Iterator[Relation]:
    """Figures of the text that differ from the only figure that the tables have under their words."""
    for fact in left:
        holders = _of_its_year(fact, [one for one in tabled if one.same_kind == fact.same_kind and fact.within(one)])
        exact = [one for one in holders if one.words == fact.words and len(fact.words) > _SHORTEST]
        holders = exact or (holders if fact.telling else [])
        if len({value_of(one.spot) for one in holders}) != 1 or _is_ambiguous(fact, told):
            continue
        if any(value_of(fact.spot) in beside.get(one.spot.id, frozenset()) for one in holders):
            continue
        holder = holders[0]
        near = of_one_size if holder.within(fact) else looks_like_slip
        if _years_agree(holder.spot, fact.spot) and near(holder.spot, fact.spot):
            yield from _unless_same(holder.spot, fact.spot)


def _of_its_year(fact: Fact, holders: Sequence[Fact]) -> list[Fact]:
    """The holders of the year that the fact names, or of the last that they name."""
    year = fact.spot.year or max((one.spot.year or 0 for one in holders), default=0)
    return [one for one in holders if one.spot.year in {None, year}]


def _differing_in_text(told: Sequence[Fact]) -> Iterator[Relation]:
    """Two figures of the text under just the same telling words, which differ as misprints do."""
    by_words: dict[object, list[Fact]] = defaultdict(list)
    for fact in told:
        if fact.telling and len(fact.words) > _SHORTEST + 2:
            by_words[fact.same_kind, "".join(sorted(fact.words))].append(fact)
    for alike in by_words.values():
        values = {value_of(fact.spot) for fact in alike}
        if len(values) != 2:
            continue
        first = alike[0]
        other = next(fact for fact in alike if value_of(fact.spot) != value_of(first.spot))
        blocks = {fact.spot.where.segments[0].block for fact in (first, other)}
        if len(blocks) == 2 and _years_agree(first.spot, other.spot) and looks_like_slip(first.spot, other.spot):
            yield from _unless_same(first.spot, other.spot)


def _unless_same(one: Spot, other: Spot) -> Iterator[Relation]:
    if not printed_bounds(one).meets(printed_bounds(other)):
        yield same_fact(one, other)


def _is_ambiguous(fact: Fact, told: Sequence[Fact]) -> bool:
    """Whether the text has another value under words like these."""
    return any(
        other.same_kind == fact.same_kind
        and value_of(other.spot) != value_of(fact.spot)
        and other.overlap(fact) >= _LIKE
        and min(len(other.words), len(fact.words)) >= _SHORTEST
        for other in told
    )


def _years_agree(one: Spot, other: Spot) -> bool:
    return not (one.year and other.year and one.year != other.year)


def _values_beside(passages: Sequence[Passage]) -> dict[str, frozenset[Decimal]]:
    """For each figure of a table, all values of its row: a text may speak of any of them."""
    rows: dict[tuple[str, int], list[Spot]] = defaultdict(list)
    for passage in passages:
        if passage.cell is not None:
            for spot in passage.spots:
                if spot.quantity is not None:
                    rows[passage.block, passage.cell[0]].append(spot)
    values = {row: frozenset(_values(spots)) for row, spots in rows.items()}
    return {spot.id: values[row] for row, spots in rows.items() for spot in spots}


def _values(spots: Sequence[Spot]) -> Iterator[Decimal]:
    for spot in spots:
        if spot.quantity is not None:
            yield from (end for end in (spot.quantity.low, spot.quantity.high) if end is not None)


def _table_figures(passages: Sequence[Passage]) -> Iterator[Spot]:
    """The one known figure of a cell that states a fact."""
    for passage in passages:
        figures = [spot for spot in passage.spots if spot.quantity is not None]
        if passage.cell is not None and len(figures) == 1 and figures[0].role in _FACTS and known(figures[0]):
            yield figures[0]


def _text_figures(passages: Sequence[Passage]) -> Iterator[Spot]:
    """Figures of running text that speak of the evaluated year's outcome."""
    planned = False
    for passage in passages:
        if passage.cell is not None:
            continue
        if passage.level is not None:
            planned = _PLAN.search(passage.text) is not None and "完成" not in passage.text
        if planned or WANTED_LEAD.match(passage.text):
            continue
        folded = fold_widths(passage.text)
        for spot in passage.spots:
            if spot.quantity is None or spot.cited or spot.role not in _FACTS or not known(spot) or not spot.name:
                continue
            clause = re.split(r"[。;,\n]", folded[max(0, spot.start - _WINDOW) : spot.start])[-1]
            if not _OTHER_MOMENT.search(clause):
                yield spot
