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


def test_a_block_of_money_with_its_amounts_in_rows_is_read_within_a_form() -> None:
    rows = [
        ["项目名称", "", "河道保洁", "", ""],
        ["预算执行情况（10分）金额单位：元", "项目", "总额", "财政拨款", "其他资金"],
        ["", "年初预算数", "500.00", "400.00", "100.00"],
        ["", "调整后预算数", "480.00", "400.00", "80.00"],
        ["", "预算执行数", "456.00", "400.00", "56.00"],
        ["", "执行率", "95.00%", "100.00%", "70.00%"],
        ["", "得分", "9.50", "/", "/"],
        ["三级指标", "指标值", "完成值", "分值", "得分"],
        ["保洁河长", "≥20公里", "22公里", "90", "90"],
    ]
    report = extract(document(table(rows)))
    told = [
        (row.label and row.label.value, row.original_budget and row.original_budget.quote, row.execution_rate)
        for row in report.budget
    ]
    assert [(name, first, rate and rate.quote) for name, first, rate in told] == [
        ("总额", "500.00", "95.00%"),
        ("财政拨款", "400.00", "100.00%"),
        ("其他资金", "100.00", "70.00%"),
    ]
    assert report.budget[0].claimed_score is not None and report.budget[0].claimed_score.quote == "9.50"


def test_a_total_above_the_lines_is_that_of_the_form() -> None:
    rows = [
        ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "执行率"],
        ["年度资金总额", "20.00", "20.00", "19.00", "95.00%"],
        ["总分", "100", "96", "", ""],
        ["三级指标", "指标值", "完成值", "分值", "得分"],
        ["保洁河长", "≥20公里", "22公里", "60", "60"],
        ["群众满意度", "≥90%", "86%", "40", "36"],
    ]
    report = extract(document(table(rows)))
    assert report.claimed_total is not None and report.claimed_total.quote == "96"
