"""What this system offers to bound a child with → words for `doctor`; what it lacks is said as well."""

import os
import sys
from typing import Any

from toolkit.pipeline.confine import cut_network
from toolkit.pipeline.isolate import way
from toolkit.pipeline.limits import Limits, shown_size

_WAYS = {"fork": "每份文件一个子进程（fork）", "spawn": "每份文件一个新的解释器"}
_NETWORKS = {"namespace": "子进程没有网络（独立网络空间）", "design": "程序不联网；本系统不能切断子进程的网络"}


def protections() -> dict[str, Any]:
    """`process`, `time_limit` in seconds, `memory_limit` in bytes or None where it cannot be held, `network`."""
    limits = Limits()
    return {
        "process": way(),
        "time_limit": limits.time,
        "memory_limit": limits.memory if _holds_memory() else None,
        "network": "namespace" if _cuts_network() else "design",
    }


def lines(found: dict[str, Any]) -> list[tuple[str, str]]:
    """(what, how) of each protection in Chinese."""
    most = found["memory_limit"]
    memory = f"默认 {shown_size(most)}，超过即停止" if most else "本系统不支持内存上限"
    return [
        ("进程", _WAYS[found["process"]]),
        ("时限", f"默认 {found['time_limit']:g} 秒，超过即停止"),
        ("内存", memory),
        ("网络", _NETWORKS[found["network"]]),
    ]


def _holds_memory() -> bool:
    """Only Linux both counts what a process may write to and shows what its children use."""
    return sys.platform == "linux" and os.path.exists("/proc/self/statm")  # noqa: PTH110


def _cuts_network() -> bool:
    """Tried in a child, which then ends."""
    if sys.platform != "linux":
        return False
    process = os.fork()
    if process == 0:
        status = 1
        try:
            status = 0 if cut_network() else 1
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
