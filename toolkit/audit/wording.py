"""Numbers and names → the words of a finding: the calculation, the difference, the line and its place."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from toolkit.audit.place import place
from toolkit.audit.tally import half_up
from toolkit.model.case import Case
from toolkit.model.citation import Cited, Where
from toolkit.model.number import Bounds, plain
from toolkit.text import key

_SHOWN_PARTS = 12


def shown(value: Decimal) -> str:
    """A printed number as printed: 96.00 keeps its zeros, no exponent."""
    return format(value, "f")


def addition(parts: Sequence[Decimal], total: Decimal) -> str:
    """`41.48 + 49.8 + 2.5 = 93.78`; of many parts the count and the sum."""
    if len(parts) > _SHOWN_PARTS:
        return f"{len(parts)}项相加 = {shown(total)}"
    return " + ".join(shown(part) for part in parts).replace("+ -", "- ") + f" = {shown(total)}"


def difference(printed: Decimal, computed: Decimal) -> str:
    """`多0.09` where more is printed than computed, else `少0.09`."""
    gap = printed - computed
    return f"{'多' if gap > 0 else '少'}{plain(abs(gap))}"


def span(bounds: Bounds, decimals: int = 4) -> str:
    """`8.72` or `8.71–8.73`, rounded for reading."""
    low, high = (plain(half_up(value, decimals)) for value in (bounds.low, bounds.high))
    return low if low == high else f"{low}–{high}"


def percent(bounds: Bounds, decimals: int = 2) -> str:
    """A ratio as `87.17%` or `87.16–87.18%`."""
    return span(Bounds(low=bounds.low * 100, high=bounds.high * 100), decimals) + "%"


def words(cited: Cited[Any]) -> str:
    """The quote in one line, with the unit that stands elsewhere."""
    text = "".join(cited.quote.split())
    unit = "".join((cited.unit_quote or "").split())
    return text if not unit or unit in text else f"{text}{unit}"


def clip(text: str, length: int = 40) -> str:
    """One line of at most `length` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"


def about(case: Case, where: Where | None, name: str) -> str:
    """What a message begins with: `第9页 表2 第7行“培训人次”：`."""
    named = f"“{clip(name)}”" if key(name) else ""
    return f"{place(case.document, where)}{named}："


def places(*cited: Cited[Any] | None) -> tuple[Where, ...]:
    """Places of the values that are there, in order."""
    return tuple(value.where for value in cited if value is not None)
