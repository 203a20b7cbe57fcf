"""Table of what is added and taken off besides the lines: 类别 | 评分规则 | 本年情况 | 分数."""

from toolkit.extract.citing import cite_text, of_cell
from toolkit.extract.form import Band, Finds, Form
from toolkit.extract.names import is_adjustment
from toolkit.extract.tables.cells import numeral
from toolkit.model.record import Adjustment
from toolkit.patterns import regex
from toolkit.text import fold_widths, key

_METHOD = "form:adjustments"
_EITHER = regex(r"加分?[/、]?[(]?[减扣]")
_SIGN = regex(r"\s*[+-]\s*\d")


def _read(band: Band) -> Finds:
    """The rows that name such an item, or have a sign under a heading of both (加减分); all others are none."""
    heads = (band.table.covering(band.header, column) for column in band.columns("points"))
    signed = any(head is not None and _EITHER.search(key(head.text)) for head in heads)
    found = []
    for row in band.rows:
        label, cell = band.cell(row, "item"), band.own(row, "points")
        points = None if cell is None else numeral(of_cell(band.table, cell), _METHOD)
        if label is None or cell is None or points is None:
            continue
        if is_adjustment(label.text) or (signed and _SIGN.match(fold_widths(cell.text))):
            found.append(Adjustment(text=cite_text(of_cell(band.table, label), _METHOD), points=points))
    return Finds(adjustments=tuple(found))


FORM = Form(
    name="adjustments",
    title="加分、扣减事项表（类别、规则、本年情况、分数）",
    columns={
        "item": ("类别", "事项", "项目", "加减分项", "加减分项目", "加减分事项", "加分事项", "加扣分项", "奖惩事项"),
        "basis": ("评分规则", "评分标准", "加减分标准", "加减分依据", "计分标准", "依据", "规则"),
        "told": ("本年情况", "情况说明", "事由", "说明", "具体情况", "完成情况", "情况"),
        "points": (
            "分数",
            "加减分",
            "加分",
            "分值",
            "得分",
            "自评得分",
            "自评分",
            "加减分值",
            "加扣分",
        ),
    },
    needs=(frozenset({"item", "basis", "points"}), frozenset({"item", "told", "points"})),
    read=_read,
    specimen="""
基础分97.4分，最终自评得分98.4分。

| 类别 | 评分规则 | 本年情况 | 分数 |
|---|---|---|---|
| 加分项 | 获省级表彰每项加1分 | 获评绿色园区1项 | +1 |
| 扣减项 | 被通报批评每次减2分 | 无 | 0 |
""",
    yields=(("加分项", None, "1", None, None), ("扣减项", None, "0", None, None)),
)
