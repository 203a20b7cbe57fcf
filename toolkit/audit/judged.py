"""Sheet and indicators → the facts that several rules ask of a line: recomputed, met, full."""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.audit.losses import shares_given, shares_lost
from toolkit.audit.once import once
from toolkit.audit.tally import entries, fineness, known
from toolkit.measure.attainment import Attainment, attain, direction_of
from toolkit.measure.grammar import read
from toolkit.measure.interval import bounds
from toolkit.measure.money_words import names_execution
from toolkit.model.case import Case
from toolkit.model.number import Bounds
from toolkit.model.record import Direction, Indicator, PerformanceReport
from toolkit.model.scoresheet import LineScore, ScoreSheet
from toolkit.patterns import regex
from toolkit.text import fold_widths

_TOLD_RATE = regex(r"(?:执行|支出|支付)(?:率|进度)(?:仅|只)?(?:[为是达:]|达到)*(\d{1,3}(?:\.\d+)?%)")


def judged(case: Case, subject: str) -> LineScore | None:
    """The sheet's line of this indicator or budget row."""
    return _by_subject(case.sheet).get(subject)


@once
def _by_subject(sheet: ScoreSheet) -> dict[str, LineScore]:
    return {line.subject: line for line in reversed(sheet.lines)}


def direction(line: Indicator) -> Direction | None:
    """Better up or down, where certain: as read, else by operator and printed nature."""
    if line.direction is not None or line.target is None:
        return line.direction
    return direction_of(line.target.value, None if line.nature is None else line.nature.value)


def attained(line: Indicator) -> Attainment | None:
    """Target against actual; None where one is not stated."""
    if line.target is None or line.actual is None:
        return None
    return attain(line.target.value, line.actual.value, direction(line))


def by_told_share(line: Indicator) -> bool:
    """Whether the score is what the reasons say was left or given of the points (按分值的20%扣分, 按九成计分)."""
    if line.max_score is None or line.claimed_score is None:
        return False
    points, score = line.max_score.value, line.claimed_score.value
    texts = [reason.text.value for reason in line.deduction_reasons]
    left = [share for text in texts for share in (*shares_given(text), *(1 - lost for lost in shares_lost(text)))]
    return any(points * share == score for share in left)


def told_rates(line: Indicator) -> Iterator[Bounds]:
    """The execution rates that the words beside a line tell, as shares: 支出1,748万元，执行率92%."""
    for reason in line.deduction_reasons:
        for found in _TOLD_RATE.finditer(fold_widths(reason.text.value)):
            rate = read(found[1])
            if rate is not None:
                yield bounds(rate)


def is_execution(case: Case, subject: str, name: str) -> bool:
    """Whether this is the line of the execution rate."""
    line = judged(case, subject)
    if subject in _budget_rows(case.report):
        return True
    return names_execution(name) or (line is not None and line.method == "execution")


@once
def _budget_rows(report: PerformanceReport) -> frozenset[str]:
    return frozenset(row.id for row in report.budget)


@once
def half_points(report: PerformanceReport) -> bool:
    """Whether every score of the report is a multiple of half a point, and not all are whole."""
    scores = [line.claimed_score.value for line in report.scored_leaves if line.claimed_score is not None]
    return all(score * 2 == int(score * 2) for score in scores) and any(score != int(score) for score in scores)


def score_decimals(case: Case, score: Decimal) -> int:
    """Decimals to which a score is rounded: its own; a whole number beside scores with decimals stands for x.0."""
    return fineness(score) or min(1, _finest(case.report))


@once
def _finest(report: PerformanceReport) -> int:
    """Most decimals that any score is printed with."""
    return max((fineness(score) for score in known(entry.score for entry in entries(report))), default=0)


def truncated(printed: Decimal, exact: Decimal, decimals: int) -> bool:
    """Whether dropping digits instead of rounding gives the printed value, to at least one decimal."""
    return decimals >= 1 and printed <= exact < printed + Decimal(1).scaleb(-decimals)
