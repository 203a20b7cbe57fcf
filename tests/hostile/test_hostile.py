"""Whatever the bytes: exactly one outcome, within the limits, and the next file is read as if nothing had happened."""

import json
import os
import tempfile
from pathlib import Path

import pytest

from tests.cli.conftest import CLEAN
from tests.hostile.makers import FILES
from toolkit.cli.app import main

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs cheap processes")
LIMITS = ("--time-limit", "4", "--memory-limit", "512MB")


@pytest.fixture(scope="module")
def clean_line(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the clean report comes to in this process, alone."""
    folder = tmp_path_factory.mktemp("clean")
    (folder / "好.md").write_text(CLEAN, "utf-8")
    out = folder / "out.jsonl"
    assert main(["audit", str(folder / "好.md"), "--no-isolation", "-o", str(out)]) == 0
    return out.read_text("utf-8")


@pytest.mark.parametrize("name", FILES)
def test_hostile_file_has_exactly_one_outcome(
    name: str, tmp_path: Path, clean_line: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIXIAO_ISOLATION", "fork")
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    hostile, clean = tmp_path / name, tmp_path / "好.md"
    content = FILES[name]()
    hostile.write_bytes(content)
    clean.write_text(CLEAN, "utf-8")

    status = main(["audit", str(hostile), str(clean), "--format", "jsonl", *LIMITS])

    out, err = capfd.readouterr()
    *outcomes, last = out.splitlines(keepends=True)
    assert last == clean_line
    members = 2 if name == "bomb-quine-like.zip" else 1  # a ZIP stands for what is in it
    assert len(outcomes) == members
    for outcome in outcomes:
        _check(json.loads(outcome), status, err)
    assert "Traceback" not in err
    assert hostile.read_bytes() == content
    assert list((tmp_path / "tmp").iterdir()) == []


def _check(found: dict[str, object], status: int, err: str) -> None:
    """A result, a partial result with notes, or a refusal with a code that is no fault of ours."""
    if found["schema"] == "jixiao/refusal/1":
        error = found["error"]
        assert isinstance(error, dict)
        assert error["code"].startswith(("READ-", "REPORT-"))
        assert error["hint"]
        assert status == 3
        assert f"错误 {error['code']}：" in err
    else:
        assert found["schema"] == "jixiao/audit/1"
        report = found["report"]
        assert isinstance(report, dict)
        assert report["status"] == "ok" or report["notes"]
        assert status in {0, 1}
