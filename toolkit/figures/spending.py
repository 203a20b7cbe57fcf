"""What was spent, the rate and the rest of it → relations with the amount that a sentence before grants.

“全年支出95万元，执行率95%，结余5万元。” tells nothing of the 100万元 granted; but rate and rest speak of one amount. A
figure before that fits the one shows whether the other is right. Of a rate or a rest alone only a misprint is told,
and that as a doubt.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from toolkit.figures.facts import misprint_of
from toolkit.figures.sentence import Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import (
    alike,
    difference_relation,
    is_percent,
    known,
    quotient_relation,
    rounded_like,
    value_of,
)
from toolkit.model.figure import Relation
from toolkit.patterns import regex

_DONE: Final = regex(
    r"(?:支出|执行|支付|使用|列支|拨付|兑付|发放|到位|决算|完成|支用|开支|在编|在岗|在职|实有|办结|整改)[^,;:率]{0,8}$"
)
_RATE: Final = regex(
    r"(?:(?:执行|支出|支付|使用|拨付|兑付|到位|完成|发放|控制|使用|在岗|满编|办结|整改)(?:率|进度|比例)|占[^,;]{0,8}(?:预算|计划|安排)数?的?)"
    r"(?:为|达到?|是|约|:|计)*\s*$"
)
_REST: Final = regex(
    r"(?:结余|结转|剩余|余(?!额)|尚余|未(?:支出|执行|使用|支付|拨付|列支|用|发放|到位)|空编|缺编|缺口|尚欠|欠)(?:[^,;:的比较]{0,6}|[^,;:比较]{0,6}资金)$"
)
_NEAREST: Final = 10
_FEWEST_DIGITS: Final = 4
_CLAUSE: Final = regex(r"[,;:]")


@dataclass(frozen=True, slots=True)
class _Spent:
    """An amount done, and the rate and the rest told of it in its sentence."""

    done: Spot
    rate: Spot | None
    rest: Spot | None

    def relations(self, base: Spot) -> tuple[Relation | None, Relation | None]:
        """Of the rate and of the rest, if the amount was done of this base."""
        rate = None if self.rate is None else quotient_relation("ratio", self.done, base, self.rate)
        return rate, None if self.rest is None else difference_relation(base, self.done, self.rest)


def spending_in(sentence: Sentence, before: Sequence[Spot], told: Sequence[Relation]) -> Iterator[Relation]:
    """Relations of one sentence with the figures of the text before it."""
    results = {relation.result_id for relation in told if relation.type in {"ratio", "share", "difference", "sum"}}
    results |= {id_ for relation in told if relation.type == "sum" for id_ in relation.operand_ids}
    for spent in _spent(sentence):
        if {one.id for one in (spent.rate, spent.rest) if one is not None} & results:
            continue
        own = [spot for start, _, spot in sentence.runs if start + sentence.start < spent.done.start]
        bases = _bases(spent, [*before, *own])
        yield from _judged(spent, bases)


def _spent(sentence: Sentence) -> Iterator[_Spent]:
    done: Spot | None = None
    rate: Spot | None = None
    rest: Spot | None = None
    last = 0
    for low, high, spot in sentence.runs:
        words = _CLAUSE.split(sentence.text[last:low])[-1]
        last = high
        if not known(spot):
            continue
        if done is not None and rate is None and is_percent(spot) and _RATE.search(words):
            rate = spot
        elif done is not None and rest is None and alike(spot, done) and _REST.search(words):
            rest = spot
        elif not is_percent(spot) and _DONE.search(words):
            if done is not None and (rate is not None or rest is not None):
                yield _Spent(done, rate, rest)
            done, rate, rest = spot, None, None
        elif done is not None:
            if rate is not None or rest is not None:
                yield _Spent(done, rate, rest)
            done, rate, rest = None, None, None
    if done is not None and (rate is not None or rest is not None):
        yield _Spent(done, rate, rest)


def _bases(spent: _Spent, before: Sequence[Spot]) -> list[Spot]:
    """Figures before it that may be what it is a part of, the nearest first, one of each value."""
    found: dict[Decimal, Spot] = {}
    for spot in reversed(before):
        if alike(spot, spent.done) and value_of(spot) > 0 and len(found) < _NEAREST:
            found.setdefault(value_of(spot), spot)
    return list(found.values())


def _judged(spent: _Spent, bases: Sequence[Spot]) -> Iterator[Relation]:
    tried = [spent.relations(base) for base in bases]
    rates = [rate for rate, _ in tried if rate is not None and rate.holds]
    rests = [rest for _, rest in tried if rest is not None and rest.holds]
    if spent.rate is None or spent.rest is None:
        held = next(iter((*rates, *rests)), None)
        claimed = spent.rate or spent.rest
        if held is None:
            yield from _misprints(spent, bases)
        elif claimed is not None and _digits(claimed) >= _FEWEST_DIGITS - 1:
            yield held
        return
    both = next((pair for pair in tried if all(one is not None and one.holds for one in pair)), None)
    fitting = both or next((pair for pair in tried if any(one is not None and one.holds for one in pair)), None)
    if fitting is None:
        yield from _misprints(spent, bases)
    elif both is not None or not (rates and rests):
        yield from (one for one in fitting if one is not None)


def _misprints(spent: _Spent, bases: Sequence[Spot]) -> Iterator[Relation]:
    """The first relation that a misprint of its result breaks, of a figure with many digits; a doubt."""
    for base in bases:
        for relation, result, made in (
            (spent.relations(base)[0], spent.rate, lambda one: value_of(spent.done) / value_of(one)),
            (spent.relations(base)[1], spent.rest, lambda one: value_of(one) - value_of(spent.done)),
        ):
            if relation is not None and result is not None and _is_misprint(made, base, result):
                yield relation.model_copy(update={"certain": False})
                return


def _is_misprint(made: Callable[[Spot], Decimal], base: Spot, result: Spot) -> bool:
    expected = rounded_like(made(base), result)
    fewest = _FEWEST_DIGITS - 1 if is_percent(result) else _FEWEST_DIGITS
    return expected > 0 and _digits(result) >= fewest and misprint_of(expected, result)


def _digits(spot: Spot) -> int:
    return len(value_of(spot).normalize().as_tuple().digits)
