"""Key-indicator table without points: name, target, actual (整体支出关键指标完成情况)."""

from toolkit.extract.column_roles import printings
from toolkit.extract.form import Band, Finds, Form
from toolkit.extract.tables.rows import read_indicators


def _read(band: Band) -> Finds:
    return read_indicators(band, "form:key_indicators")


FORM = Form(
    name="key_indicators",
    title="关键指标完成情况表（指标、目标值、完成情况，不计分）",
    columns=printings("indicators"),
    needs=(frozenset({"level3", "target", "actual"}),),
    excludes=frozenset({"level1", "max_score", "claimed_score"}),
    read=_read,
    specimen="""
| 序号 | 关键指标 | 预期目标值 | 完成情况 |
|---|---|---|---|
| 1 | 新建绿道里程 | 12公里 | 12.6公里 |
| 2 | 办理时限压缩率 | 60%左右 | 61.5% |
""",
    yields=(
        ("新建绿道里程", None, None, "12公里", "12.6公里"),
        ("办理时限压缩率", None, None, "60%左右", "61.5%"),
    ),
)
