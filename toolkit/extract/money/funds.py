"""Rows of money under a header of amounts → budget rows: the whole, then its parts."""

import re
from dataclasses import replace
from itertools import pairwise

from toolkit.extract.citing import Span, cite_number, cite_quantity, cite_text, of_cell
from toolkit.extract.column_roles import heads_money, printings, role_of
from toolkit.extract.columns import column_unit, is_blank
from toolkit.extract.form import AMOUNTS, Band, Finds, Unit
from toolkit.extract.money.fund_parts import (
    BY_SOURCE,
    arrange,
    begins_details,
    below_ordinals,
    below_sums,
    nested,
    once,
    split,
)
from toolkit.extract.money.rate_cells import rate_in, score_in
from toolkit.extract.tables.cells import LEVELS
from toolkit.measure.grammar import read
from toolkit.model.citation import CitedQuantity
from toolkit.model.document import Cell
from toolkit.model.record import BudgetRow
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_LEAD = regex(r"^(?:其\s*中\s*[:：]|其\s*中|\d+[.、]|\(\d+\)|[一二三四五六]、|[-·])\s*")
_TAIL = regex(r"\s*[(\[](?:单位[:]?)?(?:元|千元|万元|百万元|亿元|%|[A-C])[)\]]\s*$")
_NUMBER = regex(r"[\s\d.,%‰+-]+")
_SCORE_LABEL = regex(r"(?:预算|资金)?执行率?(?:自评)?得分")
_OF_ALL_LINES = regex(r"(?:自评|评价|年度|项目|综合|绩效)*(?:总得?分|自评得?分|得分合计)(?:[(].*)?")
_SCORE_TOLD = regex(r"\s*(\d+(?:\.\d+)?)\s*分?\s*(?:\(.*\))?\s*")
_FEWEST_HEADS = 2
_ADJUSTED = regex(r"(?:年中)?(?:预算)?调整(?:数|额|金额|增减数?)?(?:[(\[].*)?")
_SIGNED = regex(r"\s*[+±-]\s*\d|.*[(\[]\s*\+")


def read_funds(band: Band, method: str) -> Finds:
    """Each row with an amount: the one that names the whole is the whole, the rest are its parts."""
    band = _of_amounts(_to_other_heads(band))
    found = [(number, row) for number in band.rows if (row := _row(band, number, method)) is not None]
    numbers = [number for number, _ in found]
    scored = _with_score_below(band, [row for _, row in found], method)
    rows = arrange(_with_points(band, scored, method), split(band))
    rows = nested(rows, [begins_details(band, one) for one in numbers])
    return Finds(budget=once(below_ordinals(band, numbers, below_sums(band, numbers, rows))))


def read_beside(band: Band, method: str) -> Finds:
    """The money of one project, in columns left of its indicators (项目名称, 年初预算, 全年执行, 一级指标)."""
    first = min((column for column, role in band.roles.items() if role in LEVELS), default=0)
    heads = ((column, band.table.covering(band.header, column)) for column in range(first))
    roles = {
        column: role
        for column, head in heads
        if head is not None and (role := role_of(head.text, printings("funds"))) is not None
    }
    if "actual_expenditure" not in roles.values() or not {"original_budget", "revised_budget"} & set(roles.values()):
        return Finds()
    budget = read_funds(replace(band, roles=roles), method).budget
    return Finds(budget=budget if len(budget) == 1 else ())


def _to_other_heads(band: Band) -> Band:
    """Up to a row that heads its columns otherwise, one of amounts among them (年初预算 | 追加预算 | 全年预算)."""
    for row in band.rows:
        heads = [cell.column for cell in band.row_cells(row) if cell.row == row and heads_money(cell.text)]
        if len(heads) >= _FEWEST_HEADS and any(band.roles.get(column) in AMOUNTS for column in heads):
            return replace(band, end=row)
    return band


def _of_amounts(band: Band) -> Band:
    """Without columns that are headed like amounts but hold words: 年度预算数（万元） over the labels of the rows."""
    words = [
        column
        for column, role in band.roles.items()
        if role in AMOUNTS and not any(_holds_number(band, row, column) for row in band.rows)
    ]
    changes = [column for column in band.columns("revised_budget") if column not in words and _is_change(band, column)]
    return replace(
        band, roles={column: role for column, role in band.roles.items() if column not in {*words, *changes}}
    )


def _is_change(band: Band, column: int) -> bool:
    """Whether a column is what was added or cut (调整数), as signs in it say or another column for what came of it."""
    heads = [band.table.covering(row, column) for row in range(band.header, band.start)]
    cells = [band.table.covering(row, column) for row in band.rows]
    if not any(head is not None and _ADJUSTED.fullmatch(key(head.text)) for head in heads):
        return False
    signed = any(cell is not None and _SIGNED.match(fold_widths(cell.text)) for cell in (*heads, *cells))
    others = (band.table.covering(band.header, other) for other in band.columns("revised_budget"))
    return signed or any(other is not None and other not in heads for other in others)


def _holds_number(band: Band, row: int, column: int) -> bool:
    cell = band.table.covering(row, column)
    return cell is not None and re.match(r"^\s*[¥￥]?\s*-?\d", fold_widths(cell.text)) is not None


def _with_points(band: Band, rows: list[BudgetRow], method: str) -> list[BudgetRow]:
    """Points of the execution line that stand in a heading: 预算执行情况（20分）, 得分（20分×执行率）."""
    scored = [row for row in rows if row.claimed_score is not None]
    if split(band) != BY_SOURCE and not any(row.max_score is not None for row in rows):
        return [row.model_copy(update={"claimed_score": None}) for row in rows]  # each project's own total
    if len(scored) != 1 or any(row.max_score is not None for row in rows):
        return rows
    for row in range(band.header, band.start):
        for cell in band.row_cells(row):
            span = of_cell(band.table, cell)
            found = re.search(r"\(\s*(?:满分|分值|权重|共)?[:为]?\s*(\d{1,3})\s*分", fold_widths(span.text))
            if found is not None:
                points = cite_number(span.sub(found.start(1), found.end(1)), method)
                return [line.model_copy(update={"max_score": points}) if line is scored[0] else line for line in rows]
    return rows


def _with_score_below(band: Band, rows: list[BudgetRow], method: str) -> list[BudgetRow]:
    """The score of the execution in a row of its own (预算执行得分 | 9.62分（10分×96.2%）), where the first row has
    its points alone."""
    if not rows or rows[0].max_score is None or any(row.claimed_score is not None for row in rows):
        return rows
    for row in band.rows:
        for label, cell in pairwise(cell for cell in band.row_cells(row) if cell.row == row):
            told = _SCORE_TOLD.fullmatch(fold_widths(cell.text))
            if told is not None and _SCORE_LABEL.fullmatch(key(label.text)):
                score = cite_number(of_cell(band.table, cell).sub(*told.span(1)), method)
                return [rows[0].model_copy(update={"claimed_score": score}), *rows[1:]]
    return rows


def _row(band: Band, row: int, method: str) -> BudgetRow | None:
    amounts = {role: _amount(band, row, role, method) for role in AMOUNTS}
    scores = {role: score_in(band, row, role, method) for role in ("max_score", "claimed_score")}
    if not any(amounts.values()) and not any(scores.values()):
        return None
    label = _label(band, row)
    if label is not None and (_SCORE_LABEL.fullmatch(key(label.text)) or _OF_ALL_LINES.fullmatch(key(label.text))):
        return None
    return BudgetRow(
        id="",
        label=None if label is None else cite_text(label, method),
        execution_rate=rate_in(band, row, method),
        **amounts,
        **scores,
    )


def _label(band: Band, row: int) -> Span | None:
    """The words left of the amounts, without 其中： and unit: those headed as names (项目名称), or the nearest."""
    first = min(column for column, role in band.roles.items() if role != "label")
    left = [
        (column, cell)
        for column in range(first - 1, -1, -1)
        if (cell := band.table.covering(row, column)) is not None and key(cell.text) and cell.row >= band.start
    ]
    for fits in (_is_named, _is_worded, _is_any):
        for column, cell in left:
            if fits(band, column, cell):
                return bare_label(of_cell(band.table, cell))
    head = band.table.covering(row, 0)
    return None if head is None or not key(head.text) or first == 0 else bare_label(of_cell(band.table, head))


def _is_named(band: Band, column: int, cell: Cell) -> bool:
    heads = (band.table.covering(row, column) for row in range(band.header, band.start))
    return cell.column_span == 1 and any(head is not None and key(head.text).endswith("名称") for head in heads)


def _is_worded(band: Band, column: int, cell: Cell) -> bool:
    return not _NUMBER.fullmatch(fold_widths(cell.text))


def _is_any(band: Band, column: int, cell: Cell) -> bool:
    return True


def bare_label(span: Span) -> Span | None:
    """The name of the money: no 其中：, number or unit around it."""
    folded = fold_widths(span.text)
    lead = _LEAD.match(folded)
    tail = _TAIL.search(folded)
    part = span.sub(lead.end() if lead else 0, tail.start() if tail else len(folded))
    part = part.sub(0, len(fold_widths(part.text).rstrip(":")))
    return part if key(part.text) else None


def _amount(band: Band, row: int, role: str, method: str) -> CitedQuantity | None:
    cell = band.own(row, role)
    if cell is None or is_blank(cell):
        return None
    return amount_in(of_cell(band.table, cell), column_unit(band, cell.column), method)


def amount_in(span: Span, unit: Unit | None, method: str) -> CitedQuantity | None:
    """One amount of money, its unit printed with it or elsewhere; None where the cell holds no single number."""
    where = span.where
    quote = span.text
    if "%" in fold_widths(quote):  # a rate under the heading of an amount: the columns are not where they seem
        return None
    own = re.search(r"元", quote)
    value = read(quote, None if own or unit is None else unit.quote)
    if value is None:
        return None
    elsewhere = None if own or unit is None else (unit.quote, unit.where)
    return cite_quantity(value, where, quote, method, elsewhere, span.confidence)
