"""Lines of all tables and of the text → each line once, with what every printing of it adds."""

from collections import defaultdict
from collections.abc import Iterable

from toolkit.extract.citing import points_lost
from toolkit.extract.names import is_adjustment
from toolkit.extract.summaries import block_of, is_told, points_of
from toolkit.model.record import Indicator
from toolkit.text import key

_KEPT = (
    "max_score",
    "weight",
    "claimed_score",
    "reviewed_score",
    "deduction",
    "target",
    "actual",
    "attainment_rate",
    "nature",
    "direction",
    "definition",
    "criterion",
    "evidence",
    "corrective_action",
    "level1",
    "level2",
    "level3",
)
_SHORTEST = 4  # characters of a name that is known again in a longer one


class _Lines:
    """Lines with the ways to find the one that a further printing of it belongs to."""

    def __init__(self) -> None:
        self.found: list[Indicator] = []
        self._tabled: list[int] = []  # places of lines that tables list
        self._by_spot: dict[object, int] = {}
        self._by_telling: dict[object, int] = {}
        self._by_group: dict[object, int] = {}
        self._by_worth: dict[object, int] = {}  # of groups in tables
        self._by_method: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))

    def add(self, line: Indicator) -> None:
        """Join a line to its earlier printing, or keep it as a new one in its place."""
        place = self._known(line)
        if place is None:
            place = len(self.found)
            self.found.append(line)
            if not is_told(line):
                self._tabled.append(place)
            self._by_method[key(line.name.value)][line.name.method].append(place)
        else:
            self.found[place] = joined(self.found[place], line)
        self._by_spot.setdefault(_spot(line), place)
        self._by_telling.setdefault(_telling(line), place)
        self._by_group.setdefault(_group(line), place)
        if _is_scored_group(line):
            self._by_worth.setdefault(_worth(line), place)

    def _known(self, line: Indicator) -> int | None:
        """The same words; the same group repeated in a caption; or another printing, in table and text, of one name.

        One table that prints a name twice speaks of two lines; running text that tells the same name, points and
        score twice tells of one.
        """
        if (place := self._by_spot.get(_spot(line))) is not None:
            return place
        if is_told(line) and (place := self._by_telling.get(_telling(line))) is not None:
            return place
        if (
            line.claimed_score is None
            and line.target is None
            and (place := self._by_group.get(_group(line))) is not None
        ):
            return place
        alike = self._by_worth.get(_worth(line)) if _is_scored_group(line) else None
        if alike is not None and block_of(self.found[alike]) != block_of(line):
            return alike
        for method, places in self._by_method[key(line.name.value)].items():
            for place in places:
                again = method != line.name.method or _scored_elsewhere(self.found[place], line)
                if again and _compatible(self.found[place], line):
                    return place
        tabled = self._tabled if is_told(line) else ()
        return next((place for place in tabled if _is_named_in_short(line, self.found[place])), None)


def _is_named_in_short(told: Indicator, listed: Indicator) -> bool:
    """Whether the text tells the score of a line that a table lists in the same group by a longer name (产出情况 for
    部门产出情况)."""
    name = key(told.name.value)
    if (
        told.claimed_score is None
        or listed.claimed_score is None
        or None in (told.level1, told.max_score, listed.level1)
    ):
        return False
    least = _SHORTEST - (told.claimed_score.value == listed.claimed_score.value)
    return (
        None not in (told.level1, told.max_score, listed.level1)
        and listed.level > 1
        and len(name) >= least
        and name in key(listed.name.value)
        and _compatible(listed, told)
        and points_of(listed) == points_of(told)
    )


def _spot(line: Indicator) -> object:
    first = line.name.where.segments[0]
    return first.block, first.cell, first.chars


def _telling(line: Indicator) -> object:
    values = (line.max_score and line.max_score.value, line.claimed_score and line.claimed_score.value)
    return key(line.name.value), line.level, line.name.method, values


def _is_scored_group(line: Indicator) -> bool:
    return line.level == 1 and not is_told(line) and None not in (line.max_score, line.claimed_score)


def _worth(line: Indicator) -> object:
    return key(line.name.value), points_of(line), line.claimed_score and line.claimed_score.value


def _group(line: Indicator) -> object:
    return key(line.name.value), line.level, line.level1, line.level2


def merged(lines: Iterable[Indicator]) -> list[Indicator]:
    """Lines of one name under one group are one line; the first printing keeps its place."""
    merged = _Lines()
    for line in lines:
        if not (is_adjustment(line.name.value) and line.level == 1):
            merged.add(line)
    return merged.found


def _compatible(known: Indicator, line: Indicator) -> bool:
    """Whether two printings can be of one line: not both scored as leaves of different groups."""
    if known.level1 is None or line.level1 is None:
        return True
    return key(known.level1) == key(line.level1)


def _scored_elsewhere(known: Indicator, line: Indicator) -> bool:
    """Whether two tables print one line, the one with what was wanted and attained, the other with its score."""
    scored = [one for one in (known, line) if one.max_score is not None or one.claimed_score is not None]
    if len(scored) != 1 or block_of(known) == block_of(line):
        return False
    wanted = (known.target and known.target.value, line.target and line.target.value)
    return known.level == line.level and (None in wanted or wanted[0] == wanted[1])


def joined(known: Indicator, line: Indicator) -> Indicator:
    """One line of two printings: the first, with what the other adds, and the reasons that tell their points."""
    filled = {name: getattr(line, name) for name in _KEPT if getattr(known, name) is None}
    told = [reason.points.value for reason in line.deduction_reasons if reason.points is not None]
    lost = points_lost(known.max_score or line.max_score, known.claimed_score or line.claimed_score)
    fits = not known.deduction_reasons or sum(told) == lost
    better = bool(told) and fits and all(reason.points is None for reason in known.deduction_reasons)
    reasons = line.deduction_reasons if better else known.deduction_reasons or line.deduction_reasons
    return known.model_copy(update={**filled, "deduction_reasons": reasons})
