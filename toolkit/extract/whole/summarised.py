"""What a summary in running text scores group by group → the groups that its tables and lines are in.

A summary calls a group by a word more or less (产出指标 for 产出), and may be all that tells the groups: lines told or
listed without one belong to them in their order, where their points can be cut into just those of the groups.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from toolkit.extract.summaries import block_of, is_told, points_of
from toolkit.model.record import Indicator
from toolkit.patterns import regex
from toolkit.text import key

_SORT = regex("(?:指标|类|项|部分|方面|板块)$")
_STATE = regex("(?:情况|率)$")
_FEWEST = 2


def as_in_tables(tables: Sequence[Indicator], told: Iterable[Indicator]) -> list[Indicator]:
    """Lines of the text, their groups called as in the tables, those left out that are none of theirs."""
    return _without_other_cuts(tables, _called_as_in(tables, told))


def _called_as_in(tables: Sequence[Indicator], told: Iterable[Indicator]) -> Iterator[Indicator]:
    """Lines of the text; a group that the tables call by a word more or less is called as there. 预算执行 is their
    预算执行率 where it has its points."""
    names = {_stem(name): name for line in tables if (name := line.name.value if line.level == 1 else line.level1)}
    states = {_STATE.sub("", stem): name for stem, name in names.items()}
    points = {key(line.name.value): points_of(line) for line in tables if line.level == 1}
    for line in told:
        stem = _stem(line.name.value)
        name = names.get(stem)
        if name is None and (like := states.get(_STATE.sub("", stem))) is not None:
            name = like if points.get(key(like)) == points_of(line) else None
        if name is None or not _may_be_group(line) or points_of(line) is None or key(name) == key(line.name.value):
            yield line
        else:
            called = line.name.model_copy(update={"value": name})
            yield line.model_copy(update={"name": called, "level": 1, "level1": None, "level2": None})


def _without_other_cuts(tables: Sequence[Indicator], told: Iterable[Indicator]) -> list[Indicator]:
    """Lines of the text without the groups of a summary that cuts those of the tables otherwise: it tells a part of a
    group by itself (满意度10分), and the group without it (效益30分 for 40)."""
    lines, wholes = list(told), _wholes(tables)
    blocks: dict[str, list[Indicator]] = defaultdict(list)
    for line in lines:
        if _may_be_group(line) and points_of(line) is not None:
            blocks[block_of(line)].append(line)
    dropped: set[int] = set()
    for group in blocks.values():
        less = [line for line in group if (points_of(line) or 0) < wholes.get(key(line.name.value), 0)]
        apart = [line for line in group if key(line.name.value) not in wholes]
        missing = sum(wholes[key(line.name.value)] - (points_of(line) or 0) for line in less)
        if less and apart and missing == sum(points_of(line) or 0 for line in apart):
            dropped |= {id(line) for line in (*less, *apart)}
    return [line for line in lines if id(line) not in dropped]


def _wholes(tables: Sequence[Indicator]) -> dict[str, Decimal]:
    """The points of the lines in each group of the tables."""
    groups = {key(name) for line in tables for name in (line.level1, line.level2) if name is not None}
    found: dict[str, Decimal] = defaultdict(Decimal)
    for line in tables:
        if line.level1 is not None and key(line.name.value) not in groups:
            found[key(line.level1)] += points_of(line) or 0
    return found


def in_order(lines: Sequence[Indicator]) -> list[Indicator]:
    """Lines in reading order; those without a group under the heads of a summary that have none, where both stand in
    one order and the points of the former make those of the latter one by one."""
    heads = _heads(lines)
    loose = [place for place, line in enumerate(lines) if place not in heads and line.level1 is None]
    runs = _cut([points_of(lines[place]) for place in loose], [points_of(lines[place]) for place in heads])
    if len(heads) < _FEWEST or runs is None or len(loose) <= len(heads):
        return list(lines)
    found = list(lines)
    for head, run in zip(heads, runs, strict=True):
        for place in loose[run]:
            line = lines[place]
            found[place] = line.model_copy(update={"level": max(2, line.level), "level1": lines[head].name.value})
    return found


def _heads(lines: Sequence[Indicator]) -> list[int]:
    """Where the groups of the first summary stand that no line names."""
    named = {key(name) for line in lines for name in (line.level1, line.level2) if name is not None}
    alone = [
        place
        for place, line in enumerate(lines)
        if line.level == 1 and _may_be_group(line) and points_of(line) and key(line.name.value) not in named
    ]
    blocks = Counter(block_of(lines[place]) for place in alone)
    summary = next((block for block, count in blocks.items() if count >= _FEWEST), None)
    return [place for place in alone if block_of(lines[place]) == summary]


def _cut(points: Sequence[Decimal | None], wholes: Sequence[Decimal | None]) -> list[slice] | None:
    """The runs of numbers that add up to the wholes, one after the other; None where they cannot be cut so."""
    runs: list[slice] = []
    start = 0
    for whole in wholes:
        end, left = start, whole or Decimal(0)
        while left > 0 and end < len(points):
            left -= points[end] or left + 1
            end += 1
        if left:
            return None
        runs.append(slice(start, end))
        start = end
    return runs if start == len(points) else None


def _may_be_group(line: Indicator) -> bool:
    return is_told(line) and line.target is None and line.actual is None


def _stem(name: str) -> str:
    return _SORT.sub("", key(name))
