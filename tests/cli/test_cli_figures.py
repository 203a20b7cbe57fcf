"""trace tells where a figure stands and what it hangs on; audit --ledger writes all figures and relations."""

import json
from pathlib import Path
from typing import Any

import pytest

from toolkit.readers import read

Run = Any


def test_trace_tells_what_a_figure_is_made_of(run: Run, reports: Path) -> None:
    found = run("trace", reports / "好.md", "98.3")
    assert found.status == 0
    assert "由来：" in found.out and "= 98.3分" in found.out and "相符" in found.out


def test_trace_tells_what_hangs_on_a_figure_and_how_far_it_is_checked(run: Run, reports: Path) -> None:
    [line] = [json.loads(line) for line in run("trace", reports / "好.md", "196万元", "--json").out.splitlines()]
    assert (line["figure"]["quote"], line["figure"]["state"]) == ("196.00", "checked")
    assert [(one["type"], one["result"]) for one in line["used_in"]] == [("ratio", "98.00%")]
    assert line["figure"]["checked_to"] is not None


def test_trace_takes_the_ids_of_the_ledger(run: Run, reports: Path) -> None:
    [line] = [json.loads(line) for line in run("trace", reports / "好.md", "f2", "--json").out.splitlines()]
    assert line["figure"]["id"] == "f2"


def test_trace_of_a_number_that_is_not_there_says_so(run: Run, reports: Path) -> None:
    found = run("trace", reports / "好.md", "97.3")
    assert found.status == 2
    assert "97.3" in found.err


def test_ledger_as_lines_holds_every_figure_and_relation(run: Run, reports: Path, tmp_path: Path) -> None:
    target = tmp_path / "账.jsonl"
    audited = json.loads(run("audit", reports / "好.md", "--json", "--ledger", target).out)
    lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    figures = [line for line in lines if line["schema"] == "jixiao/figure/1"]
    relations = [line for line in lines if line["schema"] == "jixiao/relation/1"]
    assert [line["id"] for line in figures] == [one["id"] for one in audited["ledger"]["figures"]]
    assert [line["result"] for line in relations] == [one["result"] for one in audited["ledger"]["relations"]]
    assert relations and {line["source"] for line in lines} == {"好.md"}


def test_ledger_as_workbook_has_a_sheet_of_figures_and_one_of_relations(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    target = tmp_path / "账.xlsx"
    run("audit", reports / "好.md", "--ledger", target)
    document = read(target.read_bytes(), target.name)
    cells = " ".join(cell.text for block in document.blocks if hasattr(block, "cells") for cell in block.cells)
    assert "已核对" in cells and "相符" in cells and "196.00" in cells


@pytest.mark.parametrize("name", ["账.txt", "账"])
def test_ledger_of_another_kind_is_refused_before_any_work(run: Run, reports: Path, tmp_path: Path, name: str) -> None:
    found = run("audit", reports / "好.md", "--ledger", tmp_path / name)
    assert found.status == 2
    assert ".xlsx" in found.err and ".jsonl" in found.err
    assert found.out == ""
