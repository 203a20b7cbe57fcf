"""Lines and paragraphs of hand-made PDFs, directions of writing, pages that cannot be read. Both backends agree."""

import pytest

from tests.readers.pdf.pdf_maker import Page, pdf
from toolkit.errors import ReadError
from toolkit.model.citation import cite_paragraph
from toolkit.model.document import Document, Paragraph, Table
from toolkit.readers._reader import ReadOptions
from toolkit.readers.pdf.reader import READER

WIDE = "The pumps of the northern canal and of both wells were taken out of service in the autumn of the past year"
PASSWORD = "tax2022"
SHORTER = WIDE[:-5]  # the same in a line that is set in


@pytest.fixture(params=["pdfium", "pdfplumber"])
def options(request: pytest.FixtureRequest) -> ReadOptions:
    return ReadOptions(pdf_backend=request.param, ocr=False)


def read(options: ReadOptions, *pages: Page) -> Document:
    return READER.read(pdf(*pages), "made.pdf", options)


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def prose(page: Page, top: float, lines: list[str], indent: float = 24) -> Page:
    """Lines of running text, the first one set in."""
    for number, line in enumerate(lines):
        page.text(72 + (indent if number == 0 else 0), top - 18 * number, line)
    return page


def test_full_lines_join_and_a_short_line_ends_the_paragraph(options: ReadOptions) -> None:
    page = prose(Page(), 700, [SHORTER, WIDE, "and sold."])
    prose(page, 646, [SHORTER, "They were new."])
    document = read(options, page)
    assert paragraphs(document) == [f"{SHORTER} {WIDE} and sold.", f"{SHORTER} They were new."]


def test_sentence_broken_by_a_page_is_one_paragraph_on_two_pages(options: ReadOptions) -> None:
    first = prose(Page(), 120, [SHORTER, WIDE]).text(290, 30, "1", 9)
    second = prose(Page(), 760, ["and then repaired by the unit."], indent=0).text(290, 30, "2", 9)
    prose(second, 700, [SHORTER, "They work."])
    document = read(options, first, second)
    assert paragraphs(document) == [
        f"{SHORTER} {WIDE} and then repaired by the unit.",
        f"{SHORTER} They work.",
    ]
    broken = document.blocks[0]
    assert isinstance(broken, Paragraph)
    assert (broken.id, [run.region.page for run in broken.runs]) == ("p1.b1", [1, 1, 2])
    assert [paragraph.text for paragraph in document.furniture] == ["1", "2"]


def test_lone_stroke_whose_box_is_its_ink_stands_in_its_line() -> None:
    options = ReadOptions(pdf_backend="pdfium", ocr=False)  # the other one puts such fonts at a height of its own
    page = Page().text(72, 700, "Chapter (").stroke(114, 700).text(124.5, 700, ") of the works")
    prose(page, 660, [SHORTER, WIDE, "and sold."])
    document = read(options, page)
    assert [text.replace(" ", "") for text in paragraphs(document)[:1]] == ["Chapter(一)oftheworks"]


def test_number_alone_at_the_foot_is_text_unless_it_counts(options: ReadOptions) -> None:
    pages = [Page().text(72, 700, "Sum of all works").text(290, 60, number) for number in ("386", "412")]
    assert "386" in paragraphs(read(options, *pages))


def test_title_at_the_same_height_of_every_page_is_no_running_head(options: ReadOptions) -> None:
    pages = [Page().text(200, 800, "Form of the year", 18).text(72, 700, f"{WIDE} {n}") for n in range(3)]
    assert paragraphs(read(options, *pages)).count("Form of the year") == 3


def test_characters_struck_twice_are_read_once(options: ReadOptions) -> None:
    page = Page()
    for shift in (0, 0.4):
        page.text(72 + shift, 700, "Total 1,100.55", 12)
    for number, char in enumerate("BOLD 11"):
        page.text(72 + 9 * number, 650, char, 12).text(72.3 + 9 * number, 650, char, 12)
    assert [text.replace(" ", "") for text in paragraphs(read(options, page))] == ["Total1,100.55", "BOLD11"]


def test_runs_cite_the_line_on_its_page(options: ReadOptions) -> None:
    document = read(options, Page().text(100, 700, "Paid 12.50 in May", 10))
    (paragraph,) = document.blocks
    assert isinstance(paragraph, Paragraph)
    start = paragraph.text.index("12.50")
    (segment,) = cite_paragraph(paragraph, start, start + 5).segments
    assert segment.page == 1
    assert segment.boxes is not None
    left, top, right, bottom = segment.boxes[0]
    assert (round(left), round(right)) == (123, 148)  # after "Paid " 22.8 wide, four digits and a point 25.0
    assert top < 142 < bottom + 1
    assert len(paragraph.runs[0].region.edges or ()) == len(paragraph.text) + 1


@pytest.mark.parametrize(("rotate", "matrix"), [(90, "0 1 -1 0"), (180, "-1 0 0 -1"), (270, "0 -1 1 0")])
def test_rotated_page_is_read_as_displayed(options: ReadOptions, rotate: int, matrix: str) -> None:
    at = {90: [(100, 60), (120, 60)], 180: [(500, 60), (500, 80)], 270: [(500, 780), (480, 780)]}[rotate]
    page = Page(rotate=rotate)
    for (x, y), text in zip(at, ["First line.", "Second line."], strict=True):
        page.text(x, y, text, matrix=matrix)
    document = read(options, page)
    assert paragraphs(document) == ["First line.", "Second line."]
    (run, *_) = document.blocks[0].runs  # type: ignore[union-attr]
    box = run.region.box
    assert box is not None and box[2] - box[0] > 3 * (box[3] - box[1])


def test_page_written_sideways_is_read_and_cited_as_displayed(options: ReadOptions) -> None:
    page = Page()
    for number, text in enumerate(["Sideways first.", "Sideways second."]):
        page.text(100 + 20 * number, 60, text, matrix="0 1 -1 0")
    document = read(options, page)
    assert paragraphs(document) == ["Sideways first.", "Sideways second."]
    region = document.blocks[0].runs[0].region  # type: ignore[union-attr]
    left, top, right, bottom = region.box or (0, 0, 0, 0)
    assert 85 < left < right < 105
    assert bottom == pytest.approx(842 - 60, abs=1) and bottom - top > 50
    assert region.edges is None


def test_landscape_page_with_a_rotated_table_is_a_table(options: ReadOptions) -> None:
    page = Page(rotate=90)
    for x in (100, 120, 140):
        page.line(x, 60, x, 300)
    for y in (60, 180, 300):
        page.line(100, y, 140, y)
    for (x, y), text in zip([(114, 65), (114, 185), (134, 65), (134, 185)], "abcd", strict=True):
        page.text(x, y, text, matrix="0 1 -1 0")
    (table,) = read(options, page).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["a", "b", "c", "d"]


def test_label_turned_in_its_cell_is_read_along_its_writing(options: ReadOptions) -> None:
    page = Page().table([50, 70, 300], [700, 600, 500], [["", "plan of the year"], ["", "outcome of the year"]])
    page.text(64, 610, "target", matrix="0 1 -1 0").text(56, 590, "actual", matrix="0 -1 1 0")
    (table,) = read(options, page).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == ["target", "plan of the year", "actual", "outcome of the year"]


def test_slanted_watermark_is_set_apart(options: ReadOptions) -> None:
    page = prose(Page(), 700, [SHORTER, WIDE, "and sold."])
    page.text(150, 600, "COPY ONLY", 40, matrix="0.7071 0.7071 -0.7071 0.7071")
    document = read(options, page)
    assert paragraphs(document) == [f"{SHORTER} {WIDE} and sold."]
    assert [paragraph.text for paragraph in document.furniture] == ["COPY ONLY"]


def test_two_columns_of_running_text_are_read_one_after_the_other(options: ReadOptions) -> None:
    page = Page().text(60, 800, "Title over both columns of this page, which is wider than one", 10)
    for number in range(10):
        page.text(60, 760 - 16 * number, f"left {number} is running text of this column", 10)
        page.text(320, 760 - 16 * number, f"right {number} is running text of this column", 10)
    text = " ".join(paragraphs(read(options, page)))
    assert text.index("left 9") < text.index("right 0")


def test_fields_side_by_side_are_one_line(options: ReadOptions) -> None:
    page = Page()
    for number in range(10):
        page.text(60, 760 - 16 * number, f"Unit {number}:").text(320, 760 - 16 * number, "Date:")
    assert paragraphs(read(options, page))[:2] == ["Unit 0: Date:", "Unit 1: Date:"]


def test_picture_without_text_is_noted_and_the_rest_read(options: ReadOptions) -> None:
    document = read(options, Page().text(72, 700, "Text"), Page().picture(0, 0, 595, 842))
    assert [(note.code, note.page, note.severity) for note in document.notes] == [("PAGE-NO-TEXT", 2, "loss")]


def test_picture_with_nothing_but_a_page_number_is_noted(options: ReadOptions) -> None:
    pages = [Page().text(72, 700, "Text"), Page().text(72, 700, "More"), Page().picture(0, 40, 595, 842)]
    for number, page in enumerate(pages, start=1):
        page.text(290, 20, f"- {number} -", 9)
    assert [(note.code, note.page) for note in read(options, *pages).notes] == [("PAGE-NO-TEXT", 3)]


def test_page_of_characters_without_a_meaning_is_not_read(options: ReadOptions) -> None:
    page = Page().text(72, 760, "Sum").unmapped(72, 700, "These codes look like words, 1234.56, and are none")
    document = read(options, Page().text(72, 700, "Text"), page)
    assert [(note.code, note.page, note.severity) for note in document.notes] == [("PAGE-UNTRUSTED", 2, "loss")]
    assert paragraphs(document) == ["Text"]
    with pytest.raises(ReadError) as refusal:
        read(options, page)
    assert refusal.value.code == "READ-NO-TEXT-LAYER"


def test_code_that_looks_like_a_digit_is_no_digit(options: ReadOptions) -> None:
    page = Page().text(72, 700, "The sum that was paid for the work of the year: 12").unmapped(298.5, 700, "34")
    document = read(options, page)
    assert "34" not in paragraphs(document)[0]
    assert paragraphs(document)[0].count("\ufffd") == 2
    assert [(note.code, note.severity) for note in document.notes] == [("PAGE-UNTRUSTED", "info")]


def test_empty_page_is_no_loss(options: ReadOptions) -> None:
    assert read(options, Page().text(72, 700, "Text"), Page()).notes == ()


@pytest.mark.parametrize("pages", [[Page().picture(0, 0, 595, 842)], [Page()]])
def test_file_without_any_text_is_refused(options: ReadOptions, pages: list[Page]) -> None:
    with pytest.raises(ReadError) as refusal:
        read(options, *pages)
    assert refusal.value.code == "READ-NO-TEXT-LAYER"
    assert "OCR" in refusal.value.hint


def test_wanted_pages_keep_their_numbers(options: ReadOptions) -> None:
    data = pdf(*(Page().text(72, 700, f"Page {number}") for number in (1, 2, 3)))
    document = READER.read(data, "made.pdf", ReadOptions(pdf_backend=options.pdf_backend, pages=(3, 2)))
    assert [block.id for block in document.blocks] == ["p2.b1", "p3.b1"]
    assert document.source.pages == 3
    with pytest.raises(ReadError, match="READ-PAGES"):
        READER.read(data, "made.pdf", ReadOptions(pdf_backend=options.pdf_backend, pages=(9,)))


def test_paragraph_is_not_joined_over_a_page_that_was_not_read(options: ReadOptions) -> None:
    pages = [prose(Page(), 120, [SHORTER, WIDE]), Page().text(72, 700, "Skipped"), prose(Page(), 760, ["and so."], 0)]
    wanted = ReadOptions(pdf_backend=options.pdf_backend, pages=(1, 3))
    assert len(READER.read(pdf(*pages), "made.pdf", wanted).blocks) == 2


def test_encrypted_file_opens_with_its_password_only(options: ReadOptions) -> None:
    data = pdf(Page().text(72, 700, "Secret"), password=PASSWORD)
    right = ReadOptions(pdf_backend=options.pdf_backend, password=PASSWORD)
    assert paragraphs(READER.read(data, "made.pdf", right)) == ["Secret"]
    for password in (None, "tax2021", "中文口令"):
        with pytest.raises(ReadError) as refusal:
            READER.read(data, "made.pdf", ReadOptions(pdf_backend=options.pdf_backend, password=password))
        assert refusal.value.code == "READ-ENCRYPTED"
        assert "--password" in refusal.value.hint


def test_what_was_filled_into_a_form_is_read() -> None:
    page = Page().text(72, 704, "Sum paid:").filled(120, 700, "12.50").text(72, 684, "In May")
    document = READER.read(pdf(page, Page().text(72, 700, "Next")), "form.pdf", ReadOptions())
    assert paragraphs(document) == ["Sum paid: 12.50", "In May", "Next"]


def test_file_that_was_cut_off_is_refused(options: ReadOptions) -> None:
    data = pdf(*(Page().text(72, 700, f"Page {number}") for number in (1, 2, 3)))
    for part in (0.2, 0.5, 0.8, 0.93):
        with pytest.raises(ReadError) as refusal:
            READER.read(data[: int(len(data) * part)], "made.pdf", options)
        assert refusal.value.code == "READ-DAMAGED"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\nnothing\nstartxref\n9\n%%EOF\n", pdf()])
def test_file_without_pages_is_refused(options: ReadOptions, data: bytes) -> None:
    with pytest.raises(ReadError) as refusal:
        READER.read(data, "made.pdf", options)
    assert refusal.value.code == "READ-DAMAGED"


def test_source_names_the_backend(options: ReadOptions) -> None:
    source = read(options, Page().text(72, 700, "Text")).source
    assert (source.reader, source.pages, source.media_type) == (f"pdf/{options.pdf_backend}", 1, "application/pdf")


def test_a_page_of_thousands_of_characters_and_lines_is_read_whole(options: ReadOptions) -> None:
    """More of both than pdfium is asked for at a time."""
    lines = [f"{number:04d} " + "canal " * 30 for number in range(60)]
    page = Page(width=1200, height=1600)
    for number, line in enumerate(lines):
        page.text(40, 1560 - 14 * number, line, size=8)
    for number in range(4200):
        page.line(40 + number % 70 * 10, 680 - number // 70 * 10, 46 + number % 70 * 10, 680 - number // 70 * 10)
    document = read(options, page)
    text = " ".join(paragraphs(document))
    assert [word for word in text.split() if word.isdigit()] == [line[:4] for line in lines]
    assert text.count("canal") == 60 * 30
    first, last = (next(run for run in block.runs) for block in (document.blocks[0], document.blocks[-1]))
    assert first.region.box is not None and last.region.box is not None
    assert first.region.box[1] < last.region.box[1] <= 1600
