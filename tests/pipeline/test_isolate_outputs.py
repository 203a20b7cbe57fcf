"""Every output is the same, byte for byte, whether files are read in children or in this process."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN, WRONG_TOTAL
from tests.conftest import ROOT
from toolkit.cli.app import main

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs cheap processes")
SAMPLES = ROOT / "corpora" / "samples"
OUTPUTS = {
    "audit": ("json", "jsonl", "csv", "md", "xlsx", "table"),
    "extract": ("json", "jsonl", "csv", "md", "xlsx", "table"),
    "compare": ("json", "md", "xlsx", "table"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three texts, a PDF, a file with annexes, and one that cannot be read."""
    made = tmp_path_factory.mktemp("报告")
    (made / "好.md").write_text(CLEAN, "utf-8")
    (made / "错.md").write_text(WRONG_TOTAL, "utf-8")
    (made / "空.md").write_bytes(b"")
    for pattern in ("*with-projects*.txt", "*.pdf"):
        sample = sorted(SAMPLES.glob(pattern))[0]
        (made / sample.name).write_bytes(sample.read_bytes())
    return made


def _run(words: list[str], target: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, bytes, str]:
    status = main([*words, "-o", str(target)])
    return status, target.read_bytes(), capsys.readouterr().err


@pytest.mark.parametrize(("command", "format_"), [(c, f) for c, formats in OUTPUTS.items() for f in formats])
def test_output_is_the_same_with_and_without_isolation(
    command: str,
    format_: str,
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("JIXIAO_ISOLATION", "fork")
    words = [command, str(folder), "--format", format_]
    apart = _run(words, tmp_path / "apart", capsys)
    here = _run([*words, "--no-isolation"], tmp_path / "here", capsys)
    assert apart == here
    assert apart[1]


@pytest.mark.parametrize("command", ["audit", "extract"])
def test_fresh_interpreter_gives_the_same_as_well(
    command: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIXIAO_ISOLATION", "spawn")
    words = [command, str(folder / "错.md"), "--json"]
    assert _run(words, tmp_path / "apart", capsys) == _run([*words, "--no-isolation"], tmp_path / "here", capsys)


def test_quote_is_the_same(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_ISOLATION", "fork")
    outs = []
    for more in ([], ["--no-isolation"]):
        assert main(["quote", str(folder / "好.md"), "t1[1,0]", *more]) == 0
        outs.append(capsys.readouterr().out)
    assert outs == ["年度资金总额\n"] * 2


@pytest.mark.parametrize(
    "words",
    [["--time-limit", "0"], ["--time-limit", "x"], ["--memory-limit", "1KB"], ["--memory-limit", "-1"]],
)
def test_impossible_limit_is_a_usage_error(words: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(folder / "好.md"), *words]) == 2
    assert "USAGE-" in capsys.readouterr().err


def test_limit_that_is_met_refuses_the_file_and_goes_on(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIXIAO_ISOLATION", "fork")
    (folder.parent / "长.txt").write_text("预算执行率97.7%，" * 2_000_000, "utf-8")
    words = ["audit", str(folder.parent / "长.txt"), str(folder / "好.md"), "--format", "jsonl", "--time-limit", "1"]
    assert main(words) == 3
    first, second = capsys.readouterr().out.splitlines()
    assert '"READ-TIMEOUT"' in first
    assert second.startswith('{"schema": "jixiao/audit/1"')
