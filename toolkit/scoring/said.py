"""Facts and outcomes → outcomes whose steps say on what they rest: both sides, the criterion, a second reading."""

from dataclasses import replace
from decimal import Decimal

from toolkit.model.number import Bounds
from toolkit.scoring import methods
from toolkit.scoring.facts import Facts
from toolkit.scoring.methods import Outcome

_LONGEST_QUOTE = 60


def said(facts: Facts, outcome: Outcome) -> Outcome:
    return replace(outcome, steps=(sides(facts), *outcome.steps))


def sides(facts: Facts, note: str = "") -> str:
    parts = []
    if facts.target_text:
        parts.append(f"目标 {facts.target_text}")
    if facts.actual_text:
        parts.append(f"完成 {facts.actual_text}")
    if facts.criterion_text:
        text = facts.criterion_text.strip()
        parts.append(text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…")
    if note:
        parts.append(note)
    return "，".join(parts)


def hull(one: Outcome, other: Outcome, note: str) -> Outcome:
    if one.bounds is None or other.bounds is None or one.bounds == other.bounds:
        return one
    joined = Bounds(low=min(one.bounds.low, other.bounds.low), high=max(one.bounds.high, other.bounds.high))
    return Outcome(joined, (*one.steps, f"{note} → {methods.shown_bounds(joined)}"))


def nothing_below(floor: Decimal, reached: Bounds, outcome: Outcome, note: str) -> Outcome:
    """No points for what lies below the floor; an interval across it spans from 0 on."""
    if outcome.bounds is None or reached.low >= floor:
        return outcome
    high = Decimal(0) if reached.high < floor else outcome.bounds.high
    return Outcome(Bounds(low=Decimal(0), high=high), (*outcome.steps, note))


def doubtful(threshold: Decimal, target: Bounds | None) -> bool:
    """A criterion that speaks of 100 % beside another target most likely means 100 % of that target."""
    return threshold == 100 and target is not None and target != Bounds.exact(threshold)
