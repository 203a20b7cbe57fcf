"""Tokens of a criterion that scores in proportion → its rule: its edges, and what excess costs."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from toolkit.model.standard import Method
from toolkit.scoring.methods import Side
from toolkit.scoring.rule import PERCENT, ScoringRule
from toolkit.scoring.tokens import Kind, Token, of_kind

_FULL_RATE = Decimal(100)


def ratio_rule(tokens: Sequence[Token], points: Decimal) -> ScoringRule | None:
    ratios = of_kind(tokens, Kind.RATIO, Kind.ABSOLUTE, Kind.PRO_RATA)
    sides = {token.side for token in ratios if token.side is not None}
    edges = _edges(tokens, points, sides)
    over = _over(tokens, points)
    if edges is None or over is _REFUSED or len(sides) > 1:
        return None
    threshold, pass_floor, completion = edges
    completion = completion or any(token.completion for token in ratios)
    absolute = any(token.kind is Kind.ABSOLUTE for token in ratios)
    if absolute and (len(ratios) > 1 or over):
        return None
    stated = {token.threshold for token in ratios if token.threshold is not None}
    if stated and stated != {threshold}:
        return None
    name: Literal["ratio", "ratio_up", "ratio_down"] = "ratio"
    if sides:
        name = "ratio_up" if sides == {"below"} else "ratio_down"
    method = Method(name=name, threshold=threshold, pass_floor=pass_floor, over=over)
    return ScoringRule(method, unit=PERCENT, absolute=absolute, completion=completion, of_threshold=bool(stated))


def _edges(
    tokens: Sequence[Token], points: Decimal, sides: set[Side]
) -> tuple[Decimal | None, Decimal | None, bool] | None:
    """Where full points begin and where nothing is given, as bands beside a ratio say; None where they do not fit."""
    threshold = pass_floor = None
    completion = False
    for token in of_kind(tokens, Kind.BAND):
        band = token.band
        if band is None or token.unit not in {PERCENT, None}:
            return None
        if _beyond_full(token):
            continue
        if band.score == points and band.low is not None and threshold is None and token.unit == PERCENT:
            threshold, completion = band.low, completion or token.completion
        elif band.score == 0 and band.high is not None and band.low is None and pass_floor is None:
            pass_floor = band.high / 100
        else:
            return None
    for token in of_kind(tokens, Kind.RATIO, Kind.ABSOLUTE):
        if token.band is None:
            continue
        low, high = token.band.low, token.band.high
        if high is not None and threshold is None and low is None:
            threshold = high
        if (high is not None and high != threshold) or (low is not None and low / 100 != pass_floor):
            return None
    for token in of_kind(tokens, Kind.BASELINE):
        if not _fits(token, threshold, sides):
            return None
    if threshold is not None and pass_floor is not None and pass_floor * 100 > threshold:
        return None
    return threshold, pass_floor, completion


def _fits(token: Token, threshold: Decimal | None, sides: set[Side]) -> bool:
    """Whether “低于95%的” before a ratio names the edge where full points begin, or where over-achievement does."""
    if token.side == "above" and token.threshold is None:
        return sides != {"below"}
    if token.side == "below":
        return token.threshold is None or token.threshold == threshold
    return token.threshold is not None and token.threshold > _FULL_RATE


def _beyond_full(token: Token) -> bool:
    """A band of the completion rate above 100 %: what over-achievement costs."""
    band = token.band
    return band is not None and token.unit == PERCENT and band.low is not None and band.low > _FULL_RATE


_REFUSED = Method(name="unknown")


def _over(tokens: Sequence[Token], points: Decimal) -> Method | None:
    """What a completion far above the target costs; None: nothing said; `_REFUSED` where it cannot be read."""
    bands = [token.band for token in of_kind(tokens, Kind.BAND) if _beyond_full(token) and token.band is not None]
    steps = of_kind(tokens, Kind.STEP)
    if not steps:
        return Method(name="bands", bands=tuple(bands)) if bands else None
    step = steps[0]
    starts = {token.threshold for token in (step, *of_kind(tokens, Kind.BASELINE)) if token.threshold is not None}
    starts = {start for start in starts if start > _FULL_RATE}
    if bands or len(steps) > 1 or len(starts) != 1 or step.side != "above" or step.unit != PERCENT:
        return _REFUSED
    counting = {token.counting for token in of_kind(tokens, Kind.COUNTING)} or {step.counting}
    if len(counting) > 1 or step.step is None or step.per is None:
        return _REFUSED
    return Method(
        name="per_step",
        threshold=next(iter(starts)),
        side="above",
        step=step.step,
        per=step.per,
        counting=next(iter(counting)),
    )
