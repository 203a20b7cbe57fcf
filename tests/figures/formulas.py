"""Labelled sentences: text → the relations that it states (type, result, operands, holds); a third only measures."""

import hashlib
import re
from pathlib import Path

from tests.builders import document, paragraph
from toolkit.figures import build_ledger
from toolkit.model.figure import Relation
from toolkit.model.record import PerformanceReport

Formula = tuple[str, str, tuple[str, ...], bool]
_LABELLED = Path(__file__).parent / "labelled"
_LABEL = re.compile(r"(?P<wrong>!?)(?P<type>\w+) (?P<result>\S+) = (?P<operands>.+)")


def labelled(*, held_out: bool) -> list[tuple[str, frozenset[Formula]]]:
    """The sentences of one part with their formulas; a sentence belongs to a part by its own digest, `further` ones
    were all written against."""
    first = _read_labels("formulas.txt")
    further = [*_read_labels("further.txt"), *_read_labels("written.txt")]
    mine = [one for one in first if (hashlib.sha256(one[0].encode()).digest()[0] % 3 == 0) is held_out]
    return mine if held_out else [*mine, *further]


def _read_labels(name: str) -> list[tuple[str, frozenset[Formula]]]:
    lines = (line for line in (_LABELLED / name).read_text("utf-8").splitlines() if not line.startswith("#"))
    pairs = (line.split("⇒") for line in lines)
    return [
        (text.strip(), frozenset(_formula(label.strip()) for label in labels.split(";") if label.strip()))
        for text, labels in pairs
    ]


def _formula(label: str) -> Formula:
    found = _LABEL.fullmatch(label)
    assert found, label
    operands = tuple(re.split(r" [+/*-] ", found["operands"]))
    return found["type"], found["result"], operands, not found["wrong"]


def read_formulas(text: str) -> frozenset[Formula]:
    """What the ledger reads in the sentence; of a counted list the number of names stands for them. A growth whose base
    is not printed has no label."""
    ledger = build_ledger(document(paragraph(text, 1)), PerformanceReport())
    return frozenset(_read(relation) for relation in ledger.relations if not _is_of_unprinted_base(relation))


def _is_of_unprinted_base(relation: Relation) -> bool:
    return relation.type == "growth" and "÷ (" in relation.calculation


def _read(relation: Relation) -> Formula:
    operands = relation.operands
    if relation.type == "count":
        operands = (str(len(operands)),)
    if relation.type in {"product"}:
        operands = tuple(sorted(operands))
    return relation.type, relation.result, operands, relation.holds is not False


def right(text: str, formulas: frozenset[Formula]) -> bool:
    """Whether all formulas of the sentence are read whole, and no others."""
    return read_formulas(text) == asked_of(formulas)


def asked_of(formulas: frozenset[Formula]) -> frozenset[Formula]:
    """The formulas as `read_formulas` gives them: the factors of a product in any order."""
    return frozenset(
        (kind, result, tuple(sorted(ops)) if kind == "product" else ops, ok) for kind, result, ops, ok in formulas
    )
