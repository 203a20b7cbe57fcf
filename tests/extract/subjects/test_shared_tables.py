"""Tables that several projects share, and a form and a report of one project → the parts to read."""

from tests.builders import document, paragraph, table
from toolkit.extract import extract
from toolkit.extract.subjects.parting import parts
from toolkit.model.record import PerformanceReport
from toolkit.readers import read

_HEADS = ["三级指标", "年度指标值", "实际完成值", "分值", "得分"]
_TITLE = "云江市水务局2023年度项目支出绩效自评表"


def _shown(report: PerformanceReport) -> tuple[str | None, str | None, list[str], list[str | None]]:
    name, total = report.identity.project_name, report.claimed_total
    spent = [row.actual_expenditure and row.actual_expenditure.quote for row in report.budget]
    lines = [line.name.value for line in report.indicators]
    return name and name.value, total and total.quote, lines, spent


def test_forms_side_by_side_are_one_report_each() -> None:
    money = ["年初预算数", "全年预算数", "全年执行数", "", ""]
    rows = table(
        [
            ["项目名称", "堤防维护", "", "", "", "项目名称", "水质监测", "", "", ""],
            [*money, *money],
            ["30", "30", "29", "", "", "20", "20", "20", "", ""],
            [*_HEADS, *_HEADS],
            ["加固堤段", "5段", "5段", "90", "90", "监测断面", "12个", "11个", "90", "82.5"],
            ["总分", "", "", "100", "99.67", "总分", "", "", "100", "92.5"],
        ]
    )
    whole = document(
        paragraph(_TITLE, 1),
        rows,
        paragraph("堤防维护由市河道管理所实施，自评99.67分。", 2),
        paragraph("两个项目共2项三级指标。", 3),
    )
    report = extract(whole)
    assert _shown(report) == (None, None, [], [])
    assert [_shown(annex) for annex in report.annexes] == [
        ("堤防维护", "99.67", ["加固堤段"], ["29"]),
        ("水质监测", "92.5", ["监测断面"], ["20"]),
    ]
    assert [annex.identity.entity and annex.identity.entity.value for annex in report.annexes] == [
        "市河道管理所",
        "云江市水务局",
    ]


def test_lines_of_several_projects_below_each_other_are_one_report_each() -> None:
    rows = table(
        [
            ["序号", "项目名称", "年初预算", "全年执行", *_HEADS],
            ["1", "堤防维护", "30", "29", "加固堤段", "5段", "5段", "60", "60"],
            ["", "", "", "", "巡堤里程", "40公里", "36公里", "40", "36"],
            ["", "", "", "", "堤防维护得分小计", "", "", "100", "96"],
            ["2", "水质监测", "20", "20", "监测断面", "12个", "12个", "60", "60"],
            ["", "", "", "", "异常处置率", "100%", "100%", "40", "40"],
            ["合计", "", "50", "49", "项目平均得分", "", "", "", "98"],
        ]
    )
    report = extract(document(paragraph(_TITLE, 1), rows))
    assert _shown(report) == (None, "98", [], ["49"])
    assert [_shown(annex) for annex in report.annexes] == [
        ("堤防维护", "96", ["加固堤段", "巡堤里程"], ["29"]),
        ("水质监测", None, ["监测断面", "异常处置率"], ["20"]),
    ]


def test_a_list_of_projects_with_a_row_each_is_one_table() -> None:
    heads = ["项目名称", "三级指标", "分值", "得分"]
    whole = document(
        paragraph(_TITLE, 1), table([heads, ["堤防维护", "加固堤段", "50", "50"], ["清淤", "方量", "50", "50"]])
    )
    assert parts(whole) == (whole,)


def test_a_form_and_the_report_of_its_project_are_one_part() -> None:
    form = table([["项目名称", "堤防维护项目"], _HEADS, ["加固堤段", "5段", "5段", "100", "98"]])
    title = paragraph("堤防维护项目绩效自评报告", 2)
    prose = paragraph("全年围绕堤防安全开展加固，各项任务按计划推进。" * 10, 3)
    assert len(parts(document(paragraph("项目支出绩效自评表", 1), form, title, prose))) == 1
    of_another = paragraph("水质监测项目绩效自评报告", 2)
    assert len(parts(document(paragraph("项目支出绩效自评表", 1), form, of_another, prose))) == 2


def test_two_forms_that_score_one_project_are_two_parts() -> None:
    form = [["项目名称", "堤防维护项目"], _HEADS, ["加固堤段", "5段", "5段", "100", "98"]]
    title = paragraph("堤防维护项目绩效自评报告", 2)
    prose = paragraph("全年围绕堤防安全开展加固，各项任务按计划推进。" * 10, 3)
    assert len(parts(document(paragraph("项目支出绩效自评表", 1), table(form), title, prose, table(form[1:], 2)))) == 2


def test_a_table_of_scores_and_one_without_them_print_the_same_lines() -> None:
    heads = ["一级指标", "三级指标", "年度指标值", "实际完成值", "未完成原因"]
    report = extract(
        document(
            paragraph(_TITLE, 1),
            table([heads, ["产出", "加固堤段", "5段", "4段", "汛期停工"], ["产出", "巡堤里程", "9公里", "9公里", ""]]),
            table(
                [
                    ["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "扣分原因"],
                    ["产出", "加固堤段", "5段", "4段", "50", "40", "汛期停工，扣10分"],
                    ["产出", "巡堤里程", "9公里", "9公里", "50", "50", ""],
                    ["合计", "", "", "", "100", "90", ""],
                ],
                2,
            ),
        )
    )
    assert [(line.name.value, line.claimed_score and line.claimed_score.quote) for line in report.indicators] == [
        ("加固堤段", "40"),
        ("巡堤里程", "50"),
    ]
    assert [reason.points and reason.points.quote for reason in report.indicators[0].deduction_reasons] == ["10"]


def test_total_grade_and_reasons_stand_beside_all_lines_of_a_project() -> None:
    page = """<p>云江市水务局2023年度项目支出绩效自评结果表</p><table>
      <tr><td>序号</td><td>项目名称</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td><td>分值</td><td>得分</td>
        <td>自评总分</td><td>评价等次</td><td>扣分说明</td></tr>
      <tr><td rowspan="2">1</td><td rowspan="2">堤防维护</td>
        <td>加固堤段</td><td>5段</td><td>4段</td><td>60</td><td>48</td>
        <td rowspan="2">87</td><td rowspan="2">良好</td>
        <td rowspan="2">加固堤段：征地未完，扣12分<br>巡堤里程：防汛抢险抽走人手，扣1分</td></tr>
      <tr><td>巡堤里程</td><td>40公里</td><td>39公里</td><td>40</td><td>39</td></tr>
      <tr><td rowspan="2">2</td><td rowspan="2">水质监测</td>
        <td>监测断面</td><td>12个</td><td>12个</td><td>60</td><td>60</td>
        <td rowspan="2">100</td><td rowspan="2">优秀</td><td rowspan="2">无</td></tr>
      <tr><td>异常处置率</td><td>100%</td><td>100%</td><td>40</td><td>40</td></tr>
      <tr><td></td><td>合计</td><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td></tr>
    </table>"""
    report = extract(read(page.encode(), "page.html"))
    assert report.claimed_total is None
    shown = [
        (annex.claimed_total and annex.claimed_total.quote, annex.claimed_grade and annex.claimed_grade.value)
        for annex in report.annexes
    ]
    assert shown == [("87", "良好"), ("100", "优秀")]
    assert [[one.text.value for one in line.deduction_reasons] for line in report.annexes[0].indicators] == [
        ["征地未完"],
        ["防汛抢险抽走人手"],
    ]


def test_two_projects_side_by_side_under_cells_that_number_them() -> None:
    heads = "".join(f"<td>{word}</td>" for word in ("类别", "指标", "分值", "得分"))
    lines = "".join(f"<td>{word}</td>" for word in ("数量", "配备保安", "50", "50", "数量", "开放场馆", "50", "48"))
    more = "".join(f"<td>{word}</td>" for word in ("质量", "持证率", "50", "49", "质量", "完好率", "50", "50"))
    over = '<td colspan="4">项目一：校园保安服务</td><td colspan="4">项目二：场馆免费开放</td>'
    sums = "<td>合计</td><td></td><td>100</td><td>99</td><td>合计</td><td></td><td>100</td><td>98</td>"
    rows = "".join(f"<tr>{row}</tr>" for row in (over, heads * 2, lines, more, sums))
    report = extract(read(f"<h1>2024年项目支出绩效自评表</h1><table border=1>{rows}</table>".encode(), "a.html"))
    told = [
        (one.identity.project_name and one.identity.project_name.value, one.claimed_total and one.claimed_total.quote)
        for one in report.annexes
    ]
    assert told == [("校园保安服务", "99"), ("场馆免费开放", "98")]
