"""A file read in a child: the same result as in this process, or the refusal that its end deserves; nothing stays."""

import ctypes
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CLEAN
from toolkit.errors import ReadError, ToolkitError, UsageError
from toolkit.model.document import Document
from toolkit.pipeline import attempt, isolate
from toolkit.pipeline.limits import Limits
from toolkit.pipeline.protections import protections
from toolkit.pipeline.request import Request, find_standard

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the limits of Linux")
LIMITS = Limits(20.0, 512 << 20)
SMALL = Limits(1.0, 256 << 20)
Act = Callable[..., Any]


@pytest.fixture(params=["fork", "spawn"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of making a child, one after the other."""
    monkeypatch.setenv("JIXIAO_ISOLATION", request.param)
    return str(request.param)


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Act], Callable[[], Any]]:
    """A child that does what the test wants in place of reading; temporary folders under the test's own."""
    monkeypatch.setenv("JIXIAO_ISOLATION", "fork")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def doing(act: Act, limits: Limits = SMALL) -> Callable[[], Any]:
        monkeypatch.setattr(attempt, "_run", lambda *_: act())
        return lambda: isolate.isolated("read", b"", "甲.txt", Request(), limits)

    return doing


def _refused(call: Callable[[], Any]) -> ReadError:
    with pytest.raises(ReadError) as caught:
        call()
    return caught.value


@pytest.mark.parametrize("task", ["read", "extract", "audit"])
def test_child_gives_what_this_process_gives(task: Any, way: str) -> None:
    data = CLEAN.encode()
    assert isolate.obtain(task, data, "a.md", Request(limits=LIMITS)) == isolate.obtain(task, data, "a.md", Request())


def test_child_does_what_was_asked(way: str) -> None:
    standard = find_standard("cn-generic-department")
    plain = Request(standard, select=("SCO",), entity="云江市商务局", fiscal_year=2019, pages=(1, 2))
    for request in (plain, replace(plain, standard="cn-generic-department")):
        found = isolate.obtain("audit", CLEAN.encode(), "a.md", replace(request, limits=LIMITS))
        assert found == isolate.obtain("audit", CLEAN.encode(), "a.md", request)


def test_errors_of_the_call_stay_what_they_are(way: str) -> None:
    with pytest.raises(UsageError, match="STANDARD-UNKNOWN"):
        isolate.obtain("audit", CLEAN.encode(), "a.md", Request("没有", limits=LIMITS))


def test_errors_come_back_as_they_were(way: str) -> None:
    for limits in (LIMITS, None):
        error = _refused(lambda limits=limits: isolate.obtain("audit", b"", "空.md", Request(limits=limits)))
        assert (error.code, "空.md" in error.message, bool(error.hint)) == ("READ-EMPTY", True, True)


def test_fault_in_the_child_keeps_its_code_and_its_way(forked: Any) -> None:
    with pytest.raises(ToolkitError) as caught:
        forked(lambda: {}["没有"])()
    assert caught.value.code == "FAULT-INTERNAL"
    assert "KeyError" in str(caught.value.__cause__)


def test_endless_file_is_stopped_at_its_time(forked: Any) -> None:
    error = _refused(forked(lambda: time.sleep(60)))
    assert error.code == "READ-TIMEOUT"
    assert "1 秒" in error.message


def test_child_that_will_not_stop_is_stopped(forked: Any) -> None:
    def stubborn() -> None:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGXCPU):
            signal.signal(number, signal.SIG_IGN)
        while True:
            pass

    assert _refused(forked(stubborn)).code == "READ-TIMEOUT"


def test_memory_asked_for_at_once_is_refused(forked: Any) -> None:
    error = _refused(forked(lambda: bytearray(600 << 20), Limits(20, 256 << 20)))
    assert error.code == "READ-MEMORY"
    assert "256 MB" in error.message


def test_memory_taken_bit_by_bit_is_refused(forked: Any) -> None:
    def eat() -> None:
        kept = []
        while True:
            kept.append(os.urandom(1 << 20))

    assert _refused(forked(eat, Limits(20, 256 << 20))).code == "READ-MEMORY"


def test_memory_of_grandchildren_counts(forked: Any) -> None:
    def through_others() -> None:
        hold = "import time; kept = bytearray(b'x') * (120 << 20); time.sleep(60)"
        for _ in range(3):
            subprocess.Popen([sys.executable, "-c", hold])
        time.sleep(60)

    assert _refused(forked(through_others, Limits(20, 256 << 20))).code == "READ-MEMORY"


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGILL])
def test_crash_is_told_with_its_signal(forked: Any, number: signal.Signals) -> None:
    error = _refused(forked(lambda: os.kill(os.getpid(), number)))
    assert error.code == "READ-CRASHED"
    assert number.name in error.message


def test_crash_inside_a_library_is_told(forked: Any) -> None:
    assert _refused(forked(lambda: ctypes.string_at(8))).code == "READ-CRASHED"


def test_child_that_leaves_without_a_word_is_told(forked: Any) -> None:
    assert _refused(forked(lambda: os._exit(0))).code == "READ-CRASHED"


def test_endless_nesting_is_refused(forked: Any) -> None:
    def deeper() -> None:
        deeper()

    assert _refused(forked(deeper)).code == "READ-TOO-DEEP"


@pytest.mark.parametrize("waits", [True, False])
def test_grandchildren_end_with_the_child(forked: Any, tmp_path: Path, waits: bool) -> None:
    told = tmp_path / "who"
    program = f"import os, time; open({str(told)!r}, 'w').write(str(os.getpid())); time.sleep(60)"

    def start() -> None:
        command = [sys.executable, "-c", program]
        starter = threading.Thread(target=subprocess.Popen, args=(command,), kwargs={"start_new_session": True})
        starter.start()
        starter.join()
        while waits or not (told.exists() and told.read_text()):
            time.sleep(0.02)
        raise ReadError("READ-EMPTY", "甲", "乙")

    assert _refused(forked(start, Limits(4.0 if waits else 30.0))).code == ("READ-TIMEOUT" if waits else "READ-EMPTY")
    assert not _alive(int(told.read_text()))


def _alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in {"Z", "X"}


def test_nothing_stays_behind(forked: Any, tmp_path: Path) -> None:
    def litter() -> None:
        folder = tempfile.mkdtemp()
        Path(folder, "x").write_text("x")
        time.sleep(60)

    before = _open_files()
    _refused(forked(litter))
    assert list(tmp_path.iterdir()) == []
    assert _open_files() == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def test_child_prints_nothing(forked: Any, capfd: pytest.CaptureFixture[str]) -> None:
    def talk() -> None:
        os.write(1, b"out")
        os.write(2, b"err")
        print("printed", flush=True)
        raise ReadError("READ-EMPTY", "甲", "乙")

    print("before", end="")
    _refused(forked(talk))
    captured = capfd.readouterr()
    assert (captured.out, captured.err) == ("before", "")


def test_child_sees_no_network(forked: Any) -> None:
    def look() -> None:
        import socket

        with socket.socket() as connection:
            connection.settimeout(1)
            found = connection.connect_ex(("127.0.0.1", 9))
        raise ReadError("READ-EMPTY", os.strerror(found), str(len(socket.if_nameindex())))

    error = _refused(forked(look))
    if protections()["network"] == "namespace":
        assert "unreachable" in error.message.lower()


def test_child_can_write_no_large_file_and_leaves_no_core(forked: Any) -> None:
    def write() -> None:
        import resource

        most = resource.getrlimit(resource.RLIMIT_FSIZE)[0], resource.getrlimit(resource.RLIMIT_CORE)[0]
        raise ReadError("READ-EMPTY", str(most), "")

    assert _refused(forked(write)).message == str((SMALL.memory, 0))


def test_answer_larger_than_allowed_is_refused(forked: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    huge = "一" * (SMALL.answer // 3 + 1)

    def shout() -> None:
        raise ReadError("READ-EMPTY", huge, "")

    assert _refused(forked(shout, Limits(20.0, SMALL.memory))).code == "READ-MEMORY"


@pytest.mark.parametrize(
    "answer", [b"", b"\x00" * 8, b"\x00" * 7 + b"\x02{}", b"\x00" * 7 + b'\x09{"error":', b"\xff" * 40]
)
def test_nonsense_up_the_pipe_is_refused(forked: Any, monkeypatch: pytest.MonkeyPatch, answer: bytes) -> None:
    monkeypatch.setattr("toolkit.pipeline.child.answer", lambda *_: answer)
    assert _refused(forked(lambda: None)).code in {"READ-CRASHED", "READ-MEMORY"}


def test_interrupting_ends_the_child(tmp_path: Path) -> None:
    program = """
import sys, time
from toolkit.pipeline import attempt, isolate
from toolkit.pipeline.limits import Limits
from toolkit.pipeline.protections import protections
from toolkit.pipeline.request import Request, find_standard
def act(*_):
    import os
    open(sys.argv[1], "w").write(str(os.getpid()))
    time.sleep(60)
attempt._run = act
isolate.isolated("read", b"", "a", Request(), Limits())
"""
    told = tmp_path / "who"
    with subprocess.Popen([sys.executable, "-c", program, str(told)], stderr=subprocess.DEVNULL) as parent:
        while not (told.exists() and told.read_text()):
            time.sleep(0.02)
        parent.send_signal(signal.SIGINT)
        parent.wait()
    assert not _alive(int(told.read_text()))


def test_program_with_threads_does_not_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JIXIAO_ISOLATION", raising=False)
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert isolate.way() == "spawn"
    monkeypatch.setattr("threading.active_count", lambda: 1)
    assert isolate.way() == "fork"


def test_read_gives_the_whole_document(way: str) -> None:
    found = isolate.obtain("read", CLEAN.encode(), "a.md", Request(limits=LIMITS))
    assert isinstance(found, Document)
    assert found.blocks
