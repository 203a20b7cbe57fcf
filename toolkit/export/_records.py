"""Reports → rows of plain cells, one row an indicator, headed by the Chinese descriptions of the fields."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TypeAlias

from toolkit.audit.place import place
from toolkit.export._exporter import Item
from toolkit.export._words import CATEGORIES, DIRECTIONS
from toolkit.model.citation import Cited
from toolkit.model.document import Document
from toolkit.model.number import plain
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import BudgetRow, Indicator, PerformanceReport
from toolkit.model.result import Extraction

Plain: TypeAlias = Decimal | int | str | None

_INDICATOR = (
    "id", "level", "level1", "level2", "level3", "name", "max_score", "weight", "claimed_score", "deduction",
    "target", "actual", "attainment_rate", "nature", "direction", "definition", "criterion", "evidence",
    "deduction_reasons", "corrective_action",
)  # fmt: skip
_BUDGET = (
    "id", "parent", "partition", "label", "source_of_funds", "original_budget", "revised_budget",
    "actual_expenditure", "execution_rate", "max_score", "claimed_score",
)  # fmt: skip
_MEASURED = ("target", "actual")
SUBJECT = ("文件", "单位", "年度", "项目")


def heading(kind: type[Indicator] | type[BudgetRow], field: str) -> str:
    """The Chinese name of a field."""
    return kind.model_fields[field].description or field


def indicator_headings(*, numbers: bool = True) -> tuple[str, ...]:
    """Headings of `indicator_row`; with `numbers` targets and actuals also in base units."""
    names = []
    for field in _INDICATOR:
        name = heading(Indicator, field)
        measured = numbers and field in _MEASURED
        names += [name, f"{name}下限", f"{name}上限", f"{name}单位"] if measured else [name]
    return (*SUBJECT, *names, "原因类别", "出处")


def indicator_row(
    document: Document, report: PerformanceReport, line: Indicator, *, numbers: bool = True
) -> tuple[Plain, ...]:
    """One indicator in the order of `indicator_headings`."""
    cells: list[Plain] = []
    for field in _INDICATOR:
        value = getattr(line, field)
        cells.append(cell(value))
        if numbers and field in _MEASURED:
            cells += _numbers(value)
    codes = dict.fromkeys(code for reason in line.deduction_reasons for code in reason.categories)
    categories = "；".join(f"{code} {CATEGORIES.get(code, '')}".strip() for code in codes)
    return (*subject(document, report), *cells, categories or None, place(document, line.name.where))


def budget_headings() -> tuple[str, ...]:
    """Headings of `budget_row`."""
    return (*SUBJECT, *(heading(BudgetRow, field) for field in _BUDGET), "出处")


def budget_row(document: Document, report: PerformanceReport, row: BudgetRow) -> tuple[Plain, ...]:
    """One line of money in the order of `budget_headings`, amounts as printed."""
    cells = tuple(cell(getattr(row, field)) for field in _BUDGET)
    cited = next((value for field in _BUDGET if isinstance(value := getattr(row, field), Cited)), None)
    return (*subject(document, report), *cells, place(document, cited.where if cited else None))


def subject(document: Document, report: PerformanceReport) -> tuple[Plain, ...]:
    """Whose report a row belongs to: file, entity, year, project."""
    identity = report.identity
    return (
        document.source.name,
        *(cell(value) for value in (identity.entity, identity.fiscal_year, identity.project_name)),
    )


def cell(value: Any) -> Plain:
    """A field as one cell: numbers as themselves, quantities as printed (with a unit that stands elsewhere)."""
    if isinstance(value, tuple):
        return "；".join(reason.text.value for reason in value) or None
    if isinstance(value, Cited):
        if isinstance(value.value, Decimal | int | str):
            return value.value
        return value.quote + (value.unit_quote or "")
    if isinstance(value, str):
        return DIRECTIONS.get(value, value)
    assert value is None or isinstance(value, int)  # noqa: S101
    return value


def _numbers(cited: Any) -> tuple[Plain, Plain, Plain]:
    if cited is None or not isinstance(cited.value, NumberQuantity):
        return None, None, None
    quantity = cited.value
    return quantity.low, quantity.high, quantity.unit


def text(value: Plain) -> str:
    """A cell as text: numbers in plain notation, nothing for what is not stated."""
    if value is None:
        return ""
    return plain(value) if isinstance(value, Decimal) else str(value)


def reports(item: Item) -> Iterator[tuple[Document, PerformanceReport]]:
    """The reports of an item with the document each stands in: the report itself, then its annexes."""
    if isinstance(item, Extraction):
        yield item.document, item.report
        yield from ((item.document, annex) for annex in item.report.annexes)
        return
    from toolkit.model.case import Dossier  # not loaded where nothing is audited

    if isinstance(item, Dossier):
        yield from ((part.case.document, part.case.report) for part in (item, *item.annexes))
