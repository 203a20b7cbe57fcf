"""Facts printed twice with two values → the sort of conflict: money, scale, text against table, or text alone."""

from decimal import Decimal
from typing import Literal

from toolkit.audit.slips import figures_by_id
from toolkit.model.case import Case
from toolkit.model.figure import Figure, Relation

Conflict = Literal["budget", "scale", "unit-missing", "prose-table", "two-figures"]
_SCALES = tuple(Decimal(10) ** power for power in (3, 4, 8))
_CLOSE = Decimal("0.005")


def conflict_of(case: Case, relation: Relation) -> Conflict:
    """The sort of a same_fact relation: the special before the general."""
    figures = figures_by_id(case.ledger)
    one, other = figures[relation.operand_ids[0]], figures[relation.result_id]
    if {one.unit, other.unit} == {None, "元"}:
        return "unit-missing"
    if one.unit == "元" == other.unit and _scale_apart(one, other):
        return "scale"
    if "budget" in {one.role, other.role} and _in_table(one) != _in_table(other):
        return "budget"
    return "prose-table" if _in_table(one) != _in_table(other) else "two-figures"


def _in_table(figure: Figure) -> bool:
    return figure.where.segments[0].cell is not None


def _scale_apart(one: Figure, other: Figure) -> bool:
    """Whether the values are 10³, 10⁴ or 10⁸ apart, but for rounding."""
    if not one.value or not other.value:
        return False
    high, low = max(abs(one.value), abs(other.value)), min(abs(one.value), abs(other.value))
    return any(abs(high / low / scale - 1) <= _CLOSE for scale in _SCALES)
