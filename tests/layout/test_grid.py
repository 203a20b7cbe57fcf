"""Rulings, as lists of lines, → grids: what crosses is a table, what does not is none."""

import pytest

from toolkit.layout.distribution import distribute
from toolkit.layout.grid import Grid, grids_of
from toolkit.layout.page import Glyph, Ruling, Stretch
from toolkit.layout.stretches import stretches_of


def lines(*places: tuple[float, float, float]) -> list[Ruling]:
    return [Ruling(*place) for place in places]


def grid(xs: list[float], ys: list[float]) -> Grid:
    """A full grid of lines at xs and ys."""
    (found,) = grids_of([Ruling(y, xs[0], xs[-1]) for y in ys], [Ruling(x, ys[0], ys[-1]) for x in xs])
    return found


def chars(*glyphs: Glyph) -> list[Stretch]:
    return stretches_of(glyphs)


def texts(stretches: list[Stretch]) -> list[str]:
    return [stretch.text for stretch in stretches]


def spans(found: Grid) -> list[tuple[int, int, int, int]]:
    return [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in found.cells]


def test_full_grid_has_a_cell_at_every_place() -> None:
    found = grid([0, 50, 100], [0, 20, 40, 60])
    assert (found.xs, found.ys, found.ruled) == ((0, 50, 100), (0, 20, 40, 60), True)
    assert len(found.cells) == 6


def test_lines_that_miss_each_other_a_little_meet() -> None:
    found = grids_of(lines((0, 1, 99), (20, -1, 101), (40.8, 0, 100)), lines((0, 1, 39), (50, 2, 39), (100.5, 0, 41)))
    assert [(len(each.xs), len(each.ys)) for each in found] == [(3, 3)]


def test_double_lines_are_single() -> None:
    found = grids_of(
        lines((0, 0, 100), (1.8, 0, 100), (20, 0, 100), (40, 0, 100)), lines((0, 0, 40), (50, 0, 40), (100, 0, 40))
    )
    assert [len(each.ys) for each in found] == [3]


def test_lines_in_pieces_are_one_line() -> None:
    pieces = [Ruling(y, x, x + 8) for y in (0, 20, 40) for x in range(0, 100, 10)]
    found = grids_of(pieces, lines((0, 0, 40), (50, 0, 40), (98, 0, 40)))
    assert [len(each.cells) for each in found] == [4]


@pytest.mark.parametrize(
    ("horizontals", "verticals"),
    [
        ([(10, 0, 100), (30, 0, 100), (50, 0, 100)], []),  # rules without columns
        ([(10, 0, 100)], [(50, 60, 90)]),  # lines that do not meet
        ([(0, 0, 100), (20, 0, 100)], [(0, 0, 20), (100, 0, 20)]),  # a box
        ([(0, 0, 100), (10, 0, 100), (20, 0, 100)], [(0, 0, 20), (100, 0, 20)]),  # a frame without columns
    ],
)
def test_other_drawings_are_no_table(
    horizontals: list[tuple[float, float, float]], verticals: list[tuple[float, float, float]]
) -> None:
    assert not any(found.ruled for found in grids_of(lines(*horizontals), lines(*verticals)))


def test_single_row_is_a_table_only_in_a_closed_frame() -> None:
    sides = lines((0, 0, 20), (50, 0, 20), (100, 0, 20))
    (closed,) = grids_of(lines((0, 0, 100), (20, 0, 100)), sides)
    open_below = grids_of(lines((0, 0, 100)), sides)
    assert closed.ruled
    assert not any(found.ruled for found in open_below)


def test_missing_division_merges_cells() -> None:
    found = grids_of(
        lines((0, 0, 150), (20, 50, 150), (40, 0, 150)), lines((0, 0, 40), (50, 0, 40), (100, 20, 40), (150, 0, 40))
    )
    assert spans(found[0]) == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]


def test_open_bottom_is_closed_and_remembered() -> None:
    found = grids_of(lines((0, 0, 100), (20, 0, 100), (40, 50, 100)), lines((0, 0, 45), (50, 0, 40), (100, 0, 40)))
    assert spans(found[0]) == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]
    assert (found[0].open_top, found[0].open_bottom) == (frozenset(), frozenset({0}))


def test_lines_that_run_on_alone_make_no_row() -> None:
    found = grids_of(lines((0, 0, 100), (20, 0, 100), (40, 0, 100)), lines((0, 0, 40), (50, 0, 90), (100, 0, 40)))
    assert [len(each.ys) for each in found] == [3]


def test_open_sides_show_where_rules_end_together() -> None:
    """Also where a page end left the last rule short, as within a group."""
    found = grids_of(lines((0, 0, 150), (20, 50, 150), (40, 0, 150), (60, 50, 150)), lines((50, 0, 60), (100, 0, 60)))
    assert [each.xs for each in found] == [(0, 50, 100, 150)]
    assert found[0].open_bottom == {0}


def test_one_rule_between_rows_shows_an_open_side() -> None:
    """As on a page in whose middle one group ends and the next begins."""
    rules = lines((0, 50, 150), (20, 50, 150), (40, 0, 150), (60, 50, 150), (80, 50, 150))
    assert [each.xs for each in grids_of(rules, lines((50, 0, 80), (100, 0, 80)))] == [(0, 50, 100, 150)]
    above = lines((0, 0, 150), (20, 50, 150), (40, 50, 150))
    assert [each.xs for each in grids_of(above, lines((50, 0, 40), (100, 0, 40)))] == [(50, 100, 150)]


def test_grid_within_a_cell_belongs_to_the_cell() -> None:
    outer = [(0, 0, 300), (100, 0, 300), (200, 0, 300)], [(0, 0, 200), (150, 0, 200), (300, 0, 200)]
    inner = [(20, 20, 120), (40, 20, 120), (60, 20, 120)], [(20, 20, 60), (70, 20, 60), (120, 20, 60)]
    found = grids_of(lines(*outer[0], *inner[0]), lines(*outer[1], *inner[1]))
    assert [each.box for each in found] == [(0, 0, 300, 200)]


def test_characters_belong_to_the_cell_of_their_centre() -> None:
    found = grid([0, 50, 100], [0, 20, 40])
    inside, outside = distribute(found, chars(("a", 10, 5, 20, 15), ("b", 60, 25, 70, 35), ("c", 10, 60, 20, 70)))
    assert [texts(cell) for cell in inside] == [["a"], [], [], ["b"]]
    assert texts(outside) == ["c"]


def test_neighbours_that_touch_the_border_are_not_run_together() -> None:
    found = grid([0, 50, 100], [0, 20, 40])
    inside, _ = distribute(found, chars(("a", 40, 5, 50, 15), ("b", 50, 5, 60, 15)))
    assert [texts(cell) for cell in inside] == [["a"], ["b"], [], []]


def test_string_that_a_border_cuts_stays_whole_over_its_blanks() -> None:
    found = grid([0, 50, 100], [0, 20, 40])
    string = [("ab c"[n], 37.0 + 8 * n, 5.0, 45.0 + 8 * n, 15.0) for n in range(4)]
    inside, _ = distribute(found, chars(*string))
    assert [texts(cell) for cell in inside] == [["ab", "c"], [], [], []]


def test_line_that_runs_past_the_grid_is_parted_at_its_sides() -> None:
    found = grid([20, 50, 100], [0, 20, 40])
    string = [("abcdefghijkl"[n], 10.0 * n, 5.0, 10.0 * n + 10, 15.0) for n in range(12)]
    inside, outside = distribute(found, chars(*string))
    assert texts(inside[0] + inside[1]) == ["cde", "fghij"]
    assert texts(outside) == ["ab", "kl"]
