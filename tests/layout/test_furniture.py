"""Lines at the edges of pages: which are running heads and page numbers."""

from math import inf

import pytest

from toolkit.layout.furniture import furniture_of
from toolkit.layout.page import Frame
from toolkit.layout.textlines import TextLine

BODY = ["项目按计划实施，资金及时到位。", "群众反映良好，全年没有事故。", "下一步继续做好管护工作。"]


def line(page: int, text: str, middle: float, em: float = 12) -> TextLine:
    edges = tuple(80 + em * place for place in range(len(text) + 1))
    return TextLine(Frame(page, 600, 840), text, edges, middle - em / 2, middle + em / 2, em)


def page(number: int, head: str = "", foot: str = "", em: float = 9, head_at: float = 45) -> list[TextLine]:
    """Three lines of text, with a head and a foot where given."""
    lines = [line(number, f"{text}{number}", 100 + 20 * place) for place, text in enumerate(BODY)]
    if head:
        lines.insert(0, line(number, head, head_at, em))
    return [*lines, line(number, foot, 800, em)] if foot else lines


def found(pages: list[list[TextLine]]) -> list[str]:
    aside = furniture_of(pages, [(inf, -inf)] * len(pages))
    return [each.text for lines in pages for each in lines if id(each) in aside]


@pytest.mark.parametrize("form", ["{}", "- {} -", "— {} —", "第 {} 页", "{}/9", "第{}页 共9页", "Page {}"])
def test_numbers_that_count_with_the_pages_are_furniture(form: str) -> None:
    numbers = [form.format(number) for number in (3, 4, 5)]
    assert found([page(number, foot=text) for number, text in zip((1, 2, 3), numbers, strict=True)]) == numbers


def test_roman_numbers_count_too() -> None:
    assert found([page(1, foot="ii"), page(2, foot="iii"), page(3, foot="iv")]) == ["ii", "iii", "iv"]


def test_numbers_that_do_not_count_are_text() -> None:
    assert found([page(1, foot="386"), page(2, foot="412"), page(3, foot="97")]) == []


def test_single_number_is_text() -> None:
    assert found([page(1), page(2, foot="386"), page(3)]) == []


def test_same_small_text_at_the_same_height_is_a_running_head() -> None:
    pages = [page(number, head="云江市水务局") for number in (1, 2, 3)]
    assert found(pages) == ["云江市水务局"] * 3


def test_running_heads_of_left_and_right_pages_alternate() -> None:
    heads = ["云江市水务局", "年度说明"] * 3
    assert found([page(number, head=head) for number, head in enumerate(heads, start=1)]) == heads


def test_head_that_carries_the_page_number_is_furniture() -> None:
    heads = [f"年度说明 第{number}期之{number}" for number in (1, 2, 3)]
    assert found([page(number, head=head) for number, head in enumerate(heads, start=1)]) == heads


def test_larger_print_at_the_head_of_every_page_is_a_title() -> None:
    assert found([page(number, head="项目情况表", em=18, head_at=50) for number in (1, 2, 3)]) == []


def test_sum_at_the_same_place_of_two_pages_is_text() -> None:
    assert found([page(1, foot="合计386万元"), page(2, foot="合计412万元")]) == []


def test_text_of_the_body_that_comes_again_is_text() -> None:
    pages = [[line(number, "（一）基本情况", 100), *page(number)[1:]] for number in (1, 2, 3)]
    assert found(pages) == []


def test_lines_within_tables_are_not_looked_at() -> None:
    pages = [page(number, head="云江市水务局") for number in (1, 2)]
    assert furniture_of(pages, [(30.0, 820.0)] * 2) == set()


def test_a_head_in_print_a_little_larger_stays_on_the_first_page_alone() -> None:
    pages = [
        [line(number, "云江市自评资料汇编", 40, 11.5), *(line(number, text, 90, 9) for text in BODY)]
        for number in (1, 2, 3)
    ]
    assert found(pages) == ["云江市自评资料汇编"] * 2
