"""What the code may not know and may not touch; and that every test named in SECURITY.md is there."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

WORKSHOPS = ("corpus", "train", "review")
BANNED = {
    *("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "xmlrpc", "requests", "httpx", "aiohttp"),
    *("pickle", "shelve", "marshal", "dbm", "joblib", "dill", "multiprocessing"),
}
_WATCHED = """
import os, sys
from pathlib import Path
from toolkit.pipeline.attempt import attempt
from toolkit.pipeline.request import Request
data = Path(sys.argv[1]).read_bytes()
known = [os.path.realpath(place) for place in (sys.prefix, sys.base_prefix, sys.argv[2])]
found = []
def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "pty.")):
        found.append(event)
    elif event == "open" and isinstance(arguments[0], str):
        place, mode, flags = os.path.realpath(arguments[0]), arguments[1] or "", arguments[2]
        writes = any(letter in mode for letter in "wax+") or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes or not place.startswith((*known, "/proc/", "/sys/", "/usr/lib", "/lib", "/etc/ld.so")):
            found.append(f"open {place} {mode}")
    elif event in {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.chmod", "os.link", "os.symlink"}:
        found.append(event)
sys.addaudithook(watch)
attempt("audit", data, "a", Request())
print("\\n".join(found))
"""


def test_code_knows_no_network_and_no_pickle() -> None:
    found = []
    for path in sorted((ROOT / "toolkit").rglob("*.py")):
        if path.relative_to(ROOT / "toolkit").parts[0] in WORKSHOPS:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            found += [(path.name, name) for name in names if {name, name.split(".")[0]} & BANNED]
    assert found == []


@pytest.mark.skipif(sys.platform != "linux", reason="knows where Linux keeps its libraries")
@pytest.mark.parametrize("pattern", ["*.pdf", "*.txt", "*.md"])
def test_reading_touches_nothing_but_the_program_itself(pattern: str) -> None:
    sample = sorted((ROOT / "corpora" / "samples").glob(pattern))[0]
    command = [sys.executable, "-B", "-c", _WATCHED, str(sample), str(ROOT)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_every_test_named_on_the_page_is_there() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "SECURITY.md").read_text("utf-8"))
    assert len(named) > 15
    assert [
        f"{path}::{name}" for path, name in named if f"def {name}(" not in Path(ROOT, path).read_text("utf-8")
    ] == []
