"""A line told with points and score, and then how it came to them → one line."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from toolkit.extract.citing import points_lost
from toolkit.extract.prose.placed import Placed
from toolkit.model.record import Indicator


def once(told: Sequence[Placed]) -> list[Placed]:
    """The lines of one paragraph, each once."""
    kept: list[Placed] = []
    for item in told:
        if kept and _is_told_again(kept[-1].line, item.line):
            kept[-1] = replace(kept[-1], line=_joined(kept[-1].line, item.line))
        else:
            kept.append(item)
    return kept


def _is_told_again(line: Indicator, further: Indicator) -> bool:
    """Whether words right behind a line that name no points tell how it lost just what it lost (满意度10分，得9.4分。
    满意率84.6%，按比例得9.4分，扣0.6分，路面保洁评价较低)."""
    lost = points_lost(line.max_score, line.claimed_score)
    if further.max_score is not None or further.deduction is None or further.claimed_score is None or not lost:
        return False
    score = line.claimed_score.value if line.claimed_score is not None else Decimal(0)
    return further.claimed_score.value == score and further.deduction.value == lost


def _joined(line: Indicator, further: Indicator) -> Indicator:
    """The line with what the further words add to it."""
    return line.model_copy(
        update={
            "target": line.target or further.target,
            "actual": line.actual or further.actual,
            "deduction": line.deduction or further.deduction,
            "deduction_reasons": (*line.deduction_reasons, *further.deduction_reasons),
            "corrective_action": line.corrective_action or further.corrective_action,
        }
    )
