"""measure, score, rules, standards, schema, doctor, and what happens when the command line is wrong."""

import io
import json
import sys
from typing import Any

import pytest

from toolkit.cli import app as doors
from toolkit.readers import is_compiled

Run = Any


def _stdin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8")), "utf-8"))


def test_measure_prints_a_line_for_every_quantity(run: Run) -> None:
    found = [json.loads(line) for line in run("measure", "培训1,046人次", "无", "不低于95%").out.splitlines()]
    assert [(item["text_index"], item["quote"], item["low"]) for item in found] == [
        (0, "1,046人次", "1046"),
        (2, "不低于95%", "0.95"),
    ]


def test_measure_reads_lines_and_counts_blank_ones(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _stdin(monkeypatch, "\ufeff3个\r\n\r\n5处\n")
    found = [json.loads(line) for line in run("measure", "-").out.splitlines()]
    assert [(item["text_index"], item["start"], item["quote"]) for item in found] == [(0, 0, "3个"), (2, 0, "5处")]


def test_score_recomputes_a_line(run: Run) -> None:
    found = json.loads(run("score", "--points", "10", "--target", "≥1200人次", "--actual", "1046人次").out)
    assert found["recomputed"] == {"low": "8.7167", "high": "8.7167"}
    assert found["why_not"] is None


def test_score_answers_every_line_also_the_bad_ones(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _stdin(monkeypatch, '{"points": "5", "target": "≥95%", "actual": "96%"}\n不是\n{"points": 5.5, "target": "良好"}\n')
    found = run("score", "-")
    lines = [json.loads(line) for line in found.out.splitlines()]
    assert [line["index"] for line in lines] == [0, 1, 2]
    assert lines[0]["recomputed"] == {"low": "5", "high": "5"}
    assert lines[1]["error"]["code"] == "INPUT-JSON"
    assert found.status == 2


@pytest.mark.parametrize("points", ["x", "-1", "NaN", "1e9"])
def test_points_that_are_none_are_a_usage_error(run: Run, points: str) -> None:
    assert run("score", f"--points={points}").status == 2


def test_rules_are_listed_and_explained(run: Run) -> None:
    listed = json.loads(run("rules", "list", "--json").out)
    assert "SCO101" in [rule["code"] for rule in listed]
    assert "何时不报" in run("rules", "explain", "sco101").out
    assert run("rules", "explain", "NIX999").status == 2


def test_standards_are_listed_shown_and_checked(run: Run, tmp_path: Any) -> None:
    listed = json.loads(run("standards", "list", "--json").out)
    assert listed
    assert listed[0]["title"] in run("standards", "show", listed[0]["id"]).out.replace("\n", "")
    (tmp_path / "坏.toml").write_text("id = 1\n", "utf-8")
    assert run("standards", "check", tmp_path / "坏.toml").status == 2
    assert run("standards", "show", "没有").status == 2


def test_doctor_names_versions_and_parts(run: Run) -> None:
    found = json.loads(run("doctor", "--json").out)
    assert found["isolation"]["time_limit"] == 60
    assert {"version", "python", "rules", "parts"} <= found.keys()
    told = {part["package"]: part["version"] is not None for part in found["parts"]}
    assert told["pypdfium2"] and told["C 编译部件"] == is_compiled()
    assert run("doctor").status == 0


def test_listings_fit_80_columns(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from toolkit.text import cells_wide

    monkeypatch.setenv("COLUMNS", "80")
    for words in (("rules", "list"), ("standards", "list"), ("doctor",), ("--help",), ("audit", "--help")):
        assert max(cells_wide(line) for line in run(*words).out.splitlines()) <= 80


@pytest.mark.parametrize(
    "words",
    [
        ("extract",),
        ("extract", "a.md", "--frmat", "x"),
        ("extract", "a.md", "--format", "docx"),
        ("extract", "a.md", "--pages", "8-3"),
        ("extract", "a.md", "--pages", "x"),
        ("extract", "a.md", "--year", "22"),
        ("extract", "a.md", "--year", "x"),
        ("extract", "a.md", "--kind", "x"),
        ("extract", "a.md", "--pdf-backend", "x"),
        ("audit", "a.md", "--fail-on", "x"),
        ("audit", "a.md", "--standard", "没有"),
        ("extract", "a.md", "-o", "没有这个文件夹/a.json"),
        ("score",),
        ("score", "x"),
        ("schema", "x"),
        ("rules", "lst"),
        ("schemo",),
    ],
)
def test_wrong_command_lines_are_named_in_chinese(run: Run, words: tuple[str, ...]) -> None:
    found = run(*words)
    assert (found.status, found.out) == (2, "")
    assert found.err.startswith("错误 ")
    assert any("\u4e00" <= char <= "\u9fff" for char in found.err.partition("：")[2])


def test_no_words_show_the_help(run: Run) -> None:
    found = run()
    assert found.status == 0
    assert "命令：" in found.out


def test_fault_of_ours_is_one_line_and_status_4(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("toolkit.measure.grammar.spot", broken)
    found = run("measure", "3个")
    assert found.status == 4
    assert found.err.startswith("错误 FAULT-INTERNAL")
    assert "Traceback" not in found.err
    assert "Traceback" in run("--debug", "measure", "3个").err


def test_fault_in_one_file_does_not_lose_the_others(run: Run, reports: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from toolkit.pipeline import extraction

    whole = extraction.read_bytes

    def broken(data: bytes, name: str, request: Any) -> Any:
        if name == "好.md":
            raise RuntimeError
        return whole(data, name, request)

    monkeypatch.setattr(extraction, "read_bytes", broken)
    found = run("extract", reports / "好.md", reports / "错.md", "--format", "jsonl")
    assert [json.loads(line)["schema"] for line in found.out.splitlines()] == ["jixiao/refusal/1", "jixiao/report/1"]
    assert found.status == 4


def test_interruption_is_one_line_and_status_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("toolkit.measure.grammar.spot", interrupted)
    found = run("measure", "3个")
    assert (found.status, found.err) == (130, "已中断。\n")


def test_every_command_has_its_help(run: Run) -> None:
    for command in doors.app.registered_commands:
        found = run(command.name, "--help")
        assert found.status == 0
        assert "选项：" in found.out
