"""A column of a table (its heading, its cells, its neighbours) → the terms a linear model knows it by, and its role."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from toolkit.nlp.linear import linear_model
from toolkit.nlp.shapes import numeral, runs, shape
from toolkit.text import key

OTHER: Final = "other"
_ENOUGH: Final = (0.2, 0.6, 0.95)
_LONGEST: Final = 3


@dataclass(frozen=True, slots=True)
class Column:
    """Heading and cells (empty where merged away) of a column, headings beside it, the cells to its left and right."""

    heading: str
    cells: tuple[str, ...]
    left: str = ""
    right: str = ""
    left_cells: tuple[str, ...] = ()
    right_cells: tuple[str, ...] = ()


def role_of_column(column: Column) -> str | None:
    """The role the model is sure of; None where it is not, or where the column is none of an indicator's.

    Raises ModelError where the model cannot be read.
    """
    model = linear_model("columns")
    probability, role = max(zip(model.weigh(column_terms(column)), model.labels, strict=True))
    return role if probability >= model.sure and role != OTHER else None


def column_terms(column: Column) -> list[str]:
    """Terms, each once: runs of the heading, of the headings beside, shapes of cells, what the figures are."""
    found = dict.fromkeys(runs("h", column.heading, _LONGEST))
    found.update(dict.fromkeys((*runs("l", column.left, 2), *runs("r", column.right, 2))))
    found.update(dict.fromkeys(_shapes(column.cells)))
    found.update(dict.fromkeys(_figures(column)))
    return list(found)


def _shapes(cells: Sequence[str]) -> Iterator[str]:
    """`c:aim`, `c:aim+`, `c:aim++` where a fifth, most, all of the cells look so."""
    counts: dict[str, int] = {}
    for cell in cells:
        looks = shape(key(cell))
        counts[looks] = counts.get(looks, 0) + 1
    for looks, count in counts.items():
        for more, share in enumerate(_ENOUGH):
            if count >= share * len(cells):
                yield f"c:{looks}{'+' * more}"


def _figures(column: Column) -> Iterator[str]:
    """What the numerals add up to, and how they stand to those beside them."""
    own = [numeral(cell) for cell in column.cells]
    known = [value for value in own if value is not None]
    if len(known) < 2:
        return
    if known == [Decimal(number) for number in range(1, len(known) + 1)]:
        yield "n:counted"
    if 95 <= sum(known[:-1]) <= 105 or 95 <= sum(known) <= 105:
        yield "n:hundred"
    for mark, beside in (("left", column.left_cells), ("right", column.right_cells)):
        pairs = [
            (value, other)
            for value, cell in zip(own, beside, strict=False)
            if value is not None and (other := numeral(cell)) is not None
        ]
        if len(pairs) >= 2:
            if all(value <= other for value, other in pairs):
                yield f"n:most-{mark}"
            if all(value >= other for value, other in pairs):
                yield f"n:least-{mark}"
