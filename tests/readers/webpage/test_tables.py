"""Tables of web pages: spans settled, data kept, layout dissolved, nested tables apart."""

import pytest

from tests.readers.test_readers import shown
from tests.readers.webpage.nodes import page
from toolkit.errors import ReadError
from toolkit.model.document import Document, Table


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def only(body: str) -> Table:
    (found,) = tables(page(body))
    return found


def spans(table: Table) -> dict[str, tuple[int, int, int, int]]:
    return {cell.text: (cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells}


def test_merged_cells_stand_once_with_their_spans() -> None:
    table = only(
        "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁<tr><td>戊<td>己<td>庚</table>",
    )
    assert (table.rows, table.columns) == (3, 3)
    assert spans(table) == {
        "甲": (0, 0, 2, 1), "乙": (0, 1, 1, 2), "丙": (1, 1, 1, 1), "丁": (1, 2, 1, 1),
        "戊": (2, 0, 1, 1), "己": (2, 1, 1, 1), "庚": (2, 2, 1, 1),
    }  # fmt: skip


def test_rowspan_zero_reaches_to_the_end_of_its_section() -> None:
    table = only(
        "<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3<tbody><tr><td>乙<td>4</table>",
    )
    assert spans(table)["甲"] == (0, 0, 3, 1)
    assert spans(table)["乙"] == (3, 0, 1, 1)


def test_spans_beyond_the_table_are_cut_to_its_size() -> None:
    table = only(
        "<table><tr><td rowspan=65534>甲<td colspan=65000>乙<tr><td>丙<td colspan=' 99999999999'>丁</table>",
    )
    assert (table.rows, table.columns) == (2, 3)
    assert spans(table) == {"甲": (0, 0, 2, 1), "乙": (0, 1, 1, 2), "丙": (1, 1, 1, 1), "丁": (1, 2, 1, 1)}


def test_overlapping_spans_never_cover_a_place_twice() -> None:
    table = only("<table><tr><td>甲<td rowspan=3>乙<td>丙<tr><td colspan=3>丁<td>戊<tr><td>己<td>庚</table>")
    covered = [
        (cell.row + down, cell.column + right)
        for cell in table.cells
        for down in range(cell.row_span)
        for right in range(cell.column_span)
    ]
    assert len(covered) == len(set(covered))
    assert spans(table)["丁"] == (1, 0, 1, 1)


@pytest.mark.parametrize("wrong", ["-1", "x", "", "1.9", "0"])
def test_spans_that_are_no_numbers_count_one(wrong: str) -> None:
    assert only(f"<table><tr><td colspan='{wrong}'>甲<td>乙<tr><td>丙<td>丁</table>").columns == 2


def test_columns_in_which_no_cell_begins_are_not_counted() -> None:
    table = only("<table><tr><td colspan=3>甲<td colspan=4>乙<tr><td colspan=3>丙<td colspan=4>丁</table>")
    assert table.columns == 2
    assert shown(table) == "甲\t乙\n丙\t丁"


def test_head_comes_first_foot_last_and_a_repeated_head_once() -> None:
    table = only(
        "<table><tfoot><tr><td>合计<td>3</tfoot><thead><tr><th>项目<th>得分</thead><tr><td>甲<td>1"
        "<thead><tr><th>项目<th>得分</thead><tbody><tr><td>乙<td>2</table>"
    )
    assert shown(table) == "项目\t得分\n甲\t1\n乙\t2\n合计\t3"
    assert table.header_rows == 1


def test_breaks_and_blocks_inside_a_cell_are_its_lines() -> None:
    table = only(
        "<table><tr><td>≥95<br><br>%</td><td><p>一是改造。\n</p><p>二是养\n护。</p></td></tr><tr><td>1<td>2</table>"
    )
    first, second, *_ = table.cells
    assert first.text == "≥95\n%"
    assert second.text == "一是改造。\n二是养护。"
    assert [first.text[run.start : run.end] for run in first.runs] == ["≥95", "%"]


def test_layout_tables_dissolve_into_paragraphs() -> None:
    document = page(
        "<table><tr><td>页首</td></tr></table><table><tr><td>首页<br>目录</td><td><h2>一、概况</h2><p>正文。</p>"
        "<table><tr><th>项目<th>得分<tr><td>甲<td>1</table></td></tr></table>"
        "<table role=presentation><tr><td>左<td>右</table>"
    )
    assert [shown(block) for block in document.blocks] == [
        "页首", "首页", "目录", "一、概况", "正文。", "项目\t得分\n甲\t1", "左", "右",
    ]  # fmt: skip


def test_one_column_of_text_is_no_table() -> None:
    assert [shown(block) for block in page("<table><tr><td>甲段。<tr><td>乙段。</table>").blocks] == [
        "甲段。",
        "乙段。",
    ]


def test_a_form_with_long_texts_stays_a_table() -> None:
    cell = "".join(f"<p>（{number}）完成第{number}项。</p>" for number in range(1, 7))
    table = only(
        "<table><tr><td>项目名称<td colspan=3>公园改造<tr><td>部门<td>园林局<td>单位<td>公园"
        f"<tr><td>情况<td colspan=3>{cell}</table>"
    )
    assert (table.rows, table.columns) == (3, 4)
    assert table.cells[-1].text.count("\n") == 5


def test_a_table_inside_a_data_table_follows_it() -> None:
    document = page(
        "<table><tr><td>项目<td>公园<tr><td>部门<td>园林局<tr><td>明细<td>如下<table><tr><td>甲<td>1</table></td></tr></table><p>完</p>"
    )
    assert [shown(block) for block in document.blocks] == ["项目\t公园\n部门\t园林局\n明细\t如下", "甲\t1", "完"]
    inner = tables(document)[1]
    assert inner.cells[0].runs[0].region.path == (
        "/html/body/table[1]/tbody[1]/tr[3]/td[2]/table[1]/tbody[1]/tr[1]/td[1]/text()[1]"
    )


def test_a_form_with_a_larger_table_inside_stays_a_form() -> None:
    inner = "<table>" + "<tr><td>事项<td>≥95%<td>96%" * 6 + "</table>"
    document = page(f"<table><tr><td>项目名称<td>公园改造<tr><td>完成情况<td>{inner}</td></tr></table>")
    assert [(table.rows, table.columns) for table in tables(document)] == [(2, 2), (6, 3)]


def test_menus_beside_a_text_with_its_tables_are_layout() -> None:
    text = "<p>甲。</p><p>乙。</p><p>丙。</p><p>丁。</p><table><tr><td>项目<td>1<tr><td>部门<td>2</table>"
    document = page(
        f"<table><tr><td>徽标<td>菜单<tr><td>首页<br>新闻<br>公开<br>互动<td>{text}</td></tr><tr><td>版权<td>链接</table>"
    )
    assert [(table.rows, table.columns) for table in tables(document)] == [(2, 2)]
    assert [shown(block) for block in document.blocks][-4:] == ["丁。", "项目\t1\n部门\t2", "版权", "链接"]


def test_captions_title_their_table() -> None:
    document = page(
        "<p>完成情况如下：</p><table><tr><td>1<td>2<tr><td>3<td>4</table>"
        "<table><caption>表2 明细</caption><tr><td>1<td>2</table>"
    )
    assert [block.id for block in document.blocks] == ["b1", "t1", "b2", "t2"]
    assert [table.caption for table in tables(document)] == ["b1", "b2"]


def test_empty_tables_leave_nothing() -> None:
    assert [shown(block) for block in page("<table><tr><td><td>&nbsp;</table><table></table><p>甲</p>").blocks] == [
        "甲"
    ]


def test_a_million_cells_are_refused() -> None:
    with pytest.raises(ReadError) as refused:
        page("<table>" + ("<tr>" + "<td>1" * 500) * 2000 + "</table>")
    assert refused.value.code == "READ-TOO-LARGE"


def test_a_row_that_holds_paragraphs_of_prose_is_layout() -> None:
    prose = "<p>自评得分96分。<p>投入20分，得20分。<p>产出50分，得48分。<p>效益30分，得28分。"
    assert tables(page(f"<table><tr><td>自评说明<td>{prose}</table>")) == []
    assert len(tables(page("<table><tr><td>甲<td>乙<td>丙<p>丁</table>"))) == 1
