"""What can be gained, what was gained, and how many lines there are: a hundred told, sums of scores, points, grades."""

import pytest

from tests.builders import document, paragraph
from toolkit.audit.specimen import report
from toolkit.extract.form import Finds
from toolkit.extract.prose.narrative import read_narrative
from toolkit.pipeline.analyze import analyze


def _read(text: str) -> Finds:
    return read_narrative(document(paragraph(text)))


def _totals(text: str) -> list[str]:
    return [total.quote for total in _read(text).totals]


_FOUR = "执行9.7分（满分10分），产出48.5分（满分50分），效益29.4分（满分30分），满意度9.5分（满分10分），合计{}分。"


@pytest.mark.parametrize(
    ("told", "totals"),
    [
        (_FOUR.format("97.1"), ["97.1"]),
        (_FOUR.format("97.5"), []),
        ("产出58.5分（满分60分），满意度9.5分（满分10分），合计68分。", []),
        ("产出58.5分（满分60分），效益38分（满分40分），合计96.5分。", ["96.5"]),
        ("产出58.5分（满分60分），效益38分（满分40分），其中宣传96.5分。", []),
    ],
)
def test_what_scores_make_is_the_total_where_their_points_make_a_hundred(told: str, totals: list[str]) -> None:
    assert _totals(told) == totals


@pytest.mark.parametrize(
    ("told", "totals"),
    [
        ("总分100分，投入15分、过程25分、产出35分、效果25分。", []),
        ("总分100分，由投入15分、过程25分、产出35分、效果25分组成。", []),
        ("总分110分，由基础分和加分项组成。", []),
        ("总分100分，等级为优。", ["100"]),
        ("总分98分，投入得15分、过程得25分、产出得34分、效果得24分。", ["98"]),
    ],
)
def test_a_hundred_that_points_make_can_be_gained_and_was_not(told: str, totals: list[str]) -> None:
    assert _totals(told) == totals


@pytest.mark.parametrize(
    ("told", "points", "scores"),
    [
        ("按履职产出45分、履职效果35分、管理效能20分设置。", ["45", "35", "20"], []),
        ("按评分表（投入10分、产出55分、效益35分）打分。", ["10", "55", "35"], []),
        ("履职产出45分、履职效果33分、管理效能19分。", [], ["45", "33", "19"]),
        ("履职产出得45分、履职效果得35分、管理效能得20分。", [], ["45", "35", "20"]),
    ],
)
def test_bare_numbers_that_make_a_hundred_are_points_and_no_scores(
    told: str, points: list[str], scores: list[str]
) -> None:
    asides = _read(told).asides
    assert [one.max_score.quote for one in asides if one.max_score] == points
    assert [one.claimed_score.quote for one in asides if one.claimed_score] == scores


@pytest.mark.parametrize(
    ("told", "totals"),
    [
        ("总分90（含）以上为优，80（含）至90为良。", []),
        ("自评总分90分（含）以上为优。", []),
        ("总分90（含）以上为优，自评总分93分。", ["93"]),
        ("总分93分，评为优。", ["93"]),
    ],
)
def test_the_bound_of_a_grade_is_no_total(told: str, totals: list[str]) -> None:
    assert _totals(told) == totals


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ("共设置三级指标6个。", True),
        ("共设置三级指标6个。涉及4项三级指标。", False),
        ("设4项三级指标。涉及4项三级指标。", True),
        ("涉及4项三级指标。设6项三级指标。", False),
        ("共设置三级指标3个。", False),
    ],
)
def test_counts_of_lines_that_differ_are_held_against_none(told: str, counted: bool) -> None:
    lines = (
        "产出指标|数量指标|培训人次|≥1200人次|1236人次|50|50|",
        "效益指标|社会效益指标|节水器具覆盖率|≥80%|82%|30|30|",
        "满意度指标|服务对象满意度指标|参训人员满意度|≥90%|94.2%|20|20|",
    )
    text = report(before=told, funds=(), total=None, lines=lines)
    assert ("CON512" in {one.code for one in analyze(text.encode(), "a.md").findings}) is counted
