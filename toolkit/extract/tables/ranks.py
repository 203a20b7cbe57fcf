"""Names of several ranks under one heading → their levels: side by side in columns, or above each other in rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from toolkit.extract.citing import Span, cite_number, of_cell
from toolkit.extract.columns import is_blank
from toolkit.extract.form import Band
from toolkit.extract.names import PrintedName, is_footer, is_subtotal, is_total, name_of_subtotal, parse_name
from toolkit.extract.summaries import LEVEL1
from toolkit.extract.tables.cells import LEVELS, last_value, numeral
from toolkit.model.document import Cell
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_ORDINALS: Final = (
    regex(r"[一二三四五六七八九十]{1,3}[、.]"),
    regex(r"\([一二三四五六七八九十]{1,3}\)"),
    regex(r"\d{1,2}\.\d{1,2}\.\d{1,2}"),
    regex(r"\d{1,2}\.\d{1,2}"),
    regex(r"\d{1,2}[、.]"),
    regex(r"\(?\d{1,2}\)"),
    regex(r"[①-⑳]"),
)
_MOST_RANKS: Final = 3


@dataclass(frozen=True, slots=True)
class _Named:
    """A row with a name: where and how it is printed, and its points."""

    row: int
    name: PrintedName
    mark: tuple[int, int, bool, bool]
    points: Decimal | None
    silent: bool


def spread(band: Band) -> Band:
    """A band whose one heading of names reaches over columns that hold names side by side: each gets its level."""
    columns = band.columns("level3")
    if not 2 <= len(columns) <= _MOST_RANKS or _levels(band) != ["level3"] or not _one_heading(band, columns):
        return band
    beside = [row for row in band.rows if len(_names_in(band, row, columns)) == len(columns)]
    if 2 * len(beside) < len(band.rows) - 1:
        return band
    levels = LEVELS[:_MOST_RANKS] if len(columns) == _MOST_RANKS else ("level1", "level3")
    return replace(band, roles={**band.roles, **dict(zip(columns, levels, strict=True))})


def under_outer_groups(band: Band) -> Band:
    """A band whose subtotals stand in the column of its groups, beside cells of an unnamed column that reach over
    several rows (项目 | 指标类型 | 绩效指标): what stands there are the groups, and the known ones their parts."""
    homes = band.columns("level1")
    if len(homes) != 1 or band.columns("level2") or homes[0] - 1 in {-1, *band.roles}:
        return band
    sums = [
        band.table.covering(row, homes[0] - 1)
        for row in band.rows
        if (cell := band.table.covering(row, homes[0])) is not None
        and cell.column == homes[0]
        and is_subtotal(cell.text)
    ]
    outer = bool(sums) and all(cell is not None and cell.row_span > 1 and key(cell.text) for cell in sums)
    return replace(band, roles={**band.roles, homes[0] - 1: "level1", homes[0]: "level2"}) if outer else band


def group_rows(band: Band) -> Mapping[int, tuple[int, bool]]:
    """Row → (its rank from 1, whether it heads the rows below it), where one column holds groups and their lines.

    Ordinals (一、 above 1.), the column, or that a name alone takes the whole row show the ranks; points prove them:
    those of a group are the sum of its lines', where it prints any. Empty where all rows are of one rank, or nothing
    proves it.
    """
    if _levels(band) != ["level3"]:
        return {}
    if summed := _under_sums(band):
        return summed
    rows = [named for row in band.rows if (named := _named(band, row)) is not None]
    order = list(dict.fromkeys(named.mark for named in rows))
    if not 2 <= len(order) <= _MOST_RANKS:
        return {}
    ranks = [order.index(named.mark) + 1 for named in rows]
    if any(below > above + 1 for above, below in pairwise(ranks)):
        return {}
    heads = [below > above for above, below in pairwise(ranks)] + [False]
    if not _add_up(rows, ranks, heads):
        return {}
    return {one.row: (rank, head) for one, rank, head in zip(rows, ranks, heads, strict=True)}


def _under_sums(band: Band) -> Mapping[int, tuple[int, bool]]:
    """The ranks where sums stand above what they sum up (产出指标小计 | 50, then its lines), as all their points prove;
    else empty: sums commonly stand below."""
    summed = {row: one for row in band.rows if (one := _summed(band, row)) is not None}
    rows = [one for row in band.rows if (one := summed.get(row) or _named(band, row)) is not None]
    if not summed or rows[-1].row in summed:
        return {}
    first = min(summed)
    ranks = [1 if one.row in summed or one.row < first else 2 for one in rows]
    heads = [one.row in summed for one in rows]
    proven = all(
        rows[place].points is not None
        and rows[place].points == sum(rows[one].points or 0 for one in _below(ranks, place))
        for place, head in enumerate(heads)
        if head
    )
    return {one.row: (rank, head) for one, rank, head in zip(rows, ranks, heads, strict=True)} if proven else {}


def _summed(band: Band, row: int) -> _Named | None:
    """A sum that names its group before the word for it, or is called as groups are and has neither target nor actual
    in a table with columns of them."""
    cell = band.own(row, "level3")
    said = "" if cell is None else name_of_subtotal(cell.text)
    if cell is None or not (_is_bare_group(band, row, cell) or (said and key(cell.text).startswith(said))):
        return None
    name, points = name_of_sum(of_cell(band.table, cell)), last_value(band, row, "max_score", "")
    return None if name is None or points is None else _Named(row, name, (0, 0, False, False), points.value, False)


def _is_bare_group(band: Band, row: int, cell: Cell) -> bool:
    columns = [column for role in ("target", "actual") for column in band.columns(role)]
    bare = bool(columns) and all(is_blank(band.table.covering(row, column)) for column in columns)
    return bare and LEVEL1.match(key(cell.text)) is not None


def name_of_sum(label: Span) -> PrintedName | None:
    """The group of a label, without the word that sums it up: 产出指标小计 → 产出指标."""
    said = name_of_subtotal(label.text)
    return parse_name(label.sub(0, len(said)) if said and label.text.startswith(said) else label)


def _add_up(rows: Sequence[_Named], ranks: Sequence[int], heads: Sequence[bool]) -> bool:
    """Whether each group has the points of its lines, or has nothing but its name; one of several may be misprinted."""
    right = wrong = 0
    for place, head in enumerate(heads):
        if not head or rows[place].silent:
            continue
        below = _below(ranks, place)
        points = [_points(rows, ranks, one) for one in below]
        known = [one for one in points if one is not None]
        if rows[place].points is None or len(known) < len(points):
            return False
        if rows[place].points == sum(known):
            right += 1
        else:
            wrong += 1
    across = all(named.mark[-1] for named, head in zip(rows, heads, strict=True) if head)
    return right > wrong or (across and not wrong)


def _points(rows: Sequence[_Named], ranks: Sequence[int], place: int) -> Decimal | None:
    """The points of a row; those of its lines where it has nothing but a name."""
    below = _below(ranks, place) if rows[place].silent else []
    points = [_points(rows, ranks, one) for one in below]
    return sum(filter(None, points), Decimal(0)) if below and None not in points else rows[place].points


def _below(ranks: Sequence[int], place: int) -> list[int]:
    """The rows of the next rank that belong to this one."""
    found = []
    for one in range(place + 1, len(ranks)):
        if ranks[one] <= ranks[place]:
            break
        if ranks[one] == ranks[place] + 1:
            found.append(one)
    return found


def _named(band: Band, row: int) -> _Named | None:
    cell = band.own(row, "level3")
    if cell is None or is_total(cell.text) or is_subtotal(cell.text) or is_footer(cell.text):
        return None
    name = parse_name(of_cell(band.table, cell))
    if name is None:
        return None
    printed = last_value(band, row, "max_score", "")
    points = printed or (None if name.caption is None else cite_number(name.caption, ""))
    silent = points is None and all(other is cell or is_blank(other) for other in band.row_cells(row))
    across = cell.column_span == band.table.columns
    mark = (cell.column, _ordinal(cell), across and points is not None, across)
    return _Named(row, name, mark, None if points is None else points.value, silent)


def _ordinal(cell: Cell) -> int:
    text = fold_widths(key(cell.text))
    return next((number for number, pattern in enumerate(_ORDINALS) if pattern.match(text)), len(_ORDINALS))


def _levels(band: Band) -> list[str]:
    return [level for level in LEVELS if band.columns(level)]


def _one_heading(band: Band, columns: Sequence[int]) -> bool:
    cells = [band.table.covering(band.header, column) for column in columns]
    return all(cell is cells[0] for cell in cells)


def _names_in(band: Band, row: int, columns: Sequence[int]) -> list[Cell]:
    """The cells of these columns that hold words, each of its own column; merged from above they count too."""
    cells = [(column, band.table.covering(row, column)) for column in columns]
    return [
        cell
        for column, cell in cells
        if cell is not None
        and cell.column == column
        and cell.column_span == 1
        and key(cell.text)
        and numeral(of_cell(band.table, cell), "") is None
    ]
