"""Pieces of tables on two pages → one table, or two."""

from toolkit.layout.page import Frame
from toolkit.layout.pieces import Piece, PieceCell, table_of
from toolkit.layout.stitch import append, goes_on, repeats_head
from toolkit.layout.textlines import TextLine

XS = (50.0, 150.0, 250.0, 450.0)
FLOOR = 760.0


def line(frame: Frame, text: str, left: float, top: float) -> TextLine:
    """A line of characters 10 points wide."""
    return TextLine(frame, text, tuple(left + 10 * place for place in range(len(text) + 1)), top, top + 10, 10)


def piece(
    page: int, rows: list[list[str | None]], top: float = 60, xs: tuple[float, ...] = XS, row_height: float = 20
) -> Piece:
    """Rows of texts; None: covered by the cell above; `|` breaks lines. The last row ends the piece."""
    frame = Frame(page, 600, 840)
    cells: list[PieceCell] = []
    tops = [top + row_height * number for number in range(len(rows))]
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if text is None:
                above = next(cell for cell in reversed(cells) if cell.column == column)
                above.row_span += 1
                continue
            lines = [
                line(frame, part, xs[column] + 5, tops[row] + 5 + 12 * number)
                for number, part in enumerate(text.split("|"))
                if part
            ]
            cells.append(PieceCell(row, column, 1, 1, lines, xs[column + 1] - xs[column] - 10))
    bottom = tops[-1] + row_height
    return Piece(frame, xs, tops, bottom, cells, frozenset(), frozenset(), pages=[page])


def at_foot(page: int, rows: list[list[str | None]], row_height: float = 20) -> Piece:
    """The same, ending at the foot of the page."""
    return piece(page, rows, FLOOR - row_height * len(rows), row_height=row_height)


def texts(whole: Piece) -> list[list[str]]:
    table = table_of(whole, "t", None)
    found = []
    for row in range(table.rows):
        cells = [table.covering(row, column) for column in range(table.columns)]
        found.append([cell.text if cell is not None and cell.row == row else "" for cell in cells])
    return found


def test_rows_of_the_next_page_are_added() -> None:
    above, below = at_foot(1, [["类别", "目标", "完成"], ["甲", "1", "1"]]), piece(2, [["乙", "2", "2"]])
    assert goes_on(above, below, FLOOR)
    append(above, below)
    assert texts(above) == [["类别", "目标", "完成"], ["甲", "1", "1"], ["乙", "2", "2"]]
    assert above.pages == [1, 2]


def test_repeated_head_is_dropped_and_counted() -> None:
    head: list[str | None] = ["类别", "目标", "完成"]
    above, below = at_foot(1, [head, ["甲", "1", "1"]]), piece(2, [head, ["乙", "2", "2"]])
    assert goes_on(above, below, FLOOR) and repeats_head(above, below)
    append(above, below)
    assert (above.rows, above.head) == (3, 1)


def test_row_of_headings_repeated_from_within_a_form_is_dropped() -> None:
    headings: list[str | None] = ["类别", "目标", "完成"]
    above = at_foot(1, [["名称", "北渠", "5"], headings, ["产出", "甲", "1"], [None, "乙", "2"]])
    below = piece(2, [headings, ["", "丙", "3"], ["效果", "丁", "4"]])
    assert goes_on(above, below, FLOOR)
    append(above, below)
    assert [row[1] for row in texts(above)] == ["北渠", "目标", "甲", "乙", "丙", "丁"]
    assert [(cell.text, cell.row_span) for cell in above.cells if cell.column == 0][2:] == [("产出", 3), ("效果", 1)]
    assert above.head == 0


def test_group_of_the_page_before_covers_the_rows_that_go_on() -> None:
    above = at_foot(1, [["产出", "甲", "1"], [None, "乙", "2"]])
    below = piece(2, [["", "丙", "3"], [None, "丁", "4"], ["效果", "戊", "5"]])
    append(above, below)
    group = above.covering(3, 0)
    assert group is not None
    assert (group.row, group.row_span, above.rows) == (0, 4, 5)


def test_group_whose_name_is_printed_again_is_one_group() -> None:
    above = at_foot(1, [["产出", "甲", "1"], [None, "乙", "2"]])
    append(above, piece(2, [["产出", "丙", "3"], [None, "丁", "4"]]))
    assert [cell.text for cell in above.cells if cell.column == 0] == ["产出"]


def test_group_whose_name_stands_on_the_later_page_is_one_group() -> None:
    above = at_foot(1, [["", "甲", "1"], [None, "乙", "2"]])
    append(above, piece(2, [["产出", "丙", "3"], [None, "丁", "4"]]))
    assert [(cell.text, cell.row_span) for cell in above.cells if cell.column == 0] == [("产出", 4)]


def test_name_that_the_page_end_tears_is_one_group() -> None:
    rows: list[list[str | None]] = [
        ["社会效益指标", "甲", "1"],
        ["经济效益指标", "乙", "2"],
        ["生态环境方面效益指", "丙", "3"],
    ]
    whole = at_foot(1, rows)
    append(whole, piece(2, [["标", "丁", "4"]]))
    assert texts(whole)[2:] == [["生态环境方面效益指标", "丙", "3"], ["", "丁", "4"]]


def test_next_name_after_a_full_one_is_a_group_of_its_own() -> None:
    rows: list[list[str | None]] = [
        ["社会效益指标", "甲", "1"],
        ["经济效益指标", "乙", "2"],
        ["生态环境效益的指标", "丙", "3"],
    ]
    whole = at_foot(1, rows)
    append(whole, piece(2, [["可持续影响指标", "丁", "4"]]))
    assert [row[0] for row in texts(whole)[2:]] == ["生态环境效益的指标", "可持续影响指标"]


def test_next_group_is_a_group_of_its_own() -> None:
    above = at_foot(1, [["产出", "甲", "1"], [None, "乙", "2"]])
    append(above, piece(2, [["效果", "丙", "3"], [None, "丁", "4"]]))
    assert [(cell.text, cell.row_span) for cell in above.cells if cell.column == 0] == [("产出", 2), ("效果", 2)]


def test_blank_first_cell_of_a_new_row_stays_blank() -> None:
    above = at_foot(1, [["甲", "1", "1"], ["乙", "2", "2"]])
    append(above, piece(2, [["", "3", "3"], ["丁", "4", "4"]]))
    assert [cell.row_span for cell in above.cells if cell.column == 0] == [1, 1, 1, 1]


def test_cut_row_is_joined_cell_by_cell() -> None:
    long = "全年完成渠道衬砌并经县级验收一次性合格|其中北干渠第三标段由专业队伍驻点逐段施"
    above = at_foot(1, [["1", "修渠", long]], row_height=30)
    below = piece(2, [["", "", "工"], ["2", "清淤", "完成"]])
    assert goes_on(above, below, FLOOR)
    append(above, below)
    assert texts(above) == [["1", "修渠", long.replace("|", "") + "工"], ["2", "清淤", "完成"]]


def test_numbers_below_numbers_are_a_new_row() -> None:
    above = at_foot(1, [["闸门", "16", "5"]])
    below = piece(2, [["", "3", "4"], ["水泵", "2", "2"]])
    append(above, below)
    assert above.rows == 3


def test_other_columns_are_another_table() -> None:
    below = piece(2, [["甲", "乙", "丙"], ["1", "2", "3"]], xs=(50, 120, 300, 450))
    assert not goes_on(at_foot(1, [["甲", "1", "1"]]), below, FLOOR)


def test_shifted_margins_are_the_same_columns() -> None:
    below = piece(2, [["乙", "2", "2"]], xs=tuple(place + 14 for place in XS))
    assert goes_on(at_foot(1, [["甲", "1", "1"]]), below, FLOOR)


def test_coarser_piece_takes_the_columns_of_the_finer() -> None:
    above = at_foot(1, [["甲", "1", "1"]])
    below = piece(2, [["说明", "全年无事故"], ["备注", "略"]], xs=(50, 150, 450))
    assert goes_on(above, below, FLOOR)
    append(above, below)
    wide = above.covering(1, 2)
    assert wide is not None
    assert (wide.column, wide.column_span, above.columns) == (1, 2, 3)


def test_room_left_on_the_page_parts_tables() -> None:
    assert not goes_on(piece(1, [["甲", "1", "1"]], top=300), piece(2, [["乙", "2", "2"]]), FLOOR)


def test_form_that_starts_over_is_another_table() -> None:
    above = at_foot(1, [["项目名称", "北渠", ""], ["单位", "水利站", ""]])
    assert not goes_on(above, piece(2, [["项目名称", "南渠", ""], ["单位", "水利站", ""]]), FLOOR)


def test_title_row_above_the_same_head_starts_a_table() -> None:
    head: list[str | None] = ["序号", "目标", "完成"]
    above = at_foot(1, [head, ["1", "甲", "1"], ["2", "乙", "2"]])
    assert not goes_on(above, piece(2, [head, ["1", "丙", "3"]]), FLOOR)
    assert goes_on(above, piece(2, [head, ["3", "丙", "3"]]), FLOOR)


def test_blank_heading_at_the_foot_is_no_part_of_the_label_below_it() -> None:
    groups: list[list[str | None]] = [["a", "b", "c"], [None, "d", "e"]]
    above = at_foot(1, [*groups, ["", "head", "head"]])
    append(above, piece(2, [["label", "12", "30"], ["more", "3", "4"]]))
    table = table_of(above, "t1", None)
    assert [(cell.text, cell.row_span) for cell in table.cells if cell.column == 0] == [
        ("a", 2),
        ("", 1),
        ("label", 1),
        ("more", 1),
    ]


def test_pages_straightened_from_pictures_need_not_be_of_just_one_width() -> None:
    above, below = at_foot(1, [["序号", "项目", "金额"], ["1", "修渠", "30"]]), piece(2, [["2", "改厕", "40"]])
    below.frame = Frame(2, 604.4, 836)
    assert goes_on(above, below, FLOOR)
    below.frame = Frame(2, 840, 600)
    assert not goes_on(above, below, FLOOR)
