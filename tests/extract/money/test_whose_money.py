"""Money told in prose → whether it is the whole's, a part's, or that of one thing among several."""

import pytest

from tests.builders import document, paragraph, table
from toolkit.extract import extract
from toolkit.extract.money.spending import read_spending
from toolkit.readers import read

_FIELDS = ("original_budget", "revised_budget", "actual_expenditure", "execution_rate")


def _rows(text: str) -> list[tuple[str | None, dict[str, str]]]:
    """(label, field → quote) of each row."""
    found = read_spending(document(paragraph(text))).budget
    return [
        (
            None if row.label is None else row.label.quote,
            {one: cited.quote for one in _FIELDS if (cited := getattr(row, one))},
        )
        for row in found
    ]


def test_of_amounts_told_in_turn_their_sum_is_the_whole() -> None:
    told = (
        "自评的项目有三个，年初预算依次为860万元、245万元、530万元，合计1,635万元。全年支出1,502.61万元，执行率91.90%。"
    )
    assert _rows(told)[0][1] == {
        "original_budget": "1,635万元",
        "actual_expenditure": "1,502.61万元",
        "execution_rate": "91.90%",
    }


def test_budget_and_spending_told_in_turn_are_the_wholes_and_of_a_part_none_is_taken() -> None:
    told = "项目预算数和执行数分别为320万元、304万元，执行率为95%。其中财政拨款分别为300万元、285万元。"
    amounts = {"revised_budget": "320万元", "actual_expenditure": "304万元", "execution_rate": "95%"}
    assert _rows(told) == [(None, amounts)]
    three = _rows("年初、全年预算数、执行数分别为300万元、320万元和304万元。")
    assert three == [
        (None, {"original_budget": "300万元", "revised_budget": "320万元", "actual_expenditure": "304万元"})
    ]


def test_parts_in_brackets_end_with_the_bracket() -> None:
    told = (
        "全年支出433.58万元。支出去向为：媒体投放212.00万元（其中新媒体138.60万元，传统媒体73.40万元），"
        "推介会4场共124.80万元、场均31.20万元，宣传品制作96.78万元。"
    )
    parts = {label: amounts["actual_expenditure"] for label, amounts in _rows(told)[1:]}
    assert parts == {
        "媒体投放": "212.00万元",
        "新媒体": "138.60万元",
        "传统媒体": "73.40万元",
        "推介会4场": "124.80万元",
        "宣传品制作": "96.78万元",
    }


@pytest.mark.parametrize(
    ("told", "revised"),
    [
        ("按项目列示：基地建设，预算2,150万元，支出2,087万元；校园维修，预算560万元，支出481万元。", None),
        ("总投资1.47亿元当中，专项债券8,000万元，一般公共预算5,120万元，自筹1,580万元。实际支付13,414万元。", None),
        ("支出决算对应的全年预算为3,440.60万元。支出决算3,357.40万元。", "3,440.60万元"),
        ("全年预算300万元，其中人员120万元、公用180万元，支出290万元。", "300万元"),
    ],
)
def test_what_is_one_projects_or_one_sources_is_not_the_whole_budget(told: str, revised: str | None) -> None:
    rows = _rows(f"{told}全年共支出300万元，执行率98%。")
    assert rows[0][1].get("revised_budget") == revised


def test_what_is_left_ends_the_parts_of_what_was_spent() -> None:
    told = (
        "全年支出7,720.5万元，其中基本支出1,241.7万元，项目支出6,478.8万元；"
        "年末结转结余379.5万元，与上年结转相比增加61万元。"
    )
    assert [label for label, _ in _rows(told)] == [None, "基本支出", "项目支出"]


def test_a_table_of_projects_is_no_whole_where_the_text_tells_a_larger_one() -> None:
    found = extract(
        document(
            paragraph("云江市消防队2023年度部门整体支出绩效自评报告", 1),
            paragraph("全年预算1,380.15万元，全年实际支出1,351.83万元，预算执行率97.95%。", 2),
            table(
                [
                    ["项目名称", "全年预算（万元）", "实际支出（万元）", "执行率"],
                    ["装备购置", "400.00", "391.19", "97.80%"],
                    ["消防宣传", "204.45", "200.00", "97.82%"],
                    ["合计", "604.45", "591.19", "97.81%"],
                ]
            ),
        )
    )
    whole = found.whole_budget
    assert whole is not None and whole.execution_rate is not None and whole.execution_rate.quote == "97.95%"
    other = next(row for row in found.budget if row.label is not None and row.label.quote == "合计")
    assert other.parent is None
    assert {row.parent for row in found.budget if row.partition == "按项目"} == {other.id}


def test_the_score_of_the_execution_may_have_a_row_of_its_own() -> None:
    report = extract(
        document(
            table(
                [
                    ["项目资金（万元）", "全年预算数", "全年执行数", "分值", "执行率"],
                    ["年度资金总额", "318.40", "306.30", "10", "96.20%"],
                    ["其中：财政拨款", "260.00", "251.90", "—", "96.88%"],
                    ["预算执行得分", "9.62分（10分×96.20%）", "", "", ""],
                ]
            )
        )
    )
    row = report.execution_row
    assert row is not None and row.claimed_score is not None and row.claimed_score.quote == "9.62"


def test_labels_and_amounts_in_turn_may_tell_the_sources_between() -> None:
    page = """<table><tr><td>年度资金总额（万元）</td><td>158</td><td>全年执行数（万元）</td><td>149.31</td></tr>
      <tr><td>其中：财政拨款</td><td>120</td><td>财政拨款执行数</td><td>112.65</td></tr>
      <tr><td>预算执行率（10分）</td><td>94.50%</td><td>执行率得分</td><td>9.5</td></tr></table>"""
    row = extract(read(page.encode(), "a.html")).execution_row
    assert row is not None and row.claimed_score is not None and row.max_score is not None
    assert (row.max_score.quote, row.claimed_score.quote) == ("10", "9.5")


def test_the_whole_told_before_a_list_of_projects_is_read() -> None:
    told = (
        "项目全年预算1041万元，支出900万元，具体为：校园维修，预算560万元，支出481万元；"
        "操场改造，预算481万元，支出419万元。"
    )
    assert _rows(told)[0][1] == {"revised_budget": "1041万元", "actual_expenditure": "900万元"}


def test_one_source_told_alone_is_the_whole() -> None:
    told = "县级财政预算安排：100万元\n\n县级财政实际支出：98万元\n\n预算执行率：98%\n\n执行得分（10分）：9.8\n"
    row = extract(read(told.encode(), "a.md")).execution_row
    assert row is not None and row.revised_budget is not None and row.claimed_score is not None
    assert (row.revised_budget.quote, row.claimed_score.quote) == ("100万元", "9.8")
