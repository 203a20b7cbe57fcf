"""Tables in hand-made PDFs: what is one, what is none, and how one goes on over pages. Both backends must agree."""

from itertools import pairwise

import pytest

from tests.readers.pdf.pdf_maker import Page, pdf
from toolkit.model.document import Document, Paragraph, Table
from toolkit.readers._reader import ReadOptions
from toolkit.readers.pdf.reader import READER

XS = [50.0, 120.0, 200.0, 420.0]
HEAD = ["No", "Task", "Result"]


@pytest.fixture(params=["pdfium", "pdfplumber"])
def options(request: pytest.FixtureRequest) -> ReadOptions:
    return ReadOptions(pdf_backend=request.param)


def read(options: ReadOptions, *pages: Page) -> Document:
    return READER.read(pdf(*pages), "made.pdf", options)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def grid(table: Table) -> list[list[str]]:
    """Texts by row and column; a merged cell stands at its upper left, `.` where it covers."""
    rows = [["?"] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        for down in range(cell.row_span):
            for right in range(cell.column_span):
                rows[cell.row + down][cell.column + right] = "." if down or right else cell.text
    return rows


def long_page(*rows: list[str], top: float = 780, height: float = 40) -> Page:
    """A page whose table ends at the foot of the page if it has rows enough."""
    ys = [top - height * number for number in range(len(rows) + 1)]
    return Page().table(XS, ys, list(rows))


@pytest.mark.parametrize("pen", ["line", "thin"])
def test_lines_and_thin_filled_rectangles_rule_a_table(options: ReadOptions, pen: str) -> None:
    page = Page().table(XS, [700, 680, 660], [HEAD, ["1", "Pipes", "12.50"]], pen)
    assert [grid(table) for table in tables(read(options, page))] == [[HEAD, ["1", "Pipes", "12.50"]]]


def test_cells_drawn_as_single_stroked_boxes_rule_a_table(options: ReadOptions) -> None:
    page = Page()
    for row, y in enumerate((680, 660)):
        for left, right in pairwise(XS):
            page.box(left, y, right, y + 20).text(left + 3, y + 6, f"r{row}c{left:g}")
    assert [(table.rows, table.columns) for table in tables(read(options, page))] == [(2, 3)]


def test_missing_bottom_rule_is_closed(options: ReadOptions) -> None:
    page = Page().line(50, 700, 420, 700).line(50, 680, 420, 680)
    for x in XS:
        page.line(x, 700, x, 650)
    for x, head, text in zip(XS, HEAD, ["1", "Gates", "16"], strict=False):
        page.text(x + 3, 686, head).text(x + 3, 664, text)
    assert [grid(table) for table in tables(read(options, page))] == [[HEAD, ["1", "Gates", "16"]]]


def test_table_without_outer_sides_keeps_its_outer_columns(options: ReadOptions) -> None:
    page = Page()
    for y in (700, 680, 660):
        page.line(50, y, 420, y)
    for x in XS[1:-1]:
        page.line(x, 700, x, 660)
    for x, head, text in zip(XS, HEAD, ["1", "Gates", "16"], strict=False):
        page.text(x + 3, 686, head).text(x + 3, 666, text)
    assert [grid(table) for table in tables(read(options, page))] == [[HEAD, ["1", "Gates", "16"]]]


def test_underlines_boxes_and_rules_are_no_table(options: ReadOptions) -> None:
    page = Page().text(50, 800, "Head of the report", 9).line(50, 795, 545, 795)
    page.box(200, 700, 400, 730).text(230, 712, "BOXED TITLE")
    page.text(50, 650, "Name of the unit:").line(140, 648, 300, 648).text(145, 650, "Linjiang")
    page.box(50, 560, 300, 600, "B").raw("0.9 g").box(50, 500, 300, 540, "f").raw("0 g").text(60, 515, "Shaded line")
    document = read(options, page)
    assert tables(document) == []
    assert paragraphs(document) == ["Head of the report", "BOXED TITLE", "Name of the unit: Linjiang", "Shaded line"]


def test_white_lines_are_not_seen(options: ReadOptions) -> None:
    page = Page().raw("1 G").table(XS, [700, 680, 660], [HEAD, ["1", "Pipes", "12.50"]])
    assert tables(read(options, page)) == []


def test_chart_with_axes_and_grid_lines_is_no_table(options: ReadOptions) -> None:
    page = Page().text(50, 700, "Water saved by year")
    for y in (500, 530, 560, 590):
        page.line(100, y, 400, y)
    for x in (100, 200, 300, 400):
        page.line(x, 500, x, 590)
        page.text(x, 488, "2022")
    assert tables(read(options, page)) == []


def test_frame_around_the_page_is_no_table(options: ReadOptions) -> None:
    page = Page().box(30, 30, 565, 812).line(30, 780, 565, 780).text(60, 790, "Title").text(60, 700, "Body text")
    page.table(XS, [600, 580, 560], [HEAD, ["1", "Pipes", "12.50"]])
    document = read(options, page)
    assert [(table.rows, table.columns) for table in tables(document)] == [(2, 3)]
    assert paragraphs(document) == ["Title", "Body text"]


def test_two_tables_and_texts_keep_their_order(options: ReadOptions) -> None:
    page = Page().text(50, 760, "First").table(XS, [740, 720, 700], [HEAD, ["1", "Pipes", "2"]])
    page.text(50, 660, "Between").table([50, 200, 420], [640, 620, 600], [["Item", "Sum"], ["Work", "3"]])
    page.text(50, 560, "Last")
    document = read(options, page)
    assert [block.id for block in document.blocks] == ["p1.b1", "p1.t1", "p1.b2", "p1.t2", "p1.b3"]


def test_two_tables_side_by_side_stay_two(options: ReadOptions) -> None:
    page = Page().table([50, 120, 200], [700, 680, 660], [["A", "B"], ["1", "2"]])
    page.table([300, 380, 460], [700, 680, 660], [["C", "D"], ["3", "4"]])
    assert [grid(table) for table in tables(read(options, page))] == [
        [["A", "B"], ["1", "2"]],
        [["C", "D"], ["3", "4"]],
    ]


def test_merged_cells_stand_once_with_their_spans(options: ReadOptions) -> None:
    page = Page()
    for y, left in ((700, 50), (680, 50), (660, 120), (640, 50)):
        page.line(left, y, 420, y)
    for x, top in ((50, 700), (120, 680), (200, 680), (420, 700)):
        page.line(x, 640, x, top)
    page.text(60, 686, "Title across").text(55, 656, "Group").text(125, 666, "a").text(205, 666, "1").text(
        125, 646, "b"
    )
    (table,) = tables(read(options, page))
    assert grid(table) == [["Title across", ".", "."], ["Group", "a", "1"], [".", "b", ""]]


def test_number_broken_in_a_narrow_cell_is_joined_and_two_numbers_are_not(options: ReadOptions) -> None:
    rows = [
        ["387,23|6.73", "x"],
        ["120|130", "y"],
        ["5|x", "z"],
        ["1,998.|00", "x"],
        ["1998.8|5", "y"],
        ["12.5|12.6", "z"],
    ]
    page = Page().table([50, 86, 200], [700, 660, 620, 580, 540, 500, 460], rows)
    (table,) = tables(read(options, page))
    read_as = ["387,236.73", "120\n130", "5\nx", "1,998.00", "1998.85", "12.5\n12.6"]
    assert [table.covering(row, 0).text for row in range(6)] == read_as


def test_text_that_runs_through_its_border_stays_in_its_cell(options: ReadOptions) -> None:
    page = Page().table([50, 90, 200], [700, 680, 660], [["overlong name", ""], ["12", "34"]])
    page.table([300, 340, 400], [700, 680, 660], [["x", "overlong to the end"], ["12", "34"]])
    first, second = tables(read(options, page))
    assert grid(first) == [["overlong name", ""], ["12", "34"]]
    assert grid(second) == [["x", "overlong to the end"], ["12", "34"]]


def test_repeated_head_is_dropped(options: ReadOptions) -> None:
    first = long_page(HEAD, *[[str(n), f"task {n}", f"done {n}"] for n in range(1, 18)])
    second = long_page(HEAD, ["18", "task 18", "done 18"])
    (table,) = tables(read(options, first, second))
    assert (table.id, table.rows, table.header_rows) == ("p1.t1", 19, 1)
    assert grid(table)[-1] == ["18", "task 18", "done 18"]
    assert {run.region.page for run in table.covering(18, 1).runs} == {2}


def test_table_without_repeated_head_goes_on(options: ReadOptions) -> None:
    first = long_page(HEAD, *[[str(n), f"task {n}", f"done {n}"] for n in range(1, 18)])
    (table,) = tables(read(options, first, long_page(["18", "task 18", "done 18"], ["19", "task 19", "done 19"])))
    assert (table.rows, table.header_rows) == (20, 0)


def test_row_cut_by_the_page_end_is_one_row(options: ReadOptions) -> None:
    rows = [[str(n), f"task {n}", f"done {n}"] for n in range(1, 17)]
    cut = [
        "17",
        "task 17",
        "The work was accepted in December|after the second test, and the unit|then paid the greater part",
    ]
    first = long_page(HEAD, *rows, cut)
    second = long_page(["", "", "of the contract, 12.50 in all."], ["18", "task 18", "done"])
    (table,) = tables(read(options, first, second))
    assert table.rows == 19
    cell = table.covering(17, 2)
    assert " ".join(cell.text.split()).endswith("the greater part of the contract, 12.50 in all.")
    assert [run.region.page for run in cell.runs] == [1, 1, 1, 2]


def test_group_cell_cut_by_the_page_end_goes_on(options: ReadOptions) -> None:
    first, second = Page(), Page()
    for page, top, names in ((first, 780, range(18)), (second, 780, range(18, 21))):
        bottom = top - 40 * len(names)
        for number, name in enumerate(names):
            page.line(120, top - 40 * number, 420, top - 40 * number)
            page.text(125, top - 40 * number - 11, f"name {name}").text(205, top - 40 * number - 11, f"{name}.5")
        page.line(50, top, 420, top).line(50, bottom, 420, bottom)
        for x in XS:
            page.line(x, bottom, x, top)
    first.text(55, 760, "Outputs")
    (table,) = tables(read(options, first, second))
    assert table.rows == 21
    assert (table.covering(20, 0).text, table.covering(20, 0).row_span) == ("Outputs", 21)


def test_further_form_of_the_same_print_is_not_glued(options: ReadOptions) -> None:
    def form(name: str) -> Page:
        rows = [["Name", name, ""], *[[f"item {n}", "1", "2"] for n in range(16)], ["Total", "16", "32"]]
        return long_page(*rows)

    assert [table.rows for table in tables(read(options, form("North canal"), form("South canal")))] == [18, 18]


def test_numbering_from_one_begins_a_new_table(options: ReadOptions) -> None:
    first = long_page(HEAD, *[[str(n), f"task {n}", "x"] for n in range(1, 18)])
    second = long_page(HEAD, *[[str(n), f"other {n}", "y"] for n in range(1, 4)])
    assert len(tables(read(options, first, second))) == 2


def test_table_after_room_was_left_is_another(options: ReadOptions) -> None:
    first = long_page(HEAD, ["1", "Pipes", "x"], ["2", "Gates", "y"])
    second = long_page(["3", "Pumps", "z"], ["4", "Wells", "w"])
    assert len(tables(read(options, first, second))) == 2


def test_table_with_other_columns_is_another(options: ReadOptions) -> None:
    first = long_page(HEAD, *[[str(n), f"task {n}", "x"] for n in range(1, 18)])
    second = Page().table([50, 180, 300, 420], [780, 740, 700], [["a", "b", "c"], ["d", "e", "f"]])
    assert len(tables(read(options, first, second))) == 2


def test_text_between_parts_the_tables(options: ReadOptions) -> None:
    first = long_page(HEAD, *[[str(n), f"task {n}", "x"] for n in range(1, 18)])
    second = long_page(["18", "task 18", "y"], ["19", "task 19", "y"], top=740).text(
        50, 770, "A new chapter begins here"
    )
    assert len(tables(read(options, first, second))) == 2


def test_running_head_and_page_number_do_not_part_a_table(options: ReadOptions) -> None:
    first = long_page(HEAD, *[[str(n), f"task {n}", "x"] for n in range(1, 17)])
    second = long_page(["17", "task 17", "y"], ["18", "task 18", "y"])
    for number, page in enumerate((first, second), start=1):
        page.text(200, 815, "Water works 2022", 9).text(290, 20, f"- {number} -", 9)
    document = read(options, first, second)
    assert [table.rows for table in tables(document)] == [19]
    assert [paragraph.text for paragraph in document.furniture] == [
        "Water works 2022",
        "- 1 -",
        "Water works 2022",
        "- 2 -",
    ]
