"""What stands outside ruled tables → the tables among it that lack rulings, and the rest of one from the page before.

A wrong table is worse than text: where little is drawn, much has to agree.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from toolkit.layout.corridors import columns_of
from toolkit.layout.grid import Grid, joined
from toolkit.layout.headings import belongs_above
from toolkit.layout.implied import Implied, implied
from toolkit.layout.judgement import is_table_alone, is_table_between_rules, may_go_on
from toolkit.layout.page import Frame, Ruling
from toolkit.layout.parts import Baseline, baseline_of, within, without
from toolkit.layout.region import Region
from toolkit.layout.regions import ALONE, MOST_BELOW, TALLEST_GAP, aligned, at_the_end, between_rules, rule_groups
from toolkit.layout.textlines import Row
from toolkit.model.document import Box


@dataclass(frozen=True, slots=True)
class Found:
    """A table by its grid and the rows of stretches in it; `firm`: it is one whatever the next page holds."""

    grid: Grid
    rows: list[Row]
    firm: bool = True


def unruled_tables(
    rows: list[Row], horizontals: Sequence[Ruling], shadings: Iterable[Box], frame: Frame
) -> list[Found]:
    """The tables, in no order."""
    found: list[Found] = []
    drawn = joined(horizontals)
    for group in rule_groups(horizontals, shadings):
        for region, taken in list(between_rules(rows, group, drawn, frame)):
            table = implied(region)
            if table is None:
                continue
            firm = is_table_between_rules(table, region)
            if firm or (may_go_on(table, region) and _is_last(taken, rows)):
                found.append(Found(table.grid, taken, firm))
                rows = without(rows, taken)
    for start, end in aligned(rows, frame):
        found += _alone(rows, start, end, frame)
    rows = without(rows, [row for each in found for row in each.rows])
    return [*found, *_provisional(rows, frame)] if all(each.firm for each in found) else found


def _is_last(taken: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether no more than furniture stands below."""
    last = max(row[0].bottom for row in taken)
    return sum(1 for row in rows if row[0].top > last) <= MOST_BELOW


def _alone(rows: Sequence[Row], start: int, end: int, frame: Frame) -> list[Found]:
    """The table, or two side by side, that some of the rows are though nothing is drawn."""
    region = Region([baseline_of(row, frame) for row in rows[start:end]], [], ALONE)
    table = implied(region)
    if table is None or not is_table_alone(table, region):
        return []
    raised = _raised(region, table, [baseline_of(row, frame) for row in rows[max(0, start - 2) : start]])
    if raised is not None:
        start -= len(raised.head) - len(table.head)
        table = raised
    return _beside(table, rows[start:end], frame) or [Found(table.grid, list(rows[start:end]))]


def _provisional(rows: Sequence[Row], frame: Frame) -> list[Found]:
    """The head and few rows at the end of the page that are a table if the next page goes on with it."""
    for start, end in at_the_end(rows, frame):
        region = Region([baseline_of(row, frame) for row in rows[start:end]], [], ALONE)
        table = implied(region)
        if table is not None and may_go_on(table, region):
            return [Found(table.grid, list(rows[start:end]), firm=False)]
    return []


def _raised(region: Region, table: Implied, above: list[Baseline]) -> Implied | None:
    """The table with the lines directly above it that are headings over some of its columns; None without any."""
    extra: list[Baseline] = []
    head = table.head
    while above and head[0].middle - above[-1].middle <= TALLEST_GAP * head[0].em:
        if not belongs_above(above[-1], head, table.corridors):
            break
        extra.insert(0, above.pop())
        head = [*extra, *table.head]
    return implied(Region([*extra, *region.lines], [], region.least)) if extra else None


def _beside(table: Implied, rows: Sequence[Row], frame: Frame) -> list[Found]:
    """Two tables set side by side, which have the same headings; [] where it is one."""
    half = (len(table.corridors) + 1) // 2
    names = {columns_of(table.corridors, part)[0]: part.text for line in table.head for part in line.parts}
    if (
        half < 2
        or len(table.corridors) + 1 != 2 * half
        or any(names.get(column) != names.get(column + half) or column not in names for column in range(half))
    ):
        return []
    middle = sum(table.corridors[half - 1]) / 2
    found = []
    for left, right in ((0.0, middle), (middle, frame.width)):
        side = within(rows, left, right, 0.0, frame.height)
        region = Region([baseline_of(row, frame) for row in side], [], ALONE)
        part = implied(region)
        if part is None or not is_table_alone(part, region):
            return []
        found.append(Found(part.grid, side))
    return found
