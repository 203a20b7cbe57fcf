"""Fund rows: 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分 for the whole and its sources."""

from toolkit.extract.column_roles import printings
from toolkit.extract.form import Band, Finds, Form
from toolkit.extract.money.funds import read_funds


def _read(band: Band) -> Finds:
    return read_funds(band, "form:fund_rows")


FORM = Form(
    name="fund_rows",
    title="资金情况表（年初预算、全年预算、全年执行、分值、执行率、得分）",
    columns=printings("funds"),
    needs=(
        frozenset({"revised_budget", "actual_expenditure"}),
        frozenset({"original_budget", "actual_expenditure"}),
    ),
    read=_read,
    specimen="""
| 项目资金（万元） | 年初预算数 | 全年预算数（A） | 全年执行数（B） | 分值 | 执行率（B/A） | 得分 |
|---|---|---|---|---|---|---|
| 年度资金总额 | 120.00 | 118.50 | 115.20 | 10 | 97.22% | 9.72 |
| 其中：财政拨款 | 100.00 | 98.50 | 95.20 | — | 96.65% | — |
| 其他资金 | 20.00 | 20.00 | 20.00 | — | 100% | — |
""",
    yields=(
        ("年度资金总额", "10", "9.72", "118.50", "115.20"),
        ("财政拨款", None, None, "98.50", "95.20"),
        ("其他资金", None, None, "20.00", "20.00"),
    ),
)
