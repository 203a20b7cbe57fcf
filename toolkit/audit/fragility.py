"""Findings with their effect on the total → the smallest set of lines that would change the grade if upheld."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from toolkit.audit.advice import grade_of
from toolkit.model.case import Dossier
from toolkit.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Fragility:
    """The fewest findings that together lower the grade, the points they may take, and the grades before and after."""

    findings: tuple[Finding, ...]
    points: Decimal
    grade: str
    then: str


def fragility(dossier: Dossier) -> Fragility | None:
    """None where the total or its grade is not known, or all doubts together leave the grade as it is.

    Of several findings about one line the one that takes most counts; the fewest lines are those that take most.
    """
    case = dossier.case
    claimed = case.report.claimed_total
    now = None if claimed is None else grade_of(case, claimed.value)
    if claimed is None or now is None:
        return None
    taken: list[Finding] = []
    lost = Decimal(0)
    for finding in _by_weight(dossier.findings):
        taken.append(finding)
        lost += _loss(finding)
        then = grade_of(case, claimed.value - lost)
        if then is not None and then != now:
            return Fragility(tuple(taken), lost, now.name, then.name)
    return None


def _by_weight(findings: Iterable[Finding]) -> list[Finding]:
    heaviest: dict[str, Finding] = {}
    for finding in findings:
        subject = finding.subject or finding.fingerprint
        if _loss(finding) > 0 and (subject not in heaviest or _loss(finding) > _loss(heaviest[subject])):
            heaviest[subject] = finding
    return sorted(heaviest.values(), key=lambda finding: (-_loss(finding), finding.code, finding.fingerprint))


def _loss(finding: Finding) -> Decimal:
    """The most points that the finding may take, if upheld."""
    return Decimal(0) if finding.effect is None else max(Decimal(0), -finding.effect.points.low)
