"""A table under headings that no list knows → its points and scores, told by the figures alone (打分项 | 满分 | 得了).

Two columns are points and scores where the points make a hundred, no score is higher than its points, and what the
scores make is told in the text as points (自评96.2分).
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import permutations
from typing import Final

from toolkit.extract.form import Band
from toolkit.extract.summaries import LEVEL1
from toolkit.model.document import Block, Paragraph, Table
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_NUMBER: Final = regex(r"\d{1,3}(?:\.\d{1,4})?")
_TOLD: Final = regex(r"(?<![\d.])(\d{2,3}(?:\.\d{1,4})?)分(?!之|制|钟)")
_FULL: Final = Decimal(100)
_LEAST: Final = Decimal(60)
_FEWEST: Final = 3  # lines
_BODY: Final = regex("(?:局|委|办|厅|中心|[院校馆站所镇乡村]|街道|公司|项目)$")
"""What is scored by bodies or projects, by their weights, lists no indicators."""


def scored(table: Table, blocks: Iterable[Block]) -> Band | None:
    """The lines of such a table, under its first row; None for any other. `blocks`: all of the report."""
    columns = {column: _numbers(table, column) for column in range(table.columns)}
    for points, score in permutations(columns, 2):
        if not _are_scored(columns[points], columns[score]) or not _is_told(sum(columns[score].values()), blocks):
            continue
        names = [column for column in range(min(points, score)) if _words(table, column, columns[points])]
        if not names or any(_BODY.search(word) for word in _words(table, names[-1], columns[points])):
            return None
        groups = all(map(LEVEL1.match, _words(table, names[-1], columns[points])))
        levels = {names[-1]: "level1" if groups else "level3"}
        levels |= {names[0]: "level1"} if len(names) > 1 else {}
        lost = [row for row in columns[points] if columns[score][row] < columns[points][row]]
        behind = range(max(points, score) + 1, table.columns)
        why = next((column for column in behind if lost and _words(table, column, lost)), None)
        reasons = {} if why is None else {why: "reason"}
        return Band(table, {**levels, points: "max_score", score: "claimed_score", **reasons}, 0, 1, table.rows)
    return None


def _numbers(table: Table, column: int) -> dict[int, Decimal]:
    """The numbers of a column by row, without a last one that is their sum; none where a row says anything else."""
    found: dict[int, Decimal] = {}
    for row in range(1, table.rows):
        cell = table.covering(row, column)
        text = "" if cell is None or cell.row != row else fold_widths(cell.text).strip()
        if _NUMBER.fullmatch(text) is None:
            return {}
        found[row] = Decimal(text)
    *lines, last = found.values() if found else (Decimal(0),)
    if lines and sum(lines) == last:
        found.popitem()
    return found if len(found) >= _FEWEST else {}


def _are_scored(points: Mapping[int, Decimal], scores: Mapping[int, Decimal]) -> bool:
    if not points or points.keys() != scores.keys() or sum(points.values()) != _FULL:
        return False
    return all(scores[row] <= points[row] for row in points)


def _is_told(total: Decimal | int, blocks: Iterable[Block]) -> bool:
    """Whether running text tells a sum, that may be a total, as points."""
    texts = (fold_widths(block.text).replace(" ", "") for block in blocks if isinstance(block, Paragraph))
    return _LEAST <= total < _FULL and any(Decimal(told) == total for text in texts for told in _TOLD.findall(text))


def _words(table: Table, column: int, rows: Iterable[int]) -> list[str]:
    """What a column says in these rows; nothing where it is blank in one or prints a number."""
    cells = (table.covering(row, column) for row in rows)
    told = [key(cell.text) if cell is not None else "" for cell in cells]
    return told if all(text.strip("-—/无") and not _NUMBER.fullmatch(text.rstrip("%")) for text in told) else []
