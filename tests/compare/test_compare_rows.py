"""One row per report and annex: gap, ranks, money on one base, shares, deductions by reason, findings."""

from decimal import Decimal

from tests.compare.made import cite, dossier, finding, line, money, percent, points, reason
from toolkit.compare import compare
from toolkit.model.codec import comparison_view, encode
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.model.record import BudgetRow
from toolkit.model.settings import Settings


def test_gap_is_claimed_less_recomputed_as_an_interval() -> None:
    [row] = compare([dossier("临江市水务局", total="96", recomputed=("93.8", "94.6"))]).entities
    assert row.score_gap == Bounds(low=Decimal("1.4"), high=Decimal("2.2"))
    assert (row.entity, row.fiscal_year, row.standard, row.source) == ("临江市水务局", 2022, "made", "made.md")


def test_where_no_line_was_recomputed_nothing_is_set_against_the_claim() -> None:
    [row] = compare([dossier("甲", total="93.78", recomputed=("93.78", "93.78"), covered="0")]).entities
    assert (row.recomputed, row.score_gap, row.rank_recomputed) == (None, None, None)
    shown = comparison_view(compare([dossier("甲", total="93.78")]))["entities"][0]
    assert (shown["recomputed"], shown["score_gap"], shown["claimed_total"]) == (None, None, "93.78")


def test_where_lines_are_missing_their_points_are_no_gap() -> None:
    given = [
        dossier("甲", total="95", recomputed=("38", "39"), covered="40", listed="40"),
        dossier("乙", total="95", recomputed=("94", "95"), listed="100"),
    ]
    rows = compare(given).entities
    assert [(row.recomputed is not None, row.score_gap is not None) for row in rows] == [(False, False), (True, True)]


def test_equal_totals_share_a_rank_and_a_missing_one_has_none() -> None:
    rows = compare(
        [dossier("甲", total="90"), dossier("乙", total="95"), dossier("丙", total="90.0"), dossier("丁")]
    ).entities
    assert [row.rank_claimed for row in rows] == [2, 1, 2, None]


def test_years_are_ranked_apart() -> None:
    rows = compare([dossier("甲", total="90", year=2021), dossier("甲", total="80", year=2022)]).entities
    assert [row.rank_claimed for row in rows] == [1, 1]


def test_overlapping_intervals_have_no_rank() -> None:
    given = [("90", "92"), ("91", "93"), ("80", "81"), ("95", "95"), ("95", "95")]
    rows = compare([dossier(f"局{index}", recomputed=bounds) for index, bounds in enumerate(given)]).entities
    assert [row.rank_recomputed for row in rows] == [None, None, 5, 1, 1]


def test_too_little_recomputed_gives_the_interval_but_no_rank() -> None:
    given = [dossier("甲", recomputed=("90", "90"), covered="59"), dossier("乙", recomputed=("80", "80"), covered="60")]
    rows = compare(given).entities
    assert [(row.rank_recomputed, row.recomputed is not None) for row in rows] == [(None, True), (1, True)]
    lenient = compare(given, Settings(min_recomputed_share=Decimal("0.5"))).entities
    assert [row.rank_recomputed for row in lenient] == [1, 2]


def test_execution_is_set_on_the_revised_budget_in_yuan() -> None:
    row = BudgetRow(
        id="b1",
        original_budget=money("100"),
        revised_budget=money("80.50"),
        actual_expenditure=money("75.00"),
        execution_rate=percent("75.00"),
    )
    [compared] = compare([dossier("甲", money_row=row)]).entities
    budget = compared.budget
    assert (budget.revised_budget, budget.actual_expenditure) == (Decimal(805000), Decimal(750000))
    assert (budget.execution_rate, budget.rate_base) == (Decimal("0.931677"), "revised")


def test_without_a_revised_budget_the_base_is_named() -> None:
    row = BudgetRow(id="b1", original_budget=money("100"), actual_expenditure=money("75"))
    [compared] = compare([dossier("甲", money_row=row)]).entities
    assert (compared.budget.execution_rate, compared.budget.rate_base) == (Decimal("0.75"), "original")


def test_zero_budget_has_no_rate() -> None:
    row = BudgetRow(id="b1", revised_budget=money("0"), actual_expenditure=money("0"))
    [compared] = compare([dossier("甲", money_row=row)]).entities
    assert (compared.budget.execution_rate, compared.budget.rate_base) == (None, None)


def test_deductions_go_to_their_categories_and_the_rest_to_unknown() -> None:
    [row] = compare(
        [
            dossier(
                "甲",
                line(
                    1,
                    "培训人次",
                    "10",
                    "8",
                    deduction_reasons=(reason("进度慢", "D2", "1.5"), reason("目标不清", "D7")),
                ),
                line(2, "培训质量", "10", "9"),
                line(3, "采购", "5", "4.5", deduction_reasons=(reason("采购不规范", "D4"),)),
                line(4, "公开", "5", "4", deduction_reasons=(reason("未公开", "D6"), reason("资料缺", "D12"))),
                line(5, "满分", "5", "5", deduction_reasons=(reason("仍需努力", "D9"),)),
                money_row=BudgetRow(id="b1", max_score=points("10"), claimed_score=points("9.7")),
            )
        ]
    ).entities
    assert row.deductions == {
        "D0": Decimal(2),
        "D2": Decimal("1.8"),
        "D4": Decimal("0.5"),
        "D7": Decimal("0.5"),
    }
    assert list(row.deductions) == ["D0", "D2", "D4", "D7"]


def test_full_share_counts_scored_lines() -> None:
    [row] = compare(
        [dossier("甲", line(1, "甲项", "5", "5"), line(2, "乙项", "5", "5.0"), line(3, "丙项", "5", "4"))]
    ).entities
    assert (row.full_score_share, row.indicators) == (Decimal("0.6667"), 3)


def test_findings_are_counted_by_severity() -> None:
    found = [finding(Severity.ERROR), finding(Severity.NOTICE), finding(Severity.NOTICE)]
    [row] = compare([dossier("甲", findings=found)]).entities
    assert (row.findings.error, row.findings.warning, row.findings.notice) == (1, 0, 2)


def test_annex_is_a_row_of_its_own_under_its_file_s_entity() -> None:
    annex = dossier(None, total="88", project="灌区改造")
    rows = compare(
        [dossier("临江市水务局", total="90", annexes=(annex,)), dossier("云江市水务局", total="85")]
    ).entities
    assert [(row.entity, row.project_name, row.rank_claimed) for row in rows] == [
        ("临江市水务局", None, 1),
        ("临江市水务局", "灌区改造", 2),
        ("云江市水务局", None, 3),
    ]


def test_nothing_to_compare_is_an_empty_comparison() -> None:
    assert compare([]).entities == ()


def test_same_dossiers_give_the_same_bytes() -> None:
    given = [dossier("甲", line(1, "培训人次", "10", "8")), dossier("乙", line(1, "培训人次数", "10", "8"))]
    assert encode(comparison_view(compare(given))) == encode(comparison_view(compare(given)))


def test_claimed_total_is_not_recomputed_from_words() -> None:
    [row] = compare([dossier("甲", total="96")]).entities
    assert (row.recomputed, row.score_gap, row.rank_recomputed) == (None, None, None)
    assert cite("96").quote == "96"
