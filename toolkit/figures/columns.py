"""Table → sum relations of its 合计 and 小计 rows against the rows they add up, column by column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.figures.headings import header_depth, headings_of, is_numberish
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import dimension, is_percent, known, sum_holds, sum_relation
from toolkit.model.document import Cell, Table
from toolkit.model.figure import Relation
from toolkit.text import key

_TOTAL = re.compile(r"(?:合|总|共)计(?:数|金额)?:?")
_SUBTOTAL = re.compile(r"小计:?")
_NOT_ADDABLE = re.compile(
    r"率|比|倍|系数|占|增幅|每|单价|标准|得分|分值|评分|自评|权重|序号|编号|编码|代码|年份|年度$|日期|时间|电话|平均|人均|均值|价格|面积单|指标值|目标值|完成值"
)
_COUNTED = re.compile(r"人数|人次|个数|数量|次数|户数|家数|项目数|件数|\((?:个|人|家|户|件|项|次|名|人次)\)")
_BLANKS = frozenset(("", "-", "--", "/", "*", "0", "无"))
_SUB_ROW = re.compile(
    r"^(?:其中|其他说明|\s|　|[-—]|[(（]?\d+[.、)）]\d|[(（][一二三四五六七八九十\d]+[)）]|\d+[.、])|其中"
)
_CODE = re.compile(r"\d{3,}")
_MOST_ROWS = 2000


@dataclass(frozen=True, slots=True)
class _Row:
    index: int
    label: str
    kind: str


def column_sums(table: Table, spots: dict[tuple[int, int], tuple[Spot, ...]]) -> Iterator[Relation]:
    """Sum relations of one table; `spots` by cell. Only in a flat table can a total row be wrong."""
    depth = header_depth(table)
    rows = _rows(table, depth)
    if len(rows) > _MOST_ROWS or not any(row.kind != "item" for row in rows):
        return
    flat = _is_flat(table, rows)
    words = {place[1]: heading.column for place, heading in headings_of(table).items() if place[0] >= depth}
    for total, addends in _sections(rows):
        for column in range(table.columns):
            if not _NOT_ADDABLE.search(words.get(column, "")):
                yield from _column(table, spots, total, addends, column, words.get(column, ""), flat)


def is_total(table: Table, row: int) -> bool:
    """Whether a row is the one that adds up the others (合计)."""
    return _kind(_label(table, row)) == "total"


def _kind(label: str) -> str:
    folded = key(label).rstrip(":")
    return "total" if _TOTAL.fullmatch(folded) else "subtotal" if _SUBTOTAL.fullmatch(folded) else "item"


def _rows(table: Table, depth: int) -> list[_Row]:
    labels = ((index, _label(table, index)) for index in range(depth, table.rows))
    return [_Row(index, label, _kind(label)) for index, label in labels]


def _label(table: Table, row: int) -> str:
    for column in range(min(table.columns, 4)):
        cell = table.covering(row, column)
        if cell is not None and cell.text.strip() and not is_numberish(cell.text.strip()):
            return cell.text
    return ""


def _is_flat(table: Table, rows: list[_Row]) -> bool:
    """No rows within rows: no 其中, no indent, no numbering, no codes of several lengths, no cell merged downwards."""
    items = [row for row in rows if row.kind == "item"]
    if any(not row.label or _SUB_ROW.search(row.label) for row in items):
        return False
    codes = {len(found[0]) for row in items if (found := _CODE.match(_first(table, row.index)))}
    first = {row.index for row in rows}
    merged = any(cell.row_span > 1 and cell.row in first for cell in table.cells)
    return len(codes) <= 1 and not merged


def _first(table: Table, row: int) -> str:
    cell = table.covering(row, 0)
    return cell.text.strip() if cell else ""


def _sections(rows: list[_Row]) -> Iterator[tuple[_Row, list[_Row]]]:
    """(total row, rows it adds up): 小计 what stands above it, 合计 the 小计 rows or, without any, all other rows."""
    subtotals = [row for row in rows if row.kind == "subtotal"]
    totals = [row for row in rows if row.kind == "total"]
    section: list[_Row] = []
    for row in rows:
        if row.kind == "item":
            section.append(row)
        else:
            if row.kind == "subtotal" and len(section) > 1:
                yield row, section
            section = []
    if len(totals) != 1 or totals[0] not in (rows[0], rows[-1]):
        return
    if not subtotals:
        yield totals[0], [row for row in rows if row.kind == "item"]
    elif totals[0] is rows[-1] and rows[-2].kind == "subtotal" and len(subtotals) > 1:
        yield totals[0], subtotals


def _column(
    table: Table,
    spots: dict[tuple[int, int], tuple[Spot, ...]],
    total: _Row,
    addends: list[_Row],
    column: int,
    words: str,
    flat: bool,
) -> Iterator[Relation]:
    whole = amount_in(table, spots, total.index, column)
    if whole is None or is_percent(whole):
        return
    parts: list[Spot] = []
    names: list[str] = []
    complete = True
    for row in addends:
        cell = table.covering(row.index, column)
        if cell is None or key(cell.text) in _BLANKS:
            continue
        part = amount_in(table, spots, row.index, column)
        if part is None or dimension(part) != dimension(whole):
            complete = False
            continue
        parts.append(part)
        names.append(key(row.label)[:20])
    if not complete or len(parts) < 2:
        return
    exact = dimension(whole)[0] is None and _COUNTED.search(words) is not None
    if sum_holds(parts, whole, exact=exact) is not False or flat:
        yield sum_relation(parts, whole, names, exact=exact)


def amount_in(table: Table, spots: dict[tuple[int, int], tuple[Spot, ...]], row: int, column: int) -> Spot | None:
    """The one plain amount of a cell of its own."""
    cell: Cell | None = table.covering(row, column)
    if cell is None or (cell.row, cell.column) != (row, column) or cell.column_span > 1 or cell.row_span > 1:
        return None
    found = spots.get((row, column), ())
    if len(found) != 1 or not known(found[0]) or not is_numberish(cell.text.strip()):
        return None
    return found[0]
