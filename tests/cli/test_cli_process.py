"""The program as a process: what it loads, what it does with narrow encodings and closed pipes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ["pydantic", "rich", "pdfplumber", "pypdfium2", "spacy", "jieba", "sklearn", "numpy", "pandas", "xlsxwriter"]
_PROBE = f"""
import sys
from toolkit.cli.app import main
status = main(sys.argv[1:])
sys.stderr.write(" ".join(name for name in {HEAVY!r} if name in sys.modules))
raise SystemExit(status)
"""


def _run(root: Path, *words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "toolkit", *map(str, words)]
    return subprocess.run(command, cwd=root, env={**os.environ, **environment}, capture_output=True, check=False)


def test_help_loads_nothing_heavy(root: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _PROBE, "--help"], cwd=root, capture_output=True, check=True)
    assert done.stderr == b""


def test_import_of_the_package_loads_nothing_heavy(root: Path) -> None:
    program = f"import sys, toolkit; toolkit.__version__; print([n for n in {HEAVY!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


def test_extract_loads_no_nlp_and_no_numbers(root: Path, reports: Path) -> None:
    words = ["extract", str(reports / "好.md"), "--json"]
    done = subprocess.run([sys.executable, "-c", _PROBE, *words], cwd=root, capture_output=True, check=True)
    assert not {"spacy", "jieba", "sklearn", "numpy", "xlsxwriter"} & set(done.stderr.decode().split())


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1"])
def test_narrow_encodings_fall_back_glyph_by_glyph(root: Path, reports: Path, encoding: str) -> None:
    done = _run(root, "extract", reports / "好.md", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    shown = done.stdout.decode(encoding)
    assert (">=1200" in shown) == (encoding != "gbk")


def test_json_is_utf8_whatever_the_console(root: Path, reports: Path) -> None:
    narrow = _run(root, "extract", reports / "好.md", "--json", PYTHONIOENCODING="ascii")
    assert narrow.stdout == _run(root, "extract", reports / "好.md", "--json").stdout
    assert "临江市水务局" in narrow.stdout.decode("utf-8")


def test_errors_survive_a_narrow_console(root: Path) -> None:
    done = _run(root, "extract", "没有.pdf", PYTHONIOENCODING="ascii")
    assert done.returncode == 3
    assert b"READ-MISSING" in done.stderr


ODD = """# 江衡市水务局2022年度部门整体支出绩效自评报告

自评得分\u00a096分。

| 三级指标 | 分值 | 年度指标值 | 实际完成值 | 得分 |
|---|---|---|---|---|
| 河道\u3014一期\u3015整治长度 | 50 | ≥12\u00a0公里 | 12.5公里 | 50 |
| 水质达标率 | 50 | ≥95% | 92% | 46 |
"""
CONSOLES = ({"PYTHONIOENCODING": "gbk"}, {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}, {"LC_ALL": "C.UTF-8"})


def test_files_are_the_same_bytes_whatever_the_console(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "来件"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/" + "水务局\u3014一\u3015.md".encode("gbk"))).write_text(ODD, "utf-8")
    seen = set()
    for number, console in enumerate(CONSOLES):
        for suffix in ("json", "csv", "md"):
            out = tmp_path / f"{number}.{suffix}"
            done = _run(root, "extract", folder, "-o", out, **console)
            assert done.returncode == 0, done.stderr
            assert b"Traceback" not in done.stderr
            seen.add((suffix, out.read_bytes()))
        shown = _run(root, "extract", folder, **console)
        assert shown.returncode == 0, shown.stderr
        assert shown.stdout
    assert len(seen) == 3
    assert "河道\u3014一期\u3015整治长度" in dict(seen)["json"].decode("utf-8")


def test_closed_pipe_is_no_fault(root: Path) -> None:
    command = [sys.executable, "-m", "toolkit", "schema", "audit"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait() == 0


def test_piped_output_has_no_colour_and_no_time(root: Path, reports: Path) -> None:
    out = _run(root, reports / "错.md").stdout.decode("utf-8")
    assert "\x1b" not in out
    assert "秒" not in out
