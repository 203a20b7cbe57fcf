"""Totals told in running text: what all comes to in the end, on another scale, with what was added and taken off."""

import pytest

from tests.builders import document, paragraph
from toolkit.extract.prose.claims import read_claims
from toolkit.extract.prose.narrative import read_narrative


def _totals(text: str) -> list[str]:
    return [total.quote for total in read_narrative(document(paragraph(text))).totals]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("我委基础分100分，自评得97.2分；加分项2分；最终自评得分99.2分，等级为优。", "99.2"),
        ("评分表满分120分。自评实得116.9分，按“实得分÷120×100”折算为百分制97.42分，等级：优。", "97.42"),
        ("适用指标合计得89.25分，折算后自评得分93.95分，等级为“优”。", "93.95"),
        ("项目自评得分95.5分，等级为优。", "95.5"),
    ],
)
def test_the_last_of_several_sums_is_the_total(text: str, total: str) -> None:
    assert _totals(text) == [total]


def test_a_part_on_another_scale_is_no_total() -> None:
    assert _totals("行业考核表满分120分，实得112.2分，折算百分制为93.50分，乘以80%后为74.8分。") == []


def test_what_is_added_up_is_no_total_by_itself() -> None:
    assert [total.quote for total in read_claims(document(paragraph("自评总分74.8＋19.22＝94.02分。"))).totals] == []


def test_a_score_above_the_points_before_a_full_stop_is_not_that_line_s() -> None:
    finds = read_narrative(document(paragraph("项目管理40分、项目产出30分、项目效果30分。自评实得96.9分，等级优。")))
    assert [line.claimed_score for line in finds.indicators if line.claimed_score] == []
    assert [total.quote for total in finds.totals] == ["96.9"]


def test_points_for_each_of_several_things_are_not_those_of_the_line() -> None:
    text = "5.执行进度（6分）。6月、9月、11月均达到进度要求，每个时点2分，自评得6分。"
    [line] = read_narrative(document(paragraph(text))).indicators
    assert line.name.value == "执行进度"
    assert (line.max_score and line.max_score.quote, line.claimed_score and line.claimed_score.quote) == ("6", "6")


def test_the_last_number_of_a_sum_written_out_is_the_total() -> None:
    made = read_claims(document(paragraph("自评总分＝基础分97.37分＋加分1分－扣减0分＝98.37分，自评等级为优秀。")))
    assert [total.quote for total in made.totals] == ["98.37"]
    of_others = read_claims(document(paragraph("最终得分=94.93×60%+94.36×25%+92.33×15%=94.40分。")))
    assert [total.quote for total in of_others.totals] == []


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("四个维度合计95.67分，扣分项扣1分，最终得分94.67分，等级“优秀”。", "94.67"),
        ("四项指标合计得95.2分，最后得分96.2分。", "96.2"),
        ("自评小组按执行10分、产出50分、效益30分、满意度10分的结构打分，总分97.06分，属于“优”。", "97.06"),
    ],
)
def test_a_last_score_behind_the_sum_of_all_parts_is_the_total(text: str, total: str) -> None:
    assert _totals(text) == [total]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("四项指标合计95.2分，加1分，最终得分96.2分。", ["加1分"]),
        ("四项指标合计95.2分，获省级表彰加1分，最终得分96.2分。", ["获省级表彰"]),
        ("各项合计95分，加分项加1分（获表彰），扣分项扣2分（被通报），最终得分94分。", ["加分项", "扣分项"]),
    ],
)
def test_what_was_added_behind_a_sum_is_called_by_its_own_clause(text: str, events: list[str]) -> None:
    assert [one.text.quote for one in read_narrative(document(paragraph(text))).adjustments] == events
