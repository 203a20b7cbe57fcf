"""Files with several subjects, and chapters of longer files → the parts to read."""

from tests.builders import document, paragraph, table
from toolkit.extract import extract
from toolkit.extract.subjects.parting import parts
from toolkit.model.document import Table
from toolkit.readers import read

PROSE = "全局围绕年度任务开展工作，各项任务按计划推进，资金使用符合规定，绩效目标总体实现。" * 6


def _project(name: str, number: int) -> Table:
    return table([["项目名称", name], ["实施单位", "云江市水务局"], ["三级指标", "分值"], ["培训人次", "10"]], number)


def test_one_report_is_one_part() -> None:
    whole = document(paragraph("云江市水务局2022年度部门整体支出绩效自评报告", 1), paragraph(PROSE, 2))
    assert parts(whole) == (whole,)


def test_projects_after_a_department_report_are_annexes() -> None:
    whole = document(
        paragraph("云江市水务局2022年度部门整体支出绩效自评报告", 1),
        paragraph(PROSE, 2),
        paragraph("附件1", 3),
        paragraph("项目支出绩效自评表", 4),
        _project("堤防维护", 1),
        paragraph("附件2", 5),
        paragraph("项目支出绩效自评表", 6),
        _project("水质监测", 2),
    )
    assert [[block.id for block in part.blocks] for part in parts(whole)] == [
        ["b1", "b2"],
        ["b3", "b4", "t1"],
        ["b5", "b6", "t2"],
    ]
    report = extract(whole)
    assert [annex.identity.project_name and annex.identity.project_name.value for annex in report.annexes] == [
        "堤防维护",
        "水质监测",
    ]


def test_of_two_project_tables_alone_the_first_is_the_report() -> None:
    whole = document(
        paragraph("项目支出绩效自评表", 1),
        _project("堤防维护", 1),
        paragraph("项目支出绩效自评表", 2),
        _project("水质监测", 2),
    )
    assert [[block.id for block in part.blocks] for part in parts(whole)] == [["b1", "t1"], ["b2", "t2"]]


def test_a_projects_own_table_belongs_to_its_report() -> None:
    whole = document(
        paragraph("云江市水务局2022年堤防维护项目支出绩效自评报告", 1),
        paragraph(PROSE, 2),
        paragraph("项目支出绩效自评表", 3),
        _project("堤防维护", 1),
    )
    assert len(parts(whole)) == 1


def test_the_chapter_of_a_file_of_final_accounts() -> None:
    whole = document(
        paragraph("云江市水务局2022年度部门决算", 1),
        paragraph("第一部分 部门概况", 2),
        paragraph(PROSE, 3),
        paragraph("第二部分 绩效自评", 4),
        paragraph("云江市水务局2022年度部门整体支出绩效自评报告", 5),
        paragraph(PROSE, 6),
        paragraph("第三部分 名词解释", 7),
        paragraph("财政拨款收入：指单位从财政取得的预算资金1,200万元以内的部分。", 8),
    )
    assert [[block.id for block in part.blocks] for part in parts(whole)] == [["b5", "b6"]]


def test_department_form_on_a_cover_s_second_sheet_is_parted_from_the_projects_after_it() -> None:
    form = table([["一级指标", "三级指标", "分值", "得分"], ["产出", "巡查里程", "100", "98"]], 1)
    whole = document(
        paragraph("2023年度预算绩效自评报表", 1),
        paragraph("部门整体支出绩效自评表", 2),
        form,
        paragraph("项目支出绩效自评表", 3),
        _project("智慧停车", 2),
    )
    assert [[block.id for block in part.blocks] for part in parts(whole)] == [["b1", "b2", "t1"], ["b3", "t2"]]


def test_chapters_of_projects_that_are_scored_each_are_annexes_of_the_same_body() -> None:
    whole = document(
        paragraph("云江市水务局2022年度部门预算项目绩效自评报告", 1),
        paragraph("一、总体情况", 2, 1),
        paragraph(PROSE, 3),
        paragraph("二、堤防白蚁防治项目", 4, 1),
        paragraph("总分95分，其中：决策20分得20分，产出80分得75分，有1处未完成扣5分。", 5),
        paragraph("三、水质自动监测项目", 6, 1),
        paragraph("总分91分，其中：决策20分得19分，产出80分得72分，有2站停测扣9分。", 7),
        paragraph("四、下一步打算", 8, 1),
        paragraph(PROSE, 9),
    )
    report = extract(whole)
    assert report.claimed_total is None and [
        one.claimed_total and str(one.claimed_total.value) for one in report.annexes
    ] == ["95", "91"]
    assert [one.identity.project_name and one.identity.project_name.value for one in report.annexes] == [
        "堤防白蚁防治项目",
        "水质自动监测项目",
    ]
    assert {one.identity.entity and one.identity.entity.value for one in report.annexes} == {"云江市水务局"}


def test_chapters_of_projects_without_totals_of_their_own_are_one_report() -> None:
    whole = document(
        paragraph("云江市水务局2022年度部门预算项目绩效自评报告", 1),
        paragraph("一、堤防白蚁防治项目", 2, 1),
        paragraph(PROSE, 3),
        paragraph("二、水质自动监测项目", 4, 1),
        paragraph("总分91分。" + PROSE, 5),
    )
    assert parts(whole) == (whole,)


def test_a_list_of_projects_is_no_form_of_one() -> None:
    projects = table([["项目名称", "预算", "支出"], ["堤防白蚁防治", "30", "29"], ["水质监测", "20", "19"]], 1)
    whole = document(paragraph("云江市水务局2022年度部门整体支出绩效自评报告", 1), paragraph(PROSE, 2), projects)
    assert parts(whole) == (whole,)


def test_numbered_projects_are_chapters_at_any_depth_and_their_totals_told_before_are_theirs() -> None:
    source = (
        "# 云江市水务局2022年度项目支出绩效自评报告\n\n## 第一部分 总体\n\n两个项目自评分别为95分和91分。"
        "堤防巡护：自评95分，等级优。水质化验：自评91分，等级优。\n\n## 第二部分 分项\n\n"
        "### 项目一 堤防巡护\n\n满分100分，自评95分。\n\n1. 堤防长度：分值40分，得40分。\n\n"
        "2. 巡护里程：分值60分，得55分（扣5分，两处堤段封闭）。\n\n"
        "### 项目二 水质化验\n\n满分100分，自评91分。\n\n1. 采样点：分值40分，得40分。\n\n"
        "2. 化验样品：分值60分，得51分（扣9分，试剂到货晚）。\n\n"
        "## 第三部分 打算\n\n加强巡护。\n"
    )
    report = extract(read(source.encode(), "report.md"))
    assert report.claimed_total is None and report.other_totals == ()
    assert [
        (one.identity.project_name and one.identity.project_name.value, one.identity.kind and one.identity.kind.value)
        for one in report.annexes
    ] == [("堤防巡护", "project"), ("水质化验", "project")]
    assert [
        [reason.text.value for line in one.indicators for reason in line.deduction_reasons] for one in report.annexes
    ] == [["两处堤段封闭"], ["试剂到货晚"]]


def _scores(total: str) -> Table:
    return table(
        [["三级指标", "分值", "得分"], ["培训人次", "60", "57.5"], ["合格率", "40", "39"], ["合计", "100", total]], 1
    )


def test_a_captioned_table_with_the_total_of_the_text_is_the_report_s_own() -> None:
    whole = document(
        paragraph("云江市水务局2022年度堤防维护项目绩效自评报告", 1),
        paragraph(PROSE, 2),
        paragraph("经自评，项目自评得分96.5分。", 3),
        paragraph("绩效指标自评表", 4),
        _scores("96.5"),
        paragraph("扣分的原因在表中逐项列出。", 5),
    )
    assert parts(whole) == (whole,)


def test_a_captioned_table_with_another_total_than_the_text_is_an_annex() -> None:
    whole = document(
        paragraph("云江市水务局2022年度部门整体支出绩效自评报告", 1),
        paragraph(PROSE, 2),
        paragraph("经自评，部门整体自评得分93.2分。", 3),
        paragraph("绩效指标自评表", 4),
        _scores("96.5"),
    )
    assert [[block.id for block in part.blocks] for part in parts(whole)] == [["b1", "b2", "b3"], ["b4", "t1"]]


def test_a_captioned_table_between_two_chapters_of_one_count_is_the_report_s_own() -> None:
    whole = document(
        paragraph("云江市水务局2022年度堤防维护项目绩效自评报告", 1),
        paragraph("一、基本情况", 2, 1),
        paragraph(PROSE, 3),
        paragraph("绩效指标自评表", 4),
        _scores("96.5"),
        paragraph("二、存在的不足", 5, 1),
    )
    assert parts(whole) == (whole,)


def test_a_form_for_transfers_that_names_its_fund_belongs_to_the_report_before_it() -> None:
    form = table([["转移支付（项目）名称", "河道修复资金"], ["三级指标", "指标值"], ["修复长度", "≥6公里"]], 1)
    whole = document(
        paragraph("云江市2022年河道修复资金绩效自评报告", 1),
        paragraph(PROSE, 2),
        paragraph("附表", 3),
        paragraph("转移支付区域绩效目标自评表", 4),
        form,
    )
    assert parts(whole) == (whole,)


def test_chapters_headed_by_listed_projects_are_annexes_with_their_own_tables() -> None:
    listed = table(
        [["序号", "项目名称", "预算", "得分"], ["1", "河道保洁", "30", "96.5"], ["2", "泵站值守", "20", "98"]], 1
    )
    whole = document(
        paragraph("云江市水务局2022年度项目支出绩效自评报告", 1),
        paragraph("一、总体情况", 2, 1),
        listed,
        paragraph("二、分项目情况", 3, 1),
        paragraph("（一）河道保洁", 4, 2),
        paragraph("项目总分96.5分。", 5),
        paragraph("（二）泵站值守", 6, 2),
        paragraph("项目总分98分。", 7),
        paragraph("三、问题和建议", 8, 1),
        paragraph(PROSE, 9),
    )
    assert [[block.id for block in part.blocks] for part in parts(whole)] == [
        ["b1", "b2", "t1", "b3", "b8", "b9"],
        ["b4", "b5"],
        ["b6", "b7"],
    ]
    report = extract(whole)
    assert [one.identity.project_name and one.identity.project_name.value for one in report.annexes] == [
        "河道保洁",
        "泵站值守",
    ]


def test_a_second_table_that_names_nobody_is_of_another_subject() -> None:
    heads = ["三级指标", "分值", "得分"]
    whole = document(
        paragraph("云江市水务局2022年堤防维护项目支出绩效自评报告", 1),
        table([heads, ["巡查里程", "100", "98"]], 1),
        paragraph("项目支出绩效自评表", 2),
        table([heads, ["采样次数", "100", "95"]], 2),
    )
    assert [[block.id for block in part.blocks] for part in parts(whole)] == [["b1", "t1"], ["b2", "t2"]]


def test_sections_of_projects_with_a_score_table_each_are_annexes() -> None:
    heads = ["三级指标", "分值", "得分"]
    whole = document(
        paragraph("云江市水务局2022年度项目支出绩效自评报告", 1),
        paragraph("一、各项目自评情况", 2, 1),
        paragraph("（一）堤防白蚁防治项目", 3, 2),
        paragraph(PROSE, 4),
        paragraph("附表1 堤防白蚁防治项目绩效自评表", 5),
        table([heads, ["巡查里程", "100", "98"], ["合计", "100", "98"]], 1),
        paragraph("（二）水质自动监测项目", 6, 2),
        paragraph(PROSE, 7),
        paragraph("附表2 水质自动监测项目绩效自评表", 8),
        table([heads, ["采样次数", "100", "95"], ["合计", "100", "95"]], 2),
        paragraph("二、下一步打算", 9, 1),
        paragraph(PROSE, 10),
    )
    report = extract(whole)
    assert report.indicators == ()
    assert [
        (one.identity.project_name and one.identity.project_name.value, one.claimed_total and one.claimed_total.quote)
        for one in report.annexes
    ] == [("堤防白蚁防治项目", "98"), ("水质自动监测项目", "95")]


def test_sections_that_name_and_score_what_their_table_lists_are_reports_of_their_own() -> None:
    head = "| 指标 | 目标 | 实际 | 满分 | 得分 |\n|---|---|---|---|---|\n"
    source = (
        "# 石门林场2024年度项目绩效自评报告\n\n一、自评情况\n\n（一）古树保护：96分，等级为优\n\n"
        + head
        + "| 挂牌古树 | 50株 | 48株 | 60 | 56 |\n| 管护到位率 | 100% | 100% | 40 | 40 |\n| 合计 | | | 100 | 96 |\n\n"
        + "（二）苗木培育：100分，等级为优\n\n"
        + head
        + "| 育苗 | 3万株 | 3万株 | 100 | 100 |\n| 合计 | | | 100 | 100 |\n\n"
        + "二、结论\n\n两个项目综合得分98分，等级为优。\n"
    )
    report = extract(read(source.encode(), "report.md"))
    assert report.claimed_total is not None and report.claimed_total.quote == "98"
    told = [(one.identity.project_name, one.claimed_total) for one in report.annexes]
    assert [(name and name.value, total and total.quote) for name, total in told] == [
        ("古树保护", "96"),
        ("苗木培育", "100"),
    ]


def test_projects_called_by_number_above_a_table_of_scores_each_are_reports_of_their_own() -> None:
    head = "| 三级指标 | 目标 | 实际 | 分值 | 得分 |\n|---|---|---|---|---|\n"
    first = "项目一：古树保护\n\n" + head + "| 挂牌 | 50株 | 48株 | 100 | 96 |\n| 总分 | | | 100 | 96 |\n\n"
    second = "项目二：苗木培育\n\n" + head + "| 育苗 | 3万株 | 3万株 | 100 | 100 |\n| 总分 | | | 100 | 100 |\n"
    report = extract(read(("石门林场2024年度项目绩效自评\n\n" + first + second).encode(), "report.md"))
    told = [(one.identity.project_name, one.claimed_total) for one in (report, *report.annexes)]
    assert [(name and name.value, total and total.quote) for name, total in told] == [
        ("古树保护", "96"),
        ("苗木培育", "100"),
    ]
    listed = "项目一：古树保护\n\n项目二：苗木培育\n\n" + head + "| 育苗 | 3万株 | 3万株 | 100 | 100 |\n"
    assert extract(read(("石门林场2024年度整体支出绩效自评\n\n" + listed).encode(), "report.md")).annexes == ()
    review = f"石门林场2024年度项目绩效自评（合订）\n\n一、综述\n\n{PROSE}\n\n"
    report = extract(read((review + first + second + "\n三、其他情况\n\n无。\n").encode(), "report.md"))
    assert report.claimed_total is None and report.indicators == ()
    assert [one.identity.project_name and one.identity.project_name.value for one in report.annexes] == [
        "古树保护",
        "苗木培育",
    ]


def _chapters(first: str, second: str) -> list[tuple[str | None, str | None, int]]:
    lines = "成本控制20分，得20分；养护里程40分，得{}分；路面完好率40分，得39分。"
    source = (
        "# 白石县公路站2024年度项目绩效自评报告\n\n一、各项目自评\n\n"
        f"（一）{first}\n\n自评得{{}}分。{lines.format(37)}\n\n（二）{second}\n\n自评得{{}}分。{lines.format(38)}\n\n"
        "二、下一步打算\n\n早作养护计划。\n"
    )
    report = extract(read(source.format(96, 97).encode(), "report.md"))
    return [
        (
            one.identity.project_name and one.identity.project_name.value,
            one.claimed_total and one.claimed_total.quote,
            len(one.indicators),
        )
        for one in report.annexes
    ]


def test_chapters_that_each_tell_a_total_and_lines_in_words_are_reports_of_their_own() -> None:
    assert [one[1:] for one in _chapters("县道养护", "桥梁检测")] == [("96", 3), ("97", 3)]
    assert _chapters("自评结论", "复评结果") == []


def test_a_form_and_the_report_on_its_project_are_one_whoever_signs() -> None:
    whole = document(
        paragraph("项目支出绩效自评表", 1),
        table(
            [
                ["项目名称", "2023年堤防维护项目"],
                ["主管部门", "云江市水务局"],
                ["实施单位", "云江市堤防所"],
                ["指标", "里程"],
            ]
        ),
        paragraph("附件2", 2),
        paragraph("2023年堤防维护项目", 3),
        paragraph("绩效自评报告", 4),
        paragraph(PROSE, 5),
        paragraph("云江市水务局", 6),
    )
    assert len(parts(whole)) == 1


def test_chapters_that_tell_the_total_of_their_project_are_annexes_whatever_they_are_called() -> None:
    lines = "巡查次数，目标12次，实际12次，分值40分，得40分。\n\n整改率，目标100%，实际90%，分值40分，得36分。\n\n"
    lines += "满意度，目标90%，实际92%，分值20分，得20分。\n\n该项目自评得分96分。\n\n"
    names = ("二、消防器材更新", "三、电梯检验补助经费")
    chapters = ["## 一、总体情况", PROSE, *(f"## {name}\n\n{lines}" for name in names), "## 四、有关建议", PROSE]
    text = "# 云江市市场监管局2023年度项目支出绩效自评报告\n\n" + "\n\n".join(chapters)
    report = extract(read(text.encode(), "a.md"))
    assert [annex.claimed_total and annex.claimed_total.quote for annex in report.annexes] == ["96", "96"]
    assert report.claimed_total is None


def test_a_table_of_basic_data_among_the_annexes_begins_no_subject() -> None:
    whole = document(
        paragraph("云江市水务局2022年度部门整体支出绩效自评报告", 1),
        paragraph(PROSE, 2),
        paragraph("经自评，部门整体支出自评得分96.5分。", 3),
        paragraph("附件1　部门整体支出绩效评价基础数据表", 4),
        table([["编制数", "在职人数"], ["40", "38"]], 2),
        paragraph("附件2　部门整体支出绩效自评表", 5),
        _scores("96.5"),
    )
    assert parts(whole) == (whole,)


def test_words_before_the_first_of_several_projects_that_count_them_are_none_of_its_own() -> None:
    def form(name: str, points: str, number: int) -> Table:
        rows = [["项目名称", name, "", ""], ["三级指标", "完成值", "分值", "得分"], ["加固堤段", "5段", "100", points]]
        return table(rows, number)

    said = paragraph("云江市水务局2022年自评项目共2个，预算合计506.50万元，支出454.94万元。", 2)
    title = paragraph("云江市水务局2022年度项目支出绩效自评情况", 1)
    whole = document(title, said, form("堤防维护", "98", 1), form("水质监测", "97", 2))
    assert [[block.id for block in part.blocks] for part in parts(whole)] == [["b1", "b2"], ["t1"], ["t2"]]
    of_one = document(
        title, paragraph("本项目预算506.50万元。", 2), form("堤防维护", "98", 1), form("水质监测", "97", 2)
    )
    assert [[block.id for block in part.blocks] for part in parts(of_one)] == [["b1", "b2", "t1"], ["t2"]]


def test_projects_whose_headings_tell_what_they_gained_are_reports_of_their_own() -> None:
    source = (
        "# 荷塘区水务局2023年度专项资金绩效自评报告\n\n本年安排专项资金两项。两个项目平均96分。\n\n"
        "## 项目一：堤防维护（97分）\n\n加固堤段60分，得58分；巡堤40分，得39分。\n\n"
        "## 项目二 水质监测，自评95分。\n\n监测断面60分，得55分；异常处置40分，得40分。\n\n## 改进\n\n加强管护。\n"
    )
    report = extract(read(source.encode(), "report.md"))
    told = [
        (one.identity.project_name and one.identity.project_name.value, one.claimed_total) for one in report.annexes
    ]
    assert [(name, total and total.quote) for name, total in told] == [("堤防维护", "97"), ("水质监测", "95")]
    assert report.claimed_total is not None and report.claimed_total.quote == "96"


def test_projects_called_by_number_whose_totals_stand_at_their_ends() -> None:
    text = (
        "# 2023年度项目支出绩效自评结果\n\n我局对两个重点项目开展了绩效自评，现公开如下。"
        "各项目均按预算执行10分、产出60分、效益30分计分，未完成的按完成率计分。\n\n"
        f"{'本局承担全区文化场馆开放、文艺演出、文物保护和旅游市场监督工作。' * 6}\n\n"
        "项目一：图书馆免费开放\n\n预算执行得10分。产出指标60分，得59分。效益指标30分，得29分。\n\n项目一自评得分：98分。\n\n"
        "项目二：送戏下乡演出\n\n预算执行得9分。产出指标60分，得58分。效益指标30分，得30分。\n\n项目二自评得分：97分。\n"
    )
    report = extract(read(text.encode(), "made.md"))
    told = [
        (one.identity.project_name and one.identity.project_name.value, one.claimed_total and one.claimed_total.quote)
        for one in report.annexes
    ]
    assert told == [("图书馆免费开放", "98"), ("送戏下乡演出", "97")]


def test_the_summary_above_each_table_of_final_accounts_is_of_its_project() -> None:
    def form(name: str, total: str) -> str:
        return (
            f"| 项目名称 | {name} | | |\n|---|---|---|---|\n| 一级指标 | 三级指标 | 分值 | 得分 |\n"
            f"| 产出 | 任务 | 60 | 60 |\n| 效益 | 受益 | 40 | {total} |\n"
        )

    text = (
        "# 某县农业农村局2023年度部门决算\n\n## 预算绩效情况说明\n\n"
        "（1）牧场建设项目绩效自评综述：项目自评得分97分，自评结论为“优”。\n\n项目支出绩效自评表（一）\n\n"
        f"{form('牧场建设', '37')}\n"
        "（2）三资管理项目绩效自评综述：项目自评得分98分，自评结论为“优”。\n\n项目支出绩效自评表（二）\n\n"
        f"{form('三资管理', '38')}\n"
    )
    report = extract(read(text.encode(), "made.md"))
    told = [
        (one.identity.project_name and one.identity.project_name.value, one.claimed_total and one.claimed_total.quote)
        for one in (report, *report.annexes)
        if one.indicators
    ]
    assert told == [("牧场建设", "97"), ("三资管理", "98")]


_FORM = """| 指标 | 分值 | 目标值 | 完成值 | 得分 |
|---|---|---|---|---|
| 养护里程 | 60 | 50公里 | 50公里 | 60 |
| 群众满意度 | 40 | ≥90% | 80% | {} |
| 合计 | 100 | | | {} |
"""


def _read(text: str) -> list[tuple[str | None, str | None]]:
    """Project and total of the report and of each annex."""
    report = extract(read(text.encode(), "a.md"))
    return [
        (
            None if one.identity.project_name is None else one.identity.project_name.value,
            None if one.claimed_total is None else one.claimed_total.quote,
        )
        for one in (report, *report.annexes)
    ]


def test_what_stands_behind_the_last_of_several_projects_is_the_reports() -> None:
    forms = "\n\n".join(
        f"## 项目{number}：{name}\n\n{_FORM.format(*scores)}"
        for number, name, scores in (("一", "县道养护", ("36", "96")), ("二", "村道养护", ("38", "98")))
    )
    title = "# 云江市公路局2023年度项目绩效自评报告"
    text = f"{title}\n\n我局有两个项目列入自评。\n\n{forms}\n## 小结\n\n两个项目平均得分97分。\n"
    assert _read(text) == [(None, "97"), ("县道养护", "96"), ("村道养护", "98")]


def test_names_alone_above_forms_part_them() -> None:
    forms = "\n\n".join(
        f"**{name}**\n\n{_FORM.format(*scores)}"
        for name, scores in (("县道养护项目", ("36", "96")), ("村道养护项目", ("38", "98")))
    )
    text = f"# 云江市公路局2023年度项目支出绩效自评报告\n\n{PROSE}\n\n{forms}"
    assert _read(text)[1:] == [("县道养护项目", "96"), ("村道养护项目", "98")]
    assert len(_read(text.replace("**村道养护项目**\n\n", ""))) == 1


def test_chapters_that_tell_a_total_beside_their_form_are_projects() -> None:
    told = "项目全年支出30万元。项目自评总分{}分，等级为优。"
    forms = "\n\n".join(
        f"## {number}、{name}\n\n{told.format(total)}\n\n{_FORM.format(score, total)}"
        for number, name, score, total in (("一", "耐盐水稻选育", "36", "96"), ("二", "检测仪器购置", "38", "98"))
    )
    text = f"# 云江市农科所2023年度项目支出绩效自评报告\n\n{PROSE}\n\n{forms}\n## 三、改进措施\n\n加强管理。\n"
    assert [total for _, total in _read(text)][1:] == ["96", "98"]


def test_a_form_without_a_name_behind_a_departments_report_is_its_own() -> None:
    text = (
        f"# 云江市商务局2023年度部门整体支出绩效自评报告\n\n{PROSE}\n\n部门整体支出绩效自评得分96分。\n\n"
        f"部门整体支出绩效自评表\n\n{_FORM.format('36', '96')}"
    )
    assert [total for _, total in _read(text)] == ["96"]


def test_one_total_told_twice_is_of_one_report() -> None:
    text = (
        f"# 云江市公路局2023年度项目支出绩效自评报告\n\n{PROSE}\n\n## 一、绩效目标完成\n\n自评得分96分，具体如下。\n\n"
        f"{_FORM.format('36', '96')}\n## 二、绩效说明\n\n养护里程得60分，群众满意度得36分。项目自评得分96分。\n"
    )
    assert [total for _, total in _read(text)] == ["96"]


def _scored(name: str, number: int) -> Table:
    rows = [
        ["项目名称", name, "", ""],
        ["一级指标", "三级指标", "分值", "得分"],
        ["产出指标", f"{name}次数", "100", "97"],
    ]
    return table([*rows, ["总分", "", "100", "97"]], number)


def test_a_report_with_a_table_of_its_own_does_not_take_the_first_project_s_form() -> None:
    own = table([["一级指标", "三级指标", "分值", "得分"], ["产出", "岗位", "100", "95"], ["合计", "", "100", "95"]], 1)
    whole = document(
        paragraph("云江市2022年度就业补助资金绩效自评报告", 1),
        paragraph(PROSE, 2),
        own,
        paragraph("附件1", 3),
        _scored("岗位补贴", 2),
        paragraph("附件2", 4),
        _scored("培训补贴", 3),
    )
    assert [[block.id for block in part.blocks if isinstance(block, Table)] for part in parts(whole)] == [
        ["t1"],
        ["t2"],
        ["t3"],
    ]


def test_text_on_the_department_behind_a_project_s_form_goes_with_the_department() -> None:
    whole = document(
        paragraph("云江市民政局2022年部门整体支出绩效自评表", 1),
        paragraph("填报单位：云江市民政局", 2),
        table([["一级指标", "三级指标", "分值", "得分"], ["产出", "床位", "100", "95"], ["总分", "", "100", "95"]], 1),
        paragraph("项目支出绩效自评表", 3),
        _scored("床位改造", 2),
        paragraph("关于2022年度部门整体支出绩效自评情况的说明", 4),
        paragraph(PROSE, 5),
    )
    assert [[block.id for block in part.blocks] for part in parts(whole)] == [
        ["b1", "b2", "t1", "b4", "b5"],
        ["b3", "t2"],
    ]


def test_an_unnamed_text_that_tells_the_total_of_the_form_above_goes_with_it() -> None:
    form = table(
        [["一级指标", "三级指标", "分值", "得分"], ["产出", "调解", "100", "98.19"], ["合计", "", "100", "98.19"]], 1
    )
    told = f"自评得分98.19分。{PROSE}"
    whole = document(
        paragraph("北槐县司法局2022年度部门整体支出绩效自评表", 1), form, paragraph("自评报告", 2), paragraph(told, 3)
    )
    assert len(parts(whole)) == 1


def test_a_project_told_behind_the_report_of_a_department_is_an_annex() -> None:
    whole = document(
        paragraph("云江市司法局2024年部门整体支出绩效自评报告", 1),
        paragraph(f"经自评小组评议，部门整体支出绩效得分98.25分。{PROSE}", 2),
        paragraph("附：人民调解项目自评情况", 3),
        paragraph("项目自评得分97.5分，等级优。产出指标100分，得97.5分。", 4),
    )
    assert [[block.id for block in part.blocks] for part in parts(whole)] == [["b1", "b2"], ["b3", "b4"]]
    report = extract(whole)
    totals = [one.claimed_total and one.claimed_total.quote for one in (report, *report.annexes)]
    assert totals == ["98.25", "97.5"]


def test_a_form_of_another_project_behind_the_report_of_one_is_an_annex() -> None:
    def form(name: str, total: str) -> Table:
        return table(
            [
                ["项目名称", name, "", ""],
                ["一级指标", "三级指标", "分值", "得分"],
                ["产出", "验收合格率", "60", "60"],
                ["效益", "群众满意度", "40", "38"],
                ["合计", "", "100", total],
            ]
        )

    def read_as(name: str, total: str) -> int:
        title = paragraph("云江市水务局水质监测项目绩效自评报告（2022年度）", 1)
        told = paragraph("项目自评得分96.5分，评定等级为优。" + PROSE, 2)
        return len(parts(document(title, told, paragraph("附：项目支出绩效自评表", 3), form(name, total))))

    assert read_as("堤防维护", "98") == 2
    assert read_as("水质监测", "98") == 1  # the same project: its totals differ
    assert read_as("堤防维护", "96.5") == 1  # the same total: called otherwise


def test_a_project_told_behind_the_report_under_its_name_is_an_annex() -> None:
    whole = document(
        paragraph("云江市水务局2022年度部门整体绩效自评报告", 1),
        paragraph(PROSE, 2),
        paragraph("附：堤防维护项目2022年度绩效自评", 3),
        paragraph(PROSE, 4),
    )
    assert [[block.id for block in part.blocks] for part in parts(whole)] == [["b1", "b2"], ["b3", "b4"]]
