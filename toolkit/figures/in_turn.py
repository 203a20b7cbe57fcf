"""A sentence with 分别 → the words of each figure behind it: 甲3件，乙5件，分别增长4%和6%; 甲、乙分别为3件和5件。"""

from collections.abc import Iterator, Sequence

from toolkit.figures.spot import Spot
from toolkit.patterns import regex

_RESPECTIVELY = regex(r"分别(?P<what>[^,。;:\d]{0,12})$")
_ONLY_MARKS = regex(r"\s?[、,和与及]\s?")
_BETWEEN_NAMES = regex("[、和与及]")
_CLAUSE = regex("[,;:]")
_STOP = regex(r"[。!?\n]")
_NUMBER = regex(r"\d")
_LONGEST_SENTENCE = 200


def in_turn(spots: Sequence[Spot], folded: str) -> Iterator[tuple[str, str]]:
    """(id of a figure, its words) of the figures that 分别 gives to names or to earlier figures one by one."""
    for number, first in enumerate(spots):
        told = _RESPECTIVELY.search(folded, spots[number - 1].end if number else 0, first.start)
        if told is None:
            continue
        run = _run(spots[number:], folded)
        sentence = _STOP.split(folded[max(0, told.start() - _LONGEST_SENTENCE) : told.start()])[-1]
        names = _names(sentence, len(run)) if len(run) > 1 else []
        yield from ((spot.id, name + told["what"]) for spot, name in zip(run, names, strict=False))


def _run(spots: Sequence[Spot], folded: str) -> list[Spot]:
    """The first figure and those behind it with nothing but marks between."""
    run = [spots[0]]
    for spot in spots[1:]:
        if not _ONLY_MARKS.fullmatch(folded, run[-1].end, spot.start):
            break
        run.append(spot)
    return run


def _names(sentence: str, wanted: int) -> list[str]:
    """The `wanted` things named before 分别: the list right before it, or the last clauses with a figure each."""
    clauses = [clause for clause in _CLAUSE.split(sentence) if clause]
    if clauses and not _NUMBER.search(clauses[-1]):
        names = [name for name in _BETWEEN_NAMES.split(clauses[-1]) if name]
    else:
        parts = (part for clause in clauses for part in clause.split("、"))
        names = [_NUMBER.split(part)[0] for part in parts if _NUMBER.search(part)][-wanted:]
    return names if len(names) == wanted else []
