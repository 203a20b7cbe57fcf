"""Budget rows → the score of budget execution: executed ÷ base, or the printed rate where money is not stated."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from toolkit.measure import interval, units
from toolkit.measure.money_words import names_execution
from toolkit.model.citation import CitedQuantity
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import BudgetRow, Indicator, PerformanceReport
from toolkit.model.settings import Settings
from toolkit.model.standard import Method
from toolkit.patterns import regex
from toolkit.scoring import methods
from toolkit.scoring.methods import Outcome, abstain

_SIDE_ROWS = regex(r"三公|采购|转移支付|培训费|会议费|公用经费")
_MEASURED_DECIMALS = 12
_ONE = Bounds.exact(Decimal(1))
_BASE_WORDS = {"original": "年初预算数", "revised": "全年预算数"}


def is_execution(line: Indicator) -> bool:
    """Whether an indicator is the line of budget execution, by its name."""
    return names_execution(line.name.value)


def execution_score(
    points: Decimal, method: Method, report: PerformanceReport, line: Indicator | None, settings: Settings
) -> Outcome:
    """points × min(1, executed ÷ base) on the base that the standard asks for.

    Money goes before the printed rate. Where both stand and agree within their digits, the printed rate's own result
    belongs to the interval: a report may score from the rate it has rounded.
    """
    row = _row(report, line)
    base_name = method.base or "revised"
    money = _money(report, row, base_name, settings)
    rate = _rate(row, line)
    if money.base is None or money.executed is None:
        return _from_rate(points, rate, settings, base_known=money.base is not None)
    base, executed = money.base, money.executed
    if base.low <= 0:
        return abstain("zero-target", f"{_BASE_WORDS[base_name]}为 0，执行率无从计算")
    if money.all_spent:
        return methods.full(points, f"执行数 {methods.shown_bounds(executed)} 不低于{_BASE_WORDS[base_name]}")
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


def execution_facts(report: PerformanceReport, settings: Settings) -> dict[str, Any]:
    """The execution rate of the whole as an actual, for a line that prints none of its own: printed, or from money.

    From money only where one base is stated, or both give the same: which base a criterion means it does not say.
    """
    row = report.execution_row or _whole(report)
    rate = None if row is None else row.execution_rate
    if rate is not None:
        return {"actual": rate.value, "actual_text": rate.quote}
    found = {
        (share.low, share.high)
        for base in ("revised", "original")
        if (share := _share(_money(report, row, base, settings))) is not None
    }
    if len(found) != 1:
        return {"actual": None, "actual_text": None}
    low, high = next(iter(found))
    quantity = NumberQuantity(
        low=low, high=high, unit="1", printed_unit="%", comparator="range", decimals=_MEASURED_DECIMALS
    )
    shown = methods.shown_bounds(Bounds(low=low * 100, high=high * 100))
    return {"actual": quantity, "actual_text": f"执行率 {shown}%（按执行数 ÷ 预算数）"}


def _share(money: "_Money") -> Bounds | None:
    if money.base is None or money.executed is None or money.base.low <= 0:
        return None
    share = interval.divide(money.executed, money.base)
    return None if share is None else interval.rounded(share, _MEASURED_DECIMALS)


def _from_rate(points: Decimal, rate: NumberQuantity | None, settings: Settings, base_known: bool) -> Outcome:
    if rate is None:
        return abstain("no-actual" if base_known else "no-target", "没有预算数和执行数，也没有执行率")
    return methods.ratio_up(points, _ONE, interval.bounds(rate, settings))


def _row(report: PerformanceReport, line: Indicator | None) -> BudgetRow | None:
    return _whole(report) if line is not None else report.execution_row


def _whole(report: PerformanceReport) -> BudgetRow | None:
    """The row of all the money; rows of 三公经费, procurement or transfers may stand beside it without a parent."""
    top = (row for row in report.budget if row.parent is None)
    return next((row for row in top if row.label is None or not _SIDE_ROWS.search(row.label.value)), None)


def _rate(row: BudgetRow | None, line: Indicator | None) -> NumberQuantity | None:
    for cited in (None if line is None else line.actual, None if row is None else row.execution_rate):
        if cited is not None and isinstance(cited.value, NumberQuantity) and cited.value.unit == "1":
            return cited.value
    return None


def _exact(rate: NumberQuantity) -> Decimal | None:
    return rate.low if rate.low == rate.high else None


@dataclass(frozen=True, slots=True)
class _Money:
    """Base and executed in yuan as intervals; `all_spent`: as printed, executed is no less than the base."""

    base: Bounds | None = None
    executed: Bounds | None = None
    all_spent: bool = False


def _money(report: PerformanceReport, row: BudgetRow | None, base: str, settings: Settings) -> _Money:
    """Money of a row; where the whole prints blanks or zeros, the sum of its parts in one partition."""
    if row is None:
        return _Money()
    own = _sum([_amounts(row, base)], settings)
    if own.base is not None and own.base.high > 0:
        return own
    for parts in _partitions(report, row):
        added = _sum([_amounts(part, base) for part in parts], settings)
        if added.base is not None and added.executed is not None and added.base.low > 0:
            return added
    return own


_Pair = tuple[NumberQuantity | None, NumberQuantity | None]


def _sum(pairs: list[_Pair], settings: Settings) -> _Money:
    bases = [pair[0] for pair in pairs if pair[0] is not None]
    spent = [pair[1] for pair in pairs if pair[1] is not None]
    base = None if len(bases) < len(pairs) else interval.add(*(_standing(found, settings) for found in bases))
    executed = None if len(spent) < len(pairs) else interval.add(*(_standing(found, settings) for found in spent))
    planned = _printed(bases)
    used = _printed(spent)
    return _Money(base, executed, planned is not None and used is not None and used >= planned > 0)


def _standing(amount: NumberQuantity, settings: Settings) -> Bounds:
    """A printed 0 is no money at all; anything else stands for what its digits leave open."""
    return Bounds.exact(Decimal(0)) if amount.low == amount.high == 0 else interval.bounds(amount, settings)


def _printed(amounts: list[NumberQuantity]) -> Decimal | None:
    known = [found.low for found in amounts if found.low is not None and found.low == found.high]
    return sum(known, Decimal(0)) if known and len(known) == len(amounts) else None


def _partitions(report: PerformanceReport, row: BudgetRow) -> list[list[BudgetRow]]:
    parts: dict[str | None, list[BudgetRow]] = {}
    for other in report.budget:
        if other.parent == row.id:
            parts.setdefault(other.partition, []).append(other)
    return list(parts.values())


def _amounts(row: BudgetRow, base: str) -> _Pair:
    budget = row.original_budget if base == "original" else row.revised_budget
    return _yuan(budget), _yuan(row.actual_expenditure)


def _yuan(cited: CitedQuantity | None) -> NumberQuantity | None:
    if cited is None or not isinstance(cited.value, NumberQuantity):
        return None
    amount = cited.value
    return amount if amount.unit is None or units.money(amount.unit) else None
