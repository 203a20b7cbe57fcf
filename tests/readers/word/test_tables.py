"""Tables of word files: merged cells once, nested tables apart, rows under tracked changes."""

from tests.readers.test_readers import shown
from tests.readers.word.docx_maker import assert_runs_stand_in_their_paragraphs, made, p, package, tc, tr
from toolkit.model.document import Table

SPAN = '<w:gridSpan w:val="{}"/>'
START, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def only(*rows: str) -> Table:
    (found,) = made(f"<w:tbl>{''.join(rows)}</w:tbl>").blocks
    assert isinstance(found, Table)
    return found


def spans(table: Table) -> dict[str, tuple[int, int, int, int]]:
    return {cell.text: (cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells}


def test_merged_cells_stand_once_with_their_spans() -> None:
    table = only(
        tr(tc("甲", START), tc("乙", SPAN.format(2)), tc("丙", START)),
        tr(tc("", ON), tc("丁"), tc("戊"), tc("", '<w:vMerge w:val="continue"/>')),
        tr(tc("", ON), tc("己", SPAN.format(2) + START), tc("庚", START)),
        tr(tc("辛"), tc("", SPAN.format(2) + ON), tc("壬")),
    )
    assert (table.rows, table.columns) == (4, 4)
    assert spans(table) == {
        "甲": (0, 0, 3, 1), "乙": (0, 1, 1, 2), "丙": (0, 3, 2, 1), "丁": (1, 1, 1, 1), "戊": (1, 2, 1, 1),
        "己": (2, 1, 2, 2), "庚": (2, 3, 1, 1), "辛": (3, 0, 1, 1), "壬": (3, 3, 1, 1),
    }  # fmt: skip


def test_a_continuation_without_a_beginning_is_a_cell_of_its_own() -> None:
    table = only(tr(tc("甲"), tc("乙")), tr(tc("丙", ON), tc("丁")))
    assert shown(table) == "甲\t乙\n丙\t丁"


def test_rows_may_begin_further_right() -> None:
    table = only(tr(tc("甲"), tc("乙"), tc("丙")), tr(tc("丁"), tc("戊"), properties='<w:gridBefore w:val="1"/>'))
    assert spans(table)["丁"] == (1, 1, 1, 1)
    assert table.covering(1, 0) is None


def test_paragraphs_and_breaks_of_a_cell_are_its_lines() -> None:
    cell = p("≥95%") + p("") + "<w:p><w:r><w:t>全年</w:t><w:br/><w:t>平均</w:t></w:r></w:p>"
    body = f"<w:tbl>{tr(tc(cell), tc('1'))}{tr(tc('2'), tc('3'))}</w:tbl>"
    document = made(body)
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert table.cells[0].text == "≥95%\n全年\n平均"
    assert [run.region.path for run in table.cells[0].runs] == [
        "word/document.xml#/body/tbl[1]/tr[1]/tc[1]/p[1]",
        "word/document.xml#/body/tbl[1]/tr[1]/tc[1]/p[3]",
        "word/document.xml#/body/tbl[1]/tr[1]/tc[1]/p[3]",
    ]
    assert assert_runs_stand_in_their_paragraphs(document, package(body)) == 6


def test_a_table_inside_a_cell_follows_its_table() -> None:
    inner = f"<w:tbl>{tr(tc('甲'), tc('1'))}</w:tbl>{p('')}"
    rows = tr(tc("项目"), tc("公园")) + tr(tc("部门"), tc("园林局")) + tr(tc("明细"), tc(p("如下") + inner))
    document = made(f"<w:tbl>{rows}</w:tbl>{p('完')}")
    assert [shown(block) for block in document.blocks] == ["项目\t公园\n部门\t园林局\n明细\t如下", "甲\t1", "完"]
    assert [block.id for block in document.blocks] == ["t1", "t2", "b1"]


def test_a_frame_of_one_cell_is_text() -> None:
    document = made(f"<w:tbl>{tr(tc(p('一、概况') + p('正文。')))}</w:tbl>")
    assert [shown(block) for block in document.blocks] == ["一、概况", "正文。"]


def test_deleted_rows_are_gone_and_inserted_ones_are_there() -> None:
    table = only(
        tr(tc("甲"), tc("1")),
        tr(tc("乙"), tc("2"), properties="<w:del/>"),
        tr(tc("丙"), tc("3"), properties="<w:ins/>"),
    )
    assert shown(table) == "甲\t1\n丙\t3"


def test_rows_repeated_on_each_page_are_the_header() -> None:
    head = "<w:tblHeader/>"
    table = only(
        tr(tc("项目", START), tc("得分"), properties=head),
        tr(tc("", ON), tc("分"), properties=head),
        tr(tc("甲"), tc("1")),
    )
    assert table.header_rows == 2


def test_rows_and_cells_in_controls_are_read() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    table = only(control.format(tr(tc("甲"), control.format(tc("1")))), tr(tc("乙"), tc("2")))
    assert shown(table) == "甲\t1\n乙\t2"


def test_captions_are_found_above_the_table() -> None:
    document = made(p("完成情况如下：") + f"<w:tbl>{tr(tc('甲'), tc('1'))}{tr(tc('乙'), tc('2'))}</w:tbl>")
    assert document.blocks[1].caption == "b1"  # type: ignore[union-attr]


HEAD, FIRST, SECOND = tr(tc("指标"), tc("得分")), tr(tc("修渠"), tc("9")), tr(tc("植树"), tc("8"))


def test_a_table_that_goes_on_behind_a_mark_is_one() -> None:
    document = made(f"<w:tbl>{HEAD}{FIRST}</w:tbl>{p('（续上表）')}{p('')}<w:tbl>{SECOND}</w:tbl>")
    (whole,) = document.blocks
    assert isinstance(whole, Table) and shown(whole) == "指标\t得分\n修渠\t9\n植树\t8"
    assert [mark.text for mark in document.furniture] == ["（续上表）"]
    assert whole.cells[-1].runs[0].region.path == "word/document.xml#/body/tbl[2]/tr[1]/tc[2]/p[1]"


def test_the_heading_printed_again_behind_a_mark_stands_once() -> None:
    (whole,) = made(f"<w:tbl>{HEAD}{FIRST}</w:tbl>{p('续表1')}<w:tbl>{HEAD}{SECOND}</w:tbl>").blocks
    assert isinstance(whole, Table) and shown(whole) == "指标\t得分\n修渠\t9\n植树\t8"


def test_tables_with_other_words_between_or_of_other_widths_stay_apart() -> None:
    for between, rest in ((p("二、资金"), SECOND), (p("续表"), tr(tc("植树"), tc("8"), tc("好")))):
        document = made(f"<w:tbl>{HEAD}{FIRST}</w:tbl>{between}<w:tbl>{rest}</w:tbl>")
        assert [isinstance(block, Table) for block in document.blocks] == [True, False, True]
