"""Bands as printed → bands that part the scale: bounds without a side and nested bands are settled by neighbours."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from toolkit.model.standard import Band
from toolkit.scoring.tokens import Token


def sided(found: Sequence[Token]) -> list[Band]:
    """Bands in rising order; a bound without a stated side yields to a neighbour that states it, else both hold it."""
    ordered = sorted(found, key=_rising)
    bands = [token.band for token in ordered if token.band is not None]
    loose = [list(token.loose) for token in ordered]
    for index, (lower, upper) in enumerate(pairwise(bands)):
        if lower.high is None or lower.high != upper.low:
            continue
        if loose[index][1] and upper.low_included and not loose[index + 1][0]:
            bands[index] = lower.model_copy(update={"high_included": False})
        elif loose[index + 1][0] and lower.high_included and not loose[index][1]:
            bands[index + 1] = upper.model_copy(update={"low_included": False})
    return bands


def nested(table: list[Band], taken: bool = False) -> list[Band] | None:
    """“90%以上得5分，80%以上得4分”: each open band ends where the next narrower one begins.

    None where the scores do not rise or fall throughout, or where a narrower band of the better side would be the
    worse one; bands printed as points taken off (`taken`) may narrow towards either side.
    """
    open_above = [
        index for index in range(len(table) - 1) if table[index].high is None and table[index + 1].low is not None
    ]
    open_below = [
        index for index in range(1, len(table)) if table[index].low is None and table[index - 1].high is not None
    ]
    if not open_above and not open_below:
        return table
    scores = [band.score for band in table if band.score is not None]
    rises = all(one < other for one, other in pairwise(scores))
    falls = all(one > other for one, other in pairwise(scores))
    anchored = taken or (not (open_above and open_below) and len(table) > max(len(open_above), len(open_below)) + 1)
    if len(scores) < len(table) or not (rises or falls):
        return None
    if not anchored and not (rises if open_above else falls):
        return None
    for index in open_above:
        upper = table[index + 1]
        table[index] = table[index].model_copy(update={"high": upper.low, "high_included": not upper.low_included})
    for index in reversed(open_below):
        lower = table[index - 1]
        table[index] = table[index].model_copy(update={"low": lower.high, "low_included": not lower.high_included})
    return table


def _rising(token: Token) -> tuple[bool, Decimal, bool, Decimal]:
    band = token.band or Band()
    low = band.low if band.low is not None else Decimal(0)
    high = band.high if band.high is not None else Decimal("Infinity")
    return band.low is not None, low, band.low != band.high, high


def overlap(lower: Band, upper: Band) -> bool:
    return lower.high is None or upper.low is None or lower.high > upper.low
