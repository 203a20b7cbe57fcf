"""CSV: the cells of one sheet to the character, in any encoding; what only has commas stays text."""

import csv
from io import StringIO

import pytest

from tests.readers.same_report import records
from toolkit.errors import ReadError
from toolkit.extract import extract
from toolkit.layout.places import text_at
from toolkit.model.document import Document, Paragraph, Table
from toolkit.readers import read

ROWS = [
    ["临江市园林局2023年度绿道项目绩效自评表", "", "", "", ""],
    ["三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ["维护绿道里程", "≥1,200公里", "1,236.50公里", "50", "50"],
    ["按时完成率", "100%", "98.5%", "40", "39.4"],
    ["资金执行率", "100%", "96%", "10", "9.6"],
    ["总分", "", "", "100", "99.0"],
]


def _written(rows: list[list[str]]) -> str:
    out = StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def _cells(document: Document) -> dict[tuple[int, int], str]:
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return {(cell.row, cell.column): cell.text for cell in table.cells}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_cells_are_those_of_the_sheet(encoding: str) -> None:
    document = read(_written(ROWS).encode(encoding), "绿道.csv")
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == [ROWS[0][0]]
    assert _cells(document) == {
        (row, column): text for row, line in enumerate(ROWS[1:]) for column, text in enumerate(line)
    }
    report = extract(document)
    assert report.claimed_total is not None
    assert text_at(document, report.claimed_total.where) == report.claimed_total.quote == "99.0"
    assert report.claimed_total.where.segments[0].ref == "E6"


def test_records_are_those_of_the_same_table_in_markdown() -> None:
    lines = ["|" + "|".join(row) + "|" for row in ROWS[1:]]
    marked = "\n".join([f"# {ROWS[0][0]}", "", lines[0], "|" + "---|" * 5, *lines[1:]])
    assert records(read(_written(ROWS).encode(), "绿道.csv")) == records(read(marked.encode(), "绿道.md"))


def test_a_cell_may_hold_commas_quotation_marks_and_lines() -> None:
    rows = [*ROWS[:3], ["甲,乙", "“一”\n二", 'a "b"', "40", "39.4"]]
    assert [
        text for (row, _), text in sorted(_cells(read(_written(rows).encode(), "a.csv")).items()) if row == 2
    ] == rows[3]


@pytest.mark.parametrize(
    "text",
    [
        "全年预算100万元,支出96万元,执行率96%。\n" * 2 + "完成培训30期,参训1,200人次,合格率98%,满意度95%。\n",
        '{"a":1,"b":2,"c":3}\n' * 5,
        "甲,1\n乙,2\n丙,3\n丁,4\n",
        "<p>1,2,3</p>\n" * 9,
    ],
)
def test_what_only_has_commas_is_no_such_table(text: str) -> None:
    assert read(text.encode(), "a.csv").source.reader != "csv"


def test_a_cell_beyond_any_size_is_refused() -> None:
    text = _written(ROWS) + '"' + "a" * 200_000 + '",1,2,3,4\n'
    with pytest.raises(ReadError, match="过大") as refused:
        read(text.encode(), "a.csv")
    assert refused.value.code == "READ-TOO-LARGE"


def test_a_table_longer_than_what_is_looked_at_is_read_wherever_a_cell_breaks() -> None:
    for padding in range(0, 90, 10):
        rows = [
            ROWS[0],
            ROWS[1],
            *(["维护里程" + "一" * padding, "第一行\n第二行", "12公里", "1", "1"] for _ in range(150)),
        ]
        assert read(_written(rows).encode(), "a.csv").source.reader == "csv"


def test_lines_of_prose_with_as_many_commas_each_are_text() -> None:
    text = (
        "产出指标50分,得48分,扣2分\n效益指标30分,得28分,扣2分\n满意度指标10分,得10分,满分\n预算执行率10分,98%,得10分\n"
    )
    assert read(text.encode(), "a.md").source.reader == "text"


def test_a_form_saved_with_empty_cells_where_it_was_merged_is_a_table_without_a_whole_row_of_headings() -> None:
    rows = [
        ["部门整体支出绩效自评表（2024年度）", "", "", "", ""],
        ["部门名称", "临江市园林局", "", "单位", "万元"],
        ["部门预算", "", "年初预算数", "全年预算数", "全年执行数"],
        ["部门整体支出", "", "300.00", "320.00", "304.00"],
        ["其中", "基本支出", "200.00", "210.00", "210.00"],
    ]
    document = read(_written(rows).encode("gb18030"), "a.csv")
    assert document.source.reader == "csv"
    whole = extract(document).budget[0]
    assert whole.revised_budget is not None and whole.revised_budget.value.low == 3_200_000  # type: ignore[union-attr]
