"""Kinds of department, one TOML file each, and the invented places → who reports, on what, with which indicators."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from toolkit.corpus.grammar import SPLITS, Split

HERE: Final = Path(__file__).parent
DRAWS: Final = ("数量", "质量", "时效", "成本", "经济", "社会", "生态", "持续", "满意")


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator of the lexicon.

    `unit` is 定性 for words and 日期 for deadlines. `low` and `high` bound the target; `words` are what a
    qualitative target says.
    """

    name: str
    draw: str
    unit: str
    low: str
    high: str
    words: tuple[str, ...]
    lower_is_better: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of department: names of its bodies and projects, what it does, its indicators by the group they suit."""

    name: str
    split: Split
    bodies: tuple[str, ...]
    projects: tuple[str, ...]
    duties: tuple[str, ...]
    fields: tuple[str, ...]
    works: tuple[str, ...]
    entries: Mapping[str, tuple[Entry, ...]]


@cache
def kinds(split: Split) -> tuple[Kind, ...]:
    """The kinds of one split, by name."""
    return tuple(kind for path in sorted(HERE.glob("*.toml")) if (kind := _kind(path)).split == split)


@cache
def places(split: Split) -> tuple[tuple[str, str], ...]:
    """Invented counties of one split, each with its city."""
    named = _read(HERE / "places" / "places.toml")[split]
    return tuple((city, county) for city, counties in named.items() for county in counties.split())


def every_kind() -> tuple[Kind, ...]:
    """The kinds of all splits."""
    return tuple(kind for split in SPLITS for kind in kinds(split))


@cache
def _kind(path: Path) -> Kind:
    said = _read(path)
    entries = [_entry(line) for line in said["lines"]]
    by_draw = {draw: tuple(entry for entry in entries if entry.draw == draw) for draw in DRAWS}
    texts = {name: tuple(said[name]) for name in ("bodies", "projects", "duties", "fields", "works")}
    return Kind(name=path.stem, split=said["split"], entries=by_draw, **texts)


def _entry(line: str) -> Entry:
    """“数量|维修供水工程|处|20-80” · “成本|单处补助|万元/处|10-30|<” · “持续|管护机制|定性|建立健全、基本健全”."""
    draw, name, unit, bounds, *rest = line.split("|")
    words = tuple(bounds.split("、")) if unit == "定性" else ()
    low, _, high = ("", "", "") if words or unit == "日期" else bounds.partition("-")
    return Entry(name, draw, unit, low, high, words, rest == ["<"])


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))
