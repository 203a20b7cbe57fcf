"""Seed, split, number → a made document with its truth: facts composed, written by a pattern, errors planted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any, Final

from toolkit.corpus.compose import compose
from toolkit.corpus.defects import Plant, plants
from toolkit.corpus.desk import Desk
from toolkit.corpus.facts import Facts
from toolkit.corpus.grammar import Split, phrasebook
from toolkit.corpus.pattern import Pattern, patterns
from toolkit.corpus.printing import Manner, Sheet, draw_manner, figures
from toolkit.corpus.relations import Relation, complete, holds, relations
from toolkit.corpus.systems import System, systems
from toolkit.corpus.truth import TrueDocument, TrueParagraph, TruePart
from toolkit.corpus.writers import WRITERS

_TRIES: Final = 40


@dataclass(frozen=True, slots=True)
class Made:
    """A document, how to draw it, what it says and what is wrong in it."""

    name: str
    pattern: Pattern
    document: TrueDocument
    truth: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """A report before its error: what is true of it, and the chances that choose its words.

    `bound`: reports on other projects that follow in the same file, always without an error.
    """

    split: Split
    number: int
    pattern: Pattern
    facts: Facts
    manner: Manner
    words: int
    true: Mapping[str, str]
    bound: tuple["Draft", ...] = ()

    def written(self, planted: Mapping[str, str]) -> Desk:
        """The report with these figures in place of the true ones, in the same words."""
        book = phrasebook(self.split)
        sheet = Sheet(self.true, planted)
        desk = Desk(self.facts, sheet, self.manner, book, Random(self.words), self.pattern)  # noqa: S311
        for part in self.pattern.parts:
            WRITERS[part](desk)
        return desk

    def graph(self, desk: Desk) -> tuple[Relation, ...]:
        """The relations between the figures that the report prints."""
        found = relations(self.facts, self.manner)
        return tuple(relation for relation in found if complete(relation, desk.sheet.printed))

    def finished(self, planted: Plant | None, mark: str = "") -> Made:
        """The document with its truth; `mark` tells it from others of the same number."""
        facts = self.facts
        desk = self.written({} if planted is None else planted.texts)
        fact = f"title_{facts.system.kind}"
        title = desk.say(fact, entity=facts.entity, year=str(facts.year), project=facts.project or "")
        document, truth = desk.finished(title), _truth(desk, self.split, self.graph(desk), planted)
        if self.bound:
            further = [other.finished(None) for other in self.bound]
            document = replace(document, parts=(*document.parts, *(part for one in further for part in _headed(one))))
            truth["annexes"] = [one.truth for one in further]
        return Made(f"{self.number:05d}-{self.pattern.name}{mark}", self.pattern, document, truth)


def make(split: Split, seed: int, number: int) -> Made:
    """The document of this number. Patterns and systems come round in turn; every third is clean."""
    draft, chance = _drafted(split, seed, number)
    return draft.finished(next(_plants(draft, chance), None) if number % 3 else None)


def replanted(split: Split, seed: int, number: int, rounds: int = 1) -> Iterator[Made]:
    """The document of this number without an error, then with one error of each code it can hold, `rounds` times.

    No error comes twice. The words are the same in all.
    """
    draft, chance = _drafted(split, seed, number)
    yield draft.finished(None)
    told: set[tuple[tuple[str, str], ...]] = set()
    for _ in range(rounds):
        for planted in _plants(draft, chance):
            texts = tuple(sorted(planted.texts.items()))
            if texts not in told:
                told.add(texts)
                yield draft.finished(planted, f"-{len(told)}")


def _drafted(split: Split, seed: int, number: int) -> tuple[Draft, Random]:
    chosen = patterns(split)
    pattern = chosen[number % len(chosen)]
    chance = Random(f"{seed}/{split}/{number}")  # noqa: S311
    system = systems()[pattern.systems[number // len(chosen) % len(pattern.systems)]]
    draft = _draft(split, number, pattern, compose(split, system, chance), chance)
    return replace(draft, bound=tuple(_bound(draft, system, chance)) if pattern.bound else ()), chance


def _draft(split: Split, number: int, pattern: Pattern, facts: Facts, chance: Random) -> Draft:
    manner = draw_manner(chance)
    words = chance.getrandbits(64)
    return Draft(split, number, pattern, facts, manner, words, figures(facts, manner))


def _bound(first: Draft, system: System, chance: Random) -> Iterator[Draft]:
    """One to three reports of the same year on projects of other names."""
    projects = {first.facts.project}
    for _ in range(chance.randint(1, 3)):
        for _ in range(_TRIES):
            facts = compose(first.split, system, chance)
            if facts.year == first.facts.year and facts.project not in projects:
                projects.add(facts.project)
                yield _draft(first.split, first.number, first.pattern, facts, chance)
                break


def _headed(made: Made) -> Iterator[TruePart]:
    """A further report of a file: its title stands as a heading."""
    yield TrueParagraph(made.document.title, 1)
    yield from made.document.parts


def _plants(draft: Draft, chance: Random) -> Iterator[Plant]:
    desk = draft.written({})
    return plants(draft.facts, desk.sheet, draft.graph(desk), chance)


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


__all__ = ["Facts", "Made", "Manner", "documents", "make", "replanted"]
