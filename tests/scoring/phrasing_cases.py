"""The frozen phrasings of printed criteria → what `score_line` makes of each case: right, wide, wrong, abstained.

`phrasings/development.toml` is what the grammar was written against, `phrasings/measured.toml` only measures, as a
whole. Run as a program it prints the shares of both, and the cases of development that are not right.
"""

import tomllib
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

from toolkit.scoring.line import LineResult, score_line

Verdict = Literal["right", "wide", "wrong", "abstained"]
_FOLDER = Path(__file__).parent / "phrasings"
_TOLERANCE = Decimal("0.0001")  # the fourth decimal, however a half of it is rounded


@dataclass(frozen=True, slots=True)
class Case:
    """One worked case of a phrasing: `expected` is low and high, or the reason why there is no score."""

    phrasing: str
    criterion: str
    points: str
    target: str
    actual: str
    expected: tuple[str, ...]

    def result(self) -> LineResult:
        return score_line(Decimal(self.points), self.target or None, self.actual or None, self.criterion)

    def verdict(self) -> Verdict:
        """wide: the right interval lies inside the one given. A score where none can be known is wrong."""
        found = self.result()
        if len(self.expected) == 1:
            if found.recomputed is not None:
                return "wrong"
            return "right" if self.expected[0] in {"abstain", found.why_not} else "wrong"
        if found.recomputed is None:
            return "abstained"
        low, high = (Decimal(end) for end in self.expected)
        off_low, off_high = low - found.recomputed.low, found.recomputed.high - high
        if abs(off_low) <= _TOLERANCE and abs(off_high) <= _TOLERANCE:
            return "right"
        return "wide" if off_low >= -_TOLERANCE and off_high >= -_TOLERANCE else "wrong"


def cases(half: Literal["development", "measured"]) -> list[Case]:
    data = tomllib.loads((_FOLDER / f"{half}.toml").read_text(encoding="utf-8"))
    return [
        Case(name, phrasing["criterion"], *case[:3], tuple(case[3:]))
        for name, phrasing in data.items()
        for case in phrasing["cases"]
    ]


def shares(judged: list[Case]) -> dict[Verdict, float]:
    counted = Counter(case.verdict() for case in judged)
    kinds: tuple[Verdict, ...] = ("right", "wide", "wrong", "abstained")
    return {kind: counted[kind] / len(judged) for kind in kinds}


if __name__ == "__main__":
    for half in ("development", "measured"):
        judged = cases(half)
        print(half, len(judged), {kind: f"{share:.1%}" for kind, share in shares(judged).items()})
    for case in cases("development"):
        if case.verdict() != "right":
            print(case.verdict(), case.phrasing, case.points, case.target, case.actual, case.expected)
            print("   ", case.criterion, "→", case.result())
