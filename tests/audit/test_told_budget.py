"""Money of the whole told in prose: against the table (BUD206), against its parts (BUD201), one slip one code."""

import pytest

from toolkit.audit.specimen import narrative, report
from toolkit.model.finding import Severity
from toolkit.pipeline.analyze import analyze


def _errors(text: str) -> list[str]:
    return [one.code for one in analyze(text.encode(), "a.md").findings if one.severity is Severity.ERROR]


def _doubts(text: str) -> list[str]:
    return [one.code for one in analyze(text.encode(), "a.md").findings if one.severity is Severity.WARNING]


@pytest.mark.parametrize(
    "told",
    [
        "2022年本项目获批年初预算资金N万元，执行期内未调剂。",
        "年初申报并获批预算N万元。",
        "2022年度资金使用196.00万元，当年决算支出196.00万元，项目全年预算N万元。",
        "全年预算200.00万元，与年初预算数N万元相同。",
        "调整后为N万元。",
        "2022年该项目的预算为N万元。",
        "我单位2022年该项目共安排资金N万元。",
    ],
)
def test_plain_words_for_the_whole_are_held_against_the_table(told: str) -> None:
    assert _errors(report(before=told.replace("N", "200.00"))) == []
    assert _errors(report(before=told.replace("N", "210.00"))) == ["BUD206"]


@pytest.mark.parametrize(
    "told",
    [
        "设备购置，预算210.00万元，支出206.00万元。",
        "其中预算210.00万元用于设备。",
        "项目支出186.00万元，其余为基本支出。",
        "上年项目预算210.00万元。",
        "县级资金共下达210.00万元。",
    ],
)
def test_what_may_be_a_part_or_another_year_is_left_alone(told: str) -> None:
    assert _errors(report(before=told)) == []


@pytest.mark.parametrize(
    "told",
    [
        "户均收入由1,980元提高到2,145元，提高165元。",
        "另有上年结转35.20万元，可用的资金总额235.20万元。",
    ],
)
def test_what_is_no_budget_is_not_held_against_the_table(told: str) -> None:
    assert _errors(report(before=told)) == []


def test_what_a_budget_was_before_is_the_first_budget() -> None:
    told = "全年预算数由{}万元调整为200.00万元，净增20.00万元。"
    funds = ("年度资金总额|180.00|200.00|196.00|10|98.00%|9.8",)
    assert _errors(report(before=told.format("180.00"), funds=funds)) == []
    assert _errors(report(before=told.format("130.00"), funds=funds)) != []


_SPENT = "全年支出338.1万元，预算执行率96.6%。"


@pytest.mark.parametrize(
    "told",
    [
        "项目全年预算350万元，包括市级财政240万元和区级配套N万元。",
        "全年预算350万元，由三部分组成：人员经费140万元、公用经费N万元、专项经费100万元。",
        "全年预算总额350万元，分别是：购置费140万元，安装费N万元，培训费100万元。",
    ],
)
def test_parts_of_the_budget_in_a_sentence_are_of_the_budget_rule(told: str) -> None:
    whole = narrative(told.replace("N", "110"), _SPENT)
    assert _errors(whole) == []
    assert _errors(narrative(told.replace("N", "140"), _SPENT)) == ["BUD201"]


def test_parts_that_nothing_announces_are_read_though_the_whole_is_misprinted() -> None:
    parts = "财政拨款1,203.45万元，上年结转资金241.10万元，其他资金98.30万元。"
    told = "2022年项目全年预算{}万元。资金盘子里，" + parts + "全年支出1,500.00万元。"
    assert _errors(narrative(told.format("1,542.85"))) == []
    assert _errors(narrative(told.format("1,642.85"))) == ["BUD201"]


@pytest.mark.parametrize(
    ("told", "right", "wrong", "code"),
    [
        ("年中增拨26.40万元，部门预算由350.00万元增至376.40万元。", "26.40", "26.90", "BUD211"),
        ("调整后预算376.40万元，即年初下达350.00万元加年中增拨26.40万元。", "350.00", "380.00", "BUD211"),
        ("全年预算376.40万元，比年初预算350.00万元多26.40万元。", "376.40", "376.90", "BUD211"),
        ("年初安排预算350.00万元，全年预算376.40万元，差额26.40万元系年中追加。", "26.40", "29.40", "BUD211"),
    ],
)
def test_a_budget_turned_is_told_in_any_order(told: str, right: str, wrong: str, code: str) -> None:
    text = narrative(f"2022年度{told}全年实际支出361.35万元。")
    assert _errors(text) == []
    assert _errors(text.replace(right, wrong, 1)) == [code]


@pytest.mark.parametrize(
    "told",
    [
        "年初，财政给定的盘子是150.25万元；入汛后按抢险需要另行补给C万元，全年指标200.00万元。",
        "C万元的追加指标到账后，盘子自原定的150.25万元涨到200.00万元。",
        "——年初：150.25万元；——追加：C万元；——全年预算：200.00万元。",
    ],
)
def test_a_budget_turned_in_words_that_are_not_known_is_told_by_what_its_amounts_make(told: str) -> None:
    text = narrative(f"{told}全年实际支出196.00万元，预算执行率98.00%。")
    assert _errors(text.replace("C", "49.75")) == []
    assert _errors(text.replace("C", "49.15")) == ["BUD211"]


def test_what_a_budget_was_cut_to_is_not_what_was_cut() -> None:
    told = "31.25万元的指标已交还财政，部门预算由231.25万元缩减为200.00万元。"
    assert _errors(narrative(f"{told}全年实际支出196.00万元，预算执行率98.00%。")) == []


@pytest.mark.parametrize(
    "told",
    [
        "N万元未在年内支用。",
        "全年预算中尚有N万元没有支出。",
        "截至年底，剩余指标N万元。",
        "预算数与支出数的差额为N万元，结转下年。",
        "没有用完的预算为N万元。",
    ],
)
def test_what_is_left_is_told_in_any_order(told: str) -> None:
    text = report(before=f"2022年全年预算数200.00万元，实际支出196.00万元。{told}")
    assert _errors(text.replace("N", "4.00")) == []
    assert _errors(text.replace("N", "6.00")) == ["BUD210"]


@pytest.mark.parametrize(
    "told",
    [
        "本项目预算执行率R，对应支出196.00万元。",
        "196.00万元已于2022年12月底前支付完毕，折合执行率R。",
        "预算资金中有196.00万元形成支出，占比R。",
        "2022年度实际支出196.00万元。预算执行率R。",
        "全年共使用资金196.00万元，对比全年预算，执行率为R。",
    ],
)
def test_a_rate_is_told_in_any_order(told: str) -> None:
    assert _errors(report(before=told.replace("R", "98.00%"))) == []
    assert _errors(report(before=told.replace("R", "89.00%"))) == ["BUD202"]


@pytest.mark.parametrize(
    "told",
    [
        "年初预算300万元，当年支出310万元，加上年初结余42万元，年末累计结余50万元。",
        "年初预算300万元，全年预算320万元，支出290万元；余30万元由财政收回。",
    ],
)
def test_money_of_other_years_and_money_taken_back_is_no_slip(told: str) -> None:
    assert _errors(f"云江市水利局2022年度河道管护项目绩效自评报告\n\n{told}\n") == []


_GRANTED = "2022年年初预算1,512.40万元，全年预算1,512.40万元。"


@pytest.mark.parametrize(
    "told",
    [
        "截至年底，全年预算已用掉R，折成金额S万元。",
        "S万元，这是2022年全部花出去的钱，执行率算得R。",
        "以R的执行率衡量，2022年付出款项S万元，均有支付凭证。",
        "支出——S万元；执行率——R。",
    ],
)
def test_what_was_spent_and_its_rate_are_told_by_what_they_make_of_the_budget(told: str) -> None:
    right = narrative(f"{_GRANTED}{told}".replace("S", "1,437.15").replace("R", "95.02%"))
    assert _errors(right) == []
    assert _errors(right.replace("95.02%", "95.82%")) == ["BUD202"]
    assert _errors(right.replace("1,437.15", "1,473.15")) == ["BUD202"]


@pytest.mark.parametrize("told", ["账上年末还挂着结余N万元。", "年终余款——N万元。"])
def test_what_is_left_is_told_in_words_that_are_not_known(told: str) -> None:
    right = narrative(f"{_GRANTED}全年支出1,437.15万元。{told}".replace("N", "75.25"))
    assert _errors(right) == []
    assert _errors(right.replace("75.25", "75.52")) == ["BUD210"]
    assert _errors(right.replace("75.25", "18.00")) == []


def test_parts_after_some_of_them_are_off_by_a_misprint_or_are_not_all() -> None:
    told = "{}全年支出1,437.15万元。（其中：清淤费{}万元，护坡费612.08万元，监测费322.55万元）。"
    assert _errors(narrative(told.format(_GRANTED, "502.52"))) == []
    assert _errors(narrative(told.format(_GRANTED, "502.12"))) == ["BUD201"]
    assert _errors(narrative(told.format(_GRANTED, "411.97"))) == []


def test_rates_of_other_things_are_none_of_the_budget() -> None:
    for told in ("工程进度95.82%，已付1,437.15万元。", "设备采购支出237.15万元，占同类支出的45.82%。"):
        assert _errors(narrative(f"{_GRANTED}{told}全年支出1,437.15万元，执行率95.02%。")) == []


def test_a_first_budget_in_other_words_is_not_the_final_one_misprinted() -> None:
    told = "本部门在1,462.38万元的底子上获得追加资金140.84万元，全年预算规模1,603.22万元。"
    assert _errors(narrative(f"{told}全年实际支出1,523.06万元，预算执行率95.00%。")) == []


def test_what_was_cut_is_not_added() -> None:
    told = "部门全年预算1,483.36万元：年初安排1,577.46万元，年中调减94.10万元。"
    codes = {one.code for one in analyze(narrative(f"{told}全年实际支出1,409.19万元。").encode(), "a.md").findings}
    assert not {"BUD201", "BUD211", "CON501"} & codes


def test_money_cut_against_the_year_before_turns_no_budget() -> None:
    told = "年初预算68.00万元，8月统一压减18.00万元，全年预算50.00万元，全年支出47.60万元，执行率95.20%。"
    assert _errors(narrative(told, "上年同口径支出51.20万元，本年减少3.60万元，下降7.03%。")) == []


def test_a_rate_of_execution_may_be_held_against_the_rate_that_the_line_asks_for() -> None:
    lines = ("预算执行|预算执行率|预算执行率|≥95%|93.10%|10|9.8|", "产出|数量|植树|90万株|90万株|90|90|")
    text = report(lines=lines, total="100|99.8", funds=("年度资金总额|200.00|200.00|186.20||93.10%|",))
    assert "SCO113" not in [one.code for one in analyze(text.encode(), "a.md").findings]


@pytest.mark.parametrize(
    "told",
    [
        "项目全年预算320万元，实际支出304万元，执行率95%。其中中央补助200万元、县级配套N万元。",
        "项目全年预算320万元，实际支出304万元，执行率95%，其中中央补助200万元、县级配套N万元。",
        "项目全年预算320万元。实际支出304万元，执行率95%。其中中央补助200万元、县级配套N万元。",
        "项目全年预算320万元。实际支出304万元，执行率95%。资金来源包括中央补助200万元、县级配套N万元。",
    ],
)
def test_parts_of_the_budget_told_behind_its_spending_are_parts_of_the_budget(told: str) -> None:
    assert _errors(narrative(told.replace("N", "120"))) == []
    row = analyze(narrative(told.replace("N", "120")).encode(), "a.md").case.report.budget[1]
    assert row.revised_budget is not None and row.actual_expenditure is None
    row = analyze(narrative(told.replace("N", "104")).encode(), "a.md").case.report.budget[1]
    assert row.actual_expenditure is not None and row.revised_budget is None


@pytest.mark.parametrize(
    "told",
    [
        "项目全年预算320万元。实际支出304万元，其中中央补助200万元、县级配套120万元，执行率95%。",
        "项目全年预算320万元，实际支出304万元（其中中央补助200万元、县级配套120万元），执行率95%。",
    ],
)
def test_parts_that_their_sentence_binds_to_the_spending_are_held_against_it(told: str) -> None:
    assert _errors(narrative(told)) == []
    assert "BUD201" in _doubts(narrative(told)), "they make the budget, so that no misprint explains it"
    assert _errors(narrative(told.replace("120", "114"))) == ["BUD201"], "one digit set right would mend it"
