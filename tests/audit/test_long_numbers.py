"""Numbers of sixty digits, where points, scores, money and figures are expected: audited like any other."""

from decimal import Decimal

import pytest

from toolkit.audit.specimen import FUNDS, LINES, QUANTITY, narrative, report
from toolkit.audit.tally import compare, half_up
from toolkit.model.finding import Finding
from toolkit.pipeline.analyze import analyze

LONG = "9" * 50
LONG_SHARE = "0." + "1" * 50


def _findings(text: str) -> tuple[Finding, ...]:
    return analyze(text.encode(), "made.md").findings


def test_rounding_knows_no_longest_number() -> None:
    assert half_up(Decimal(f"{LONG}.4444445"), 6) == Decimal(f"{LONG}.444445")
    assert compare(Decimal(LONG), [Decimal(LONG), Decimal("0.4")], coarse=True) == "rounding"


@pytest.mark.parametrize("number", [LONG, LONG_SHARE, f"{LONG}.25"])
def test_a_score_of_any_length_is_set_against_its_points(number: str) -> None:
    found = _findings(report(lines=(QUANTITY.replace("|20|20|", f"|20|{number}|"), *LINES[1:]), total=number))
    assert all(finding.message for finding in found)
    if number != LONG_SHARE:
        assert "SCO105" in {finding.code for finding in found}


@pytest.mark.parametrize("number", [LONG, LONG_SHARE])
def test_money_of_any_length_is_added_up(number: str) -> None:
    rows = (f"年度资金总额|{number}|200.00|{number}|10|98.00%|9.80", *FUNDS[1:])
    assert all(finding.message for finding in _findings(report(funds=rows)))


def test_figures_of_any_length_stand_in_sentences() -> None:
    text = narrative(
        "（1）采购管理4分，自评得分4分。",
        f"投入{LONG}万元，其中：甲类{LONG}万元，乙类{LONG_SHARE}万元。产值由{LONG}亿元增长到{LONG}1亿元，增长90%。",
        "投入999999999999999999.99999999元，其中：甲类999999999999999999.99999999元，乙类0.00000001元。",
    )
    assert all(finding.message for finding in _findings(text))
