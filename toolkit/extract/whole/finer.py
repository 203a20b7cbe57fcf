"""A table that ends with groups of the second level, and text that scores their lines → these lines under them."""

from collections.abc import Iterator, Mapping, Sequence

from toolkit.extract.summaries import is_told, points_of
from toolkit.extract.whole.summarised import cut
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
            found |= {id(line): _under(head, line) for head, line in _each_with_its_head(heads, told)}
    return found


def _each_with_its_head(heads: Sequence[Indicator], told: Sequence[Indicator]) -> Iterator[tuple[Indicator, Indicator]]:
    """(head, line) of each line; nothing where the points of the lines, in their order, do not make the heads' own."""
    runs = cut(told, heads) if all(points_of(line) is not None for line in told) else None
    if runs is not None and all(run.start < run.stop for head, run in zip(heads, runs, strict=True) if points_of(head)):
        yield from ((head, line) for head, run in zip(heads, runs, strict=True) for line in told[run])


def _under(head: Indicator, line: Indicator) -> Indicator:
    return line.model_copy(update={"level": 3, "level1": head.level1, "level2": head.name.value})
