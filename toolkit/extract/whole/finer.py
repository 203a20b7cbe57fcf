"""A table that ends with groups of the second level, and text that scores their lines → these lines under them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from toolkit.extract.summaries import is_told, points_of
from toolkit.model.record import Indicator
from toolkit.text import key

_MIDDLE = 2  # level


def told_finer(lines: Sequence[Indicator]) -> Mapping[int, Indicator]:
    """id of a line of the text → that line under the group of the table whose points it and its neighbours make.

    Only where in a group of the first level all lines of the table are of the second, and those of the text, more of
    them and in one order, can be cut into just their points.
    """
    above = {(key(line.level1 or ""), key(line.level2 or "")) for line in lines if not is_told(line)}
    found: dict[int, Indicator] = {}
    for name in dict.fromkeys(line.level1 for line in lines if line.level1 is not None):
        own = [line for line in lines if line.level1 is not None and key(line.level1) == key(name)]
        heads = [line for line in own if not is_told(line)]
        told = [line for line in own if is_told(line) and line.level > 1]
        bare = all(head.level == _MIDDLE and (key(name), key(head.name.value)) not in above for head in heads)
        if heads and bare and len(told) > len(heads):
            found |= {id(line): _under(head, line) for head, line in _cut(heads, told)}
    return found


def _cut(heads: Sequence[Indicator], told: Iterable[Indicator]) -> Iterator[tuple[Indicator, Indicator]]:
    """(head, line) of each line; nothing where the points of the lines, in their order, do not make the heads' own."""
    pairs: list[tuple[Indicator, Indicator]] = []
    rest = iter(told)
    for head in heads:
        left = points_of(head)
        while left:
            line = next(rest, None)
            points = None if line is None else points_of(line)
            if line is None or points is None or points > left:
                return
            pairs.append((head, line))
            left -= points
    if next(rest, None) is None:
        yield from pairs


def _under(head: Indicator, line: Indicator) -> Indicator:
    return line.model_copy(update={"level": 3, "level1": head.level1, "level2": head.name.value})
