"""Listing → whether its sum, being off, contradicts the text: the list is whole, or its parts cannot overlap."""

from collections.abc import Sequence
from decimal import Decimal

from toolkit.figures.facts import off_by_a_slip
from toolkit.figures.listing import Item, Listing
from toolkit.figures.verdict import dimension, expected_sum, known, printed_bounds, value_of
from toolkit.patterns import regex

_MAINLY = regex(r"主要|重点|例如|比如|如:|涉及")
_CROSSING = regex(r"交叉|重复|重叠|不同口径|可多选|兼有")
_OVERLAPPING = regex(
    r"党员|女|男|少数民族|硕士|博士|本科|大专|学历|职称|高级|中级|初级|以上|以下|高新|规上|规模以上|专精特新|上市|小微|民营|国有|外资|"
    r"老年|老人|残疾|贫困|脱贫|退役|青年|岁|首次|新增|重点|示范|骨干|领军|国家级|带动|撬动|拉动|引导|民间|民生|工业|产业|技改|制造|高技术|科技|市政|基础设施"
)
_COMPLEMENTS = tuple(
    (regex(rf"(?:.*\D)?{left}"), regex(rf"(?:.*\D)?{right}"), regex(whole))
    for left, right, whole in (
        ("行政单位", "事业单位", r""),
        ("行政机关", "事业单位", r""),
        ("行政(?:编制?)?人员|公务员", "事业(?:编制?)?人员", r""),
        ("基本支出", "项目支出", r"支出|预算|资金|经费|执行|决算"),
        ("人员经费", "公用经费", r"基本支出"),
        ("人员支出", "公用支出", r"基本支出"),
        ("市本级(?:支出|资金)?", "(?:转移支付.{0,6}|市对[区县].{0,6})", r"支出|预算|资金|经费|执行|决算"),
        ("本级(?:支出|资金)?", "下属单位(?:支出|资金)?", r"支出|预算|资金|经费|执行|决算"),
        ("男.{0,3}", "女.{0,3}", r""),
        ("城镇.{0,4}", "(?:农村|乡村).{0,4}", r""),
        ("上半年.{0,6}", "下半年.{0,6}", r""),
        ("线上.{0,4}", "线下.{0,4}", r""),
        ("(?<!未)完成.{0,4}", "未完成.{0,4}", r""),
        ("合格.{0,4}", "不合格.{0,4}", r""),
        ("在职.{0,4}", "(?:离退休|退休).{0,4}", r""),
    )
)
_ROW = 3
_PAIR = 2
_DEED = regex(r"(?:完成|办结|答复|落实|实现|达到|达标|到位|开展|举办|建成|投用|验收|通过|合格|支付|使用)$")
_MANNER = regex(r"及时|按期|按时|如期|提前|按计划|按要求|一次性")
_ANNOUNCED = frozenset(("个", "项", "类", "种", "部分", "笔", "家", "所", "期", "批"))
NEVER_WRONG = frozenset(("分", "天", "年", "月", "个月", "小时", "分钟", "学时", "课时", "工作日"))
_MONEY_KINDS = (
    regex(r"中央|[省市县区]级|[省市县区]财政|财政|自筹|自有|拨款|其他收入|事业收入|上级|银行|贷款|社会资本|其他资金"),
    regex(r"支出|费|工资|采购|购置|设备|维修|补助|补贴|福利"),
    regex(r"(?:项目|资金|经费|预算|款)$"),
)
_ROW_OF_CLASSES = frozenset("镇乡村县区片组期批类班线段")
_THINGS = frozenset(
    ("台", "套", "辆", "本", "张", "棵", "株", "册", "公里", "千米", "米", "平方米", "亩", "公顷", "吨")
)
_COMPOSED = regex(r"[^,;]{0,4}(?:组成|构成)")


def contradicts(listing: Listing) -> bool:
    """Whether a sum that is off cannot be read in any other way."""
    if not listing.clean or not listing.adjacent or _says_mainly(listing) or _CROSSING.search(_before(listing)):
        return False
    unit = dimension(listing.whole)[0] or ""
    if unit in NEVER_WRONG or "/" in unit or _is_dwarfed(listing):
        return False
    return _is_whole(listing) or (_is_above(listing) and _parts_are_disjoint(listing))


def _is_dwarfed(listing: Listing) -> bool:
    """Whether the whole stands in a sentence before and one part alone is more: it is the whole of something else."""
    told_before = listing.whole.start < listing.sentence.start
    return told_before and any(value_of(part) > value_of(listing.whole) for part in listing.parts)


def _is_above(listing: Listing) -> bool:
    return expected_sum(listing.parts).low > printed_bounds(listing.whole).high


def _says_mainly(listing: Listing) -> bool:
    before = _before(listing)
    return bool(
        _MAINLY.search(listing.word)
        or _MAINLY.search(before)
        or _CROSSING.search(before)
        or _named_mainly(listing.items)
    )


def _before(listing: Listing) -> str:
    """The words right before the first item, with what stands in brackets."""
    return listing.sentence.printed(0, max(0, listing.items[0].spot.start - listing.sentence.start))[-40:]


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
    complementary = _is_complementary(listing)
    if listing.word in {"包括", "包含"} and listing.colon and (listing.joined or complementary or _is_near(listing)):
        return True
    return _is_announced(listing) or (complementary and not _may_have_a_third(listing))


def _may_have_a_third(listing: Listing) -> bool:
    """Whether the two parts are of persons, some of whom may be of neither sort (编外, 工勤)."""
    return any("人员" in item.name or "公务员" in item.name for item in listing.items)


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
    context = listing.sentence.printed(0, max(0, listing.items[0].spot.start - listing.sentence.start))
    return are_complements([item.name for item in listing.items], context)


def are_complements(names: Sequence[str], context: str) -> bool:
    """Whether two names exclude each other, as 行政人员 and 事业人员 do, in words before them that fit."""
    if len(names) != len({*names}) or len(names) != _PAIR:
        return False
    first, second = names
    return any(
        whole.search(context)
        and ((left.fullmatch(first) and right.fullmatch(second)) or (right.fullmatch(first) and left.fullmatch(second)))
        for left, right, whole in _COMPLEMENTS
    )


def are_plain_parts(listing: Listing) -> bool:
    """Whether its items are of one list, none of them a part or a use of another, and none says how or that something
    was done; and no word says that they cross one another."""
    names = [item.name for item in listing.items]
    nested = any(one != other and name_within(one, other) for one in names for other in names)
    done = any(_MANNER.search(name) for name in names) or all(_DEED.search(name) for name in names)
    return not (
        nested
        or done
        or _CROSSING.search(_before(listing))
        or _clause_between(listing)
        or any(name.startswith("用于") for name in names)
    )


def name_within(one: str, other: str) -> bool:
    """Whether a name begins with another, as that of a part of it may (服务类, 服务类中印刷)."""
    return bool(one) and other.startswith(one)


def may_overlap(names: Sequence[str]) -> bool:
    """Whether things may be counted under two of the names, or one has no name."""
    return any(not name or _OVERLAPPING.search(name) for name in names)


def of_one_sort(names: Sequence[str]) -> bool:
    """Whether the names are sources of money, costs or funds one and all."""
    return any(all(kind.search(name) for name in names) for kind in _MONEY_KINDS)


def _parts_are_disjoint(listing: Listing) -> bool:
    """Whether nothing can be counted under two of the parts: they are places or classes in a row, or things of other
    kinds; else they must share their last word (or be sources, or costs, of money) and exceed the whole by little.

    How or that something was done (及时完成38项，交办的完成2项) parts nothing, and what stands behind a semicolon after
    a bare 其中 may be a clause of its own."""
    names = [item.name for item in listing.items]
    if _is_complementary(listing):
        return True
    if may_overlap(names):
        return False
    endings = {name[-1] for name in names}
    unit = dimension(listing.whole)[0]
    if len(endings) == 1 and endings <= _ROW_OF_CLASSES:
        return True
    if _clause_between(listing):
        return False
    if unit == "元":
        return _is_near(listing) and (of_one_sort(names) or _row_with_a_slip(listing))
    if unit in _THINGS:
        return True
    if any(_MANNER.search(name) for name in names) or all(_DEED.search(name) for name in names):
        return False
    return _is_near(listing) and (len(endings) == 1 or _row_with_a_slip(listing))


def _row_with_a_slip(listing: Listing) -> bool:
    """Whether three parts or more are off by what one misprinted digit makes."""
    total = sum((value_of(part) for part in listing.parts), Decimal(0))
    return len(listing.items) >= _ROW and off_by_a_slip(total, listing.whole)


def _clause_between(listing: Listing) -> bool:
    """Whether a semicolon stands between things counted after a 其中 without a colon."""
    if listing.colon or dimension(listing.whole)[0] == "元":
        return False
    first, last = (item.spot for item in (listing.items[0], listing.items[-1]))
    return ";" in listing.sentence.text[first.end - listing.sentence.start : last.start - listing.sentence.start]
