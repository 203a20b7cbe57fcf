"""Columns of reasons of an indicator row → the cell that tells why points went: words, or the heading of a tick."""

from dataclasses import replace
from typing import Final

from toolkit.extract.citing import Span, of_cell
from toolkit.extract.columns import is_blank
from toolkit.extract.form import Band
from toolkit.extract.tables.footers import names_one_of
from toolkit.model.document import Cell
from toolkit.patterns import regex
from toolkit.text import key

_TICK: Final = regex(r"[√✓✔☑☒■●▲]+")


def reason_cell(band: Band, row: int) -> Cell | None:
    """The words of the row's first column of reasons that has any; where all that columns headed by sorts of reasons
    hold is a tick (人员 | 设备 | 其他), the heading of that one."""
    ticked: list[Cell | None] = []
    for column in band.columns("reason"):
        cell = band.table.covering(row, column)
        if cell is None or is_blank(cell) or band.reaches_from_name(cell, "reason"):
            continue
        if not _TICK.fullmatch(key(cell.text)):
            return cell
        ticked.append(band.table.covering(band.start - 1, column))
    return ticked[0] if ticked else None


def without_shared_reasons(band: Band) -> tuple[Band, list[Span]]:
    """The band without cells of reasons that stand beside several lines and name those they speak of, and these cells
    (甲工程：停工，扣2分。乙工程：…)."""
    columns = {*band.columns("reason"), *band.columns("remark")}
    shared = [
        cell
        for cell in band.table.cells
        if cell.column in columns and cell.row_span > 1 and band.start <= cell.row < band.end
        if names_one_of(_names_beside(band, cell), cell.text)
    ]
    if not shared:
        return band, []
    left = tuple(cell for cell in band.table.cells if cell not in shared)
    return replace(band, table=replace(band.table, cells=left, _cover={})), [
        of_cell(band.table, cell) for cell in shared
    ]


def _names_beside(band: Band, cell: Cell) -> set[str]:
    rows = range(cell.row, cell.row + cell.row_span)
    names = (band.cell(row, "level3") for row in rows)
    return {key(name.text) for name in names if name is not None and not is_blank(name)}


def asks_for_measures(band: Band, cell: Cell) -> bool:
    """Whether the heading of a cell asks for measures beside the reasons (偏差原因及改进措施)."""
    heads = (band.table.covering(row, cell.column) for row in range(band.header, band.start))
    return any(head is not None and "措施" in head.text for head in heads)
