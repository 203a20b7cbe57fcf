"""Words that open what is told of one sort of indicators → the group that its lines stand under, and its end."""

import pytest

from tests.builders import document, paragraph
from toolkit.extract.prose.narrative import read_narrative
from toolkit.extract.prose.sorts import sorts
from toolkit.text import fold


def _placed(*texts: str | tuple[str, int]) -> list[tuple[str, int, str | None, str | None]]:
    """(name, level, level 1, level 2) of each line; a heading is told with its level."""
    told = [(text, None) if isinstance(text, str) else text for text in texts]
    blocks = (paragraph(text, number, level) for number, (text, level) in enumerate(told, 1))
    found = read_narrative(document(*blocks)).indicators
    return [(line.name.value, line.level, line.level1, line.level2) for line in found]


@pytest.mark.parametrize(
    ("lead", "level", "name"),
    [
        ("数量指标：", 2, "数量指标"),
        ("（2）质量指标共设3个：", 2, "质量指标"),
        ("从时效指标看，", 2, "时效指标"),
        ("社会效益方面，", 2, "社会效益"),
        ("②生态效益方面：", 2, "生态效益"),
        ("服务对象满意度指标：", 2, "服务对象满意度指标"),
        ("产出完成情况：", 1, "产出"),
        ("效益方面，", 1, "效益"),
    ],
)
def test_a_sort_opens_a_sentence(lead: str, level: int, name: str) -> None:
    told = fold(f"{lead}新建泵房10分，得9分。").text
    assert [(one.level, one.name, one.opens) for one in sorts(told)] == [(level, name, len(lead))]


@pytest.mark.parametrize(
    "told",
    [
        "新建泵房数量达标，分值10分，得9分。",
        "质量检查，验收合格率10分，得9分。",
        "数量指标10分，得9分。",
        "产出，分值10分，得9分。",
        "新建泵房，数量指标，分值10分，得9分。",
    ],
)
def test_words_of_a_sort_inside_a_statement_open_none(told: str) -> None:
    assert list(sorts(fold(told).text)) == []


def test_lines_of_a_sort_are_of_the_third_level_up_to_the_next_sort() -> None:
    told = (
        "（1）数量指标：新建泵房10分，得9分；改造管网20分，得20分。"
        "质量指标：验收合格率10分，得10分。社会效益方面，惠及农户5分，得4分。"
    )
    assert _placed(told) == [
        ("新建泵房", 3, None, "数量指标"),
        ("改造管网", 3, None, "数量指标"),
        ("验收合格率", 3, None, "质量指标"),
        ("惠及农户", 3, None, "社会效益"),
    ]


def test_lines_before_a_sort_are_not_its_own() -> None:
    assert _placed("新建泵房10分，得9分；数量指标：改造管网20分，得20分。") == [
        ("新建泵房", 2, None, None),
        ("改造管网", 3, None, "数量指标"),
    ]


def test_a_sort_of_the_first_level_stands_over_the_lines_of_its_paragraph_alone() -> None:
    assert _placed("产出完成情况：新建泵房10分，得9分；改造管网20分，得20分。", "惠及农户5分，得4分。") == [
        ("新建泵房", 2, "产出", None),
        ("改造管网", 2, "产出", None),
        ("惠及农户", 2, None, None),
    ]


def test_a_group_ends_where_another_chapter_begins() -> None:
    group = (("一、产出指标（30分）得29分", 1), "新建泵房10分，得9分。", "改造管网20分，得20分。")
    *lines, last = _placed(*group, ("第二章 其他", 1), "档案管理5分，得4分。")
    assert lines == [
        ("产出指标", 1, None, None),
        ("新建泵房", 2, "产出指标", None),
        ("改造管网", 2, "产出指标", None),
    ]
    assert last == ("档案管理", 2, None, None)


def test_a_group_goes_on_where_no_other_chapter_begins() -> None:
    group = (("一、产出指标（30分）得29分", 1), "新建泵房10分，得9分。", "改造管网20分，得20分。")
    assert _placed(*group, "档案管理5分，得4分。")[-1] == ("档案管理", 2, "产出指标", None)


def test_a_chapter_ends_the_group_of_a_numbered_heading_below_the_chapter_before() -> None:
    first = (("第一章 自评情况", 1), ("一、产出（30分）得29分", 2), "新建泵房10分，得9分。", "改造管网20分，得20分。")
    assert _placed(*first, ("第二章 其他", 1), "档案管理5分，得4分。") == [
        ("产出", 1, None, None),
        ("新建泵房", 2, "产出", None),
        ("改造管网", 2, "产出", None),
        ("档案管理", 2, None, None),
    ]
