"""Leaves of a report → lists of those that stand together, and whether the form leaves a field open to one of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from toolkit.audit.place import blocks_by_id
from toolkit.audit.printed import words_of
from toolkit.model.case import Case
from toolkit.model.document import Table
from toolkit.model.record import Indicator
from toolkit.patterns import regex

_NOT_APPLICABLE = regex(r"不适用|不涉及|未涉及|不纳入|不评价|不作评价|不计分|无此项|取消|N/?A", re.IGNORECASE)


@dataclass(slots=True)
class _List:
    """Leaves that stand together: how many, how many have it, and the first that states the field."""

    lines: int = 0
    having: int = 0
    pattern: Indicator | None = None


class Siblings:
    """The scored leaves of each table, and of each group in running text, asked of a line that lacks `field` itself.

    `has`: what the others must have for the field to be missed.
    """

    def __init__(self, case: Case, field: str, has: Callable[[Indicator], bool]) -> None:
        self._case, self._field = case, field
        self._lists: dict[tuple[str, str | None], _List] = {}
        for line in case.report.scored_leaves:
            having, stated = has(line), getattr(line, field) is not None
            for place in (("table", line.name.where.segments[0].block), ("group", line.parent)):
                found = self._lists.setdefault(place, _List())
                found.lines += 1
                found.having += having
                if stated and found.pattern is None:
                    found.pattern = line

    def mostly(self, line: Indicator) -> bool:
        """Whether at least two of the others, and at least half of them, have it."""
        found = self._of(line)
        return found.having >= 2 and found.having * 2 >= found.lines - 1

    def expect(self, line: Indicator) -> bool:
        """Whether the line should have it too; one with a printed criterion only where nearly all others have."""
        found = self._of(line)
        if line.criterion is not None and found.having * 5 < (found.lines - 1) * 4:
            return False
        return self.mostly(line)

    def merged_above(self, line: Indicator) -> bool:
        """Whether the line's cell in the column of the field is one with a cell above it."""
        pattern, first = self._of(line).pattern, line.name.where.segments[0]
        shown = None if pattern is None else getattr(pattern, self._field).where.segments[0]
        if shown is None or first.cell is None or shown.cell is None:
            return False
        table = blocks_by_id(self._case.document).get(first.block)
        if not isinstance(table, Table):
            return False
        cell = table.covering(first.cell[0], shown.cell[1])
        return cell is not None and cell.row_span > 1

    def _of(self, line: Indicator) -> _List:
        """The list of a table's line is its table, that of a line in running text its group."""
        first = line.name.where.segments[0]
        return self._lists["group", line.parent] if first.cell is None else self._lists["table", first.block]


def told_in_text(line: Indicator) -> bool:
    """Whether a line stands in running text, which has no cell that could be left empty."""
    return line.name.where.segments[0].cell is None


def not_applicable(case: Case, line: Indicator) -> bool:
    """Whether the report says that the line does not apply this year."""
    return bool(_NOT_APPLICABLE.search(words_of(case, line)))
