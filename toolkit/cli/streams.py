"""Standard streams → UTF-8 where results go on to programs, glyph by glyph fallback where a console is narrow."""

import codecs
import io
import os
import sys
from collections.abc import Iterator

_FALLBACK = {
    "–": "-", "—": "-", "─": "-", "·": ".", "…": "...", "→": "->", "≥": ">=", "≤": "<=", "×": "x", "÷": "/", "−": "-",
    "“": '"', "”": '"', "‘": "'", "’": "'", "，": ",", "。": ".", "：": ":", "；": ";", "（": "(", "）": ")", "％": "%",
    "、": ",", "！": "!", "？": "?", "《": "<", "》": ">", "\u3014": "[", "\u3015": "]", "【": "[", "】": "]",
    "\u3000": " ", "†": "+", "①": "(1)", "②": "(2)", "③": "(3)", "㎡": "m2", "℃": "C", "‰": "o/oo",
}  # fmt: skip


def prepare() -> None:
    """Sets up stdout, stderr and stdin; called once, before anything is printed or read."""
    codecs.register_error("jixiao-fallback", _fallback)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=_encoding(stream), errors="jixiao-fallback", newline="\n")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding=None if sys.stdin.isatty() else "utf-8-sig", errors="replace")


def write_bytes(data: bytes) -> None:
    """Bytes of a result to stdout, as they are; a stdout without bytes below it (a test's) gets the text."""
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(data.decode("utf-8"))
    else:
        buffer.write(data)
        buffer.flush()


def _encoding(stream: io.TextIOWrapper) -> str | None:
    """A console's own encoding, or one the user insists on; everything else gets UTF-8."""
    insisted = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    return None if insisted or stream.isatty() else "utf-8"


def _fallback(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_plain(char) for char in error.object[error.start : error.end]), error.end


def _plain(char: str) -> str:
    return f"\\u{ord(char):04x}" if "\ud800" <= char <= "\udfff" else _FALLBACK.get(char, "?")


def input_lines() -> Iterator[str]:
    """Lines of stdin without their line ends, each as soon as it is there."""
    for line in iter(sys.stdin.readline, ""):
        yield line.rstrip("\r\n")
