"""Compares our reading with the published Chinese number specification cases, which stand beside the project.

A case is named by its file and its place in it, from 1. Each file asks about one kind of thing (plain numbers, shares,
ranges, money, dimensions); only our quantities of that kind are compared, in the specification's way of writing them.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from toolkit.measure import units
from toolkit.measure.grammar import spot
from toolkit.model.quantity import Measured, NumberQuantity

Spec = dict[str, Any]

CURRENCIES = {"Chinese yuan": "元", "United States dollar": "美元", "Dollar": "美元", "Swiss franc": "瑞士法郎"}
DIMENSIONS = {
    "Kilogram": "公斤", "Centimeter": "公分 CM cm", "Ton": "吨", "Meter": "m 米", "Jin": "斤", "Kilometer": "千米",
    "Gram": "克", "Megabyte": "兆字节", "Kilobyte": "千字节", "Kilobit": "千比特", "Megahertz": "兆赫兹",
    "Kilowatt": "千瓦", "Kilocalorie": "千卡",
    "Liang": "两", "Microgram": "微克", "Bit": "位",
}  # fmt: skip
# Written with these, a share is left to the percent file.
_SHARE_SIGNS = "%％折成"
# The specification multiplies the dozen out; we keep the printed unit, as the contract says of all units but money.
_DOZEN = {"打": Decimal(12)}
_ROUNDING = Decimal("1e-14")  # the specification prints 15 digits


@dataclass(frozen=True, slots=True)
class SpecCase:
    """One case: its name ("Number-NumberModel 12"), text and expected results."""

    file: str
    place: int
    text: str
    results: tuple[Spec, ...]

    @property
    def name(self) -> str:
        return f"{self.file} {self.place}"

    @property
    def agrees(self) -> bool:
        """Whether we read what the specification says."""
        return CHECKS[self.file](self.text, self.results)


def cases(folder: Path) -> Iterator[SpecCase]:
    """Every case of every file, files in order of their names."""
    for file in sorted(CHECKS):
        for place, case in enumerate(json.loads((folder / f"{file}.json").read_text(encoding="utf-8-sig")), start=1):
            yield SpecCase(file, place, case["Input"], tuple(case["Results"]))


def numbers(text: str) -> list[tuple[Measured, NumberQuantity]]:
    return [(found, found.quantity) for found in spot(text) if isinstance(found.quantity, NumberQuantity)]


def _anchor(quantity: NumberQuantity) -> Decimal:
    value = quantity.low if quantity.low is not None else quantity.high
    assert value is not None
    return value


def _same(printed: str, quantity: NumberQuantity) -> bool:
    """Equal as a base value or as the number printed before the unit."""
    wanted = Decimal(printed)
    word = (quantity.printed_unit or "").lstrip("十百千万亿兆萬億佰仟拾")
    value = _anchor(quantity) * _DOZEN.get(word, Decimal(1))
    return any(abs(reading - wanted) <= abs(wanted) * _ROUNDING for reading in {value, value / units.factor(word)})


def _overlaps(found: Measured, result: Spec) -> bool:
    return bool(found.start <= result["End"] and result["Start"] < found.end)


def _number(text: str, results: tuple[Spec, ...]) -> bool:
    ours = [(found, quantity) for found, quantity in numbers(text) if found.quote[-1] not in _SHARE_SIGNS]
    return len(ours) == len(results) and all(
        _same(result["Resolution"]["value"], quantity) and _overlaps(found, result)
        for (found, quantity), result in zip(ours, results, strict=True)
    )


def _percent(text: str, results: tuple[Spec, ...]) -> bool:
    ours = [
        (found, quantity)
        for found, quantity in numbers(text)
        if quantity.unit == "pp"
        or (quantity.unit == "1" and (quantity.printed_unit != "分之" or found.quote[0] in "百千万"))
    ]
    if len(ours) != len(results):
        return False
    for (found, quantity), result in zip(ours, results, strict=True):
        share = Decimal(result["Resolution"]["value"].rstrip("%"))
        value = _anchor(quantity) if quantity.unit == "pp" else _anchor(quantity) * 100
        if value != share or not _overlaps(found, result):
            return False
    return True


def _unit(text: str, results: tuple[Spec, ...]) -> bool:
    wanted = [result for result in results if result["Resolution"]["value"] is not None]
    known = {name: word.split() for name, word in {**CURRENCIES, **DIMENSIONS}.items()}
    every = {word for words in known.values() for word in words}
    ours = [(found, quantity) for found, quantity in numbers(text) if quantity.unit in every]
    return len(ours) == len(wanted) and all(
        _same(result["Resolution"]["value"], quantity)
        and quantity.unit in known[result["Resolution"]["unit"]]
        and _overlaps(found, result)
        for (found, quantity), result in zip(ours, wanted, strict=True)
    )


def _range(text: str, results: tuple[Spec, ...]) -> bool:
    """Bounds of each range; two one-sided quantities inside one range of the specification are its two sides."""
    ours = numbers(text)
    for result in results:
        inside = [quantity for found, quantity in ours if _overlaps(found, result)]
        lows = [quantity.low for quantity in inside if quantity.low is not None]
        highs = [quantity.high for quantity in inside if quantity.high is not None]
        low, high = (bound and [Decimal(bound)] for bound in result["Resolution"]["value"].strip("[]()").split(","))
        if (low or []) != lows or (high or []) != highs:
            return False
    return len(results) <= len(ours)


def _ordinal(text: str, results: tuple[Spec, ...]) -> bool:
    """An ordinal is no quantity: a case that holds one cannot agree."""
    return not results and not numbers(text)


CHECKS: dict[str, Callable[[str, tuple[Spec, ...]], bool]] = {
    "Number-NumberModel": _number,
    "Number-NumberRangeModel": _range,
    "Number-NumberRangeModelExperimentalMode": _range,
    "Number-OrdinalModel": _ordinal,
    "Number-PercentModel": _percent,
    "NumberWithUnit-CurrencyModel": _unit,
    "NumberWithUnit-DimensionModel": _unit,
}
