"""A column that prints two groups in each of its cells, one within the other (产出·数量) → both names."""

from typing import Final

from toolkit.extract.citing import Span, of_cell
from toolkit.extract.form import Band
from toolkit.extract.names import PrintedName, is_footer, is_subtotal, is_total, parse_name
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_MARKS: Final = "·•/|:—–-"
_PAIR: Final = regex(rf"\s*([^{_MARKS}]{{2,12}}?)\s*(?:[·•/|:]|[—–-]{{1,2}})\s*([^{_MARKS}]{{2,16}})")
_FEWEST: Final = 3


def is_paired(band: Band) -> bool:
    """Whether the only column of groups holds nothing but pairs, of which several begin with one name; or one alone."""
    columns = band.columns("level1")
    if len(columns) != 1 or band.columns("level2"):
        return False
    cells = (band.table.covering(row, columns[0]) for row in band.rows)
    texts = {cell.row: fold_widths(cell.text) for cell in cells if cell is not None and key(cell.text)}
    named = [text for text in texts.values() if not (is_total(text) or is_subtotal(text) or is_footer(text))]
    found = [pair for text in named if (pair := _PAIR.fullmatch(text)) is not None]
    again = len({pair[1] for pair in found}) < len(found) >= _FEWEST
    return len(found) == len(named) and (again or len(found) == 1)


def in_two(span: Span) -> tuple[PrintedName, PrintedName] | None:
    """The outer and the inner name of a pair."""
    found = _PAIR.fullmatch(fold_widths(span.text))
    names = [] if found is None else [parse_name(span.sub(*found.span(number))) for number in (1, 2)]
    return (names[0], names[1]) if names and names[0] is not None and names[1] is not None else None


def pair_in(band: Band, row: int) -> tuple[PrintedName, PrintedName] | None:
    """The two names of this row's group."""
    cell = band.cell(row, "level1")
    return None if cell is None else in_two(of_cell(band.table, cell))
