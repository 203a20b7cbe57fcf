"""Ledger relations that do not hold → drafts: the same words for sums, counts, shares and the rest."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from toolkit.audit.printed import row_or_sentence
from toolkit.audit.rule import Draft
from toolkit.audit.wording import about, clip
from toolkit.model.case import Case
from toolkit.model.citation import Where
from toolkit.model.figure import Relation, RelationType
from toolkit.model.finding import Severity

_ROUNDING = "；按印出的精度可以相符，其中印得较粗的数掩盖了差额，或为四舍五入"


def broken(
    case: Case, kind: RelationType, ask: str, admit: Callable[[Relation], bool] = lambda _: True
) -> Iterator[Draft]:
    """One draft for each relation of this kind that fails (a warning where the result is just 0, not filled in), or
    holds only by coarse printing (a notice)."""
    for relation in case.ledger.relations:
        if relation.type == kind and relation.holds is not True and admit(relation):
            yield _draft(case, relation, ask)


def _draft(case: Case, relation: Relation, ask: str) -> Draft:
    hidden = relation.holds is None
    name = clip(row_or_sentence(case.document, relation.where))
    empty = relation.printed.holds(Decimal(0)) and relation.expected.low > 0
    return Draft(
        message=f"{about(case, relation.where, name)}{relation.calculation}{_ROUNDING if hidden else ''}",
        where=tuple(Where(segments=(segment,)) for segment in relation.where.segments),
        name=relation.result,
        severity=Severity.NOTICE if hidden else (Severity.WARNING if empty else None),
        expected=None if hidden else _expected(relation),
        observed=relation.result,
        advice=None if hidden else "核对各数，更正其中一处",
        ask=ask,
    )


def _expected(relation: Relation) -> str:
    """The computed value as the calculation prints it: between the last = and the comma; of counts, before it."""
    before = relation.calculation.split("，")[0]
    return before.rpartition("= ")[2] if "= " in before else clip(before)
