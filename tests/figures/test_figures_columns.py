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
