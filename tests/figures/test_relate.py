"""What a sentence says of its own figures: found where it holds, called wrong only where no other reading is left."""

import re

import pytest

from tests.builders import document, paragraph
from tests.figures.told import CLEAN, HOLDS, WRONG
from toolkit.figures import build_ledger
from toolkit.model.figure import FigureLedger, Relation
from toolkit.model.record import PerformanceReport


def ledger_of(text: str) -> FigureLedger:
    """Ledger of a text whose paragraphs ¶ parts, without any report."""
    blocks = [paragraph(part, number) for number, part in enumerate(text.split("¶"), 1)]
    return build_ledger(document(*blocks), PerformanceReport())


def found(text: str, kind: str, result: str) -> list[Relation]:
    """Relations of a kind to a result."""
    return [relation for relation in ledger_of(text).relations if (relation.type, relation.result) == (kind, result)]


@pytest.mark.parametrize(("text", "kind", "result"), HOLDS)
def test_relation_that_holds_is_found(text: str, kind: str, result: str) -> None:
    assert [relation.holds for relation in found(text, kind, result)] == [True]
    assert not [relation for relation in ledger_of(text).relations if relation.holds is False]


@pytest.mark.parametrize(("text", "kind", "result"), WRONG)
def test_relation_that_fails_is_called_wrong(text: str, kind: str, result: str) -> None:
    assert [relation.holds for relation in found(text, kind, result)] == [False]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_sentence_is_not_accused(text: str) -> None:
    assert [relation.calculation for relation in ledger_of(text).relations if relation.holds is False] == []


@pytest.mark.parametrize(
    "text",
    [text for text, kind, _ in HOLDS if kind == "sum"],
)
def test_smallest_wrong_step_in_the_last_part_is_no_longer_true(text: str) -> None:
    before = [relation for relation in ledger_of(text).relations if relation.type == "sum" and relation.holds]
    last = before[-1].operands[-1]
    place = text.rfind(last)
    changed = text[:place] + _one_up(last) + text[place + len(last) :]
    after = {(relation.result_id, relation.operand_ids): relation.holds for relation in ledger_of(changed).relations}
    assert after.get((before[-1].result_id, before[-1].operand_ids)) is not True


def _one_up(quote: str) -> str:
    """The numeral with its first digit raised by one."""
    return re.sub(r"\d", lambda digit: "9" if digit[0] == "8" else str((int(digit[0]) + 1) % 10), quote, count=1)


def test_calculation_names_the_parts_and_both_results() -> None:
    [relation] = found("全局共有4个单位，其中：行政单位1个，事业单位2个。", "sum", "4个")
    assert relation.calculation == "行政单位1个 + 事业单位2个 = 3个，报告 4个"
    assert (relation.operands, relation.operand_ids, relation.result_id) == (("1个", "2个"), ("f2", "f3"), "f1")


def test_rounded_parts_meet_their_whole_only_through_coarse_printing() -> None:
    [relation] = found("全年预算200.5万元，由甲支出100.6万元和乙支出100万元组成。", "sum", "200.5万元")
    assert relation.holds is None


def test_list_that_goes_on_in_the_next_paragraph_is_not_cut_short() -> None:
    assert not found("存在三个问题：一是人员不足；二是经费紧张。¶三是设备老化。", "count", "三个")


def test_every_partition_is_held_against_the_same_whole() -> None:
    text = "全年预算60万元。按级次，包括：市本级50万元，区级10万元；按结构，包括：基本支出20万元，项目支出40万元。"
    assert [relation.holds for relation in found(text, "sum", "60万元")] == [True, True]


def test_marks_of_ours_in_the_text_are_words_like_others() -> None:
    text = "投入\ue000万元，其中：甲项目30万元，乙项目\ue00020万元，占\ue000的60%。共\ue002年5个，\ue004甲\ue006。"
    assert {figure.quote for figure in ledger_of(text).figures} == {"30万元", "20万元", "60%", "5个"}


def test_each_enumeration_of_a_paragraph_is_counted_by_itself_only_where_it_ends_the_paragraph() -> None:
    text = "落实3项措施：一是巡查，二是养护。落实2项措施：一是巡查，二是养护。"
    assert [relation.holds for relation in found(text, "count", "2项")] == [True]
    assert found(text, "count", "3项") == []


def test_share_of_a_figure_named_twice_is_left_alone() -> None:
    text = "渠道改造投入50万元。泵站改造投入20万元，占渠道改造投入的50%。"
    assert [relation.holds for relation in found(text, "share", "50%")] == [False]
    assert found("渠道改造投入40万元。" + text, "share", "50%") == []


def test_long_text_without_an_end_takes_no_longer_than_its_length() -> None:
    text = "其中：甲1个，由乙2个（丙3个，" * 4000
    assert ledger_of(text).summary.figures == 12000
