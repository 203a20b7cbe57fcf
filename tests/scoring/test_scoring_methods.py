"""The closed list of formulas: worked cases, and what holds for all inputs."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model.number import Bounds
from toolkit.model.standard import Band
from toolkit.scoring import methods

POINTS = st.decimals(min_value=1, max_value=100, places=1)
VALUES = st.decimals(min_value=0, max_value=500, places=2)
POSITIVE = st.decimals(min_value="0.01", max_value=500, places=2)
COUNTING = st.sampled_from(["floor", "ceil", "pro_rata", "unknown"])
SIDES = st.sampled_from(["above", "below", None])


def at(value: str | Decimal) -> Bounds:
    return Bounds.exact(Decimal(value))


def between(low: str, high: str) -> Bounds:
    return Bounds(low=Decimal(low), high=Decimal(high))


def scored(outcome: methods.Outcome) -> Bounds:
    assert outcome.bounds is not None, outcome
    return outcome.bounds


def test_numbers_of_any_length_are_shown() -> None:
    assert methods.shown(Decimal("1" * 60)) == "1" * 60
    assert methods.shown(Decimal(f"{'1' * 60}.23455")) == f"{'1' * 60}.2346"
    assert methods.shown(Decimal("0.00004")) == "0"


def test_ratio_up_multiplies_points_by_the_share_reached() -> None:
    assert scored(methods.ratio_up(Decimal(10), at("200"), at("180.5"))) == at("9.025")


def test_ratio_takes_over_the_interval_of_the_actual() -> None:
    assert scored(methods.ratio_up(Decimal(10), at("100"), between("89.5", "90.5"))) == between("8.95", "9.05")


def test_ratio_down_divides_target_by_actual() -> None:
    assert scored(methods.ratio_down(Decimal(8), at("50"), at("62.5"))) == at("6.4")


def test_ratio_down_with_actual_of_zero_meets_its_target() -> None:
    assert scored(methods.ratio_down(Decimal(8), at("3"), at("0"))) == at("8")


@pytest.mark.parametrize(
    "outcome", [methods.ratio_up(Decimal(5), at("0"), at("1")), methods.ratio_down(Decimal(5), at("0"), at("1"))]
)
def test_target_of_zero_has_no_ratio(outcome: methods.Outcome) -> None:
    assert outcome.bounds is None
    assert outcome.why_not == "zero-target"


def test_ratio_without_direction_abstains() -> None:
    assert methods.ratio(Decimal(5), at("10"), at("9"), None).why_not == "direction-unknown"


def test_execution_needs_a_base() -> None:
    assert methods.execution(Decimal(10), at("0"), at("5")).why_not == "zero-target"


@pytest.mark.parametrize(
    ("counting", "low", "high"),
    [("floor", "8", "8"), ("ceil", "6", "6"), ("pro_rata", "7.708", "7.708"), ("unknown", "6", "8")],
)
def test_part_of_a_step_counts_as_told_and_spans_all_where_it_is_not(
    counting: methods.Counting, low: str, high: str
) -> None:
    outcome = methods.per_step(Decimal(8), at("100"), at("99.27"), "below", Decimal(5), Decimal(2), counting)
    assert scored(outcome) == between(low, high)


def test_steps_tell_the_subtraction() -> None:
    outcome = methods.per_step(Decimal(5), at("95"), at("90.2"), "below", Decimal(1), Decimal("0.5"), "unknown")
    assert outcome.steps[-1] == "5 − 4×0.5 = 3 至 5 − 5×0.5 = 2.5"


def test_steps_stop_at_nothing() -> None:
    outcome = methods.per_step(Decimal(5), at("95"), at("50"), "below", Decimal(1), Decimal("0.5"), "unknown")
    assert scored(outcome) == at("0")
    assert "扣完为止" in outcome.steps[-1]


def test_deviation_counts_on_either_side() -> None:
    for actual in ("97", "93"):
        outcome = methods.per_step(Decimal(5), at("95"), at(actual), None, Decimal(1), Decimal(1), "unknown")
        assert scored(outcome) == at("3")


def test_events_take_off_each() -> None:
    assert scored(methods.per_event(Decimal(5), at("2"), Decimal("1.5"))) == at("2")
    assert scored(methods.per_event(Decimal(5), at("9"), Decimal("1.5"))) == at("0")


TABLE = (
    Band(low=Decimal(90), score=Decimal(5)),
    Band(low=Decimal(80), high=Decimal(90), score=Decimal(4)),
    Band(high=Decimal(80), score=Decimal(0)),
)


@pytest.mark.parametrize(("actual", "score"), [("90", "5"), ("89.99", "4"), ("80", "4"), ("79.9", "0")])
def test_band_bounds_belong_to_their_side(actual: str, score: str) -> None:
    assert scored(methods.bands(Decimal(5), TABLE, at(actual))) == at(score)


def test_interval_over_a_bound_gets_both_bands() -> None:
    assert scored(methods.bands(Decimal(5), TABLE, between("89.5", "90.5"))) == between("4", "5")


def test_value_between_integer_bands_is_not_guessed() -> None:
    table = (
        Band(low=Decimal(80), high=Decimal(89), high_included=True, score=Decimal(3)),
        Band(low=Decimal(90), score=Decimal(5)),
    )
    assert methods.bands(Decimal(5), table, at("89.5")).why_not == "rule-unknown"
    assert methods.bands(Decimal(5), table, between("88.9", "89.1")).bounds is None


def test_a_checklist_needs_facts_that_no_report_states() -> None:
    assert methods.checklist((Decimal(1), Decimal(1), Decimal(1))).why_not == "needs-facts"


def test_veto_is_all_or_nothing() -> None:
    assert scored(methods.veto(Decimal(4), present=True)) == at("4")
    assert scored(methods.veto(Decimal(4), present=False)) == at("0")
    assert methods.veto(Decimal(4), None).why_not == "needs-facts"


def test_fixed_phrase_gives_the_share_of_its_band() -> None:
    table = (Band(phrases=("达成预期指标",), share_low=Decimal("0.8"), share_high=Decimal(1)),)
    assert scored(methods.qualitative(Decimal(10), table, "达成预期指标")) == between("8", "10")
    assert methods.qualitative(Decimal(10), table, "效果显著").why_not == "qualitative"


def test_judgement_is_not_computed() -> None:
    assert methods.discretionary(Decimal(5)).why_not == "discretionary"
    assert methods.bonus_malus(Decimal(5)).why_not == "discretionary"


@given(POINTS, POSITIVE, VALUES)
def test_ratios_lie_within_points(points: Decimal, target: Decimal, actual: Decimal) -> None:
    for method in (methods.ratio_up, methods.ratio_down):
        outcome = method(points, at(target), at(actual))
        if outcome.bounds is not None:
            assert 0 <= outcome.bounds.low <= outcome.bounds.high <= points


@given(POINTS, POSITIVE, VALUES, VALUES)
def test_ratios_are_monotone_in_the_actual(points: Decimal, target: Decimal, one: Decimal, other: Decimal) -> None:
    less, more = sorted((one, other))
    assert (
        scored(methods.ratio_up(points, at(target), at(less))).low
        <= scored(methods.ratio_up(points, at(target), at(more))).low
    )
    low, high = methods.ratio_down(points, at(target), at(less)), methods.ratio_down(points, at(target), at(more))
    assert scored(low).high >= scored(high).high


@given(POINTS, POSITIVE)
def test_ratios_are_full_at_the_target(points: Decimal, target: Decimal) -> None:
    assert scored(methods.ratio_up(points, at(target), at(target))) == at(points)
    assert scored(methods.ratio_down(points, at(target), at(target))) == at(points)


@given(POINTS, VALUES, VALUES, SIDES, POSITIVE, POSITIVE, COUNTING)
def test_steps_lie_within_points_and_unknown_counting_spans_the_others(
    points: Decimal,
    edge: Decimal,
    actual: Decimal,
    side: methods.Side | None,
    step: Decimal,
    per: Decimal,
    counting: methods.Counting,
) -> None:
    one = scored(methods.per_step(points, at(edge), at(actual), side, step, per, counting))
    span = scored(methods.per_step(points, at(edge), at(actual), side, step, per, "unknown"))
    assert 0 <= span.low <= one.low <= one.high <= span.high <= points
    assert scored(methods.per_step(points, at(edge), at(edge), side, step, per, counting)) == at(points)


@given(POINTS, VALUES, VALUES, VALUES, POSITIVE, POSITIVE, COUNTING)
def test_steps_are_monotone_in_the_shortfall(
    points: Decimal,
    edge: Decimal,
    one: Decimal,
    other: Decimal,
    step: Decimal,
    per: Decimal,
    counting: methods.Counting,
) -> None:
    less, more = sorted((one, other))
    worse = scored(methods.per_step(points, at(edge), at(less), "below", step, per, counting))
    better = scored(methods.per_step(points, at(edge), at(more), "below", step, per, counting))
    assert worse.low <= better.low
    assert worse.high <= better.high


@given(POINTS, VALUES, VALUES, VALUES, VALUES)
def test_interpolation_rises_within_points_and_is_full_at_the_upper_edge(
    points: Decimal, edge: Decimal, other: Decimal, one: Decimal, two: Decimal
) -> None:
    zero, top = sorted((edge, other))
    table = (Band(high=zero, high_included=True, score=Decimal(0)), Band(low=top, score=points))
    less, more = sorted((one, two))
    worse = scored(methods.interpolation(points, table, at(less)))
    better = scored(methods.interpolation(points, table, at(more)))
    assert 0 <= worse.low <= better.low <= points
    assert scored(methods.interpolation(points, table, at(top))) == at(points)


def test_interpolation_between_two_bands_is_linear() -> None:
    table = (Band(high=Decimal(60), score=Decimal(0)), Band(low=Decimal(90), score=Decimal(6)))
    assert scored(methods.interpolation(Decimal(6), table, at(Decimal(75)))) == at(Decimal(3))


@given(POINTS, VALUES, VALUES, POSITIVE, POSITIVE)
def test_pieces_earn_more_the_more_there_are(
    points: Decimal, one: Decimal, other: Decimal, step: Decimal, per: Decimal
) -> None:
    less, more = sorted((one, other))
    few = scored(methods.per_item(points, at(less), step, per))
    many = scored(methods.per_item(points, at(more), step, per))
    assert 0 <= few.low <= many.low <= points
