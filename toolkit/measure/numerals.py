"""Turns a printed numeral (Arabic, full-width, Chinese 小写/大写, mixed such as 12万5千) into an exact Decimal.

A numeral is digits with their scale and nothing else: no unit, no operator. What is not well formed, or may be read
in two ways (七八, 12万5), is None: a number is never guessed.
"""

from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction

from toolkit.patterns import regex
from toolkit.text import fold_widths

EXACT = Context(prec=400)
LONGEST = 60

_DIGITS = {
    **dict.fromkeys("零〇○", 0),
    **dict.fromkeys("一壹弌幺", 1),
    **dict.fromkeys("二贰貳弍两兩俩倆", 2),
    **dict.fromkeys("三叁參叄仨", 3),
    **dict.fromkeys("四肆", 4),
    **dict.fromkeys("五伍", 5),
    **dict.fromkeys("六陆陸", 6),
    **dict.fromkeys("七柒", 7),
    **dict.fromkeys("八捌", 8),
    **dict.fromkeys("九玖", 9),
}
_PAIR = frozenset("两兩俩倆")  # a digit only before a scale or a counter: never 三十两, never 一点两
_SMALL = {**dict.fromkeys("十拾", 10), **dict.fromkeys("百佰", 100), **dict.fromkeys("千仟", 1000)}
_LARGE = {**dict.fromkeys("万萬", 10**4), **dict.fromkeys("亿億", 10**8), "兆": 10**12}
_TENS = {"廿": 20, "卅": 30, "卌": 40}

DIGIT = "[" + "".join(_DIGITS) + "]"
SCALE = (
    r"(?:十(?!分钟)|拾|百(?!分)|佰|千(?![瓦米克伏卡帕焦安赫分]|字节|比特|公斤)|仟"
    r"|[万萬](?!分之)|[亿億]|兆(?![瓦赫帕焦]|字节|比特|位))"
)
CHINESE = "[" + "".join(_DIGITS) + "".join(_SMALL) + "".join(_LARGE) + "".join(_TENS) + "]"
ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"

_ARABIC_ALONE = regex(rf"(?:{ARABIC})(?:[eE][+-]?[0-9]{{1,2}})?")
_TOKEN = regex(rf"(?:{ARABIC})|.")
_BLANKS = regex(r"\s+")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral read: `value` with the scale multiplied out, `scale` as printed at its end, digits after the point."""

    value: Decimal
    scale: str = ""
    decimals: int = 0
    chinese: bool = False


def number(text: str) -> Decimal | None:
    """A text that is one plain numeral as a whole → its value, the printed exponent kept ("14.50"); else None."""
    folded = fold_widths(text).strip()
    negative = folded[:1] in {"-", "负", "負"}
    read = numeral(folded[1:] if negative or folded[:1] == "+" else folded)
    if read is None:
        return None
    return read.value.copy_negate() if negative else read.value


def numeral(text: str) -> Numeral | None:
    """One unsigned numeral in folded text, blanks inside allowed between digits and scales; else None."""
    joined = _BLANKS.sub("", text)
    if not joined or len(joined) > LONGEST:
        return None
    if _ARABIC_ALONE.fullmatch(joined):
        return _plain(joined)
    whole, point, fraction = joined.partition("点" if "点" in joined else "點")
    if point:
        return _with_fraction(whole, fraction)
    return _chain(whole)


def ratio(numerator: Decimal, denominator: Decimal) -> Decimal | None:
    """Quotient, exact where it ends, else to 40 digits; None for a denominator of 0."""
    if denominator == 0:
        return None
    return Context(prec=40).divide(numerator, denominator)


def times(value: Decimal, factor: Decimal) -> Decimal:
    """Exact product without trailing zeros gained."""
    return EXACT.multiply(value, factor)


def _plain(joined: str) -> Numeral | None:
    digits = joined.replace(",", "")
    try:
        value = Decimal(digits)
    except ArithmeticError:  # pragma: no cover - the pattern lets only numerals through
        return None
    exponent = value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return Numeral(value=value, decimals=decimals)


def _with_fraction(whole: str, fraction: str) -> Numeral | None:
    """一点四六, 八千三百点五, 一点四六万: digits after 点 one by one, a large scale may close."""
    digits = fraction.rstrip("".join(_LARGE))
    scale = fraction[len(digits) :]
    if not digits or any(char not in _DIGITS or char in _PAIR for char in digits):
        return None
    head = _chain(whole)
    if head is None or (scale and head.scale):
        return None
    tail = Decimal("0." + "".join(str(_DIGITS[char]) for char in digits))
    factor = Decimal(1)
    for char in scale:
        factor *= _LARGE[char]
    return Numeral(times(EXACT.add(head.value, tail), factor), scale, len(digits), chinese=True)


def _chain(text: str) -> Numeral | None:
    """Digits and scales in falling order: 三十万六千, 12万5千, 2万亿, 四百五 (= 450)."""
    if not text:
        return None
    tokens = [found[0] for found in _TOKEN.finditer(text)]
    if all(token in _DIGITS for token in tokens):
        return _positional(tokens)
    if tokens[-1] in _PAIR:
        return None
    summed = _Sum()
    for token in tokens:
        if not summed.take(token):
            return None
    value = summed.close()
    if value is None:
        return None
    return Numeral(value, _closing_scale(text), summed.decimals, chinese=not any(char.isdigit() for char in text))


def _positional(tokens: list[str]) -> Numeral | None:
    """One digit, or digits read one by one (二〇二一); two neighbours such as 七八 are an estimate, hence None."""
    values = [_DIGITS[char] for char in tokens]
    if len(values) > 1 and len(values) < 4 and 0 not in values:
        return None
    return Numeral(Decimal("".join(str(value) for value in values)), chinese=True)


def _closing_scale(text: str) -> str:
    """Scale after the last digit: what one step of the last printed digit is worth; Chinese keeps 万, 亿 only."""
    scales = "".join((*_SMALL, *_LARGE)) if any(char.isdigit() for char in text) else "".join(_LARGE)
    return text[len(text.rstrip(scales)) :]


class _Sum:
    """Adds up a numeral token by token; refuses what rises where it must fall.

    `parts` are the closed sections with their large scale, `section` the open one below 万, `step` its last small
    scale, `digit` what waits for a scale.
    """

    def __init__(self) -> None:
        self.parts: list[tuple[Fraction, int]] = []
        self.section = Fraction(0)
        self.step = 0
        self.digit: Fraction | None = None
        self.arabic_digit = False
        self.zero = False
        self.last_unit = 0
        self.fresh = False
        self.decimals = 0

    def take(self, token: str) -> bool:
        if token in _DIGITS:
            return self._take_digit(_DIGITS[token])
        if token in _TENS:
            return self._take_digit(0, tens=_TENS[token])
        if token in _SMALL:
            return self._take_small(_SMALL[token])
        if token in _LARGE:
            return self._take_large(_LARGE[token])
        if token[-1] in "0123456789":
            return self._take_arabic(token)
        return False

    def _take_digit(self, value: int, tens: int = 0) -> bool:
        if self.digit is not None:
            return False
        if tens:
            if self.step and self.step <= 10:
                return False
            self.section, self.step, self.last_unit, self.zero = self.section + tens, 10, 10, False
            self.fresh = False
            return True
        if value == 0:
            self.zero = True
            return bool(self.parts or self.section or self.last_unit == 0)
        self.digit, self.fresh, self.arabic_digit = Fraction(value), False, False
        return True

    def _take_arabic(self, token: str) -> bool:
        if self.digit is not None or self.decimals or (self.last_unit and "." in token):
            return False
        self.digit, self.fresh, self.arabic_digit = Fraction(token.replace(",", "")), False, True
        self.decimals = len(token.partition(".")[2])
        return True

    def _take_small(self, unit: int) -> bool:
        if self.step and unit >= self.step and not (self.arabic_digit and self.digit is None):
            return False
        count = self.digit
        if count is None:
            if self.fresh or (unit == 10 and not self.arabic_digit) or (not self.section and not self.parts):
                count = Fraction(1)
            else:
                return False
        self.section += count * unit
        self.digit, self.step, self.last_unit, self.zero, self.fresh = None, unit, unit, False, False
        return True

    def _take_large(self, unit: int) -> bool:
        amount = self.section + (self.digit or 0)
        if amount == 0:
            if not (self.parts and self.fresh):
                return False
            amount, _ = self.parts.pop()
        while self.parts and self.parts[-1][1] < unit:
            amount += self.parts.pop()[0]
        if self.parts and self.parts[-1][1] <= unit:
            return False
        self.parts.append((amount * unit, unit))
        self.section, self.step, self.digit, self.last_unit = Fraction(0), 0, None, unit
        self.zero, self.fresh = False, True
        return True

    def close(self) -> Decimal | None:
        value = self.section + sum((amount for amount, _ in self.parts), Fraction(0))
        if self.digit is not None:
            if self.last_unit >= 100 and not self.zero:
                if self.arabic_digit:
                    return None  # 12万5: fifteen thousand or five more? not ours to choose
                value += self.digit * Fraction(self.last_unit, 10)
            else:
                value += self.digit
        return EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
