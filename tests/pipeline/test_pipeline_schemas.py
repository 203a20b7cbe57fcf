"""The schemas say what is printed: every output of ours is checked against its own."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from tests.made_dossier import made_dossier, made_extraction
from toolkit.errors import ReadError, UsageError
from toolkit.export._views import view
from toolkit.measure.grammar import spot
from toolkit.model.codec import dump
from toolkit.model.result import Refusal
from toolkit.pipeline.schemas import NAMES, schema
from toolkit.pipeline.whatif import difference, printed

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def problems(value: Any, rule: dict[str, Any], root: dict[str, Any], path: str = "$") -> list[str]:
    """What is wrong with a value, by the keywords that our schemas use."""
    if "$ref" in rule:
        return problems(value, root["$defs"][rule["$ref"].rpartition("/")[2]], root, path)
    if choices := rule.get("anyOf", rule.get("oneOf")):
        tries = [problems(value, choice, root, path) for choice in choices]
        return [] if [] in tries else min(tries, key=len)
    wrong = []
    kind = rule.get("type")
    if kind and (not isinstance(value, _TYPES[kind]) or (isinstance(value, bool) and kind != "boolean")):
        return [f"{path}: {kind} expected, {value!r} found"]
    if "const" in rule and value != rule["const"]:
        wrong.append(f"{path}: {rule['const']!r} expected, {value!r} found")
    if "enum" in rule and value not in rule["enum"]:
        wrong.append(f"{path}: {value!r} not among {rule['enum']}")
    if "pattern" in rule and not re.search(rule["pattern"], value):
        wrong.append(f"{path}: {value!r} does not match")
    if isinstance(value, dict):
        wrong += _object_problems(value, rule, root, path)
    if isinstance(value, list):
        rules = rule.get("prefixItems") or [rule.get("items", {})] * len(value)
        wrong += [
            bad
            for i, (item, own) in enumerate(zip(value, rules, strict=True))
            for bad in problems(item, own, root, f"{path}[{i}]")
        ]
    return wrong


def _object_problems(value: dict[str, Any], rule: dict[str, Any], root: dict[str, Any], path: str) -> list[str]:
    known = rule.get("properties", {})
    wrong = [f"{path}: {name} is missing" for name in rule.get("required", []) if name not in value]
    for name, item in value.items():
        own = known.get(name, rule.get("additionalProperties", True))
        if own is False:
            wrong.append(f"{path}: {name} is not foreseen")
        elif isinstance(own, dict):
            wrong += problems(item, own, root, f"{path}.{name}")
    return wrong


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("report", made_extraction()),
        ("audit", made_dossier()),
        ("refusal", Refusal("坏.pdf", ReadError("READ-DAMAGED", "已损坏", ""))),
    ],
)
def test_output_follows_its_schema(name: str, item: Any) -> None:
    rules = schema(name)
    assert problems(view(item), rules, rules) == []


def test_measure_follows_its_schema() -> None:
    rules = schema("measure")
    found = spot("12月底前完成1,046人次，不低于95%，约3万元")
    assert len(found) >= 3
    for one in found:
        line = {"text_index": 0, "start": one.start, "end": one.end, "quote": one.quote, **dump(one.quantity)}
        assert problems(line, rules, rules) == []


def test_what_if_follows_its_schema() -> None:
    before = made_dossier()
    after = replace(before, findings=before.findings[1:])
    assert before.findings
    rules = schema("whatif")
    assert problems(printed(difference(before, after), "a.md"), rules, rules) == []
    assert problems({**printed(difference(before, after), "a.md"), "extra": 1}, rules, rules) != []


def test_schema_sees_what_is_wrong() -> None:
    rules = schema("report")
    good = view(made_extraction())
    assert problems({**good, "status": "fine"}, rules, rules) != []
    assert problems({**good, "extra": 1}, rules, rules) != []
    assert problems({key: value for key, value in good.items() if key != "budget"}, rules, rules) != []
    bad = json.loads(json.dumps(good))
    bad["claimed_total"]["value"] = "9.60"
    assert problems(bad, rules, rules) != []


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_has_its_definition(name: str) -> None:
    text = json.dumps(schema(name))
    missing = set(re.findall(r'"#/\$defs/([^"]+)"', text)) - set(schema(name)["$defs"])
    assert missing == set()


def test_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match="SCHEMA-UNKNOWN"):
        schema("x")
