"""Lists whose amounts make the whole, or a part of it → the parts, whatever words announce them."""

import pytest

from tests.builders import document, paragraph
from toolkit.extract.money.spending import read_spending

_WHOLE = "2023年全年预算900.00万元，实际支出846.00万元，执行率94.00%。"


def _parts(*texts: str) -> list[tuple[str | None, str | None, str | None, str | None, str | None]]:
    """(name, name of what it is part of, budget, spent, rate) of each row but the whole."""
    blocks = (paragraph(text, number) for number, text in enumerate((_WHOLE, *texts), 1))
    rows = read_spending(document(*blocks), 2023).budget
    values = (
        (row.label, row.parent, row.revised_budget, row.actual_expenditure, row.execution_rate)
        for row in rows
        if row.parent is not None
    )
    return [
        (
            label and label.value,
            None if parent == "whole" else parent,
            *(None if cited is None else cited.quote for cited in cited_values),
        )  # type: ignore[misc]
        for label, parent, *cited_values in values
    ]


@pytest.mark.parametrize(
    "text",
    [
        "（二）从来源看。市级财政拨款700.00万元，支出658.00万元；区级配套200.00万元，支出188.00万元。",
        "分来源说：市级财政拨款700.00万元，支出658.00万元，占77.78%；区级配套200.00万元，支出188.00万元，占22.22%。",
        "钱由两头出。市级财政拨款700.00万元（77.78%），实际支出658.00万元；区级配套200.00万元，实际支出188.00万元。",
    ],
)
def test_parts_are_known_by_their_sums_whatever_announces_them(text: str) -> None:
    assert _parts(text) == [
        ("市级财政拨款", None, "700.00万元", "658.00万元", None),
        ("区级配套", None, "200.00万元", "188.00万元", None),
    ]


def test_a_rate_behind_a_part_is_its_own_where_it_is_right() -> None:
    text = "闸门检修预算500.00万元、支出470.00万元，执行率94.00%；堤顶道路预算400.00万元、支出376.00万元（94.00%）。"
    assert [row[4] for row in _parts(text)] == ["94.00%", "94.00%"]


def test_what_was_spent_by_each_makes_what_was_spent() -> None:
    assert _parts("看用款单位：站本级支出500.00万元，由河口闸管所支付346.00万元。") == [
        ("站本级", None, None, "500.00万元", None),
        ("河口闸管所", None, None, "346.00万元", None),
    ]


def test_a_list_may_stand_in_items_below_one_another() -> None:
    items = ("- 市级财政700.00万元，支出658.00万元", "- 区级配套200.00万元，支出188.00万元")
    assert [row[:4] for row in _parts("资金由两级负担：", *items)] == [
        ("市级财政", None, "700.00万元", "658.00万元"),
        ("区级配套", None, "200.00万元", "188.00万元"),
    ]


def test_what_makes_a_part_is_told_within_it_or_of_it() -> None:
    text = (
        "按用途分，基本支出预算300.00万元，实际支出286.00万元，其中人员经费201.00万元、公用经费85.00万元；"
        "项目支出预算600.00万元，实际支出560.00万元。"
    )
    assert _parts(text, "项目支出的去向：清淤320.00万元，巡查240.00万元。") == [
        ("基本支出", None, "300.00万元", "286.00万元", None),
        ("项目支出", None, "600.00万元", "560.00万元", None),
        ("人员经费", "基本支出", None, "201.00万元", None),
        ("公用经费", "基本支出", None, "85.00万元", None),
        ("清淤", "项目支出", None, "320.00万元", None),
        ("巡查", "项目支出", None, "240.00万元", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "年初预算800.00万元，年中增加100.00万元。",  # how it came about
        "支出846.00万元，结余54.00万元。",
        "2022年支出446.00万元，2023年上半年支出400.00万元。",
        "清淤合同300.00万元，巡查合同600.00万元。",
        "清淤320.00万元，巡查240.00万元。",  # no sum of anything
    ],
)
def test_other_amounts_are_no_parts(text: str) -> None:
    assert _parts(text) == []


def test_the_year_before_is_told_aside() -> None:
    whole = read_spending(
        document(
            paragraph("年初预算3,200万元，加上2022年结转260万元，全年预算3,460万元。截至12月底支出3,148.6万元。", 1),
            paragraph("上一年度的情况是预算3,000万元、支出2,740万元，执行率91.33%。", 2),
        ),
        2023,
    ).budget[0]
    told = (whole.original_budget, whole.revised_budget, whole.actual_expenditure, whole.execution_rate)
    assert [one and one.quote for one in told] == ["3,200万元", "3,460万元", "3,148.6万元", None]


def test_a_list_goes_on_where_a_mark_joins_one_more() -> None:
    """The first two alone make the budget in the end, all three that at first."""
    whole = "年初预算1,000.00万元，全年预算900.00万元，实际支出846.00万元，执行率94.00%。"
    told = "从投向看，河道清淤500.00万元、堤防巡查400.00万元、设备更新100.00万元。"
    rows = read_spending(document(paragraph(whole, 1), paragraph(told, 2)), 2023).budget
    assert [
        (row.label and row.label.value, row.original_budget and row.original_budget.quote)
        for row in rows
        if row.parent is not None
    ] == [("河道清淤", "500.00万元"), ("堤防巡查", "400.00万元"), ("设备更新", "100.00万元")]


def test_a_list_behind_what_was_spent_is_of_that_though_it_was_the_budget_too() -> None:
    told = "项目预算68.00万元，由省级补助40.00万元、县级配套28.00万元组成。全年支出68.00万元，执行率100%。"
    uses = "其中购书41.50万元、书架桌椅14.30万元、系统与设备12.20万元。"
    rows = read_spending(document(paragraph(told + uses, 1)), 2023).budget
    spent = {row.label.value: row.actual_expenditure for row in rows if row.label is not None and row.parent}
    assert {name: one and one.quote for name, one in spent.items()} == {
        "省级补助": None,
        "县级配套": None,
        "购书": "41.50万元",
        "书架桌椅": "14.30万元",
        "系统与设备": "12.20万元",
    }
