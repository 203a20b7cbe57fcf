"""An extraction → what the report says: identity, money, the tree of indicators, reasons, what was left over."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from toolkit.cli.console import Screen
from toolkit.export import Item
from toolkit.export._overview import title
from toolkit.export._records import cell, reports, text
from toolkit.model.citation import Cited
from toolkit.model.document import Document
from toolkit.model.record import BudgetRow, Indicator, PerformanceReport

_MONEY = ("资金", "年初预算", "全年预算", "全年执行", "执行率", "分值", "自评")
_LINES = ("指标", "目标值", "完成值", "分值", "自评")
_NUMBERS = "分值 自评 年初预算 全年预算 全年执行 执行率"
_MOST_LINES = 4
_DEEPEST = 6


def show_extractions(items: Iterable[Item], screen: Screen) -> Iterator[str]:
    """Pages of the reports, annexes after their report."""
    first = True
    for item in items:
        for document, report in reports(item):
            if not first:
                yield "\n"
            first = False
            yield from (f"{line}\n" for line in _page(document, report, screen))


def _page(document: Document, report: PerformanceReport, screen: Screen) -> Iterator[str]:
    source = document.source
    pages = f"（{source.pages}页）" if source.pages else ""
    yield from screen.apart(title(report), f"{source.name}{pages}")
    total = _printed(report.claimed_total) or "未载明"
    yield from screen.text(f"自评总分 {total}  等级 {text(cell(report.claimed_grade)) or '未载明'}")
    if report.budget:
        yield ""
        yield from screen.table(_MONEY, [_budget(row) for row in report.budget], _NUMBERS)
    if report.indicators:
        yield ""
        rows = [_indicator(depth, line) for depth, line in _tree(report)]
        yield from screen.table(_LINES, rows, _NUMBERS, most_lines=_MOST_LINES)
    yield from _reasons(report, screen)
    yield from _adjustments(report, screen)
    if report.residue:
        yield ""
        yield from screen.text(f"另有 {len(report.residue)} 处像是数据而未能识别（--json 的 residue）。")


def _printed(cited: Cited[Any] | None) -> str:
    """A value as the report prints it (8.60, not 8.6); points that words take away with their sign."""
    if cited is not None and isinstance(cited.value, Decimal):
        return f"-{cited.quote}" if cited.value < 0 and not cited.quote.startswith("-") else cited.quote
    return text(cell(cited))


def _budget(row: BudgetRow) -> tuple[str, ...]:
    label = "  " * bool(row.parent) + text(cell(row.label))
    amounts = (row.original_budget, row.revised_budget, row.actual_expenditure, row.execution_rate)
    return (label, *(_printed(value) for value in (*amounts, row.max_score, row.claimed_score)))


def _tree(report: PerformanceReport, parent: str | None = None, depth: int = 0) -> Iterator[tuple[int, Indicator]]:
    """Lines under their groups, in the order of the report, with how deep they stand."""
    for line in report.children(parent):
        yield depth, line
        if depth < _DEEPEST:
            yield from _tree(report, line.id, depth + 1)


def _indicator(depth: int, line: Indicator) -> tuple[str, ...]:
    values = (line.target, line.actual, line.max_score, line.claimed_score)
    return ("  " * depth + line.name.value, *(_printed(value) for value in values))


def _reasons(report: PerformanceReport, screen: Screen) -> Iterator[str]:
    given = [(line, reason) for line in report.indicators for reason in line.deduction_reasons]
    if not given:
        return
    yield ""
    yield f"扣分原因 {len(given)}"
    for line, reason in given:
        points = f"（{_printed(reason.points)}分）" if reason.points else ""
        yield from screen.text(f"{line.name.value}：{reason.text.value}{points}", indent=2, hanging=4)


def _adjustments(report: PerformanceReport, screen: Screen) -> Iterator[str]:
    if not report.adjustments:
        return
    yield ""
    yield f"加减分 {len(report.adjustments)}"
    for item in report.adjustments:
        limit = _printed(item.max_score)
        points = _printed(item.points) or (f"上限{limit}" if limit else "分数未载明")
        yield from screen.text(f"{points}：{item.text.value}", indent=2, hanging=4)
