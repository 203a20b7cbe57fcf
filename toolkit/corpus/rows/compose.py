"""Roles of a table's rows first, then labels of one part and cells that such rows have."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from random import Random
from typing import Final

from toolkit.corpus.columns.compose import heading, lines, order, told_by_role
from toolkit.corpus.lexicon import kinds
from toolkit.corpus.sentences.compose import filled
from toolkit.corpus.sentences.grammar import FOLDS, Part, say
from toolkit.nlp.rows import Row

LINE: Final = "line"
ROLES: Final = (LINE, "group", "subtotal", "total", "fund", "note", "identity", "header", "filler")
_WHOLE: Final = "whole"
_NAMES: Final = ("level1", "level2", "level3")
_VALUES: Final = ("target", "actual", "criterion", "definition", "unit", "nature", "attainment_rate", "evidence")
_SCORES: Final = ("max_score", "claimed_score")
_PEOPLE: Final = ("王某", "李某某", "张某", "陈某", "办公室", "财务科", "工程科", "规划股")


@dataclass(frozen=True, slots=True)
class MadeRow:
    """A row with its truth; `source` names the printing of its label, or the words that it was made of."""

    row: Row
    role: str
    source: str


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A row before it stands in its table: cells by role of column; `wide` is how far its label reaches."""

    role: str
    source: str
    label: str
    at: str
    cells: Mapping[str, str]
    wide: str = "one"
    groups: tuple[str, ...] = ()


def rows(part: Part, seed: int, size: int) -> Iterator[MadeRow]:
    """So many rows of one part, table by table; the same bytes for the same seed."""
    chance = Random(f"rows/{part}/{seed}")  # noqa: S311
    count = 0
    while count < size:
        for made in _Table(chance, part).made():
            yield made
            count += 1


@cache
def labels(role: str, part: Part) -> tuple[str, ...]:
    """Printings of a role's label that belong to a part."""
    if part == "test":
        return _listed("test")[role]
    return _listed("train")[role][FOLDS.index(part) :: len(FOLDS)]


@cache
def _listed(name: str) -> Mapping[str, tuple[str, ...]]:
    table = tomllib.loads((files("toolkit.corpus.rows") / f"{name}.toml").read_text("utf-8"))
    return {role: tuple(words) for role, words in table.items()}


@cache
def _names(part: Part) -> tuple[str, ...]:
    """Names of indicators from the lexicon: whole kinds of department go to one part."""
    dealt = kinds("test") if part == "test" else (*kinds("train"), *kinds("validation"))[FOLDS.index(part) :: 5]
    return tuple(entry.name for kind in dealt for entries in kind.entries.values() for entry in entries)


class _Table:
    """One table being made: the roles of its columns, how it prints groups, its rows from top to bottom."""

    def __init__(self, chance: Random, part: Part) -> None:
        self.chance, self.part, self.told = chance, part, told_by_role(part, 1)
        self.columns = [role for role in order(chance) if role != "other"]
        self.first = next(role for role in self.columns if role in _NAMES)
        self.odd = chance.random() < 0.6
        self.grouped, self.summed = chance.random() < 0.45, chance.random() < 0.4
        self.group_wide = chance.choice(("one", "whole", "some"))
        self.sum_wide = chance.choice(("one", "some"))

    def made(self) -> Iterator[MadeRow]:
        """The rows that say what they are by what they lack: lines only where something is left blank."""
        drawn = [*self._head(), *self._body(), *self._foot()]
        points = tuple(one.cells.get("max_score", "") for one in drawn)
        scores = tuple(one.cells.get("claimed_score", "") for one in drawn)
        for place, one in enumerate(drawn):
            if one.role == LINE and one.source == _WHOLE and self.chance.random() < 0.8:
                continue
            over = self._over(one)
            cells = tuple((role, one.cells.get(role, "")) for role in self.columns if role not in over)
            yield MadeRow(
                Row(
                    label=one.label,
                    at=one.at,
                    over=over,
                    cells=tuple((role, text) for role, text in cells if role != one.at),
                    above=drawn[place - 1].label if place else "",
                    below=drawn[place + 1].label if place + 1 < len(drawn) else "",
                    groups=one.groups,
                    points=points,
                    scores=scores,
                    place=place,
                ),
                one.role,
                f"{one.role}/{one.source}",
            )

    def _over(self, one: _Drawn) -> tuple[str, ...]:
        start = self.columns.index(one.at)
        if one.wide == "one":
            return (one.at,)
        if one.wide == "whole":
            return tuple(self.columns)
        stop = start + 1
        while stop < len(self.columns) and not one.cells.get(self.columns[stop]):
            stop += 1
        return tuple(self.columns[start:stop])

    def _label(self, role: str, group: str = "") -> tuple[str, str]:
        source = self.chance.choice(labels(role, self.part))
        return say(source, self.chance, lambda slot: group if slot == "group" else self._filled(slot)), source

    def _filled(self, slot: str) -> str:
        if slot == "name" and self.chance.random() < 0.5:
            return self.chance.choice(_names(self.part))
        return filled(slot, self.chance, self.part)

    def _head(self) -> Iterator[_Drawn]:
        for role, most in (("identity", 2), ("fund", 3)):
            if self.chance.random() < 0.25:
                yield from self._some(role, most)

    def _foot(self) -> Iterator[_Drawn]:
        for role, most in (("note", 3), ("identity", 3), ("filler", 2), ("note", 1)):
            if self.chance.random() < 0.4:
                yield from self._some(role, most)

    def _some(self, role: str, most: int) -> Iterator[_Drawn]:
        for _ in range(self.chance.randint(1, most)):
            yield {"identity": self._identity, "fund": self._fund, "note": self._note, "filler": self._filler}[role]()

    def _body(self) -> Iterator[_Drawn]:
        """Groups of lines, each with its row before and its sum behind where the table has such; then the total."""
        found = list(lines(self.chance, self.part, self.told, self.chance.randint(4, 14)))
        whole: list[Mapping[str, str]] = []
        while found:
            taken = found[: self.chance.randint(1, 4)]
            found = found[len(taken) :]
            name = say(self.chance.choice(labels("names", self.part)), self.chance, self._filled)
            if self.grouped:
                yield self._group(name, taken)
            for number, line in enumerate(taken):
                yield self._line(line, name if number == 0 and not self.grouped else "", name)
                if self.chance.random() < 0.02:
                    yield self._header()
            if self.summed:
                label, source = self._label("subtotal", name)
                yield _Drawn("subtotal", source, label, self._sum_at(), _sum(taken), self.sum_wide, (name,))
            if self.chance.random() < 0.06:
                yield self._filler()
            whole += taken
        if self.chance.random() < 0.85:
            label, source = self._label("total")
            cells = _sum(whole) | ({"reason": self.chance.choice(("优", "良"))} if self.chance.random() < 0.1 else {})
            if self.chance.random() < 0.12:
                cells = {role: text for role, text in cells.items() if role != "max_score"}
            yield _Drawn("total", source, label, self.columns[0], cells, self.sum_wide)

    def _sum_at(self) -> str:
        return self.chance.choice([role for role in self.columns if role in (*_NAMES, "sequence")])

    def _group(self, name: str, taken: list[Mapping[str, str]]) -> _Drawn:
        label, source = self._label("group", name)
        cells = _sum(taken) if self.group_wide != "whole" and self.chance.random() < 0.6 else {}
        if self.chance.random() < 0.4:
            cells.pop("claimed_score", None)
        return _Drawn("group", source, label, self.first, cells, self.group_wide)

    def _line(self, line: Mapping[str, str], group: str, within: str) -> _Drawn:
        """A line, most often of a table that leaves its cells blank here and there."""
        name = self._filled("name")
        cells = {**line, "level1": group, "level3": name}
        gone: list[str] = []
        if self.odd or self.chance.random() < 0.2:
            can = [role for role in (*_VALUES, "level2", *_SCORES) if role in self.columns]
            gone = self.chance.sample(can, min(len(can), self.chance.choice((1, 1, 2, 2, 3))))
            if self.chance.random() < 0.2:
                gone = [role for role in (*_VALUES, "level2", "reason") if role in self.columns]
            cells |= dict.fromkeys(gone, "")
        if "level2" in self.columns and self.chance.random() < 0.12:
            cells |= {"level2": name, "level3": ""}
            gone.append("level3")
        at = next((role for role in self.columns if cells.get(role)), "level3")
        return _Drawn(LINE, name if gone else _WHOLE, cells[at], at, cells, "one", (within,))

    def _header(self) -> _Drawn:
        drawn = {role: heading(self.chance, role, self.part) for role in self.columns}
        at = self.columns[0]
        return _Drawn("header", drawn[at][1], drawn[at][0], at, {role: head for role, (head, _) in drawn.items()})

    def _note(self) -> _Drawn:
        label, source = self._label("note")
        if len(label) > 10 or self.chance.random() < 0.25:
            return _Drawn("note", source, label, self.columns[0], {}, self.chance.choice(("whole", "whole", "one")))
        told = self.chance.choice(self.told[self.chance.choice(("achievement", "reason", "measure", "rule", "other"))])
        return _Drawn("note", source, label, self.columns[0], self._spread(told))

    def _identity(self) -> _Drawn:
        label, source = self._label("identity")
        said = [self._fact()]
        if self.chance.random() < 0.4:
            said += [self._label("identity")[0], self._fact()]
        return _Drawn("identity", source, label, self.columns[0], self._spread(*said))

    def _fact(self) -> str:
        chance = self.chance
        day = f"{chance.randint(2020, 2024)}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日"
        number = str(chance.randint(10**7, 10**11))
        return chance.choice((filled("body", chance, self.part), chance.choice(_PEOPLE), day, number, ""))

    def _spread(self, *texts: str) -> dict[str, str]:
        """Texts in columns right of the first, wherever the form has room for them."""
        return dict(
            zip(sorted(self.chance.sample(self.columns[1:], len(texts)), key=self.columns.index), texts, strict=True)
        )

    def _fund(self) -> _Drawn:
        label, source = self._label("fund")
        places = [role for role in ("target", "unit", "actual", *_SCORES) if role in self.columns]
        held = self.chance.sample(places, self.chance.randint(2, len(places)))
        amounts: dict[str, str] = {role: f"{self.chance.randint(100, 900000) / 100:.2f}" for role in held}
        if self.chance.random() < 0.5:
            amounts |= dict.fromkeys(_SCORES, self.chance.choice(("—", "", "/")))
        if self.chance.random() < 0.4:
            amounts[self.chance.choice(held)] = f"{self.chance.randint(6000, 10000) / 100:g}%"
        return _Drawn("fund", source, label, self.chance.choice((self.first, "level3")), amounts)

    def _filler(self) -> _Drawn:
        label, source = self._label("filler")
        again = label if self.chance.random() < 0.3 else ""
        at = self.chance.choice([role for role in self.columns if role in _NAMES])
        return _Drawn(
            "filler", source, label, at, dict.fromkeys(self.columns[1:], again), self.chance.choice(("one", "whole"))
        )


def _sum(taken: list[Mapping[str, str]]) -> dict[str, str]:
    return {
        role: f"{sum((Decimal(one[role]) for one in taken), Decimal()):f}" for role in ("max_score", "claimed_score")
    }
