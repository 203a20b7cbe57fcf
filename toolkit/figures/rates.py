"""Sentence → ratio relations: “预算100万元，执行95万元，执行率95%”, base and result right before it."""

import re
from collections.abc import Iterator
from functools import cache

from toolkit.figures.sentence import NUMBER, Sentence
from toolkit.figures.verdict import dimension, is_percent, known, quotient_relation, value_of
from toolkit.model.figure import Relation

RATES = (
    (
        r"预算执行率|执行率|执行进度|支出进度|支出率|支付率|支付进度",
        r"预算|下达|安排|指标数|拨款|到位",
        r"执行|支出|支付|使用|决算",
    ),
    (r"资金到位率|到位率", r"预算|计划|应到位|安排|批复|下达", r"到位"),
    (r"回收率|收回率|有效回收率", r"发放|发出", r"收回|回收"),
    (r"任务完成率|计划完成率|完成率", r"计划|目标|任务|应", r"完成|实际|实现"),
    (r"抽检合格率|检验合格率|合格率", r"抽检|检测|抽查|验收", r"合格"),
    (r"就业率", r"毕业", r"就业"),
    (r"办结率", r"受理|收到|应办", r"办结"),
)
_PATTERN = re.compile(
    rf"(?P<bottom>{NUMBER})(?P<between>[^,;\ue000]{{0,8}}[,;]?[^,;\ue000]{{1,18}})(?P<top>{NUMBER})[^,;\ue000]{{0,10}},"
    rf"(?P<rate>[^,;\ue000]{{0,8}}(?:率|进度))(?:为|达到|达|约|是|:)*\s*(?P<result>{NUMBER})"
)
_OF_BUDGET = re.compile(
    rf"(?P<bottom>{NUMBER})[^,;\ue000]{{0,4}},(?P<between>[^,;\ue000]{{0,18}}(?:决算|支出|执行|完成)[^,;\ue000]{{0,6}})"
    rf"(?P<top>{NUMBER})[^,;\ue000]{{0,4}},(?:完成|为|占)(?P<which>年初|全年|调整后?)?预算数?的\s*(?P<result>{NUMBER})"
)
_OTHER_BASE = re.compile(r"年初|上年|调整|累计|其中|结转")


def rates_in(sentence: Sentence) -> Iterator[Relation]:
    """Ratio relations of one sentence."""
    yield from _of_budget(sentence)
    last = 0
    for found in _PATTERN.finditer(sentence.text):
        head = sentence.text[last : found.start("bottom")].split(",")[-1].split(";")[-1]
        last = found.end()
        rate = found["rate"].strip()
        if any(
            pattern.search(rate) and base.search(head) and done.search(found["between"])
            for pattern, base, done in _rates()
        ):
            yield from _ratio(sentence, found, head)


@cache
def _rates() -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    """Compiled at the first rate behind two amounts."""
    return tuple(
        (re.compile(rf"^[^,;]{{0,6}}(?:{rate})$"), re.compile(base), re.compile(done)) for rate, base, done in RATES
    )


def _of_budget(sentence: Sentence) -> Iterator[Relation]:
    """“年初预算100万元，支出决算95万元，完成年初预算的95%”."""
    last = 0
    for found in _OF_BUDGET.finditer(sentence.text):
        head = sentence.text[last : found.start("bottom")].split(",")[-1].split(";")[-1]
        last = found.end()
        spots = [sentence.spot(found, group) for group in ("bottom", "top", "result")]
        bottom, top, result = spots
        if not all(known(spot) for spot in spots) or not is_percent(result) or is_percent(top):
            continue
        if "预算" in head and (found["which"] or "") in head and dimension(bottom) == dimension(top):
            relation = quotient_relation("ratio", top, bottom, result)
            if relation is not None:
                yield relation


def _ratio(sentence: Sentence, found: re.Match[str], head: str) -> Iterator[Relation]:
    bottom, top, result = (sentence.spot(found, group) for group in ("bottom", "top", "result"))
    if not (known(bottom) and known(top) and known(result)) or not is_percent(result):
        return
    if dimension(bottom) != dimension(top) or is_percent(top) or value_of(top) > value_of(bottom):
        return
    relation = quotient_relation("ratio", top, bottom, result)
    if relation is None:
        return
    others = [spot for start, _, spot in sentence.runs if start < found.start("bottom")]
    alone = not any(dimension(spot) == dimension(bottom) for spot in others)
    if relation.holds or (alone and not _OTHER_BASE.search(sentence.text)):
        yield relation
