"""Texts with marked spans (a spaCy DocBin) → a truth: each text with a `NAME` is a line of indicators.

Labels are the truth's own fields in capitals: ENTITY, PROJECT_NAME, SUPERVISING_DEPARTMENT, FISCAL_YEAR, CLAIMED_TOTAL,
CLAIMED_GRADE of the report; NAME, LEVEL1, LEVEL2, MAX_SCORE, CLAIMED_SCORE, TARGET, ACTUAL, CORRECTIVE_ACTION, REASON
and POINTS (of the reason before it) of a line. Categories D1–D14 of a text are those of its reasons.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from toolkit.errors import UsageError
from toolkit.nlp.docbin import Marked

_IDENTITY: Final = ("entity", "fiscal_year", "project_name", "supervising_department")
_REPORT: Final = ("claimed_total", "claimed_grade")
_LINE: Final = ("max_score", "claimed_score", "target", "actual", "corrective_action")
_GROUPS: Final = ("level1", "level2")
_KNOWN: Final = frozenset((*_IDENTITY, *_REPORT, *_LINE, *_GROUPS, "name", "reason", "points"))


def truth_of_spans(marked: Sequence[Marked], name: str) -> dict[str, Any]:
    """The truth that the spans tell. Raises UsageError for an unknown label, points without a reason, a field twice."""
    report: dict[str, str] = {}
    lines = []
    for number, text in enumerate(marked, 1):
        said, reasons = _fields(text, f"“{name}”第 {number} 段")
        report.update({field: said.pop(field) for field in (*_IDENTITY, *_REPORT) if field in said})
        if said or reasons:
            lines.append(_line(said, reasons, f"“{name}”第 {number} 段"))
    return {
        "split": "annotated",
        "identity": {field: report[field] for field in _IDENTITY if field in report},
        **{field: report.get(field) for field in _REPORT},
        "budget": [],
        "indicators": lines,
        "adjustments": [],
        "declared_counts": [],
        "annexes": [],
    }


def _fields(text: Marked, where: str) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """Fields of one text, and its reasons with their points."""
    said: dict[str, str] = {}
    reasons: list[dict[str, Any]] = []
    for label, words in text.spans:
        field = label.lower()
        if field not in _KNOWN:
            raise _refused(f"{where}：不认得标签 {label}。", f"可用：{'、'.join(sorted(_KNOWN)).upper()}。")
        if field == "reason":
            reasons.append({"text": words, "points": None, "categories": list(_codes(text))})
        elif field == "points":
            if not reasons or reasons[-1]["points"] is not None:
                raise _refused(f"{where}：POINTS“{words}”之前没有 REASON。", "先标原因，再标它扣的分。")
            reasons[-1]["points"] = words
        elif field in said:
            raise _refused(f"{where}：{label} 标了两处。", "一段只标一条指标。")
        else:
            said[field] = words
    return said, reasons


def _codes(text: Marked) -> Iterator[str]:
    codes = [f"D{number}" for number in range(1, 15)]
    return (code for code in codes if code in text.categories)


def _line(said: dict[str, str], reasons: list[dict[str, Any]], where: str) -> dict[str, Any]:
    if "name" not in said:
        raise _refused(f"{where}：标了 {'、'.join(said) or 'reason'}，没有标 NAME。", "每条指标标出它的名称。")
    return {
        "name": said["name"],
        "level": 3,
        **{field: said.get(field) for field in (*_GROUPS, *_LINE)},
        "reasons": reasons,
    }


def _refused(message: str, hint: str) -> UsageError:
    return UsageError("CORPUS-ANNOTATION", message, hint)
