"""The frozen phrasings of printed criteria: every case of development, and the measured half as a whole."""

import pytest

from tests.scoring.phrasing_cases import Case, cases, shares

DEVELOPMENT = cases("development")
MEASURED = cases("measured")


@pytest.mark.parametrize("case", DEVELOPMENT, ids=lambda case: f"{case.phrasing}-{case.actual}")
def test_development_case_is_right(case: Case) -> None:
    assert case.verdict() == "right", case.result()


def test_measured_half_is_as_good_as_promised() -> None:
    assert len({case.phrasing for case in MEASURED}) >= 60
    found = shares(MEASURED)
    assert found["right"] >= 0.95, found
    assert found["wrong"] <= 0.01, found


def test_halves_share_no_phrasing() -> None:
    assert not {case.criterion for case in DEVELOPMENT} & {case.criterion for case in MEASURED}
