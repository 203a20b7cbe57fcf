"""Scores that stand apart from their points → one line each; details that make up a score are no lines of their own."""

import pytest

from tests.builders import document, paragraph
from toolkit.extract import extract
from toolkit.extract.prose.narrative import read_narrative

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
        (
            "种草面积20分，目标60亩，实际57亩，其中东滩35亩、西滩22亩，西滩受淹未种，得19分、扣1分；围栏10分，得10分。",
            [("种草面积", "20", "19"), ("围栏", "10", "10")],
        ),
        ("水泵完好率20分，目标100%，30台中有2台停用，每台扣0.5分，得19分、扣1分。", [("水泵完好率", "20", "19")]),
        ("立项6分、目标8分、分工6分，均得满分。", [("立项", "6", "6"), ("目标", "8", "8"), ("分工", "6", "6")]),
        ("其余2项指标得满分：到位及时3分、管护面积10分。", [("到位及时", "3", "3"), ("管护面积", "10", "10")]),
        (
            "复检率满分8分，目标≥75%，实际72.3%，按比例扣0.29分，仪器送修，得7.71分；归档率满分2分，得2分。",
            [("复检率", "8", "7.71"), ("归档率", "2", "2")],
        ),
        ("2．支出进度，8分。进度97.15%，按比例扣0.23分，设计变更推迟付款，得7.77分。", [("支出进度", "8", "7.77")]),
        ("支出进度8分：实际95.68%，按“进度×8分”计，得7.65分，扣0.35分。", [("支出进度", "8", "7.65")]),
        ("街面卫生10分，抽查平均分93.5分，高于90分的目标，得10分。", [("街面卫生", "10", "10")]),
        ("支出进度10分，得9分。以上3项依次扣0.4分、1分、0.1分，共扣1.5分。", [("支出进度", "10", "9")]),
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


@pytest.mark.parametrize(
    "text",
    [
        "得13分的河道清淤，其标准分为15分。",
        "自评13分：河道清淤（15分，扣2分）。",
        "（一）自评得分13分——河道清淤（15分）",
        "扣2分后，河道清淤得13分（分值15分）。",
        "扣分2分的指标为河道清淤，该指标分值15分，最终得分13分。",
        "在15分的分值里，河道清淤仅取得13分。",
        "河道清淤可得15分，实得13分。",
        "河道清淤未能取得15分的全部分值，自评为13分。",
        "河道清淤存在偏差，据此扣2分，由15分降为13分。",
        "河道清淤（得分/分值：13/15）",
        "河道清淤权重15分，评价组复核资料后扣减2分，得分13分。",
        "河道清淤分值15分，因未完全实现年度目标，按评分标准计13分。",
    ],
)
def test_a_number_ahead_of_the_name_and_words_between(text: str) -> None:
    assert _lines(text) == [("河道清淤", "15", "13")]


def test_full_marks_are_points_too() -> None:
    assert _lines("护岸加固得满分12分。") == [("护岸加固", "12", "12")]
    assert _lines("护岸加固达到目标的得满分12分，否则按比例得分。") == []


def test_scores_of_groups_named_behind_or_by_who_rated() -> None:
    text = "其中有18分得自过程，评价组对产出评定得分39分，由效益贡献得分30分，满意度各项得分相加为9分。"
    asides = read_narrative(document(paragraph(text))).asides
    told = [(each.name.value, each.claimed_score.quote) for each in asides if each.claimed_score]
    assert told == [("过程", "18"), ("产出", "39"), ("效益", "30"), ("满意度", "9")]


def test_a_heading_with_a_score_alone_stands_over_its_lines() -> None:
    finds = read_narrative(
        document(
            paragraph("（一）过程分值20分，得18分", 1, level=2),
            paragraph("1.资金管理（20分），自评18分。", 2),
            paragraph("（二）产出得分29分", 3, level=2),
            paragraph("2.清淤长度（30分），自评29分。", 4),
        )
    )
    assert [(line.name.value, line.level1) for line in finds.indicators] == [
        ("过程", None),
        ("资金管理", "过程"),
        ("产出", None),
        ("清淤长度", "产出"),
    ]


def test_points_over_the_scores_of_several_lines_take_none_of_them() -> None:
    text = "（一）投入管理（20分）。预算执行率96.93%，得9.69分，失0.31分；收支全部纳入预算，得5分；收费自查，得4分。"
    finds = read_narrative(document(paragraph(text)))
    assert [line.claimed_score for line in finds.indicators if line.name.value == "投入管理"] in ([], [None])
    alone = "（四）满意度（10分）。发放问卷500份，满意度93.71%，得9.8分。"
    [line] = read_narrative(document(paragraph(alone))).indicators
    assert line.claimed_score is not None and line.claimed_score.quote == "9.8"


def test_what_was_planned_names_the_line_behind_other_lines_too() -> None:
    first = "计划维修教学楼2栋，实际维修2栋，该指标8分，得8分"
    text = f"数量指标（14分）。{first}；计划更换门窗420樘，实际更换420樘，该指标6分，得6分。"
    lines = read_narrative(document(paragraph(text))).indicators
    assert [line.name.value for line in lines if line.level == 3] == ["维修教学楼", "更换门窗"]
