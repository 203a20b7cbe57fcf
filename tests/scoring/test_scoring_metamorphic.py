"""The same report otherwise written (units, order of rows, full-width digits) has the same score sheet."""

from decimal import Decimal

import pytest

from toolkit.audit.specimen import FUNDS, LINES, QUANTITY, report
from toolkit.model.scoresheet import ScoreSheet
from toolkit.pipeline.analyze import analyze

COST = "产出指标|成本指标|教材费用|≤30万元|32.5万元|10|9.2|超支"
ROWS = (QUANTITY.replace("1236人次|20|20|", "1046人次|20|17.4|部分班次未开"), LINES[1], COST, *LINES[3:])
_WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")


def sheet(text: str) -> ScoreSheet:
    return analyze(text.encode(), "a.md").case.sheet


def essence(found: ScoreSheet) -> dict[str, tuple[object, ...]]:
    """What each line comes to, whatever its id and the words of its steps."""
    return {
        line.name: (line.max_score, line.claimed, line.recomputed, line.basis, line.method, line.agrees, line.why_not)
        for line in found.lines
    }


PLAIN = sheet(report(lines=ROWS, total="94.90"))


def test_specimen_has_lines_of_several_methods() -> None:
    assert {line.method for line in PLAIN.lines} >= {"ratio_up", "ratio_down", "execution"}
    assert all(line.recomputed is not None for line in PLAIN.lines)


@pytest.mark.parametrize(
    ("rows", "funds"),
    [
        (tuple(row.replace("≤30万元|32.5万元", "≤300000元|325000元") for row in ROWS), FUNDS),
        (tuple(row.replace("1200人次", "0.12万人次") for row in ROWS), FUNDS),
        (tuple(row.translate(_WIDE) for row in ROWS), tuple(row.translate(_WIDE) for row in FUNDS)),
    ],
    ids=["money-in-yuan", "count-in-ten-thousands", "full-width"],
)
def test_units_and_widths_do_not_matter(rows: tuple[str, ...], funds: tuple[str, ...]) -> None:
    other = sheet(report(lines=rows, funds=funds, total="94.90"))
    assert essence(other) == essence(PLAIN)
    assert other.total == PLAIN.total
    assert other.coverage == PLAIN.coverage


def test_order_of_rows_does_not_matter() -> None:
    outputs = (ROWS[2], ROWS[1], ROWS[0])
    other = sheet(report(lines=(*outputs, *ROWS[3:]), total="94.90"))
    assert essence(other) == essence(PLAIN)
    assert other.total == PLAIN.total
    assert other.coverage == PLAIN.coverage


def test_indicators_without_points_and_points_without_indicators_are_told() -> None:
    rows = (QUANTITY.replace("|20|20|", "||20|"), *LINES[1:])
    found = {line.name: line for line in sheet(report(lines=rows)).lines}
    assert found["培训人次"].why_not == "no-points"
    assert found["培训人次"].recomputed is None
    unnamed = (*LINES[:2], "产出指标|时效指标||||10|10|", *LINES[3:])
    judged = sheet(report(lines=unnamed))
    assert judged.total.recomputed_bounds is not None
    assert all(line.recomputed is None or line.max_score is not None for line in judged.lines)


def test_both_bounds_of_the_total_hold_what_cannot_be_recomputed() -> None:
    rows = (
        *LINES[:3],
        LINES[3].replace("节水器具覆盖率|≥80%|76%|30|28.5", "节水意识|明显提升|有所提升|30|28.5"),
        LINES[4],
    )
    total = sheet(report(lines=rows)).total
    assert total.recomputed_bounds is not None
    assert total.recomputed_given_claims is not None
    assert total.recomputed_bounds.high - total.recomputed_bounds.low >= Decimal(30)
    assert total.recomputed_bounds.low <= total.recomputed_given_claims.low
    assert total.recomputed_given_claims.high <= total.recomputed_bounds.high
