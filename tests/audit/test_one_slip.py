"""One figure of the real report changed at a time: the smallest wrong step raises its code alone, a lesser one nothing.

Steps follow the catalogue's "what counts as wrong": scores may be off by half the finest unit a line printed at it,
measured amounts by half their last digits, counts and points not at all.
"""

from decimal import Decimal
from pathlib import Path

import pytest

from toolkit.extract import extract
from toolkit.model.citation import Where
from toolkit.model.finding import Finding, Severity
from toolkit.model.record import PerformanceReport
from toolkit.pipeline.analyze import analyze
from toolkit.readers import read

NAME = "000_98a5634400e74046.txt"
LEAVES = range(13)
FULL_PRECISION = {"14.98", "1.65", "13.55"}


@pytest.fixture(scope="module")
def text(shared: Path) -> str:
    return (shared / "reports" / NAME).read_text("utf-8")


@pytest.fixture(scope="module")
def report(text: str) -> PerformanceReport:
    return extract(read(text.encode(), NAME))


def _errors(text: str) -> list[Finding]:
    return [one for one in analyze(text.encode(), NAME).findings if one.severity is Severity.ERROR]


def _changed(text: str, where: Where, new: str) -> str:
    """The text with the figure at one place printed as `new`."""
    (segment,) = where.segments
    assert segment.line and segment.column and segment.end_column
    lines = text.split("\n")
    line = lines[segment.line - 1]
    lines[segment.line - 1] = line[: segment.column - 1] + new + line[segment.end_column - 1 :]
    return "\n".join(lines)


def _raises(text: str, code: str) -> None:
    errors = _errors(text)
    assert [one.code for one in errors] == [code], [one.message for one in errors]


def _with_separators(value: Decimal, decimals: int) -> str:
    return f"{value:,.{decimals}f}"


def test_the_report_itself_has_no_error(text: str) -> None:
    assert _errors(text) == []


@pytest.mark.parametrize("leaf", LEAVES)
def test_score(text: str, report: PerformanceReport, leaf: int) -> None:
    claimed = report.scored_leaves[leaf].claimed_score
    assert claimed is not None
    step = Decimal("0.02") if claimed.quote in FULL_PRECISION else Decimal("0.03")
    _raises(_changed(text, claimed.where, str(claimed.value - step)), "SCO101")
    less = step - Decimal("0.01")
    assert _errors(_changed(text, claimed.where, f"{claimed.value - less:.2f}")) == []


@pytest.mark.parametrize("leaf", LEAVES)
def test_score_above_its_points(text: str, report: PerformanceReport, leaf: int) -> None:
    line = report.scored_leaves[leaf]
    assert line.claimed_score is not None and line.max_score is not None
    _raises(_changed(text, line.claimed_score.where, str(line.max_score.value + Decimal("0.01"))), "SCO105")


def test_total(text: str, report: PerformanceReport) -> None:
    assert report.claimed_total is not None
    for wrong in ("93.80", "93.76"):
        _raises(_changed(text, report.claimed_total.where, wrong), "SCO101")
    for close in ("93.79", "93.77"):
        assert _errors(_changed(text, report.claimed_total.where, close)) == []


def test_bonus(text: str, report: PerformanceReport) -> None:
    (bonus,) = report.adjustments
    assert bonus.points is not None and bonus.max_score is not None
    _raises(_changed(text, bonus.points.where, "2.53"), "SCO101")
    assert _errors(_changed(text, bonus.points.where, "2.51")) == []


def test_bonus_slot(text: str, report: PerformanceReport) -> None:
    (bonus,) = report.adjustments
    assert bonus.max_score is not None
    _raises(_changed(text, bonus.max_score.where, "6"), "SCO103")


@pytest.mark.parametrize("leaf", LEAVES)
def test_points(text: str, report: PerformanceReport, leaf: int) -> None:
    points = report.scored_leaves[leaf].max_score
    assert points is not None
    _raises(_changed(text, points.where, str(points.value + 1)), "SCO104")


@pytest.mark.parametrize("group", ["管理效能", "履职效能"])
@pytest.mark.parametrize("step", [1, -1])
def test_points_of_a_group(text: str, report: PerformanceReport, group: str, step: int) -> None:
    line = next(line for line in report.indicators if line.name.value == group)
    assert line.max_score is not None
    _raises(_changed(text, line.max_score.where, str(line.max_score.value + step)), "SCO104")


BUDGET_STEPS = {
    ("部门整体支出", "revised_budget"): ("0.07", 2),
    ("部门整体支出", "actual_expenditure"): ("0.02", 2),
    ("市本级支出", "revised_budget"): ("0.52", 2),
    ("转移支付区", "revised_budget"): ("1", 0),
    ("基本支出", "revised_budget"): ("0.07", 2),
    ("项目支出", "revised_budget"): ("0.1", 1),
    ("市本级支出", "actual_expenditure"): ("0.02", 2),
    ("转移支付区", "actual_expenditure"): ("0.02", 2),
    ("基本支出", "actual_expenditure"): ("0.02", 2),
    ("项目支出", "actual_expenditure"): ("0.02", 2),
}


@pytest.mark.parametrize(("label", "field"), BUDGET_STEPS)
@pytest.mark.parametrize("sign", [1, -1])
def test_budget_amount(text: str, report: PerformanceReport, label: str, field: str, sign: int) -> None:
    row = next(row for row in report.budget if row.label is not None and row.label.value == label)
    cited = getattr(row, field)
    step, decimals = BUDGET_STEPS[label, field]
    printed = Decimal(cited.quote.replace(",", "").replace("万元", "").strip())
    unit = Decimal(1).scaleb(-decimals)
    wrong = f"{_with_separators(printed + sign * Decimal(step), decimals)} 万元"
    close = f"{_with_separators(printed + sign * (Decimal(step) - unit), decimals)} 万元"
    _raises(_changed(text, cited.where, wrong), "BUD201")
    assert _errors(_changed(text, cited.where, close)) == []


@pytest.mark.parametrize("wrong", ["99.97%", "99.99%"])
def test_execution_rate(text: str, report: PerformanceReport, wrong: str) -> None:
    whole = report.whole_budget
    assert whole is not None and whole.execution_rate is not None
    _raises(_changed(text, whole.execution_rate.where, wrong), "BUD202")


@pytest.mark.parametrize(("scope", "wrong"), [("管理效能", 5), ("管理效能", 7), ("履职效能", 6), ("履职效能", 8)])
def test_declared_count_of_listed_lines(text: str, report: PerformanceReport, scope: str, wrong: int) -> None:
    count = next(one for one in report.declared_counts if one.scope == scope and one.what == "二级指标")
    _raises(_changed(text, count.count.where, str(wrong)), "CON512")


@pytest.mark.parametrize("scope", ["管理效能", "履职效能"])
def test_declared_count_of_lines_not_listed_is_no_error(text: str, report: PerformanceReport, scope: str) -> None:
    count = next(one for one in report.declared_counts if one.scope == scope and one.what == "三级指标")
    assert _errors(_changed(text, count.count.where, str(count.count.value + 1))) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("预算管理单位共3个", "预算管理单位共4个", "CON506"),
        ("预算管理单位共3个", "预算管理单位共2个", "CON506"),
        ("行政单位1个", "行政单位2个", "CON501"),
        ("事业单位2个", "事业单位3个", "CON501"),
    ],
)
def test_count_of_units(text: str, old: str, new: str, code: str) -> None:
    assert text.count(old) == 1
    _raises(text.replace(old, new), code)
