"""Headings over several columns, rows that sum up, names that a row cuts: what of a table is the report's own."""

from tests.builders import document, paragraph, table
from toolkit.extract import extract
from toolkit.model.record import PerformanceReport
from toolkit.readers import read


def _page(rows: str) -> PerformanceReport:
    return extract(read(f"<table>{rows}</table>".encode(), "a.html"))


def test_what_a_review_gave_is_not_what_the_report_claims() -> None:
    report = _page(
        """<tr><td rowspan="2">一级指标</td><td rowspan="2">三级指标</td><td rowspan="2">分值</td>
           <td colspan="2">自评</td><td colspan="2">复核</td></tr>
           <tr><td>完成值</td><td>得分</td><td>完成值</td><td>得分</td></tr>
           <tr><td>产出</td><td>路灯维修</td><td>60</td><td>60盏</td><td>60</td><td>54盏</td><td>54</td></tr>
           <tr><td>效益</td><td>亮灯率</td><td>40</td><td>99%</td><td>40</td><td>98%</td><td>39</td></tr>
           <tr><td colspan="2">总分</td><td>100</td><td></td><td>100</td><td></td><td>93</td></tr>"""
    )
    assert report.claimed_total is not None and report.claimed_total.quote == "100"
    lines = [line for line in report.indicators if line.level == 3]
    assert [
        (one.claimed_score and one.claimed_score.quote, one.reviewed_score and one.reviewed_score.quote)
        for one in lines
    ] == [
        ("60", "54"),
        ("40", "39"),
    ]
    assert [one.actual and one.actual.quote for one in lines] == ["60盏", "99%"]


def test_of_several_amounts_under_one_heading_the_sum_counts() -> None:
    report = _page(
        """<tr><td rowspan="2">项目名称</td><td colspan="3">全年预算（万元）</td><td colspan="3">全年支出</td></tr>
           <tr><td>省级</td><td>市级</td><td>小计</td><td>省级</td><td>市级</td><td>小计</td></tr>
           <tr><td>造林</td><td>1240</td><td>460</td><td>1700</td><td>1215</td><td>460</td><td>1675</td></tr>
           <tr><td>防火</td><td>300</td><td>320</td><td>620</td><td>246</td><td>285</td><td>531</td></tr>
           <tr><td>合计</td><td>1540</td><td>780</td><td>2320</td><td>1461</td><td>745</td><td>2206</td></tr>"""
    )
    whole = report.whole_budget
    assert whole is not None and whole.revised_budget is not None and whole.actual_expenditure is not None
    assert (whole.revised_budget.quote, whole.actual_expenditure.quote) == ("2320", "2206")


def test_a_row_with_points_and_score_heads_nothing() -> None:
    report = extract(
        document(
            table(
                [
                    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
                    ["预算执行", "预算执行率", "执行率=执行数/全年预算数", "100%", "95.00%", "10", "9.5"],
                    ["产出指标", "数量指标", "新增图书", "≥2万册", "2.5万册", "90", "90"],
                    ["总分", "", "", "", "", "100", "99.5"],
                ]
            )
        )
    )
    assert report.claimed_total is not None and report.claimed_total.quote == "99.5"
    assert "新增图书" in {line.name.value for line in report.indicators}


def test_what_stands_behind_the_sum_of_all_lines_is_in_no_group() -> None:
    report = extract(
        document(
            table(
                [
                    ["一级指标", "二级指标", "分值", "得分"],
                    ["产出指标(70分)", "渠道整治", "70", "70"],
                    ["满意度指标(10分)", "农户满意度", "10", "10"],
                    ["", "指标小计", "80", "80"],
                    ["", "资金使用情况", "20", "19.2"],
                    ["", "总分", "100", "99.2"],
                ]
            )
        )
    )
    groups = {line.name.value: line.level1 for line in report.indicators}
    assert groups["农户满意度"] == "满意度指标" and groups["资金使用情况"] is None


def test_a_name_that_is_cut_in_two_is_told_as_not_understood() -> None:
    rows = [
        ["一级指标", "二级指标", "三级指标", "分值", "得分"],
        ["履职效能", "产出指标（30", "巡查次数", "15", "15"],
        ["", "分）", "处置率", "15", "15"],
        ["", "效益指标（70分）", "满意度", "70", "70"],
    ]
    residue = extract(document(paragraph("云江市城管局2023年度部门整体支出绩效自评表", 1), table(rows))).residue
    assert [one.text for one in residue] == ["产出指标（30", "分）"]


def test_the_only_scores_are_the_reports_whatever_stands_over_them() -> None:
    report = _page(
        """<tr><td rowspan="2">三级指标</td><td colspan="2">绩效指标值</td><td colspan="2">评审情况</td></tr>
           <tr><td>年度指标值</td><td>实际完成值</td><td>分值</td><td>自评得分</td></tr>
           <tr><td>路灯维修</td><td>60盏</td><td>60盏</td><td>60</td><td>60</td></tr>
           <tr><td>亮灯率</td><td>99%</td><td>95%</td><td>40</td><td>38</td></tr>
           <tr><td colspan="3">总分</td><td>100</td><td>98</td></tr>"""
    )
    assert report.claimed_total is not None and report.claimed_total.quote == "98"
    assert [line.claimed_score and line.claimed_score.quote for line in report.indicators] == ["60", "38"]
