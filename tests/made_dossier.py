"""A small dossier built by hand: two lines, one adjustment, money, three findings, one report text full of traps."""

from decimal import Decimal

from tests.builders import document, paragraph, table
from toolkit.model.case import Case, Dossier
from toolkit.model.citation import Cited, cite_cell, cite_paragraph
from toolkit.model.document import Document, Table
from toolkit.model.figure import FigureLedger, LedgerSummary
from toolkit.model.finding import Finding, Severity
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import Adjustment, BudgetRow, DeductionReason, Identity, Indicator, PerformanceReport
from toolkit.model.result import Extraction
from toolkit.model.scoresheet import Coverage, LineScore, ScoreSheet, Total
from toolkit.model.standard import Grade, Method, Standard, StandardChoice

TRAP = "=HYPERLINK(1) [red]*粗*[/red] <b>"
ROWS = [
    ["指标", "目标值", "完成值", "分值", "得分"],
    ["培训人次", "≥1,200人次", "1,046", "10", "9.5"],
    [TRAP, "100%", "100%", "80", "78.50"],
    ["年度资金总额", "1,000万元", "987.5万元", "", ""],
    ["加分事项", "", "", "5", "2"],
]
HEAD = "临江市水务局2022年度部门整体支出绩效自评，总分96分，等级优"


def made_document() -> Document:
    """The document that all citations point at."""
    return document(paragraph(HEAD), table(ROWS))


def _cell(row: int, column: int, value: object) -> Cited:  # type: ignore[type-arg]
    owner = made_document().blocks[1]
    assert isinstance(owner, Table)
    cell = owner.covering(row, column)
    assert cell is not None
    return Cited(value=value, quote=cell.text, where=cite_cell(owner, cell), method="form:made")


def _head(quote: str, value: object) -> Cited:  # type: ignore[type-arg]
    owner = paragraph(HEAD)
    start = HEAD.index(quote)
    return Cited(value=value, quote=quote, where=cite_paragraph(owner, start, start + len(quote)), method="made")


def _eq(value: str, unit: str, printed: str, comparator: str = "eq") -> NumberQuantity:
    return NumberQuantity(
        low=Decimal(value),
        high=None if comparator == "ge" else Decimal(value),
        high_included=comparator != "ge",
        unit=unit,
        printed_unit=printed,
        comparator=comparator,  # type: ignore[arg-type]
    )


def made_report() -> PerformanceReport:
    """What a reader gets from the document."""
    reason = DeductionReason(text=_cell(1, 2, "报名不足"), categories=("D10",))
    return PerformanceReport(
        identity=Identity(
            entity=_head("临江市水务局", "临江市水务局"),
            fiscal_year=_head("2022", 2022),
            kind=_head("部门整体支出", "department"),
        ),
        claimed_total=_head("96", Decimal(96)),
        claimed_grade=_head("优", "优"),
        budget=(
            BudgetRow(
                id="b1",
                label=_cell(3, 0, "年度资金总额"),
                revised_budget=_cell(3, 1, _eq("10000000", "元", "万元")),
                actual_expenditure=_cell(3, 2, _eq("9875000", "元", "万元")),
            ),
        ),
        indicators=(
            Indicator(
                id="i1",
                order=1,
                level=3,
                name=_cell(1, 0, "培训人次"),
                max_score=_cell(1, 3, Decimal(10)),
                claimed_score=_cell(1, 4, Decimal("9.5")),
                target=_cell(1, 1, _eq("1200", "人次", "人次", "ge")),
                actual=_cell(1, 2, _eq("1046", "人次", "人次")),
                deduction_reasons=(reason,),
            ),
            Indicator(
                id="i2",
                order=2,
                level=3,
                name=_cell(2, 0, TRAP),
                max_score=_cell(2, 3, Decimal(80)),
                claimed_score=_cell(2, 4, Decimal("78.50")),
            ),
        ),
        adjustments=(Adjustment(text=_cell(4, 0, "加分事项"), points=_cell(4, 4, Decimal(2)), within_total=True),),
    )


STANDARD = Standard(
    id="made",
    title="自拟标准",
    authority="临江市财政局",
    total=Decimal(100),
    status="config",
    grades=(
        Grade(name="优", key="excellent", low=Decimal(90), high=Decimal(100)),
        Grade(name="良", key="good", low=Decimal(80), high=Decimal(90)),
    ),
    default_method=Method(name="ratio"),
)


def made_sheet() -> ScoreSheet:
    """Line 1 recomputed to 8.72, line 2 not."""
    exact = Bounds.exact(Decimal("8.72"))
    return ScoreSheet(
        lines=(
            LineScore(
                subject="i1",
                name="培训人次",
                max_score=Decimal(10),
                claimed=Decimal("9.5"),
                recomputed=exact,
                basis="national",
                method="ratio_up",
                steps=("1,046 ÷ 1,200 = 0.8717", "10 × 0.8717 = 8.72"),
                agrees=False,
            ),
            LineScore(subject="i2", name=TRAP, max_score=Decimal(80), claimed=Decimal("78.50"), why_not="qualitative"),
        ),
        total=Total(
            claimed=Decimal(96),
            from_lines=Bounds.exact(Decimal(90)),
            recomputed_given_claims=Bounds.exact(Decimal("89.22")),
            agrees=False,
        ),
        coverage=Coverage(
            lines=2,
            points=Decimal(90),
            with_score=2,
            recomputed=1,
            recomputed_points=Decimal(10),
            undecidable={"qualitative": 1},
        ),
    )


def made_findings() -> tuple[Finding, ...]:
    """One of each severity."""
    where = (_cell(1, 4, "").where,)
    return (
        Finding(
            code="SCO101",
            name="total-mismatch",
            severity=Severity.ERROR,
            basis="printed",
            message="各项 88.00 + 加减分 2.00 = 90.00，报告 96.00，多 6.00",
            expected="90",
            observed="96",
            where=where,
            fingerprint="f1",
        ),
        Finding(
            code="SCO109",
            name="score-differs-from-rule",
            severity=Severity.WARNING,
            basis="national",
            message="目标 ≥1,200人次，完成 1,046；10 分按比例为 8.72",
            subject="i1",
            advice="建议核减 0.78 分",
            ask="评分标准中对该指标的容许幅度",
            where=where,
            fingerprint="f2",
        ),
        Finding(
            code="IND302",
            name="actual-missing",
            severity=Severity.NOTICE,
            basis="printed",
            message=f"“{TRAP}”没有完成值",
            subject="i2",
            fingerprint="f3",
        ),
    )


def made_dossier() -> Dossier:
    """The whole."""
    ledger = FigureLedger(summary=LedgerSummary(figures=9, checked=6, single=2, excluded=1))
    choice = StandardChoice(id="made", title="自拟标准", chosen_by="调用者指定")
    case = Case(made_document(), made_report(), made_sheet(), ledger, STANDARD, choice)
    return Dossier(case, made_findings())


def made_extraction() -> Extraction:
    """Document and report only."""
    return Extraction(made_document(), made_report())
