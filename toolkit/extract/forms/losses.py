"""List of what was lost and why, headed as any list of indicators is (指标 | 失分 | 原因), without points, scores."""

from toolkit.extract.column_roles import printings
from toolkit.extract.form import Form
from toolkit.extract.tables.deductions import read_losses

_NAMES = (
    "指标",
    "指标名称",
    "绩效指标",
    "三级指标",
    "项目",
    "扣分处",
    "扣分点",
    "扣分内容",
    "失分点",
    "失分内容",
    "失分事项",
    "丢分点",
    "丢分事项",
)

FORM = Form(
    name="losses",
    title="失分情况表（指标、失分、原因，不列分值和得分）",
    columns={**printings("deductions"), "level3": _NAMES},
    needs=(frozenset({"level3", "deduction", "reason"}),),
    excludes=frozenset({"max_score", "claimed_score", "target", "actual"}),
    read=read_losses,
    specimen="""
步道长度60分，得59.2分。

| 序号 | 指标 | 失分 | 原因 | 整改 |
|---|---|---|---|---|
| 1 | 步道长度 | 0.8 | 有一段因管线迁改未建 | 次年补建 |
| 合计 | | 0.8 | | |
""",
    yields=(("步道长度", "60", "59.2", None, None),),
)
