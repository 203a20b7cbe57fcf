"""Reports of scoring tests, built by hand: indicators with printed cells read by the real readers of quantities."""

from decimal import Decimal

from toolkit.measure.target import actual as read_actual
from toolkit.measure.target import target as read_target
from toolkit.model.citation import Cited, CitedNumber, CitedQuantity, CitedText, Segment, Where
from toolkit.model.quantity import Quantity
from toolkit.model.record import Adjustment, BudgetRow, Identity, Indicator, PerformanceReport

PLACE = Where(segments=(Segment(block="t1", cell=(0, 0), chars=(0, 1)),))


def text(value: str) -> CitedText:
    return Cited[str](value=value, quote=value, where=PLACE, method="made")


def number(value: str | None) -> CitedNumber | None:
    return None if value is None else CitedNumber(value=Decimal(value), quote=value, where=PLACE, method="made")


def target(printed: str | None) -> CitedQuantity | None:
    return _quantity(printed, None if printed is None else read_target(printed))


def actual(printed: str | None) -> CitedQuantity | None:
    return _quantity(printed, None if printed is None else read_actual(printed))


def _quantity(printed: str | None, value: Quantity | None) -> CitedQuantity | None:
    if printed is None or value is None:
        return None
    return Cited[Quantity](value=value, quote=printed, where=PLACE, method="made")


def line(
    id_: str,
    name: str,
    points: str | None = None,
    score: str | None = None,
    *,
    level: int = 3,
    parent: str | None = None,
    goal: str | None = None,
    done: str | None = None,
    criterion: str | None = None,
    weight: str | None = None,
    level1: str | None = None,
) -> Indicator:
    return Indicator(
        id=id_,
        parent=parent,
        order=int(id_[1:]),
        level=level,
        name=text(name),
        level1=level1,
        max_score=number(points),
        claimed_score=number(score),
        target=target(goal),
        actual=actual(done),
        criterion=None if criterion is None else text(criterion),
        weight=target(weight),
    )


def report(
    *lines: Indicator,
    kind: str | None = "project",
    total: str | None = None,
    budget: tuple[BudgetRow, ...] = (),
    adjustments: tuple[Adjustment, ...] = (),
    entity: str | None = None,
    year: int | None = None,
) -> PerformanceReport:
    identity = Identity(
        kind=None if kind is None else text(kind),
        entity=None if entity is None else text(entity),
        fiscal_year=None if year is None else Cited[int](value=year, quote=str(year), where=PLACE, method="made"),
    )
    return PerformanceReport(
        identity=identity,
        claimed_total=number(total),
        indicators=lines,
        budget=budget,
        adjustments=adjustments,
    )


def funds(
    id_: str = "b1",
    *,
    original: str | None = None,
    revised: str | None = None,
    spent: str | None = None,
    rate: str | None = None,
    points: str | None = "10",
    score: str | None = None,
    parent: str | None = None,
) -> BudgetRow:
    return BudgetRow(
        id=id_,
        label=text("年度资金总额"),
        parent=parent,
        original_budget=target(original),
        revised_budget=target(revised),
        actual_expenditure=actual(spent),
        execution_rate=actual(rate),
        max_score=number(points),
        claimed_score=number(score),
    )


def bonus(points: str, within: bool | None) -> Adjustment:
    return Adjustment(text=text("内部控制工作受通报表扬"), points=number(points), within_total=within)
