"""Report → index of the roles its own citations give to spans of the document."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from toolkit.model.citation import Cited
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import BudgetRow, Indicator, PerformanceReport

_ONE_NUMBER = re.compile(r"\d[\d,，.．]*")
_BUDGET_FIELDS = (
    ("original_budget", "budget", "年初预算数"),
    ("revised_budget", "budget", "全年预算数"),
    ("actual_expenditure", "budget", "全年执行数"),
    ("execution_rate", "rate", "预算执行率"),
    ("max_score", "points", "分值"),
    ("claimed_score", "score", "得分"),
)
_INDICATOR_FIELDS = (
    ("max_score", "points", "分值"),
    ("weight", "points", "权重"),
    ("claimed_score", "score", "自评得分"),
    ("reviewed_score", "score", "复核得分"),
    ("deduction", "deduction", "扣分"),
    ("target", "target", "目标值"),
    ("actual", "actual", "完成值"),
    ("attainment_rate", "rate", "完成率"),
)
_INDICATOR_TEXTS = (("definition", "criterion"), ("criterion", "criterion"), ("name", "name"))

Place = tuple[str, tuple[int, int] | None]


@dataclass(frozen=True, slots=True)
class Role:
    """What the report says of span [start, end): role, name, year; `quantity` where it is one number."""

    start: int
    end: int
    role: str
    name: str
    numeric: bool
    quantity: NumberQuantity | None = None
    year: int | None = None

    def covers(self, start: int, end: int) -> bool:
        """Whether the spans overlap."""
        return self.start < end and start < self.end


class RoleIndex:
    """Roles by place; `year` is the evaluated year."""

    def __init__(self, report: PerformanceReport) -> None:
        year = report.identity.fiscal_year
        self.year: int | None = year.value if year else None
        self._by_place: dict[Place, list[Role]] = defaultdict(list)
        for cited, role, name, numeric in _citations(report):
            self._add(cited, role, name, numeric)
        for roles in self._by_place.values():
            roles.sort(key=lambda found: (not found.numeric, found.start))

    def at(self, block: str, cell: tuple[int, int] | None, start: int, end: int) -> Role | None:
        """The role of a span: that of a cited number before that of a cited text."""
        return next((role for role in self._by_place.get((block, cell), ()) if role.covers(start, end)), None)

    def numeric(self, block: str, cell: tuple[int, int] | None) -> tuple[Role, ...]:
        """Roles of cited numbers in a paragraph or cell."""
        return tuple(role for role in self._by_place.get((block, cell), ()) if role.numeric)

    def _add(self, cited: Cited[Any], role: str, name: str, numeric: bool) -> None:
        number = _as_number(cited) if numeric else None
        year = self.year if role in {"budget", "actual", "target", "rate"} else None
        for segment in cited.where.segments:
            start, end = segment.chars
            found = Role(start, end, role, name, numeric, number, year)
            self._by_place[segment.block, segment.cell].append(found)


def _as_number(cited: Cited[Any]) -> NumberQuantity | None:
    """The cited value, where the quote holds exactly one numeral; scores count in 分."""
    if len(_ONE_NUMBER.findall(cited.quote)) != 1:
        return None
    value = cited.value
    if isinstance(value, NumberQuantity):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return NumberQuantity(low=Decimal(value), high=Decimal(value), unit="个", printed_unit="个")
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
        return NumberQuantity(low=value, high=value, unit="分", printed_unit="分", decimals=decimals)
    return None


def _citations(report: PerformanceReport) -> Iterator[tuple[Cited[Any], str, str, bool]]:
    """(citation, role, name, is a number), all that can hold a numeral."""
    if report.claimed_total:
        yield report.claimed_total, "score", "自评总分", True
    for total in report.other_totals:
        yield total, "score", "自评总分", True
    if report.identity.fiscal_year:
        yield report.identity.fiscal_year, "date", "评价年度", True
    for declared in report.declared_counts:
        yield declared.count, "declared-count", f"{declared.scope or ''}{declared.what}", True
    for row in report.budget:
        yield from _budget(row)
    for line in report.indicators:
        yield from _indicator(line)
    for adjustment in report.adjustments:
        for cited, role in ((adjustment.points, "score"), (adjustment.max_score, "points"), (adjustment.year, "date")):
            if cited:
                yield cited, role, "加减分", True


def _budget(row: BudgetRow) -> Iterator[tuple[Cited[Any], str, str, bool]]:
    label = row.label.value if row.label else ""
    for field, role, name in _BUDGET_FIELDS:
        cited = getattr(row, field)
        if cited:
            yield cited, role, f"{label}{name}", True


def _indicator(line: Indicator) -> Iterator[tuple[Cited[Any], str, str, bool]]:
    name = line.name.value
    for field, role, what in _INDICATOR_FIELDS:
        cited = getattr(line, field)
        if cited:
            yield cited, role, name if role in {"target", "actual"} else f"{name}{what}", True
    for period in line.periods:
        for cited, role in ((period.target, "target"), (period.actual, "actual")):
            if cited:
                yield cited, role, f"{name}（{period.label}）", True
    for reason in line.deduction_reasons:
        if reason.points:
            yield reason.points, "deduction", f"{name}扣分", True
    for field, role in _INDICATOR_TEXTS:
        cited = getattr(line, field)
        if cited:
            yield cited, role, name, False
