"""Two runs of digits → whether they differ as misprints do; one → what its misprints are."""

from collections.abc import Iterator
from typing import Final

_DIGITS: Final = "0123456789"


def one_digit_apart(first: str, second: str) -> bool:
    """Whether numbers of one length differ in one digit, or have two neighbours swapped."""
    unlike = [place for place, (one, other) in enumerate(zip(first, second, strict=True)) if one != other]
    if len(unlike) == 2:
        low, high = unlike
        return high == low + 1 and first[low] == second[high] and first[high] == second[low]
    return len(unlike) == 1


def misprints_of(digits: str) -> Iterator[str]:
    """Every run that has one other digit, or two unlike neighbours swapped."""
    for place, printed in enumerate(digits):
        yield from (digits[:place] + digit + digits[place + 1 :] for digit in _DIGITS if digit != printed)
        if place and digits[place - 1] != printed:
            yield digits[: place - 1] + printed + digits[place - 1] + digits[place + 1 :]


def misprinted(first: str, second: str) -> bool:
    """Whether a digit is changed, lost or added, or two neighbours are swapped."""
    if len(first) == len(second):
        return one_digit_apart(first, second)
    longer, shorter = (first, second) if len(first) > len(second) else (second, first)
    if len(longer) != len(shorter) + 1:
        return False
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))
