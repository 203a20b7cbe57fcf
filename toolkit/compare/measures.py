"""Dossier → its row of the comparison: scores, gap, money on one base, shares, deductions by reason, findings."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from toolkit.model.case import Case, Dossier
from toolkit.model.citation import CitedQuantity
from toolkit.model.comparison import ComparedBudget, ComparedEntity, FindingCounts
from toolkit.model.finding import Finding
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import DeductionReason, Indicator, PerformanceReport
from toolkit.model.scoresheet import ScoreSheet

UNKNOWN = "D0"
EXECUTION = "D2"
_EXACT = Context(prec=2000)
_SHARE = Decimal("0.0001")
_RATE = Decimal("0.000001")


def measured(dossier: Dossier, within: str | None = None) -> ComparedEntity:
    """The row, without ranks. `within`: the entity of the report in whose file an annex stands."""
    case = dossier.case
    report, sheet = case.report, case.sheet
    identity = report.identity
    claimed = report.claimed_total.value if report.claimed_total else None
    recomputed = _recomputed(case)
    return ComparedEntity(
        entity=identity.entity.value if identity.entity else within,
        fiscal_year=identity.fiscal_year.value if identity.fiscal_year else None,
        project_name=identity.project_name.value if identity.project_name else None,
        source=case.document.source.name,
        claimed_total=claimed,
        from_lines=sheet.total.from_lines,
        recomputed=recomputed,
        score_gap=_gap(claimed, recomputed),
        standard=case.choice.id,
        budget=_budget(report),
        indicators=len(report.leaves),
        full_score_share=_full_share(sheet),
        deductions=deductions(report),
        coverage=sheet.coverage,
        findings=_counts(dossier.findings),
    )


def amount(cited: CitedQuantity | None) -> Decimal | None:
    """The one value (base units) of a cited number; None for a bound, a range, words, or nothing."""
    if cited is None or not isinstance(cited.value, NumberQuantity) or cited.value.low != cited.value.high:
        return None
    return cited.value.low


def _recomputed(case: Case) -> Bounds | None:
    """The total with the recomputed lines in it; None where no line was recomputed (it would repeat the claim), or
    where lines are missing that the claimed total counts (the gap would be theirs)."""
    sheet = case.sheet
    return sheet.total.recomputed_given_claims if sheet.coverage.recomputed and not _lines_missing(case) else None


def _lines_missing(case: Case) -> bool:
    """Whether points of the standard's total stand on no line, unless the lines add to the claimed total."""
    slots = sum((item.max_score.value for item in case.report.adjustments if item.max_score), Decimal(0))
    return not case.sheet.total.agrees and case.standard.total > case.sheet.coverage.points + slots


def _gap(claimed: Decimal | None, recomputed: Bounds | None) -> Bounds | None:
    if claimed is None or recomputed is None:
        return None
    return Bounds(low=claimed - recomputed.high, high=claimed - recomputed.low)


def _budget(report: PerformanceReport) -> ComparedBudget:
    """Executed ÷ revised budget for all; ÷ original budget only where no other is printed, and `rate_base` says so."""
    whole = report.whole_budget
    if whole is None:
        return ComparedBudget()
    revised, original = amount(whole.revised_budget), amount(whole.original_budget)
    actual = amount(whole.actual_expenditure)
    base, name = (revised, "revised") if revised is not None else (original, "original")
    rate = None
    if actual is not None and base:
        rate = (actual / base).quantize(_RATE, ROUND_HALF_UP, _EXACT)
    return ComparedBudget(
        revised_budget=revised,
        actual_expenditure=actual,
        execution_rate=rate,
        rate_base=None if rate is None else name,
    )


def _full_share(sheet: ScoreSheet) -> Decimal | None:
    """Share of the scored lines that claim all their points."""
    scored = [(line.claimed, line.max_score) for line in sheet.lines if line.claimed is not None and line.max_score]
    if not scored:
        return None
    full = sum(1 for claimed, most in scored if claimed == most)
    return (Decimal(full) / len(scored)).quantize(_SHARE, ROUND_HALF_UP)


def deductions(report: PerformanceReport) -> dict[str, Decimal]:
    """Points lost by category of reason (D1…D14, D0 unknown), categories in order.

    A reason that names its points counts with them, under its first category. What is left of a line's loss goes to
    the category that its other reasons share; to D0 where they differ, or where there is none. A line
    without reasons takes those of its group. The execution line's own loss is D2.
    """
    lost: dict[str, Decimal] = defaultdict(Decimal)
    by_id = {line.id: line for line in report.indicators}
    for line in report.scored_leaves:
        points = lost_points(line)
        if points is not None and points > 0:
            for category, part in _by_reason(points, _reasons(line, by_id)):
                lost[category] += part
    row = report.execution_row
    if row is not None and row.max_score and row.claimed_score and row.max_score.value > row.claimed_score.value:
        lost[EXECUTION] += row.max_score.value - row.claimed_score.value
    return {category: lost[category] for category in sorted(lost, key=lambda code: int(code[1:])) if lost[category]}


def lost_points(line: Indicator) -> Decimal | None:
    """Points less score; where either is missing, the deduction as printed; None where nothing is stated."""
    if line.max_score and line.claimed_score:
        return line.max_score.value - line.claimed_score.value
    return abs(line.deduction.value) if line.deduction else None


def _reasons(line: Indicator, by_id: dict[str, Indicator]) -> Sequence[DeductionReason]:
    """The line's reasons, or those of the nearest group above that has any."""
    seen: Indicator | None = line
    while seen is not None and not seen.deduction_reasons:
        seen = by_id.get(seen.parent) if seen.parent else None
    return seen.deduction_reasons if seen else ()


def _by_reason(lost: Decimal, reasons: Sequence[DeductionReason]) -> Iterator[tuple[str, Decimal]]:
    rest = lost
    for reason in reasons:
        if reason.points and reason.points.value:
            part = min(rest, abs(reason.points.value))
            rest -= part
            yield _category(reason), part
    if rest:
        unnamed = {_category(reason) for reason in reasons if not reason.points}
        yield (unnamed.pop() if len(unnamed) == 1 else UNKNOWN), rest


def _category(reason: DeductionReason) -> str:
    return reason.categories[0] if reason.categories else UNKNOWN


def _counts(findings: Sequence[Finding]) -> FindingCounts:
    counts = Counter(finding.severity.value for finding in findings)
    return FindingCounts(error=counts["error"], warning=counts["warning"], notice=counts["notice"])
