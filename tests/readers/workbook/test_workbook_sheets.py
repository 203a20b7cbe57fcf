"""A sheet is parted as a person parts it: titles, texts and tables; what is hidden or uncomputed is told."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Border, Side

from tests.readers.workbook.made import shown, text_cell, xlsx
from toolkit.errors import ReadError
from toolkit.layout.places import text_at
from toolkit.model.citation import cite_cell, cite_paragraph
from toolkit.model.document import Document, Table
from toolkit.readers import read

LINE = Side(style="thin")


def book(cells: dict[str, Any], merges: tuple[str, ...] = (), framed: str = "", **more: Any) -> Document:
    """A workbook of one sheet, read again; `framed` is a range with borders."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "自评"
    for ref, value in cells.items():
        sheet[ref] = value
    for merge in merges:
        sheet.merge_cells(merge)
    for row in sheet[framed] if framed else ():
        for cell in row:
            cell.border = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
    for name in more.get("hidden_columns", ()):
        sheet.column_dimensions[name].hidden = True
    for number in more.get("hidden_rows", ()):
        sheet.row_dimensions[number].hidden = True
    for name, state in more.get("sheets", {}).items():
        other = made.create_sheet(name)
        other["A1"] = f"{name}的内容"
        other.sheet_state = state
    stream = BytesIO()
    made.save(stream)
    return read(stream.getvalue(), "a.xlsx")


HEAD = {"A3": "序号", "B3": "事项", "C3": "得分"}
ROWS = {"A4": 1, "B4": "改造水厂", "C4": 9.8, "A5": 2, "B5": "新增管网", "C5": 10}
TABLE = "序号\t事项\t得分\n1\t改造水厂\t9.8\n2\t新增管网\t10"


def test_title_above_and_note_below_are_paragraphs() -> None:
    document = book(
        {"A1": "临江市水务局完成情况表", "A2": "（2023年度）", **HEAD, **ROWS, "A6": "注：数据截至年底。"},
        ("A1:C1", "A2:C2"),
    )
    assert shown(document) == ["临江市水务局完成情况表（2023年度）", TABLE, "注：数据截至年底。"]


def test_line_of_labels_is_text() -> None:
    labels = {"A2": "填报单位：临江市水务局", "C2": "单位：万元", "A6": "填表人：张某", "C6": "日期：2024年3月1日"}
    document = book({**labels, **HEAD, **ROWS}, framed="A3:C5")
    assert shown(document) == ["填报单位：临江市水务局 单位：万元", TABLE, "填表人：张某 日期：2024年3月1日"]
    paragraph = document.blocks[0]
    assert not isinstance(paragraph, Table)
    where = cite_paragraph(paragraph, 5, len(paragraph.text))
    assert [segment.ref for segment in where.segments] == ["A2", "C2"]
    assert text_at(document, where) == "临江市水务局单位：万元"


def test_blank_row_with_a_border_does_not_part_a_table() -> None:
    rows = {"A4": 1, "B4": "改造水厂", "C4": 9.8, "A6": "合", "B6": "计", "C6": 9.8}
    assert len(book({**HEAD, **rows}, framed="A3:C6").blocks) == 1


def test_blank_row_parts_two_tables_with_headings_of_their_own() -> None:
    second = {"A7": "名称", "B7": "金额", "A8": "管网", "B8": 120}
    assert shown(book({**HEAD, **ROWS, **second})) == [TABLE, "名称\t金额\n管网\t120"]


def test_rows_of_figures_after_a_blank_row_go_on_with_the_table() -> None:
    assert shown(book({**HEAD, **ROWS, "A7": 3, "B7": "水质监测", "C7": 8})) == [f"{TABLE}\n3\t水质监测\t8"]


def test_text_between_two_tables_without_blank_rows() -> None:
    second = {"A6": "二、资金使用情况", "A7": "名称", "B7": "金额", "A8": "管网", "B8": 120}
    assert shown(book({**HEAD, **ROWS, **second})) == [TABLE, "二、资金使用情况", "名称\t金额\n管网\t120"]


def test_group_row_within_a_table_stays_in_it() -> None:
    cells = {
        "A1": "事项",
        "B1": "得分",
        "A2": "一、产出",
        "A3": "改造水厂",
        "B3": 9,
        "A4": "二、效益",
        "A5": "受益人口",
        "B5": 8,
    }
    assert shown(book(cells)) == ["事项\t得分\n一、产出\t\n改造水厂\t9\n二、效益\t\n受益人口\t8"]


def test_tables_side_by_side_are_two() -> None:
    right = {"F3": "名称", "G3": "金额", "F4": "管网", "G4": 120}
    assert shown(book({**HEAD, **ROWS, **right})) == [TABLE, "名称\t金额\n管网\t120"]


def test_blank_column_beside_a_single_column_parts_nothing() -> None:
    assert shown(book({**HEAD, **ROWS, "E3": "备注", "E4": "已验收"})) == [
        "序号\t事项\t得分\t备注\n1\t改造水厂\t9.8\t已验收\n2\t新增管网\t10\t"
    ]


def test_merged_ranges_become_spans() -> None:
    cells = {"A1": "类别", "B1": "事项", "D1": "得分", "A2": "产出", "B2": "改造", "D2": 9, "B3": "新增", "D3": 8}
    document = book(cells, ("A2:A3", "B1:C1", "B2:C2", "B3:C3"), framed="A1:D3")
    table = document.blocks[0]
    assert isinstance(table, Table)
    assert (table.rows, table.columns) == (3, 3)
    (group,) = [cell for cell in table.cells if cell.text == "产出"]
    assert (group.row, group.column, group.row_span, group.column_span) == (1, 0, 2, 1)
    assert group.runs[0].region.ref == "A2"
    assert group.runs[0].region.sheet == "自评"


def test_every_cell_can_be_cited() -> None:
    table = book({**HEAD, **ROWS, "B4": "改造水厂\n（3座）"}).blocks[0]
    assert isinstance(table, Table)
    cell = table.covering(1, 1)
    assert cell is not None
    assert cell.text == "改造水厂\n（3座）"
    where = cite_cell(table, cell)
    assert [(segment.ref, segment.chars) for segment in where.segments] == [("B4", (0, 4)), ("B4", (5, 9))]


def test_hidden_rows_columns_and_sheets_are_not_read_but_told() -> None:
    document = book(
        {**HEAD, **ROWS, "D3": "底稿", "D4": 5, "A6": 3, "B6": "暂缓", "C6": 0},
        hidden_columns=("D",),
        hidden_rows=(6,),
        sheets={"藏": "hidden", "深藏": "veryHidden", "附表": "visible"},
    )
    assert shown(document) == [TABLE, "附表的内容"]
    notes = [(note.code, note.severity) for note in document.notes]
    assert notes == [("WORKBOOK-HIDDEN-SHEET", "info")] * 2 + [("WORKBOOK-HIDDEN-CELLS", "info")]
    assert "5 个单元格" in document.notes[2].message


def test_hidden_first_column_of_a_merged_title_leaves_the_title() -> None:
    cells = {"A1": "完成情况表", "A2": "编码", "B2": "事项", "C2": "得分", "A3": 7, "B3": "改造", "C3": 9}
    assert shown(book(cells, ("A1:C1",), hidden_columns=("A",))) == ["完成情况表", "事项\t得分\n改造\t9"]


def test_error_values_are_text_with_a_note_and_formulas_without_result_a_loss() -> None:
    row = (
        text_cell("A1", "事项")
        + text_cell("B1", "比率")
        + '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>SUM(A1:A9)</f></c>'
        + '<c r="E1" t="b"><v>1</v></c><c r="F1" t="str"><f>A1</f><v>事项</v></c>'
    )
    document = read(
        xlsx(
            f'<sheetData><row r="1">{row}</row><row r="2">{text_cell("A2", "甲")}<c r="B2"><v>5</v></c>'
            "</row></sheetData>"
        ),
        "a.xlsx",
    )
    assert shown(document) == ["事项\t比率\t#DIV/0!\tTRUE\t事项\n甲\t5\t\t\t"]
    told = {note.code: note for note in document.notes}
    assert set(told) == {"WORKBOOK-ERROR-VALUE", "WORKBOOK-NO-RESULT"}
    assert "C1" in told["WORKBOOK-ERROR-VALUE"].message
    assert "D1" in told["WORKBOOK-NO-RESULT"].message
    assert told["WORKBOOK-NO-RESULT"].severity == "loss"


def test_rich_text_readings_and_escapes() -> None:
    strings = (
        "<si><r><t>改造</t></r><r><rPr/><t>水厂</t></r><rPh sb='0' eb='1'><t>gaizao</t></rPh></si>"
        "<si><t>甲_x000D_\n乙\u200b</t></si>"
    )
    cells = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    document = read(xlsx(f"<sheetData>{cells}</sheetData>", strings=strings), "a.xlsx")
    assert shown(document) == ["改造水厂\t甲\n乙"]


def test_cells_without_places_follow_one_another() -> None:
    rows = "".join(f"<row><c><v>{n}</v></c><c><v>{n + 1}</v></c></row>" for n in (1, 3))
    assert shown(read(xlsx(f"<sheetData>{rows}</sheetData>"), "a.xlsx")) == ["1\t2\n3\t4"]


def test_long_text_in_one_cell_is_as_many_paragraphs_as_it_has_lines() -> None:
    document = book({"A1": "一、基本情况\n全年改造水厂3座。\n\n二、存在问题\n征地滞后。"})
    assert shown(document) == ["一、基本情况", "全年改造水厂3座。", "二、存在问题", "征地滞后。"]
    assert [block.level for block in document.blocks if not isinstance(block, Table)] == [1, None, 1, None]


def test_workbook_without_visible_text_is_empty() -> None:
    with pytest.raises(ReadError) as refused:
        book({}, sheets={})
    assert refused.value.code == "READ-EMPTY"


def test_formats_of_conditional_styles_are_not_those_of_cells() -> None:
    styles = (
        '<numFmts><numFmt numFmtId="200" formatCode="0.00%"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>'
        '<dxfs><dxf><numFmt numFmtId="200" formatCode="0"/></dxf></dxfs>'
    )
    document = read(xlsx('<sheetData><row><c s="0"><v>0.985</v></c></row></sheetData>', styles=styles), "a.xlsx")
    assert shown(document) == ["98.50%"]
