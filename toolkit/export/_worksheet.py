"""Dossiers → 重算 and 概况: our scores beside the claimed ones, with formulas that stay live."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from toolkit.audit.fragility import fragility
from toolkit.export._findings import cases, method, outcome
from toolkit.export._overview import coverage, fragility_words, grade_of, recomputed_total
from toolkit.export._records import cell
from toolkit.export._sheets import Formula, Look, Row, Sheet, Value
from toolkit.export._words import KINDS
from toolkit.model.case import Case, Dossier
from toolkit.model.citation import CitedQuantity
from toolkit.model.finding import Severity
from toolkit.model.number import Bounds
from toolkit.model.quantity import NumberQuantity
from toolkit.model.record import Adjustment
from toolkit.model.scoresheet import LineScore

_OWNER = ("文件", "单位")
_SCORES = (
    "编号", "指标", "分值", "自评得分", "重算下限", "重算上限", "差额", "结果", "依据和方法",
    "计算过程", "复核得分", "复核意见",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of 重算 stand; owners of the lines only where there are several reports."""

    headings: tuple[str, ...]

    def letter(self, heading: str) -> str:
        """A to Z."""
        return _letter(self.headings.index(heading))

    def row(self, case: Case, cells: dict[str, Value], look: Look = "plain") -> Row:
        """A row with these cells under their headings, blanks under the others."""
        own = {"文件": case.document.source.name, "单位": cell(case.report.identity.entity)}
        return Row(tuple({**own, **cells}.get(heading) for heading in self.headings), look)


def score_sheet(dossiers: Sequence[Dossier]) -> tuple[Sheet, tuple[Formula, ...]]:
    """重算, and for each report and annex in order the formula that refers to the sum of its lines."""
    parts = [part for dossier in dossiers for part in cases(dossier)]
    columns = _Columns(_SCORES if len(parts) == 1 else _OWNER + _SCORES)
    rows: list[Row] = []
    sums: list[Formula] = []
    for part in parts:
        first = len(rows) + 2
        own = [_line(columns, part.case, line, first + offset) for offset, line in enumerate(part.case.sheet.lines)]
        own += [_adjustment(columns, part.case, item) for item in part.case.report.adjustments]
        claimed = _sum(own, columns, "自评得分")
        sums.append(Formula(f"=重算!{columns.letter('自评得分')}{first + len(own)}", claimed))
        rows += [*own, *_sums(columns, part.case, own, first)]
    filtered = len(parts[0].case.sheet.lines) if len(parts) == 1 else None
    frozen = columns.headings.index("分值")
    review = frozenset({"复核得分", "复核意见"})
    return Sheet("重算", columns.headings, tuple(rows), review, frozen=frozen, filtered=filtered), tuple(sums)


def _line(columns: _Columns, case: Case, line: LineScore, row: int) -> Row:
    claimed, low, high = (f"{columns.letter(heading)}{row}" for heading in ("自评得分", "重算下限", "重算上限"))
    beyond = f"IF({claimed}<{low},{claimed}-{low},IF({claimed}>{high},{claimed}-{high},0))"
    gap = Formula(f'=IF(OR({claimed}="",{low}=""),"",{beyond})', _gap(line.claimed, line.recomputed))
    return columns.row(
        case,
        {
            "编号": line.subject,
            "指标": line.name,
            "分值": line.max_score,
            "自评得分": line.claimed,
            "重算下限": line.recomputed.low if line.recomputed else None,
            "重算上限": line.recomputed.high if line.recomputed else None,
            "差额": gap,
            "结果": outcome(line),
            "依据和方法": method(line),
            "计算过程": "；".join(line.steps),
        },
    )


def _gap(claimed: Decimal | None, recomputed: Bounds | None) -> Decimal | str:
    if claimed is None or recomputed is None:
        return ""
    return claimed - min(max(claimed, recomputed.low), recomputed.high)


def _adjustment(columns: _Columns, case: Case, item: Adjustment) -> Row:
    counted = item.points is not None and item.within_total is not False
    return columns.row(
        case,
        {
            "编号": "加减分",
            "指标": item.text.value,
            "分值": item.max_score.value if item.max_score else None,
            "自评得分": item.points.value if item.points and counted else None,
        },
    )


def _sums(columns: _Columns, case: Case, rows: Sequence[Row], first: int) -> list[Row]:
    """逐项合计, 报告自评总分, their difference and 按标准重算, below the `rows` of a part that begin in row `first`."""
    claimed, given = case.sheet.total.claimed, recomputed_total(case)
    total = f"{columns.letter('自评得分')}{first + len(rows) + 1}"
    added = f"{columns.letter('自评得分')}{first + len(rows)}"
    difference = None if claimed is None else claimed - _sum(rows, columns, "自评得分")

    def summed(heading: str) -> Value:
        letter, value = columns.letter(heading), _sum(rows, columns, heading)
        return Formula(f"=SUM({letter}{first}:{letter}{first + len(rows) - 1})", value) if rows else value

    lines: tuple[dict[str, Value], ...] = (
        {"指标": "逐项合计", "分值": summed("分值"), "自评得分": summed("自评得分")},
        {"指标": "报告自评总分", "自评得分": claimed},
        {"指标": "总分减逐项合计", "自评得分": Formula(f'=IF({total}="","",{total}-{added})', difference)},
        {
            "指标": "按标准重算（不能重算的行取自评）",
            "重算下限": given.low if given else None,
            "重算上限": given.high if given else None,
        },
    )
    return [columns.row(case, cells, "total") for cells in lines]


def _sum(rows: Sequence[Row], columns: _Columns, heading: str) -> Decimal:
    cells = (row.cells[columns.headings.index(heading)] for row in rows)
    return sum((value for value in cells if isinstance(value, Decimal)), Decimal(0))


OVERVIEW_LABELS = (
    "文件", "单位", "年度", "类型", "项目", "评分标准", "选用依据", "自评总分", "逐项合计", "差额",
    "重算下限", "重算上限", "自评等级", "重算等级", "预算数（元）", "执行数（元）", "执行率", "报告所印执行率",
    "可重算程度", "数据矛盾", "待核实", "提示", "等级可变",
)  # fmt: skip


def overview_sheet(dossiers: Sequence[Dossier], sums: Sequence[Formula]) -> Sheet:
    """概况: one row a report; for a single report its labels stand below each other, so that it prints on one page."""
    parts = [part for dossier in dossiers for part in cases(dossier)]
    single = len(parts) == 1
    rows = [
        _overview(part, claimed, None if single else row)
        for row, (part, claimed) in enumerate(zip(parts, sums, strict=True), 2)
    ]
    if single:
        pairs = tuple(Row((label, value)) for label, value in zip(OVERVIEW_LABELS, rows[0], strict=True))
        return Sheet("概况", ("事项", "内容"), pairs, percent=frozenset({"执行率"}), filtered=0)
    return Sheet("概况", OVERVIEW_LABELS, tuple(map(Row, rows)), percent=frozenset({"执行率"}), frozen=2)


def _overview(part: Dossier, claimed_sum: Formula, row: int | None) -> tuple[Value, ...]:
    """Values in the order of the labels, in `row` of the sheet; None where they stand below each other in column B."""
    case = part.case
    identity, total, whole = case.report.identity, case.sheet.total, case.report.whole_budget
    recomputed = recomputed_total(case)
    base = _amount(whole.revised_budget or whole.original_budget) if whole else None
    spent = _amount(whole.actual_expenditure) if whole else None

    def at(label: str) -> str:
        index = OVERVIEW_LABELS.index(label)
        return f"B{index + 2}" if row is None else f"{_letter(index)}{row}"

    claimed, lines, budget, expenditure = map(at, ("自评总分", "逐项合计", "预算数（元）", "执行数（元）"))
    added = claimed_sum.value if isinstance(claimed_sum.value, Decimal) else Decimal(0)
    difference = None if total.claimed is None else total.claimed - added
    rate = spent / base if base and spent is not None else None
    kind = KINDS.get(identity.kind.value, identity.kind.value) if identity.kind else None
    counts = [sum(finding.severity is level for finding in part.findings) for level in Severity]
    return (
        *(case.document.source.name, cell(identity.entity), cell(identity.fiscal_year), kind),
        *(cell(identity.project_name), case.choice.title, case.choice.chosen_by, total.claimed, claimed_sum),
        Formula(f'=IF({claimed}="","",{claimed}-{lines})', difference),
        *((recomputed.low, recomputed.high) if recomputed else (None, None)),
        *(cell(case.report.claimed_grade), grade_of(recomputed, case.standard), base, spent),
        Formula(f'=IF(OR(N({budget})=0,{expenditure}=""),"",{expenditure}/{budget})', rate),
        cell(whole.execution_rate) if whole else None,
        *(coverage(case), *counts, fragility_words(fragility(part)) or "疑点全部成立，等级也不变或不能判断"),
    )


def _letter(index: int) -> str:
    return chr(ord("A") + index)


def _amount(cited: CitedQuantity | None) -> Decimal | None:
    quantity = cited.value if cited else None
    return quantity.low if isinstance(quantity, NumberQuantity) and quantity.low == quantity.high else None
