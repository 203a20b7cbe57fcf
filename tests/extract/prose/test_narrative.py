"""Sentences of several registers → indicators, totals, adjustments; and sentences that are none of these."""

from decimal import Decimal

import pytest

from tests.builders import document, paragraph
from toolkit.extract import extract
from toolkit.extract.prose.claims import read_claims
from toolkit.extract.prose.narrative import read_narrative
from toolkit.model.record import Indicator
from toolkit.readers import read


def _lines(*texts: str) -> list[tuple[str, str | None, str | None]]:
    finds = read_narrative(document(*(paragraph(text, number) for number, text in enumerate(texts, 1))))
    return [_shown(line) for line in finds.indicators]


def _shown(line: Indicator) -> tuple[str, str | None, str | None]:
    points, score = line.max_score, line.claimed_score
    return line.name.quote, points.quote if points else None, score.quote if score else None


def test_target_and_actual_between_a_name_and_its_points_are_no_name() -> None:
    told = _lines(
        "（1）河道巡护里程，目标不低于36,000公里，实际33,480公里，满分10分，扣0.70分，得9.30分。原因：汛期封路。",
        "（2）补贴发放，目标每月15日前，实际12个月中有1个月推迟，满分5分，扣0.50分，得4.50分。",
    )
    assert told == [("河道巡护里程", "10", "9.30"), ("补贴发放", "5", "4.50")]


def test_a_number_right_before_points_is_the_lists_own() -> None:
    told = _lines("1.4分的台账管理，自评拿到4分，未扣分。", "2.6分的档案管理，自评拿到5分，丢掉1分。")
    assert told == [("台账管理", "4", "4"), ("档案管理", "6", "5")]


def test_lines_under_a_numbered_sentence_stand_under_it_and_no_longer_under_the_heading_before() -> None:
    source = (
        "# 石门县林业局2023年度部门整体支出绩效自评报告\n\n## 一、指标分析\n\n### （一）管理效能（40分）得40分\n\n"
        "1.资金管理15分，得15分。\n\n2.采购管理得25分。\n\n### （二）履职效能部分：60分中取得58分\n\n"
        "3.造林抚育40分，得40分。\n\n4.病虫害防治20分，得18分。\n"
    )
    told = extract(read(source.encode(), "report.md")).indicators
    assert [(line.name.value, line.level1) for line in told] == [
        ("管理效能", None),
        ("资金管理", "管理效能"),
        ("采购管理", "管理效能"),
        ("履职效能", None),
        ("造林抚育", "履职效能"),
        ("病虫害防治", "履职效能"),
    ]


def test_a_head_without_points_stands_over_the_lines_whose_scores_make_its_own() -> None:
    told = read_narrative(
        document(
            paragraph("（一）投入管理得分18分", 1, level=2),
            paragraph("1.目标管理10分，得10分。", 2),
            paragraph("2.预算编制10分，得8分，扣2分。", 3),
        )
    ).indicators
    assert [(line.name.value, line.level1) for line in told[1:]] == [("目标管理", "投入管理"), ("预算编制", "投入管理")]


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("（1）预算编制，分值12分，自评得分11.5分。", ("预算编制", "12", "11.5")),
        ("合同管理3分，自评得分2.4分。", ("合同管理", "3", "2.4")),
        ("（三）内控建设（满分6分，实得5.2分）", ("内控建设", "6", "5.2")),
        ("4.档案管理：满分5分，得5分。", ("档案管理", "5", "5")),
        ("信息公开指标分值为4分，自评4分。", ("信息公开", "4", "4")),
        ("对照评分标准，政府采购规范性满分3分，得分2分。", ("政府采购规范性", "3", "2")),
        ("绩效监控得6分（满分8分）。", ("绩效监控", "8", "6")),
        ("5.食品抽检。分值 9 分，自评得分 8.7 分。", ("食品抽检", "9", "8.7")),
        ("6.文物保护。该项满分７分，得７分。", ("文物保护", "７", "７")),
        ("绩效监控与评价分值6分，得5分。", ("绩效监控与评价", "6", "5")),
        ("产出指标满分50分，得分48.5分。", ("产出指标", "50", "48.5")),
        ("其中：设备更新率指标权重10分，得9分", ("设备更新率", "10", "9")),
        ("7.减少火灾损失分值3分，自评得分3分。", ("减少火灾损失", "3", "3")),
        ("3.校车安检设6分，自评6分，未扣分。", ("校车安检", "6", "6")),
        ("4.课桌更新已完成年度目标，分值5分全部取得，计5分。", ("课桌更新", "5", "5")),
        ("5.食堂改造一项没有拿满，分值8分，得分7分，差1分。", ("食堂改造", "8", "7")),
        ("6.图书采购与要求还有差距，酌情扣1分，本项满分4分，得3分。", ("图书采购", "4", "3")),
        ("分值7分的营养餐供应得6分，扣1分。", ("营养餐供应", "7", "6")),
        ("“控辍保学”指标权重9分，本单位自评9分，不扣分。", ("控辍保学", "9", "9")),
        ("该项指标（师资培训）分值6分，按标准扣2分，自评得分为4分。", ("师资培训", "6", "4")),
        ("对照标准，体检覆盖只得3分，该项满分4分，扣分1分。", ("体检覆盖", "4", "3")),
        ("校园绿化满分3分，丢1分，计2分。", ("校园绿化", "3", "2")),
        ("信息公开设5分，得4.5分，比满分少0.5分。", ("信息公开", "5", "4.5")),
        ("目标设定分值5分，得5分。", ("目标设定", "5", "5")),
        ("借阅量占8分，自评得7分。", ("借阅量", "8", "7")),
        ("开放时长，6分中得5分。", ("开放时长", "6", "5")),
        ("从馆藏更新看，应得分6分，得5分，少得1分。", ("馆藏更新", "6", "5")),
        ("指标“流动书车”：满分5分，自评满分5分。", ("流动书车", "5", "5")),
        ("讲座场次（4分），得满分，即4分。", ("讲座场次", "4", "4")),
        ("读者办证完成得不够理想，分值5分，得4分，扣1分。", ("读者办证", "5", "4")),
        ("阅读推广得分（满分9分）为8分。", ("阅读推广", "9", "8")),
        ("（一）产出类指标（50分）得48分", ("产出", "50", "48")),
        ("产出96%（50分中得48分）。", ("产出", "50", "48")),
        ("投入部分：20分中取得18.5分", ("投入", "20", "18.5")),
        ("应急物资【8分】得【7.5分】，扣【0.5分】。", ("应急物资", "8", "7.5")),
        ("经核，值班备勤存在扣分情形，扣分额0.5分，6分权重下计5.5分。", ("值班备勤", "6", "5.5")),
        ("对照细则，隐患排查所设9分中有1分被扣除，自评得分为8分。", ("隐患排查", "9", "8")),
        ("演练组织达到评分要求，给予4分（满分4分）。", ("演练组织", "4", "4")),
        ("我单位对预案修订自行扣减1分，即满分5分得4分。", ("预案修订", "5", "4")),
        ("宣传培训（6分）按标准得满分，计6分。", ("宣传培训", "6", "6")),
        ("队伍建设自评7分（总分8分，扣1分）。", ("队伍建设", "8", "7")),
        ("装备更新满分7分，自评只有5分，扣了2分。", ("装备更新", "7", "5")),
        ("本项信息报送满分3分，自评打3分。", ("信息报送", "3", "3")),
        ("救灾储备被赋予5分，自评结果是4分。", ("救灾储备", "5", "4")),
        ("巡查频次得分4.5分，较分值5分少0.5分。", ("巡查频次", "5", "4.5")),
        ("（二）过程部分，总分值30分，自评总得分28分", ("过程", "30", "28")),
        ("教材发放存在不足，6分扣1分，得5分。", ("教材发放", "6", "5")),
        ("宿舍修缮因未完成目标，扣2分，得6分（分值8分）。", ("宿舍修缮", "8", "6")),
        ("操场铺设分值7分，本次自评给予7分。", ("操场铺设", "7", "7")),
        ("（二）产出指标完成情况：总分60分，得分58分", ("产出指标", "60", "58")),
    ],
)
def test_one_statement(sentence: str, line: tuple[str, str | None, str | None]) -> None:
    assert _lines(sentence) == [line]


@pytest.mark.parametrize(
    "sentence",
    [
        "满意度调查平均得分为92.5分。",
        "每低于1个百分点扣0.5分，扣完为止。",
        "综合评分90分以上（含）为优，80分至90分为良。",
        "考试成绩60分以下的学员不发证书。",
        "自评等级按90分及以上为优、80分至90分（不含）为良、60分（含）至80分为中确定。",
        "全年举办培训12期，参训学员平均得分88分。",
        "按照百分制计分，满分100分。",
        "完成率≥95%得5分，90%至95%得3分，低于90%不得分。",
        "每出现一例投诉扣1分，最多扣5分。",
        "该案件在12分钟内处置完毕。",
    ],
)
def test_sentences_that_state_no_indicator(sentence: str) -> None:
    finds = read_narrative(document(paragraph(sentence)))
    assert finds.indicators == ()
    assert finds.totals == ()
    assert finds.adjustments == ()


@pytest.mark.parametrize(
    ("sentence", "total"),
    [
        ("经自评，我局2023年度部门整体支出绩效自评得分为95.36分。", "95.36"),
        ("综合评分为97分，评定等级为“优”。", "97"),
        ("项目绩效评价得分92.5分。", "92.5"),
        ("满分100分，自评得分88分。", "88"),
        ("本项目自评总得分93.2分，其中产出指标得47分。", "93.2"),
        ("本次自评总分98.30分，共扣1.7分。", "98.30"),
        ("灌区续建配套自评结果为97.2分，绩效等级“优秀”。其中，产出指标得37.9分。", "97.2"),
        ("综合得分91.5分，合计扣8.5分，其中资产管理扣2分。", "91.5"),
        ("本次自评总分100分，实得94.2分，等级为优。", "94.2"),
        ("各项得分相加，合计93分，按等级标准应评为优。", "93"),
        ("以92.6分的自评得分，我局2023年度绩效等级列为“优”。", "92.6"),
        ("经党组会审议，部门整体支出绩效自评确定为91分、“优”等级。", "91"),
        ("我局自评总分（满分100分）为93.5分，按规定评为“优”。", "93.5"),
        ("90.5分，这是本项目绩效自评的最后得分。", "90.5"),
        ("自评成绩92分，等第为“优”。", "92"),
        ("各分项累计91分，等级为优。", "91"),
        ("绩效自评等级为“优”，折合94分。", "94"),
        ("自评总分95分，得分构成为：管理效能得42分，履职效能得53分。", "95"),
        ("自评总分95分。在总分中，管理效能所得分数为42分，履职效能得53分。", "95"),
    ],
)
def test_totals(sentence: str, total: str) -> None:
    assert [cited.quote for cited in read_narrative(document(paragraph(sentence))).totals] == [total]


def test_total_of_a_group_that_tells_its_loss_is_no_total_of_the_whole() -> None:
    finds = read_narrative(document(paragraph("（一）产出完成情况", 1, level=2), paragraph("总得分28分，扣2分。", 2)))
    assert finds.totals == ()
    assert [line.claimed_score.value for line in finds.indicators if line.claimed_score] == [28]


def test_groups_by_declaration_and_heading() -> None:
    finds = read_narrative(
        document(
            paragraph("一级指标有两个：管理水平指标40分，设二级指标2个；履职成效指标60分，设二级指标2个。", 1),
            paragraph("（一）管理水平完成情况", 2, level=2),
            paragraph("1.预算管理，分值25分，自评得分24分。", 3),
            paragraph("2.资产管理，分值15分，自评得分15分。", 4),
            paragraph("（二）履职成效完成情况", 5, level=2),
            paragraph("1.便民服务，分值60分，自评得分58分。", 6),
        )
    )
    assert [(line.name.value, line.level, line.level1) for line in finds.indicators] == [
        ("管理水平", 1, None),
        ("履职成效", 1, None),
        ("预算管理", 2, "管理水平"),
        ("资产管理", 2, "管理水平"),
        ("便民服务", 2, "履职成效"),
    ]


def test_groups_by_numbering_where_points_add_up() -> None:
    finds = read_narrative(
        document(
            paragraph("（一）日常管理（20分），得19分", 1),
            paragraph("1.制度建设8分，自评得分8分。", 2),
            paragraph("2.资金使用12分，自评得分11分。", 3),
            paragraph("（二）任务完成（80分），得78分", 4),
            paragraph("3.重点任务80分，自评得分78分。", 5),
        )
    )
    assert [(line.name.value, line.level, line.level1) for line in finds.indicators] == [
        ("日常管理", 1, None),
        ("制度建设", 2, "日常管理"),
        ("资金使用", 2, "日常管理"),
        ("任务完成", 1, None),
        ("重点任务", 2, "任务完成"),
    ]


def test_reasons_stand_behind_the_statement_and_name_their_points() -> None:
    (line,) = read_narrative(
        document(
            paragraph(
                "预算执行12分，自评得分10.9分。执行率总体较高。因二季度进度偏低扣0.6分；因结余资金未上交扣0.5分。"
            )
        )
    ).indicators
    assert [(one.text.quote, one.points and one.points.quote) for one in line.deduction_reasons] == [
        ("二季度进度偏低", "0.6"),
        ("结余资金未上交", "0.5"),
    ]


def test_reasons_may_stand_in_the_paragraph_below() -> None:
    (line,) = read_narrative(
        document(paragraph("资产管理4分，自评得分3分。", 1), paragraph("扣分原因：年末未盘点库存物资。", 2))
    ).indicators
    assert [one.text.quote for one in line.deduction_reasons] == ["年末未盘点库存物资"]


def test_deduction_without_printed_points_keeps_the_points_open() -> None:
    (line,) = read_narrative(document(paragraph("6.绩效管理。该项得6.4分，扣1.6分。一是目标不够细化。"))).indicators
    assert line.max_score is None
    assert line.deduction is not None and line.deduction.quote == "1.6"


def test_bonus_and_malus_under_their_heading_count_once() -> None:
    finds = read_narrative(
        document(
            paragraph("综合评分为91分，其中基础得分90分，加2分，减1分。", 1),
            paragraph("（五）加减分项", 2, level=2),
            paragraph("1.加分。2023年获省级表彰，加2分。", 3),
            paragraph("2.减分。统计月报有误被退回，减1分。", 4),
        )
    )
    assert [(one.points and one.points.value) for one in finds.adjustments] == [2, -1]
    assert finds.adjustments[0].year is not None and finds.adjustments[0].year.value == 2023
    assert [total.quote for total in finds.totals] == ["91"]


def test_a_line_told_in_the_summary_and_in_its_chapter_is_one() -> None:
    report = extract(
        document(
            paragraph("云江市卫生健康局2022年度部门整体支出绩效自评报告", 1),
            paragraph("各项得分：投入指标得分14分（满分15分），产出指标得分37分（满分40分）。", 2),
            paragraph("（一）投入指标", 3, level=2),
            paragraph(
                "投入指标满分15分，自评得分14分。其中目标设定满分9分，得分8分，扣分原因为个别指标未量化；预算编制满分6分，得6分。",
                4,
            ),
            paragraph("（二）产出指标", 5, level=2),
            paragraph("本项指标共40分，自评得分37分，主要扣分项为签约率62%，未达到65%的目标，扣3分。", 6),
        )
    )
    assert [(line.name.value, line.level, line.parent) for line in report.indicators] == [
        ("投入指标", 1, None),
        ("目标设定", 2, "i1"),
        ("预算编制", 2, "i1"),
        ("产出指标", 1, None),
    ]
    assert [one.points and one.points.quote for one in report.indicators[3].deduction_reasons] == ["3"]


def test_a_survey_score_beside_a_line_is_no_line() -> None:
    (line,) = read_narrative(
        document(paragraph("3、满意度指标（满分10分，得8分）。师生满意度为82分，主要原因是配送不及时，扣2分。"))
    ).indicators
    assert [(one.text.quote, one.points and one.points.quote) for one in line.deduction_reasons] == [
        ("配送不及时", "2")
    ]


def test_points_behind_the_rate_itself_are_the_money_s_and_no_line() -> None:
    told = "全年预算100万元，支出96.95万元，执行率96.95%，得9.7分（满分10分）。"
    report = extract(document(paragraph(told, 1)))
    (row,) = report.budget
    assert row.max_score is not None and row.claimed_score is not None and row.execution_rate is not None
    assert (row.max_score.quote, row.claimed_score.quote, row.execution_rate.quote) == ("10", "9.7", "96.95%")
    assert report.indicators == ()
    (line,) = extract(document(paragraph("1.预算执行率97%，得9.7分（满分10分）。", 1))).indicators
    assert _shown(line) == ("预算执行率", "10", "9.7")


def test_score_of_a_group_is_no_total_however_final() -> None:
    finds = read_narrative(
        document(paragraph("逐项打分，合计94分，等级为“优”。其中：产出指标最终得46分，效益指标综合得分48分。", 1))
    )
    assert [total.quote for total in finds.totals] == ["94"]
    assert [(aside.name.quote, aside.claimed_score and aside.claimed_score.quote) for aside in finds.asides] == [
        ("产出指标", "46"),
        ("效益指标", "48"),
    ]


def test_full_marks_not_gained_are_no_rule() -> None:
    (line,) = read_narrative(
        document(paragraph("2.抽检批次。该项得8分，扣1分。没有得满分，主要是样品破损；因封样有误失0.4分。", 1))
    ).indicators
    assert [reason.text.value for reason in line.deduction_reasons] == ["样品破损", "封样有误"]
    assert line.deduction_reasons[1].points is not None


def test_a_total_is_known_by_the_grade_beside_it() -> None:
    for text in (
        "部门整体支出绩效自评等级为“优”（96.1分）。",
        "经测算，校舍修缮自评分数为96.1分，达到“优秀”等次。",
        "部门整体支出自评分值96.1分，对应“优秀”等级。",
        "综合评定部门整体支出为“优秀”，得96.1分。",
        "本次自评校舍修缮共得96.1分，综合评定等级为“优秀”。",
        "经集体评议，校舍修缮绩效自评得96.1分，评价等级定为“优”。",
    ):
        assert [total.quote for total in read_narrative(document(paragraph(text, 1))).totals] == ["96.1"], text


def test_grade_that_several_projects_have_is_not_the_report_s() -> None:
    told = document(paragraph("自评等级为“优”的3个，“良”的1个。", 1))
    assert extract(told).claimed_grade is None


def test_a_project_on_surveys_is_scored_by_nobody_else() -> None:
    told = document(paragraph("统计抽样调查得96.1分，评价等级为“优”。", 1))
    assert read_narrative(told, 2023).totals == ()
    assert [total.quote for total in read_narrative(told, 2023, "统计抽样调查").totals] == ["96.1"]


def test_scores_of_the_groups_follow_the_total_in_brackets_too() -> None:
    finds = read_narrative(
        document(paragraph("自评总得分95.4分（满分100分），等级为优。（其中投入小计19.5分，过程得分共29分）。", 1))
    )
    assert [total.quote for total in finds.totals] == ["95.4"]
    assert [(line.name.quote, line.claimed_score and line.claimed_score.quote) for line in finds.asides] == [
        ("投入", "19.5"),
        ("过程", "29"),
    ]


def test_score_over_points_in_the_order_that_the_document_shows() -> None:
    assert _lines("1.设备购置（9分/10分）。", "2.人员培训（5分/5分）。", "3.设备验收（4分/3分）。") == [
        ("设备购置", "10", "9"),
        ("人员培训", "5", "5"),
        ("设备验收", "3", "4"),
    ]
    assert _lines("1.设备购置（10分/9分）。", "2.人员培训（5分/5分）。") == [
        ("设备购置", "10", "9"),
        ("人员培训", "5", "5"),
    ]


def test_sum_of_points_in_the_brackets_of_a_group_is_no_total() -> None:
    finds = read_narrative(document(paragraph("（一）过程管理（总分30分，得分25.9分）", 1)))
    assert finds.totals == ()
    assert [_shown(line) for line in finds.indicators] == [("过程管理", "30", "25.9")]


def test_total_points_of_a_line_are_no_total_of_the_report() -> None:
    finds = read_narrative(document(paragraph("6.产出数量总分12分，自评得分10.3分，扣1.7分。", 1)))
    assert finds.totals == ()
    assert [_shown(line) for line in finds.indicators] == [("产出数量", "12", "10.3")]
    finds = read_narrative(document(paragraph("自评总分96分，等级为优。其中：过程总得分37.7分，产出最终得30分。", 1)))
    assert [total.quote for total in finds.totals] == ["96"]
    assert [aside.name.quote for aside in finds.asides] == ["过程", "产出"]


def test_a_group_called_with_a_word_more_in_the_summary_is_that_group() -> None:
    head = "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |\n|---|---|---|---|---|---|---|\n"
    rows = "| 产出指标 | 数量指标 | 设备购置 | 10台 | 10台 | 60 | 58 |\n"
    rows += "| 效益指标 | 社会效益指标 | 受益人数 | 9人 | 9人 | 40 | 38 |\n"
    told = "自评总分96分，等级为优。其中：产出指标项得58分，效益指标板块得38分。\n\n"
    report = extract(read((told + head + rows).encode(), "a.md"))
    groups = {line.name.value: line.claimed_score and line.claimed_score.quote for line in report.indicators}
    assert groups == {"产出指标": "58", "设备购置": "58", "效益指标": "38", "受益人数": "38"}


def test_points_in_a_bracket_with_a_last_score_are_those_of_a_group() -> None:
    finds = read_narrative(document(paragraph("过程管理（满分值30分，最终得分27.7分）", 1)))
    assert finds.totals == ()


def test_total_points_before_a_score_are_not_the_score() -> None:
    finds = read_narrative(document(paragraph("项目总分100分，自评98.2分。", 1)))
    assert [str(total.value) for total in finds.totals] == ["98.2"]


def test_points_and_score_in_brackets_need_no_unit_behind_a_colon() -> None:
    assert _lines("（二）过程管理（分值：30，得分：27.5）") == [("过程管理", "30", "27.5")]
    assert _lines("过程管理，分值：30，得分：27.5。") == [("过程管理", "30", "27.5")]
    assert _lines("过程管理，得分：27.5。") == [], "outside of brackets a bare number alone may be anything"


def test_last_score_of_a_named_group_is_no_total() -> None:
    finds = read_narrative(
        document(paragraph("整体支出自评打分结果为94.6分，等级：“优”。分类情况：投入管理最终得20分，产出28.6分。", 1))
    )
    assert [total.quote for total in finds.totals] == ["94.6"]
    finds = read_narrative(document(paragraph("各项指标加总，最终得94.6分。", 1)))
    assert [total.quote for total in finds.totals] == ["94.6"]


def test_what_has_the_best_score_of_several_is_no_line() -> None:
    text = "得分最高的是营养改善98.5分，最低的是校舍改造86.3分，六个项目平均得分92.75分。"
    assert read_narrative(document(paragraph(text, 1))).indicators == ()


def test_full_marks_gained_are_a_score() -> None:
    assert _lines("6.按时办结率（8分）自评得满分8分。") == [("按时办结率", "8", "8")]
    assert _lines("5.通客车率，分值11分，自评满分，得11分。") == [("通客车率", "11", "11")]
    assert _lines("达到目标值的得满分，未达到的按比例得分。") == []
    assert _lines("资产管理满分8分，得7分。") == [("资产管理", "8", "7")]


def test_score_behind_the_project_s_own_name_is_the_total() -> None:
    told = "对照评价标准，天然林保护修复应得93.2分，等级评定为“优”。得分明细：成本指标实际得分20分。"
    finds = read_narrative(document(paragraph(told, 1)), own="天然林保护修复")
    assert [total.quote for total in finds.totals] == ["93.2"]
    finds = read_narrative(document(paragraph("天然林保护修复产出数量得33.2分。", 1)), own="天然林保护修复")
    assert finds.totals == ()


def test_a_number_in_the_sentence_after_a_grade_takes_nothing_from_it() -> None:
    told = document(paragraph("总分98.63分，评价等次为优。9项指标中，6项得满分。", 1))
    grade = extract(told).claimed_grade
    assert grade is not None
    assert grade.value == "优"


def test_a_head_is_called_as_in_the_summary() -> None:
    finds = read_narrative(
        document(
            paragraph("自评总分95分。各块得分：决策38分，产出情况57分。", 1),
            paragraph("（一）决策情况（自评38分，满分40分）", 2, level=2),
            paragraph("1.立项论证（40分），自评38分。", 3),
            paragraph("（二）产出情况（自评57分，满分60分）", 4, level=2),
            paragraph("2.清淤长度（60分），自评57分。", 5),
        )
    )
    assert [(line.name.value, line.level1) for line in finds.indicators] == [
        ("决策", None),
        ("立项论证", "决策"),
        ("产出情况", None),
        ("清淤长度", "产出情况"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "各项得分相加，合计93分，按等级标准应评为优。",
        "经自查，部门整体支出得分合计93分（优）。",
        "绩效自评确定为93分、“优”等级。",
        "在满分100分中，自评得分93分，归入“优”。",
        "自评评分为93分，达到“优”标准。",
        "绩效自评得93分，评为优等。",
    ],
)
def test_a_grade_beside_the_total(sentence: str) -> None:
    (grade,) = read_claims(document(paragraph(sentence))).grades
    assert grade.value == "优"


def test_bounds_of_grades_are_no_grade() -> None:
    told = "等级划分：90—100分（优）、80—89分（良）、60—79分（中）、60分以下（差）。"
    assert read_claims(document(paragraph(told))).grades == ()


def test_points_before_the_cause_belong_to_the_reason() -> None:
    told = "1.安全培训（5分）：扣0.6分，得4.4分。扣0.4分，原因是两期改为线上；扣0.2分，原因是签到不全。"
    (line,) = read_narrative(document(paragraph(told))).indicators
    reasons = [(one.text.value, one.points and one.points.value) for one in line.deduction_reasons]
    assert reasons == [("两期改为线上", Decimal("0.4")), ("签到不全", Decimal("0.2"))]


def test_a_line_below_is_no_reason_of_the_line_above() -> None:
    lines = read_narrative(
        document(paragraph("——预算执行10分，得9.86分；", 1), paragraph("——产出50分，得49分，扣1分，因样品超标；", 2))
    ).indicators
    assert [len(line.deduction_reasons) for line in lines] == [0, 1]


@pytest.mark.parametrize(
    "told",
    ["对照≥95%的年度目标，实际完成情况为92%。", "预期≥95%，实绩92%。", "指标值设定为≥95%，经统计，实际完成值为92%。"],
)
def test_target_and_actual_beside_a_line(told: str) -> None:
    (line,) = read_narrative(document(paragraph(f"1.到课率（5分）：得4.4分。{told}"))).indicators
    assert (line.target and line.target.quote, line.actual and line.actual.quote) == ("≥95%", "92%")


@pytest.mark.parametrize(
    "heading",
    ["加分及扣分事项（限3分以内）", "奖惩加减分（以3分为限）", "加减分项，上限为3分", "加减分项（最高不超过3分）"],
)
def test_a_heading_states_the_most_points_for_merits(heading: str) -> None:
    merits = read_narrative(
        document(paragraph(f"（三）{heading}", 1, level=2), paragraph("1.加1分：经验在全市推广。", 2))
    ).adjustments
    assert [(one.text.value, one.max_score and one.max_score.value) for one in merits] == [
        (heading.split("（", maxsplit=1)[0].split("，", maxsplit=1)[0], 3),
        ("经验在全市推广", None),
    ]


def test_scores_in_a_list_may_leave_out_their_unit() -> None:
    finds = read_narrative(
        document(paragraph("自评总分95分。其中：投入得20，过程得分38.3，产出拿到25分，效果评定11.7分。"))
    )
    scores = [(aside.name.value, aside.claimed_score and aside.claimed_score.quote) for aside in finds.asides]
    assert scores == [("投入", "20"), ("过程", "38.3"), ("产出", "25"), ("效果", "11.7")]


def test_total_points_may_close_the_bracket_of_a_group() -> None:
    assert _lines("（一）决策（自评得分38分，总分40分）") == [("决策", "40", "38")]


def test_a_count_takes_in_what_is_added_to_it() -> None:
    counts = read_claims(document(paragraph("共设三级指标12个，另加预算执行率1项，共13项。"))).counts
    assert [(one.what, one.count.value) for one in counts] == [("三级指标", 13)]


def test_a_total_told_against_the_indicators_is_the_report_s() -> None:
    finds = read_narrative(document(paragraph("对照指标，总分94.5分：投入10分得9.5分，过程90分得85分。")))
    assert [total.quote for total in finds.totals] == ["94.5"]


def test_scores_of_the_project_that_ranks_first_or_last_are_no_lines() -> None:
    assert _lines("得分最低的是育苗项目89.7分，共扣10.3分，其中支出进度得8.7分、扣1.3分。") == []


def test_a_heading_stands_over_paragraphs_that_make_its_points() -> None:
    finds = read_narrative(
        document(
            paragraph("1) 账务管理（20分，得19分）", 1, level=4),
            paragraph("凭证齐全10分，得10分。", 2),
            paragraph("归档及时10分，得9分。", 3),
            paragraph("2) 满意度（10分，得10分）", 4, level=4),
            paragraph("游客满意度10分，得10分。", 5),
        )
    )
    assert [(line.name.value, line.level1) for line in finds.indicators] == [
        ("账务管理", None),
        ("凭证齐全", "账务管理"),
        ("归档及时", "账务管理"),
        ("满意度", None),
        ("游客满意度", "满意度"),
    ]


def test_the_only_line_of_a_group_stands_under_it() -> None:
    finds = read_narrative(document(paragraph("（四）满意度（10分）得9分。游客满意度10分，目标≥90%，实际88%，得9分。")))
    assert [(line.name.value, line.level, line.level1) for line in finds.indicators] == [
        ("满意度", 1, None),
        ("游客满意度", 2, "满意度"),
    ]


def test_how_a_line_lost_its_points_is_told_of_the_line_before() -> None:
    text = "（四）住户满意度10分，得9.4分。满意率84.6%，目标90%，按比例得9.4分，扣0.6分，巷道保洁较差。"
    (line,) = read_narrative(document(paragraph(text))).indicators
    assert [reason.text.value for reason in line.deduction_reasons] == ["巷道保洁较差"]
    assert (line.max_score and line.max_score.quote, line.target and line.target.quote) == ("10", "90%")


def test_words_right_behind_a_loss_say_why() -> None:
    (line,) = read_narrative(
        document(
            paragraph("旧舍维修（10分），得9.6分，扣0.4分，计划1,860平方米，其余经鉴定改为拆除；挂牌（5分），得5分。")
        )
    ).indicators[:1]
    assert [reason.text.value for reason in line.deduction_reasons] == ["计划1,860平方米，其余经鉴定改为拆除"]


def test_a_name_may_end_in_a_word_for_rating() -> None:
    assert _lines("3．社会评价，分值20分，自评19.5分。") == [("社会评价", "20", "19.5")]


def test_a_total_behind_its_groups_is_the_report_s_though_one_of_them_is_satisfaction() -> None:
    told = "经自评，产出指标得41.73分，效益指标得28.88分，满意度指标得9.75分，总分80.36分。"
    (total,) = read_narrative(document(paragraph(told))).totals
    assert total.quote == "80.36"
    assert read_narrative(document(paragraph("满意度调查得分为95.6分，总分96.2分。"))).totals == ()


def test_a_heading_whose_points_do_not_fit_its_lines_is_a_group_as_the_one_beside_it() -> None:
    texts = [
        ("5.1 账务管理 满分20分 得分19分", 3),
        ("1.凭证齐全10分，得10分。", None),
        ("2.归档及时10分，得9分。", None),
        ("5.2 场馆服务 满分60分 得分49分", 3),
        ("3.开放天数30分，得30分。", None),
        ("4.接待人次20分，得19分。", None),
    ]
    finds = read_narrative(document(*(paragraph(text, at, level=level) for at, (text, level) in enumerate(texts, 1))))
    assert [(line.name.value, line.level1) for line in finds.indicators] == [
        ("账务管理", None),
        ("凭证齐全", "账务管理"),
        ("归档及时", "账务管理"),
        ("场馆服务", None),
        ("开放天数", "场馆服务"),
        ("接待人次", "场馆服务"),
    ]
