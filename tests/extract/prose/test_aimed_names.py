"""A name that opens the words before numbers, its target and what was done between them → the line's name."""

import pytest

from tests.builders import document, paragraph
from toolkit.extract.prose.narrative import read_narrative
from toolkit.model.record import Indicator


def _lines(text: str) -> tuple[Indicator, ...]:
    return read_narrative(document(paragraph(text))).indicators


def _names(text: str) -> list[str]:
    return [line.name.value for line in _lines(text)]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("入住老人年度指标值40人，实际46人，", "入住老人"),
        ("“巡河里程”年度指标值900公里，实际882公里，", "巡河里程"),
        ("古树挂牌年度目标240株，实际216株，", "古树挂牌"),
        ("植树面积：目标300亩，实际270亩，", "植树面积"),
        ("计划植树300亩，实植310亩，", "植树"),
        ("发放及时率，12批中1批晚3天，", "发放及时率"),
        ("宣传活动8场，发放手册600份，“群众满意度”目标≥95%，实际90%，", "群众满意度"),
        ("574万元除以48座，单座成本目标不高于12万元，实际11.96万元，", "单座成本"),
    ],
)
def test_the_name_stands_before_target_and_actual(told: str, name: str) -> None:
    assert _names(f"{told}分值10分，得9分。") == [name]


@pytest.mark.parametrize("lead", ["", "扣分的有两条。"])
def test_items_that_open_with_one_and_another_are_named_behind_that(lead: str) -> None:
    told = (
        f"{lead}一条是巡河里程，目标900公里，实际882公里，分值10分，得9.8分；"
        "另一条是清淤长度，目标50公里，实际45公里，分值10分，得9分。"
    )
    assert _names(told) == ["巡河里程", "清淤长度"]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("巡河里程目标900公里，实际774公里，为目标的86%，分值10分，得8.6分。", "巡河里程"),
        ("单位成本控制目标12万元，574万元除以48座为11.96万元，分值10分，得10分。", "单位成本控制"),
        ("年度目标900公里，实际882公里，巡河里程分值10分，得9.8分。", "巡河里程"),
        ("今年汛期偏长，巡河里程分值10分，得9.8分。", "巡河里程"),
    ],
)
def test_what_only_measures_is_no_name(told: str, name: str) -> None:
    assert _names(told) == [name]


def test_target_and_actual_are_read_with_the_name() -> None:
    (line,) = _lines("“巡河里程”年度指标值900公里，实际882公里，分值10分，得9.8分。")
    assert line.target is not None and line.actual is not None
    assert (line.target.quote, line.actual.quote) == ("900公里", "882公里")


def test_a_score_told_alone_with_target_and_actual_is_a_line() -> None:
    (line,) = _lines("古树挂牌：目标240株，实际216株，自评得9分。")
    assert line.name.value == "古树挂牌" and line.max_score is None
    assert line.claimed_score is not None and line.claimed_score.quote == "9"
    assert line.target is not None and line.target.quote == "240株"


@pytest.mark.parametrize(
    "told",
    [
        "古树挂牌自评得9分。",
        "古树挂牌目标240株，自评得9分。",
        "古树挂牌实际完成216株，自评得9分。",
        "产出目标240株，实际216株，自评得9分。",
    ],
)
def test_a_score_told_alone_without_both_or_of_a_group_is_none(told: str) -> None:
    assert _lines(told) == ()
