"""A reason for lost points may stand in many shapes; a bare number is none."""

import pytest

from toolkit.pipeline.analyze import analyze

_HEAD = "云江市水务局2022年度河道清淤项目绩效自评报告\n\n自评总分95分。其中：产出50分，得48分；效益50分，得47分。\n\n"


def _unexplained(text: str) -> int:
    found = analyze((_HEAD + text).encode(), "report.md").findings
    return sum(finding.code == "DED401" for finding in found)


@pytest.mark.parametrize(
    "text",
    [
        "（1）产出指标中，清淤晚完工1个月，扣2分。（2）效益指标中，水质达标天数少，扣1分，排涝能力低，扣2分。",
        "**扣分原因** 产出2分：清淤晚完工1个月扣2分；效益3分：水质扣1分，排涝扣2分。",
        "丢掉的5分，主要丢在：产出2分，计划15公里，完成12公里；效益3分，排涝能力低。",
        "产出，晚完工少得2分；效益，排涝能力低少得3分。",
    ],
)
def test_reasons_headed_by_the_name_of_the_line(text: str) -> None:
    assert _unexplained(text) == 0


def test_other_points_explain_nothing() -> None:
    assert _unexplained("丢分较多的是：材料1分，归档晚。") == 2


def test_what_was_wanted_beside_what_came_is_a_reason() -> None:
    line = "满意度10分，得9分，问卷满意率88.3%，目标92%。"
    text = "云江市水务局2022年度河道清淤项目绩效自评报告\n\n" + line
    assert "DED401" not in {finding.code for finding in analyze(text.encode(), "report.md").findings}


def _unexplained_below_a_head(line: str) -> int:
    title = "云江市水务局2022年度河道清淤项目绩效自评报告"
    text = f"{title}\n\n（一）产出（50分），得48分\n\n1.{line}\n\n2.清淤长度（40分），得40分。"
    return sum(finding.code == "DED401" for finding in analyze(text.encode(), "report.md").findings)


@pytest.mark.parametrize(
    "line",
    [
        "清淤质量扣2分，10分得8分。工作组织有序。",
        "清淤质量，标准分10分，扣减2分后得8分。工作组织有序。",
        "清淤质量一项没有拿满，分值10分，得分8分，差2分。工作组织有序。",
        "清淤质量分值10分，得8分，扣2分。目标值≥95%，实际完成值76%。",
    ],
)
def test_points_score_and_loss_of_a_line_are_no_reason(line: str) -> None:
    assert _unexplained_below_a_head(line) == 1


@pytest.mark.parametrize(
    "line",
    [
        "清淤质量10分，自评8分（扣2分：抽检点位比合同少）。",
        "清淤质量10分，得8分，扣2分，为河底弃石较多。",
        "清淤质量10分，得8分，扣2分，其中抽检差错4处，每处扣0.5分，计2分。",
    ],
)
def test_what_is_said_right_behind_a_loss_is_its_reason(line: str) -> None:
    assert _unexplained_below_a_head(line) == 0


@pytest.mark.parametrize(
    ("line", "unexplained"),
    [
        ("清淤质量10分，目标≥95%，实际76%，得8分。", 0),
        ("清淤质量10分，得8分，扣2分。目标值≥95%，实际完成值76%。", 1),
    ],
)
def test_what_falls_short_before_the_score_is_why_it_is_lower(line: str, unexplained: int) -> None:
    assert _unexplained_below_a_head(line) == unexplained


def test_groups_need_no_reason_where_lines_elsewhere_explain_all_that_was_lost() -> None:
    title = (
        "云江市水务局2022年度河道清淤项目绩效自评报告\n\n一、得分\n\n自评得分95分。产出60分，得57分；效益40分，得38分。"
    )
    told = "\n\n二、扣分\n\n1.清淤长度30分，得27分，因两处河段封闭。\n\n2.水质达标20分，得18分，因N。"
    codes = [
        [one.code for one in analyze((title + told.replace("，因N", reason)).encode(), "report.md").findings]
        for reason in ("，因上游排污", "")
    ]
    assert "DED401" not in codes[0] and "DED401" in codes[1]
