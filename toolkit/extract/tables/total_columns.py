"""Grades of a row, and columns that hold one value for all lines beside them (自评总分, 评价等次) → total and grade."""

import re
from collections.abc import Iterator
from typing import Final

from toolkit.extract.citing import Span, cite_text, of_cell
from toolkit.extract.columns import is_blank
from toolkit.extract.form import Band, Finds
from toolkit.extract.names import is_total
from toolkit.extract.tables.cells import numeral
from toolkit.model.citation import CitedText
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_GRADE: Final = regex(
    r"\s*\(?\s*(?:(?:自评|评价|评定|绩效)?(?:等级|等次|档次|结果)\s*[:为])?\s*(?P<grade>优秀|良好|一般|较差|不合格|合格|优|良|中|差)\s*"
    r"(?:\([^()]*\))?\s*\)?\s*"
)
_TOTAL: Final = regex(r"(?:项目|自评|评价|综合|最终)*(?:总得?分|总评分|综合得分)(?:\(.*\))?")
_GRADED: Final = regex(r"(?:项目|自评|评价|评定|绩效|综合)*(?:等级|等次|档次)")
_FEWEST = 2  # lines
_TOTAL_CELLS, _FULL = 3, 100


def grades_in(band: Band, row: int, method: str) -> Iterator[CitedText]:
    """The grade in a cell of its own beside the total: 优, 等级：良."""
    cells = (cell for cell in band.row_cells(row) if cell.row == row)
    yield from (grade for cell in cells if (grade := _grade(of_cell(band.table, cell), method)) is not None)


def above_lines(band: Band, method: str) -> Finds:
    """The total of a form that stands above its lines, behind its money or its goals: 总分 | 100 | 95.41."""
    for row in band.rows:
        told = [of_cell(band.table, cell) for cell in band.row_cells(row) if cell.row == row and not is_blank(cell)]
        numbers = [number for span in told[1:] if (number := numeral(span, method)) is not None]
        if len(told) == _TOTAL_CELLS and len(numbers) == _TOTAL_CELLS - 1 and is_total(told[0].text):
            points, score = numbers
            if points.value == _FULL and score.value <= _FULL:
                return Finds(totals=(score,))
    return Finds()


def beside_all(band: Band, method: str) -> Finds:
    """Total and grade of columns without a role whose one cell stands for all lines."""
    if len(band.rows) < _FEWEST:
        return Finds()
    totals = (numeral(cell, method) for cell in _of_all(band, _TOTAL))
    grades = (_grade(cell, method) for cell in _of_all(band, _GRADED))
    return Finds(
        totals=tuple(total for total in totals if total is not None),
        grades=tuple(grade for grade in grades if grade is not None),
    )


def _grade(span: Span, method: str) -> CitedText | None:
    found = _GRADE.fullmatch(fold_widths(span.text))
    return None if found is None else cite_text(span.sub(*found.span("grade")), method)


def _of_all(band: Band, heading: re.Pattern[str]) -> Iterator[Span]:
    """The one cell of each column with such a heading."""
    heads = (cell for row in range(band.header, band.start) for cell in band.row_cells(row) if cell.row == row)
    for head in heads:
        if head.column in band.roles or heading.fullmatch(key(head.text)) is None:
            continue
        told = {cell for row in band.rows if (cell := band.table.covering(row, head.column)) and not is_blank(cell)}
        if len(told) == 1:
            yield of_cell(band.table, told.pop())
