"""Budget rows → their amounts as numbers, their parts, and the ratios of spent to budget, as intervals."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from toolkit.audit.once import once
from toolkit.measure.interval import bounds, divide
from toolkit.model.citation import CitedQuantity
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import BudgetRow, PerformanceReport

COLUMNS = {
    "original_budget": "年初预算数",
    "revised_budget": "全年预算数",
    "actual_expenditure": "全年执行数",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """One printed amount of money with its number."""

    cited: CitedQuantity
    number: NumberQuantity

    @property
    def bounds(self) -> Bounds:
        """The interval it stands for, in yuan."""
        return bounds(self.number)


def amount(row: BudgetRow, column: str) -> Amount | None:
    """The row's amount in this column; None where it is not stated or no plain number."""
    cited: CitedQuantity | None = getattr(row, column)
    if cited is None or not isinstance(cited.value, NumberQuantity) or cited.value.low is None:
        return None
    return Amount(cited, cited.value) if cited.value.low == cited.value.high else None


def name_of(row: BudgetRow) -> str:
    """The row's label, or what a row without one is."""
    return "预算资金" if row.label is None else row.label.value


def partitions(report: PerformanceReport, whole: BudgetRow) -> dict[str, tuple[BudgetRow, ...]]:
    """The direct parts of the whole, by partition, in order; rows that make the whole twice over are two partitions."""
    found: dict[str, list[BudgetRow]] = defaultdict(list)
    for row in _by_parent(report).get(whole.id, ()):
        found[row.partition or ""].append(row)
    return {
        (partition if number == 0 else f"{partition}（{number + 1}）"): run
        for partition, rows in found.items()
        for number, run in enumerate(_runs(whole, tuple(rows)))
    }


@once
def _by_parent(report: PerformanceReport) -> dict[str | None, list[BudgetRow]]:
    found: dict[str | None, list[BudgetRow]] = defaultdict(list)
    for row in report.budget:
        found[row.parent].append(row)
    return found


def _runs(whole: BudgetRow, rows: tuple[BudgetRow, ...]) -> tuple[tuple[BudgetRow, ...], ...]:
    """Runs of rows that each make the whole in one of the columns; all rows as one where there are no two such runs."""
    for column in COLUMNS:
        total = amount(whole, column)
        if total is None or not total.number.low:
            continue
        runs: list[tuple[BudgetRow, ...]] = []
        start, so_far = 0, Decimal(0)
        for end, row in enumerate(rows, 1):
            part = amount(row, column)
            so_far += Decimal(0) if part is None or part.number.low is None else part.number.low
            if so_far == total.number.low:
                runs.append(rows[start:end])
                start, so_far = end, Decimal(0)
        if len(runs) > 1 and start == len(rows):
            return tuple(runs)
    return (rows,)


def wholes(report: PerformanceReport) -> Iterator[BudgetRow]:
    """Rows that have parts."""
    parents = {row.parent for row in report.budget}
    return (row for row in report.budget if row.id in parents)


def ratio(row: BudgetRow, column: str) -> Bounds | None:
    """Spent ÷ the budget of this column; None where one is not stated or the budget may be 0."""
    spent, base = amount(row, "actual_expenditure"), amount(row, column)
    return None if spent is None or base is None else divide(spent.bounds, base.bounds)


def rate(row: BudgetRow) -> Amount | None:
    """The row's printed execution rate as a share."""
    cited = row.execution_rate
    if cited is None or not isinstance(cited.value, NumberQuantity) or cited.value.low is None:
        return None
    number = cited.value
    return Amount(cited, number) if number.unit == "1" and number.low == number.high else None
