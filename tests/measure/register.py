"""Composes sentences in the register of self-evaluation reports together with what they say, number first, text second.

The expected values come from the numbers that were drawn, never from reading the text: nothing of `toolkit.measure`
is used to make a case.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from tests.measure import printed_numbers as printed
from tests.measure import register_words as words

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Want:
    """What one quantity must be read as; None for `printed_unit` and `decimals` where the contract leaves them open."""

    quote: str
    comparator: str
    low: Decimal
    high: Decimal
    unit: str | None
    printed_unit: str | None = None
    decimals: int | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A text and its quantities in order."""

    text: str
    wanted: tuple[Want, ...]


def framed(random: Random, want: Want, noun: str = "") -> Case:
    ahead, behind = random.choice(words.FRAMES)
    return Case(f"{ahead}{want.quote}{noun}{behind}", (want,))


def exactly(
    quote: str, value: Decimal, unit: str, printed_unit: str | None = None, decimals: int | None = None
) -> Want:
    return Want(quote, "eq", value, value, unit, printed_unit, decimals)


def count(random: Random) -> int:
    return random.randint(2, random.choice((9, 99, 999, 9999, 99_999)))


def decimal(random: Random) -> Decimal:
    places = random.randint(1, 2)
    return Decimal(random.randint(1, random.choice((999, 99_999, 9_999_999)))).scaleb(-places)


def places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def counted(random: Random) -> tuple[str, str]:
    """A counter and a noun for it."""
    counter = random.choice(tuple(words.COUNTED))
    return counter, random.choice(words.COUNTED[counter].split() or [""])


def money(random: Random) -> tuple[str, str, Decimal]:
    name = random.choice(tuple(words.MONEY))
    return name, *words.MONEY[name]


# -- numerals


def arabic_count(random: Random) -> Case:
    value, (counter, noun) = count(random), counted(random)
    digits = random.choice((printed.plain, printed.separated))(value)
    gap = random.choice(("", "", " "))
    return framed(random, exactly(f"{digits}{gap}{counter}", Decimal(value), counter, counter, 0), noun)


def measured(random: Random) -> Case:
    value, unit = decimal(random), random.choice(words.MEASURED)
    scale = words.SCALED.get(unit[0], ONE)
    digits = random.choice((printed.plain, printed.separated))(value)
    base = unit[1:] if scale != ONE else unit
    return framed(random, exactly(f"{digits}{unit}", value * scale, base, unit, places(value)))


def full_width(random: Random) -> Case:
    if random.random() < 0.5:
        value, (counter, noun) = Decimal(count(random)), counted(random)
        digits = random.choice((printed.plain, printed.separated))(value)
        return framed(random, exactly(printed.wide(digits) + counter, value, counter, counter, 0), noun)
    share = decimal(random)
    quote = printed.wide(f"{printed.plain(share)}%")
    return framed(random, exactly(quote, share.scaleb(-2), "1", None, places(share)))


def small_numeral(random: Random) -> Case:
    value, (counter, noun) = random.choice((count(random), random.randint(10, 99) * 1000)), counted(random)
    digits = "两" if value == 2 else printed.small(value, circle=random.random() < 0.3, pair=random.random() < 0.5)
    scaled = value % 10_000 == 0  # 八万处: whether 万 is of the number or of its unit is not said
    return framed(random, exactly(digits + counter, Decimal(value), counter, None if scaled else counter, 0), noun)


def large_numeral(random: Random) -> Case:
    value, scale = random.randint(2, 9999), random.choice(("", "万", "亿"))
    factor = words.SCALED.get(scale, ONE)
    return framed(random, exactly(f"{printed.large(value)}{scale}元", value * factor, "元"))


def old_numeral(random: Random) -> Case:
    value, (counter, noun) = random.randint(20, 39), counted(random)
    return framed(random, exactly(printed.old_tens(value) + counter, Decimal(value), counter, counter, 0), noun)


def half(random: Random) -> Case:
    if random.random() < 0.4:
        unit = random.choice(("年", "天", "小时", "个月"))
        return Case(f"整改工作历时半{unit}。", (exactly(f"半{unit}", Decimal("0.5"), unit, unit),))
    value, unit = random.randint(2, 9), random.choice(("年", "天"))
    quote = f"{'两' if value == 2 else printed.SMALL[value]}{unit}半"
    return Case(f"建设工期为{quote}。", (exactly(quote, value + Decimal("0.5"), unit, unit),))


def scaled_count(random: Random) -> Case:
    value, (counter, noun) = decimal(random), counted(random)
    scale = random.choice(tuple(words.SCALED))
    want = exactly(
        f"{printed.plain(value)}{scale}{counter}",
        value * words.SCALED[scale],
        counter,
        f"{scale}{counter}",
        places(value),
    )
    return framed(random, want, noun)


def stepped(random: Random) -> Case:
    digits, value = printed.stepped(random)
    if random.random() < 0.5:
        return framed(random, exactly(f"{digits}元", Decimal(value), "元"))
    counter, noun = counted(random)
    return framed(random, exactly(f"{digits}{counter}", Decimal(value), counter), noun)


def torn(random: Random) -> Case:
    """Blanks and line breaks inside a number, or between it and its unit."""
    value = Decimal(random.randint(100_000, 999_999_999)).scaleb(-2)
    kind = random.randrange(3)
    if kind == 0:
        digits, gap = printed.broken(random, value), ""
    else:
        digits, gap = printed.separated(value), (" ", "\n")[kind - 1]
    quote = f"{digits}{gap}万元"
    want = exactly(quote, value * 10_000, "元", "万元", 2)
    return Case(f"{random.choice(words.HEADS)}{quote}。", (want,))


# -- shares


def percent(random: Random) -> Case:
    share = random.choice((decimal(random), Decimal(random.randint(0, 150))))
    gap = random.choice(("", "", " "))
    sign = random.choice(("", "", "", "-"))
    value = share.scaleb(-2) * (-1 if sign else 1)
    want = exactly(f"{sign}{printed.plain(share)}{gap}%", value, "1", "%", places(share))
    return Case(f"该项变动率为{want.quote}。" if sign else f"完成率达到{want.quote}。", (want,))


def parts_of_hundred(random: Random) -> Case:
    below, word = random.choice(((100, "百"), (1000, "千"), (10_000, "万")))
    value = random.choice((Decimal(random.randint(1, 99)), Decimal(random.randint(1, 99)).scaleb(-1)))
    digits = random.choice((printed.small_decimal, printed.plain))(value)
    return framed(random, exactly(f"{word}分之{digits}", value / below, "1"))


def fraction(random: Random) -> Case:
    below = random.randint(3, 20)
    above = random.randint(1, below - 1)
    quote = f"{printed.small(below)}分之{printed.small(above)}"
    return framed(random, exactly(quote, Decimal(above) / below, "1"))


def tenths(random: Random) -> Case:
    value, ones = random.randint(2, 9), random.randint(1, 9)
    tens = printed.SMALL[value]
    forms = (
        (f"{tens}成", Decimal(value).scaleb(-1)),
        (f"{tens}成{printed.SMALL[ones]}", Decimal(value * 10 + ones).scaleb(-2)),
        (f"{tens}折", Decimal(value).scaleb(-1)),
        (f"{tens}{printed.SMALL[ones]}折", Decimal(value * 10 + ones).scaleb(-2)),
        (f"{value}.{ones}折", Decimal(value * 10 + ones).scaleb(-2)),
        (f"{value}成", Decimal(value).scaleb(-1)),
    )
    quote, share = random.choice(forms)
    return Case(f"优惠幅度为{quote}。", (exactly(quote, share, "1"),))


def multiple(random: Random) -> Case:
    if random.random() < 0.3:
        word, value = random.choice((("一", 2), ("两", 4), ("三", 8)))
        return Case(f"产值较基期翻{word}番。", (exactly(f"翻{word}番", Decimal(value), "1"),))
    value_ = decimal(random)
    number = random.randint(2, 9)
    spoken = "两" if number == 2 else printed.SMALL[number]
    quote, times = random.choice(
        ((f"{value_}倍", value_), (f"{spoken}倍", Decimal(number)), (f"{number}倍", Decimal(number)))
    )
    return framed(random, exactly(quote, times, "1", "倍"))


def ratio(random: Random) -> Case:
    above, below = Decimal(random.randint(1, 99)).scaleb(-random.randint(0, 1)), random.randint(1, 20)
    quote = f"{printed.plain(above)}{random.choice(':：∶')}{below}"
    return Case(f"配套资金比例为{quote}。", (exactly(quote, above / below, "1"),))


def points(random: Random) -> Case:
    value = decimal(random)
    spoken = random.randint(2, 20)
    digits, number = random.choice(
        (
            (printed.plain(value), value),
            ("两" if spoken == 2 else printed.small(spoken), Decimal(spoken)),
            (str(spoken), Decimal(spoken)),
        )
    )
    verb = random.choice(("提高", "下降", "上升了", "高出"))
    return Case(f"较上年{verb}{digits}个百分点。", (exactly(f"{digits}个百分点", number, "pp", "个百分点"),))


def points_beside_percent(random: Random) -> Case:
    share, shift = decimal(random), decimal(random)
    return Case(
        f"执行率为{share}%，比上年提高{shift}个百分点，发生率降至{shift}‰。",
        (
            exactly(f"{share}%", share.scaleb(-2), "1", "%", places(share)),
            exactly(f"{shift}个百分点", shift, "pp", "个百分点", places(shift)),
            exactly(f"{shift}‰", shift.scaleb(-3), "1", "‰", places(shift)),
        ),
    )


# -- money and units


def money_amount(random: Random) -> Case:
    value, (name, unit, factor) = decimal(random), money(random)
    digits = random.choice((printed.plain, printed.separated))(value)
    gap = random.choice(("", "", " "))
    return framed(random, exactly(f"{digits}{gap}{name}", value * factor, unit, name, places(value)))


def per_unit(random: Random) -> Case:
    value, name = decimal(random), random.choice(tuple(words.PER_UNITS))
    unit, factor = words.PER_UNITS[name]
    return framed(random, exactly(f"{value}{name}", value * factor, unit, None, places(value)))


def headed(random: Random) -> Case:
    """The unit stands before the number, in brackets: the quote is the number."""
    value = decimal(random)
    digits = random.choice((printed.plain, printed.separated))(value)
    left, right = random.choice(("（）", "()"))
    name, unit, factor = random.choice((("%", "1", Decimal("0.01")), ("人次", "人次", ONE), money(random)))
    label = "" if random.random() < 0.3 else random.choice(words.HEADS)
    text = f"{label}{left}{name}{right}{random.choice(('', '：', ':', ' '))}{digits}"
    return Case(text, (exactly(digits, value * factor, unit, name, places(value)),))


# -- comparators


def amount(random: Random) -> Want:
    """A plain figure with a unit, for what stands around it."""
    if random.random() < 0.3:
        share = Decimal(random.randint(1, 100))
        return exactly(f"{share}%", share.scaleb(-2), "1", "%", 0)
    if random.random() < 0.3:
        value, (name, unit, factor) = decimal(random), money(random)
        return exactly(f"{value}{name}", value * factor, unit, name, places(value))
    number, (counter, _) = count(random), counted(random)
    return exactly(f"{number}{counter}", Decimal(number), counter, counter, 0)


def compared(plain: Want, quote: str, comparator: str, *, approximate: bool = False) -> Want:
    about = approximate or comparator == "about"
    return Want(quote, comparator, plain.low, plain.high, plain.unit, plain.printed_unit, plain.decimals, about)


def sign_before(random: Random) -> Case:
    comparator = random.choice(tuple(words.BEFORE))
    word, plain = random.choice(words.BEFORE[comparator].split()), amount(random)
    gap = random.choice(("", "", " "))
    ahead = random.choice(("目标值为", "考核要求：", "实际", "", "合格标准", "指标值"))
    want = compared(plain, f"{word}{gap}{plain.quote}", comparator)
    return Case(f"{ahead}{want.quote}。", (want,))


def word_after(random: Random) -> Case:
    comparator = random.choice(tuple(words.AFTER))
    word, plain = random.choice(words.AFTER[comparator].split()), amount(random)
    want = compared(plain, f"{plain.quote}{word}", comparator)
    return Case(f"{random.choice(('控制在', '达到', '保持在', '为', ''))}{want.quote}。", (want,))


def within_time(random: Random) -> Case:
    value, unit = random.randint(2, 90), random.choice(("小时", "天", "分钟", "个工作日", "年", "日"))
    plain = exactly(f"{value}{unit}", Decimal(value), unit, unit, 0)
    want = compared(plain, f"{plain.quote}内", "le")
    return Case(f"须在{want.quote}办结。", (want,))


def and_more(random: Random) -> Case:
    """二十余家, 300余万元, 10多万元, 一千多户."""
    counter, noun = counted(random)
    tens = random.randint(2, 9)
    more = random.choice("余多")
    number, spoken = tens * 10 ** random.randint(1, 3), random.choice((10, 100, 1000)) * tens
    forms = (
        (f"{number}{more}{counter}", Decimal(number), counter),
        (f"{printed.small(spoken)}{more}{counter}", Decimal(spoken), counter),
        (f"{tens}0{more}万元", Decimal(tens * 100_000), "元"),
        (f"{tens}00余万元", Decimal(tens * 1_000_000), "元"),
        (f"{tens}万{more}{counter}", Decimal(tens * 10_000), counter),
        (f"{tens}亿{more}元", Decimal(tens * 10**8), "元"),
        (f"{number:,}余{counter}", Decimal(number), counter),
    )
    quote, value, unit = random.choice(forms)
    want = compared(exactly(quote, value, unit), quote, "gt", approximate=True)
    return Case(f"全年覆盖{quote}{noun if unit == counter else ''}。", (want,))


def span(quote: str, low: Decimal, high: Decimal, unit: str, *, approximate: bool = False) -> Want:
    return Want(quote, "range", low, high, unit, approximate=approximate)


def neighbours(random: Random) -> Case:
    """七八个, 十七八人, 五六十家, 三四百户, 七八千元, 两三万元."""
    low = random.choice((2, 3, 5, 6, 7, 8))  # 四五 behind 十 would be the plan's name
    pair = "两三" if low == 2 else printed.SMALL[low] + printed.SMALL[low + 1]
    counter, noun = counted(random)
    forms = (
        (f"{pair}{counter}", Decimal(low), Decimal(low + 1), counter),
        (f"十{printed.SMALL[low]}{printed.SMALL[low + 1]}{counter}", Decimal(10 + low), Decimal(11 + low), counter),
        (f"{pair.replace('两', '二')}十{counter}", Decimal(low * 10), Decimal(low * 10 + 10), counter),
        (f"{pair}百{counter}", Decimal(low * 100), Decimal(low * 100 + 100), counter),
        (f"{pair}千元", Decimal(low * 1000), Decimal(low * 1000 + 1000), "元"),
        (f"{pair}万元", Decimal(low * 10_000), Decimal(low * 10_000 + 10_000), "元"),
    )
    quote, lowest, highest, unit = random.choice(forms)
    return Case(f"每季度新增{quote}{noun if unit == counter else ''}。", (span(quote, lowest, highest, unit),))


def from_to(random: Random) -> Case:
    low = random.randint(1, 400)
    high = low + random.randint(1, 500)
    mark = random.choice("-~—－～–至到")
    counter, noun = counted(random)
    name, unit, factor = money(random)
    forms = (
        (f"{low}{mark}{high}{counter}", low * ONE, high * ONE, counter),
        (f"{low}{counter}{mark}{high}{counter}", low * ONE, high * ONE, counter),
        (f"{low}%{mark}{high}%", Decimal(low).scaleb(-2), Decimal(high).scaleb(-2), "1"),
        (f"{low}{mark}{high}%", Decimal(low).scaleb(-2), Decimal(high).scaleb(-2), "1"),
        (f"{low}{mark}{high}{name}", low * factor, high * factor, unit),
        (f"{low}{name}{mark}{high}{name}", low * factor, high * factor, unit),
        (f"{low}.5{mark}{high}.5{counter}", low + Decimal("0.5"), high + Decimal("0.5"), counter),
    )
    quote, lowest, highest, base = random.choice(forms)
    return Case(f"每批安排{quote}{noun if base == counter else ''}。", (span(quote, lowest, highest, base),))


def spoken_range(random: Random) -> Case:
    low = random.randint(1, 8)
    high = random.randint(low + 1, 10)
    counter, noun = counted(random)
    quote = f"{printed.small(low)}{random.choice('至到')}{printed.small(high)}{counter}"
    return Case(f"每年组织{quote}{noun}。", (span(quote, Decimal(low), Decimal(high), counter),))


# -- sentences


def budget_sentence(random: Random) -> Case:
    first, second = (Decimal(random.randint(10_000, 99_999_999)).scaleb(-2) for _ in range(2))
    share = decimal(random)
    return Case(
        f"（二）资金情况：年初预算{first:,}万元，全年执行{second:,}万元，执行率{share}%。",
        (
            exactly(f"{first:,}万元", first * 10_000, "元", "万元", 2),
            exactly(f"{second:,}万元", second * 10_000, "元", "万元", 2),
            exactly(f"{share}%", share.scaleb(-2), "1", "%", places(share)),
        ),
    )


def score_sentence(random: Random) -> Case:
    whole, score = random.randint(2, 20), decimal(random)
    order = random.randint(1, 9)
    return Case(
        f"{order}.采购管理{whole}分，自评得分{score}分。",
        (
            exactly(f"{whole}分", Decimal(whole), "分", "分", 0),
            exactly(f"{score}分", score, "分", "分", places(score)),
        ),
    )


def listed_sentence(random: Random) -> Case:
    wanted = []
    text = ""
    for order, verb in zip("一二三", ("检查", "整改", "建成"), strict=True):
        value, (counter, noun) = count(random), counted(random)
        wanted.append(exactly(f"{value}{counter}", Decimal(value), counter, counter, 0))
        text += f"{order}是{verb}{value}{counter}{noun}；"
    return Case(text, tuple(wanted))


FAMILIES: tuple[Callable[[Random], Case], ...] = (
    arabic_count, measured, full_width, small_numeral, large_numeral, old_numeral, half, scaled_count, stepped, torn,
    percent, parts_of_hundred, fraction, tenths, multiple, ratio, points, points_beside_percent, money_amount, per_unit,
    headed, sign_before, word_after, within_time, and_more, neighbours, from_to, spoken_range, budget_sentence,
    score_sentence, listed_sentence,
)  # fmt: skip
