"""Document and report → `FigureLedger`: numerals found, relations tried, each numeral's state told."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from toolkit.figures.alongside import columns_alongside
from toolkit.figures.budgets import budget_facts
from toolkit.figures.claims import claims_of
from toolkit.figures.columns import column_sums
from toolkit.figures.histories import histories
from toolkit.figures.link import linked
from toolkit.figures.places import Places
from toolkit.figures.relate import related
from toolkit.figures.remainders import remainders
from toolkit.figures.roles import RoleIndex
from toolkit.figures.slip import checked_to, slips_of
from toolkit.figures.spot import Passage, Spot, passages_of
from toolkit.figures.told_actuals import told_actuals
from toolkit.figures.told_rates import told_rates
from toolkit.model.document import Document, Table
from toolkit.model.figure import Figure, FigureLedger, FigureState, LedgerSummary, Relation
from toolkit.model.record import PerformanceReport

_OWN = frozenset({"score", "points", "target", "actual", "rate"})
"""Roles of the report's own figures that other rules judge."""


def build_ledger(document: Document, report: PerformanceReport) -> FigureLedger:
    """Every numeral of `document` with role and state, and the relations between them.

    Roles come from the citations of `report` first. Relations of the report's own figures come before those of the
    text, and each is told once. A rate that is none of the report's own budget, but of another column of its table in
    this and most other rows, is of that one.
    """
    passages = passages_of(document, RoleIndex(report))
    places = Places(passages)
    relations = tuple(_once(_relations(document, report, passages, places)))
    checked = {id_ for relation in relations for id_ in (*relation.operand_ids, relation.result_id)}
    spots = {spot.id: spot for passage in passages for spot in passage.spots}
    tolerance = checked_to(relations, spots)
    figures = tuple(_figure(spot, spot.id in checked, tolerance.get(spot.id)) for spot in spots.values())
    slips = slips_of(relations, spots)
    return FigureLedger(figures=figures, relations=relations, slips=slips, summary=_summary(figures))


def _relations(
    document: Document, report: PerformanceReport, passages: tuple[Passage, ...], places: Places
) -> Iterator[Relation]:
    printed = [block for block in document.blocks if isinstance(block, Table)]
    tables = [
        relation
        for table, above in zip(printed, [None, *printed], strict=False)
        for relation in _of_table(table, above, places)
    ]
    claims = tuple(claims_of(report, places))
    fitting = {relation.result_id for relation in tables if relation.type == "ratio" and relation.holds}
    of_others = {one.result_id for one in claims if one.type == "ratio" and not one.holds} & fitting
    yield from (one for one in claims if one.type != "ratio" or one.result_id not in of_others)
    yield from related(passages)
    own = {spot.id for passage in passages for spot in passage.spots if spot.cited and spot.role in _OWN} - of_others
    yield from (one for one in tables if one.result_id not in own)
    yield from budget_facts(report, passages, places)
    yield from remainders(report, passages, places)
    yield from histories(report, passages, places)
    yield from told_rates(report, passages, places)
    yield from told_actuals(report, passages, places)
    yield from linked(passages)


def _of_table(table: Table, above: Table | None, places: Places) -> Iterator[Relation]:
    spots = places.by_cell(table.id)
    yield from column_sums(table, spots, above)
    yield from columns_alongside(table, spots)


def _once(relations: Iterable[Relation]) -> Iterator[Relation]:
    seen = set()
    for relation in relations:
        mark = (relation.type, relation.result_id, frozenset(relation.operand_ids) or relation.operands)
        if relation.type == "same_fact":
            mark = (relation.type, "", frozenset((*relation.operand_ids, relation.result_id)))
        if mark not in seen:
            seen.add(mark)
            yield relation


def _figure(spot: Spot, checked: bool, tolerance: Decimal | None) -> Figure:
    state: FigureState = spot.state or ("checked" if checked else "single")
    why = spot.why
    value = None
    if spot.quantity is not None:
        quantity = spot.quantity
        value = quantity.low if quantity.low is not None else quantity.high
        if state == "single":
            why = _why_single(spot)
            value = None if quantity.comparator == "range" else value
    return Figure(
        id=spot.id,
        quote=spot.quote,
        where=spot.where,
        value=value,
        unit=spot.quantity.unit if spot.quantity else None,
        year=spot.year,
        name=spot.name,
        role=spot.role,
        state=state,
        why=why,
        checked_to=tolerance,
    )


def _why_single(spot: Spot) -> str:
    if spot.quantity is not None and spot.quantity.comparator == "range":
        return "区间，没有可与之核对的数"
    if spot.quantity is not None and spot.quantity.comparator not in {"eq", "about"}:
        return "界限，没有可与之核对的数"
    return "文中没有与之相关的数可供核对"


def _summary(figures: tuple[Figure, ...]) -> LedgerSummary:
    counts = Counter(figure.state for figure in figures)
    return LedgerSummary(
        figures=len(figures),
        checked=counts["checked"],
        single=counts["single"],
        excluded=counts["excluded"],
        unreadable=counts["unreadable"],
    )
