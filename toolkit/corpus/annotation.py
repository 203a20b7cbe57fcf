"""What a person annotated (`jixiao extract --json` corrected, or a spaCy DocBin) → a truth file beside its document."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from toolkit.corpus.fields import BUDGET_VALUES
from toolkit.corpus.quotes import absent_quotes
from toolkit.corpus.spans import truth_of_spans
from toolkit.errors import UsageError
from toolkit.export._output import write_atomically
from toolkit.nlp.docbin import read_docbin
from toolkit.readers import read

_SCHEMA: Final = "jixiao/report/1"
_IDENTITY: Final = ("entity", "fiscal_year", "kind", "project_name", "supervising_department")
_LINE: Final = ("max_score", "claimed_score", "target", "actual", "corrective_action")


def adopt(annotation: Path, document: Path, folder: Path) -> Path:
    """Write document and truth into `folder` and return the truth's path.

    Raises UsageError for what is no annotation of ours, and for a quote that the document does not have, with its
    place.
    """
    truth = _truth(annotation)
    data = document.read_bytes()
    absent = list(absent_quotes(truth, read(data, document.name)))
    if absent:
        where, quote = absent[0]
        raise UsageError("CORPUS-QUOTE", f"“{annotation.name}”的 {where}：文档里没有“{quote}”。", "照原文改正引文。")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{document.stem}.truth.json"
    write_atomically(folder / document.name, [data])
    write_atomically(path, [json.dumps(truth, ensure_ascii=False, indent=1).encode() + b"\n"])
    return path


def _truth(annotation: Path) -> dict[str, Any]:
    """By the name of the file: `.spacy` is a DocBin."""
    if annotation.suffix != ".spacy":
        return truth_of(_read(annotation))
    try:
        data = annotation.read_bytes()
    except OSError as cause:
        raise UsageError("CORPUS-ANNOTATION", f"“{annotation}”读不出来：{cause}。", "应为 DocBin 文件。") from cause
    return truth_of_spans(read_docbin(data, annotation.name), annotation.name)


def _read(annotation: Path) -> dict[str, Any]:
    try:
        said = json.loads(annotation.read_text("utf-8"))
    except (OSError, ValueError) as cause:
        raise UsageError("CORPUS-ANNOTATION", f"“{annotation}”读不出来：{cause}。", "应为 UTF-8 的 JSON。") from cause
    if not isinstance(said, dict) or said.get("schema") != _SCHEMA:
        raise UsageError(
            "CORPUS-ANNOTATION", f"“{annotation}”不是一份报告的 JSON。", "先用 jixiao extract --json 得到，再逐项改正。"
        )
    return said


def truth_of(report: Mapping[str, Any]) -> dict[str, Any]:
    """The contract's report → the truth's shape: quotes as values, annexes alike."""
    rows = {row["id"]: row for row in report.get("budget", ())}
    return {
        "split": "annotated",
        "identity": _identity(report.get("identity", {})),
        "claimed_total": _quote(report.get("claimed_total")),
        "claimed_grade": _quote(report.get("claimed_grade")),
        "budget": [_row(row, rows) for row in report.get("budget", ())],
        "indicators": [_line(line) for line in report.get("indicators", ())],
        "adjustments": [
            {"text": _quote(one["text"]), "points": str(one["points"]["value"])}
            for one in report.get("adjustments", ())
            if one.get("points") is not None
        ],
        "declared_counts": [
            {"scope": one.get("scope"), "what": one["what"], "count": str(one["count"]["value"])}
            for one in report.get("declared_counts", ())
        ],
        "annexes": [truth_of(annex) for annex in report.get("annexes", ())],
    }


def _identity(said: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(cited["value"]) for name in _IDENTITY if (cited := said.get(name)) is not None}


def _quote(cited: Mapping[str, Any] | None) -> str | None:
    return None if cited is None else str(cited["quote"])


def _row(row: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    parent = rows.get(row.get("parent") or "")
    return {
        "label": _quote(row.get("label")),
        "parent": None if parent is None else _quote(parent.get("label")),
        "partition": row.get("partition"),
        **{name: _quote(row.get(name)) for name in BUDGET_VALUES},
    }


def _line(line: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": line["name"]["value"],
        "level": line["level"],
        "level1": line.get("level1"),
        "level2": line.get("level2"),
        **{name: _quote(line.get(name)) for name in _LINE},
        "reasons": list(_reasons(line)),
    }


def _reasons(line: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for reason in line.get("deduction_reasons", ()):
        yield {
            "text": _quote(reason["text"]),
            "points": _quote(reason.get("points")),
            "categories": list(reason.get("categories", ())),
        }
