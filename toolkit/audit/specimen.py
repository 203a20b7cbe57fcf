"""Rows as text → a small Markdown report in the common national form, for the examples of rules."""

from collections.abc import Sequence

TITLE = "# 临江市水务局2022年度节水培训项目支出绩效自评报告"
_FUND_HEAD = "| 项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |"
_LINE_HEAD = "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |"

FUNDS = (
    "年度资金总额|200.00|200.00|196.00|10|98.00%|9.80",
    "其中：当年财政拨款|150.00|150.00|146.00||97.33%|",
    "其他资金|50.00|50.00|50.00||100.00%|",
)
QUANTITY = "产出指标|数量指标|培训人次|≥1200人次|1236人次|20|20|"
QUALITY = "产出指标|质量指标|培训合格率|≥95%|96.5%|20|20|"
TIME = "产出指标|时效指标|按期完成率|≥95%|100%|10|10|"
BENEFIT = "效益指标|社会效益指标|节水器具覆盖率|≥80%|76%|30|28.5|部分老旧小区改造滞后，下一步加快改造进度"
SATISFACTION = "满意度指标|服务对象满意度指标|参训人员满意度|≥90%|94.2%|10|10|"
LINES = (QUANTITY, QUALITY, TIME, BENEFIT, SATISFACTION)


def report(
    lines: Sequence[str] = LINES,
    funds: Sequence[str] = FUNDS,
    total: str | None = "98.30",
    points: str = "100",
    before: str = "",
    after: str = "",
    title: str = TITLE,
) -> str:
    """Fund rows and indicator rows (cells parted by |) with a total row, and prose before and after the tables."""
    parts = [title, before, _table(_FUND_HEAD, funds) if funds else "", _indicators(lines, total, points), after]
    return "\n\n".join(part for part in parts if part) + "\n"


def narrative(*paragraphs: str) -> str:
    """A report without tables: title and paragraphs."""
    return "\n\n".join(("# 云江市商务局2022年部门整体支出绩效自评报告", *paragraphs)) + "\n"


def _indicators(lines: Sequence[str], total: str | None, points: str) -> str:
    last = [] if total is None else [f"总分|||||{points}|{total}|"]
    return _table(_LINE_HEAD, [*lines, *last]) if lines else ""


def _table(head: str, rows: Sequence[str]) -> str:
    rule = "|" + "---|" * (head.count("|") - 1)
    return "\n".join((head, rule, *(f"| {' | '.join(row.split('|'))} |" for row in rows)))
