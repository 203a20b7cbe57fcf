"""Pages of reports without tables, as rows of text and rules → no table: prose, lists, contents, forms, signatures."""

import pytest

from tests.layout.page_of_text import PAGE, rows
from toolkit.layout.columns import in_reading_order
from toolkit.layout.page import Ruling
from toolkit.layout.unruled import unruled_tables

Line = dict[float, str]
SENTENCE = "各乡镇按季度报送进度，对滞后的项目逐个约谈并限期整改，年底前全部完工验收"

PROSE: list[Line] = [{60: SENTENCE} for _ in range(8)]
GAPS_IN_LINE: list[Line] = [{60: SENTENCE[:12], 190: SENTENCE[12:24], 320: SENTENCE[24:]} for _ in range(8)]
FIGURES_IN_PROSE: list[Line] = [
    {60: f"202{n}年安排预算", 150: f"1{n}50.20", 195: "万元，全年执行", 290: f"1{n}20.75", 335: "万元，结转下年"}
    for n in range(6)
]
LEADERS: list[Line] = [{60: f"{n}、有关情况", 150: "·" * 30, 470: str(n * 3)} for n in "123456"]
TOUCHING_LEADERS: list[Line] = [{60: f"{n}、有关情况" + "…" * 30, 420: str(n)} for n in range(1, 9)]
PAGES_ONLY: list[Line] = [{60: f"第{n}部分", 130: "资金使用和管理情况", 470: str(n)} for n in range(1, 9)]
TABBED_LIST: list[Line] = [{60: f"{n}.", 84: f"第{n}批次设备已交付使用并办理入库手续"} for n in range(1, 9)]
MONEY_LIST: list[Line] = [
    {60: name, 200: figure, 250: "万元"}
    for name, figure in (("人员经费", "1,250.30"), ("公用经费", "318.45"), ("项目支出", "2,006.00"), ("其他", "12.50"))
]
TWO_LISTS: list[Line] = [
    {60: f"{n}.", 84: "管网改造已完工验收", 300: f"{n + 8}.", 324: "泵站更新已投入运行"} for n in range(1, 9)
]
SIGNATURES: list[Line] = [
    {60: "单位负责人：", 230: "填表人：", 400: "联系电话："},
    {60: "审核人：", 230: "复核人：", 400: "填报日期："},
] * 2
BLANKS: list[Line] = [{60: "项目名称", 130: "____________", 260: "金额", 300: "________"} for _ in range(5)]
ANSWERS: list[Line] = [{60: mark, 90: SENTENCE[:26]} for _ in range(4) for mark in ("问：", "答：")]
DATED: list[Line] = [{60: f"{n}月{n}日", 140: "召开调度会", 260: "印发会议纪要", 400: "督促整改"} for n in range(1, 8)]
SCORES: list[Line] = [{60: f"（{n}）决策指标得分", 200: "18分", 260: "扣2分，主要是目标不够细化"} for n in range(1, 7)]


@pytest.mark.parametrize("ruled", [False, True], ids=["plain", "between rules"])
@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, id=name.lower().replace("_", " "))
        for name, page in list(globals().items())
        if name.isupper() and isinstance(page, list) and isinstance(page[0], dict)
    ],
)
def test_page_without_a_table_stays_text(page: list[Line], ruled: bool) -> None:
    set_lines = rows(*((110.0 + 16 * number, line) for number, line in enumerate(page)))
    rules = [Ruling(at, 55, 540) for at in ((100, 112 + 16 * len(page)) if ruled else ())]
    assert [found for found in unruled_tables(set_lines, rules, [], PAGE) if found.firm] == []


def test_figures_in_columns_are_not_read_column_by_column() -> None:
    months: dict[float, str] = {150.0 + 75 * n: f"1,2{n}4.50" for n in range(6)}
    set_lines = rows(*((100.0 + 16 * n, {40.0: f"第{n}项工程支出", **months}) for n in range(12)))
    assert {column for _, column in in_reading_order(set_lines, PAGE.width)} == {0}


def test_running_text_in_two_columns_is_read_column_by_column() -> None:
    set_lines = rows(*((100.0 + 16 * n, {40: SENTENCE[:24], 310: SENTENCE[4:28]}) for n in range(12)))
    assert {column for _, column in in_reading_order(set_lines, PAGE.width)} == {1, 2}
