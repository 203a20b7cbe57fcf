"""Losses told apart from points and scores: as lines of their own, in items below, behind, or in a list elsewhere."""

import pytest

from tests.builders import document, paragraph, table
from toolkit.extract import extract
from toolkit.extract.prose.narrative import read_narrative
from toolkit.model.record import Indicator


def _lines(*texts: str) -> tuple[Indicator, ...]:
    return read_narrative(document(*(paragraph(text, number) for number, text in enumerate(texts, 1)))).indicators


def _reasons(line: Indicator) -> list[str]:
    return [reason.text.quote for reason in line.deduction_reasons]


_TOTAL = "项目自评得94.2分。"
_LOST = "“河道保洁覆盖率”扣2分，原因是汛期停工；“水质达标月份”扣2.5分，原因是两月超标；“台账完整率”扣N分，原因是缺页。"


@pytest.mark.parametrize(
    "told", [(_TOTAL, _LOST.replace("N", "1.3")), (f"项目自评得94.2分，共扣5.8分：{_LOST.replace('N', '1.3')}",)]
)
def test_losses_that_make_what_the_total_lacks_are_lines(told: tuple[str, ...]) -> None:
    found = _lines(*told)
    assert [(line.name.value, line.deduction.quote if line.deduction else None) for line in found] == [
        ("河道保洁覆盖率", "2"),
        ("水质达标月份", "2.5"),
        ("台账完整率", "1.3"),
    ]
    assert {line.level for line in found} == {3}
    assert [_reasons(line) for line in found] == [["汛期停工"], ["两月超标"], ["缺页"]]


@pytest.mark.parametrize(
    "told",
    [
        (_TOTAL, _LOST.replace("N", "1.1")),
        (_LOST.replace("N", "1.3"),),
        (_TOTAL, "河道保洁覆盖率扣5.8分，原因是汛期停工。"),
        (_TOTAL, "汛期停工较多扣4.5分；台账未及时归档扣1.3分。"),
    ],
)
def test_losses_that_nothing_proves_or_that_name_no_line_are_none(told: tuple[str, ...]) -> None:
    assert _lines(*told) == ()


def test_losses_are_no_lines_where_the_report_tells_its_lines() -> None:
    told = _lines(_TOTAL, "1.管护面积，分值10分，得9分。", "2.巡查次数，分值20分，得20分。", _LOST.replace("N", "1.3"))
    assert [line.name.value for line in told] == ["管护面积", "巡查次数"]


@pytest.mark.parametrize("lead", ["扣分事项：", "失分原因如下："])
def test_numbered_items_below_an_announcement_tell_the_reasons(lead: str) -> None:
    told = (f"预算执行10分，得8.7分。{lead}", "（1）二季度支付偏慢，扣0.8分；", "（2）尾款未付，扣0.5分。")
    line, other = _lines(*told, "档案管理10分，得10分。")
    assert _reasons(line) == ["二季度支付偏慢", "尾款未付"]
    assert _reasons(other) == []


def test_items_below_end_with_another_numbering_or_with_what_tells_no_loss() -> None:
    first = ("预算执行10分，得8.7分。扣分事项：", "（1）二季度支付偏慢，扣0.8分；")
    assert [_reasons(_lines(*first, after)[0]) for after in ("1.尾款未付，扣0.5分。", "（2）尾款已付。")] == [
        ["二季度支付偏慢"]
    ] * 2


def test_items_below_are_none_of_a_line_that_announces_none() -> None:
    assert _reasons(_lines("预算执行10分，得8.7分。", "（1）二季度支付偏慢，扣0.8分；")[0]) == []


@pytest.mark.parametrize(("last", "reasons"), [("0.5", ["二季度支付偏慢", "尾款未付"]), ("0.2", [])])
def test_losses_told_behind_are_the_lines_where_they_make_its_loss(last: str, reasons: list[str]) -> None:
    told = f"预算执行10分，得8.7分，扣1.3分。扣分事项：二季度支付偏慢，扣0.8分；尾款未付，扣{last}分。"
    (line,) = _lines(told)
    assert _reasons(line) == reasons


@pytest.mark.parametrize(
    ("told", "reasons"),
    [
        (
            "未完成的有两项：一是整治河段，实际27段，原因是汛期停工；二是水质达标率，实际96%，原因是上游来水超标。",
            [["汛期停工"], ["上游来水超标"]],
        ),
        (
            "未完成的有两项：一是整治河段，实际27段；二是水质达标率，实际96%，原因是上游来水超标。",
            [[], ["上游来水超标"]],
        ),
        ("未完成的有两处：一是整治河段，原因是汛期停工；二是整治河段，原因是征地受阻。", [[], []]),
        ("未完成的有两处：一是护坡整治河段，原因是汛期停工；二是各乡水质达标率，原因是上游来水超标。", [[], []]),
    ],
)
def test_items_that_open_with_a_line_of_a_table_tell_its_reason(told: str, reasons: list[list[str]]) -> None:
    head = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"]
    rows = [
        ["产出指标", "数量指标", "整治河段", "30段", "27段", "50", "45"],
        ["产出指标", "质量指标", "水质达标率", "100%", "96%", "50", "48"],
    ]
    found = extract(document(table([head, *rows]), paragraph(told, 2))).indicators
    assert [_reasons(line) for line in found if line.max_score is not None] == reasons


def test_what_all_lines_lost_is_no_reason_of_the_last() -> None:
    told = "产出指标50分，得48.93分；满意度指标10分，得9.58分。合计扣1.49分，涉及5项指标。"
    own = "产出指标50分，得48.93分；满意度指标10分，得9.58分，合计扣0.42分，原因是等候时间长。"
    assert [_reasons(line) for line in _lines(told)] == [[], []]
    assert [_reasons(line) for line in _lines(own)] == [[], ["等候时间长"]]
