"""Turns `hand_cases.txt`, the frozen expectations, into cases, and says whether a reading agrees with one."""

from calendar import monthrange
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from toolkit.measure.grammar import spot
from toolkit.measure.target import target
from toolkit.model.quantity import ChecklistQuantity, DateQuantity, NumberQuantity, QualitativeQuantity, Quantity

PATH = Path(__file__).with_name("hand_cases.txt")
ANYTHING = "*"


@dataclass(frozen=True, slots=True)
class Case:
    """One text with the fields of each quantity expected of it; `unit`: of the cell beside a target."""

    line: int
    text: str
    wanted: tuple[tuple[str, ...], ...]
    is_target: bool = False
    unit: str | None = None


def cases() -> list[Case]:
    """Every case of the file, in order."""
    found: list[Case] = []
    is_target = False
    for number, line in enumerate(PATH.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("=="):
            is_target = line.startswith("== targets")
        elif not line.startswith(" "):
            text, _, unit = line.replace("\\n", "\n").partition(" ++ ")
            found.append(Case(number, text, (), is_target, unit or None))
        elif line.strip() != "(none)":
            last = found[-1]
            fields = tuple(field.strip().replace("\\n", "\n") for field in line.split("|"))
            found[-1] = Case(last.line, last.text, (*last.wanted, fields), is_target, last.unit)
    return found


def agrees(case: Case) -> bool:
    """Whether the toolkit reads the case as its author expects."""
    if case.is_target:
        (wanted,) = case.wanted
        return _same_target(wanted, target(case.text, case.unit))
    found = spot(case.text)
    return len(found) == len(case.wanted) and all(
        _same_quote(wanted[0], measured.quote) and _same_quantity(wanted[1:], measured.quantity)
        for wanted, measured in zip(case.wanted, found, strict=True)
    )


def _same_quote(wanted: str, quote: str) -> bool:
    inner = wanted.strip(ANYTHING)
    begins = wanted.startswith(ANYTHING) or quote.startswith(inner)
    ends = wanted.endswith(ANYTHING) or quote.endswith(inner)
    return begins and ends and inner in quote and (ANYTHING in wanted or quote == wanted)


def _same_target(wanted: tuple[str, ...], quantity: Quantity | None) -> bool:
    kind, _, comparator = wanted[0].partition(" ")
    if quantity is None or quantity.kind != kind:
        return False
    if isinstance(quantity, QualitativeQuantity):
        return quantity.text == wanted[1]
    if isinstance(quantity, ChecklistQuantity):
        return len(quantity.parts) == int(wanted[1])
    prefix = "date " if kind == "date" else ""
    return _same_quantity((prefix + comparator, *wanted[1:]), quantity)


def _same_quantity(wanted: tuple[str, ...], quantity: Quantity) -> bool:
    comparator, value, *rest = wanted
    if comparator.startswith("date "):
        return (
            isinstance(quantity, DateQuantity)
            and comparator[5:] in {ANYTHING, quantity.comparator}
            and value in {ANYTHING, f"{_day(quantity.low, last=False)}..{_day(quantity.high, last=True)}"}
        )
    if not isinstance(quantity, NumberQuantity) or comparator not in {ANYTHING, quantity.comparator}:
        return False
    printed = (quantity.unit, quantity.printed_unit, str(quantity.decimals))
    return _same_value(value, quantity) and all(
        field in {ANYTHING, ours} for field, ours in zip(rest, printed, strict=False)
    )


def _same_value(wanted: str, quantity: NumberQuantity) -> bool:
    if wanted == ANYTHING:
        return True
    numbers = wanted.lstrip("~?")
    if wanted[0] != "?" and quantity.approximate != (wanted[0] == "~" or quantity.comparator == "about"):
        return False
    low, to, high = numbers.partition("..")
    ends = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    expected = [Decimal(low), Decimal(high)] if to else [Decimal(low)] * len(ends)
    return ends == expected


def _day(iso: str | None, *, last: bool) -> str:
    """First or last day that an ISO date of any precision covers; "" for an open side."""
    if iso is None:
        return ""
    parts = iso.split("-")
    if len(parts) == 1:
        parts.append("12" if last else "01")
    if len(parts) == 2:
        parts.append(f"{monthrange(int(parts[0]), int(parts[1]))[1]:02}" if last else "01")
    return "-".join(parts)
