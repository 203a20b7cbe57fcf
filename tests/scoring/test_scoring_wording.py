"""Words of an actual: read only as whole cells of a known shape."""

from decimal import Decimal

import pytest

from toolkit.scoring import wording


@pytest.mark.parametrize("text", ["无", "未发现", "未发生安全事故", "全年未发生重大安全事故", "无违规情况", "没有"])
def test_none_at_all(text: str) -> None:
    found = wording.mishaps(text)
    assert found is not None
    assert found.count == 0


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [("发现2例", 2, "例"), ("发生安全事故3起", 3, "起"), ("两次", 2, "次"), ("被通报1次", 1, "次")],
)
def test_a_number_of_mishaps(text: str, count: int, unit: str) -> None:
    found = wording.mishaps(text)
    assert found is not None
    assert (found.count, found.unit) == (count, unit)


@pytest.mark.parametrize(
    "text", [None, "", "无障碍设施建成", "完成12场", "发现2例，整改1例", "未发现3例以上", "2022年"]
)
def test_other_words_state_no_mishaps(text: str | None) -> None:
    assert wording.mishaps(text) is None


def test_deviation_states_its_size_and_side() -> None:
    assert wording.deviation("延迟3天") == (Decimal(3), "天")
    assert wording.deviation("低于目标值2个百分点") == (Decimal(2), "%")
    assert wording.below("低于目标值2个百分点") is True
    assert wording.below("比计划多5%") is False
    assert wording.deviation("超过95%") is None


def test_done_and_not_done() -> None:
    assert wording.done("已全部完成") is True
    assert wording.done("未按期完成") is False
    assert wording.done("完成了大部分") is None
    assert wording.on_time("按期完成")
    assert not wording.on_time("未按期完成")


def test_lacking_counts_what_is_missing() -> None:
    assert wording.lacking("2项未完成") == 2
    assert wording.lacking("缺1项") == 1
    assert wording.lacking("完成2项") is None
