"""Columns headed by grades (优 | 良 | 中 | 差) or that hold one in each row (评价等次) → how the lines are scored."""

from typing import Final

from toolkit.model.document import Table
from toolkit.patterns import regex
from toolkit.text import key

_GRADES: Final = frozenset(
    ("优", "优秀", "良", "良好", "好", "较好", "中", "中等", "一般", "合格", "差", "较差", "不合格")
)
_BRACKET: Final = regex(r"\([^()]*\)")
_GRADED: Final = regex(r"(?:评[价定分]|自评|完成|指标)?(?:等次|等级|档次)")
_FEWEST: Final = 3  # grades
_FEWEST_LINES: Final = 2


def grade_columns(table: Table, row: int) -> dict[int, str]:
    """Column → `criterion`, of a row that heads three columns or more with a grade each, or one that holds grades."""
    heads = {
        column: _BRACKET.sub("", key(cell.text))
        for column in range(table.columns)
        if (cell := table.covering(row, column)) is not None and (cell.row, cell.column) == (row, column)
    }
    graded = [column for column, name in heads.items() if name in _GRADES]
    held = [column for column, name in heads.items() if _GRADED.fullmatch(name) and _holds_grades(table, row, column)]
    return dict.fromkeys([*(graded if len(graded) >= _FEWEST else []), *held], "criterion")


def _holds_grades(table: Table, row: int, column: int) -> bool:
    below = [cell for cell in table.cells if cell.column == column and cell.row > row]
    told = [key(cell.text) for cell in below if cell.column_span == 1 and key(cell.text)]
    return len(told) >= _FEWEST_LINES and set(told) <= _GRADES
