"""Lines of text files → logical paragraphs with levels: joints, headings, titles, lists, labels, marks."""

import pytest

from toolkit.model.document import Paragraph
from toolkit.readers import read


def blocks(source: str) -> list[tuple[str, int | None]]:
    return [(block.text, block.level) for block in read(source.encode(), "a.md").blocks if isinstance(block, Paragraph)]


def texts(source: str) -> list[str]:
    return [text for text, _ in blocks(source)]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n\n", "\r\n\r\n", "\n　\n", "\n\n---\n\n"])
def test_sentence_broken_over_blank_lines_is_whole(gap: str) -> None:
    assert texts(f"报告不够严谨，部分闲置资{gap}产未及时处置；标签脱落。") == [
        "报告不够严谨，部分闲置资产未及时处置；标签脱落。"
    ]
    assert texts(f"满分 7 分，自{gap}评得分 7 分。") == ["满分 7 分，自评得分 7 分。"]
    assert texts(f"全年预算数387,236.{gap}73万元。") == ["全年预算数387,236.73万元。"]


def test_number_outranks_hashes_and_depth_serves_where_there_is_no_number() -> None:
    source = "# 工作报告\n## 一、概况\n# （一）职能\n##### 1.职责\n## （1）拟订规划\n### 收支情况\n文字。"
    assert [level for _, level in blocks(source)] == [1, 1, 2, 3, 4, 3, None]


def test_indented_lines_that_no_margin_broke_are_paragraphs_each() -> None:
    long = (
        "　　全年巡护里程、补植面积、病虫害防治等任务按月推进，经验收合格后拨付，"
        + "各片区逐项核对台账，" * 12
        + "完成较好。"
    )
    source = "\n".join([long, "　　（一）产出（40分），得39分", "　　补植10分，计划360亩，得9分。", long, long])
    assert len(texts(source)) == 5


def test_heading_is_never_glued_to_the_text_around_it() -> None:
    source = "全年任务按期完成，资金拨付及时\n## 存在的问题\n预算编制不细，执行偏慢\n**下一步打算**\n继续完善制度。"
    assert texts(source) == [
        "全年任务按期完成，资金拨付及时",
        "存在的问题",
        "预算编制不细，执行偏慢",
        "下一步打算",
        "继续完善制度。",
    ]


def test_sentence_that_a_converter_marked_as_heading_is_text() -> None:
    assert blocks("报告不够严谨，部分闲置资\n\n## 产未及时处置；标签脱落。") == [
        ("报告不够严谨，部分闲置资产未及时处置；标签脱落。", None)
    ]
    assert blocks("# 项目名称：临江大道改造") == [("项目名称：临江大道改造", None)]


@pytest.mark.parametrize(
    "lines",
    [
        ["# 临江市水务局2022年度", "# 部门整体支出自评报告"],
        ["临江市水务局 2022 年部门", "整体支出绩效自评报告"],
        ["临江市水务局2022年度", "部门整体支出绩效", "自评报告"],
        ["              临江市水务局关于2022年度", "                 工作情况的报告"],
    ],
)
def test_title_on_several_lines_is_one_title(lines: list[str]) -> None:
    title = "".join(line.strip("# ") for line in lines)
    source = "\n".join(["附件1", *lines, "", "一、基本情况", "　　我局负责全市河道管理。", "　　年末在职86人。"])
    assert texts(source) == ["附件1", title, "一、基本情况", "我局负责全市河道管理。", "年末在职86人。"]


def test_items_and_labels_begin_paragraphs() -> None:
    lines = ["填报单位：水务局", "联系人：张某", "扣分情况如下：", "（1）资金管理", "(2) 采购管理", "1.资产", "①标签"]
    lines += ["一是偏慢；", "二是偏少；"]
    assert texts("\n".join(lines)) == lines


def test_marks_of_markdown_belong_to_no_run() -> None:
    source = "## **一、概况** ##\n\n全年**预算数**为\\*120万元。\n\n> 引文，继续\n> 写完。\n\n- 一项任务"
    document = read(source.encode(), "a.md")
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == [
        "一、概况",
        "全年预算数为*120万元。",
        "引文，继续写完。",
        "一项任务",
    ]
    lines = source.split("\n")
    for block in document.blocks:
        assert isinstance(block, Paragraph)
        for run in block.runs:
            line, column = run.region.line or 0, run.region.column or 0
            assert lines[line - 1][column - 1 :].startswith(block.text[run.start : run.end])


def test_signs_in_plain_text_are_kept() -> None:
    assert texts("5*3*2的结果\\n为30。") == ["5*3*2的结果\\n为30。"]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("relies on open,", "standards.", "relies on open,standards."),
        ("supports the", "budget year.", "supports the budget year."),
        ("全年建设5", "G基站120座。", "全年建设5G基站120座。"),
        ("全年投入12", "3.5万元。", "全年投入123.5万元。"),
        ("执行率为99.", "98%，较高。", "执行率为99.98%，较高。"),
    ],
)
def test_one_blank_stands_only_between_latin_words(before: str, after: str, joined: str) -> None:
    assert texts(f"{before}\n{after}") == [joined]


def test_ids_count_paragraphs_and_tables_in_reading_order() -> None:
    document = read("甲。\n\n|a|b|\n|-|-|\n|1|2|\n\n乙。\n\n|c|d|e|\n|-|-|-|\n|1|2|3|\n".encode(), "a.md")
    assert [block.id for block in document.blocks] == ["b1", "t1", "b2", "t2"]


def test_columns_count_code_points() -> None:
    document = read("😀　　全年任务完成。".encode(), "a.txt")
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert block.runs[0].region.column == 1
    document = read("　　😀全年\f任务完成。".encode(), "a.txt")
    regions = [run.region for block in document.blocks if isinstance(block, Paragraph) for run in block.runs]
    assert [(region.page, region.line, region.column) for region in regions] == [(1, 1, 3), (2, 1, 7)]


def test_a_line_that_had_no_room_for_a_number_with_its_unit_goes_on() -> None:
    filled = "各片区逐项核对台账，巡护里程和补植面积按月通报，年底集中验收，"
    lines = [filled, filled, "支出进度按月通报，前三个季度逐月支付，第四季度集中付清，扣", "0.46分，" + filled[:27]]
    assert len(texts("\n".join([*lines, filled]))) == 1
    lines[2] = "支出进度按月通报，前三个季度逐月支付，管护队伍全年巡护，新增"
    assert len(texts("\n".join([*lines[:3], "（12处）界桩，" + filled[:24], filled]))) == 1


def test_marks_of_markdown_that_print_nothing_are_left_out() -> None:
    source = (
        '# 护林项目<br>自评报告\n\n*报告单位：石门林场*\n\n<div align="center">\n\n'
        "## 一、概况 {#overview .unnumbered}\n\n</div>\n\n"
        "<summary>各项得分</summary>\n\n<b>投入</b>得20分。\n\n> 管护面积\\\n\n2×3与a*b*c不变"
    )
    assert texts(source) == [
        "护林项目自评报告",
        "报告单位：石门林场",
        "一、概况",
        "各项得分",
        "投入得20分。",
        "管护面积",
        "2×3与a*b*c不变",
    ]


def test_each_bullet_of_a_list_is_a_paragraph_of_its_own() -> None:
    source = "# 自评\n\n- 建档率（6分）：得6分\n- 接种率（6分）：得5分\n+ 管理率（6分）：得6分\n\n**效益**：28分\n"
    texts = [block.text for block in read(source.encode(), "report.md").blocks if isinstance(block, Paragraph)]
    assert texts[1:] == ["建档率（6分）：得6分", "接种率（6分）：得5分", "管理率（6分）：得6分", "效益：28分"]
