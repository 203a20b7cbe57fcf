"""List of the indicators that lost points (扣分指标 | 扣分 | 原因): more about lines that another table lists."""

from toolkit.extract.column_roles import printings
from toolkit.extract.form import Form
from toolkit.extract.tables.deductions import read_deductions

FORM = Form(
    name="deductions",
    title="扣分指标清单（扣分指标、扣分、原因、改进措施）",
    columns=printings("deductions"),
    needs=(frozenset({"level3", "deduction"}), frozenset({"level3", "reason"})),
    read=read_deductions,
    specimen="""
| 序号 | 扣分指标 | 分值 | 得分 | 扣分 | 偏差原因 |
|---|---|---|---|---|---|
| 1 | 步道长度 | 10 | 9.2 | 0.8 | 有一段因管线迁改未建 |
| 合计 | | 10 | 9.2 | 0.8 | |
""",
    yields=(("步道长度", "10", "9.2", None, None),),
)
