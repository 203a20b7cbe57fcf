"""Points declared group by group before anything is scored, and what was lost told further on."""

from toolkit.extract import extract
from toolkit.readers import read

_SOURCE = """# 南岫县档案馆2021年度部门整体支出绩效自评报告

## 一、分值

投入类15分：目标合理性5分，指标明确性10分。

过程类85分：预算完成率{}分，支付进度率45分。

## 二、扣分

1.预算完成率扣0.5分，得39.5分。尾款未支付。
"""


def _lines(points: int) -> list[tuple[str, str | None, str | None]]:
    report = extract(read(_SOURCE.format(points).encode(), "report.md"))
    return [
        (line.name.value, line.max_score and line.max_score.quote, line.claimed_score and line.claimed_score.quote)
        for line in report.indicators
    ]


def test_a_line_takes_the_score_that_is_told_of_its_points() -> None:
    assert _lines(40) == [
        ("投入", "15", None),
        ("目标合理性", "5", None),
        ("指标明确性", "10", None),
        ("过程", "85", None),
        ("预算完成率", "40", "39.5"),
        ("支付进度率", "45", None),
    ]


def test_points_that_do_not_make_those_of_the_group_declare_nothing() -> None:
    assert "支付进度率" not in {name for name, *_ in _lines(30)}
