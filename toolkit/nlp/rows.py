"""A row of an indicator table (its words, its cells, its neighbours, its figures) → terms, and the role it plays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from toolkit.nlp.linear import linear_model
from toolkit.nlp.shapes import numeral, runs, shape
from toolkit.text import key

_LONGEST: Final = 3
_READ: Final = 24  # characters of a label that count; the rest of a long note tells no more
_NEAR_THE_END: Final = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its label, the first words in it.

    `at`: role of the column the label begins in; `over`: roles of all columns it reaches over. `cells`: role and words
    of the row's other cells. `above`, `below`: labels beside. `groups`: names of the groups it stands in. `points`,
    `scores`: these columns from top to bottom; `place`: the row's place in them.
    """

    label: str
    at: str
    over: tuple[str, ...]
    cells: tuple[tuple[str, str], ...]
    above: str
    below: str
    groups: tuple[str, ...]
    points: tuple[str, ...]
    scores: tuple[str, ...]
    place: int


def role_of_row(row: Row) -> str | None:
    """The role the model is sure of, else None. Raises ModelError where the model cannot be read."""
    model = linear_model("rows")
    probability, role = max(zip(model.weigh(row_terms(row)), model.labels, strict=True))
    return role if probability >= model.sure else None


def row_terms(row: Row) -> list[str]:
    """Terms, each once: runs of the label and of those beside, where it stands, shapes of the cells, what figures
    are the sum of."""
    label = key(row.label)
    found = dict.fromkeys(runs("h", label[:_READ], _LONGEST))
    found.update(dict.fromkeys((*runs("a", row.above[:_READ], 2), *runs("b", row.below[:_READ], 2))))
    found.update(dict.fromkeys((f"t:{shape(label)}", f"at:{row.at}", f"s:{_span(row)}")))
    found.update(dict.fromkeys(f"c:{role}:{shape(key(text))}" for role, text in row.cells))
    if any(len(group) > 1 and group in label for group in map(key, row.groups)):
        found["g:named"] = None
    left = len(row.points) - 1 - row.place
    found.update(dict.fromkeys((f"p:left{left}" if left < _NEAR_THE_END else "p:within", f"p:{min(row.place, 2)}")))
    found.update(dict.fromkeys((*_sums("points", row.points, row.place), *_sums("scores", row.scores, row.place))))
    return list(found)


def _span(row: Row) -> str:
    """How far the label reaches: one column, the whole row, or some."""
    if len(row.over) <= 1:
        return "one"
    return "some" if row.cells else "whole"


def _sums(mark: str, column: Sequence[str], place: int) -> Iterator[str]:
    """What a figure is the sum of: all figures above, those right above, those right below; whether it is a hundred."""
    known = [numeral(text) for text in column]
    own = known[place] if place < len(known) else None
    if own is None:
        return
    above = [value for value in known[:place] if value is not None]
    below = [value for value in known[place + 1 :] if value is not None]
    if own == 100:
        yield f"n:{mark}-hundred"
    if above and own > max(above):
        yield f"n:{mark}-most"
    if len(above) > 1 and own in {sum(above), sum(above) / 2, sum(above) / 3}:
        yield f"n:{mark}-all"
    if own in tuple(accumulate(reversed(above)))[1:]:
        yield f"n:{mark}-above"
    if own in tuple(accumulate(below))[1:]:
        yield f"n:{mark}-below"


def is_sum(column: Sequence[str], place: int) -> bool:
    """Whether a figure is the sum of all above it, or of several right above it."""
    return bool({"n:-all", "n:-above"} & set(_sums("", column, place)))


def is_whole(column: Sequence[str], place: int) -> bool:
    """Whether a figure can be that of the whole: the sum of those above, or a hundred and more than each of them."""
    told = set(_sums("", column, place))
    return bool({"n:-all", "n:-above"} & told) or {"n:-hundred", "n:-most"} <= told
