"""Statements of equal value → same_fact relations: the rarer the value, the fewer words need to be alike.

A relation told here always holds, so it accuses nobody; but it must not tie a plan to an outcome, a part to its whole
or two years, for then a slip in one of them would seem excused by the other.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from toolkit.figures.statements import Statement
from toolkit.figures.verdict import printed_bounds, same_fact, value_of
from toolkit.measure.dimensions import factor_of, one_unit
from toolkit.measure.interval import half_unit
from toolkit.model.figure import Relation

_MOST_ALIKE = 20
_WIDE = 10
_UNSAID = Decimal(1)
_NEEDED = {1: Decimal("0.6"), 2: Decimal("0.34"), 3: Decimal("0.2"), 4: Decimal("0.15")}
_NEEDED_OF_RATES = {1: Decimal("0.75"), 2: Decimal("0.6"), 3: Decimal("0.5")}
_NEEDED_OF_POINTS = dict.fromkeys((1, 2, 3, 4), Decimal("0.75"))
_OF_A_PART = Decimal("0.5")
_WITH_A_RUN = Decimal("0.5")
_OF_A_RATE_OF_A_PART = Decimal("0.75")
_ANY_COUNTER = frozenset({"个", "项"})
_COUNTERS = (
    *(frozenset(alike) for alike in ("人名位", "户家", "所座处", "辆台套部", "条篇", "本册部", "件起宗")),
    frozenset({"场", "场次", "次"}),
    frozenset({"批", "批次"}),
)
_COMMON = frozenset({"money", "count", "share", "points", "time"})
_RARE = 4
_NONE = Decimal(0)
_FEWEST_DIGITS = 2
_INSIDE = Decimal("0.75")
_TELLING = 3
_UNNAMED = Decimal("0.1")
_BOTH_UNNAMED = Decimal("0.2")
_MONEY_AT_WORK = frozenset({"plan", "spent", "received"})


def twins(statements: Sequence[Statement]) -> Iterator[Relation]:
    """Groups that repeat one another, the likest joined first; none has two of one sentence or table.

    Words that share nothing are enough where the figures beside them repeat one another too.
    """
    groups = _Groups(statements)
    for unlike, _, first, again in sorted(_candidates(statements)):
        if unlike < _UNSAID or groups.beside(first, again):
            yield from groups.join(first, again)


class _Groups:
    """Statements that repeat one another, and the sentences and tables that each group has a figure of."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._groups = [{number} for number in range(len(statements))]
        self._places = [{one.place} for one in statements]

    def join(self, first: int, again: int) -> Iterator[Relation]:
        """The relation of two statements, unless they are of one group already or some place would have two."""
        groups, places = self._groups, self._places
        if groups[first] is groups[again] or places[first] & places[again]:
            return
        ends = (self._statements[first], self._statements[again])
        one, other = sorted(ends, key=lambda end: not end.bound)
        yield same_fact(one.spot, other.spot)
        groups[first] |= groups[again]
        places[first] |= places[again]
        for number in groups[first]:
            groups[number], places[number] = groups[first], places[first]

    def beside(self, first: int, again: int) -> bool:
        """Whether a figure right beside the one, in its sentence or table, repeats one right beside the other."""
        return any(self._groups[one] is self._groups[other] for one in self._next(first) for other in self._next(again))

    def _next(self, number: int) -> Iterator[int]:
        for other in (number - 2, number - 1, number + 1, number + 2):
            inside = 0 <= other < len(self._statements)
            if inside and self._statements[other].place == self._statements[number].place:
                yield other


def _candidates(statements: Sequence[Statement]) -> Iterator[tuple[Decimal, bool, int, int]]:
    """(minus how alike, whether one is rounded, first, again) of the pairs that may state the same; last those unlike
    only in words."""
    year = _usual_year(statements)
    by_kind: dict[object, list[tuple[Decimal, int]]] = defaultdict(list)
    for number, one in enumerate(statements):
        by_kind[one.kind].append((one.value, number))
    for group in by_kind.values():
        group.sort()
    yield from _of_bare_cells(statements, year)
    for number, one in enumerate(statements):
        for other in _near(one, number, by_kind[one.kind]):
            first = statements[other]
            if other < number and _may_be_one(first, one, year) and _same_value(first, one):
                unlike = _unlike(first, one)
                if unlike is not None:
                    yield unlike, first.value != one.value, other, number


def _of_bare_cells(statements: Sequence[Statement], year: str) -> Iterator[tuple[Decimal, bool, int, int]]:
    """The same for figures without a unit, of cells or with many digits, and those of the text that have one."""
    by_value: dict[Decimal, list[int]] = defaultdict(list)
    for number, one in enumerate(statements):
        if one.place[1] >= 0 and one.kind[0] not in {None, "money", "share", "points"}:
            by_value[value_of(one.spot)].append(number)
    for number, cell in enumerate(statements):
        if cell.kind[0] is not None or (cell.place[1] >= 0 and cell.digits < _TELLING):
            continue
        for other in by_value[value_of(cell.spot)][:_MOST_ALIKE]:
            told = statements[other]
            if _may_be_one(told, cell, year) and (likeness := _in_words(told, cell, 1)) is not None:
                yield -likeness, False, *sorted((number, other))  # type: ignore[misc]


def _near(one: Statement, number: int, group: Sequence[tuple[Decimal, int]]) -> Iterator[int]:
    """Numbers of the statements whose value may be the same: some twenty on each side."""
    value = one.value
    place = bisect_left(group, (value, number))
    wide = abs(value) / _WIDE
    for other_value, other in group[max(0, place - _MOST_ALIKE) : place + _MOST_ALIKE]:
        if other != number and abs(other_value - value) <= wide:
            yield other


def _unlike(first: Statement, again: Statement) -> Decimal | None:
    """Minus how alike the words are; `_UNSAID` where only they are not; None where the two may not state the same."""
    digits = _digits(first, again)
    if digits is None:
        return _UNSAID if min(first.digits, again.digits) >= _RARE else None
    likeness = _in_words(first, again, digits)
    if likeness is None and not (first.wordings and again.wordings):
        likeness = _unnamed(first, again, digits)
    if likeness is not None:
        return -likeness
    return None if first.kind[1] or first.standing == "change" or digits < _FEWEST_DIGITS else _UNSAID


def _digits(first: Statement, again: Statement) -> int | None:
    """How many digits tell something of both; one where 个 stands for a counter, None where the counters differ."""
    one, other = first.unit, again.unit
    if one_unit(one, other) or first.kind[0] != "count" or any({one, other} <= alike for alike in _COUNTERS):
        return min(first.digits, again.digits)
    return 1 if {one, other} & _ANY_COUNTER else None


def _may_be_one(first: Statement, again: Statement, year: str) -> bool:
    """Whether two places speak of one time, of a whole or by the head, and not the one alone of a plan."""
    if (
        first.place == again.place
        or (first.bound and again.bound)
        or first.period != again.period
        or first.per != again.per
    ):
        return False
    if first.shares_a_sentence(again) and min(first.digits, again.digits) < _RARE:
        return False
    return _may_stand_for(first, again) and (first.year or year) == (again.year or year)


def _in_words(first: Statement, again: Statement, digits: int) -> Decimal | None:
    """How alike their words are, if alike enough; a part must be named with its whole name."""
    percent = first.kind[1]
    if not (first.subjects and again.subjects):
        return None
    for part, whole in ((first, again), (again, first)):
        least = _OF_A_RATE_OF_A_PART if percent else _OF_A_PART
        if part.part and not whole.part and _covered(part, whole) < least:
            return None
    likeness = max(_overlaps(first, again, digits))
    needed = _NEEDED_OF_RATES if percent else _NEEDED_OF_POINTS if first.kind[0] == "points" else _NEEDED
    enough = needed[min(digits, max(needed))]
    if not percent and first.shares_a_run(again):
        enough = min(enough, _WITH_A_RUN)
    return likeness if likeness >= enough else None


def _same_value(first: Statement, again: Statement) -> bool:
    """Equal, or the one the other rounded."""
    if first.kind[0] != "count" and not one_unit(first.unit, again.unit):
        return first.value == again.value and factor_of(first.unit) is not None and factor_of(again.unit) is not None
    one, other = value_of(first.spot), value_of(again.spot)
    if one == other:
        return True
    if not printed_bounds(first.spot).meets(printed_bounds(again.spot)):
        return False
    if first.spot.quantity is None or again.spot.quantity is None:
        return False
    coarse, fine = sorted((half_unit(first.spot.quantity), half_unit(again.spot.quantity)), reverse=True)
    return coarse > fine and abs(one - other) <= coarse


def _unnamed(first: Statement, again: Statement, digits: int) -> Decimal | None:
    """One of them has no words of its own: it may mean what its sentence speaks of, or the whole."""
    named, bare = (first, again) if first.wordings else (again, first)
    if named.wordings:
        words = named.wordings[0]
        inside = Decimal(sum((words & bare.setting).values())) / sum(words.values())
        if inside >= _INSIDE:
            return inside
    if first.kind[1] or first.standing == "change":
        return None
    if first.kind[0] == "points" and not (first.whole and again.whole):
        is_total = (first.whole or again.whole) and not named.wordings
        return _UNNAMED if is_total and digits >= _TELLING else None
    same_standing = first.standing == again.standing != ""
    if named.wordings:
        rare = first.kind[0] not in _COMMON
        return _UNNAMED if digits >= 4 - bare.whole - same_standing - rare else None
    in_tables = first.place[1] < 0 and again.place[1] < 0
    alike = same_standing or (first.whole and again.whole)
    return _BOTH_UNNAMED if digits >= (3 if not alike else 1 if in_tables else 2) else None


def _may_stand_for(first: Statement, again: Statement) -> bool:
    """Whether one may repeat the other, by what each is; money without a word for it may be granted, got or spent."""
    one, other = first.standing, again.standing
    if one == other:
        return True
    return first.kind[0] == "money" and "" in {one, other} and bool({one, other} & _MONEY_AT_WORK)


def _overlaps(first: Statement, again: Statement, digits: int) -> Iterator[Decimal]:
    """Of each wording of the one with each of the other; words behind both figures say too little of a single digit."""
    for one in first.subjects:
        for other in again.subjects:
            behind_both = one != first.before and other != again.before
            yield _NONE if digits < _FEWEST_DIGITS and behind_both else _overlap(one, other)


def _overlap(one: Counter[str], other: Counter[str]) -> Decimal:
    """The share of the fewer characters that stand among the others."""
    return Decimal(sum((one & other).values())) / min(sum(one.values()), sum(other.values()))


def _covered(part: Statement, whole: Statement) -> Decimal:
    """How much of the words of a part stands with the other figure."""
    words = part.subjects[0]
    return Decimal(sum((words & whole.subjects[-1]).values())) / sum(words.values())


def _usual_year(statements: Sequence[Statement]) -> str:
    """The year that most figures name; what names none is of that year."""
    named = Counter(one.year for one in statements if one.year not in {"", "last"})
    return named.most_common(1)[0][0] if named else ""
