"""Characters of a recognised strip become glyphs that the layout reads as the same text, whatever the noise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.layout.page import Frame, Ruling
from toolkit.layout.stretches import stretches_of
from toolkit.layout.textlines import lines_of
from toolkit.readers.pdf._ocr_engine import Char
from toolkit.readers.pdf._ocr_glyphs import UNREADABLE, line_of, placed, settled, size_in, sizes_of
from toolkit.readers.pdf._scan_ink import Strip

EM = 40.0
FRAME = Frame(1, 4000, 4000)
CHARS = "一二年度全面完成人0123456789.,%（）()，。、：≥A-"


def chars(text: str, confidence: float = 1.0, noise: tuple[float, ...] = ()) -> tuple[list[Char], Strip]:
    """A printed line: its characters with their places as a share of its width, and its strip."""
    right, centres = 0.0, []
    for index, char in enumerate(text):
        wide = EM if ord(char) > 0x2E80 else EM / 2
        centres.append(right + wide / 2 + (noise[index % len(noise)] * EM if noise else 0.0))
        right += wide
    strip = Strip(100, 100, 100 + round(right), 140)
    return [Char(char, centre / right, confidence) for char, centre in zip(text, centres, strict=True)], strip


def text_of(text: str, noise: tuple[float, ...] = ()) -> str:
    read, strip = chars(text, noise=noise)
    line = line_of(read, strip, strip)
    (shown,) = lines_of(stretches_of([glyph[:5] for glyph in placed(line, line.em)]), FRAME)
    return shown.text


@pytest.mark.parametrize(
    "text", ["全年预算数387,236.73万元，执行率99.98%。", "1", "100", "7,700台", "2000年1月", "人人11个", "（1）≥15%"]
)
def test_text_is_kept_with_no_blank_that_was_not_read(text: str) -> None:
    assert text_of(text) == text
    assert text_of(text, noise=(0.12, -0.12, 0.0, -0.1)) == text


@given(st.text(CHARS, min_size=1, max_size=30), st.lists(st.floats(-0.3, 0.3), min_size=1, max_size=5))
def test_no_character_is_lost_or_moved_by_uncertain_places(text: str, noise: list[float]) -> None:
    read, strip = chars(text, noise=tuple(noise))
    line = line_of(sorted(read, key=lambda char: char.place), strip, strip)
    wanted = "".join(char.text for char in line.chars)
    (shown,) = lines_of(stretches_of([glyph[:5] for glyph in placed(line, EM)]), FRAME)
    assert shown.text.replace(" ", "") == wanted


def test_blank_that_was_read_stays_a_blank_but_for_the_narrow_one_beside_chinese() -> None:
    assert text_of("收入 1,260万") == "收入1,260万"
    assert text_of("A 12 B") == "A 12 B"


def test_marks_get_one_width_and_digits_keep_theirs() -> None:
    assert text_of("(培育）企业：(5)项 f(x)") == "（培育）企业：（5）项f(x)"
    assert text_of("≧15%") == "≥15%"
    assert text_of("１２个") == "１２个"


def test_signs_behind_digits_that_can_be_nothing_else() -> None:
    assert text_of("≤0.5%o") == "≤0.5‰"
    assert text_of("0一6岁") == "0—6岁"
    assert text_of("第一6号%o") == "第一6号%o"


def test_digit_that_would_be_guessed_is_none() -> None:
    read, strip = chars("得5.98分")
    read[1] = read[1]._replace(confidence=0.66)
    read[2] = read[2]._replace(confidence=0.54)  # points are less certain even where they are right
    line = line_of(read, strip, strip)
    assert "".join(glyph.text for glyph in placed(line, line.em)) == f"得{UNREADABLE}.98分"


def test_lone_stroke_is_a_dash_and_never_one() -> None:
    strip, ink = Strip(0, 0, 40, 30), Strip(4, 13, 36, 17)
    stroke = line_of([Char("1", 0.5, 0.99)], strip, ink)
    (dash,) = settled([stroke], 30, [])
    assert [(glyph.text, glyph.confidence) for glyph in placed(dash, dash.em)] == [("—", 0.5)]


@pytest.mark.parametrize(("levels", "read"), [([], "一"), ([Ruling(33.0, 0.0, 90.0)], "—")])
def test_stroke_above_the_rest_of_its_cell_is_a_character(levels: list[Ruling], read: str) -> None:
    stroke = line_of([Char("—", 0.5, 0.99)], Strip(0, 0, 40, 30), Strip(4, 13, 36, 17))
    below = line_of([Char("级", 0.5, 0.99)], Strip(0, 36, 40, 66), Strip(4, 36, 36, 64))
    first, _ = settled([stroke, below], 30, levels)
    assert first.chars[0].text == read


def test_lines_of_hardly_different_size_share_it() -> None:
    long, strip = chars("全年完成全年完成全年完成")
    short, small = chars("完成。")
    lines = [line_of(long, strip, strip), line_of(short, small, Strip(100, 103, 220, 135))]
    sizes = sizes_of(lines)
    assert sizes == pytest.approx([EM])
    assert [size_in(line, sizes) for line in lines] == pytest.approx([EM, EM])
