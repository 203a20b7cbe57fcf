"""Made reports with one planted error each → how often the audit finds it, and what it says of clean ones.

`python -m benchmarks.planted [reports] [seed] [split]`: the composer's truth graph, judged without toolkit/figures,
says which errors the document itself reveals, and which code is due.
"""

import sys
from collections import Counter
from typing import cast

from toolkit.corpus.grammar import Split
from toolkit.corpus.layout import Style
from toolkit.corpus.render import engines
from toolkit.corpus.writing import Made, make
from toolkit.model.case import Dossier
from toolkit.model.finding import Finding, Severity
from toolkit.pipeline.analyze import analyze


def main(size: int = 300, seed: int = 7, split: str = "test") -> None:
    """Print the figures, and every error that is missed, misplaced or unfounded by code."""
    counts: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    unfounded: Counter[str] = Counter()
    for number in range(size):
        made = make(cast(Split, split), seed, number)
        (content,) = engines()["markdown"].render([(made.document, Style())])
        findings = _findings(analyze(content, f"{made.name}.md"))
        _count(made, [one for one in findings if one.severity is Severity.ERROR], findings, counts, missed, unfounded)
    print(dict(sorted(counts.items())))
    print(
        f"recall {_share(counts['found'], counts['revealed'])}  precision {_share(counts['right'], counts['errors'])}"
    )
    print(
        f"place {_share(counts['placed'], counts['found'])}  unrevealed {_share(counts['hidden'], counts['planted'])}"
    )
    print("missed", dict(missed))
    print("unfounded", dict(unfounded))


def _findings(dossier: Dossier) -> list[Finding]:
    return [*dossier.findings, *(one for annex in dossier.annexes for one in _findings(annex))]


def _count(
    made: Made,
    errors: list[Finding],
    findings: list[Finding],
    counts: Counter[str],
    missed: Counter[str],
    unfounded: Counter[str],
) -> None:
    planted = made.truth["planted"]
    counts["reports"] += 1
    counts["errors"] += len(errors)
    due = {one["code"] for one in planted}
    for one in planted:
        counts["planted"] += 1
        if not one["observable"]:
            counts["hidden"] += 1
            continue
        counts["revealed"] += 1
        found = [finding for finding in findings if finding.code == one["code"]]
        if not found:
            missed[one["code"]] += 1
            continue
        counts["found"] += 1
        counts["placed"] += any(one["observed"] in _words(finding) for finding in found)
    for finding in errors:
        counts["right"] += finding.code in due
        if finding.code not in due:
            unfounded[f"{finding.code}{' on clean' if not planted else ''}"] += 1


def _words(finding: Finding) -> str:
    return f"{finding.message}{finding.observed}".replace(",", "")


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.2%}" if whole else "none"


if __name__ == "__main__":
    size, seed = (int(argument) for argument in (sys.argv[1:3] + ["300", "7"][len(sys.argv[1:3]) :]))
    main(size, seed, sys.argv[3] if len(sys.argv) > 3 else "test")
