"""Lines told in running text → the groups that a summary of them tells: a paragraph whose points make a whole, beside
lines that are told elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from toolkit.model.record import Indicator
from toolkit.text import key

_WHOLE: Final = Decimal(100)
_FEWEST: Final = 2


def block_of(line: Indicator) -> str:
    """The paragraph that a line is told in."""
    return line.name.where.segments[0].block


def summed_up(lines: Sequence[Indicator]) -> list[Indicator]:
    """The groups of the first such paragraph; none where no other line is told elsewhere."""
    by_block: dict[str, list[Indicator]] = defaultdict(list)
    for line in lines:
        by_block[block_of(line)].append(line)
    for groups in by_block.values():
        if len(groups) < _FEWEST or _points(groups) != _WHOLE:
            continue
        names = {key(line.name.value) for line in groups}
        return groups if any(key(line.name.value) not in names for line in lines) else []
    return []


def _points(lines: Iterable[Indicator]) -> Decimal | None:
    """What the lines' points make; None where one of them has none."""
    points = [line.max_score for line in lines]
    return sum((one.value for one in points if one is not None), Decimal(0)) if None not in points else None
