"""Made documents through the whole way → how many fields, reasons and planted errors are right, by format and rule."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from toolkit.corpus.fields import Field, compared
from toolkit.corpus.grammar import Split
from toolkit.corpus.render import engines
from toolkit.corpus.writing import Made, make
from toolkit.model.case import Dossier
from toolkit.model.finding import Finding, Severity
from toolkit.pipeline.analyze import analyze

REASONS: Final = frozenset({"reasons", "reason_points"})
_BATCH: Final = 25


@dataclass(slots=True)
class Tally:
    """Fields stated and found alike, stated and not found so, found and not so stated."""

    right: int = 0
    missed: int = 0
    added: int = 0

    def count(self, wanted: str | None, found: str | None) -> bool:
        """Count one field; whether it is right."""
        if wanted == found:
            self.right += wanted is not None
            return True
        self.missed += wanted is not None
        self.added += found is not None
        return False

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there is nothing."""
        whole = 2 * self.right + self.missed + self.added
        return 2 * self.right / whole if whole else 1.0


@dataclass(slots=True)
class RuleCount:
    """Of one code: documents in which it is due, those in which it was said, those in which it was said wrongly.

    `hidden`: errors planted that the document cannot reveal. `remarks`: doubts and hints on clean documents.
    """

    due: int = 0
    said: int = 0
    wrong: int = 0
    hidden: int = 0
    remarks: int = 0


@dataclass(slots=True)
class Evaluation:
    """What came of one format: tallies, counts by code, and each miss in words."""

    format: str
    documents: int = 0
    clean: int = 0
    fields: Tally = field(default_factory=Tally)
    reasons: Tally = field(default_factory=Tally)
    by_field: dict[str, Tally] = field(default_factory=dict)
    rules: dict[str, RuleCount] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def rule(self, code: str) -> RuleCount:
        """The count of a code."""
        return self.rules.setdefault(code, RuleCount())


def evaluate(split: Split, seed: int, size: int, format_name: str) -> Evaluation:
    """The first `size` documents of a split, drawn by one engine, read and audited."""
    found = Evaluation(format_name)
    engine = engines()[format_name]
    for start in range(0, size, _BATCH):
        batch = [make(split, seed, number) for number in range(start, min(start + _BATCH, size))]
        files = engine.render([(made.document, made.pattern.style) for made in batch])
        for made, data in zip(batch, files, strict=True):
            _add(found, made, analyze(data, f"{made.name}.{engine.suffix}"))
    return found


def _add(found: Evaluation, made: Made, dossier: Dossier) -> None:
    found.documents += 1
    for name, wanted, got in compared(made.truth, dossier.case.report):
        _field(found, made, (name, wanted or None, got or None))
    _findings(found, made, list(findings(dossier)))


def _field(found: Evaluation, made: Made, one: Field) -> None:
    name, wanted, got = one
    sort = name.rpartition(".")[2]
    tally = found.by_field.setdefault(sort, Tally())
    right = tally.count(wanted, got)
    found.fields.count(wanted, got)
    if sort in REASONS:
        found.reasons.count(wanted, got)
    if not right:
        found.misses.append(f"{made.name}：{name}：应为“{wanted}”，读作“{got}”")


def _findings(found: Evaluation, made: Made, said: Sequence[Finding]) -> None:
    truth = made.truth
    due = {*truth["findings"]["errors"], *truth["findings"]["must_raise"]}
    codes = {one.code for one in said}
    found.clean += not truth["planted"]
    for plant in truth["planted"]:
        found.rule(plant["code"]).hidden += not plant["observable"]
    for code in due:
        found.rule(code).due += 1
        found.rule(code).said += code in codes
        if code not in codes:
            found.misses.append(f"{made.name}：没有报出 {code}：{_planted(truth)}")
    for code in {one.code for one in said if one.severity is Severity.ERROR} - due:
        found.rule(code).wrong += 1
        message = next(one.message for one in said if one.code == code)
        found.misses.append(f"{made.name}：误报 {code}：{message}（植入：{_planted(truth)}）")
    if not truth["planted"]:
        for code, count in Counter(one.code for one in said if one.severity is not Severity.ERROR).items():
            found.rule(code).remarks += count


def findings(dossier: Dossier) -> Iterator[Finding]:
    """Those of the report and of its annexes."""
    yield from dossier.findings
    for annex in dossier.annexes:
        yield from findings(annex)


def _planted(truth: dict[str, Any]) -> str:
    plants = [f"{one['code']} {one['subject']} {one['expected']}→{one['observed']}" for one in truth["planted"]]
    return "；".join(plants) or "无"
