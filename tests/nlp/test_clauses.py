"""Reasons are read thing by thing, without the words that only say that they are reasons."""

import pytest

from toolkit.nlp.clauses import clauses, read
from toolkit.nlp.terms import SHAPE, terms


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("扣分原因：设备招标流标，扣2分", ["设备招标流标"]),
        ("分值10分，自评得8分，主要原因是尾款未付。", ["尾款未付"]),
        ("一是尾款未付；二是台账缺失", ["尾款未付", "台账缺失"]),
        ("目标没有完成，原因是连续暴雨", ["连续暴雨"]),
        ("工程停工，未达到年度目标", ["工程停工"]),
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
