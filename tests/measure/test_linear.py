"""The work grows with the length of the text and no faster, whatever is repeated in it."""

import pytest

from tests.measure import pump
from tests.measure.pump import MOST, PIECES, growth
from toolkit.measure.grammar import spot

TRIES = 4
"""A busy machine errs once, not each time."""


@pytest.mark.parametrize("piece", dict.fromkeys(PIECES))
def test_twice_the_text_is_about_twice_the_work(piece: str) -> None:
    assert any(growth(piece) <= MOST for _ in range(TRIES))


@pytest.mark.parametrize("piece", ["1", "9876543210", "一", "三百六十五", "七八", "1,111"])
def test_a_megabyte_of_numerals_is_no_quantity(piece: str) -> None:
    assert spot(piece * (10**6 // len(piece))) == ()


def test_quadratic_work_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in that counts the rest of the text from every fourth character on."""
    monkeypatch.setattr(pump, "target", lambda text, unit: None)
    monkeypatch.setattr(pump, "spot", lambda text: [text.count("零", start) for start in range(0, len(text), 4)])
    assert any(growth("1一") > MOST for _ in range(TRIES))
