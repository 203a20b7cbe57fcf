"""The type of an engine, and what all of them ask of a style: which sides of a cell carry a line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Final, NamedTuple, TypeAlias

from toolkit.corpus.layout import Style
from toolkit.corpus.render._fonts import locate
from toolkit.corpus.truth import Align, TrueCell, TrueDocument, TrueTable

Drawing: TypeAlias = tuple[TrueDocument, Style]

PAGE: Final = (595.3, 841.9)
MARGIN: Final = 54.0
SHADE: Final = "d9e2f3"
BAND: Final = "f2f2f2"


class Sides(NamedTuple):
    """Which sides of a cell are ruled."""

    top: bool
    right: bool
    bottom: bool
    left: bool


@dataclass(frozen=True, slots=True)
class Engine:
    """`render` draws a batch, one file's bytes each; `missing` names what is not installed here, None if all is."""

    name: str
    suffix: str
    render: Callable[[Sequence[Drawing]], list[bytes]]
    missing: Callable[[], str | None]


def needs(module: str, *fonts: str) -> Callable[[], str | None]:
    """`missing` of an engine that needs this module and these font families."""

    def missing() -> str | None:
        if find_spec(module) is None:
            return module
        return next((font for font in fonts if locate(font) is None), None)

    return missing


def sides(table: TrueTable, cell: TrueCell, style: Style) -> Sides:
    """The ruled sides of a cell."""
    first, last = cell.row == 0, cell.row + cell.row_span == table.rows
    match style.rulings:
        case "none":
            return Sides(False, False, False, False)
        case "rows":
            return Sides(first, False, True, False)
        case "three":
            head = cell.row + cell.row_span == table.header_rows
            return Sides(first or cell.row == table.header_rows, False, head or last, False)
        case "open":
            return Sides(True, cell.column + cell.column_span < table.columns, True, cell.column > 0)
        case _:
            return Sides(True, True, True, True)


def align(table: TrueTable, cell: TrueCell) -> Align:
    """Heads and merged cells stand in the middle, others as their column does."""
    merged = cell.row_span > 1 or cell.column_span > 1
    return "center" if cell.row < table.header_rows or merged else table.aligns[cell.column]


def shade(table: TrueTable, cell: TrueCell, style: Style) -> str | None:
    """The colour behind a cell, as six hexadecimal digits."""
    if cell.row < table.header_rows:
        return SHADE if style.shaded_header or style.banded else None
    return BAND if style.banded and (cell.row - table.header_rows) % 2 else None


def page_size(style: Style) -> tuple[float, float]:
    """Width and height of the page in points."""
    return (PAGE[1], PAGE[0]) if style.landscape else PAGE
