"""Case and points at stake → what the finding would do to the total, and the words of the advice."""

from decimal import Decimal

from toolkit.audit.wording import span
from toolkit.model.case import Case
from toolkit.model.finding import Effect
from toolkit.model.number import Bounds
from toolkit.model.standard import Grade


def cut(points: Bounds, decimals: int = 4) -> str:
    """`建议核减0.8分`, `建议核减0.8–1.3分`."""
    return f"建议核减{span(points, decimals)}分"


def effect(case: Case, change: Bounds) -> Effect:
    """`change` of the total (negative = fewer points), and whether another grade may come of it."""
    claimed = case.report.claimed_total
    if claimed is None:
        return Effect(points=change)
    now = grade_of(case, claimed.value)
    then = {grade_of(case, claimed.value + change.low), grade_of(case, claimed.value + change.high)}
    names = sorted(grade.name for grade in then if grade is not None and now is not None and grade != now)
    return Effect(points=change, grade=f"{now.name} → {'或'.join(names)}" if names and now else None)


def less(points: Bounds) -> Bounds:
    """Points taken away as a change of the total."""
    return Bounds(low=-points.high, high=-points.low)


def grade_of(case: Case, score: Decimal) -> Grade | None:
    """The standard's grade of a total; None where the standard has none for it."""
    top = max((grade.high for grade in case.standard.grades), default=None)
    for grade in case.standard.grades:
        if grade.low <= score < grade.high or (score == grade.high == top):
            return grade
    return None
