"""Quantities in running text: what is found, where, and what is no quantity at all."""

import pytest

from tests.measure.cases import CASES, NEGATIVES, Want
from toolkit.measure.grammar import spot
from toolkit.model.number import plain
from toolkit.model.quantity import DateQuantity, Measured, NumberQuantity


def shown(measured: Measured) -> Want:
    quantity = measured.quantity
    assert isinstance(quantity, NumberQuantity | DateQuantity)
    if isinstance(quantity, DateQuantity):
        low, high, unit = quantity.low, quantity.high, "date"
    else:
        low = None if quantity.low is None else plain(quantity.low)
        high = None if quantity.high is None else plain(quantity.high)
        unit = quantity.unit
    bound = f"{low}..{high}" if quantity.comparator == "range" else str(low if low is not None else high)
    return measured.quote, quantity.comparator, bound, unit


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_spot_reads_what_the_sentence_says(text: str, wanted: tuple[Want, ...]) -> None:
    assert tuple(shown(measured) for measured in spot(text)) == wanted


@pytest.mark.parametrize("text", NEGATIVES)
def test_spot_finds_no_quantity_in_names_and_phrases(text: str) -> None:
    assert [measured.quote for measured in spot(text)] == []


def test_money_behind_a_word_that_ends_in_before_is_no_rank() -> None:
    for text in ("调整前1,846.49万元", "调整前 500 万元", "变更前80.5元"):
        assert len(spot(text)) == 1
    assert spot("位居全省前10，") == ()


def test_an_item_that_begins_with_a_figure_is_none_of_its_decimals() -> None:
    told = "1.全年执行137.2万元。2.尚欠质保金。3.38座水库养护355.7万元"
    assert [measured.quote for measured in spot(told)] == ["137.2万元", "355.7万元"]
    assert [measured.quote for measured in spot("1.5万元用于培训；2.3万元用于会议")] == ["1.5万元", "2.3万元"]
