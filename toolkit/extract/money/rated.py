"""What was spent, the budget and the rate of one whole → the amount of the text that makes the rate, where what was
spent is told of the department before the projects, or no budget is called so but money that could be spent.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from toolkit.extract.citing import Span
from toolkit.extract.money.fund_parts import exact
from toolkit.extract.money.funds import amount_in
from toolkit.extract.money.one_whole import WHOLE, Place, Placed, may_be_one
from toolkit.measure.budget_story import Sum, sums_in
from toolkit.measure.execution_story import Rate, fits
from toolkit.measure.interval import half_unit
from toolkit.model.citation import CitedQuantity
from toolkit.model.document import Paragraph
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import BudgetRow
from toolkit.patterns import regex
from toolkit.text import fold

_METHOD: Final = "text:budget"
_SPENT: Final = "actual_expenditure"
_GRANTED: Final = ("revised_budget", "original_budget")
_AVAILABLE: Final = regex(r"(?:可用|到位|可支配|可使用|总投入|预算)[^,。;:、()\d]{0,10}$")
_TELLING: Final = 2  # decimals of a rate that only one amount makes


def as_rated(
    rows: dict[Place, BudgetRow], told: Sequence[Placed], paragraphs: Sequence[Paragraph | None]
) -> dict[Place, BudgetRow]:
    """The rows with another amount spent by the whole, or with its budget where none was read, where only that makes
    its rate. Parts of the amount that goes are none of the one that comes, so that what they tell of it goes too."""
    whole = rows.get(WHOLE)
    rate, spent = (None, None) if whole is None else (_rate(whole.execution_rate), whole.actual_expenditure)
    if whole is None or rate is None or spent is None or rate.decimals < _TELLING:
        return rows
    budgets = [value for field in _GRANTED if (value := getattr(whole, field)) is not None]
    if any(_makes(rate, spent, one) for one in budgets):
        return rows
    others = [row.actual_expenditure for place, row in told if place == WHOLE and row.actual_expenditure is not None]
    fitting = [other for other in others for one in budgets[:1] if _makes(rate, other, one)]
    if fitting:
        return _with(rows, whole, _SPENT, fitting)
    bases = [] if budgets else [other for other in _available(paragraphs) if _makes(rate, spent, other)]
    return _with(rows, whole, "revised_budget", bases) if bases else rows


def _with(
    rows: dict[Place, BudgetRow], whole: BudgetRow, field: str, fitting: Sequence[CitedQuantity]
) -> dict[Place, BudgetRow]:
    """The rows with the one amount that fits; as they are where there are several, or it is near the one read first, as
    what is misprinted would be."""
    known = getattr(whole, field)
    if len({exact(one) for one in fitting}) > 1 or (known is not None and may_be_one(known, fitting[0])):
        return rows
    kept = {WHOLE: whole.model_copy(update={field: fitting[0]})}
    for place, row in rows.items():
        if place != WHOLE and row.parent == WHOLE[2]:
            row = row.model_copy(update={field: None})
        if place != WHOLE and any(getattr(row, one) is not None for one in (*_GRANTED, _SPENT)):
            kept[place] = row
    return kept


def _available(paragraphs: Sequence[Paragraph | None]) -> Iterator[CitedQuantity]:
    """Amounts that could be spent, by the words before them: 可用资金, 到位."""
    for block in paragraphs:
        if block is None:
            continue
        folded = fold(block.text)
        for one in sums_in(folded.text, 0, len(folded.text)):
            if _AVAILABLE.search(folded.text, 0, one.start):
                value = amount_in(Span(block, None, *folded.span(one.start, one.end)), None, _METHOD)
                if value is not None:
                    yield value


def _makes(rate: Rate, spent: CitedQuantity, budget: CitedQuantity) -> bool:
    done, granted = _sum(spent), _sum(budget)
    return done is not None and granted is not None and granted.value >= done.value > 0 and fits(rate, done, granted)


def _sum(cited: CitedQuantity) -> Sum | None:
    value = cited.value
    if not isinstance(value, NumberQuantity) or value.low is None or value.low != value.high:
        return None
    return Sum(0, 0, value.low, half_unit(value), "")


def _rate(cited: CitedQuantity | None) -> Rate | None:
    value = None if cited is None else cited.value
    if not isinstance(value, NumberQuantity) or value.low is None or value.printed_unit not in {"%", "％"}:
        return None
    return Rate(0, 0, value.low * 100, value.decimals)
