"""Amounts and the one rate that a pair of them makes → which is the budget and which was spent, and where none is."""

import pytest

from tests.builders import document, paragraph
from toolkit.extract.money.by_arithmetic import solved
from toolkit.extract.money.spending import read_spending
from toolkit.extract.money.terms import Terms
from toolkit.text import fold

_FIELDS = ("original_budget", "revised_budget", "actual_expenditure", "execution_rate")


def _solved(text: str, *amounts: str) -> list[str | None]:
    """The field of each of these amounts, in a report on 2022."""
    folded = fold(text).text
    fields = solved(folded, Terms(2022, one_year=False)).fields
    return [fields.get(folded.index(amount)) for amount in amounts]


def _whole(text: str) -> dict[str, str]:
    rows = read_spending(document(paragraph(text)), 2022).budget
    row = next(one for one in rows if one.label is None)
    return {one: cited.quote for one in _FIELDS if (cited := getattr(row, one))}


@pytest.mark.parametrize(
    "told",
    [
        "专项经费92万元，发放补贴88.05万元，执行率95.71%。",
        "县里为护林员准备的92万元，年底发放88.05万元，执行率为95.71%。",
        "上年结转12万元，可用资金92万元，支出88.05万元，执行率95.71%。",
        "护林专项经费92万元，其中第一季度用去20万元；全年发放补贴88.05万元，执行率95.71%。",
    ],
)
def test_the_pair_that_makes_the_rate_is_budget_and_spending(told: str) -> None:
    assert _solved(told, "92万元", "88.05万元") == ["revised_budget", "actual_expenditure"]
    assert _whole(told) == {"revised_budget": "92万元", "actual_expenditure": "88.05万元", "execution_rate": "95.71%"}


@pytest.mark.parametrize(
    "told",
    [
        "专项经费92万元，发放补贴88.05万元，执行率95.11%。",
        "专项经费92万元，发放补贴88.05万元，拨付率95.71%。",
        "上年专项经费92万元，上年发放补贴88.05万元，执行率95.71%。",
        "2021年专项经费92万元，2021年发放补贴88.05万元，执行率95.71%。",
        "专项经费92万元，发放补贴88.05万元，执行率95.71%，上半年执行率42.30%。",
    ],
)
def test_no_pair_is_taken_by_another_rate_or_of_another_year(told: str) -> None:
    assert _solved(told, "92万元", "88.05万元") == [None, None]


def test_two_pairs_that_make_the_rate_leave_it_open() -> None:
    told = "县里安排林业经费100万元、水利经费200万元，发放补贴90万元，发放工资N万元，执行率90.00%。"
    assert _solved(told.replace("N", "180"), "100万元", "200万元", "90万元", "180万元") == [None] * 4
    assert _solved(told.replace("N", "150"), "100万元", "200万元", "90万元", "150万元") == [
        "revised_budget",
        None,
        "actual_expenditure",
        None,
    ]


def test_money_available_beside_the_budget_of_the_year_is_not_the_budget() -> None:
    told = "全年预算80万元，另有上年结转12万元，可用资金92万元，支出88.05万元，执行率95.71%。"
    assert _solved(told, "80万元", "92万元", "88.05万元") == [None, None, "actual_expenditure"]
    assert _whole(told)["revised_budget"] == "80万元"


def test_a_part_is_none_of_the_pair() -> None:
    told = "专项经费92万元，其中发放补贴88.05万元，执行率95.71%。"
    assert _solved(told, "92万元", "88.05万元") == [None, None]


def test_what_was_added_makes_the_budget_in_the_end_and_is_none_itself() -> None:
    told = "年初安排80万元，年中追加12万元，全年N万元。"
    amounts = ("80万元", "12万元")
    assert _solved(told.replace("N", "92"), *amounts, "92万元") == ["original_budget", "outside", "revised_budget"]
    assert _solved(told.replace("N", "97"), *amounts, "97万元") == [None, None, None]
