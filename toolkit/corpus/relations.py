"""The truth graph of a document: which printed figures hang together, by which rule, and whether they agree.

Judged from the printed texts alone, without the toolkit that the corpus measures: scores, points and counts stand
for the number printed, money and rates for the interval of half their last digit.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Final, Literal, NamedTuple, TypeAlias

from toolkit.corpus.facts import COLUMNS, Facts
from toolkit.corpus.printing import Manner
from toolkit.patterns import regex

Sort: TypeAlias = Literal[
    "sum", "difference", "ratio", "growth", "product", "same_fact", "count", "at_least", "at_most", "grade"
]

OF_MORE: Final = "some"
"""Prefix of the keys of things listed where the words leave room for more (等, 包括): their count may be larger."""
_NUMBER: Final = regex(r"-?\d[\d,]*(?:\.\d+)?")
_ONE: Final = Fraction(1)
_EXACT: Final = frozenset(
    {
        *("SCO101", "SCO102", "SCO103", "SCO104", "SCO105", "SCO107", "SCO113", "SCO116"),
        *("DED402", "CON501", "CON506"),
    }
)


@dataclass(frozen=True, slots=True)
class Relation:
    """`code` is what the audit must say where it does not hold.

    `signs` of a sum: −1 for what is taken off. `bounds` of a grade. `scale`: what turns operands into the result's
    unit.
    """

    sort: Sort
    operands: tuple[str, ...]
    result: str
    code: str
    signs: tuple[int, ...] = ()
    bounds: tuple[tuple[str, Fraction], ...] = ()
    scale: Fraction = Fraction(1)


class Span(NamedTuple):
    """A closed interval."""

    low: Fraction
    high: Fraction


def relations(facts: Facts, manner: Manner) -> Iterator[Relation]:
    """Every relation between the figures that a layout may print."""
    yield from _of_money(facts, manner)
    yield from _of_scores(facts)
    yield from _of_lines(facts)
    staff = tuple(f"staff.{place}" for place in range(len(facts.staff.parts)))
    yield Relation("at_most", staff, "staff", "CON501")  # some of the whole may be of neither sort
    yield Relation("ratio", ("survey.back", "survey.sent"), "survey.rate", "CON504")
    yield Relation("growth", ("growth.before", "growth.after"), "growth.rate", "CON502")
    works = range(len(facts.works))
    yield Relation("count", tuple(f"work.{place}" for place in works), "works", "CON506")
    yield Relation("at_least", tuple(f"{OF_MORE}.{place}" for place in works), "works", "CON506")


def _of_money(facts: Facts, manner: Manner) -> Iterator[Relation]:
    parts = range(len(facts.funds.parts))
    for place in ("funds", "told"):
        for column in COLUMNS:
            yield Relation("sum", tuple(f"{place}.{part}.{column}" for part in parts), f"{place}.{column}", "BUD201")
        for where in (place, *(f"{place}.{part}" for part in parts)):
            yield Relation("ratio", (f"{where}.spent", f"{where}.revised"), f"{where}.rate", "BUD202")
    scale = Fraction(1, 10000) if manner.money == "元" else Fraction(1)
    for column in COLUMNS:
        yield Relation("same_fact", (f"funds.{column}",), f"told.{column}", "BUD206", scale=scale)
    more = facts.funds.amounts["revised"] >= facts.funds.amounts["original"]
    yield Relation("sum", ("told.original", "told.change"), "told.revised", "BUD211", (1, 1 if more else -1))
    yield Relation("difference", ("told.revised", "told.spent"), "told.rest", "BUD210")
    yield Relation("difference", ("funds.revised", "funds.spent"), "told.rest", "BUD210", scale=scale)
    yield Relation("ratio", ("funds.spent", "funds.revised"), "told.rate", "BUD202")
    if facts.system.kind == "project":  # how a department's execution is scored, no rule in force says
        rates = ("funds.rate", "funds.0.rate")
        yield Relation("product", ("funds.points", "funds.spent", "funds.revised", *rates), "funds.score", "SCO113")


def _of_scores(facts: Facts) -> Iterator[Relation]:
    lines = tuple(f"line.{number}" for number in range(len(facts.lines)))
    merits = tuple(f"merit.{place}" for place in range(len(facts.merits)))
    signs = tuple(1 if merit.points > 0 else -1 for merit in facts.merits)
    execution = ("funds.score",) if facts.funds.points is not None else ()
    addends = (*(f"{line}.score" for line in lines), *execution, *merits)
    yield Relation("sum", addends, "total.score", "SCO101", (1,) * (len(addends) - len(merits)) + signs)
    yield Relation("sum", addends, "told.total", "SCO101", (1,) * (len(addends) - len(merits)) + signs)
    worth = ("funds.points",) if execution else ()
    cap = ("cap",) if facts.system.cap is not None else ()
    yield Relation("sum", (*(f"{line}.points" for line in lines), *worth, *cap), "total.points", "SCO103")
    yield Relation("same_fact", ("total.score",), "told.total", "SCO107")
    bounds = tuple((word, Fraction(least)) for word, least in facts.system.grades)
    yield Relation("grade", ("told.total",), "grade", "SCO108", bounds=bounds)
    for group in facts.groups:
        inside = tuple(f"line.{number}" for number in facts.within(group))
        for score, points in product(("group", "told"), repeat=2):
            yield Relation("at_most", (f"{score}.{group}.score",), f"{points}.{group}.points", "SCO105")
        for place in ("group", "told"):
            yield Relation("sum", tuple(f"{one}.score" for one in inside), f"{place}.{group}.score", "SCO102")
            yield Relation("sum", tuple(f"{one}.points" for one in inside), f"{place}.{group}.points", "SCO104")
    if 1 in signs:
        yield Relation("at_most", merits, "cap", "SCO116", signs)


def _of_lines(facts: Facts) -> Iterator[Relation]:
    for number, line in enumerate(facts.lines):
        key = f"line.{number}"
        yield Relation("at_most", (f"{key}.score",), f"{key}.points", "SCO105")
        reasons = tuple(f"{key}.reason.{place}" for place in range(len(line.reasons)))
        if line.reasons and all(reason.points is not None for reason in line.reasons):
            yield Relation("sum", (f"{key}.score", *reasons), f"{key}.points", "DED402")
        if line.goal is not None and line.goal.sort == "number":
            yield Relation("same_fact", (f"{key}.actual",), f"{key}.told", "CON507")
            yield Relation("ratio", (f"{key}.actual", f"{key}.value"), f"{key}.rate", "IND318")


def complete(relation: Relation, printed: Mapping[str, str]) -> bool:
    """Whether the document prints all of its figures."""
    return all(key in printed for key in (*relation.operands, relation.result))


def holds(relation: Relation, printed: Mapping[str, str]) -> bool:
    """Whether the printed figures can all be true."""
    result = printed[relation.result]
    if relation.sort == "count":
        return number(result) == len(relation.operands)
    if relation.sort == "at_least":
        return number(result) >= len(relation.operands)
    if relation.sort == "grade":
        total = number(printed[relation.operands[0]])
        return result == next((word for word, least in relation.bounds if total >= least), None)
    exact = relation.code in _EXACT
    operands = [
        _scaled(span(printed[key], _is_exact(relation, place)), relation.scale)
        for place, key in enumerate(relation.operands)
    ]
    wanted = span(result, exact)
    due = expected(relation, operands)
    if relation.sort == "at_most":
        return due.low <= wanted.high
    slack = _slack(relation, printed) if exact else Fraction(0)
    if relation.sort == "product":
        return any(_rounds_to(one, result) for one in (due, *_by_rates(operands)))
    return due.low - slack <= wanted.high and wanted.low <= due.high + slack


def _is_exact(relation: Relation, place: int) -> bool:
    """Whether an operand stands for itself: points and counts, though what they are set against may be measured."""
    if relation.sort == "product":
        return place == 0
    return relation.code in _EXACT or relation.code == "CON504"


def expected(relation: Relation, operands: list[Span]) -> Span:
    """The interval that the operands give."""
    first, *rest = operands
    match relation.sort:
        case "sum" | "at_most":
            signs = relation.signs or (1,) * len(operands)
            ends = [
                (one.low, one.high) if sign > 0 else (-one.high, -one.low)
                for one, sign in zip(operands, signs, strict=True)
            ]
            return Span(sum((low for low, _ in ends), Fraction(0)), sum((high for _, high in ends), Fraction(0)))
        case "difference":
            return Span(first.low - rest[0].high, first.high - rest[0].low)
        case "ratio":
            return Span(first.low / rest[0].high * 100, first.high / rest[0].low * 100)
        case "growth":
            return Span((rest[0].low / first.high - 1) * 100, (rest[0].high / first.low - 1) * 100)
        case "product":
            points, spent, whole, *_ = operands
            return Span(points.low * min(_ONE, spent.low / whole.high), points.high * min(_ONE, spent.high / whole.low))
        case _:
            return first


def _by_rates(operands: list[Span]) -> Iterator[Span]:
    """Points times each printed rate, that of the whole and that of the appropriation."""
    points, _, _, *rates = operands
    for rate in rates:
        yield Span(points.low * min(_ONE, rate.low / 100), points.high * min(_ONE, rate.high / 100))


def _rounds_to(due: Span, result: str) -> bool:
    half = _half(result)
    return due.low - half <= number(result) <= due.high + half


def number(text: str) -> Fraction:
    """The number in a printed text."""
    found = _NUMBER.search(text)
    if found is None:
        return Fraction(0)
    return Fraction(found[0].replace(",", ""))


def span(text: str, exact: bool) -> Span:
    """What a printed number stands for."""
    half = Fraction(0) if exact else _half(text)
    return Span(number(text) - half, number(text) + half)


def _scaled(one: Span, scale: Fraction) -> Span:
    return Span(one.low * scale, one.high * scale)


def _half(text: str) -> Fraction:
    found = _NUMBER.search(text)
    places = len(found[0].partition(".")[2]) if found else 0
    return Fraction(1, 2 * 10**places)


def _slack(relation: Relation, printed: Mapping[str, str]) -> Fraction:
    """What rounding may add up to in a sum of scores: half of the finest unit for each number that has it."""
    if relation.sort != "sum" or not relation.code.startswith("SCO10"):
        return Fraction(0)
    places = [len(printed[key].partition(".")[2]) for key in relation.operands]
    finest = max(places, default=0)
    return Fraction(places.count(finest), 2 * 10**finest) if finest else Fraction(0)
