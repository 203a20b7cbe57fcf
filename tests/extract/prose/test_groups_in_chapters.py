"""Lines told paragraph by paragraph → the groups above them: by outlined numbers, by chapters, by a summary."""

from tests.builders import document, paragraph
from toolkit.extract import extract
from toolkit.extract.prose.statements import marker_depth
from toolkit.readers import read

Place = tuple[int, str, str | None, str | None]


def _places(source: str) -> list[Place]:
    report = extract(read(f"# 云江市林业局2022年度公益林项目绩效自评报告\n\n{source}".encode(), "report.md"))
    return [(line.level, line.name.value, line.level1, line.level2) for line in report.indicators]


def test_outlined_numbers_stand_deeper() -> None:
    told = ("1.立项", "1.1立项依据", "2.1.3组织机构", "1.8万亩林地", "3.15分的项目")
    assert [marker_depth(paragraph(text)) for text in told] == [3, 4, 5, None, None]
    assert marker_depth(paragraph("5.1 账务管理", level=3)) is None


def test_lines_of_outlined_numbers_stand_under_the_group_before_them() -> None:
    source = """## 三、得分

总分93.5分。其中决策类满分15分，得14.5分；产出类满分85分，得79分。

## 四、分析

### （一）决策

#### 1.立项（7分，得7分）

1.1立项依据：满分4分，得4分。

1.2立项程序：满分3分，得3分。

#### 2.目标（8分，得7.5分）

2.1目标合理性：满分8分，扣0.5分，得7.5分。
"""
    assert _places(source)[:6] == [
        (1, "决策", None, None),
        (2, "立项", "决策", None),
        (3, "立项依据", "决策", "立项"),
        (3, "立项程序", "决策", "立项"),
        (2, "目标", "决策", None),
        (3, "目标合理性", "决策", "目标"),
    ]


def test_groups_told_in_paragraphs_of_their_own_are_groups_beside_one_another() -> None:
    source = """自评得83分。

决策：满分20分，得17分。

产出：满分50分，得40分。

效益：满分30分，得26分。

## 一、决策

1.立项依据。满分20分，得17分。

## 二、产出

1.造林面积。满分30分，得22分。

2.成活率。满分20分，得18分。

## 三、效益

1.林农满意度。满分30分，得26分。
"""
    groups = [(level, name) for level, name, above, _ in _places(source) if above is None]
    assert groups == [(1, "决策"), (1, "产出"), (1, "效益")]
    assert {name: above for _, name, above, _ in _places(source) if above} == {
        "立项依据": "决策",
        "造林面积": "产出",
        "成活率": "产出",
        "林农满意度": "效益",
    }


def test_a_chapter_ends_what_stands_under_a_group() -> None:
    source = """## 一、产出方面

产出方面共60分，自评得58分。

保洁员人数指标40分，得40分。

清运量指标20分，得18分。

## 二、效益方面

效益方面共40分，自评得37分。

村容改善指标40分，得37分。
"""
    assert {name: above for _, name, above, _ in _places(source)} == {
        "产出": None,
        "保洁员人数": "产出",
        "清运量": "产出",
        "效益": None,
        "村容改善": "效益",
    }


def test_what_a_summary_calls_by_a_shorter_name_is_told_once() -> None:
    source = """自评小组按预算执行率10分、产出60分、效益30分的结构打分，总分96分。三个部分的得分依次是9分、58分、29分。

### （一）产出指标

本部分满分60分，扣2分，得58分，各指标情况是：
——管护面积：目标44亩，完成44亩；满分40分，得40分；
——护林员人数：目标30人，完成27人；满分20分，扣2分，得18分。

### （二）效益指标

本部分满分30分，扣1分，得29分：
——生态功能稳定性：为定性指标，目标持续稳定；满分30分，扣1分，得29分。
"""
    told = _places(source)
    assert [name for _, name, above, _ in told if above is None] == ["预算执行率", "产出指标", "效益指标"]
    assert [name for _, name, above, _ in told if above is not None] == ["管护面积", "护林员人数", "生态功能稳定性"]


def test_a_name_keeps_the_character_that_begins_it() -> None:
    report = extract(document(paragraph("在册患者管理人数指标10分，目标400人，实际380人，得9.5分。")))
    assert [line.name.value for line in report.indicators] == ["在册患者管理人数"]


def test_the_title_of_the_report_names_no_line() -> None:
    assert _places("满分10分，得9分。") == []


def test_a_report_that_speaks_of_the_third_level_has_its_lines_there() -> None:
    source = """共设三级指标三项。

## 一、决策（满分40分，得38分）

1.立项依据。满分25分，得25分。

2.目标合理性。满分15分，得13分。

## 二、产出（满分60分，得57分）

1.造林面积。满分60分，得57分。
"""
    assert [(level, name) for level, name, above, _ in _places(source) if above is not None] == [
        (3, "立项依据"),
        (3, "目标合理性"),
        (3, "造林面积"),
    ]
    two = [level for level, _, above, _ in _places(source.replace("三级指标", "指标")) if above is not None]
    assert two == [2, 2, 2]
