"""Lines of several entities that mean the same: exact names first, near names only within one level-2 group."""

import pytest

from tests.compare.made import dossier, line
from toolkit.compare import compare
from toolkit.compare.similarity import bigrams, dice, indicator_key
from toolkit.errors import ModelError
from toolkit.model.case import Dossier
from toolkit.nlp import names


def keys(*given: Dossier) -> list[tuple[str, list[str]]]:
    """(key, names) of the aligned groups."""
    return [(group.key, [member.name for member in group.members]) for group in compare(given).aligned]


def test_same_name_without_noise_is_aligned() -> None:
    first = dossier("甲", line(1, "2022年培训人次", "10", "8"), line(2, "独有指标", "5", "5"))
    second = dossier("乙", line(7, "完成培训人次（线下）", "8", "8"))
    assert keys(first, second) == [("培训人次", ["2022年培训人次", "完成培训人次（线下）"])]


def test_near_name_of_the_same_group_is_aligned_with_its_likeness() -> None:
    name, near = "农村供水工程维修养护完成及时率", "农村供水工程维修养护完成的及时率"
    first, second = dossier("甲", line(1, name, "10", "8")), dossier("乙", line(1, near, "10", "8"))
    [group] = compare([first, second]).aligned
    assert sorted(member.similarity for member in group.members)[0] == round(dice(bigrams(name), bigrams(near)), 4)


def test_near_name_of_another_group_stands_alone() -> None:
    first = dossier("甲", line(1, "农村供水工程维修养护完成及时率", "10", "8", level2="时效指标"))
    second = dossier("乙", line(1, "农村供水工程维修养护完成的及时率", "10", "8", level2="质量指标"))
    assert keys(first, second) == []


def test_names_that_differ_in_a_numeral_or_a_word_stand_apart() -> None:
    first = dossier(
        "甲", line(1, "重点产业园区第1期改造工程验收合格率", "10", "8"), line(2, "产品抽检合格率", "5", "5")
    )
    second = dossier(
        "乙", line(1, "重点产业园区第2期改造工程验收合格率", "10", "8"), line(2, "产品抽检不合格率", "5", "5")
    )
    assert keys(first, second) == []


def test_two_lines_of_one_report_are_no_group() -> None:
    assert keys(dossier("甲", line(1, "培训人次", "10", "8"), line(2, "培训人次", "5", "5")), dossier("乙")) == []


def test_name_that_is_all_noise_keeps_its_words() -> None:
    assert (indicator_key("完成情况"), indicator_key("数量"), indicator_key("★ 培训 人次")) == (
        "完成情况",
        "数量",
        "培训人次",
    )


NAME, NEAR = "农村供水工程维修养护完成及时率", "农村供水工程维修养护完成的及时率"


def test_group_printed_in_other_words_is_the_same_group() -> None:
    first = dossier("甲", line(1, NAME, "10", "8", level2="时效指标"))
    second = dossier("乙", line(1, NEAR, "10", "8", level2="产出时效"))
    assert len(keys(first, second)) == 1


@pytest.mark.parametrize(("level2", "count"), [("时效指标", 1), ("满意度指标", 0)])
def test_line_without_printed_group_stands_where_its_name_surely_belongs(level2: str, count: int) -> None:
    first = dossier("甲", line(1, NAME, "10", "8", level2=level2))
    second = dossier("乙", line(1, NEAR, "10", "8", level2=""))
    assert len(keys(first, second)) == count


def test_model_is_asked_only_where_tables_differ_in_printing_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(name: str) -> str:
        raise AssertionError(name)

    monkeypatch.setattr(names, "group_of_name", asked)
    assert len(keys(dossier("甲", line(1, NAME, "10", "8")), dossier("乙", line(1, NEAR, "10", "8")))) == 1
    bare = [dossier(entity, line(1, name, "10", "8", level2="")) for entity, name in (("甲", NAME), ("乙", NEAR))]
    assert len(keys(*bare)) == 1


def test_without_the_model_only_printed_groups_count(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> str:
        raise ModelError("MODEL-MISSING", "没有模型", "")

    monkeypatch.setattr(names, "group_of_name", missing)
    first, second = dossier("甲", line(1, NAME, "10", "8")), dossier("乙", line(1, NEAR, "10", "8", level2=""))
    assert keys(first, second) == []


@pytest.mark.parametrize(
    "other",
    [
        "农村供水工程维修养护未完成及时率",
        "农村供水工程维修养护完成及时率增长率",
        "农村供水工程维修养护完成及时率满意度",
    ],
)
def test_near_name_with_a_negation_or_a_measure_of_its_own_stands_apart(other: str) -> None:
    assert dice(bigrams(NAME), bigrams(other)) > 0.8
    assert keys(dossier("甲", line(1, NAME, "10", "8")), dossier("乙", line(1, other, "10", "8"))) == []
