"""The real report beside the project: all that a careful reader gets from it, and nothing else, from text and PDF."""

import json
from pathlib import Path
from typing import Any

import pytest

from toolkit.extract import extract
from toolkit.model.record import Indicator, PerformanceReport
from toolkit.readers import read
from toolkit.text import key

RENDERINGS = ("000_98a5634400e74046.txt", "gxj-2021.pdf", "gxj-2021-office.pdf")


@pytest.fixture(scope="module")
def truth(shared: Path) -> Any:
    return json.loads((shared / "reports" / "000_98a5634400e74046.truth.json").read_text("utf-8"))


@pytest.fixture(scope="module", params=RENDERINGS)
def report(request: pytest.FixtureRequest, shared: Path) -> PerformanceReport:
    return extract(read((shared / "reports" / request.param).read_bytes(), request.param))


def test_identity_and_total(report: PerformanceReport, truth: Any) -> None:
    identity = report.identity
    assert identity.entity is not None and identity.entity.value == truth["entity"]
    assert identity.fiscal_year is not None and identity.fiscal_year.value == truth["fiscal_year"]
    assert identity.kind is not None and identity.kind.value == truth["kind"]
    assert report.claimed_total is not None and str(report.claimed_total.value) == truth["claimed_total"]
    assert report.claimed_grade is None
    assert report.other_totals == ()


def test_scored_indicators_are_all_there_and_no_other(report: PerformanceReport, truth: Any) -> None:
    lines = {key(line.name.value): line for line in report.indicators if line.level < 3}
    assert list(lines) == [key(wanted["name"]) for wanted in truth["indicators"]]
    for wanted in truth["indicators"]:
        line = lines[key(wanted["name"])]
        assert line.level == wanted["level"]
        assert line.level1 == wanted.get("parent")
        assert (line.max_score and line.max_score.quote) == wanted["max"]
        assert (line.claimed_score and line.claimed_score.quote) == wanted["score"]
        reasons = "".join(reason.text.quote for reason in line.deduction_reasons)
        assert all(key(part) in key(reasons) for part in wanted.get("reason_contains", []))
        assert bool(line.deduction_reasons) == bool(wanted.get("reason_contains", []))


def test_key_indicators_have_target_and_actual(report: PerformanceReport, truth: Any) -> None:
    lines = [line for line in report.indicators if line.level == 3]
    assert [key(line.name.value) for line in lines] == [key(wanted["name"]) for wanted in truth["targets"]]
    for line, wanted in zip(lines, truth["targets"], strict=True):
        assert line.max_score is None and line.claimed_score is None
        _fits(line, "target", wanted)
        _fits(line, "actual", wanted)


def _fits(line: Indicator, role: str, wanted: Any) -> None:
    cited = getattr(line, role)
    assert cited is not None
    if role in wanted:
        assert key(cited.quote) == key(wanted[role])
    else:
        assert key(wanted[f"{role}_contains"]) in key(cited.quote)


def test_the_bonus_is_the_only_adjustment(report: PerformanceReport, truth: Any) -> None:
    (bonus,) = report.adjustments
    (wanted,) = truth["adjustments"]
    assert bonus.points is not None and bonus.points.quote == wanted["points"]
    assert bonus.max_score is not None and bonus.max_score.quote == wanted["max"]
    assert key(wanted["text_contains"]) in key(bonus.text.quote)
    assert bonus.year is not None and bonus.year.value == 2020


def test_budget_with_both_partitions(report: PerformanceReport, truth: Any) -> None:
    whole, *parts = report.budget
    wanted = truth["budget"]
    assert (
        whole.revised_budget is not None and whole.actual_expenditure is not None and whole.execution_rate is not None
    )
    assert _wan(whole, "revised_budget") == wanted["budget_total_wan"]
    assert _wan(whole, "actual_expenditure") == wanted["executed_total_wan"]
    assert whole.execution_rate.quote == wanted["execution_rate"]
    partitions = dict.fromkeys(part.partition for part in parts)
    assert len(partitions) == 2
    for field, splits in (("revised_budget", "budget_splits_wan"), ("actual_expenditure", "executed_splits_wan")):
        found = [[_wan(part, field) for part in parts if part.partition == name] for name in partitions]
        assert found == wanted[splits]


def _wan(row: Any, field: str) -> str:
    return str(getattr(row, field).quote.replace(",", "").replace("万元", "").strip())


def test_counts_that_the_report_declares(report: PerformanceReport) -> None:
    found = [(one.scope, one.what, one.count.value) for one in report.declared_counts]
    assert found == [
        ("管理效能", "二级指标", 6),
        ("管理效能", "三级指标", 21),
        ("履职效能", "二级指标", 7),
        ("履职效能", "三级指标", 42),
    ]


def test_nothing_is_left_over_and_no_annex_invented(report: PerformanceReport) -> None:
    assert report.residue == ()
    assert report.annexes == ()


def test_reasons_join_over_the_page_break(report: PerformanceReport) -> None:
    line = next(line for line in report.indicators if line.name.value == "资产管理")
    assert any("部分闲置资产未及时处置" in reason.text.quote for reason in line.deduction_reasons)
