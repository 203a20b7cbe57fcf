"""Lexicon entry or a system's own rule → target and actual; target and actual → the score due by the system's rule."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Final

from toolkit.corpus.facts import Goal
from toolkit.corpus.lexicon import Entry
from toolkit.corpus.systems import System

_MISSED: Final = 0.22
_ONLY_WHOLE: Final = frozenset("人户个处家座场次项件所辆台套批期起部名例")
_BAND: Final = (Decimal("0.60"), Decimal("0.79"))
_LATE: Final = (Decimal("0.5"), Decimal("0.9"))


def draw_goal(entry: Entry, system: System, year: int, chance: Random) -> Goal:
    """Target and actual of a lexicon entry: mostly met by a little, sometimes missed."""
    missed = chance.random() < _MISSED
    if entry.unit == "日期":
        return _deadline(year, missed, chance)
    if entry.unit == "定性":
        return _words(chance.choice(entry.words), missed, system)
    low, high = Decimal(entry.low), Decimal(entry.high)
    places = max(_places(entry.low), _places(entry.high), 0 if _is_counted(entry.unit) else chance.choice((0, 0, 1)))
    unit = Decimal(1).scaleb(-places)
    target = (low + (high - low) * chance.randint(0, 1000) / 1000).quantize(unit)
    if entry.unit == "%" and chance.random() < 0.6:
        target = target.quantize(Decimal(1)) if low >= 1 else target
    return _numbered(entry.unit, target, missed, entry.lower_is_better, chance)


def fixed_goal(rule: str, system: System, chance: Random) -> Goal:
    """“≤100%”, “≥95%”, “=100%” or 定性 of a system's own line."""
    missed = chance.random() < _MISSED
    if rule == "定性":
        return _words(chance.choice(("健全完善", "合理规范", "合规", "明确清晰")), missed, system)
    target = Decimal(rule[1:].removesuffix("%"))
    return _numbered("%", target, missed, rule[0] == "≤", chance)


def due(goal: Goal, points: Decimal, system: System) -> Decimal:
    """Points by the rule: met → all; a number missed → by ratio; words and deadlines → a share inside their band."""
    unit = Decimal(1).scaleb(-system.places)
    if goal.sort == "number":
        if met(goal):
            return points
        ratio = goal.target / goal.actual if goal.lower_is_better else goal.actual / goal.target
        return (points * ratio).quantize(unit, ROUND_HALF_UP)
    best = system.satisfied[0]
    if goal.sort == "words":
        return (
            points if goal.actual_text == best else (points * (_BAND[0] + _BAND[1]) / 2).quantize(unit, ROUND_HALF_UP)
        )
    return points if met(goal) else (points * (_LATE[0] + _LATE[1]) / 2).quantize(unit, ROUND_HALF_UP)


def met(goal: Goal) -> bool:
    """Whether the actual is what the target asks for."""
    if goal.sort == "date":
        return goal.actual <= goal.target
    return goal.actual <= goal.target if goal.lower_is_better else goal.actual >= goal.target


def loss_categories(name: str, draw: str) -> Sequence[str]:
    """Kinds of reasons that suit a line: by what it is drawn for, else by the words of its name."""
    if draw:
        return _BY_DRAW[draw]
    return next((categories for words, categories in _BY_WORDS if any(word in name for word in words)), ("D7",))


_BY_DRAW: Final = {
    "数量": ("D10", "D13", "D9"),
    "质量": ("D10", "D9", "D12"),
    "时效": ("D9", "D13"),
    "成本": ("D1", "D13"),
    "经济": ("D10", "D13"),
    "社会": ("D10", "D13"),
    "生态": ("D10", "D13"),
    "持续": ("D10", "D12"),
    "满意": ("D11",),
}
_BY_WORDS: Final = (
    (("采购",), ("D4",)),
    (("资产",), ("D5",)),
    (("公开",), ("D6",)),
    (("结转", "结余"), ("D3",)),
    (("执行率", "进度", "完成率", "到位"), ("D2",)),
    (("编制", "调整", "控制率", "变动率", "安排率", "分配"), ("D1",)),
    (("目标", "指标"), ("D7",)),
    (("合规", "制度"), ("D8",)),
)


def _deadline(year: int, missed: bool, chance: Random) -> Goal:
    month = chance.randint(6, 11)
    done = month + 1 if missed else month - chance.randint(0, 2)
    target = chance.choice((f"{month}月底前", f"{year}年{month}月底前"))
    actual = f"{year}年{done}月"
    return Goal("date", target=Decimal(month), actual=Decimal(done), target_text=target, actual_text=actual)


def _words(words: str, missed: bool, system: System) -> Goal:
    best, part, _ = system.satisfied
    missed = missed and part != best
    return Goal(
        "words", target=Decimal(1), actual=Decimal(not missed), target_text=words, actual_text=part if missed else best
    )


def _numbered(unit: str, target: Decimal, missed: bool, lower: bool, chance: Random) -> Goal:
    places = max(0, -int(target.as_tuple().exponent))
    if unit == "%" and not places:
        places = chance.choice((0, 1, 1, 2))
    step = Decimal(1).scaleb(-places)
    away = Decimal(chance.randint(20, 120)) / 1000
    if unit == "%" and not missed:
        away = away / 4
    if not missed and chance.random() < 0.35:
        away = Decimal(0)
    worse = missed != lower
    actual = (target * (1 - away if worse else 1 + away)).quantize(step, ROUND_HALF_UP)
    if missed and actual == target:
        actual += step if lower else -step
    if unit == "%" and not lower:
        actual = min(actual, max(target, Decimal(100)))
    return Goal("number", unit, places, target, max(actual, Decimal(0)), lower)


def _places(text: str) -> int:
    return len(text.partition(".")[2])


def _is_counted(unit: str) -> bool:
    return unit[0] in _ONLY_WHOLE or unit.startswith("批次")
