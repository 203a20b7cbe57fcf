"""A desk on which one document is written: its parts so far, the figures taken, and what it truly says by now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from toolkit.corpus.facts import Facts
from toolkit.corpus.grammar import Phrasebook, choose, filled
from toolkit.corpus.pattern import Pattern
from toolkit.corpus.printing import Manner, Sheet
from toolkit.corpus.truth import TrueDocument, TrueParagraph, TruePart, TrueTable

Record = dict[str, Any]

_HANZI: Final = "一二三四五六七八九十"


@dataclass(slots=True)
class Desk:
    """Writers add parts and state what these say: `lines`, `groups` by number and name, `budget`, single fields."""

    facts: Facts
    sheet: Sheet
    manner: Manner
    book: Phrasebook
    chance: Random
    pattern: Pattern
    parts: list[TruePart] = field(default_factory=list)
    record: Record = field(default_factory=dict)
    identity: Record = field(default_factory=dict)
    lines: dict[int, Record] = field(default_factory=dict)
    groups: dict[str, Record] = field(default_factory=dict)
    budget: list[Record] = field(default_factory=list)
    told_budget: list[Record] = field(default_factory=list)
    asides: dict[str, Record] = field(default_factory=dict)
    merits: list[Record] = field(default_factory=list)
    counts: list[Record] = field(default_factory=list)
    _chapters: int = 0
    _sections: int = 0

    def say(self, fact: str, keys: Mapping[str, str] | None = None, **texts: str) -> str:
        """One phrasing of a fact; `keys` are slots that figures of the sheet fill, printed only where it has them."""
        return self.tell(fact, keys or {}, **texts)[0]

    def tell(self, fact: str, keys: Mapping[str, str], **texts: str) -> tuple[str, frozenset[str]]:
        """One phrasing, and which of the slots in `keys` it has."""
        pattern = choose(self.chance.choice(self.book.patterns[fact]), self.chance)
        used = frozenset(name for name in keys if f"{{{name}}}" in pattern)
        return filled(pattern, {**texts, **{name: self.sheet[keys[name]] for name in used}}), used

    def text(self, *sentences: str) -> None:
        """A paragraph."""
        self.parts.append(TrueParagraph("".join(sentences)))

    def chapter(self, title: str) -> None:
        """A heading of the first depth, numbered as the layout numbers."""
        self._chapters += 1
        self._sections = 0
        mark = {"hanzi": f"{_HANZI[self._chapters - 1]}、", "digits": f"{self._chapters}. ", "none": ""}
        self.parts.append(TrueParagraph(mark[self.pattern.numbering] + title, 1))

    def section(self, title: str) -> None:
        """A heading of the second depth."""
        self._sections += 1
        mark = {
            "hanzi": f"（{_HANZI[self._sections - 1]}）",
            "digits": f"{self._chapters}.{self._sections} ",
            "none": "",
        }
        self.parts.append(TrueParagraph(mark[self.pattern.numbering] + title, 2))

    def table(self, table: TrueTable) -> None:
        """A table."""
        self.parts.append(table)

    def line(self, number: int) -> Record:
        """The record of a line, as far as the document states it."""
        if number not in self.lines:
            line = self.facts.lines[number]
            self.lines[number] = {
                "name": line.name,
                "level": 2,
                "level1": line.group,
                "level2": None,
                "max_score": None,
                "claimed_score": None,
                "target": None,
                "actual": None,
                "reasons": [],
                "corrective_action": None,
            }
        return self.lines[number]

    def group(self, name: str) -> Record:
        """The record of a level-1 group that prints points or a score."""
        empty = {"name": name, "level": 1, "level1": None, "level2": None, "max_score": None, "claimed_score": None}
        return self.groups.setdefault(name, {**empty, "target": None, "actual": None, "reasons": []})

    def aside(self, name: str) -> Record:
        """The record of a group whose score only a summary tells: of use where lines name the group."""
        return self.asides.setdefault(name, {})

    def finished(self, title: str) -> TrueDocument:
        """The document."""
        return TrueDocument(title, tuple(self.parts))

    def truth(self) -> Record:
        """What it says, in the contract's shape with printed texts as values."""
        indicators: list[Record] = []
        for name in self.facts.groups:
            below = [self.lines[number] for number in self.facts.within(name) if number in self.lines]
            if name in self.asides and any(line["level1"] for line in below):
                group = self.group(name)
                group["claimed_score"] = group["claimed_score"] or self.asides[name]["claimed_score"]
            indicators += [self.groups[name]] if name in self.groups else []
            indicators += below
        return {
            **self.record,
            "budget": self.budget or self.told_budget,
            "indicators": indicators,
            "adjustments": self.merits,
            "declared_counts": self.counts,
            "annexes": [],
        }
