"""Scores that stand apart from their points → one line each; details that make up a score are no lines of their own."""

import pytest

from tests.builders import document, paragraph
from toolkit.extract import extract
from toolkit.extract.narrative import read_narrative

Line = tuple[str, str | None, str | None]


def _lines(*texts: str) -> list[Line]:
    report = extract(document(*(paragraph(text, number) for number, text in enumerate(texts, 1))))
    return [
        (line.name.quote, *(None if cited is None else cited.quote for cited in (line.max_score, line.claimed_score)))
        for line in report.indicators
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "满分100分，由投入（20分）、过程（30分）、产出（50分）构成，分别得19.5分、28分和47.2分。",
            [("投入", "20", "19.5"), ("过程", "30", "28"), ("产出", "50", "47.2")],
        ),
        ("——产出50分，数量20分、质量20分、时效10分，得48.5分，扣1.5分，为一批货晚到。", [("产出", "50", "48.5")]),
        ("2.产出50分：数量20分、质量20分、时效10分，均按时完成，得50分。", [("产出", "50", "50")]),
        (
            "二、产出指标50分：数量30分、得29分，质量20分，得18分，合计47分；",
            [("产出指标", "50", "47"), ("数量", "30", "29"), ("质量", "20", "18")],
        ),
        ("3.产出质量（20分）：合格率目标95%，实际91%，得19.2分。", [("产出质量", "20", "19.2")]),
        ("4.产出时效（10分）：有3处超时，每处扣0.5分，3处共扣1.5分，得8.5分。", [("产出时效", "10", "8.5")]),
        (
            "产出25分，得21.96分。其中：户数15分，得15分×79.7%＝11.96分；管网10分，得10分。",
            [("产出", "25", "21.96"), ("户数", "15", "11.96"), ("管网", "10", "10")],
        ),
        ("资金管理25分里得24分，支出进度15分里得14.5分。", [("资金管理", "25", "24"), ("支出进度", "15", "14.5")]),
        ("其中预算执行9.7/10分，产出47.4/50分。", [("预算执行", "10", "9.7"), ("产出", "50", "47.4")]),
        ("散煤治理12分、锅炉改造10分、车辆淘汰8分得7分。", [("车辆淘汰", "8", "7")]),
        ("5.效益（30分）：核减额达标，得15分；采纳率达标，得14分。合计29分。", [("效益", "30", "29")]),
    ],
)
def test_score_told_apart_from_its_points(text: str, lines: list[Line]) -> None:
    assert _lines(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "产出指标（50分）：数量指标得20分，质量指标得15分。",
        "管理（45分）：其中内控，得10分。",
        "两个片区分别得92分和95分。",
    ],
)
def test_scores_of_other_things_are_not_joined(text: str) -> None:
    assert not [line for line in _lines(text) if line[1] is not None and line[2] is not None]


def test_limits_of_merits_are_no_lines() -> None:
    finds = read_narrative(
        document(paragraph("对照评分表（满分100分，另设加分不超过5分、扣分不超过5分），自评得分97.6分，自评等级A。"))
    )
    assert [total.quote for total in finds.totals] == ["97.6"]
    assert finds.indicators == () and finds.adjustments == ()


@pytest.mark.parametrize(
    "text",
    [
        "百分制下自评93.5分。",
        "按100分计，自评得93.5分。",
        "百分制，93.5分，优。",
        "按照指标体系，满分100分，本局自评得分93.5分，比上年提高2.5分。",
        "总得分率93.5%，即93.5分，等级为优。",
    ],
)
def test_the_whole_of_a_hundred(text: str) -> None:
    assert [total.quote for total in read_narrative(document(paragraph(text))).totals] == ["93.5"]


def test_points_missed_are_lost_not_gained() -> None:
    text = "过程20分，得19.64分，执行率折算后少得0.36分。"
    assert _lines(text) == [("过程", "20", "19.64")]


def test_points_both_ways_are_told_once() -> None:
    text = "资金保障10分得10分，加减分为1分（机制创新加2分，审计发现超付扣1分）。"
    finds = read_narrative(document(paragraph(text)))
    assert [each.points.quote for each in finds.adjustments if each.points] == ["1"]


def test_a_mean_of_marks_is_no_total() -> None:
    text = "学员评课平均分96.2分（满分100分），其中本校教师95.4分。"
    assert read_narrative(document(paragraph(text))).totals == ()
