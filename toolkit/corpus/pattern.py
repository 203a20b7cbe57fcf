"""A pattern of a whole report: its parts in order, the columns of its tables; from `patterns.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from toolkit.corpus.grammar import Split
from toolkit.corpus.layout import Style

Numbering = Literal["hanzi", "digits", "none"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """`columns`: role and heading of the indicator table; `funds` those of the fund rows; `systems` that it suits."""

    name: str
    split: Split
    systems: tuple[str, ...]
    parts: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]
    funds: tuple[tuple[str, str], ...]
    numbering: Numbering
    captions: bool
    group_rows: bool
    criteria: bool
    values_told: bool
    bound: bool
    style: Style


@cache
def patterns(split: Split) -> tuple[Pattern, ...]:
    """The patterns of a split, in their order."""
    return tuple(pattern for pattern in every_pattern() if pattern.split == split)


@cache
def every_pattern() -> tuple[Pattern, ...]:
    """All patterns, in the order of the file."""
    said = tomllib.loads((Path(__file__).parent / "patterns.toml").read_text("utf-8"))
    return tuple(_pattern(name, content) for name, content in said.items())


def _pattern(name: str, said: dict[str, Any]) -> Pattern:
    return Pattern(
        name=name,
        split=said["split"],
        systems=tuple(said["systems"]),
        parts=tuple(said["parts"]),
        columns=_columns(said.get("columns", "")),
        funds=_columns(said.get("funds", "")),
        numbering=said.get("numbering", "hanzi"),
        captions=said.get("captions", False),
        group_rows=said.get("group_rows", False),
        criteria=said.get("criteria", False),
        values_told=said.get("values_told", False),
        bound=said.get("bound", False),
        style=Style(**said.get("style", {})),
    )


def _columns(said: str) -> tuple[tuple[str, str], ...]:
    """“level1 一级指标 | score 得分” → pairs of role and heading."""
    pairs = (column.split(None, 1) for column in said.split("|") if column.strip())
    return tuple((role, heading.strip()) for role, heading in pairs)
