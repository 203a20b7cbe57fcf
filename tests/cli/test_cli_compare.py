"""compare: the ranking on a page, in JSON, in a workbook; what could not be read is told and left out."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from toolkit.text import cells_wide

Run = Any


def test_reports_stand_side_by_side(run: Run, reports: Path) -> None:
    found = run("compare", reports / "好.md", reports / "错.md")
    assert found.status == 0
    assert "2022年度 · 2 份报告" in found.out
    assert "99.30" in found.out


def test_unreadable_reports_are_told_and_left_out(run: Run, reports: Path) -> None:
    found = run("compare", reports, "--json")
    assert found.status == 3
    assert "READ-EMPTY" in found.err
    comparison = json.loads(found.out)
    assert comparison["schema"] == "jixiao/comparison/1"
    assert [entity["source"] for entity in comparison["entities"]] == ["好.md", "错.md"]


def test_nothing_to_compare_is_an_error(run: Run, reports: Path) -> None:
    found = run("compare", reports / "空.md")
    assert (found.status, found.out) == (3, "")
    assert "COMPARE-NOTHING" in found.err


def test_comparison_follows_its_schema(run: Run, reports: Path) -> None:
    from tests.pipeline.test_pipeline_schemas import problems
    from toolkit.pipeline.schemas import schema

    rules = schema("comparison")
    assert problems(json.loads(run("compare", reports, "--json").out), rules, rules) == []


def test_workbook_and_markdown_hold_the_three_tables(run: Run, reports: Path) -> None:
    run("compare", reports, "-o", reports.parent / "对比.xlsx")
    book = openpyxl.load_workbook(reports.parent / "对比.xlsx")
    assert book.sheetnames == ["横向对比", "同类指标", "横向疑点"]
    out = run("compare", reports, "--format", "md").out
    assert all(f"## {name}" in out for name in book.sheetnames)


@pytest.mark.parametrize("width", [80, 100, 200])
def test_every_page_fits_the_width(run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for words in (("compare",), ("audit", "--all"), ("extract",)):
        out = run(*words, reports).out
        assert max(cells_wide(line) for line in out.splitlines()) <= width
