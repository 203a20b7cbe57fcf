"""A table that ends with groups of the second level beside text that scores their lines."""

from toolkit.extract import extract
from toolkit.readers import read

_TABLE = """# 安澜市商务局2023年度冷链专项资金绩效自评报告

| 一级指标 | 满分 | 得分 | 二级指标 | 满分 | 得分 |
|---|---|---|---|---|---|
| 决策 | 40 | 38 | 项目立项 | 15 | 15 |
| 决策 | 40 | 38 | 资金投入 | 25 | 23 |
| 产出 | 60 | 57 | 产出数量 | 60 | 57 |
| 合计 | 100 | 95 | | | |

## （一）决策（满分40分，得38分）

立项依据（满分8分，得8分）、立项程序（满分7分，得7分）：有批复。

预算编制（满分{}分，得13分）。资金分配（满分10分，得10分）。

## （二）产出（满分60分，得57分）

1.新增库容（满分30分，得28分）。差额系返工所致，扣2分。

2.冷藏车（满分30分，得29分）。有一辆未过户，扣1分。
"""


def _under(points: int) -> list[tuple[str, str | None]]:
    report = extract(read(_TABLE.format(points).encode(), "report.md"))
    return [(line.name.value, line.level2) for line in report.indicators if line.level == 3]


def test_lines_of_the_text_stand_under_the_groups_whose_points_they_make() -> None:
    assert _under(15) == [
        ("立项依据", "项目立项"),
        ("立项程序", "项目立项"),
        ("预算编制", "资金投入"),
        ("资金分配", "资金投入"),
        ("新增库容", "产出数量"),
        ("冷藏车", "产出数量"),
    ]


def test_lines_that_do_not_make_the_points_are_left_to_the_table() -> None:
    assert ("预算编制", "资金投入") not in _under(14)
