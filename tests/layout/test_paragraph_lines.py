"""Lines as an office sets them: narrow gaps beside digits are no blanks; what a setter does not part goes to the next
line and is no new paragraph."""

from tests.layout.page_of_text import PAGE, SIZE, stretch
from toolkit.layout.margins import setting_of
from toolkit.layout.paragraphs import Joiner
from toolkit.layout.textlines import line_of, opening_width
from toolkit.readers.pdf._geometry import Placement
from toolkit.readers.pdf._pdfium_chars import Chars, glyphs_of


def _apart(*texts: str, gap: float) -> str:
    x, row = 50.0, []
    for text in texts:
        row.append(stretch(text, x, 100))
        x = row[-1].rights[-1] + gap
    return line_of(row, PAGE).text


def test_the_gap_that_setters_leave_beside_digits_is_no_blank() -> None:
    assert _apart("得", "48.17", "分", gap=0.25 * SIZE) == "得48.17分"
    assert _apart("收入", "48.17", gap=0.5 * SIZE) == "收入 48.17"
    assert _apart("3", "200", gap=0.25 * SIZE) == "3 200"


def test_what_stands_in_one_box_wider_than_high_is_more_than_one_character() -> None:
    boxes = ([10.0, 10.0, 34.0], [20.0, 20.0, 20.0], [34.0, 34.0, 46.0], [8.0, 8.0, 8.0])
    (dash, word) = glyphs_of(Chars("——省", *boxes, 0), Placement((0.0, 0.0, 100.0, 100.0), 0))
    assert (dash[0], word[0]) == ("——", "省")
    struck_twice = Chars("省省", [10.0, 10.0], [20.0, 20.0], [18.0, 18.0], [8.0, 8.0], 0)
    assert len(glyphs_of(struck_twice, Placement((0.0, 0.0, 100.0, 100.0), 0))) == 2  # one is dropped with the line


def test_a_rate_goes_to_the_next_line_with_its_sign_and_the_bracket_behind_it() -> None:
    def opens(text: str) -> float:
        return opening_width(line_of([stretch(text, 50, 100)], PAGE), "满意度") / SIZE

    assert opens("87.29％，低于目标") == 2.5 + 2
    assert opens("88.00%（198人有效") == 3 + 1 + 1.5
    assert opens("60”的划分") == 1 + 0.5 + 1


def test_fields_of_a_cover_below_each_other_are_no_paragraph() -> None:
    prose = "项目按计划实施完毕资金及时到位群众反映良好全年没有事故下一步继续做好管护"
    body = [line_of([stretch(prose, 50, 300 + 16 * row)], PAGE) for row in range(6)]

    def joins(first: str, second: str) -> bool:
        above, below = (
            line_of([stretch(text, 320 - 5 * row, 100 + 16 * row)], PAGE) for row, text in enumerate((first, second))
        )
        return Joiner(setting_of([above, below, *body])).joins([above], below)

    assert not joins("部门名称：云江市民政局社会福利", "填报日期：二〇二四年三月二十五日")
    assert joins("部门名称：云江市民政局社会福利", "和慈善事业促进中心机关服务管理处")


def test_a_line_that_breaks_off_goes_on_in_a_list_set_in_as_a_whole() -> None:
    width, margin = 40, 50.0
    prose = "项目按计划实施完毕资金及时到位群众反映良好全年没有事故下一步继续做好管护工作验收"
    body = []
    for row in range(8):  # paragraphs of two lines, the first set in
        indent = 2 if row % 2 == 0 else 0
        text = prose[: width - indent] if row % 2 == 0 else prose[:20] + "。"
        body.append(line_of([stretch(text, margin + indent * SIZE, 300 + 16 * row)], PAGE))

    def joins(first: str, second: str) -> bool:
        above, below = (
            line_of([stretch(text, margin + 2 * SIZE, 100 + 16 * row)], PAGE)
            for row, text in enumerate((first, second))
        )
        return Joiner(setting_of([above, below, *body])).joins([above], below)

    full = prose[: width - 2]
    assert joins(full, "87.10%。")
    assert not joins(full[:-1] + "。", "资产管理5分，得5分。")
