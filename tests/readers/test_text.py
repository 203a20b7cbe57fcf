"""The text reader on nasty texts: whole paragraphs, whole tables, and every run stands where it says."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers import nasty_texts
from toolkit.errors import ReadError
from toolkit.layout.places import text_at
from toolkit.model.citation import cite_cell, cite_paragraph
from toolkit.model.document import Document, Paragraph, Run, Table
from toolkit.readers import read
from toolkit.readers._encoding import decode


def texts(document: Document) -> list[str]:
    """Texts of the paragraphs in reading order."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def grid(table: Table) -> list[list[str | None]]:
    """Texts by row and column; None for a hole."""
    found = [[table.covering(row, column) for column in range(table.columns)] for row in range(table.rows)]
    return [[None if cell is None else cell.text for cell in row] for row in found]


def tables(document: Document) -> list[Table]:
    """Tables in reading order."""
    return [block for block in document.blocks if isinstance(block, Table)]


def assert_runs_stand_in_source(document: Document, data: bytes) -> None:
    lines = re.split(r"\r\n|\r|\n", decode(data, "x").text)

    def check(text: str, runs: tuple[Run, ...]) -> None:
        covered = [False] * len(text)
        for run in runs:
            line, column = run.region.line, run.region.column
            assert line is not None
            assert column is not None
            assert run.start < run.end
            assert lines[line - 1][column - 1 : column - 1 + run.end - run.start] == text[run.start : run.end]
            covered[run.start : run.end] = [True] * (run.end - run.start)
        assert all(text[place].isspace() for place, known in enumerate(covered) if not known)

    for block in (*document.blocks, *document.furniture):
        if isinstance(block, Paragraph):
            check(block.text, block.runs)
            assert text_at(document, cite_paragraph(block, 0, len(block.text))) == _cited(block.text, block.runs)
        else:
            for cell in block.cells:
                check(cell.text, cell.runs)
                if cell.text:
                    assert text_at(document, cite_cell(block, cell)) == _cited(cell.text, cell.runs)


def _cited(text: str, runs: tuple[Run, ...]) -> str:
    """The contract's quote: runs joined, blanks at the joints dropped."""
    quote = text[runs[0].start : runs[0].end]
    for run in runs[1:]:
        quote = quote.rstrip() + text[run.start : run.end].lstrip()
    return quote


@pytest.mark.parametrize("name", sorted(nasty_texts.ALL))
def test_every_run_of_a_nasty_text_stands_in_its_source(name: str) -> None:
    data = nasty_texts.ALL[name]
    assert_runs_stand_in_source(read(data, name), data)


def test_real_report_round_trips_and_its_table_is_whole(shared) -> None:  # type: ignore[no-untyped-def]
    data = (shared / "reports" / "000_98a5634400e74046.txt").read_bytes()
    document = read(data, "report.txt")
    assert_runs_stand_in_source(document, data)
    (table,) = tables(document)
    assert (table.rows, table.columns, table.header_rows) == (8, 4, 1)
    assert [cell.text for cell in table.cells if cell.column == 0] == ["序号", *"1234567"]
    broken = [text for text in texts(document) if len(text) > 40 and not text.endswith("。")]
    assert broken == []


def test_report_wrapped_at_forty_columns_is_whole_again() -> None:
    document = read(nasty_texts.WRAPPED_UTF16, "a.txt")
    assert texts(document) == list(nasty_texts.REPORT)
    levels = [block.level for block in document.blocks if isinstance(block, Paragraph)]
    assert levels == [None, 1, 2, None, None, 2, None, None, None, 1, None, None, None]


@pytest.mark.parametrize("width", range(36, 100, 4))
def test_indented_paragraphs_are_whole_at_any_width(width: int) -> None:
    data = nasty_texts.hard_wrapped(width).encode("gb18030")
    assert texts(read(data, "a.txt")) == list(nasty_texts.REPORT)


@pytest.mark.parametrize("width", range(36, 76, 4))
def test_spaced_paragraphs_without_indent_are_whole(width: int) -> None:
    data = nasty_texts.hard_wrapped(width, indent="", spaced=True, newline="\r").encode("utf-8-sig")
    assert texts(read(data, "a.txt")) == list(nasty_texts.REPORT)


def test_tab_tables_in_gb18030() -> None:
    document = read(nasty_texts.GB18030_TABS, "a.txt")
    funds, outputs = tables(document)
    assert grid(funds)[3] == ["病虫害防治", "312", "", "—"]
    assert (funds.id, funds.caption, outputs.caption) == ("t1", "b5", "b8")
    assert outputs.header_rows == 1
    assert grid(outputs) == [
        ["序号", "名称", "目标", "完成情况"],
        ["数量", None, None, None],
        ["1", "造林面积", "≥1.2万亩", "1.26万亩"],
        ["2", "防火宣传", "12次", "组织进村入户宣传12次，发放手册3,000份，并在重点林区设置警示牌40块"],
        ["质量", None, None, None],
        ["3", "苗木成活率", "≥85%", "88.6%"],
        ["4", "检疫覆盖率", "100%", "100%"],
        ["5", "巡护天数", "300天", "312天"],
    ]
    assert [block.text for block in document.furniture] == ["- 1 -"]


def test_pipe_table_cut_twice_is_one_table() -> None:
    document = read(nasty_texts.CUT_PIPES, "a.md")
    (table,) = tables(document)
    assert (table.rows, table.columns, table.header_rows, table.caption) == (7, 7, 1, "b1")
    assert grid(table)[1][0] == "产出指标(50分)"
    assert grid(table)[2] == ["", "", "观众人次", "≥3.5万人次", "3.62万人次", "10", "10"]
    assert grid(table)[3][4:] == ["因连续降雨，部分设备返修，完好率为92.4%", "10", "9.5"]
    assert grid(table)[5][3] == "甲|乙两类"
    assert texts(document) == [
        "南湾市文化馆2022年度公益演出项目支出绩效自评表",
        "说明：得分按实际完成值计算，其中设备完好率扣0.5分。",
    ]
    assert "续表" in [block.text for block in document.furniture]
    assert document.source.media_type == "text/markdown"


def test_text_of_mixed_widths_is_whole() -> None:
    document = read(nasty_texts.MIXED, "a.txt")
    assert texts(document) == [
        "附件2",
        "云江市交通运输局关于2022年度部门整体支出绩效自评的报告",
        "第一部分 基本概况",
        "本部门下设公路养护中心、运输管理所等5个单位，年末实有人数213人。2022年度部门预算批复数为8,643.2万元，决算数为8,512.77万元。",
        "公路养护中心承担全市国省干线1,126公里的日常养护，全年投入养护资金2,387,236.73元用于坑槽修补，"
        "并完成安全生命防护工程62.4公里，改造危旧桥梁7座，其中3座提前通车。",
        "第二部分 完成情况",
        "(一)产出情况",
        "1．数量情况：养护里程达到1,126公里。",
        "2．质量情况",
        "优良路率为89.3%，较上年提高1.2个百分点；桥梁技术状况达到二类以上。",
        "Digital management of the road network relies on open standards and BIM 5D models.",
        "特此报告。",
    ]
    aligned, drawn = tables(document)
    assert grid(aligned) == [
        ["名称", "目标值", "实际值"],
        ["养护里程", "1126公里", "1126公里"],
        ["优良路率", "88%", "89.3%"],
        ["危桥改造", "7座", "7座"],
    ]
    assert grid(drawn) == [["科目", "预算", "执行"], ["人员", "3,120", "3,120"], ["公用", "412", "405.6"]]


_SCRAPS = st.sampled_from(
    [*"一二（）()1234567890.,，。；：、|\t -—#*_\\│┌─┐+ \f\r\n\n\n　", "<br>", "**", "| --- |", "一是", "（1）", "续表",
     "第 3 页", "资金管理", "自评得分", "387,236.", "73万元", "abc", "序号\t名称\t数", "|a|b|c|\n", "\x00", "😀"]
)  # fmt: skip


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=300), st.lists(_SCRAPS, max_size=120).map("".join)))
def test_any_text_gives_a_document_or_a_refusal_and_runs_stand(text: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        document = read(data, "a.txt")
    except ReadError as refused:
        assert refused.code in {"READ-EMPTY", "READ-UNSUPPORTED", "READ-ENCODING"}
        assert refused.hint
        return
    assert document.blocks
    assert_runs_stand_in_source(document, data)
    assert read(data, "a.txt") == document


@settings(max_examples=200)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_a_refusal(data: bytes) -> None:
    try:
        document = read(data, "a.bin")
    except ReadError as refused:
        assert refused.code.startswith("READ-")
        return
    assert document.source.size == len(data)
