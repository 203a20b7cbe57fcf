"""extract, audit, compare, quote: results on stdout, the rest on stderr, exit status by the gravest thing."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Run = Any


def test_audit_of_a_clean_report_ends_well(run: Run, reports: Path) -> None:
    found = run("audit", reports / "好.md")
    assert (found.status, found.err) == (0, "")
    assert "临江市水务局 · 2022年度" in found.out
    assert "自评总分 98.30" in found.out


def test_wrong_total_is_a_finding_and_the_status_says_so(run: Run, reports: Path) -> None:
    found = run("audit", reports / "错.md")
    assert found.status == 1
    assert "数据矛盾 1" in found.out
    assert "SCO101" in found.out


def test_without_a_command_it_is_an_audit(run: Run, reports: Path) -> None:
    assert run(reports / "错.md").out == run("audit", reports / "错.md").out
    assert run("--json", reports / "错.md").status == 1


def test_fail_on_chooses_what_counts(run: Run, reports: Path) -> None:
    assert run("audit", reports / "错.md", "--fail-on", "never").status == 0
    assert run("audit", reports / "错.md", "--fail-on", "notice").status == 1


def test_ignored_rule_raises_nothing(run: Run, reports: Path) -> None:
    found = run("audit", reports / "错.md", "--ignore", "SCO,CON", "--json")
    assert not [item for item in json.loads(found.out)["findings"] if item["code"].startswith(("SCO", "CON"))]


def test_unknown_rule_is_a_usage_error(run: Run, reports: Path) -> None:
    found = run("audit", reports / "好.md", "--select", "NIX999")
    assert (found.status, found.out) == (2, "")
    assert "NIX999" in found.err


def test_one_file_is_an_object_several_are_an_array(run: Run, reports: Path) -> None:
    one = json.loads(run("extract", reports / "好.md", "--json").out)
    several = json.loads(run("extract", reports / "好.md", reports / "错.md", "--json").out)
    assert one["schema"] == "jixiao/report/1"
    assert [item["source"]["name"] for item in several] == ["好.md", "错.md"]


def test_unreadable_file_leaves_a_refusal_and_the_others_go_on(run: Run, reports: Path) -> None:
    found = run("audit", reports, "--format", "jsonl")
    lines = [json.loads(line) for line in found.out.splitlines()]
    assert [line["schema"].split("/")[1] for line in lines] == ["audit", "refusal", "audit"]
    assert lines[1]["source"] == "空.md"
    assert found.status == 3
    assert found.err.count("错误 READ-EMPTY") == 1


@pytest.mark.parametrize(
    ("content", "code"), [(None, "READ-MISSING"), (b"", "READ-EMPTY"), (b"\x00\xff\x13\x9c" * 400, "READ-")]
)
def test_what_cannot_be_read_is_refused_in_two_lines(
    run: Run, tmp_path: Path, content: bytes | None, code: str
) -> None:
    path = tmp_path / "某.bin"
    if content is not None:
        path.write_bytes(content)
    found = run("extract", path)
    assert (found.status, found.out) == (3, "")
    assert found.err.startswith(f"错误 {code}")
    assert len(found.err.splitlines()) == 2
    assert "Traceback" not in found.err


def test_same_input_gives_the_same_bytes(run: Run, reports: Path) -> None:
    for words in (("audit", "--json"), ("audit",), ("extract",)):
        assert run(*words, reports / "错.md").out == run(*words, reports / "错.md").out


def test_report_text_is_printed_literally(run: Run, reports: Path) -> None:
    assert "[red]*合格率*" in run("extract", reports / "好.md").out


def test_control_characters_never_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# 临江市\x1b[31m水务局\u202e2022年度部门整体支出绩效自评报告\n", "utf-8")
    out = run("extract", tmp_path / "a.md").out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_csv_of_extract_has_a_row_for_every_indicator(run: Run, reports: Path) -> None:
    out = run("extract", reports / "好.md", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert "节水器具覆盖率" in [row["指标名称"] for row in rows]


def test_format_follows_from_the_suffix_of_the_output(run: Run, reports: Path) -> None:
    found = run("audit", reports / "错.md", "-o", reports.parent / "底稿.xlsx")
    assert (found.status, found.out) == (1, "")
    assert "重算" in openpyxl.load_workbook(reports.parent / "底稿.xlsx").sheetnames


def test_table_can_be_kept_in_a_file(run: Run, reports: Path) -> None:
    run("audit", reports / "好.md", "-o", reports.parent / "审核.txt")
    assert "临江市水务局" in (reports.parent / "审核.txt").read_text("utf-8")


def test_output_onto_an_input_is_refused_and_nothing_changes(run: Run, reports: Path) -> None:
    before = (reports / "好.md").read_bytes()
    found = run("extract", reports / "好.md", "-o", reports / "好.md")
    assert found.status == 2
    assert "OUTPUT-IS-INPUT" in found.err
    assert (reports / "好.md").read_bytes() == before


def test_what_the_caller_knows_takes_the_place_of_the_report(run: Run, reports: Path) -> None:
    found = json.loads(run("extract", reports / "好.md", "--json", "--entity", "云江市商务局", "--year", "2019").out)
    assert found["identity"]["entity"]["value"] == "云江市商务局"
    assert found["identity"]["fiscal_year"]["value"] == 2019


def test_quote_prints_the_source_text_of_every_citation(run: Run, reports: Path) -> None:
    report = json.loads(run("extract", reports / "好.md", "--json").out)
    cited = [line["name"] for line in report["indicators"]] + [report["claimed_total"]]
    for value in cited:
        assert run("quote", reports / "好.md", json.dumps(value["where"])).out == value["quote"] + "\n"
    assert run("quote", reports / "好.md", json.dumps(cited[0])).out == cited[0]["quote"] + "\n"


def test_quote_takes_a_short_form(run: Run, reports: Path) -> None:
    assert run("quote", reports / "好.md", "t1[1,0]").out == "年度资金总额\n"
    assert run("quote", reports / "好.md", "t1[1,0]:2-4").out == "资金\n"


def test_quote_refuses_places_that_are_not_there(run: Run, reports: Path) -> None:
    assert run("quote", reports / "好.md", "t9[1,0]").status == 3
    assert run("quote", reports / "好.md", "{}").status == 2
    assert run("quote", reports / "好.md", "？").status == 2


def test_thresholds_are_read_from_a_file(run: Run, reports: Path) -> None:
    settings = reports.parent / "界限.toml"
    settings.write_text("low_execution = 0.99\n", "utf-8")
    codes = [
        item["code"]
        for item in json.loads(run("audit", reports / "好.md", "--json", "--settings", settings).out)["findings"]
    ]
    assert "BUD207" in codes


@pytest.mark.parametrize("text", ["unknown = 1\n", "low_execution = 'x'\n", "= =\n"])
def test_bad_settings_are_a_usage_error(run: Run, reports: Path, text: str) -> None:
    settings = reports.parent / "界限.toml"
    settings.write_text(text, "utf-8")
    found = run("audit", reports / "好.md", "--settings", settings)
    assert (found.status, found.out) == (2, "")
    assert "SETTINGS-" in found.err
