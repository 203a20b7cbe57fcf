"""Headings that no list knows are read where the model of columns is sure; other times and places are no actuals."""

import pytest

from toolkit.errors import ModelError
from toolkit.extract.column_roles import printings, role_of
from toolkit.nlp import columns as model
from toolkit.pipeline.extraction import extract_bytes

TABLE = """# 柳溪县水利局2023年度项目支出绩效自评报告

| 一级指标 | 三级指标 | 年度指标值 | {actual} | 分值 | {score} | {other} |
|---|---|---|---|---|---|---|
| 产出指标 | 渠道清淤 | ≥40公里 | 38公里 | 30 | 28.5 | 工程科 |
| | 培训场次 | ≥6场 | 6场 | 20 | 20 | 业务科 |
| | 合格率 | ≥95% | 97% | 20 | 20 | 质检站 |
| 效益指标 | 受益农户 | ≥900户 | 910户 | 30 | 30 | 办公室 |
| 合计 | | | | 100 | 98.5 | |
"""


def _lines(**heads: str) -> list[tuple[str | None, str | None, str | None]]:
    found = extract_bytes(TABLE.format(**heads).encode(), "柳溪.md").report
    return [
        (
            line.name.value,
            line.actual.quote if line.actual else None,
            line.claimed_score.quote if line.claimed_score else None,
        )
        for line in found.indicators
        if line.level == 3
    ]


def test_headings_of_no_list_are_read_by_their_cells_and_neighbours() -> None:
    columns = printings("indicators")
    assert role_of("年底达到的水平", columns) is None
    assert role_of("单位自查计分", columns) is None
    lines = _lines(actual="年底达到的水平", score="单位自查计分", other="责任科室")
    assert ("渠道清淤", "38公里", "28.5") in lines
    assert ("受益农户", "910户", "30") in lines


@pytest.mark.parametrize("heading", ["上年完成值", "去年实际完成值", "同期完成情况"])
def test_what_speaks_of_another_time_is_no_actual(heading: str) -> None:
    assert role_of(heading, printings("indicators")) is None
    assert {actual for _, actual, _ in _lines(actual=heading, score="得分", other="责任科室")} == {None}


def test_without_the_model_the_column_stays_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: model.Column) -> str:
        raise ModelError("MODEL-MISSING", "没有模型", "")

    monkeypatch.setattr(model, "role_of_column", missing)
    lines = _lines(actual="年底达到的水平", score="得分", other="责任科室")
    assert ("渠道清淤", None, "28.5") in lines


def test_rate_of_the_points_gained_is_no_rate_of_completion() -> None:
    found = extract_bytes(TABLE.format(actual="实际完成值", score="得分", other="得分率").encode(), "柳溪.md").report
    assert all(line.attainment_rate is None for line in found.indicators)


def test_reason_of_a_review_is_no_reason_of_the_claim() -> None:
    assert role_of("扣分原因", printings("indicators")) == "reason"
    assert role_of("复核扣分原因", printings("indicators")) is None


NAMELESS = """# 柳溪县水利局2023年度项目支出绩效自评报告

| {heads} | 标准分 | 自评得分 |{more}
|---|---|---|{rule}
{rows}"""


def _named(heads: str, *rows: str, more: str = "", rule: str = "") -> list[tuple[str, str | None, str | None]]:
    rule = f"{rule}{'---|' * heads.count('|')}"
    text = NAMELESS.format(heads=heads, more=more, rule=rule, rows="\n".join(f"| {row} |" for row in rows))
    found = extract_bytes(text.encode(), "柳溪.md").report
    return [
        (line.name.value, line.level1, line.claimed_score.quote if line.claimed_score else None)
        for line in found.indicators
        if line.max_score is not None and line.claimed_score is not None and line.level != 1
    ]


@pytest.mark.parametrize("head", ["评价内容", "考核项目", "工作内容", "自评事项"])
def test_names_stand_left_of_points_that_make_a_whole(head: str) -> None:
    lines = _named(head, "渠道清淤 | 40 | 38", "培训场次 | 60 | 60", "合计 | 100 | 98")
    assert [(name, score) for name, _, score in lines] == [("渠道清淤", "38"), ("培训场次", "60")]


def test_what_repeats_before_the_names_are_their_groups() -> None:
    lines = _named("评价方面 | 评价内容", "产出 | 渠道清淤 | 40 | 38", "产出 | 培训场次 | 60 | 60", "合计 | | 100 | 98")
    assert lines == [("渠道清淤", "产出", "38"), ("培训场次", "产出", "60")]


def test_points_of_many_reports_make_no_lines_of_one() -> None:
    assert _named("乡镇名称", "东桥镇 | 100 | 96", "西坪镇 | 100 | 94", "合计 | 200 | 190") == []


def test_of_two_columns_of_scores_under_unknown_heads_none_is_read() -> None:
    rows = ["渠道清淤 | 40 | 38 | 39", "培训场次 | 60 | 60 | 57", "合计 | 100 | 98 | 96"]
    text = "\n".join(
        ["# 柳溪县2023年度项目支出绩效自评报告", "", "| 指标 | 分值 | 甲项目 | 乙项目 |", "|---|---|---|---|"]
    )
    found = extract_bytes("\n".join([text, *(f"| {row} |" for row in rows)]).encode(), "柳溪.md").report
    assert [line for line in found.indicators if line.claimed_score is not None] == []


def test_scores_are_those_of_the_corrected_version() -> None:
    lines = _lines(actual="实际完成值", score="更正后得分", other="原报得分")
    assert ("渠道清淤", "38公里", "28.5") in lines


def test_how_many_indicators_there_are_names_none() -> None:
    page = """# 柳溪县水利局2023年度项目支出绩效自评报告

| 一级指标 | 三级指标数（项） | 分值 | 得分 |
|---|---|---|---|
| 预算执行 | — | 10 | 9.8 |
| 产出 | 6 | 60 | 58 |
| 效益 | 3 | 30 | 29 |
"""
    report = extract_bytes(page.encode(), "柳溪.md").report
    assert [line.name.value for line in report.indicators] == ["预算执行", "产出", "效益"]
