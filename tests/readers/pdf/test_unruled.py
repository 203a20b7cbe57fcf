"""Tables that lack rulings in hand-made PDFs, and what looks like one and is none. Both backends must agree."""

from collections import Counter
from collections.abc import Sequence

import pytest

from tests.readers.pdf.pdf_maker import Page, pdf
from toolkit.model.document import Document, Paragraph, Table
from toolkit.readers._reader import ReadOptions
from toolkit.readers.pdf.reader import READER

XS = [60.0, 200.0, 280.0, 370.0, 460.0]
HEAD = ["Task", "Unit", "Planned", "Done", "Share"]
ROWS = [
    ["River dredging", "km", "12.5", "13.2", "106%"],
    ["Pipe renewal", "km", "38", "36.4", "95.8%"],
    ["Water tests", "samples", "1,200", "1,256", "104.7%"],
    ["Pump repairs", "", "6", "6", "100%"],
    ["Training days", "days", "24", "25", "104.2%"],
]
TABLE = [HEAD, *ROWS]
PROSE = "The pumps of the northern canal were taken out of service in the autumn of the past year and then sold"


@pytest.fixture(params=["pdfium", "pdfplumber"])
def options(request: pytest.FixtureRequest) -> ReadOptions:
    return ReadOptions(pdf_backend=request.param)


def read(options: ReadOptions, *pages: Page) -> Document:
    return READER.read(pdf(*pages), "made.pdf", options)


def tables(document: Document) -> list[list[list[str]]]:
    """Texts by row and column; a merged cell stands at its upper left, `.` where it covers."""
    found = []
    for table in (block for block in document.blocks if isinstance(block, Table)):
        rows = [["?"] * table.columns for _ in range(table.rows)]
        for cell in table.cells:
            for down in range(cell.row_span):
                for right in range(cell.column_span):
                    rows[cell.row + down][cell.column + right] = "." if down or right else cell.text
        found.append(rows)
    return found


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def set_rows(
    page: Page, rows: Sequence[Sequence[str]], top: float = 700, xs: Sequence[float] = XS, pitch: float = 18
) -> Page:
    """Texts at xs, `pitch` points from row to row; `|` breaks lines within a cell, 12 points apart."""
    for row in rows:
        for x, text in zip(xs, row, strict=False):
            for number, line in enumerate(text.split("|")):
                if line:
                    page.text(x, top - 12 * number, line)
        top -= pitch + 12 * max(text.count("|") for text in row)
    return page


def rules(page: Page, *ys: float, left: float = 55, right: float = 530) -> Page:
    for y in ys:
        page.line(left, y, right, y)
    return page


def test_three_rules_make_a_table(options: ReadOptions) -> None:
    page = rules(set_rows(Page().text(60, 740, PROSE), TABLE), 714, 695, 602).text(60, 580, PROSE)
    document = read(options, page)
    assert tables(document) == [TABLE]
    assert paragraphs(document) == [PROSE, PROSE]


def test_rule_under_each_row_makes_a_table(options: ReadOptions) -> None:
    page = rules(set_rows(Page(), TABLE), *(713 - 18 * n for n in range(7)))
    assert tables(read(options, page)) == [TABLE]


def test_outer_frame_is_enough(options: ReadOptions) -> None:
    page = set_rows(Page(), TABLE).box(55, 602, 530, 714)
    assert tables(read(options, page)) == [TABLE]


@pytest.mark.parametrize("shaded", [range(1), range(0, 6, 2), range(1, 6, 2)])
def test_shaded_rows_make_a_table_with_those_between(options: ReadOptions, shaded: range) -> None:
    page = Page().raw("0.8 g")
    for row in shaded:
        page.box(55, 695 - 18 * row, 530, 713 - 18 * row, "f")
    assert tables(read(options, set_rows(page.raw("0 g"), TABLE))) == [TABLE]


def test_columns_alone_make_a_table(options: ReadOptions) -> None:
    page = set_rows(Page().text(60, 730, PROSE), TABLE).text(60, 570, PROSE)
    document = read(options, page)
    assert tables(document) == [TABLE]
    assert paragraphs(document) == [PROSE, PROSE]


def test_blank_cells_stay_blank(options: ReadOptions) -> None:
    patchy = [
        [*row[:2], *("" if (n + k) % 3 == 0 else text for k, text in enumerate(row[2:]))] for n, row in enumerate(ROWS)
    ]
    assert tables(read(options, rules(set_rows(Page(), [HEAD, *patchy]), 714, 695, 602))) == [[HEAD, *patchy]]


def test_wrapped_cells_are_one_row(options: ReadOptions) -> None:
    rows = [
        HEAD,
        ["Dredging of both|northern rivers", *ROWS[0][1:]],
        ROWS[1],
        ["Tests of water|in all villages", *ROWS[2][1:]],
    ]
    page = rules(set_rows(Page(), rows), 714, 695, 615)
    whole = [
        ["Dredging of both northern rivers", *ROWS[0][1:]],
        ROWS[1],
        ["Tests of water in all villages", *ROWS[2][1:]],
    ]
    assert [[text.replace("\n", " ") for text in row] for row in tables(read(options, page))[0]] == [HEAD, *whole]


def test_number_cut_in_two_is_one_and_numbers_of_two_rows_are_two(options: ReadOptions) -> None:
    rows = [
        ["Item", "Budget", "Spent"],
        ["Works", "387,236.|73", "386,100.|05"],
        ["Study", "120", "130"],
        ["Land", "130", "140"],
    ]
    page = rules(set_rows(Page(), rows, xs=[60, 200, 300], pitch=14), 714, 696, 634)
    assert tables(read(options, page)) == [
        [
            ["Item", "Budget", "Spent"],
            ["Works", "387,236.73", "386,100.05"],
            ["Study", "120", "130"],
            ["Land", "130", "140"],
        ]
    ]


def test_heading_over_two_columns_spans_them(options: ReadOptions) -> None:
    page = rules(Page(), 730, 693, 602)
    for x, text in zip((60, 200, 460), ("Task", "Unit", "Share"), strict=True):
        page.text(x, 708, text)
    page.text(300, 716, "Target of the year")
    set_rows(page, [["", "", "Planned", "Done"], *ROWS])
    assert tables(read(options, page))[0][:3] == [
        ["Task", "Unit", "Target of the year", ".", "Share"],
        [".", ".", "Planned", "Done", "."],
        ROWS[0],
    ]


def test_label_in_the_middle_of_its_rows_spans_them(options: ReadOptions) -> None:
    page = rules(set_rows(Page(), TABLE, xs=[x + 70 for x in XS]), 714, 695, 602, right=600)
    page.text(60, 700, "Group").text(60, 664, "Works").text(60, 619, "Services")
    (table,) = tables(read(options, page))
    assert [row[0] for row in table] == ["Group", "Works", ".", ".", "Services", "."]


def test_rules_beside_a_label_show_its_rows(options: ReadOptions) -> None:
    """They tell of groups that neither the place of their labels nor their number would."""
    page = rules(set_rows(Page(), TABLE, xs=[x + 70 for x in XS]), 714, 695, 659, 605, right=600)
    page = rules(page, 677, 641, 623, left=125, right=600).text(60, 700, "Group").text(60, 682, "Works")
    page.text(60, 628, "Services")
    (table,) = tables(read(options, page))
    assert [row[0] for row in table] == ["Group", "Works", ".", "Services", ".", "."]
    assert [row[1:] for row in table] == TABLE


def test_line_under_a_heading_shows_its_columns(options: ReadOptions) -> None:
    page = rules(
        set_rows(Page(), [["Task", "Unit", "", "", "Share"], ["", "", "Planned", "Done", ""], *ROWS]), 714, 677
    )
    page = rules(page.text(280, 700, "Amounts"), 693, left=275, right=440)
    assert tables(read(options, rules(page, 585)))[0][:2] == [
        ["Task", "Unit", "Amounts", ".", "Share"],
        [".", ".", "Planned", "Done", "."],
    ]


def test_row_cut_by_the_page_end_is_one(options: ReadOptions) -> None:
    first = set_rows(Page(), [HEAD, *long_rows(1, 40), ["Dredging of both the", *ROWS[0][1:]]], top=780)
    second = set_rows(Page(), [["Pipes"]], top=780)
    set_rows(second, long_rows(41, 44), top=760)
    (table,) = tables(read(options, first, second))
    assert table[40] == ["Dredging of both the Pipes", *ROWS[0][1:]]
    assert len(table) == 44


def test_sides_left_open_are_closed_though_a_page_end_cuts_a_group(options: ReadOptions) -> None:
    page = rules(set_rows(Page(), TABLE, xs=[x + 70 for x in XS]), 714, 695, right=600)
    page = rules(page, 677, 659, 641, 623, 605, left=125, right=600).text(60, 700, "Group")
    for x in (125, 265, 345, 435, 525):
        page.line(x, 714, x, 605)
    (table,) = tables(read(options, page))
    assert [row[0] for row in table] == ["Group", "", ".", ".", ".", "."]
    assert [row[1:] for row in table] == TABLE


@pytest.mark.parametrize("ruled", [True, False])
def test_tables_side_by_side_are_two(options: ReadOptions, ruled: bool) -> None:
    names = [["No", "Name", "Score"], *([str(n), f"name {n}", f"9{n}.5"] for n in range(1, 9))]
    page = Page()
    for left in (60, 320):
        set_rows(page, names, xs=[left, left + 40, left + 140])
        if ruled:
            rules(page, 714, 695, 548, left=left - 5, right=left + 180)
    assert tables(read(options, page)) == [names, names]


def test_rules_between_some_columns_only_are_completed(options: ReadOptions) -> None:
    page = rules(set_rows(Page(), TABLE), 714, 695, 602).line(190, 714, 190, 602)
    assert tables(read(options, page)) == [TABLE]


def test_rows_without_rules_between_them_are_told_apart_by_their_figures(options: ReadOptions) -> None:
    page = rules(set_rows(Page(), TABLE), 714, 695, 602)
    for x in (55, 190, 270, 360, 450, 530):
        page.line(x, 714, x, 602)
    assert tables(read(options, page)) == [TABLE]


def test_lines_in_one_row_of_a_ruled_table_stay_one_cell(options: ReadOptions) -> None:
    rows = [HEAD[:3], ["Dredging|of both|rivers", "12.5", "done in|the third|quarter"]]
    page = Page().table([55, 150, 250, 350], [714, 695, 640], rows)
    assert [[text.replace("\n", " ") for text in row] for row in tables(read(options, page))[0]] == [
        HEAD[:3],
        ["Dredging of both rivers", "12.5", "done in the third quarter"],
    ]


def long_rows(first: int, last: int) -> list[list[str]]:
    return [[f"Task {n}", "km", f"{n}.5", f"{n + 1}.25", f"{90 + n % 9}%"] for n in range(first, last)]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("headed", [True, False])
def test_table_goes_on_over_the_page_end(options: ReadOptions, ruled: bool, headed: bool) -> None:
    first, second = Page(), Page()
    set_rows(first, [HEAD, *long_rows(1, 41)], top=780)
    set_rows(second, [*([HEAD] if headed else []), *long_rows(41, 44)], top=780)
    if ruled:
        rules(first, 794, 775)
        rules(second, *((794, 775) if headed else ()), 775 - 18 * (3 if headed else 2) - 3)
    for number, page in enumerate((first, second), start=1):
        page.text(290, 20, f"- {number} -", 9)
    assert tables(read(options, first, second)) == [[HEAD, *long_rows(1, 44)]]


def test_single_row_below_the_page_end_belongs_to_the_table(options: ReadOptions) -> None:
    first, second = set_rows(Page(), [HEAD, *long_rows(1, 41)], top=780), set_rows(Page(), long_rows(41, 42), top=780)
    second.text(60, 740, PROSE)
    document = read(options, first, second)
    assert tables(document) == [[HEAD, *long_rows(1, 42)]]
    assert paragraphs(document) == [PROSE]


def test_text_below_the_page_end_is_no_row(options: ReadOptions) -> None:
    first = set_rows(Page(), [HEAD, *long_rows(1, 41)], top=780)
    second = Page().text(60, 780, "Filled in by: A. Moss").text(280, 780, "Checked by: B. Fern").text(60, 740, PROSE)
    document = read(options, first, second)
    assert len(tables(document)[0]) == 41
    assert paragraphs(document) == ["Filled in by: A. Moss Checked by: B. Fern", PROSE]


def none(page: Page) -> Page:
    return page


LETTER_FOOT = rules(Page(), 714, 696, 678).text(60, 700, "Copies: finance office, audit office")
LETTER_FOOT.text(60, 682, "Office of the water works").text(400, 682, "Printed 15 March 2023")
FORM = Page()
for number, names in enumerate((["Unit: works", "Date: May", "Fax: 12"], ["Head: Moss", "Tel: 345", "Post: 330"]) * 3):
    set_rows(FORM, [names], top=700 - 18 * number, xs=[60, 220, 400])
CONTENTS = set_rows(Page(), [[f"Chapter {n} on works", str(3 * n)] for n in range(1, 9)], xs=[60, 500])
NAMES = set_rows(Page(), [["A. Moss", "B. Fern", "C. Reed", "D. Sedge"]] * 5, xs=[60, 180, 300, 420])
DATES = set_rows(Page(), [["May 2022", f"Works of part {n} were begun"] for n in range(6)], xs=[60, 160])
COLUMNS = set_rows(Page(), [[PROSE[:28], PROSE[28:56], PROSE[56:84]]] * 12, xs=[60, 230, 400], pitch=14)
RULED_PAPER = rules(set_rows(Page(), [[PROSE]] * 6), *(696 - 18 * n for n in range(7)))
CHART = rules(Page(), 700, 670, 640, 610)
for number, (y, value) in enumerate([(685, "95.2"), (655, "72.1"), (685, "98.4"), (625, "45.0"), (655, "70.7")]):
    CHART.text(100 + 80 * number, y, value).text(100 + 80 * number, 595, str(2019 + number))
HEADED = rules(Page().text(60, 800, "Water works").text(460, 800, "Report 2022"), 795, 60)
HEADED.text(60, 45, "Printed in May").text(460, 45, "Page 1 of 9")
for number in range(20):
    HEADED.text(60, 760 - 18 * number, PROSE)
SHADED_TITLES = Page()
for number in range(4):
    SHADED_TITLES.raw("0.8 g").box(55, 695 - 60 * number, 530, 713 - 60 * number, "f").raw("0 g")
    SHADED_TITLES.text(60, 700 - 60 * number, f"{number + 1}. Title of a part").text(60, 675 - 60 * number, PROSE)


@pytest.mark.parametrize(
    "page",
    [LETTER_FOOT, FORM, CONTENTS, NAMES, DATES, COLUMNS, RULED_PAPER, CHART, HEADED, SHADED_TITLES],
    ids=[
        "letter foot",
        "form",
        "contents",
        "names",
        "dates",
        "columns",
        "ruled paper",
        "chart",
        "headed",
        "shaded titles",
    ],
)
def test_what_is_no_table_stays_text(options: ReadOptions, page: Page) -> None:
    document = read(options, page)
    assert tables(document) == []
    printed = Counter(
        "".join(
            text
            for text in page.parts
            if text.startswith("BT")
            for text in [text[text.index("(") + 1 : text.rindex(")")]]
        )
    )
    read_chars = Counter(
        "".join(block.text for block in (*document.blocks, *document.furniture) if isinstance(block, Paragraph))
    )
    del printed[" "], read_chars[" "]
    assert printed == read_chars
