"""Rows whose cells hold several lines each → a line for each, cited where it is printed."""

from tests.builders import document, table
from toolkit.extract import extract
from toolkit.model.record import Indicator

HEAD = ["一级指标", "三级指标", "指标值", "完成值", "分值", "得分", "扣分原因"]


def _lines(*rows: list[str]) -> list[tuple[str | None, ...]]:
    return [_shown(line) for line in extract(document(table([HEAD, *rows]))).indicators]


def _shown(line: Indicator) -> tuple[str | None, ...]:
    cited = (line.name, line.target, line.actual, line.max_score, line.claimed_score)
    return tuple(one and one.quote for one in cited) + tuple(reason.text.quote for reason in line.deduction_reasons)


def test_numbered_cells_are_taken_apart_and_reasons_may_leave_numbers_out() -> None:
    assert _lines(
        ["产出", "①步道长度②座椅数量", "①≥6公里②≥40把", "①6公里②36把", "①10分②10分", "①10分②9分", "②有4把未到货"],
        ["满意度", "游客满意度", "≥90%", "92%", "10分", "10分", "无"],
    ) == [
        ("步道长度", "≥6公里", "6公里", "10", "10"),
        ("座椅数量", "≥40把", "36把", "10", "9", "有4把未到货"),
        ("游客满意度", "≥90%", "92%", "10", "10"),
    ]


def test_as_many_printed_lines_in_names_points_and_scores_are_lines() -> None:
    assert _lines(["产出", "步道长度\n座椅数量", "≥6公里\n≥40把", "6公里\n40把", "10\n10", "10\n10", ""]) == [
        ("步道长度", "≥6公里", "6公里", "10", "10"),
        ("座椅数量", "≥40把", "40把", "10", "10"),
    ]


def test_a_name_on_two_printed_lines_with_one_score_is_one_line() -> None:
    assert _lines(["产出", "滨河步道\n改造长度", "≥6公里", "6公里", "10", "10", ""]) == [
        ("滨河步道\n改造长度", "≥6公里", "6公里", "10", "10")
    ]


def test_lines_taken_apart_are_cited_in_the_cell_that_prints_them() -> None:
    whole = document(table([HEAD, ["产出", "①步道②座椅", "①6公里②40把", "①6公里②40把", "①10②20", "①10②20", ""]]))
    line = extract(whole).indicators[1]
    assert line.max_score is not None
    place = line.max_score.where.segments[0]
    assert (place.cell, place.chars) == ((1, 4), (4, 6))


def test_cells_without_numbers_are_taken_apart_by_their_printed_lines() -> None:
    row = ["产出", "①步道②座椅", "≥6公里\n≥40把", "6公里\n40把", "①60②40", "①60②40", ""]
    assert _lines(row) == [("步道", "≥6公里", "6公里", "60", "60"), ("座椅", "≥40把", "40把", "40", "40")]


def test_figures_that_may_begin_with_the_number_of_their_line_are_not_taken_apart() -> None:
    (line,) = extract(
        document(table([HEAD, ["产出", "1.步道\n2.座椅", "≥6公里", "6公里", "1.60\n2.40", "1.60\n2.40", ""]]))
    ).indicators
    assert line.max_score is None and line.claimed_score is None
