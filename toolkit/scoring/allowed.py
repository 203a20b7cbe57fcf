"""A rule and the points of a line → the only scores that it can give, where these can be told; None for any score."""

from decimal import Decimal

from toolkit.scoring.rule import ScoringRule

_MOST = 400
_WHOLE = frozenset({"floor", "ceil"})


def allowed(rule: ScoringRule, points: Decimal) -> tuple[Decimal, ...] | None:
    """Scores in rising order: of bands, of all or nothing, of whole steps, of events."""
    method = rule.method
    if method.name == "veto":
        return tuple(sorted({Decimal(0), points}))
    if method.name in {"bands", "qualitative"} and all(band.score is not None for band in method.bands):
        return tuple(sorted({band.score for band in method.bands if band.score is not None})) or None
    if method.per is None or method.per <= 0:
        return None
    if method.name == "per_event" or (method.name == "per_step" and method.counting in _WHOLE):
        floor = Decimal(0) if rule.max_deduction is None else max(Decimal(0), points - rule.max_deduction)
        return _ladder(points, -method.per, floor)
    if method.name == "per_item":
        return _ladder(method.start or Decimal(0), method.per, points)
    return None


def _ladder(start: Decimal, step: Decimal, end: Decimal) -> tuple[Decimal, ...] | None:
    """Start, start + step, … and the end itself, nothing beyond it; None where the rungs are too many to matter."""
    rungs = int(abs(end - start) / abs(step))
    if rungs > _MOST:
        return None
    found = {start + step * number for number in range(rungs + 1)} | {end, Decimal(0)}
    return tuple(sorted(found))
