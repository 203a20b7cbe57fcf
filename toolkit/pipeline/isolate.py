"""Task and bytes of one source → its result, read in a child process that is killed at its limits.

On Linux the child is a fork, cheap because everything that is needed is already loaded; a program with threads, and
other systems, get a fresh interpreter. The answer comes up a pipe as framed JSON, never as pickle.
"""

import gc
import os
import shutil
import signal
import sys
import tempfile
import threading
import warnings
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal, NoReturn, TypeAlias, overload

from toolkit.errors import ReadError
from toolkit.model.document import Document
from toolkit.model.result import Extraction
from toolkit.pipeline import child, confine
from toolkit.pipeline.attempt import Found, Task, attempt, out_of_memory
from toolkit.pipeline.limits import Limits, shown_size
from toolkit.pipeline.request import Request
from toolkit.pipeline.watch import Ending, collect, collect_anywhere

if TYPE_CHECKING:
    from toolkit.model.case import Dossier

Way: TypeAlias = Literal["fork", "spawn"]


@overload
def obtain(task: Literal["read"], data: bytes, name: str, request: Request) -> Document: ...
@overload
def obtain(task: Literal["extract"], data: bytes, name: str, request: Request) -> Extraction: ...
@overload
def obtain(task: Literal["audit"], data: bytes, name: str, request: Request) -> "Dossier": ...
@overload
def obtain(task: Task, data: bytes, name: str, request: Request) -> Found: ...
def obtain(task: Task, data: bytes, name: str, request: Request) -> Found:
    """The result of the task, isolated where the request has limits. Raises ToolkitError and nothing else."""
    if request.limits is None:
        return attempt(task, data, name, request)
    return isolated(task, data, name, request, request.limits)


def isolated(task: Task, data: bytes, name: str, request: Request, limits: Limits) -> Found:
    """The result of the task. Raises ToolkitError: READ-TIMEOUT, READ-MEMORY, READ-CRASHED, and the reader's own."""
    folder = tempfile.mkdtemp(prefix="jixiao-")
    try:
        start = _fork if way() == "fork" else _spawn
        ending = start(task, data, name, request, limits, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return _settle(ending, name, limits)


def way() -> Way:
    """How a child is made: `JIXIAO_ISOLATION` says so, or the system and the threads of this program decide."""
    asked = os.environ.get("JIXIAO_ISOLATION", "")
    if sys.platform == "linux" and asked != "spawn" and (asked == "fork" or threading.active_count() == 1):
        return "fork"
    return "spawn"


def _settle(ending: Ending, name: str, limits: Limits) -> Found:
    if ending.why == "answered":
        return _taken(ending.answer, name, limits)
    if ending.why == "time":
        what = f"处理“{name}”超过时限 {limits.time:g} 秒，已停止。"
        raise ReadError("READ-TIMEOUT", what, _LATER)
    if ending.why == "memory":
        raise out_of_memory(name, shown_size(limits.memory))
    raise _crashed(name, ending.signal_name or f"退出状态 {ending.status}") from ending.cause


def _taken(answer: bytes, name: str, limits: Limits) -> Found:
    try:
        return child.take(answer)
    except (ValueError, RecursionError):
        raise _crashed(name, "给出的结果不完整") from None
    except ReadError as error:
        if error.code != "READ-MEMORY":
            raise
        raise out_of_memory(name, shown_size(limits.memory)) from None


_LATER = "可用 --pages 只读需要的页，或用 --time-limit 放宽时限；扫描件已识别的页会保留，再运行一次即接着读。"


def _crashed(name: str, how: str) -> ReadError:
    hint = "文件可能已损坏；请用原程序打开，另存后再试，PDF 可加 --pdf-backend pdfplumber。"
    return ReadError("READ-CRASHED", f"处理“{name}”的子进程意外终止（{how}）。", hint)


def _fork(task: Task, data: bytes, name: str, request: Request, limits: Limits, folder: str) -> Ending:
    confine.c_library()
    reading, writing = os.pipe()
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads, where JIXIAO_ISOLATION insists on a fork
        process = os.fork()
    if process == 0:
        _be_child(task, data, name, request, limits, folder, writing)
    os.close(writing)
    return collect(process, reading, limits, mask)


def _be_child(task: Task, data: bytes, name: str, request: Request, limits: Limits, folder: str, pipe: int) -> NoReturn:
    """In the fork. Whatever happens, no line of the parent's program runs here."""
    status = 1
    try:
        os.setsid()
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        gc.freeze()
        confine.keep_only(pipe)
        confine.confine(limits, folder)
        child.hand_over(pipe, child.answer(task, data, name, request))
    except MemoryError:
        status = Ending.NO_MEMORY
    finally:
        os._exit(status)


def _spawn(task: Task, data: bytes, name: str, request: Request, limits: Limits, folder: str) -> Ending:
    package = Path(__file__).resolve().parents[2]
    known = os.environ.get("PYTHONPATH", "")
    environment = {**os.environ, "PYTHONPATH": f"{package}{os.pathsep}{known}" if known else str(package)}
    command = [sys.executable, "-P", "-m", "toolkit.pipeline.child", folder]
    order, said = Path(folder, "task"), Path(folder, "said")
    order.write_bytes(child.pack_task(task, data, name, request, limits))
    with order.open("rb") as stream, said.open("wb") as errors:
        ending = _run(command, stream, errors, environment, limits)
    return replace(ending, said=said.read_text("utf-8", "replace"))


def _run(
    command: list[str], stream: IO[bytes], errors: IO[bytes], environment: dict[str, str], limits: Limits
) -> Ending:
    import subprocess

    if sys.platform == "win32":
        pipe = subprocess.PIPE
        windows = subprocess.Popen(command, stdin=stream, stdout=pipe, stderr=errors, env=environment)
        return collect_anywhere(windows, limits)
    reading, writing = os.pipe()
    try:
        process = subprocess.Popen(
            command, stdin=stream, stdout=writing, stderr=errors, env=environment, start_new_session=True
        )
    finally:
        os.close(writing)
    ending = collect(process.pid, reading, limits)
    process.returncode = ending.status
    return ending
