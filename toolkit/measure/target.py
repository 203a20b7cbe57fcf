"""Turns a table cell or phrase that states a target or an actual into a quantity: number, date, checklist or words."""

from itertools import pairwise

from toolkit.measure import grammar
from toolkit.model.quantity import (
    ChecklistQuantity,
    DateQuantity,
    Measured,
    NumberQuantity,
    QualitativeQuantity,
    Quantity,
)
from toolkit.patterns import regex

_BLANK = regex(r"[\s\-—–－/／\\*\uff0a_.。·…≥≤≧≦<>=＜＞＝]*")  # an operator without a value states nothing
_CLAUSE = regex(r"[，,；;。\n、]")
_ASIDE = regex(r"[(（][^()（）]{0,120}[)）]")
# 2021.06 or 20210630 without a unit: a number or a date? Neither is read.
_YEAR_MONTH = regex(r"(?:19|20)[0-9]{2}(?:\.(?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))")
_FRAME_LIMIT = 24
_LONGEST_LIST = 400
_CONTEXT_DATES = ("eq", "range")


def target(text: str, unit: str | None = None) -> Quantity | None:
    """A target cell or phrase → its quantity; None for a blank, —, /, *.

    `unit`: printed in the column head or unit column. Words that frame exactly one clear number are that number;
    several requirements are a checklist in their order; words without a number are qualitative, as printed.
    """
    stripped = text.strip()
    if _BLANK.fullmatch(stripped):
        return None
    number = grammar.read(stripped, unit)
    if number is not None:
        dated = number.unit is None and _YEAR_MONTH.fullmatch(grammar.narrow(stripped))
        return QualitativeQuantity(text=stripped) if dated else number
    if len(stripped) > _LONGEST_LIST:
        return QualitativeQuantity(text=stripped)
    framed = _framed(stripped, grammar.spot(stripped), unit)
    if framed is not None:
        return framed
    parts = _parts(stripped, unit)
    if len(parts) > 1 and any(not isinstance(part, QualitativeQuantity) for part in parts):
        return ChecklistQuantity(parts=parts)
    return QualitativeQuantity(text=stripped)


def actual(text: str, unit: str | None = None) -> Quantity | None:
    """A cell or phrase that states what was achieved → its quantity; read like a target."""
    return target(text, unit)


def _framed(text: str, found: tuple[Measured, ...], unit: str | None) -> NumberQuantity | DateQuantity | None:
    """The one quantity of the text, where everything else only frames it (完成培训120人次, 满意度达到95%以上)."""
    outside = _outside_asides(text, found)
    numbers = [measured for measured in outside if measured.quantity.kind == "number"]
    dates = [measured for measured in outside if measured.quantity.kind == "date"]
    if len(numbers) == 1 and all(_is_context(measured) for measured in dates):
        only = numbers[0]
        spans = sorted([*dates, only], key=lambda measured: measured.start)
    elif not numbers and len(dates) == 1:
        only = dates[0]
        spans = [only]
    else:
        return None
    if not _only_frames(text, spans, only):
        return None
    quantity = only.quantity
    if isinstance(quantity, NumberQuantity):
        return _with_unit(quantity, unit)
    return quantity if isinstance(quantity, DateQuantity) else None


def _with_unit(quantity: NumberQuantity, unit: str | None) -> NumberQuantity | None:
    """A number inside words needs a unit to be clear, its own or the column's."""
    known = grammar.with_unit(quantity, unit)
    return None if known is None or known.unit is None else known


def _outside_asides(text: str, found: tuple[Measured, ...]) -> list[Measured]:
    """Quantities outside brackets, if any stand there; else all."""
    asides = [match.span() for match in _ASIDE.finditer(text)]
    outside = [
        measured
        for measured in found
        if not any(start < measured.start and measured.end < end for start, end in asides)
    ]
    return outside or list(found)


def _is_context(measured: Measured) -> bool:
    """A year or period that only says when (2021年培训120人次); a deadline is a requirement of its own."""
    quantity = measured.quantity
    return isinstance(quantity, DateQuantity) and quantity.comparator in _CONTEXT_DATES


def _only_frames(text: str, spans: list[Measured], only: Measured) -> bool:
    edges = [0, *(edge for measured in spans for edge in (measured.start, measured.end)), len(text)]
    between = [text[low:high] for low, high in list(pairwise(edges))[::2]]
    words = _ASIDE.sub("", "|".join(between))
    if len(words) > _FRAME_LIMIT + (0 if only.quantity.kind == "date" else 12):
        return False
    clauses = [clause for clause in _CLAUSE.split(words) if len(clause.strip("| ")) >= 4]
    return len(clauses) <= 1


def _parts(text: str, unit: str | None) -> tuple[NumberQuantity | DateQuantity | QualitativeQuantity, ...]:
    """Clause by clause: its quantities, or its words where it has none."""
    parts: list[NumberQuantity | DateQuantity | QualitativeQuantity] = []
    for clause in _clauses(text):
        found = grammar.spot(clause)
        numbers = [measured for measured in found if isinstance(measured.quantity, NumberQuantity)]
        wanted = [measured for measured in found if measured in numbers or not _is_context(measured)]
        if not numbers and not wanted:
            parts.append(QualitativeQuantity(text=clause))
            continue
        for measured in wanted:
            quantity = measured.quantity
            if isinstance(quantity, NumberQuantity):
                parts.append(grammar.with_unit(quantity, unit) or quantity)
            elif isinstance(quantity, DateQuantity):
                parts.append(quantity)
    return tuple(parts)


def _clauses(text: str) -> list[str]:
    """Text cut at its marks, never inside a quantity."""
    protected = [(measured.start, measured.end) for measured in grammar.spot(text)]
    cuts = [
        match.start()
        for match in _CLAUSE.finditer(text)
        if not any(start < match.start() < end for start, end in protected)
    ]
    edges = [-1, *cuts, len(text)]
    pieces = [text[low + 1 : high].strip() for low, high in pairwise(edges)]
    return [piece for piece in pieces if piece]
