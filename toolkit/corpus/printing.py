"""Facts and a manner of printing → every figure as it will be printed, by key: “line.3.score” → “7.84”.

Keys of the table and of running text differ (`funds.spent`, `told.spent`), so that a planted error can sit in one
of them. What a writer takes from a `Sheet` is what the document prints.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Final, Literal

from toolkit.corpus.facts import COLUMNS, Amounts, Facts, Goal

_SCALES: Final = {"万元": (Decimal(1), 2), "元": (Decimal(10000), 2)}


@dataclass(frozen=True, slots=True)
class Manner:
    """How one document prints numbers: unit of money in tables, separators, operators of targets, blanks, captions."""

    money: Literal["万元", "元"]
    separators: bool
    operators: Literal["signs", "words", "bare"]
    blank: str
    rate_places: int
    bare_actual: bool


def draw_manner(chance: Random) -> Manner:
    """A manner for one document."""
    return Manner(
        money=chance.choice(("万元", "万元", "万元", "元")),
        separators=chance.random() < 0.6,
        operators=chance.choice(("signs", "signs", "words", "bare")),
        blank=chance.choice(("", "", "无", "—", "/")),
        rate_places=chance.choice((2, 2, 2, 1)),
        bare_actual=chance.random() < 0.15,
    )


@dataclass(slots=True)
class Sheet:
    """Figures by key, those planted over those that are true; `printed` keeps what a writer took."""

    true: Mapping[str, str]
    planted: Mapping[str, str] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, key: str) -> str:
        text = self.planted.get(key, self.true[key])
        self.printed[key] = text
        return text

    def __contains__(self, key: str) -> bool:
        return key in self.true


def figures(facts: Facts, manner: Manner) -> dict[str, str]:
    """Every figure that any layout may print."""
    found: dict[str, str] = {}
    _money(found, facts, manner)
    for number, line in enumerate(facts.lines):
        key = f"line.{number}"
        found |= {
            f"{key}.points": plain(line.points),
            f"{key}.score": plain(line.score),
            f"{key}.loss": plain(line.loss),
        }
        for place, reason in enumerate(line.reasons):
            found[f"{key}.reason.{place}"] = plain(reason.points) if reason.points is not None else ""
        if line.goal is not None:
            found |= {f"{key}.{name}": text for name, text in _goal(line.goal, manner).items()}
    for group in facts.groups:
        inside = [facts.lines[number] for number in facts.within(group)]
        points, score = (sum((getattr(one, what) for one in inside), Decimal(0)) for what in ("points", "score"))
        found |= {f"group.{group}.points": plain(points), f"group.{group}.score": plain(score)}
        found |= {f"told.{group}.points": plain(points), f"told.{group}.score": plain(score)}
    found |= {"total.points": "100", "total.score": plain(facts.total), "told.total": plain(facts.total)}
    found |= {"grade": facts.system.grade(facts.total)}
    for place, merit in enumerate(facts.merits):
        found[f"merit.{place}"] = plain(abs(merit.points))
    found["cap"] = plain(facts.system.cap or Decimal(0))
    _tallies(found, facts)
    return found


def _money(found: dict[str, str], facts: Facts, manner: Manner) -> None:
    funds = facts.funds
    for place, amounts in enumerate((funds.amounts, *(part.amounts for part in funds.parts)), -1):
        where = "" if place < 0 else f"{place}."
        for column in COLUMNS:
            found[f"funds.{where}{column}"] = amount(amounts[column], manner.money, manner.separators)
            found[f"told.{where}{column}"] = amount(amounts[column], "万元", manner.separators) + "万元"
        rate = percent(amounts, manner.rate_places)
        found |= {f"funds.{where}rate": rate, f"told.{where}rate": rate}
    change = funds.amounts["revised"] - funds.amounts["original"]
    rest = funds.amounts["revised"] - funds.amounts["spent"]
    found["told.change"] = amount(abs(change), "万元", manner.separators) + "万元"
    found["told.rest"] = amount(rest, "万元", manner.separators) + "万元"
    if funds.points is not None and funds.score is not None:
        found |= {"funds.points": plain(funds.points), "funds.score": plain(funds.score)}
        found |= {"told.execution": plain(funds.score)}


def _tallies(found: dict[str, str], facts: Facts) -> None:
    staff = facts.staff
    found["staff"] = str(staff.whole)
    for place, (_, count) in enumerate(staff.parts):
        found[f"staff.{place}"] = str(count)
    sent, back = facts.survey
    found |= {
        "survey.sent": str(sent),
        "survey.back": str(back),
        "survey.rate": _share(Decimal(back), Decimal(sent), 2),
    }
    _, unit, before, after = facts.growth
    found |= {"growth.before": f"{before}{unit}", "growth.after": f"{after}{unit}"}
    found["growth.rate"] = _share(after - before, before, 2)
    found["works"] = str(len(facts.works))
    items = {line.item or line.name for line in facts.lines}
    leaves = [line for line in facts.lines if line.item is not None]
    found |= {"count.1": str(len(facts.groups)), "count.2": str(len(items)), "count.3": str(len(leaves))}


def plain(number: Decimal) -> str:
    """Points and scores: no exponent, no zeros at the end."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(number: Decimal, unit: str, separators: bool) -> str:
    """Money of 万元 in a unit, with two decimals."""
    scale, places = _SCALES[unit]
    return f"{number * scale:,.{places}f}" if separators else f"{number * scale:.{places}f}"


def percent(amounts: Amounts, places: int) -> str:
    """Executed over revised."""
    return _share(amounts["spent"], amounts["revised"], places) if amounts["revised"] else "0%"


def _share(part: Decimal, whole: Decimal, places: int) -> str:
    from decimal import ROUND_HALF_UP

    return f"{(part / whole * 100).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)}%"


_WORDS: Final = {"≥": ("不低于", "不少于"), "≤": ("不超过", "不高于"), "=": ("", "")}


def _goal(goal: Goal, manner: Manner) -> dict[str, str]:
    if goal.sort != "number":
        return {
            "target": goal.target_text,
            "actual": goal.actual_text,
            "sign": "",
            "value": goal.target_text,
            "unit": "",
        }
    sign = "≤" if goal.lower_is_better else "=" if goal.unit == "%" and goal.target == 100 else "≥"
    value = f"{goal.target:f}"
    words = _WORDS[sign][goal.unit != "%"]
    shown = {"signs": sign, "words": words, "bare": "" if sign != "≤" else words}[manner.operators]
    actual = f"{goal.actual:f}"
    return {
        "target": f"{shown}{value}{goal.unit}",
        "actual": actual if manner.bare_actual else f"{actual}{goal.unit}",
        "told": f"{actual}{goal.unit}",
        "sign": sign,
        "value": value,
        "unit": goal.unit,
        **({"rate": _share(goal.actual, goal.target, 2)} if goal.target and not goal.lower_is_better else {}),
    }
