"""A region of a page where a table may stand whose rulings are missing: its lines, and what is drawn through it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.layout.corridors import Corridor
from toolkit.layout.page import Ruling
from toolkit.layout.parts import Baseline, size_of
from toolkit.layout.wording import is_figure

_DEEPEST_HEAD: Final = 5  # lines of headings where no ruling ends them


@dataclass(eq=False)
class Region:
    """Where a table may stand: its lines, and the rulings through it from top to bottom, all of one width.

    `least`: the narrowest corridor, em. `sides`: drawn rulings between columns, from left to right. `known`: its
    corridors and how many lines are headings, where it goes on with a table of the page before. `inner`: rulings
    through some of its columns.
    """

    lines: list[Baseline]
    rules: list[Ruling]
    least: float
    sides: Sequence[float] = ()
    known: tuple[list[Corridor], int] | None = None
    inner: Sequence[Ruling] = ()

    @property
    def em(self) -> float:
        """Size of its print, points."""
        return size_of(self.lines)

    @property
    def ends(self) -> list[float]:
        """Where rulings through some of its columns begin or end."""
        return [end for rule in self.inner for end in (rule.start, rule.end)]

    def split(self) -> tuple[list[Baseline], list[Baseline]]:
        """(lines of headings, lines of the body)."""
        if self.known is not None:
            return self.lines[: self.known[1]], self.lines[self.known[1] :]
        first, last = self.lines[0].middle, self.lines[-1].middle
        ends = [rule.at for rule in self.rules if first < rule.at < last]
        if ends:
            above = [line for line in self.lines if line.middle < ends[0]]
            return above, self.lines[len(above) :]
        head = 0
        while head < min(_DEEPEST_HEAD, len(self.lines) - 1) and not any(
            is_figure(part.text) for part in self.lines[head].parts
        ):
            head += 1
        head = max(1, head)
        return self.lines[:head], self.lines[head:]
