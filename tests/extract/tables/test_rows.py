"""Rows of indicator tables of several layouts → lines, groups and totals."""

from tests.builders import document, paragraph, table
from toolkit.extract import extract
from toolkit.model.record import Indicator, PerformanceReport
from toolkit.readers import read


def _report(*rows: list[str]) -> PerformanceReport:
    return extract(document(table(list(rows))))


def _shown(line: Indicator) -> tuple[str, int, str | None, str | None]:
    points, score = line.max_score, line.claimed_score
    return line.name.quote, line.level, points.quote if points else None, score.quote if score else None


def test_points_in_a_column_beside_each_level_belong_to_that_level() -> None:
    report = _report(
        ["一级指标", "分值", "二级指标", "分值", "三级指标", "分值", "得分"],
        ["履职效能", "50", "重点任务", "50", "公路改造", "30", "30"],
        ["", "", "", "", "危桥改造", "20", "16"],
        ["合计", "50", "", "50", "", "50", "46"],
    )
    assert [_shown(line) for line in report.indicators] == [
        ("履职效能", 1, "50", None),
        ("重点任务", 2, "50", None),
        ("公路改造", 3, "30", "30"),
        ("危桥改造", 3, "20", "16"),
    ]
    assert report.claimed_total is not None and report.claimed_total.quote == "46"


def test_sum_of_the_lines_alone_is_no_total_where_one_of_more_points_stands_below() -> None:
    report = _report(
        ["三级指标", "年度指标值", "实际完成值", "权重", "自评得分"],
        ["清淤河段", "8段", "8段", "40", "40"],
        ["巡河次数", "≥240次", "216次", "50", "45"],
        ["合计", "", "", "90", "85"],
        ["自评总分（指标得分+执行率得分）", "", "", "100", "94.6"],
    )
    assert report.claimed_total is not None and report.claimed_total.quote == "94.6"
    assert report.other_totals == ()


def test_subtotal_rows_close_their_group() -> None:
    report = _report(
        ["一级指标", "二级指标", "分值", "自评得分"],
        ["投入", "预算配置", "10", "9"],
        ["", "目标设定", "5", "5"],
        ["", "小计", "15", "14"],
        ["过程", "预算执行", "20", "18.5"],
        ["过程小计", "", "20", "18.5"],
        ["总计", "", "35", "32.5"],
    )
    assert [_shown(line) for line in report.indicators] == [
        ("投入", 1, "15", "14"),
        ("预算配置", 2, "10", "9"),
        ("目标设定", 2, "5", "5"),
        ("过程", 1, "20", "18.5"),
        ("预算执行", 2, "20", "18.5"),
    ]


def test_subtotal_that_names_the_whole_table_is_the_group_of_its_lines() -> None:
    report = extract(
        document(
            paragraph("表5 履职成效指标（30分）", 1),
            table(
                [
                    ["二级指标", "三级指标", "目标值", "完成值", "分值", "得分"],
                    ["巡护", "巡护里程", "≥800公里", "820公里", "18", "18"],
                    ["宣传", "入户宣传", "≥90户", "81户", "12", "10.8"],
                    ["履职成效小计", "", "", "", "30", "28.8"],
                ]
            ),
        )
    )
    assert [(*_shown(line), line.level1) for line in report.indicators] == [
        ("履职成效", 1, "30", "28.8", None),
        ("巡护里程", 3, "18", "18", "履职成效"),
        ("入户宣传", 3, "12", "10.8", "履职成效"),
    ]


def test_subtotal_of_all_groups_is_the_total() -> None:
    report = _report(
        ["一级指标", "三级指标", "分值", "得分"],
        ["产出", "管护面积", "60", "57"],
        ["效益", "投诉下降率", "40", "40"],
        ["小计", "", "100", "97"],
    )
    assert [line.name.quote for line in report.indicators] == ["管护面积", "投诉下降率"]
    assert report.claimed_total is not None and report.claimed_total.quote == "97"


def test_label_of_a_block_of_rows_is_no_heading() -> None:
    page = """<table>
      <tr><td rowspan="4">指标得分</td><td colspan="5">绩效指标完成情况</td></tr>
      <tr><td>三级指标</td><td>指标值</td><td>完成值</td><td>分值</td><td>得分</td></tr>
      <tr><td>管护面积</td><td>≥90亩</td><td>92亩</td><td>60</td><td>60</td></tr>
      <tr><td>入户宣传</td><td>≥80户</td><td>76户</td><td>40</td><td>38</td></tr></table>"""
    report = extract(read(page.encode(), "form.html"))
    assert [_shown(line) for line in report.indicators] == [
        ("管护面积", 3, "60", "60"),
        ("入户宣传", 3, "40", "38"),
    ]


def test_names_that_take_a_whole_row_stand_over_the_lines_below_them() -> None:
    page = """<table><tr><td>指标名称</td><td>目标值</td><td>完成值</td><td>分值</td><td>得分</td></tr>
      <tr><td colspan="5">产出指标（60分，得58分）</td></tr><tr><td colspan="5">数量指标</td></tr>
      <tr><td>管护面积</td><td>≥90亩</td><td>92亩</td><td>40</td><td>40</td></tr>
      <tr><td>入户宣传</td><td>≥80户</td><td>72户</td><td>20</td><td>18</td></tr>
      <tr><td colspan="5">效益指标（40分，得40分）</td></tr><tr><td colspan="5">社会效益</td></tr>
      <tr><td>投诉下降率</td><td>≥5%</td><td>6%</td><td>40</td><td>40</td></tr></table>"""
    report = extract(read(page.encode(), "form.html"))
    assert [(*_shown(line), line.level1) for line in report.indicators] == [
        ("产出指标", 1, "60", "58", None),
        ("管护面积", 3, "40", "40", "产出指标"),
        ("入户宣传", 3, "20", "18", "产出指标"),
        ("效益指标", 1, "40", "40", None),
        ("投诉下降率", 3, "40", "40", "效益指标"),
    ]


def test_pairs_of_groups_in_one_column_are_two_groups() -> None:
    report = _report(
        ["指标类型", "三级指标", "目标值", "完成值", "分值", "得分"],
        ["产出·数量", "管护面积", "≥90亩", "92亩", "40", "40"],
        ["产出·质量", "苗木成活率", "≥95%", "96%", "20", "20"],
        ["效益—社会效益", "投诉下降率", "≥5%", "6%", "40", "40"],
        ["合计", "", "", "", "100", "100"],
    )
    assert [(line.name.quote, line.level1, line.level2) for line in report.indicators] == [
        ("管护面积", "产出", "数量"),
        ("苗木成活率", "产出", "质量"),
        ("投诉下降率", "效益", "社会效益"),
    ]


def test_tables_of_one_indicator_each_are_its_lines() -> None:
    cards = [
        [["指标1", "管护面积"], ["指标类别", "产出指标—数量"], ["目标值", "≥90亩"], ["完成值", "92亩"]],
        [["指标2", "入户宣传"], ["指标类别", "产出指标—质量"], ["目标值", "≥80户"], ["完成值", "72户"]],
    ]
    scores = [[["分值", "60分"], ["得分", "60分"]], [["分值", "40分"], ["得分", "36分"], ["扣分原因", "汛期未能入户"]]]
    tables = [table(rows + more, number) for number, (rows, more) in enumerate(zip(cards, scores, strict=True), 1)]
    first, second = extract(document(*tables)).indicators
    assert [(*_shown(line), line.level1) for line in (first, second)] == [
        ("管护面积", 3, "60", "60", "产出指标"),
        ("入户宣传", 3, "40", "36", "产出指标"),
    ]
    assert [reason.text.quote for reason in second.deduction_reasons] == ["汛期未能入户"]
    assert second.claimed_score is not None
    assert [(segment.block, segment.cell) for segment in second.claimed_score.where.segments] == [("t2", (5, 1))]


def test_operator_value_and_unit_cells_make_one_target() -> None:
    report = _report(
        ["三级指标", "指标性质", "指标值", "度量单位", "完成值", "权重", "得分"],
        ["培训场次", "≥", "120", "场次", "126", "20", "20"],
        ["管护机制", "定性", "健全", "—", "健全", "10", "10"],
        ["亩均成本", "≤", "15", "元/亩", "14.8", "5", "5"],
    )
    first, second, third = report.indicators
    assert first.target is not None and first.target.quote == "≥120场次"
    assert first.actual is not None and (first.actual.quote, first.actual.unit_quote) == ("126", "场次")
    assert second.target is not None and second.target.quote == "健全"
    assert third.direction == "lower_is_better"


def test_weights_printed_as_shares_are_no_points() -> None:
    report = _report(
        ["指标", "目标", "完成", "权重", "得分"],
        ["养护里程", "120", "121.5", "60%", "100"],
        ["路面完好率", "≥92%", "90.8%", "40%", "98.7"],
        ["加权总分", "", "", "100%", "99.48"],
    )
    assert [(line.weight and line.weight.quote, line.max_score) for line in report.indicators] == [
        ("60%", None),
        ("40%", None),
    ]
    assert report.claimed_total is not None and report.claimed_total.quote == "99.48"


def test_words_in_a_score_column_go_to_residue() -> None:
    report = _report(["三级指标", "分值", "得分"], ["按期完工率", "10", "详见附件"])
    (line,) = report.indicators
    assert line.claimed_score is None
    assert [one.text for one in report.residue] == ["详见附件"]


def test_closing_rows_are_no_lines() -> None:
    report = _report(
        ["一级指标", "三级指标", "分值", "得分"],
        ["产出", "培训人次", "10", "8"],
        ["存在问题", "培训组织偏晚", "", ""],
        ["填表人：", "何某", "联系电话：", "123456"],
    )
    assert [line.name.value for line in report.indicators] == ["培训人次"]


def test_column_headed_with_the_word_for_reasons_holds_them_however_it_goes_on() -> None:
    for heading in ("偏差原因及措施", "未达标原因简述", "扣分事由及失分依据说明"):
        report = _report(
            ["三级指标", "年度指标值", "实际完成值", "分值", "得分", heading],
            ["培训人次", "≥9人次", "8人次", "10", "8", "场地维修"],
        )
        (line,) = report.indicators
        assert [reason.text.value for reason in line.deduction_reasons] == ["场地维修"]


def test_points_beside_each_of_four_levels_belong_to_their_level() -> None:
    report = _report(
        ["一级指标", "分值", "二级指标", "分值", "三级指标", "分值", "四级指标", "分值", "得分"],
        ["决策", "9", "立项", "9", "立项依据", "5", "政策相符", "3", "3"],
        ["", "", "", "", "", "", "需求论证", "2", "1.5"],
        ["", "", "", "", "立项程序", "4", "程序合规", "4", "4"],
        ["合计", "9", "", "9", "", "9", "", "9", "8.5"],
    )
    names = {line.id: line.name.quote for line in report.indicators}
    assert [(*_shown(line), names.get(line.parent or "")) for line in report.indicators] == [
        ("决策", 1, "9", None, None),
        ("立项", 2, "9", None, "决策"),
        ("立项依据", 3, "5", None, "立项"),
        ("政策相符", 4, "3", "3", "立项依据"),
        ("需求论证", 4, "2", "1.5", "立项依据"),
        ("立项程序", 3, "4", None, "立项"),
        ("程序合规", 4, "4", "4", "立项程序"),
    ]


def test_header_of_two_rows_is_read_as_one() -> None:
    page = """<table>
      <tr><td colspan="4">评价指标</td><td rowspan="2">自评得分</td><td rowspan="2">扣分说明</td></tr>
      <tr><td>一级指标</td><td>权重（%）</td><td>二级指标</td><td>权重（%）</td></tr>
      <tr><td>履职效能</td><td>60</td><td>整体效能</td><td>60</td><td>58</td><td>一项未达标，扣2分</td></tr>
      <tr><td>管理效率</td><td>40</td><td>预算执行</td><td>40</td><td>40</td><td></td></tr></table>"""
    report = extract(read(page.encode(), "form.html"))
    assert [_shown(line) for line in report.indicators] == [
        ("履职效能", 1, "60", None),
        ("整体效能", 2, "60", "58"),
        ("管理效率", 1, "40", None),
        ("预算执行", 2, "40", "40"),
    ]


def _amounts(report: PerformanceReport) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [
        (
            row.label and row.label.quote,
            row.parent,
            row.revised_budget and row.revised_budget.quote,
            row.actual_expenditure and row.actual_expenditure.quote,
        )
        for row in report.budget
    ]


def test_of_two_years_the_columns_of_the_later_are_the_report_s() -> None:
    report = _report(
        ["支出类型", "2022年预算数", "2022年决算数", "2023年预算数", "2023年决算数"],
        ["合计", "900", "880", "950", "930"],
        ["基本支出", "600", "590", "620", "615"],
    )
    assert _amounts(report) == [("合计", None, "950", "930"), ("基本支出", "b1", "620", "615")]


def test_table_of_the_three_expenses_is_not_the_money_of_the_whole() -> None:
    report = _report(
        ["项目", "2022年决算数", "2023年预算数", "2023年决算数"],
        ["合计", "28.60", "26.00", "24.31"],
        ["公务用车购置及运行维护费", "21.40", "20.00", "19.26"],
        ["公务接待费", "7.20", "6.00", "5.05"],
    )
    assert [row.parent for row in report.budget] == [None, None, None]
    assert not any(row.id == "whole" for row in report.budget)


def test_groups_and_lines_in_one_column_are_told_apart_by_ordinal_and_points() -> None:
    report = _report(
        ["评价指标", "分值", "评分标准", "自评得分"],
        ["一、部门预算管理（40分）", "", "", ""],
        ["（一）目标制定", "20", "完整得满分", "20"],
        ["（二）目标实现", "20", "按完成率", "18.9"],
        ["二、绩效结果应用（60分）", "", "", "59"],
        ["（一）信息公开", "30", "按时公开", "30"],
        ["（二）整改反馈", "30", "按时反馈", "29"],
        ["总分", "100", "", "97.9"],
    )
    assert [(*_shown(line), line.level1) for line in report.indicators] == [
        ("部门预算管理", 1, "40", None, None),
        ("目标制定", 3, "20", "20", "部门预算管理"),
        ("目标实现", 3, "20", "18.9", "部门预算管理"),
        ("绩效结果应用", 1, "60", "59", None),
        ("信息公开", 3, "30", "30", "绩效结果应用"),
        ("整改反馈", 3, "30", "29", "绩效结果应用"),
    ]


def test_numbered_lines_whose_points_make_no_groups_are_all_lines() -> None:
    report = _report(
        ["评价指标", "分值", "自评得分"],
        ["一、目标制定", "20", "20"],
        ["1.目标实现", "30", "30"],
        ["二、信息公开", "25", "25"],
        ["1.整改反馈", "25", "25"],
    )
    assert [line.level for line in report.indicators] == [3, 3, 3, 3]


def test_groups_in_the_first_of_two_columns_under_one_heading_head_the_lines_in_the_second() -> None:
    page = """<table>
      <tr><td colspan="2">绩效指标</td><td>分值</td><td>得分</td></tr>
      <tr><td colspan="2">预算管理</td><td>40</td><td>39</td></tr>
      <tr><td></td><td>目标制定</td><td>20</td><td>20</td></tr>
      <tr><td></td><td>支出控制</td><td>20</td><td>19</td></tr>
      <tr><td colspan="2">结果应用</td><td>60</td><td>60</td></tr>
      <tr><td></td><td>信息公开</td><td>60</td><td>60</td></tr></table>"""
    report = extract(read(page.encode(), "form.html"))
    assert [(*_shown(line), line.level1) for line in report.indicators] == [
        ("预算管理", 1, "40", "39", None),
        ("目标制定", 3, "20", "20", "预算管理"),
        ("支出控制", 3, "20", "19", "预算管理"),
        ("结果应用", 1, "60", "60", None),
        ("信息公开", 3, "60", "60", "结果应用"),
    ]


def test_names_side_by_side_under_one_heading_are_of_several_levels() -> None:
    page = """<table>
      <tr><td colspan="3">评价指标</td><td>分值</td><td>得分</td></tr>
      <tr><td rowspan="2">产出</td><td>数量</td><td>培训场次</td><td>30</td><td>30</td></tr>
      <tr><td>质量</td><td>合格率</td><td>30</td><td>29</td></tr>
      <tr><td>效益</td><td>社会效益</td><td>就业人数</td><td>40</td><td>40</td></tr></table>"""
    report = extract(read(page.encode(), "form.html"))
    assert [(*_shown(line), line.level1, line.level2) for line in report.indicators] == [
        ("培训场次", 3, "30", "30", "产出", "数量"),
        ("合格率", 3, "30", "29", "产出", "质量"),
        ("就业人数", 3, "40", "40", "效益", "社会效益"),
    ]


def test_per_cent_weights_that_no_score_exceeds_are_points() -> None:
    report = _report(
        ["指标", "目标", "完成", "权重", "得分"],
        ["养护里程", "120", "121.5", "50%", "50"],
        ["路面完好率", "≥92%", "90.8%", "30%", "29.6"],
        ["群众满意度", "≥90%", "93%", "20%", "20"],
    )
    assert [_shown(line)[2:] for line in report.indicators] == [("50", "50"), ("30", "29.6"), ("20", "20")]
    assert all(line.weight is None for line in report.indicators)


def test_list_of_projects_is_named_by_their_names_and_parted_by_project() -> None:
    report = _report(
        ["序号", "项目名称", "类别", "年初预算", "全年预算", "执行数", "自评得分"],
        ["1", "网格员补贴", "民生", "10", "10", "9", "98"],
        ["2", "防汛物资", "应急", "20", "20", "20", "100"],
        ["", "合计", "", "30", "30", "29", ""],
    )
    assert [(row.label and row.label.quote, row.partition, row.claimed_score) for row in report.budget] == [
        ("合计", None, None),
        ("网格员补贴", "按项目", None),
        ("防汛物资", "按项目", None),
    ]


def test_a_sum_with_its_points_in_front_of_its_name_is_the_total() -> None:
    report = _report(
        ["分值", "三级指标", "指标值", "完成值", "得分"],
        ["60", "管网长度", "≥8公里", "8公里", "60"],
        ["40", "验收合格率", "100%", "100%", "40"],
        ["100", "总分", "", "", "100"],
    )
    assert [_shown(line) for line in report.indicators] == [
        ("管网长度", 3, "60", "60"),
        ("验收合格率", 3, "40", "40"),
    ]
    assert report.claimed_total is not None and report.claimed_total.quote == "100"


def test_a_list_of_deductions_tells_reasons_of_the_table_s_lines_and_no_total() -> None:
    whole = document(
        table(
            [["三级指标", "分值", "得分"], ["管网长度", "60", "57"], ["合格率", "40", "40"], ["合计", "100", "97"]], 1
        ),
        table([["序号", "扣分指标", "扣分", "原因"], ["1", "管网长度", "3", "一段管位未批"], ["合计", "", "3", ""]], 2),
    )
    report = extract(whole)
    assert [_shown(line) for line in report.indicators] == [("管网长度", 3, "60", "57"), ("合格率", 3, "40", "40")]
    assert [reason.text.quote for reason in report.indicators[0].deduction_reasons] == ["一段管位未批"]
    assert report.claimed_total is not None and report.claimed_total.quote == "97" and not report.other_totals


def test_of_two_lines_of_one_name_the_one_that_lost_as_much_has_the_reason() -> None:
    whole = document(
        table(
            [["二级指标", "三级指标", "分值", "得分"], ["甲片", "满意度", "50", "48"], ["乙片", "满意度", "50", "49"]],
            1,
        ),
        table([["扣分指标", "扣分", "原因"], ["满意度", "1", "回访不够"], ["满意度", "9", "没有这一项"]], 2),
    )
    assert [len(line.deduction_reasons) for line in extract(whole).indicators] == [0, 1]


def test_subtotals_beside_an_unnamed_column_make_its_cells_the_groups() -> None:
    text = (
        "<table><tr><td>项目</td><td>指标类型</td><td>绩效指标</td><td>分值</td><td>得分</td></tr>"
        '<tr><td rowspan="3">图书巡展</td><td>产出</td><td>场次</td><td>30</td><td>28</td></tr>'
        "<tr><td>效益</td><td>读者人次</td><td>20</td><td>20</td></tr>"
        '<tr><td colspan="2">小计</td><td>50</td><td>48</td></tr>'
        '<tr><td rowspan="2">社区讲座</td><td>产出</td><td>期数</td><td>50</td><td>50</td></tr>'
        '<tr><td colspan="2">小计</td><td>50</td><td>50</td></tr></table>'
    )
    report = extract(read(text.encode(), "某表.html"))
    assert [_shown(line) for line in report.indicators if line.level == 1] == [
        ("图书巡展", 1, "50", "48"),
        ("社区讲座", 1, "50", "50"),
    ]
    assert {(line.level1, line.level2) for line in report.indicators if line.level == 3} == {
        ("图书巡展", "产出"),
        ("图书巡展", "效益"),
        ("社区讲座", "产出"),
    }


def test_a_table_without_header_goes_on_with_the_one_above_it() -> None:
    whole = document(
        table([["一级指标", "三级指标", "分值", "得分"], ["产出（60分）", "清淤长度", "60", "54"]], 1),
        paragraph("（二）效益和满意度", 1),
        table([["效益（40分）", "受益人口", "40", "40"], ["合计", "", "100", "94"]], 2),
    )
    report = extract(whole)
    assert [_shown(line) for line in report.indicators if line.level == 3] == [
        ("清淤长度", 3, "60", "54"),
        ("受益人口", 3, "40", "40"),
    ]
    assert report.claimed_total is not None and report.claimed_total.quote == "94"


def test_a_header_of_three_rows_ends_where_its_headings_do() -> None:
    text = (
        '<table><tr><td colspan="2">指标</td><td colspan="3">完成情况</td><td colspan="2">评分</td></tr>'
        '<tr><td rowspan="2">一级指标</td><td rowspan="2">三级指标</td><td rowspan="2">实际完成值</td>'
        '<td colspan="2">其中</td><td rowspan="2">分值</td><td rowspan="2">得分</td></tr>'
        "<tr><td>城区</td><td>乡镇</td></tr>"
        "<tr><td>产出</td><td>改造户数</td><td>90户</td><td>30</td><td>60</td><td>60</td><td>60</td></tr>"
        "<tr><td>满意度</td><td>住户满意度</td><td>95%</td><td>94%</td><td>96%</td><td>40</td><td>40</td></tr></table>"
    )
    report = extract(read(text.encode(), "某表.html"))
    assert [_shown(line) for line in report.indicators] == [("改造户数", 3, "60", "60"), ("住户满意度", 3, "40", "40")]
    assert not report.residue


def test_words_on_how_a_line_is_scored_are_no_name() -> None:
    report = _report(
        ["一级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
        ["产出", "清淤长度", "≥6公里", "6公里", "90", "90"],
        ["预算执行率", "按支出占预算的比例计分", "100%", "97%", "10", "9.7"],
    )
    assert [_shown(line) for line in report.indicators] == [("清淤长度", 3, "90", "90"), ("预算执行率", 1, "10", "9.7")]


def test_a_column_that_prints_score_and_points_gives_both() -> None:
    report = _report(
        ["一级指标", "三级指标", "指标值", "完成值", "得分/分值", "原因"],
        ["产出", "造林面积", "≥2万亩", "1.9万亩", "57/60", "有一片未栽"],
        ["效益", "成活率", "≥85%", "86%", "40/40", ""],
        ["合计", "", "", "", "97/100", ""],
    )
    assert [_shown(line) for line in report.indicators] == [("造林面积", 3, "60", "57"), ("成活率", 3, "40", "40")]
    assert report.claimed_total is not None and report.claimed_total.quote == "97" and not report.residue
    bracketed = _report(
        ["一级指标", "三级指标", "指标值", "完成值", "自评得分（分值）"],
        ["产出", "造林面积", "≥2万亩", "1.9万亩", "57（60）"],
        ["效益", "成活率", "≥85%", "86%", "40（40分）"],
    )
    assert [_shown(line)[2:] for line in bracketed.indicators] == [("60", "57"), ("40", "40")]


def test_a_score_table_with_a_column_of_deductions_is_no_list_of_them() -> None:
    report = _report(
        ["一级指标", "三级指标", "分值", "扣分", "得分", "扣分原因"],
        ["产出", "清淤长度", "60", "3", "57", "有一段未清"],
        ["效益", "受益人口", "40", "0", "40", ""],
        ["合计", "", "100", "3", "97", ""],
    )
    assert report.claimed_total is not None and report.claimed_total.quote == "97"
    assert {line.name.method for line in report.indicators} == {"form:indicator_scores"}


def test_a_score_printed_out_of_the_row_s_own_points_is_read() -> None:
    report = _report(
        ["一级指标", "三级指标", "分值", "得分"],
        ["产出", "清淤长度", "60", "57/60"],
        ["效益", "受益人口", "40", "39/50"],
    )
    assert [_shown(line)[2:] for line in report.indicators] == [("60", "57"), ("40", None)]


def test_a_list_of_losses_tells_reasons_of_lines_that_only_the_text_lists() -> None:
    source = (
        "# 石门县残联2023年度部门整体支出绩效自评报告\n\n（1）步道长度60分，得59.2分；（2）绿化面积40分，得40分。\n\n"
        "| 序号 | 指标 | 失分 | 原因 | 整改 |\n|---|---|---|---|---|\n"
        "| 1 | 步道长度 | 0.8 | 有一段因管线迁改未建 | 次年补建 |\n| 2 | 管理松 | 0.1 | 检查少 | 无 |\n"
    )
    report = extract(read(source.encode(), "report.md"))
    assert [(line.name.value, [one.text.value for one in line.deduction_reasons]) for line in report.indicators] == [
        ("步道长度", ["有一段因管线迁改未建"]),
        ("绿化面积", []),
    ]


def test_rows_called_as_groups_that_neither_want_nor_attain_anything_stand_over_their_lines() -> None:
    rows = [
        ["指标", "目标", "实际", "分值", "得分"],
        ["预算执行率", "100%", "96.8%", "10", "9.68"],
        ["产出", "", "", "60", "58"],
        ["开放天数", "≥320天", "331天", "30", "30"],
        ["读者活动", "≥60场", "56场", "30", "28"],
        ["满意度", "", "", "30", "30"],
        ["读者满意度", "≥90%", "95.5%", "30", "30"],
        ["总分", "", "", "100", "97.68"],
    ]
    lines = [(line.name.value, line.level1) for line in _report(*rows).indicators]
    assert lines == [
        ("预算执行率", None),
        ("产出", None),
        ("开放天数", "产出"),
        ("读者活动", "产出"),
        ("满意度", None),
        ("读者满意度", "满意度"),
    ]
    rows[2][3] = "70"
    assert all(line.level1 is None for line in _report(*rows).indicators)


def test_group_names_over_the_columns_of_values_head_the_lines_below() -> None:
    page = """<table>
      <tr><td>评价内容</td><td>评价指标</td><td>目标值</td><td>完成值</td><td>满分</td><td>自评分</td></tr>
      <tr><td colspan="4">一、预算管理</td><td>40</td><td>39</td></tr>
      <tr><td></td><td>内控制度</td><td>健全</td><td>健全</td><td>40</td><td>39</td></tr>
      <tr><td colspan="4">二、履职产出</td><td>60</td><td>60</td></tr>
      <tr><td></td><td>普查清查</td><td>2次</td><td>2次</td><td>60</td><td>60</td></tr>
    </table>"""
    report = extract(read(page.encode(), "page.html"))
    assert [_shown(line) for line in report.indicators] == [
        ("预算管理", 1, "40", "39"),
        ("内控制度", 3, "40", "39"),
        ("履职产出", 1, "60", "60"),
        ("普查清查", 3, "60", "60"),
    ]
