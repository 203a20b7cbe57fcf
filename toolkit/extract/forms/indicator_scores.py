"""Indicator table with points and scores: the national project form and the department forms of the regions."""

from toolkit.extract.column_roles import printings
from toolkit.extract.form import Band, Finds, Form
from toolkit.extract.tables.rows import read_indicators


def _read(band: Band) -> Finds:
    return read_indicators(band, "form:indicator_scores")


FORM = Form(
    name="indicator_scores",
    title="绩效指标得分表（一级—三级指标、指标值、完成值、分值、得分、原因）",
    columns=printings("indicators"),
    needs=(
        frozenset({"level3", "max_score", "claimed_score"}),
        frozenset({"level2", "max_score", "claimed_score"}),
        frozenset({"level1", "max_score", "claimed_score"}),
        frozenset({"level1", "level3", "target", "claimed_score"}),
        frozenset({"level1", "level3", "max_score"}),
        frozenset({"level1", "level2", "max_score"}),
        frozenset({"level1", "level3", "target", "actual"}),
        frozenset({"level3", "target", "actual", "claimed_score"}),
    ),
    read=_read,
    specimen="""
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
|---|---|---|---|---|---|---|---|
| 产出指标（50分） | 数量指标 | 指标1：培训人次 | ≥1200人次 | 1046 | 10 | 8.72 | 疫情影响培训。改进措施：提前排期 |
| | 质量指标 | ★合格率 | ≥95% | 96.2% | 40 | 40 | 无 |
| 总分 | | | | | 50 | 48.72 | |
""",
    yields=(
        ("产出指标", "50", None, None, None),
        ("培训人次", "10", "8.72", "≥1200人次", "1046"),
        ("合格率", "40", "40", "≥95%", "96.2%"),
    ),
)
