"""Sightings of all rules → one finding a cause: the special before the general, the rest named in `related`.

Two sightings may have one cause where they speak of the same printed figures (`Where.spots`) or share a trace. Then
the rule that yields gives way. Where no rule yields, two errors about the same foremost figure are one slip, and only
the first in the order of families stays.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from toolkit.audit.rule import Draft, Rule
from toolkit.model.finding import Severity

FAMILIES = ("SCO", "BUD", "IND", "DED", "CON", "DOC", "EVD")
_BEFORE_CON = frozenset({"SCO", "BUD", "IND"})


@dataclass(slots=True)
class Sighting:
    """A draft with its rule, and the labels of what it absorbed."""

    rule: Rule
    draft: Draft
    related: set[str] = field(default_factory=set)
    hint: str = ""
    facts: frozenset[object] = field(init=False)
    foremost: frozenset[object] = field(init=False)

    def __post_init__(self) -> None:
        self.hint = self.draft.hint
        spots = [where.spots for where in self.draft.where]
        self.facts = frozenset(self.draft.traces).union(*spots)
        self.foremost = frozenset(self.draft.traces).union(*spots[:1])

    @property
    def severity(self) -> Severity:
        """Severity of the draft, else of the rule."""
        return self.draft.severity or self.rule.severity

    @property
    def order(self) -> tuple[int, int, str]:
        """Gravest first, then family, then code."""
        family = self.rule.family
        return self.severity.rank, FAMILIES.index(family) if family in FAMILIES else len(FAMILIES), self.rule.code


def one_cause_one_code(sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """The sightings that stay, each with the labels of those it stands for."""
    known = _Known(sightings)
    gone: dict[int, int] = {}
    for index, sighting in enumerate(sightings):
        stronger = _stronger(sighting, known)
        if stronger is not None:
            gone[index] = stronger
    _break_circles(gone, sightings)
    for index in gone:
        root = _root(index, gone, sightings)
        root.related.add(f"{sightings[index].rule.code} {sightings[index].rule.name}")
        root.hint = root.hint or _handed_on(sightings[index], root)
    return tuple(sighting for index, sighting in enumerate(sightings) if index not in gone)


def yields(one: Rule, other: Rule) -> bool:
    """Whether `one` gives way to `other` on one cause: by its own word, or because figures come last."""
    if other.code in one.yields_to:
        return True
    return one.family == "CON" and other.family in _BEFORE_CON and one.code not in other.yields_to


class _Known:
    """Sightings by the facts they speak of: of each rule and severity the first, which stands for the others."""

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self.sightings = sightings
        self._facts: dict[object, dict[tuple[int, Severity], int]] = defaultdict(dict)
        self._foremost: dict[object, dict[tuple[int, Severity], int]] = defaultdict(dict)
        for index, sighting in enumerate(sightings):
            sort = id(sighting.rule), sighting.severity
            for fact in sighting.facts:
                self._facts[fact].setdefault(sort, index)
            for fact in sighting.foremost:
                self._foremost[fact].setdefault(sort, index)

    def of_one_cause(self, sighting: Sighting) -> Iterator[tuple[int, bool]]:
        """(index of a sighting of another rule with a common fact, whether the common fact is foremost in both)."""
        for known, facts in ((self._facts, sighting.facts), (self._foremost, sighting.foremost)):
            for fact in facts:
                for index in known.get(fact, {}).values():
                    if self.sightings[index].rule is not sighting.rule:
                        yield index, known is self._foremost


def _stronger(sighting: Sighting, known: _Known) -> int | None:
    found = {
        index
        for index, foremost in known.of_one_cause(sighting)
        if _gives_way(sighting, known.sightings[index], foremost)
    }
    return min(found, key=lambda index: (known.sightings[index].order, index), default=None)


def _gives_way(one: Sighting, other: Sighting, foremost: bool) -> bool:
    """An error never vanishes into something lesser; there the lesser gives way, whichever rule yields.

    `foremost`: the two are at odds over the same foremost figure.
    """
    error, against = one.severity is Severity.ERROR, other.severity is Severity.ERROR
    if yields(one.rule, other.rule):
        return against or not error
    if yields(other.rule, one.rule):
        return against and not error
    return foremost and error and against and one.order > other.order


def _break_circles(gone: dict[int, int], sightings: Sequence[Sighting]) -> None:
    """Of sightings that give way to one another in a circle the gravest stays."""
    for start in sorted(gone):
        path: list[int] = []
        index = start
        while index in gone and index not in path:
            path.append(index)
            index = gone[index]
        if index in gone:
            circle = path[path.index(index) :]
            del gone[min(circle, key=lambda one: (sightings[one].order, one))]


def _handed_on(one: Sighting, root: Sighting) -> str:
    """The hint of a sighting that gave way, where both speak of the same foremost figure."""
    return one.draft.hint if one.foremost & root.foremost else ""


def _root(index: int, gone: dict[int, int], sightings: Sequence[Sighting]) -> Sighting:
    while index in gone:
        index = gone[index]
    return sightings[index]
