"""Lines in reading order → the indicator tree: each group followed by its lines, with ids, orders and parents."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from toolkit.model.record import Indicator
from toolkit.text import key

_Groups = Mapping[tuple[int, str], list[int]]


def as_tree(lines: list[Indicator]) -> tuple[Indicator, ...]:
    """Depth first: what stands at the top in reading order, below each group its own lines in theirs."""
    groups: dict[tuple[int, str], list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        groups[line.level, key(line.name.value)].append(place)
    above = [_parent(place, lines, groups) for place in range(len(lines))]
    below: dict[int | None, list[int]] = defaultdict(list)
    for place, parent in enumerate(above):
        below[parent].append(place)
    order = list(_walk(None, below))
    ids: dict[int | None, str | None] = {None: None}
    ids |= {place: f"i{number}" for number, place in enumerate(order, 1)}
    return tuple(
        lines[place].model_copy(update={"id": ids[place], "order": number, "parent": ids[above[place]]})
        for number, place in enumerate(order, 1)
    )


def _walk(parent: int | None, below: Mapping[int | None, list[int]]) -> Iterator[int]:
    for place in below.get(parent, ()):
        yield place
        yield from _walk(place, below)


def _parent(place: int, lines: list[Indicator], groups: _Groups) -> int | None:
    """The listed group that this line names as its nearest: its level-3 group, of the same groups above, else its
    level-2 group, else that of level 1."""
    line = lines[place]
    for level, name in ((3, line.level3), (2, line.level2), (1, line.level1)):
        if name is None or line.level <= level:
            continue
        for other in groups.get((level, key(name)), ()):
            if other != place and _same_above(lines[other], line, level):
                return other
    return None


def _same_above(group: Indicator, line: Indicator, level: int) -> bool:
    """Whether the groups above a group of this level may be those above the line."""
    above = ((group.level1, line.level1), (group.level2, line.level2))[: level - 1]
    return all(one is None or other is None or key(one) == key(other) for one, other in above)
