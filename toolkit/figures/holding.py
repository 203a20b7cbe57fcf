"""Sentence → further relations: a word says what a figure is, and figures beside it make it, or all but one digit.

The patterns of the other families read the usual orders of words, and may find a relation wrong. Here any order will
do: a figure that no pattern explains and whose word names a change, a rest, a rate, a share, a mean or a total is
tried with the figures of its sentence, the nearest first. A relation that does not hold is told only of the two
figures right before it, where one misprinted digit parts them from it: chance does not bring that about.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from toolkit.figures.change_words import ABOVE, DOWN, FEWER, MORE, UP
from toolkit.figures.facts import misprint_of, off_by_a_slip
from toolkit.figures.listing import NEVER_ADDED, name_of
from toolkit.figures.mean_words import MEAN_OF_EACH
from toolkit.figures.rates import names_fit
from toolkit.figures.sentence import Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import (
    adds_up,
    difference_relation,
    dimension,
    is_percent,
    known,
    points_relation,
    product_relation,
    quotient_relation,
    rounded_like,
    sum_relation,
    value_of,
)
from toolkit.model.figure import Relation, RelationType
from toolkit.patterns import regex

_UP = f"{UP}|超额|{ABOVE}|{MORE}"
_DOWN = f"{DOWN}|提前|{FEWER}"
_REST = (
    r"结余|结转|剩余|余(?!额)|节约|节省|节支|节资|核减|审减|核增|减免|"
    rf"追加|调增|调减|核销|新增|净增|扣|缺编|空编|缺口|差|低于|高于|尚未|未|不合格|{ABOVE}"
)
_DIFFERENCE = regex(
    rf"(?:{_UP}|{_DOWN}|{_REST})[^,;:至到为]{{0,8}}$|(?:低于|高于|大于|小于|多于|少于|超过?)[^,;:]{{0,16}}$|[比较][^,;:]{{1,20}}[高低多少快慢]出?$"
)
_GROWTH = regex(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))[^,;:]{{0,5}}$")
_RATE = regex(r"(?:率|度|进度|比例?|比重)(?:为|达到?|是|约|:|均|都)*$")
_OF_CHANGE = regex("(?:调整|增长|追加|调增)(?:率|幅度)$")
_OF = regex(
    r"(?:计划|规划|目标|任务|预算|数|\ue000\ue001*[^,;]{0,3}|(?:是|为|相当于)[^,;]{1,14}|完成[^,;]{0,8}(?:总投资|概算|总额|总量|总数|合同[价额]))的$"
)
_SHARE = regex(r"占[^,;]{0,24}$")
_MEAN = regex(
    rf"{MEAN_OF_EACH}[^,;]{{0,8}}$|各(?:安排|补助|奖励|拨付|发放|配备|支持)[^,;]{{0,8}}$|每[^,;]{{1,8}}$|单(?:价|位造价|位成本|位面积造价)[^,;]{{0,3}}$|平均[^,;]{{0,8}}$"
)
_BEHIND = regex(r"(?:为|达到?|是|约|:|均|都)*$")
_NO_NAME = regex(r"占|比[例重]?|总[数额量]?|全部|其|的|为|达到?|约|:")
_TOTAL = regex(r"总|共|合计|累计|全部|满分|标准")
_SUMMED = regex(
    r"^(?:两项|三项|四项|五项|以上|[^,;]{0,4})(?:合计|共计|总计|(?<![中公])共(?!产|青|同|建|享))[^,;支付使用发放收回]{0,4}$"
)
_OF_NO_GROUP = regex("(?:[两二三四五六七八九]项|以上|各项|,)?(?:合计|共|总)")  # 效益共得18.4分 is no total
_UNNAMED_BASE = regex("同比|环比|[比较](?:上年|去年|同期)")  # what it is compared with may not be printed
_LISTED = regex(r"其中|包括|包含|分别|分为|来源|用于|由|:")
_NO_PART = regex(r"(?<!新)增|减|下降|提高|降低|同比|占|率|较(?!满意|好|大|强)|比(?!例|重|赛)")
_LEFT = regex(r"结余|结转|剩余")
_NO_CHANGE = regex("新增|其中|含|包括|加上|连同|上年结")  # a thing, or a part of what was told last (其中含上年结转…)
_SPENT = regex(r"支出|使用|支付|执行")
_MOST = 6
_FEW_BETWEEN = 3  # figures: no further before one stand the two that a misprint parts from it
_FURTHEST = 12  # figures of which some may make up a part
_MANY_DIGITS = 4  # of a misprint that may be looked for one figure farther
_OTHERS = regex(r"未|不|非")
_DONE = regex(r"支出|执行|完成|支付|实际")
_FEWEST_PARTS = 2
_FEWEST_PARTS_UNMARKED = 3
_UNLIKE = regex(r"年均|可比|不变价|剔除|扣除|同口径|名义|实际增")

_Run = tuple[int, int, Spot]


@dataclass(frozen=True, slots=True)
class _Search:
    """What is looked for: how near the figures stand that may make another, and whether a relation is told whose
    figures make `made`."""

    most: int
    fits: Callable[[Relation, Decimal, Spot], bool]


def _holds(relation: Relation, made: Decimal, result: Spot) -> bool:
    return bool(relation.holds) and relation.printed.holds(made)


def _misprinted(relation: Relation, made: Decimal, result: Spot) -> bool:
    return relation.holds is False and misprint_of(rounded_like(made, result), result)


_HOLDING = _Search(_MOST, _holds)
_MISPRINTED = _Search(2, _misprinted)


def holding_in(sentence: Sentence, told: Sequence[Relation]) -> Iterator[Relation]:
    """Relations that hold, then those that a misprint breaks, of figures of one sentence that `told` leaves
    unexplained."""
    runs = [run for run in sentence.runs if known(run[2])]
    explained = {relation.result_id for relation in told}
    together = [frozenset((*relation.operand_ids, relation.result_id)) for relation in told]
    for search, families in (
        (_HOLDING, (_sum,)),
        (_HOLDING, (_share, _rate, _difference, _growth, _mean)),
        (_MISPRINTED, (_sum, _share, _rate, _difference, _growth)),
    ):
        for place, run in enumerate(runs):
            if run[2].id in explained:
                continue
            clause = _clause(sentence, run)
            tried = (one for family in families for one in family(sentence, runs, place, clause, search))
            found = next((one for one in tried if not _known(one, together)), None)
            if found is not None:
                yield found
                explained.add(found.result_id)
                together.append(frozenset((*found.operand_ids, found.result_id)))


def _known(relation: Relation, together: Sequence[frozenset[str]]) -> bool:
    """Whether all its figures already hang together in one relation."""
    figures = frozenset((*relation.operand_ids, relation.result_id))
    return any(figures <= known_ones for known_ones in together)


def _clause(sentence: Sentence, run: _Run) -> str:
    """The words of the clause up to the figure, with the figures in it."""
    return re.split(r"[,;:、]", sentence.text[: run[0]].rstrip())[-1].strip()


def _since(clause: str) -> str:
    """What stands in the clause since the last figure."""
    return re.split(r"[\ue000\ue001]", clause)[-1]


def _pairs(
    runs: Sequence[_Run], place: int, fits: Callable[[Spot], bool], search: _Search
) -> Iterator[tuple[_Run, _Run]]:
    """Pairs of other figures that fit, in the order of the text; the nearest to the figure first."""
    near = [number for number, run in enumerate(runs) if number != place and fits(run[2])]
    if search is _MISPRINTED:
        near = [number for number in near if place - _FEW_BETWEEN <= number < place]
    most = search.most + (search is _MISPRINTED and _digits(runs[place][2]) >= _MANY_DIGITS)
    near = sorted(near, key=lambda number: abs(number - place))[:most]
    pairs = sorted(combinations(sorted(near), 2), key=lambda pair: sum(abs(number - place) for number in pair))
    for first, second in pairs:
        if dimension(runs[first][2]) == dimension(runs[second][2]):
            yield runs[first], runs[second]


def _digits(spot: Spot) -> int:
    return len(value_of(spot).normalize().as_tuple().digits)


def _difference(
    sentence: Sentence, runs: Sequence[_Run], place: int, clause: str, search: _Search
) -> Iterator[Relation]:
    spot = runs[place][2]
    if search is _MISPRINTED and (_UNNAMED_BASE.search(clause) or _NO_CHANGE.search(_since(clause))):
        return
    points = dimension(spot)[0] == "pp"
    if not _DIFFERENCE.search(clause if points else _since(clause)) or (is_percent(spot) and not points):
        return
    for first, second in _pairs(
        runs, place, lambda one: is_percent(one) if points else dimension(one) == dimension(spot), search
    ):
        if search is _MISPRINTED and _says_by_how_much(sentence, first, second):
            continue
        smaller, larger = sorted((first[2], second[2]), key=value_of)
        relation = (points_relation if points else difference_relation)(larger, smaller, spot)
        made = (value_of(larger) - value_of(smaller)) * (100 if points else 1)
        if (
            search.fits(relation, made, spot)
            and (value_of(spot) < value_of(larger) if search is _MISPRINTED else value_of(larger) != value_of(spot))
            and value_of(spot)
            and _may_leave(sentence, clause, larger)
        ):
            yield relation


def _says_by_how_much(sentence: Sentence, *runs: _Run) -> bool:
    """Whether one of the figures is a change or a rest itself."""
    return any(_DIFFERENCE.search(_since(_clause(sentence, run))) for run in runs)


def _may_leave(sentence: Sentence, clause: str, larger: Spot) -> bool:
    """Whether a rest may be left of the larger: not of what was spent, where more came in than the sentence's two."""
    if not _LEFT.search(clause):
        return True
    place = larger.start - sentence.start
    return not _SPENT.search(_since(re.split(r"[,;:、]", sentence.text[:place].rstrip())[-1]))


def _growth(sentence: Sentence, runs: Sequence[_Run], place: int, clause: str, search: _Search) -> Iterator[Relation]:
    spot = runs[place][2]
    found = _GROWTH.search(_since(clause))
    if search is _MISPRINTED and _UNNAMED_BASE.search(clause):
        return
    if found is None or not is_percent(spot) or _UNLIKE.search(sentence.text):
        return
    for first, second in _pairs(runs, place, lambda one: not is_percent(one), search):
        if search is _MISPRINTED and _says_by_how_much(sentence, first, second):
            continue
        low, high = sorted((first[2], second[2]), key=value_of)
        new, old = (high, low) if found["up"] else (low, high)
        relation = quotient_relation("growth", new, old, spot, minus_one=1 if found["up"] else -1)
        if relation is not None and search.fits(relation, abs(value_of(new) / value_of(old) - 1), spot):
            yield relation


def _share(sentence: Sentence, runs: Sequence[_Run], place: int, clause: str, search: _Search) -> Iterator[Relation]:
    if _SHARE.search(clause):
        for relation, _top, bottom in _quotients("share", runs, place, search):
            words = _since(_clause(sentence, bottom))
            if search is _HOLDING or _tells_of(_SHARE.search(_since(clause)), words):
                yield relation


def _rate(sentence: Sentence, runs: Sequence[_Run], place: int, clause: str, search: _Search) -> Iterator[Relation]:
    if not _SHARE.search(clause) and (_RATE.search(clause) or _OF.search(clause)):
        rate = _BEHIND.sub("", _since(clause))
        values = {value_of(run[2]) for run in runs} if _OF_CHANGE.search(rate) else set()
        for relation, top, bottom in _quotients("ratio", runs, place, search):
            if value_of(bottom[2]) - value_of(top[2]) in values:
                continue  # a change over what came of it, and not over what there was
            of_base, of_part = (_since(_clause(sentence, run)) for run in (bottom, top))
            if search is _HOLDING or names_fit(rate, of_base, of_part):
                yield relation


def _tells_of(share: re.Match[str] | None, words: str) -> bool:
    """Whether what a share is of (占总投资的) is named before the figure taken as its base, or nothing is named."""
    named = "" if share is None else _NO_NAME.sub("", share[0])
    return not named or any(character in words for character in named)


def _quotients(
    kind: RelationType, runs: Sequence[_Run], place: int, search: _Search
) -> Iterator[tuple[Relation, _Run, _Run]]:
    """The part over the base (relation, part, base), nearest first; the larger is the base except where the rate is
    above 1."""
    spot = runs[place][2]
    if not is_percent(spot) or (search is _MISPRINTED and _made_of_several(runs, place)):
        return
    for first, second in _pairs(
        runs, place, lambda one: not is_percent(one) and dimension(one)[0] not in NEVER_ADDED, search
    ):
        low, high = sorted((first, second), key=lambda run: value_of(run[2]))
        top, bottom = (high, low) if value_of(spot) > 1 else (low, high)
        relation = quotient_relation(kind, top[2], bottom[2], spot)
        if relation is not None and search.fits(relation, value_of(top[2]) / value_of(bottom[2]), spot):
            yield relation, top, bottom


def _made_of_several(runs: Sequence[_Run], place: int) -> bool:
    """Whether figures that follow one another make up a part that has just this rate: (满意 + 基本满意) ÷ 全部."""
    spot = runs[place][2]
    others = [run[2] for number, run in enumerate(runs) if number != place and not is_percent(run[2])][:_FURTHEST]
    for base in (one for one in others if value_of(one)):
        like = [one for one in others if dimension(one) == dimension(base) and one is not base]
        for first, last in combinations(range(len(like) + 1), 2):
            part = sum((value_of(one) for one in like[first:last]), Decimal(0))
            if rounded_like(part / value_of(base), spot) == value_of(spot):
                return True
    return False


def _mean(sentence: Sentence, runs: Sequence[_Run], place: int, clause: str, search: _Search) -> Iterator[Relation]:
    """“每场80人”, “人均费用600元”: with a count and a total of its own kind; the last of them is the result."""
    spot = runs[place][2]
    if is_percent(spot) or not (_MEAN.search(_since(clause)) or "/" in (dimension(spot)[0] or "")):
        return
    others = [(number, run[2]) for number, run in enumerate(runs) if number != place and abs(number - place) <= _MOST]
    kind = (dimension(spot)[0] or "").partition("/")[0]
    totals = [(number, one) for number, one in others if dimension(one)[0] == kind]
    counts = [one for _, one in others if dimension(one)[0] not in {kind, *NEVER_ADDED}]
    for number, total in totals:
        for count in counts:
            relation = product_relation(tuple(sorted((count, spot), key=lambda one: one.start)), total)
            if not relation.holds or value_of(count) <= 1:
                continue
            mean = quotient_relation("average", total, count, spot)
            if number < place and count.start < spot.start and mean is not None and mean.holds:
                yield mean
            else:
                yield relation


def _sum(sentence: Sentence, runs: Sequence[_Run], place: int, clause: str, search: _Search) -> Iterator[Relation]:
    """The run of figures right behind or right before that add up to a total."""
    spot = runs[place][2]
    if dimension(spot)[0] in NEVER_ADDED or is_percent(spot):
        return
    if search is _MISPRINTED and not _SUMMED.search(_since(clause)):
        return
    if search is _MISPRINTED and dimension(spot)[0] == "分" and not _OF_NO_GROUP.match(_since(clause)):
        return
    behind, before = range(place + 1, len(runs)), range(place - 1, -1, -1)
    for numbers in (behind, before) if search is _HOLDING else (before,):
        parts: list[_Run] = []
        for number in numbers:
            run = runs[number]
            if is_percent(run[2]):
                continue
            if dimension(run[2]) != dimension(spot) or _NO_PART.search(_since(_clause(sentence, run))):
                break
            parts = sorted([*parts, run], key=lambda one: one[0])
            if len(parts) >= _FEWEST_PARTS and _adds_up(parts, spot, search):
                sure = len(parts) >= _FEWEST_PARTS_UNMARKED and search is _HOLDING
                if sure or _says_total(sentence, runs[place], parts, clause):
                    yield sum_relation(
                        [part[2] for part in parts], spot, [_name(sentence, runs, part) for part in parts]
                    )
                break


def _adds_up(parts: Sequence[_Run], whole: Spot, search: _Search) -> bool:
    if search is _HOLDING:
        return adds_up([part[2] for part in parts], whole)
    return off_by_a_slip(sum((value_of(part[2]) for part in parts), Decimal(0)), whole)


def _says_total(sentence: Sentence, whole: _Run, parts: Sequence[_Run], clause: str) -> bool:
    """Whether the words call the figure a total, a marker stands between it and its parts, the last part is what the
    first is not, or the sentence has no other figures of the kind and the total stands first."""
    clauses = [_since(_clause(sentence, part)) for part in parts]
    if (
        _TOTAL.search(clause)
        or _LISTED.search(sentence.text[whole[1] : parts[0][0]])
        or _is_the_rest(clauses, whole[2])
    ):
        return True
    kind = dimension(whole[2])
    alone = sum(1 for _, _, spot in sentence.runs if dimension(spot) == kind) == len(parts) + 1
    rest = kind[0] == "元" and any(_DONE.search(one) for one in clauses)
    apart = ";" in sentence.text[whole[1] : parts[0][0]]
    return (
        alone
        and whole[0] < parts[0][0]
        and not apart
        and not rest
        and not any(_DIFFERENCE.search(one) for one in clauses)
    )


def _is_the_rest(clauses: Sequence[str], whole: Spot) -> bool:
    """“已完成114个，未完成6个”: things of which the last are what the first are not."""
    found = _OTHERS.match(clauses[-1])
    return found is not None and dimension(whole)[0] != "元" and clauses[-1][found.end() :] in clauses[0]


def _name(sentence: Sentence, runs: Sequence[_Run], part: _Run) -> str:
    before = max((run[1] for run in runs if run[1] <= part[0]), default=0)
    return name_of(sentence, part[0], sentence.text[before : part[0]])
