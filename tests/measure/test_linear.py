"""The work grows with the length of the text and no faster, whatever is repeated in it."""

import pytest

from tests.measure.pump import MOST, PIECES, growth
from toolkit.measure.grammar import spot


@pytest.mark.parametrize("piece", dict.fromkeys(PIECES))
def test_twice_the_text_is_about_twice_the_work(piece: str) -> None:
    assert growth(piece) <= MOST


@pytest.mark.parametrize("piece", ["1", "9876543210", "一", "三百六十五", "七八", "1,111"])
def test_a_megabyte_of_numerals_is_no_quantity(piece: str) -> None:
    assert spot(piece * (10**6 // len(piece))) == ()
