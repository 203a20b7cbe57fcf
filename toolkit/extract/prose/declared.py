"""Points declared before anything is scored, group by group, and scores told further on → one line each.

“投入类15分：目标合理性5分，指标明确性10分。 … 1.指标明确性扣0.5分，得9.5分。”
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from toolkit.extract.citing import cite_number
from toolkit.extract.prose.statements import Statement
from toolkit.extract.summaries import points_of
from toolkit.model.record import Indicator
from toolkit.patterns import regex
from toolkit.text import fold, key

_FEWEST: Final = 3  # a group and two lines
_OPENS: Final = regex(
    r"(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])?[一-鿿]{2,8}\(?\d{1,2}(?:\.\d)?分\)?[:,](?!.*[扣丢失损得])"
)


def declares(told: Sequence[Statement], method: str) -> bool:
    """Whether a paragraph tells nothing but the points of a group and then those of its lines, which make them."""
    if not told or told[0].name is None or _OPENS.match(fold(told[0].paragraph.text).text) is None:
        return False
    points = [None if one.points is None else cite_number(one.points, method) for one in told]
    alone = all(one.name is not None and one.score is one.deduct is one.bonus is None for one in told)
    known = [one.value for one in points if one is not None]
    return alone and _FEWEST <= len(known) == len(told) and known[0] == sum(known[1:])


def with_scores(lines: Iterable[Indicator]) -> list[Indicator]:
    """The lines; one that tells no score takes that of the later one of its name which tells just its points by what it
    gained and lost."""
    kept: list[Indicator] = []
    waiting: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        name = key(line.name.value)
        place = next((at for at in waiting[name] if _is_scored_by(kept[at], line)), None)
        if place is not None:
            kept[place] = _scored(kept[place], line)
            waiting[name].remove(place)
            continue
        if line.max_score is not None and line.claimed_score is None:
            waiting[name].append(len(kept))
        kept.append(line)
    return kept


def _is_scored_by(line: Indicator, later: Indicator) -> bool:
    return later.max_score is None and later.claimed_score is not None and points_of(later) == points_of(line)


def _scored(line: Indicator, later: Indicator) -> Indicator:
    told = ("claimed_score", "deduction", "target", "actual", "corrective_action")
    found = {name: getattr(line, name) or getattr(later, name) for name in told}
    return line.model_copy(update={**found, "deduction_reasons": line.deduction_reasons or later.deduction_reasons})
