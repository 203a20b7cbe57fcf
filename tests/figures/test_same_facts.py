"""Pairs of figures that state the same fact, in small labelled documents; what is held out only measures."""

import re
from decimal import Decimal

from tests.figures.same_facts import Labelled, labelled, measure, tied

_NUMBER = re.compile(r"[≥≤]?(?P<digits>[\d,]+(?:\.\d+)?)(?P<scale>[万亿]?)")
_SCALE = {"": 0, "万": 4, "亿": 8}
LEAST = {"precision": 0.985, "f1": 0.97}
LEAST_HELD_OUT = {"precision": 0.99, "f1": 0.95}


def test_there_are_documents_and_pairs_enough() -> None:
    parts = [labelled(held_out=part) for part in (False, True)]
    assert sum(len(part) for part in parts) >= 60
    assert len(parts[1]) >= 20
    assert sum(len(one.pairs) for part in parts for one in part) >= 300


def _values(one: Labelled, letter: str, *, wrong: bool) -> list[tuple[Decimal, Decimal]]:
    """(value, half its last digit) of the figures of a letter, in the scale that each prints."""
    found = []
    for mark, printed, contradicts in one.figures.values():
        if mark == letter and contradicts is wrong:
            number = _NUMBER.match(printed)
            assert number, printed
            value = Decimal(number["digits"].replace(",", ""))
            half = Decimal(5).scaleb(value.as_tuple().exponent - 1)  # type: ignore[operator]
            found.append((value.scaleb(_SCALE[number["scale"]]), half.scaleb(_SCALE[number["scale"]])))
    return found


def _agree(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> bool:
    """Whether two printings may round one value, in one scale or one of them in a table without its 万."""
    return any(
        abs(one[0].scaleb(power) - other[0]) <= one[1].scaleb(power) + other[1] for power in (-8, -4, -3, 0, 3, 4, 8)
    )


def test_labels_are_true_by_arithmetic() -> None:
    """Figures of one letter agree, and those marked as contradicting do not."""
    for part in (False, True):
        for one in labelled(held_out=part):
            for letter in {mark for mark, _, _ in one.figures.values()}:
                values = _values(one, letter, wrong=False)
                assert all(_agree(values[0], value) for value in values), (one.name, letter)
                assert not any(_agree(values[0], value) for value in _values(one, letter, wrong=True)), one.name


def test_documents_written_against_are_tied() -> None:
    made = measure(labelled(held_out=False))
    assert made.precision >= LEAST["precision"], made
    assert made.f1 >= LEAST["f1"], made
    assert made.misjudged == 0


def test_documents_that_only_measure_keep_their_share() -> None:
    made = measure(labelled(held_out=True))
    assert made.precision >= LEAST_HELD_OUT["precision"], made
    assert made.f1 >= LEAST_HELD_OUT["f1"], made
    assert made.misjudged == 0


def test_a_plan_is_not_its_outcome_nor_one_year_another() -> None:
    """Two facts of one value: nothing ties them."""
    apart = (
        "## 一、目标\n计划维修校舍184所。\n## 二、完成\n实际维修校舍184所。\n",
        "2021年全市接待游客61.3万人次。\n\n2023年全市接待游客61.3万人次。\n",
        "项目年初预算安排386.2万元。\n\n项目实际支出386.2万元。\n",
        "全年财政拨款收入386.2万元。\n\n全年财政拨款支出386.2万元。\n",
        "全市上半年新增就业1,265人。\n\n全市新增就业1,265人。\n",
        "参训人员1,265人。\n\n参训人员较上年增加1,265人。\n",
        "人均补助标准386.2元。\n\n补助支出386.2元。\n",
    )
    for text in apart:
        assert tied(text) == {}, text


def test_one_fact_is_tied_in_other_words_and_units() -> None:
    alike = (
        "全年接待游客61.3万人次。\n\n接待游客量达到613,000人次，增长较快。\n",
        "被检查的218家药店均已整改。\n\n全年检查药店218家。\n",
        "部门2023年支出总计1,532.64万元。\n\n部门整体支出15,326,400元。\n",
        "| 指标 | 目标值 | 完成值 |\n|---|---|---|\n| 预警点数量 | ≥120处 | 126处 |\n\n建成预警点126处。\n",
    )
    for text in alike:
        assert list(tied(text).values()) == [True], text
