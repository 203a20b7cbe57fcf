"""A report and its standard → the score sheet: every line recomputed or told why not, subtotals, total, coverage."""

from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal

from toolkit.measure.interval import rounded
from toolkit.model.number import Bounds
from toolkit.model.record import Direction, Indicator, PerformanceReport
from toolkit.model.scoresheet import Basis, Coverage, LineScore, ScoreSheet, WhyNot
from toolkit.model.settings import Settings
from toolkit.model.standard import Criterion, Standard
from toolkit.scoring import criteria
from toolkit.scoring.allowed import allowed
from toolkit.scoring.evaluate import evaluate
from toolkit.scoring.facts import Facts, dated
from toolkit.scoring.funds import execution_facts, execution_score, is_execution
from toolkit.scoring.line import SCORE_DECIMALS, method_name
from toolkit.scoring.matching import criterion_for
from toolkit.scoring.methods import Outcome, abstain
from toolkit.scoring.rule import ScoringRule, from_standard
from toolkit.scoring.tally import Scale, scale_of, scored_lines, subtotals, total

_DEFAULT = Settings()


def recompute(report: PerformanceReport, standard: Standard, settings: Settings = _DEFAULT) -> ScoreSheet:
    """The sheet of `report` under `standard`.

    A printed criterion goes before the standard's criterion of the same line, that before the standard's default.
    Figures count as the intervals that their printed digits leave open.
    """
    scale = scale_of(report)
    lines = [_leaf(line, report, standard, settings, scale) for line in scored_lines(report)]
    row = report.execution_row
    if row is not None:
        lines.append(_execution_row(report, standard, settings))
    return ScoreSheet(
        lines=tuple(lines),
        subtotals=subtotals(report, scale),
        total=total(report, tuple(lines), scale),
        coverage=_coverage(report, lines, scale, settings),
    )


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The rule of a line and where it comes from; or why there is none."""

    rule: ScoringRule | None
    basis: Basis | None = None
    why_not: WhyNot | None = None
    steps: tuple[str, ...] = ()


def _leaf(
    line: Indicator, report: PerformanceReport, standard: Standard, settings: Settings, scale: Scale
) -> LineScore:
    points = scale.points(line)
    claimed = None if line.claimed_score is None else line.claimed_score.value
    if points is None:
        return _line(
            line.id, line.name.value, None, claimed, _Chosen(None, why_not="no-points"), abstain("no-points"), None
        )
    chosen = _rule_for(line, points, standard)
    if chosen.rule is None:
        outcome = Outcome(None, chosen.steps, chosen.why_not or "rule-unknown")
        return _line(line.id, line.name.value, points, claimed, chosen, outcome, None)
    facts = _facts(line, report, standard, settings, lenient=chosen.basis == "printed")
    if is_execution(line) and chosen.rule.method.name == "execution":
        outcome = execution_score(points, chosen.rule.method, report, line, settings)
    else:
        outcome = evaluate(chosen.rule, points, facts)
        if chosen.basis != "printed" and claimed is not None and _may_be_cut(outcome, points, claimed, facts):
            outcome = abstain("discretionary", "完成值远超目标值：可按偏离程度调减，幅度没有规定")
    return _line(
        line.id, line.name.value, points, claimed, chosen, outcome, outcome.method or method_name(chosen.rule, facts)
    )


def _may_be_cut(outcome: Outcome, points: Decimal, claimed: Decimal, facts: Facts) -> bool:
    """Whether points may be missing because the target was set far too low: the regulation names no measure for it."""
    if outcome.bounds is None or outcome.bounds.low < points or not 0 <= claimed < points:
        return False
    pair = facts.numbers
    if pair is None or facts.clash or pair[0].low is None or pair[1].low is None or pair[0].low <= 0:
        return False
    return facts.way != "lower_is_better" and pair[1].low >= pair[0].low * facts.settings.over_achievement


def _execution_row(report: PerformanceReport, standard: Standard, settings: Settings) -> LineScore:
    row = report.execution_row
    assert row is not None  # noqa: S101 (the caller has looked)
    points = None if row.max_score is None else row.max_score.value
    claimed = None if row.claimed_score is None else row.claimed_score.value
    name = "预算执行率" if row.label is None else row.label.value
    criterion = _execution_criterion(standard)
    if points is None:
        return _line(row.id, name, None, claimed, _Chosen(None), abstain("no-points"), None)
    if criterion is None or not _same_points(criterion, points):
        outcome = abstain("rule-unknown", "评分标准未规定这一分值的预算执行如何计分")
        return _line(row.id, name, points, claimed, _Chosen(None), outcome, None)
    outcome = execution_score(points, criterion.method, report, None, settings)
    chosen = _Chosen(from_standard(criterion.method), standard.basis)
    return _line(row.id, name, points, claimed, chosen, outcome, "execution")


def _execution_criterion(standard: Standard) -> Criterion | None:
    return next((found for found in standard.criteria if found.method.name == "execution"), None)


def _same_points(criterion: Criterion, points: Decimal) -> bool:
    """Absolute scores hold for the standard's own points only; proportional ones for any."""
    proportional = criterion.method.name in {"execution", "ratio", "ratio_up", "ratio_down", "qualitative", "veto"}
    return proportional or criterion.max_score is None or criterion.max_score == points


def _rule_for(line: Indicator, points: Decimal, standard: Standard) -> _Chosen:
    if line.criterion is not None:
        read = criteria.read(line.criterion.value, points)
        if isinstance(read, ScoringRule):
            return _Chosen(read, "printed")
        if read is not None:
            words = "由评分人酌定" if read == "discretionary" else "未能读懂，不作推断"
            return _Chosen(None, "printed", read, (f"评分标准“{_short(line.criterion.value)}”{words}",))
    criterion = criterion_for(line, standard)
    if criterion is not None and criterion.method.name != "group":
        if not _same_points(criterion, points):
            return _Chosen(None, None, "rule-unknown", ("本行分值与标准不同，标准的扣分办法不能套用",))
        return _Chosen(from_standard(criterion.method), standard.basis)
    if standard.default_method is not None:
        return _Chosen(from_standard(standard.default_method), standard.basis)
    return _Chosen(None, None, "rule-unknown", ("没有适用于本行的计分方法",))


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _facts(line: Indicator, report: PerformanceReport, standard: Standard, settings: Settings, lenient: bool) -> Facts:
    target = line.target
    year = None if report.identity.fiscal_year is None else report.identity.fiscal_year.value
    facts = Facts(
        target=None if target is None else dated(target.value, year),
        actual=None if line.actual is None else dated(line.actual.value, year),
        target_text=None if target is None else _quoted(target.quote, target.unit_quote),
        actual_text=None if line.actual is None else _quoted(line.actual.quote, line.actual.unit_quote),
        criterion_text=None if line.criterion is None or not lenient else line.criterion.value,
        direction=line.direction or _by_kind(line),
        exact=False,
        lenient=lenient,
        settings=settings,
        bands=standard.qualitative,
    )
    if line.actual is None and is_execution(line):
        return replace(facts, **execution_facts(report, settings))
    return facts


def _quoted(quote: str, unit: str | None) -> str:
    return quote if unit is None or quote.endswith(unit) else f"{quote}{unit}"


def _by_kind(line: Indicator) -> Direction | None:
    """Satisfaction is never the less the better."""
    names = (line.name.value, line.level1 or "", line.level2 or "")
    satisfied = any("满意" in name and "不满意" not in name for name in names)
    return "higher_is_better" if satisfied else None


def _line(
    subject: str,
    name: str,
    points: Decimal | None,
    claimed: Decimal | None,
    chosen: _Chosen,
    outcome: Outcome,
    method: str | None,
) -> LineScore:
    recomputed, agrees = _against(claimed, outcome.bounds)
    return LineScore(
        subject=subject,
        name=name,
        max_score=points,
        claimed=claimed,
        recomputed=recomputed,
        basis=chosen.basis,
        method=method,
        steps=outcome.steps,
        agrees=agrees,
        why_not=outcome.why_not if recomputed is None else None,
        allowed=_allowed(chosen, points),
    )


def _allowed(chosen: _Chosen, points: Decimal | None) -> tuple[Decimal, ...] | None:
    if chosen.rule is None or chosen.basis != "printed" or points is None:
        return None
    return allowed(chosen.rule, points)


def _against(claimed: Decimal | None, exact: Bounds | None) -> tuple[Bounds | None, bool | None]:
    """The interval as shown, and whether the claimed score lies in it once both have the claimed score's decimals.

    Where they disagree the interval keeps four decimals: 8.7167 is not shown as 9 beside a claimed 10, and a score cut
    off instead of rounded (8.71) can be told.
    """
    if exact is None:
        return None, None
    if claimed is None:
        return rounded(exact, SCORE_DECIMALS), None
    decimals = max(0, -int(claimed.as_tuple().exponent))
    as_claimed = rounded(exact, decimals)
    if as_claimed.holds(claimed):
        return as_claimed, True
    return rounded(exact, max(decimals, SCORE_DECIMALS)), False


def _coverage(report: PerformanceReport, lines: list[LineScore], scale: Scale, settings: Settings) -> Coverage:
    by_id = {line.id: line for line in report.indicators}
    done = [line for line in lines if line.recomputed is not None]
    both = 0
    for line in lines:
        found = by_id.get(line.subject)
        if found is None:
            both += execution_facts(report, settings)["actual"] is not None
        else:
            both += found.target is not None and found.actual is not None
    reasons = Counter(line.why_not for line in lines if line.why_not is not None)
    return Coverage(
        lines=len(lines),
        points=sum((scale.worth(line) for line in lines), Decimal(0)),
        with_score=sum(line.claimed is not None for line in lines),
        with_target_and_actual=both,
        recomputed=len(done),
        recomputed_points=sum((scale.worth(line) for line in done), Decimal(0)),
        undecidable=dict(sorted(reasons.items())),
    )
