"""Listings → sum relations; a sum is called wrong only where the text shows that the list is whole."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from toolkit.figures.listing import Item, Listing, name_of
from toolkit.figures.sentence import NUMBER, Sentence
from toolkit.figures.spot import Spot
from toolkit.figures.verdict import (
    dimension,
    expected_sum,
    in_unit_of,
    known,
    printed_bounds,
    relation,
    sum_holds,
    sum_relation,
    value_of,
)
from toolkit.model.figure import Relation
from toolkit.model.number import Bounds

_MAINLY = re.compile(r"主要|重点|例如|比如|如:|含$|涉及")
_OVERLAPPING = re.compile(
    r"党员|女|男|少数民族|硕士|博士|本科|大专|学历|职称|高级|中级|初级|以上|以下|高新|规上|规模以上|专精特新|上市|小微|民营|国有|外资|"
    r"老年|老人|残疾|贫困|脱贫|退役|青年|岁|首次|新增|重点|示范|骨干|领军|省级|国家级|市级|带动|撬动|拉动|引导"
)
COMPLEMENTS = (
    ("行政单位", "事业单位", r""),
    ("行政机关", "事业单位", r""),
    ("基本支出", "项目支出", r"支出|预算|资金|经费|执行|决算"),
    ("人员经费", "公用经费", r"基本支出"),
    ("人员支出", "公用支出", r"基本支出"),
    ("市本级(?:支出|资金)?", "(?:转移支付.{0,6}|市对[区县].{0,6})", r"支出|预算|资金|经费|执行|决算"),
    ("本级(?:支出|资金)?", "下属单位(?:支出|资金)?", r"支出|预算|资金|经费|执行|决算"),
    ("男.{0,3}", "女.{0,3}", r""),
    ("城镇.{0,4}", "(?:农村|乡村).{0,4}", r""),
    ("上半年.{0,6}", "下半年.{0,6}", r""),
    ("线上.{0,4}", "线下.{0,4}", r""),
    ("已完成.{0,4}", "未完成.{0,4}", r""),
    ("合格.{0,4}", "不合格.{0,4}", r""),
    ("在职.{0,4}", "(?:离退休|退休).{0,4}", r""),
)
_PAIRS = tuple(
    (re.compile(rf"(?:.*\D)?{left}"), re.compile(rf"(?:.*\D)?{right}"), re.compile(whole))
    for left, right, whole in COMPLEMENTS
)
_ANNOUNCED = frozenset(("个", "项", "类", "种", "部分", "笔", "家", "所", "期", "批"))
_NEVER_WRONG = frozenset(("分", "天", "年", "月", "个月", "小时", "分钟", "学时", "课时", "工作日"))
_PEOPLE = frozenset("人名户家位")
_MONEY_KINDS = (
    re.compile(r"中央|省|市|县|区|财政|自筹|自有|专项|拨款|收入|本级|上级|银行|贷款|社会资本|其他资金|结转"),
    re.compile(r"支出|费|工资|采购|购置|设备|工程|建设|维修|补助|补贴|福利"),
)
_COMPOSED = re.compile(r"[^,;]{0,4}(?:组成|构成)")
_AFTER = re.compile(rf"[,;]\s*(?:合计|共计|总计|总共)(?:为|达|约|金额|资金)?\s*(?P<whole>{NUMBER})")
_NO_ADDEND = re.compile(
    r"其中|合计|共计|总计|小计|包括|比|较|占|增|减|节约|结余|剩余|累计|均|每|由|从|至|到|超|计划|目标|率|完成|\ue002"
)


def sums_in(sentence: Sentence, listings: list[Listing]) -> Iterator[Relation]:
    """Sum relations of one sentence."""
    for listing in listings:
        yield from _sums(listing)
    if sentence.aside and sentence.lead is not None and not listings:
        yield from _bare_list(sentence, sentence.lead)
    yield from _sums_before_total(sentence)


def _sums(listing: Listing) -> Iterator[Relation]:
    if listing.nested is None:
        yield from _judge(listing)
        return
    readings = [
        (outer, inner) for outer, inner in _readings(listing, listing.nested) if _adds_up(outer) or _adds_up(inner)
    ]
    both = [reading for reading in readings if _adds_up(reading[0]) and _adds_up(reading[1])]
    chosen = both[:1] or (readings if len(readings) == 1 else [])
    for outer, inner in chosen:
        yield from _judge(outer)
        yield from _judge(inner)


def _bare_list(sentence: Sentence, whole: Spot) -> Iterator[Relation]:
    """“500万元（中央300万元、省级200万元）”: only a sum that holds is told, the marker being missing."""
    items = []
    last = 0
    for low, high, spot in sentence.runs:
        items.append(Item(name_of(sentence, low, sentence.text[last:low]), spot))
        last = high
    fits = len(items) > 1 and known(whole) and all(item.name and known(item.spot) for item in items)
    if not fits or any(dimension(item.spot) != dimension(whole) for item in items):
        return
    if sum_holds([item.spot for item in items], whole):
        yield sum_relation([item.spot for item in items], whole, [item.name for item in items])


def _readings(outer: Listing, inner: Listing) -> Iterator[tuple[Listing, Listing]]:
    """Every way to part the items after a nested marker: the first to the nested list, the rest to the outer one."""
    for taken in range(len(inner.items), 0, -1):
        rest = inner.items[taken:]
        yield (
            replace(outer, items=outer.items + rest, nested=None, open=outer.open or (bool(rest) and inner.open)),
            replace(inner, items=inner.items[:taken]),
        )


def _adds_up(listing: Listing) -> bool:
    return len(listing.items) > 1 and sum_holds(listing.parts, listing.whole) is True


def _judge(listing: Listing) -> Iterator[Relation]:
    """The relation of a listing, if it holds or if the text leaves no other reading."""
    parts, whole = listing.parts, listing.whole
    if len(parts) == 1:
        yield from _part_above_whole(listing)
        return
    holds = sum_holds(parts, whole)
    if holds is False and not _contradicts(listing):
        return
    yield sum_relation(parts, whole, [item.name for item in listing.items])


def _contradicts(listing: Listing) -> bool:
    """Whether a sum that is off cannot be read in any other way."""
    if not listing.clean or not listing.adjacent or _says_mainly(listing):
        return False
    unit = dimension(listing.whole)[0] or ""
    if unit in _NEVER_WRONG or "/" in unit:
        return False
    return _is_whole(listing) or (_is_above(listing) and _parts_are_disjoint(listing))


def _is_above(listing: Listing) -> bool:
    return expected_sum(listing.parts).low > printed_bounds(listing.whole).high


def _says_mainly(listing: Listing) -> bool:
    before = listing.sentence.text[: max(0, listing.items[0].spot.start - listing.sentence.start)]
    return bool(_MAINLY.search(listing.word) or _MAINLY.search(before[-40:]) or _named_mainly(listing.items))


def _named_mainly(items: tuple[Item, ...]) -> bool:
    return any("主要" in item.name for item in items)


def _is_whole(listing: Listing) -> bool:
    """Whether the text shows that the list holds all parts."""
    if listing.open:
        return False
    if listing.by or listing.word in {"分别为", "分别是", "分为"}:
        return True
    if listing.word == "由":
        return _COMPOSED.match(_after(listing)) is not None
    if listing.word in {"包括", "包含"} and listing.colon and (listing.joined or _is_near(listing)):
        return True
    return _is_announced(listing) or _is_complementary(listing)


def _after(listing: Listing) -> str:
    """The masked text after the last item."""
    return listing.sentence.text[listing.items[-1].spot.end - listing.sentence.start :]


def _is_near(listing: Listing) -> bool:
    """Whether what the parts leave over is too little to be a part that was not worth a word."""
    left = value_of(listing.whole) - sum((value_of(part) for part in listing.parts), Decimal(0))
    return abs(left) * 10 < value_of(listing.whole)


def _is_announced(listing: Listing) -> bool:
    """Whether the sentence says how many there are of what the parts are named, and just so many are listed."""
    count = Decimal(len(listing.items))
    sentence = listing.sentence
    for spot in listing.before:
        if known(spot) and spot is not listing.whole and dimension(spot)[0] in _ANNOUNCED and value_of(spot) == count:
            end = spot.end - sentence.start
            noun = sentence.text[end : end + 2]
            if len(noun) == 2 and all(noun in item.name for item in listing.items):
                return True
    return False


def _is_complementary(listing: Listing) -> bool:
    if len(listing.items) != 2:
        return False
    first, second = (item.name for item in listing.items)
    context = listing.sentence.printed(0, max(0, listing.items[0].spot.start - listing.sentence.start))
    return any(
        whole.search(context)
        and ((left.fullmatch(first) and right.fullmatch(second)) or (right.fullmatch(first) and left.fullmatch(second)))
        for left, right, whole in _PAIRS
    )


def _parts_are_disjoint(listing: Listing) -> bool:
    """Whether no thing can be counted under two of the parts."""
    names = [item.name for item in listing.items]
    if any(_OVERLAPPING.search(name) or not name for name in names):
        return False
    if len({name[-1] for name in names}) == 1:
        return True
    unit = dimension(listing.whole)[0]
    if unit == "元":
        return any(all(kind.search(name) for name in names) for kind in _MONEY_KINDS)
    return unit not in _PEOPLE


def _part_above_whole(listing: Listing) -> Iterator[Relation]:
    """A single part is only worth a word where it is larger than its whole."""
    part, whole = listing.parts[0], listing.whole
    if listing.word != "其中" or not listing.adjacent or not listing.clean or listing.items[0].name == "":
        return
    low, printed = printed_bounds(part).low, printed_bounds(whole)
    if low <= printed.high or re.search(r"带动|撬动|拉动|引导|总|原值|累计", listing.items[0].name):
        return
    text = (
        f"其中{listing.items[0].name}{in_unit_of(part, value_of(part))} 大于总数 {in_unit_of(whole, value_of(whole))}"
    )
    expected = Bounds(low=low, high=max(low, value_of(part)))
    yield relation("sum", (part,), whole, expected, False, text)


def _sums_before_total(sentence: Sentence) -> Iterator[Relation]:
    """“A 100万元，B 200万元，合计300万元”: the addends before, the total last."""
    for found in _AFTER.finditer(sentence.text):
        whole = sentence.spot(found, "whole")
        if not known(whole):
            continue
        addends, clean = _addends(sentence, found.start(), whole)
        for first in range(len(addends) - 1):
            parts = addends[first:]
            if sum_holds([part.spot for part in parts], whole) is True:
                yield sum_relation([part.spot for part in parts], whole, [part.name for part in parts])
                break
        else:
            if clean and len(addends) > 1:
                yield sum_relation([part.spot for part in addends], whole, [part.name for part in addends])


def _addends(sentence: Sentence, end: int, whole: Spot) -> tuple[list[Item], bool]:
    """Figures of the total's kind before it; False where some of them are more than plain addends."""
    found: list[Item] = []
    clean, last = True, 0
    for low, high, spot in sentence.runs:
        if low >= end:
            break
        gap = sentence.text[last:low]
        last = high
        if dimension(spot) == dimension(whole) and known(spot):
            clean = clean and not _NO_ADDEND.search(gap) and (not found or gap[:1] in ",、和及")
            found.append(Item(name_of(sentence, low, gap), spot))
        else:
            clean = clean and not found
    return found[-_MOST_ADDENDS:], clean and len(found) <= _MOST_ADDENDS


_MOST_ADDENDS = 12
