"""Lines of a list of deductions → what they say joined to the lines of the table that lists all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from toolkit.extract.citing import points_lost
from toolkit.extract.form import Band, Finds
from toolkit.extract.summaries import is_told
from toolkit.extract.tables.rows import read_indicators
from toolkit.model.record import Indicator
from toolkit.text import key

METHOD: Final = "form:deductions"
_LOSSES: Final = "form:losses"


def read_deductions(band: Band) -> Finds:
    """The entries of a list; its sums are those of the lines that lost points, and no total of the report."""
    return replace(read_indicators(band, METHOD), totals=())


def read_losses(band: Band) -> Finds:
    """The same of a list whose entries need not be called as the lines are."""
    return replace(read_indicators(band, _LOSSES), totals=())


def is_entry(line: Indicator) -> bool:
    """Whether a line stands in a list of deductions or losses."""
    return line.name.method in {METHOD, _LOSSES}


def with_deductions(
    lines: Sequence[Indicator], entries: Iterable[Indicator], joined: Callable[[Indicator, Indicator], Indicator]
) -> list[Indicator]:
    """The lines of tables and text, each entry of a list of deductions `joined` to the line of its name; of several
    lines of one name, to the only one that lost its points. What is joined to none is a line of its own only where the
    list of deductions alone tells scores or no other table lists lines, or where it is the budget's execution, which
    stands in no list of indicators."""
    told = list(lines)
    places: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(told):
        places[key(line.name.value)].append(place)
    alone = not any(line.claimed_score is not None for line in told) or all(map(is_told, told))
    for entry in entries:
        named = places.get(key(entry.name.value), [])
        fitting = named if len(named) == 1 else [other for other in named if _lost_as_much(told[other], entry)]
        if len(fitting) == 1:
            told[fitting[0]] = joined(told[fitting[0]], entry)
        elif entry.name.method == METHOD and (alone or _is_execution(entry)):
            told.append(entry)
    return told


def _is_execution(entry: Indicator) -> bool:
    """Whether an entry tells what the execution of the budget scored."""
    told = entry.max_score is not None and entry.claimed_score is not None
    return told and key(entry.name.value).startswith(("预算执行", "资金执行"))


def _lost_as_much(line: Indicator, entry: Indicator) -> bool:
    lost = points_lost(line.max_score, line.claimed_score)
    said = points_lost(entry.max_score, entry.claimed_score) if entry.deduction is None else entry.deduction.value
    return lost is not None and said is not None and abs(said) == lost
