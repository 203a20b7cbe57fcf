"""One source and assumptions → only what changes: scores, totals, grades; findings that go, come or read otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from toolkit.audit.fragility import fragility
from toolkit.export._overview import fragility_words, scores
from toolkit.export._words import score, span
from toolkit.model.case import Dossier
from toolkit.model.codec import WHATIF_SCHEMA, dump
from toolkit.model.finding import Finding
from toolkit.model.scoresheet import LineScore
from toolkit.pipeline.analyze import judge_again
from toolkit.pipeline.isolate import obtain
from toolkit.pipeline.request import Request


@dataclass(frozen=True, slots=True)
class Change:
    """What reads otherwise: its name, and how it read before and after."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The differences that the assumptions make, in the order of the page."""

    changes: tuple[Change, ...]
    gone: tuple[Finding, ...]
    new: tuple[Finding, ...]
    otherwise: tuple[Finding, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing changes."""
        return not (self.changes or self.gone or self.new or self.otherwise)


def what_if(data: bytes, name: str, request: Request) -> WhatIf:
    """The source judged without and with `request.assume`; read once. Raises ToolkitError.

    What was judged once within the limits is judged again here: the source itself stays in the child.
    """
    before = obtain("audit", data, name, replace(request, assume=()))
    return difference(before, judge_again(before, request))


def printed(found: WhatIf, source: str) -> dict[str, Any]:
    """The differences as the JSON that is printed; `source` is the name of the file."""
    changes = [{"what": one.what, "before": one.before, "after": one.after} for one in found.changes]
    sorts = {"gone": found.gone, "new": found.new, "changed": found.otherwise}
    findings = {sort: [dump(finding) for finding in listed] for sort, listed in sorts.items()}
    return {"schema": WHATIF_SCHEMA, "source": source, "changes": changes, "findings": findings}


def difference(before: Dossier, after: Dossier) -> WhatIf:
    """What differs between two judgements of one source."""
    pairs = list(zip((before, *before.annexes), (after, *after.annexes), strict=True))
    changes = tuple(change for one, other in pairs for change in _changes(one, other))
    gone, new, otherwise = [], [], []
    for one, other in pairs:
        old, now = _by_cause(one), _by_cause(other)
        gone += [finding for cause, finding in old.items() if cause not in now]
        new += [finding for cause, finding in now.items() if cause not in old]
        otherwise += [now[cause] for cause in now if cause in old and now[cause].message != old[cause].message]
    return WhatIf(changes, tuple(gone), tuple(new), tuple(otherwise))


def _by_cause(dossier: Dossier) -> dict[tuple[str, str | None, int], Finding]:
    """Findings by code and line; several of one code and line by their order."""
    found: dict[tuple[str, str | None, int], Finding] = {}
    for finding in dossier.findings:
        number = sum(cause[:2] == (finding.code, finding.subject) for cause in found)
        found[finding.code, finding.subject, number] = finding
    return found


def _changes(before: Dossier, after: Dossier) -> Iterator[Change]:
    for one, other in zip_longest(before.case.sheet.lines, after.case.sheet.lines):
        if one is not None and other is not None and one != other:
            yield from _line_changes(one, other)
    old, now = scores(before.case), scores(after.case)
    rows = (
        ("自评总分", old.claimed, now.claimed),
        ("逐项相加", old.from_lines, now.from_lines),
        ("按标准重算", old.recomputed, now.recomputed),
        ("等级", old.grade, now.grade),
        ("等级最少几行可变", _fragile(before), _fragile(after)),
    )
    yield from (Change(what, one_side, other_side) for what, one_side, other_side in rows if one_side != other_side)


def _line_changes(one: LineScore, other: LineScore) -> Iterator[Change]:
    rows = (
        ("分值", score(one.max_score), score(other.max_score)),
        ("自评得分", score(one.claimed), score(other.claimed)),
        ("重算", span(one.recomputed), span(other.recomputed)),
    )
    yield from (Change(f"{other.name} {what}", old, now) for what, old, now in rows if old != now)


def _fragile(dossier: Dossier) -> str:
    return fragility_words(fragility(dossier)) or "不会变"
