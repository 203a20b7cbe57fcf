"""Tables of one group's lines under a heading, sums of groups, and rows that say what all comes to in the end."""

import pytest

from tests.builders import document, paragraph, table
from toolkit.extract import extract
from toolkit.model.record import PerformanceReport
from toolkit.readers import read

_HEADINGS = ["序号", "评价内容", "基准分", "扣分标准", "扣分", "得分"]


def _groups(report: PerformanceReport) -> list[tuple[str | None, str, str | None, str | None]]:
    return [
        (
            line.level1,
            line.name.value,
            line.max_score and line.max_score.quote,
            line.claimed_score and line.claimed_score.quote,
        )
        for line in report.indicators
    ]


def test_the_heading_above_a_table_names_the_group_of_its_lines() -> None:
    report = extract(
        document(
            paragraph("一、财务资产（20分）", 1, 1),
            table(
                [
                    _HEADINGS,
                    ["1", "财务合规", "12", "每个扣2分", "2", "10"],
                    ["2", "资产账实", "8", "", "0", "8"],
                    ["", "小计", "20", "", "2", "18"],
                ],
                1,
            ),
            paragraph("二、预算编制（15分）", 2, 1),
            table([_HEADINGS, ["3", "目标质量", "9", "每条扣1分", "1", "8"], ["4", "人员控制", "6", "", "0", "6"]], 2),
        )
    )
    assert _groups(report) == [
        (None, "财务资产", "20", "18"),
        ("财务资产", "财务合规", "12", "10"),
        ("财务资产", "资产账实", "8", "8"),
        (None, "预算编制", "15", None),
        ("预算编制", "目标质量", "9", "8"),
        ("预算编制", "人员控制", "6", "6"),
    ]
    assert report.claimed_total is None


def test_words_may_stand_between_the_heading_and_its_table() -> None:
    head = ["二级指标", "三级指标", "目标值", "完成值", "分值", "得分"]
    report = extract(
        document(
            paragraph("（一）决策情况（20分，得19分）", 1, 2),
            paragraph("立项符合规划，履行了审批程序。目标明确性扣1分，原因是水质指标未写明断面。", 2),
            table(
                [
                    head,
                    ["项目立项", "立项依据充分性", "充分", "充分", "12", "12"],
                    ["绩效目标", "目标明确性", "明确", "基本明确", "8", "7"],
                    ["小计", "", "", "", "20", "19"],
                ],
                1,
            ),
        )
    )
    assert _groups(report) == [
        (None, "决策", "20", "19"),
        ("决策", "立项依据充分性", "12", "12"),
        ("决策", "目标明确性", "8", "7"),
    ]


def test_a_heading_of_other_points_names_no_group() -> None:
    heading = paragraph("三、评分情况（满分100分）", 1, 1)
    rows = [
        ["1", "目标质量", "9", "", "1", "8"],
        ["2", "人员控制", "6", "", "0", "6"],
        ["", "小计", "15", "", "1", "14"],
    ]
    report = extract(document(heading, table([_HEADINGS, *rows])))
    assert [(line.name.value, line.level1) for line in report.indicators] == [("目标质量", None), ("人员控制", None)]


def test_a_sum_without_a_name_is_not_the_last_line_s() -> None:
    report = extract(
        document(
            table(
                [
                    ["序号", "扣分指标", "分值", "扣分", "得分"],
                    ["1", "报销时限", "15", "1.5", "13.5"],
                    ["2", "政策知晓", "20", "2", "18"],
                    ["", "扣分指标合计", "35", "3.5", "31.5"],
                ]
            )
        )
    )
    assert ("政策知晓", "20", "18") in [told[1:] for told in _groups(report)]
    assert "35" not in [told[2] for told in _groups(report)]


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        ([["基础分小计", "", "100", "97.2"], ["加分项", "表彰", "", "+2"], ["最终得分", "", "", "99.2"]], "99.2"),
        ([["合计", "", "120", "116.9"], ["折算百分制", "", "100", "97.42"]], "97.42"),
        ([["合计", "", "95", "89.25"], ["折算后得分", "", "100", "93.95"]], "93.95"),
    ],
)
def test_what_all_comes_to_in_the_end_is_the_total(rows: list[list[str]], total: str) -> None:
    lines = [["一级指标", "二级指标", "分值", "得分"], ["管理", "预算执行", "40", "38"], ["产出", "任务", "60", "59.2"]]
    report = extract(document(table([*lines, *rows])))
    assert report.claimed_total is not None and report.claimed_total.quote == total
    assert report.other_totals == ()


def test_names_under_headings_that_no_list_knows_beside_sums_of_groups() -> None:
    report = extract(
        document(
            table(
                [
                    ["序号", "评价内容", "评价要点", "扣分标准", "满分", "扣分", "得分"],
                    ["1", "预算编制", "目标申报", "退回扣1分", "20", "0", "20"],
                    ["2", "预算编制", "编制完整", "漏编扣2分", "20", "1", "19"],
                    ["小计", "", "", "", "40", "1", "39"],
                    ["3", "履职效果", "进馆档案", "按比例扣分", "30", "0", "30"],
                    ["4", "履职效果", "档案安全", "发生不得分", "30", "0", "30"],
                    ["小计", "", "", "", "60", "0", "60"],
                    ["合计", "", "", "", "100", "1", "99"],
                ]
            )
        )
    )
    leaves = [line for line in report.indicators if line.level == 3]
    assert [(line.level1, line.name.value) for line in leaves] == [
        ("预算编制", "目标申报"),
        ("预算编制", "编制完整"),
        ("履职效果", "进馆档案"),
        ("履职效果", "档案安全"),
    ]
    assert report.claimed_total is not None and report.claimed_total.quote == "99"


def test_the_sum_before_adjustments_is_no_total_where_one_with_them_is_told() -> None:
    lines = [["一级指标", "二级指标", "分值", "得分"], ["管理", "预算执行", "40", "38"], ["产出", "任务", "60", "59.2"]]
    merits = [["类别", "评分规则", "本年情况", "分数"], ["加分项", "每项加1分", "获评绿色园区", "+1"]]
    told = paragraph("自评总分＝基础分97.2分＋加分1分＝98.2分，等级为优。")
    report = extract(document(table([*lines, ["基础分合计", "", "100", "97.2"]], 1), table(merits, 2), told))
    assert report.claimed_total is not None and report.claimed_total.quote == "98.2"
    assert (report.other_totals, [one.points and one.points.quote for one in report.adjustments]) == ((), ["1"])
    alone = extract(document(table([*lines, ["基础分合计", "", "100", "97.2"]])))
    assert alone.claimed_total is not None and alone.claimed_total.quote == "97.2"


def test_the_score_on_the_card_of_a_line_is_no_total() -> None:
    cards = [
        table(
            [
                [f"指标{number}", name],
                ["年初目标值", "10个"],
                ["实际完成值", done],
                ["分值", "50"],
                ["自评得分", score],
            ],
            number,
        )
        for number, name, done, score in ((1, "新建站点", "10个", "50"), (2, "改造站点", "9个", "45"))
    ]
    report = extract(document(*cards, paragraph("自评得分95分，等次为“优”。")))
    assert report.claimed_total is not None and report.claimed_total.quote == "95"
    assert [told[1:] for told in _groups(report)] == [("新建站点", "50", "50"), ("改造站点", "50", "45")]


def test_headings_in_two_rows_name_each_level_with_its_weight() -> None:
    merged = read(
        (
            "<table border=1><tr><td colspan=2>一级指标</td><td colspan=2>三级指标</td><td rowspan=2>得分</td></tr>"
            "<tr><td>指标名称</td><td>权重</td><td>指标名称</td><td>权重</td></tr>"
            "<tr><td rowspan=2>部门决策</td><td rowspan=2>40</td><td>编制合理性</td><td>25</td><td>24</td></tr>"
            "<tr><td>目标完整性</td><td>15</td><td>15</td></tr>"
            "<tr><td>部门绩效</td><td>60</td><td>任务完成</td><td>60</td><td>58</td></tr></table>"
        ).encode(),
        "made.html",
    )
    assert _groups(extract(merged)) == [
        (None, "部门决策", "40", None),
        ("部门决策", "编制合理性", "25", "24"),
        ("部门决策", "目标完整性", "15", "15"),
        (None, "部门绩效", "60", None),
        ("部门绩效", "任务完成", "60", "58"),
    ]


def test_a_total_beside_its_own_label() -> None:
    lines = [["三级指标", "指标值", "完成值", "分值", "得分", "原因"], ["实验设备", "320台", "320台", "60", "60", ""]]
    more = [["受益学生", "3200人", "3264人", "40", "38", "延迟"], ["总分", "100", "总得分", "98", "自评等级", "优"]]
    report = extract(document(table([*lines, *more])))
    assert report.claimed_total is not None and report.claimed_total.quote == "98"


def test_a_heading_says_whose_scores_a_table_lists() -> None:
    head = ["评价指标", "分值", "完成情况", "得分"]
    report = extract(
        document(
            paragraph("表2 得分汇总", 1),
            table(
                [
                    ["评价内容", "满分", "得分"],
                    ["履职产出", "60", "58"],
                    ["履职效益", "40", "39"],
                    ["合计", "100", "97"],
                ],
                1,
            ),
            paragraph("表3 履职产出指标得分（60分）", 2),
            table([head, ["清障里程", "30", "12公里", "30"], ["巡查次数", "30", "52次", "28"]], 2),
            paragraph("表4 履职效益指标得分", 3),
            table([head, ["投诉件数", "15", "3件", "15"], ["满意度", "25", "90%", "24"], ["小计", "40", "", "39"]], 3),
        )
    )
    assert _groups(report) == [
        (None, "履职产出", "60", "58"),
        ("履职产出", "清障里程", "30", "30"),
        ("履职产出", "巡查次数", "30", "28"),
        (None, "履职效益", "40", "39"),
        ("履职效益", "投诉件数", "15", "15"),
        ("履职效益", "满意度", "25", "24"),
    ]


def test_what_is_added_and_taken_off_behind_a_sum_makes_the_total() -> None:
    report = extract(
        document(
            table(
                [
                    ["一级指标", "三级指标", "分值", "得分", "备注"],
                    ["产出", "清障里程", "60", "60", ""],
                    ["效益", "投诉件数", "40", "38", "有两件"],
                    ["指标得分合计", "", "100", "98", ""],
                    ["减分项（最多2分）", "", "", "-0.5", "报表迟报"],
                    ["总分", "", "", "97.5", ""],
                ]
            )
        )
    )
    assert report.claimed_total is not None and report.claimed_total.quote == "97.5"
