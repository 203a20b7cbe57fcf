"""Lines of a list of deductions → what they say joined to the lines of the table that lists all."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Final

from toolkit.extract.citing import points_lost
from toolkit.model.record import Indicator
from toolkit.text import key

METHOD: Final = "form:deductions"


def with_deductions(lines: Iterable[Indicator], joined: Callable[[Indicator, Indicator], Indicator]) -> list[Indicator]:
    """The lines of all tables, each entry of a list of deductions `joined` to the line of its name; of several lines of
    one name, to the only one that lost its points. What is joined to none is a line of its own only where the list
    alone tells scores, or where it is the budget's execution, which stands in no list of indicators."""
    told = list(lines)
    places: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(told):
        if line.name.method != METHOD:
            places[key(line.name.value)].append(place)
    if not places:
        return told
    scored = any(line.claimed_score is not None for line in told if line.name.method != METHOD)
    kept = {place: told[place] for each in places.values() for place in each}
    for place, entry in enumerate(told):
        if place in kept:
            continue
        named = places.get(key(entry.name.value), [])
        fitting = named if len(named) == 1 else [other for other in named if _lost_as_much(told[other], entry)]
        if len(fitting) == 1:
            kept[fitting[0]] = joined(kept[fitting[0]], entry)
        elif not scored or _is_execution(entry):
            kept[place] = entry
    return [kept[place] for place in sorted(kept)]


def _is_execution(entry: Indicator) -> bool:
    """Whether an entry tells what the execution of the budget scored."""
    told = entry.max_score is not None and entry.claimed_score is not None
    return told and key(entry.name.value).startswith(("预算执行", "资金执行"))


def _lost_as_much(line: Indicator, entry: Indicator) -> bool:
    lost = points_lost(line.max_score, line.claimed_score)
    said = points_lost(entry.max_score, entry.claimed_score) if entry.deduction is None else entry.deduction.value
    return lost is not None and said is not None and abs(said) == lost
