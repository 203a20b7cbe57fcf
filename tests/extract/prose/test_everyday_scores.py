"""Scores as clerks tell them: the reason between the points of a line and its score, brackets one after another, groups
under a total."""

from tests.builders import document, paragraph
from tests.extract.prose.test_narrative import _lines
from toolkit.extract import extract
from toolkit.extract.prose.claims import read_claims
from toolkit.extract.prose.narrative import read_narrative
from toolkit.model.document import Document
from toolkit.readers import read


def _told(text: str) -> list[tuple[str, list[str]]]:
    finds = read_narrative(document(paragraph(text)))
    return [(line.name.value, [reason.text.value for reason in line.deduction_reasons]) for line in finds.indicators]


def test_the_score_is_of_the_item_that_its_points_and_loss_make() -> None:
    text = (
        "①预算执行率（10分），96.40%，有结转8.2万元，扣1分，得9分；②资产管理（3分），报废手续不全，扣1分，得2分；"
        "采购执行率8分，全年采购预算240万元，实际采购210万元，得7分。"
    )
    assert _lines(text) == [("预算执行率", "10", "9"), ("资产管理", "3", "2"), ("采购执行率", "8", "7")]
    assert _told("预算执行5分，因有结余，自评3.5分，扣1.5分；监督4分，自评4分。")[0] == ("预算执行", ["有结余"])


def test_a_title_closed_by_a_stop_keeps_its_points() -> None:
    assert _lines("1．目标制定（8分）。年初编制了整体目标，要素完整，得8分。") == [("目标制定", "8", "8")]


def test_words_in_the_brackets_of_a_line_are_its_own() -> None:
    told = _told(
        "立项程序5分（标准分5分）、绩效目标4分（标准分5分，指标值设置不够细，减1分）、资金分配5分（标准分5分）。"
    )
    assert told == [("立项程序", []), ("绩效目标", ["指标值设置不够细"]), ("资金分配", [])]
    told = _told("产出得32分（满分35分，发放人数偏少，扣2分；有6人晚发，扣1分），效益得25分（满分25分）。")
    assert [len(reasons) for _, reasons in told] == [2, 0]


def test_what_all_lost_together_is_not_the_last_ones() -> None:
    told = _told("过程满分40分，得38分；效益满分60分，得59.5分。失分2.5分，主要失分点是改造（2分）和满意度（0.5分）。")
    lines = read_narrative(document(paragraph("过程满分40分，得38分；效益满分60分，得59.5分。失分2.5分。"))).indicators
    assert [name for name, _ in told] == ["过程", "效益"] and lines[1].deduction is None


def test_parts_of_what_is_not_read_are_not_those_of_the_line_before() -> None:
    lines = read_narrative(
        document(paragraph("目标5分，明确，得5分；投入9分，其中科学性4分得4分，合理性5分得4分——预留过多，扣去1分。"))
    ).indicators
    assert [(line.name.value, line.level1, line.level2) for line in lines][1:] == [
        ("科学性", None, None),
        ("合理性", None, None),
    ]


def test_the_score_under_a_heading_is_its_own_and_all_parts_make_the_total() -> None:
    source = (
        "# 石门县统计局2023年度部门整体支出绩效自评报告\n\n## 一、自评\n\n### （一）目标设定\n\n"
        "得14分。年度目标10分，得9分，扣1分；规划5分，得5分。\n\n### （二）履职产出\n\n"
        "得81.2分。报表85分，得81.2分，扣3.8分，报送迟了。\n\n"
        "两项合计95.2分，扣4.8分。\n"
    )
    report = extract(read(source.encode(), "report.md"))
    assert report.claimed_total is not None and str(report.claimed_total.value) == "95.2"
    assert report.other_totals == ()


def test_lines_stand_under_the_group_that_leads_their_paragraph() -> None:
    told: Document = document(
        paragraph("自评总分94分，其中：决策类指标20分，自评19分；产出类指标80分，自评75分。", 1),
        paragraph("决策类：立项10分（标准分10分）、目标9分（标准分10分，不够细，减1分）。", 2),
        paragraph("产出类：数量40分（标准分40分）、质量35分（标准分40分，返工，减5分）。", 3),
    )
    lines = read_narrative(told).indicators
    assert [(line.name.value, line.level1) for line in lines] == [
        ("决策", None),
        ("产出", None),
        ("立项", "决策"),
        ("目标", "决策"),
        ("数量", "产出"),
        ("质量", "产出"),
    ]


def test_scores_of_unnamed_parts_in_a_row_are_no_line() -> None:
    assert _lines("综上，四个部分得分为19分、28分、31分、15.5分。") == []


def test_a_grade_behind_its_bounds_is_the_reports_own() -> None:
    for bounds in ("（90分以上为优，80—90分为良，60分以下为差）", "90分（含）以上为“优”、60分以下为“差”的标准"):
        finds = read_claims(document(paragraph(f"自评得分为93.5分。按照{bounds}，评价等级为“优”。")))
        assert [grade.value for grade in finds.grades] == ["优"]
    assert read_claims(document(paragraph("评价得分90分（含）以上的，等级为优。"))).grades == ()


def test_heads_that_are_no_headings_stand_each_over_their_own_lines() -> None:
    told = document(
        paragraph("四、分析", 1, 1),
        paragraph("投入管理 分值：20分 得分：17.9分", 2),
        paragraph("1.目标管理标准分值8分，最终得7.2分。指标值偏高，扣0.8分。", 3),
        paragraph("2.预算编制：应得12分，自评得10.7分，扣1.3分。", 4),
        paragraph("过程管理（分值：30，得分：29.1）", 5),
        paragraph("3.财务管理（满分20分），自评20分。", 6),
        paragraph("4.采购管理分值10分，自评得9.1分，失0.9分。", 7),
    )
    lines = read_narrative(told).indicators
    assert [line.level1 for line in lines] == [None, "投入管理", "投入管理", None, "过程管理", "过程管理"]


def test_full_marks_behind_a_list_of_points_are_of_none_of_them() -> None:
    finds = read_narrative(document(paragraph("决策20分，产出70分，满意度10分，满分100分。产出得68分。")))
    points = [(line.max_score and line.max_score.quote, line.claimed_score) for line in finds.indicators]
    assert finds.totals == () and points == [("20", None), ("70", None), ("10", None)]


def test_the_total_behind_the_score_of_the_satisfaction() -> None:
    finds = read_narrative(document(paragraph("产出得49.6分，满意度指标得9.8分，加上其余38分，自评总分97.4分。")))
    assert [total.quote for total in finds.totals] == ["97.4"]
    finds = read_narrative(document(paragraph("综上，产出49.6分、效益38分、满意度10分，总得分97.6分，等级为优。")))
    assert [total.quote for total in finds.totals] == ["97.6"]


def test_points_that_several_have_each_are_no_score_and_the_hundred_to_gain_is_no_total() -> None:
    text = "四个项目各占25分，满分100分。综合得分86.5分，等级为“优”。"
    assert [str(total.value) for total in read_narrative(document(paragraph(text))).totals] == ["86.5"]
    text = "自评总分100分，其中预算执行10分、绩效指标90分。预算执行得9.6分，绩效指标得85分，合计94.6分，等级“优”。"
    assert [str(total.value) for total in read_narrative(document(paragraph(text))).totals] == ["94.6"]


def test_what_all_lost_in_a_sentence_of_its_own_is_not_the_last_ones() -> None:
    finds = read_narrative(document(paragraph("投入20分得19分，过程70分得68分，满意度10分得9.8分。共扣3.2分。")))
    assert [line.deduction for line in finds.indicators] == [None, None, None]


def test_points_for_each_of_several_things_are_not_those_of_the_line() -> None:
    text = "管理制度（6分）：印发3项办法，每项2分，得6分。\n\n公示（4分）：应公示4处，每处1分，公示3处，得3分。"
    assert _lines(text) == [("管理制度", "6", "6"), ("公示", "4", "3")]


def test_points_listed_before_the_scores_of_the_same_names_are_theirs() -> None:
    text = (
        "按县局评分表（投入15分、过程35分、产出30分、效果20分），自评总得分94.92分。"
        "其中投入14分，过程31.70分，产出29.33分，效果19.89分。"
    )
    assert _lines(text) == [
        ("投入", "15", "14"),
        ("过程", "35", "31.70"),
        ("产出", "30", "29.33"),
        ("效果", "20", "19.89"),
    ]


def test_what_each_miss_costs_is_a_rule_wherever_it_stands() -> None:
    text = (
        "发放及时性6分，规定季后30日内拨付，每迟1季扣2分，二季度迟拨9天，扣2分，得4分；"
        "采购（4分）：每发现1个程序不规范扣1分。其中头盔采购未公示合同，扣1分，得3分。"
    )
    assert _lines(text) == [("发放及时性", "6", "4"), ("采购", "4", "3")]
    text = "预算调整率（5分），标准为：0计5分，0～10%（含）计4分，10%～15%计3分，大于15%不计分。实际12.09%，计3分。"
    assert _lines(text) == [("预算调整率", "5", "3")]


def test_a_state_that_opens_an_item_is_its_name_whatever_is_told_of_it() -> None:
    text = (
        "按月发放及时率，全年12批中1批晚3天，规定每晚1批扣1分，10分，得9分；"
        "备用金使用规范性（检查15个镇，每发现1个扣1分），发现2个，15分，得13分；"
        "尊崇氛围营造（定性，达成，但漏换14户）15分，得13分。"
    )
    assert [name for name, *_ in _lines(text)] == ["按月发放及时率", "备用金使用规范性", "尊崇氛围营造"]


def test_lines_that_a_paragraph_says_are_in_one_are_its_parts() -> None:
    source = (
        "# 石门县统计局2023年度部门整体支出绩效自评报告\n\n"
        "自评得97.7分，其中管理效能60分，自评得分58分；履职效能40分，自评得分39.7分。\n\n## 一、管理效能\n\n"
        "预算执行40分，自评得分38分；采购管理20分，自评得分20分。\n\n"
        "预算执行中，支出率30分，按支出率计算，自评得分28分；结转结余率10分，自评得分10分。\n\n"
        "## 二、履职效能\n\n普查40分，自评得分39.7分。\n"
    )
    report = extract(read(source.encode(), "report.md"))
    assert [(line.name.value, line.level, line.level1, line.level2) for line in report.indicators] == [
        ("管理效能", 1, None, None),
        ("预算执行", 2, "管理效能", None),
        ("支出率", 3, "管理效能", "预算执行"),
        ("结转结余率", 3, "管理效能", "预算执行"),
        ("采购管理", 2, "管理效能", None),
        ("履职效能", 1, None, None),
        ("普查", 2, "履职效能", None),
    ]


def test_scores_told_in_turn_go_to_the_points_before_the_total() -> None:
    text = "对照体系（投入15分、过程40分、产出45分），我镇自评总得分97.8分。三部分得分依次为15分、37.8分、45分。"
    assert _lines(text) == [("投入", "15", "15"), ("过程", "40", "37.8"), ("产出", "45", "45")]


def test_scores_over_points_without_a_word_are_read_where_a_report_writes_so_throughout() -> None:
    source = (
        "# 石门县残联2023年度部门整体支出绩效自评报告\n\n本单位自评得分为97.5/100，其中投入20/20，产出77.5/80。\n\n"
        "（1）投入。目标设定8/8；在职人员控制率12/12（13人比14人）。\n\n（2）产出。康复40/40，目标60名，实际64名；"
        "辅具37.5/40，目标320件，实际300件，占全县1/3。\n"
    )
    report = extract(read(source.encode(), "report.md"))
    assert report.claimed_total is not None and report.claimed_total.quote == "97.5"
    assert [(line.name.value, line.claimed_score and line.claimed_score.quote) for line in report.indicators] == [
        ("投入", "20"),
        ("目标设定", "8"),
        ("在职人员控制率", "12"),
        ("产出", "77.5"),
        ("康复", "40"),
        ("辅具", "37.5"),
    ]
    assert _lines("到会18/20，缺席2人。") == []


def test_the_mean_of_several_projects_is_the_report_s_total() -> None:
    text = "甲项目97分，乙项目94分，两个项目算术平均95.5分，等级为优。"
    assert [total.quote for total in read_narrative(document(paragraph(text))).totals][-1] == "95.5"
    assert read_narrative(document(paragraph("学员评课平均95.5分。"))).totals == ()


def test_a_rule_in_quotation_marks_takes_no_points() -> None:
    text = "物资采购因流标迟至8月完成，按“逾期一个月以内扣1分，两个月以上不得分”的标准，该项4分，扣2分，得2分。"
    [line] = read_narrative(document(paragraph(text))).indicators
    assert (line.max_score and line.max_score.quote, line.claimed_score and line.claimed_score.quote) == ("4", "2")
    assert sum(reason.points.value for reason in line.deduction_reasons if reason.points) in {0, 2}


def test_a_head_that_tells_no_score_stands_over_the_lines_that_make_its_points() -> None:
    text = "质量指标（15分）。验收合格率100%，该项8分，得8分；考核合格率96.1%，高于95%的目标，该项7分，得7分。"
    finds = read_narrative(document(paragraph(text)))
    assert [(line.name.value, line.level) for line in finds.indicators] == [
        ("质量指标", 2),
        ("验收合格率", 3),
        ("考核合格率", 3),
    ]


def test_points_and_a_score_with_an_arrow_between_them() -> None:
    assert _lines("◆ 预算执行（10分→8.5分）") == [("预算执行", "10", "8.5")]
    assert _lines("培训人数：10分→8.4分，目标300人，实际252人；") == [("培训人数", "10", "8.4")]
    assert _lines("评分标准由8.5分→10分。") == []


def test_points_and_scores_by_turns_in_a_list_of_such_pairs() -> None:
    text = "投入：20分，18.8分。过程：20分，19分。产出：30分，30分。"
    assert _lines(text) == [("投入", "20", "18.8"), ("过程", "20", "19"), ("产出", "30", "30")]
    assert _lines("投入：20分，18.8分。") != [("投入", "20", "18.8")]


def test_the_reason_behind_the_brackets_of_a_score_begins_behind_them() -> None:
    told = _told("设备验收（分值10分，得8分）：两台未到货，扣2分。培训人数（分值10分，得10分）：全部到训。")
    assert told[0] == ("设备验收", ["两台未到货"])


def test_a_rate_that_has_a_target_is_a_line_of_its_own() -> None:
    told = "预算执行率，目标值100%，完成值91.00%，满分10分，扣0.9分，得9.1分。扣分原因：工程款未支付。"
    finds = read_narrative(document(paragraph(told)))
    assert [line.name.value for line in finds.indicators] == ["预算执行率"]
    assert finds.budget == ()


def test_groups_of_lines_told_by_their_numbers_are_named_without_these() -> None:
    told = (
        "第1至4项为投入类，分值10分，自评9.5分，其中目标设定（第1、2项）4分，自评3.5分，预算配置（第3、4项）6分，自评6分。"
        "以上质量指标满分12分，得12分。"
    )
    names = [line.name.value for line in read_narrative(document(paragraph(told))).indicators]
    assert names == ["投入", "目标设定", "预算配置", "质量指标"]


def test_the_title_of_an_item_names_it_where_a_clause_stands_before_the_points() -> None:
    told = "1．绩效目标合理性。目标与“三定”职责、县林业发展规划相衔接，分值2分，自评2分。"
    group = "1．决策。立项依据充分性，分值5分，得5分。"
    assert [line.name.value for line in read_narrative(document(paragraph(told))).indicators] == ["绩效目标合理性"]
    assert [line.name.value for line in read_narrative(document(paragraph(group))).indicators] == ["立项依据充分性"]
