"""合计 and 小计 rows against their columns: only plain amounts, only where the rows are of one rank."""

from tests.builders import document, table
from toolkit.figures import build_ledger
from toolkit.model.figure import Relation
from toolkit.model.record import PerformanceReport


def sums(rows: list[list[str]]) -> list[Relation]:
    """Sum relations of a table."""
    relations = build_ledger(document(table(rows)), PerformanceReport()).relations
    return [relation for relation in relations if relation.type == "sum"]


def outcome(rows: list[list[str]]) -> list[tuple[str, bool | None]]:
    """(total as printed, whether it holds)."""
    return [(relation.result, relation.holds) for relation in sums(rows)]


HEAD = ["区县", "补助金额（万元）", "受益人数", "执行率"]


def test_total_row_at_the_foot_is_held_against_each_addable_column() -> None:
    rows = [HEAD, ["甲区", "10.5", "30", "99%"], ["乙区", "20.5", "40", "98%"], ["合计", "31.0", "70", "98.5%"]]
    assert outcome(rows) == [("31.0", True), ("70", True)]


def test_total_row_at_the_head_is_held_against_the_rows_below() -> None:
    rows = [HEAD, ["合 计", "31.0", "70", "98.5%"], ["甲区", "10.5", "30", "99%"], ["乙区", "20.5", "40", "98%"]]
    assert outcome(rows) == [("31.0", True), ("70", True)]


def test_wrong_total_is_called_wrong() -> None:
    rows = [HEAD, ["甲区", "10.5", "30", "99%"], ["乙区", "20.5", "40", "98%"], ["合计", "32.0", "71", "98.5%"]]
    assert outcome(rows) == [("32.0", False), ("71", False)]


def test_rounded_amounts_may_miss_their_total_by_a_unit() -> None:
    rows = [["项目", "金额（万元）"], ["甲", "33.3"], ["乙", "33.3"], ["丙", "33.3"], ["合计", "100.0"]]
    assert outcome(rows) == [("100.0", None)]


def test_subtotals_add_their_sections_and_the_total_adds_subtotals() -> None:
    rows = [
        ["类别", "金额（元）"],
        ["甲", "10"],
        ["乙", "20"],
        ["小计", "30"],
        ["丙", "5"],
        ["丁", "6"],
        ["小计", "11"],
    ]
    assert outcome([*rows, ["合计", "41"]]) == [("30", True), ("11", True), ("41", True)]


def test_subtotal_with_its_name_in_brackets_is_no_item() -> None:
    rows = [["类别", "金额（元）"], ["甲", "10"], ["乙", "20"], ["小计（项目）", "30"], ["日常", "6"], ["合计", "36"]]
    assert outcome(rows) == [("30", True), ("36", True)]


def test_rows_of_several_ranks_are_no_wrong_total() -> None:
    nested = [["项目", "金额（元）"], ["一、工资", "100"], ["（一）基本", "60"], ["（二）津贴", "40"], ["合计", "100"]]
    within = [["项目", "金额（元）"], ["工资", "100"], ["其中：津贴", "40"], ["合计", "100"]]
    coded = [["科目", "金额（元）"], ["201人员", "100"], ["20101基本", "60"], ["合计", "100"]]
    assert [*outcome(nested), *outcome(within), *outcome(coded)] == []


def test_prices_rates_and_numbers_of_rows_are_not_added() -> None:
    rows = [
        ["序号", "品名", "单价（元）", "占比"],
        ["1", "甲", "10", "40%"],
        ["2", "乙", "20", "60%"],
        ["", "合计", "99", "99%"],
    ]
    assert outcome(rows) == []


def test_blank_cells_add_nothing_and_a_hole_in_the_total_is_passed_over() -> None:
    rows = [
        ["项目", "甲（元）", "乙（元）"],
        ["一季度", "10", "—"],
        ["二季度", "20", "5"],
        ["三季度", "5", ""],
        ["合计", "35", ""],
    ]
    assert outcome(rows) == [("35", True)]


ACCOUNT = [
    ["收入", "行次", "决算数", "支出", "行次", "决算数"],
    ["一、财政拨款收入", "1", "80.00", "一、教育支出", "5", "60.00"],
    ["二、其他收入", "2", "20.00", "二、住房保障支出", "6", "36.00"],
    ["本年收入合计", "3", "100.00", "本年支出合计", "7", "96.00"],
    ["年初结转和结余", "4", "5.00", "年末结转和结余", "8", "9.00"],
    ["总计", "", "105.00", "总计", "", "105.00"],
]


def _changed(rows: list[list[str]], old: str, new: str) -> list[list[str]]:
    return [[new if cell == old else cell for cell in row] for row in rows]


def test_each_side_of_an_account_is_added_up_by_itself() -> None:
    assert outcome(ACCOUNT) == [("100.00", True), ("105.00", True), ("96.00", True), ("105.00", True)]


def test_side_of_an_account_that_is_off_is_told_where_it_is_off() -> None:
    assert outcome(_changed(ACCOUNT, "36.00", "63.00"))[2:] == [("96.00", False), ("105.00", True)]


def test_carried_over_money_that_is_off_is_told() -> None:
    assert outcome(_changed(ACCOUNT, "9.00", "19.00"))[2:] == [("96.00", True), ("105.00", False)]


def test_what_stands_below_the_sides_in_several_ranks_is_no_wrong_total() -> None:
    deep = [
        *ACCOUNT[:-1],
        ["一般公共预算财政拨款", "5", "5.00", "一般公共预算财政拨款", "9", "9.00"],
        ACCOUNT[-1],
    ]
    assert outcome(deep) == [("100.00", True), ("96.00", True)]


def test_row_named_after_what_it_adds_up_is_no_further_item() -> None:
    rows = [
        ["项目", "金额（元）"],
        ["房屋", "60"],
        ["设备", "40"],
        ["固定资产合计", "100"],
        ["软件", "7"],
        ["合计", "107"],
    ]
    assert outcome(rows) == [("100", True), ("107", True)]
    assert outcome(_changed(rows, "60", "50")) == [("107", True)]
    assert outcome([rows[0], ["流动资产合计", "30"], ["固定资产合计", "70"], ["合计", "110"]]) == [("110", False)]


def test_column_of_words_without_a_total_of_its_own_parts_no_table() -> None:
    rows = [["项目", "金额（元）", "责任科室", "支出（元）"], ["甲", "10", "办公室", "9"], ["乙", "20", "财务科", "19"]]
    assert outcome([*rows, ["合计", "30", "", "28"]]) == [("30", True), ("28", True)]


def test_mean_in_a_total_row_is_no_wrong_sum() -> None:
    rows = [["小区", "投资（万元）", "面积折价（元）"], ["甲", "10.5", "360.34"], ["乙", "20.5", "354.04"]]
    rows += [["丙", "9.0", "349.00"], ["合计", "40.0", "354.20"]]
    assert outcome(rows) == [("40.0", True)]


def test_mean_of_each_person_or_household_adds_up_to_nothing() -> None:
    rows = [
        ["类别", "资金（万元）", "人（户）均（元）"],
        ["助浴", "3.60", "120.00"],
        ["适老化改造", "54.00", "4,500.00"],
    ]
    assert outcome([*rows, ["合计", "57.60", "1,371.43"]]) == [("57.60", True)]


def test_total_of_figures_of_many_sizes_is_told_where_it_is_off() -> None:
    rows = [["小区", "投资（万元）"], ["甲", "10.5"], ["乙", "200.5"], ["丙", "39.0"], ["合计", "150.0"]]
    assert outcome(rows) == [("150.0", False)]


def test_how_a_budget_came_to_be_is_no_part_of_what_was_spent() -> None:
    rows = [["项目", "金额（万元）"], ["年初预算", "80"], ["年中追加", "20"], ["全年预算", "100"], ["支出合计", "95"]]
    assert outcome([*rows, ["人员支出", "50"], ["公用支出", "45"]]) == []


def test_total_of_what_may_be_the_rest_of_a_table_is_not_called_wrong() -> None:
    first = table([HEAD, ["甲区", "10.5", "30", "99%"]])
    for rest, told in (([], []), ([HEAD], [("31.0", False)])):
        second = table([*rest, ["乙区", "20.5", "", ""], ["丙区", "9.5", "", ""], ["合计", "31.0", "", ""]], 2)
        relations = build_ledger(document(first, second), PerformanceReport()).relations
        assert [(one.result, one.holds) for one in relations if one.type == "sum"] == told
