"""This process → one that can do little harm: bounded memory, file size and time, no network, no terminal.

Called in the child before it opens a stranger's file. What the system does not offer is left out; `doctor` says so.
"""

import os
import sys
import tempfile
from functools import cache
from typing import Any

from toolkit.pipeline.limits import Limits

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_DIE_WITH_PARENT, _REAP_ORPHANS, _NO_NEW_PRIVILEGES = 1, 36, 38
_SIGKILL = 9
_OPEN_FILES = 256
_SPARE_SECONDS = 5


def confine(limits: Limits, folder: str) -> None:
    """Everything that the system offers; temporary files go to `folder`, which the parent removes."""
    tempfile.tempdir = folder
    os.environ.update(TMPDIR=folder, TEMP=folder, TMP=folder)
    if sys.platform == "linux":
        _stay_with_parent()
        cut_network()
    _bound(limits)


def keep_only(descriptor: int) -> None:
    """Standard streams to nowhere, everything else that was inherited closed but `descriptor`."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.closerange(3, descriptor)
    os.closerange(descriptor + 1, 1 << 20)
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def cut_network() -> bool:
    """Moves this process to a network without interfaces; whether that was possible. Single-threaded only."""
    library = c_library()
    user, group = os.getuid(), os.getgid()
    if library is None:
        return False
    if library.unshare(_NEW_USER | _NEW_NET) == 0:
        _stay_oneself(user, group)
        return True
    return bool(library.unshare(_NEW_NET) == 0)


def room(own: int, limit: int) -> int:
    """The limit, or more where the process is already large (`own`): half of the limit is always left to the file."""
    return max(limit, own + limit // 2)


@cache
def c_library() -> Any:
    """The C library, or None where there is none to be called. Loaded before the fork, so that each child has it."""
    if sys.platform != "linux":
        return None
    import ctypes

    return ctypes.CDLL(None)


def _stay_with_parent() -> None:
    """Ends with the parent, adopts orphans of its own children (so that they are found), gains no rights."""
    library = c_library()
    if library is not None:
        library.prctl(_DIE_WITH_PARENT, _SIGKILL)
        library.prctl(_REAP_ORPHANS, 1)
        library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)


def _stay_oneself(user: int, group: int) -> None:
    """In the new user namespace the user has the same number as before, and no rights over anything else."""
    for name, text in (("uid_map", f"{user} {user} 1"), ("setgroups", "deny"), ("gid_map", f"{group} {group} 1")):
        try:
            with open(f"/proc/self/{name}", "w", encoding="ascii") as stream:  # noqa: PTH123
                stream.write(text)
        except OSError:
            return


def _bound(limits: Limits) -> None:
    """Memory twice: RLIMIT_DATA counts what can be written to, RLIMIT_AS all that is reserved, four times as much.

    Threads and libraries such as onnxruntime reserve much more than they use.
    """
    try:
        import resource
    except ImportError:
        return
    whole, data = sizes("self")
    seconds = int(limits.time) * (os.cpu_count() or 1) + _SPARE_SECONDS  # of all threads together
    wanted = {
        "RLIMIT_AS": room(whole, 4 * limits.memory),
        "RLIMIT_DATA": room(data, limits.memory),
        "RLIMIT_FSIZE": limits.memory,
        "RLIMIT_CPU": seconds,
        "RLIMIT_NOFILE": _OPEN_FILES,
        "RLIMIT_CORE": 0,
    }
    for name, most in wanted.items():
        kind = getattr(resource, name, None)
        if kind is None:
            continue
        _, hard = resource.getrlimit(kind)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (bound, bound))
        except (ValueError, OSError):
            continue


def sizes(process: int | str) -> tuple[int, int]:
    """(address space, data) of a process in bytes; zeros where the system does not tell."""
    try:
        with open(f"/proc/{process}/statm", encoding="ascii") as stream:  # noqa: PTH123
            figures = stream.read().split()
    except OSError:
        return 0, 0
    page = os.sysconf("SC_PAGE_SIZE")
    return int(figures[0]) * page, int(figures[5]) * page
