"""Sentence → ratio relations: “预算100万元，执行95万元，执行率95%”, “4,800万元，是财政投入1,200万元的4倍”.

A rate that two figures before it make is told. One that they do not is told only where they stand right before it,
are the only ones of their kind, and the words of the upper one carry the name of the rate.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from toolkit.figures.sentence import NUMBER, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import alike, dimension, is_percent, known, quotient_relation, value_of
from toolkit.model.figure import Relation, RelationType
from toolkit.patterns import regex

_RATES = tuple(
    (regex(rf"(?:{rate})$"), regex(base), regex(done))
    for rate, base, done in (
        (
            r"预算执行率|执行率|执行进度|支出进度|支出率|支付率|支付进度",
            r"预算|下达|安排|指标数|拨款|到位|下拨|计划",
            r"执行|支出|支付|使用|决算",
        ),
        (r"资金到位率|到位率", r"预算|计划|应到位|安排|批复|下达", r"到位"),
        (r"任务完成率|计划完成率|完成率", r"计划|目标|任务|应|指标值", r"完成|实际|实现"),
        (r"抽检合格率|检验合格率|(?<!不)合格率", r"抽检|检测|抽查|验收", r"(?<!不)合格"),
        (r"就业率", r"毕业", r"就业"),
        (r"在职人员控制率|控制率", r"编制|预算|控制数", r"实有|在职|在编|支出|实际"),
    )
)
_RATE = regex(
    rf"(?P<rate>[^,;:\ue000]{{0,8}}(?P<stem>[^,;:\ue000]{{2}}|\ue004\ue005*)(?:率|度|进度|比))(?:为|达到|达|约|是|:)*\s*(?P<result>{NUMBER})"
)
_OF_BUDGET = regex(
    rf"(?P<bottom>{NUMBER})[^,;\ue000]{{0,4}},(?P<between>[^,;\ue000]{{0,18}}(?:决算|支出|执行|完成|实际)[^,;\ue000]{{0,6}})"
    rf"(?P<top>{NUMBER})[^,;\ue000]{{0,4}},(?P<how>完成|为|占)(?P<which>年初|全年|调整后?|年度)?(?P<plan>预算|计划|目标|任务)(?:任务|数)?的\s*(?P<result>{NUMBER})"
)
_TIMES = regex(
    rf"(?P<top>{NUMBER})[^,;\ue000]{{0,4}},?(?:是|为|相当于|达到?)[^,;\ue000]{{1,16}}(?P<bottom>{NUMBER})[^,;\ue000]{{0,4}}的\s*(?P<result>{NUMBER})"
)
_DONE_OF = regex(
    rf"(?P<top>{NUMBER})[^,;\ue000]{{0,4}},?(?:仅|只|约|已)?(?:完成|为|达到?)[^,;\ue000]{{0,8}}(?:预算|计划|目标|任务)[^,;\ue000]{{0,4}}(?P<bottom>{NUMBER})[^,;\ue000]{{0,4}}的\s*(?P<result>{NUMBER})"
)
_LEVER = regex(
    rf"(?P<bottom>{NUMBER})[^,;\ue000]{{0,4}},[^,;\ue000]{{0,4}}(?:带动|撬动|拉动|引导)[^,;\ue000]{{1,12}}(?P<top>{NUMBER})[^,;\ue000]{{0,4}},(?:放大|放大效应|杠杆)[^,;\ue000]{{0,6}}?(?P<result>{NUMBER})"
)
_DIVIDED = regex(rf"(?:即|[^,;\ue000]{{0,8}}=)?{NUMBER}\s*[/÷]\s*{NUMBER}")
_OTHER_BASE = regex(r"年初|上年|调整|累计|其中|结转|同期|增长|下降|提高")
_COMMON = frozenset("的及与和了为总各年全实际完成项目资金工作")
_CONTRARY = regex(r"超标|超期|逾期|违|不|未|非")
_COMPARED = regex("[比较]")  # 合同价…，较预算节约…，节约率: of the budget, which stands elsewhere
_BOUGHT = regex("合同|成交|中标|结算|实际|支出")
_CHANGE = regex(r"^超|超额|节约|结余|剩余|增加|减少|多|少")
_APART = regex(r"[比较][^,;]*(?:多|少|高|低)出?$")
_OF_CHANGE = regex(r"[节减余增超降缩涨转]")
_FEWEST = 2
_MOST = 5
_FARTHEST = 20


def rates_in(sentence: Sentence) -> Iterator[Relation]:
    """Ratio relations of one sentence."""
    yield from _of_budget(sentence)
    yield from _multiples(sentence)
    yield from _in_brackets(sentence)
    for found in _RATE.finditer(sentence.text):
        result = sentence.spot(found, "result")
        before = [run for run in sentence.runs if run[1] <= found.start("rate")]
        if not _OF_CHANGE.search(found["rate"]):
            before = _without_changes(sentence, before)
        if before and known(result) and is_percent(result):
            yield from _rate(sentence, found, before, result)


def _without_changes(sentence: Sentence, before: list[tuple[int, int, Spot]]) -> list[tuple[int, int, Spot]]:
    """The figures without a last one that only says by how much (超计划36人), where two others are left."""
    if len(before) < _FEWEST + 1:
        return before
    words = re.split(r"[,;]", sentence.text[before[-2][1] : before[-1][0]])[-1]
    return before[:-1] if _CHANGE.search(words) else before


def _in_brackets(sentence: Sentence) -> Iterator[Relation]:
    """“执行率97%（2,910万元/3,000万元）”: the two figures stand behind their rate; “（得分46分，分值50分）” only where
    they make it."""
    spots = [spot for _, _, spot in sentence.runs]
    lead = sentence.lead if sentence.aside else None
    if lead is None or not is_percent(lead) or not known(lead) or len(spots) != _FEWEST:
        return
    divided = _DIVIDED.fullmatch(sentence.text.strip()) is not None
    for top, bottom in [spots] if divided else [spots, spots[::-1]]:
        relation = quotient_relation("ratio", top, bottom, lead) if _comparable(bottom, top) else None
        if relation is not None and (divided or relation.holds):
            yield relation
            return


def _rate(
    sentence: Sentence, found: re.Match[str], before: list[tuple[int, int, Spot]], result: Spot
) -> Iterator[Relation]:
    relations = [
        (bottom, top, relation)
        for bottom, top in _pairs(before)
        if (relation := quotient_relation("ratio", top[2], bottom[2], result)) is not None
    ]
    fitting = [one for one in relations if one[2].holds]
    named = [one for one in fitting if _carries(sentence.text[_begin(sentence, one[1]) : one[1][0]], found["stem"])]
    holding = _best([(value_of(top[2]) / value_of(bottom[2]), relation) for bottom, top, relation in named or fitting])
    if holding is not None:
        yield holding
    elif relations:
        bottom, top, relation = relations[0]
        near = (bottom, top) == (before[-2], before[-1]) and not _is_far_off(relation)
        if near and _is_meant(sentence, found, before):
            yield _of_change(top[2], bottom[2], result) or relation if _of_any_name(found["rate"]) else relation


def _begin(sentence: Sentence, run: tuple[int, int, Spot]) -> int:
    """Where the words before a figure begin: behind the figure before it."""
    return max((end for _, end, _ in sentence.runs if end <= run[0]), default=0)


def _of_any_name(rate: str) -> bool:
    """Whether the name of a rate leaves open what is set against what."""
    return not any(pattern.search(rate.strip()) for pattern, _, _ in _RATES)


def _of_change(top: Spot, bottom: Spot, result: Spot) -> Relation | None:
    """The same two figures as before and after, where the rate says by how much: 由320项减至256项，精简率20%."""
    rise = 1 if value_of(top) > value_of(bottom) else -1
    change = quotient_relation("growth", top, bottom, result, minus_one=rise)
    return change if change is not None and change.holds else None


def _is_far_off(relation: Relation) -> bool:
    """Whether the rate is farther from the two figures than a lost point makes it: that of something else (‰ of all
    the woods, behind the area burnt)."""
    made, told = (bounds.low + bounds.high for bounds in (relation.expected, relation.printed))
    return max(made, told) > _FARTHEST * min(made, told)


def _best(holding: list[tuple[Decimal, Relation]]) -> Relation | None:
    """Of (quotient, relation) the first that makes just the printed rate, else the first that rounds to it, else any
    that coarse printing lets hold."""
    exact = [one for made, one in holding if made == (one.printed.low + one.printed.high) / 2]
    rounded = [one for made, one in holding if one.printed.holds(made)]
    return next(iter((*exact, *rounded, *(one for _, one in holding))), None)


def _pairs(before: list[tuple[int, int, Spot]]) -> Iterator[tuple[tuple[int, int, Spot], tuple[int, int, Spot]]]:
    """(base, part) of like figures, nearest first; then the other way round for the nearest two."""
    last = before[-_MOST:]
    for part in range(len(last) - 1, 0, -1):
        for base in range(part - 1, -1, -1):
            if _comparable(last[base][2], last[part][2]):
                yield last[base], last[part]
    if len(last) > 1 and _comparable(last[-2][2], last[-1][2]):
        yield last[-1], last[-2]


def _comparable(bottom: Spot, top: Spot) -> bool:
    return alike(bottom, top) and value_of(bottom) != 0


def _is_meant(sentence: Sentence, found: re.Match[str], before: list[tuple[int, int, Spot]]) -> bool:
    """Whether the rate can only be that of the two figures right before it."""
    if found["rate"].endswith("比"):
        return False
    (_, base_end, base), (part_start, part_end, part) = before[-2:]
    head = sentence.text[: before[-2][0]]
    clause = re.split(r"[,;]", head[before[-3][1] if len(before) > 2 else 0 :])[-1]
    words = sentence.text[base_end:part_start]
    gap = sentence.text[part_end : found.start("result")]
    if "其中" in words and _carries_all(words, found["rate"]):
        words = words.replace("其中", "")
    alone = not any(dimension(spot) == dimension(base) for _, _, spot in before[:-2])
    if not alone or ";" in words or ";" in gap or gap.count(",") > 1 or _OTHER_BASE.search(clause + words + gap):
        return False
    rate = found["rate"].strip()
    if _APART.search(words) or ("节" in rate and (_COMPARED.search(words) or _BOUGHT.search(clause))):
        return False
    if _CONTRARY.search(words + gap) and not _CONTRARY.search(rate):
        return False
    for pattern, of_base, of_part in _RATES:
        generic = pattern.search(rate)
        if generic:
            if is_percent(part) and generic[0] in words:
                return False  # 执行率95.68%，省级执行率100%，县级执行率89.03%
            meant = of_base.search(clause) is not None and of_part.search(words) is not None
            return meant or (generic.start() > 1 and _carries_all(words, rate[: generic.start()]))
    if is_percent(part) or value_of(part) > value_of(base):
        return False
    return _carries(words + sentence.text[part_end : found.start("rate")], found["stem"])


def names_fit(rate: str, of_base: str, of_part: str) -> bool:
    """Whether the words before two figures tell that this rate is the second's share of the first."""
    for pattern, base, part in _RATES:
        generic = pattern.search(rate)
        if generic:
            return base.search(of_base) is not None and part.search(of_part) is not None
    return _carries(of_part, rate[-3:-1])


def _carries(words: str, stem: str) -> bool:
    """Whether the words before the upper figure hold a telling character of the rate's name."""
    return any(character in words and character not in _COMMON for character in stem)


def _carries_all(words: str, rate: str) -> bool:
    """Whether the words hold all telling characters of the rate's name, two at least."""
    telling = [character for character in rate.rstrip("率度比") if character not in _COMMON]
    return len(telling) > 1 and all(character in words for character in telling)


def _of_budget(sentence: Sentence) -> Iterator[Relation]:
    """“年初预算100万元，支出决算95万元，完成年初预算的95%”."""
    last = 0
    for found in _OF_BUDGET.finditer(sentence.text):
        head = sentence.text[last : found.start("bottom")].split(",")[-1].split(";")[-1]
        last = found.end()
        bottom, top, result = (sentence.spot(found, group) for group in ("bottom", "top", "result"))
        if not (known(result) and _comparable(bottom, top)) or not is_percent(result) or is_percent(top):
            continue
        if found["plan"] in head and (found["which"] or "") in head:
            kind: RelationType = "share" if found["how"] == "占" else "ratio"
            relation = quotient_relation(kind, top, bottom, result)
            if relation is not None:
                yield relation


def _multiples(sentence: Sentence) -> Iterator[Relation]:
    """“完成预算B的75%”; “A是B的4倍”; “投入B，带动A，放大4倍” only where it holds."""
    for found in _DONE_OF.finditer(sentence.text):
        bottom, top, result = (sentence.spot(found, group) for group in ("bottom", "top", "result"))
        if known(result) and is_percent(result) and not is_percent(top) and _comparable(bottom, top):
            relation = quotient_relation("ratio", top, bottom, result)
            if relation is not None:
                yield relation
    for pattern, certain in ((_TIMES, True), (_LEVER, False)):
        for found in pattern.finditer(sentence.text):
            bottom, top, result = (sentence.spot(found, group) for group in ("bottom", "top", "result"))
            if not known(result) or is_percent(result) or dimension(result)[0] != "1" or not _comparable(bottom, top):
                continue
            relation = quotient_relation("ratio", top, bottom, result)
            if relation is not None and (certain or relation.holds):
                yield relation
