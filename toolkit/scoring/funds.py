"""Budget rows → the score of budget execution: executed ÷ base, or the printed rate where money is not stated."""

import re
from decimal import Decimal
from typing import Any

from toolkit.measure import interval, units
from toolkit.model.citation import CitedQuantity
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import BudgetRow, Indicator, PerformanceReport
from toolkit.model.settings import Settings
from toolkit.model.standard import Method
from toolkit.scoring import methods
from toolkit.scoring.methods import Outcome, abstain

_EXECUTION = re.compile(
    r"^(?:部门|项目|年度|全年|整体)?(?:预算|资金|预算资金|年度资金总额)?(?:支出)?执行(?:率|情况|进度)?(?:指标)?$|^预算完成率$"
)
_ONE = Bounds.exact(Decimal(1))
_BASE_WORDS = {"original": "年初预算数", "revised": "全年预算数"}


def is_execution(line: Indicator) -> bool:
    """Whether an indicator is the line of budget execution, by its name."""
    return _EXECUTION.match(line.name.value.strip()) is not None


def execution_score(
    points: Decimal, method: Method, report: PerformanceReport, line: Indicator | None, settings: Settings
) -> Outcome:
    """points × min(1, executed ÷ base) on the base that the standard asks for.

    Money goes before the printed rate. Where both stand and agree within their digits, the printed rate's own result
    belongs to the interval: a report may score from the rate it has rounded.
    """
    row = _row(report, line)
    base, executed = _money(report, row, method.base or "revised", settings)
    rate = _rate(row, line)
    if base is None or executed is None:
        return _from_rate(points, rate, settings, base_known=base is not None)
    if base.low <= 0:
        return abstain("zero-target", f"{_BASE_WORDS[method.base or 'revised']}为 0，执行率无从计算")
    outcome = methods.execution(points, base, executed)
    measured = interval.divide(executed, base)
    printed = None if rate is None else _exact(rate)
    if rate is None or printed is None or measured is None or outcome.bounds is None:
        return outcome
    if not measured.meets(interval.bounds(rate, settings)):
        return Outcome(outcome.bounds, (*outcome.steps, "印出的执行率与执行数、预算数不符，按金额重算"))
    by_rate = methods.ratio_up(points, _ONE, Bounds.exact(printed))
    if by_rate.bounds is None:
        return outcome
    joined = Bounds(low=min(outcome.bounds.low, by_rate.bounds.low), high=max(outcome.bounds.high, by_rate.bounds.high))
    return Outcome(joined, outcome.steps)


def execution_facts(report: PerformanceReport) -> dict[str, Any]:
    """The printed execution rate of the whole as an actual, for a line that prints none of its own."""
    row = report.execution_row or report.whole_budget
    rate = None if row is None else row.execution_rate
    if rate is None:
        return {"actual": None, "actual_text": None}
    return {"actual": rate.value, "actual_text": rate.quote}


def _from_rate(points: Decimal, rate: NumberQuantity | None, settings: Settings, base_known: bool) -> Outcome:
    if rate is None:
        return abstain("no-actual" if base_known else "no-target", "没有预算数和执行数，也没有执行率")
    return methods.ratio_up(points, _ONE, interval.bounds(rate, settings))


def _row(report: PerformanceReport, line: Indicator | None) -> BudgetRow | None:
    return report.whole_budget if line is not None else report.execution_row


def _rate(row: BudgetRow | None, line: Indicator | None) -> NumberQuantity | None:
    for cited in (None if line is None else line.actual, None if row is None else row.execution_rate):
        if cited is not None and isinstance(cited.value, NumberQuantity) and cited.value.unit == "1":
            return cited.value
    return None


def _exact(rate: NumberQuantity) -> Decimal | None:
    return rate.low if rate.low == rate.high else None


def _money(
    report: PerformanceReport, row: BudgetRow | None, base: str, settings: Settings
) -> tuple[Bounds | None, Bounds | None]:
    """Base and executed in yuan; where the whole prints blanks or zeros, the sum of its parts in one partition."""
    if row is None:
        return None, None
    amounts = _amounts(row, base, settings)
    if amounts[0] is not None and amounts[0].high > 0:
        return amounts
    for parts in _partitions(report, row):
        pairs = [_amounts(part, base, settings) for part in parts]
        bases = [pair[0] for pair in pairs if pair[0] is not None]
        spent = [pair[1] for pair in pairs if pair[1] is not None]
        if len(bases) == len(spent) == len(pairs) and any(found.low > 0 for found in bases):
            return interval.add(*bases), interval.add(*spent)
    return amounts


def _partitions(report: PerformanceReport, row: BudgetRow) -> list[list[BudgetRow]]:
    parts: dict[str | None, list[BudgetRow]] = {}
    for other in report.budget:
        if other.parent == row.id:
            parts.setdefault(other.partition, []).append(other)
    return list(parts.values())


def _amounts(row: BudgetRow, base: str, settings: Settings) -> tuple[Bounds | None, Bounds | None]:
    budget = row.original_budget if base == "original" else row.revised_budget
    return _yuan(budget, settings), _yuan(row.actual_expenditure, settings)


def _yuan(cited: CitedQuantity | None, settings: Settings) -> Bounds | None:
    if cited is None or not isinstance(cited.value, NumberQuantity):
        return None
    amount = cited.value
    if amount.unit is not None and not units.money(amount.unit):
        return None
    return interval.bounds(amount, settings)
