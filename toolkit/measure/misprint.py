"""Two runs of digits → whether they differ as misprints do."""


def one_digit_apart(first: str, second: str) -> bool:
    """Whether numbers of one length differ in one digit, or have two neighbours swapped."""
    unlike = [place for place, (one, other) in enumerate(zip(first, second, strict=True)) if one != other]
    if len(unlike) == 2:
        low, high = unlike
        return high == low + 1 and first[low] == second[high] and first[high] == second[low]
    return len(unlike) == 1


def misprinted(first: str, second: str) -> bool:
    """Whether a digit is changed, lost or added, or two neighbours are swapped."""
    if len(first) == len(second):
        return one_digit_apart(first, second)
    longer, shorter = (first, second) if len(first) > len(second) else (second, first)
    if len(longer) != len(shorter) + 1:
        return False
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))
