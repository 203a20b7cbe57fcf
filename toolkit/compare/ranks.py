"""Rows → the same rows with their ranks, by claimed and by recomputed score, within each year."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal

from toolkit.model.comparison import ComparedEntity
from toolkit.model.number import Bounds
from toolkit.model.settings import Settings


def ranked(rows: Sequence[ComparedEntity], settings: Settings) -> list[ComparedEntity]:
    """Ranks from 1 down; equal scores share a rank.

    The recomputed rank is None for rows of which too few points were recomputed (`min_recomputed_share`), and wherever
    another row's interval overlaps, so that no order is certain.
    """
    claimed: list[int | None] = [None] * len(rows)
    recomputed: list[int | None] = [None] * len(rows)
    by_year: dict[int | None, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        by_year[row.fiscal_year].append(index)
    for places in by_year.values():
        totals = {place: total for place in places if (total := rows[place].claimed_total) is not None}
        for place, rank in _by_value(totals).items():
            claimed[place] = rank
        bounds = {place: score for place in places if (score := _rankable(rows[place], settings)) is not None}
        for place, rank in _by_interval(bounds).items():
            recomputed[place] = rank
    return [
        row.model_copy(update={"rank_claimed": claimed[index], "rank_recomputed": recomputed[index]})
        for index, row in enumerate(rows)
    ]


def is_covered(row: ComparedEntity, settings: Settings) -> bool:
    """Whether enough of the points were recomputed for the score to be set against others."""
    coverage = row.coverage
    return coverage.points > 0 and coverage.recomputed_points >= settings.min_recomputed_share * coverage.points


def _rankable(row: ComparedEntity, settings: Settings) -> Bounds | None:
    return row.recomputed if is_covered(row, settings) else None


def _by_value(totals: dict[int, Decimal]) -> dict[int, int]:
    order = sorted(totals.values(), reverse=True)
    first: dict[Decimal, int] = {}
    for rank, total in enumerate(order, 1):
        first.setdefault(total, rank)
    return {place: first[total] for place, total in totals.items()}


def _by_interval(bounds: dict[int, Bounds]) -> dict[int, int]:
    """Rank of each interval against which all others lie clearly above, clearly below, or at the same exact score."""
    lows = sorted(own.low for own in bounds.values())
    highs = sorted(own.high for own in bounds.values())
    exact = Counter(own.low for own in bounds.values() if own.low == own.high)
    certain = {}
    for place, own in bounds.items():
        above = len(lows) - bisect_right(lows, own.high)
        below = bisect_left(highs, own.low)
        same = exact[own.low] if own.low == own.high else 1
        if above + below + same == len(bounds):
            certain[place] = above + 1
    return certain
