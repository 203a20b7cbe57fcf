"""Rows that hold several lines each, one below the other in every cell → a band with a row for each of them.

（1）道路长度 （2）桥梁座数 | （1）6分 （2）4分 | … are two lines. Numbers in the cells tell them apart, or as many
printed lines in the names, the points and the scores.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final

from toolkit.extract.citing import Span, Unstacked, of_cell
from toolkit.extract.form import Band
from toolkit.extract.tables.cells import LEVELS, numeral
from toolkit.model.document import Cell
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_MARKS: Final = (
    regex(r"\(\s*(\d{1,2})\s*\)"),
    regex(r"(?<![\d.])(\d{1,2})[.、)](?!\d)"),
    regex(r"([①-⑳])"),
)
_MOST: Final = 20
_FIGURES: Final = ("max_score", "claimed_score")
_BETWEEN: Final = ";；,，、 \t\n"


def unstacked(band: Band) -> Band:
    """The band with its rows of several lines taken apart; itself where it has none."""
    lines = {row: found for row in band.rows if (found := _lines_of(band, row))}
    if not lines:
        return band
    heights = [max((len(spans) for spans in lines.get(row, {}).values()), default=1) for row in range(band.table.rows)]
    places = [0, *accumulate(heights)]
    cells: list[Cell] = []
    spans: dict[tuple[int, int], Span] = {}
    for cell in band.table.cells:
        whole = of_cell(band.table, cell)
        parts = lines.get(cell.row, {}).get(cell.column, [whole])
        tops = [places[cell.row] + index for index in range(len(parts))] + [places[cell.row + cell.row_span]]
        for part, (top, below) in zip(parts, pairwise(tops), strict=True):
            cells.append(Cell(top, cell.column, part.text, (), below - top, cell.column_span))
            spans[top, cell.column] = part
    table = Unstacked(band.table.id, places[-1], band.table.columns, tuple(cells), spans=spans)
    repeated = frozenset(places[row] for row in band.repeated)
    header, start, end = (places[row] for row in (band.header, band.start, band.end))
    return replace(band, table=table, header=header, start=start, end=end, repeated=repeated)


def _lines_of(band: Band, row: int) -> Mapping[int, list[Span]]:
    """Column → the parts of its cell, for a row of several lines; empty for any other."""
    named = next((cell for level in reversed(LEVELS) if (cell := band.own(row, level)) is not None), None)
    figures = [cell for role in _FIGURES if (cell := band.own(row, role)) is not None]
    if named is None or not figures or any(cell.row_span > 1 for cell in (named, *figures)):
        return {}
    own = {cell.column: of_cell(band.table, cell) for cell in band.row_cells(row) if cell.row == row}
    return _by_marks(own, named, figures) or _by_lines(own, named, figures)


def _by_marks(own: Mapping[int, Span], named: Cell, figures: Sequence[Cell]) -> Mapping[int, list[Span]]:
    names = _marked(own[named.column])
    count = len(names)
    if count < 2 or any(set(_marked(own[cell.column])) != set(names) for cell in figures):
        return {}
    found: dict[int, list[Span]] = {}
    for column, span in own.items():
        parts = _marked(span)
        if parts and set(parts) <= set(names):
            found[column] = [parts.get(number, span.sub(0, 0)) for number in names]
        elif not key(span.text):
            found[column] = [span] * count
        elif len(lines := _printed(span)) == count:
            found[column] = lines
    return found if all(_are_numerals(found[cell.column]) for cell in figures) else {}


def _by_lines(own: Mapping[int, Span], named: Cell, figures: Sequence[Cell]) -> Mapping[int, list[Span]]:
    count = len(_printed(own[named.column]))
    found = {column: parts for column, span in own.items() if len(parts := _printed(span)) == count or not parts}
    if any(_may_be_counted(found.get(cell.column, [])) for cell in figures) and _marked(own[named.column]):
        return {}
    if not 2 <= count <= _MOST or not all(_are_numerals(found.get(cell.column, [])) for cell in figures):
        return {}
    return {column: parts or [own[column]] * count for column, parts in found.items()}


def _may_be_counted(parts: Sequence[Span]) -> bool:
    """Whether figures may begin with the numbers of their lines: 1.30分, 2.20分 are 30 and 20, or they are not."""
    return all(fold_widths(part.text).startswith(f"{number}.") for number, part in enumerate(parts, 1))


def _are_numerals(parts: Sequence[Span]) -> bool:
    return bool(parts) and all(numeral(part, "") is not None for part in parts)


def _printed(span: Span) -> list[Span]:
    """The printed lines of a cell that say something."""
    ends = [found.start() for found in re.finditer("\n", span.text)]
    parts = (span.sub(start, end) for start, end in pairwise([0, *ends, len(span.text)]))
    return [part for part in parts if key(part.text)]


def _marked(span: Span) -> Mapping[int, Span]:
    """Number → what stands behind it, where the cell counts what it holds from its beginning on: 1, 2, …; reasons may
    leave numbers out. Empty for any other cell."""
    text = fold_widths(span.text)
    for pattern in _MARKS:
        marks = list(pattern.finditer(text))
        numbers = [_number(mark[1]) for mark in marks]
        if not marks or marks[0].start() > 0 or len(marks) > _MOST or sorted(set(numbers)) != numbers:
            continue
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        return {
            number: span.sub(mark.end(), mark.end() + len(text[mark.end() : end].rstrip(_BETWEEN)))
            for number, mark, end in zip(numbers, marks, ends, strict=True)
        }
    return {}


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() and printed.isascii() else ord(printed) - ord("①") + 1
