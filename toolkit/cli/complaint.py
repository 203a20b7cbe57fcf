"""Errors and notes → stderr: one line of what happened, one of what to do; the way there only on demand."""

import os
import sys
import traceback

from toolkit.errors import ToolkitError
from toolkit.text import printable


def complain(error: ToolkitError, source: str = "", *, debug: bool | None = None) -> None:
    """错误 READ-ENCRYPTED：“附件3.pdf”有打开密码。 and the hint below it; `source` is named if the message does not."""
    message = error.message if source in error.message else f"“{source}”：{error.message}"
    say(f"错误 {error.code}：{_sentence(message)}")
    if error.hint:
        say(f"      {_sentence(error.hint)}")
    if error.__cause__ is not None and (debugging() if debug is None else debug):
        traceback.print_exception(error.__cause__, file=sys.stderr)


def debugging() -> bool:
    """Whether the way to a fault is to be shown."""
    return "--debug" in sys.argv or os.environ.get("JIXIAO_DEBUG", "") not in {"", "0"}


def say(text: str) -> None:
    """One line to stderr, control characters written out."""
    sys.stderr.write(f"{printable(' '.join(text.splitlines()))}\n")
    sys.stderr.flush()


class Progress:
    """第 3/12 份 …, on a terminal only, in one line that goes away."""

    def __init__(self, count: int) -> None:
        self._count = count if sys.stderr.isatty() else 0

    def step(self, number: int, name: str) -> None:
        """The file that is being read now."""
        if self._count > 1:
            sys.stderr.write(f"\r\x1b[K读取 {number}/{self._count} {printable(name)[:60]}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Takes the line away before anything else is printed."""
        if self._count > 1:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _sentence(text: str) -> str:
    return text if text.endswith(("。", "！", "？", "）", ".")) else f"{text}。"
