"""Objective rows: 预期目标 beside 实际完成情况."""

from toolkit.extract.citing import cite_text, of_cell
from toolkit.extract.columns import is_blank, printings
from toolkit.extract.form import Band, Finds, Form
from toolkit.model.record import Objective

_METHOD = "form:objectives"


def _read(band: Band) -> Finds:
    found = []
    for row in band.rows:
        text, outcome = band.own(row, "objective"), band.own(row, "outcome")
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
