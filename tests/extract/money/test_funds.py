"""Tables of money of several forms → the whole, its parts, and the details of these."""

from decimal import Decimal

import pytest

from tests.builders import document, paragraph, table
from toolkit.extract import extract
from toolkit.model.document import Paragraph, Table
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import PerformanceReport
from toolkit.readers import read


def _rows(report: PerformanceReport) -> list[tuple[str | None, str | None, str | None]]:
    """(label, label of the row above it, executed) of each row."""
    labels = {row.id: row.label and row.label.value for row in report.budget}
    return [
        (
            row.label and row.label.value,
            labels.get(row.parent or ""),
            row.actual_expenditure and row.actual_expenditure.quote,
        )
        for row in report.budget
    ]


def test_subtotal_beside_a_merged_name_is_that_part_and_the_rows_beside_it_are_its_details() -> None:
    page = """<table>
      <tr><td colspan="2">资金类别</td><td>全年预算数</td><td>全年执行数</td></tr>
      <tr><td colspan="2">部门预算总额</td><td>100</td><td>95</td></tr>
      <tr><td rowspan="3">基本支出</td><td>小计</td><td>60</td><td>60</td></tr>
      <tr><td>人员经费</td><td>50</td><td>50</td></tr><tr><td>公用经费</td><td>10</td><td>10</td></tr>
      <tr><td rowspan="2">项目支出</td><td>小计</td><td>40</td><td>35</td></tr>
      <tr><td>水质监测</td><td>40</td><td>35</td></tr></table>"""
    assert _rows(extract(read(page.encode(), "form.html"))) == [
        ("部门预算总额", None, "95"),
        ("基本支出", "部门预算总额", "60"),
        ("人员经费", "基本支出", "50"),
        ("公用经费", "基本支出", "10"),
        ("项目支出", "部门预算总额", "35"),
        ("水质监测", "项目支出", "35"),
    ]


def test_subtotal_below_its_rows_takes_them_as_its_details() -> None:
    rows = [
        ["项目名称", "全年预算数", "全年执行数"],
        ["补划农田", "86", "82"],
        ["卫片监测", "42", "42"],
        ["耕保股小计", "128", "124"],
        ["村庄规划", "130", "117"],
        ["规划股小计", "130", "117"],
        ["合计", "258", "241"],
    ]
    assert _rows(extract(document(table(rows)))) == [
        ("合计", None, "241"),
        ("补划农田", "耕保股", "82"),
        ("卫片监测", "耕保股", "42"),
        ("耕保股", "合计", "124"),
        ("村庄规划", "规划股", "117"),
        ("规划股", "合计", "117"),
    ]


def test_subtotal_that_names_its_group_in_brackets_takes_the_rows_above_it() -> None:
    rows = [
        ["重点任务", "全年预算数", "全年执行数"],
        ["补划农田", "86", "82"],
        ["卫片监测", "42", "42"],
        ["小计（项目支出）", "128", "124"],
        ["基本支出", "130", "117"],
        ["合计", "258", "241"],
    ]
    assert _rows(extract(document(table(rows)))) == [
        ("合计", None, "241"),
        ("补划农田", "项目支出", "82"),
        ("卫片监测", "项目支出", "42"),
        ("项目支出", "合计", "124"),
        ("基本支出", "合计", "117"),
    ]


def test_headings_of_amounts_are_read_without_their_last_word() -> None:
    report = extract(document(table([["资金", "全年预算", "全年执行"], ["总额", "85", "82"]])))
    assert _rows(report) == [("总额", None, "82")]


@pytest.mark.parametrize(
    ("name", "page"),
    [
        (
            "spans.html",
            "<table><tr><td rowspan='2'>项目</td><td colspan='2'>预算数</td><td rowspan='2'>执行数</td></tr>"
            "<tr><td>年初</td><td>调整后</td></tr>"
            "<tr><td>合计</td><td>120.00</td><td>108.00</td><td>102.60</td></tr>"
            "<tr><td>基本支出</td><td>70.00</td><td>68.00</td><td>68.00</td></tr></table>",
        ),
        (
            "empty_cells.md",
            "| 项目 | 预算数 |  | 执行数 |\n|---|---|---|---|\n|  | 年初 | 调整后 |  |\n"
            "| 合计 | 120.00 | 108.00 | 102.60 |\n| 基本支出 | 70.00 | 68.00 | 68.00 |\n",
        ),
    ],
)
def test_a_heading_over_two_others_may_span_them_or_have_an_empty_cell_beside_it(name: str, page: str) -> None:
    whole, part = extract(read(page.encode(), name)).budget
    told = [
        (row.original_budget and row.original_budget.quote, row.revised_budget and row.revised_budget.quote)
        for row in (whole, part)
    ]
    assert told == [("120.00", "108.00"), ("70.00", "68.00")]


def test_letters_of_a_formula_behind_a_heading_are_no_part_of_it() -> None:
    rows = [["资金来源", "全年预算数A", "全年执行数B", "执行率B/A"], ["年度资金总额", "85", "82", "96.47%"]]
    assert _rows(extract(document(table(rows)))) == [("年度资金总额", None, "82")]


def test_points_and_score_may_stand_in_the_cell_of_the_rate() -> None:
    rows = [
        ["资金来源", "全年预算数", "全年执行数", "执行率／得分"],
        ["年度资金总额", "85", "82", "执行率96.47%，分值10分，得9.65分"],
    ]
    (row,) = extract(document(table(rows))).budget
    cited = (row.execution_rate, row.max_score, row.claimed_score)
    assert [one and one.quote for one in cited] == ["96.47%", "10", "9.65"]


def test_rows_numbered_below_a_numbered_row_that_they_make_are_its_details() -> None:
    rows = [
        ["支出类型", "调整预算", "决算数"],
        ["合计", "126", "119.7"],
        ["一、基本支出", "42", "42"],
        ["（一）人员经费", "37.8", "37.8"],
        ["（二）公用经费", "4.2", "4.2"],
        ["二、项目支出", "84", "77.7"],
    ]
    assert _rows(extract(document(table(rows)))) == [
        ("合计", None, "119.7"),
        ("基本支出", "合计", "42"),
        ("（一）人员经费", "基本支出", "37.8"),
        ("（二）公用经费", "基本支出", "4.2"),
        ("项目支出", "合计", "77.7"),
    ]


def test_points_of_the_execution_line_stand_in_the_heading_of_its_score() -> None:
    rows = [["资金", "预算数", "执行数", "执行率", "得分（满分10分）"], ["总额", "500", "475", "95%", "9.50"]]
    (row,) = extract(document(table(rows))).budget
    assert (row.max_score and row.max_score.quote, row.claimed_score and row.claimed_score.quote) == ("10", "9.50")


def test_rate_in_a_column_of_amounts_is_no_amount() -> None:
    rows = [["资金（万元）", "年初预算数", "全年预算数", "全年执行数"], ["总额", "680", "720", "97.00%"]]
    (row,) = extract(document(table(rows))).budget
    assert row.revised_budget is not None and row.actual_expenditure is None


def test_what_was_added_is_no_budget_beside_what_came_of_it() -> None:
    head = ["支出类别", "年初预算", "调整数（+/-）", "全年预算", "实际支出"]
    (whole, *_) = extract(document(table([head, ["合计", "900", "-60", "840", "820"]]))).budget
    assert whole.revised_budget is not None and whole.revised_budget.quote == "840"
    signed = [
        ["类别", "年初预算数", "调整数", "实际支出"],
        ["人员经费", "900", "+60", "955"],
        ["合计", "900", "+60", "955"],
    ]
    assert all(row.revised_budget is None for row in extract(document(table(signed))).budget)


def test_parts_that_are_all_labelled_so_are_of_one_rank() -> None:
    rows = [["资金", "全年预算数", "全年执行数"], ["年度资金总额", "95", "90"], ["其中：当年拨款", "60", "58"]]
    rows += [["其中：上年结转", "35", "32"], ["其中：其他资金", "0", "0"]]
    found = _rows(extract(document(table(rows))))
    assert [whole for _, whole, _ in found] == [None, *["年度资金总额"] * 3]


def test_a_table_with_its_amounts_in_rows_is_read_by_its_columns() -> None:
    rows = [["", "当年拨款", "上年结转", "合计"], ["年初预算", "60", "20", "80"], ["调整预算", "64", "20", "84"]]
    rows += [["实际支出", "60.8", "20", "80.8"], ["执行率", "95%", "100%", "96.19%"]]
    found = extract(document(table(rows))).budget
    assert [
        tuple(one and one.quote for one in (row.label, row.revised_budget, row.actual_expenditure, row.execution_rate))
        for row in found
    ] == [("合计", "84", "80.8", "96.19%"), ("当年拨款", "64", "60.8", "95%"), ("上年结转", "20", "20", "100%")]
    cited = found[0].actual_expenditure
    assert cited is not None and cited.where.segments[0].cell == (3, 3)


LIST = [
    ("年初预算", "90.00"),
    ("全年预算", "96.00"),
    ("其中：中央补助", "60.00"),
    ("县级财政", "36.00"),
    ("到位资金", "96.00"),
    ("实际支出", "93.12"),
    ("预算执行率", "97.00%"),
]


@pytest.mark.parametrize(
    "blocks",
    [
        [paragraph(text, 2 + number) for number, text in enumerate(text for pair in LIST for text in pair)],
        [paragraph(" ".join(pair), 2 + number) for number, pair in enumerate(LIST)],
        [table([[f"{name}：", amount.rstrip("%"), "%" if "%" in amount else "万元"] for name, amount in LIST])],
    ],
)
def test_money_told_as_a_list_is_the_whole_and_its_parts(blocks: list[Paragraph | Table]) -> None:
    whole, *parts = extract(document(paragraph("二、项目资金情况（单位：万元）", 1), *blocks)).budget
    told = (whole.original_budget, whole.revised_budget, whole.actual_expenditure, whole.execution_rate)
    values = [value.value for value in told if value is not None]
    assert [value.low for value in values if isinstance(value, NumberQuantity)] == [
        900_000,
        960_000,
        931_200,
        Decimal("0.97"),
    ]
    assert [(part.label and part.label.quote, part.revised_budget and part.revised_budget.quote) for part in parts] == [
        ("中央补助", "60.00"),
        ("县级财政", "36.00"),
    ]


def test_amounts_below_each_other_that_state_no_spending_are_no_list_of_money() -> None:
    lines = ["年初预算 90.00", "全年预算 96.00", "到位资金 96.00"]
    assert extract(document(*(paragraph(text, 1 + number) for number, text in enumerate(lines)))).budget == ()


def test_money_whose_names_take_two_columns_is_no_indicator() -> None:
    page = """<table><tr><td colspan="2">资金来源</td><td>年初预算数</td><td>全年预算数</td><td>全年执行数</td>
        <td>分值</td><td>执行率</td><td>得分</td></tr>
      <tr><td colspan="2">年度资金总额</td><td>90</td><td>90</td><td>89.1</td><td>10</td><td>99%</td><td>9.9</td></tr>
      <tr><td colspan="2">其中：财政拨款</td><td>90</td><td>90</td><td>89.1</td><td>—</td><td>99%</td><td>—</td></tr>
      </table>"""
    report = extract(read(page.encode(), "form.html"))
    assert report.indicators == ()
    assert [row.label and row.label.quote for row in report.budget] == ["年度资金总额", "财政拨款"]


def test_two_things_in_one_cell_are_parted_as_its_heading_says() -> None:
    head = ["资金来源", "全年预算数", "全年执行数", "分值／执行率（B/A）", "执行率／得分"]
    for column, cell in ((3, "10／95.00%"), (4, "95.00%／9.5分")):
        rows = [head[:3] + head[column : column + 1], ["年度资金总额", "100", "95", cell]]
        (row,) = extract(document(table(rows))).budget
        assert row.execution_rate is not None and row.execution_rate.quote == "95.00%"
        score = row.max_score if column == 3 else row.claimed_score
        assert score is not None and score.quote == {3: "10", 4: "9.5"}[column]


def test_money_in_rows_of_a_form_is_told_as_label_and_number_in_turn_or_in_one_cell() -> None:
    names = ["一级指标", "三级指标", "分值", "得分", "说明", "", ""]
    line = ["产出", "修渠", "100", "96", "", "", ""]
    in_turn = ["资金", "预算安排情况（调整后）", "120.00", "资金到位情况", "120.00", "资金执行情况", "114.00"]
    rate = ["执行进度", "95.00%", "执行得分（10分）：9.50", "", "", "", ""]
    listed = [
        "资金（万元）",
        "全年预算 120.00，其中：省级 90.00、县级 30.00",
        "全年执行 114.00，其中：省级 90.00、县级 24.00；执行率 95%",
    ]
    for rows in ([in_turn, rate], [[*listed, "", "", "", ""]]):
        blocks = (paragraph("堤防维护项目绩效自评表（单位：万元）", 1), table([*rows, names, line]))
        whole, *parts = extract(document(*blocks)).budget
        assert whole.revised_budget is not None and whole.revised_budget.quote == "120.00"
        assert whole.actual_expenditure is not None and whole.actual_expenditure.quote == "114.00"
        assert whole.execution_rate is not None
        scored = [value and value.quote for value in (whole.max_score, whole.claimed_score)]
        assert scored == (["10", "9.50"] if len(rows) > 1 else [None, None])
        told = [
            (part.label and part.label.quote, part.actual_expenditure and part.actual_expenditure.quote)
            for part in parts
        ]
        assert told == ([] if len(rows) > 1 else [("省级", "90.00"), ("县级", "24.00")])


def test_money_of_a_bond_is_what_was_planned_and_spent_this_year() -> None:
    rows = [
        ["资金类别", "本年计划", "本年到位", "本年支出", "支出率"],
        ["专项债券", "800", "800", "720", "90%"],
        ["配套", "200", "200", "190", "95%"],
    ]
    whole, *parts = extract(document(table([*rows, ["合计", "1000", "1000", "910", "91%"]]))).budget
    assert whole.revised_budget is not None and whole.revised_budget.quote == "1000"
    assert [part.actual_expenditure and part.actual_expenditure.quote for part in parts] == ["720", "190"]


def test_money_by_use() -> None:
    form = table(
        [
            ["支出内容", "预算安排（万元）", "实际执行（万元）", "执行率"],
            ["食堂改造", "48.00", "47.60", "99.17%"],
            ["餐具更新", "12.00", "11.40", "95.00%"],
            ["合计", "60.00", "59.00", "98.33%"],
        ]
    )
    report = extract(document(paragraph("云江小学2023年食堂提升项目绩效自评报告"), form))
    whole, *parts = report.budget
    assert (whole.revised_budget and whole.revised_budget.quote, len(parts)) == ("60.00", 2)
    assert {part.partition for part in parts} == {"按用途"}


def test_a_row_that_heads_its_amounts_otherwise_ends_the_rows_above() -> None:
    report = extract(
        document(
            table(
                [
                    ["经费", "2022年预算数", "2022年决算数", ""],
                    ["公务接待", "16.00", "13.25", ""],
                    ["预算调整", "年初预算", "追加预算", "全年预算"],
                    ["", "2,436.50", "219.50", "2,656.00"],
                ]
            )
        )
    )
    assert [
        (row.label and row.label.value, row.revised_budget and row.revised_budget.quote) for row in report.budget
    ] == [("公务接待", "16.00")]


def test_a_total_of_scores_that_fills_a_row_of_the_money_is_no_money() -> None:
    report = extract(
        document(
            table(
                [
                    ["项目资金", "项目资金", "年初预算数", "全年预算数", "全年执行数"],
                    ["资金总额", "资金总额", "2,150", "2,268", "2,041.2"],
                    ["其中：上级补助", "其中：上级补助", "1,400", "1,518", "1,518"],
                    ["本级财政", "本级财政", "750", "750", "523.2"],
                    ["自评总分", "自评总分", "95.39", "95.39", "95.39"],
                ]
            )
        )
    )
    assert [row.label and row.label.value for row in report.budget] == ["资金总额", "上级补助", "本级财政"]
    assert report.claimed_total is not None
    assert report.claimed_total.quote == "95.39"


def test_a_sum_that_is_printed_again_as_a_part_counts_once() -> None:
    report = extract(
        document(
            table(
                [
                    ["任务名称", "全年预算数", "全年执行数", "执行率"],
                    ["任务1：公共文化服务", "860.00", "842.00", "97.91%"],
                    ["任务2：旅游宣传推广", "540.00", "520.00", "96.30%"],
                    ["项目支出小计", "1,400.00", "1,362.00", "97.29%"],
                    ["基本支出", "600.00", "590.00", "98.33%"],
                    ["项目支出", "1,400.00", "1,362.00", "97.29%"],
                    ["合计", "2,000.00", "1,952.00", "97.60%"],
                ]
            )
        )
    )
    [whole] = [row for row in report.budget if row.parent is None]
    assert sorted(row.label.value for row in report.budget if row.label and row.parent == whole.id) == [
        "基本支出",
        "项目支出",
    ]
