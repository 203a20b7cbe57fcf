"""The first lines of a page → the rest of a table without rulings that reached the end of the page before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from toolkit.layout.corridors import Corridor, columns_of
from toolkit.layout.grid import Grid
from toolkit.layout.implied import implied
from toolkit.layout.page import Frame, Ruling
from toolkit.layout.parts import Baseline, baseline_of, part_at
from toolkit.layout.region import Region
from toolkit.layout.regions import NARROWEST, TALLEST_GAP, is_rest, through_some
from toolkit.layout.textlines import Row
from toolkit.layout.wording import is_figure, is_form_label
from toolkit.text import key

_MOST_BEFORE: Final = 3  # lines at the top of a page, before the rest of a table
_NARROWED: Final = 0.3  # em: so much of a corridor is left, or all of a narrower one
_SLACK: Final = 0.2  # em: lines of the next page may stand so far in a corridor
_SHORTER: Final = 12.0  # points: rules through the table end so far before its sides, where marks hang out


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A table at the end of a page: its sides, corridors and texts of its first rows."""

    left: float
    right: float
    corridors: list[Corridor]
    headings: tuple[str, ...]

    def is_crossed_by(self, rule: Ruling) -> bool:
        """Whether a rule runs through all of the table's columns."""
        return rule.start <= self.left + _SHORTER and rule.end >= self.right - _SHORTER


def rest_of(
    above: Unfinished, rows: Sequence[Row], rules: Sequence[Ruling], frame: Frame, headed: bool
) -> tuple[Grid, list[Row]] | None:
    """The grid of what goes on in the columns of `above` at the top of a page, and the rows of stretches in it.

    `headed`: only if it repeats the headings.
    """
    lines = [baseline_of(row, frame) for row in rows]
    for line in lines:
        for left, right in above.corridors:
            part_at(line, left + _SLACK * line.em, right - _SLACK * line.em)
    for start in range(min(_MOST_BEFORE, len(lines))):
        through = [rule for rule in rules if above.is_crossed_by(rule)]
        head = _head_lines(lines[start:], above.headings, through)
        if headed and not head:
            continue
        corridors, count = _in_columns(lines[start:], above.corridors, head, through)
        taken = lines[start : start + count]
        if head < count and (head or any(_is_row(line, corridors) for line in taken)):
            top, bottom = (line.middle + way * TALLEST_GAP * line.em for line, way in ((taken[0], -1), (taken[-1], 1)))
            near = [rule for rule in through if top < rule.at < bottom]
            inner = through_some(rules, near, top, bottom)
            table = implied(Region(taken, near, NARROWEST, known=(corridors, head), inner=inner))
            return None if table is None else (table.grid, list(rows[start : start + count]))
    return None


def _in_columns(
    lines: Sequence[Baseline], corridors: Sequence[Corridor], head: int, rules: Sequence[Ruling]
) -> tuple[list[Corridor], int]:
    """What is left of the corridors, and how many of the lines leave them free, up to the last that has several
    columns, goes on with one or has a rule below. The first below the head may go on with the page before."""
    free, last_free, count = list(corridors), list(corridors), 0
    for number, line in enumerate(lines, start=1):
        tallest = TALLEST_GAP * line.em * (2 if number == head + 1 else 1)  # the rest of a cut row may be blank
        if number > 1 and line.middle - lines[number - 2].middle > tallest:
            break
        narrowed = _narrowed(free, line)
        if narrowed is None or any(is_form_label(part.text) for part in line.parts):
            break
        free = narrowed
        goes_on = count == number - 1 and (count == head or is_rest(line.parts[0], lines[:count], free))
        drawn = any(line.middle < rule.at < line.bottom + line.em for rule in rules)
        if len(line.parts) > 1 or goes_on or drawn:
            count, last_free = number, free
    return last_free, count


def _narrowed(corridors: Sequence[Corridor], line: Baseline) -> list[Corridor] | None:
    """The corridors beside the parts of a line; None where one of them is closed."""
    narrowed = []
    for left, right in corridors:
        middle, least = (left + right) / 2, min(_NARROWED * line.em, 0.9 * (right - left))
        low = max([left, *(part.x1 for part in line.parts if part.centre < middle)])
        high = min([right, *(part.x0 for part in line.parts if part.centre >= middle)])
        if high - low < least:
            return None
        narrowed.append((low, high))
    return narrowed


def _head_lines(lines: Sequence[Baseline], headings: Sequence[str], rules: Sequence[Ruling]) -> int:
    """How many lines repeat headings of the table, up to a rule, else up to the last with several of them."""
    count = 0
    for number, line in enumerate(lines, start=1):
        if not all(any(key(part.text) in text for text in headings) for part in line.parts):
            break
        if len(line.parts) > 1:
            count = number
        if count and any(
            line.middle < rule.at < below.middle for below in lines[number : number + 1] for rule in rules
        ):
            return number
    return count


def _is_row(line: Baseline, corridors: Sequence[Corridor]) -> bool:
    """Whether most columns have text, a figure among them."""
    columns = {columns_of(corridors, part)[0] for part in line.parts}
    return len(columns) >= max(2, (len(corridors) + 1) / 2) and any(is_figure(part.text) for part in line.parts)
