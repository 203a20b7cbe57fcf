"""Right statements with numbers drawn at random: what a checker says against one of them is a false accusation.

A statement is a function of `Draw`; its figures are computed exactly, whatever is drawn. Those of one part were written
against, the others only measure.
"""

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Final, TypeAlias

from tests.figures.drawn import (
    common,
    common_further,
    held_out,
    held_out_further,
    held_out_last,
    money,
    money_further,
    outputs,
    outputs_further,
)
from tests.figures.drawn.numbers import Draw

Statement: TypeAlias = Callable[[Draw], str]

PARTS: Final[dict[str, tuple[ModuleType, ...]]] = {
    "development": (common, common_further, money, money_further, outputs, outputs_further),
    "held-out": (held_out, held_out_further, held_out_last),
}


def statements(part: str) -> Iterator[tuple[str, Statement]]:
    """Name and function of each statement of a part."""
    for module in PARTS[part]:
        for name, made in vars(module).items():
            if callable(made) and getattr(made, "__module__", "") == module.__name__:
                yield name, made


def report_of(statement: Statement, seed: int) -> bytes:
    """A small report that holds one drawing of the statement."""
    told = statement(Draw(seed))
    return f"某局2022年度项目支出绩效自评报告\n\n一、基本情况\n\n{told}\n".encode()
