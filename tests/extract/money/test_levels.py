"""What each level of government gave, and then what was spent of it → one row for each level."""

from tests.builders import document, paragraph
from toolkit.extract.money.spending import read_spending

_GIVEN = "全年预算825万元，其中省级补助资金500万元，县级配套资金325万元。"
_SPENT = "全年实际支出789.36万元，其中省级资金支出500万元，县级资金支出289.36万元。"


def _rows(*texts: str) -> list[tuple[str | None, str | None, str | None]]:
    rows = read_spending(document(*(paragraph(text, number) for number, text in enumerate(texts, 1)))).budget
    quoted = ((row.label, row.revised_budget, row.actual_expenditure) for row in rows)
    return [tuple(None if cited is None else cited.quote for cited in row) for row in quoted]  # type: ignore[misc]


def test_two_splits_of_the_same_levels_are_one() -> None:
    assert _rows(_GIVEN, _SPENT)[1:] == [
        ("省级补助资金", "500万元", "500万元"),
        ("县级配套资金", "325万元", "289.36万元"),
    ]


def test_a_level_that_gave_nothing_keeps_the_splits_apart() -> None:
    other = _SPENT.replace("县级资金", "市级资金")
    assert [label for label, *_ in _rows(_GIVEN, other)[1:]] == [
        "省级补助资金",
        "县级配套资金",
        "省级资金支出",
        "市级资金支出",
    ]


def test_uses_of_money_are_no_levels() -> None:
    other = "全年实际支出789.36万元，其中管材采购412.58万元，施工安装376.78万元。"
    assert len(_rows(_GIVEN, other)) == 5
