"""Table → relations between its columns: a column that two others make in most rows is meant to be made so in all.

No heading needs to be understood: rows whose figures fit to the last digit are no chance. Rates (执行 ÷ 预算), means
(金额 ÷ 人数), changes (本年 − 上年, and in per cent), shares of the total row and running totals are tried.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import pairwise, permutations
from operator import sub, truediv
from typing import Final, TypeAlias

from toolkit.figures.columns import amount_in, is_total
from toolkit.figures.headings import header_depth
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import (
    alike,
    difference_relation,
    dimension,
    is_percent,
    quotient_relation,
    sum_relation,
    value_of,
)
from toolkit.model.document import Table
from toolkit.model.figure import Relation, RelationType
from toolkit.patterns import regex
from toolkit.text import key

Column: TypeAlias = dict[int, Spot]
"""The plain amounts of a column by row."""

_BOTH: Final = regex("[合总小]计.{0,3}(?:平均|均值)|(?:平均|均值).{0,3}[合总小]计")
_MOST_COLUMNS: Final = 14
_MOST_ROWS: Final = 200
_FEWEST_ROWS: Final = 2  # rows that fit, beside any that do not
_MOST_WRONG: Final = 3  # rows that fit for each one that does not


@dataclass(frozen=True, slots=True)
class _Rule:
    """How two figures make a third: the relation, and the value made; None where they cannot."""

    relate: Callable[[Spot, Spot, Spot], Relation | None]
    make: Callable[[Decimal, Decimal], Decimal]


def _quotient(kind: RelationType) -> _Rule:
    return _Rule(partial(quotient_relation, kind), truediv)


_RATIO, _MEAN, _SHARE = _quotient("ratio"), _quotient("average"), _quotient("share")
_GROWTH = _Rule(partial(quotient_relation, "growth", minus_one=1), lambda one, other: one / other - 1)
_DIFFERENCE = _Rule(difference_relation, sub)


def columns_alongside(table: Table, spots: dict[tuple[int, int], tuple[Spot, ...]]) -> Iterator[Relation]:
    """Relations of one table, column by column; `spots` by cell."""
    depth = header_depth(table)
    if table.rows - depth > _MOST_ROWS or table.columns > _MOST_COLUMNS:
        return
    rows = [row for row in range(depth, table.rows) if not _is_of_two_kinds(table, row)]
    columns = [_column(table, spots, number, rows) for number in range(table.columns)]
    totals = [row for row in rows if is_total(table, row)]
    made: set[tuple[str, ...]] = set()
    for number, results in enumerate(columns):
        others = [column for column in columns[:number] if len(column) > _FEWEST_ROWS]  # what is made stands behind
        if len(results) > _FEWEST_ROWS:
            for relation in _made(results, others, totals):
                if relation.holds or relation.operand_ids not in made:  # 到位率, 母基金到位率: one pair, two rates
                    made.add(relation.operand_ids)
                    yield relation


def _is_of_two_kinds(table: Table, row: int) -> bool:
    """Whether a row has sums in some columns and means in others (合计/平均), which one column may not tell."""
    cell = table.covering(row, 0)
    return cell is not None and _BOTH.search(key(cell.text)) is not None


def _column(table: Table, spots: dict[tuple[int, int], tuple[Spot, ...]], number: int, rows: Sequence[int]) -> Column:
    found = ((row, amount_in(table, spots, row, number)) for row in rows)
    return {row: spot for row, spot in found if spot is not None}


def _made(results: Column, others: Sequence[Column], totals: Sequence[int]) -> Iterator[Relation]:
    """The relations of the way that makes the column in most rows, if there is one."""
    tried = [
        _tried(results, one, other, rule, totals) for one, other in permutations(others, 2) for rule in _rules(results)
    ]
    if len(totals) == 1:
        tried += [
            _tried(results, one, dict.fromkeys(one, one[totals[0]]), _SHARE, ()) for one in others if totals[0] in one
        ]
    tried += [_running(results, one) for one in others]
    best = max(tried, key=lambda one: sum(fits for fits, _ in one), default=[])
    right = sum(fits for fits, _ in best)
    wrong = len(best) - right
    if right >= _FEWEST_ROWS and right >= _MOST_WRONG * wrong:
        yield from (relation for _, relation in best)


def _rules(results: Column) -> Sequence[_Rule]:
    percent = [is_percent(spot) for spot in results.values()]
    if all(percent):
        return _RATIO, _GROWTH
    return (_DIFFERENCE, _RATIO, _MEAN) if not any(percent) else ()


def _running(results: Column, one: Column) -> list[tuple[bool, Relation]]:
    """Each figure of the column as the one above it and what this row adds."""
    found: list[tuple[bool, Relation]] = []
    for above, row in pairwise(sorted(results)):
        parts = results[above], one.get(row)
        if parts[1] is None or not value_of(parts[1]) or not alike(parts[0], parts[1], results[row]):
            return []
        relation = sum_relation((parts[0], parts[1]), results[row], ("", ""))
        found.append((relation.holds is True, relation))
    return found


def _tried(
    results: Column, one: Column, other: Column, rule: _Rule, totals: Sequence[int]
) -> list[tuple[bool, Relation]]:
    """(fits, relation) for each row in which both columns have figures that may make the third; [] where no row has
    but such as many columns would fit (nothing, all of it), or a row but the total's has figures of another kind."""
    found: list[tuple[bool, Relation]] = []
    telling = False
    for row, result in results.items():
        first, second = one.get(row), other.get(row)
        if first is None or second is None or first is second or is_percent(first) or is_percent(second):
            continue
        if not value_of(second) or not value_of(result):
            continue
        if not _may_make(rule, first, second, result):
            if row in totals:
                continue
            return []
        relation = rule.relate(first, second, result)
        if relation is not None:
            made = rule.make(value_of(first), value_of(second))
            fits = bool(relation.holds) and relation.printed.holds(made)
            telling = telling or (fits and value_of(first) != value_of(second))
            found.append((fits, relation))
    return found if telling else []


def _may_make(rule: _Rule, first: Spot, second: Spot, result: Spot) -> bool:
    """Whether the kinds of the figures fit the way."""
    if rule is _MEAN:
        return dimension(first)[0] not in {None, dimension(second)[0]} and dimension(result) == dimension(first)
    return alike(first, second) and (rule is not _DIFFERENCE or dimension(result) == dimension(first))
