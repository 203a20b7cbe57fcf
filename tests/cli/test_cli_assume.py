"""whatif, audit --assume and standards new as typed."""

import json
from pathlib import Path
from typing import Any

Run = Any


def test_whatif_prints_only_what_changes(run: Run, reports: Path) -> None:
    found = run("whatif", str(reports / "好.md"), "--set", "培训人次.得分=15")
    assert "培训人次 自评得分" in found.out
    assert "SCO101" in found.out
    assert "参训人员满意度" not in found.out
    assert found.status == 0


def test_whatif_as_json_lists_changes_and_findings(run: Run, reports: Path) -> None:
    found = json.loads(run("whatif", str(reports / "好.md"), "--set", "培训人次.得分=15", "--json").out)
    assert found["schema"] == "jixiao/whatif/1"
    assert found["source"] == "好.md"
    assert {finding["code"] for finding in found["findings"]["new"]} >= {"SCO101"}


def test_whatif_without_a_change_says_so(run: Run, reports: Path) -> None:
    assert run("whatif", str(reports / "好.md"), "--set", "培训人次.得分=20").out == "没有变化。\n"
    assert run("whatif", str(reports / "好.md")).status == 2


def test_audit_takes_reviewed_values_from_a_table(run: Run, reports: Path, tmp_path: Path) -> None:
    table = tmp_path / "复核.csv"
    table.write_text("指标,完成值,备注\n培训人次,1046人次,见签到表\n", encoding="utf-8")
    found = json.loads(run("audit", str(reports / "好.md"), "--assume", str(table), "--json").out)
    assert "SCO111" in {finding["code"] for finding in found["findings"]}
    table.write_text("指标,完成值\n培训人数,1046人次\n", encoding="utf-8")
    refused = run("audit", str(reports / "好.md"), "--assume", str(table))
    assert refused.status == 2
    assert "第2行" in refused.err
    assert "培训人次" in refused.err


def test_standard_is_drafted_from_a_report_and_passes_the_check(run: Run, reports: Path, tmp_path: Path) -> None:
    path = tmp_path / "新.toml"
    assert run("standards", "new", str(reports / "好.md"), "-o", str(path)).status == 0
    assert "可以使用" in run("standards", "check", str(path)).out
    assert 'path = ["产出指标", "数量指标", "培训人次"]' in path.read_text(encoding="utf-8")
