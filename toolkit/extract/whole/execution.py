"""The execution of the budget told beside the groups in running text → points and score of the whole money's row.

“预算执行9.82分（满分10分）、成本指标20分（满分20分）”: what no table lists among the indicators belongs to the
money that it was reckoned from.
"""

from collections.abc import Sequence
from typing import Final

from toolkit.extract.summaries import FULL, all_points, is_told
from toolkit.measure.money_words import names_execution
from toolkit.model.record import BudgetRow, Indicator
from toolkit.text import key

_NAMES: Final = ("预算执行", "资金执行")
_FEWEST: Final = 2  # groups


def with_execution(
    lines: Sequence[Indicator], rows: tuple[BudgetRow, ...]
) -> tuple[list[Indicator], tuple[BudgetRow, ...]]:
    """Lines and budget rows; the one line of execution that the text tells beside groups, which with it make a hundred
    points, goes with the whole, where that has no score yet."""
    apart = [line for line in lines if _stands_apart(line, lines)]
    whole = next((row for row in rows if row.parent is None), None)
    groups = [line for line in lines if line.level == 1 and line not in apart]
    if len(apart) != 1 or len(groups) < _FEWEST or whole is None or whole.claimed_score is not None:
        return list(lines), rows
    if all_points((*groups, *apart)) != FULL:
        return list(lines), rows
    scored = whole.model_copy(update={"max_score": apart[0].max_score, "claimed_score": apart[0].claimed_score})
    return [line for line in lines if line is not apart[0]], tuple(scored if row is whole else row for row in rows)


def _stands_apart(line: Indicator, lines: Sequence[Indicator]) -> bool:
    name = key(line.name.value)
    named = names_execution(line.name.value) or name.startswith(_NAMES)
    told = named and is_told(line) and line.level1 is None and None not in (line.max_score, line.claimed_score)
    return told and not any(other.level1 is not None and key(other.level1) == name for other in lines)
