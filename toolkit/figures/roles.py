"""Report → index of the roles its own citations give to spans of the document."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Any

from toolkit.measure.grammar import with_unit
from toolkit.model.citation import Cited
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import BudgetRow, Indicator, PerformanceReport
from toolkit.patterns import regex

_ONE_NUMBER = regex(r"\d[\d,，.．]*")
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
    ("told_score", "score", "自评得分"),
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


class _Spans:
    """Roles of one paragraph or cell in the order of their starts."""

    def __init__(self, roles: Iterable[Role]) -> None:
        self.roles = tuple(sorted(roles, key=lambda role: role.start))
        self._reach = tuple(accumulate((role.end for role in self.roles), max))

    def over(self, start: int, end: int) -> Role | None:
        """The first role that overlaps [start, end): the first that reaches beyond its start, if it begins in time."""
        first = bisect_right(self._reach, start)
        return self.roles[first] if first < len(self.roles) and self.roles[first].start < end else None


class RoleIndex:
    """Roles by place; `year` is the evaluated year."""

    def __init__(self, report: PerformanceReport) -> None:
        year = report.identity.fiscal_year
        self.year: int | None = year.value if year else None
        found: dict[Place, list[Role]] = defaultdict(list)
        for cited, role, name, numeric in _citations(report):
            for place, one in self._roles(cited, role, name, numeric):
                found[place].append(one)
        self._numbers = {place: _Spans(role for role in roles if role.numeric) for place, roles in found.items()}
        self._texts = {place: _Spans(role for role in roles if not role.numeric) for place, roles in found.items()}

    def at(self, block: str, cell: tuple[int, int] | None, start: int, end: int) -> Role | None:
        """The role of a span: that of a cited number before that of a cited text."""
        for known in (self._numbers, self._texts):
            spans = known.get((block, cell))
            role = None if spans is None else spans.over(start, end)
            if role is not None:
                return role
        return None

    def numeric(self, block: str, cell: tuple[int, int] | None) -> tuple[Role, ...]:
        """Roles of cited numbers in a paragraph or cell."""
        spans = self._numbers.get((block, cell))
        return () if spans is None else spans.roles

    def _roles(self, cited: Cited[Any], role: str, name: str, numeric: bool) -> Iterator[tuple[Place, Role]]:
        number = _as_number(cited) if numeric else None
        year = self.year if role in {"budget", "actual", "target", "rate"} else None
        for segment in cited.where.segments:
            yield (segment.block, segment.cell), Role(*segment.chars, role, name, numeric, number, year)


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


def _in_unit_of_target(line: Indicator) -> Cited[Any] | None:
    """The actual; a bare one counts in the unit of its target."""
    actual, target = line.actual, line.target
    if actual is None or target is None:
        return actual
    bare, model = actual.value, target.value
    if not isinstance(bare, NumberQuantity) or not isinstance(model, NumberQuantity) or bare.unit is not None:
        return actual
    if model.unit is None or bare.low is None or bare.high is None:
        return actual
    return actual.model_copy(update={"value": with_unit(bare, model.printed_unit) or bare})


def _indicator(line: Indicator) -> Iterator[tuple[Cited[Any], str, str, bool]]:
    name = line.name.value
    for field, role, what in _INDICATOR_FIELDS:
        cited = _in_unit_of_target(line) if field == "actual" else getattr(line, field)
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
