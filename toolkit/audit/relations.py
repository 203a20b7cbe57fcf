"""Ledger relations that do not hold → drafts: the same words for sums, counts, shares and the rest.

One slip, one draft: relations that one misprinted figure explains stand in one message, which names that figure.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations

from toolkit.audit.money import COLUMNS, amount
from toolkit.audit.once import once
from toolkit.audit.printed import row_or_sentence
from toolkit.audit.rule import Draft
from toolkit.audit.slips import figures_by_id, hint
from toolkit.audit.wording import about, clip
from toolkit.model.case import Case
from toolkit.model.citation import Where
from toolkit.model.figure import Figure, FigureLedger, Relation, RelationType, Slip
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds, plain

_ROUNDING = "；按印出的精度可以相符，其中印得较粗的数掩盖了差额，或为四舍五入"
_MOST_SHOWN = 3
_MOST_PARTS = 12


def broken(
    case: Case, kinds: tuple[RelationType, ...], ask: str, admit: Callable[[Relation], bool] = lambda _: True
) -> Iterator[Draft]:
    """One draft for each slip that breaks relations of these kinds (a warning where the result is just 0, not filled
    in, or the text may be read otherwise), and for each relation that holds only by coarse printing (a notice)."""
    slips = _slip_of(case.ledger)
    told: set[int] = set()
    for number, relation in enumerate(case.ledger.relations):
        if relation.type not in kinds or relation.holds is True or number in told or not admit(relation):
            continue
        slip = slips.get(number)
        told.update(() if slip is None else slip.relations)
        yield _draft(case, number, relation, slip, ask)


def in_one_table(relation: Relation) -> bool:
    """Whether all its figures stand in cells of one table."""
    segments = relation.where.segments
    return len({segment.block for segment in segments}) == 1 and all(segment.cell is not None for segment in segments)


def makes_the_total(case: Case, relation: Relation) -> bool:
    """Whether its result is the claimed total, which SCO101 judges with its own sense of rounding."""
    claimed = case.report.claimed_total
    return claimed is not None and result_of(case, relation).where.spots == claimed.where.spots


def between_budget_figures(case: Case, ids: tuple[str, ...]) -> bool:
    """Whether these are two or more figures that the report gives as budget or execution."""
    figures = figures_by_id(case.ledger)
    return len(ids) > 1 and all(figures[id_].role == "budget" for id_ in ids)


def result_of(case: Case, relation: Relation) -> Figure:
    """The figure that a relation makes."""
    return figures_by_id(case.ledger)[relation.result_id]


def parts_of_budget(case: Case, relation: Relation) -> bool:
    """Whether a sum is of the report's budget or execution: its total is one of these figures, or prints the amount of
    one, or is a misprint of one that the parts make. What was added to a first budget is no part of it (BUD211)."""
    result = result_of(case, relation)
    if relation.type != "sum" or result.unit != "元" or in_one_table(relation) or revises_budget(case, relation):
        return False
    whole = case.report.whole_budget
    amounts = [] if whole is None else [one.number.low for column in COLUMNS if (one := amount(whole, column))]
    return result.role == "budget" or any(
        value is not None and value and (value == result.value or relation.expected.holds(value)) for value in amounts
    )


def revises_budget(case: Case, relation: Relation) -> bool:
    """Whether a relation is of the first budget, of what changed it and of what came of it: two of its figures are, or
    repeat, a first and a revised budget, the third is no figure of the budget."""
    known = _columns(case)
    ids = (*relation.operand_ids, relation.result_id)
    columns = sorted(known[id_] for id_ in ids if id_ in known)
    return len(ids) > len(columns) and columns == ["original_budget", "revised_budget"]


@once
def _columns(case: Case) -> dict[str, str]:
    """The column of the whole budget that a figure is or repeats, by the figure's id."""
    row = case.report.whole_budget
    spots = (
        {}
        if row is None
        else {spot: one for one in COLUMNS if (cited := getattr(row, one)) for spot in cited.where.spots}
    )
    found = {figure.id: spots[spot] for figure in case.ledger.figures for spot in figure.where.spots if spot in spots}
    for relation in case.ledger.relations:
        if relation.type == "same_fact":
            ends = (relation.operand_ids[0], relation.result_id)
            column = next((found[id_] for id_ in ends if id_ in found), None)
            found |= {} if column is None else {id_: found.get(id_, column) for id_ in ends}
    return found


def part_adds(case: Case, relation: Relation) -> bool:
    """Some of the parts make the whole: the others are details of these, or the same whole parted anew."""
    value = _values(case.ledger)
    whole = value.get(relation.result_id)
    parts = [part for id in relation.operand_ids if (part := value.get(id)) is not None]  # noqa: A001
    if whole is None or not 2 < len(parts) <= _MOST_PARTS:
        return False
    return any(sum(some) == whole for size in range(1, len(parts)) for some in combinations(parts, size))


@once
def _values(ledger: FigureLedger) -> dict[str, Decimal | None]:
    return {figure.id: figure.value for figure in ledger.figures}


@once
def _slip_of(ledger: FigureLedger) -> dict[int, Slip]:
    """Slips by the numbers of the relations that they break."""
    return {number: slip for slip in ledger.slips for number in slip.relations}


def _draft(case: Case, number: int, relation: Relation, slip: Slip | None, ask: str) -> Draft:
    hidden = relation.holds is None
    name = clip(row_or_sentence(case.document, relation.where))
    empty = relation.printed.holds(Decimal(0)) and relation.expected.low > 0
    others = [] if slip is None else [case.ledger.relations[other] for other in slip.relations if other != number]
    also = "".join(f"；同时不符：{other.calculation}" for other in others[:_MOST_SHOWN])
    end = _ROUNDING if hidden else also
    places = [segment for one in (relation, *others) for segment in one.where.segments]
    return Draft(
        message=f"{about(case, relation.where, name)}{relation.calculation}{end}",
        where=tuple(Where(segments=(segment,)) for segment in dict.fromkeys(places)),
        name=relation.result,
        severity=Severity.NOTICE if hidden else (Severity.WARNING if empty or not relation.certain else None),
        expected=None if hidden else _expected(relation),
        observed=relation.result,
        advice=None if hidden else "核对各数，更正其中一处",
        ask=ask,
        hint="" if hidden else hint(case, slip),
        traces=frozenset({f"slip:{slip.suspects[0].figure_id}"} if slip is not None and slip.suspects else ())
        | {sum_trace(_middle(one.expected), _middle(one.printed)) for one in (relation, *others) if one.type == "sum"},
    )


def sum_trace(exact: Decimal, printed: Decimal) -> str:
    """The same for one equation that does not hold, wherever it is printed: text and table with one slip."""
    return f"sum:{plain(exact)}≠{plain(printed)}"


def _middle(bounds: Bounds) -> Decimal:
    return (bounds.low + bounds.high) / 2


def _expected(relation: Relation) -> str:
    """The computed value as the calculation prints it: between the last = and the comma; of counts, before it."""
    before = relation.calculation.split("，")[0]
    return before.rpartition("= ")[2] if "= " in before else clip(before)
