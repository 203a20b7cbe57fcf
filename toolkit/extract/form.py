"""What a table layout is: `Form` names its columns and reads a `Band` of rows into `Finds`.

A table is a stack of bands: a header row that names columns, and the rows below it up to the next header. One
form reads one kind of band, so that the national project form (head, fund rows, objectives, indicators in one
grid) is four forms, each of which also reads its band where a region prints it as a table of its own.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields

from toolkit.extract.citing import Span
from toolkit.model.citation import CitedNumber, CitedText, Where
from toolkit.model.document import Cell, Table
from toolkit.model.record import Adjustment, BudgetRow, DeclaredCount, Identity, Indicator, Objective, Residue

AMOUNTS = ("original_budget", "revised_budget", "actual_expenditure")
"""The fields of a row of money that hold amounts."""


@dataclass(frozen=True, slots=True)
class Finds:
    """Pieces of a report as found in one place; ids and parents are given when all are assembled.

    `asides` are scores that a summary gives to groups (管理效能得37.5分): of use only where the group is found too.
    Of `budget`, the whole has the id "whole" and its parts name it as parent.
    """

    identity: tuple[Identity, ...] = ()
    totals: tuple[CitedNumber, ...] = ()
    grades: tuple[CitedText, ...] = ()
    counts: tuple[DeclaredCount, ...] = ()
    budget: tuple[BudgetRow, ...] = ()
    objectives: tuple[Objective, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    asides: tuple[Indicator, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    residue: tuple[Residue, ...] = ()

    def __add__(self, other: "Finds") -> "Finds":
        return Finds(*(getattr(self, part.name) + getattr(other, part.name) for part in fields(self)))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit printed away from its numbers: in a column head, a caption, the label of a group of rows."""

    quote: str
    where: Where


@dataclass(frozen=True, slots=True)
class Band:
    """Rows [start, end) of a table under one header row. `roles` names the columns; `unit` holds for all amounts.

    `repeated` are rows inside that only print the header again, where a page cut the table; `heading` is the paragraph
    right above it.
    """

    table: Table
    roles: Mapping[int, str]
    header: int
    start: int
    end: int
    unit: Unit | None = None
    repeated: frozenset[int] = frozenset()
    heading: Span | None = None

    @property
    def rows(self) -> tuple[int, ...]:
        """Rows that say something of their own, in order."""
        return tuple(row for row in range(self.start, self.end) if row not in self.repeated)

    def columns(self, role: str) -> tuple[int, ...]:
        """Columns with this role, from left to right."""
        return tuple(column for column, name in sorted(self.roles.items()) if name == role)

    def cell(self, row: int, role: str) -> Cell | None:
        """The cell of the first column with this role that covers `row` and is not blank."""
        for column in self.columns(role):
            cell = self.table.covering(row, column)
            if cell is not None and cell.text.strip() and not self.reaches_from_name(cell, role):
                return cell
        return None

    def reaches_from_name(self, cell: Cell, role: str) -> bool:
        """Whether a cell is the name in front, printed over this role's column too (合计 over all but scores)."""
        return self.roles.get(cell.column, "").startswith("level") and not role.startswith("level")

    def own(self, row: int, role: str) -> Cell | None:
        """As `cell`, but only where the cell begins in this row: a merged cell counts once."""
        cell = self.cell(row, role)
        return cell if cell is not None and cell.row == row else None

    def row_cells(self, row: int) -> Iterator[Cell]:
        """Cells that cover `row`, from left to right, each once."""
        last = None
        for column in range(self.table.columns):
            cell = self.table.covering(row, column)
            if cell is not None and cell is not last:
                yield cell
            last = cell


@dataclass(frozen=True, slots=True)
class Form:
    """A table layout. `needs`: any one of these sets of roles in a header row makes it a band of this form.

    `columns`: role → printings of its heading. `specimen` is a small Markdown table of the layout, `yields` what
    it must give, as (name, points, score, target, actual) or (label, …) quotes; a test reads it through the
    real reader.
    """

    name: str
    title: str
    columns: Mapping[str, tuple[str, ...]]
    needs: tuple[frozenset[str], ...]
    read: Callable[[Band], Finds]
    specimen: str
    yields: tuple[tuple[str | None, ...], ...]
    excludes: frozenset[str] = frozenset()
