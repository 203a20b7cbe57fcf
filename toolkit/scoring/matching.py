"""An indicator line → the standard's criterion of the same name and place, if there is one."""

from toolkit.model.record import Indicator
from toolkit.model.standard import Criterion, Standard
from toolkit.patterns import regex
from toolkit.text import key

_TAIL = regex(r"(?:指标|绩效指标)$")
_MARK = regex(r"[《》〈〉·\s]")


def criterion_for(line: Indicator, standard: Standard) -> Criterion | None:
    """The criterion whose last path name (or alias) is the line's name and whose first is the line's level 1.

    A line without level 1 matches by name alone. Two criteria that fit are none.
    """
    name = bare(line.name.value)
    group = bare(line.level1) if line.level1 else None
    found = [
        criterion
        for criterion in standard.criteria
        if name in _names(criterion) and (group is None or len(criterion.path) == 1 or bare(criterion.path[0]) == group)
    ]
    return found[0] if len(found) == 1 else None


def bare(name: str) -> str:
    """A name without quotes, blanks and the tail 指标."""
    return _TAIL.sub("", _MARK.sub("", key(name)))


def _names(criterion: Criterion) -> set[str]:
    return {bare(name) for name in (criterion.path[-1], *criterion.aliases)}
