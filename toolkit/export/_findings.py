"""Dossiers → rows of plain cells: one row a finding, one row a scored line, one row a cited value."""

from collections.abc import Iterator
from typing import Any

from toolkit.audit.place import place
from toolkit.audit.run import rules
from toolkit.export._records import SUBJECT, Plain, cell, subject, text
from toolkit.export._words import BASES, METHODS, WHY_NOT, span
from toolkit.model.case import Dossier
from toolkit.model.citation import Cited
from toolkit.model.document import Document
from toolkit.model.finding import Finding
from toolkit.model.record import PerformanceReport
from toolkit.model.scoresheet import LineScore

FINDING_HEADINGS = (
    *SUBJECT, "级别", "代码", "名称", "所涉行", "说明", "应为", "报告为", "建议", "影响（分）",
    "可补材料", "依据", "出处", "其他出处",
)  # fmt: skip
CITATION_HEADINGS = (*SUBJECT, "编号", "栏目", "值", "原文", "出处", "读取方法", "把握程度")
_FINDING_BASES = {**BASES, "printed": "报告所印内容", "setting": "设置的界限"}


def cases(dossier: Dossier) -> Iterator[Dossier]:
    """The dossier itself, then those of its annexes."""
    yield dossier
    yield from dossier.annexes


def finding_rows(dossier: Dossier) -> Iterator[tuple[Plain, ...]]:
    """Findings of the report and its annexes in the order of `FINDING_HEADINGS`, the gravest first."""
    for part in cases(dossier):
        document, report = part.case.document, part.case.report
        names = {line.id: line.name.value for line in report.indicators}
        for finding in graded(part.findings):
            first, *others = (place(document, where) for where in finding.where or (None,))
            yield (
                *subject(document, report),
                finding.severity.word,
                finding.code,
                rule_title(finding),
                names.get(finding.subject or "", finding.subject),
                finding.message,
                finding.expected,
                finding.observed,
                finding.advice,
                span(finding.effect.points) if finding.effect else None,
                finding.ask,
                _FINDING_BASES[finding.basis],
                first,
                "；".join(others) or None,
            )


def rule_title(finding: Finding) -> str:
    """What a reviewer reads as the finding's title; its own name where its rule is not installed."""
    rule = rules().get(finding.code)
    return rule.title if rule else finding.name


def graded(findings: tuple[Finding, ...]) -> list[Finding]:
    """Findings with the gravest first, otherwise in their own order."""
    return sorted(findings, key=lambda finding: finding.severity.rank)


def outcome(line: LineScore) -> str:
    """What the recomputation of a line came to, in a word."""
    if line.why_not is not None:
        return f"不能重算：{WHY_NOT[line.why_not]}"
    return {True: "相符", False: "不符", None: "未比较"}[line.agrees]


def method(line: LineScore) -> str:
    """By which method and on what basis a line was recomputed."""
    return " · ".join(filter(None, (METHODS.get(line.method or "", line.method), BASES.get(line.basis or ""))))


def citation_rows(document: Document, report: PerformanceReport) -> Iterator[tuple[Plain, ...]]:
    """Every cited value of a report in the order of `CITATION_HEADINGS`."""
    owner = subject(document, report)
    for owner_id, label, cited in _cited(report):
        yield (
            *owner,
            owner_id,
            label,
            text(cell(cited)),
            cited.quote,
            place(document, cited.where),
            cited.method,
            f"{cited.confidence:.2f}",
        )


def _cited(report: PerformanceReport) -> Iterator[tuple[str, str, Cited[Any]]]:
    for owner_id, noun in (
        ("", report.identity),
        ("", report),
        *((row.id, row) for row in report.budget),
        *((line.id, line) for line in report.indicators),
        *(("加减分", item) for item in report.adjustments),
    ):
        for name, field in type(noun).model_fields.items():
            value = getattr(noun, name)
            label = (field.description or name).partition("：")[0]
            if isinstance(value, Cited):
                yield owner_id, label, value
            elif name == "deduction_reasons":
                yield from ((owner_id, label, reason.text) for reason in value)
