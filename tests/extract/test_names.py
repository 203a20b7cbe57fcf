"""Printed indicator names → the name itself."""

import pytest

from tests.builders import paragraph
from toolkit.extract.citing import of_paragraph
from toolkit.extract.names import is_adjustment, is_subtotal, is_total, parse_name, spoken_name


@pytest.mark.parametrize(
    ("printed", "name", "caption"),
    [
        ("产出指标（50分）", "产出指标", "50"),
        ("产出指标(50)", "产出指标", "50"),
        ("效益指标（权重：30分）", "效益指标", "30"),
        ("★培训人次", "培训人次", None),
        ("指标1：培训人次", "培训人次", None),
        ("指标 2: 合格率", "合格率", None),
        ("A11资产管理", "资产管理", None),
        ("1.2.3 部门决策", "部门决策", None),
        ("（一）资金管理", "资金管理", None),
        ("(3) 成本管理。", "成本管理", None),
        ("①按期完工率", "按期完工率", None),
        ("5G基站新建数量", "5G基站新建数量", None),
        ("2021 年产业集群产值", "2021 年产业集群产值", None),
        ("三公经费控制率", "三公经费控制率", None),
        ("PM2.5年均浓度", "PM2.5年均浓度", None),
        ("获奖（省级以上）数量", "获奖（省级以上）数量", None),
        ("服务对象满意度（%）", "服务对象满意度（%）", None),
    ],
)
def test_parse_name_sets_star_number_and_caption_aside(printed: str, name: str, caption: str | None) -> None:
    found = parse_name(of_paragraph(paragraph(printed)))
    assert found is not None
    assert found.name.text == name
    assert (found.caption.text if found.caption else None) == caption


@pytest.mark.parametrize("printed", ["", "  ", "……", "★", "1."])
def test_parse_name_finds_none_where_nothing_is_left(printed: str) -> None:
    assert parse_name(of_paragraph(paragraph(printed))) is None


@pytest.mark.parametrize(
    "label", ["总分", "合计", "合 计", "总计：", "自评总分（分）", "得分合计", "各项指标合计", "全部得分合计"]
)
def test_is_total_knows_the_labels_of_the_whole(label: str) -> None:
    assert is_total(label)


@pytest.mark.parametrize("label", ["总体目标", "合计培训人次", "小计", "总分值设置合理性", "产出指标合计"])
def test_is_total_leaves_other_labels(label: str) -> None:
    assert not is_total(label)


def test_subtotals_and_adjustments_are_told_apart() -> None:
    assert is_subtotal("产出指标小计")
    assert not is_subtotal("统计数")
    assert is_adjustment("工作表现加减分")
    assert not is_adjustment("附加值")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("管理效能指标", "管理效能"),
        ("产出指标", "产出指标"),
        ("数量指标", "数量指标"),
        ("预算编制指标", "预算编制"),
        ("指标", "指标"),
    ],
)
def test_spoken_name_drops_the_word_indicator_where_it_only_says_so(said: str, name: str) -> None:
    assert spoken_name(of_paragraph(paragraph(said))).text == name
