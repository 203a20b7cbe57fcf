"""Money of the whole left over, added or cut in the text → relations with the report's own budget and execution."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, islice

from toolkit.figures.budgets import of_the_whole
from toolkit.figures.clauses import Told, clauses_of, names_of
from toolkit.figures.facts import misprint_of
from toolkit.figures.places import Places
from toolkit.figures.spot import Passage, Spot
from toolkit.figures.verdict import alike, difference_relation, dimension, known, printed_bounds, sum_relation, value_of
from toolkit.measure.money_words import ADD, CUT, LEFT, NOT_SPENT
from toolkit.model.figure import Relation
from toolkit.model.record import PerformanceReport
from toolkit.patterns import regex

_LEFT = regex(
    r"(?:(?:截?至|到)?年[末底终]|期末|当年|本年|全年|两者|收支|相抵|相减|后|共|资金|预算|指标|项目|部门|年度|经费|尚|还|仍|形成|产生|存在|存有|共有|有|的|未|按规定|财政)*"
    rf"(?:结转(?:和|与|及)?结余|结余(?:和|与|及)?结转|{LEFT}|余额|剩下?|留有|尚余|其余|余(?!额)|结转(?:至|到)?(?:下|次)一?年度?"
    rf"|{NOT_SPENT})"
    r"(?:资金|预算|指标|金额|款项|部分|经费|的|数|额|为|共|计|下年|次年|使用|合计|达|约|有)*"
)
_STILL = regex(r"(?:(?:截?至|到)?年[末底终]|期末|当年|资金|预算|项目|经费|财政)*(?:尚|还|仍|另)?(?:有|余|剩)(?:约)?")
_BEHIND = regex(
    r"(?:的?(?:资金|经费|款项|预算))?(?:尚|还|仍|均)?(?:未(?!纳入|列入|完成|到位|到账|拨入|下达|收)|没有|结转|结余|剩余|留(?:待|到|作)|转入?(?:下|次)年|滚存|待)"
)
_MOST_TIMES = 50  # what was added or cut, of what parts first and final budget: less is another thing's
_MOST_BESIDE = 8  # amounts of one paragraph
_FAR = 2  # times what was added or cut
_THE_OTHERS = regex("其余")
_COMPARED = regex(
    r"相比|同比|[比较与](?:(?:19|20)\d\d年|上年|去年|上一年|年初(?=结[转余]|的?\d))|(?:(?:19|20)\d\d年(?:度|支出|决算|实际)*|(?:上年|去年)(?:\([^()]*\))?(?![^,。;\d]{0,8}结[转余])[^,。;\d]{0,10})为?\d[\d,.]*[百千万亿]*元,"
    r"|[^,。;预算]{2}由\d[\d,.]*[百千万亿]*元[^,。;\d]{1,4}\d[\d,.]*[百千万亿]*元,"
)  # 与上年决算相比增加…, 营业收入由1.2亿元增至1.5亿元，增加…: added to no budget
_SPENT_MORE = regex(
    rf"(?:支出|用款|付款|开支|列支|支付|决算)(?:数|总?额)?[^,;]{{0,4}}(?:{ADD}|{CUT})"
)  # 用款增加: added to no budget
_IS_LEFT = regex(rf"{LEFT}|{NOT_SPENT}|余|剩|差[额值]|未(?:予|及|曾)?[支使执]|没有[支使执用花]|少")
_FIGURE = regex(r"\d[\d,.]*(?:[百千万亿]*元|%)")
_BESIDE = 30  # characters
_FEWEST_DIGITS = 4
_WINDOW = 12  # characters
_BOTH_SIDES = 2
_NEAR = 12  # figures
_PAIR_WITHIN = 8
_LATER = (
    "年中|年度中|年度内|年内|年底|当年|全年|执行中|执行过程中|后续|后期|其中|预算|调整|共|财政|上级|"
    "又|另行?|再|净|按程序|经批准|统一|同比例|在|中|后"
)
_ADDED = regex(rf"(?:(?:因|由于)\D{{1,16}}?)?(?:{_LATER}|因工作需要)*(?:{ADD}|净增)(?:预算|资金|安排|金额|了|为)*")
_CUT = regex(rf"(?:(?:因|由于)\D{{1,16}}?)?(?:{_LATER})*(?:{CUT})(?:预算|资金|金额|了|为)*")


def remainders(report: PerformanceReport, passages: Sequence[Passage], places: Places) -> Iterator[Relation]:
    """What the whole leaves over, and what turned its first budget into the revised one; wrong only where the text has
    one such figure."""
    row = report.whole_budget
    if row is None:
        return
    original, revised, spent = (
        places.spot(cited) for cited in (row.original_budget, row.revised_budget, row.actual_expenditure)
    )
    own = tuple(of_the_whole(report, passages))
    names = names_of(report)
    told = [
        one
        for passage in own
        for one in clauses_of(passage, names)
        if not one.spot.cited and dimension(one.spot)[0] == "元"
    ]
    base = revised or original
    if base is not None and spent is not None:
        before = {
            spot.id: passage.spots[max(0, place - _NEAR) : place]
            for passage in own
            for place, spot in enumerate(passage.spots)
        }
        rests = [
            one.spot
            for one in told
            if (one.meaning == "rest" or _LEFT.fullmatch(_completed(one)))
            and alike(base, spent, one.spot)
            and _is_of(one.spot, one.folded, (base, spent), before[one.spot.id])
        ]
        rests = rests or _loosely_left(told, base, spent)
        found = [difference_relation(base, spent, spot) for spot in rests]
        if len(found) == 1 and found[0].holds is False:
            amounts = [spot for passage in passages for spot in passage.spots if alike(spot, rests[0])]
            found = [_of_another(spent, rests[0], amounts) or _of_two(rests[0], amounts) or found[0]]
        yield from _one(one for one in found if one.holds is not False or one.expected.high > 0)
    added, cut = (
        [
            one.spot
            for one in told
            if (one.meaning == meaning or (one.meaning is None and words.fullmatch(one.words)))
            and not _is_compared(one.folded, one.spot)
            and not _SPENT_MORE.search(one.words)
            and _in_like_unit(one.spot, original or revised)
        ]
        for meaning, words in (("added", _ADDED), ("cut", _CUT))
    )
    if base is not None and spent is not None:  # what is left and taken back (余206.4万元由财政收回) turned no budget
        cut = [spot for spot in cut if not (alike(base, spent, spot) and difference_relation(base, spent, spot).holds)]
    if original is not None and revised is not None and not (added and cut):
        every = [spot for passage in own for spot in passage.spots]
        beside = [spot for passage in own if revised in passage.spots for spot in passage.spots]
        least = abs(value_of(revised) - value_of(original)) / _MOST_TIMES if alike(original, revised) else Decimal(0)
        added, cut = ([spot for spot in spots if abs(value_of(spot)) >= least] for spots in (added, cut))
        for turned in (
            [sum_relation((original, spot), revised, ("年初预算", "追加")) for spot in added if alike(original, spot)],
            [difference_relation(original, spot, revised) for spot in cut if alike(original, spot)],
        ):
            if alike(original, revised):
                yield from _one(
                    one
                    for one in turned
                    if one.holds or not (_goes_against(one, original, revised) or in_steps(one, every, beside))
                )


def _loosely_left(told: Sequence[Told], base: Spot, spent: Spot) -> list[Spot]:
    """Amounts beside any word for what is left that are what the budget leaves, or misprints of it."""
    due = value_of(base) - value_of(spent)
    return [
        one.spot
        for one in told
        if alike(base, spent, one.spot)
        and due > 0
        and (value_of(one.spot) == due or (misprint_of(due, one.spot) and _tells(due, one.spot)))
        and _IS_LEFT.search(_around(one))
    ]


def _tells(due: Decimal, spot: Spot) -> bool:
    """Whether a misprint of what is due has digits enough to be no chance."""
    return max(len(re.sub(r"\D", "", f"{value:f}").strip("0")) for value in (due, value_of(spot))) >= _FEWEST_DIGITS


def _around(one: Told) -> str:
    """The words of its sentence near a figure, up to the figures beside it."""
    before = one.folded[max(0, one.spot.start - _BESIDE) : one.spot.start].rpartition("。")[2]
    behind = one.folded[one.spot.end : one.spot.end + _BESIDE].partition("。")[0]
    return f"{_FIGURE.split(before)[-1]} {_FIGURE.split(behind)[0]}"


def _is_of(rest: Spot, folded: str, wholes: Sequence[Spot], before: Sequence[Spot]) -> bool:
    """Whether the sentence before it tells one of these or no other money that it can be left of: for 其余 one amount,
    for other words an income and an expense (收入合计…，支出合计…，收支相抵结余…)."""
    start = folded.rfind("。", 0, rest.start) + 1
    told = [spot for spot in before if start <= spot.start and alike(spot, rest)]
    if any(printed_bounds(spot).meets(printed_bounds(whole)) for spot in told for whole in wholes):
        return True
    fewest = 1 if _THE_OTHERS.search(folded, max(start, rest.start - _WINDOW), rest.start) else _BOTH_SIDES
    return len({value_of(spot) for spot in told} - {value_of(rest)}) < fewest


def _of_another(spent: Spot, rest: Spot, amounts: Iterable[Spot]) -> Relation | None:
    """The relation with an amount other than the budget of which just this is left (到位资金)."""
    others = (spot for spot in amounts if spot.id not in {rest.id, spent.id} and alike(spot, spent, rest))
    return next((one for spot in others if (one := difference_relation(spot, spent, rest)).holds is not False), None)


def _of_two(rest: Spot, amounts: Sequence[Spot]) -> Relation | None:
    """The relation with two amounts that stand near each other, in a sentence or a row, of which just this is left."""
    near = (amounts[place : place + _PAIR_WITHIN] for place in range(len(amounts)))
    pairs = ((first, second) for first, *others in near for second in others if rest not in (first, second))
    relations = (difference_relation(first, second, rest) for first, second in pairs)
    return next((relation for relation in relations if relation.holds), None)


def _goes_against(relation: Relation, original: Spot, revised: Spot) -> bool:
    """Whether the budget in the end, told in another paragraph than the first, lies on the other side of it than what
    is told turned it to, and far off: it is of another whole (the first of one project, the last of both)."""
    if original.where.segments[0].block == revised.where.segments[0].block:
        return False
    first, told, made = value_of(original), relation.printed.low, relation.expected.low
    return (told > first) is not (made > first) and abs(told - made) > _FAR * abs(made - first)


def in_steps(relation: Relation, amounts: Iterable[Spot], beside: Iterable[Spot] = ()) -> bool:
    """Whether another amount of the text, or two of those beside it, are just what is missing: the budget was turned
    more than once."""
    low, high = relation.expected.low - relation.printed.high, relation.expected.high - relation.printed.low
    known_ids = {*relation.operand_ids, relation.result_id}

    def sizes(spots: Iterable[Spot]) -> Iterator[Decimal]:
        money = (spot for spot in spots if known(spot) and dimension(spot)[0] == "元")
        return (value_of(spot) for spot in money if spot.id not in known_ids)

    pairs = combinations(islice(sizes(beside), _MOST_BESIDE), 2)
    missing = chain(sizes(amounts), (one + other for one, other in pairs))
    return any(low <= size <= high or low <= -size <= high for size in missing)


def _completed(one: Told) -> str:
    """The words before a figure; 尚有 before and 未支出 behind say together what 剩余 says."""
    behind = one.folded[one.spot.end : one.spot.end + _WINDOW]
    return "剩余" if _STILL.fullmatch(one.words) and _BEHIND.match(behind) else one.words


def _is_compared(folded: str, spot: Spot) -> bool:
    """Whether its sentence holds the money against another year's."""
    return _COMPARED.search(folded, folded.rfind("。", 0, spot.start) + 1, spot.start) is not None


def _in_like_unit(spot: Spot, budget: Spot | None) -> bool:
    """Whether money is printed in 元 only where the budget is (人均收入增加1322元 turns none of 万元)."""
    units = [None if one is None or one.quantity is None else one.quantity.printed_unit for one in (spot, budget)]
    return units[0] != "元" or units[1] in {"元", None}


def _one(relations: Iterable[Relation]) -> Iterator[Relation]:
    """Those that hold; one that does not only where it is the only one."""
    found = list(relations)
    yield from (relation for relation in found if relation.holds is not False or len(found) == 1)
