"""Statements of equal value → same_fact relations: the rarer the value, the fewer words need to be alike.

A relation told here always holds, so it accuses nobody; but it must not tie a plan to an outcome, a part to its whole or
two years, for then a slip in one of them would seem excused by the other.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from toolkit.figures.statements import Statement
from toolkit.figures.verdict import dimension, printed_bounds, same_fact, value_of
from toolkit.measure.dimensions import one_unit
from toolkit.measure.interval import half_unit
from toolkit.model.figure import Relation

_MOST_ALIKE = 40
_NEEDED = {1: Decimal("0.75"), 2: Decimal("0.5"), 3: Decimal("0.4"), 4: Decimal("0.25")}
_NEEDED_OF_RATES = {1: Decimal("0.9"), 2: Decimal("0.75"), 3: Decimal("0.6")}
_NEEDED_OF_POINTS = dict.fromkeys((1, 2, 3, 4), Decimal("0.75"))
_OF_A_PART = Decimal("0.5")
_OF_A_RATE_OF_A_PART = Decimal("0.75")
_INSIDE = Decimal("0.75")
_UNNAMED = Decimal("0.1")
_BOTH_UNNAMED = Decimal("0.2")
_MONEY_AT_WORK = frozenset({"plan", "spent", "received"})


def twins(statements: Sequence[Statement]) -> Iterator[Relation]:
    """Groups of statements that repeat one another, the likest joined first; no group has two of one sentence or table."""
    groups = [{number} for number in range(len(statements))]
    places = [{one.place} for one in statements]
    for _, first, again in sorted(_candidates(statements)):
        if groups[first] is not groups[again] and not places[first] & places[again]:
            yield same_fact(statements[first].spot, statements[again].spot)
            groups[first] |= groups[again]
            places[first] |= places[again]
            for number in groups[first]:
                groups[number], places[number] = groups[first], places[first]


def _candidates(statements: Sequence[Statement]) -> Iterator[tuple[Decimal, int, int]]:
    """(minus how alike, first, again) of the pairs that may state the same."""
    year = _usual_year(statements)
    by_kind: dict[object, list[tuple[Decimal, int]]] = defaultdict(list)
    for number, one in enumerate(statements):
        by_kind[one.kind].append((value_of(one.spot), number))
    for group in by_kind.values():
        group.sort()
    for number, one in enumerate(statements):
        for other in _near(one, by_kind[one.kind]):
            likeness = _likeness(statements[other], one, year) if other < number else None
            if likeness is not None:
                yield -likeness, other, number


def _near(one: Statement, group: Sequence[tuple[Decimal, int]]) -> Iterator[int]:
    """Numbers of the statements whose value may be the same, some forty at most."""
    reach = printed_bounds(one.spot)
    wide = max(reach.high - reach.low, abs(value_of(one.spot)) / 20)
    start = bisect_left(group, (reach.low - wide, 0))
    for value, number in group[start : start + _MOST_ALIKE]:
        if value > reach.high + wide:
            break
        yield number


def _likeness(first: Statement, again: Statement, year: str) -> Decimal | None:
    """How alike the words are; None where the two may not state the same."""
    if first.place == again.place or first.period != again.period or first.per != again.per:
        return None
    if not (_same_value(first, again) and _may_stand_for(first, again)):
        return None
    if (first.year or year) != (again.year or year):
        return None
    digits = min(first.digits, again.digits)
    likeness = _in_words(first, again, digits)
    return _unnamed(first, again, digits) if likeness is None and not (first.wordings and again.wordings) else likeness


def _in_words(first: Statement, again: Statement, digits: int) -> Decimal | None:
    """How alike their words are, if alike enough; a part must be named with its whole name."""
    percent = first.kind[1]
    if not (first.subjects and again.subjects):
        return None
    for part, whole in ((first, again), (again, first)):
        if part.part and not whole.part:
            if _covered(part, whole) < (_OF_A_RATE_OF_A_PART if percent else _OF_A_PART):
                return None
    likeness = max(_overlap(one, other) for one in first.subjects for other in again.subjects)
    needed = _NEEDED_OF_RATES if percent else _NEEDED_OF_POINTS if first.kind[0] == "points" else _NEEDED
    return likeness if likeness >= needed[min(digits, max(needed))] else None


def _same_value(first: Statement, again: Statement) -> bool:
    """Equal, or the one the other rounded."""
    one, other = value_of(first.spot), value_of(again.spot)
    if not one_unit(dimension(first.spot)[0], dimension(again.spot)[0]):
        return False
    if one == other:
        return True
    if not printed_bounds(first.spot).meets(printed_bounds(again.spot)):
        return False
    if first.spot.quantity is None or again.spot.quantity is None or min(first.digits, again.digits) < 2:
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
    if first.kind[1] or (first.kind[0] == "points" and not (first.whole and again.whole)):
        return None
    same_standing = first.standing == again.standing != ""
    if named.wordings:
        return _UNNAMED if digits >= 4 - bare.whole - same_standing else None
    in_tables = first.place[1] < 0 and again.place[1] < 0
    return _BOTH_UNNAMED if digits >= (3 if not same_standing else 1 if in_tables else 2) else None


def _may_stand_for(first: Statement, again: Statement) -> bool:
    """Whether one may repeat the other, by what each is; money without a word for it may be granted, got or spent."""
    one, other = first.standing, again.standing
    if one == other:
        return True
    return first.kind[0] == "money" and "" in {one, other} and bool({one, other} & _MONEY_AT_WORK)


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
