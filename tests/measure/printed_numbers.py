"""Turns a number into the ways a report prints it: Arabic, full-width, 小写, 大写, mixed with 万 and 亿.

The opposite of `toolkit.measure.numerals`, written apart from it: nothing of the toolkit is used here.
"""

from decimal import Decimal
from random import Random

SMALL, LARGE = "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
SMALL_STEPS, LARGE_STEPS = ("", "十", "百", "千"), ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")
_WIDE = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")


def plain(value: Decimal | int) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def separated(value: Decimal | int) -> str:
    return f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"


def wide(printed: str) -> str:
    """Arabic digits and marks as full-width characters."""
    return printed.translate(_WIDE)


def small(value: int, *, circle: bool = False, pair: bool = False) -> str:
    """小写: 一千零二十; `circle`: 〇 for 零; `pair`: 两 where speech has it (两千, 两万)."""
    words = _chinese(value, SMALL, SMALL_STEPS)
    if words.startswith("一十"):
        words = words[1:]
    if pair:
        for step in "千万亿":
            words = words.replace(f"二{step}", f"两{step}").replace(f"十两{step}", f"十二{step}")
    return words.replace("零", "〇") if circle else words


def large(value: int) -> str:
    """大写: 壹仟零贰拾."""
    return _chinese(value, LARGE, LARGE_STEPS)


def small_decimal(value: Decimal) -> str:
    """三十六点五."""
    whole, _, fraction = f"{value:f}".partition(".")
    return small(int(whole)) + ("点" + "".join(SMALL[int(digit)] for digit in fraction) if fraction else "")


def old_tens(value: int) -> str:
    """廿三, 卅五: 20 to 39."""
    return ("廿" if value < 30 else "卅") + (SMALL[value % 10] if value % 10 else "")


def stepped(random: Random) -> tuple[str, int]:
    """A mixed numeral and its value: 12万5千, 3亿2000万, 三十万六千, 2万3千4百."""
    high, low = random.randint(1, 98), random.randint(1, 9)
    hundreds = random.randint(1, 9)
    forms = (
        (f"{high}万{low}千", high * 10_000 + low * 1000),
        (f"{high}亿{low * 1000 + hundreds * 100}万", high * 10**8 + (low * 1000 + hundreds * 100) * 10_000),
        (f"{small(high)}万{small(low)}千", high * 10_000 + low * 1000),
        (f"{low}万{hundreds}千{low}百", low * 10_000 + hundreds * 1000 + low * 100),
        (f"{low}千{hundreds}百", low * 1000 + hundreds * 100),
        (f"{small(high)}亿{small(low)}千万", high * 10**8 + low * 10**7),
    )
    return random.choice(forms)


def broken(random: Random, value: Decimal) -> str:
    """A number of several groups with a blank or line break that its own marks prove to be inside it."""
    printed = separated(value)
    places = [place for place, char in enumerate(printed) if char in ",."]
    place = random.choice(places)
    gap = random.choice((" ", "\n"))
    inside = place + random.choice((0, 1))
    return printed[:inside] + gap + printed[inside:]


def _chinese(value: int, digits: str, steps: tuple[str, ...]) -> str:
    """Groups of four from the right, each with its 万 or 亿; one 零 for every hole that a digit follows."""
    if value == 0:
        return digits[0]
    groups: list[int] = []
    while value:
        value, group = divmod(value, 10_000)
        groups.append(group)
    words = ""
    hole = False
    for place in reversed(range(len(groups))):
        group = groups[place]
        if group == 0:
            hole = bool(words)
            continue
        if words and (hole or group < 1000):
            words += digits[0]
        words += _group(group, digits, steps) + _GROUPS[place]
        hole = False
    return words


def _group(value: int, digits: str, steps: tuple[str, ...]) -> str:
    words = ""
    hole = False
    for place in (3, 2, 1, 0):
        digit = value // 10**place % 10
        if digit == 0:
            hole = hole or bool(words)
            continue
        words += (digits[0] if hole else "") + digits[digit] + steps[place]
        hole = False
    return words
