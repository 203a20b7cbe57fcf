"""What stands outside ruled tables → the tables among it that lack rulings: between rules, under shadings, or aligned.

A wrong table is worse than text: the less is drawn, the more rows must agree. Running text in columns, the fields of
a form, lists of contents and the lines of a letter's foot are none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from toolkit.layout.corridors import Corridor, bridged, columns_of, corridors_of
from toolkit.layout.grid import Grid, joined
from toolkit.layout.headings import belongs_above
from toolkit.layout.implied import Implied, Region, implied
from toolkit.layout.page import Frame, Ruling
from toolkit.layout.parts import Baseline, Part, baseline_of, within, without
from toolkit.layout.rowbreaks import goes_on
from toolkit.layout.textlines import Row
from toolkit.layout.wording import is_caption, is_figure, is_form_label
from toolkit.model.document import Box

_SAME_SIDE: Final = 4.0  # points: rules of one table begin and end together
_SHORTEST: Final = 60.0  # points: no table is narrower
_BESIDE_RULES: Final = 0.45  # em: the narrowest corridor where rules show that there is a table
_NARROWEST: Final = 0.12  # em: the same where headings part it as well
_ALONE: Final = 0.8  # em: the same where nothing does
_SHADED: Final = (7.0, 80.0)  # points: height of a shaded row
_TALLEST_GAP: Final = 2.6  # em between the centres of neighbouring lines of a table without rules
_FEWEST_LINES: Final = 4  # of a table where nothing is drawn
_LONG: Final = 12  # characters in the middling part of running text


def unruled_tables(
    rows: list[Row], horizontals: Sequence[Ruling], shadings: Iterable[Box], frame: Frame
) -> list[tuple[Grid, list[Row]]]:
    """Each table as a grid, with the rows of stretches in it, from top to bottom."""
    found: list[tuple[Grid, list[Row]]] = []
    for group in _rules(horizontals, shadings):
        for region, taken in list(_between_rules(rows, group, horizontals, frame)):
            table = implied(region)
            if table is not None and _is_ruled_table(table, region):
                found.append((table.grid, taken))
                rows = without(rows, taken)
    for start, end in _aligned(rows, frame):
        lines = [baseline_of(row, frame) for row in rows[start:end]]
        region = Region(lines, [], _ALONE)
        table = implied(region)
        if table is None or not _is_table_alone(table, region):
            continue
        raised = _raised(region, table, [baseline_of(row, frame) for row in rows[max(0, start - 2) : start]])
        if raised is not None:
            start -= len(raised.head) - len(table.head)
            table = raised
        found += _beside(table, rows[start:end], frame) or [(table.grid, rows[start:end])]
    return sorted(found, key=lambda each: each[0].ys[0])


def _rules(horizontals: Iterable[Ruling], shadings: Iterable[Box]) -> list[list[Ruling]]:
    """Rules, and edges of shaded rows, that begin and end together, each group from top to bottom; widest first."""
    edges = [
        Ruling(at, left, right)
        for left, top, right, bottom in shadings
        if _SHADED[0] <= bottom - top <= _SHADED[1]
        for at in (top, bottom)
    ]
    groups: list[list[Ruling]] = []
    for rule in joined([*horizontals, *edges]):
        if rule.end - rule.start < _SHORTEST:
            continue
        for group in groups:
            if abs(group[0].start - rule.start) <= _SAME_SIDE and abs(group[0].end - rule.end) <= _SAME_SIDE:
                group.append(rule)
                break
        else:
            groups.append([rule])
    widest = sorted(groups, key=lambda group: group[0].start - group[0].end)
    return [sorted(group) for group in widest if len(group) > 1]


def _between_rules(
    rows: Sequence[Row], group: Sequence[Ruling], drawn: Sequence[Ruling], frame: Frame
) -> Iterator[tuple[Region, list[Row]]]:
    """Regions between the rules of a group that have several columns."""
    run: list[Ruling] = []
    taken: list[Row] = []
    single = False
    for above, below in pairwise(group):
        slab = within(rows, above.start - _SAME_SIDE, above.end + _SAME_SIDE, above.at, below.at)
        if _in_columns(slab, above, frame) or (len(run) > 2 and single and _goes_across(slab, frame)):
            run = run or [above]
            run.append(below)
            taken += slab
            single = sum(1 for row in slab if len(baseline_of(row, frame).parts) > 1) <= 1
        elif run:
            yield _region(run, taken, rows, drawn, frame)
            run, taken = [], []
    if run:
        yield _region(run, taken, rows, drawn, frame)


def _in_columns(slab: Sequence[Row], rule: Ruling, frame: Frame) -> bool:
    """Whether what stands between two rules is set in columns, within their sides."""
    if not slab or any(
        each.lefts[0] < rule.start - _SAME_SIDE or each.rights[-1] > rule.end + _SAME_SIDE
        for row in slab
        for each in row
    ):
        return False
    lines = [baseline_of(row, frame) for row in slab]
    return any(len(line.parts) > 1 for line in lines) and bool(
        corridors_of([], lines, _BESIDE_RULES * max(line.em for line in lines))
    )


def _goes_across(slab: Sequence[Row], frame: Frame) -> bool:
    """Whether a row of a ruled list is empty or has a single cell; the title of the next table is none."""
    lines = [baseline_of(row, frame) for row in slab]
    return len(slab) <= 1 and all(len(line.parts) == 1 and not is_caption(line.parts[0].text) for line in lines)


def _region(
    run: list[Ruling], taken: list[Row], rows: Sequence[Row], drawn: Sequence[Ruling], frame: Frame
) -> tuple[Region, list[Row]]:
    """The region of a run of rules, with the lines that follow where only headings stand between two rules; the edge
    of a shaded row ends no table, either way."""
    left, right = run[0].start - _SAME_SIDE, run[0].end + _SAME_SIDE
    lines = [baseline_of(row, frame) for row in taken]
    if len(run) == 2 or not _is_drawn(run[-1], drawn):
        below = within(rows, left, right, run[-1].at, frame.height)
        follow = _following(lines, [baseline_of(row, frame) for row in below], _BESIDE_RULES)
        taken = taken + below[:follow]
    if not _is_drawn(run[0], drawn):
        above = within(rows, left, right, 0.0, run[0].at)[::-1]
        lines = [baseline_of(row, frame) for row in taken[::-1]]
        precede = _following(lines, [baseline_of(row, frame) for row in above], _BESIDE_RULES)
        taken = above[:precede][::-1] + taken
    return Region([baseline_of(row, frame, _NARROWEST) for row in taken], run, _NARROWEST), taken


def _is_drawn(rule: Ruling, drawn: Iterable[Ruling]) -> bool:
    return any(
        abs(line.at - rule.at) <= _SAME_SIDE and line.start < rule.end and rule.start < line.end for line in drawn
    )


def _following(lines: Sequence[Baseline], below: Sequence[Baseline], least: float) -> int:
    """How many of the lines that follow (downwards, or upwards) stand in the same columns, up to the last that has
    several."""
    known = list(lines)
    head = corridors_of([], known, least * known[-1].em)
    count = 0
    for number, line in enumerate(below, start=1):
        if abs(line.middle - known[-1].middle) > _TALLEST_GAP * line.em:
            break
        there = corridors_of([], [*known, line], least * line.em)
        if not there or len(there) < len(head) or any(bridged(there, part) for part in line.parts):
            break
        known.append(line)
        if len(line.parts) > 1 or (count == number - 1 and _is_rest(line.parts[0], known[:-1], there)):
            count = number
    return count


def _is_rest(part: Part, above: Sequence[Baseline], corridors: Sequence[Corridor]) -> bool:
    """Whether a part alone on its line goes on with the cell above it."""
    column = columns_of(corridors, part)[0]
    there = [other for line in above for other in line.parts if columns_of(corridors, other)[0] == column]
    return bool(there) and goes_on(there[-1], part, max(other.x1 - other.x0 for other in there))


def _aligned(rows: Sequence[Row], frame: Frame) -> Iterator[tuple[int, int]]:
    """Where (first row, one beyond the last) several columns show in lines under one another."""
    several = {index for index, row in enumerate(rows) if len(row) > 1 and _is_parted(row)}
    if len(several) < _FEWEST_LINES:
        return
    lines = [baseline_of(row, frame) for row in rows]
    start = 0
    while start < len(lines):
        end = start + 1
        if start in several:
            end += _following(lines[start : start + 1], lines[start + 1 :], _ALONE)
        if end - start >= _FEWEST_LINES:
            yield start, end
            start = end
        else:
            start += 1


def _raised(region: Region, table: Implied, above: list[Baseline]) -> Implied | None:
    """The table with the lines directly above it that are headings over some of its columns; None without any."""
    extra: list[Baseline] = []
    head = table.head
    while above and head[0].middle - above[-1].middle <= _TALLEST_GAP * head[0].em:
        if not belongs_above(above[-1], head, table.corridors):
            break
        extra.insert(0, above.pop())
        head = [*extra, *table.head]
    return implied(Region([*extra, *region.lines], [], region.least)) if extra else None


def _beside(table: Implied, rows: list[Row], frame: Frame) -> list[tuple[Grid, list[Row]]]:
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
        region = Region([baseline_of(row, frame) for row in side], [], _ALONE)
        part = implied(region)
        if part is None or not _is_table_alone(part, region):
            return []
        found.append((part.grid, side))
    return found


def _is_parted(row: Row) -> bool:
    height = row[0].bottom - row[0].top
    return any(after.lefts[0] - before.rights[-1] >= 0.5 * height for before, after in pairwise(row))


def _is_ruled_table(table: Implied, region: Region) -> bool:
    """Whether what stands between rules is a table: headings in words, columns that rows agree on."""
    columns = len(table.corridors) + 1
    told = [row for row in (table.head, *table.body) if _filled(row, table.corridors) > 1]
    if len(told) < 2 or not _heads_in_words(table) or _fields(region) > 0.3:
        return False
    if columns == 2 and len(told) < 3:
        return False
    return len(region.rules) > 2 or len(told) > 2


def _is_table_alone(table: Implied, region: Region) -> bool:
    """The same where nothing is drawn: figures in columns under headings, in several rows."""
    if not _heads_in_words(table) or _fields(region) > 0:
        return False
    told = [row for row in table.body if _filled(row, table.corridors) > 1]
    columns = _texts(table.body, table.corridors)
    figures = [column for column, texts in columns.items() if _share_of_figures(texts) >= 0.6 and len(texts) > 2]
    running = [column for column, texts in columns.items() if sorted(map(len, texts))[len(texts) // 2] >= _LONG]
    if len(told) < 3 or len(told) < 0.6 * len(table.body) or len(running) > 1:
        return False
    return len(figures) >= (1 if len(table.corridors) > 1 else 2)


def _filled(row: Sequence[Baseline], corridors: Sequence[Corridor]) -> int:
    return len({columns_of(corridors, part)[0] for line in row for part in line.parts})


def _texts(rows: Iterable[Sequence[Baseline]], corridors: Sequence[Corridor]) -> dict[int, list[str]]:
    texts: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        for line in row:
            for part in line.parts:
                texts[columns_of(corridors, part)[0]].append(part.text)
    return texts


def _share_of_figures(texts: Sequence[str]) -> float:
    return sum(map(is_figure, texts)) / len(texts)


def _heads_in_words(table: Implied) -> bool:
    heads = [part.text for line in table.head for part in line.parts]
    return len(heads) > 1 and _share_of_figures(heads) < 0.3


def _fields(region: Region) -> float:
    """Share of lines that are fields of a form: more than one label with its colon."""
    fields = [line for line in region.lines if sum(is_form_label(part.text) for part in line.parts) > 1]
    return len(fields) / len(region.lines)
