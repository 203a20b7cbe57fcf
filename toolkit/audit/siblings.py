"""A line → the lines that stand in one list with it, and whether the form leaves a field open to them."""

import re
from collections.abc import Callable

from toolkit.audit.printed import words_of
from toolkit.model.case import Case
from toolkit.model.document import Table
from toolkit.model.record import Indicator

_NOT_APPLICABLE = re.compile(r"不适用|不涉及|未涉及|不纳入|不评价|不作评价|不计分|无此项|取消|N/?A", re.IGNORECASE)


def siblings(case: Case, line: Indicator) -> tuple[Indicator, ...]:
    """Other leaves of its table, or of its group in running text."""
    block, cell = line.name.where.segments[0].block, line.name.where.segments[0].cell
    return tuple(
        other
        for other in case.report.scored_leaves
        if other.id != line.id
        and (other.name.where.segments[0].block == block if cell is not None else other.parent == line.parent)
    )


def mostly(lines: tuple[Indicator, ...], has: Callable[[Indicator], bool]) -> bool:
    """Whether at least two lines, and at least half of all, have it."""
    having = sum(has(line) for line in lines)
    return having >= 2 and having * 2 >= len(lines)


def form_expects(line: Indicator, others: tuple[Indicator, ...], has: Callable[[Indicator], bool]) -> bool:
    """Whether a line should have what its siblings have; one with a printed criterion only where nearly all have."""
    if line.criterion is not None and sum(has(other) for other in others) * 5 < len(others) * 4:
        return False
    return mostly(others, has)


def not_applicable(case: Case, line: Indicator) -> bool:
    """Whether the report says that the line does not apply this year."""
    return bool(_NOT_APPLICABLE.search(words_of(case, line)))


def merged_above(case: Case, line: Indicator, pattern: Indicator, field: str) -> bool:
    """Whether the line's cell in the column of `field` (as in the sibling `pattern`) is one with a cell above it."""
    shown = getattr(pattern, field)
    first = line.name.where.segments[0]
    if shown is None or first.cell is None or shown.where.segments[0].cell is None:
        return False
    table = next((block for block in case.document.blocks if block.id == first.block), None)
    if not isinstance(table, Table):
        return False
    cell = table.covering(first.cell[0], shown.where.segments[0].cell[1])
    return cell is not None and cell.row_span > 1
