"""Score systems of regions and years, from `systems.toml`: groups, their points, where their lines come from."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Fixed:
    """A line that the system itself names, with its points and the rule of its value: “≤100%”, “=100%”, 定性."""

    name: str
    points: Decimal
    goal: str


@dataclass(frozen=True, slots=True)
class Item:
    """A level-2 group. Its lines: drawn from the lexicon (`draw`), `fixed`, or none: then it is the scored line.

    `points` are 0 where they are shared out over the lines of the whole group.
    """

    name: str
    points: Decimal = Decimal(0)
    draw: str = ""
    fixed: tuple[Fixed, ...] = ()
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A level-1 group; with `fields`, its items are the fields of work of the department."""

    name: str
    points: Decimal
    items: tuple[Item, ...]
    fields: bool = False


@dataclass(frozen=True, slots=True)
class System:
    """One region's way of scoring. `grades`: word and least total, best first; `cap`: points of the merit slot."""

    id: str
    kind: Literal["project", "department"]
    years: tuple[int, ...]
    execution: Decimal | None
    groups: tuple[Group, ...]
    grades: tuple[tuple[str, Decimal], ...]
    cap: Decimal | None
    places: int
    satisfied: tuple[str, str, str]
    cites: str | None

    def grade(self, total: Decimal) -> str:
        """The word for a total."""
        return next(word for word, least in self.grades if total >= least)


@cache
def systems() -> dict[str, System]:
    """All systems by id."""
    said = tomllib.loads((Path(__file__).parent / "systems.toml").read_text("utf-8"))
    return {name: _system(name, content) for name, content in said.items()}


def _system(name: str, said: dict[str, Any]) -> System:
    return System(
        id=name,
        kind=said["kind"],
        years=tuple(range(said["years"][0], said["years"][1] + 1)),
        execution=None if "execution" not in said else Decimal(said["execution"]),
        groups=tuple(_group(group) for group in said["groups"]),
        grades=tuple((word, Decimal(least)) for word, least in said["grades"]),
        cap=None if "cap" not in said else Decimal(said["cap"]),
        places=said["places"],
        satisfied=tuple(said["satisfied"]),
        cites=said.get("cites"),
    )


def _group(said: dict[str, Any]) -> Group:
    items = tuple(_item(line) for line in said.get("items", ()))
    return Group(said["name"], Decimal(said["points"]), items, said.get("fields", False))


def _item(said: dict[str, Any]) -> Item:
    fixed = tuple(Fixed(name, Decimal(points), goal) for name, points, goal in said.get("lines", ()))
    points = Decimal(said["points"]) if "points" in said else sum((one.points for one in fixed), Decimal(0))
    return Item(said["name"], points, said.get("draw", ""), fixed, tuple(said.get("reasons", ())))
