"""Points told without a score, of which nothing was taken → they are the score too; a rule of scoring says nothing."""

import pytest

from tests.builders import document, paragraph
from toolkit.extract.prose.full_marks import gained_in_full
from toolkit.extract.prose.narrative import read_narrative

Line = tuple[str, str | None, str | None]


def _lines(text: str) -> list[Line]:
    return [
        (line.name.quote, line.max_score and line.max_score.quote, line.claimed_score and line.claimed_score.quote)
        for line in read_narrative(document(paragraph(text))).indicators
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1.1立项依据：满分4分，不扣分。专项符合规划。", ("立项依据", "4", "4")),
        ("培训人次8分，得满分。", ("培训人次", "8", "8")),
        ("培训合格率（6分）：目标95%，实际97%，未扣分。", ("培训合格率", "6", "6")),
        ("清淤长度指标10分。年初定的目标值是8公里，实际完成值是8公里，不扣分。", ("清淤长度", "10", "10")),
        ("投诉办结率（5分）。全部办结，满分。", ("投诉办结率", "5", "5")),
        ("宣传次数，分值4分，完成12次，完成目标，本项未扣分。", ("宣传次数", "4", "4")),
    ],
)
def test_points_of_which_nothing_was_taken_are_the_score(text: str, line: Line) -> None:
    assert _lines(text) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "资金使用合规性：满分6分，未发现违规的得满分，每发现一处扣1分。",
        "设施完好率，分值5分，达到95%得满分，每低1个百分点扣0.5分。",
        "公开及时性，满分4分，按规定时间公开不扣分，逾期不得分。",
    ],
)
def test_a_rule_of_scoring_gives_no_score(text: str) -> None:
    assert [score for _, _, score in _lines(text)] == [None]


@pytest.mark.parametrize(
    "behind",
    [
        "；完成目标得满分，未完成的按完成比例计分。",
        "设置权重，定量指标完成得满分。",
        "，其余两项满分。",
        "，实训室使用率低于目标未扣分，核减2.8分。",
    ],
)
def test_what_is_said_of_others_or_of_all_is_not_said_of_the_line(behind: str) -> None:
    assert not gained_in_full(behind.replace("，", ",").replace("；", ";"))


def test_points_score_and_loss_without_a_word_for_the_score() -> None:
    assert _lines("效益：就业率20分，19.01分，扣0.99分。") == [("就业率", "20", "19.01")]
    assert _lines("产出20分，质量15分，扣4分。") != [("产出", "20", "15")]
