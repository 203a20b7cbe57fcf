"""Five thousand mutants of our own files: each gives a result or a refusal with a code, none a fault of ours."""

import os

import pytest

from tests.hostile.fuzz import run

COUNT, SHARES = 5_000, 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs cheap processes")
@pytest.mark.parametrize("share", range(SHARES))
def test_mutants_give_a_result_or_a_refusal(share: int) -> None:
    tally = run(range(share, COUNT, SHARES))
    assert tally.wrong == []
    assert sum(tally.outcomes.values()) == COUNT // SHARES
    assert tally.outcomes["ok"] > 0
