"""Name of an output → its JSON Schema, made from the nouns; whatever is always printed is required."""

from collections.abc import Callable
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from toolkit.errors import UsageError
from toolkit.model.codec import AUDIT_SCHEMA, COMPARISON_SCHEMA, REFUSAL_SCHEMA, REPORT_SCHEMA, WHATIF_SCHEMA
from toolkit.model.comparison import Comparison
from toolkit.model.figure import FigureLedger
from toolkit.model.finding import Finding
from toolkit.model.number import Bounds, Noun
from toolkit.model.quantity import ChecklistQuantity, DateQuantity, NumberQuantity, QualitativeQuantity
from toolkit.model.record import PerformanceReport
from toolkit.model.scoresheet import ScoreSheet
from toolkit.model.settings import Settings
from toolkit.model.standard import Standard, StandardChoice

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_OPTIONAL = {
    "Segment": {"page", "boxes", "line", "column", "end_line", "end_column", "sheet", "ref", "path"},
    "Cited": {"unit_quote", "unit_where"},
}
"""Fields left out where they say nothing, by the beginning of the type's name."""


def schema(name: str) -> dict[str, Any]:
    """The schema of one of `NAMES`. Raises UsageError for any other name."""
    if name not in _MAKERS:
        raise UsageError("SCHEMA-UNKNOWN", f"没有名为“{name}”的输出。", f"可选：{' '.join(NAMES)}。")
    make, nouns = _MAKERS[name]
    given = name in {"settings", "standard"}
    return {"$schema": _DIALECT, "title": f"jixiao {name}", **make(), **_definitions(nouns, complete=not given)}


def _object(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _null_or(kind: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [kind, {"type": "null"}]}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _list(kind: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": kind}


class _OfWhatIsPrinted(GenerateJsonSchema):
    """Fields that rules see and nobody prints are left out."""

    def field_is_present(self, field: Any) -> bool:
        return not field.get("serialization_exclude") and super().field_is_present(field)


def _definitions(nouns: tuple[type[Noun], ...], *, complete: bool = True) -> dict[str, Any]:
    """`$defs` of the nouns and of everything in them; `complete` where they are printed and not given."""
    found: dict[str, Any] = {}
    for noun in nouns:
        whole = noun.model_json_schema(
            mode="validation", ref_template="#/$defs/{model}", schema_generator=_OfWhatIsPrinted
        )
        found.update(whole.pop("$defs", {}))
        found.setdefault(noun.__name__, whole)
    if complete:
        for name, definition in found.items():
            _complete(name, definition)
    return {"$defs": dict(sorted(found.items()))}


def _complete(name: str, definition: dict[str, Any]) -> None:
    if "properties" not in definition:
        return
    optional = next((fields for start, fields in _OPTIONAL.items() if name.startswith(start)), set())
    definition["required"] = [field for field in definition["properties"] if field not in optional]
    for kind in definition["properties"].values():
        kind.pop("default", None)


def _properties(noun: type[Noun]) -> dict[str, Any]:
    definition = _definitions((noun,))["$defs"][noun.__name__]
    properties: dict[str, Any] = definition["properties"]
    return properties


_SOURCE = _object(name=_TEXT, sha256=_TEXT, media_type=_TEXT, size=_COUNT, pages=_null_or(_COUNT), reader=_TEXT)
_NOTE_PLACE = _object(segments={"type": "array", "maxItems": 0}, page=_COUNT)
_NOTE = _object(code=_TEXT, message=_TEXT, where=_null_or(_NOTE_PLACE))
_JUDGEMENT = {"scoresheet": _ref("ScoreSheet"), "ledger": _ref("FigureLedger"), "findings": _list(_ref("Finding"))}
_QUANTITIES = (NumberQuantity, DateQuantity, ChecklistQuantity, QualitativeQuantity)


def _report() -> dict[str, Any]:
    return _object(
        schema={"const": REPORT_SCHEMA},
        source=_SOURCE,
        status={"enum": ["ok", "partial"]},
        **_properties(PerformanceReport),
        notes=_list(_NOTE),
    )


def _audit() -> dict[str, Any]:
    return _object(
        schema={"const": AUDIT_SCHEMA},
        source=_SOURCE,
        standard=_ref("StandardChoice"),
        report=_report(),
        **_JUDGEMENT,
        annexes=_list(_object(standard=_ref("StandardChoice"), **_JUDGEMENT)),
    )


def _comparison() -> dict[str, Any]:
    return _object(schema={"const": COMPARISON_SCHEMA}, **_properties(Comparison))


def _refusal() -> dict[str, Any]:
    error = _object(code=_TEXT, message=_TEXT, hint=_TEXT)
    return _object(schema={"const": REFUSAL_SCHEMA}, source=_TEXT, error=error)


def _whatif() -> dict[str, Any]:
    findings = _object(**dict.fromkeys(("gone", "new", "changed"), _list(_ref("Finding"))))
    change = _object(what=_TEXT, before=_TEXT, after=_TEXT)
    return _object(schema={"const": WHATIF_SCHEMA}, source=_TEXT, changes=_list(change), findings=findings)


def _measure() -> dict[str, Any]:
    place = {"text_index": _COUNT, "start": _COUNT, "end": _COUNT, "quote": _TEXT}
    return {"oneOf": [_object(**place, **_properties(kind)) for kind in _QUANTITIES]}


def _score() -> dict[str, Any]:
    recomputed, word = _null_or(_ref("Bounds")), _null_or(_TEXT)
    return _object(index=_COUNT, recomputed=recomputed, method=word, steps=_list(_TEXT), why_not=word)


_MAKERS: dict[str, tuple[Callable[[], dict[str, Any]], tuple[type[Noun], ...]]] = {
    "report": (_report, (PerformanceReport,)),
    "audit": (_audit, (PerformanceReport, ScoreSheet, FigureLedger, Finding, StandardChoice)),
    "comparison": (_comparison, (Comparison,)),
    "whatif": (_whatif, (Finding,)),
    "measure": (_measure, _QUANTITIES),
    "score": (_score, (Bounds,)),
    "refusal": (_refusal, ()),
    "settings": (lambda: _ref("Settings"), (Settings,)),
    "standard": (lambda: _ref("Standard"), (Standard,)),
}
NAMES = tuple(_MAKERS)
