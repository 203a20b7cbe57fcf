"""Rulings that run on below their table → ended with it, where text shows that nothing is ruled there."""

from tests.layout.page_of_text import stretch
from toolkit.layout.page import Ruling
from toolkit.layout.strays import ended

SIDES = [Ruling(50, 100, 300), Ruling(500, 100, 300), Ruling(50, 340, 500), Ruling(500, 340, 500)]
INNER = Ruling(150, 200, 700)


def test_ruling_through_the_text_below_its_table_ends_with_the_table() -> None:
    across = stretch("下一个项目的自评报告", 100, 315)
    assert ended([*SIDES, INNER], [across]) == [*SIDES, Ruling(150, 200, 300)]


def test_ruling_that_no_text_crosses_stays() -> None:
    beside = [stretch("项目", 100, 315), stretch("名称", 160, 315)]
    assert ended([*SIDES, INNER], beside) == [*SIDES, INNER]


def test_text_that_runs_over_a_border_of_its_table_ends_nothing() -> None:
    inside = [stretch("写得太长而越过右边界的一格", 100, 215), stretch("下面一张表里也有这样的一格", 100, 415)]
    own = Ruling(150, 340, 500)
    assert ended([*SIDES, Ruling(150, 100, 300), own], inside) == [*SIDES, Ruling(150, 100, 300), own]


def test_page_without_rulings_has_none_to_end() -> None:
    assert ended([], [stretch("正文", 100, 100)]) == []
