"""Chinese PDFs of two engines (their sources lie beside them): groups cut by pages, a row cut in two, running heads."""

from pathlib import Path

import pytest

from toolkit.layout.places import text_at
from toolkit.model.citation import cite_cell, cite_paragraph
from toolkit.model.document import Document, Paragraph, Run, Table
from toolkit.readers._reader import ReadOptions
from toolkit.readers.pdf._pdfium import open_pages
from toolkit.readers.pdf.reader import READER

FILES = Path(__file__).parent / "files"
NAMES = sorted(path.name for path in FILES.glob("*.pdf"))


def read(name: str, backend: str = "pdfium") -> Document:
    return READER.read((FILES / name).read_bytes(), name, ReadOptions(pdf_backend=backend))  # type: ignore[arg-type]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def row(table: Table, number: int) -> list[str]:
    found = [table.covering(number, column) for column in range(table.columns)]
    return [cell.text if cell else "?" for cell in found]


def runs(document: Document) -> list[tuple[str, Run]]:
    """Every run with the text that it is a run of."""
    found: list[tuple[str, Run]] = []
    for block in (*document.blocks, *document.furniture):
        owners = block.cells if isinstance(block, Table) else (block,)
        found += [(owner.text[run.start : run.end], run) for owner in owners for run in owner.runs]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_backends_give_the_same_texts_and_cells(name: str) -> None:
    fast, slow = read(name), read(name, "pdfplumber")
    assert paragraphs(fast) == paragraphs(slow)
    assert [block.id for block in fast.blocks] == [block.id for block in slow.blocks]
    shapes = [
        [[(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells] for table in tables(document)]
        for document in (fast, slow)
    ]
    assert shapes[0] == shapes[1]
    assert [line.text for line in fast.furniture] == [line.text for line in slow.furniture]


@pytest.mark.parametrize("name", NAMES)
def test_no_character_of_a_page_is_lost(name: str) -> None:
    with open_pages((FILES / name).read_bytes(), None) as pages:
        printed = "".join((pages.page(number) or pytest.fail()).printed() for number in range(1, pages.count + 1))
    read_chars = "".join(text for text, _ in runs(read(name)))
    head = [table.header_rows for table in tables(read(name))]
    if not any(head):  # a repeated head is dropped on purpose
        assert sorted(printed.replace(" ", "")) == sorted(read_chars.replace(" ", ""))
    assert set(printed) - {" "} == set(read_chars) - {" "}


@pytest.mark.parametrize("name", NAMES)
def test_runs_carry_page_box_and_edges(name: str) -> None:
    for text, run in runs(read(name)):
        region = run.region
        assert region.page is not None and region.box is not None and region.edges is not None
        assert len(region.edges) == len(text) + 1
        assert (region.edges[0], region.edges[-1]) == (region.box[0], region.box[2])


@pytest.mark.parametrize("name", NAMES)
def test_citations_lead_back_to_their_quotes(name: str) -> None:
    document = read(name)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            assert text_at(document, cite_paragraph(block, 0, len(block.text))) == block.text
        else:
            told = [cell for cell in block.cells if cell.text]
            for cell in told:
                quote = text_at(document, cite_cell(block, cell))
                assert quote.replace(" ", "") == "".join(cell.text.split())


def test_groups_cut_by_the_page_end_stay_whole() -> None:
    first, second = tables(read("groups.pdf"))
    assert (first.rows, first.columns, first.header_rows) == (14, 6, 1)
    assert row(first, 3) == [
        "工程",
        "数量",
        "清淤土方",
        "3.2万立方米",
        "3.05万立方米",
        "汛期停工19天，余下部分转入次年冬修",
    ]
    assert row(first, 9)[:3] == ["工程", "质量", "台账完整率"]
    assert row(first, 11) == ["成效", "供水", "节水量", "180万立方米", "192.5万立方米", ""]
    assert row(first, 13)[:3] == ["成效", "群众", "投诉办结率"]
    assert [row(second, number) for number in range(3)] == [
        ["科目", "预算", "支出"],
        ["工程费", "1,020.00", "1,018.75"],
        ["管护费", "266.40", "263.90"],
    ]


def test_box_and_underline_are_text_and_captions_are_found() -> None:
    document = read("groups.pdf")
    assert paragraphs(document)[:3] == ["临江市农田水利中心灌区管护年度说明", "内部资料，请勿外传", "一、基本情况"]
    titles = {block.id: block.text for block in document.blocks if isinstance(block, Paragraph)}
    assert [titles[table.caption or ""] for table in tables(document)] == [
        "各项任务完成情况见下表：",
        "资金按下列科目支出：",
    ]
    assert [line.text.replace(" ", "") for line in document.furniture] == [
        "临江市农田水利中心2022年度资料",
        "—1—",
        "临江市农田水利中心2022年度资料",
        "—2—",
    ]


def test_groups_closed_at_the_page_end_stay_whole_in_landscape() -> None:
    (table,) = tables(read("services.pdf"))
    assert (table.rows, table.columns, table.header_rows) == (28, 6, 1)
    groups = [(cell.text, cell.row, cell.row_span) for cell in table.cells if cell.column < 2 and cell.row]
    assert sorted(groups, key=lambda group: group[1:]) == [
        ("数量", 1, 8),
        ("产出", 1, 19),
        ("质量", 9, 7),
        ("时效", 16, 4),
        ("社会", 20, 5),
        ("效果", 20, 8),
        ("持续", 25, 3),
    ]
    assert row(table, 14)[3:5] == ["≥42项", "42项"]
    assert paragraphs(read("services.pdf"))[-1] == "以上事项均可在县政务网查询办理进度。"


def test_row_cut_in_two_is_one_row_on_two_pages() -> None:
    (table,) = tables(read("museum.pdf"))
    assert (table.id, table.rows, table.header_rows) == ("p2.t1", 6, 0)
    assert [row(table, number)[0] for number in range(6)] == ["序号", "1", "2", "3", "4", "5"]
    cell = table.covering(3, 3)
    assert cell is not None
    assert "书店发放；展陈大纲" in cell.text and "\n" not in cell.text
    assert {run.region.page for run in cell.runs} == {2, 3}


def test_sentence_cut_by_the_page_is_one_paragraph() -> None:
    document = read("museum.pdf")
    (cut,) = (block for block in document.blocks if isinstance(block, Paragraph) and block.text.startswith("（7）"))
    assert cut.id == "p1.b10"
    assert "设备完好率93.5%，观众咨询答复及时，无安全责任事故；" in cut.text
    assert [run.region.page for run in cut.runs] == [1, 2, 2]


def test_tables_without_rulings_are_read_as_their_source_says() -> None:
    document = read("unruled.pdf")
    found = tables(document)
    assert [(table.rows, table.columns, table.header_rows) for table in found] == [
        (6, 5, 0),
        (6, 5, 0),
        (6, 3, 0),
        (5, 3, 0),
        (11, 5, 1),
    ]
    costs, events, left, right, goods = found
    assert [row(costs, number) for number in (0, 1)] == [
        ["科目", "预算", "预算", "支出", "执行率"],
        ["科目", "年初", "调整后", "支出", "执行率"],
    ]
    assert row(costs, 4) == ["分馆设备更新与网络线路租用补助", "1,064.25", "1,020.00", "986.10", "96.68%"]
    assert [row(events, number)[:2] for number in range(1, 6)] == [
        ["少儿", "绘本共读"],
        ["少儿", "假期书房"],
        ["少儿", "书法体验"],
        ["成人", "专题讲座"],
        ["成人", "技能夜校"],
    ]
    assert (row(left, 5), row(right, 1)) == (["5", "松岗", "91.6"], ["6", "柳塘", "90.4"])
    assert [row(goods, number)[-1] for number in (1, 2, 3, 10)] == [
        "235,210.00",
        "216,320.00",
        "27,280.00",
        "20,720.00",
    ]
    assert paragraphs(document)[-2:] == ["抄送：县财政局，县审计局。", "云江县图书馆办公室 2023年2月20日印发"]
