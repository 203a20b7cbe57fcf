"""Titles, labels and signatures of several forms → who reports on what."""

import pytest

from tests.builders import document, paragraph, table
from toolkit.extract import extract
from toolkit.extract.identity import read_identity
from toolkit.extract.subjects.titled import project_of
from toolkit.extract.titles import is_title
from toolkit.model.record import Identity
from toolkit.readers import read


def _identity(*texts: str) -> Identity:
    (identity,) = read_identity(document(*(paragraph(text, number) for number, text in enumerate(texts, 1)))).identity
    return identity


@pytest.mark.parametrize(
    ("title", "entity", "year", "kind", "project"),
    [
        ("云江市水务局2022年度部门整体支出绩效自评报告", "云江市水务局", 2022, "department", None),
        ("2023年度望山县农业农村局部门整体支出绩效自评报告", "望山县农业农村局", 2023, "department", None),
        ("关于云江市图书馆2021年古籍修复项目支出绩效自评的报告", "云江市图书馆", 2021, "project", "古籍修复项目"),
        ("云江市水利局关于报送2023年河道管护项目绩效自评结果的函", "云江市水利局", 2023, "project", "河道管护项目"),
        ("2023年度望山县农业农村局部门整体支出绩效自评情况说明", "望山县农业农村局", 2023, "department", None),
        ("望山县水利局2023年度预算项目（河道管护）绩效自评报告", "望山县水利局", 2023, "project", "河道管护"),
        (
            "云江市科学技术局2022年科技创新专项资金绩效自评报告",
            "云江市科学技术局",
            2022,
            "earmarked_fund",
            "科技创新专项资金",
        ),
        (
            "桂花坪区人力资源和社会保障局技能培训项目2021年度绩效自评报告",
            "桂花坪区人力资源和社会保障局",
            2021,
            "project",
            "技能培训项目",
        ),
        ("云江市水务局2022年度项目支出绩效自评报告（河道清淤）", "云江市水务局", 2022, "project", "河道清淤"),
        ("中共望山县委党校2023年部门整体支出绩效自评表", "中共望山县委党校", 2023, "department", None),
        (
            "望山县疾病预防控制中心（县疾控局）基本公共卫生服务补助项目绩效自评报告",
            "望山县疾病预防控制中心（县疾控局）",
            None,
            "project",
            "基本公共卫生服务补助项目",
        ),
        ("2023年度兰坪街道办事处项目支出绩效自评报告", "兰坪街道办事处", 2023, "project", None),
        ("平桥区城市管理局2022年度部门整体支出绩效评分表", "平桥区城市管理局", 2022, "department", None),
        ("石门关区教育局二〇二三年度部门整体支出绩效自评报告", "石门关区教育局", 2023, "department", None),
        ("云江市第一中学整体支出绩效自评报告", "云江市第一中学", None, "department", None),
        (
            "望山县统计局第五次经济普查项目绩效自评报告（2023年度）",
            "望山县统计局",
            2023,
            "project",
            "第五次经济普查项目",
        ),
        (
            "望山县发展和改革局（粮食和物资储备局）区级储备粮管理项目2023年度绩效自评报告",
            "望山县发展和改革局（粮食和物资储备局）",
            2023,
            "project",
            "区级储备粮管理项目",
        ),
        (
            "望山县财政局政府债务利息及PPP项目支出责任2022年度绩效自评报告",
            "望山县财政局",
            2022,
            "project",
            "政府债务利息及PPP项目支出责任",
        ),
        ("望山县人民政府办公室 2022 年度部门整体支出绩效自评报告", "望山县人民政府办公室", 2022, "department", None),
    ],
)
def test_titles(title: str, entity: str, year: int | None, kind: str, project: str | None) -> None:
    identity = _identity(title)
    assert identity.entity is not None and identity.entity.value == entity
    assert (identity.fiscal_year and identity.fiscal_year.value) == year
    assert identity.kind is not None and identity.kind.value == kind
    assert (identity.project_name and identity.project_name.value) == project


@pytest.mark.parametrize(
    "texts",
    [
        ("望山县审计局政府投资审计专项经费", "2023年度绩效自评报告"),
        ("望山县2023年食品抽检项目绩效自评报告", "望山县审计局　2024年2月"),
        ("望山县审计局污水处理费专项（2023年度）绩效自评", "一、概况"),
        ("望山县2023年食品抽检项目绩效自评报告", "（2023年度）望山县审计局"),
    ],
)
def test_the_body_stands_in_the_line_beside_the_title(texts: tuple[str, str]) -> None:
    entity = _identity(*texts).entity
    assert (entity and entity.value) == (None if texts[1].startswith("（") else "望山县审计局")


def test_a_project_s_words_are_no_body() -> None:
    identity = _identity("2022年度中小学校舍改造项目支出绩效自评报告")
    assert identity.entity is None
    assert identity.project_name is not None and identity.project_name.value == "中小学校舍改造项目"


@pytest.mark.parametrize(
    "text",
    [
        "一、绩效自评工作开展情况",
        "（二）绩效自评结论",
        "我局认真组织开展绩效自评，形成自评报告。",
        "附件：部门整体支出绩效自评表",
        "表1 绩效自评得分表",
    ],
)
def test_what_is_no_title(text: str) -> None:
    assert not is_title(text)


def test_labels_in_one_line() -> None:
    identity = _identity(
        "项目支出绩效自评表", "填报单位（盖章）：云江市民政局    填报日期：2024年3月1日", "（2023年度）"
    )
    assert identity.entity is not None and identity.entity.value == "云江市民政局"
    assert identity.fiscal_year is not None and identity.fiscal_year.value == 2023


def test_a_value_ends_where_the_next_label_begins_also_without_a_blank() -> None:
    identity = _identity(
        "项目支出绩效自评表", "填报单位：云江市民政局填报日期：2024年3月1日联系人：林溪", "（2023年度）"
    )
    assert identity.entity is not None and identity.entity.value == "云江市民政局"


def test_the_year_in_the_first_row_of_a_form_that_goes_across_it() -> None:
    rows = "<tr><td colspan=2>（2023年度）</td></tr><tr><td>填报单位</td><td>云江市司法局</td></tr>"
    (identity,) = read_identity(read(f"<p>部门整体绩效自评表</p><table>{rows}</table>".encode(), "a.html")).identity
    assert identity.fiscal_year is not None and identity.fiscal_year.value == 2023


def test_labels_in_a_table_implementing_entity_reports() -> None:
    form = table(
        [
            ["项目名称", "养老服务补贴项目", "", ""],
            ["主管部门及代码", "[204]云江市民政局", "实施单位", "云江市社会福利院"],
        ]
    )
    (identity,) = read_identity(document(paragraph("项目支出绩效自评表"), form)).identity
    assert identity.entity is not None and identity.entity.value == "云江市社会福利院"
    assert identity.project_name is not None and identity.project_name.value == "养老服务补贴项目"
    assert identity.supervising_department is not None
    assert identity.supervising_department.value == "云江市民政局"
    assert identity.kind is not None and identity.kind.value == "project"


def test_the_year_of_a_quoted_norm_is_not_the_reports() -> None:
    identity = _identity(
        "云江市统计局部门整体支出绩效自评报告", "按照《2024年绩效评价工作规范》，对2023年度部门整体支出开展自评。"
    )
    assert identity.fiscal_year is not None and identity.fiscal_year.value == 2023


def test_region_is_the_place_that_opens_the_entity() -> None:
    identity = _identity("云江市水务局2022年度部门整体支出绩效自评报告")
    assert identity.region is not None and identity.region.value == "云江市"


def test_bare_label_of_the_body_is_read() -> None:
    identity = _identity("预算部门整体支出绩效自评指标表", "部门：泊口区交通运输局　　评价年度：2022年度")
    assert identity.entity is not None and identity.entity.value == "泊口区交通运输局"
    assert identity.fiscal_year is not None and identity.fiscal_year.value == 2022


def test_bare_word_for_a_body_is_none_for_a_unit() -> None:
    identity = _identity("2023年度部门整体支出绩效自评评分表", "单位：枫桥镇人民政府")
    assert identity.entity is not None and identity.entity.value == "枫桥镇人民政府"
    assert _identity("2023年度部门整体支出绩效自评评分表", "单位：万元").entity is None


def test_years_of_a_span_are_not_the_reports_own() -> None:
    told = _identity("望山县水利局河道整治工程（2021—2023年）绩效自评报告", "2023年度自评得95分。")
    assert told.fiscal_year is not None and told.fiscal_year.value == 2023


def test_a_region_that_reports_as_a_whole() -> None:
    told = _identity("云江市2023年度学前教育中央对地方转移支付绩效自评报告")
    assert told.entity is None and told.region is not None and told.region.value == "云江市"


@pytest.mark.parametrize(
    "texts",
    [
        ("望山县农业农村局文件", "望农\u30142025\u30158号", "关于2024年灌区改造项目绩效自评的报告"),
        ("灌区改造工程绩效自评报告", "望山县农业农村局 二〇二五年三月"),
        ("灌区改造工程绩效自评报告", "2024年度", "望山县农业农村局"),
        ("2024年灌区改造工程绩效自评报告", "主管部门：望山县农业农村局"),
        ("灌区改造绩效自评报告", "一、概况", "望山县农业农村局", "2025年3月6日", "附件", "表", "一", "二", "三"),
    ],
)
def test_the_body_above_and_below_the_title(texts: tuple[str, ...]) -> None:
    identity = _identity(*texts)
    assert identity.entity is not None and identity.entity.value == "望山县农业农村局"


def test_the_heading_beside_a_name_in_a_list_is_no_project() -> None:
    listed = table([["序号", "项目名称", "承担单位"], ["1", "河道保洁", "河道管理所"], ["2", "泵站值守", "排水站"]])
    finds = read_identity(document(paragraph("云江市水务局2022年度项目支出绩效自评报告"), listed))
    assert finds.identity[0].project_name is None


@pytest.mark.parametrize("heading", ["指标", "三级指标", "分值", "预算数"])
def test_a_heading_of_the_next_column_is_no_project(heading: str) -> None:
    listed = table([["项目名称", heading, "得分"], ["河道保洁", "清捞次数", "9"], ["泵站值守", "值守天数", "8"]])
    finds = read_identity(document(paragraph("云江市水务局2022年度项目支出绩效自评报告"), listed))
    assert finds.identity[0].project_name is None
    assert project_of(listed) is None


def _of_form(*rows: list[str]) -> Identity:
    (identity,) = read_identity(document(paragraph("绩效自评表", 1), table(list(rows)))).identity
    return identity


def test_the_caption_of_the_rest_of_a_table_is_no_title() -> None:
    assert is_title("项目支出绩效自评表") and not is_title("项目支出绩效自评表（续表一）")
    assert not is_title("2023年度项目支出绩效自评表（续）")


def test_labels_of_forms_say_who_reports() -> None:
    for label in ("县级预算部门名称", "编制单位", "实施（主管）单位", "承接主体"):
        entity = _of_form(["项目名称", "河道保洁"], [label, "望山县河道管理所"]).entity
        assert entity is not None and entity.value == "望山县河道管理所"


def test_a_period_of_one_whole_year_is_the_year() -> None:
    for told in ("2024年1月—12月", "2024年1月1日至2024年12月31日", "2024.1-2024.12"):
        year = _of_form(["政策名称", "高龄补贴"], ["评价时段", told]).fiscal_year
        assert year is not None and year.value == 2024
    for told in ("2024年7月—2025年6月", "2022年1月—2025年12月", "2025年3月"):
        assert _of_form(["项目名称", "高龄补贴"], ["服务期限", told]).fiscal_year is None


def test_of_grades_to_tick_the_ticked_one_is_told() -> None:
    for told in ("□优（90分以上） ☑良（80—90分） □中", "优□ 良☑ 中□", "优（90分以上）□ 良（80—90分）√ 中□"):
        (grade,) = read_identity(document(table([["项目名称", "河道保洁"], ["自评等级", told]]))).grades
        assert grade.value == "良"


def test_a_title_in_two_lines_names_its_project_and_year_in_the_first() -> None:
    told = _identity("2023年社区养老服务提升补助资金", "绩效自评报告", "全年执行良好。")
    assert told.project_name is not None and told.project_name.value == "社区养老服务提升补助资金"
    assert told.fiscal_year is not None and told.fiscal_year.value == 2023
    dated = _identity("2024年3月5日", "绩效自评报告")
    assert dated.fiscal_year is None and dated.project_name is None


def test_bodies_that_are_not_named_do_not_report() -> None:
    entity = _of_form(
        ["项目名称", "校舍维修"], ["市级主管部门", "望山市教育局"], ["实施单位", "各县（区）教育局"]
    ).entity
    assert entity is not None and entity.value == "望山市教育局"


def test_a_body_that_publishes_its_accounts_or_reports_is_the_entity() -> None:
    for head in (
        "白石职业学院2024年度部门决算",
        "（白石职业学院2024年度单位决算公开节选）",
        "报告单位：白石职业学院报告日期：2025年2月",
    ):
        entity = _identity(head, "自评得分95分。").entity
        assert entity is not None and entity.value == "白石职业学院"
    assert _identity("各部门2024年度部门决算").entity is None


@pytest.mark.parametrize(
    ("ticks", "grade"),
    [
        ("优☑　良□　中□", "优"),
        ("□优　☑良　□中", "良"),
        ("优□　良√　中□", "良"),
        ("优□　良□", None),
        ("□优　□良", None),
    ],
)
def test_the_grade_that_is_ticked(ticks: str, grade: str | None) -> None:
    report = extract(read(f"# 云江市2023年护林项目绩效自评表\n\n自评等级：{ticks}\n".encode(), "a.md"))
    assert (report.claimed_grade and report.claimed_grade.quote) == grade


def test_what_a_site_lists_below_a_report_tells_no_year_but_its_title_with_a_date_does() -> None:
    link = "云江市水务局2020年部门决算 2021-08-20"
    body = [paragraph(f"第{number}段工作按计划完成。", number) for number in range(1, 8)]
    assert extract(document(*body, paragraph(link, 9))).identity.fiscal_year is None
    dated = paragraph("title: 云江市水务局2022年度部门整体支出绩效自评报告 date: 2023-04-06", 1)
    year = extract(document(dated, *body[1:], paragraph(link, 9))).identity.fiscal_year
    assert year is not None
    assert year.value == 2022
