"""Reasons are read thing by thing, without the words that only say that they are reasons."""

import pytest

from toolkit.nlp.clauses import clauses, read
from toolkit.nlp.terms import MATTER, SHAPE, reason_terms, terms


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("扣分原因：设备招标流标，扣2分", ["设备招标流标"]),
        ("分值10分，自评得8分，主要原因是尾款未付。", ["尾款未付"]),
        ("一是尾款未付；二是台账缺失", ["尾款未付", "台账缺失"]),
        ("目标没有完成，原因是连续暴雨", ["连续暴雨"]),
        ("工程停工，未达到年度目标", ["工程停工"]),
        ("因审批时间过长和佐证资料缺失，扣2分", ["审批时间过长", "佐证资料缺失"]),
        ("办公设备和车辆没有登记入账", ["办公设备和车辆没有登记入账"]),
        ("虽然任务都已完成，但凭证不合规", ["凭证不合规"]),
        ("除设备闲置外，其余指标完成较好", ["设备闲置"]),
        ("尾款未付，对照评分标准，该项得8分", ["尾款未付"]),
        ("尾款未付，下一步将加快支付", ["尾款未付"]),
        ("培训只办了3场", ["培训只办了0场"]),
        ("受益农户减少", ["受益农户减少"]),
    ],
)
def test_a_reason_is_read_thing_by_thing(text: str, things: list[str]) -> None:
    assert clauses(text) == things


@pytest.mark.parametrize("text", ["未完成目标", "扣2分", "。"])
def test_where_nothing_is_left_the_text_stays(text: str) -> None:
    assert clauses(text) == [text]
    assert read(text, "sentence") == [text]


def test_a_thing_that_did_not_happen_is_not_bad() -> None:
    assert f"{SHAPE}!bad" in terms("全年未发生安全事故")
    assert f"{SHAPE}bad" in terms("全年发生安全问题两起")


def test_matters_are_seen_together_within_a_clause() -> None:
    """款 with 未付 is payment; a sentence has no such terms, only the thing that a reason says."""
    found = reason_terms("资料没有归档,尾款未付")
    assert {f"{MATTER}evidence&missing", f"{MATTER}pay"} <= set(found)
    assert f"{MATTER}evidence&pay" not in found
    assert not [term for term in terms("资料没有归档") if term.startswith(MATTER)]
