"""Rows of an indicator band → indicators: merged or blank group cells carried down, totals and captions told apart."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from toolkit.extract.citing import cite_number, cite_text, of_cell, points_lost
from toolkit.extract.columns import is_blank
from toolkit.extract.form import Band, Finds
from toolkit.extract.names import (
    PrintedName,
    is_adjustment,
    is_final_total,
    is_footer,
    is_subtotal,
    is_total,
    name_of_subtotal,
    parse_name,
)
from toolkit.extract.reasons import parse_reasons, telling
from toolkit.extract.tables.cells import (
    LEVELS,
    criterion_in,
    group_value,
    last_value,
    measured_in,
    numeral,
    of_two,
    out_of,
    target_in,
    text_in,
    value_cell,
)
from toolkit.extract.tables.footers import tells_reasons, with_footer_reasons
from toolkit.extract.tables.headed import named_above
from toolkit.extract.tables.paired import is_paired, pair_in
from toolkit.extract.tables.ranks import group_rows, name_of_sum, spread, under_outer_groups
from toolkit.extract.tables.reason_cells import asks_for_measures, reason_cell, without_shared_reasons
from toolkit.extract.tables.stacked import unstacked
from toolkit.extract.tables.subtotals import below, is_of_all, read_subtotal, sums_all
from toolkit.extract.tables.total_columns import beside_all, grades_in
from toolkit.extract.tables.unknown_rows import ASIDE, METHOD, UNCLEAR, first_words, role_of
from toolkit.extract.tables.weights import percent_points, weights_are_shares
from toolkit.measure.attainment import direction_of
from toolkit.model.citation import CitedNumber, CitedText
from toolkit.model.document import Cell
from toolkit.model.record import Adjustment, DeductionReason, Indicator, Residue
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_SUM: Final = regex(r"(?:[一二三四五]、|\d[.、])?(?:各项|全部|绩效)*指标(?:自评)?得分")
_FULL: Final = Decimal(100)


class _Whole(NamedTuple):
    """Score and points of a row that sums up all lines above it."""

    score: CitedNumber | None
    points: CitedNumber | None


BEFORE_ADJUSTMENTS: Final = "form:base"
"""How the score of a row is read that sums up the lines alone (基础分合计), before what is added and taken off."""
_SCORE_LABEL = regex("(?:自评|评价|综合)?总?得分(?:合计)?:?")
_OF_BASE = regex("基础|基本")
_LEAST_WHOLE = 80  # points
_OWN = frozenset({"max_score", "claimed_score"})
_HOW_SCORED = regex("(?:按|依|根据)[^,。;]{2,24}(?:计分|计算|得分|打分)")
"""Beside a name, what says how its line is scored and names none: 预算执行率 | 按执行率计分."""


def read_indicators(band: Band, method: str) -> Finds:
    """Every row of the band in order: indicator lines, group lines where points or scores are printed, the total."""
    finds = Finds()
    band, told = without_shared_reasons(under_outer_groups(spread(unstacked(band))))
    ranks = group_rows(band)
    groups = named_above(band, method)
    levels = [level for level in (1, 2, 3, 4) if band.columns(LEVELS[level - 1])]
    shares, pairs = weights_are_shares(band), is_paired(band)
    totals: list[_Whole] = []
    for row in band.rows:
        if row in ranks:
            rank, heads = ranks[row]
            groups = {level: name for level, name in groups.items() if level < rank}
            if heads:
                found, groups = _group(band, row, rank, groups, method, shares)
                finds += found
                continue
        label = first_words(band, row)
        known = None if label is None else _by_words(label.text)
        role = role_of(band, row, label, groups) if label is not None and known is None else known
        how = method if known else METHOD
        if role == "total" or (role == "subtotal" and label is not None and _is_projects(band, row, label)):
            before = [] if label is not None and is_final_total(label.text) else totals
            totals = [*before, _total(band, row, how, label)]
            finds += Finds(grades=tuple(grades_in(band, row, how)))
        elif label is not None and role == "footer":
            beside = [
                of_cell(band.table, cell) for cell in band.row_cells(row) if cell.row == row and cell is not label
            ]
            told += beside if tells_reasons(label.text) else []
        elif role == "subtotal" and sums_all(band, row, finds.indicators, how):
            whole = _total(band, row, how, label)
            totals += [whole] if _may_be_whole(whole) and _is_last_scored(band, row, how) else []
            groups = {}
        elif role == "subtotal":
            summed = tuple(read_subtotal(band, row, groups, method, how))
            finds = replace(finds, indicators=(*below(summed, finds.indicators, levels), *summed))
            groups = {} if label is not None and is_of_all(label.text) else groups
        elif label is not None and role in ASIDE:
            span = of_cell(band.table, label)
            finds += Finds(residue=(Residue(text=span.text, where=span.where, why=ASIDE[role]),))
        if label is not None and role is None and _SUM.fullmatch(key(label.text)):
            lines = [line for line in finds.indicators if not key(line.name.value).startswith("预算执行")]
            role = "subtotal" if sums_all(band, row, lines, method) else None
        if label is not None and role in {"group", UNCLEAR}:
            groups = _headed(band, label, groups)
        elif role is None and (fresh := _names(band, row, levels, groups, pairs=pairs)) is not None:
            groups, leaf = fresh
            finds += _row(band, row, groups, leaf, method, shares)
    finds += Finds(residue=tuple(_torn(band)))
    finds = replace(
        finds, totals=tuple(_wholes(totals, finds.adjustments)), indicators=with_footer_reasons(finds.indicators, told)
    )
    return finds if finds.totals else finds + beside_all(band, method)


def _torn(band: Band) -> Iterator[Residue]:
    """Names that a row cut in two, as a bracket open in the one and closed in the other shows: what belongs to what is
    not sure there."""
    for column in (column for role in LEVELS for column in band.columns(role)):
        cells = (
            cell for row in band.rows if (cell := band.table.covering(row, column)) is not None and cell.row == row
        )
        for upper, lower in pairwise(cell for cell in cells if key(cell.text)):
            if _open_brackets(upper) > 0 > _open_brackets(lower):
                spans = (of_cell(band.table, cell) for cell in (upper, lower))
                yield from (Residue(text=span.text, where=span.where, why="名称被分到了两行") for span in spans)


def _open_brackets(cell: Cell) -> int:
    name = fold_widths(cell.text)
    return name.count("(") - name.count(")")


def _by_words(label: str) -> str | None:
    """The role of a row that its own words tell."""
    if is_total(label):
        return "total"
    if is_footer(label):
        return "footer"
    return "subtotal" if is_subtotal(label) else None


def _may_be_whole(summed: _Whole) -> bool:
    """Whether a 小计 of all lines of a table can be all of the report's, but for what the money scored, and not one
    group's in a table of its own."""
    return summed.points is None or summed.points.value >= _LEAST_WHOLE


def _is_last_scored(band: Band, row: int, method: str) -> bool:
    """Whether no row below has points or a score."""
    below = (other for other in band.rows if other > row)
    return not any(last_value(band, other, role, method) for other in below for role in _OWN)


def _is_projects(band: Band, row: int, label: Cell) -> bool:
    """Whether a sum is that of the project named left of the indicators (道路维修得分小计)."""
    first = min(column for column, role in band.roles.items() if role in LEVELS)
    said = name_of_subtotal(key(label.text))
    left = (cell for cell in band.table.cells if band.start <= cell.row <= row and cell.column < first)
    return bool(said) and any(key(cell.text) == said for cell in left)


def _headed(band: Band, label: Cell, groups: dict[int, PrintedName]) -> dict[int, PrintedName]:
    """The groups of the rows below a row that is nothing but a group's name."""
    printed = parse_name(of_cell(band.table, label))
    column = band.roles.get(label.column, "")
    level = LEVELS.index(column) + 1 if column in LEVELS else 1
    above = {number: name for number, name in groups.items() if number < level}
    return above if printed is None else {**above, level: printed}


def _group(
    band: Band, row: int, rank: int, groups: dict[int, PrintedName], method: str, shares: bool
) -> tuple[Finds, dict[int, PrintedName]]:
    """A row that heads the rows below it, in the column of their names: its line, and the groups with it."""
    cell = band.own(row, "level3")
    printed = None if cell is None else name_of_sum(of_cell(band.table, cell))
    if printed is None:
        return Finds(), groups
    names = {**groups, rank: printed}
    line = Indicator(
        id="",
        order=row,
        level=rank,
        name=cite_text(printed.name, method),
        level1=names[1].name.text if rank > 1 and 1 in names else None,
    )
    filled, residue = _fill(band, row, line, printed, method, shares)
    return Finds(indicators=(filled,) if _says_something(filled) else (), residue=residue), names


def _names(
    band: Band, row: int, levels: list[int], groups: dict[int, PrintedName], *, pairs: bool
) -> tuple[dict[int, PrintedName], int] | None:
    """Names by level that hold for this row, and the level of the line itself; None where nothing new is named."""
    held = dict(groups)
    leaf = 0
    if pairs and (pair := pair_in(band, row)) is not None:
        held, levels = {1: pair[0], 2: pair[1]}, levels[1:]
    for level in levels:
        cell = band.cell(row, LEVELS[level - 1])
        if cell is None or (is_blank(cell) and level != levels[-1]):
            continue
        printed = parse_name(of_cell(band.table, cell))
        if printed is None or (leaf and _HOW_SCORED.fullmatch(key(printed.name.text))):
            continue
        if leaf and band.roles.get(cell.column) == LEVELS[leaf - 1] and _heads_below(band, row, cell):
            break  # the group's name, over the columns of names and values of its row
        if cell.row == row:
            leaf = level
        known = held.get(level)
        if known is None or known.name.text != printed.name.text:
            held = {above: name for above, name in held.items() if above < level}
            held[level] = printed
    if not leaf:
        return None
    return {level: name for level, name in held.items() if level <= leaf}, leaf


def _heads_below(band: Band, row: int, cell: Cell) -> bool:
    """Whether a cell goes over columns of targets or actuals too, and the row below names a line beside it."""
    columns = range(cell.column, cell.column + cell.column_span)
    below = band.cell(row + 1, "level3") if row + 1 < band.end else None
    over = any(band.roles.get(column) in {"target", "actual"} for column in columns)
    return over and below is not None and below.column > cell.column


def _row(band: Band, row: int, names: dict[int, PrintedName], leaf: int, method: str, shares: bool) -> Finds:
    path = {level: name.name.text for level, name in names.items()}
    line = Indicator(
        id="",
        order=row,
        level=leaf,
        name=cite_text(names[leaf].name, method),
        level1=path.get(1) if leaf > 1 else None,
        level2=path.get(2) if leaf > 2 else None,
        level3=path.get(3) if leaf > 3 else None,
    )
    captions = tuple(_groups_of(band, row, names, leaf, method))
    filled, residue = _fill(band, row, line, names[leaf], method, shares)
    if not _says_something(filled):
        return Finds(indicators=captions, residue=residue)
    if is_adjustment(filled.level1 or filled.name.value) or is_adjustment(filled.name.value):
        return Finds(adjustments=_as_adjustment(filled), residue=residue)
    return Finds(indicators=(*captions, filled), residue=residue)


def _says_something(line: Indicator) -> bool:
    return any((line.max_score, line.weight, line.claimed_score, line.target, line.actual, line.deduction))


def _groups_of(band: Band, row: int, names: dict[int, PrintedName], leaf: int, method: str) -> Iterator[Indicator]:
    """Group lines whose points stand in their caption or in a column of their own; the same group comes again with
    each row and is merged later."""
    for level, printed in names.items():
        if level >= leaf:
            continue
        points = None if printed.caption is None else cite_number(printed.caption, method)
        line = Indicator(
            id="",
            order=row,
            level=level,
            name=cite_text(printed.name, method),
            level1=names[1].name.text if level > 1 and 1 in names else None,
            level2=names[2].name.text if level > 2 and 2 in names else None,
            max_score=points or group_value(band, row, "max_score", level, method),
            claimed_score=group_value(band, row, "claimed_score", level, method)
            or (None if printed.gained is None else cite_number(printed.gained, method)),
        )
        if line.max_score or line.claimed_score:
            yield line


def _fill(
    band: Band, row: int, line: Indicator, printed: PrintedName, method: str, shares: bool
) -> tuple[Indicator, tuple[Residue, ...]]:
    residue: list[Residue] = []

    def score(role: str) -> CitedNumber | None:
        if role in _OWN and (one := of_two(band, row, role, method)) is not None:
            return one
        cell = value_cell(band, row, role, line.level)
        if cell is None or is_blank(cell):
            return None
        span = of_cell(band.table, cell)
        cited = numeral(span, method) or (percent_points(span, method) if role == "max_score" else None)
        if cited is None and role == "claimed_score":
            cited = out_of(span, points, method)
        if cited is None:
            residue.append(Residue(text=span.text, where=span.where, why=f"“{role}”列中不是数值"))
        return cited

    points = None if shares else score("max_score")
    if points is None and printed.caption is not None:
        points = cite_number(printed.caption, method)
    claimed = score("claimed_score")
    if claimed is None and printed.gained is not None:
        claimed = cite_number(printed.gained, method)
    goal = target_in(band, row, method)
    nature = text_in(band, row, "nature", method)
    reasons: tuple[DeductionReason, ...] = ()
    action: CitedText | None = None
    told = reason_cell(band, row) or band.cell(row, "remark")
    shared = told is not None and band.start <= told.row < row
    if told is not None and not is_blank(told) and (not shared or reason_cell(band, row) is told):
        lost = points_lost(points, claimed)
        reasons, action = parse_reasons(of_cell(band.table, told), method, lost, asks_for_measures(band, told))
        if lost is not None and lost <= 0 and not telling(of_cell(band.table, told), lost=True).text:
            reasons = ()
        if not lost and (shared or reason_cell(band, row) is None):
            reasons = ()
        if shared and any(reason.points is not None for reason in reasons):
            reasons = ()  # those of the line it begins beside
    own_action = text_in(band, row, "corrective_action", method)
    return (
        line.model_copy(
            update={
                "max_score": points,
                "weight": measured_in(band, row, "max_score", method) if shares else None,
                "claimed_score": claimed,
                "reviewed_score": score("reviewed_score"),
                "deduction": score("deduction"),
                "target": goal,
                "actual": measured_in(band, row, "actual", method),
                "attainment_rate": measured_in(band, row, "attainment_rate", method),
                "nature": nature,
                "direction": None if goal is None else direction_of(goal.value, nature.quote if nature else None),
                "definition": text_in(band, row, "definition", method),
                "criterion": criterion_in(band, row, method),
                "evidence": text_in(band, row, "evidence", method),
                "deduction_reasons": reasons,
                "corrective_action": own_action or action,
            }
        ),
        tuple(residue),
    )


def _beside_its_label(band: Band, row: int, method: str) -> CitedNumber | None:
    """The score of a row that labels its numbers one by one: 总分 | 100 | 总得分 | 98.17 | 自评等级 | 优."""
    cells = [cell for cell in band.row_cells(row) if cell.row == row]
    told = (right for left, right in pairwise(cells[1:]) if _SCORE_LABEL.fullmatch(key(left.text)))
    return next((cited for right in told if (cited := numeral(of_cell(band.table, right), method))), None)


def _total(band: Band, row: int, method: str, label: Cell | None) -> _Whole:
    score, points = (last_value(band, row, role, method) for role in ("claimed_score", "max_score"))
    if (beside := _beside_its_label(band, row, method)) is not None:
        score, points = beside, None
    if score is None and points is None:
        numbers = [
            cited
            for cell in band.row_cells(row)
            if cell.row == row and band.roles.get(cell.column) != "deduction"
            if (cited := numeral(of_cell(band.table, cell), method))
        ]
        score = numbers[-1] if len(numbers) == 1 else None
    if score is not None and label is not None and _OF_BASE.search(key(label.text)):
        score = score.model_copy(update={"method": BEFORE_ADJUSTMENTS})
    return _Whole(score, points)


def _wholes(rows: list[_Whole], adjustments: tuple[Adjustment, ...]) -> Iterator[CitedNumber]:
    """Scores of the rows of a sum: of less than a hundred points it is no total where one with more stands below
    (合计 80; 总分 100), nor before what is added and taken off, where one with that does."""
    merits = sum(one.points.value for one in adjustments if one.points is not None)
    for place, (score, points) in enumerate(rows):
        below = rows[place + 1 :]
        part = points is not None and points.value < _FULL
        part = part and any(more.points.value > points.value for more in below if points and more.points)
        if score is not None and not part:
            base = merits and any(more.score.value == score.value + merits for more in below if more.score)
            yield score.model_copy(update={"method": BEFORE_ADJUSTMENTS}) if base else score


def _as_adjustment(line: Indicator) -> tuple[Adjustment, ...]:
    if line.claimed_score is None and line.max_score is None:
        return ()
    return (Adjustment(text=line.name, points=line.claimed_score, max_score=line.max_score),)
