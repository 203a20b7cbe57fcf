"""Lines in columns → the corridors between them: what closes one, what spans it, what is no corridor."""

import pytest

from tests.layout.page_of_text import baselines
from toolkit.layout.corridors import columns_of, corridors_of
from toolkit.layout.headings import belongs_above, headings_over

BODY = baselines(
    (100, {50: "河道清淤", 150: "公里", 220: "12.5"}),
    (120, {50: "管网", 150: "公里", 215: "138.0"}),
    (140, {50: "水质检测点", 150: "处", 230: "60"}),
)
HEAD = baselines((80, {50: "任务", 150: "单位", 220: "计划"}))


def test_corridors_are_what_no_row_covers() -> None:
    assert corridors_of(HEAD, BODY, 8) == [(100, 150), (170, 215)]


def test_blank_cells_do_not_widen_a_column() -> None:
    patchy = baselines((160, {50: "泵站", 220: "6"}), (180, {50: "宣传", 150: "场"}))
    assert corridors_of(HEAD, [*BODY, *patchy], 8) == [(100, 150), (170, 215)]


def test_row_that_runs_across_closes_no_corridor() -> None:
    across = baselines((160, {50: "以下各项由各乡镇自行组织实施"}))
    corridors = corridors_of(HEAD, [*BODY, *across], 8)
    assert corridors == [(100, 150), (170, 215)]
    assert columns_of(corridors, across[0].parts[0]) == (0, 1)


def test_running_text_has_no_corridors() -> None:
    prose = baselines(*((100 + 15 * n, {50: "各项工程按季度开展监控，对进度滞后的及时督促整改"}) for n in range(4)))
    assert corridors_of([], prose, 8) == []


def test_column_with_a_heading_alone_is_a_column() -> None:
    head = baselines((80, {50: "任务", 150: "单位", 220: "计划", 300: "备注"}))
    assert len(corridors_of(head, BODY, 8)) == 3


def test_heading_set_apart_from_the_text_of_its_column_makes_no_second_one() -> None:
    head = baselines((80, {120: "任务", 185: "单位", 260: "计划"}))
    assert len(corridors_of(head, BODY, 8)) == 2


@pytest.mark.parametrize(
    ("heads", "count"), [({50: "任务", 150: "数量"}, 1), ({50: "任务", 150: "数", 174: "量纲"}, 2)]
)
def test_blank_before_a_unit_parts_columns_only_under_two_headings(heads: dict[float, str], count: int) -> None:
    body = baselines(*((100 + 20 * n, {50: "河道清淤", 150: f"{n}2.5", 174: "公里"}) for n in range(4)))
    assert len(corridors_of(baselines((80, heads)), body, 2, 9)) == count


def test_heading_over_columns_is_told_by_its_place() -> None:
    body = baselines(*((140 + 20 * n, {50: "河道", 150: "12.5", 220: "13.2", 290: "106%"}) for n in range(3)))
    head = baselines((100, {165: "年度目标"}), (108, {50: "任务", 290: "占比"}), (116, {150: "计划", 220: "完成"}))
    corridors = corridors_of(head, body, 8)
    assert [(over.first, over.last) for over in headings_over(head, corridors)] == [(1, 2)]
    assert belongs_above(head[0], head[1:], corridors)


def test_title_above_headings_in_one_line_is_no_heading() -> None:
    title, unit = baselines((60, {140: "任务完成情况"}), (70, {220: "单位：万元"}))
    corridors = corridors_of(HEAD, BODY, 8)
    assert not belongs_above(title, HEAD, corridors)
    assert not belongs_above(unit, HEAD, corridors)


def test_heading_of_two_lines_stands_over_nothing() -> None:
    body = baselines(*((140 + 20 * n, {50: "河道", 150: "公里", 220: "13.2"}) for n in range(3)))
    head = baselines((100, {150: "计量单"}), (106, {50: "任务", 220: "完成"}), (112, {160: "位"}))
    assert headings_over(head, corridors_of(head, body, 8)) == []
