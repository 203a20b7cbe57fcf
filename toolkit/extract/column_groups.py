"""Headings that stand over several columns → which of these are the report's: the sum of a group, no reviewer's."""

from collections.abc import Mapping
from typing import Final

from toolkit.model.document import Table
from toolkit.patterns import regex
from toolkit.text import key

_SUM: Final = regex("小计|合计|总计|总额")
_REVIEW: Final = regex(
    "(?:(?:财政|主管|第三方|上级)(?:部门|机构)?)?(?:复核|复评|再评|审核|核定|评审|抽评)(?:情况|结果|组|意见)?"
)


def of_sums(table: Table, row: int, roles: dict[int, str]) -> dict[int, str]:
    """Of several columns under one heading (全年预算 over 省级, 市级, 小计) that of their sum, where there is one."""
    heads: dict[tuple[int, int], list[int]] = {}
    for column in roles:
        if (head := table.covering(row, column)) is not None and head.column_span > 1 and row + 1 < table.rows:
            heads.setdefault((head.row, head.column), []).append(column)
    dropped: set[int] = set()
    for columns in heads.values():
        below = {column: cell for column in columns if (cell := table.covering(row + 1, column)) is not None}
        sums = {column for column, cell in below.items() if _SUM.fullmatch(key(cell.text))}
        dropped |= set(columns) - sums if len(sums) == 1 < len(columns) else set()
    return {column: role for column, role in roles.items() if column not in dropped}


def with_reviewed(table: Table, row: int, below: Mapping[int, str], roles: Mapping[int, str]) -> dict[int, str]:
    """The second row of headings, where those under the heading of a review (复核 over 完成值, 得分) are its own if the
    report has such columns besides (自评 over the same): its score, and nothing else of it."""
    heads = {column: table.covering(row, column) for column in below}
    reviewed = {
        column
        for column, cell in heads.items()
        if cell is not None and cell.row == row and cell.column_span > 1 and _REVIEW.fullmatch(key(cell.text))
    }
    own = {column: role for column, role in below.items() if column not in reviewed}
    known = {*own.values(), *(role for column, role in roles.items() if column not in reviewed)}
    theirs = {column: below[column] for column in reviewed if below[column] in known}
    scores = {column: "reviewed_score" for column, role in theirs.items() if role == "claimed_score"}
    return {column: role for column, role in below.items() if column not in theirs} | scores
