"""`ScoringRule`: how one line is scored, read from a printed criterion or taken from a standard."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from toolkit.model.standard import Method

PERCENT = "%"


@dataclass(frozen=True, slots=True)
class ScoringRule:
    """A method with what its numbers count.

    `unit`: of threshold, step and bands: "%" (percentage points), a printed unit ("天"), or None: that of the target.
    `completion`: they speak of the completion ratio (actual / target), not of the actual itself.
    `deviation`: they speak of how far the actual lies off the target, in per cent of the target, either way.
    `of_threshold`: below the threshold the share of the threshold counts (执行率÷95%), and nothing else can be meant.
    `absolute`: the actual share itself multiplies the points, whatever the target (得分=满意度×分值).
    `either_percent`: steps printed as 1% rather than 个百分点: points of a share, or per cent of the target.
    `max_deduction`: no more than this is taken off. `zero_below`: below this nothing is left.
    `stated`: a veto that only plain words of the actual (是, 已完成, 否) decide.
    `affirming`, `denying`: the words of a veto's own clauses; an actual that repeats them decides it.
    `event`: what is counted by `per_event`: a mishap that the actual states, or a shortfall against the target.
    """

    method: Method
    unit: str | None = None
    completion: bool = False
    deviation: bool = False
    of_threshold: bool = False
    absolute: bool = False
    either_percent: bool = False
    max_deduction: Decimal | None = None
    zero_below: Decimal | None = None
    stated: bool = False
    affirming: tuple[str, ...] = ()
    denying: tuple[str, ...] = ()
    event: Literal["mishap", "shortfall"] = "mishap"


def from_standard(method: Method) -> ScoringRule:
    """A standard's method as a rule: its thresholds and bands are percentage points (model.standard.Method)."""
    return ScoringRule(method, unit=PERCENT)
