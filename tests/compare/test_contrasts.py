"""What only rows side by side show: always full, another base, one indicator under two rules."""

from tests.compare.made import dossier, line, money, percent
from toolkit.compare import compare
from toolkit.compare.side_by_side import contrast_rules
from toolkit.model.case import Dossier
from toolkit.model.comparison import Contrast
from toolkit.model.record import BudgetRow


def seen(code: str, *given: Dossier) -> list[Contrast]:
    """Contrasts of a code."""
    return [contrast for contrast in compare(given).contrasts if contrast.code == code]


def lines(*scores: str) -> list:  # type: ignore[type-arg]
    """Lines of 10 points each with these scores, of names that no other row has."""
    return [line(number, f"{'甲乙丙丁'[number]}{score}专有", "10", score) for number, score in enumerate(scores)]


def test_every_contrast_has_the_code_of_its_file() -> None:
    rules = contrast_rules()
    assert {"CMP803", "CMP806", "CMP807"} <= set(rules)
    for code, rule in rules.items():
        assert rule.check.__module__.rpartition(".")[2] == f"{code.lower()}_{rule.name.replace('-', '_')}"
        assert "何时不报" in rule.explanation


def test_always_full_beside_two_peers_with_losses_is_seen() -> None:
    full, low = lines("10", "10", "10"), lines("9", "10", "10")
    [contrast] = seen("CMP803", dossier("甲局", *full, total="30"), dossier("乙局", *low), dossier("丙局", *low))
    assert contrast.entities == ("甲局",)
    assert contrast.message == "甲局计分的3行全部满分；同年2个单位有扣分"
    assert [evidence.quote for evidence in contrast.evidence] == ["30", "甲9专有9", "甲9专有9"]


def test_always_full_is_silent_with_one_such_peer_few_lines_or_another_year() -> None:
    full, low = lines("10", "10", "10"), lines("9", "10", "10")
    assert not seen("CMP803", dossier("甲局", *full), dossier("乙局", *low), dossier("丙局", *full))
    assert not seen("CMP803", dossier("甲局", *full[:2]), dossier("乙局", *low), dossier("丙局", *low))
    assert not seen("CMP803", dossier("甲局", *full, year=2021), dossier("乙局", *low), dossier("丙局", *low))


def budget(rate: str, original: str = "100.00") -> BudgetRow:
    """Original 100, revised 80, executed 76: 76 % on the original, 95 % on the revised."""
    return BudgetRow(
        id="b1",
        original_budget=money(original),
        revised_budget=money("80.00"),
        actual_expenditure=money("76.00"),
        execution_rate=percent(rate),
    )


def test_rate_on_another_base_than_two_peers_is_seen() -> None:
    given = [
        dossier(name, money_row=budget(rate)) for name, rate in (("甲", "76.00"), ("乙", "95.00"), ("丙", "95.00"))
    ]
    [contrast] = seen("CMP806", *given)
    assert contrast.entities == ("甲",)
    assert [evidence.quote for evidence in contrast.evidence] == ["76.00%", "100.00", "76.00"]


def test_rate_that_fits_both_bases_or_none_is_silent() -> None:
    usual = [dossier(name, money_row=budget("95.00")) for name in "乙丙"]
    assert not seen("CMP806", dossier("甲", money_row=budget("95.00", original="80.00")), *usual)
    assert not seen("CMP806", dossier("甲", money_row=budget("50.00")), *usual)
    assert not seen("CMP806", dossier("甲", money_row=budget("76.00")), usual[0])


def test_other_points_for_the_same_indicator_are_seen() -> None:
    given = [dossier(name, line(1, "培训人次", most, "5")) for name, most in (("甲", "5"), ("乙", "10"), ("丙", "10"))]
    [contrast] = seen("CMP807", *given)
    assert contrast.message == "“培训人次”的分值不同：甲 5分；乙、丙 10分"
    assert contrast.entities == ("甲", "乙", "丙")


def test_other_numbers_in_the_criterion_are_seen() -> None:
    rules = {"甲": "每低1个百分点扣0.5分，扣完为止", "乙": "每低1个百分点扣1分，扣完为止"}
    given = [dossier(name, line(1, "合格率", "5", "5", criterion=rule)) for name, rule in rules.items()]
    [contrast] = seen("CMP807", *given)
    assert [evidence.quote for evidence in contrast.evidence] == list(rules.values())


def test_same_points_other_groups_or_other_words_are_silent() -> None:
    same = [dossier(name, line(1, "培训人次", "5", "5")) for name in "甲乙"]
    assert not seen("CMP807", *same)
    apart = [
        dossier(name, line(1, "培训人次", most, "5", level2=group))
        for name, most, group in (("甲", "5", "数量"), ("乙", "9", "质量"))
    ]
    assert not seen("CMP807", *apart)
    worded = [
        dossier(name, line(1, "合格率", "5", "5", criterion=rule))
        for name, rule in (("甲", "完成得满分"), ("乙", "完成的得满分"))
    ]
    assert not seen("CMP807", *worded)


def test_groups_whose_weights_are_each_unit_s_own_are_silent() -> None:
    given = [
        dossier(name, line(1, "社会效益", most, "5").model_copy(update={"level": 2}))
        for name, most in (("甲", "5"), ("乙", "9"))
    ]
    assert not seen("CMP807", *given)
