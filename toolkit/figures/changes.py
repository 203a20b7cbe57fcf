"""Sentence → difference and growth relations, where both operands stand beside the change."""

import re
from collections.abc import Iterator

from toolkit.figures.change_words import DOWN, FEWER, MORE, UP
from toolkit.figures.sentence import NUMBER, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import (
    alike,
    difference_relation,
    dimension,
    is_percent,
    known,
    points_relation,
    quotient_relation,
    sum_relation,
    value_of,
)
from toolkit.measure.money_words import ADD, CUT
from toolkit.model.figure import Relation
from toolkit.patterns import regex

_UP = f"(?:{UP})"
_DOWN = f"(?:{DOWN}|节约|节省|少支出|提前)"
_APART = f"(?:{MORE}|{FEWER}|[高低超差])出?(?=\ue000)"  # the figure behind it is what lies between
_CHANGE = (
    rf"(?:净|共|幅度为)?(?:(?P<up>{_UP}|高出?|超出|多)|(?P<down>{_DOWN}|低|少))(?:率|幅度?)?(?:了|约|为|达到?|:)?\s*"
)
_SECOND = rf"(?:增长|增幅|下降|降幅|降低|提高|增加|减少)(?:了|为|达|约)?(?P<second>{NUMBER})"
_TAIL = rf",?{_CHANGE}(?P<change>{NUMBER})(?:,{_SECOND})?"
_FROM_TO = regex(
    rf"(?:由|从|[较比](?:上年|去年|上期)的?)(?P<before>[^,;\ue000]{{0,24}}(?P<old>{NUMBER}))[^,;\ue000]{{0,6}},?"
    rf"(?:{_UP}|{_DOWN}|发展|变|扩)(?:加|长|大)?(?:至|到|为)\s*[^,;\ue000]{{0,14}}(?P<new>{NUMBER}){_TAIL}"
)
_AGAINST = regex(
    rf"(?P<new>{NUMBER})[^,;\ue000]{{0,2}},(?:同比|相)?(?:比|较|与)(?:(?!{_UP}|{_DOWN}|{_APART})[^,;\ue000]){{1,18}}(?P<old>{NUMBER})(?:相比)?{_TAIL}"
)
_TWO_YEARS = regex(
    rf"(?P<here>[^,;\ue000]{{0,24}})(?P<one>{NUMBER})[^,;\ue000]{{0,2}}[,;、](?P<there>[^,;\ue000]{{0,16}})"
    rf"(?P<other>{NUMBER})[^,;\ue000]{{0,2}},(?:同比|比上年|较上年|比去年|相比)?{_TAIL}"
)
_BY_HOW_MUCH = regex(rf"(?:比|较|与|节约|追加)[^,;\ue000]{{0,16}}(?:{_UP}|{_DOWN}|超出?|多|少)(?:了|约|出)*\s*$")
UNLIKE = regex(r"年均|平均|可比|不变价|剔除|扣除|同口径|名义|实际增|累计|翻|倍")
_BEFORE = regex(r"上年|去年|上一年|同期|上期|年初")
_AIM = regex(r"(?:目标|计划|预期|指标)值?[为是]?$")
_NOW = regex(r"本年|今年|当年|本期|全年|年末|实现|\ue002")
_DATES = regex(r"((?:19|20)\d\d)年")
_ONLY_YEAR = regex(r"\ue002\ue003*(?:度|全年|同期)?(?:的|为|是|有|仅)*")
_PLAN = r"预算|安排|计划|下达|到位|批复|合同|控制|概算|目标|任务|拟|应|限额|编制|核定|送审|原定|采购"
_DONE = r"实际|支出|执行|使用|支付|决算|完成|中标|成交|结算|举办|开展|实有|在编|审定|现有|巡查|培训"
_LEFT = regex(
    rf"(?P<old>{NUMBER})[^,;\ue000]{{0,8}}[,;](?P<what>[^,;\ue000]{{1,18}})(?P<new>{NUMBER})[^,;\ue000]{{0,8}},"
    rf"(?:[^,;\ue000]{{0,8}}率[^,;\ue000]{{0,3}}{NUMBER},)?[^,;\ue000]{{0,6}}?(?P<word>结余|节约|节省|节支|审减|核减|剩余|结转结余|空编|缺编|提前|净资产|超额完成|超额|超出|超支|超编|超计划|超)(?:资金|经费|金额|了|为|约)*\s*(?P<change>{NUMBER})"
)
_BALANCE = (
    (regex(r"收入"), regex(r"支出"), regex(r"^(?!.*(?:年末|期末|结转)).*(?:结余|剩余)")),
    (regex(r"资产"), regex(r"负债"), regex(r"净资产")),
)
"""What is whole, what is taken from it, what is left; at the year's end there is also what came over from before it."""
_REVISED = regex(
    rf"年初[^,;\ue000]{{0,10}}(?P<old>{NUMBER})[^,;\ue000]{{0,3}},[^,;\ue000]{{0,8}}(?:(?P<up>追加|调增|增加)|调减|核减|压减)[^,;\ue000]{{0,10}}"
    rf"(?P<change>{NUMBER})[^,;\ue000]{{0,3}},[^,;\ue000]{{0,4}}(?:调整|全年)[^,;\ue000]{{0,8}}(?P<new>{NUMBER})"
)
_IN_WORDS = regex(
    rf"(?P<one>{NUMBER})(?:(?P<up>加上?)|减去?|扣除)[^,;\ue000]{{0,14}}(?P<other>{NUMBER})[^,;\ue000]{{0,6}},"
    rf"[^,;\ue000]{{0,12}}?(?:为|即|是|得|共|合计|等于|余)\s*(?P<result>{NUMBER})"
)
_NO_DEED = regex(f"其中|包括|(?:{ADD}|{CUT})(?![^,;]*(?:支出|支付|使用|拨付))")
"""Of a second figure that is no deed done with the first: its part, or what turned it."""
_ABOVE = frozenset(("超额完成", "超额", "超出", "超支", "超计划", "超编", "超"))


def changes_in(sentence: Sentence) -> Iterator[Relation]:
    """Difference and growth relations of one sentence."""
    plain = UNLIKE.search(sentence.text) is None
    for pattern in (_FROM_TO, _AGAINST):
        for found in pattern.finditer(sentence.text):
            if plain or not UNLIKE.search(_around(sentence.text, found)):
                yield from _change(sentence, found)
    if not plain:
        return
    for found in _TWO_YEARS.finditer(sentence.text):
        yield from _two_years(sentence, found)
    yield from _left_over(sentence)
    yield from _in_words(sentence)
    for found in _REVISED.finditer(sentence.text):
        yield from _revised(sentence, found)


def _around(text: str, found: re.Match[str]) -> str:
    """The words between the semicolons around a change."""
    end = text.find(";", found.end())
    return text[text.rfind(";", 0, found.start()) + 1 : end if end >= 0 else len(text)]


def _in_words(sentence: Sentence) -> Iterator[Relation]:
    """“人员经费520万元加上公用经费80万元，基本支出为600万元”."""
    for found in _IN_WORDS.finditer(sentence.text):
        one, other, result = (sentence.spot(found, group) for group in ("one", "other", "result"))
        if alike(one, other, result):
            yield (
                sum_relation((one, other), result, ("", "")) if found["up"] else difference_relation(one, other, result)
            )


def _revised(sentence: Sentence, found: re.Match[str]) -> Iterator[Relation]:
    """“年初预算300万元，年中追加80万元，调整后预算380万元”."""
    old, change, new = (sentence.spot(found, group) for group in ("old", "change", "new"))
    if alike(old, change, new):
        if found["up"]:
            yield sum_relation((old, change), new, ("年初", found["up"]))
        else:
            yield difference_relation(old, change, new)


def _change(sentence: Sentence, found: re.Match[str]) -> Iterator[Relation]:
    old, new = sentence.spot(found, "old"), sentence.spot(found, "new")
    if not alike(old, new) or _is_a_change(sentence, found.start("new")):
        return
    down = bool(found["down"])
    for group in ("change", "second"):
        if found[group] is not None:
            yield from judge_change(old, new, sentence.spot(found, group), down=down)


def _is_a_change(sentence: Sentence, start: int) -> bool:
    """Whether the words right before a figure say that it is itself by how much (比预算少13.58万元，比上年85万元…)."""
    return _BY_HOW_MUCH.search(sentence.text[:start]) is not None


def _two_years(sentence: Sentence, found: re.Match[str]) -> Iterator[Relation]:
    """“上年480万元，本年528万元，增长10%”, in either order; the words before each say which year it is."""
    one, other = sentence.spot(found, "one"), sentence.spot(found, "other")
    if not alike(one, other):
        return
    here, there = (sentence.printed(*found.span(group)) for group in ("here", "there"))
    if re.search(rf"{_UP}|{_DOWN}|{MORE}|{FEWER}|结转|结余", here + there) or re.search(
        _APART, sentence.text[found.start() : found.start("other") + 1]
    ):
        return
    if _AIM.search(here) or _AIM.search(there):
        return
    if _BEFORE.search(there) and not _BEFORE.search(here):
        old, new = other, one
    elif _BEFORE.search(here) and not _BEFORE.search(there) and (_NOW.search(found["there"]) or not there.strip()):
        old, new = one, other
    else:
        years = [int(year) for year in _DATES.findall(here + there)]
        if len(years) == 1 and not _DATES.search(here) and _ONLY_YEAR.fullmatch(found["there"]):
            old, new = other, one  # 41.5万件，2022年36.8万件: a year is named because it is another
        elif len(years) != 2 or years[0] == years[1]:
            return
        else:
            old, new = (one, other) if years[0] < years[1] else (other, one)
    down = bool(found["down"])
    for group in ("change", "second"):
        if found[group] is not None:
            yield from judge_change(old, new, sentence.spot(found, group), down=down)


def judge_change(old: Spot, new: Spot, change: Spot, *, down: bool) -> Iterator[Relation]:
    """The relation of a change, in what the two are counted in, in points or as a share, if it goes the way told."""
    if not known(change) or value_of(new) == value_of(old) or (value_of(new) < value_of(old)) != down:
        return
    larger, smaller = (old, new) if down else (new, old)
    unit = dimension(change)[0]
    if is_percent(old) and unit == "pp":
        yield points_relation(larger, smaller, change)
    elif dimension(change) == dimension(old) and not is_percent(old):
        yield difference_relation(larger, smaller, change)
    elif _is_share(change) and not is_percent(old) and unit == "1":
        found = quotient_relation("growth", new, old, change, minus_one=-1 if down else 1)
        if found:
            yield found


def _is_share(change: Spot) -> bool:
    """Whether a change is told in hundredths or tenths (增长五成)."""
    return is_percent(change) or (change.quantity is not None and change.quantity.printed_unit == "成")


def _left_over(sentence: Sentence) -> Iterator[Relation]:
    """“预算100万元，实际支出80万元，结余20万元”: planned and done, and what lies between."""
    last = 0
    for found in _LEFT.finditer(sentence.text):
        old, new, change = (sentence.spot(found, group) for group in ("old", "new", "change"))
        head = sentence.text[last : found.start("old")].split(",")[-1]
        last = found.end()
        if not (known(old) and known(new) and known(change)) or dimension(old) != dimension(new):
            continue
        if _NO_DEED.search(found["what"]):
            continue
        above = found["word"] in _ABOVE
        larger, smaller = (new, old) if above else (old, new)
        if found["word"] == "超" and value_of(larger) <= value_of(smaller):
            continue
        meant = _is_meant(head, found) and _alone(sentence, found, old)
        if dimension(change) == dimension(old):
            relation = difference_relation(larger, smaller, change)
            if meant or relation.holds:
                yield relation
        elif is_percent(old) and dimension(change)[0] == "pp" and value_of(larger) > value_of(smaller):
            relation = points_relation(larger, smaller, change)
            if meant or relation.holds:
                yield relation
        elif is_percent(change) and not is_percent(old) and above and meant:
            growth = quotient_relation("growth", new, old, change, minus_one=1)
            if growth:
                yield growth


def _is_meant(head: str, found: re.Match[str]) -> bool:
    """Whether the words say what is planned and what is done, or what is taken from what."""
    if re.search(_PLAN, head) and re.search(_DONE, found["what"]):
        return True
    return any(
        whole.search(head) and less.search(found["what"]) and rest.search(found[0]) for whole, less, rest in _BALANCE
    )


def _alone(sentence: Sentence, found: re.Match[str], old: Spot) -> bool:
    """Whether planned and done are the only two amounts before the difference, so that no other pair can be meant."""
    same = [start for start, _, spot in sentence.runs if dimension(spot) == dimension(old)]
    return sum(1 for start in same if start < found.start("change")) == 2
