"""Tables of plain elements, set as such by style sheets or roles; boxes that only stand side by side are text."""

import pytest

from toolkit.model.document import Document, Table
from toolkit.readers import read

CELLS = """<style>.t { display: table } .t .r { display: table-row } .c { display: table-cell }</style>
<div class="t"><div class="r"><div class="c">项目</div><div class="c">金额</div></div>
<div class="r"><span class="c">管护</span><div class="c"><p>1,200</p></div></div></div>"""
ROLES = """<div role="table"><div role="row"><span role="columnheader">项目</span>
<span role="columnheader">金额</span></div><div role="rowgroup"><div role="row"><span role="cell">管护</span>
<span role="cell">1,200</span></div></div></div>"""
ROWS = ("项目|预算|支出", "管护|60|58", "巡查|40|39")


def flexible(*rows: str, last: str = "", around: str = "") -> bytes:
    """Rows of boxes, parted by |, set side by side; the last one in markup, after words around them."""
    made = [f"<b>{'</b><b>'.join(row.split('|'))}</b>" for row in rows] + [last] * bool(last)
    boxes = "".join(f"<div class=r>{row}</div>" for row in made)
    return f"<style>.r {{ display: flex }} b {{ width: 30% }}</style><section>{around}{boxes}</section>".encode()


def only(document: Document) -> Table:
    (table,) = document.blocks
    assert isinstance(table, Table)
    return table


def shown(table: Table) -> list[list[str]]:
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(table.rows)]


@pytest.mark.parametrize("page", [CELLS, ROLES])
def test_elements_set_as_cells_make_a_table(page: str) -> None:
    assert shown(only(read(page.encode(), "a.html"))) == [["项目", "金额"], ["管护", "1,200"]]


def test_rows_of_flexible_boxes_make_a_table() -> None:
    table = only(read(flexible(*ROWS), "a.html"))
    assert shown(table) == [["项目", "预算", "支出"], ["管护", "60", "58"], ["巡查", "40", "39"]]


@pytest.mark.parametrize(
    ("last", "spans"),
    [
        ("<b>共</b><i style='width:60%'>97</i>", [1, 2]),
        ("<i style='width:60%'>共</i><b>97</b>", [2, 1]),
        ("<i>共</i><i>97</i>", [2, 1]),
    ],
)
def test_a_box_of_a_shorter_row_takes_the_columns_that_its_width_says(last: str, spans: list[int]) -> None:
    table = only(read(flexible(*ROWS, last=last), "a.html"))
    assert [cell.column_span for cell in table.cells if cell.row == len(ROWS)] == spans


@pytest.mark.parametrize(
    "page",
    [
        flexible(*ROWS[:2]),
        flexible("首页|公开", "项目|预算", "支出|结余"),
        flexible(*ROWS, around="注："),
        b"<style>.c { display: table-cell }</style><div><div class='c'>A</div><div class='c'>B</div></div>",
        b"<table><tr><td><ul><li style='display: table-cell'>A</li><li>B</li></ul></td></tr></table>",
    ],
)
def test_boxes_side_by_side_alone_are_text(page: bytes) -> None:
    assert not any(isinstance(block, Table) for block in read(page, "a.html").blocks)
