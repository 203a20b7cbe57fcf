"""Dossiers → 重算 and 概况: our scores beside the claimed ones, with formulas that stay live."""

from collections.abc import Sequence
from decimal import Decimal

from toolkit.export._findings import cases, method, outcome
from toolkit.export._overview import coverage, grade_of, recomputed_total
from toolkit.export._records import Plain, cell
from toolkit.export._sheets import Formula, Row, Sheet, Value
from toolkit.export._words import KINDS
from toolkit.model.case import Case, Dossier
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.scoresheet import LineScore

SCORE_HEADINGS = (
    "文件", "单位", "编号", "指标", "分值", "自评得分", "重算下限", "重算上限", "差额", "结果", "依据和方法",
    "计算过程", "复核得分", "复核意见",
)  # fmt: skip
_POINTS, _CLAIMED, _LOW, _HIGH, _REVIEWED = "E", "F", "G", "H", "M"


def score_sheet(dossiers: Sequence[Dossier]) -> tuple[Sheet, dict[int, int]]:
    """重算, and for each part in order the sheet row (from 1) that adds its lines."""
    rows: list[Row] = []
    totals: dict[int, int] = {}
    parts = [part for dossier in dossiers for part in cases(dossier)]
    for index, part in enumerate(parts):
        first = len(rows) + 2
        own = [_line(part.case, line, first + offset) for offset, line in enumerate(part.case.sheet.lines)]
        own += [_adjustment(part.case, order) for order in range(len(part.case.report.adjustments))]
        totals[index] = first + len(own)
        rows += [*own, *_sums(part.case, own, first)]
    single = len(parts) == 1
    filtered = totals[0] - 2 if single else None
    review = frozenset({"复核得分", "复核意见"})
    return Sheet("重算", SCORE_HEADINGS, tuple(rows), review, frozen=4, filtered=filtered), totals


def _owner(case: Case) -> tuple[Plain, Plain]:
    return case.document.source.name, cell(case.report.identity.entity)


def _line(case: Case, line: LineScore, row: int) -> Row:
    low, high = (line.recomputed.low, line.recomputed.high) if line.recomputed else (None, None)
    steps = "；".join(line.steps)
    return Row(
        (
            *(*_owner(case), line.subject, line.name, line.max_score, line.claimed, low, high),
            Formula(_gap_formula(row), _gap(line.claimed, line.recomputed)),
            *(outcome(line), method(line), steps, None, None),
        )
    )


def _gap_formula(row: int) -> str:
    claimed, low, high = f"{_CLAIMED}{row}", f"{_LOW}{row}", f"{_HIGH}{row}"
    beyond = f"IF({claimed}<{low},{claimed}-{low},IF({claimed}>{high},{claimed}-{high},0))"
    return f'=IF(OR({claimed}="",{low}=""),"",{beyond})'


def _gap(claimed: Decimal | None, recomputed: Bounds | None) -> Decimal | str:
    if claimed is None or recomputed is None:
        return ""
    return claimed - min(max(claimed, recomputed.low), recomputed.high)


def _adjustment(case: Case, order: int) -> Row:
    item = case.report.adjustments[order]
    claimed = item.points.value if item.points and item.within_total is not False else None
    ceiling = item.max_score.value if item.max_score else None
    return Row((*_owner(case), "加减分", item.text.value, ceiling, claimed, *[None] * 8))


def _sums(case: Case, rows: Sequence[Row], first: int) -> list[Row]:
    """逐项合计, 报告自评总分, their difference and 按标准重算, below the `rows` of a part that begin in row `first`."""
    total = case.sheet.total
    last, sum_row = first + len(rows) - 1, first + len(rows)
    difference = None if total.claimed is None else total.claimed - _sum(rows, _CLAIMED)
    given = total.recomputed_given_claims
    low, high = (given.low, given.high) if given else (None, None)

    def summed(column: str) -> Value:
        return Formula(f"=SUM({column}{first}:{column}{last})", _sum(rows, column)) if rows else Decimal(0)

    def total_row(label: str, *values: Value) -> Row:
        cells = (*_owner(case), None, label, *values)
        return Row((*cells, *[None] * (len(SCORE_HEADINGS) - len(cells))), look="total")

    claimed = f"{_CLAIMED}{sum_row + 1}"
    gap = Formula(f'=IF({claimed}="","",{claimed}-{_CLAIMED}{sum_row})', difference)
    return [
        total_row("逐项合计", summed(_POINTS), summed(_CLAIMED)),
        total_row("报告自评总分", None, total.claimed),
        total_row("总分减逐项合计", None, gap),
        total_row("按标准重算（不能重算的行取自评）", None, None, low, high),
    ]


def _sum(rows: Sequence[Row], column: str) -> Decimal:
    cells = (row.cells[ord(column) - ord("A")] for row in rows)
    return sum((value for value in cells if isinstance(value, Decimal)), Decimal(0))


OVERVIEW_LABELS = (
    "文件", "单位", "年度", "类型", "项目", "评分标准", "选用依据", "自评总分", "逐项合计", "差额",
    "重算下限", "重算上限", "自评等级", "重算等级", "预算数（元）", "执行数（元）", "执行率", "报告所印执行率",
    "可重算程度", "数据矛盾", "待核实", "提示",
)  # fmt: skip
_COLUMN = {label: index for index, label in enumerate(OVERVIEW_LABELS)}


def overview_sheet(dossiers: Sequence[Dossier], scores: Sheet, totals: dict[int, int]) -> Sheet:
    """概况: one row a report; for a single report its labels stand below each other, so that it prints on one page."""
    parts = [part for dossier in dossiers for part in cases(dossier)]
    single = len(parts) == 1
    sums = [_cached(scores, totals[index]) for index in range(len(parts))]
    rows = [_overview(part, totals[index], sums[index], index + 2, single) for index, part in enumerate(parts)]
    if single:
        pairs = tuple(Row((label, value)) for label, value in zip(OVERVIEW_LABELS, rows[0], strict=True))
        return Sheet("概况", ("事项", "内容"), pairs, percent=frozenset({"执行率"}), filtered=0)
    return Sheet("概况", OVERVIEW_LABELS, tuple(Row(row) for row in rows), percent=frozenset({"执行率"}), frozen=2)


def _cached(scores: Sheet, row: int) -> Decimal:
    value = scores.rows[row - 2].cells[ord(_CLAIMED) - ord("A")]
    found = value.value if isinstance(value, Formula) else value
    return found if isinstance(found, Decimal) else Decimal(0)


def _overview(part: Dossier, total_row: int, claimed_sum: Decimal, row: int, single: bool) -> tuple[Value, ...]:
    case = part.case
    identity, total, whole = case.report.identity, case.sheet.total, case.report.whole_budget
    recomputed = recomputed_total(case)
    base = _amount(whole.revised_budget or whole.original_budget) if whole else None
    spent = _amount(whole.actual_expenditure) if whole else None

    def at(label: str) -> str:
        index = _COLUMN[label]
        return f"B{index + 2}" if single else f"{_letter(index)}{row}"

    difference = None if total.claimed is None else total.claimed - claimed_sum
    rate = spent / base if base and spent is not None else None
    kind = KINDS.get(identity.kind.value, identity.kind.value) if identity.kind else None
    counts = [sum(finding.severity is level for finding in part.findings) for level in Severity]
    return (
        *(*_owner(case), cell(identity.fiscal_year), kind, cell(identity.project_name)),
        *(case.choice.title, case.choice.chosen_by, total.claimed),
        Formula(f"=重算!{_CLAIMED}{total_row}", claimed_sum),
        Formula(f'=IF({at("自评总分")}="","",{at("自评总分")}-{at("逐项合计")})', difference),
        *((recomputed.low, recomputed.high) if recomputed else (None, None)),
        *(cell(case.report.claimed_grade), grade_of(recomputed, case.standard), base, spent),
        Formula(f'=IF(N({at("预算数（元）")})=0,"",{at("执行数（元）")}/{at("预算数（元）")})', rate),
        cell(whole.execution_rate) if whole else None,
        *(coverage(case), *counts),
    )


def _letter(index: int) -> str:
    return chr(ord("A") + index)


def _amount(cited: object) -> Decimal | None:
    quantity = getattr(cited, "value", None)
    exact = isinstance(quantity, NumberQuantity) and quantity.low == quantity.high
    return quantity.low if exact and isinstance(quantity, NumberQuantity) else None
