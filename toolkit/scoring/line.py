"""One line given as texts → its score: points, target, actual and criterion as a person types them (`jixiao score`)."""

from dataclasses import dataclass
from decimal import Decimal

from toolkit.measure.interval import rounded
from toolkit.measure.target import actual as read_actual
from toolkit.measure.target import target as read_target
from toolkit.model.number import Bounds
from toolkit.model.scoresheet import WhyNot
from toolkit.model.standard import Method
from toolkit.scoring import criteria
from toolkit.scoring.evaluate import evaluate
from toolkit.scoring.facts import Facts
from toolkit.scoring.load import NATIONAL, standards
from toolkit.scoring.rule import ScoringRule

SCORE_DECIMALS = 4
_REASONS: frozenset[WhyNot] = frozenset({"qualitative", "discretionary", "needs-facts", "criterion-unread"})
_AS: dict[WhyNot, WhyNot] = {"rule-unknown": "criterion-unread"}


@dataclass(frozen=True, slots=True)
class LineResult:
    """A line recomputed: the interval of its score (points, 4 decimals), method and steps, or why not."""

    recomputed: Bounds | None
    method: str | None
    steps: tuple[str, ...]
    why_not: WhyNot | None


def score_line(points: Decimal, target: str | None, actual: str | None, criterion: str | None) -> LineResult:
    """Score of one line. Typed figures stand for themselves; without a criterion the national rule applies.

    `why_not` is one of the four that the contract names for a single line: qualitative, discretionary, needs-facts,
    criterion-unread.
    """
    rule = _national_rule() if not (criterion or "").strip() else criteria.read(criterion or "", points)
    if rule is None or isinstance(rule, str):
        why: WhyNot = rule or "criterion-unread"
        return LineResult(None, why if why == "discretionary" else None, (_unused(why, criterion),), why)
    facts = Facts(
        target=read_target(target) if target else None,
        actual=read_actual(actual) if actual else None,
        target_text=target or None,
        actual_text=actual or None,
        criterion_text=(criterion or "").strip() or None,
        lenient=True,
        bands=standards()[NATIONAL].qualitative,
    )
    outcome = evaluate(rule, points, facts)
    method = outcome.method or method_name(rule, facts)
    if outcome.bounds is None:
        why = outcome.why_not or "needs-facts"
        return LineResult(None, method, outcome.steps, why if why in _REASONS else _AS.get(why, "needs-facts"))
    return LineResult(rounded(outcome.bounds, SCORE_DECIMALS), method, outcome.steps, None)


def method_name(rule: ScoringRule, facts: Facts) -> str:
    """The method as the sheet names it: a ratio by its direction."""
    if rule.method.name != "ratio":
        return rule.method.name
    return "ratio_down" if facts.way == "lower_is_better" and not rule.absolute else "ratio_up"


def _national_rule() -> ScoringRule:
    return ScoringRule(standards()[NATIONAL].default_method or Method(name="ratio"))


def _unused(why: WhyNot, criterion: str | None) -> str:
    if why == "discretionary":
        return f"评分标准“{criterion}”由评分人酌定"
    return f"评分标准“{criterion}”未能读懂，不作推断"
