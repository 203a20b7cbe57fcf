"""Broken relations solved together: the figure that alone explains most is named, none where several explain alike."""

from decimal import Decimal

import pytest

from tests.figures.test_relate import ledger_of
from toolkit.model.figure import FigureLedger

NAMED = (
    ("2022年支出500万元，比上年450万元增加60万元，增长11.1%。", "60万元"),
    ("全年支出800万元，其中：基本支出300万元，项目支出510万元，占62.5%。", "510万元"),
    ("收入合计1,234.56万元，其中：拨款收入1,000万元，占81.00%；其他收入334.56万元，占19.00%。", "334.56万元"),
)
TIED = (
    "全局共有4个单位，其中：行政单位1个，事业单位2个。",
    "应受理案件40件，办结38件，办结率93%。",
)


def likeliest(ledger: FigureLedger) -> str | None:
    """The figure named by the only slip, as printed."""
    [slip] = ledger.slips
    found = slip.likeliest
    return None if found is None else next(one.quote for one in ledger.figures if one.id == found.figure_id)


@pytest.mark.parametrize(("text", "wrong"), NAMED)
def test_the_figure_that_explains_most_is_named(text: str, wrong: str) -> None:
    assert likeliest(ledger_of(text)) == wrong


@pytest.mark.parametrize("text", TIED)
def test_no_figure_is_named_where_several_explain_alike(text: str) -> None:
    assert likeliest(ledger_of(text)) is None


def test_relations_broken_by_one_figure_are_one_slip() -> None:
    ledger = ledger_of("2022年支出510万元，比上年450万元增加50万元，增长11.1%。")
    assert [relation.holds for relation in ledger.relations] == [False, False]
    assert [slip.relations for slip in ledger.slips] == [(0, 1)]


def test_value_that_would_be_right_is_an_interval_around_it() -> None:
    found = ledger_of(NAMED[0][0]).slips[0].likeliest
    assert found is not None
    assert found.right.holds(Decimal(500000))
    assert not found.right.holds(Decimal(600000))


def test_two_mistakes_apart_are_two_slips() -> None:
    ledger = ledger_of("在职人员60人，其中男40人，女21人。¶抽检样品500批次，合格490批次，合格率97%。")
    assert len(ledger.slips) == 2


def test_checked_figures_say_how_far_they_could_be_off_unseen() -> None:
    figures = ledger_of("全年收入387万元，其中：财政拨款285万元，其他收入102万元。举办展会8场。").figures
    assert [figure.checked_to for figure in figures] == [Decimal(15000), Decimal(15000), Decimal(15000), None]
    exact = ledger_of("全局共有3个单位，其中：行政单位1个，事业单位2个。").figures
    assert {figure.checked_to for figure in exact} == {Decimal(0)}
