"""Parts named in turn, or summed up behind them, and what was spent of each, with its rate."""

import pytest

from tests.builders import document, paragraph
from toolkit.extract.money.spending import read_spending
from toolkit.extract.money.told_parts import told_parts
from toolkit.text import fold

_FIELDS = ("original_budget", "revised_budget", "actual_expenditure", "execution_rate")


def _parts(text: str) -> dict[str, str]:
    """Name → what its amount begins with."""
    folded = fold(text).text
    found = sorted(told_parts(folded).items())
    return {folded[slice(*part.name)]: folded[start:].partition("万元")[0] for start, part in found}


def _rows(text: str) -> dict[str | None, dict[str, str]]:
    return {
        None if row.label is None else row.label.quote: {
            one: cited.quote for one in _FIELDS if (cited := getattr(row, one))
        }
        for row in read_spending(document(paragraph(text))).budget
    }


@pytest.mark.parametrize(
    "told",
    [
        "中央、省、县分别为200万元、100万元和20万元。",
        "中央、省和县三级财政分别承担200万元、100万元、20万元。",
        "项目资金320万元，中央、省、县依次安排200万元、100万元和20万元。",
    ],
)
def test_names_in_turn_have_the_amounts_in_turn(told: str) -> None:
    assert _parts(told) == {"中央": "200", "省": "100", "县": "20"}


@pytest.mark.parametrize(
    "told",
    [
        "中央、省分别为200万元、100万元和20万元。",
        "中央、省、县分别为200万元、100万元。",
        "中央、省、县共安排200万元、100万元和20万元。",
    ],
)
def test_more_or_fewer_amounts_than_names_are_no_parts(told: str) -> None:
    assert _parts(told) == {}


def test_amounts_in_turn_are_parts_of_the_budget_that_they_make() -> None:
    told = "项目全年预算320万元，中央、省、县分别安排200万元、100万元和N万元，支出304万元，执行率95%。"
    whole = {"revised_budget": "320万元", "actual_expenditure": "304万元", "execution_rate": "95%"}
    assert _rows(told.replace("N", "20")) == {
        None: whole,
        "中央": {"revised_budget": "200万元"},
        "省": {"revised_budget": "100万元"},
        "县": {"revised_budget": "20万元"},
    }


def test_parts_stand_before_the_sum_that_they_make() -> None:
    told = "中央补助2,360万元，省补助1,050万元，区配套890万元，合计N万元。"
    assert _parts(told.replace("N", "4,300")) == {"中央补助": "2,360", "省补助": "1,050", "区配套": "890"}
    assert _parts(told.replace("N", "4,310")) == {}


@pytest.mark.parametrize(
    ("led", "field"), [("资金来源：", "revised_budget"), ("支出情况：", "actual_expenditure"), ("另：", None)]
)
def test_the_words_before_the_parts_say_of_what_they_are(led: str, field: str | None) -> None:
    told = fold(f"{led}清淤236万元，护坡105万元，监测89万元，三项合计430万元。").text
    found = told_parts(told).values()
    assert [part.field for part in found] == [field] * 3
    assert {part.whole for part in found} == {told.index("430万元")}


def test_sources_summed_up_are_parts_of_the_budget_and_their_sum_the_whole() -> None:
    told = "资金来源：中央补助236万元，省补助105万元，区配套89万元，合计430万元，支出408.5万元，执行率95%。"
    assert _rows(told) == {
        None: {"revised_budget": "430万元", "actual_expenditure": "408.5万元", "execution_rate": "95%"},
        "中央补助": {"revised_budget": "236万元"},
        "省补助": {"revised_budget": "105万元"},
        "区配套": {"revised_budget": "89万元"},
    }


def test_budget_and_spending_in_turn_are_no_parts() -> None:
    told = _rows("全年预算数、执行数分别为320万元、304万元。")
    assert told == {None: {"revised_budget": "320万元", "actual_expenditure": "304万元"}}


def test_each_part_has_what_was_spent_of_it_and_its_own_rate() -> None:
    told = (
        "项目全年预算706万元，支出613.8万元，执行率86.94%。"
        "省级补助支出425.7万元，执行率82.5%；县级配套支出188.1万元，执行率99%。"
    )
    assert _rows(told) == {
        None: {"revised_budget": "706万元", "actual_expenditure": "613.8万元", "execution_rate": "86.94%"},
        "省级补助支出": {"actual_expenditure": "425.7万元", "execution_rate": "82.5%"},
        "县级配套支出": {"actual_expenditure": "188.1万元", "execution_rate": "99%"},
    }


def test_the_rate_of_a_part_is_not_the_wholes_where_that_tells_none() -> None:
    told = (
        "项目全年预算706万元，支出613.8万元，其中省级补助支出425.7万元，执行率82.5%；县级配套支出188.1万元，执行率99%。"
    )
    rows = _rows(told)
    assert "execution_rate" not in rows[None]
    assert [row["execution_rate"] for label, row in rows.items() if label] == ["82.5%", "99%"]
