"""A relation that does not hold → whether figures beside it make what is printed in another way.

“节余340.30万元，节余率8.02%” is off of the amount spent and right of the estimate: a right figure is not to be held
against the wrong base. Asked of what one sentence says, and only where a figure of the relation itself takes part.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, pairwise
from typing import Final

from toolkit.figures.sentence import Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import dimension, is_percent, rounded_like, value_of
from toolkit.model.figure import Relation

_FURTHEST: Final = 10
_MOST_PARTS: Final = 4
_QUOTIENTS: Final = frozenset(("ratio", "share"))


def made_otherwise(relation: Relation, sentence: Sentence) -> bool:
    """Whether a relation of this sentence that does not hold may be of other figures of it."""
    spots = {spot.id: spot for _, _, spot in sentence.runs if _is_number(spot)}
    result = spots.get(relation.result_id)
    if result is None or not all(id_ in spots for id_ in relation.operand_ids):
        return False
    operands = [spots[id_] for id_ in relation.operand_ids]
    others = [spot for spot in spots.values() if spot is not result]
    if relation.type == "growth":
        return _is_growth(operands, [*others, *_before(sentence)], result)
    if relation.type == "sum":
        return _is_sum_of_some(operands, others, result)
    if relation.type == "difference":
        return _is_printed(relation, others) or any(
            abs(value_of(one) - value_of(other)) == value_of(result)
            for one, other in combinations([spot for spot in others if dimension(spot) == dimension(result)], 2)
        )
    return relation.type in _QUOTIENTS and _is_quotient(operands, others, result)


def _before(sentence: Sentence) -> list[Spot]:
    """The figures of the sentence before it."""
    runs = () if sentence.previous is None else sentence.previous.runs
    return [spot for _, _, spot in runs if _is_number(spot)]


def _is_growth(operands: Sequence[Spot], others: Sequence[Spot], result: Spot) -> bool:
    """Whether another figure is by just so much above or below one of the two (决算3.84万元, …；上年4.31万元)."""
    like = [spot for spot in others if spot not in operands and dimension(spot) == dimension(operands[0])][-_FURTHEST:]
    made = _quotients(_with_one_of(operands, like))
    return any(rounded_like(abs(one - 1), result) == value_of(result) for one in made)


def _is_number(spot: Spot) -> bool:
    quantity = spot.quantity
    return quantity is not None and (quantity.low is not None or quantity.high is not None)


def _is_sum_of_some(operands: Sequence[Spot], others: Sequence[Spot], whole: Spot) -> bool:
    """Whether some, but not just those, of the figures of its kind add up to the whole: a few of them, or many that
    stand beside one another."""
    alike = [spot for spot in others if dimension(spot) == dimension(whole) and value_of(spot) > 0][-_FURTHEST:]
    few = (parts for size in range(2, min(len(alike), _MOST_PARTS) + 1) for parts in combinations(alike, size))
    many = (alike[start:end] for start, end in combinations(range(len(alike) + 1), 2) if end - start > _MOST_PARTS)
    return any(
        sum((value_of(part) for part in parts), Decimal(0)) == value_of(whole)
        for parts in chain(few, many)
        if any(part in operands for part in parts)
    )


def _is_printed(relation: Relation, others: Sequence[Spot]) -> bool:
    """Whether the figure that should stand there stands beside it: the two make that one."""
    low, high = relation.expected.low, relation.expected.high
    return any(low <= value_of(spot) <= high for spot in others if spot.id not in relation.operand_ids)


def _with_one_of(operands: Sequence[Spot], others: Sequence[Spot]) -> Iterator[tuple[Spot, Spot]]:
    """Pairs of an operand and another figure, in either order."""
    for operand in operands:
        for other in others:
            if other is not operand and not (other in operands and operand in operands):
                yield operand, other
                yield other, operand


def _is_quotient(operands: Sequence[Spot], others: Sequence[Spot], result: Spot) -> bool:
    counted = [spot for spot in others if not is_percent(spot) and dimension(spot)[0] is not None][-_FURTHEST:]
    own = [spot for spot in operands if spot in counted]
    made = list(_quotients(_with_one_of(own, counted)))
    both = sum(map(value_of, own), Decimal(0))
    made += [value_of(one) / both for one in own] if len(own) == len(operands) and both else []  # 结余 of all income
    made += [1 - share for share in _quotients([tuple(own), tuple(own[::-1])] if len(own) == len(operands) else [])]
    for base in counted:
        for pair in pairwise([spot for spot in counted if spot is not base]):
            shares = list(_quotients((part, base) for part in pair))
            if len(shares) == len(pair) and any(spot in own for spot in (base, *pair)):
                made.append(sum(shares, Decimal(0)))
    return any(rounded_like(one, result) == value_of(result) for one in made)


def _quotients(pairs: Iterable[tuple[Spot, ...]]) -> Iterator[Decimal]:
    """What each pair makes that may be divided."""
    for one, other in pairs:
        if dimension(one) == dimension(other) and value_of(other) != 0:
            yield value_of(one) / value_of(other)
