"""An error that figures of running text make → a doubt, where no misprint of any of them explains it.

What words around an amount mean has to be inferred; a table says it by its heads. Where figures told in prose do not
make one another, and one digit set right in one of them would not mend it, it is as likely that they were read amiss as
that the clerk reckoned wrongly: a reviewer should look, but nobody is accused.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from toolkit.audit.place import blocks_by_id, quote
from toolkit.audit.rule import Draft, Rule
from toolkit.measure.grammar import read
from toolkit.measure.interval import half_unit
from toolkit.measure.misprint import misprinted
from toolkit.model.case import Case
from toolkit.model.finding import Severity
from toolkit.model.quantity import NumberQuantity

ADDED_UP: Final = frozenset({"BUD201", "BUD210", "BUD211", "CON501", "CON505", "DED402", "SCO104", "SCO107"})
"""Rules whose figures add up, so that what each should be follows from the gap."""
_SMALL: Final = 1000
"""A gap of one part in so many: figures that were read amiss hardly come so near."""

INFERRED: Final = frozenset({"BUD214"})
"""Rules that ask what is part of what, which running text leaves to be inferred."""


def as_sure(case: Case, rule: Rule, draft: Draft) -> Draft:
    """The draft, a doubt where its error is not sure."""
    error = (draft.severity or rule.severity) is Severity.ERROR
    if not error or not _in_running_text(draft):
        return draft
    if rule.code not in INFERRED and (rule.code not in ADDED_UP or _is_explained(case, draft)):
        return draft
    return replace(draft, severity=Severity.WARNING)


def _in_running_text(draft: Draft) -> bool:
    return any(segment.cell is None for where in draft.where for segment in where.segments)


def _is_explained(case: Case, draft: Draft) -> bool:
    """Whether one figure, with a digit or two neighbours changed, closes the gap, or the gap is so small that they are
    plainly meant to meet; so too where that cannot be told."""
    due, told = (None if text is None else read(text.removeprefix("扣")) for text in (draft.expected, draft.observed))
    if due is None or told is None or due.low is None or told.low is None:
        return True
    gap = told.low - due.low
    if abs(gap) * _SMALL <= abs(told.low):
        return True
    blocks = blocks_by_id(case.document)
    figures = [told, *(found for where in draft.where if (found := read(quote(blocks, where))) is not None)]
    return any(_is_misprint(figure, gap * sign) for figure in figures for sign in (1, -1))


def _is_misprint(figure: NumberQuantity, gap: Decimal) -> bool:
    """Whether the figure without this gap, to the decimals that it prints, has nearly its digits."""
    step = half_unit(figure) * 2
    if figure.low is None or not step or (figure.low - gap) % step:
        return False
    printed, due = (str(int(abs(value) / step)) for value in (figure.low, figure.low - gap))
    return misprinted(printed, due)
