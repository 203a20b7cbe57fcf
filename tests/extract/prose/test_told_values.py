"""Lines told in running text → their names, their targets and what was done, wherever in the sentence these stand."""

import pytest

from tests.builders import document, paragraph, table
from toolkit.extract import extract
from toolkit.extract.prose.narrative import read_narrative


def _told(text: str) -> list[tuple[str, str | None, str | None]]:
    lines = read_narrative(document(paragraph(text, 1))).indicators
    return [
        (line.name.value, line.target.quote if line.target else None, line.actual.quote if line.actual else None)
        for line in lines
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1. 入住老人：目标≥1,100人，实际1,146人，分值20分，得20分。", ("入住老人", "≥1,100人", "1,146人")),
        ("计划植树1,050亩，实植1,062亩，8分得8分。", ("植树", "1,050亩", "1,062亩")),
        ("新建步道不少于40处，实际46处，比上年多3处。满分10分，得10分。", ("新建步道", "不少于40处", "46处")),
        ("结转率控制在3%以内，实际1.20%，5分得5分。", ("结转率", "控制在3%以内", "1.20%")),
        (
            "2.结案率。目标不低于95%。共受理9,193件，结案率92.67%。人均236.6件。分值10分，按完成比例得9.75分。",
            ("结案率", "不低于95%", "92.67%"),
        ),
        (
            "群众满意度（10分）。目标≥92%。回收500份，满意度（满意占有效问卷）为93.71%，得10分。",
            ("群众满意度", "≥92%", "93.71%"),
        ),
        (
            "全年活动（7分）。 目标2024年12月15日前，实际12月10日完成，得7分。",
            ("全年活动", "2024年12月15日前", "12月10日完成"),
        ),
        ("校舍维修应于8月31日前完工，实际9月24日完工，8分得6分。", ("校舍维修", "8月31日前完工", "9月24日完工")),
        ("新增专利200件，实际188件，完成率94%。满分10分，得9.4分。", ("新增专利", "200件", "188件")),
        (
            "好天比率（6分），目标≥91%，全年366天中优良331天，实际90.4%，低于目标0.6个百分点，扣1分，得5分。",
            ("好天比率", "≥91%", "90.4%"),
        ),
        ("护坡修复10分，计划修复36处，验收合格34处，得9.44分。", ("护坡修复", "36处", "34处")),
    ],
)
def test_name_target_and_actual_of_a_told_line(text: str, line: tuple[str, str, str]) -> None:
    assert _told(text) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "开展新技术（6分）。目标5项，完成率80%，得4.8分。",
        "办公费（6分）。目标不高于480元/件，实际支出92万元，得6分。",
        "护坡修复（8分）。按目标应得8分，实得7.68分。",
        "提案立案数（10分）。目标不少于160件，收到186件，立案174件，得10分。",
    ],
)
def test_what_is_of_another_unit_or_told_twice_is_no_actual(text: str) -> None:
    assert [line[1:] for line in _told(text)] == [(None, None)]


def test_the_reason_of_a_table_s_line_may_stand_in_a_paragraph_of_its_own() -> None:
    rows = [
        ["一级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
        ["产出", "更新公交车（辆）", "20", "18", "60", "54"],
        ["效益", "客运量", "90", "90", "40", "40"],
    ]
    told = document(
        paragraph("云江市公交公司2023年度车辆更新项目绩效自评报告", 1),
        table(rows, 1),
        paragraph("②更新公交车计划20辆，到车18辆，扣6分。厂家电池供应紧张。", 2),
    )
    assert [[one.text.value for one in line.deduction_reasons] for line in extract(told).indicators] == [
        ["厂家电池供应紧张"],
        [],
    ]
