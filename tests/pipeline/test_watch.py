"""How a child ended, told from what it sent and how it left; also where pipes cannot be polled."""

import subprocess
import sys

import pytest

from toolkit.pipeline.child import frame
from toolkit.pipeline.limits import Limits
from toolkit.pipeline.watch import Ending, collect_anywhere, family, resident

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def _start(program: str) -> "subprocess.Popen[bytes]":
    source = subprocess.PIPE if "input" in program else subprocess.DEVNULL
    return subprocess.Popen([sys.executable, "-S", "-c", program], stdout=subprocess.PIPE, stdin=source)


def test_answer_is_taken_where_pipes_cannot_be_polled() -> None:
    program = f"import os; os.write(1, {frame(b'{}')!r})"
    assert collect_anywhere(_start(program), Limits(20)) == Ending("answered", 0, b"{}")


def test_time_is_held_where_pipes_cannot_be_polled() -> None:
    process = _start("import time; time.sleep(60)")
    assert collect_anywhere(process, Limits(0.2)).why == "time"
    assert process.returncode is not None


@pytest.mark.parametrize("program", ["", "import os; os.write(1, b'123')", "raise SystemExit(3)"])
def test_half_an_answer_is_none(program: str) -> None:
    assert collect_anywhere(_start(program), Limits(20)).why == "died"


def test_signal_is_named() -> None:
    assert Ending("died", -11).signal_name == "SIGSEGV"
    assert Ending("died", 3).signal_name == ""


def test_family_is_seen_and_its_memory_counted() -> None:
    ready = "import subprocess, sys; subprocess.Popen([sys.executable, '-S', '-c', 'input()'], stdin=0);"
    with _start(f"{ready} print(1, flush=True); input()") as process:
        assert process.stdout is not None
        process.stdout.readline()
        members = family(process.pid)
        assert len(members) == 2
        assert resident(process.pid) > 1 << 20
        process.kill()
    assert resident(process.pid) == 0
