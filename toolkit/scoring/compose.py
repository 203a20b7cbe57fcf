"""Tokens of the clauses of one criterion → one scoring rule; the ways in which clauses may stand together.

What leads decides the method (`_COMPOSITIONS`); what does not fit beside it makes the criterion unread.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise

from toolkit.model.scoresheet import WhyNot
from toolkit.model.standard import Band, Method
from toolkit.scoring.compose_ratio import ratio_rule
from toolkit.scoring.printed_bands import nested, overlap, sided
from toolkit.scoring.rule import PERCENT, ScoringRule
from toolkit.scoring.tokens import Kind, Token, of_kind


def compose(tokens: Sequence[Token], points: Decimal) -> ScoringRule | WhyNot:
    """The rule that the tokens of a line of `points` make together, or why none."""
    kinds = {token.kind for token in tokens}
    if Kind.DISCRETION in kinds:
        return "discretionary"
    if Kind.CLASH in kinds:
        return "criterion-unread"
    for leading, allowed, build in _COMPOSITIONS:
        if leading & kinds:
            if kinds - leading - allowed - {Kind.FILLER}:
                return "criterion-unread"
            return build([token for token in tokens if token.kind is not Kind.FILLER], points) or "criterion-unread"
    return "criterion-unread"


def _step_rule(tokens: Sequence[Token], points: Decimal) -> ScoringRule | None:
    steps = of_kind(tokens, Kind.STEP)
    step = steps[0]
    if len(set(steps)) > 1 or step.per is None or step.step is None:
        return None
    base = _threshold(tokens, step)
    counting = {token.counting for token in of_kind(tokens, Kind.COUNTING)} | {
        "pro_rata" for _ in of_kind(tokens, Kind.PRO_RATA)
    }
    if step.counting != "unknown":
        counting.add(step.counting)
    if base is None or len(counting) > 1:
        return None
    threshold, side, zero_below, completion = base
    deviation = any(token.deviation for token in tokens)
    if deviation:
        side, completion, threshold = "above", False, threshold or Decimal(0)
    if side is None and not step.both_sides:
        return None
    method = Method(
        name="per_step",
        threshold=threshold,
        side=side,
        step=step.step,
        per=step.per,
        counting=next(iter(counting), step.counting),
    )
    return ScoringRule(
        method,
        unit=step.unit,
        completion=completion,
        deviation=deviation,
        either_percent=step.either_percent,
        max_deduction=_cap(tokens),
        zero_below=zero_below,
    )


_Base = tuple[Decimal | None, str | None, Decimal | None, bool]


def _threshold(tokens: Sequence[Token], step: Token) -> _Base | None:
    """Where the deduction begins, on which side, and below what nothing is left; None where clauses disagree."""
    side = step.side
    bases = of_kind(tokens, Kind.BASELINE)
    if side is None and bases:
        side = bases[0].side
    if step.deviation or any(token.deviation for token in tokens):
        side = "above"
    thresholds = {(token.threshold, token.unit) for token in (step, *bases) if token.threshold is not None}
    if any(token.side != side for token in bases):
        return None
    zero_below = None
    for token in of_kind(tokens, Kind.BAND):
        band = token.band
        if band is None or band.score is None or band.score not in {Decimal(0), _full(tokens)}:
            return None
        if band.score == 0:
            if side != "below" or band.high is None or band.low is not None or token.unit != step.unit:
                return None
            zero_below = band.high
        else:
            edge = band.low if side == "below" else band.high
            if edge is None and band.low == band.high == 0:
                edge = Decimal(0)
            if edge is None:
                return None
            thresholds.add((edge, token.unit))
    if len(thresholds) > 1 or any(unit not in {step.unit, None} for _, unit in thresholds):
        return None
    completion = step.completion or any(token.completion for token in tokens)
    threshold = next(iter(thresholds))[0] if thresholds else None
    return threshold, side, zero_below, completion


def _full(tokens: Sequence[Token]) -> Decimal | None:
    """The points of the line, as its best band gives them."""
    return max((token.band.score for token in tokens if token.band and token.band.score is not None), default=None)


def _cap(tokens: Sequence[Token]) -> Decimal | None:
    return min((token.per for token in of_kind(tokens, Kind.CAP) if token.per is not None), default=None)


def _event_rule(tokens: Sequence[Token], points: Decimal) -> ScoringRule | None:
    events = of_kind(tokens, Kind.EVENT, Kind.SHORTFALL)
    if len(set(events)) > 1:
        return None
    event = events[0]
    return ScoringRule(
        Method(name="per_event", per=event.per),
        unit=event.unit,
        max_deduction=_cap(tokens),
        event="shortfall" if event.kind is Kind.SHORTFALL else "mishap",
    )


def _item_rule(tokens: Sequence[Token], points: Decimal) -> ScoringRule | None:
    """Points gained per piece, up to the points of the line; the first of them where the target is met."""
    earned = of_kind(tokens, Kind.EARN)
    start = of_kind(tokens, Kind.CHECK)
    item = earned[0]
    if len(set(earned)) > 1 or len(start) > 1 or (item.side is None) != (not start):
        return None
    method = Method(name="per_item", step=item.step, per=item.per, start=start[0].per if start else None)
    return ScoringRule(method, unit=item.unit)


def _between_rule(tokens: Sequence[Token], points: Decimal) -> ScoringRule | None:
    """Full at one edge, nothing at the other, in between in proportion: edges from bands, or from the formula."""
    between = of_kind(tokens, Kind.BETWEEN)
    edges = of_kind(tokens, Kind.BAND)
    units = {token.unit for token in (*edges, *between) if token.unit is not None}
    if len(between) > 1 or len(units) > 1:
        return None
    bands = [token.band for token in edges if token.band is not None]
    if between[0].threshold is not None and between[0].zero is not None:
        top, zero = between[0].threshold, between[0].zero
        known = [Band(high=zero, high_included=True, score=Decimal(0)), Band(low=top, score=points)]
        bands = [band for band in bands if (band.score, band.low, band.high) not in _ends(known)] + known
    table = sorted(bands, key=lambda band: (band.low is not None, band.low or Decimal(0)))
    if len(table) < 2 or any(overlap(one, other) for one, other in pairwise(table)):
        return None
    said = between[0].band
    if said is not None and not any((one.high, other.low) == (said.low, said.high) for one, other in pairwise(table)):
        return None
    completion = any(token.completion for token in tokens)
    return ScoringRule(
        Method(name="interpolation", bands=tuple(table)), unit=next(iter(units), None), completion=completion
    )


def _ends(bands: Sequence[Band]) -> set[tuple[Decimal | None, Decimal | None, Decimal | None]]:
    return {(band.score, band.low, band.high) for band in bands}


def _band_rule(tokens: Sequence[Token], points: Decimal) -> ScoringRule | None:
    found = of_kind(tokens, Kind.BAND)
    units = {token.unit for token in found if token.unit is not None}
    if len(units) > 1:
        return None
    completion = any(token.completion for token in found)
    found = _with_untouched_top(found, points)
    if of_kind(tokens, Kind.MET):
        if not completion or units != {PERCENT}:
            return None
        found.append(Token(Kind.BAND, band=Band(low=Decimal(100), score=points), unit=PERCENT))
    table = nested(sided(found), taken=any(token.taken for token in found))
    if table is None:
        return None
    lowest = table[0]
    if of_kind(tokens, Kind.UNMET):
        if lowest.low is None:
            return None
        table.insert(0, Band(high=lowest.low, high_included=not lowest.low_included, score=Decimal(0)))
    if any(overlap(one, other) for one, other in pairwise(table)):
        return None
    if max((band.score for band in table if band.score is not None), default=points) < points:
        return None  # a best band below the points: parts that add up, or another line's
    method = Method(name="bands", bands=tuple(table))
    deviation = any(token.deviation for token in found)
    return ScoringRule(method, unit=next(iter(units), None), completion=completion, deviation=deviation)


def _with_untouched_top(found: list[Token], points: Decimal) -> list[Token]:
    """Bands printed as points taken off leave full points to what none of them names."""
    bands = [token.band for token in found if token.band is not None]
    if not all(token.taken or (token.band and token.band.score in {Decimal(0), points}) for token in found):
        return found
    if not any(token.taken for token in found) or any(band.score == points for band in bands):
        return found
    open_below = [band for band in bands if band.low is None and band.high is not None]
    if len(open_below) != len(bands):
        return found
    edge = max(open_below, key=lambda band: (band.high or Decimal(0), band.high_included))
    top = Band(low=edge.high, low_included=not edge.high_included, score=points)
    return [*found, Token(Kind.BAND, band=top, unit=found[0].unit)]


def _met_rule(tokens: Sequence[Token], points: Decimal) -> ScoringRule | None:
    if not of_kind(tokens, Kind.UNMET):
        return None
    facts = of_kind(tokens, Kind.FACT)
    denied = any((token.words or "").startswith(("未", "无", "没有")) for token in facts)
    return ScoringRule(
        Method(name="veto"),
        stated=bool(facts),
        event="mishap" if denied else "shortfall",
        affirming=tuple(token.words for token in tokens if token.kind is not Kind.UNMET and token.words),
        denying=tuple(token.words for token in tokens if token.kind is Kind.UNMET and token.words),
    )


def _grades(tokens: Sequence[Token], points: Decimal) -> list[Band] | None:
    """Words with points that exclude each other (优得5分，良得4分，差不得分): full first, then less and less."""
    named = [token for token in tokens if token.words is not None]
    bands = [
        token.band or Band(phrases=(token.words or "",), score=token.score if token.score is not None else Decimal(0))
        for token in named
    ]
    tops = [band.score if band.score is not None else (band.share_high or Decimal(0)) * points for band in bands]
    falling = all(one > other for one, other in pairwise(tops))
    apart = len(set(tops)) == len(tops) > 2 and min(tops) == 0  # in any order, down to nothing
    if len(named) < len(tokens) or len(bands) < 2 or not (falling or apart) or max(tops, default=None) != points:
        return None
    return bands


def _check_rule(tokens: Sequence[Token], points: Decimal) -> ScoringRule | None:
    grades = _grades(tokens, points)
    if grades is not None:
        return ScoringRule(Method(name="qualitative", bands=tuple(grades)))
    if of_kind(tokens, Kind.NOTHING):
        return None
    return ScoringRule(Method(name="checklist", checks=tuple(token.per for token in tokens if token.per is not None)))


def _phrase_rule(tokens: Sequence[Token], points: Decimal) -> ScoringRule | None:
    grades = _grades(tokens, points)
    if grades is None and all(token.kind is Kind.PHRASE for token in tokens):
        grades = [token.band for token in tokens if token.band]
    return None if grades is None else ScoringRule(Method(name="qualitative", bands=tuple(grades)))


_Build = Callable[[Sequence[Token], Decimal], ScoringRule | None]
# What leads decides the method; what may stand beside it; anything else makes the criterion unread.
_COMPOSITIONS: tuple[tuple[frozenset[Kind], frozenset[Kind], _Build], ...] = (
    (frozenset({Kind.BETWEEN}), frozenset({Kind.BAND}), _between_rule),
    (
        frozenset({Kind.RATIO, Kind.ABSOLUTE}),
        frozenset({Kind.MET, Kind.BAND, Kind.BASELINE, Kind.PRO_RATA, Kind.STEP, Kind.COUNTING}),
        ratio_rule,
    ),
    (
        frozenset({Kind.STEP}),
        frozenset({Kind.MET, Kind.FACT, Kind.BAND, Kind.BASELINE, Kind.COUNTING, Kind.CAP, Kind.PRO_RATA}),
        _step_rule,
    ),
    (frozenset({Kind.EVENT, Kind.SHORTFALL}), frozenset({Kind.MET, Kind.FACT, Kind.CAP}), _event_rule),
    (frozenset({Kind.EARN}), frozenset({Kind.CHECK, Kind.CAP}), _item_rule),
    (frozenset({Kind.PRO_RATA}), frozenset({Kind.MET, Kind.BAND, Kind.BASELINE}), ratio_rule),
    (frozenset({Kind.PHRASE}), frozenset({Kind.MET, Kind.FACT, Kind.CHECK, Kind.UNMET, Kind.NOTHING}), _phrase_rule),
    (
        frozenset({Kind.CHECK}),
        frozenset({Kind.FACT, Kind.MET, Kind.UNMET, Kind.CAP, Kind.COUNTING, Kind.NOTHING}),
        _check_rule,
    ),
    (frozenset({Kind.BAND}), frozenset({Kind.MET, Kind.UNMET}), _band_rule),
    (frozenset({Kind.MET, Kind.FACT, Kind.UNMET}), frozenset(), _met_rule),
)
