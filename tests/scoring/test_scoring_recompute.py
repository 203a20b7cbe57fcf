"""The whole sheet: lines, basis, subtotals, total and coverage, on reports built by hand."""

from decimal import Decimal

import pytest

from tests.scoring.made import bonus, funds, line, report
from toolkit.model.number import Bounds
from toolkit.model.record import PerformanceReport
from toolkit.model.scoresheet import LineScore
from toolkit.model.standard import Standard
from toolkit.scoring.load import GENERIC, NATIONAL, standards
from toolkit.scoring.recompute import recompute

YUEYANG = "cn-hn-yueyang-department"


def national() -> Standard:
    return standards()[NATIONAL]


def exact(value: str) -> Bounds:
    return Bounds.exact(Decimal(value))


def first(made: PerformanceReport, standard: Standard | None = None) -> LineScore:
    return recompute(made, standard or national()).lines[0]


def project(**changes: str) -> PerformanceReport:
    return report(
        line("i1", "产出指标", "50", level=1),
        line("i2", "培训人次", "20", changes.get("trained", "17.43"), parent="i1", goal="≥1,200人次", done="1,046人次"),
        line("i3", "验收合格率", "30", "30", parent="i1", goal="≥95%", done="97.2%"),
        line("i4", "效益指标", "40", changes.get("benefit"), level=1),
        line("i5", "服务能力", "30", "26", parent="i4", goal="有所提升", done="达成预期指标"),
        line("i6", "群众满意度", "10", "10", parent="i4", goal="90%", done="93%", level1="满意度指标"),
        budget=(funds(revised="200.00万元", spent="180.5万元", rate="90.25%", score="9.03"),),
        total=changes.get("total", "92.46"),
    )


def test_sheet_of_a_consistent_project_agrees_everywhere() -> None:
    sheet = recompute(project(), national())
    assert [found.agrees for found in sheet.lines] == [True] * 5
    assert [found.basis for found in sheet.lines] == ["national"] * 5
    assert sheet.total.from_lines == exact("92.46")
    assert sheet.total.agrees is True
    assert sheet.total.recomputed_given_claims == Bounds(low=Decimal("90.45"), high=Decimal("96.46"))
    assert sheet.coverage.lines == sheet.coverage.recomputed == 5
    assert sheet.coverage.points == 100
    assert sheet.coverage.undecidable == {}


def test_wrong_score_disagrees_and_shows_what_rounding_would_hide() -> None:
    found = recompute(project(trained="20", total="95.03"), national()).lines[0]
    assert found.agrees is False
    assert found.recomputed == exact("17.4333")


def test_claimed_score_is_held_to_its_own_decimals_only() -> None:
    assert first(project(trained="17")).agrees is True
    assert first(project(trained="17.4")).agrees is True
    assert first(project(trained="17.40")).agrees is False


def test_score_within_the_printed_precision_of_the_actual_agrees() -> None:
    made = report(line("i1", "合格率", "10", "9.50", goal="≥95%", done="90%"))
    assert first(made).agrees is True


def test_actual_printed_at_the_target_is_full() -> None:
    found = first(report(line("i1", "群众满意度", "20", "19.6", goal="98%", done="98%")))
    assert found.recomputed == exact("20")
    assert found.agrees is False


def test_printed_criterion_goes_before_the_standard() -> None:
    made = report(
        line("i1", "合格率", "5", "2.5", goal="≥95%", done="90.2%", criterion="每低1个百分点扣0.5分，扣完为止")
    )
    found = first(made)
    assert (found.basis, found.method) == ("printed", "per_step")
    assert found.recomputed == Bounds(low=Decimal("2.5"), high=Decimal("3.0"))
    assert found.agrees is True


def test_unread_criterion_is_not_replaced_by_the_standard() -> None:
    found = first(report(line("i1", "合格率", "5", "2.5", goal="≥95%", done="90.2%", criterion="按有关规定扣分")))
    assert (found.recomputed, found.why_not, found.basis) == (None, "criterion-unread", "printed")


def test_criterion_without_scoring_leaves_the_standard_in_force() -> None:
    found = first(report(line("i1", "合格率", "10", "10", goal="≥95%", done="96%", criterion="反映工程质量")))
    assert (found.basis, found.agrees) == ("national", True)


def test_criterion_of_the_standard_scores_the_line_of_its_name() -> None:
    made = report(line("i1", "“三公经费”变动率", "5", "5", done="2.5%", level1="投入"), kind="department")
    found = first(made, standards()[YUEYANG])
    assert found.basis == "standard"
    assert found.recomputed == Bounds(low=Decimal("3.5"), high=Decimal("4"))
    assert found.agrees is False


def test_criterion_of_the_standard_does_not_score_other_points() -> None:
    made = report(line("i1", "三公经费变动率", "8", "8", done="2.5%", level1="投入"), kind="department")
    assert first(made, standards()[YUEYANG]).why_not == "rule-unknown"


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (line("i1", "培训人次", "10", "10"), "no-actual"),
        (line("i1", "培训人次", "10", "10", done="120人次"), "no-target"),
        (line("i1", "培训人次", "10", "10", goal="≥120人次"), "no-actual"),
        (line("i1", "服务能力", "10", "10", goal="有效提升", done="明显提升"), "qualitative"),
        (line("i1", "投入成本", "10", "10", goal="50万元", done="45万元"), "direction-unknown"),
        (line("i1", "维修时长", "10", "10", goal="≤50万元", done="3天"), "unit-clash"),
        (line("i1", "事故", "10", "10", goal="0次", done="2次"), "direction-unknown"),
        (line("i1", "培训人次", None, "10", goal="≥120人次", done="130人次"), "no-points"),
        (line("i1", "服务态度", "10", "10", criterion="酌情扣分"), "discretionary"),
        (line("i1", "资金安全", "10", "10", criterion="每发现一例违规扣2分"), "needs-facts"),
    ],
)
def test_every_line_left_out_says_why(made: object, why: str) -> None:
    found = first(report(made))  # type: ignore[arg-type]
    assert found.recomputed is None
    assert found.agrees is None
    assert found.why_not == why


def test_generic_standard_recomputes_nothing() -> None:
    sheet = recompute(project(), standards()[GENERIC])
    assert {found.why_not for found in sheet.lines} == {"rule-unknown"}
    assert sheet.total.agrees is True
    assert sheet.total.recomputed_given_claims == exact("92.46")
    assert sheet.total.recomputed_bounds == Bounds(low=Decimal(0), high=Decimal(100))
    assert sheet.coverage.undecidable == {"rule-unknown": 5}


def test_deadline_without_year_is_of_the_evaluated_year() -> None:
    made = report(line("i1", "完工时间", "4", "4", goal="12月15日前", done="2023年12月8日"), year=2023)
    assert first(made).agrees is True


def test_execution_uses_the_revised_budget() -> None:
    made = report(budget=(funds(original="90万元", revised="89.974万元", spent="89.974万元", score="0"),))
    found = first(made)
    assert (found.subject, found.method) == ("b1", "execution")
    assert found.recomputed == exact("10")
    assert found.agrees is False


def test_execution_of_a_zero_total_row_uses_its_parts() -> None:
    made = report(
        budget=(
            funds(original="0万元", revised="0万元", spent="0万元", score="0"),
            funds("b2", original="90万元", revised="89.974万元", spent="89.974万元", points=None, parent="b1"),
        )
    )
    assert first(made).recomputed == exact("10")


def test_score_from_the_rounded_printed_rate_is_no_error() -> None:
    made = report(budget=(funds(revised="1,000万元", spent="994.3万元", rate="99.4%", score="9.940"),))
    assert first(made).agrees is True


def test_rate_that_does_not_fit_the_money_does_not_count() -> None:
    made = report(budget=(funds(revised="1,000万元", spent="900万元", rate="99%", score="9.9"),))
    found = first(made)
    assert found.recomputed == Bounds(low=Decimal("8.9905"), high=Decimal("9.0095"))
    assert found.agrees is False
    assert any("不符" in step for step in found.steps)


def test_execution_without_money_is_taken_from_the_printed_rate() -> None:
    made = report(budget=(funds(rate="98.5%", score="9.85"),))
    assert first(made).agrees is True


def test_execution_among_the_indicators_finds_the_money() -> None:
    made = report(
        line("i1", "预算执行率", "10", "9.03", level=1),
        budget=(funds(revised="200万元", spent="180.5万元", points=None),),
    )
    found = first(made)
    assert (found.method, found.agrees) == ("execution", True)


def test_overspending_earns_no_more_than_full() -> None:
    made = report(budget=(funds(revised="100万元", spent="120万元", score="12"),))
    assert first(made).recomputed == exact("10")


def test_subtotals_tell_scores_and_points() -> None:
    found = recompute(project(benefit="36"), national()).subtotals
    assert [(part.subject, part.level, part.agrees) for part in found] == [("i1", 1, None), ("i4", 1, True)]
    assert found[0].from_lines == exact("47.43")
    assert (found[1].points_declared, found[1].points_from_lines) == (Decimal(40), Decimal(40))


def test_wrong_subtotal_disagrees() -> None:
    assert recompute(project(benefit="37"), national()).subtotals[1].agrees is False


def test_wrong_level_2_score_is_told_of_there_only() -> None:
    made = report(
        line("i1", "产出", "30", "21", level=1),
        line("i2", "数量", "30", "21", level=2, parent="i1"),
        line("i3", "场次", "10", "10", parent="i2"),
        line("i4", "人次", "20", "10", parent="i2"),
    )
    assert [found.agrees for found in recompute(made, national()).subtotals] == [True, False]


@pytest.mark.parametrize(("claimed", "agrees"), [("28.99", True), ("29.00", True), ("29.02", False)])
def test_sum_may_be_off_by_what_rounding_explains(claimed: str, agrees: bool) -> None:
    made = report(
        line("i1", "甲", "10", "9.33"), line("i2", "乙", "10", "9.33"), line("i3", "丙", "10", "10.33"), total=claimed
    )
    assert recompute(made, national()).total.agrees is agrees


def test_whole_scores_have_no_slack() -> None:
    made = report(line("i1", "甲", "50", "45"), line("i2", "乙", "50", "45"), total="91")
    assert recompute(made, national()).total.agrees is False


def test_adjustments_outside_the_total_stay_out() -> None:
    lines = (line("i1", "甲", "50", "45"), line("i2", "乙", "50", "45"))
    for within, expected in ((True, "92.5"), (None, "92.5"), (False, "90")):
        sheet = recompute(report(*lines, adjustments=(bonus("2.5", within),)), national())
        assert sheet.total.from_lines == exact(expected)


def test_line_without_a_score_leaves_the_sum_open() -> None:
    made = report(line("i1", "甲", "50", "45"), line("i2", "乙", "50"), total="95")
    found = recompute(made, national()).total
    assert (found.from_lines, found.agrees, found.recomputed_given_claims) == (None, None, None)


def test_score_of_the_group_stands_for_lines_without() -> None:
    made = report(
        line("i1", "产出", "60", "55", level=1),
        line("i2", "场次", "30", parent="i1"),
        line("i3", "人次", "30", parent="i1"),
        line("i4", "效益", "40", "38", level=1),
        total="93",
    )
    assert recompute(made, national()).total.agrees is True


def test_group_whose_lines_are_only_listed_counts_itself() -> None:
    made = report(
        line("i1", "产出", "60", "55", level=1),
        line("i2", "场次", parent="i1", goal="≥3场", done="3场"),
        line("i3", "效益", "40", "38", level=1),
        total="93",
    )
    sheet = recompute(made, national())
    assert [found.subject for found in sheet.lines] == ["i1", "i3"]
    assert sheet.total.agrees is True


def test_lines_scored_out_of_hundred_are_weighted() -> None:
    made = report(
        line("i1", "产出", None, "95", weight="60%", goal="≥20场", done="19场"),
        line("i2", "效益", None, "90", weight="40%", goal="有效提升", done="明显提升"),
        total="93",
    )
    sheet = recompute(made, national())
    assert sheet.total.from_lines == exact("93")
    assert sheet.total.agrees is True
    assert sheet.lines[0].max_score == 100
    assert sheet.lines[0].agrees is True
    assert sheet.total.recomputed_bounds == Bounds(low=Decimal(57), high=Decimal(97))
    assert sheet.coverage.points == 100


def test_shares_that_are_points_stay_points() -> None:
    made = report(
        line("i1", "产出", None, "57", weight="60%"), line("i2", "效益", None, "36", weight="40%"), total="93"
    )
    sheet = recompute(made, national())
    assert [found.max_score for found in sheet.lines] == [60, 40]
    assert sheet.total.agrees is True


def test_empty_report_gives_an_empty_sheet() -> None:
    sheet = recompute(report(), national())
    assert sheet.lines == ()
    assert sheet.total.from_lines is None
    assert sheet.coverage.lines == 0


def test_points_cut_for_a_target_set_too_low_are_not_contested() -> None:
    made = report(line("i1", "拉动倍数", "10", "8", goal="≥2倍", done="4.23倍"))
    assert (first(made).recomputed, first(made).why_not) == (None, "discretionary")
    whole = report(line("i1", "拉动倍数", "10", "10", goal="≥2倍", done="4.23倍"))
    assert first(whole).agrees is True


def test_per_cent_steps_may_be_points_or_shares_of_the_target() -> None:
    rule = "每超过{}扣0.5分，扣完为止"
    made = report(line("i1", "控制率", "5", "3.0", goal="≤50%", done="52.0%", criterion=rule.format("1%")))
    assert first(made).recomputed == Bounds(low=Decimal("2.5"), high=Decimal("4.5"))
    made = report(line("i1", "控制率", "5", "3.0", goal="≤50%", done="52.0%", criterion=rule.format("1个百分点")))
    assert first(made).agrees is False


def test_printed_criterion_of_execution_takes_the_rate_from_money() -> None:
    made = report(
        line("i1", "预算执行率", "10", "8", criterion="≥95%得10分，90%-95%得8分，低于90%不得分"),
        budget=(funds(revised="200.00万元", spent="182.50万元", points=None),),
    )
    found = first(made)
    assert (found.basis, found.method, found.agrees) == ("printed", "bands", True)


def test_execution_rate_on_two_bases_is_not_chosen_for_a_printed_criterion() -> None:
    made = report(
        line("i1", "预算执行率", "10", "8", criterion="≥95%得10分，90%-95%得8分，低于90%不得分"),
        budget=(funds(original="180.00万元", revised="200.00万元", spent="182.50万元", points=None),),
    )
    assert first(made).why_not == "no-actual"
