"""The steps from a page's image to strips of one line each, on pictures drawn for the purpose, without an engine."""

from array import array
from importlib.util import find_spec
from math import pi
from typing import Any

import pytest

from toolkit.layout.page import Frame, Ruling
from toolkit.layout.recognised import Doubt, Recognised
from toolkit.model import wire
from toolkit.model.citation import cite_paragraph, confidence_in
from toolkit.model.document import Document, Paragraph, Region, Run, Source

if find_spec("cv2") is None:
    pytest.skip("the extra ocr is not installed", allow_module_level=True)

import cv2
import numpy as np

from toolkit.readers.pdf._scan_ink import Strip, ink_of, is_bare, slope_of, tightened, unread, without_dust
from toolkit.readers.pdf._scan_rulings import Rulings, rulings_of, without_rulings
from toolkit.readers.pdf._scan_seal import is_seal, without_seals
from toolkit.readers.pdf._scan_skew import angle_of, straightened, turned
from toolkit.readers.pdf._scan_strips import grown, strips_of, under_one_another

DPI = 200.0
RED = (60, 60, 225)
NONE = Rulings([], [], np.zeros((1, 1), np.bool_))


def paper(height: int = 800, width: int = 1000) -> Any:
    return np.full((height, width, 3), 250, np.uint8)


def words(page: Any, *rows: int) -> Any:
    """Lines of something like text."""
    for row in rows:
        for x in range(100, 880, 40):
            cv2.rectangle(page, (x, row), (x + 26, row + 26), (0, 0, 0), 3)
    return page


def table(page: Any, xs: list[int], ys: list[int], thick: int = 2) -> Any:
    for y in ys:
        cv2.line(page, (xs[0], y), (xs[-1], y), (0, 0, 0), thick)
    for x in xs:
        cv2.line(page, (x, ys[0]), (x, ys[-1]), (0, 0, 0), thick)
    return page


def test_seal_goes_and_the_black_under_it_stays() -> None:
    page = words(paper(), 300, 360)
    sealed = page.copy()
    cv2.circle(sealed, (400, 340), 160, RED, 9)
    sealed = np.minimum(sealed, np.where(page < 100, page, sealed))
    clean = without_seals(sealed, DPI)
    assert np.abs(clean.astype(int) - page).max() < 60
    assert (ink_of(clean, DPI) > 0).sum() == pytest.approx((ink_of(page, DPI) > 0).sum(), rel=0.03)


def test_red_heading_and_red_line_are_no_seal() -> None:
    page = paper()
    cv2.putText(page, "BUREAU OF WATER WORKS", (80, 150), cv2.FONT_HERSHEY_SIMPLEX, 2.0, RED, 6)
    cv2.line(page, (60, 200), (940, 200), RED, 4)
    assert without_seals(page, DPI) is page
    assert is_seal(1.6, 1.6) and is_seal(1.7, 1.1) and not is_seal(4.0, 0.5) and not is_seal(0.2, 0.2)


@pytest.mark.parametrize("degrees", [-4.2, -1.5, 0.4, 3.0])
@pytest.mark.parametrize("quarters", [0, 1])
def test_angle_of_lines_is_found_and_taken_back(degrees: float, quarters: int) -> None:
    page = words(paper(), *range(100, 700, 60))
    askew = turned(straightened(page, -degrees * pi / 180), quarters)
    found = angle_of(ink_of(askew, DPI))
    assert found * 180 / pi == pytest.approx(degrees, abs=0.1)
    assert angle_of(ink_of(straightened(askew, found), DPI)) == pytest.approx(0, abs=0.002)


def test_page_without_lines_is_left_as_it_is() -> None:
    page = paper()
    assert angle_of(ink_of(page, DPI)) == 0
    assert straightened(page, 0.0) is page


def test_rulings_of_a_table_are_found_and_taken_away_but_no_letters() -> None:
    page = words(table(paper(), [80, 413, 900], [80, 200, 260, 500]), 120, 220, 300)
    ink = ink_of(page, DPI)
    rulings = rulings_of(ink, DPI)
    assert [round(line.at) for line in rulings.horizontals] == pytest.approx([80, 200, 260, 500], abs=2)
    assert [round(line.at) for line in rulings.verticals] == pytest.approx([80, 413, 900], abs=2)
    assert all(line.start <= 82 and line.end >= 898 for line in rulings.horizontals)
    bare = ink_of(without_rulings(page, rulings), DPI)
    assert not bare[:, 411:416].any() and not bare[196:205].any()
    assert bare[118:150, 95:390].any()


def test_short_line_counts_only_between_long_ones() -> None:
    page = table(paper(), [80, 400, 900], [80, 130])
    cv2.line(page, (100, 300), (140, 300), (0, 0, 0), 2)
    cv2.line(page, (600, 300), (600, 350), (0, 0, 0), 2)
    rulings = rulings_of(ink_of(page, DPI), DPI)
    assert (len(rulings.horizontals), len(rulings.verticals)) == (2, 3)


def test_large_letter_is_no_table() -> None:
    page = paper()
    cv2.rectangle(page, (300, 300), (420, 430), (0, 0, 0), 4)
    cv2.line(page, (300, 365), (420, 365), (0, 0, 0), 4)
    rulings = rulings_of(ink_of(page, DPI), DPI)
    assert rulings.horizontals == [] and rulings.verticals == []


def test_line_that_bad_print_broke_is_one() -> None:
    page = table(paper(), [80, 400, 900], [80, 500])
    for start in range(80, 900, 100):
        cv2.line(page, (start, 300), (start + 88, 300), (0, 0, 0), 2)
    line = rulings_of(ink_of(page, DPI), DPI).horizontals[1]
    assert line == pytest.approx((300, 80, 969), abs=3)


def test_box_over_two_cells_is_cut_at_the_ruling() -> None:
    ink = ink_of(words(paper(), 300), DPI)
    rulings = Rulings([], [Ruling(292.0, 200.0, 400.0)], np.zeros_like(ink, np.bool_))
    strips = strips_of([Strip(95, 295, 500, 332)], rulings, ink, 40)
    assert len(strips.lines) == 2
    assert strips.lines[0].x1 <= 297 and strips.lines[1].x0 >= 288


def test_box_over_two_lines_is_cut_between_them() -> None:
    ink = ink_of(words(paper(), 300, 345), DPI)
    strips = strips_of([Strip(95, 292, 500, 380)], NONE, ink, 38)
    assert [(strip.y0 < 300, strip.y1 < 345) for strip in strips.lines] == [(True, True), (False, False)]


def test_piece_of_another_box_is_left_out() -> None:
    ink = ink_of(words(paper(), 300), DPI)
    rulings = Rulings([], [Ruling(80.0, 200.0, 400.0)], np.zeros_like(ink, np.bool_))
    strips = strips_of([Strip(95, 295, 500, 332), Strip(40, 295, 112, 332)], rulings, ink, 40)
    assert len(strips.lines) == 1


def test_box_that_cuts_a_character_grows_over_it() -> None:
    ink = ink_of(words(paper(), 300), DPI)
    (box,) = grown([Strip(115, 295, 395, 332)], ink, 40)
    assert box.x0 <= 100 and box.x1 >= 407
    apart = grown([Strip(95, 295, 130, 332), Strip(215, 295, 250, 332)], ink, 8)
    assert [(box.x0, box.x1) for box in apart] == [(95, 130), (215, 250)]


def test_characters_under_one_another_are_parted() -> None:
    page = paper()
    cv2.line(page, (104, 106), (124, 106), (0, 0, 0), 3)  # 二
    cv2.line(page, (100, 126), (128, 126), (0, 0, 0), 3)
    cv2.line(page, (100, 186), (128, 186), (0, 0, 0), 3)  # 一
    for y in (136, 208):
        cv2.rectangle(page, (100, y), (128, y + 28), (0, 0, 0), 3)
    ink = ink_of(page, DPI)
    tight = tightened(Strip(90, 90, 140, 250), ink)
    assert tight is not None
    assert [round((piece.y0 + piece.y1) / 2) for piece in under_one_another(tight, ink)] == [116, 150, 186, 222]


def test_ink_in_no_box_is_found_and_dust_is_not() -> None:
    page = words(paper(), 300, 500)
    cv2.circle(page, (500, 650), 3, (0, 0, 0), -1)
    (rest,) = unread(ink_of(page, DPI), [Strip(90, 490, 900, 535)], 36)
    assert 295 <= rest.y0 <= 300 and rest.width > 700


def test_specks_are_smoothed_away_only_where_the_page_is_strewn_with_them() -> None:
    page = words(paper(), 300)
    assert without_dust(page, DPI) is page
    dusty = page.copy()
    dusty[np.random.default_rng(1).random(page.shape[:2]) < 0.004] = 0
    assert (ink_of(without_dust(dusty, DPI), DPI) > 0).sum() == pytest.approx((ink_of(page, DPI) > 0).sum(), rel=0.05)


def test_bare_paper_is_told_from_a_line_of_text() -> None:
    page = paper()
    page[:5] = 0
    assert is_bare(ink_of(page, DPI))
    assert not is_bare(ink_of(words(page, 300), DPI))


def test_slash_leans_and_one_does_not() -> None:
    page = paper(100, 200)
    cv2.line(page, (30, 80), (48, 40), (0, 0, 0), 3)
    cv2.line(page, (130, 80), (130, 40), (0, 0, 0), 3)
    cv2.line(page, (122, 48), (130, 40), (0, 0, 0), 3)
    ink = ink_of(page, DPI)
    assert slope_of(Strip(20, 30, 60, 90), ink) < -0.35
    assert slope_of(Strip(110, 30, 150, 90), ink) > -0.1


def test_place_on_a_straightened_page_is_led_back() -> None:
    recognised = Recognised(0.05, 600, 800, 640, 830, (Doubt(115, 100, 0.6),))
    frame = Frame(1, 640, 830, 0, recognised)
    region = frame.region((100, 95, 400, 105), (100.0, 110.0, 120.0, 400.0))
    assert region.confidences == (1.0, 0.6, 1.0)
    assert region.edges is not None and region.edges[0] == pytest.approx(recognised.point(100, 100)[0], abs=0.01)
    paragraph = Paragraph("p1.b1", "abc", (Run(0, 3, region),))
    (segment,) = cite_paragraph(paragraph, 0, 1).segments
    assert segment.boxes is not None
    _, top, _, bottom = segment.boxes[0]
    assert (top + bottom) / 2 == pytest.approx(recognised.point(105, 100)[1], abs=1)
    assert bottom - top < 12 < region.box[3] - region.box[1]  # type: ignore[index]
    assert (confidence_in(paragraph.runs, 0, 1), confidence_in(paragraph.runs, 0, 2)) == (1.0, 0.6)


def test_certainty_and_lean_of_a_place_come_through_the_pipe() -> None:
    region = Region(1, (0, 0, 30, 10), array("d", (0.0, 10.0, 20.0, 30.0)), confidences=(1.0, 0.6, 1.0), lean=0.01)
    source = Source("a.pdf", "0" * 64, "application/pdf", 1, 1, "pdf/pdfium+ocr")
    document = Document(source, (Paragraph("p1.b1", "abc", (Run(0, 3, region),)),))
    assert wire.unpack(wire.loads(wire.dumps(wire.pack(document)))) == document
