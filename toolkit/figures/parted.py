"""Row of parts, each perhaps with its share → sum and share relations with a whole that a sentence before prints.

“支出明细：甲费120.50万元，占48.2%；乙费129.50万元，占51.8%。” The row does not say of what. A figure before it that the
parts make up is the whole; so is one of which two shares or more hold. A row that no figure fits is told of only where
a single misprint parts it from one, and chance would hardly bring that about.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from toolkit.figures.listing import NEVER_ADDED, name_of
from toolkit.figures.misprints import chance
from toolkit.figures.sentence import Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import (
    adds_up,
    dimension,
    is_count,
    is_percent,
    known,
    quotient_relation,
    sum_relation,
    value_of,
)
from toolkit.figures.wholeness import NEVER_WRONG
from toolkit.model.figure import Relation
from toolkit.patterns import regex

_NO_PART: Final = regex(
    r"合计|共计|总计|小计|总[数额量]|比(?!例|重|赛)|较|(?<!新)增|减|节约|结余|剩余|累计|均|每|由|从|至|到|超|计划|目标|率|完成|预算|"
    r"年[初末底]|上年|去年|另|余"
)
_BY: Final = regex(r"^[^,;:]{0,10}由(?!于)")  # 以上资金由甲费…、乙费…构成
_MARK: Final = regex(r"其中|包括|分别|依次")
_SHARE: Final = regex(r"占比?[^,;、:\ue000]{0,14}$")
_SHARES: Final = regex(r"占比?[^,;\ue000]{0,10}(?:分别|依次|各)[^,;\ue000]{0,4}$|(?:分别|依次|各)占[^,;\ue000]{0,10}$")
_HEAD: Final = regex(
    r"(?:来源|构成|组成|明细|分项|分类|细分|[内包]含|涵盖|列示|各项|(?:总额|金额|数额|资金)[中内里]|由|用于|用途|结构|性质|去向|投向|流向|包括|分为|其中|具体|支出(?:中|项目)?|如下|按[^,;]{1,8}[分看类])"
    r"[^,;]{0,8}[:,]?[^,;:]{0,14}$"
)
_CLOSED: Final = regex(
    r"[^,;\ue000]{0,3},?(?:以上|上述)?(?:各项|几项|部分)?(?:共同|加总|相加)?(?:构成|组成|合计(?:即|就是|为全年)|加起来即)"
)
_FEWEST: Final = 2
_FEWEST_UNMARKED: Final = 3
_FEWEST_DIGITS: Final = 3
_FURTHEST: Final = 24  # figures
_CERTAIN: Final = (Decimal("0.001"), Decimal("0.005"))  # of a row without a head, with one
_DOUBTFUL: Final = (Decimal("0.01"), Decimal("0.06"))


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    spot: Spot
    share: Spot | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """Parts one after another; `headed`: the words before the first, or behind the last, say that it is a list."""

    parts: tuple[_Part, ...]
    headed: bool
    start: int

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The amounts of the parts."""
        return tuple(part.spot for part in self.parts)


def parted_in(sentence: Sentence, before: Sequence[Spot], told: Sequence[Relation]) -> Iterator[Relation]:
    """Relations of the rows of one sentence; `before`: the figures of the text before the sentence."""
    summed = {id_ for relation in told if relation.type == "sum" for id_ in relation.operand_ids}
    shared = {relation.result_id for relation in told if relation.type == "share"}
    for row in _rows(sentence):
        own = [spot for start, _, spot in sentence.runs if start < row.start]
        wholes = _wholes(row, [*before, *own])
        whole = _whole_of(row, wholes)
        if not summed.intersection(spot.id for spot in row.spots):
            yield from _sums(row, wholes, whole)
        yield from (one for one in _shares(row, wholes, whole) if one.result_id not in shared)


def _rows(sentence: Sentence) -> Iterator[_Row]:
    parts: list[_Part] = []
    start, headed, last = 0, False, 0
    for low, high, spot in sentence.runs:
        gap = sentence.text[last:low]
        previous, last = last, high
        if parts and is_percent(spot) and parts[-1].share is None and _SHARE.search(gap):
            parts[-1] = replace(parts[-1], share=spot)
            continue
        name = name_of(sentence, low, gap)
        name = name if parts else _BY.sub("", name)
        fits = known(spot) and dimension(spot)[0] not in {*NEVER_ADDED, *NEVER_WRONG} and not _NO_PART.search(name)
        if parts and fits and dimension(spot) == dimension(parts[0].spot) and name and _goes_on(gap):
            parts.append(_Part(name, spot))
            continue
        if len(parts) >= _FEWEST:
            yield _Row(tuple(_ordered(sentence, parts)), headed or _is_closed(sentence, parts), start)
        parts = [_Part(name, spot)] if fits and name else []
        start, headed = low, _HEAD.search(sentence.text[max(0, previous) : low]) is not None
    if len(parts) >= _FEWEST:
        yield _Row(tuple(_ordered(sentence, parts)), headed or _is_closed(sentence, parts), start)


def _is_closed(sentence: Sentence, parts: Sequence[_Part]) -> bool:
    """Whether the words behind the last part say that they make up something: …，共同构成上述总额."""
    end = parts[-1].spot.end - sentence.start
    return _CLOSED.match(sentence.text, end) is not None


def _goes_on(gap: str) -> bool:
    return gap.lstrip(" \ue006\ue007元)")[:1] in {",", ";", "、", "和", "及"} and not _MARK.search(gap)


def _ordered(sentence: Sentence, parts: Sequence[_Part]) -> Sequence[_Part]:
    """The parts with shares that stand behind all of them, in their order (占比分别为60%、40%)."""
    end = parts[-1].spot.end - sentence.start
    runs = [run for run in sentence.runs if run[0] >= end][: len(parts)]
    if len(runs) < len(parts) or not all(is_percent(run[2]) for run in runs) or any(part.share for part in parts):
        return parts
    if not _SHARES.search(sentence.text[end : runs[0][0]]):
        return parts
    return [replace(part, share=run[2]) for part, run in zip(parts, runs, strict=True)]


def _wholes(row: _Row, before: Sequence[Spot]) -> list[Spot]:
    """Figures before the row that may be its whole, the nearest first, one of each value."""
    largest = max(value_of(spot) for spot in row.spots)
    found: dict[Decimal, Spot] = {}
    for spot in reversed(before):
        fits = known(spot) and dimension(spot) == dimension(row.spots[0]) and value_of(spot) > largest / 2
        if fits and len(found) < _FURTHEST:
            found.setdefault(value_of(spot), spot)
    return list(found.values())


def _whole_of(row: _Row, wholes: Sequence[Spot]) -> Spot | None:
    """The figure that the parts make up, else the one of which two shares or more hold, most of all."""
    summed = next((whole for whole in wholes if adds_up(row.spots, whole)), None)
    if summed is not None:
        return summed
    most = max(wholes, key=lambda whole: _holding(row, whole), default=None)
    return most if most is not None and _holding(row, most) >= _FEWEST else None


def _holding(row: _Row, whole: Spot) -> int:
    return sum(
        1
        for part in row.parts
        if part.share is not None
        and (found := quotient_relation("share", part.spot, whole, part.share)) is not None
        and found.holds
    )


def _sums(row: _Row, wholes: Sequence[Spot], whole: Spot | None) -> Iterator[Relation]:
    if len(row.parts) < _FEWEST_UNMARKED and not row.headed and not all(part.share for part in row.parts):
        return
    names = [part.name for part in row.parts]
    if whole is not None:
        relation = sum_relation(row.spots, whole, names)
        many = len(value_of(whole).normalize().as_tuple().digits) >= _FEWEST_DIGITS
        if (relation.holds and many) or (relation.holds is False and chance(row.spots, whole) < 1):
            yield relation
        return
    odds = [(chance(row.spots, one) * len(wholes), one) for one in wholes if not is_count(one) or value_of(one) > 99]
    likeliest = min(odds, key=lambda one: one[0], default=None)
    if likeliest is None or likeliest[0] > _DOUBTFUL[row.headed]:
        return
    relation = sum_relation(row.spots, likeliest[1], names)
    certain = likeliest[0] <= _CERTAIN[row.headed]
    yield relation if certain else relation.model_copy(update={"certain": False})


def _shares(row: _Row, wholes: Sequence[Spot], whole: Spot | None) -> Iterator[Relation]:
    """The shares of a whole that at least one of them shows to be theirs."""
    if whole is None or _holding(row, whole) == 0:
        return
    for part in row.parts:
        if part.share is None or not known(part.share):
            continue
        relation = quotient_relation("share", part.spot, whole, part.share)
        others = (quotient_relation("share", part.spot, one, part.share) for one in wholes if one is not whole)
        if relation is not None and (relation.holds or not any(one is not None and one.holds for one in others)):
            yield relation
