"""Money told in prose, as it comes → without the parts of another whole than the first.

Where a project's money is told before the department's, the department's parts are none of its own.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeAlias

from toolkit.extract.funds import AMOUNTS, exact
from toolkit.measure.misprint import misprinted
from toolkit.model.citation import CitedQuantity
from toolkit.model.record import BudgetRow
from toolkit.text import fold_widths

Place: TypeAlias = tuple[str | None, str | None, str]
"""Parent, partition, name."""
Placed: TypeAlias = tuple[Place, BudgetRow]
WHOLE: Place = (None, None, "whole")
_ABOUT = 100


def of_one_whole(told: Iterable[Placed]) -> Iterator[Placed]:
    """All rows but the parts told behind an amount of the whole that is neither the first of its role nor a misprint of
    it."""
    first: dict[str, CitedQuantity] = {}
    other: dict[str, bool] = {}
    for place, row in told:
        values = {role: value for role in AMOUNTS if (value := getattr(row, role)) is not None}
        if place == WHOLE:
            for role, value in values.items():
                other[role] = not _may_be_one(first.setdefault(role, value), value)
        if place[1] in {None, "apart"} or not any(other.get(role) for role in values):
            yield place, row


def _may_be_one(first: CitedQuantity, again: CitedQuantity) -> bool:
    """Whether two amounts are near one another, or differ as misprints do."""
    one, two = exact(first) or Decimal(0), exact(again) or Decimal(0)
    digits = (re.sub(r"\D", "", fold_widths(value.quote)) for value in (first, again))
    return abs(one - two) * _ABOUT <= max(one, two) or misprinted(*digits)
