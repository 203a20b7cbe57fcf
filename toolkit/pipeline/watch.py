"""A child process and its pipe → `Ending`: its answer, or why it gave none; nothing of it is left running."""

import os
import select
import signal
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from toolkit.pipeline.confine import room
from toolkit.pipeline.limits import Limits

if TYPE_CHECKING:
    import subprocess

_LOOK_EVERY = 0.025
_PATIENCE = 5.0
_HEAD = 8
_PIECE = 1 << 20
_NEAR = 0.9

Why = Literal["answered", "time", "memory", "died"]


@dataclass(frozen=True, slots=True)
class Ending:
    """How a child ended. `status` is its exit status, negative for the signal that ended it.

    `said` is what a fresh interpreter wrote to its standard error before it was bounded.
    """

    why: Why
    status: int = 0
    answer: bytes = b""
    said: str = ""

    NO_MEMORY: ClassVar[int] = 77
    """Exit status of a child that has no memory even for saying so."""

    @property
    def cause(self) -> Exception | None:
        """What was said, as the cause of an error; None where nothing was."""
        return ChildProcessError("\n" + self.said) if self.said else None

    @property
    def signal_name(self) -> str:
        """SIGSEGV, or nothing where it was no signal."""
        with suppress(ValueError):
            return signal.Signals(-self.status).name if self.status < 0 else ""
        return f"信号 {-self.status}"


def collect(process: int, pipe: int, limits: Limits, mask: Iterable[int] | None = None) -> Ending:
    """Reads the answer until it is whole, the time is over or the memory too large; then ends the child's group.

    `mask`: signals to be blocked from now on, for a caller that held others back until the child was watched.
    """
    why: Why = "died"
    try:
        if mask is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        watch = _Watch(process, pipe, limits)
        why = watch.run()
    finally:
        os.close(pipe)
        status = _end(process)
    if why == "died":
        why = _why_died(status, watch.peak, watch.most)
    answer = bytes(memoryview(watch.received)[_HEAD:]) if why == "answered" else b""
    return Ending(why, status, answer)


def collect_anywhere(process: "subprocess.Popen[bytes]", limits: Limits) -> Ending:
    """The same where pipes cannot be polled and memory not be seen: only the time is bounded."""
    import subprocess

    try:
        received, _ = process.communicate(timeout=limits.time)
    except subprocess.TimeoutExpired:
        return Ending("time")
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
    whole = len(received) >= _HEAD and len(received) == _HEAD + int.from_bytes(received[:_HEAD], "big")
    return Ending("answered" if whole else "died", process.returncode, received[_HEAD:])


class _Watch:
    """The parent's eyes on one child: its pipe, the clock, the memory of the child and of its children."""

    def __init__(self, process: int, pipe: int, limits: Limits) -> None:
        self.received = bytearray()
        self.peak = 0
        self._process = process
        self._pipe = pipe
        self._limits = limits
        self.most = room(resident(process), limits.memory)

    def run(self) -> Why:
        """Until something ends it."""
        poll = select.poll()
        poll.register(self._pipe, select.POLLIN)
        deadline = time.monotonic() + self._limits.time
        look = 0.0
        while True:
            now = time.monotonic()
            if now >= deadline:
                return "time"
            if now >= look:
                look = now + _LOOK_EVERY
                self.peak = max(self.peak, resident(self._process))
                if self.peak > self.most:
                    return "memory"
            if poll.poll(1000 * min(_LOOK_EVERY, deadline - now)):
                piece = os.read(self._pipe, _PIECE)
                self.received += piece
                done = self._read(ended=not piece)
                if done is not None:
                    return done

    def _read(self, *, ended: bool) -> Why | None:
        """What the bytes so far mean; None where more are needed."""
        if len(self.received) >= _HEAD:
            wanted = int.from_bytes(self.received[:_HEAD], "big")
            if wanted > self._limits.answer:
                return "memory"
            if len(self.received) >= _HEAD + wanted:
                return "answered"
        return "died" if ended else None


def resident(process: int) -> int:
    """Bytes of memory in use by a process and all below it; zero where the system does not tell."""
    return sum(_resident(each) for each in family(process))


def family(process: int) -> list[int]:
    """The process and all below it."""
    found = [process]
    for each in found:
        for thread in _threads(each):
            with suppress(OSError), open(f"{thread}/children", encoding="ascii") as stream:  # noqa: PTH123
                found += map(int, stream.read().split())
    return found


def _threads(process: int) -> list[str]:
    """Folders of the threads of a process: a child hangs below the thread that started it."""
    folder = f"/proc/{process}/task"
    with suppress(OSError):
        return [f"{folder}/{thread}" for thread in os.listdir(folder)]  # noqa: PTH208
    return []


def _resident(process: int) -> int:
    try:
        with open(f"/proc/{process}/statm", encoding="ascii") as stream:  # noqa: PTH123
            return int(stream.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def _end(process: int) -> int:
    """Kills the child, its group and all below it; the child's exit status, as it was if it had ended before.

    The child is halted first, and what it started then hangs below it until it is gone: nothing slips away.
    """
    _signal(os.kill, process, signal.SIGSTOP)
    known: set[int] = set()
    while below := set(family(process)[1:]) - known:
        known |= below
        for each in below:
            _signal(os.kill, each, signal.SIGKILL)
    _outlast(known)
    _signal(os.killpg, process, signal.SIGKILL)
    _signal(os.kill, process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status)


def _outlast(processes: Iterable[int]) -> None:
    """Waits until killed processes are gone, so that none of them still writes into the folder to be removed."""
    deadline = time.monotonic() + _PATIENCE
    for each in processes:
        while _state(each) not in {"", "Z", "X"} and time.monotonic() < deadline:
            time.sleep(_LOOK_EVERY / 10)


def _state(process: int) -> str:
    """The letter that the system gives to a process: R runs, Z is over; empty where there is none."""
    with suppress(OSError), open(f"/proc/{process}/stat", encoding="utf-8", errors="replace") as stream:  # noqa: PTH123
        return stream.read().rpartition(")")[2].split()[0]
    return ""


def _signal(send: Callable[[int, int], None], target: int, number: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        send(target, number)


def _why_died(status: int, peak: int, most: int) -> Why:
    """A child that the system killed, or that aborted close to its limit, died of memory; SIGXCPU means time."""
    if status == -signal.SIGXCPU:
        return "time"
    if status in {Ending.NO_MEMORY, -signal.SIGKILL} or (status < 0 and peak > _NEAR * most):
        return "memory"
    return "died"
