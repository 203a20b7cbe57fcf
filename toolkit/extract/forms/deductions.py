"""List of the indicators that lost points (扣分指标 | 扣分 | 原因): more about lines that another table lists."""

from dataclasses import replace

from toolkit.extract.columns import printings
from toolkit.extract.form import Band, Finds, Form
from toolkit.extract.tables.deductions import METHOD
from toolkit.extract.tables.rows import read_indicators


def _read(band: Band) -> Finds:
    """Its sums are those of the lines that lost points, and no total of the report."""
    return replace(read_indicators(band, METHOD), totals=())


FORM = Form(
    name="deductions",
    title="扣分指标清单（扣分指标、扣分、原因、改进措施）",
    columns=printings("deductions"),
    needs=(frozenset({"level3", "deduction"}), frozenset({"level3", "reason"})),
    read=_read,
    specimen="""
| 序号 | 扣分指标 | 分值 | 得分 | 扣分 | 偏差原因 |
|---|---|---|---|---|---|
| 1 | 步道长度 | 10 | 9.2 | 0.8 | 有一段因管线迁改未建 |
| 合计 | | 10 | 9.2 | 0.8 | |
""",
    yields=(("步道长度", "10", "9.2", None, None),),
)
