"""Cells of a row of money → its rate of execution, its points, its score, each in a column or two in one cell."""

import re
from typing import Final

from toolkit.extract.citing import Span, cite_number, cite_quantity, of_cell
from toolkit.extract.column_roles import heading, printings, role_of
from toolkit.extract.columns import column_unit, is_blank
from toolkit.extract.form import Band
from toolkit.measure.grammar import read
from toolkit.model.citation import CitedNumber, CitedQuantity
from toolkit.model.document import Cell
from toolkit.patterns import regex
from toolkit.text import fold_widths

_SCORE: Final = regex(r"^\s*(\d+(?:\.\d+)?)\s*分?\s*$")
_TOLD_RATE: Final = regex(r"执行率[为:]?\s*(\d+(?:\.\d+)?\s*%)")  # 执行率96.08%，分值10分，得9.61分
_BESIDE_RATE: Final = {
    "max_score": regex(r"(?:分值|满分)[为:]?\s*(\d+(?:\.\d+)?)\s*分"),
    "claimed_score": regex(r"得(?:分[为:]?)?\s*(\d+(?:\.\d+)?)\s*分"),
}
"""Points and score in the cell of the rate, where they have no columns."""


def rate_in(band: Band, row: int, method: str) -> CitedQuantity | None:
    """The rate of execution that a row prints, in per cent where the cell or its heading says so."""
    cell = band.own(row, "execution_rate")
    if cell is None or is_blank(cell):
        return None
    span = _part(band, cell, "execution_rate") or of_cell(band.table, cell)
    unit = None
    if "%" not in fold_widths(span.text):
        unit = column_unit(band, cell.column)
        unit = unit if unit is not None and unit.quote in {"%", "％"} else None
    if (told := _TOLD_RATE.search(fold_widths(span.text))) is not None:
        span = span.sub(*told.span(1))
    value = read(span.text, unit.quote if unit else None)
    if value is None:
        return None
    elsewhere = (unit.quote, unit.where) if unit else None
    return cite_quantity(value, span.where, span.text, method, elsewhere, span.confidence)


def score_in(band: Band, row: int, role: str, method: str) -> CitedNumber | None:
    """The points or the score of a row; where they have no column, what the cell of the rate says of them."""
    cell, told = band.own(row, role), _SCORE
    if cell is None:
        cell, told = band.own(row, "execution_rate"), _BESIDE_RATE[role]
    if cell is None or is_blank(cell):
        return None
    span = of_cell(band.table, cell)
    if (part := _part(band, cell, role)) is not None:
        span, told = part, _SCORE
    found = told.search(fold_widths(span.text))
    return None if found is None else cite_number(span.sub(found.start(1), found.end(1)), method)


def _part(band: Band, cell: Cell, role: str) -> Span | None:
    """What a cell says of this role under a heading that names two (执行率／得分), both parted alike."""
    span = of_cell(band.table, cell)
    head = band.table.covering(band.start - 1, cell.column)
    names = [] if head is None else heading(head.text).split("/")
    marks = [found.start() for found in re.finditer("/", fold_widths(span.text))]
    roles = [role_of(name, printings("funds")) for name in names]
    if len(names) != 2 or len(marks) != 1 or roles.count(role) != 1:
        return None
    return span.sub(0, marks[0]) if roles[0] == role else span.sub(marks[0] + 1, len(span.text))
