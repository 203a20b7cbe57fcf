"""Counts, totals and losses told of several lines or projects: none of them is one line's or the report's."""

import pytest

from tests.builders import document, paragraph
from toolkit.extract import extract
from toolkit.extract.prose.claims import read_claims
from toolkit.extract.prose.narrative import read_narrative
from toolkit.readers import read


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ("自评共扣2.8分，涉及6项三级指标。", []),
        ("除预算执行率外的10个三级指标中，7个得满分。", []),
        ("共设三级指标10个，其中7个三级指标完成年度目标。", [(None, "10")]),
        ("1.产出指标。共设三级指标6个，分值50分。", [("产出", "6")]),
        ("2.效益指标完成情况分析。共4项三级指标，满分30分。", [("效益", "4")]),
        ("四个一级指标得分：投入8分，过程28分。", [(None, "四")]),
    ],
)
def test_only_counts_of_all_lines_are_declared(told: str, counts: list[tuple[str | None, str]]) -> None:
    found = read_claims(document(paragraph(told))).counts
    assert [(one.scope and one.scope.removesuffix("指标"), one.count.quote) for one in found] == counts


def test_totals_of_projects_in_numbered_paragraphs_are_none_of_the_reports() -> None:
    told = (
        "1.大气防治专项：得96.1分，扣3.9分。原因：验收较计划少5家。",
        "2.监测能力建设。全年预算200万元，自评得分97.5分，等级为优。",
    )
    both = read_narrative(document(*(paragraph(text, number) for number, text in enumerate(told, 1))))
    assert both.totals == ()
    assert [total.quote for total in read_narrative(document(paragraph(told[0]))).totals] == ["96.1"]


def test_what_all_groups_lost_is_no_loss_of_the_last() -> None:
    told = (
        "自评得分95.69分，其中投入15分（满分15分）、过程35.94分（满分40分）、产出24.85分（满分25分）、"
        "效果19.9分（满分20分），共扣4.31分。"
    )
    lines = read_narrative(document(paragraph(told))).indicators
    assert [line.deduction for line in lines] == [None] * 4
    own = read_narrative(document(paragraph("投入15分得15分，效果20分得19分，共扣1分。"))).indicators
    assert own[-1].deduction is not None and own[-1].deduction.quote == "1"


def test_groups_in_paragraphs_beside_one_another_are_in_none() -> None:
    text = (
        "# 云江市法院2023年度办案经费绩效自评报告\n\n预算执行（10分）得9.8分。\n\n"
        "产出（50分）得49分。结案率15分，得14分；文书质量35分，得35分。\n\n"
        "社会效益（20分）得18.5分。可持续影响（10分）得9分。\n\n满意度（10分）得9.6分。\n"
    )
    report = extract(read(text.encode(), "a.md"))
    groups = {line.name.value: line.level1 for line in report.indicators}
    assert groups["社会效益"] is None and groups["可持续影响"] is None and groups["文书质量"] == "产出"


def test_a_sum_beside_what_was_lost_of_a_hundred_is_the_total() -> None:
    [total] = read_narrative(
        document(paragraph("预算执行9.7分、产出49.4分、效益39.8分，合计98.9分，扣1.1分，等级为优。"))
    ).totals
    assert total.quote == "98.9"


@pytest.mark.parametrize(
    "line", ["（望笙县农业农村局，2024年4月）", "发布时间：2024-06-03　来源：望笙县农业农村局　【字体：大 中 小】"]
)
def test_a_line_near_the_title_may_name_the_body(line: str) -> None:
    report = extract(
        read(f"# 2023年度户厕改造资金绩效自评报告\n\n{line}\n\n自评得分96分，等级为优。\n".encode(), "a.md")
    )
    assert report.identity.entity is not None and report.identity.entity.quote == "望笙县农业农村局"


@pytest.mark.parametrize("line", ["资金来源：县财政局 100万元", "数据来源：市统计局，截至年底"])
def test_where_money_or_data_come_from_is_not_who_reports(line: str) -> None:
    text = f"# 2023年度户厕改造资金绩效自评报告\n\n{line}\n\n该项目由望笙县水利局组织实施。自评得分96分，等级为优。\n"
    report = extract(read(text.encode(), "a.md"))
    assert report.identity.entity is not None and report.identity.entity.quote == "望笙县水利局"


@pytest.mark.parametrize(
    "text",
    [
        "公开、采购管理、内部控制三项各5分，均得满分。",
        "“公开”“采购管理”“内部控制”3项指标各占5分，全部得5分。",
    ],
)
def test_lines_told_together_that_gained_alike_are_lines_each(text: str) -> None:
    told = "预算编制10分，得9分，扣1分，因漏算耗材。" + text
    lines = read_narrative(document(paragraph(told))).indicators
    shown = [(line.name.value, line.claimed_score and str(line.claimed_score.value)) for line in lines]
    assert shown == [("预算编制", "9"), ("公开", "5"), ("采购管理", "5"), ("内部控制", "5")]
    assert [reason.text.value for reason in lines[0].deduction_reasons] == ["漏算耗材"]


def test_as_many_names_as_are_counted_or_none() -> None:
    told = "公开、采购管理等三项各5分，均得满分。资产管理5分，得4.4分，扣0.6分，因标签未贴。"
    assert [line.name.value for line in read_narrative(document(paragraph(told))).indicators] == ["资产管理"]
