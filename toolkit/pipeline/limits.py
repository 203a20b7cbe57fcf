"""`Limits`: how long one file may take and how much memory, and what a person types for them → the figures."""

from dataclasses import dataclass

from toolkit.errors import UsageError
from toolkit.patterns import regex

_TIMES = {"": 1, "s": 1, "秒": 1, "m": 60, "min": 60, "分": 60, "分钟": 60}
_SIZES = {"m": 1 << 20, "mb": 1 << 20, "mib": 1 << 20, "g": 1 << 30, "gb": 1 << 30, "gib": 1 << 30}
_TYPED = regex(r"(?P<number>[0-9]{1,6}(?:\.[0-9]{1,3})?)\s?(?P<unit>[a-z秒分钟]{0,3})")
_LEAST_MEMORY = 128 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one file: `time` in seconds of wall clock, `memory` in bytes for the reading process and its children.

    The interpreter itself is counted in `memory`; about 60 MB are gone before the file is opened.
    """

    time: float = 60.0
    memory: int = 1 << 30

    @property
    def answer(self) -> int:
        """Most bytes that a result may have on its way up the pipe: decoded it takes about five times as many."""
        return self.memory // 8


def read_time(typed: str) -> float:
    """`90`, `90s`, `2m`, `2分钟` → seconds. Raises UsageError."""
    found = _TYPED.fullmatch(typed.strip().lower())
    seconds = float(found["number"]) * _TIMES[found["unit"]] if found and found["unit"] in _TIMES else 0.0
    if not 0.1 <= seconds <= 86_400:
        raise UsageError("USAGE-TIME-LIMIT", f"--time-limit “{typed}”不是时限。", "请写秒数，如 60，或 2m。")
    return seconds


def read_memory(typed: str) -> int:
    """`512MB`, `2G`, or a bare number of megabytes → bytes. Raises UsageError."""
    found = _TYPED.fullmatch(typed.strip().lower())
    scale = _SIZES.get((found["unit"] or "mb") if found else "", 0)
    size = int(float(found["number"]) * scale) if found else 0
    if size < _LEAST_MEMORY:
        raise UsageError("USAGE-MEMORY-LIMIT", f"--memory-limit “{typed}”不可用。", "请写 512MB、2GB 等，至少 128MB。")
    return size


def shown_size(size: int) -> str:
    """1073741824 → 1 GB, 536870912 → 512 MB."""
    return f"{size / (1 << 30):g} GB" if size % (1 << 28) == 0 and size >= 1 << 30 else f"{size >> 20} MB"
