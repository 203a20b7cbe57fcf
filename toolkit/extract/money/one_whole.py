"""Money told in prose, as it comes → without the parts and the rate of another whole than the first.

Where a project's money is told before the department's, the department's parts are none of its own. Where several
bodies' money is told and then what they have together, the latter is the whole.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from toolkit.extract.form import AMOUNTS
from toolkit.extract.money.fund_parts import exact
from toolkit.measure.misprint import misprinted
from toolkit.model.citation import CitedQuantity
from toolkit.model.record import BudgetRow
from toolkit.text import fold_widths

Place: TypeAlias = tuple[str | None, str | None, str]
"""Parent, partition, name."""
Placed: TypeAlias = tuple[Place, BudgetRow]
WHOLE: Place = (None, None, "whole")
_ABOUT = 100
_FEWEST_DIGITS = 4
_SWAPPED = frozenset(str(9 * times) for times in range(2, 9))


def of_one_whole(told: Sequence[Placed]) -> Iterator[Placed]:
    """All rows but what is told of another whole than the first: its parts and its rate. An amount that is neither the
    first of its role nor a misprint of it is another's."""
    first: dict[str, CitedQuantity] = {}
    other: dict[str, bool] = {}
    for place, row in told[_together(told) :]:
        values = _amounts(row)
        if place == WHOLE:
            for role, value in values.items():
                other[role] = not may_be_one(first.setdefault(role, value), value)
        foreign = any(other.get(role) for role in values)
        if place == WHOLE and not values and row.execution_rate is not None:
            foreign = bool(other) and all(other.values())
        if not foreign or (place[1] in {None, "apart"} and values):
            yield place, row


def merged_row(known: BudgetRow, fresh: BudgetRow) -> BudgetRow:
    """The first printing, with what a further one adds."""
    names = BudgetRow.model_fields
    return known.model_copy(update={name: getattr(fresh, name) for name in names if getattr(known, name) is None})


def _amounts(row: BudgetRow) -> dict[str, CitedQuantity]:
    return {role: value for role in AMOUNTS if (value := getattr(row, role)) is not None}


def _together(told: Sequence[Placed]) -> int:
    """Where the amounts begin that all those told before add up to, role by role; 0 where there are none."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    counts: Counter[str] = Counter()
    begins: dict[str, int] = {}
    for index, (place, row) in enumerate(told):
        for role, value in _amounts(row).items() if place == WHOLE else ():
            size = exact(value) or Decimal(0)
            if counts[role] > 1 and sums[role] == size:
                begins.setdefault(role, index)
            sums[role] += size
            counts[role] += 1
    return min(begins.values()) if len(begins) > 1 else 0


def may_be_one(first: CitedQuantity, again: CitedQuantity) -> bool:
    """Whether two amounts are near one another, or differ as misprints do."""
    one, two = exact(first) or Decimal(0), exact(again) or Decimal(0)
    digits = (re.sub(r"\D", "", fold_widths(value.quote)) for value in (first, again))
    return abs(one - two) * _ABOUT <= max(one, two) or misprinted(*digits)


def is_slip(made: Decimal, whole: Decimal) -> bool:
    """Whether two sums in yuan of many digits are apart as misprints of either, or of a part, make them."""
    one, other = (str(int(value * 100)) for value in (made, whole))
    gap = str(abs(int(one) - int(other))).strip("0")
    apart = misprinted(one, other) or len(gap) == 1 or gap in _SWAPPED
    return len(other.rstrip("0")) >= _FEWEST_DIGITS and abs(made - whole) * 2 < whole and apart
