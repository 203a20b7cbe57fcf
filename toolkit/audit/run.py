"""Case → findings: every rule looks, one cause keeps one code, each finding gets its fingerprint and its place."""

from collections.abc import Collection, Iterator
from functools import lru_cache

from toolkit.audit.certainty import as_sure
from toolkit.audit.fingerprint import fingerprints
from toolkit.audit.place import reading_order
from toolkit.audit.precedence import Sighting, one_cause_one_code
from toolkit.audit.rule import Rule
from toolkit.errors import UsageError
from toolkit.model.case import Case
from toolkit.model.finding import Finding
from toolkit.registry import discover


@lru_cache(maxsize=1)
def _discovered() -> dict[str, Rule]:
    return discover("toolkit.audit.rules", Rule, lambda rule: rule.code)


def rules() -> dict[str, Rule]:
    """All rules by code, found once a process."""
    return dict(_discovered())


def audit(case: Case, select: Collection[str] = (), ignore: Collection[str] = ()) -> tuple[Finding, ...]:
    """Findings of the case, gravest first, then in reading order, then by code.

    `select` and `ignore` hold codes or beginnings of codes (SCO); draft rules run only where selected. Raises
    UsageError for a code that no rule has. A rule that raises is a fault of ours and is not hidden.
    """
    chosen = _chosen(rules(), select, ignore)
    seen = [Sighting(rule, as_sure(case, rule, draft)) for rule in chosen for draft in rule.check(case)]
    kept = one_cause_one_code(seen)
    marks = fingerprints(case.document, [(sighting.rule.code, sighting.draft) for sighting in kept])
    found = [_finding(sighting, mark) for sighting, mark in zip(kept, marks, strict=True)]
    place = reading_order(case.document)
    return tuple(sorted(found, key=lambda finding: (finding.severity.rank, place(finding.where), finding.code)))


def _chosen(known: dict[str, Rule], select: Collection[str], ignore: Collection[str]) -> Iterator[Rule]:
    for asked in (*select, *ignore):
        if not any(code.startswith(asked.upper()) for code in known):
            raise UsageError("RULE-UNKNOWN", f"没有代码为“{asked}”的规则。", "用 jixiao rules list 查看全部规则。")
    for code, rule in known.items():
        wanted = _matches(code, select) if select else rule.lifecycle != "draft"
        if wanted and not _matches(code, ignore):
            yield rule


def _matches(code: str, asked: Collection[str]) -> bool:
    return any(code.startswith(beginning.upper()) for beginning in asked)


def _finding(sighting: Sighting, fingerprint: str) -> Finding:
    rule, draft = sighting.rule, sighting.draft
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=sighting.severity,
        basis=draft.basis,
        message=f"{draft.message}{sighting.hint}",
        subject=draft.subject,
        expected=draft.expected,
        observed=draft.observed,
        advice=draft.advice,
        effect=draft.effect,
        ask=draft.ask,
        where=draft.where,
        related=tuple(sorted(sighting.related)),
        fingerprint=fingerprint,
    )
