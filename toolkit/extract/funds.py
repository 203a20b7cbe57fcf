"""Rows of money under a header of amounts → budget rows: the whole, then its parts."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from toolkit.extract.citing import Span, cite_number, cite_quantity, cite_text, of_cell
from toolkit.extract.columns import column_unit, is_blank
from toolkit.extract.form import Band, Finds, Unit
from toolkit.measure.grammar import read
from toolkit.model.citation import CitedNumber, CitedQuantity
from toolkit.model.document import Cell
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import BudgetRow
from toolkit.text import fold_widths, key

AMOUNTS = ("original_budget", "revised_budget", "actual_expenditure")
_WHOLE = re.compile(
    r"(?:资金总额|资金合计|总额|^合计|^总计|^资金合计|^预算总额|^部门整体支出|^支出合计|^预算合计|^总预算|^支出总计|^部门预算)"
)
_LEAD = re.compile(r"^(?:其\s*中\s*[:：]|其\s*中|\d+[.、]|\(\d+\)|[一二三四五六]、|[-·])\s*")
_TAIL = re.compile(r"\s*[(\[](?:单位[:]?)?(?:元|千元|万元|百万元|亿元|%|[A-C])[)\]]\s*$")
_NUMBER = re.compile(r"[\s\d.,%‰+-]+")
_APART = re.compile(r"三公|政府采购")
_PARTS_APART = re.compile(r"因公出国|公务用车|公务接待")
"""Items of 三公: a table of theirs is not the money of the whole."""
_BY_SOURCE, _BY_TYPE = "按资金来源", "按支出类型"
_SPLITS = (
    ("按项目", re.compile(r"(?:项目|任务)名称$")),
    ("按地区", re.compile(r"^(?:地区|地市|[市区州]?县[市区]?|区域|乡镇|镇街|街镇)(?:名称)?$")),
    ("按单位", re.compile(r"^(?:预算|所属|下属|二级)?单位(?:名称)?$")),
)
_TYPES = re.compile(r"基本支出|项目支出|人员经费|日常公用|公用经费|人员支出")


def read_funds(band: Band, method: str) -> Finds:
    """Each row with an amount: the one that names the whole is the whole, the rest are its parts."""
    band = _of_amounts(band)
    rows = [
        (row, _begins_details(band, number)) for number in band.rows if (row := _row(band, number, method)) is not None
    ]
    rows = list(zip(_with_points(band, [row for row, _ in rows], method), [deep for _, deep in rows], strict=True))
    return Finds(budget=_nested(arrange([row for row, _ in rows], _split(band)), [deep for _, deep in rows]))


def _split(band: Band) -> str:
    """What the rows are parts by, as the headings left of the amounts say."""
    first = min((column for column, role in band.roles.items() if role in AMOUNTS), default=0)
    heads = (band.table.covering(row, column) for row in range(band.header, band.start) for column in range(first))
    words = [key(head.text) for head in heads if head is not None]
    return next((split for split, pattern in _SPLITS if any(map(pattern.search, words))), _BY_SOURCE)


def _of_amounts(band: Band) -> Band:
    """Without columns that are headed like amounts but hold words: 年度预算数（万元） over the labels of the rows."""
    words = [
        column
        for column, role in band.roles.items()
        if role in AMOUNTS and not any(_holds_number(band, row, column) for row in band.rows)
    ]
    return replace(band, roles={column: role for column, role in band.roles.items() if column not in words})


def _holds_number(band: Band, row: int, column: int) -> bool:
    cell = band.table.covering(row, column)
    return cell is not None and re.match(r"^\s*[¥￥]?\s*-?\d", fold_widths(cell.text)) is not None


def _with_points(band: Band, rows: list[BudgetRow], method: str) -> list[BudgetRow]:
    """Points of the execution line that stand in a heading: 预算执行情况（20分）, 得分（20分×执行率）."""
    scored = [row for row in rows if row.claimed_score is not None]
    if _split(band) != _BY_SOURCE and not any(row.max_score is not None for row in rows):
        return [row.model_copy(update={"claimed_score": None}) for row in rows]  # each project's own total
    if len(scored) != 1 or any(row.max_score is not None for row in rows):
        return rows
    for row in range(band.header, band.start):
        for cell in band.row_cells(row):
            span = of_cell(band.table, cell)
            found = re.search(r"\(\s*(\d{1,3})\s*分", fold_widths(span.text))
            if found is not None:
                points = cite_number(span.sub(found.start(1), found.end(1)), method)
                return [line.model_copy(update={"max_score": points}) if line is scored[0] else line for line in rows]
    return rows


def arrange(rows: list[BudgetRow], split: str) -> tuple[BudgetRow, ...]:
    """The whole gets the id "whole"; rows after it are its parts, unless they name money that is counted across it."""
    whole = next((row for row in rows if row.label and _WHOLE.search(key(row.label.value))), None)
    apart = any(row.label and _PARTS_APART.search(key(row.label.value)) for row in rows)
    if whole is None or apart:
        if len(rows) != 1 or apart:
            return tuple(row.model_copy(update={"id": "apart"}) for row in rows)
        whole = rows[0]
    parts = [key(row.label.value) for row in rows if row is not whole and row.label is not None]
    partition = _BY_TYPE if any(_TYPES.search(part) for part in parts) else split
    placed = []
    for row in rows:
        if row is whole:
            placed.append(row.model_copy(update={"id": "whole"}))
        elif row.label is not None and _APART.search(key(row.label.value)):
            placed.append(row.model_copy(update={"id": "apart"}))
        else:
            placed.append(row.model_copy(update={"parent": "whole", "partition": partition}))
    return tuple(placed)


def _begins_details(band: Band, row: int) -> bool:
    """Whether the row is labelled 其中：…"""
    return any(key(cell.text).startswith("其中") for cell in band.row_cells(row) if cell.row == row)


def _nested(rows: tuple[BudgetRow, ...], details: list[bool]) -> tuple[BudgetRow, ...]:
    """A second 其中 opens the details of the part above it; they last until they add up to that part."""
    found: list[BudgetRow] = []
    above: BudgetRow | None = None
    left = Decimal(0)
    parts = 0
    for row, begins in zip(rows, details, strict=True):
        if row.parent == "whole":
            parts += 1
            if begins and parts > 1 and found[-1].parent == "whole" and found[-1].label is not None:
                above = found[-1]
                left = _size(above)
            if above is not None and above.label is not None and 0 < _size(row) <= left:
                left -= _size(row)
                row = row.model_copy(update={"parent": key(above.label.value)})
            else:
                above = None
        found.append(row)
    return tuple(found)


def _size(row: BudgetRow) -> Decimal:
    amount = row.revised_budget or row.actual_expenditure or row.original_budget
    return (exact(amount) if amount is not None else None) or Decimal(0)


def exact(amount: CitedQuantity) -> Decimal | None:
    """The printed sum, in yuan; None where it is no number or has no lower end."""
    return amount.value.low if isinstance(amount.value, NumberQuantity) else None


def _row(band: Band, row: int, method: str) -> BudgetRow | None:
    amounts = {role: _amount(band, row, role, method) for role in AMOUNTS}
    scores = {role: _score(band, row, role, method) for role in ("max_score", "claimed_score")}
    if not any(amounts.values()) and not any(scores.values()):
        return None
    label = _label(band, row)
    return BudgetRow(
        id="",
        label=None if label is None else cite_text(label, method),
        execution_rate=_rate(band, row, method),
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
    return amount_in(of_cell(band.table, cell), _unit(band, row, cell), method)


def amount_in(span: Span, unit: Unit | None, method: str) -> CitedQuantity | None:
    """One amount of money, its unit printed with it or elsewhere; None where the cell holds no single number."""
    where = span.where
    quote = span.text
    own = re.search(r"元", quote)
    value = read(quote, None if own or unit is None else unit.quote)
    if value is None:
        return None
    elsewhere = None if own or unit is None else (unit.quote, unit.where)
    return cite_quantity(value, where, quote, method, elsewhere, span.confidence)


def _unit(band: Band, row: int, cell: Cell) -> Unit | None:
    return column_unit(band, cell.column)


def _rate(band: Band, row: int, method: str) -> CitedQuantity | None:
    cell = band.own(row, "execution_rate")
    if cell is None or is_blank(cell):
        return None
    span = of_cell(band.table, cell)
    unit = None
    if "%" not in fold_widths(span.text):
        unit = next((unit for unit in _percent_heads(band, cell.column)), None)
    value = read(span.text, unit.quote if unit else None)
    if value is None:
        return None
    elsewhere = (unit.quote, unit.where) if unit else None
    return cite_quantity(value, span.where, span.text, method, elsewhere, span.confidence)


def _percent_heads(band: Band, column: int) -> Iterator[Unit]:
    unit = column_unit(band, column)
    if unit is not None and unit.quote in {"%", "％"}:
        yield unit


def _score(band: Band, row: int, role: str, method: str) -> CitedNumber | None:
    cell = band.own(row, role)
    if cell is None or is_blank(cell):
        return None
    span = of_cell(band.table, cell)
    found = re.match(r"^\s*(\d+(?:\.\d+)?)\s*分?\s*$", fold_widths(span.text))
    return None if found is None else cite_number(span.sub(found.start(1), found.end(1)), method)
