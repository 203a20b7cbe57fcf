"""Sentence → product and average relations: “每户2,000元，补助360户，共72万元”, “120人，支出24万元，人均2,000元”.

Three figures make such a relation: an amount for each, how many there are, and the amount of all. A relation that
holds is told; one that fails only where the sentence has no other figure that could be meant.
"""

import re
from collections.abc import Iterator

from toolkit.figures.facts import off_by_a_slip
from toolkit.figures.listing import NEVER_ADDED
from toolkit.figures.sentence import NUMBER, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import dimension, is_percent, known, product_relation, quotient_relation, value_of
from toolkit.model.figure import Relation
from toolkit.patterns import regex

_EACH = regex(
    rf"(?:[生人户亩校村班床]均[^,;:\ue000]{{0,8}}?|每(?P<of>[^,;:\ue000]{{1,6}}?)(?:经费|造价|补助|补贴|奖励|标准|支付|按|为|约|每年|每月|每次)*|(?P<price>单价|单位成本)(?:为|约)?)\s*(?P<each>{NUMBER})"
)
_ALL = regex(
    rf"(?P<total>合计|共计|总计|共|总投资|总价|总额|资金|补助|补贴|支出|奖励|发放|投入)[^,;:\ue000]{{0,8}}?(?P<all>{NUMBER})"
)
_MEAN = regex(
    rf"(?P<word>[人户校村家台场次件亩车生班床馆站镇乡县所]均|平均每?[个名家所台辆]?)(?P<what>[^,;:\ue000]{{0,10}}?)(?:为|约|达)?\s*(?P<mean>{NUMBER})"
)
_BY_TIME = regex(r"每(?:人|户)?每?(?:年|月|季|天|日|周|学期)|[月季日周](?:[人户生]?均|标准|补)|按[月季日]")
_GRADED = regex(r"分别|不等|以上|以下|最高|最低|不超过|一档|二档|其中|标准分|起|至少")
_OF_ONE = regex("每|单价|标准|均")  # no total: 按每亩100元发放
_SUMMED = frozenset(("合计", "共计", "总计", "共", "总投资", "总价", "总额", "发放"))
_SAME_COUNTER = {
    "人": "人名位",
    "户": "户",
    "校": "所",
    "村": "个村",
    "家": "家个",
    "台": "台套",
    "场": "场次",
    "次": "次",
}
_MOST = 4


def products_in(sentence: Sentence) -> Iterator[Relation]:
    """Product and average relations of one sentence."""
    yield from _products(sentence)
    yield from _averages(sentence)


def _products(sentence: Sentence) -> Iterator[Relation]:
    prices = [found for found in _EACH.finditer(sentence.text) if known(sentence.spot(found, "each"))]
    if len(prices) != 1:
        return
    each = sentence.spot(prices[0], "each")
    if is_percent(each):
        return
    for found in _ALL.finditer(sentence.text, prices[0].end()):
        whole = sentence.spot(found, "all")
        if known(whole) and dimension(whole) == dimension(each):
            yield from _product(sentence, prices[0], each, found, whole)
            return


def _product(
    sentence: Sentence, price: re.Match[str], each: Spot, found: re.Match[str], whole: Spot
) -> Iterator[Relation]:
    before = [spot for start, _, spot in sentence.runs if start < found.start("all") and spot is not each]
    counts = [spot for spot in before if known(spot) and dimension(spot) != dimension(each)]
    counts = [spot for spot in counts if dimension(spot)[0] not in NEVER_ADDED]
    made = [product_relation(_in_order(count, each), whole) for count in reversed(counts[-_MOST:])]
    held = next((one for one in made if one.holds), None) or next((one for one in made if one.holds is None), None)
    if held is not None:
        yield held
        return
    for count in (spot for spot in before if price["of"] and known(spot) and dimension(spot) == dimension(each)):
        relation = product_relation(_in_order(count, each), whole)
        if relation.holds and sentence.text.startswith(price["of"][0], count.end - sentence.start):
            yield relation  # 每村配备30个，12个村共360个
            return
    alone = len(before) == 1 == len(counts) and _counts(price["of"], counts[0])
    if alone and found["total"] not in _SUMMED:
        alone = off_by_a_slip(value_of(counts[0]) * value_of(each), whole)
    if alone and not _BY_TIME.search(sentence.text) and not _GRADED.search(sentence.text):
        yield product_relation(_in_order(counts[0], each), whole)


def _counts(of: str | None, count: Spot) -> bool:
    """Whether 每… names what is counted: its counter, or 单价 stands for the thing itself."""
    unit = dimension(count)[0] or ""
    return of is None or of[0] in unit or (of[0] == "人" and unit == "名")


def _in_order(one: Spot, other: Spot) -> tuple[Spot, Spot]:
    return (one, other) if one.start < other.start else (other, one)


def _averages(sentence: Sentence) -> Iterator[Relation]:
    for found in _MEAN.finditer(sentence.text):
        mean = sentence.spot(found, "mean")
        before = [spot for start, _, spot in sentence.runs if start < found.start() and known(spot)]
        if not known(mean) or is_percent(mean) or len(before) < 2:
            continue
        totals = [spot for spot in before[-_MOST:] if dimension(spot) == dimension(mean)]
        counts = [spot for spot in before[-_MOST:] if dimension(spot) != dimension(mean) and not is_percent(spot)]
        holding = next((one for one in _quotients(totals, counts, mean) if one.holds), None)
        holding = holding or _of_alike(sentence, found, totals, mean)
        if holding is not None:
            yield holding
        else:
            yield from _off(sentence, found, before, mean)


def _off(sentence: Sentence, found: re.Match[str], before: list[Spot], mean: Spot) -> Iterator[Relation]:
    """An average that no two figures make: wrong where the two before it are meant, else a doubt where one total and
    one count alone fit its words."""
    totals = [spot for spot in before if dimension(spot) == dimension(mean)]
    counts = [spot for spot in before if dimension(spot) != dimension(mean) and not is_percent(spot)]
    fitting = [spot for spot in counts if totals and _means(sentence, found, totals[-1], spot)]
    if len(totals) != 1 or len(fitting) != 1:
        return
    sure = len(before) == 2
    earlier = [spot for spot in sentence.passage.spots if spot.end <= mean.start and dimension(spot) == dimension(mean)]
    if any(one.holds for one in _quotients(list(filter(known, earlier[-_MOST:])), fitting, mean)):
        return  # of what an earlier sentence tells
    for relation in _quotients(totals, fitting, mean):
        if sure or _is_near(relation):
            yield relation.model_copy(update={"certain": sure})


def _is_near(relation: Relation) -> bool:
    """Whether the printed average is of the size of the one made."""
    return relation.expected.low <= relation.printed.high * 2 and relation.printed.low <= relation.expected.high * 2


def _of_alike(sentence: Sentence, found: re.Match[str], totals: list[Spot], mean: Spot) -> Relation | None:
    """“24个村共发展合作社72个，平均每个村3个”: what counts is counted like the rest; only exact, and named again."""
    noun = found["what"].strip()[:2]
    for count in totals:
        begin, end = count.start - sentence.start, count.end - sentence.start
        if not noun or noun not in sentence.text[max(0, begin - len(noun) - 4) : end + len(noun)]:
            continue
        for total in totals:
            if total is not count and value_of(count) and value_of(total) == value_of(mean) * value_of(count):
                return quotient_relation("average", total, count, mean)
    return None


def _quotients(totals: list[Spot], counts: list[Spot], mean: Spot) -> Iterator[Relation]:
    for total in reversed(totals):
        for count in reversed(counts):
            if value_of(count) > 0 and dimension(count)[0] not in NEVER_ADDED:
                relation = quotient_relation("average", total, count, mean)
                if relation is not None:
                    yield relation


def _means(sentence: Sentence, found: re.Match[str], total: Spot, count: Spot) -> bool:
    """Whether the average speaks of just these two: its counter is that of the count, its noun, if any, the total's."""
    if _GRADED.search(sentence.text) or _BY_TIME.search(sentence.text):
        return False
    unit, word, what = dimension(count)[0] or "", found["word"], found["what"].strip()
    if word.startswith("平均"):
        counted, what = what[:1] in unit if what else True, what.removeprefix(unit) if unit else what[1:]
        what = what if len(what) < len(found["what"].strip()) else what[1:]
    else:
        counted = any(counter in unit for counter in _SAME_COUNTER.get(word[0], word[0])) and unit != "人次"
    clause = sentence.text[: total.start - sentence.start].split(",")[-1]
    if _OF_ONE.search(clause) or sentence.text[: found.start()].endswith("加权"):
        return False
    return counted and all(character in clause for character in what)
