"""Objective rows: 预期目标 beside 实际完成情况."""

from toolkit.extract.citing import cite_text, of_cell
from toolkit.extract.column_roles import printings
from toolkit.extract.columns import is_blank
from toolkit.extract.form import Band, Finds, Form
from toolkit.model.document import Cell
from toolkit.model.record import Objective

_METHOD = "form:objectives"


def _read(band: Band) -> Finds:
    found = []
    for row in band.rows:
        text, outcome = _beginning(band, row, "objective"), _beginning(band, row, "outcome")
        if text is None or is_blank(text):
            continue
        found.append(
            Objective(
                text=cite_text(of_cell(band.table, text), _METHOD),
                outcome=None
                if outcome is None or is_blank(outcome)
                else cite_text(of_cell(band.table, outcome), _METHOD),
            )
        )
    return Finds(objectives=tuple(found))


def _beginning(band: Band, row: int, role: str) -> Cell | None:
    """The first cell of this role that begins in the row: 年度总体目标 beside both rows is only their label."""
    cells = (band.table.covering(row, column) for column in band.columns(role))
    return next((cell for cell in cells if cell is not None and cell.row == row and not is_blank(cell)), None)


FORM = Form(
    name="objectives",
    title="年度总体目标（预期目标、实际完成情况）",
    columns=printings("objectives"),
    needs=(frozenset({"objective", "outcome"}),),
    read=_read,
    specimen="""
| 预期目标 | 实际完成情况 |
|---|---|
| 完成乡镇卫生院设备更新 | 已更新12家乡镇卫生院设备 |
""",
    yields=(("完成乡镇卫生院设备更新", "已更新12家乡镇卫生院设备"),),
)
