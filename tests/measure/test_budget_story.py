"""Sentence about a budget → what each amount is, where the amounts make one another."""

import pytest

from toolkit.measure.budget_story import Story, stories
from toolkit.text import fold_widths


def _story(text: str) -> Story | None:
    return next(iter(stories(fold_widths(text))), None)


def _values(text: str) -> tuple[str, ...] | None:
    story = _story(text)
    told = () if story is None else (story.original, story.change, story.revised)
    return None if story is None else tuple(one.digits for one in told if one is not None)


@pytest.mark.parametrize(
    "told",
    [
        "批给我站的年初盘子是812.40万元，夏汛过后财政又给补安排33.15万元，全年指标845.55万元。",
        "33.15万元的追加经费九月到账，盘子由812.40万元涨到了845.55万元，调整后预算845.55万元。",
        "防汛经费原核定812.40万元；后续增补，增补额33.15万元；最终预算845.55万元。",
        "以812.40万元的年初预算为底数＋追加33.15万元＝全年预算845.55万元。",
        "调整前、调整后的预算分别为812.40万元和845.55万元，差额33.15万元。",
        "全年预算845.55万元里，年初批的占812.40万元，年中新增33.15万元。",
    ],
)
def test_amounts_that_make_one_another_are_known_by_loose_words(told: str) -> None:
    assert _values(told) == ("81240", "3315", "84555")
    slip = _story(told.replace("33.15", "33.75"))
    assert slip is not None
    assert not slip.right


@pytest.mark.parametrize(
    "told",
    [
        "年初预算812.40万元，年中追加33.15万元，又核减20.00万元，全年预算825.75万元。",  # two changes: no slip
        "年初预算300万元，全年预算320万元，余30万元由财政收回。",
        "上年年初预算812.40万元，追加33.15万元，调整后845.55万元。",
        "年初结转812.40万元，本年收入33.15万元，年末结余845.55万元。",
        "三公经费年初预算12.40万元，追加3.15万元，调整后预算15.55万元。",
        "年初安排812.40万元，调整后为845.55万元。",
        "设备款812.40万元，材料款33.15万元，共845.55万元。",
    ],
)
def test_other_sentences_tell_no_story(told: str) -> None:
    assert _story(told) is None


def test_a_budget_that_stayed_as_it_was() -> None:
    told = "年初所批812.40万元全程没有动过，期末预算定在{}万元。"
    right, slip = _story(told.format("812.40")), _story(told.format("812.90"))
    assert right is not None
    assert right.right
    assert slip is not None
    assert not slip.right
    assert _story(told.format("945.10")) is None


def test_the_work_grows_with_the_text() -> None:
    piece = "年初预算812.40万元，追加33.15万元、"
    assert _story(piece * 4000) is None
    assert len(list(stories(f"{fold_widths(piece)}全年预算845.55万元。" * 1000))) == 1000
