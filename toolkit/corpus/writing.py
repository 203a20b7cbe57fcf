"""Seed, split, number → a made document with its truth: facts composed, written by a pattern, errors planted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from toolkit.corpus.compose import compose
from toolkit.corpus.defects import Plant, plant
from toolkit.corpus.desk import Desk
from toolkit.corpus.facts import Facts
from toolkit.corpus.grammar import Split, phrasebook
from toolkit.corpus.pattern import Pattern, patterns
from toolkit.corpus.printing import Manner, Sheet, draw_manner, figures
from toolkit.corpus.relations import Relation, complete, holds, relations
from toolkit.corpus.systems import systems
from toolkit.corpus.truth import TrueDocument
from toolkit.corpus.writers import WRITERS


@dataclass(frozen=True, slots=True)
class Made:
    """A document, how to draw it, what it says and what is wrong in it."""

    name: str
    pattern: Pattern
    document: TrueDocument
    truth: dict[str, Any]


def make(split: Split, seed: int, number: int) -> Made:
    """The document of this number. Patterns and systems come round in turn; every third is clean."""
    chosen = patterns(split)
    pattern = chosen[number % len(chosen)]
    chance = Random(f"{seed}/{split}/{number}")  # noqa: S311
    system = systems()[pattern.systems[number // len(chosen) % len(pattern.systems)]]
    facts = compose(split, system, chance)
    manner = draw_manner(chance)
    words = chance.getrandbits(64)
    true = figures(facts, manner)

    def written(planted: dict[str, str]) -> Desk:
        desk = Desk(facts, Sheet(true, planted), manner, phrasebook(split), Random(words), pattern)  # noqa: S311
        for part in pattern.parts:
            WRITERS[part](desk)
        return desk

    desk = written({})
    graph = tuple(relation for relation in relations(facts, manner) if complete(relation, desk.sheet.printed))
    planted = plant(facts, desk.sheet, graph, chance) if number % 3 else None
    if planted is not None:
        desk = written(dict(planted.texts))
        graph = tuple(relation for relation in graph if complete(relation, desk.sheet.printed))
    title = desk.say(f"title_{system.kind}", entity=facts.entity, year=str(facts.year), project=facts.project or "")
    truth = _truth(desk, split, graph, planted)
    return Made(f"{number:05d}-{pattern.name}", pattern, desk.finished(title), truth)


def _truth(desk: Desk, split: Split, graph: tuple[Relation, ...], planted: Plant | None) -> dict[str, Any]:
    facts = desk.facts
    printed = desk.sheet.printed
    identity = {**desk.identity, "entity": facts.entity, "fiscal_year": str(facts.year), "kind": facts.system.kind}
    if facts.project is not None:
        identity["project_name"] = facts.project
    return {
        "split": split,
        "pattern": desk.pattern.name,
        "system": facts.system.id,
        "identity": identity,
        **desk.truth(),
        "relations": [_told(relation, printed) for relation in graph],
        "findings": _findings(planted),
        "planted": [] if planted is None else [planted.record],
    }


def _told(relation: Relation, printed: Mapping[str, str]) -> dict[str, Any]:
    """A relation of the truth graph with its printed texts; what is as usual is left out."""
    told: dict[str, Any] = {
        "type": relation.sort,
        "operands": [printed[key] for key in relation.operands],
        "result": printed[relation.result],
        "code": relation.code,
        "holds": holds(relation, printed),
    }
    told |= {"signs": list(relation.signs)} if -1 in relation.signs else {}
    told |= {"scale": str(relation.scale)} if relation.scale != 1 else {}
    return told | ({"bounds": [[word, str(least)] for word, least in relation.bounds]} if relation.bounds else {})


def _findings(planted: Plant | None) -> dict[str, list[str]]:
    due = [] if planted is None or not planted.observable else [planted.code]
    certain = planted is not None and planted.certain
    return {"errors": due if certain else [], "must_raise": [] if certain else due}


def documents(split: Split, seed: int, size: int) -> Iterator[Made]:
    """The first `size` documents of a split."""
    for number in range(size):
        yield make(split, seed, number)


__all__ = ["Facts", "Made", "Manner", "documents", "make"]
