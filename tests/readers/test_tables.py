"""Tables of text files: pipes, tabs, drawn boxes, aligned blanks, HTML left by a converter; cut and whole."""

import pytest

from toolkit.model.document import Document, Paragraph, Table
from toolkit.readers import read


def parse(source: str) -> Document:
    return read(source.encode(), "a.txt")


def tables(source: str) -> list[Table]:
    return [block for block in parse(source).blocks if isinstance(block, Table)]


def texts(source: str) -> list[str]:
    return [block.text for block in parse(source).blocks if isinstance(block, Paragraph)]


def grid(table: Table) -> list[list[str | None]]:
    found = [[table.covering(row, column) for column in range(table.columns)] for row in range(table.rows)]
    return [[None if cell is None else cell.text for cell in row] for row in found]


def test_pipe_table_without_outer_pipes_or_alignment_row() -> None:
    assert grid(tables("名称 | 目标 | 完成\n--- | --- | ---\n里程 | 50 | 51\n")[0]) == [
        ["名称", "目标", "完成"],
        ["里程", "50", "51"],
    ]
    assert grid(tables("|名称|目标|完成|\n|里程|50|51|\n")[0])[1] == ["里程", "50", "51"]


def test_empty_cells_under_merged_columns_stay_empty() -> None:
    (table,) = tables("|一级|二级|数|\n|--|--|--|\n|产出|数量|5|\n||质量|6|\n|||7|\n")
    assert grid(table)[2:] == [["", "质量", "6"], ["", "", "7"]]
    assert all(cell.runs == () for cell in table.cells if not cell.text)


def test_breaks_in_a_cell_join_a_sentence_and_keep_figures_and_items_apart() -> None:
    (table,) = tables(
        "|a|b|\n|--|--|\n|扣分原因：预算<br>调整较多|387,<br>236.73|\n|1.完成<br/>2.未完成|65<br>70|\n|得7分|7<br>2.采购|\n"
    )
    assert grid(table)[1:] == [
        ["扣分原因：预算调整较多", "387,236.73"],
        ["1.完成 2.未完成", "65 70"],
        ["得7分", "7 2.采购"],
    ]
    joined = table.covering(1, 0)
    assert joined is not None
    assert [(run.start, run.end) for run in joined.runs] == [(0, 7), (7, 11)]


def test_row_broken_before_its_closing_pipe_is_one_row() -> None:
    (table,) = tables("|名称|情况|\n|--|--|\n|里程|全年完成养护，并\n新增里程50公里|\n|场次|3|\n")
    assert grid(table)[1:] == [["里程", "全年完成养护，并新增里程50公里"], ["场次", "3"]]


def test_escaped_pipe_belongs_to_the_cell() -> None:
    (table,) = tables("|a|b|\n|--|--|\n|甲\\|乙|1|\n")
    assert grid(table)[1] == ["甲|乙", "1"]


@pytest.mark.parametrize("between", ["\n", "\n\n- 3 -\n\n", "\n\n续表\n\n", "\n\n\f\n", "\n\n表1（续）\n\n"])
def test_table_cut_by_a_page_is_stitched_with_or_without_its_header(between: str) -> None:
    head = "|序号|名称|数|\n|--|--|--|\n"
    for repeated in (head, ""):
        (table,) = tables(f"{head}|1|里程|50|\n{between}{repeated}|2|场次|60|\n|3|人数|70|\n")
        assert [row[0] for row in grid(table)] == ["序号", "1", "2", "3"]
        assert table.header_rows == (1 if repeated else 0) or between == "\n"


def test_repeated_caption_is_furniture() -> None:
    part = "表1 完成情况\n单位：万元\n序号\t名称\t数\n{}\n\n"
    source = part.format("1\t里程\t50") + part.format("2\t场次\t60")
    (table,) = tables(source)
    assert (table.rows, table.caption) == (3, "b1")
    assert texts(source) == ["表1 完成情况", "单位：万元"]


def test_two_row_header_repeated_is_dropped_whole() -> None:
    head = "名称\t资金\t资金\n\t预算\t执行\n"
    (table,) = tables(f"{head}里程\t50\t49\n\n{head}场次\t60\t60\n")
    assert (table.rows, table.header_rows) == (4, 2)


def test_another_table_of_as_many_columns_is_not_stitched() -> None:
    first, second = tables(
        "|项目|预算|执行|\n|--|--|--|\n|基本支出|12|11|\n|项目支出|13|12|\n\n|名称|目标|完成|\n|--|--|--|\n|里程|50|51|\n"
    )
    assert (first.rows, second.rows) == (3, 2)
    assert len(tables("项目\t预算\n基本\t12\n项目\t13\n\n说明文字。\n\n名称\t目标\n里程\t50\n场次\t5\n")) == 2


def test_ragged_tab_row_leaves_a_hole_and_shifts_nothing() -> None:
    (table,) = tables("序号\t名称\t目标\t完成\n1\t里程\t50\n2\t\t60\t61\n\t\t\t70\n")
    assert grid(table)[1:] == [["1", "里程", "50", None], ["2", "", "60", "61"], ["", "", "", "70"]]


def test_tab_rows_with_blank_lines_between_are_one_table() -> None:
    (table,) = tables("序号\t名称\t目标\n\n1\t里程\t50\n\n2\t场次\t60\n\n以上。")
    assert (table.rows, table.columns) == (3, 3)


@pytest.mark.parametrize(
    "source",
    [
        "一、基本情况\t1\n（一）部门概况\t2\n二、综合分析\t5",
        "（1）\t资金管理，满分16分。\n（2）\t采购管理2分。\n（3）\t资产4分。",
        "\t全年任务完成。\n\t资金拨付及时。",
        "单位：万元\t\t日期：三月",
        "全年任务  完成较好。\n资金  拨付及时。\n群众  反映良好。",
        "a | b\n\n甲|乙",
    ],
)
def test_what_only_looks_like_a_table_stays_text(source: str) -> None:
    assert tables(source) == []


def test_lines_of_figures_that_align_badly_are_not_glued() -> None:
    source = "  名称    目标    完成\n里程      50      51\n场次      2       3\n以上数据。"
    assert texts(source) == ["名称    目标    完成", "里程      50      51", "场次      2       3", "以上数据。"]


def test_aligned_columns_with_an_empty_cell() -> None:
    (table,) = tables(
        "名称      目标      完成\n里程      50        51\n场次                3\n"
        "人数      70        72\n天数      80        81\n"
    )
    assert grid(table)[2] == ["场次", "", "3"]


def test_an_ideographic_blank_within_two_characters_parts_no_columns() -> None:
    (table,) = tables(
        "支出内容      预算数    支出数\n巡护补助      388.80    388.80\n道路维护      164.20    151.06\n"
        "宣传演练      32.50     29.84\n合　计        585.50    569.70\n"
    )
    assert grid(table)[4] == ["合　计", "585.50", "569.70"]


def test_drawn_table_with_rows_of_several_lines() -> None:
    rule = "├──┼────┤"
    rows = [
        "┌──┬────┐",
        "│科目│说明    │",
        rule,
        "│人员│按时发放│",
        "│    │无欠发  │",
        rule,
        "│公用│412     │",
        "└──┴────┘",
    ]
    source = "\n".join(rows)
    assert grid(tables(source)[0]) == [["科目", "说明"], ["人员", "按时发放无欠发"], ["公用", "412"]]
    plain = "+----+---+\n| a  | 1 |\n+----+---+\n| b  | 2 |\n| c  | 3 |\n+----+---+\n"
    assert grid(tables(plain)[0]) == [["a", "1"], ["b", "2"], ["c", "3"]]


def test_html_table_in_markdown_keeps_its_spans() -> None:
    source = (
        "# 自评表\n\n<table><tr><td rowspan=\"2\">产出<br>情况</td><td colspan='2'>数量</td></tr>\n"
        "<tr><td>里程</td><td>&ge;50</td></tr>\n<tr><td>效益</td><td></td><td>7</td></tr></table>\n\n说明。"
    )
    (table,) = tables(source)
    assert (table.rows, table.columns, table.caption) == (3, 3, "b1")
    assert grid(table) == [["产出情况", "数量", "数量"], ["产出情况", "里程", "&ge;50"], ["效益", "", "7"]]
    assert len(table.cells) == 7
    assert texts(source) == ["自评表", "说明。"]


def test_html_table_cut_by_a_page_keeps_spans_in_place() -> None:
    head = "<tr><th>级</th><th>名</th><th>数</th></tr>"
    (table,) = tables(
        f"<table>{head}<tr><td>产出</td><td>里程</td><td>5</td></tr></table>\n\n"
        f"<table>{head}<tr><td rowspan=2>效益</td><td>人数</td><td>6</td></tr>\n"
        "<tr><td>场次</td><td>7</td></tr></table>\n"
    )
    assert grid(table)[2:] == [["效益", "人数", "6"], ["效益", "场次", "7"]]
    assert table.header_rows == 1


def test_open_html_table_stays_text() -> None:
    assert tables("# 表\n\n<table><tr><td>甲</td><td>乙</td></tr>\n\n文字。") == []


@pytest.mark.parametrize(
    ("title", "titled"),
    [
        ("表1 资金使用情况", True),
        ("附表2：完成情况", True),
        ("2022年任务完成情况如下：", True),
        ("项目支出绩效自评表", True),
        ("项目支出绩效自评表（2022年度）", True),
        ("具体情况见下表。", True),
        ("本年度资金全部拨付到位。", False),
        ("一、资金情况", False),
    ],
)
def test_caption_is_the_paragraph_that_titles_the_table(title: str, titled: bool) -> None:
    (table,) = tables(f"{title}\n\n|a|b|\n|--|--|\n|1|2|\n")
    assert table.caption == ("b1" if titled else None)
