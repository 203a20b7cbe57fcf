"""Rules through some columns → the columns they part, the heading over them, the labels of the rows beside them."""

from tests.layout.page_of_text import baselines, texts
from toolkit.layout.divisions import Division, between_rows, divisions_of, labels_beside
from toolkit.layout.headings import headings_over
from toolkit.layout.page import Ruling

CORRIDORS = [(90.0, 110.0), (150.0, 160.0), (200.0, 230.0)]
WHOLE = Ruling(50, 40, 300)


def columns(*rules: tuple[float, float, float]) -> list[tuple[float, list[int]]]:
    found = divisions_of([Ruling(*rule) for rule in rules], CORRIDORS, WHOLE)
    return [(division.at, sorted(division.columns)) for division in found]


def test_rule_parts_the_columns_that_it_runs_through() -> None:
    assert columns((100, 100, 300), (120, 155, 300), (140, 40, 155)) == [
        (100, [1, 2, 3]),
        (120, [2, 3]),
        (140, [0, 1]),
    ]


def test_pieces_at_one_height_are_one_division() -> None:
    assert columns((100, 105, 152), (100.5, 158, 215)) == [(100, [1, 2])]


def test_underline_of_a_word_parts_nothing() -> None:
    assert columns((100, 115, 140)) == []
    assert between_rows([Division(100, frozenset({1}))], 4) == []


def test_label_stands_for_the_rows_that_lines_part_beside_it() -> None:
    body = baselines(
        (102, {110: "清淤", 160: "公里", 230: "12"}),
        (115, {50: "工程"}),
        (128, {110: "管网", 160: "公里", 230: "38"}),
        (152, {50: "服务", 110: "检测", 160: "处", 230: "60"}),
    )
    labels = labels_beside(body, CORRIDORS, [100, 144, 170], [Division(120, frozenset({1, 2, 3}))])
    assert texts([labels.others]) == [[["清淤", "公里", "12"], ["管网", "公里", "38"], ["服务", "检测", "处", "60"]]]
    (extents,) = labels.groups([100, 120, 144, 170]).values()
    assert [top < 120 < low for top, low in extents] == [True]


def test_heading_alone_over_a_line_stands_over_its_columns() -> None:
    head = baselines((100, {112: "投入"}), (108, {50: "项目"}), (118, {112: "人员", 162: "公用", 232: "其他"}))
    (over,) = headings_over(head, CORRIDORS, [Division(114, frozenset({1, 2, 3}))])
    assert (over.first, over.last, over.below) == (1, 3, 114)


def test_headings_side_by_side_over_one_line_stand_over_those_in_whose_middle_they_are() -> None:
    head = baselines((100, {80: "投入", 195: "产出"}), (118, {50: "人员", 112: "公用", 162: "数量", 232: "质量"}))
    found = headings_over(head, CORRIDORS, [Division(114, frozenset({0, 1, 2, 3}))])
    assert sorted((over.first, over.last, over.below) for over in found) == [(0, 1, 114), (2, 3, 114)]
