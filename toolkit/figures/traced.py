"""Ledger and a number as someone types it → the figures of that value, what each is made of, what hangs on it."""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.measure.grammar import spot
from toolkit.model.figure import Figure, FigureLedger, Relation
from toolkit.model.quantity import NumberQuantity
from toolkit.patterns import regex
from toolkit.text import fold_widths

_DIGITS = regex(r"\d+(?:\.\d+)?")
_BLANKS = regex(r"[\s,]")


def traced(ledger: FigureLedger, asked: str) -> Iterator[tuple[Figure, list[Relation], list[Relation]]]:
    """(figure, relations it results from, relations it enters) for every figure of this id, wording or value."""
    text = _bare(asked)
    read = next((found.quantity for found in spot(asked) if isinstance(found.quantity, NumberQuantity)), None)
    for figure in ledger.figures:
        if figure.id == text or _is_meant(figure, text, read):
            made = [relation for relation in ledger.relations if relation.result_id == figure.id]
            hangs = [relation for relation in ledger.relations if figure.id in relation.operand_ids]
            yield figure, made, hangs


def _is_meant(figure: Figure, text: str, read: NumberQuantity | None) -> bool:
    """Whether the figure is printed so or has the value: that printed where no unit is asked for, else in any unit."""
    printed = _bare(figure.quote)
    digits = _DIGITS.search(printed)
    if printed == text:
        return True
    if _DIGITS.fullmatch(text):
        return digits is not None and Decimal(digits[0]) == Decimal(text)
    return read is not None and read.unit is not None and (figure.value, figure.unit) == (read.low, read.unit)


def _bare(text: str) -> str:
    return _BLANKS.sub("", fold_widths(text))
