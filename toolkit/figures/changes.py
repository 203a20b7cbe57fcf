"""Sentence → difference and growth relations, where both operands stand beside the change."""

import re
from collections.abc import Iterator

from toolkit.figures.sentence import NUMBER, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import (
    difference_relation,
    dimension,
    is_percent,
    known,
    points_relation,
    quotient_relation,
    value_of,
)
from toolkit.model.figure import Relation

_UP = r"(?:增加|增长|上升|提高|提升|上涨|扩大|增|升)"
_DOWN = r"(?:减少|下降|降低|压减|缩减|回落|压缩|降|减)"
_CHANGE = rf"(?:净|共|幅度为)?(?:(?P<up>{_UP}|增幅|涨幅)|(?P<down>{_DOWN}|降幅))(?:了|约|为|达到?|:)?\s*"
_SECOND = rf"(?:增长|增幅|下降|降幅|降低|提高|增加|减少)(?:了|为|达|约)?(?P<second>{NUMBER})"
_TAIL = rf",?{_CHANGE}(?P<change>{NUMBER})(?:,{_SECOND})?"
_FROM_TO = re.compile(
    rf"(?:由|从)(?P<before>[^,;\ue000]{{0,24}}(?P<old>{NUMBER}))[^,;\ue000]{{0,6}},?"
    rf"(?:{_UP}|{_DOWN}|发展|变|扩)(?:加|长|大)?(?:至|到|为)\s*[^,;\ue000]{{0,14}}(?P<new>{NUMBER}){_TAIL}"
)
_AGAINST = re.compile(
    rf"(?P<new>{NUMBER})[^,;\ue000]{{0,2}},(?:同比|相)?(?:比|较|与)[^,;\ue000]{{1,18}}(?P<old>{NUMBER})(?:相比)?{_TAIL}"
)
_UNLIKE = re.compile(r"年均|平均|可比|不变价|剔除|扣除|同口径|名义|实际增|累计|翻|倍")
_PLAN = r"预算|安排|计划|下达|到位|批复|合同|控制|概算|目标|任务|拟|应|限额"
_DONE = r"实际|支出|执行|使用|支付|决算|完成|中标|成交|结算|举办|开展"
_LEFT = re.compile(
    rf"(?P<old>{NUMBER})[^,;\ue000]{{0,8}}[,;](?P<what>[^,;\ue000]{{1,18}})(?P<new>{NUMBER})[^,;\ue000]{{0,8}},"
    rf"[^,;\ue000]{{0,6}}?(?P<word>结余|节约|节省|节支|剩余|结转结余|超额完成|超额|超出|超支|超计划|超)(?:资金|经费|金额|了|为|约)*\s*(?P<change>{NUMBER})"
)
_ABOVE = frozenset(("超额完成", "超额", "超出", "超支", "超计划", "超"))


def changes_in(sentence: Sentence) -> Iterator[Relation]:
    """Difference and growth relations of one sentence."""
    if _UNLIKE.search(sentence.text):
        return
    for pattern in (_FROM_TO, _AGAINST):
        for found in pattern.finditer(sentence.text):
            yield from _change(sentence, found)
    yield from _left_over(sentence)


def _change(sentence: Sentence, found: re.Match[str]) -> Iterator[Relation]:
    old, new = sentence.spot(found, "old"), sentence.spot(found, "new")
    if not known(old) or not known(new) or dimension(old) != dimension(new):
        return
    down = bool(found["down"])
    for group in ("change", "second"):
        if found[group] is not None:
            yield from _judge_change(old, new, sentence.spot(found, group), down)


def _judge_change(old: Spot, new: Spot, change: Spot, down: bool) -> Iterator[Relation]:
    if not known(change) or value_of(new) == value_of(old) or (value_of(new) < value_of(old)) != down:
        return
    larger, smaller = (old, new) if down else (new, old)
    unit = dimension(change)[0]
    if is_percent(old) and unit == "pp":
        yield points_relation(larger, smaller, change)
    elif dimension(change) == dimension(old) and not is_percent(old):
        yield difference_relation(larger, smaller, change)
    elif is_percent(change) and not is_percent(old) and unit == "1":
        found = quotient_relation("growth", new, old, change, minus_one=-1 if down else 1)
        if found:
            yield found


def _left_over(sentence: Sentence) -> Iterator[Relation]:
    """“预算100万元，实际支出80万元，结余20万元”: planned and done, and what lies between."""
    last = 0
    for found in _LEFT.finditer(sentence.text):
        old, new, change = (sentence.spot(found, group) for group in ("old", "new", "change"))
        head = sentence.text[last : found.start("old")].split(",")[-1]
        last = found.end()
        if not re.search(_PLAN, head) or not re.search(_DONE, found["what"]) or not _alone(sentence, found, old):
            continue
        if not (known(old) and known(new) and known(change)) or dimension(old) != dimension(new):
            continue
        above = found["word"] in _ABOVE
        larger, smaller = (new, old) if above else (old, new)
        if found["word"] == "超" and value_of(larger) <= value_of(smaller):
            continue
        if dimension(change) == dimension(old):
            yield difference_relation(larger, smaller, change)
        elif is_percent(change) and not is_percent(old) and above:
            growth = quotient_relation("growth", new, old, change, minus_one=1)
            if growth:
                yield growth


def _alone(sentence: Sentence, found: re.Match[str], old: Spot) -> bool:
    """Whether planned and done are the only two amounts before the difference, so that no other pair can be meant."""
    same = [start for start, _, spot in sentence.runs if dimension(spot) == dimension(old)]
    return sum(1 for start in same if start < found.start("change")) == 2
