"""`level_of` on headings of all styles and on the sentences that only look like them."""

import pytest

from toolkit.layout.outline import is_contents_line, level_of, numbering


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("一、基本情况", 1),
        ("十二、附则", 1),
        ("三．存在的主要问题", 1),
        ("一、三公经费情况", 1),
        ("二、2022年度工作情况", 1),
        ("第一部分 部门概况", 1),
        ("第三章　资金使用", 1),
        ("三、存在的问题及原因，下一步改进措施", 1),
        ("一、基本情况：", 1),
        ("（一）部门概况", 2),
        ("(三) 各重点任务项目支出完成情况分析", 2),
        ("（二）部门概况。", 2),
        ("（一）产出情况（50分）", 2),
        ("第二节 收支情况", 2),
        ("1.主要职能", 3),
        ("2．部门机构情况", 3),
        ("3、管理情况", 3),
        ("1.2022年度目标", 3),
        ("2.优化流程，提升效率", 3),
        ("（1）资金管理", 4),
        ("(2) 资产管理", 4),
        ("3）采购管理", 4),
        ("（1）资金管理（16分）", 4),
        ("（1）存在的问题：", 4),
    ],
)
def test_heading_has_the_level_of_its_number(text: str, level: int) -> None:
    assert level_of(text) == level


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一、",
        "基本情况",
        "一是推动经济稳定增长。",
        "1.推动投资稳步增长。做好监测工作，力促稳定。",
        "（14）指导和协调交通领域的对外交流与合作。",
        "（1）资金管理，满分16分，得14.98分，扣分",
        "（3）信息公开管理4分，得4分",
        "1.5万元用于办公设备购置",
        "2021.主要",
        "12 个滨江园区",
        "一、二级公路养护情况",
        "1.项目名称：临江大道改造",
        "一、基本情况……………………3",
        "（一）部门概况.......... 12",
        "（二）部门概况\t4",
        "（1）研究、协调工业、",
        "十四五规划编制情况",
        "（一）我局高度重视；成立领导小组",
    ],
)
def test_sentence_or_bare_text_is_no_heading(text: str) -> None:
    assert level_of(text) is None


def test_numbering_tells_the_length_of_the_number() -> None:
    assert numbering("（1） 资金") == (4, 4)
    assert numbering("　　2. 机构") == (3, 5)
    assert numbering("2.5 分") is None


def test_contents_line_is_told_from_a_heading() -> None:
    assert is_contents_line("一、基本情况 ········ 1")
    assert is_contents_line("（二）收支情况\t12")
    assert not is_contents_line("一、基本情况")
    assert not is_contents_line("基本支出\t12")
