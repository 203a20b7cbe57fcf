"""Points in reading order → which line stands under which; only where there is one way."""

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from toolkit.extract import extract
from toolkit.extract.prose.nesting import heads_by_points
from toolkit.readers import read


def _heads(*points: int, whole: int = 100) -> dict[int, int]:
    return heads_by_points([Decimal(each) for each in points], Decimal(whole), lambda head, below: len(below) != 1)


def test_a_group_has_the_points_of_the_lines_behind_it() -> None:
    assert _heads(40, 25, 15, 60, 30, 20, 10) == {1: 0, 2: 0, 4: 3, 5: 3, 6: 3}


def test_groups_stand_in_groups() -> None:
    assert _heads(40, 30, 20, 10, 10, 60, 35, 25) == {1: 0, 4: 0, 2: 1, 3: 1, 6: 5, 7: 5}


def test_nothing_is_said_where_sums_leave_several_ways_or_none() -> None:
    assert _heads(20, 10, 10, 20, 10, 10, whole=60) == {}  # either of the twenties is a group
    assert _heads(40, 25, 14, 60, 30, 20, 10) == {}


@given(st.lists(st.lists(st.integers(2, 9), min_size=2, max_size=4), min_size=2, max_size=5))
def test_what_is_found_adds_up(groups: list[list[int]]) -> None:
    points = [each for group in groups for each in (sum(group), *group)]
    found = _heads(*points, whole=sum(map(sum, groups)))
    for head in {*found.values()}:
        assert sum(points[line] for line, over in found.items() if over == head) == points[head]
    assert not found or sum(each for place, each in enumerate(points) if place not in found) == sum(map(sum, groups))


def _placed(text: str) -> list[tuple[int, str | None, str | None, str]]:
    report = extract(read(("# 临河县文化馆2023年度部门整体支出绩效自评报告\n\n" + text).encode(), "report.md"))
    return [(line.level, line.level1, line.level2, line.name.value) for line in report.indicators]


def test_lines_of_three_levels_are_placed_by_points_and_scores() -> None:
    lines: Sequence[str] = (
        "自评总分96分。",
        "### （一）投入（40分）：得38分",
        "- 目标设定25分，得23分。",
        "  - 目标合理性15分，得15分；",
        "  - 目标明确性10分，得8分。有两项没有量化，扣2分。",
        "- 预算配置15分，得15分。",
        "  - 人员控制率8分，得8分；",
        "  - 支出安排率7分，得7分。",
        "### （二）产出（60分）：得58分",
        "- 展演场次35分，得35分；",
        "- 培训人次25分，得23分。两期停办，扣2分。",
    )
    assert _placed("\n\n".join(lines)) == [
        (1, None, None, "投入"),
        (2, "投入", None, "目标设定"),
        (3, "投入", "目标设定", "目标合理性"),
        (3, "投入", "目标设定", "目标明确性"),
        (2, "投入", None, "预算配置"),
        (3, "投入", "预算配置", "人员控制率"),
        (3, "投入", "预算配置", "支出安排率"),
        (1, None, None, "产出"),
        (2, "产出", None, "展演场次"),
        (2, "产出", None, "培训人次"),
    ]


def test_a_heading_of_the_second_level_stands_over_the_lines_below_it() -> None:
    lines = (
        "自评总分97分，其中产出指标60分得58分，效益指标40分得39分。",
        "一、产出指标",
        "（一）数量指标",
        "1. 展演场次。分值60分；指标值≥20场；完成值19场；得58分，一场因雨取消，扣2分。",
        "二、效益指标",
        "（一）社会效益指标",
        "2. 观众人次。分值40分；指标值≥8000人次；完成值7900人次；得39分，扣1分，因场地改造。",
    )
    assert [row for row in _placed("\n\n".join(lines)) if row[0] == 3] == [
        (3, "产出指标", "数量指标", "展演场次"),
        (3, "效益指标", "社会效益指标", "观众人次"),
    ]
