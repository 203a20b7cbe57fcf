"""Dossiers built by hand for comparisons: an entity, its lines, its money, each value with a cell behind it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tests.builders import document, table
from toolkit.model.case import Case, Dossier
from toolkit.model.citation import Cited, cite_cell
from toolkit.model.figure import FigureLedger
from toolkit.model.finding import Finding, Severity
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import BudgetRow, DeductionReason, Identity, Indicator, PerformanceReport
from toolkit.model.scoresheet import Coverage, LineScore, ScoreSheet, Total
from toolkit.model.standard import Standard, StandardChoice

STANDARD = Standard(id="made", title="自编标准", authority="临江市财政局", total=Decimal(100), status="derived")


def cite(quote: str, value: Any = None) -> Any:
    """A citation of a cell that holds just the quote."""
    block = table([[quote]])
    return Cited(
        value=quote if value is None else value, quote=quote, where=cite_cell(block, block.cells[0]), method="made"
    )


def points(text: str) -> Any:
    """A cited score."""
    return cite(text, Decimal(text))


def money(text: str) -> Any:
    """A cited amount in 万元."""
    value = Decimal(text) * 10000
    decimals = len(text.partition(".")[2])
    return cite(text, NumberQuantity(low=value, high=value, unit="元", printed_unit="万元", decimals=decimals))


def percent(text: str) -> Any:
    """A cited rate."""
    value = Decimal(text) / 100
    decimals = len(text.partition(".")[2])
    return cite(f"{text}%", NumberQuantity(low=value, high=value, unit="1", printed_unit="%", decimals=decimals))


def reason(text: str, category: str | None, lost: str | None = None) -> DeductionReason:
    """A reason of one category."""
    return DeductionReason(
        text=cite(text), points=points(lost) if lost else None, categories=(category,) if category else ()
    )


def line(
    number: int,
    name: str,
    most: str,
    score: str,
    *,
    level2: str = "数量指标",
    criterion: str | None = None,
    **more: Any,
) -> Indicator:
    """A scored leaf."""
    return Indicator(
        id=f"i{number}",
        order=number,
        level=3,
        name=cite(name),
        level2=level2,
        max_score=points(most),
        claimed_score=points(score),
        criterion=cite(criterion) if criterion else None,
        **more,
    )


def finding(severity: Severity) -> Finding:
    """Some finding."""
    return Finding(code="SCO101", name="总分不符", severity=severity, basis="printed", message="…")


def dossier(
    entity: str | None,
    *lines: Indicator,
    year: int | None = 2022,
    total: str | None = None,
    recomputed: tuple[str, str] | None = None,
    covered: str = "100",
    listed: str = "100",
    money_row: BudgetRow | None = None,
    project: str | None = None,
    findings: Sequence[Finding] = (),
    annexes: tuple[Dossier, ...] = (),
) -> Dossier:
    """A dossier whose sheet repeats its lines; `recomputed` as low, high; of the points of the standard (100) those
    `listed` stand on lines, and `covered` were recomputed."""
    report = PerformanceReport(
        identity=Identity(
            entity=cite(entity) if entity else None,
            fiscal_year=cite(str(year), year) if year else None,
            project_name=cite(project) if project else None,
        ),
        claimed_total=points(total) if total else None,
        indicators=lines,
        budget=(money_row,) if money_row else (),
    )
    sheet = ScoreSheet(
        lines=tuple(
            LineScore(
                subject=leaf.id,
                name=leaf.name.value,
                max_score=leaf.max_score.value if leaf.max_score else None,
                claimed=leaf.claimed_score.value if leaf.claimed_score else None,
            )
            for leaf in lines
        ),
        total=Total(
            claimed=Decimal(total) if total else None,
            recomputed_given_claims=Bounds(low=Decimal(recomputed[0]), high=Decimal(recomputed[1]))
            if recomputed
            else None,
        ),
        coverage=Coverage(
            lines=len(lines),
            points=Decimal(listed),
            recomputed=1 if recomputed and Decimal(covered) else 0,
            recomputed_points=Decimal(covered),
        ),
    )
    choice = StandardChoice(id="made", title="自编标准", chosen_by="测试")
    case = Case(document(table([["得分"]])), report, sheet, FigureLedger(), STANDARD, choice)
    return Dossier(case, tuple(findings), annexes)
