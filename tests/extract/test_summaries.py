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
