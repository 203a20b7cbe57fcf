"""Columns that one heading parts, values that cells share, and tables that a page cut → the lines that are meant."""

from tests.builders import document, paragraph, table
from toolkit.extract import extract
from toolkit.model.record import PerformanceReport
from toolkit.readers import read


def _form(head: str, *rows: list[str]) -> PerformanceReport:
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return extract(read(f"<table>{head}{body}</table>".encode(), "form.html"))


def _values(report: PerformanceReport) -> list[tuple[str | None, str | None]]:
    return [(line.target and line.target.quote, line.actual and line.actual.quote) for line in report.indicators]


def _halves(first: str, second: str) -> str:
    tall = "".join(f"<td rowspan=2>{name}</td>" for name in ("一级指标", "三级指标", "年度指标值"))
    behind = "".join(f"<td rowspan=2>{name}</td>" for name in ("分值", "得分"))
    return f"<tr>{tall}<td colspan=2>完成值</td>{behind}</tr><tr><td>{first}</td><td>{second}</td></tr>"


def test_of_part_of_the_year_and_all_of_it_all_counts() -> None:
    rows = (
        ["产出", "植树", "≥80亩", "35亩", "80亩", "60", "60"],
        ["效益", "成活率", "≥90%", "未到期", "91%", "40", "40"],
    )
    for first, second in (("1—6月", "1—12月"), ("上半年", "全年"), ("截至6月", "年末"), ("前三季度", "年度")):
        assert _values(_form(_halves(first, second), *rows)) == [("≥80亩", "80亩"), ("≥90%", "91%")]


def test_of_parts_of_the_year_alone_none_is_the_actual() -> None:
    rows = (["产出", "植树", "≥80亩", "35亩", "45亩", "60", "60"], ["效益", "成活率", "≥90%", "90%", "91%", "40", "40"])
    assert _values(_form(_halves("上半年", "下半年"), *rows)) == [("≥80亩", None), ("≥90%", None)]


def test_the_target_as_adjusted_counts_where_one_was() -> None:
    report = extract(
        document(
            table(
                [
                    ["绩效指标", "计量单位", "年初指标值", "调整指标值", "全年完成值", "指标权重", "指标得分"],
                    ["修渠", "公里", "≥30", "≥26", "26", "60", "60"],
                    ["灌溉面积", "亩", "≥900", "—", "910", "20", "20"],
                    ["受益户", "户", "≥80", "未调整", "82", "20", "20"],
                ]
            )
        )
    )
    assert _values(report) == [("≥26公里", "26"), ("≥900亩", "910"), ("≥80户", "82")]


def test_an_operator_left_of_the_value_belongs_to_it_whatever_its_heading_says() -> None:
    report = extract(
        document(
            table(
                [
                    ["一级指标", "三级指标", "比较", "目标值", "度量单位", "实际完成值", "分值", "得分"],
                    ["产出", "修渠", ">=", "30", "公里", "30", "60", "60"],
                    ["效益", "投诉", "<=", "<=3", "件", "2", "40", "40"],
                ]
            )
        )
    )
    assert _values(report) == [(">=30公里", "30"), ("<=3件", "2")]


def test_what_each_grade_asks_for_is_one_criterion() -> None:
    tall = "".join(f"<td rowspan=2>{name}</td>" for name in ("一级指标", "三级指标"))
    behind = "".join(f"<td rowspan=2>{name}</td>" for name in ("指标值", "完成值", "分值", "得分"))
    head = f"<tr>{tall}<td colspan=3>评价标准</td>{behind}</tr><tr><td>优</td><td>良</td><td>差</td></tr>"
    report = _form(head, ["产出", "清扫率", "≥90%", "70%-90%", "＜70%", "≥90%", "85%", "100", "80"])
    (criterion,) = (line.criterion for line in report.indicators)
    assert criterion is not None
    assert (criterion.value, criterion.quote) == ("优:≥90%;良:70%-90%;差:＜70%", "≥90%70%-90%＜70%")


def test_the_grade_that_a_line_was_given_is_its_criterion_where_no_other_is_printed() -> None:
    head = ["一级指标", "三级指标", "年度指标值", "完成值", "评价等次", "分值", "得分"]
    rows = (
        ["产出", "修渠", "≥20公里", "19公里", "良", "60", "48"],
        ["效益", "灌溉", "≥3万亩", "3万亩", "优", "40", "40"],
    )
    graded = _form("", head, *rows).indicators
    assert [line.criterion and line.criterion.value for line in graded] == ["评价等次:良", "评价等次:优"]
    assert [line.criterion and line.criterion.quote for line in graded] == ["良", "优"]
    ruled = _form("", ["评分标准", *head], *(["按比例得分", *row] for row in rows)).indicators
    assert [line.criterion and line.criterion.value for line in ruled] == ["按比例得分", "按比例得分"]


def test_the_grade_beside_the_total_is_read() -> None:
    for cell, grade in (
        ("良", "良"),
        ("等级：优", "优"),
        ("（自评等级：良好）", "良好"),
        ("优（≥90优，＜90良）", "优"),
    ):
        rows = [
            ["一级指标", "三级指标", "分值", "得分", "备注"],
            ["产出", "修渠", "100", "85", ""],
            ["总分", "", "100", "85", cell],
        ]
        report = extract(document(table(rows)))
        assert report.claimed_grade is not None and report.claimed_grade.quote == grade


def test_the_rest_of_a_cut_table_may_end_with_rows_that_close_the_form() -> None:
    head = ["一级指标", "二级指标", "三级指标", "分值", "得分"]
    first = [head, ["投入", "资金", "到位率", "40", "40"], ["产出", "数量", "修渠", "30", "27"]]
    rest = [["效益", "社会效益", "灌溉", "30", "30"], ["小计", "", "", "100", "97"], ["备注", "无", "", "", ""]]
    report = extract(document(table(first), paragraph("", 1), table(rest, 2)))
    assert [line.name.quote for line in report.indicators] == ["到位率", "修渠", "灌溉"]
    assert report.claimed_total is not None and report.claimed_total.quote == "97"


def test_a_total_with_the_score_of_execution_goes_before_that_of_the_lines() -> None:
    report = extract(
        document(
            table(
                [
                    ["项目名称", "堤防维护", "自评总分（分）", "96.5", "", ""],
                    ["资金情况", "年初预算数", "全年预算数", "全年执行数", "执行率权重", "执行率得分"],
                    ["万元", "100", "100", "95", "10", "9.5"],
                    ["三级指标", "指标值", "完成值", "分值", "得分", "说明"],
                    ["修渠", "30公里", "30公里", "90", "87", ""],
                    ["合计", "", "", "90", "87", "不含执行率"],
                ]
            )
        )
    )
    assert report.claimed_total is not None and report.claimed_total.quote == "96.5"
    assert report.other_totals == ()


def test_a_tick_under_a_sort_of_reason_is_no_reason_beside_words() -> None:
    tall = "".join(f"<td rowspan=2>{name}</td>" for name in ("一级指标", "三级指标", "分值", "得分"))
    head = f"<tr>{tall}<td colspan=2>偏差原因分类</td>{{}}</tr><tr><td>人员</td><td>设备</td></tr>"
    words = head.format("<td rowspan=2>偏差原因说明</td>")
    told = _form(words, ["产出", "修渠", "60", "57", "", "√", "泵站停机"], ["效益", "灌溉", "40", "40", "", "", ""])
    assert [reason.text.quote for line in told.indicators for reason in line.deduction_reasons] == ["泵站停机"]
    ticked = _form(head.format(""), ["产出", "修渠", "60", "57", "", "√"], ["效益", "灌溉", "40", "40", "", ""])
    assert [reason.text.quote for line in ticked.indicators for reason in line.deduction_reasons] == ["设备"]


def test_what_follows_a_reason_under_a_heading_that_asks_for_measures_is_one() -> None:
    for words, reason, measure in (
        ("两段返工，扣3分；另请监理复验", "两段返工", "另请监理复验"),
        ("两段返工；已责成重修", "两段返工", "已责成重修"),
        ("两段返工，扣2分；进度滞后，扣1分", "两段返工", None),
        ("两段返工；石料不足", "两段返工", None),
        ("两段返工，扣2分；石料来得晚", "两段返工", None),
    ):
        for heading, told in (("偏差原因及改进措施", measure), ("偏差原因", None)):
            rows = [["一级指标", "三级指标", "分值", "得分", heading], ["产出", "修渠", "100", "97", words]]
            (line,) = extract(document(table(rows))).indicators
            assert line.deduction_reasons[0].text.quote == reason
            assert (line.corrective_action and line.corrective_action.quote) == told
            assert len(line.deduction_reasons) == (1 if told else 2)


def test_of_several_years_the_reports_own_counts() -> None:
    tall = "".join(f"<td rowspan=2>{name}</td>" for name in ("一级指标", "三级指标"))
    behind = "".join(f"<td rowspan=2>{name}</td>" for name in ("分值", "得分"))
    by_year = f"<tr>{tall}<td colspan=2>2023年</td><td colspan=2>2024年</td>{behind}</tr>"
    by_year += "<tr>" + "<td>目标值</td><td>完成值</td>" * 2 + "</tr>"
    row = ["产出", "修渠", "≥12公里", "12公里", "≥20公里", "18公里", "100", "90"]
    assert _values(_form(by_year, row)) == [("≥20公里", "18公里")]
    by_value = f"<tr>{tall}<td colspan=2>目标值</td><td colspan=2>完成值</td>{behind}</tr>"
    for years in (("2023年", "2024年"), ("上年", "本年")):
        head = by_value + "<tr>" + "".join(f"<td>{year}</td>" for year in years * 2) + "</tr>"
        told = ["产出", "修渠", "≥12公里", "≥20公里", "12公里", "18公里", "100", "90"]
        assert _values(_form(head, told)) == [("≥20公里", "18公里")]


def test_what_was_planned_to_be_attained_is_the_target() -> None:
    rows = [["指标名称", "计划完成值", "实际完成值", "分值", "得分"], ["修渠", "20公里", "18公里", "100", "90"]]
    assert _values(extract(document(table(rows)))) == [("20公里", "18公里")]


def test_a_reason_merged_over_several_lines_is_each_ones_that_lost_points() -> None:
    head = "<tr><td>一级指标</td><td>三级指标</td><td>分值</td><td>得分</td><td>偏差原因</td></tr>"
    for words, told in (("石料不足", ["石料不足", "石料不足"]), ("石料不足，扣3分", ["石料不足"])):
        first = f"<tr><td>产出</td><td>修渠</td><td>40</td><td>37</td><td rowspan=3>{words}</td></tr>"
        report = _form(head + first, ["产出", "筑堤", "30", "27"], ["效益", "灌溉", "30", "30"])
        assert [reason.text.quote for line in report.indicators for reason in line.deduction_reasons] == told


def test_the_score_of_all_lines_below_them_is_no_line() -> None:
    report = extract(
        document(
            table(
                [
                    ["一级指标", "三级指标", "目标值", "完成值", "分值", "得分"],
                    ["产出", "修渠", "20公里", "20公里", "50", "50"],
                    ["效益", "灌溉", "3万亩", "2.7万亩", "40", "36"],
                    ["一、预算执行得分", "", "", "", "10", "9.5"],
                    ["二、绩效指标得分", "", "", "", "90", "86"],
                    ["总计", "", "", "", "100", "95.5"],
                ]
            )
        )
    )
    assert [line.name.quote for line in report.indicators] == ["修渠", "灌溉", "预算执行得分"]


def test_headings_of_money_in_two_rows_are_read_together() -> None:
    head = "<tr><th rowspan=2>支出方向</th><th colspan=2>预算数(万元)</th><th rowspan=2>支出数(万元)</th></tr>"
    head += "<tr><th>年初</th><th>调整后</th></tr>"
    report = _form(
        head, ["合计", "520", "510", "492"], ["岗位补贴", "390", "370", "352"], ["培训补贴", "130", "140", "140"]
    )
    told = [(row.original_budget, row.revised_budget, row.actual_expenditure) for row in report.budget]
    assert [tuple(one and one.quote for one in row) for row in told] == [
        ("520", "510", "492"),
        ("390", "370", "352"),
        ("130", "140", "140"),
    ]
