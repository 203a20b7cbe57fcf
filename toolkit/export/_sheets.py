"""Results → sheets as plain data: columns, rows of values and formulas; what a workbook writes down."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal, TypeAlias

from toolkit.export._exporter import Item
from toolkit.export._findings import CITATION_HEADINGS, FINDING_HEADINGS, citation_rows, finding_rows
from toolkit.export._records import Plain, budget_headings, budget_row, indicator_headings, indicator_row, reports
from toolkit.model.case import Dossier


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula and the value it has now, so that viewers which do not calculate show it too."""

    text: str
    value: Decimal | str | None


Value: TypeAlias = Plain | Formula
Look: TypeAlias = Literal["plain", "total", "review", "percent", "fact"]


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of one row; `look` of the whole row."""

    cells: tuple[Value, ...]
    look: Look = "plain"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: headings, rows, columns that the reviewer fills, columns left of which the view is frozen."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    review: frozenset[str] = frozenset()
    percent: frozenset[str] = frozenset()
    frozen: int = 0
    filtered: int | None = field(default=None)
    """Rows under the filter; None for all."""


def plain_rows(rows: Iterable[tuple[Plain, ...]]) -> tuple[Row, ...]:
    """Rows without formulas."""
    return tuple(Row(cells) for cells in rows)


def compact(sheet: Sheet, without: Collection[str]) -> Sheet:
    """The sheet without the columns named and without those in which nothing stands (of plain rows only)."""
    kept = [
        index
        for index, heading in enumerate(sheet.headings)
        if heading not in without and any(row.cells[index] not in {None, ""} for row in sheet.rows)
    ]
    headings = tuple(sheet.headings[index] for index in kept) or sheet.headings
    rows = tuple(Row(tuple(row.cells[index] for index in kept), row.look) for row in sheet.rows)
    return replace(sheet, headings=headings, rows=rows)


def record_sheets(items: Iterable[Item]) -> tuple[Sheet, ...]:
    """指标 and 预算: what the reports say."""
    found = [(document, report) for item in items for document, report in reports(item)]
    lines = plain_rows(
        indicator_row(document, report, line, numbers=False) for document, report in found for line in report.indicators
    )
    money = plain_rows(budget_row(document, report, row) for document, report in found for row in report.budget)
    return Sheet("指标", indicator_headings(numbers=False), lines), Sheet("预算", budget_headings(), money)


def citation_sheet(items: Iterable[Item]) -> Sheet:
    """出处: every value with the words it was read from and where they stand."""
    found = [(document, report) for item in items for document, report in reports(item)]
    rows = (row for document, report in found for row in citation_rows(document, report))
    return Sheet("出处", CITATION_HEADINGS, plain_rows(rows))


def finding_sheet(dossiers: Iterable[Dossier]) -> Sheet:
    """疑点: one row a finding."""
    return Sheet("疑点", FINDING_HEADINGS, plain_rows(row for dossier in dossiers for row in finding_rows(dossier)))
