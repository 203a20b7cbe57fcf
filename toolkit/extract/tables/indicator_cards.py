"""A table that tells one indicator, each value beside its label → a band with one row, for the reader of rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from toolkit.extract.column_roles import printings, role_of
from toolkit.extract.form import Band
from toolkit.model.document import Cell, Table
from toolkit.patterns import regex
from toolkit.text import key

_NUMBERED: Final = regex(r"(指标|序号)\d{1,2}")
_GROUP: Final = regex(r"(?:所属)?(?:指标)?(?:类别|类型|分类)")
_NEEDED: Final = frozenset({"level3", "max_score", "claimed_score"})
_FEWEST: Final = 3  # rows


@dataclass(frozen=True, slots=True)
class _Turned(Table):
    """Labels as a header row, values below them; `places` say where the source prints each."""

    places: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def place_of(self, cell: Cell) -> tuple[int, int]:
        return self.places[cell.row, cell.column]


def card(table: Table) -> Band | None:
    """The band of a table whose cells are a label and its value in turn, with the name, points and score of one
    indicator; None for any other."""
    if table.rows < _FEWEST:
        return None
    pairs = [pair for row in range(table.rows) for pair in _pairs(table, row)]
    roles = {column: role for column, (label, _) in enumerate(pairs) if (role := _role(label)) is not None}
    names = list(roles.values())
    if not names or len(set(names)) < len(names) or not set(names) >= _NEEDED or len(names) < len(pairs):
        return None
    if any(_role(value) is not None for _, value in pairs):
        return None
    cells = {(row, column): cell for column, pair in enumerate(pairs) for row, cell in enumerate(pair)}
    turned = _Turned(
        id=table.id,
        rows=2,
        columns=len(pairs),
        cells=tuple(Cell(row, column, cell.text, cell.runs) for (row, column), cell in sorted(cells.items())),
        header_rows=1,
        places={place: (cell.row, cell.column) for place, cell in cells.items()},
    )
    return Band(turned, roles, 0, 1, 2)


def _pairs(table: Table, row: int) -> Iterator[tuple[Cell, Cell]]:
    """The cells that begin in a row, two and two."""
    cells = [cell for cell in table.cells if cell.row == row]
    if len(cells) % 2 or not cells:
        cells = [*cells[:1], *cells[:1]]  # no pairs: the label is its own value, which no card has
    yield from zip(cells[::2], cells[1::2], strict=True)


def _role(cell: Cell) -> str | None:
    """The role that a label gives: of the lists of columns, without a number (指标3)."""
    name = key(cell.text).rstrip(":")
    if _GROUP.fullmatch(name):
        return "level1"
    return role_of(_NUMBERED.sub(r"\1", name), printings("indicators"))
