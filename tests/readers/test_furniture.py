"""Page numbers and running heads are set aside; figures and titles that only look like them stay."""

import pytest

from toolkit.model.document import Document, Paragraph
from toolkit.readers import read

BODY = "全年完成河道养护，各项任务按期推进，资金拨付及时，群众反映良好。" * 12


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "mark", ["- 3 -", "— 12 —", "－ 5 －", "第3页", "第 3 页 共 12 页", "第三页", "共12页 第3页", "Page 3 of 12", "·3·"]
)
def test_marked_page_number_is_furniture_and_breaks_no_sentence(mark: str) -> None:
    document = read(f"我局设备较多，部分闲置资\n\n{mark}\n\n产未及时处置。".encode(), "a.txt")
    assert texts(document) == ["我局设备较多，部分闲置资产未及时处置。"]
    assert [block.text for block in document.furniture] == [mark]


def test_bare_numbers_counting_up_a_page_apart_are_furniture() -> None:
    source = "\n\n".join(part for page in (1, 2, 3) for part in (BODY, str(page)))
    document = read(source.encode(), "a.txt")
    assert texts(document) == [BODY] * 3
    assert [block.text for block in document.furniture] == ["1", "2", "3"]


def test_bare_numbers_of_a_table_written_cell_by_cell_stay_text() -> None:
    source = "\n\n".join(["序号", "1", "河道养护", "2", "堤防加固", "3", "水质监测"])
    assert texts(read(source.encode(), "a.txt")) == source.split("\n\n")


def test_form_feed_marks_pages_and_their_running_heads() -> None:
    pages = [f"云江市水务局工作报告\n\n第{page}段说明，{BODY[:60]}部分闲\n{page}" + "\f" for page in "123"]
    document = read("".join(pages).encode(), "a.txt")
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    assert document.source.pages == 3
    assert paragraphs[0].text == "云江市水务局工作报告"
    assert paragraphs[1].runs[0].region.page == 1
    assert {run.region.page for block in paragraphs for run in block.runs} == {1, 2, 3}
    assert [block.text for block in document.furniture] == [
        "1",
        "云江市水务局工作报告",
        "2",
        "云江市水务局工作报告",
        "3",
    ]


def test_bare_number_of_a_short_last_page_is_furniture() -> None:
    document = read(f"一、概况\n{BODY}\n1\f{BODY}\n2\f（二）管理情况。全年完成较好。\n3".encode(), "a.txt")
    assert [block.text for block in document.furniture] == ["1", "2", "3"]


def test_running_head_beside_page_numbers_is_furniture() -> None:
    head = "2022年度部门工作情况"
    source = (
        f"关于工作的报告\n\n{BODY}部分闲置资\n\n- 1 -\n\n{head}\n\n产未处置。\n\n{BODY}\n\n- 2 -\n\n{head}\n\n{BODY}"
    )
    document = read(source.encode(), "a.txt")
    assert texts(document) == ["关于工作的报告", BODY + "部分闲置资产未处置。", BODY, BODY]


def test_line_that_repeats_without_page_marks_stays_text() -> None:
    source = "一、管理情况\n\n无。\n\n单位：万元\n\n二、资产情况\n\n无。\n\n单位：万元"
    assert texts(read(source.encode(), "a.txt")) == source.split("\n\n")


def test_converter_marks_are_set_aside() -> None:
    document = read("# 工作报告\n\n<!-- page 2 -->\n\n![](images/a.png)\n\n全年任务完成。".encode(), "a.md")
    assert texts(document) == ["工作报告", "全年任务完成。"]
    assert len(document.furniture) == 2


def test_a_tag_of_a_table_beside_page_numbers_is_no_running_foot() -> None:
    rows = "<table>\n<tr><th>项目</th><th>金额</th></tr>\n<tr><td>清淤{}</td><td>{}0</td></tr>\n</table>"
    source = "\n\n".join(
        part for page in (1, 2, 3) for part in (f"{page}月，{BODY}", rows.format(page, page), str(page))
    )
    document = read(source.encode(), "a.txt")
    assert texts(document) == [f"{page}月，{BODY}" for page in (1, 2, 3)]
    assert [block.text for block in document.furniture] == ["1", "2", "3"]
