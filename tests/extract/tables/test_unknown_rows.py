"""Rows that no rule knows are read where the model is sure and the figures agree; a usual table asks no model."""

import pytest

from toolkit.errors import ModelError
from toolkit.model.record import PerformanceReport
from toolkit.nlp import rows as model
from toolkit.pipeline.extraction import extract_bytes

HEADS = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因")
OUTPUT = (
    ("产出指标", "数量指标", "渠道清淤", "≥40公里", "38公里", "30", "28.5", "雨季停工"),
    ("", "质量指标", "合格率", "≥95%", "97%", "40", "40", ""),
)
OUTCOME = (("效益指标", "社会效益指标", "受益农户", "≥900户", "910户", "30", "30", ""),)
NAMES = ["渠道清淤", "合格率", "受益农户"]


def _row(*texts: str, over: int = 1) -> str:
    first, *others = texts
    return f"<tr><td colspan={over}>{first}</td>{''.join(f'<td>{text}</td>' for text in others)}</tr>"


def _read(*rows: str) -> PerformanceReport:
    title = "<p>柳溪县水利局2023年度项目支出绩效自评报告</p>"
    table = "".join((_row(*HEADS), *rows))
    return extract_bytes(f"<html><body>{title}<table>{table}</table></body></html>".encode(), "柳溪.html").report


def _lines(report: PerformanceReport) -> list[str]:
    return [line.name.value for line in report.indicators if line.level == 3]


LINES = tuple(_row(*line) for line in (*OUTPUT, *OUTCOME))
TOTAL = _row("合计", "100", "98.5", "", over=5)


@pytest.mark.parametrize(
    "row", [_row("所有指标得分汇总", "100", "98.5", "", over=5), _row("所有指标得分汇总", *[""] * 4, "100", "98.5", "")]
)
def test_total_of_unknown_words_is_the_total_and_no_line(row: str) -> None:
    report = _read(*LINES, row)
    assert report.claimed_total is not None
    assert (report.claimed_total.quote, report.claimed_total.method) == ("98.5", "model:rows")
    assert [line.name.value for line in report.indicators] == NAMES


def test_sum_of_a_group_is_the_group_and_no_line() -> None:
    closing = _row("产出类各项得分计", "70", "68.5", "", over=5)
    report = _read(*LINES[:2], closing, LINES[2], TOTAL)
    (group,) = (line for line in report.indicators if line.level == 1)
    assert group.max_score and group.claimed_score
    assert (group.name.value, group.max_score.quote, group.claimed_score.quote) == ("产出指标", "70", "68.5")
    assert _lines(report) == NAMES


@pytest.mark.parametrize("points", ["60", "35"])
def test_sum_that_does_not_add_up_is_left_to_the_rules(points: str) -> None:
    report = _read(*LINES, _row("所有指标得分汇总", points, "98.5", "", over=5))
    assert report.claimed_total is None


@pytest.mark.parametrize(
    "row",
    [
        _row("以上数据由业务科提供，截至年末", over=8),
        _row("经办股室及联系电话", "工程股", *[""] * 6),
        _row("总体完成评述", "完成较好，得分98.5分", *[""] * 6),
    ],
)
def test_notes_below_the_total_are_no_lines(row: str) -> None:
    report = _read(*LINES, TOTAL, row)
    assert [line.name.value for line in report.indicators] == NAMES
    assert [left.why for left in report.residue if "行" in left.why]


def test_row_of_one_cell_heads_the_lines_below_it() -> None:
    bare = [_row("", *line[1:]) for line in (*OUTPUT, *OUTCOME)]
    report = _read(
        _row("一、产出指标（70分）", over=8), *bare[:2], _row("二、效益指标（30分）", over=8), bare[2], TOTAL
    )
    assert [(line.name.value, line.level1) for line in report.indicators if line.level == 3] == [
        ("渠道清淤", "产出指标"),
        ("合格率", "产出指标"),
        ("受益农户", "效益指标"),
    ]
    groups = [
        (line.name.value, line.max_score and line.max_score.quote) for line in report.indicators if line.level == 1
    ]
    assert groups == [("产出指标", "70"), ("效益指标", "30")]


def test_usual_table_asks_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(row: model.Row) -> str:
        raise AssertionError(row.label)

    monkeypatch.setattr(model, "role_of_row", asked)
    assert _lines(_read(*LINES, TOTAL, _row("注：1.金额单位为万元", over=8))) == NAMES


def test_without_the_model_the_row_is_read_by_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: model.Row) -> str:
        raise ModelError("MODEL-MISSING", "没有模型", "")

    monkeypatch.setattr(model, "role_of_row", missing)
    report = _read(*LINES, _row("所有指标得分汇总", "100", "98.5", "", over=5))
    assert report.claimed_total is None
    assert _lines(report)[-1] == "所有指标得分汇总"


def test_line_that_happens_to_have_the_points_of_those_above_stays_a_line() -> None:
    bare = ("", "", "")
    lines = (("履职效能", "渠道清淤", *bare, "5", "5", ""), ("", "灌区巡查", *bare, "5", "4", ""))
    sums = ("", "党建联建", *bare, "10", "9", "")
    report = _read(*(_row(*line) for line in (*lines, sums)), _row("合计", "20", "18", "", over=5))
    assert [line.name.value for line in report.leaves] == ["渠道清淤", "灌区巡查", "党建联建"]


def test_row_of_a_long_list_is_asked_with_the_rows_near_it_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[model.Row] = []

    def asked(row: model.Row) -> None:
        seen.append(row)

    monkeypatch.setattr(model, "role_of_row", asked)
    _read(*(_row(f"第{number}组事项", *[""] * 4, "5", "5", "") for number in range(500)))
    assert len(seen) == 500
    assert max(len(row.points) for row in seen) == 401
    assert [(row.above, row.label, row.below) for row in seen[249:251]] == [
        ("第248组事项", "第249组事项", "第250组事项"),
        ("第249组事项", "第250组事项", "第251组事项"),
    ]
