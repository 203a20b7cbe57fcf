"""Numbers drawn at random for right statements, and their printing. All amounts are exact; half is rounded up."""

import random
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal


class Draw(random.Random):
    """A source of numbers; the same seed gives the same statement."""

    def money(self, low: int = 50, high: int = 5000) -> Decimal:
        """An amount with two decimals."""
        return Decimal(self.randint(low * 100, high * 100)) / 100

    def whole(self, low: int = 20, high: int = 2000) -> int:
        """A count."""
        return self.randint(low, high)

    def split(self, total: Decimal | int, parts: int) -> list[Decimal]:
        """Parts of a total, in units of its last place."""
        places = max(0, -int(Decimal(total).as_tuple().exponent))
        unit = Decimal(1).scaleb(-places)
        steps = int(Decimal(total) / unit)
        cuts = sorted(self.sample(range(1, steps), parts - 1))
        return [unit * (high - low) for low, high in zip([0, *cuts], [*cuts, steps], strict=True)]


def rounded(value: Decimal | int, places: int = 2) -> Decimal:
    """Half up."""
    return Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def fixed(value: Decimal | int, places: int = 2, sep: bool = False) -> str:
    """With all its places; `sep`: thousands apart."""
    return f"{rounded(value, places):,f}" if sep else f"{rounded(value, places):f}"


def plain(value: Decimal | int, places: int = 2) -> str:
    """Without noughts at the end."""
    shown = fixed(value, places)
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def percent(part: Decimal | int, whole: Decimal | int, places: int = 2) -> str:
    """A share in hundredths, without noughts at the end."""
    return plain(Decimal(part) * 100 / Decimal(whole), places) + "%"


def percent_full(part: Decimal | int, whole: Decimal | int, places: int = 2) -> str:
    """A share in hundredths with all its places."""
    return fixed(Decimal(part) * 100 / Decimal(whole), places) + "%"


def cents(draw: Draw, low: float, high: float) -> Decimal:
    """An amount with two decimals."""
    return Decimal(draw.randint(int(low * 100), int(high * 100))) / 100


def tenths(draw: Draw, low: float, high: float) -> Decimal:
    """A number with one decimal."""
    return Decimal(draw.randint(int(low * 10), int(high * 10))) / 10


def most_of(draw: Draw, whole: Decimal | int, low: int = 82, high: int = 98) -> Decimal:
    """A part with two decimals, between so many hundredths of the whole."""
    return rounded(Decimal(whole) * draw.randint(low * 100, high * 100) / 10000)


def most(draw: Draw, count: int, low: int = 80, high: int = 98) -> int:
    """A count below another, between so many hundredths of it."""
    return min(count - 1, max(1, count * draw.randint(low, high) // 100))


def grouped(value: Decimal | int) -> str:
    """Thousands apart."""
    return f"{value:,}"


def total(values: Iterable[Decimal]) -> Decimal:
    """The sum."""
    return sum(values, Decimal(0))


def above_or_below(part: Decimal | int, whole: Decimal | int, level: int) -> str:
    """How a share in hundredths stands to a level."""
    over = rounded(Decimal(part) * 100 / Decimal(whole)) - level
    return f"高{fixed(over)}个百分点" if over > 0 else f"低{fixed(-over)}个百分点" if over < 0 else "持平"


def more_or_fewer(persons: int) -> str:
    """A change in persons."""
    return f"增加{persons}人" if persons > 0 else f"减少{-persons}人" if persons < 0 else "持平"
