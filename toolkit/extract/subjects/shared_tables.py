"""A table that several projects share, side by side or one below the other → what each of them has of it.

The parts keep the table's id and the places of its cells, so that what is cited of them stands where it was printed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from toolkit.extract.called_projects import NUMBERED
from toolkit.extract.column_roles import printings, role_of
from toolkit.extract.names import is_subtotal, is_total
from toolkit.extract.unknown import PROJECT
from toolkit.model.document import Block, Cell, Document, Paragraph, Table
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_NUMBER = regex(r"^(?:[一二三四五六七八九十]+、|\(?[一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])*")
_TOP = 3  # rows in which a form is headed by its project
_FIRST_CELLS = 2  # of a row, before which 合计 may stand blank
_FEWEST_HEADINGS = 4
_MOST_PROJECTS = 100
_LEAST_POINTS = Decimal(50)
_POINTS = regex(r"(\d{1,3}(?:\.\d+)?)分?")
_SCORES = frozenset({"max_score", "claimed_score"})


@dataclass(frozen=True, slots=True)
class Shared:
    """What is no project's own, and each project's part by its name."""

    rest: Table | None
    own: Mapping[str, Table]


def separated(document: Document) -> tuple[Document, ...]:
    """The document without what is a single project's, then each project's part: of the tables that they share, and
    the paragraphs that begin with its name. The document alone where no table is shared."""
    shared = {index: found for index, block in enumerate(document.blocks) if (found := _shared(block)) is not None}
    if not shared:
        return (document,)
    parts: dict[str, list[Block]] = {name: [] for found in shared.values() for name in found.own}
    rest: list[Block] = []
    for index, block in enumerate(document.blocks):
        if index in shared:
            for name, table in shared[index].own.items():
                parts[name].append(table)
            left = shared[index].rest
            rest += [] if left is None else [left]
        else:
            whose = _about(block, parts)
            (rest if whose is None else parts[whose]).append(block)
    annexes = (replace(document, blocks=tuple(blocks), notes=(), furniture=()) for blocks in parts.values())
    return replace(document, blocks=tuple(rest)), *annexes


def _about(block: Block, names: Mapping[str, object]) -> str | None:
    """The one project with whose name a paragraph of running text begins."""
    if isinstance(block, Table) or block.level is not None:
        return None
    text = key(block.text)
    begins = _NUMBER.match(text)
    first = [name for name in names if text.startswith(name, begins.end() if begins else 0)]
    return max(first, key=len) if first and sum(name in text for name in names) == len(first) else None


def _shared(block: Block) -> Shared | None:
    if isinstance(block, Paragraph):
        return None
    return _side_by_side(block) or _in_rows(block)


def _side_by_side(table: Table) -> Shared | None:
    """Two forms or more beside each other, each under the same headings and with a project of its own."""
    width = _width(table)
    if width is None:
        return None
    halves = [
        [cell for cell in table.cells if left <= cell.column and cell.column + cell.column_span <= left + width]
        for left in range(0, table.columns, width)
    ]
    names = [_project(table, cells) or _headed(cells, width) for cells in halves]
    told = [name for name in names if name is not None]
    if len(set(told)) < len(halves):
        return None
    own = {name: replace(table, cells=tuple(cells), _cover={}) for name, cells in zip(told, halves, strict=True)}
    placed = {(cell.row, cell.column) for cells in halves for cell in cells}
    left = tuple(cell for cell in table.cells if (cell.row, cell.column) not in placed)
    return Shared(replace(table, cells=left, _cover={}) if left else None, own)


def _width(table: Table) -> int | None:
    """How many columns each of the forms has; None where no row of headings repeats."""
    for row in range(table.rows):
        heads = {cell.column: key(cell.text) for cell in _row(table, row) if key(cell.text)}
        roles = [role_of(text, printings("indicators")) for text in heads.values()]
        if "level3" not in roles or not _SCORES & set(roles):
            continue
        for count in (2, 3, 4):
            width, odd = divmod(table.columns, count)
            if odd or len(heads) < count * _FEWEST_HEADINGS:
                continue
            first = {column: text for column, text in heads.items() if column < width}
            if heads == {column + step * width: text for step in range(count) for column, text in first.items()}:
                return width
    return None


def _row(table: Table, row: int) -> Iterator[Cell]:
    """The cells that begin in a row, from left to right."""
    last = None
    for column in range(table.columns):
        cell = table.covering(row, column)
        if cell is not None and cell is not last and cell.row == row:
            yield cell
        last = cell


def _project(table: Table, cells: list[Cell]) -> str | None:
    """The project that one of the forms names."""
    places = {(cell.row, cell.column) for cell in cells}
    for cell in cells:
        if PROJECT.fullmatch(key(cell.text)):
            right = table.covering(cell.row, cell.column + cell.column_span)
            if right is not None and (right.row, right.column) in places and key(right.text):
                return key(right.text)
    return None


def _headed(cells: list[Cell], width: int) -> str | None:
    """The project that a cell over the whole of one of the forms names (项目一：校园保安服务)."""
    over = (cell for cell in cells if cell.row < _TOP and cell.column_span == width)
    found = next((found for cell in over if (found := NUMBERED.match(key(cell.text)))), None)
    return None if found is None else found["name"]


def _in_rows(table: Table) -> Shared | None:
    """A list of indicators with a column for the project: several rows each, under one row of headings."""
    header = next((row for row in range(table.rows) if _heads_lines(table, row)), None)
    if header is None:
        return None
    named = next(cell for cell in _row(table, header) if PROJECT.fullmatch(key(cell.text)))
    rows: dict[str, list[int]] = {}
    others: list[int] = []
    name = ""
    for row in range(header + named.row_span, table.rows):
        cell = table.covering(row, named.column)
        said = "" if cell is None or cell.column != named.column else key(cell.text)
        total = any(is_total(one.text) for one in list(_row(table, row))[:_FIRST_CELLS])
        name = "" if total else said or name
        (rows.setdefault(name, []) if name else others).append(row)
    if not 1 < len(rows) <= _MOST_PROJECTS or not _are_wholes(table, header, rows.values()):
        return None
    above = set(range(header + named.row_span))
    own = {name: _of_rows(table, above | set(found)) for name, found in rows.items()}
    return Shared(_of_rows(table, above | set(others)) if others else None, own)


def _are_wholes(table: Table, header: int, groups: Iterable[Sequence[int]]) -> bool:
    """Whether the lines of two or more, and of no fewer than half, have the same points in all, a report's."""
    points = [cell.column for cell in _row(table, header) if role_of(cell.text, printings("indicators")) == "max_score"]
    sums = [sum((_number(table, row, points[0]) for row in rows), Decimal(0)) for rows in groups if len(rows) > 1]
    most, count = Counter(sums).most_common(1)[0] if sums else (Decimal(0), 0)
    return count > 1 and 2 * count >= len(sums) and most >= _LEAST_POINTS


def _number(table: Table, row: int, column: int) -> Decimal:
    """The points of a line; none in a row that sums up others."""
    cell = table.covering(row, column)
    found = None if cell is None or cell.row != row else _POINTS.fullmatch(fold_widths(cell.text).strip())
    sums = any(is_subtotal(one.text) or is_total(one.text) for one in _row(table, row))
    return Decimal(0) if found is None or sums else Decimal(found[1])


def _heads_lines(table: Table, row: int) -> bool:
    """Whether a row heads projects, indicators, points and scores."""
    words = [cell.text for cell in _row(table, row)]
    roles = {role_of(text, printings("indicators")) for text in words}
    return "level3" in roles and roles >= _SCORES and any(PROJECT.fullmatch(key(text)) for text in words)


def _of_rows(table: Table, rows: set[int]) -> Table:
    cells = tuple(cell for cell in table.cells if cell.row in rows)
    return replace(table, cells=cells, rows=max(rows) + 1, _cover={})
