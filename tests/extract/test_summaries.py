"""Groups told in a summary, and the lines told of them further on → each under its own group, once."""

from toolkit.extract import extract
from toolkit.model.record import Indicator
from toolkit.readers import read

TITLE = "# 石门县林业局2023年度部门整体支出绩效自评报告\n\n"


def _told(text: str) -> tuple[Indicator, ...]:
    return extract(read((TITLE + text).encode(), "report.md")).indicators


def _placed(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (line.name.value, line.level1, line.claimed_score.quote if line.claimed_score else None) for line in _told(text)
    ]


def test_the_last_group_of_a_summary_is_a_group_whatever_is_told_behind_it() -> None:
    told = _placed(
        "## 一、结论\n\n自评得分95分。其中产出60分，得57分；效益30分，得28分；满意度10分，得10分。\n\n## 二、分析\n\n"
        "### （一）产出情况\n\n1.造林面积。分值60分，得57分。\n\n### （二）效益情况\n\n1.蓄水能力。分值30分，得28分。\n"
    )
    assert [line for line in told if line[1] is None] == [
        ("产出", None, "57"),
        ("效益", None, "28"),
        ("满意度", None, "10"),
    ]
    assert [line[:2] for line in told if line[1] is not None] == [("造林面积", "产出"), ("蓄水能力", "效益")]


def test_groups_of_a_summary_need_no_common_name() -> None:
    told = _placed(
        "## 一、结论\n\n自评得分94分。其中队伍建设40分，得38分；巡护成效60分，得56分。\n\n## 二、分析\n\n"
        "### （一）队伍建设\n\n护林员在岗满分40分，目标60人，实际57人，得38分。\n\n"
        "### （二）巡护成效\n\n巡护里程满分60分，目标900公里，实际840公里，得56分。\n"
    )
    assert [line[:2] for line in told] == [
        ("队伍建设", None),
        ("护林员在岗", "队伍建设"),
        ("巡护成效", None),
        ("巡护里程", "巡护成效"),
    ]


def test_lines_in_the_order_of_a_summary_stand_under_its_groups() -> None:
    told = _placed(
        "## 一、得分\n\n自评得分95分。产出60分，得57分；效益40分，得38分。\n\n## 二、逐项\n\n"
        "1. 造林面积（40分）。目标600亩，实际570亩，得38分。\n\n2. 抚育面积（20分）。目标200亩，实际190亩，得19分。\n\n"
        "3. 蓄水能力（40分）。目标80万方，实际76万方，得38分。\n"
    )
    assert [line[:2] for line in told] == [
        ("产出", None),
        ("造林面积", "产出"),
        ("抚育面积", "产出"),
        ("效益", None),
        ("蓄水能力", "效益"),
    ]


def test_lines_without_number_stand_under_the_numbered_one_whose_points_they_make() -> None:
    told = _placed(
        "## 一、得分\n\n（一）产出60分，得57分。\n\n造林面积30分。目标600亩，完成570亩，得28.5分。\n\n"
        "抚育面积30分。目标200亩，完成190亩，得28.5分。\n\n（二）满意度40分。目标≥90%。满意86人，满意度86%，得38分。\n"
    )
    assert [line[:2] for line in told] == [
        ("产出", None),
        ("造林面积", "产出"),
        ("抚育面积", "产出"),
        ("满意度", None),
    ]


def test_what_all_lines_lost_is_no_line() -> None:
    lost = "2项指标2项扣分，合计5分：造林3分，抚育2分。\n"
    text = f"## 一、得分\n\n（一）造林60分，得57分。\n\n（二）抚育40分，得38分。\n\n{lost}"
    assert [line[0] for line in _placed(text)] == ["造林", "抚育"]


def test_a_group_of_a_summary_that_is_a_line_itself_takes_none() -> None:
    text = (
        "## 一、得分\n\n自评得分95分。预算执行10分，得9.5分；产出60分，得57分；效益30分，得28.5分。\n\n## 二、逐项\n\n"
        "1. 造林面积（40分）。目标600亩，实际570亩，得38分。\n\n2. 抚育面积（20分）。目标200亩，实际190亩，得19分。\n\n"
        "3. 蓄水能力（30分）。目标80万方，实际76万方，得28.5分。\n"
    )
    lines = extract(read(text.encode(), "made.md")).indicators
    assert [(line.name.value, line.level1) for line in lines if line.level1] == [
        ("造林面积", "产出"),
        ("抚育面积", "产出"),
        ("蓄水能力", "效益"),
    ]


def test_groups_of_which_only_the_scores_are_told_are_lines_where_they_make_the_total() -> None:
    text = "## 一、结论\n\n按照评分标准，项目自评得分95.5分。其中：决策18分、过程19.5分、产出38分、效益20分。\n"
    assert _placed(text) == [
        (name, None, score)
        for name, score in zip(("决策", "过程", "产出", "效益"), ("18", "19.5", "38", "20"), strict=True)
    ]
    assert _placed(text.replace("38分", "37分")) == []


def test_a_group_told_again_in_other_words_counts_once() -> None:
    told = _placed(
        "## 一、结论\n\n自评得分95分。产出60分，得57分；效益40分，得38分。\n\n## 二、分析\n\n"
        "### （一）产出指标（60分，得57分）\n\n1.造林面积。分值60分，得57分。\n\n"
        "### （二）效益指标（40分，得38分）\n\n1.蓄水能力。分值40分，得38分。\n"
    )
    assert sorted(name for name, above, _ in told if above is None) == ["产出指标", "效益指标"]
    assert [(name, above) for name, above, _ in told if above] == [("造林面积", "产出指标"), ("蓄水能力", "效益指标")]
