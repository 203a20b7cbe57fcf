"""Nouns ↔ JSON: the contract's key order, UTF-8, decimals as plain strings, nothing that differs between runs."""

import json
from typing import TYPE_CHECKING, Any

from toolkit.errors import ToolkitError

if TYPE_CHECKING:  # `jixiao measure` starts without the nouns of reports
    from toolkit.model.case import Dossier
    from toolkit.model.comparison import Comparison
    from toolkit.model.document import Document, Note, Source
    from toolkit.model.number import Noun
    from toolkit.model.record import PerformanceReport

REPORT_SCHEMA = "jixiao/report/1"
AUDIT_SCHEMA = "jixiao/audit/1"
COMPARISON_SCHEMA = "jixiao/comparison/1"
REFUSAL_SCHEMA = "jixiao/refusal/1"
WHATIF_SCHEMA = "jixiao/whatif/1"


def dump(noun: "Noun") -> Any:
    """A noun as plain JSON values."""
    return noun.model_dump(mode="json")


def encode(value: Any) -> str:
    """JSON text, two spaces indented, Chinese as itself, one trailing newline."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def encode_line(value: Any) -> str:
    """JSON text in one line, with its newline."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def source_view(source: "Source") -> dict[str, Any]:
    """`source` of the contract."""
    return {
        "name": source.name,
        "sha256": source.sha256,
        "media_type": source.media_type,
        "size": source.size,
        "pages": source.pages,
        "reader": source.reader,
    }


def report_view(document: "Document", report: "PerformanceReport") -> dict[str, Any]:
    """`jixiao/report/1`: what `extract --json` prints for one source."""
    return {
        "schema": REPORT_SCHEMA,
        "source": source_view(document.source),
        "status": "partial" if any(note.severity == "loss" for note in document.notes) else "ok",
        **_report_body(report),
        "notes": [_note_view(note) for note in document.notes],
    }


def audit_view(dossier: "Dossier") -> dict[str, Any]:
    """`jixiao/audit/1`: what `audit --json` prints for one source."""
    case = dossier.case
    return {
        "schema": AUDIT_SCHEMA,
        "source": source_view(case.document.source),
        "standard": dump(case.choice),
        "report": report_view(case.document, case.report),
        **_judgement(dossier),
        "annexes": [{"standard": dump(annex.case.choice), **_judgement(annex)} for annex in dossier.annexes],
    }


def comparison_view(comparison: "Comparison") -> dict[str, Any]:
    """`jixiao/comparison/1`."""
    return {"schema": COMPARISON_SCHEMA, **dump(comparison)}


def refusal_view(source: str, error: ToolkitError) -> dict[str, Any]:
    """`jixiao/refusal/1`: stands in the place of a file that could not be read."""
    return {
        "schema": REFUSAL_SCHEMA,
        "source": source,
        "error": {"code": error.code, "message": error.message, "hint": error.hint},
    }


def _report_body(report: "PerformanceReport") -> dict[str, Any]:
    body: dict[str, Any] = dump(report)
    body["annexes"] = [_report_body(annex) for annex in report.annexes]
    return body


def _judgement(dossier: "Dossier") -> dict[str, Any]:
    return {
        "scoresheet": dump(dossier.case.sheet),
        "ledger": dump(dossier.case.ledger),
        "findings": [dump(finding) for finding in dossier.findings],
    }


def _note_view(note: "Note") -> dict[str, Any]:
    where = None if note.page is None else {"segments": [], "page": note.page}
    return {"code": note.code, "message": note.message, "where": where}
