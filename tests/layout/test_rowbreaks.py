"""Lines between two rulings → rows: wrapped cells above, below and around the line of their row, and sparse rows."""

from tests.layout.page_of_text import baselines, texts
from toolkit.layout.groups import merged_labels
from toolkit.layout.parts import Baseline
from toolkit.layout.rowbreaks import row_groups

CORRIDORS = [(110.0, 150.0), (180.0, 220.0)]


def rows(*lines: tuple[float, dict[float, str]]) -> list[list[str]]:
    """First texts of the lines of each row."""
    return [[line[0] for line in row] for row in texts(row_groups(baselines(*lines), CORRIDORS))]


def test_each_full_line_is_a_row() -> None:
    found = rows(*((100 + 14 * n, {50: f"河道{n}", 150: "公里", 220: "12"}) for n in range(3)))
    assert found == [["河道0"], ["河道1"], ["河道2"]]


def test_line_below_belongs_to_the_row_whose_cell_it_goes_on_with() -> None:
    found = rows(
        (100, {50: "河道清淤及", 150: "公里", 220: "12"}),
        (112, {50: "堤防加固"}),
        (130, {50: "管网改造", 150: "公里", 220: "38"}),
    )
    assert found == [["河道清淤及", "堤防加固"], ["管网改造"]]


def test_lines_around_their_row_belong_to_it() -> None:
    lines = []
    for top in (100, 136, 172):
        lines += [(top, {50: "河道清淤及"}), (top + 6, {150: "公里", 220: "12"}), (top + 12, {50: "堤防加固"})]
    found = row_groups(baselines(*lines), CORRIDORS)
    assert [len(row) for row in found] == [3, 3, 3]


def test_three_lines_around_their_row_belong_to_it() -> None:
    lines = []
    for top in (100, 140, 180):
        lines += [
            (top, {50: "河道清淤及"}),
            (top + 12, {50: "堤防加固和", 150: "公里", 220: "12"}),
            (top + 24, {50: "绿化"}),
        ]
    assert [len(row) for row in row_groups(baselines(*lines), CORRIDORS)] == [3, 3, 3]


def test_row_with_blanks_is_a_row() -> None:
    found = rows(
        (100, {50: "河道", 150: "公里", 220: "12"}),
        (114, {50: "其中"}),
        (128, {50: "城区", 220: "7"}),
        (142, {50: "乡镇", 150: "公里", 220: "5"}),
    )
    assert found == [["河道"], ["其中"], ["城区"], ["乡镇"]]


def test_rest_of_a_number_is_no_row_and_a_number_is() -> None:
    found = rows(
        (100, {50: "河道", 150: "公里", 220: "387,236."}),
        (112, {220: "73"}),
        (130, {50: "管网", 150: "公里", 220: "120"}),
        (148, {50: "泵站", 150: "座", 220: "130"}),
    )
    assert found == [["河道", "73"], ["管网"], ["泵站"]]


def labelled(*labels: tuple[float, str]) -> list[Baseline]:
    """Five rows 20 points apart, with labels in a column before them."""
    lines = [(100 + 20 * n, {150.0: f"任务{n}", 220.0: f"{n}2"}) for n in range(5)]
    for top, text in labels:
        if any(line[0] == top for line in lines):
            next(line for line in lines if line[0] == top)[1][50.0] = text
        else:
            lines.append((top, {50.0: text}))
    return baselines(*sorted(lines, key=lambda line: line[0]))


EDGES = [95.0, 115.0, 135.0, 155.0, 175.0, 195.0]


def test_labels_in_the_middle_of_their_rows_stand_for_them() -> None:
    labels = merged_labels(labelled((120, "工程"), (170, "服务")), CORRIDORS)
    assert [len(line.parts) for line in labels.others] == [2, 2, 2, 2, 2]
    assert labels.groups(EDGES) == {0: [(95, 155), (155, 195)]}


def test_labels_at_the_top_of_their_rows_stand_for_those_down_to_the_next() -> None:
    labels = merged_labels(labelled((100, "工程"), (160, "服务")), CORRIDORS)
    assert labels.groups(EDGES) == {0: [(95, 155), (155, 195)]}


def test_labels_that_fit_no_rows_merge_nothing() -> None:
    labels = merged_labels(labelled((140, "工程"), (160, "服务")), CORRIDORS)
    assert labels.groups(EDGES) == {0: []}


def test_first_column_filled_in_each_row_is_no_label() -> None:
    labels = merged_labels(labelled(*((100 + 20 * n, f"第{n}项") for n in range(5))), CORRIDORS)
    assert labels.groups(EDGES) == {}
