"""A gap in a sum → the lines that may explain it: set right by the gap, they would agree with another witness."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from toolkit.audit.judged import judged
from toolkit.audit.tally import Entry, entries, fineness, lines_by_id
from toolkit.audit.wording import about, shown
from toolkit.measure.interval import divide, multiply, rounded
from toolkit.model.case import Case
from toolkit.model.number import Bounds
from toolkit.model.record import Indicator


@dataclass(frozen=True, slots=True)
class Suspect:
    """A line whose score, changed to `right`, would close the gap and fit its points, its rule or its reasons."""

    entry: Entry
    right: Decimal


def suspects(case: Case, gap: Decimal, within: Sequence[Entry] | None = None) -> tuple[Suspect, ...]:
    """Lines that another witness contradicts just by `gap` (printed whole − sum of the lines)."""
    lines = entries(case.report) if within is None else within
    return tuple(
        Suspect(entry, entry.score.value + gap)
        for entry in lines
        if entry.score is not None and _witnessed(case, entry, entry.score.value, entry.score.value + gap)
    )


def traces(found: Sequence[Suspect]) -> frozenset[str]:
    """Traces of the scores under suspicion."""
    return frozenset(score_trace(suspect.entry.subject) for suspect in found)


def score_trace(subject: str) -> str:
    """The trace that a wrong score of this line leaves."""
    return f"score:{subject}"


def points_trace(subject: str) -> str:
    """The trace that wrong points of this line leave."""
    return f"points:{subject}"


def hint(case: Case, found: Sequence[Suspect]) -> str:
    """`最可能的一处：…` where exactly one line is under suspicion, else nothing."""
    if len(found) != 1 or found[0].entry.score is None:
        return ""
    entry, score = found[0].entry, found[0].entry.score
    line = about(case, score.where, entry.name).removesuffix("：")
    return f"；最可能的一处：{line}得分{shown(score.value)}（若为{shown(found[0].right)}则全部相符）"


def _witnessed(case: Case, entry: Entry, now: Decimal, right: Decimal) -> bool:
    if right < 0 or (entry.points is not None and right > entry.points.value):
        return False
    if now < 0 or (entry.points is not None and now > entry.points.value):
        return True
    line = lines_by_id(case.report).get(entry.subject)
    return _by_rule(case, entry, now, right) or (line is not None and _by_reasons(line, right))


def points_behind(case: Case, gap: Decimal, within: Sequence[Entry] | None = None) -> frozenset[str]:
    """Traces of lines whose points, if larger by `gap`, would fit their score, reasons or rule as they now do not."""
    lines = entries(case.report) if within is None else within
    return frozenset(points_trace(entry.subject) for entry in lines if _fits_with(case, entry, gap))


def _fits_with(case: Case, entry: Entry, gap: Decimal) -> bool:
    if entry.points is None or entry.score is None or entry.points.value <= 0:
        return False
    now, right, score = entry.points.value, entry.points.value + gap, entry.score.value
    if not 0 <= score <= right:
        return False
    line = lines_by_id(case.report).get(entry.subject)
    if score > now or (line is not None and _named(line) == right - score):
        return True
    sheet = judged(case, entry.subject)
    if sheet is None or sheet.recomputed is None or sheet.recomputed.holds(score):
        return False
    scaled = divide(multiply(sheet.recomputed, Bounds.exact(right)), Bounds.exact(now))
    return scaled is not None and rounded(scaled, fineness(score)).holds(score)


def _by_rule(case: Case, entry: Entry, now: Decimal, right: Decimal) -> bool:
    sheet = judged(case, entry.subject)
    if sheet is None or sheet.recomputed is None or sheet.agrees is not False:
        return False
    return rounded(sheet.recomputed, fineness(right)).holds(right) and not sheet.recomputed.holds(now)


def _by_reasons(line: Indicator, right: Decimal) -> bool:
    named = _named(line)
    return named is not None and line.max_score is not None and line.max_score.value - named == right


def _named(line: Indicator) -> Decimal | None:
    """Points lost by the reasons, where each names its own."""
    named = [reason.points.value for reason in line.deduction_reasons if reason.points is not None]
    return sum(named, Decimal(0)) if named and len(named) == len(line.deduction_reasons) else None
