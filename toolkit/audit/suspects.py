"""A gap in a sum → the one line that may explain it: set right by the gap, it would agree with another witness."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from toolkit.audit.tally import Entry, entries, fineness
from toolkit.audit.wording import about, shown
from toolkit.measure.interval import rounded
from toolkit.model.case import Case
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
    line = next((line for line in case.report.indicators if line.id == entry.subject), None)
    return _by_rule(case, entry, now, right) or (line is not None and _by_reasons(line, right))


def _by_rule(case: Case, entry: Entry, now: Decimal, right: Decimal) -> bool:
    judged = next((judged for judged in case.sheet.lines if judged.subject == entry.subject), None)
    if judged is None or judged.recomputed is None or judged.agrees is not False:
        return False
    return rounded(judged.recomputed, fineness(right)).holds(right) and not judged.recomputed.holds(now)


def _by_reasons(line: Indicator, right: Decimal) -> bool:
    named = [reason.points.value for reason in line.deduction_reasons if reason.points is not None]
    if not named or len(named) != len(line.deduction_reasons) or line.max_score is None:
        return False
    return line.max_score.value - sum(named, Decimal(0)) == right
