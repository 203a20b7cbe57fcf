"""Cells that touch are cut where no line runs on there, or where headings stand apart; a number keeps its unit."""

import pytest

from tests.layout.page_of_text import baselines
from toolkit.layout.page import Ruling
from toolkit.layout.region import Region
from toolkit.layout.touching import cut_where_cells_meet

RULES = [Ruling(74, 50, 300), Ruling(95, 50, 300), Ruling(200, 50, 300)]


def parts_below(headings: dict[float, str], *cells: str) -> list[list[str]]:
    lines = [(100.0 + 16 * number, {60.0: f"第{number}项", 200.0: cell}) for number, cell in enumerate(cells)]
    region = Region(baselines((80, headings), *lines), RULES, 0.12)
    cut_where_cells_meet(region)
    return [[part.text for part in line.parts[1:]] for line in region.lines[1:]]


@pytest.mark.parametrize("notes", [("含上年结转", "按决算口径", "按决算口径"), ("—", "含上年结转", "—")])
def test_cells_below_headings_that_stand_apart_are_cut(notes: tuple[str, ...]) -> None:
    headings = {60.0: "任务", 203.0: "占比", 235.0: "说明"}
    found = parts_below(headings, *(f"9{number}.5%{note}" for number, note in enumerate(notes)))
    assert found == [[f"9{number}.5%", note] for number, note in enumerate(notes)]


def test_number_with_its_unit_below_one_heading_stays_whole() -> None:
    cells = ["12.5公里", "38.0公里", "60.2公里"]
    assert parts_below({60.0: "任务", 203.0: "数量", 270.0: "说明"}, *cells) == [[cell] for cell in cells]


def test_a_few_cells_that_meet_are_cut_where_no_other_line_runs_on() -> None:
    found = parts_below({60.0: "任务", 200.0: "占比"}, "97.5%含上年", "60%", "71%", "82%", "93%")
    assert found == [["97.5%", "含上年"], ["60%"], ["71%"], ["82%"], ["93%"]]
