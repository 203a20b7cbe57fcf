"""Composes cells of a target or actual column with their meaning: number and unit cell, deadline, checklist, words."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from tests.measure import register_words as words
from tests.measure.register import ONE, Want, compared, count, counted, decimal, exactly, money, places
from tests.measure.register_dates import DateWant, before_day, before_end

PHRASES = words.listed(
    "达成年度指标 部分达成年度指标并具有一定效果 未达成年度指标且效果较差 达成预期指标 部分达成预期指标并具有一定效果 "
    "未达成预期指标且效果较差 未完成预期指标且效果较差"
)
_VAGUE = words.listed("显著提高 不断提升 逐步完善 良好 优 有效改善 长期 全覆盖 持续增强 及时 合规 无 是 健全")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, the unit cell beside it, and what it must be read as: one quantity, several in order, or its words."""

    text: str
    unit: str | None
    kind: str
    wanted: tuple[Want | DateWant, ...] = ()


def beside_unit(random: Random) -> Cell:
    """≥ and 120 in one cell, the unit in another."""
    value = decimal(random)
    name, unit, factor = random.choice(
        (("%", "1", Decimal("0.01")), money(random), (counted(random)[0], "", ONE), ("万人次", "人次", Decimal(10_000)))
    )
    sign, comparator = random.choice((("≥", "ge"), ("≤", "le"), (">", "gt"), ("＜", "lt"), ("", "eq"), ("=", "eq")))
    want = compared(exactly("", value * factor, unit or name, name, places(value)), "", comparator)
    return Cell(f"{sign}{value}", name, "number", (want,))


def framed_number(random: Random) -> Cell:
    value, (counter, noun) = count(random), counted(random)
    sign, comparator = random.choice((("不少于", "ge"), ("不超过", "le"), ("", "eq"), ("超过", "gt")))
    verb = random.choice(("完成", "新建", "采购", ""))
    want = compared(exactly("", Decimal(value), counter, counter, 0), "", comparator)
    return Cell(f"{verb}{sign}{value}{counter}{noun}", None, "number", (want,))


def deadline(random: Random) -> Cell:
    case = random.choice((before_day, before_end))(random)
    (want,) = case.wanted
    return Cell(want.quote + random.choice(("", "完成", "完工")), None, "date", (want,))


def checklist(random: Random) -> Cell:
    number = random.randint(2, 4)
    style = random.choice(("circled", "semicolon", "dotted", "bracketed", "lines"))
    parts, wanted = [], []
    for order in range(1, number + 1):
        value, (counter, noun) = count(random), counted(random)
        mark = {"circled": "①②③④"[order - 1], "dotted": f"{order}.", "bracketed": f"（{order}）"}.get(style, "")
        parts.append(f"{mark}{random.choice(('建成', '培训', '采购'))}{value}{counter}{noun}")
        wanted.append(exactly("", Decimal(value), counter, counter, 0))
    return Cell(("\n" if style == "lines" else "；").join(parts), None, "checklist", tuple(wanted))


def fixed_phrase(random: Random) -> Cell:
    return Cell(random.choice((random.choice(PHRASES), random.choice(_VAGUE))), None, "qualitative")


def per_unit(random: Random) -> Cell:
    value, name = decimal(random), random.choice(tuple(words.PER_UNITS))
    unit, factor = words.PER_UNITS[name]
    sign, comparator = random.choice((("≤", "le"), ("≥", "ge"), ("", "eq")))
    want = compared(exactly("", value * factor, unit, None, places(value)), "", comparator)
    return Cell(f"{sign}{value}", name, "number", (want,))


TARGET_FAMILIES: tuple[Callable[[Random], Cell], ...] = (
    beside_unit,
    framed_number,
    deadline,
    checklist,
    fixed_phrase,
    per_unit,
)
