"""Rows of texts with marks of merging → cells with spans; the same seed gives the same truth, on any machine."""

from hashlib import sha256

from toolkit.corpus.layout import compose
from toolkit.corpus.layouts import LAYOUTS
from toolkit.corpus.truth import LEFT, UP, TrueCell, table


def test_marks_of_merging_become_spans() -> None:
    made = table([["甲", LEFT, "乙"], [UP, UP, "丙"], ["丁", "", "戊"]], 1, (2, 1, 1), ("left", "left", "right"))
    assert made.cells == (
        TrueCell(0, 0, "甲", 2, 2),
        TrueCell(0, 2, "乙"),
        TrueCell(1, 2, "丙"),
        TrueCell(2, 0, "丁"),
        TrueCell(2, 1, ""),
        TrueCell(2, 2, "戊"),
    )
    assert made.widths == (0.5, 0.25, 0.25)


def test_every_truth_covers_its_grid_once() -> None:
    for layout in LAYOUTS:
        for made in compose(layout, layout.engines[0], 0).tables:
            covered = [
                (row, column)
                for cell in made.cells
                for row in range(cell.row, cell.row + cell.row_span)
                for column in range(cell.column, cell.column + cell.column_span)
            ]
            every = [(row, column) for row in range(made.rows) for column in range(made.columns)]
            assert sorted(covered) == every, layout.name


def test_a_seed_always_makes_the_same_truth() -> None:
    layout = LAYOUTS[0]
    one, again, other = compose(layout, "css", 1), compose(layout, "css", 1), compose(layout, "css", 2)
    assert one == again != other
    assert sha256(repr(one).encode()).hexdigest()[:16] == "6942add5db3accd2"


def test_a_third_of_the_layouts_is_held_out_and_names_are_unique() -> None:
    held = [layout for layout in LAYOUTS if layout.split == "held-out"]
    assert 0.3 <= len(held) / len(LAYOUTS) <= 0.4
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS) >= 12


def test_the_whole_set_holds_two_hundred_tables() -> None:
    tables = sum(
        len(compose(layout, engine, seed).tables)
        for layout in LAYOUTS
        for engine in layout.engines
        for seed in range(2)
    )
    assert tables >= 200
