"""Headings that no list knows, beside ones that it knows → roles, where the model of columns is sure.

The model is loaded only when such a heading is met; where it cannot be read the columns stay unread.
"""

from collections.abc import Mapping
from decimal import Decimal

from toolkit.errors import ModelError
from toolkit.model.document import Table
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

ELSEWHEN = regex(r"^(?:上年|上一年|去年|前年|往年|历年|同期|下年|明年|半年|上半年|应|拟|原报|初稿|更正前|修正前)")
"""Headings of another time, of a first version or of a wish (上年完成值, 原报得分, 应完成值): no actual, whatever
their end or cells look like."""
_NO_ROLE = regex(
    r"(?:得分|失分|扣分|偏差|偏离|增长|变动)(?:率|度)$|^(?:复核|复评|审核|核定|评审).*(?:原因|说明|意见|理由)$"
    r"|^(?:核[减增]|审[减增]|复核扣|复核核)|^(?:扣分|失分|丢分|未完成|未达标)(?:指标|项)|^计[分算](?:说明|过程|公式)$"
    r"|^(?:评价|自评|评定|绩效|综合|项目)*(?:等级|等次|档次)$"
)
"""Rates that are no completion (得分率 is the score of the points), the words of another's review and what that
took off; lines that lost points are not all lines, and how a score was worked out is no reason; the grade
is the whole report's."""
PROJECT = regex(r"(?:项目|专项)(?:支出)?名称|专项资金名称")
"""Beside indicators it heads the projects whose they are."""
_FEWEST_LINES = 2
_HUNDRED = 100
_NUMBER = regex(r"\d{1,3}(?:\.\d+)?")
_ROWS = 40
_LONGEST = 24


def unknown_roles(table: Table, row: int, known: Mapping[int, str]) -> dict[int, str]:
    """Column → role, for the cells of a header row that have none; a role that the row has already is given to none."""
    named = {column: name for column in range(table.columns) if (name := _wide_heading(table, row, column))}
    asked = [column for column, name in named.items() if column not in known and _may_have_role(key(name))]
    if not asked or row + 2 >= table.rows:
        return {}
    from toolkit.nlp.columns import Column, role_of_column

    found: dict[int, str] = {}
    for column in asked:
        head = table.covering(row, column)
        beside = column + (1 if head is None else head.column_span)
        made = Column(
            heading=_wide_heading(table, row, column),
            cells=_cells(table, row, column),
            left=_wide_heading(table, row, column - 1),
            right=_wide_heading(table, row, beside),
            left_cells=_cells(table, row, column - 1),
            right_cells=_cells(table, row, beside),
        )
        try:
            role = role_of_column(made)
        except ModelError:
            return {}
        if role is not None and not (role.startswith("level") and holds_numbers(table, row, column)):
            found[column] = role
    taken = [*known.values(), *found.values()]
    alike = [column for column in asked if column not in found and _are_numbers(_cells(table, row, column))]
    return {
        column: role
        for column, role in found.items()
        if taken.count(role) == 1 and not (role == "claimed_score" and alike)
    }


def name_columns(table: Table, row: int, known: Mapping[int, str]) -> dict[int, str]:
    """Columns → roles of what stands left of points and scores that add up to a whole, under headings that no list
    knows (评价内容, 考核项目): the names of what is scored, or groups that repeat and then names; left of names their
    groups (类别)."""
    points = [column for column, role in known.items() if role == "max_score"]
    scores = [column for column, role in known.items() if role == "claimed_score"]
    levels = {column: role for column, role in known.items() if role.startswith("level")}
    if len(points) != 1 or len(scores) != 1 or len(levels) > 1:
        return {}
    if levels:
        (named,) = levels
        groups = (
            named > 0 and named - 1 not in known and levels[named] == "level3" and _repeats_words(table, row, named - 1)
        )
        return {named - 1: "level1"} if groups else {}
    if not _is_whole(_cells(table, row, points[0])):
        return {}
    left = [column for column in range(min(*points, *scores)) if column not in known]
    worded = [column for column in left if _heading(table, row, column) and _are_words(table, row, column)]
    if len(worded) > 1 and _repeats_words(table, row, worded[0]):
        return {worded[0]: "level1", worded[1]: "level3"}
    return dict.fromkeys(worded[:1], "level3")


def _is_whole(cells: tuple[str, ...]) -> bool:
    """Whether points add up to a hundred, or to the last of them, none being a hundred, or with the sums of groups to
    twice the last: to those of one report, and not of many."""
    printed = [fold_widths(cell).strip() for cell in cells]
    values = [Decimal(text) for text in printed if _NUMBER.fullmatch(text)]
    if len(values) <= _FEWEST_LINES:
        return False
    total, *lines = reversed(values)
    return (sum(lines) in {total, 2 * total} and max(lines) < _HUNDRED) or sum(values) == _HUNDRED


def _are_words(table: Table, row: int, column: int) -> bool:
    told = [cell.strip() for cell in _cells(table, row, column) if cell.strip()]
    return len(told) >= _FEWEST_LINES and not any(_NUMBER.fullmatch(fold_widths(cell)) for cell in told)


def holds_numbers(table: Table, row: int, column: int) -> bool:
    """Whether two cells or more below a heading hold a number and all others nothing."""
    told = [text for cell in _cells(table, row, column) if (text := fold_widths(cell).strip(" -—–/"))]
    return len(told) >= _FEWEST_LINES and all(_NUMBER.fullmatch(text) for text in told)


def _repeats_words(table: Table, row: int, column: int) -> bool:
    """Whether a column under a heading of its own holds words that stand for several rows each: blank below, or printed
    again."""
    told = [cell.strip() for cell in _cells(table, row, column)[:-1]]
    again = len(set(told) - {""}) < len(told)
    return again and bool(_heading(table, row, column)) and _are_words(table, row, column)


def _are_numbers(cells: tuple[str, ...]) -> bool:
    """Whether every cell of a column is a number: beside one such column, a second one may be as much the scores (of
    another project, of another year)."""
    return all(_NUMBER.fullmatch(fold_widths(cell).strip()) for cell in cells)


def _may_have_role(name: str) -> bool:
    return not ELSEWHEN.match(name) and not _NO_ROLE.search(name) and not PROJECT.fullmatch(name)


def _heading(table: Table, row: int, column: int) -> str:
    """The words of a cell that stands in this row and column alone; empty where there is none."""
    cell = table.covering(row, column) if 0 <= column < table.columns else None
    alone = cell is not None and (cell.row, cell.column, cell.row_span, cell.column_span) == (row, column, 1, 1)
    return cell.text.strip() if cell is not None and alone and len(cell.text) <= _LONGEST else ""


def _wide_heading(table: Table, row: int, column: int) -> str:
    """The same, or of one that takes as many columns as the cell below it."""
    cell = table.covering(row, column) if 0 <= column < table.columns else None
    below = table.covering(row + 1, column) if cell is not None else None
    if cell is None or below is None or (cell.row, cell.column, cell.row_span) != (row, column, 1):
        return _heading(table, row, column)
    alike = (below.column, below.column_span) == (column, cell.column_span)
    return cell.text.strip() if alike and len(cell.text) <= _LONGEST else _heading(table, row, column)


def _cells(table: Table, row: int, column: int) -> tuple[str, ...]:
    """The cells below, empty where another cell reaches in."""
    if not 0 <= column < table.columns:
        return ()
    below = range(row + 1, min(table.rows, row + 1 + _ROWS))
    cells = ((number, table.covering(number, column)) for number in below)
    return tuple(cell.text if cell is not None and cell.row == number else "" for number, cell in cells)
