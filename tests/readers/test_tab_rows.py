"""A line without tab between rows of a tab-separated table: the rest of the last cell above, or its own row."""

import pytest

from toolkit.model.document import Table
from toolkit.readers import read

_HEAD = "一级指标\t三级指标\t实际完成\t偏差原因\n"
_CUT = "汛期停工影响河道施工"
_NEXT = "效益\t受益村庄\t96个\t无\n"


def _rows(source: str) -> list[list[str]]:
    """The texts of each row of the only table, without the cells that are open."""
    (table,) = (block for block in read(source.encode(), "a.txt").blocks if isinstance(block, Table))
    cells = [[table.covering(row, column) for column in range(table.columns)] for row in range(table.rows)]
    return [[cell.text for cell in row if cell is not None and cell.text] for row in cells][1:]


def test_a_line_before_a_row_that_begins_with_a_tab_is_the_rest_of_the_cell_above() -> None:
    source = f"{_HEAD}产出\t整治河段\t27段\t{_CUT}\n进度安排较为靠后\n\t水质达标率\t96%\t上游来水超标\n"
    assert _rows(source) == [
        ["产出", "整治河段", "27段", f"{_CUT}进度安排较为靠后"],
        ["水质达标率", "96%", "上游来水超标"],
    ]


@pytest.mark.parametrize("rest", ["进度安排靠后，人手不足", "征地、拆迁未完", "人手不足；设备老化"])
def test_a_line_with_a_pause_is_the_rest_of_the_cell_above(rest: str) -> None:
    assert _rows(f"{_HEAD}产出\t整治河段\t27段\t{_CUT}\n{rest}\n{_NEXT}") == [
        ["产出", "整治河段", "27段", f"{_CUT}{rest}"],
        ["效益", "受益村庄", "96个", "无"],
    ]


@pytest.mark.parametrize("name", ["效益类指标情况", "县水务局所属单位指标完成情况"])
def test_the_name_of_a_group_on_a_line_of_its_own_stays_a_row(name: str) -> None:
    assert _rows(f"{_HEAD}产出\t整治河段\t27段\t{_CUT}\n{name}\n{_NEXT}") == [
        ["产出", "整治河段", "27段", _CUT],
        [name],
        ["效益", "受益村庄", "96个", "无"],
    ]


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        (f"{_CUT}。", "进度安排靠后，人手不足"),
        ("无", "进度安排靠后，人手不足"),
        (_CUT, "注：进度安排靠后，人手不足"),
    ],
)
def test_a_line_behind_a_whole_cell_or_that_opens_as_a_note_is_no_rest(cell: str, line: str) -> None:
    assert _rows(f"{_HEAD}产出\t整治河段\t27段\t{cell}\n{line}\n{_NEXT}") == [
        ["产出", "整治河段", "27段", cell],
        [line],
        ["效益", "受益村庄", "96个", "无"],
    ]


def test_a_cell_that_ends_with_a_semicolon_goes_on_below_but_not_with_what_may_be_a_group_s_name() -> None:
    source = f"{_HEAD}产出\t整治河段\t27段\t{_CUT}；\n{{}}\n\t水质达标率\t96%\t无\n"
    assert _rows(source.format("今后工期避开汛期集中安排"))[0][-1] == f"{_CUT}；今后工期避开汛期集中安排"
    assert _rows(source.format("效益指标"))[1] == ["效益指标"]
