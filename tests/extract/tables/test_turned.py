"""Tables with their lines in columns, and with points and score in one cell → lines as in any other table."""

import pytest

from tests.builders import document, paragraph, table
from toolkit.extract import extract
from toolkit.model.record import PerformanceReport
from toolkit.pipeline.analyze import analyze


def _lines(report: PerformanceReport) -> list[tuple[int, str, str | None, str | None]]:
    return [
        (
            line.level,
            line.name.value,
            line.max_score and line.max_score.quote,
            line.claimed_score and line.claimed_score.quote,
        )
        for line in report.indicators
    ]


_ACROSS = [
    ["指标", "预算执行", "产出数量", "群众满意度", "合计"],
    ["满分", "10", "60", "30", "100"],
    ["自评得分", "9.5", "58", "30", "97.5"],
    ["得分率", "95%", "96.67%", "100%", "97.5%"],
]


def test_lines_in_columns() -> None:
    report = extract(document(table(_ACROSS)))
    assert _lines(report) == [
        (3, "预算执行", "10", "9.5"),
        (3, "产出数量", "60", "58"),
        (3, "群众满意度", "30", "30"),
    ]
    assert report.claimed_total is not None and report.claimed_total.quote == "97.5"


def test_a_total_beside_the_points_of_lines_is_not_held_against_them() -> None:
    rows = "\n".join("|" + "|".join(row) + "|" for row in (_ACROSS[0], ["---"] * 5, *_ACROSS[1:]))
    text = f"# 望山县商务局2023年度项目支出绩效自评报告\n\n{rows}\n\n自评得分97.5分，等级为优。\n"
    codes = {one.code for one in analyze(text.encode(), "made.md").findings}
    assert "SCO103" not in codes and "SCO101" not in codes


def test_groups_in_columns_are_groups() -> None:
    summary = table(
        [
            ["指标", "决策", "过程", "产出", "效益", "合计"],
            ["权重分值", "20", "20", "40", "20", "100"],
            ["得分", "19", "18", "40", "20", "97"],
        ]
    )
    assert {line[0] for line in _lines(extract(document(summary)))} == {1}


@pytest.mark.parametrize(
    ("heading", "cells"), [("得分/分值", ("57/60", "39.5/40")), ("分值/得分", ("60/57", "40/39.5"))]
)
def test_points_and_score_in_one_cell(heading: str, cells: tuple[str, str]) -> None:
    rows = [["一级指标", "二级指标", heading], ["产出", "数量", cells[0]], ["满意度", "群众满意度", cells[1]]]
    report = extract(document(paragraph("自评得分96.5分。", 1), table(rows)))
    assert [line[1:] for line in _lines(report)] == [("数量", "60", "57"), ("群众满意度", "40", "39.5")]
