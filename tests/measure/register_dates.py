"""Composes dates, years, periods and deadlines as reports print them, with the days that they cover."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.measure.printed_numbers import SMALL, small, wide

_CIRCLE = "〇" + SMALL[1:]


@dataclass(frozen=True, slots=True)
class DateWant:
    """A date by its comparator and the days it covers; an open side is ""; without a year "--MM-DD"."""

    quote: str
    comparator: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class DateCase:
    """A text that holds one date."""

    text: str
    wanted: tuple[DateWant, ...]


def _case(random: Random, quote: str, comparator: str, low: str, high: str) -> DateCase:
    ahead, behind = random.choice(
        (("项目", "完成验收。"), ("计划于", "办结。"), ("", "，各项任务有序推进。"), ("要求", "。"))
    )
    return DateCase(f"{ahead}{quote}{behind}", (DateWant(quote, comparator, low, high),))


def _day(random: Random) -> date:
    return date(2012, 1, 1) + timedelta(days=random.randrange(5500))


def _last(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _written(random: Random, day: date) -> str:
    year = "".join(_CIRCLE[int(digit)] for digit in str(day.year))
    return random.choice(
        (
            f"{day.year}年{day.month}月{day.day}日",
            f"{day.year}年{day.month:02}月{day.day:02}日",
            f"{day.year} 年 {day.month} 月 {day.day} 日",
            wide(f"{day.year}年{day.month}月{day.day}日"),
            f"{year}年{small(day.month)}月{small(day.day)}日",
        )
    )


def whole_day(random: Random) -> DateCase:
    day = _day(random)
    numeric = random.choice(
        (f"{day:%Y-%m-%d}", f"{day.year}/{day.month}/{day.day}", f"{day.year}.{day.month}.{day.day}")
    )
    quote = random.choice((_written(random, day), _written(random, day), numeric))
    return _case(random, quote, "eq", f"{day}", f"{day}")


def before_day(random: Random) -> DateCase:
    day = _day(random)
    quote = _written(random, day) + random.choice(("前", "之前", "以前"))
    return _case(random, quote, "le", "", f"{day}")


def before_end(random: Random) -> DateCase:
    """2022年12月底前, 2022年底前."""
    year, month = random.randint(2012, 2027), random.randint(1, 12)
    edge, until = random.choice("底末"), random.choice(("前", "之前", "以前"))
    quote, day = random.choice(
        ((f"{year}年{month}月{edge}{until}", _last(year, month)), (f"{year}年{edge}{until}", date(year, 12, 31)))
    )
    return _case(random, quote, "le", "", f"{day}")


def without_year(random: Random) -> DateCase:
    month = random.choice((1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
    day = random.randint(1, 28)
    last = _last(2023, month)
    quote, iso = random.choice(
        (
            (f"{month}月底前", f"--{last:%m-%d}"),
            (f"{month}月{day}日前", f"--{month:02}-{day:02}"),
            (f"{small(month)}月底前", f"--{last:%m-%d}"),
            ("年底前", "--12-31"),
        )
    )
    return _case(random, quote, "le", "", iso)


def period(random: Random) -> DateCase:
    year, quarter = random.randint(2012, 2027), random.randint(1, 4)
    low, high = sorted(random.sample(range(1, 13), 2))
    half, first = random.choice((("上", 1), ("下", 7)))
    quote, begin, end = random.choice(
        (
            (f"{year}年第{SMALL[quarter]}季度", quarter * 3 - 2, quarter * 3),
            (f"{year}年{SMALL[quarter]}季度", quarter * 3 - 2, quarter * 3),
            (f"{year}年{half}半年", first, first + 5),
            (f"{year}年{low}-{high}月", low, high),
            (f"{year}年{low}月至{high}月", low, high),
            (f"{year}年{low}月—{high}月", low, high),
        )
    )
    return _case(random, quote, "range", f"{year}-{begin:02}-01", f"{_last(year, end)}")


def year_or_month(random: Random) -> DateCase:
    year, month = random.randint(2012, 2027), random.randint(1, 12)
    spoken = "".join(_CIRCLE[int(digit)] for digit in str(year))
    quote, begin, end = random.choice(
        (
            (f"{year}年", 1, 12),
            (f"{year}年度", 1, 12),
            (f"{spoken}年", 1, 12),
            (wide(f"{year}年"), 1, 12),
            (f"{year}年{month}月", month, month),
            (f"{year}年{month}月份", month, month),
        )
    )
    return _case(random, quote, "eq", f"{year}-{begin:02}-01", f"{_last(year, end)}")


def years(random: Random) -> DateCase:
    year = random.randint(2010, 2022)
    last = year + random.randint(1, 5)
    mark = random.choice("-—~～至到－")
    quote = random.choice((f"{year}{mark}{last}年", f"{year}年{mark}{last}年"))
    return _case(random, quote, "range", f"{year}-01-01", f"{last}-12-31")


DATE_FAMILIES: tuple[Callable[[Random], DateCase], ...] = (
    whole_day,
    before_day,
    before_end,
    without_year,
    period,
    year_or_month,
    years,
)
