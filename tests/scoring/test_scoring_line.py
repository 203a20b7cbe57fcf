"""One line as a person types it: the national rule, and what cannot be decided."""

from decimal import Decimal

import pytest

from toolkit.scoring.line import score_line


@pytest.mark.parametrize(
    ("points", "target", "actual", "score"),
    [
        ("10", "≥1,200人次", "1,046人次", "8.7167"),
        ("10", "1200人次", "1046", "8.7167"),
        ("10", "≥95%", "90%", "9.4737"),
        ("20", "98%", "98%", "20"),
        ("10", "≥95%", "96.5%", "10"),
        ("8", "≤50万元", "62.5万元", "6.4"),
        ("8", "≤50万元", "48万元", "8"),
        ("8", "≤3次", "0次", "8"),
        ("10", "65%左右", "65.7%", "10"),
        ("6", "6,000亿元", "6,000亿元", "6"),
        ("10", "≥10%", "-2%", "0"),
        ("5", "12月底前", "11月", "5"),
        ("10", "≥5公里", "5200米", "10"),
    ],
)
def test_national_rule_is_full_when_met_and_pro_rata_when_not(
    points: str, target: str, actual: str, score: str
) -> None:
    result = score_line(Decimal(points), target, actual, None)
    assert result.recomputed is not None, result
    assert result.recomputed.low == result.recomputed.high == Decimal(score)


@pytest.mark.parametrize(
    ("target", "actual", "criterion", "why"),
    [
        ("有效提升", "明显提升", None, "qualitative"),
        ("≥90%", "效果良好", None, "qualitative"),
        ("≥90%", None, None, "needs-facts"),
        (None, "90%", None, "needs-facts"),
        ("≤50万元", "30天", None, "needs-facts"),
        ("≥5公里", "4500米", None, "needs-facts"),
        ("0次", "2次", None, "needs-facts"),
        ("50万元", "45万元", None, "needs-facts"),
        ("≥95%", "0.96", None, "needs-facts"),
        ("≥90%", "85%", "酌情扣分", "discretionary"),
        ("≥90%", "85%", "扣分办法另行规定，违者扣分", "criterion-unread"),
    ],
)
def test_undecidable_lines_say_why_in_the_contracts_words(
    target: str | None, actual: str | None, criterion: str | None, why: str
) -> None:
    result = score_line(Decimal(10), target, actual, criterion)
    assert result.recomputed is None
    assert result.why_not == why


def test_fixed_phrase_spans_its_band() -> None:
    result = score_line(Decimal(10), "有效提升", "部分达成预期指标并具有一定效果", None)
    assert result.method == "qualitative"
    assert result.recomputed is not None
    assert (result.recomputed.low, result.recomputed.high) == (Decimal(6), Decimal(8))


def test_steps_begin_with_what_was_printed_and_end_with_the_result() -> None:
    result = score_line(Decimal(5), "≥95%", "90.2%", "每低1个百分点扣0.5分")
    assert result.steps[0] == "目标 ≥95%，完成 90.2%，每低1个百分点扣0.5分"
    assert result.steps[-1] == "5 − 4×0.5 = 3 至 5 − 5×0.5 = 2.5"


def test_blank_criterion_is_none() -> None:
    assert score_line(Decimal(10), "≥100场", "90场", "  ") == score_line(Decimal(10), "≥100场", "90场", None)


def test_direction_shows_in_the_method() -> None:
    assert score_line(Decimal(8), "≤50万元", "62.5万元", None).method == "ratio_down"
    assert score_line(Decimal(8), "≥50万元", "42.5万元", None).method == "ratio_up"


def test_open_side_of_an_actual_is_told_in_words() -> None:
    result = score_line(Decimal(10), "≥1,000万元", "超过900万元", None)
    assert result.recomputed is not None
    assert (result.recomputed.low, result.recomputed.high) == (Decimal(9), Decimal(10))
    assert "900 以上" in result.steps[1]
