"""Compares what the toolkit reads with what the register suite says; `python -m tests.measure.register_check 400 7`."""

import sys
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from random import Random
from typing import TypeVar

from tests.measure.register import FAMILIES, Want
from tests.measure.register_dates import DATE_FAMILIES, DateWant
from tests.measure.register_names import NAME_FAMILIES
from tests.measure.register_targets import TARGET_FAMILIES, Cell
from toolkit.measure.grammar import spot
from toolkit.measure.target import target
from toolkit.model.quantity import ChecklistQuantity, DateQuantity, NumberQuantity, QualitativeQuantity, Quantity

T = TypeVar("T")
_CLOSE = Decimal("1e-27")  # of a fraction that does not end: as far as the expected value goes
_ENDLESS = 25  # digits


def failures(each: int, seed: int) -> Iterator[tuple[str, str, object]]:
    """(family, text, expected) of every case read otherwise, `each` cases of every family."""
    for family in FAMILIES + DATE_FAMILIES:
        for case in _made(family, each, seed):
            if not reads(case.text, case.wanted):
                yield family.__name__, case.text, case.wanted
    for family in NAME_FAMILIES:
        for text in _made(family, each, seed):
            if spot(text):
                yield family.__name__, text, ()
    for family in TARGET_FAMILIES:
        for cell in _made(family, each, seed):
            if not reads_cell(cell):
                yield f"target {family.__name__}", f"{cell.text} ++ {cell.unit}", cell.wanted


def families() -> int:
    return len(FAMILIES) + len(DATE_FAMILIES) + len(NAME_FAMILIES) + len(TARGET_FAMILIES)


def _made(family: Callable[[Random], T], each: int, seed: int) -> list[T]:
    random = Random(f"{getattr(family, '__name__', '')} {seed}")
    return [family(random) for _ in range(each)]


def reads(text: str, wanted: Sequence[Want | DateWant]) -> bool:
    """Whether exactly these quantities are found, in order, where they stand."""
    found = spot(text)
    if len(found) != len(wanted):
        return False
    floor = 0
    for measured, want in zip(found, wanted, strict=True):
        start = text.index(want.quote, floor)
        floor = start + len(want.quote)
        if (measured.start, measured.end, measured.quote) != (start, floor, want.quote):
            return False
        if not same(want, measured.quantity):
            return False
    return True


def reads_cell(cell: Cell) -> bool:
    quantity = target(cell.text, cell.unit)
    if quantity is None or quantity.kind != cell.kind:
        return False
    if isinstance(quantity, QualitativeQuantity):
        return quantity.text == cell.text
    parts: tuple[Quantity, ...] = quantity.parts if isinstance(quantity, ChecklistQuantity) else (quantity,)
    return len(parts) == len(cell.wanted) and all(map(same, cell.wanted, parts))


def same(want: Want | DateWant, quantity: Quantity) -> bool:
    """Whether a quantity says what is wanted."""
    if isinstance(want, DateWant):
        return isinstance(quantity, DateQuantity) and (
            quantity.comparator == want.comparator
            and day(quantity.low, last=False) == want.low
            and day(quantity.high, last=True) == want.high
        )
    if not isinstance(quantity, NumberQuantity) or quantity.comparator != want.comparator:
        return False
    low = None if want.comparator in {"le", "lt"} else want.low
    high = None if want.comparator in {"ge", "gt"} else want.high
    return (
        _close(quantity.low, low)
        and _close(quantity.high, high)
        and quantity.low_included == (low is not None and want.comparator != "gt")
        and quantity.high_included == (high is not None and want.comparator != "lt")
        and quantity.unit == want.unit
        and (want.printed_unit is None or quantity.printed_unit == want.printed_unit)
        and (want.decimals is None or quantity.decimals == want.decimals)
        and quantity.approximate == want.approximate
    )


def _close(ours: Decimal | None, wanted: Decimal | None) -> bool:
    """Equal, or close where the value is a fraction that does not end (2/3)."""
    if ours is None or wanted is None:
        return ours is wanted
    endless = len(wanted.as_tuple().digits) > _ENDLESS
    return ours == wanted or (endless and abs(ours - wanted) <= abs(wanted) * _CLOSE)


def day(iso: str | None, *, last: bool) -> str:
    """First or last day that an ISO date of any precision covers, "" for an open side."""
    if iso is None:
        return ""
    prefix, parts = ("--", ["2023", *iso[2:].split("-")]) if iso.startswith("--") else ("", iso.split("-"))
    if len(parts) == 1:
        parts.append("12" if last else "01")
    if len(parts) == 2:
        parts.append(f"{monthrange(int(parts[0]), int(parts[1]))[1]:02}" if last else "01")
    return prefix + "-".join(parts[1:] if prefix else parts)


def main() -> None:
    each, seed = int(sys.argv[1]), int(sys.argv[2])
    failed = list(failures(each, seed))
    for family, text, wanted in failed:
        print(family, repr(text), wanted)
    print(f"{each * families() - len(failed)}/{each * families()}")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
